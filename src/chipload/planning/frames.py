"""Jobs from pandas frames, plans and sweeps as frames; pandas comes with the extra for sweeps."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from chipload.errors import InputError
from chipload.planning.filling import filled, path_of
from chipload.planning.jobs import Job
from chipload.planning.operations import job_from, operation_of
from chipload.planning.stores import extra

if TYPE_CHECKING:
    from chipload.planning.plans import Plan


_HEAD = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[(?P<unit>[^\[\]]*)\])?")


def jobs_of_frame(frame: Any, shared: Job | Mapping[str, Any]) -> list[Any]:
    """Jobs from a frame: one for each row.

    Parameters
    ----------
    frame
        Its columns are fields of the job or its tool by name, the unit behind it where the cells are bare numbers, as
        "diameter [mm]"; a cell that is empty (None or NaN) is left out.
    shared
        What the rows have in common: a job, or plain values by the name of the field with its `operation` (milling
        unless given).

    Raises
    ------
    InputError
        For a column that is no field or comes twice, and for a row that makes no job; it names the row.

    Examples
    --------
    >>> import pandas, chipload as cl
    >>> tools = pandas.DataFrame({"diameter [mm]": [6, 10], "teeth": [3, 4], "stickout [mm]": [20, 30],
    ...                           "flute_length [mm]": [13, 22]})
    >>> shared = {"material": "6061-T6", "radial_depth": "1 mm", "axial_depth": "6 mm"}
    >>> [job.tool.describe() for job in cl.jobs_of_frame(tools, shared)]
    ['6 mm square end mill with 3 teeth (carbide)', '10 mm square end mill with 4 teeth (carbide)']
    """
    common: Mapping[str, Any] = (
        shared.model_dump(mode="json", exclude_unset=True) if isinstance(shared, Job) else shared
    )
    operation = operation_of(shared if isinstance(shared, Job) else str(common.get("operation", "milling")))
    base: dict[str, Any] = {"operation": operation.name, "tool": {}}
    for name, value in common.items():
        if name != "operation":
            whole = name in operation.job.model_fields
            base = filled(base, {name if whole else path_of(operation, name): value})
    heads = [read_head(str(column)) for column in frame.columns]
    paths = [path_of(operation, name) for name, _ in heads]
    twice = [path for path in paths if paths.count(path) > 1]
    if twice:
        raise InputError(f"frame: the column {twice[0]} is there twice; keep one")
    jobs = []
    for label, cells in zip(frame.index, frame.itertuples(index=False, name=None), strict=True):
        values = {path: _cell(cell, unit) for path, cell, (_, unit) in zip(paths, cells, heads, strict=True)}
        try:
            jobs.append(job_from(filled(base, {path: cell for path, cell in values.items() if cell is not None})))
        except InputError as error:
            raise InputError([f"frame, row {label}: {problem}" for problem in error.problems]) from None
    return jobs


def _cell(cell: Any, unit: str) -> Any:
    """What a cell holds, with its unit; None for an empty one."""
    plain = cell.item() if hasattr(cell, "item") else cell
    if plain is None or plain == "" or plain != plain:  # NaN and NaT differ from themselves
        return None
    return f"{plain} {unit}" if unit else plain


def frame_of_plan(plan: Plan) -> Any:
    """The numbers of a plan as a frame: a row for each, with its value, interval and unit.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> found = frame_of_plan(cl.plan(job))
    >>> found.loc["removal_rate", "unit"], round(float(found.loc["removal_rate", "value"]), 1)
    ('cm**3/min', 95.5)
    """
    pandas = extra("pandas")
    rows = {
        name: {
            "value": float(getattr(plan, name).magnitude),
            "low": float(plan.intervals[name][0].magnitude),
            "high": float(plan.intervals[name][1].magnitude),
            "unit": kind.metric.unit,
        }
        for name, kind in plan.operation.kinds.items()
        if not math.isnan(float(getattr(plan.outcome, name)))
    }
    return pandas.DataFrame.from_dict(rows, orient="index", columns=["value", "low", "high", "unit"])


def frame_of_plans(plans: Iterable[Plan]) -> Any:
    """Plans side by side as a frame: a row for each, with its numbers, what binds and whether every limit holds.

    The column of a number is called by its name and unit, as "power [kW]"; one that a plan lacks is NaN.

    Raises
    ------
    InputError
        For no plan.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> cut = {"tool": tool, "radial_depth": "5 mm", "axial_depth": "10 mm"}
    >>> plans = [cl.plan(cl.Milling(material=one, **cut)) for one in ("304", "1045")]
    >>> list(frame_of_plans(plans)["material"])
    ['304', '1045']
    """
    pandas = extra("pandas")
    rows = [
        {
            "operation": plan.operation.name,
            "material": plan.job.material,
            "tool": plan.job.tool.describe(),
            **{
                head(name, kind.metric.unit): float(getattr(plan, name).magnitude)
                for name, kind in plan.operation.kinds.items()
            },
            "binding": plan.binding.name if plan.limits else None,
            "utilisation": plan.binding.utilisation if plan.limits else math.nan,
            "feasible": plan.feasible,
        }
        for plan in plans
    ]
    if not rows:
        raise InputError("plans: there is none; give one at least")
    return pandas.DataFrame(rows)


def frame_of_sweep(found: Any) -> Any:
    """A sweep in memory as a frame: a row for each point, the unit in the head of each column.

    Parameters
    ----------
    found
        The dataset of `chipload.sweep`.
    """
    units = {name: str(found[name].attrs.get("units", "")) for name in found.variables}
    frame = found.to_dataframe().reset_index()
    return frame.rename(columns={name: head(name, units[name]) for name in frame.columns if name in units})


def head(name: str, unit: str) -> str:
    """Head of a column."""
    return f"{name} [{unit}]" if unit else name


def read_head(text: str) -> tuple[str, str]:
    """Name and unit of a head such as "power [kW]", an empty unit where it has none.

    Raises
    ------
    InputError
        For a text that is no head.
    """
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        raise InputError(f'the head {text!r} cannot be read; write one like "power [kW]"')
    return found["name"].strip().replace(" ", "_").replace("-", "_"), (found["unit"] or "").strip()

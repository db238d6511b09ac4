"""Plans and sweeps as pandas frames, for who works on with them; pandas comes with the extra for sweeps."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from chipload.errors import InputError
from chipload.planning.stores import extra

if TYPE_CHECKING:
    from chipload.planning.plans import Plan


def frame_of_plan(plan: Plan) -> Any:
    """The numbers of a plan as a frame: a row for each, with its value, interval and unit.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> found = frame_of_plan(cl.plan(job))
    >>> found.loc["removal_rate", "unit"], round(found.loc["removal_rate", "value"], 1)
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

"""A part: its operations one after another, with times, tool changes, edges, cost and the one that takes longest."""

from __future__ import annotations

import html
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.planning.fields import CountField, Record, TimeField
from chipload.planning.jobs import Job
from chipload.planning.operations import job_from
from chipload.planning.plans import Plan, plan
from chipload.planning.rendering import DISCLAIMER, json_ready
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.messages import describe
from chipload.units.trace import show

if TYPE_CHECKING:
    from pint import Quantity as PintQuantity

    Quantity: TypeAlias = PintQuantity[Any]


def _job(given: Any) -> Any:
    return given if isinstance(given, Job) else job_from(given)


JobField: TypeAlias = Annotated[Any, BeforeValidator(_job), PlainSerializer(json_ready)]


class PartOperation(Record):
    """One operation of a part.

    Parameters
    ----------
    label
        What it is called, as on the setup sheet.
    job
        What is cut; a job of any operation, or its plain values.
    moves
        Time outside the cut: rapids, positioning, pecking, the way back.
    """

    label: str
    job: JobField
    moves: TimeField = Field(default="0 s", validate_default=True)


class Part(Record):
    """A part and how it is made.

    Parameters
    ----------
    name
        Of the part.
    operations
        In their order.
    quantity
        Number of parts of a batch.
    tool_swap_time
        From one tool to the next, chip to chip; not counted unless given.
    loading_time
        To load and unload a part.
    setup_time
        To set the machine up for the batch.

    Raises
    ------
    InputError
        For a part without operations, or two with one label.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="5 mm", cut_length="2 m",
    ...                  cutting_speed="200 m/min", feed_per_tooth="0.05 mm")
    >>> part = cl.Part(name="bracket", operations=[{"label": "outside", "job": job, "moves": "20 s"}])
    >>> round(cl.plan_part(part).time_per_part.m, 1)
    114.2
    """

    name: str
    operations: tuple[PartOperation, ...]
    quantity: CountField = 1.0
    tool_swap_time: TimeField | None = None
    loading_time: TimeField = Field(default="0 s", validate_default=True)
    setup_time: TimeField = Field(default="0 s", validate_default=True)

    @model_validator(mode="after")
    def _possible(self) -> Part:
        if not self.operations:
            raise InputError("operations: there is none; give one at least, with a label and a job")
        labels = [one.label for one in self.operations]
        twice = [label for label in dict.fromkeys(labels) if labels.count(label) > 1]
        if twice:
            raise InputError(f"operations: {twice[0]!r} is the label of two; give each its own")
        return self


@dataclass(frozen=True)
class ToolUse:
    """A tool of a part: how long it cuts and how many edges a part takes; NaN where no life is known."""

    tool: str
    labels: tuple[str, ...]
    cutting_time: float
    edges: float


@dataclass(frozen=True)
class PartPlan:
    """What a part comes to; print it for a table.

    Attributes
    ----------
    part
        What was asked.
    plans
        The plan of each operation, in order.
    times
        Time of each operation with its moves and the change to its tool [s].
    tools
        The tools that are needed.
    """

    part: Part
    plans: tuple[Plan, ...]
    times: tuple[float, ...]
    tools: tuple[ToolUse, ...]

    @property
    def time_per_part(self) -> Quantity:
        """Time of one part: cuts, moves, tool changes and loading."""
        return from_kernel(kinds.TIME, sum(self.times) + self.part.si("loading_time"))

    @property
    def time_of_batch(self) -> Quantity:
        """Time of the whole batch with its set-up."""
        one = sum(self.times) + self.part.si("loading_time")
        return from_kernel(kinds.TIME, self.part.si("setup_time") + one * self.part.si("quantity"))

    @property
    def cost_per_part(self) -> float:
        """Cost of the cuts of one part with their edges; NaN where one of them is not known."""
        return math.fsum(float(one.outcome.cost) for one in self.plans)

    @property
    def bottleneck(self) -> int:
        """Place of the operation that takes longest."""
        return max(range(len(self.times)), key=lambda place: self.times[place])

    @property
    def feasible(self) -> bool:
        """True where every operation holds every limit that is known."""
        return all(one.feasible for one in self.plans)

    def describe(self, system: str = "metric") -> str:
        """The part as a readable table in metric or inch units."""
        labels = [one.label for one in self.part.operations]
        wide = max(len("operation"), *map(len, labels))
        whole = sum(self.times)
        lines = [f"{self.part.name}, {self.part.quantity:g} of it", ""]
        lines.append(f"  {'operation':<{wide}}  {'in cut':>10}  {'in all':>10}  share  fullest limit")
        for label, one, time in zip(labels, self.plans, self.times, strict=True):
            cutting = show(kinds.TIME, one.outcome.cutting_time, system)
            fullest = f"{one.binding.label} {one.binding.utilisation:.0%}" if one.limits else "none is known"
            in_all = show(kinds.TIME, time, system)
            lines.append(f"  {label:<{wide}}  {cutting:>10}  {in_all:>10}  {time / whole:>5.0%}  {fullest}")
        lines += ["", f"  a part takes {self.time_per_part:.1f~P}, the batch {self.time_of_batch.to('min'):.1f~P}"]
        lines.append(f"  {self._cost()}")
        lines += ["", "Tools"]
        for use in self.tools:
            edges = "life not known" if math.isnan(use.edges) else f"{use.edges:.3g} edges a part"
            lines.append(
                f"  {use.tool}: {', '.join(use.labels)}; {show(kinds.TIME, use.cutting_time, system)}, {edges}"
            )
        lines += ["", self._longest(system)]
        broken = [
            f"  - {label}: {limit.describe(system)}; {describe(limit.remedy, system)}"
            for label, one in zip(labels, self.plans, strict=True)
            for limit in one.limits
            if limit.broken
        ]
        if broken:
            lines += ["", "Limits that are exceeded", *broken]
        return "\n".join([*lines, "", DISCLAIMER])

    def _cost(self) -> str:
        lacking = [
            one.label
            for one, made in zip(self.part.operations, self.plans, strict=True)
            if math.isnan(made.outcome.cost)
        ]
        if not lacking:
            return f"the cuts of a part cost {self.cost_per_part:.2f}, edges included"
        return f"the cost is not known: economy or a known life is missing for {', '.join(lacking)}"

    def _longest(self, system: str) -> str:
        place = self.bottleneck
        longest = self.plans[place]
        said = f"{self.part.operations[place].label} takes longest"
        if not longest.limits:
            return said + "; no limit of it is known."
        remedy = f"; {describe(longest.binding.remedy, system)}" if longest.binding.remedy else ""
        return f"{said}; what stops it first is {longest.binding.label}{remedy}."

    def __str__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.describe())}</pre>"

    def to_dict(self) -> dict[str, Any]:
        """The part as plain values, with the plan of every operation."""
        cost = self.cost_per_part
        return {
            "part": self.part.model_dump(mode="json"),
            "time_per_part_s": float(self.time_per_part.m),
            "time_of_batch_s": float(self.time_of_batch.m),
            "cost_per_part": None if math.isnan(cost) else cost,
            "bottleneck": self.part.operations[self.bottleneck].label,
            "feasible": self.feasible,
            "tools": [
                {
                    "tool": use.tool,
                    "operations": list(use.labels),
                    "cutting_time_s": use.cutting_time,
                    "edges_per_part": None if math.isnan(use.edges) else use.edges,
                }
                for use in self.tools
            ],
            "plans": [one.to_dict() for one in self.plans],
        }

    def to_json(self, **options: Any) -> str:
        """`to_dict` as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, **options)


def plan_part(part: Part, catalog: Catalog | None = None) -> PartPlan:
    """Plan every operation of a part, and add up times, tools and cost.

    A tool is changed where an operation has another than the one before; the first tool of a part is changed too,
    as the part before ended with the last, unless all operations share one tool.

    Parameters
    ----------
    part
        Its operations.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    PartPlan
        See there.

    Raises
    ------
    InputError
        For an operation that cannot be planned, or whose time in cut is not known; it begins with its place.
    """
    tables = default() if catalog is None else catalog
    plans, problems = [], []
    for place, one in enumerate(part.operations):
        try:
            plans.append(plan(one.job, tables))
        except InputError as error:
            problems += [f"operations.{place}.job.{problem}" for problem in error.problems]
            continue
        if math.isnan(plans[-1].outcome.cutting_time):
            problems.append(
                f"operations.{place}.job.cut_length: {one.label!r} has no time without the length of its path; give it"
            )
    if problems:
        raise InputError(problems)
    return PartPlan(part, tuple(plans), _times(part, plans), _tools(part, plans))


def _times(part: Part, plans: list[Plan]) -> tuple[float, ...]:
    swap = part.si_or("tool_swap_time", 0.0)
    assert swap is not None
    before = [part.operations[place - 1].job.tool for place in range(len(plans))]  # the first follows the last
    return tuple(
        float(made.outcome.cutting_time) + one.si("moves") + (swap if one.job.tool != last else 0.0)
        for one, made, last in zip(part.operations, plans, before, strict=True)
    )


def _tools(part: Part, plans: list[Plan]) -> tuple[ToolUse, ...]:
    found: list[tuple[Any, list[str], list[Plan]]] = []
    for one, made in zip(part.operations, plans, strict=True):
        same = next((entry for entry in found if entry[0] == one.job.tool), None)
        if same is None:
            same = (one.job.tool, [], [])
            found.append(same)
        same[1].append(one.label)
        same[2].append(made)
    return tuple(
        ToolUse(
            tool.describe(),
            tuple(labels),
            math.fsum(float(one.outcome.cutting_time) for one in made),
            math.fsum(float(one.outcome.cutting_time / one.outcome.tool_life) for one in made),
        )
        for tool, labels, made in found
    )

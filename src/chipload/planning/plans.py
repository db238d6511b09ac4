"""The plan of a cut: every number with its interval, the limits, the warnings and the working."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.planning.fitting import fit
from chipload.planning.jobs import Job
from chipload.planning.limits import Freeing, Limit, find_limits
from chipload.planning.operations import Operation, operation_of
from chipload.planning.prepared import Prepared, Setting
from chipload.planning.uncertainty import interval, sample
from chipload.units.boundary import from_kernel
from chipload.units.messages import Message
from chipload.units.trace import Working, working

if TYPE_CHECKING:
    from pint import Quantity as PintQuantity

    from chipload.planning.sensitivity import Sensitivity, WorthOfCalibration

    Quantity: TypeAlias = PintQuantity[Any]


@dataclass(frozen=True)
class Plan:
    """What a job comes to.

    The numbers are pint quantities and attributes by their name, `plan.power`; `intervals` holds the low and
    high end of each.  Print it for a table.

    Attributes
    ----------
    job
        What was asked.
    outcome
        The numbers in kernel units.
    intervals
        Low and high end of every number, nine times in ten around the truth.
    limits
        Every limit with its utilisation, the fullest first.
    binding
        The limit that stops you first.
    warnings
        What to look at, with what to do.
    assumptions
        What was taken from tables or assumed because the job leaves it open.
    working
        How each number came about, with equation and source.
    """

    job: Any
    outcome: Any
    intervals: dict[str, tuple[Quantity, Quantity]]
    limits: tuple[Limit, ...]
    warnings: tuple[Message, ...]
    assumptions: tuple[Message, ...]
    working: Working = field(repr=False)
    prepared: Prepared = field(repr=False)
    catalog: Catalog = field(repr=False)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Quantity:
            kind = self.operation.kinds.get(name) if "outcome" in self.__dict__ else None
            if kind is None:
                numbers = ", ".join(self.operation.kinds) if "outcome" in self.__dict__ else ""
                raise AttributeError(f"a plan has no {name!r}; its numbers are {numbers}", name=name, obj=self)
            return from_kernel(kind, getattr(self.outcome, name))

    else:

        def __getattr__(self, name: str) -> Any: ...

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.operation.kinds]

    @property
    def operation(self) -> Operation:
        """The operation of the job."""
        return operation_of(self.job)

    @property
    def settings(self) -> tuple[Setting, ...]:
        """What is set at the machine, given by the job or recommended, with the range of the tables."""
        return self.prepared.settings

    @property
    def binding(self) -> Limit:
        """The limit with the highest utilisation.

        Raises
        ------
        InputError
            Where no limit is known for the job.
        """
        if not self.limits:
            raise InputError("limits: none is known for this job; name its machine, or give its tool in full")
        return self.limits[0]

    @property
    def feasible(self) -> bool:
        """True where every limit that is known holds."""
        return not any(limit.broken for limit in self.limits)

    def sensitivity(self, name: str) -> Sensitivity:
        """What a result depends on; see `chipload.planning.sensitivity.sensitivity`."""
        from chipload.planning.sensitivity import sensitivity

        return sensitivity(self, name)

    def worth_of_calibration(self, name: str) -> WorthOfCalibration:
        """What three measured cuts would buy; see `chipload.planning.sensitivity.worth_of_calibration`."""
        from chipload.planning.sensitivity import worth_of_calibration

        return worth_of_calibration(self, name)

    def describe(self, system: str = "metric") -> str:
        """The plan as a readable table in metric or inch units."""
        from chipload.planning.rendering import as_text

        return as_text(self, system)

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        bound = f"{self.binding.label} {self.binding.utilisation:.0%}" if self.limits else "no limit known"
        return f"<Plan: {self.job.material}, {bound}>"

    def _repr_html_(self) -> str:
        from chipload.planning.rendering import as_html

        return as_html(self)

    def to_frame(self) -> Any:
        """The numbers as a pandas frame: a row for each, with its value, interval and unit.

        Raises
        ------
        ModuleNotFoundError
            Where pandas is not installed.
        """
        from chipload.planning.frames import frame_of_plan

        return frame_of_plan(self)

    def show_working(self, form: str = "text", system: str = "metric") -> str:
        """How each number came about: equation, the numbers put in, result and source, in full.

        Parameters
        ----------
        form
            "text", "html" or "latex".
        system
            "metric" or "inch".

        Raises
        ------
        InputError
            For another form.
        """
        shown = replace(self.working, taken=[*self.assumptions, *self.working.taken])
        forms = {"text": shown.to_text, "html": shown.to_html, "latex": shown.to_latex}
        if form not in forms:
            raise InputError(f"show_working, form: {form!r} is not known; choose from {', '.join(forms)}")
        return forms[form](system, self.catalog.sources)

    def to_dict(self) -> dict[str, Any]:
        """The plan as plain values, every number with its unit and interval; the job in full."""
        from chipload.planning.rendering import as_dict

        return as_dict(self)

    def to_json(self, **options: Any) -> str:
        """`to_dict` as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, **options)


def plan(job: Job, catalog: Catalog | None = None) -> Plan:
    """Plan a cut: numbers, limits, intervals and working.

    Parameters
    ----------
    job
        What is cut, with what, on what; what it leaves open is recommended from the tables.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    Plan
        See there.

    Raises
    ------
    InputError
        For a job that cannot be planned, in one sentence with the remedy.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> found = cl.plan(job)
    >>> round(found.spindle_speed.m), round(found.removal_rate.m, 1)
    (9549, 95.5)
    """
    tables = default() if catalog is None else catalog
    operation = operation_of(job)
    prepared = fit(operation, operation.prepare(job, tables))
    with working() as steps:
        outcome = operation.evaluate(prepared.cut)
    samples = sample(prepared)
    sampled = operation.evaluate(samples)
    limits = find_limits(operation, prepared, outcome, samples, sampled)
    freeing = Freeing(operation, prepared)
    limits = tuple(
        replace(limit, remedy=freeing.remedy(limit)) if limit.broken or place == 0 else limit
        for place, limit in enumerate(limits)
    )
    return Plan(
        job, outcome, _intervals(operation, sampled), limits, tuple(_warnings(prepared, limits, steps)),
        prepared.assumptions, steps, prepared, tables,
    )  # fmt: skip


def _intervals(operation: Operation, sampled: Any) -> dict[str, tuple[Quantity, Quantity]]:
    found = {}
    for name, kind in operation.kinds.items():
        low, high = interval(getattr(sampled, name))
        found[name] = (from_kernel(kind, low), from_kernel(kind, high))
    return found


def _warnings(prepared: Prepared, limits: tuple[Limit, ...], steps: Working) -> list[Message]:
    said = [
        Message.of("{} is exceeded: {}; {}", limit.label, f"{limit.utilisation:.0%}", limit.remedy)
        for limit in limits
        if limit.broken
    ]
    said += [Message(f"{limit.label} cannot be checked: {limit.gap}") for limit in limits if not limit.known]
    said += [
        Message(
            f"{limit.label} may be exceeded: it holds in {limit.confidence:.0%} of the samples of what is uncertain"
        )
        for limit in limits
        if limit.known and not limit.broken and limit.confidence < 0.9
    ]
    said += prepared.warnings
    said += [note for step in steps for note in step.notes]
    return list(dict.fromkeys(said))

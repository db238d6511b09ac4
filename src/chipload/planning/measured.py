"""A cut that was made, and one thing that was measured on it."""

from __future__ import annotations

from typing import Any

from chipload.catalog import Catalog, Machine
from chipload.errors import InputError, MissingFigureError
from chipload.planning.jobs import Job
from chipload.planning.operations import operation_of
from chipload.units import kinds
from chipload.units.boundary import to_single
from chipload.units.kinds import Kind

SPINDLE_LOAD = "spindle_load"
_LOADABLE = (kinds.POWER, kinds.FORCE, kinds.TORQUE)


class Measured:
    """A job that was cut, with one value measured on it.

    Parameters
    ----------
    job
        The cut that was made.
    uncertainty
        Standard deviation of the instrument as a share of the value, 0.05 for 5 %; an instrument known badly counts
        for less.
    value
        One result of the operation by its name and what was measured, as ``power="1.9 kW"``; or
        ``spindle_load=0.42``, the share of the machine's rated power less that of the spindle running idle.

    Raises
    ------
    InputError
        For no value or several, a name that is no force, torque or power of the operation, or a value that is not
        above zero.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> cl.Measured(job, power="1.1 kW").name
    'power'
    """

    job: Job
    name: str
    value: float
    uncertainty: float

    def __init__(self, job: Job, *, uncertainty: float = 0.0, **value: Any) -> None:
        if not isinstance(job, Job):
            raise InputError(f"job: {job!r} is no job; give the cut that was made, as cl.Milling(...)")
        names = [name for name, kind in operation_of(job).kinds.items() if kind in _LOADABLE] + [SPINDLE_LOAD]
        if len(value) != 1:
            raise InputError(f"value: give one measured value, not {len(value)}; it is one of {', '.join(names)}")
        ((self.name, given),) = value.items()
        if self.name not in names:
            raise InputError(f"{self.name}: it does not tell the force of a cut; give one of {', '.join(names)}")
        self.job = job
        self.uncertainty = to_single(kinds.SHARE, uncertainty, "uncertainty")
        self.value = to_single(self.kind, given, self.name)
        if self.value <= 0:
            raise InputError(f"{self.name}: {given!r} was measured, but a cut needs more than nothing; give its value")

    @property
    def kind(self) -> Kind:
        """Kind of what was measured."""
        return kinds.RATIO if self.name == SPINDLE_LOAD else operation_of(self.job).kinds[self.name]

    @property
    def result(self) -> str:
        """Name of the result of the operation that it is compared with."""
        return "motor_power" if self.name == SPINDLE_LOAD else self.name

    def per_result(self, machine: Machine | None) -> float:
        """What the result of the operation is multiplied by to be what was measured.

        Raises
        ------
        MissingFigureError
            For a spindle load where the job has no machine, or one of no known power.
        """
        if self.name != SPINDLE_LOAD:
            return 1.0
        figure = None if machine is None else machine.find("power")
        if figure is None:
            raise MissingFigureError("spindle_load: the job has no machine of known power; name one, or give the power")
        return 1.0 / figure.value

    def as_row(self, tables: Catalog) -> dict[str, Any]:
        """The reading as plain values that can be kept."""
        return {
            "job": self.job.model_dump(mode="json", exclude_none=True),
            "material": tables.material(self.job.material).name,
            self.name: self.value,
            "unit": self.kind.unit or "1",
            "uncertainty": self.uncertainty,
        }

"""A tapping job."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CountField,
    CuttingSpeedField,
    DiameterField,
    FractionField,
    LengthField,
    PositiveLengthField,
    SpindleSpeedField,
    StressField,
)
from chipload.planning.jobs import Job
from chipload.planning.tools import Tap
from chipload.units import kinds
from chipload.units.messages import Message


class Tapping(Job):
    """Holes tapped with the spindle geared to the feed; the tap turns in and out at one speed.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The tap, which says the thread.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`; a worn tap or a packed blind hole can double the torque, a `wear_factor` of 2.
    thread_length
        Depth to which the tap runs in, its chamfer included.
    hole_diameter, thread_percentage
        The hole before tapping or the share of a full thread that it leaves, one of them; neither for the drill that
        the tables name for a cutting tap.
    hole_depth
        Of a blind hole, from the surface to its cylindrical end; None for a through hole.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed; the speed holds at the major diameter.
    specific_cutting_force
        Of tapping, not of turning or milling; that of the tables unless given.
    approach
        Distance above the hole at which the tap starts and to which it returns.
    holes
        Number of holes, for time and wear.

    Raises
    ------
    InputError
        For a job that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> tap = cl.Tap(thread="M10", kind="spiral flute")
    >>> job = cl.Tapping(material="1045", tool=tap, thread_length="20 mm", spindle_speed="500 rpm")
    >>> found = cl.plan(job)
    >>> round(found.torque.m, 2), round(found.feed_rate.m)
    (6.55, 750)
    """

    EITHER: ClassVar[dict[str, str]] = {
        "cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed",
        "hole_diameter": "thread_percentage", "thread_percentage": "hole_diameter",
    }  # fmt: skip

    operation: Literal["tapping"] = "tapping"
    tool: Tap
    thread_length: PositiveLengthField
    hole_diameter: DiameterField | None = None
    thread_percentage: FractionField | None = None
    hole_depth: PositiveLengthField | None = None
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    specific_cutting_force: StressField | None = None
    approach: LengthField | None = None
    holes: CountField = 1

    @model_validator(mode="after")
    def _possible(self) -> Tapping:
        problems: list[str] = self._set_twice() + self._life_known_in_part()
        if self.specific_cutting_force is not None and self.si("specific_cutting_force") == 0:
            problems.append("specific_cutting_force: it is zero; give one like 3900 MPa")
        if self.hole_depth is not None and self.si("thread_length") > self.si("hole_depth") * (1 + 1e-12):
            problems.append(
                Message.of(
                    "thread_length: {} is more than the hole is deep, {}, so the tap would strike its bottom; tap "
                    "less deep or drill deeper",
                    (kinds.LENGTH, self.si("thread_length")), (kinds.LENGTH, self.si("hole_depth")),
                )
            )  # fmt: skip
        if problems:
            raise InputError(problems)
        return self

"""A threading job."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CountField,
    CuttingSpeedField,
    DiameterField,
    LengthField,
    PositiveLengthField,
    SpindleSpeedField,
)
from chipload.planning.jobs import Job
from chipload.planning.thread_sizes import thread_named_once
from chipload.planning.tools import ThreadingTool


class Threading(Job):
    """A 60° thread turned with a single point in passes of falling infeed, square to the axis.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The threading tool.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    thread
        Name of the thread in the tables, like "M20x2.5" or "1/2-13 UNC".
    major_diameter, pitch
        Of a thread without a name in the tables, both.
    side
        "outside" for a bolt thread, "inside" for a nut thread.
    thread_length
        Length of the thread.
    passes, first_infeed
        Number of passes or the depth of the first one, which is rounded down to a whole number of passes; one of
        them.
    thread_depth
        Whole depth on the radius; that of the profile of ISO 68-1 unless given.
    starts
        Number of starts.
    run
        Run-in and run-out of a pass together.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed; the speed holds at the major diameter.

    Raises
    ------
    InputError
        For a job that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> job = cl.Threading(material="1045", tool=cl.ThreadingTool(), thread="M10", thread_length="20 mm", passes=6)
    >>> found = cl.plan(job)
    >>> round(found.thread_depth.m, 2), round(found.first_infeed.m, 3)
    (0.92, 0.376)
    """

    EITHER: ClassVar[dict[str, str]] = {
        "cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed", "passes": "first_infeed",
        "first_infeed": "passes",
    }  # fmt: skip

    operation: Literal["threading"] = "threading"
    tool: ThreadingTool
    thread: str | None = None
    major_diameter: DiameterField | None = None
    pitch: PositiveLengthField | None = None
    side: Literal["outside", "inside"] = "outside"
    thread_length: PositiveLengthField
    passes: CountField | None = None
    first_infeed: PositiveLengthField | None = None
    thread_depth: PositiveLengthField | None = None
    starts: CountField = 1
    run: LengthField | None = None
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None

    @model_validator(mode="after")
    def _possible(self) -> Threading:
        problems = thread_named_once(self) + self._set_twice() + self._life_known_in_part()
        if problems:
            raise InputError(problems)
        return self

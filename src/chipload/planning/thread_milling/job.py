"""A thread milling job."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CountField,
    CuttingSpeedField,
    DiameterField,
    FeedPerToothField,
    FeedRateField,
    FractionField,
    PositiveLengthField,
    RotationalStiffnessField,
    SpindleSpeedField,
    StiffnessField,
)
from chipload.planning.jobs import Job
from chipload.planning.thread_sizes import thread_named_once
from chipload.planning.tools import ThreadMill
from chipload.units import kinds
from chipload.units.messages import Message


class ThreadMilling(Job):
    """A 60° thread milled to its whole depth in one pass on a helix.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The thread mill.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    thread
        Name of the thread in the tables, like "M20x2.5" or "1/2-13 UNC".
    major_diameter, pitch
        Of a thread without a name in the tables, both.
    side
        "inside" for a nut thread, "outside" for a bolt thread.
    thread_length
        Length of the thread.
    hole_diameter, thread_depth
        The hole before milling an inner thread, or the depth on the radius, one of them; neither for the profile of
        ISO 68-1.
    cutting_speed, spindle_speed
        One of them; the tables hold no speeds of thread mills.
    feed_per_tooth, feed_rate
        One of them: the feed of a tooth at the wall, or the programmed feed of the tool centre.
    threads
        Number of threads of this kind, for time and wear.
    radial_force_ratio
        Radial over tangential force, for the side load on the tool; reported values run from 0.2 to 0.5.
    holder_stiffness, holder_rotational_stiffness
        Of holder and spindle, where measured; rigid otherwise.

    Raises
    ------
    InputError
        For a job that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> import chipload as cl
    >>> mill = cl.ThreadMill(diameter="8 mm", teeth=4, stickout="30 mm", flute_length="18 mm", pitch="1.5 mm")
    >>> job = cl.ThreadMilling(material="1045", tool=mill, thread="M12x1.5", thread_length="15 mm",
    ...                        cutting_speed="100 m/min", feed_per_tooth="0.03 mm")
    >>> found = cl.plan(job)
    >>> round(found.edge_feed_rate.m), round(found.feed_rate.m)
    (477, 159)
    """

    EITHER: ClassVar[dict[str, str]] = {
        "cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed", "feed_per_tooth": "feed_rate",
        "feed_rate": "feed_per_tooth", "hole_diameter": "thread_depth", "thread_depth": "hole_diameter",
    }  # fmt: skip

    operation: Literal["thread_milling"] = "thread_milling"
    tool: ThreadMill
    thread: str | None = None
    major_diameter: DiameterField | None = None
    pitch: PositiveLengthField | None = None
    side: Literal["inside", "outside"] = "inside"
    thread_length: PositiveLengthField
    hole_diameter: DiameterField | None = None
    thread_depth: PositiveLengthField | None = None
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    feed_per_tooth: FeedPerToothField | None = None
    feed_rate: FeedRateField | None = None
    threads: CountField = 1
    radial_force_ratio: FractionField = 0.3
    holder_stiffness: StiffnessField | None = None
    holder_rotational_stiffness: RotationalStiffnessField | None = None

    @model_validator(mode="after")
    def _possible(self) -> ThreadMilling:
        problems = thread_named_once(self) + self._set_twice() + self._life_known_in_part()
        length, stickout = self.si("thread_length"), self.tool.si("stickout")
        if length >= stickout:
            problems.append(
                Message.of(
                    "thread_length: {} is not less than the stick-out of {}; the holder would hit the work, so mill "
                    "a shorter thread or clamp the tool longer",
                    (kinds.LENGTH, length), (kinds.LENGTH, stickout),
                )
            )  # fmt: skip
        if self.side == "outside" and self.hole_diameter is not None:
            problems.append("hole_diameter: a bolt thread has no hole; set side to 'inside' or give thread_depth")
        if problems:
            raise InputError(problems)
        return self

"""What every job of a hole has."""

from __future__ import annotations

from typing import Any, ClassVar

from chipload.planning.fields import (
    CountField,
    CuttingSpeedField,
    FeedPerRevField,
    FeedRateField,
    LengthField,
    PositiveField,
    PositiveLengthField,
    SpindleSpeedField,
)
from chipload.planning.jobs import Job
from chipload.planning.tools.round_tool import RoundTool
from chipload.units import kinds
from chipload.units.messages import Message


class HoleJob(Job):
    """Base of the jobs that make or widen a hole along the axis of the tool.

    Parameters
    ----------
    depth
        Depth of the hole at its full diameter; of a through hole, the thickness of the part.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.
    feed_per_rev, feed_rate
        One of them, or neither for a recommended feed.
    breakthrough
        How far the full diameter goes beyond the depth, as for a clean exit on the far side.
    approach_length
        Way at the feed before the tool touches.
    holes
        Number of equal holes; tells time, wear and cost.
    feed_force_factor
        Feed force over the cutting force; guides say 0.5 to 0.63.
    """

    EITHER: ClassVar[dict[str, str]] = {
        "cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed", "feed_per_rev": "feed_rate",
        "feed_rate": "feed_per_rev",
    }  # fmt: skip

    tool: RoundTool
    depth: PositiveLengthField
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    feed_per_rev: FeedPerRevField | None = None
    feed_rate: FeedRateField | None = None
    breakthrough: LengthField | None = None
    approach_length: LengthField | None = None
    holes: CountField = 1
    feed_force_factor: PositiveField = 0.565

    @property
    def depth_ratio(self) -> float:
        """Depth over diameter."""
        return self.si("depth") / self.tool.si("diameter")

    def describe(self, doing: str) -> str:
        """What is done, how deep and how often, in a few words."""
        return f"{doing} {self.depth:g~P} deep" + (f", {self.holes:g} holes" if self.holes > 1 else "")

    def _impossible_hole(self, pilot: float) -> list[Any]:
        """A sentence for each thing that cannot be of a hole with a pilot hole [m], 0 for the solid."""
        length = kinds.LENGTH
        problems: list[Any] = []
        deepest = self.si("depth") + (self.si_or("breakthrough") or 0.0)
        diameter, stickout = self.tool.si("diameter"), self.tool.si("stickout")
        if deepest >= stickout:
            problems.append(
                Message.of(
                    "depth: {} is not less than the stick-out of {}; the holder would hit the work, so make the hole "
                    "less deep or clamp the tool longer",
                    (length, deepest), (length, stickout),
                )
            )  # fmt: skip
        if pilot >= diameter:
            problems.append(
                Message.of(
                    "pilot_diameter: {} is not less than the diameter of {}, so nothing is left to cut; give the "
                    "diameter of the hole before the cut",
                    (length, pilot), (length, diameter),
                )
            )  # fmt: skip
        return problems + self._set_twice() + self._life_known_in_part()

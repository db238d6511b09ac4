"""A milling job."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CountField,
    CuttingSpeedField,
    DampingRatioField,
    FeedPerToothField,
    FeedRateField,
    ForceField,
    FractionField,
    FrequencyField,
    OffsetField,
    PositiveField,
    PositiveLengthField,
    RotationalStiffnessField,
    SpindleSpeedField,
    StiffnessField,
    VolumeField,
)
from chipload.planning.jobs import Job, mode_problems
from chipload.planning.tools import EndMill
from chipload.planning.tools.turning_tool import given_in_part
from chipload.units import kinds
from chipload.units.messages import Message

Style = Literal["side", "slot", "face", "ball"]


class Milling(Job):
    """A straight cut with an end mill, ball nose or face mill.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The end mill.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    radial_depth, axial_depth
        Width across the feed and depth along the tool axis.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.
    feed_per_tooth, feed_rate
        One of them, or neither for a recommended feed.
    cut_length, volume
        Length of the path at the feed, all passes together, or the volume that is removed; tells time, wear and cost.
    style
        "side", "slot", "face" or "ball"; read from tool and width unless given.
    direction
        "down" (climb) or "up" (conventional).
    offset
        Of a face mill from the middle of the width.
    radial_force_ratio
        Radial over tangential force, for the side load on the tool; reported values run from 0.2 to 0.5.
    holder_stiffness, holder_rotational_stiffness
        Of holder and spindle, where measured; rigid otherwise.
    workpiece_stiffness
        Of the part and its clamping at the cut, against the side force; rigid unless given.
    natural_frequency, modal_stiffness, damping_ratio
        Of the mode at the tool tip that yields most, taken as the same along and across the feed, as of a tool in a
        spindle; given together the depth is held against chatter.
    clamping_force, grip_friction
        Force of the vice and friction at its jaws; given together they are held against the side force.
    friction_faces
        2 where both jaws hold by friction, 1 to count one jaw alone, which is the safe side.
    safety_factor
        Of the clamping.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    EITHER: ClassVar[dict[str, str]] = {
        "cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed", "feed_per_tooth": "feed_rate",
        "feed_rate": "feed_per_tooth", "cut_length": "volume", "volume": "cut_length",
    }  # fmt: skip

    operation: Literal["milling"] = "milling"
    tool: EndMill
    radial_depth: PositiveLengthField
    axial_depth: PositiveLengthField
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    feed_per_tooth: FeedPerToothField | None = None
    feed_rate: FeedRateField | None = None
    cut_length: PositiveLengthField | None = None
    volume: VolumeField | None = None
    style: Style | None = None
    direction: Literal["down", "up"] = "down"
    offset: OffsetField | None = None
    radial_force_ratio: FractionField = 0.3
    holder_stiffness: StiffnessField | None = None
    holder_rotational_stiffness: RotationalStiffnessField | None = None
    workpiece_stiffness: StiffnessField | None = None
    natural_frequency: FrequencyField | None = None
    modal_stiffness: StiffnessField | None = None
    damping_ratio: DampingRatioField | None = None
    clamping_force: ForceField | None = None
    grip_friction: PositiveField | None = None
    friction_faces: CountField = 2
    safety_factor: PositiveField = 2.0

    @model_validator(mode="after")
    def _possible(self) -> Milling:
        problems: list[str] = []
        width, depth = self.si("radial_depth"), self.si("axial_depth")
        diameter, stickout = self.tool.si("diameter"), self.tool.si("stickout")
        length = kinds.LENGTH
        if width > diameter * (1 + 1e-9):
            problems.append(
                Message.of(
                    "radial_depth: {} is more than the diameter of {}; take several passes or a larger tool",
                    (length, width), (length, diameter),
                )
            )  # fmt: skip
        if depth >= stickout:
            problems.append(
                Message.of(
                    "axial_depth: {} is not less than the stick-out of {}; the holder would hit the work, so cut "
                    "less deep or clamp the tool longer",
                    (length, depth), (length, stickout),
                )
            )  # fmt: skip
        problems += self._set_twice() + self._life_known_in_part()
        problems += mode_problems(self)
        problems += given_in_part(self, ("clamping_force", "grip_friction"), "the check of the clamping")
        if self.style == "ball" and not self.tool.is_ball:
            problems.append("style: a cut of style 'ball' needs a ball nose; give a corner radius of half the diameter")
        if self.style == "slot" and width < diameter * (1 - 1e-9):
            problems.append(
                Message.of(
                    "style: a slot is as wide as the tool, but the radial depth is {} of {}; use style 'side' or "
                    "widen the cut",
                    (length, width), (length, diameter),
                )
            )  # fmt: skip
        offset = self.offset_si
        if self.cut_style != "face" and offset:
            problems.append("offset: only a face cut has one; set style to 'face' or leave it out")
        elif offset and abs(offset) + width / 2 > diameter / 2 * (1 + 1e-9):
            problems.append("offset: the cutter does not cover the width with this offset; make it smaller")
        if problems:
            raise InputError(problems)
        return self

    @property
    def cut_style(self) -> Style:
        """The style given, or the one that tool and width tell."""
        if self.style is not None:
            return self.style
        if self.tool.is_ball:
            return "ball"
        return "slot" if self.si("radial_depth") >= self.tool.si("diameter") * (1 - 1e-9) else "side"

    @property
    def offset_si(self) -> float:
        """Offset of the cutter axis [m]."""
        return 0.0 if self.offset is None else self.si("offset")

"""A job: what is cut, with what, on what; plain JSON out and in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CuttingSpeedField,
    FeedPerToothField,
    FeedRateField,
    FractionField,
    OffsetField,
    PositiveField,
    PositiveLengthField,
    Record,
    RotationalStiffnessField,
    SmallLengthField,
    SpindleSpeedField,
    StiffnessField,
)
from chipload.planning.tools import EndMill
from chipload.units import kinds
from chipload.units.messages import Message

Style = Literal["side", "slot", "face", "ball"]


class Limits(Record):
    """What a plan holds a cut against besides the machine; rules of the shop, each open to change.

    Parameters
    ----------
    deflection
        Largest deflection of the tip.
    tool_stress_share
        Share of the transverse rupture strength that the mean load may reach: the peak load of a tooth is about
        twice the mean, and the flutes are a notch.
    power_share
        Share of the rated power and of the torque at the speed that may be used.
    estimated_share
        Share of an estimated power, torque or force of a machine that may be used.
    min_chip_share
        Least chip, as a share of the edge radius, below which the edge rubs.
    """

    deflection: SmallLengthField = Field(default="20 um", validate_default=True)
    tool_stress_share: FractionField = 0.25
    power_share: FractionField = 1.0
    estimated_share: FractionField = 0.8
    min_chip_share: FractionField = 0.3


class Milling(Record):
    """A straight cut with an end mill, ball nose or face mill.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The end mill.
    machine
        A machine of the tables; None for no limits of a machine.
    holder
        A holder of the tables; its stiffness enters where the tables have one.
    radial_depth, axial_depth
        Width across the feed and depth along the tool axis.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.
    feed_per_tooth, feed_rate
        One of them, or neither for a recommended feed.
    style
        "side", "slot", "face" or "ball"; read from tool and width unless given.
    direction
        "down" (climb) or "up" (conventional).
    offset
        Of a face mill from the middle of the width.
    wear_factor
        Factor on force for a worn edge: 1 sharp, 1.2 to 1.8 at 0.3 mm of flank wear.
    radial_force_ratio
        Radial over tangential force, for the side load on the tool; reported values run from 0.2 to 0.5.
    holder_stiffness, holder_rotational_stiffness
        Of holder and spindle, where measured; rigid otherwise.
    limits
        Rules of the shop.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["milling"] = "milling"
    material: str
    tool: EndMill
    machine: str | None = None
    holder: str | None = None
    radial_depth: PositiveLengthField
    axial_depth: PositiveLengthField
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    feed_per_tooth: FeedPerToothField | None = None
    feed_rate: FeedRateField | None = None
    style: Style | None = None
    direction: Literal["down", "up"] = "down"
    offset: OffsetField | None = None
    wear_factor: PositiveField = 1.0
    radial_force_ratio: FractionField = 0.3
    holder_stiffness: StiffnessField | None = None
    holder_rotational_stiffness: RotationalStiffnessField | None = None
    limits: Limits = Field(default_factory=Limits)

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
        if self.cutting_speed is not None and self.spindle_speed is not None:
            problems.append("cutting_speed: it and the spindle speed set the same thing; give one of them")
        if self.feed_per_tooth is not None and self.feed_rate is not None:
            problems.append("feed_per_tooth: it and the feed rate set the same thing; give one of them")
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

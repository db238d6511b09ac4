"""The one evaluation of a milling cut: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from chipload import cutting, finish, mechanics
from chipload.planning.cuts import Cut, specific_force
from chipload.planning.economy import worth
from chipload.planning.milling.job import Milling, Style
from chipload.units.kinds import (
    Amount,
    Angle,
    ChipThickness,
    CuttingSpeed,
    Diameter,
    FeedPerTooth,
    FeedRate,
    Force,
    Power,
    Ratio,
    Real,
    RemovalRate,
    Roughness,
    SmallLength,
    SpindleSpeed,
    Stress,
    Time,
    ToolLife,
    Torque,
)


@dataclass(frozen=True, kw_only=True)
class MillingCut(Cut):
    """Everything a milling cut is computed from, in kernel units; any field may be an array.

    A `style` of None is that of a side cut or, where the width takes the whole diameter, of a slot.
    """

    EITHER: ClassVar[dict[str, str]] = Milling.EITHER

    style: Style | None
    diameter: Real
    teeth: Real
    corner_radius: Real
    entering_angle: Real
    radial_depth: Real
    axial_depth: Real
    offset: Real
    cutting_speed: Real | None
    spindle_speed: Real | None
    feed_per_tooth: Real | None
    feed_rate: Real | None
    cut_length: Real | None
    volume: Real | None
    radial_force_ratio: Real
    stickout: Real
    flute_length: Real
    shank_diameter: Real
    neck_diameter: Real
    neck_length: Real
    core_fraction: Real
    youngs_modulus: Real
    poisson_ratio: Real
    holder_stiffness: Real
    holder_rotational_stiffness: Real
    workpiece_stiffness: Real
    direction: Literal["down", "up"]
    natural_frequency: Real
    modal_stiffness: Real
    damping_ratio: Real
    clamping_force: Real
    grip_friction: Real
    friction_faces: Real
    safety_factor: Real


@dataclass(frozen=True)
class MillingOutcome:
    """What a milling cut comes to, in kernel units."""

    spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    effective_diameter: Diameter
    feed_per_tooth: FeedPerTooth
    feed_rate: FeedRate
    removal_rate: RemovalRate
    engagement_angle: Angle
    teeth_in_cut: Ratio
    mean_chip_thickness: ChipThickness
    max_chip_thickness: ChipThickness
    specific_cutting_force: Stress
    tooth_force: Force
    tangential_force: Force
    torque: Torque
    power: Power
    motor_power: Power
    side_force: Force
    deflection: SmallLength
    tool_stress: Stress
    roughness_rz: Roughness
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount


def effective_diameter(cut: MillingCut) -> Real:
    """Diameter at which the cut is made: less than the tool's where only a rounded corner cuts."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.diameter
    return cutting.corner_effective_diameter.si(cut.diameter, cut.corner_radius, cut.axial_depth)


def slotted(cut: MillingCut) -> Any:
    """Where the cut is a slot, as its style or its width tells."""
    if cut.style is not None:
        return np.asarray(cut.style == "slot")
    return np.asarray(cut.radial_depth) >= np.asarray(cut.diameter) * (1 - 1e-9)


def possible(cut: MillingCut) -> Any:
    """Where the cut can be made: a rounded tool is narrower at a small depth, and only a slot is then as narrow."""
    return (np.asarray(cut.radial_depth) <= np.asarray(effective_diameter(cut)) * (1 + 1e-9)) | slotted(cut)


def width_in_cut(cut: MillingCut, across: Real) -> Real:
    """Width of the cut of a tool that is `across` wide at its depth: a slot is no wider than that."""
    return np.minimum(cut.radial_depth, across)


def radial_share(cut: MillingCut) -> Real:
    """Width of the cut over the diameter at which it is made."""
    across = effective_diameter(cut)
    return np.divide(width_in_cut(cut, across), across)


def speeds(cut: MillingCut, across: Real) -> tuple[Real, Real]:
    """Cutting speed and spindle speed at the diameter `across`, whichever of them is set."""
    if cut.cutting_speed is not None:
        return cut.cutting_speed, cutting.spindle_speed.si(cut.cutting_speed, across)
    assert cut.spindle_speed is not None
    return cutting.cutting_speed.si(cut.spindle_speed, across), cut.spindle_speed


def feeds(cut: MillingCut, spindle_speed: Real) -> tuple[Real, Real]:
    """Feed per tooth and feed rate, whichever of them is set."""
    if cut.feed_per_tooth is not None:
        return cut.feed_per_tooth, cutting.feed_rate.si(cut.feed_per_tooth, cut.teeth, spindle_speed)
    assert cut.feed_rate is not None
    return cutting.feed_per_tooth.si(cut.feed_rate, cut.teeth, spindle_speed), cut.feed_rate


def engagement(cut: MillingCut) -> cutting.Engagement:
    """Where a tooth enters and leaves the work."""
    across = effective_diameter(cut)
    width = width_in_cut(cut, across)
    if cut.style == "face":
        return cutting.face_engagement.si(width, across, cut.offset)
    return cutting.side_engagement.si(width, across, direction=cut.direction)


def mean_entering_angle(cut: MillingCut) -> Real:
    """Entering angle that stands for the whole edge in cut."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.entering_angle
    return cutting.mean_entering_angle.si(cut.axial_depth, cut.corner_radius)


def thickest_entering_angle(cut: MillingCut) -> Real:
    """Entering angle where the chip is thickest: at the depth of cut on a rounded edge."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.entering_angle
    return cutting.entering_angle_at_depth.si(cut.axial_depth, cut.corner_radius)


def evaluate(cut: MillingCut) -> MillingOutcome:
    """Compute a cut: speed, feed, chip, force, power, deflection, stress and ideal finish.

    The force, torque and power close on each other: all come from the specific force at the mean chip.
    """
    across = effective_diameter(cut)
    width = width_in_cut(cut, across)
    cutting_speed, spindle_speed = speeds(cut, across)
    feed_per_tooth, feed_rate = feeds(cut, spindle_speed)
    removal_rate = cutting.milling_removal_rate.si(cut.axial_depth, width, feed_rate)

    kappa, steepest = mean_entering_angle(cut), thickest_entering_angle(cut)
    if cut.style == "face":
        arc = engagement(cut)
        in_work = arc.engagement_angle
        mean_chip = cutting.mean_chip_thickness_between.si(feed_per_tooth, arc.entry_angle, arc.exit_angle, kappa)
        # A cutter that covers the width passes the thickest chip, as in a slot.
        max_chip = cutting.max_chip_thickness.si(feed_per_tooth, across, across, steepest)
    else:
        in_work = cutting.engagement_angle.si(width, across)
        mean_chip = cutting.mean_chip_thickness.si(feed_per_tooth, width, across, kappa)
        max_chip = cutting.max_chip_thickness.si(feed_per_tooth, width, across, steepest)
    teeth_in_cut = cutting.teeth_in_cut.si(cut.teeth, in_work)

    specific = specific_force(cut, mean_chip, cut.axial_depth / np.sin(kappa), cutting_speed)
    tooth_force = cutting.tooth_force.si(specific, mean_chip, cut.axial_depth, kappa)
    power = cutting.milling_power.si(specific, cut.axial_depth, width, feed_rate)
    torque = cutting.milling_torque.si(specific, cut.axial_depth, width, feed_per_tooth, cut.teeth)
    tangential = cutting.tangential_force.si(power, cutting_speed)
    motor_power = cutting.motor_power.si(power, cut.efficiency)

    side_force = cutting.side_force.si(tooth_force, teeth_in_cut, cut.radial_force_ratio)
    bent = mechanics.tool_deflection.si(
        side_force, cut.diameter, cut.shank_diameter, cut.stickout, cut.flute_length, cut.youngs_modulus,
        load_position(cut), cut.neck_diameter, cut.neck_length, cut.core_fraction, cut.poisson_ratio,
        cut.holder_stiffness, cut.holder_rotational_stiffness,
    )  # fmt: skip
    stress = mechanics.tool_stress.si(
        side_force, cut.diameter, cut.shank_diameter, cut.stickout, cut.flute_length, torque,
        load_position(cut), cut.neck_diameter, cut.neck_length, cut.core_fraction,
    )  # fmt: skip
    found = worth(cut, cutting_speed, _time(cut, feed_rate, removal_rate))
    return MillingOutcome(
        spindle_speed, cutting_speed, across, feed_per_tooth, feed_rate, removal_rate, in_work,
        teeth_in_cut, mean_chip, max_chip, specific, tooth_force, tangential, torque, power, motor_power,
        side_force, bent.deflection, stress.equivalent_stress, _roughness(cut, feed_per_tooth, width), *found,
    )  # fmt: skip


def _time(cut: MillingCut, feed_rate: Real, removal_rate: Real) -> Real:
    """Time in cut, by the path or the volume, whichever is known."""
    if cut.cut_length is not None:
        return cutting.cutting_time.si(cut.cut_length, feed_rate)
    return np.nan if cut.volume is None else np.divide(cut.volume, removal_rate)


def load_position(cut: MillingCut) -> Real:
    """Distance from the tip at which the side force acts: the middle of the axial depth."""
    return cut.axial_depth / 2


def _roughness(cut: MillingCut, feed_per_tooth: Real, width: Real) -> Real:
    """Ideal height of the profile on the surface that the style is for; NaN where the tool does not tell."""
    if cut.style == "ball":
        across = finish.scallop_height.si(width, cut.diameter)
        return np.maximum(across, finish.scallop_height.si(feed_per_tooth, cut.diameter))
    if cut.style == "face":
        if np.all(np.asarray(cut.corner_radius) == 0):
            return np.full(np.shape(feed_per_tooth), np.nan)[()]
        return finish.milled_floor_rz.si(feed_per_tooth, cut.corner_radius)
    return finish.milled_wall_rz.si(feed_per_tooth, cut.diameter)

"""The one evaluation of a milling cut: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, get_type_hints

import numpy as np

from chipload import cutting, finish, mechanics
from chipload.planning.jobs import Style
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    CuttingSpeed,
    Diameter,
    FeedPerTooth,
    FeedRate,
    Force,
    Kind,
    Power,
    Ratio,
    Real,
    RemovalRate,
    Roughness,
    SmallLength,
    SpindleSpeed,
    Stress,
    Torque,
)


@dataclass(frozen=True)
class Cut:
    """Everything a milling cut is computed from, in kernel units; any field may be an array."""

    style: Style
    diameter: Real
    teeth: Real
    corner_radius: Real
    entering_angle: Real
    radial_depth: Real
    axial_depth: Real
    offset: Real
    cutting_speed: Real
    feed_per_tooth: Real
    kc11: Real
    mc: Real
    rake_factor: Real
    wear_factor: Real
    radial_force_ratio: Real
    efficiency: Real
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

    def having(self, **changed: Any) -> Cut:
        """The same cut with some inputs changed, to arrays if wished."""
        return replace(self, **changed)


@dataclass(frozen=True)
class Outcome:
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


def _kinds() -> dict[str, Kind]:
    hints = get_type_hints(Outcome, include_extras=True)
    return {part.name: next(mark for mark in hints[part.name].__metadata__) for part in fields(Outcome)}


OUTCOME_KINDS: dict[str, Kind] = _kinds()
"""Kind of every result, by name."""


def effective_diameter(cut: Cut) -> Real:
    """Diameter at which the cut is made: less than the tool's where only a rounded corner cuts."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.diameter
    return cutting.corner_effective_diameter.si(cut.diameter, cut.corner_radius, cut.axial_depth)


def mean_entering_angle(cut: Cut) -> Real:
    """Entering angle that stands for the whole edge in cut."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.entering_angle
    return cutting.mean_entering_angle.si(cut.axial_depth, cut.corner_radius)


def thickest_entering_angle(cut: Cut) -> Real:
    """Entering angle where the chip is thickest: at the depth of cut on a rounded edge."""
    if np.all(np.asarray(cut.corner_radius) == 0):
        return cut.entering_angle
    return cutting.entering_angle_at_depth.si(cut.axial_depth, cut.corner_radius)


def evaluate(cut: Cut) -> Outcome:
    """Compute a cut: speed, feed, chip, force, power, deflection, stress and ideal finish.

    The force, torque and power close on each other: all come from the specific force at the mean chip.
    """
    across = effective_diameter(cut)
    spindle_speed = cutting.spindle_speed.si(cut.cutting_speed, across)
    feed_rate = cutting.feed_rate.si(cut.feed_per_tooth, cut.teeth, spindle_speed)
    removal_rate = cutting.milling_removal_rate.si(cut.axial_depth, cut.radial_depth, feed_rate)

    kappa, steepest = mean_entering_angle(cut), thickest_entering_angle(cut)
    if cut.style == "face":
        arc = cutting.face_engagement.si(cut.radial_depth, across, cut.offset)
        engagement = arc.engagement_angle
        mean_chip = cutting.mean_chip_thickness_between.si(cut.feed_per_tooth, arc.entry_angle, arc.exit_angle, kappa)
        # A cutter that covers the width passes the thickest chip, as in a slot.
        max_chip = cutting.max_chip_thickness.si(cut.feed_per_tooth, across, across, steepest)
    else:
        engagement = cutting.engagement_angle.si(cut.radial_depth, across)
        mean_chip = cutting.mean_chip_thickness.si(cut.feed_per_tooth, cut.radial_depth, across, kappa)
        max_chip = cutting.max_chip_thickness.si(cut.feed_per_tooth, cut.radial_depth, across, steepest)
    teeth_in_cut = cutting.teeth_in_cut.si(cut.teeth, engagement)

    specific = cutting.specific_cutting_force.si(mean_chip, cut.kc11, cut.mc, cut.rake_factor, cut.wear_factor)
    tooth_force = cutting.tooth_force.si(specific, mean_chip, cut.axial_depth, kappa)
    power = cutting.milling_power.si(specific, cut.axial_depth, cut.radial_depth, feed_rate)
    torque = cutting.spindle_torque.si(power, spindle_speed)
    tangential = cutting.tangential_force.si(power, cut.cutting_speed)
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
    return Outcome(
        spindle_speed, cut.cutting_speed, across, cut.feed_per_tooth, feed_rate, removal_rate, engagement,
        teeth_in_cut, mean_chip, max_chip, specific, tooth_force, tangential, torque, power, motor_power,
        side_force, bent.deflection, stress.equivalent_stress, _roughness(cut),
    )  # fmt: skip


def load_position(cut: Cut) -> Real:
    """Distance from the tip at which the side force acts: the middle of the axial depth."""
    return cut.axial_depth / 2


def _roughness(cut: Cut) -> Real:
    """Ideal height of the profile on the surface that the style is for; NaN where the tool does not tell."""
    if cut.style == "ball":
        across = finish.scallop_height.si(cut.radial_depth, cut.diameter)
        return np.maximum(across, finish.scallop_height.si(cut.feed_per_tooth, cut.diameter))
    if cut.style == "face":
        if np.all(np.asarray(cut.corner_radius) == 0):
            return np.full(np.shape(cut.feed_per_tooth), np.nan)[()]
        return finish.milled_floor_rz.si(cut.feed_per_tooth, cut.corner_radius)
    return finish.milled_wall_rz.si(cut.feed_per_tooth, cut.diameter)

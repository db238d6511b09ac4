"""The one evaluation of thread milling: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from chipload import cutting, mechanics
from chipload.planning.cuts import Cut, specific_force
from chipload.planning.economy import worth
from chipload.planning.thread_milling.job import ThreadMilling
from chipload.planning.thread_sizes import groove, speeds
from chipload.units.kinds import (
    Amount,
    Angle,
    ChipThickness,
    CuttingSpeed,
    FeedPerTooth,
    FeedRate,
    Force,
    Length,
    PositiveRatio,
    Power,
    Ratio,
    Real,
    RemovalRate,
    SmallLength,
    SpindleSpeed,
    Stress,
    Time,
    ToolLife,
    Torque,
)


@dataclass(frozen=True, kw_only=True)
class ThreadMillingCut(Cut):
    """Everything a milled thread is computed from, in kernel units; any field may be an array."""

    EITHER: ClassVar[dict[str, str]] = ThreadMilling.EITHER

    side: Literal["inside", "outside"]
    major_diameter: Real
    pitch: Real
    crest_share: Real
    hole_diameter: Real | None
    thread_depth: Real | None
    thread_length: Real
    threads: Real
    diameter: Real
    teeth: Real
    rows: Real
    cutting_speed: Real | None
    spindle_speed: Real | None
    feed_per_tooth: Real | None
    feed_rate: Real | None
    radial_force_ratio: Real
    stickout: Real
    flute_length: Real
    shank_diameter: Real
    core_fraction: Real
    youngs_modulus: Real
    poisson_ratio: Real
    holder_stiffness: Real
    holder_rotational_stiffness: Real


@dataclass(frozen=True)
class ThreadMillingOutcome:
    """What a milled thread comes to, in kernel units."""

    spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    feed_per_tooth: FeedPerTooth
    edge_feed_rate: FeedRate
    feed_rate: FeedRate
    thread_depth: Length
    radial_depth: Length
    axial_depth: Length
    engagement_angle: Angle
    teeth_in_cut: Ratio
    mean_chip_thickness: ChipThickness
    removal_rate: RemovalRate
    specific_cutting_force: Stress
    tooth_force: Force
    tangential_force: Force
    torque: Torque
    power: Power
    motor_power: Power
    side_force: Force
    deflection: SmallLength
    tool_stress: Stress
    ramp_angle: Angle
    turns: PositiveRatio
    path_length: Length
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount


def depth_of(cut: ThreadMillingCut) -> Real:
    """Depth of the thread on the radius, whichever way it is set."""
    if cut.thread_depth is not None:
        return cut.thread_depth
    assert cut.hole_diameter is not None
    return (cut.major_diameter - cut.hole_diameter) / 2


def wall_of(cut: ThreadMillingCut) -> Real:
    """Diameter to which the cutter runs: the major of an inner thread, the root of an outer one."""
    return cut.major_diameter if cut.side == "inside" else cut.major_diameter - 2 * depth_of(cut)


def width_of(cut: ThreadMillingCut) -> Real:
    """Width of the straight cut that removes as much."""
    depth, wall = depth_of(cut), wall_of(cut)
    if cut.side == "inside":
        return cutting.inside_radial_depth.si(wall, wall - 2 * depth, cut.diameter)
    return cutting.outside_radial_depth.si(wall, wall + 2 * depth, cut.diameter)


def feeds(cut: ThreadMillingCut, spindle_speed: Real) -> tuple[Real, Real, Real]:
    """Feed per tooth and feed rate at the wall, and feed rate of the centre, whichever of them is set."""
    wall, inside = wall_of(cut), cut.side == "inside"
    if cut.feed_per_tooth is not None:
        at_wall = cutting.feed_rate.si(cut.feed_per_tooth, cut.teeth, spindle_speed)
        centre = cutting.inside_centre_feed if inside else cutting.outside_centre_feed
        return cut.feed_per_tooth, at_wall, centre.si(at_wall, wall, cut.diameter)
    assert cut.feed_rate is not None
    edge = cutting.inside_edge_feed if inside else cutting.outside_edge_feed
    at_wall = edge.si(cut.feed_rate, wall, cut.diameter)
    return cutting.feed_per_tooth.si(at_wall, cut.teeth, spindle_speed), at_wall, cut.feed_rate


def rows_in_cut(cut: ThreadMillingCut) -> Real:
    """Threads that are cut at once: those of the mill, or of the work where it has fewer."""
    return np.minimum(cut.rows, np.maximum(cut.thread_length / cut.pitch, 1.0))


def load_position(cut: ThreadMillingCut) -> Real:
    """Distance from the tip at which the side force acts: the middle of the rows in cut."""
    return rows_in_cut(cut) * cut.pitch / 2


def possible(cut: ThreadMillingCut) -> Any:
    """Where the mill goes into the hole and the cut is no wider than it."""
    fits = np.asarray(width_of(cut)) <= np.asarray(cut.diameter)
    if cut.side == "inside":
        fits = fits & (np.asarray(cut.diameter) < np.asarray(cut.major_diameter - 2 * depth_of(cut)))
    return fits


def evaluate(cut: ThreadMillingCut) -> ThreadMillingOutcome:
    """Compute a milled thread as the straight cut that removes as much along the path of the tool centre.

    Its width holds the ring between the diameters before and after, its feed is that of the centre, and its axial
    depth is the mean width of the grooves in cut. The edges stand to the axis as flanks and tip do on average, which
    thins the chip.
    """
    cutting_speed, spindle_speed = speeds(cut, cut.diameter)
    feed_per_tooth, at_wall, centre = feeds(cut, spindle_speed)
    depth, width = depth_of(cut), width_of(cut)
    profile = groove(depth, depth, cut.pitch, cut.crest_share)
    axial_depth = rows_in_cut(cut) * profile.area / depth
    kappa = np.arcsin(profile.width / profile.edge_length)

    engagement = cutting.engagement_angle.si(width, cut.diameter)
    of_centre = cutting.feed_per_tooth.si(centre, cut.teeth, spindle_speed)
    mean_chip = cutting.mean_chip_thickness.si(of_centre, width, cut.diameter, kappa)
    teeth_in_cut = cutting.teeth_in_cut.si(cut.teeth, engagement)
    specific = specific_force(cut, mean_chip, axial_depth / np.sin(kappa), cutting_speed)
    tooth_force = cutting.tooth_force.si(specific, mean_chip, axial_depth, kappa)
    power = cutting.milling_power.si(specific, axial_depth, width, centre)
    torque = cutting.spindle_torque.si(power, spindle_speed)

    side_force = cutting.side_force.si(tooth_force, teeth_in_cut, cut.radial_force_ratio)
    # A mill without a neck: its shank stands in, with no length.
    shape = (cut.diameter, cut.shank_diameter, cut.stickout, cut.flute_length)
    bent = mechanics.tool_deflection.si(
        side_force, *shape, cut.youngs_modulus, load_position(cut), cut.shank_diameter, 0.0, cut.core_fraction,
        cut.poisson_ratio, cut.holder_stiffness, cut.holder_rotational_stiffness,
    )  # fmt: skip
    stress = mechanics.tool_stress.si(
        side_force, *shape, torque, load_position(cut), cut.shank_diameter, 0.0, cut.core_fraction
    )
    path = cutting.thread_milling_path.si(
        wall_of(cut), cut.diameter, cut.thread_length, cut.pitch, cut.rows, centre, side=cut.side
    )
    return ThreadMillingOutcome(
        spindle_speed, cutting_speed, feed_per_tooth, at_wall, centre, depth, width, axial_depth, engagement,
        teeth_in_cut, mean_chip, cutting.milling_removal_rate.si(axial_depth, width, centre), specific, tooth_force,
        cutting.tangential_force.si(power, cutting_speed), torque, power,
        cutting.motor_power.si(power, cut.efficiency), side_force, bent.deflection, stress.equivalent_stress,
        path.ramp_angle, path.turns, path.path_length, *worth(cut, cutting_speed, path.cutting_time * cut.threads),
    )  # fmt: skip

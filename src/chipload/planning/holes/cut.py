"""The one evaluation of a hole: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from chipload import cutting, mechanics
from chipload.planning.cuts import Cut, specific_force
from chipload.planning.economy import worth
from chipload.planning.holes.job import HoleJob
from chipload.units.kinds import Real


@dataclass(frozen=True, kw_only=True)
class HoleCut(Cut):
    """Everything a hole is computed from, in kernel units; any field may be an array.

    A `pilot_diameter` of 0 is solid work.  The `point_angle` is the full angle of the cone that the edges sweep.
    """

    EITHER: ClassVar[dict[str, str]] = HoleJob.EITHER

    diameter: Real
    teeth: Real
    point_angle: Real
    depth: Real
    pilot_diameter: Real
    breakthrough: Real
    approach_length: Real
    holes: Real
    cutting_speed: Real | None
    spindle_speed: Real | None
    feed_per_rev: Real | None
    feed_rate: Real | None
    feed_force_factor: Real
    stickout: Real
    flute_length: Real
    shank_diameter: Real
    core_fraction: Real


class Hole(NamedTuple):
    """What every hole comes to, in kernel units, in the order of the outcomes."""

    spindle_speed: Real
    cutting_speed: Real
    feed_per_rev: Real
    feed_rate: Real
    removal_rate: Real
    chip_thickness: Real
    specific_cutting_force: Real
    feed_force: Real
    torque: Real
    power: Real
    motor_power: Real
    tool_stress: Real
    depth_ratio: Real
    feed_travel: Real
    cutting_time: Real
    tool_life: Real
    cost: Real


def speeds(cut: HoleCut) -> tuple[Real, Real]:
    """Cutting speed at the diameter and spindle speed, whichever of them is set."""
    if cut.cutting_speed is not None:
        return cut.cutting_speed, cutting.spindle_speed.si(cut.cutting_speed, cut.diameter)
    assert cut.spindle_speed is not None
    return cutting.cutting_speed.si(cut.spindle_speed, cut.diameter), cut.spindle_speed


def feeds(cut: HoleCut, spindle_speed: Real) -> tuple[Real, Real]:
    """Feed per revolution and feed rate, whichever of them is set."""
    if cut.feed_per_rev is not None:
        return cut.feed_per_rev, cutting.axial_feed_rate.si(cut.feed_per_rev, spindle_speed)
    assert cut.feed_rate is not None
    per_tooth: Any = cutting.feed_per_tooth.si(cut.feed_rate, cut.teeth, spindle_speed)
    return per_tooth * cut.teeth, cut.feed_rate


def solid(cut: HoleCut) -> bool:
    """True where no hole is there before the cut."""
    return bool(np.all(np.asarray(cut.pilot_diameter) == 0))


def lead_in(cut: HoleCut) -> Real:
    """Way from the first touch to the full diameter: the point, or the part of it outside a pilot hole."""
    whole: Any = cutting.drill_point_length.si(cut.diameter, cut.point_angle)
    if solid(cut):
        return whole
    # as a share, so that a point of any angle is read by one formula
    return whole * (1 - np.asarray(cut.pilot_diameter) / cut.diameter)


def evaluate_hole(cut: HoleCut) -> Hole:
    """Compute a hole: speed, feed, chip, force, power, stress of the tool and time.

    The force, torque and power close on each other: all come from the specific force at the chip of one edge.
    """
    cutting_speed, spindle_speed = speeds(cut)
    feed, feed_rate = feeds(cut, spindle_speed)
    chip = cutting.drilling_chip_thickness.si(feed, cut.point_angle, cut.teeth)
    edge = (np.asarray(cut.diameter) - cut.pilot_diameter) / 2 / np.sin(cut.point_angle / 2)
    specific = specific_force(cut, chip, edge, cutting_speed)
    factor = cut.feed_force_factor
    if solid(cut):
        removal = cutting.drilling_removal_rate.si(cut.diameter, feed_rate)
        feed_force = cutting.drilling_feed_force.si(factor, specific, feed, cut.diameter, cut.point_angle)
        torque = cutting.drilling_torque.si(specific, feed, cut.diameter)
        power = cutting.drilling_power.si(specific, cut.diameter, feed_rate)
    else:
        ring = cut.diameter, cut.pilot_diameter
        removal = cutting.enlarging_removal_rate.si(*ring, feed_rate)
        feed_force = cutting.enlarging_feed_force.si(factor, specific, feed, *ring, cut.point_angle)
        torque = cutting.enlarging_torque.si(specific, feed, *ring)
        power = cutting.enlarging_power.si(specific, *ring, feed_rate)
    motor_power = cutting.motor_power.si(power, cut.efficiency)
    stress = mechanics.tool_stress.si(
        0.0, cut.diameter, cut.shank_diameter, cut.stickout, cut.flute_length, torque, 0.0, cut.shank_diameter, 0.0,
        cut.core_fraction,
    )  # fmt: skip
    travel: Any = cut.depth + lead_in(cut) + cut.breakthrough + cut.approach_length
    time = cutting.cutting_time.si(travel * cut.holes, feed_rate)
    found = worth(cut, cutting_speed, time)
    return Hole(
        spindle_speed, cutting_speed, feed, feed_rate, removal, chip, specific, feed_force, torque, power, motor_power,
        stress.equivalent_stress, np.divide(cut.depth, cut.diameter), travel, *found,
    )  # fmt: skip

"""The one evaluation of the turning family: plain SI in and out, on scalars, samples or grids alike.

Turning and boring feed along the axis, facing, grooving and parting across it; grooving and parting cut with the whole
width of the insert.  All else is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from chipload import cutting, dynamics, finish, mechanics
from chipload.planning.cuts import Cut, specific_force, unknown
from chipload.planning.economy import worth
from chipload.planning.turning.lathe import LatheJob, Support
from chipload.units.kinds import (
    Amount,
    ChipThickness,
    CuttingSpeed,
    FeedPerRev,
    FeedRate,
    Force,
    Growth,
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

_CENTRE = 1e-6
"""Diameter that stands for the very centre, where no spindle keeps the surface speed [m]."""

MOST_YIELDING: dict[Support, float] = {"chuck": 1.0, "chuck and centre": 2 - 2**0.5, "between centres": 0.5}
"""Where along the part a cut bends it most: the place at which the deflection under a moving force is greatest."""


@dataclass(frozen=True, kw_only=True)
class TurningCut(Cut):
    """Everything a cut on the lathe is computed from, in kernel units; any field may be an array.

    What an operation does not have is NaN: the width is that of grooving and parting, the depth of cut that of the
    others.
    """

    EITHER: ClassVar[dict[str, str]] = LatheJob.EITHER

    operation: str
    support: Support | None
    diameter: Real
    inner_diameter: Real
    depth_of_cut: Real
    groove_depth: Real
    width: Real
    cutting_speed: Real | None
    spindle_speed: Real | None
    max_spindle_speed: Real
    feed_per_rev: Real
    cut_length: Real
    entering_angle: Real
    nose_radius: Real
    feed_force_ratio: Real
    passive_force_ratio: Real
    overhang: Real
    bar_diameter: Real
    bar_bore: Real
    body_height: Real
    body_width: Real
    body_modulus: Real
    part_length: Real
    cut_position: Real
    part_bore: Real
    part_modulus: Real
    gripping_diameter: Real
    grip_friction: Real
    safety_factor: Real
    natural_frequency: Real
    modal_stiffness: Real
    damping_ratio: Real
    orientation_factor: Real


@dataclass(frozen=True)
class TurningOutcome:
    """What a cut on the lathe comes to, in kernel units.

    Speed, torque and power are those at the largest diameter in cut, where the torque is largest; the removal rate is
    exact for the mean diameter of the ring that is cut.
    """

    spindle_speed: SpindleSpeed
    highest_spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    feed_per_rev: FeedPerRev
    feed_rate: FeedRate
    removal_rate: RemovalRate
    chip_thickness: ChipThickness
    chip_slenderness: Ratio
    specific_cutting_force: Stress
    cutting_force: Force
    feed_force: Force
    passive_force: Force
    torque: Torque
    power: Power
    motor_power: Power
    tangential_deflection: SmallLength
    radial_deflection: SmallLength
    bending_stress: Stress
    part_deflection: SmallLength
    diameter_error: Growth
    roughness_rz: Roughness
    roughness_ra: Roughness
    gripping_force: Force
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount


class Bent(NamedTuple):
    """How far tool and part give way, the stress in the tool and what the diameter comes out larger."""

    tangential: Real = np.nan
    radial: Real = np.nan
    stress: Real = np.nan
    part: Real = np.nan
    error: Real = np.nan


def plunges(cut: TurningCut) -> bool:
    """True where the whole width of a straight insert cuts."""
    return cut.operation in ("grooving", "parting")


def faces(cut: TurningCut) -> bool:
    """True where the feed runs towards the axis, so that the diameter shrinks during the cut."""
    return cut.operation in ("facing", "grooving", "parting")


def largest_diameter(cut: TurningCut) -> Real:
    """Largest diameter at which the edge cuts."""
    return cut.diameter + 2 * cut.depth_of_cut if cut.operation == "boring" else cut.diameter


def last_diameter(cut: TurningCut) -> Real:
    """Diameter at which a pass towards the axis ends."""
    return cut.diameter - 2 * cut.groove_depth if cut.operation == "grooving" else cut.inner_diameter


def surface_speed_kept(cut: TurningCut) -> Any:
    """Where the spindle follows the diameter of a pass towards the axis: not to the centre without a cap."""
    if cut.spindle_speed is not None:
        return np.False_
    return np.isfinite(cut.max_spindle_speed) | (np.asarray(last_diameter(cut)) > 0)


def chip_breadth(cut: TurningCut) -> Real:
    """Width of the layer that is cut, across the feed."""
    return cut.width if plunges(cut) else cut.depth_of_cut


def pushing_ratio(cut: TurningCut) -> Real:
    """What pushes tool and work apart, over the cutting force: the feed force where the edge plunges."""
    return cut.feed_force_ratio if plunges(cut) else cut.passive_force_ratio


def entering_angle(cut: TurningCut) -> Real:
    """Entering angle that stands for the whole edge in cut: the nose lowers it at a small depth."""
    if unknown(cut.nose_radius):
        return cut.entering_angle
    return np.minimum(cutting.mean_entering_angle.si(cut.depth_of_cut, cut.nose_radius), cut.entering_angle)


def possible(cut: TurningCut) -> Any:
    """Where the cut can be made: it leaves a core, runs inwards, and the bar enters the bore."""
    if cut.operation == "boring":
        return np.asarray(cut.bar_diameter) < np.asarray(cut.diameter)
    if cut.operation == "turning":
        return 2 * np.asarray(cut.depth_of_cut) < np.asarray(cut.diameter)
    last = np.asarray(last_diameter(cut))
    return (last < np.asarray(cut.diameter)) & (last >= 0)


def speeds(cut: TurningCut) -> tuple[Real, Real]:
    """Cutting speed and spindle speed at the largest diameter; a cutting speed is held to the cap of the spindle."""
    across = largest_diameter(cut)
    if cut.spindle_speed is not None:
        return cutting.cutting_speed.si(cut.spindle_speed, across), cut.spindle_speed
    assert cut.cutting_speed is not None
    if np.all(np.isinf(cut.max_spindle_speed)):
        return cut.cutting_speed, cutting.spindle_speed.si(cut.cutting_speed, across)
    turns = cutting.capped_spindle_speed.si(cut.cutting_speed, across, cut.max_spindle_speed)
    return cutting.cutting_speed.si(turns, across), turns


def evaluate(cut: TurningCut) -> TurningOutcome:
    """Compute a cut: speed, feed, chip, forces, power, what gives way and ideal finish."""
    cutting_speed, spindle_speed = speeds(cut)
    feed_rate = cutting.axial_feed_rate.si(cut.feed_per_rev, spindle_speed)
    breadth = chip_breadth(cut)
    kappa = entering_angle(cut)
    chip = cutting.turning_chip_thickness.si(cut.feed_per_rev, kappa)
    slenderness = cutting.chip_slenderness.si(breadth, cut.feed_per_rev, kappa)
    specific = specific_force(cut, chip, breadth / np.sin(kappa), cutting_speed)
    if plunges(cut):
        force = cutting.grooving_force.si(specific, cut.feed_per_rev, breadth)
    else:
        force = cutting.turning_force.si(specific, cut.feed_per_rev, breadth)
    feed_force: Real = np.nan
    passive_force: Real = np.nan
    if not unknown(cut.feed_force_ratio) and not unknown(cut.passive_force_ratio):
        parts = cutting.turning_force_components.si(force, cut.feed_force_ratio, cut.passive_force_ratio)
        feed_force, passive_force = parts.feed_force, parts.passive_force
    power = cutting.cutting_power.si(force, cutting_speed)
    torque = cutting.spindle_torque.si(power, spindle_speed)
    motor_power = cutting.motor_power.si(power, cut.efficiency)
    bent = _bent(cut, force, feed_force, passive_force)
    highest, time = _pass(cut, cutting_speed, spindle_speed, feed_rate)
    gripping: Real = np.nan
    if not unknown(cut.gripping_diameter):
        gripping = cutting.chuck_gripping_force.si(
            force, largest_diameter(cut), cut.gripping_diameter, cut.grip_friction, cut.safety_factor
        )
    found = worth(cut, cutting_speed, time)
    return TurningOutcome(
        spindle_speed, highest, cutting_speed, cut.feed_per_rev, feed_rate, _removal_rate(cut, spindle_speed),
        chip, slenderness, specific, force, feed_force, passive_force, torque, power, motor_power,
        *bent, *_roughness(cut), gripping, *found,
    )  # fmt: skip


def _removal_rate(cut: TurningCut, spindle_speed: Real) -> Real:
    """Volume in a unit of time: exact with the speed at the mean diameter of what one turn cuts."""
    across = largest_diameter(cut)
    mean = across if faces(cut) else cutting.mean_cut_diameter.si(across, cut.depth_of_cut)
    speed = cutting.cutting_speed.si(spindle_speed, mean)
    return cutting.turning_removal_rate.si(speed, cut.feed_per_rev, chip_breadth(cut))


def _pass(cut: TurningCut, cutting_speed: Real, spindle_speed: Real, feed_rate: Real) -> tuple[Real, Real]:
    """Highest spindle speed of a pass towards the axis, and the time in cut."""
    if not faces(cut):
        time = np.nan if unknown(cut.cut_length) else cutting.cutting_time.si(cut.cut_length, feed_rate)
        return np.nan, time
    last = last_diameter(cut)
    cap = np.where(surface_speed_kept(cut), cut.max_spindle_speed, spindle_speed)[()]
    highest = cutting.capped_spindle_speed.si(cutting_speed, np.maximum(last, _CENTRE), cap)
    return highest, cutting.facing_time.si(cutting_speed, cut.feed_per_rev, cut.diameter, last, cap)


def _bent(cut: TurningCut, force: Real, feed_force: Real, passive_force: Real) -> Bent:
    bent = _bent_tool(cut, force, passive_force)
    if cut.support is None or unknown(cut.part_modulus) or unknown(pushing_ratio(cut)):
        return bent
    part = _bent_part(cut, cut.support, feed_force if plunges(cut) else passive_force)
    return bent._replace(part=part.deflection, error=part.diameter_error)


def _bent_tool(cut: TurningCut, force: Real, passive_force: Real) -> Bent:
    if unknown(cut.body_modulus):
        return Bent()
    if cut.operation == "boring":
        if unknown(pushing_ratio(cut)):
            return Bent()
        bar = dynamics.boring_bar_error.si(
            force, passive_force, cut.bar_diameter, cut.overhang, largest_diameter(cut), cut.body_modulus, cut.bar_bore
        )
        moment = np.hypot(force, passive_force) * cut.overhang
        stress = mechanics.round_bending_stress.si(moment, cut.bar_diameter / 2, cut.bar_bore / 2)
        return Bent(bar.tangential_deflection, bar.radial_deflection, stress, error=bar.bore_error)
    second_moment = mechanics.rectangle_second_moment.si(cut.body_width, cut.body_height)
    tip = mechanics.cantilever_end_load.si(force, cut.overhang, cut.body_modulus, second_moment).deflection
    return Bent(
        tip, stress=mechanics.rectangular_bending_stress.si(force * cut.overhang, cut.body_width, cut.body_height)
    )


def _bent_part(cut: TurningCut, support: Support, pushing: Real) -> dynamics.TurnedPartError:
    """The part as thick as it is after turning; a groove is too short to weaken it along its length."""
    outside = cut.diameter - 2 * cut.depth_of_cut if cut.operation == "turning" else cut.diameter
    place = MOST_YIELDING[support] * cut.part_length if unknown(cut.cut_position) else cut.cut_position
    if support == "chuck":
        return dynamics.chucked_part_error.si(pushing, outside, place, cut.part_modulus, cut.part_bore)
    held = (
        dynamics.chuck_and_centre_part_error if support == "chuck and centre" else dynamics.between_centres_part_error
    )
    return held.si(pushing, outside, cut.part_length, place, cut.part_modulus, cut.part_bore)


def _roughness(cut: TurningCut) -> tuple[Real, Real]:
    """Ideal Rz and Ra that the nose leaves; NaN where the arcs of its turns do not meet."""
    meets = np.asarray(cut.feed_per_rev) <= 2 * np.asarray(cut.nose_radius)
    if plunges(cut) or not np.any(meets):
        return np.nan, np.nan
    rz = finish.turned_rz.si(cut.feed_per_rev, cut.nose_radius)
    ra = finish.turned_ra.si(cut.feed_per_rev, cut.nose_radius)
    if np.all(meets):
        return rz, ra
    return np.where(meets, rz, np.nan), np.where(meets, ra, np.nan)

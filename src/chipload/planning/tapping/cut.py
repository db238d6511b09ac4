"""The one evaluation of tapping: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chipload import cutting, mechanics
from chipload.planning.cuts import Cut
from chipload.planning.economy import worth
from chipload.planning.tapping.job import Tapping
from chipload.planning.thread_sizes import PROFILE_ANGLE, speeds
from chipload.units.kinds import (
    Amount,
    CuttingSpeed,
    Diameter,
    FeedRate,
    Length,
    Power,
    Ratio,
    Real,
    RemovalRate,
    SignedStress,
    SpindleSpeed,
    Stress,
    Time,
    ToolLife,
    Torque,
)


@dataclass(frozen=True, kw_only=True)
class TappingCut(Cut):
    """Everything a tapped hole is computed from, in kernel units; any field may be an array.

    The specific force of tapping is a law without the rise for thin chips: `kc11` with an `mc` of 0. A forming tap is
    computed from the hole of a cutting one, `torque_hole`, as its torque is known as a multiple of that.
    """

    EITHER: ClassVar[dict[str, str]] = Tapping.EITHER

    forms: bool
    major_diameter: Real
    pitch: Real
    hole_diameter: Real | None
    thread_percentage: Real | None
    torque_hole: Real
    tap_factor: Real
    thread_length: Real
    chamfer_threads: Real
    approach: Real
    holes: Real
    cutting_speed: Real | None
    spindle_speed: Real | None


@dataclass(frozen=True)
class TappingOutcome:
    """What tapping comes to, in kernel units."""

    spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    feed_rate: FeedRate
    hole_diameter: Diameter
    thread_percentage: Ratio
    full_thread_length: Length
    removal_rate: RemovalRate
    specific_cutting_force: Stress
    torque: Torque
    torsional_stress: SignedStress
    power: Power
    motor_power: Power
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount


def hole_and_share(cut: TappingCut) -> tuple[Real, Real]:
    """The hole and the share of a full thread it leaves, whichever of them is set."""
    if cut.hole_diameter is None:
        assert cut.thread_percentage is not None
        drill = cutting.form_tap_drill if cut.forms else cutting.tap_drill
        return drill.si(cut.major_diameter, cut.pitch, cut.thread_percentage), cut.thread_percentage
    if not cut.forms:
        share = cutting.thread_percentage.si(cut.major_diameter, cut.hole_diameter, cut.pitch)
        return cut.hole_diameter, share
    # The rule for the hole is straight in the share, so that the hole of a full thread tells any other.
    full = cutting.form_tap_drill.si(cut.major_diameter, cut.pitch, 1.0)
    return cut.hole_diameter, (cut.major_diameter - cut.hole_diameter) / (cut.major_diameter - full)


def evaluate(cut: TappingCut) -> TappingOutcome:
    """Compute tapping: speed, feed, torque, power and stress; time in the hole, in and out at one speed.

    What is removed is the triangle from the hole to the major diameter that the torque of a cutting tap is of; a
    forming tap removes nothing.
    """
    cutting_speed, spindle_speed = speeds(cut, cut.major_diameter)
    feed_rate = cutting.tapping_feed_rate.si(cut.pitch, spindle_speed)
    hole, share = hole_and_share(cut)
    specific = cut.kc11 * cut.wear_factor
    torque = cutting.tapping_torque.si(
        specific, cut.tap_factor, cut.major_diameter, cut.torque_hole if cut.forms else hole, PROFILE_ANGLE
    )
    power = cutting.cutting_power.si(torque / (cut.major_diameter / 2), cutting_speed)
    removal_rate = np.zeros(np.shape(power))[()] if cut.forms else power / (specific * cut.tap_factor)
    root = cutting.basic_minor_diameter.si(cut.major_diameter, cut.pitch)
    stress = mechanics.torsion_stress.si(torque, root)
    time = cut.holes * 2 * (cut.thread_length + cut.approach) / feed_rate
    return TappingOutcome(
        spindle_speed, cutting_speed, feed_rate, hole, share, cut.thread_length - cut.chamfer_threads * cut.pitch,
        removal_rate, specific, torque, stress, power, cutting.motor_power.si(power, cut.efficiency),
        *worth(cut, cutting_speed, time),
    )  # fmt: skip

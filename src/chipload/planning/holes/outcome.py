"""The results that every hole has."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.units.kinds import (
    Amount,
    ChipThickness,
    CuttingSpeed,
    FeedPerRev,
    FeedRate,
    Force,
    Length,
    Power,
    Ratio,
    RemovalRate,
    SpindleSpeed,
    Stress,
    Time,
    ToolLife,
    Torque,
)


@dataclass(frozen=True)
class HoleOutcome:
    """What a hole comes to, in kernel units."""

    spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    feed_per_rev: FeedPerRev
    feed_rate: FeedRate
    removal_rate: RemovalRate
    chip_thickness: ChipThickness
    specific_cutting_force: Stress
    feed_force: Force
    torque: Torque
    power: Power
    motor_power: Power
    tool_stress: Stress
    depth_ratio: Ratio
    feed_travel: Length
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount

"""The one evaluation of single-point threading: plain SI in and out, on scalars, samples or grids alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from chipload import cutting
from chipload.planning.cuts import Cut, specific_force
from chipload.planning.economy import worth
from chipload.planning.thread_sizes import PROFILE_ANGLE, groove, speeds
from chipload.planning.threading.job import Threading
from chipload.units.kinds import (
    Amount,
    Area,
    ChipThickness,
    Count,
    CuttingSpeed,
    FeedRate,
    Force,
    Length,
    Power,
    Real,
    RemovalRate,
    SpindleSpeed,
    Stress,
    Time,
    ToolLife,
    Torque,
)


@dataclass(frozen=True, kw_only=True)
class ThreadingCut(Cut):
    """Everything a turned thread is computed from, in kernel units; any field may be an array."""

    EITHER: ClassVar[dict[str, str]] = Threading.EITHER

    major_diameter: Real
    pitch: Real
    crest_share: Real
    thread_depth: Real
    thread_length: Real
    run: Real
    starts: Real
    passes: Real | None
    first_infeed: Real | None
    cutting_speed: Real | None
    spindle_speed: Real | None


@dataclass(frozen=True)
class ThreadingOutcome:
    """What turning a thread comes to, in kernel units; chip, force and power are those of the heaviest pass."""

    spindle_speed: SpindleSpeed
    cutting_speed: CuttingSpeed
    feed_rate: FeedRate
    thread_depth: Length
    passes: Count
    first_infeed: Length
    last_infeed: Length
    heaviest_pass: Count
    chip_area: Area
    mean_chip_thickness: ChipThickness
    last_chip_thickness: ChipThickness
    removal_rate: RemovalRate
    specific_cutting_force: Stress
    cutting_force: Force
    torque: Torque
    power: Power
    motor_power: Power
    cutting_time: Time
    tool_life: ToolLife
    cost: Amount


class _Pass(NamedTuple):
    """A pass: its number, the section it takes [m²] and the length of edge it takes it with [m]."""

    number: Real
    area: Real
    edge_length: Real


def passes_of(cut: ThreadingCut) -> Real:
    """Number of passes: the one set, or as many as keep the first infeed from being more than the one set."""
    if cut.passes is not None:
        return cut.passes
    assert cut.first_infeed is not None
    wanted = cutting.passes_for_first_infeed.si(cut.thread_depth, cut.first_infeed)
    return np.ceil(wanted * (1 - 1e-9))


def _heaviest(cut: ThreadingCut, passes: Real) -> _Pass:
    """The pass with the largest force.

    With a flat at the tip the first one takes most, and the last has the longest edge and the thinnest chip: either
    may be the heaviest, or one between them, so all are looked at.
    """
    depth_before: Real = np.zeros(np.shape(passes))[()]
    best: _Pass | None = None
    for number in range(1, int(np.max(passes)) + 1):
        within = np.minimum(number, passes)
        depth = cutting.infeed_depth.si(cut.thread_depth, within, passes)
        now = groove(depth, cut.thread_depth, cut.pitch, cut.crest_share)
        before = groove(depth_before, cut.thread_depth, cut.pitch, cut.crest_share)
        found = _Pass(within, now.area - before.area, now.edge_length)  # beyond the last pass nothing is taken
        depth_before = depth
        if best is None:
            best = found
            continue
        heavier = _weight(cut, found) > _weight(cut, best)
        best = _Pass(*(np.where(heavier, new, old)[()] for new, old in zip(found, best, strict=True)))
    assert best is not None
    return best


def _weight(cut: ThreadingCut, one: _Pass) -> Real:
    """Force of a pass over what all passes have alike."""
    return np.maximum(one.area, 0.0) ** (1 - cut.mc) * one.edge_length**cut.mc


def evaluate(cut: ThreadingCut) -> ThreadingOutcome:
    """Compute a thread: speed, feed, passes, the force of the heaviest pass, and time without the returns.

    The mean chip is the section of a pass over the edge in cut, both flanks and the tip.
    """
    cutting_speed, spindle_speed = speeds(cut, cut.major_diameter)
    lead = cutting.thread_lead.si(cut.pitch, cut.starts)
    feed_rate = cutting.tapping_feed_rate.si(lead, spindle_speed)
    passes = passes_of(cut)
    first = cutting.infeed_depth.si(cut.thread_depth, np.ones(np.shape(passes))[()], passes)
    last = cut.thread_depth - cutting.infeed_depth.si(cut.thread_depth, passes - 1, passes)
    heaviest = _heaviest(cut, passes)
    mean_chip = heaviest.area / heaviest.edge_length
    specific = specific_force(cut, mean_chip, heaviest.edge_length, cutting_speed)
    force = specific * heaviest.area
    power = cutting.cutting_power.si(force, cutting_speed)
    time = cutting.threading_time.si(cut.thread_length + cut.run, lead, spindle_speed, passes) * cut.starts
    return ThreadingOutcome(
        spindle_speed, cutting_speed, feed_rate, cut.thread_depth, passes, first, last, heaviest.number, heaviest.area,
        mean_chip, last * np.sin(PROFILE_ANGLE / 2), heaviest.area * cutting_speed, specific, force,
        cutting.spindle_torque.si(power, spindle_speed), power, cutting.motor_power.si(power, cut.efficiency),
        *worth(cut, cutting_speed, time),
    )  # fmt: skip

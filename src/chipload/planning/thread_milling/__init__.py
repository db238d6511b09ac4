"""Thread milling: threads milled on a helix."""

from __future__ import annotations

from typing import Any

from chipload.planning.operations import Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.planning.thread_milling.cut import ThreadMillingCut, ThreadMillingOutcome, evaluate, possible
from chipload.planning.thread_milling.job import ThreadMilling
from chipload.planning.thread_milling.preparing import prepare
from chipload.planning.thread_milling.rules import rules
from chipload.units import kinds

__all__ = ["THREAD_MILLING", "ThreadMilling", "ThreadMillingCut", "ThreadMillingOutcome", "evaluate"]


def _shorter(cut: Any, factor: float) -> float | None:
    """A stick-out is never shorter than the flutes, and longer than the thread."""
    if factor > 1:
        return None
    shortest = max(float(cut.flute_length), float(cut.thread_length) * 1.001) / float(cut.stickout)
    return None if shortest > 0.999 else max(factor, shortest)


def _title(prepared: Prepared) -> str:
    job: Any = prepared.job
    name = job.thread or f"{job.major_diameter:g~P} x {job.pitch:g~P}"
    return f"{'external' if job.side == 'outside' else 'internal'} thread {name}"


THREAD_MILLING = Operation(
    name="thread_milling",
    job=ThreadMilling,
    outcome=ThreadMillingOutcome,
    prepare=prepare,
    evaluate=evaluate,
    rules=rules,
    levers=(
        Lever("stickout", "a stick-out", kinds.LENGTH, _shorter),
        Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
        Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
        Lever("feed_per_tooth", "a feed per tooth", kinds.FEED_PER_TOOTH),
        Lever("feed_rate", "a feed rate", kinds.FEED_RATE),
    ),
    holds=(),
    swept=(
        "cutting_speed", "spindle_speed", "feed_per_tooth", "feed_rate", "thread_length", "threads", "wear_factor",
        "radial_force_ratio", "holder_stiffness", "holder_rotational_stiffness", "stickout", "core_fraction",
        "youngs_modulus",
    ),
    possible=possible,
    labels={
        "feed_per_tooth": "feed per tooth at the wall",
        "edge_feed_rate": "feed rate at the wall",
        "feed_rate": "feed rate of the tool centre",
        "radial_depth": "radial depth, equal straight cut",
        "axial_depth": "mean width of the grooves in cut",
        "tooth_force": "tangential force on a tooth",
        "tangential_force": "tangential force, mean",
        "side_force": "side force on the tool",
        "deflection": "deflection of the tip",
    },
    title=_title,
)  # fmt: skip

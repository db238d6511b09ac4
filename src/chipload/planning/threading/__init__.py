"""Threading: threads turned with a single point."""

from __future__ import annotations

from typing import Any

from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.planning.threading.cut import ThreadingCut, ThreadingOutcome, evaluate
from chipload.planning.threading.job import Threading
from chipload.planning.threading.preparing import prepare
from chipload.planning.threading.rules import rules
from chipload.units import kinds

__all__ = ["THREADING", "Threading", "ThreadingCut", "ThreadingOutcome", "evaluate"]


_LEAST = 0.25
"""Share of the first infeed down to which a remedy goes: it takes sixteen times the passes."""


def _to_the_depth(cut: Any, factor: float) -> float | None:
    """A first infeed is never deeper than the thread."""
    if factor < 1:
        return max(factor, _LEAST)
    deepest = float(cut.thread_depth) / float(cut.first_infeed)
    return min(factor, deepest) if deepest > 1.001 else None


def _title(prepared: Prepared) -> str:
    job: Any = prepared.job
    name = job.thread or f"{job.major_diameter:g~P} x {job.pitch:g~P}"
    return f"{'external' if job.side == 'outside' else 'internal'} thread {name}"


THREADING = Operation(
    name="threading",
    job=Threading,
    outcome=ThreadingOutcome,
    prepare=prepare,
    evaluate=evaluate,
    rules=rules,
    levers=(
        Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
        Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
        Lever("first_infeed", "a first infeed", kinds.LENGTH, _to_the_depth),
    ),
    holds=(Hold("cutting_speed", ("power", "torque", "feed_rate", "tool_life")),),
    swept=("cutting_speed", "spindle_speed", "passes", "first_infeed", "thread_length", "run", "wear_factor"),
    labels={
        "cutting_force": "cutting force, heaviest pass",
        "chip_area": "section of the heaviest pass",
        "cutting_time": "time in cut, without returns",
        "mean_chip_thickness": "chip thickness, heaviest pass",
    },
    title=_title,
)  # fmt: skip

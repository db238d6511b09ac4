"""Reaming: holes brought to size."""

from __future__ import annotations

from chipload.planning.holes.rules import shorter
from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.planning.reaming.cut import ReamingCut, ReamingOutcome, evaluate
from chipload.planning.reaming.job import Reaming
from chipload.planning.reaming.preparing import prepare, rules
from chipload.units import kinds

__all__ = ["REAMING", "Reaming", "ReamingCut", "ReamingOutcome", "evaluate"]


def _title(prepared: Prepared) -> str:
    job: Reaming = prepared.job
    return job.describe("reaming")


REAMING = Operation(
    name="reaming",
    job=Reaming,
    outcome=ReamingOutcome,
    prepare=prepare,
    evaluate=evaluate,
    rules=rules,
    levers=(
        Lever("stickout", "a stick-out", kinds.LENGTH, shorter),
        Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
        Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
        Lever("feed_per_rev", "a feed per revolution", kinds.FEED_PER_REV),
        Lever("feed_rate", "a feed rate", kinds.FEED_RATE),
    ),
    holds=(
        Hold("feed_per_rev", ("tool_stress", "power", "torque", "feed_force")),
        Hold("cutting_speed", ("power", "tool_life")),
    ),
    # the depth is not among them: what is recommended depends on it
    swept=(
        "cutting_speed", "spindle_speed", "feed_per_rev", "feed_rate", "pilot_diameter", "breakthrough",
        "approach_length", "holes", "wear_factor", "feed_force_factor", "stickout", "core_fraction",
    ),
    labels={
        "feed_force": "feed force, thrust",
        "chip_thickness": "chip thickness",
        "tool_stress": "stress in the reamer, torsion",
    },
    title=_title,
)  # fmt: skip

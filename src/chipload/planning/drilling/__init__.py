"""Drilling: holes into the solid, and pilot holes enlarged."""

from __future__ import annotations

from chipload.planning.drilling.cut import DrillingCut, DrillingOutcome, evaluate
from chipload.planning.drilling.job import Drilling
from chipload.planning.drilling.preparing import prepare
from chipload.planning.drilling.rules import rules
from chipload.planning.holes.rules import shorter
from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.units import kinds

__all__ = ["DRILLING", "Drilling", "DrillingCut", "DrillingOutcome", "evaluate"]


def _title(prepared: Prepared) -> str:
    job: Drilling = prepared.job
    return job.describe("drilling" if job.pilot_diameter is None else f"drilling up from {job.pilot_diameter:g~P}")


DRILLING = Operation(
    name="drilling",
    job=Drilling,
    outcome=DrillingOutcome,
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
        Hold("feed_per_rev", ("buckling", "tool_stress", "power", "torque", "feed_force")),
        Hold("cutting_speed", ("power", "tool_life")),
    ),
    # the depth is not among them: what is recommended depends on it
    swept=(
        "cutting_speed", "spindle_speed", "feed_per_rev", "feed_rate", "pilot_diameter", "breakthrough",
        "approach_length", "holes", "wear_factor", "feed_force_factor", "length_factor", "stickout", "core_fraction",
        "youngs_modulus",
    ),
    labels={
        "feed_force": "feed force, thrust",
        "chip_thickness": "chip thickness",
        "tool_stress": "stress in the drill, torsion",
        "buckling_load": "feed force at which it buckles",
    },
    title=_title,
)  # fmt: skip

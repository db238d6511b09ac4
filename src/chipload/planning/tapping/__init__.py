"""Tapping: threads cut or pressed in a hole by a tap."""

from __future__ import annotations

from typing import Any

from chipload import cutting
from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.planning.tapping.cut import TappingCut, TappingOutcome, evaluate
from chipload.planning.tapping.job import Tapping
from chipload.planning.tapping.preparing import prepare
from chipload.planning.tapping.rules import rules
from chipload.units import kinds

__all__ = ["TAPPING", "Tapping", "TappingCut", "TappingOutcome", "evaluate"]

_WIDEST = 0.999
"""Share of the major diameter up to which a remedy widens the hole."""


def _shorter(cut: Any, factor: float) -> float | None:
    return None if factor > 1 else factor


def _hole(cut: Any, factor: float) -> float | None:
    """A hole stays within the thread, and leaves no more than a full one."""
    hole, major = float(cut.hole_diameter), float(cut.major_diameter)
    drill = cutting.form_tap_drill if cut.forms else cutting.tap_drill
    end = float(drill.si(major, cut.pitch, 1.0)) / hole if factor < 1 else _WIDEST * major / hole
    return None if (end - 1) * (factor - 1) <= 0 else max(factor, end) if factor < 1 else min(factor, end)


def _share(cut: Any, factor: float) -> float | None:
    return min(factor, 1 / float(cut.thread_percentage))


def _title(prepared: Prepared) -> str:
    return f"{float(prepared.cut.holes):g} tapped hole" + ("s" if prepared.cut.holes > 1 else "")


TAPPING = Operation(
    name="tapping",
    job=Tapping,
    outcome=TappingOutcome,
    prepare=prepare,
    evaluate=evaluate,
    rules=rules,
    levers=(
        Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
        Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
        Lever("hole_diameter", "a hole diameter", kinds.DIAMETER, _hole),
        Lever("thread_percentage", "a thread percentage", kinds.FRACTION, _share),
        Lever("thread_length", "a thread length", kinds.LENGTH, _shorter),
    ),
    holds=(Hold("cutting_speed", ("power", "torque", "feed_rate", "tool_life")),),
    swept=(
        "cutting_speed", "spindle_speed", "hole_diameter", "thread_percentage", "thread_length", "approach", "holes",
        "wear_factor",
    ),
    labels={
        "hole_diameter": "hole before tapping",
        "thread_percentage": "share of a full thread",
        "torsional_stress": "torsional stress in the tap",
        "specific_cutting_force": "specific force of tapping",
        "cutting_time": "time in the holes, in and out",
    },
    title=_title,
)  # fmt: skip

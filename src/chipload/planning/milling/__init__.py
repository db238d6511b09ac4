"""Milling: straight cuts with end mills, ball noses and face mills."""

from __future__ import annotations

from typing import Any

from chipload.planning.milling.cut import (
    MillingCut,
    MillingOutcome,
    effective_diameter,
    evaluate,
    load_position,
    possible,
    slotted,
    width_in_cut,
)
from chipload.planning.milling.job import Milling, Style
from chipload.planning.milling.preparing import prepare
from chipload.planning.milling.rules import rules
from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.units import kinds

__all__ = [
    "MILLING", "Milling", "MillingCut", "MillingOutcome", "Style", "effective_diameter", "evaluate", "load_position",
    "width_in_cut",
]  # fmt: skip


def _shorter(cut: Any, factor: float) -> float | None:
    """A stick-out is never shorter than flutes and neck."""
    if factor > 1:
        return None
    shortest = (float(cut.flute_length) + float(cut.neck_length)) / float(cut.stickout)
    return None if shortest > 0.999 else max(factor, shortest)


def _narrower(cut: Any, factor: float) -> float | None:
    return None if factor > 1 or bool(slotted(cut)) else factor


def _shallower(cut: Any, factor: float) -> float | None:
    return None if factor > 1 else factor


def _title(prepared: Prepared) -> str:
    job: Any = prepared.job
    return str(job.cut_style)


MILLING = Operation(
    name="milling",
    job=Milling,
    outcome=MillingOutcome,
    prepare=prepare,
    evaluate=evaluate,
    rules=rules,
    levers=(
        Lever("stickout", "a stick-out", kinds.LENGTH, _shorter),
        Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
        Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
        Lever("radial_depth", "a radial depth", kinds.LENGTH, _narrower),
        Lever("axial_depth", "an axial depth", kinds.LENGTH, _shallower),
        Lever("feed_per_tooth", "a feed per tooth", kinds.FEED_PER_TOOTH),
        Lever("feed_rate", "a feed rate", kinds.FEED_RATE),
    ),
    holds=(
        Hold("feed_per_tooth", ("deflection", "tool_stress", "power", "torque", "feed_force", "roughness_rz", "grip")),
        Hold("cutting_speed", ("power", "tool_life", "chatter")),
    ),
    swept=(
        "radial_depth", "axial_depth", "cutting_speed", "spindle_speed", "feed_per_tooth", "feed_rate", "cut_length",
        "volume",
        "wear_factor", "radial_force_ratio", "holder_stiffness", "holder_rotational_stiffness", "stickout",
        "core_fraction", "youngs_modulus", "workpiece_stiffness", "natural_frequency", "modal_stiffness",
        "damping_ratio", "clamping_force", "grip_friction", "friction_faces", "safety_factor",
    ),
    possible=possible,
    labels={
        "tooth_force": "tangential force on a tooth",
        "tangential_force": "tangential force, mean",
        "side_force": "side force on the tool",
        "deflection": "deflection of the tip",
        "roughness_rz": "ideal Rz",
    },
    title=_title,
)  # fmt: skip

"""The turning family: longitudinal turning, facing, boring, grooving and parting."""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.planning.operations import Hold, Lever, Operation
from chipload.planning.turning.cut import TurningCut, TurningOutcome, evaluate, possible
from chipload.planning.turning.job import Boring, Facing, Grooving, Parting, Turning
from chipload.planning.turning.lathe import LatheJob
from chipload.planning.turning.preparing import prepare
from chipload.planning.turning.rules import rules
from chipload.units import kinds

__all__ = [
    "BORING", "FACING", "GROOVING", "PARTING", "TURNING", "Boring", "Facing", "Grooving", "Parting", "Turning",
    "TurningCut", "TurningOutcome", "evaluate",
]  # fmt: skip

_LABELS = {
    "cutting_force": "cutting force",
    "chip_slenderness": "chip, width over thickness",
    "highest_spindle_speed": "spindle speed, highest",
    "tangential_deflection": "deflection of the tip, along the cut",
    "radial_deflection": "deflection of the bar off the wall",
    "bending_stress": "bending stress in the tool",
    "part_deflection": "deflection of the part",
    "diameter_error": "diameter comes out larger by",
    "passive_force": "passive force",
    "gripping_force": "gripping force needed",
    "roughness_rz": "ideal Rz",
    "roughness_ra": "ideal Ra",
}


def _less(cut: Any, factor: float) -> float | None:
    return None if factor > 1 else factor


def _shorter(cut: Any, factor: float) -> float | None:
    """An overhang is never shorter than a blade has to reach."""
    if factor > 1 or np.isnan(cut.overhang):
        return None
    depth = cut.groove_depth if cut.operation == "grooving" else (cut.diameter - cut.inner_diameter) / 2
    if cut.operation not in ("grooving", "parting"):
        return factor
    shortest = float(depth / cut.overhang)
    return None if shortest > 0.999 else max(factor, shortest)


_OVERHANG = Lever("overhang", "an overhang", kinds.LENGTH, _shorter)
_SPEEDS = (
    Lever("cutting_speed", "a cutting speed", kinds.CUTTING_SPEED),
    Lever("spindle_speed", "a spindle speed", kinds.SPINDLE_SPEED),
)
_DEPTH = Lever("depth_of_cut", "a depth of cut", kinds.LENGTH, _less)
_FEED = Lever("feed_per_rev", "a feed per revolution", kinds.FEED_PER_REV)
_SWEPT = (
    "diameter", "cutting_speed", "spindle_speed", "feed_per_rev", "max_spindle_speed", "wear_factor",
    "feed_force_ratio", "passive_force_ratio", "gripping_diameter", "grip_friction", "safety_factor", "overhang",
    "natural_frequency",
    "modal_stiffness", "damping_ratio", "orientation_factor",
)  # fmt: skip
_PART = ("part_length", "cut_position", "part_bore")


def _operation(job: type[LatheJob], levers: tuple[Lever, ...], swept: tuple[str, ...]) -> Operation:
    """One operation of the family: all have the same evaluation, limits and holds."""
    return Operation(
        name=str(job.model_fields["operation"].default),
        job=job,
        outcome=TurningOutcome,
        prepare=prepare,
        evaluate=evaluate,
        rules=rules,
        levers=levers,
        holds=(
            Hold(
                "feed_per_rev",
                (
                    "roughness_rz", "grip", "deflection", "part_deflection", "bending_stress", "power", "torque",
                    "feed_force", "feed_rate",
                ),
            ),
            Hold("cutting_speed", ("power", "tool_life", "chatter")),
        ),
        swept=(*_SWEPT, *swept),
        possible=possible,
        labels=_LABELS,
    )  # fmt: skip


_TURNED = (_OVERHANG, *_SPEEDS, _DEPTH, _FEED)
_PLUNGED = (_OVERHANG, *_SPEEDS, _FEED)
TURNING = _operation(Turning, _TURNED, ("depth_of_cut", "cut_length", "nose_radius", *_PART))
FACING = _operation(Facing, _TURNED, ("depth_of_cut", "inner_diameter", "nose_radius"))
BORING = _operation(Boring, _TURNED, ("depth_of_cut", "cut_length", "nose_radius", "bar_diameter", "bar_bore"))
GROOVING = _operation(Grooving, _PLUNGED, ("groove_depth", "width", *_PART))
PARTING = _operation(Parting, _PLUNGED, ("inner_diameter", "width"))

"""The one evaluation of reaming."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chipload.planning.holes.cut import HoleCut, evaluate_hole
from chipload.planning.holes.outcome import HoleOutcome
from chipload.units.kinds import Length


@dataclass(frozen=True, kw_only=True)
class ReamingCut(HoleCut):
    """Everything a reamed hole is computed from, in kernel units; any field may be an array."""


@dataclass(frozen=True)
class ReamingOutcome(HoleOutcome):
    """What a reamed hole comes to, in kernel units."""

    stock: Length


def evaluate(cut: ReamingCut) -> ReamingOutcome:
    """Compute a reamed hole: a ring on which the chamfers of all teeth share the feed."""
    ring: Any = cut.diameter
    return ReamingOutcome(*evaluate_hole(cut), (ring - cut.pilot_diameter) / 2)

"""The one evaluation of drilling."""

from __future__ import annotations

from dataclasses import dataclass

from chipload import cutting
from chipload.planning.holes.cut import HoleCut, evaluate_hole
from chipload.planning.holes.outcome import HoleOutcome
from chipload.units.kinds import Force, Real


@dataclass(frozen=True, kw_only=True)
class DrillingCut(HoleCut):
    """Everything a drilled hole is computed from, in kernel units; any field may be an array."""

    youngs_modulus: Real
    length_factor: Real


@dataclass(frozen=True)
class DrillingOutcome(HoleOutcome):
    """What a drilled hole comes to, in kernel units."""

    buckling_load: Force


def evaluate(cut: DrillingCut) -> DrillingOutcome:
    """Compute a drilled hole, and the feed force at which the drill buckles."""
    found = evaluate_hole(cut)
    buckling = cutting.drill_buckling_load.si(
        cut.diameter, cut.stickout, cut.core_fraction, cut.youngs_modulus, cut.length_factor
    )
    return DrillingOutcome(*found, buckling)

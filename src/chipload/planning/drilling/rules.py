"""What limits drilling besides the machine: the strength, stiffness and flutes of the drill, and the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chipload import cutting
from chipload.planning.drilling.cut import DrillingCut
from chipload.planning.holes.rules import flutes_rule, hole_rules
from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule, result
from chipload.units import kinds
from chipload.units.kinds import Real


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    yield from hole_rules(prepared)
    ends = "tip held by its hole" if prepared.job.length_factor < 1 else "tip held by nothing"
    yield Rule(
        "buckling", "feed force against buckling", kinds.FORCE,
        f"Euler's load, {prepared.job.length_factor:g} of the stick-out, {ends}",
        result("feed_force"), result("buckling_load"),
    )  # fmt: skip
    yield flutes_rule("flutes in the hole", _in_the_hole)


def _in_the_hole(cut: DrillingCut, outcome: Any) -> Real:
    """Length of the drill below the surface: the point is a part of the flutes."""
    deepest: Any = cut.depth + cut.breakthrough
    return deepest + cutting.drill_point_length.si(cut.diameter, cut.point_angle)

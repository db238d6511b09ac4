"""Limits that every hole has: the machine, the strength of the tool, rubbing and the ranges of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chipload.planning.prepared import Prepared
from chipload.planning.rules import (
    Rule,
    figure_source,
    fixed,
    machine_rules,
    range_source,
    result,
    result_rules,
    rubbing_rule,
    speed_rule,
)
from chipload.units import kinds


def hole_rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, shop = prepared.job, prepared.job.limits
    yield from machine_rules(prepared.machine, shop, feed_force="feed_force")
    strength = prepared.tables.tool_material(job.tool.material).find("transverse_rupture_strength")
    if strength is not None:
        yield Rule(
            "tool_stress", "stress in the tool, torsion", kinds.STRESS, figure_source(strength),
            result("tool_stress"), fixed(strength.value * shop.si("tool_stress_share")),
        )  # fmt: skip
    yield from rubbing_rule(job.tool.edge_si, shop, "chip_thickness")
    yield from result_rules(prepared, "chip_thickness")
    yield from speed_rule(prepared.setting_of("cutting_speed", "spindle_speed").choice)
    feed = prepared.setting_of("feed_per_rev", "feed_rate").choice
    if feed is not None:
        yield Rule(
            "feed_per_rev", "feed range of the tables", kinds.FEED_PER_REV, range_source(feed),
            result("feed_per_rev"), fixed(feed.high),
        )  # fmt: skip


def flutes_rule(label: str, value: Any) -> Rule:
    """The flutes hold what is in the hole, so that the chips leave it."""
    return Rule("flute_length", label, kinds.LENGTH, "tool", value, lambda cut, outcome: cut.flute_length)


def shorter(cut: Any, factor: float) -> float | None:
    """How far a stick-out can be shortened: never shorter than the flutes."""
    if factor > 1:
        return None
    shortest = float(cut.flute_length) / float(cut.stickout)
    return None if shortest > 0.999 else max(factor, shortest)

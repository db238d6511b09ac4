"""What limits thread milling besides the machine: the tool."""

from __future__ import annotations

from collections.abc import Iterator

from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule, figure_source, fixed, machine_rules, result, result_rules, rubbing_rule
from chipload.units import kinds


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, shop = prepared.job, prepared.job.limits
    yield from machine_rules(prepared.machine, shop, feed_force="side_force")
    strength = prepared.tables.tool_material(job.tool.material).find("transverse_rupture_strength")
    if strength is not None:
        yield Rule(
            "tool_stress", "stress in the tool", kinds.STRESS, figure_source(strength),
            result("tool_stress"), fixed(strength.value * shop.si("tool_stress_share")),
        )  # fmt: skip
    yield Rule(
        "deflection", "deflection", kinds.SMALL_LENGTH, "rule of the shop",
        result("deflection"), fixed(shop.si("deflection")),
    )  # fmt: skip
    yield from rubbing_rule(job.tool.edge_si, shop, chip="mean_chip_thickness")
    yield from result_rules(shop)

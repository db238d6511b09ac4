"""What limits thread milling besides the machine: the tool."""

from __future__ import annotations

from collections.abc import Iterator

from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule, bending_rules, fixed, machine_rules, result, result_rules, rubbing_rule
from chipload.units import kinds


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, shop = prepared.job, prepared.job.limits
    yield from machine_rules(prepared.machine, shop, feed_force="side_force")
    yield from bending_rules(prepared)
    yield Rule(
        "deflection", "deflection", kinds.SMALL_LENGTH, "rule of the shop",
        result("deflection"), fixed(shop.si("deflection")),
    )  # fmt: skip
    yield from rubbing_rule(job.tool.edge_si, shop, chip="mean_chip_thickness")
    yield from result_rules(prepared, "mean_chip_thickness")

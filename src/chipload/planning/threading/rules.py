"""What limits the turning of a thread besides the machine: the edge and the range of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule, machine_rules, result_rules, rubbing_rule, speed_rule


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, shop = prepared.job, prepared.job.limits
    for rule in machine_rules(prepared.machine, shop, feed_force="cutting_force"):
        if rule.name != "feed_force":  # with both flanks in cut the forces along the axis hold each other
            yield rule
    yield from rubbing_rule(job.tool.edge_si, shop, chip="last_chip_thickness")
    yield from result_rules(prepared, "mean_chip_thickness")
    yield from speed_rule(prepared.setting_of("cutting_speed", "spindle_speed").choice)

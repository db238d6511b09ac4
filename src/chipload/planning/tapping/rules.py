"""What limits tapping besides the machine: the tap, the hole and the range of the tables."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule, figure_source, fixed, machine_rules, result, result_rules, speed_rule
from chipload.units import kinds


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, shop = prepared.job, prepared.job.limits
    for rule in machine_rules(prepared.machine, shop, feed_force="torque"):
        if rule.name != "feed_force":  # a tap draws itself in, and what the axis must push is not known
            yield rule
    strength = prepared.tables.tool_material(job.tool.material).find("transverse_rupture_strength")
    if strength is not None:
        # A rod under torsion has an equivalent stress, after von Mises, of the root of three times the shear.
        allowed = strength.value * shop.si("tool_stress_share") / np.sqrt(3)
        yield Rule(
            "tool_stress", "torsional stress in the tap", kinds.STRESS, figure_source(strength),
            result("torsional_stress"), fixed(float(allowed)),
        )  # fmt: skip
    if job.tool.forms:
        yield Rule(
            "thread_percentage", "full thread, beyond which a forming tap jams", kinds.RATIO, "fmcarbide-taps",
            result("thread_percentage"), fixed(1.0),
        )  # fmt: skip
    if job.tool.flute_length is not None:
        yield Rule(
            "flute_length", "flutes in the hole", kinds.LENGTH, "tool",
            lambda cut, outcome: cut.thread_length, fixed(job.tool.si("flute_length")),
        )  # fmt: skip
    yield from result_rules(prepared, None)
    yield from speed_rule(prepared.setting_of("cutting_speed", "spindle_speed").choice)

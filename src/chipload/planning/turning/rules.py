"""What limits a cut on the lathe besides the machine: tool, part, grip and the ranges of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from chipload import dynamics
from chipload.planning.cuts import unknown
from chipload.planning.prepared import Prepared
from chipload.planning.rules import (
    Read,
    Rule,
    figure_source,
    fixed,
    machine_rules,
    range_source,
    result,
    result_rules,
    rubbing_rule,
)
from chipload.planning.tools import BoringBar, TurningTool
from chipload.planning.turning.cut import (
    TurningCut,
    TurningOutcome,
    chip_breadth,
    entering_angle,
    faces,
    plunges,
    pushing_ratio,
)
from chipload.planning.turning.ranges import feed_range, ranges_anywhere, speed_range, tops
from chipload.units import kinds
from chipload.units.kinds import Real


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    job, cut, shop = prepared.job, prepared.cut, prepared.job.limits
    yield from _machine(prepared)
    if job.max_spindle_speed is not None:
        yield Rule(
            "spindle_cap", "cap on the spindle speed", kinds.SPINDLE_SPEED, "job",
            result("spindle_speed"), lambda cut, outcome: cut.max_spindle_speed,
        )  # fmt: skip
    yield from _tool(prepared)
    if cut.support is not None and not unknown(cut.part_modulus) and not unknown(pushing_ratio(cut)):
        yield Rule(
            "part_deflection", "deflection of the part", kinds.SMALL_LENGTH, "rule of the shop",
            result("part_deflection"), fixed(shop.si("deflection")),
        )  # fmt: skip
    if job.clamping_force is not None:
        yield Rule(
            "grip", "gripping force of the chuck", kinds.FORCE, "job",
            result("gripping_force"), fixed(job.si("clamping_force")),
        )  # fmt: skip
    if job.natural_frequency is not None:
        yield Rule(
            "chatter", "width of cut against chatter at this speed", kinds.LENGTH,
            f"{dynamics.single_mode_turning_width.source}, with the mode of the job",
            lambda cut, outcome: chip_breadth(cut) / np.sin(entering_angle(cut)), critical_width,
        )  # fmt: skip
    yield from result_rules(prepared, "chip_thickness", _finish_gap(cut))
    yield from rubbing_rule(job.tool.edge_si, shop, "chip_thickness")
    yield from _ranges(prepared)


def critical_width(cut: TurningCut, outcome: TurningOutcome) -> Real:
    """Width from which a cut chatters, with the slope of the plan's own force at its chip."""
    slope = (1 - np.asarray(cut.mc)) * outcome.specific_cutting_force
    return dynamics.single_mode_turning_width.si(
        outcome.spindle_speed, slope, cut.natural_frequency, cut.modal_stiffness, cut.damping_ratio,
        cut.orientation_factor,
    )  # fmt: skip


def _finish_gap(cut: TurningCut) -> str:
    """Why the finish can be unknown."""
    if plunges(cut):
        return "a plunged surface has no feed marks of a nose"
    return (
        "give the tool its nose_radius" if unknown(cut.nose_radius) else "the feed is more than twice the nose radius"
    )


def _machine(prepared: Prepared) -> Iterator[Rule]:
    """Limits of the machine; towards the axis the spindle goes up to its cap, which the machine has to reach."""
    cut, machine = prepared.cut, prepared.machine
    for rule in machine_rules(machine, prepared.job.limits, "feed_force"):
        if rule.name == "feed_force" and unknown(cut.feed_force_ratio):
            continue
        if faces(cut) and rule.name == "spindle_speed":
            rule = replace(rule, value=_spindle_towards_the_axis(rule))
        elif faces(cut) and rule.name == "feed_rate":
            rule = replace(rule, value=lambda cut, outcome: outcome.feed_per_rev * outcome.highest_spindle_speed)
        yield rule
    swing = None if machine is None or cut.operation == "boring" else machine.find("swing_diameter")
    if swing is not None:
        yield Rule(
            "swing", "swing of the machine", kinds.DIAMETER, figure_source(swing),
            lambda cut, outcome: cut.diameter, fixed(swing.value),
        )  # fmt: skip
    longest = None if machine is None or unknown(cut.part_length) else machine.find("turning_length")
    if longest is not None:
        yield Rule(
            "turning_length", "turning length of the machine", kinds.LENGTH, figure_source(longest),
            lambda cut, outcome: cut.part_length, fixed(longest.value),
        )  # fmt: skip


def _spindle_towards_the_axis(rule: Rule) -> Read:
    """The speed at which a pass begins where the cap is one that the machine reaches, else the highest."""

    def value(cut: TurningCut, outcome: TurningOutcome) -> Real:
        reached = np.asarray(cut.max_spindle_speed) <= np.asarray(rule.allowed(cut, outcome))
        found: Real = np.where(reached, outcome.spindle_speed, outcome.highest_spindle_speed)[()]
        return found

    return value


def _tool(prepared: Prepared) -> Iterator[Rule]:
    tool, cut, shop = prepared.job.tool, prepared.cut, prepared.job.limits
    bar = isinstance(tool, BoringBar)
    bends = not unknown(cut.body_modulus) and not (bar and unknown(pushing_ratio(cut)))
    if bends:
        yield Rule(
            "deflection", "deflection of the bar off the wall" if bar else "deflection of the tip", kinds.SMALL_LENGTH,
            "rule of the shop", result("radial_deflection" if bar else "tangential_deflection"),
            fixed(shop.si("deflection")),
        )  # fmt: skip
    if isinstance(tool, BoringBar):
        longest = float(dynamics.boring_bar_overhang.si(1.0, 1.0, tool.bar_material).overhang_limit)
        yield Rule(
            "overhang", "overhang of the bar", kinds.LENGTH, dynamics.boring_bar_overhang.source,
            lambda cut, outcome: cut.overhang, lambda cut, outcome: longest * cut.bar_diameter,
        )  # fmt: skip
        strength = prepared.tables.tool_material("carbide").find("transverse_rupture_strength")
        if tool.bar_material == "carbide" and strength is not None and bends:
            yield Rule(
                "bending_stress", "bending stress in the bar", kinds.STRESS, figure_source(strength),
                result("bending_stress"), fixed(strength.value * shop.si("tool_stress_share")),
            )  # fmt: skip
    if isinstance(tool, BoringBar | TurningTool) and tool.edge_length is not None:
        yield Rule(
            "edge_length", "length of edge in cut", kinds.LENGTH, "tool",
            lambda cut, outcome: cut.depth_of_cut / np.sin(cut.entering_angle), fixed(tool.si("edge_length")),
        )  # fmt: skip


def _ranges(prepared: Prepared) -> Iterator[Rule]:
    """Tops of the ranges; known or not, they are there wherever the tables have one at another feed or depth."""
    somewhere = ranges_anywhere(prepared)
    speed = prepared.setting_of("cutting_speed", "spindle_speed").choice or somewhere[0]
    if speed is not None:
        yield Rule(
            "cutting_speed", "speed range of the tables", kinds.CUTTING_SPEED, range_source(speed),
            result("cutting_speed"), lambda cut, outcome: tops(prepared, speed_range, cut.feed_per_rev),
            gap="the tables have no range of speed at this feed",
        )  # fmt: skip
    feed = prepared.setting_of("feed_per_rev").choice or somewhere[1]
    if feed is not None:
        yield Rule(
            "chip_load", "feed range of the tables", kinds.FEED_PER_REV, range_source(feed),
            result("feed_per_rev"), lambda cut, outcome: tops(prepared, feed_range, cut.depth_of_cut),
            gap="the tables have no range of feed at this depth",
        )  # fmt: skip

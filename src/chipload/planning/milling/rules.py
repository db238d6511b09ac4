"""What limits a milling cut besides the machine: the tool and the ranges of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from chipload.planning.milling.cut import MillingCut, MillingOutcome
from chipload.planning.milling.ranges import by_width, feed_range, speed_range
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
)
from chipload.units import kinds
from chipload.units.kinds import Real


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
    yield Rule(
        "flute_length", "flutes in cut", kinds.LENGTH, "tool",
        lambda cut, outcome: cut.axial_depth, lambda cut, outcome: cut.flute_length,
    )  # fmt: skip
    yield from rubbing_rule(job.tool.edge_si, shop)
    yield from result_rules(shop, "the corner radius that shapes the surface is not given")
    yield from _speed(prepared)
    yield from _chip_load(prepared)


def _speed(prepared: Prepared) -> Iterator[Rule]:
    choice = prepared.setting_of("cutting_speed", "spindle_speed").choice
    if choice is not None:
        yield Rule(
            "cutting_speed", "speed range of the tables", kinds.CUTTING_SPEED, range_source(choice),
            result("cutting_speed"), lambda cut, outcome: _tops(prepared, cut),
        )  # fmt: skip


def _tops(prepared: Prepared, cut: MillingCut) -> Real:
    """Top of the range of speed that holds for the width."""
    top: Any = np.nan
    for here, choice in by_width(prepared, speed_range, cut):
        top = np.where(here, np.nan if choice is None else choice.high, top)[()]
    return top


def _chip_load(prepared: Prepared) -> Iterator[Rule]:
    """A feed printed for the width of cut is held as a feed; one for any width is held as its thickest chip."""
    choice = prepared.setting_of("feed_per_tooth", "feed_rate").choice
    if choice is None:
        return
    any_width = choice.row.any_width
    yield Rule(
        "chip_load", "chip load of the tables" if any_width else "feed range of the tables",
        kinds.CHIP_THICKNESS if any_width else kinds.FEED_PER_TOOTH, range_source(choice),
        lambda cut, outcome: _held(prepared, cut, outcome)[0],
        lambda cut, outcome: _held(prepared, cut, outcome)[1],
    )  # fmt: skip


def _held(prepared: Prepared, cut: MillingCut, outcome: MillingOutcome) -> tuple[Real, Real]:
    """Feed or thickest chip, as the range for the width is meant, and its top."""
    value: Any = np.nan
    top: Any = np.nan
    for here, choice in by_width(prepared, feed_range, cut):
        if choice is not None:
            held = outcome.max_chip_thickness if choice.row.any_width else outcome.feed_per_tooth
            value, top = np.where(here, held, value)[()], np.where(here, choice.high, top)[()]
    return value, top

"""What limits a milling cut besides the machine: the tool and the ranges of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from chipload import cutting, dynamics
from chipload.planning.jobs import Limits
from chipload.planning.milling.cut import MillingCut, MillingOutcome, engagement
from chipload.planning.milling.ranges import by_width, feed_range, speed_range
from chipload.planning.prepared import Prepared
from chipload.planning.rules import (
    Rule,
    bending_rules,
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
    yield from bending_rules(prepared)
    yield Rule(
        "deflection", "deflection" if job.workpiece_stiffness is None else "deflection of tool and part",
        kinds.SMALL_LENGTH, "rule of the shop",
        lambda cut, outcome: outcome.deflection + outcome.side_force / cut.workpiece_stiffness,
        fixed(shop.si("deflection")),
    )  # fmt: skip
    yield from _chatter(prepared)
    yield from _clamping(prepared)
    yield Rule(
        "flute_length", "flutes in cut", kinds.LENGTH, "tool",
        lambda cut, outcome: cut.axial_depth, lambda cut, outcome: cut.flute_length,
    )  # fmt: skip
    yield from _chip_room(shop)
    yield from rubbing_rule(job.tool.edge_si, shop)
    yield from result_rules(prepared, "mean_chip_thickness", "the corner radius that shapes the surface is not given")
    yield from _speed(prepared)
    yield from _chip_load(prepared)


def _chatter(prepared: Prepared) -> Iterator[Rule]:
    """The depth from which the mode of the tool tip chatters at this speed, where the mode is given."""
    if prepared.job.natural_frequency is not None:
        yield Rule(
            "chatter", "depth against chatter at this speed", kinds.LENGTH,
            f"{dynamics.single_mode_milling_depth.source}, with the mode of the job",
            lambda cut, outcome: cut.axial_depth, critical_depth,
        )  # fmt: skip


def critical_depth(cut: MillingCut, outcome: MillingOutcome) -> Real:
    """Depth from which a cut chatters, with the slope of the plan's own force at the mean chip."""
    arc = engagement(cut)
    slope = (1 - np.asarray(cut.mc)) * outcome.specific_cutting_force
    return dynamics.single_mode_milling_depth.si(
        outcome.spindle_speed, cut.teeth, arc.entry_angle, arc.exit_angle, slope, slope * cut.radial_force_ratio,
        cut.natural_frequency, cut.modal_stiffness, cut.damping_ratio,
    )  # fmt: skip


def _chip_room(shop: Limits) -> Iterator[Rule]:
    """Metal of a tooth against the room of its flute, where the shop limits it.

    The core is taken as thick as the rod that bends like the flutes; the real one is thinner and leaves more room.
    """
    if shop.flute_fill is not None:
        yield Rule(
            "flute_fill", "metal of a tooth in its flute", kinds.RATIO,
            f"rule of the shop; {cutting.flute_fill.source}",
            lambda cut, outcome: cutting.flute_fill.si(
                outcome.feed_per_tooth, cut.radial_depth, cut.diameter, cut.core_fraction * cut.diameter, cut.teeth
            ),
            fixed(shop.si("flute_fill")),
        )  # fmt: skip


def _clamping(prepared: Prepared) -> Iterator[Rule]:
    """The force of the vice against the one that keeps the part from sliding, where the job gives it."""
    if prepared.job.clamping_force is not None:
        yield Rule(
            "grip", "clamping force of the vice", kinds.FORCE, f"job; {cutting.vice_clamping_force.source}",
            lambda cut, outcome: cutting.vice_clamping_force.si(
                outcome.side_force, 0.0, cut.grip_friction, cut.friction_faces, cut.safety_factor
            ),
            lambda cut, outcome: cut.clamping_force,
        )  # fmt: skip


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

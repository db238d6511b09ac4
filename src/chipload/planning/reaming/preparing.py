"""From a reaming job and the tables to a cut, and what limits it."""

from __future__ import annotations

from collections.abc import Iterator

from chipload.catalog import Catalog, choose
from chipload.planning.holes.cut import lead_in
from chipload.planning.holes.preparing import (
    FEED_FORCE_FACTOR,
    FEED_FORCE_FACTORS,
    feed_setting,
    hole_inputs,
    say_of_the_time,
)
from chipload.planning.holes.rules import flutes_rule, hole_rules
from chipload.planning.lookups import common_inputs, force_constants, named, speed_setting
from chipload.planning.prepared import Prepared, Said, Spread
from chipload.planning.reaming.cut import ReamingCut
from chipload.planning.reaming.job import Reaming
from chipload.planning.rules import Rule
from chipload.planning.tools.reamer import Reamer

CORE_FRACTIONS = Spread("core_fraction", "strength of the flutes", low=0.75, high=0.88)
"""Reported diameters of the rod that stands for a tool with shallow flutes, over the diameter."""
_CORE_FRACTION = Reamer.model_fields["core_fraction"].default


def prepare(job: Reaming, tables: Catalog) -> Prepared:
    """Look up what the job names, and fill in what it leaves open.

    Raises
    ------
    UnknownNameError
        For a material, machine, holder or tool material no table holds.
    MissingFigureError
        Where the tables lack a figure the plan cannot do without.
    """
    said = Said()
    found = named(job, tables)
    kienzle, force_spread = force_constants(found.material, "reaming", tables, said)
    cut = ReamingCut(
        **common_inputs(job, found, kienzle, None, "reaming", tables, said),
        **hole_inputs(job),
        point_angle=2 * job.tool.si("entering_angle"),
        pilot_diameter=job.si("pilot_diameter"),
    )
    asked = found.material.material_class.name, "reaming", job.tool.material
    # the feeds are printed for reamers of any diameter
    speeds = choose(tables.hole_speeds, *asked, length=job.depth_ratio)
    feeds = choose(tables.hole_feeds, *asked, length=job.depth_ratio)
    speed, speed_set = speed_setting(job, speeds, float(job.tool.si("diameter")), found.machine, said)
    cut = cut.having(**speed)
    feed, feed_set = feed_setting(cut, job, feeds, found.machine, said)
    cut = cut.having(**feed)
    if not feed_set.given and feeds is not None and feeds.row.note:
        said.assume(f"the table says of the feed: {feeds.row.note}")
    said.assume(
        f"the feed force is {job.feed_force_factor:g} of the cutting force; force and torque are those of the chamfers "
        "alone, and the margins that rub on the wall add to them"
    )
    say_of_the_time(cut, float(lead_in(cut)), "chamfer", said)
    spreads = [force_spread]
    if cut.feed_force_factor == FEED_FORCE_FACTOR:
        spreads.append(FEED_FORCE_FACTORS)
    if cut.core_fraction == _CORE_FRACTION:
        spreads.append(CORE_FRACTIONS)
    return Prepared(
        job, cut, tables, found.material, found.machine, found.holder, (speed_set, feed_set), tuple(spreads),
        tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


def rules(prepared: Prepared) -> Iterator[Rule]:
    """The limits that apply, in no order.

    A shank thinner than the hole follows the flutes into it, so only a thick one ends the hole at the flutes.
    """
    yield from hole_rules(prepared)
    if prepared.cut.shank_diameter >= prepared.cut.diameter * (1 - 1e-9):
        yield flutes_rule("flutes in the hole", lambda cut, outcome: cut.depth + cut.breakthrough)

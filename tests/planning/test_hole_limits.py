"""Limits of drilling and reaming: each broken once, and whether the remedy does what it says."""

import re

import pytest
from jobs_for_holes import drilling, reaming

import chipload as cl

LEVERS = {
    "cutting speed": "cutting_speed", "spindle speed": "spindle_speed", "feed per revolution": "feed_per_rev",
    "feed rate": "feed_rate", "stick-out": "stickout",
}  # fmt: skip
SLENDER = {"diameter": "2 mm", "flute_length": "20 mm", "stickout": "60 mm"}
HIGH = {"cutting_speed": None, "spindle_speed": "7000 rpm"}


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def mended(make, tool, cut, remedy):
    """The plan with the change that a remedy asks for."""
    match = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-zµ/]+) instead of", str(remedy))
    assert match, remedy
    lever, value = LEVERS[match[1]], match[2]
    if lever == "stickout":
        return lever, cl.plan(make({**tool, "stickout": value}, **cut))
    return lever, cl.plan(make(tool, **{**cut, lever: value}))


DRILLED = [
    # (tool, cut, limit, lever of the remedy)
    (SLENDER, {"depth": "5 mm", "length_factor": 2.0, "feed_per_rev": "0.03 mm/rev"}, "buckling", "stickout"),
    ({**SLENDER, "stickout": "20 mm"}, {"depth": "5 mm", "feed_per_rev": "0.3 mm/rev"}, "tool_stress", "feed_per_rev"),
    ({"diameter": "30 mm"}, {"feed_per_rev": "0.8 mm/rev"}, "feed_force", "feed_per_rev"),
    ({"diameter": "30 mm", "material": "carbide"}, {"cutting_speed": "150 m/min"}, "power", "cutting_speed"),
    ({"diameter": "45 mm"}, {"feed_per_rev": "0.5 mm/rev", "cutting_speed": "200 m/min"}, "torque", None),
    ({"diameter": "2 mm"}, {"cutting_speed": "60 m/min"}, "spindle_speed", "cutting_speed"),
    ({}, {"cutting_speed": "60 m/min"}, "cutting_speed", "cutting_speed"),
    ({}, {"feed_per_rev": "0.6 mm/rev"}, "feed_per_rev", "feed_per_rev"),
    ({}, {"feed_per_rev": "3 mm/rev", **HIGH}, "feed_rate", None),
    ({"edge_radius": "60 um"}, {"feed_per_rev": "0.02 mm/rev"}, "rubbing", "feed_per_rev"),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "cut", "name", "lever"), DRILLED, ids=[case[2] for case in DRILLED])
def test_the_remedy_holds_the_limit_of_a_drill(tool, cut, name, lever):
    plan = cl.plan(drilling(tool, **cut))
    assert limit(plan, name).broken
    assert not plan.feasible
    used, after = mended(drilling, tool, cut, limit(plan, name).remedy)
    assert lever is None or used == lever
    assert limit(after, name).utilisation <= 1.01  # the value is shown rounded to the digits of the trade


REAMED = [
    ({}, {"cutting_speed": "60 m/min"}, "cutting_speed", "cutting_speed"),
    ({}, {"feed_per_rev": "0.8 mm/rev"}, "feed_per_rev", "feed_per_rev"),
    ({"edge_radius": "60 um"}, {"feed_per_rev": "0.05 mm/rev"}, "rubbing", "feed_per_rev"),
    ({"diameter": "2 mm", "core_fraction": 0.35}, {"pilot_diameter": "1.6 mm"}, "tool_stress", "feed_per_rev"),
]


@pytest.mark.parametrize(("tool", "cut", "name", "lever"), REAMED, ids=[case[2] for case in REAMED])
def test_the_remedy_holds_the_limit_of_a_reamer(tool, cut, name, lever):
    plan = cl.plan(reaming(tool, **cut))
    assert limit(plan, name).broken
    used, after = mended(reaming, tool, cut, limit(plan, name).remedy)
    assert used == lever
    assert limit(after, name).utilisation <= 1.01


def test_the_flutes_must_reach_beyond_depth_and_point():
    # 84 mm and a point of 3.004 mm in flutes of 87 mm; no lever makes the flutes longer
    near, over = cl.plan(drilling(depth="83.99 mm")), cl.plan(drilling(depth="84 mm"))
    assert not limit(near, "flute_length").broken
    assert limit(over, "flute_length").broken
    assert str(limit(over, "flute_length").remedy).startswith("no change of")


def test_a_reamer_of_thin_shank_goes_deeper_than_its_flutes():
    thick = cl.plan(reaming(depth="40 mm"))
    assert limit(thick, "flute_length").broken
    thin = cl.plan(reaming({"shank_diameter": "8 mm"}, depth="40 mm"))
    assert not any(one.name == "flute_length" for one in thin.limits)


def test_a_stick_out_is_never_asked_shorter_than_the_flutes():
    tool = {"diameter": "1 mm", "flute_length": "60 mm", "stickout": "60 mm"}
    plan = cl.plan(drilling(tool, depth="5 mm", length_factor=2.0, feed_per_rev="0.05 mm/rev"))
    assert limit(plan, "buckling").broken
    assert "stick-out" not in str(limit(plan, "buckling").remedy)


def test_a_tip_that_nothing_holds_buckles_eight_times_earlier():
    held, free = cl.plan(drilling()), cl.plan(drilling(length_factor=2.0))
    assert limit(free, "buckling").utilisation == pytest.approx(
        (2 / 0.7) ** 2 * limit(held, "buckling").utilisation, rel=1e-12
    )
    assert "tip held by its hole" in limit(held, "buckling").source
    assert "tip held by nothing" in limit(free, "buckling").source
    assert any("held at the tip by its hole" in str(text) for text in held.assumptions)
    assert any("over 2 of its stick-out" in str(text) for text in free.assumptions)


def test_without_a_machine_only_tool_and_tables_limit():
    names = {one.name for one in cl.plan(drilling(machine=None)).limits}
    assert names == {"tool_stress", "buckling", "flute_length", "cutting_speed", "feed_per_rev"}


def test_the_thrust_is_what_the_axis_feels():
    plan = cl.plan(drilling())
    force = limit(plan, "feed_force")
    assert force.value == pytest.approx(plan.outcome.feed_force, rel=1e-12)


def test_the_range_is_that_for_the_depth():
    shallow, deep = (limit(cl.plan(drilling(depth=depth)), "cutting_speed") for depth in ("20 mm", "60 mm"))
    assert deep.allowed == pytest.approx(0.6 * shallow.allowed, rel=1e-12)


def test_what_is_uncertain_spreads_the_force_and_not_the_speed():
    plan = cl.plan(drilling())
    low, high = plan.intervals["feed_force"]
    assert low < plan.feed_force < high
    assert plan.intervals["cutting_speed"][0] == plan.intervals["cutting_speed"][1]
    fixed = cl.plan(drilling({"core_fraction": 0.6}, feed_force_factor=0.63))
    assert {spread.field for spread in fixed.prepared.spreads} == {"kc11", "youngs_modulus"}

"""Which way things go: the trends in which other calculators have been seen wrong."""

from itertools import pairwise

import pytest
from jobs_for_tests import make

import chipload as cl


def outcomes(name, field, values, **fixed):
    return [getattr(cl.plan(make(**fixed, **{field: value})).outcome, name) for value in values]


def rising(values):
    return all(a < b for a, b in pairwise(values))


def test_force_grows_with_width_at_constant_feed():
    assert rising(outcomes("power", "radial_depth", ["1 mm", "2 mm", "4 mm", "7 mm", "10 mm"]))


def test_specific_force_falls_as_the_chip_thickens():
    assert not rising(outcomes("specific_cutting_force", "feed_per_tooth", ["0.02 mm", "0.05 mm", "0.1 mm"]))
    assert rising(outcomes("specific_cutting_force", "feed_per_tooth", ["0.1 mm", "0.05 mm", "0.02 mm"]))


def test_force_does_not_depend_on_speed():
    slow, fast = outcomes("tangential_force", "cutting_speed", ["50 m/min", "500 m/min"])
    assert slow == pytest.approx(fast, rel=1e-12)


def test_a_longer_tool_bends_more():
    bent = [cl.plan(make({"stickout": length})).outcome.deflection for length in ("26 mm", "30 mm", "40 mm", "60 mm")]
    assert rising(bent)


def test_a_stiffer_tool_bends_less():
    steel = cl.plan(make({"material": "hss"})).outcome.deflection
    assert steel > 2.5 * cl.plan(make()).outcome.deflection


def test_holder_compliance_adds():
    rigid = cl.plan(make()).outcome
    soft = cl.plan(make(holder_stiffness="20 N/um")).outcome
    assert soft.deflection - rigid.deflection == pytest.approx(rigid.side_force / 20e6, rel=1e-9)


def test_the_power_of_a_steel_is_above_that_of_aluminium():
    assert cl.plan(make(material="1045")).outcome.power > 1.5 * cl.plan(make()).outcome.power


def test_up_and_down_milling_have_one_mean():
    down, up = cl.plan(make(direction="down")).outcome, cl.plan(make(direction="up")).outcome
    assert down.power == up.power


def test_a_slot_is_the_limit_of_a_wide_side_cut():
    slot = cl.plan(make(radial_depth="10 mm")).outcome
    wide = cl.plan(make(radial_depth="9.9999999 mm", style="side")).outcome
    assert wide.power == pytest.approx(slot.power, rel=1e-3)


def test_a_small_corner_is_the_limit_of_a_square_one():
    square = cl.plan(make()).outcome
    bull = cl.plan(make({"corner_radius": "0.000001 mm"})).outcome
    for name in ("power", "mean_chip_thickness", "deflection", "spindle_speed"):
        assert getattr(bull, name) == pytest.approx(getattr(square, name), rel=1e-5), name


def test_a_ball_cuts_at_its_effective_diameter():
    plan = cl.plan(
        make({"corner_radius": "5 mm"}, radial_depth="0.5 mm", axial_depth="0.2 mm", cutting_speed="100 m/min")
    )
    # 2 sqrt(0.2 * 9.8) = 2.800 mm, the catalogue's figure
    assert plan.effective_diameter.m == pytest.approx(2.8, abs=5e-4)
    assert plan.spindle_speed.m == pytest.approx(100_000 / (3.141592653589793 * plan.effective_diameter.m), rel=1e-9)

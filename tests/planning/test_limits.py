"""Limits: what stops a cut, and whether the remedy does what it says."""

import re

import pytest
from jobs_for_tests import make

import chipload as cl


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_binding_limit_is_the_fullest():
    plan = cl.plan(make())
    known = [one.utilisation for one in plan.limits if one.known]
    assert known == sorted(known, reverse=True)
    assert plan.binding is plan.limits[0]
    assert plan.binding.remedy


def test_a_speed_the_user_fixed_is_not_clamped():
    plan = cl.plan(make())
    assert plan.spindle_speed.m > 8100
    spindle = limit(plan, "spindle_speed")
    assert spindle.utilisation == pytest.approx(plan.spindle_speed.m / 8100, rel=1e-9)
    assert any("highest spindle speed is exceeded" in text for text in plan.warnings)
    assert not plan.feasible


def test_beyond_the_spindle_curve_nothing_is_claimed():
    plan = cl.plan(make())
    torque = limit(plan, "torque")
    assert not torque.known
    assert not torque.broken
    assert not plan.limits[-1].known
    assert any("cannot be checked" in text for text in plan.warnings)


def test_torque_is_held_against_the_curve_at_this_speed():
    plan = cl.plan(make(cutting_speed="100 m/min", machine="pm-25mv-servo"))
    # 100 m/min at 10 mm is 3183 rpm, on the line from 3000 rpm, 2.6 N m to 5000 rpm, 1.5 N m
    allowed = 2.6 + (3183.0988618 - 3000) / 2000 * (1.5 - 2.6)
    assert limit(plan, "torque").utilisation == pytest.approx(plan.torque.m / allowed, rel=1e-6)


@pytest.mark.parametrize(
    ("changed", "name", "field"),
    [
        ({}, "spindle_speed", "cutting_speed"),
        ({"machine": "generic-bench-mill", "cutting_speed": "60 m/min"}, "torque", None),
        ({"axial_depth": "24 mm", "radial_depth": "9 mm", "machine": "generic-vmc-40"}, "deflection", None),
        ({"feed_per_tooth": "1 mm", "cutting_speed": "200 m/min"}, "feed_rate", None),
        ({"axial_depth": "28 mm"}, "flute_length", "axial_depth"),
    ],
)
def test_the_remedy_holds_the_limit(changed, name, field):
    plan = cl.plan(make(**changed))
    found = limit(plan, name)
    assert found.broken
    levers = {
        "cutting speed": "cutting_speed", "radial depth": "radial_depth", "axial depth": "axial_depth",
        "feed per tooth": "feed_per_tooth", "stick-out": "stickout",
    }  # fmt: skip
    match = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-zµ/]+) instead of", str(found.remedy))
    assert match, found.remedy
    lever, value = levers[match[1]], match[2]
    assert field is None or lever == field
    mended = {"tool": {"stickout": value}} if lever == "stickout" else {lever: value}
    after = cl.plan(make(**{**changed, **mended}))
    assert limit(after, name).utilisation <= 1.01  # the value is shown rounded to the digits of the trade


def test_a_stick_out_is_never_asked_shorter_than_the_flutes():
    plan = cl.plan(make({"stickout": "25 mm"}, axial_depth="20 mm"))
    assert limit(plan, "deflection").broken
    assert "stick-out" not in limit(plan, "deflection").remedy


def test_the_limits_of_the_shop_are_open_to_change():
    strict = cl.plan(make(limits={"deflection": "10 um"}))
    loose = cl.plan(make(limits={"deflection": "50 um"}))
    assert limit(strict, "deflection").utilisation == pytest.approx(
        5 * limit(loose, "deflection").utilisation, rel=1e-12
    )


def test_rubbing_is_checked_where_the_edge_radius_is_known():
    assert not any(one.name == "rubbing" for one in cl.plan(make()).limits)
    plan = cl.plan(make({"edge_radius": "20 um"}, feed_per_tooth="0.004 mm"))
    rubbing = limit(plan, "rubbing")
    assert rubbing.lower
    assert rubbing.utilisation == pytest.approx(0.3 * 20 / 4, rel=1e-9)
    assert "a feed per tooth of" in rubbing.remedy


def test_without_a_machine_only_tool_and_tables_limit():
    names = {one.name for one in cl.plan(make(machine=None)).limits}
    assert names <= {"tool_stress", "deflection", "flute_length", "cutting_speed", "chip_load"}


def test_confidence_is_the_share_of_samples_that_hold():
    plan = cl.plan(make(cutting_speed="250 m/min", limits={"deflection": "28 um"}))
    deflection = limit(plan, "deflection")
    assert not deflection.broken
    low, high = deflection.interval
    assert low < deflection.utilisation < high
    assert high > 1
    assert 0.3 < deflection.confidence < 0.7
    assert any("may be exceeded" in text for text in plan.warnings)


def test_the_interval_of_a_limit_is_that_of_its_number():
    plan = cl.plan(make())
    deflection = limit(plan, "deflection")
    for end, bound in zip(deflection.interval, plan.intervals["deflection"], strict=True):
        assert end == pytest.approx(bound.to("um").m / 20, rel=1e-9)


def test_an_estimated_power_is_used_to_four_fifths_and_a_stated_one_in_full():
    estimated = cl.plan(make(machine="haas-vf2"))
    assert limit(estimated, "power").allowed == pytest.approx(0.8 * 14.9e3)
    assert "estimated, 80% of it" in limit(estimated, "power").source
    stated = cl.plan(make(machine="hf-spindle-2.2kw"))
    assert limit(stated, "power").allowed == pytest.approx(2.2e3)
    free = cl.plan(make(machine="haas-vf2", limits={"estimated_share": 1.0}))
    assert limit(free, "power").allowed == pytest.approx(14.9e3)


def test_the_largest_rz_is_a_limit_where_the_shop_asks_for_one():
    plan = cl.plan(make(limits={"roughness_rz": "0.1 um"}))
    asked = limit(plan, "roughness_rz")
    assert asked.utilisation == pytest.approx(plan.roughness_rz.m / 0.1, rel=1e-9)
    assert not any(one.name == "roughness_rz" for one in cl.plan(make()).limits)

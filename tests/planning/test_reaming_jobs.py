"""Reaming: what the numbers are by hand, identities, what is recommended, and bad jobs."""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from jobs_for_holes import drilling, reaming
from strategies_holes import STRATEGIES

import chipload as cl


def test_speed_and_feed_of_a_published_text():
    # lzqtool.com, hole machining formulas: 12 mm at 1350 rpm and 0.2 mm/rev
    plan = cl.plan(
        reaming(
            {"diameter": "12 mm"}, pilot_diameter="11.8 mm", cutting_speed=None, spindle_speed="1350 rpm",
            feed_per_rev="0.2 mm/rev",
        )
    )  # fmt: skip
    assert plan.cutting_speed.to("m/min").m == pytest.approx(50.9, abs=0.05)
    assert plan.feed_rate.to("mm/min").m == pytest.approx(270, rel=1e-12)


def test_the_force_is_that_of_the_ring():
    plan = cl.plan(reaming())
    # six teeth under 45 degrees share 0.3 mm: 0.05 mm each along the axis
    chip = 0.05 * math.sin(math.radians(45))
    assert plan.chip_thickness.to("mm").m == pytest.approx(chip, rel=1e-12)
    specific = 2220 * chip**-0.14  # MPa, kc1.1 and mc of 1045 in the tables
    assert plan.specific_cutting_force.to("MPa").m == pytest.approx(specific, rel=1e-12)
    assert plan.stock.to("mm").m == pytest.approx(0.1, rel=1e-9)
    assert plan.torque.to("N*mm").m == pytest.approx(specific * 0.3 * (10**2 - 9.8**2) / 8, rel=1e-9)
    assert plan.feed_force.to("N").m == pytest.approx(
        0.565 * specific * 0.3 * 0.1 * math.sin(math.radians(45)), rel=1e-9
    )
    assert plan.feed_travel.to("mm").m == pytest.approx(25 + 0.1, rel=1e-9)


def test_a_reamer_with_the_edges_of_a_drill_is_a_drill_that_enlarges():
    reamed = cl.plan(reaming({"teeth": 2, "entering_angle": "59 deg", "core_fraction": 0.55}, pilot_diameter="8 mm"))
    drilled = cl.plan(
        drilling(
            {"stickout": "80 mm", "flute_length": "38 mm"}, pilot_diameter="8 mm", cutting_speed="12 m/min",
            feed_per_rev="0.3 mm/rev",
        )
    )  # fmt: skip
    shared = [name for name in reamed.operation.kinds if name in drilled.operation.kinds]
    assert len(shared) > 12
    for name in shared:
        assert getattr(reamed.outcome, name) == pytest.approx(getattr(drilled.outcome, name), rel=1e-12, nan_ok=True), (
            name
        )


@settings(max_examples=40, deadline=None)
@given(STRATEGIES["reaming"])
def test_the_numbers_of_any_job_close(job):
    out = cl.plan(job).outcome
    assert out.power == pytest.approx(out.torque * 2 * math.pi * out.spindle_speed, rel=1e-12)
    assert out.power == pytest.approx(out.specific_cutting_force * out.removal_rate, rel=1e-12)
    assert out.feed_rate == pytest.approx(out.feed_per_rev * out.spindle_speed, rel=1e-12)
    assert out.cutting_time == pytest.approx(out.feed_travel / out.feed_rate * job.holes, rel=1e-12)
    # the ring at its mean diameter, from the stock
    mean = float(job.tool.si("diameter")) - out.stock
    assert out.removal_rate == pytest.approx(math.pi * mean * out.stock * out.feed_rate, rel=1e-9)


@settings(max_examples=20, deadline=None)
@given(STRATEGIES["reaming"])
def test_a_job_comes_back_from_its_text(job):
    assert cl.Reaming.model_validate_json(job.model_dump_json()) == job


def test_what_is_open_is_recommended_with_its_source():
    plan = cl.plan(reaming(cutting_speed=None, feed_per_rev=None))
    assert plan.cutting_speed.to("ft/min").m == pytest.approx(50, rel=1e-9)  # printed for medium carbon steel
    # an estimated range starts at its low end
    assert plan.feed_per_rev.to("in/turn").m == pytest.approx(0.012, rel=1e-9)
    text = " ".join(str(one) for one in plan.assumptions)
    assert "six flutes taken" in text
    assert "S22" in text
    assert not any("large cutters" in str(one) for one in plan.warnings)


def test_force_and_torque_grow_with_the_stock():
    found = cl.sweep(reaming(), pilot_diameter=["9.9 mm", "9.8 mm", "9.6 mm", "9.2 mm"])
    for name in ("torque", "feed_force", "power", "stock"):
        assert np.all(np.diff(found[name].to_numpy()) > 0), name


def test_more_teeth_take_thinner_chips_and_more_force():
    few, many = (cl.plan(reaming({"teeth": teeth})).outcome for teeth in (4, 8))
    assert many.chip_thickness == pytest.approx(few.chip_thickness / 2, rel=1e-12)
    assert many.torque > few.torque


def test_a_chip_below_the_range_of_the_force_constants_is_said():
    plan = cl.plan(reaming(feed_per_rev="0.1 mm/rev"))
    assert any("outside the range" in str(text) for text in plan.warnings)


BAD = [
    ({}, {"pilot_diameter": "10 mm"}, "pilot_diameter", "nothing is left to cut"),
    ({}, {"pilot_diameter": "10.1 mm"}, "pilot_diameter", "nothing is left to cut"),
    ({}, {"pilot_diameter": None}, "pilot_diameter", "missing"),
    ({}, {"depth": "80 mm"}, "depth", "holder would hit the work"),
    ({}, {"spindle_speed": "600 rpm"}, "cutting_speed", "give one of them"),
    ({}, {"feed_rate": "120 mm/min"}, "feed_per_rev", "give one of them"),
    ({}, {"holes": 0}, "holes", "whole number from 1"),
    ({}, {"feed_per_rev": "0.2 N"}, "feed_per_rev", "is not a feed per revolution"),
    ({}, {"length_factor": 0.7}, "length_factor", "no such field"),
    ({"flute_length": "81 mm"}, {}, "flute_length", "longer than the stick-out"),
    ({"entering_angle": "95 deg"}, {}, "entering_angle", "between 0 and 90"),
    ({"entering_angle": "0 deg"}, {}, "entering_angle", "between 0 and 90"),
    ({"teeth": None}, {}, "teeth", "missing"),
    ({"point_angle": "118 deg"}, {}, "point_angle", "no such field"),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "cut", "field", "says"), BAD)
def test_a_bad_job_is_one_sentence(tool, cut, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.plan(reaming(tool, **cut))
    about = [problem for problem in caught.value.problems if re.match(rf"(tool\.)?{re.escape(field)}\b", problem)]
    assert len(about) == 1, caught.value.problems
    assert says in about[0]
    assert "\n" not in about[0]


def test_the_title_tells_what_is_done():
    assert (
        str(cl.plan(reaming()))
        .splitlines()[0]
        .endswith("10 mm reamer with 6 teeth (hss) on Haas VF-2, reaming 25 mm deep")
    )

"""Facing: constant surface speed, the cap of the spindle, and the time it takes."""

import math

import numpy as np
import pytest
from turning_jobs_for_tests import facing

import chipload as cl


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_time_is_the_integral_of_the_travel():
    # 100 mm to 0 at 200 m/min and 0.2 mm/rev, capped at 3000 rpm; by steps of the radius
    plan = cl.plan(
        facing(diameter="100 mm", cutting_speed="200 m/min", feed_per_rev="0.2 mm/rev", max_spindle_speed="3000 rpm")
    )
    radius = (np.arange(200_000) + 0.5) / 200_000 * 0.050
    turns = np.minimum(200 / 60 / (2 * math.pi * radius), 3000 / 60)
    assert plan.outcome.cutting_time == pytest.approx(float(np.mean(1 / (turns * 0.2e-3)) * 0.050), rel=1e-6)
    assert plan.highest_spindle_speed.m == pytest.approx(3000, rel=1e-12)
    assert plan.spindle_speed.m == pytest.approx(200e3 / (math.pi * 100), rel=1e-12)


def test_a_lower_cap_takes_longer():
    times = [cl.plan(facing(max_spindle_speed=f"{cap} rpm")).outcome.cutting_time for cap in (4000, 2000, 1000, 500)]
    assert times == sorted(times)
    assert len(set(times)) == 4


def test_what_is_removed_is_the_ring():
    # at constant surface speed the removal rate is constant
    plan = cl.plan(facing(inner_diameter="20 mm"))
    ring = math.pi / 4 * (0.060**2 - 0.020**2) * 1.5e-3
    assert plan.outcome.removal_rate * plan.outcome.cutting_time == pytest.approx(ring, rel=1e-12)
    assert plan.highest_spindle_speed.m == pytest.approx(3 * plan.spindle_speed.m, rel=1e-12)


def test_a_spindle_speed_stays_what_it_is():
    plan = cl.plan(facing(cutting_speed=None, spindle_speed="1000 rpm", max_spindle_speed="3000 rpm"))
    assert plan.highest_spindle_speed.m == pytest.approx(1000, rel=1e-12)
    assert plan.cutting_time.to("min").m == pytest.approx(30 / (0.2 * 1000), rel=1e-12)


def test_without_a_cap_the_spindle_speed_is_constant_to_the_centre_and_it_is_said():
    plan = cl.plan(facing())
    assert plan.highest_spindle_speed.m == pytest.approx(plan.spindle_speed.m, rel=1e-12)
    assert any("taken as constant" in text for text in plan.assumptions)


def test_the_machine_caps_where_the_job_does_not():
    plan = cl.plan(facing(machine="generic-lathe-toolroom"))
    assert plan.highest_spindle_speed.m == pytest.approx(4000, rel=1e-12)
    assert any("up to the 4000 rpm of the machine" in text for text in plan.assumptions)
    # that cap is what the machine reaches, so it does not bind
    assert limit(plan, "spindle_speed").utilisation == pytest.approx(plan.spindle_speed.m / 4000, rel=1e-9)


def test_a_cap_beyond_the_machine_is_a_broken_limit():
    plan = cl.plan(facing(machine="generic-lathe-toolroom", max_spindle_speed="5000 rpm"))
    assert limit(plan, "spindle_speed").utilisation == pytest.approx(5000 / 4000, rel=1e-9)
    assert not plan.feasible
    assert cl.plan(facing(machine="generic-lathe-toolroom", max_spindle_speed="3000 rpm")).feasible


def test_the_feed_rate_is_held_where_the_spindle_is_fastest():
    plan = cl.plan(facing(machine="generic-lathe-bench", diameter="40 mm", max_spindle_speed="2500 rpm"))
    fastest = limit(plan, "feed_rate")
    assert fastest.value == pytest.approx(0.2e-3 * 2500 / 60, rel=1e-12)
    assert fastest.utilisation == pytest.approx(0.2 * 2500 / 600, rel=1e-9)


def test_a_work_that_does_not_swing_is_a_broken_limit():
    plan = cl.plan(facing(machine="generic-lathe-bench", diameter="300 mm"))
    assert limit(plan, "swing").utilisation == pytest.approx(300 / 250, rel=1e-9)


def test_a_plan_without_any_limit_says_so():
    bare = {"shank_height": None, "shank_width": None, "overhang": None, "material": "cermet"}
    plan = cl.plan(facing(bare, material="6061-T6"))
    assert plan.limits == ()
    assert "No limit is known" in str(plan)
    assert "no limit known" in repr(plan)
    assert plan.to_dict()["binding"] is None
    with pytest.raises(cl.errors.InputError, match="none is known for this job"):
        plan.binding  # noqa: B018


def test_a_sweep_over_the_end_of_the_pass_is_its_plans():
    found = cl.sweep(facing(max_spindle_speed="3000 rpm"), inner_diameter=["0 mm", "30 mm"])
    for place, inner in enumerate(("0 mm", "30 mm")):
        plan = cl.plan(facing(max_spindle_speed="3000 rpm", inner_diameter=inner))
        assert float(found.cutting_time[place]) == pytest.approx(plan.cutting_time.m, rel=1e-12)


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"inner_diameter": "60 mm"}, "inner_diameter", "exchange them"),
        ({"spindle_speed": "900 rpm"}, "cutting_speed", "give one of them"),
        ({"max_spindle_speed": "3000 m"}, "max_spindle_speed", "is not a spindle speed"),
        ({"cut_length": "30 mm"}, "cut_length", "no such field"),
    ],
)
def test_a_bad_job_is_one_sentence(changed, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        facing(**changed)
    (problem,) = caught.value.problems
    assert problem.startswith(field)
    assert says in problem

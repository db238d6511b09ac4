"""Grooving and parting: the whole width of the insert cuts, towards the axis."""

import math

import pytest
from turning_jobs_for_tests import grooving, parting

import chipload as cl


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_force_is_that_of_the_whole_width():
    # kc 2200 MPa on 0.1 mm/rev by 3 mm is 660 N
    sharp = cl.plan(grooving())
    plan = cl.plan(grooving(wear_factor=2200e6 / sharp.outcome.specific_cutting_force))
    assert plan.cutting_force.m == pytest.approx(660, rel=1e-9)
    assert plan.chip_thickness.m == pytest.approx(0.1, rel=1e-12)


def test_what_is_removed_is_the_groove():
    out = cl.plan(grooving()).outcome
    assert out.removal_rate * out.cutting_time == pytest.approx(math.pi / 4 * (0.060**2 - 0.050**2) * 3e-3, rel=1e-12)
    assert out.power == pytest.approx(out.torque * 2 * math.pi * out.spindle_speed, rel=1e-13)


def test_what_parting_removes_is_the_disc():
    tube = cl.plan(parting(inner_diameter="20 mm")).outcome
    assert tube.removal_rate * tube.cutting_time == pytest.approx(math.pi / 4 * (0.040**2 - 0.020**2) * 3e-3, rel=1e-12)
    bar = cl.plan(parting(max_spindle_speed="2500 rpm"))
    assert bar.highest_spindle_speed.m == pytest.approx(2500, rel=1e-12)
    assert bar.outcome.cutting_time > tube.cutting_time


def test_a_lower_cap_takes_longer_to_part():
    times = [cl.plan(parting(max_spindle_speed=f"{cap} rpm")).outcome.cutting_time for cap in (3000, 2000, 1000)]
    assert times == sorted(times)


def test_the_blade_gives_way_with_the_cube_of_its_overhang():
    short, long = (cl.plan(grooving({"overhang": one})).outcome.tangential_deflection for one in ("15 mm", "30 mm"))
    assert long == pytest.approx(8 * short, rel=1e-12)


def test_no_feed_force_is_assumed():
    plan = cl.plan(grooving(support="chuck", part_length="80 mm", machine="generic-lathe-bench"))
    assert math.isnan(plan.outcome.feed_force)
    assert math.isnan(plan.outcome.part_deflection)
    assert any("feed_force_ratio" in text for text in plan.warnings)
    assert not any(one.name in ("feed_force", "part_deflection") for one in plan.limits)


def test_the_feed_force_bends_the_part():
    plan = cl.plan(grooving(support="chuck", part_length="80 mm", feed_force_ratio=0.5))
    second_moment = math.pi * 0.060**4 / 64
    assert plan.outcome.part_deflection == pytest.approx(
        0.5 * plan.outcome.cutting_force * 0.08**3 / (3 * 210e9 * second_moment), rel=1e-12
    )
    assert plan.passive_force.m == 0


def test_the_range_of_the_other_stands_in_and_it_is_said():
    plan = cl.plan(parting(cutting_speed=None))
    assert any("no range for parting here; that of grooving stands in" in text for text in plan.warnings)
    assert not any("stands in" in text for text in cl.plan(grooving(cutting_speed=None)).warnings)


def test_a_smaller_feed_holds_the_torque():
    plan = cl.plan(grooving(machine="generic-lathe-bench"))
    broken = limit(plan, "power")
    assert broken.broken
    assert "a cutting speed of" in broken.remedy
    slower = f"{150 / broken.utilisation} m/min"
    assert limit(cl.plan(grooving(machine="generic-lathe-bench", cutting_speed=slower)), "power").utilisation == (
        pytest.approx(1, rel=1e-9)
    )


@pytest.mark.parametrize(
    ("make", "tool", "changed", "field", "says"),
    [
        (grooving, {}, {"groove_depth": "30 mm"}, "groove_depth", "radius"),
        (grooving, {"overhang": "4 mm"}, {}, "groove_depth", "does not reach"),
        (parting, {"overhang": "19 mm"}, {}, "diameter", "does not reach"),
        (parting, {}, {"inner_diameter": "41 mm"}, "inner_diameter", "exchange them"),
        (parting, {}, {"passive_force_ratio": 0.3}, "passive_force_ratio", "leave it out"),
        (grooving, {"blade_thickness": "3.2 mm"}, {}, "blade_thickness", "does not enter"),
        (grooving, {"blade_height": None}, {}, "blade_height", "give blade_height too"),
        (grooving, {}, {"feed_per_rev": None}, "feed_per_rev", "give one, like 0.1 mm/rev"),
        (grooving, {}, {"depth_of_cut": "1 mm"}, "depth_of_cut", "no such field"),
    ],
)
def test_a_bad_job_is_one_sentence(make, tool, changed, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.plan(make(tool, **changed))
    about = [problem for problem in caught.value.problems if problem.startswith(field)]
    assert len(about) == 1, caught.value.problems
    assert says in about[0]

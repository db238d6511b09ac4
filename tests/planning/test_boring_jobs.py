"""Boring: how the bar gives way, what becomes of the bore, and how far out a bar is used."""

import math
import re

import pytest
from turning_jobs_for_tests import boring

import chipload as cl


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_deflection_that_isakov_prints():
    # a force of 911.1 N on a steel bar of 25.4 mm that stands out 101.6 mm with 206 GPa: 0.0757 mm
    bar = {"bar_diameter": "25.4 mm", "overhang": "101.6 mm", "youngs_modulus": "206 GPa"}
    force = cl.plan(boring(bar)).cutting_force.m
    plan = cl.plan(boring(bar, passive_force_ratio=911.1 / force))
    assert plan.passive_force.m == pytest.approx(911.1, rel=1e-9)
    assert plan.radial_deflection.to("mm").m == pytest.approx(0.0757, rel=1e-3)


def test_the_bore_comes_out_smaller_by_twice_the_deflection():
    out = cl.plan(boring()).outcome
    # the deflection along the cut adds twice its square over the bore
    second_order = 2 * out.tangential_deflection**2 / 0.042
    assert out.diameter_error == pytest.approx(-2 * out.radial_deflection + second_order, abs=1e-9)
    assert out.diameter_error < 0
    assert out.tangential_deflection / out.radial_deflection == pytest.approx(4, rel=1e-12)


def test_speed_and_volume_are_those_of_the_bore_after_the_cut():
    plan = cl.plan(boring(cut_length="60 mm"))
    assert plan.cutting_speed.m == pytest.approx(math.pi * 42e-3 * plan.spindle_speed.m, rel=1e-12)
    ring = math.pi / 4 * (0.042**2 - 0.040**2) * 0.060
    assert plan.outcome.removal_rate * plan.outcome.cutting_time == pytest.approx(ring, rel=1e-12)
    assert plan.outcome.torque == pytest.approx(plan.outcome.cutting_force * 0.021, rel=1e-13)


def test_the_deflection_grows_with_the_cube_of_the_overhang():
    short, long = (cl.plan(boring({"overhang": one})).outcome.radial_deflection for one in ("50 mm", "100 mm"))
    assert long == pytest.approx(8 * short, rel=1e-12)
    thin = cl.plan(boring({"overhang": "50 mm", "bar_diameter": "12.5 mm"})).outcome.radial_deflection
    assert thin == pytest.approx(16 * short, rel=1e-12)


def test_a_carbide_bar_is_stiffer_and_used_further_out():
    far = {"overhang": "120 mm"}
    steel, carbide = (cl.plan(boring({**far, "bar_material": one})) for one in ("steel", "carbide"))
    assert steel.outcome.radial_deflection / carbide.outcome.radial_deflection == pytest.approx(593 / 210, rel=1e-9)
    assert limit(steel, "overhang").utilisation == pytest.approx(120 / 100, rel=1e-9)
    assert limit(carbide, "overhang").utilisation == pytest.approx(120 / 150, rel=1e-9)
    assert limit(carbide, "bending_stress").allowed == pytest.approx(0.25 * 3585e6, rel=1e-9)
    assert not any(one.name == "bending_stress" for one in steel.limits)
    shorter = re.fullmatch(
        r"an overhang of (\S+) mm instead of 120.000 mm would hold it", limit(steel, "overhang").remedy
    )
    assert float(shorter[1]) == pytest.approx(100, rel=0.01)


def test_the_stress_is_that_of_the_bent_bar():
    out = cl.plan(boring({"bar_material": "carbide", "bar_bore": "6 mm"})).outcome
    modulus = math.pi * (0.025**4 - 0.006**4) / (32 * 0.025)
    assert out.bending_stress == pytest.approx(math.hypot(out.cutting_force, out.passive_force) * 0.09 / modulus)


def test_a_damped_bar_has_no_known_stiffness():
    plan = cl.plan(boring({"bar_material": "damped steel", "overhang": "160 mm"}))
    assert math.isnan(plan.outcome.radial_deflection)
    assert not any(one.name == "deflection" for one in plan.limits)
    assert limit(plan, "overhang").utilisation == pytest.approx(160 / 175, rel=1e-9)
    assert any("damped steel" in text for text in plan.assumptions)
    given = cl.plan(boring({"bar_material": "damped steel", "overhang": "160 mm", "youngs_modulus": "200 GPa"}))
    assert given.outcome.radial_deflection > 0


def test_a_shorter_bar_holds_the_deflection():
    plan = cl.plan(boring({"overhang": "100 mm"}, depth_of_cut="3 mm"))
    broken = limit(plan, "deflection")
    assert broken.broken
    held = re.fullmatch(r"an overhang of (\S+ mm) instead of 100.000 mm would hold it", broken.remedy)[1]
    assert float(held.split()[0]) == pytest.approx(100 * broken.utilisation ** (-1 / 3), rel=0.01)
    used = limit(cl.plan(boring({"overhang": held}, depth_of_cut="3 mm")), "deflection").utilisation
    assert used == pytest.approx(1, abs=0.02)


def test_ranges_of_turning_stand_in_and_it_is_said():
    plan = cl.plan(boring(cutting_speed=None, feed_per_rev=None))
    assert any("no range for boring here; that of turning stands in" in text for text in plan.warnings)


@pytest.mark.parametrize(
    ("tool", "changed", "field", "says"),
    [
        ({}, {"diameter": "25 mm"}, "diameter", "does not enter"),
        ({"bar_bore": "25 mm"}, {}, "bar_bore", "no wall"),
        ({"bar_material": "wood"}, {}, "bar_material", "'heavy metal'"),
        ({"overhang": "4 kN"}, {}, "overhang", "is not a length"),
        ({}, {"spindle_speed": "900 rpm"}, "cutting_speed", "give one of them"),
    ],
)
def test_a_bad_job_is_one_sentence(tool, changed, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        boring(tool, **changed)
    (problem,) = caught.value.problems
    assert problem.startswith(field)
    assert says in problem

"""Chatter, clamping and a soft part as limits of milling: numbers of the formula room, trends and remedies."""

import re

import numpy as np
import pytest
from jobs_for_tests import make

import chipload as cl
from chipload.dynamics import MillingProcess, Mode, Structure, zero_order_limit
from chipload.errors import InputError

MODE = {"natural_frequency": "900 Hz", "modal_stiffness": "10 N/um", "damping_ratio": 0.03}
VICE = {"clamping_force": "5 kN", "grip_friction": 0.15}


def limit(plan, name):
    return next((one for one in plan.limits if one.name == name), None)


@pytest.mark.parametrize(
    ("tool", "cut", "ends"),
    [
        ({}, {"direction": "down"}, ("90 deg", "180 deg")),
        ({}, {"direction": "up"}, ("0 deg", "90 deg")),
        ({}, {"radial_depth": "10 mm"}, ("0 deg", "180 deg")),
        (
            {"diameter": "50 mm", "stickout": "60 mm", "entering_angle": "45 deg", "shank_diameter": None},
            {"style": "face", "radial_depth": "25 mm", "axial_depth": "2 mm"}, ("60 deg", "120 deg"),
        ),
    ],
)  # fmt: skip
def test_the_depth_is_held_to_the_lobes(tool, cut, ends):
    plan = cl.plan(make(tool, **cut, **MODE, machine=None))
    found = limit(plan, "chatter")
    slope = float((1 - plan.prepared.cut.mc) * plan.outcome.specific_cutting_force) / 1e6
    process = MillingProcess(4, *ends, f"{slope!r} MPa", f"{0.3 * slope!r} MPa")
    tool_tip = Structure([Mode("900 Hz", 0.03, "10 N/um", direction=axis) for axis in ("x", "y")])
    speed = f"{plan.spindle_speed.to('rpm').m!r} rpm"
    reference = zero_order_limit(process, tool_tip, speed).limit_depth.to("m").m
    assert found.allowed == pytest.approx(reference, rel=5e-3)
    assert found.value == pytest.approx(plan.prepared.cut.axial_depth, rel=1e-14)


def test_a_stiffer_tool_and_a_softer_material_take_a_deeper_cut():
    base = limit(cl.plan(make(**MODE)), "chatter")
    stiffer = limit(cl.plan(make(**{**MODE, "modal_stiffness": "20 N/um"})), "chatter")
    steel = limit(cl.plan(make(**MODE, material="4140")), "chatter")
    assert stiffer.allowed == pytest.approx(2 * base.allowed, rel=1e-12)
    assert steel.allowed < base.allowed


def test_chatter_is_mended_as_the_remedy_says():
    job = {**MODE, "modal_stiffness": "100 N/um", "machine": None}
    found = limit(cl.plan(make(**job)), "chatter")
    assert found.broken
    lever, value = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-zµ/]+) instead of", str(found.remedy)).groups()
    after = cl.plan(make(**{**job, lever.replace(" ", "_"): value}))
    assert limit(after, "chatter").utilisation <= 1.02


def test_a_recommended_speed_is_held_to_a_pocket_where_one_is_within_the_range():
    job = {**MODE, "machine": None, "cutting_speed": None, "boldness": 1.0, "limits": {"deflection": "1 mm"}}
    free = cl.plan(make(**{**job, "natural_frequency": None, "modal_stiffness": None, "damping_ratio": None}))
    fullest = limit(cl.plan(make(**{**job, "cutting_speed": free.cutting_speed})), "chatter")
    softer = {**job, "modal_stiffness": f"{10 * fullest.utilisation / 1.2!r} N/um"}
    plan = cl.plan(make(**softer))
    assert plan.cutting_speed < free.cutting_speed
    assert limit(plan, "chatter").utilisation <= 1
    assert any("depth against chatter" in text for text in plan.warnings)


def test_the_lobes_are_swept():
    pytest.importorskip("xarray", reason="labelled results need xarray, which is not installed")
    speeds = [f"{one} rpm" for one in np.linspace(4000, 16000, 25)]
    found = cl.sweep(make(**MODE, cutting_speed=None, machine=None), spindle_speed=speeds, axial_depth=["1 mm", "5 mm"])
    used = found["utilisation_chatter"].transpose("axial_depth", "spindle_speed").values
    np.testing.assert_allclose(used[1], 5 * used[0], rtol=1e-12)
    assert used[0].max() > 1.5 * used[0].min()  # lobes
    one = cl.plan(make(**MODE, cutting_speed=None, spindle_speed=speeds[7], axial_depth="5 mm", machine=None))
    assert used[1, 7] == pytest.approx(limit(one, "chatter").utilisation, rel=1e-12)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"natural_frequency": "900 Hz"}, "modal_stiffness: the check for chatter needs"),
        ({**MODE, "damping_ratio": 0.0}, "damping_ratio: a mode that dies out"),
        ({**MODE, "damping_ratio": 1.0}, "damping_ratio: a mode that dies out"),
        ({"clamping_force": "5 kN"}, "grip_friction: the check of the clamping needs"),
    ],
)
def test_what_is_given_in_part_is_refused(given, problem):
    with pytest.raises(InputError, match=problem):
        make(**given)


def test_what_is_not_checked_is_said():
    plain = cl.plan(make())
    assert limit(plain, "chatter") is None
    assert limit(plain, "grip") is None
    assert any("chatter is not checked: give natural_frequency" in text for text in plain.assumptions)
    assert any("clamping holds is not checked: give clamping_force" in text for text in plain.assumptions)
    checked = cl.plan(make(**MODE, **VICE))
    assert not any("not checked" in text for text in checked.assumptions)


@pytest.mark.parametrize("faces", [1, 2])
def test_the_vice_is_held_against_the_side_force(faces):
    plan = cl.plan(make(**VICE, friction_faces=faces, safety_factor=2.5))
    found = limit(plan, "grip")
    needed = cl.cutting.vice_clamping_force(plan.side_force, "0 N", 0.15, faces, 2.5)
    assert found.value == pytest.approx(needed.to("N").m, rel=1e-12)
    assert found.allowed == 5000.0


def test_a_weak_grip_is_mended_as_the_remedy_says():
    job = {**VICE, "clamping_force": "1 kN"}
    found = limit(cl.plan(make(**job)), "grip")
    assert found.broken
    lever, value = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-zµ/]+) instead of", str(found.remedy)).groups()
    after = cl.plan(make(**{**job, lever.replace(" ", "_"): value}))
    assert limit(after, "grip").utilisation <= 1.02


def test_a_part_that_yields_adds_to_the_deflection():
    rigid, soft = (cl.plan(make(**given)) for given in ({}, {"workpiece_stiffness": "20 N/um"}))
    added = soft.outcome.side_force / 20e6
    assert limit(soft, "deflection").value == pytest.approx(limit(rigid, "deflection").value + added, rel=1e-12)
    assert limit(soft, "deflection").label == "deflection of tool and part"
    stiff = cl.plan(make(workpiece_stiffness="1e9 N/um"))
    assert limit(stiff, "deflection").value == pytest.approx(limit(rigid, "deflection").value, rel=1e-6)

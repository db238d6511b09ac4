"""Limits on finish and life, and short-time torque: broken once, and mended as the remedy says."""

import math
import re

import numpy as np
import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS

import chipload as cl
from chipload import catalog
from chipload.planning.operations import OPERATIONS

LIFE = {"reference_speed": "300 m/min", "reference_life": "30 min", "taylor_exponent": 0.25}


def limit(plan, name):
    return next((one for one in plan.limits if one.name == name), None)


def mended(job, found):
    """The plan after the change that the remedy asks for, with its lever."""
    lever, value = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-zµ/]+) instead of", str(found.remedy)).groups()
    return cl.plan(make(**{**job, lever.replace(" ", "_"): value})), lever


def test_the_finish_is_held_to_the_ideal_height_of_the_feed_marks():
    job = {"limits": {"roughness_rz": "0.1 um"}, "feed_per_tooth": "0.1 mm", "machine": None}
    plan = cl.plan(make(**job))
    found = limit(plan, "roughness_rz")
    # arcs of a radius of 5 mm, 0.1 mm apart: fz^2 / (8 r) = 0.25 um
    assert found.value == pytest.approx(0.25e-6, rel=1e-3)
    assert found.utilisation == pytest.approx(2.5, rel=1e-3)
    after, lever = mended(job, found)
    assert lever == "feed per tooth"
    assert limit(after, "roughness_rz").utilisation <= 1.03  # the feed is shown rounded to the digits of the trade


def test_a_recommended_feed_is_held_to_the_finish():
    open_feed = {"feed_per_tooth": None, "machine": None, "radial_depth": "2 mm", "boldness": 1.0}
    free = cl.plan(make(**open_feed, limits={"deflection": "1 mm"}))
    strict = cl.plan(make(**open_feed, limits={"deflection": "1 mm", "roughness_rz": free.roughness_rz * 0.95}))
    assert strict.feed_per_tooth < free.feed_per_tooth
    assert limit(strict, "roughness_rz").utilisation <= 1
    assert any("ideal Rz" in text for text in strict.warnings)


def test_a_finish_that_the_tool_does_not_tell_is_said():
    face = {"diameter": "50 mm", "stickout": "60 mm", "entering_angle": "45 deg", "shank_diameter": None}
    plan = cl.plan(make(face, style="face", radial_depth="35 mm", axial_depth="2 mm", limits={"roughness_rz": "5 um"}))
    assert not limit(plan, "roughness_rz").known
    assert any("the corner radius that shapes the surface is not given" in text for text in plan.warnings)


def test_a_life_is_held_as_a_lower_limit():
    job = {**LIFE, "limits": {"tool_life": "60 min"}, "machine": None}
    plan = cl.plan(make(**job))
    found = limit(plan, "tool_life")
    assert found.lower
    assert found.utilisation == pytest.approx(2.0, rel=1e-12)  # 30 min at the speed of the known life
    after, lever = mended(job, found)
    assert lever == "cutting speed"
    assert after.cutting_speed.m == pytest.approx(300 * 2**-0.25, rel=0.01)  # Taylor
    assert limit(after, "tool_life").utilisation <= 1.01


def test_a_recommended_speed_is_held_to_the_life():
    plan = cl.plan(make(cutting_speed=None, machine=None, **LIFE, limits={"tool_life": "35 min"}, boldness=1.0))
    held = 300 * (30 / 35) ** 0.25
    assert plan.cutting_speed.m == pytest.approx(held, rel=0.02)
    assert limit(plan, "tool_life").utilisation <= 1


def test_without_a_known_life_it_is_said():
    plan = cl.plan(make(limits={"tool_life": "60 min"}))
    assert not limit(plan, "tool_life").known
    assert any("no life is known; give reference_speed" in text for text in plan.warnings)


def test_short_time_torque_stands_beside_the_continuous_one():
    job = {"cutting_speed": "100 m/min", "machine": "pm-25mv-servo"}
    plan = cl.plan(make(**job))
    continuous, peak = limit(plan, "torque"), limit(plan, "torque_peak")
    machine = plan.prepared.machine
    assert peak.allowed == pytest.approx(float(machine.torque(plan.outcome.spindle_speed, "peak")), rel=1e-12)
    assert peak.allowed > continuous.allowed
    assert peak.label.startswith("short-time")


def test_short_time_torque_breaks_and_is_mended():
    job = {"cutting_speed": "60 m/min", "machine": "pm-25mv-servo", "radial_depth": "9 mm", "axial_depth": "20 mm",
           "feed_per_tooth": "0.12 mm", "limits": {"power_share": 0.5}}  # fmt: skip
    plan = cl.plan(make(**job))
    found = limit(plan, "torque_peak")
    assert found.broken
    after, _ = mended(job, found)
    assert limit(after, "torque_peak").utilisation <= 1.02


def test_a_machine_of_one_rating_has_one_torque_limit():
    plan = cl.plan(make(machine="generic-bench-mill", cutting_speed="60 m/min"))
    assert limit(plan, "torque") is not None
    assert limit(plan, "torque_peak") is None
    router = cl.plan(make(machine="makita-rt0701c", cutting_speed="500 m/min"))
    assert limit(router, "torque").label == "torque at this speed (peak)"
    assert limit(router, "torque_peak") is None


def test_the_limits_of_results_are_swept():
    pytest.importorskip("xarray", reason="labelled results need xarray, which is not installed")
    job = make(**LIFE, machine="pm-25mv-servo", cutting_speed="100 m/min",
               limits={"roughness_rz": "1 um", "tool_life": "60 min"})  # fmt: skip
    plan = cl.plan(job)
    found = cl.sweep(job, feed_per_tooth=["0.02 mm", "0.05 mm"], cutting_speed=["90 m/min", "100 m/min"])
    for name in ("roughness_rz", "tool_life", "torque", "torque_peak"):
        swept = found[f"utilisation_{name}"]
        here = swept.isel({dim: -1 for dim in swept.dims}).item()  # noqa: C420
        np.testing.assert_allclose(here, limit(plan, name).utilisation, rtol=1e-12)


def test_the_metal_of_a_tooth_is_held_to_the_room_of_its_flute():
    plan = cl.plan(make({"core_fraction": 0.6}, feed_per_tooth="0.1 mm", machine=None, limits={"flute_fill": 0.05}))
    job = plan.job
    taken = 0.1 * job.radial_depth.m_as("mm")
    tool = job.tool.diameter.m_as("mm")
    room = math.pi / 4 * (tool**2 - (0.6 * tool) ** 2) / job.tool.teeth
    assert limit(plan, "flute_fill").utilisation == pytest.approx(taken / room / 0.05, rel=1e-12)
    assert limit(cl.plan(make()), "flute_fill") is None


@pytest.mark.parametrize("name", ["milling", "thread_milling"])
def test_reversed_stress_is_held_to_the_fatigue_strength_of_the_tool(name):
    job = JOBS[name]
    given = cl.plan(job).job
    strong = given.tool.model_copy(update={"fatigue_strength": cl.Quantity(800, "MPa")})
    found = limit(cl.plan(given.model_copy(update={"tool": strong})), "tool_fatigue")
    assert found.utilisation == pytest.approx(cl.plan(job).outcome.tool_stress / 400e6, rel=1e-12)  # half of it
    assert limit(cl.plan(job), "tool_fatigue") is None


def test_the_temperature_is_held_to_cooks_rise():
    job = make(material="1045", machine=None, cutting_speed="100 m/min", limits={"temperature_rise": "400 K"})
    plan = cl.plan(job)
    found = limit(plan, "temperature")
    figures = {name: plan.prepared.material.figure(name).value
               for name in ("density", "specific_heat", "thermal_conductivity")}  # fmt: skip
    capacity = figures["density"] * figures["specific_heat"]
    number = plan.outcome.cutting_speed * plan.outcome.mean_chip_thickness
    number *= capacity / figures["thermal_conductivity"]
    rise = 0.4 * plan.outcome.specific_cutting_force / capacity * number**0.333
    assert found.value == pytest.approx(rise, rel=1e-12)
    assert found.utilisation == pytest.approx(rise / 400, rel=1e-12)


def test_a_temperature_that_the_tables_cannot_tell_is_said():
    lacking = next(one for one in catalog.default().materials.values()
                   if one.find("specific_heat") is None and one.usable_kienzle("milling"))  # fmt: skip
    job = make(material=lacking.name, machine=None, cutting_speed="100 m/min", feed_per_tooth="0.05 mm",
               limits={"temperature_rise": "400 K"})  # fmt: skip
    plan = cl.plan(job)
    assert not limit(plan, "temperature").known
    assert any("specific heat" in text and lacking.title in text for text in plan.warnings)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_held_to_finish_and_life(name):
    job = JOBS[name]
    plan = cl.plan(
        job.model_copy(
            update={"limits": cl.planning.Limits(roughness_rz="5 um", tool_life="10 min", temperature_rise="500 K")}
        )
    )
    life, finish = limit(plan, "tool_life"), limit(plan, "roughness_rz")
    temperature = limit(plan, "temperature")
    assert temperature.known == (name != "tapping"), temperature.gap
    assert life.utilisation == pytest.approx(600 / plan.outcome.tool_life, rel=1e-12)
    rz = getattr(plan.outcome, "roughness_rz", math.nan)
    assert finish.value == pytest.approx(rz, rel=1e-12, nan_ok=True)
    if math.isnan(rz):
        assert any(f"ideal Rz cannot be checked: {finish.gap}" in text for text in plan.warnings)

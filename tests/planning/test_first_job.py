"""The job of the README: the figures a hand calculation gives, and the identities between them."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jobs_for_tests import make
from scipy.integrate import quad

import chipload as cl


@pytest.fixture(scope="module")
def plan():
    return cl.plan(make())


def test_the_script_of_the_readme(plan):
    assert plan.spindle_speed.to("rpm").m == pytest.approx(300_000 / (math.pi * 10), rel=1e-12)
    assert round(plan.spindle_speed.m) == 9549
    assert round(plan.feed_rate.to("mm/min").m) == 1910
    assert round(plan.removal_rate.to("cm**3/min").m, 1) == 95.5
    assert plan.engagement_angle.to("deg").m == pytest.approx(90, rel=1e-12)
    assert round(plan.mean_chip_thickness.to("mm").m, 4) == 0.0318
    # exact mean of f_z sin(theta) over a quarter turn
    assert plan.mean_chip_thickness.to("mm").m == pytest.approx(0.05 * 2 / math.pi, rel=1e-12)


def test_force_torque_and_power_by_hand(plan):
    chip = 0.05 * 2 / math.pi
    specific = 800 * chip**-0.25  # kc1.1 and mc of class 22, MPa
    power = specific * 10 * 5 * (0.05 * 4 * 300_000 / (math.pi * 10)) / 60e6
    assert plan.specific_cutting_force.to("MPa").m == pytest.approx(specific, rel=1e-9)
    assert plan.power.to("kW").m == pytest.approx(power, rel=1e-9)
    assert plan.torque.to("N*m").m == pytest.approx(9549.296585513721 * power / plan.spindle_speed.m, rel=1e-9)
    assert plan.motor_power.to("kW").m == pytest.approx(power / 0.85, rel=1e-9)


def test_numbers_are_quantities_of_the_application_registry(plan):
    for name in plan.intervals:
        low, high = plan.intervals[name]
        value = getattr(plan, name)
        assert value.check(low.dimensionality)
        if math.isnan(value.m):  # no path and no cost were given
            assert name in ("cutting_time", "tool_life", "cost")
            continue
        assert low.m <= high.m
        assert low.m * (1 - 1e-9) <= value.m <= high.m * (1 + 1e-9), name


def test_intervals_are_as_wide_as_the_tables_say(plan):
    low, high = plan.intervals["power"]
    # 90 % of a log-normal spread of 0.40: exp(1.645 * 0.40) = 1.93 either way
    assert high.m / plan.power.m == pytest.approx(math.exp(1.6449 * 0.40), rel=0.02)
    assert plan.power.m / low.m == pytest.approx(math.exp(1.6449 * 0.40), rel=0.02)
    assert plan.intervals["spindle_speed"][0] == plan.spindle_speed


def test_the_same_job_twice_is_the_same_plan():
    assert cl.plan(make()).to_dict() == cl.plan(make()).to_dict()


styles = st.sampled_from(["side", "slot", "face", "ball", "bull"])


@st.composite
def cuts(draw):
    """Jobs over styles, sizes and materials."""
    style = draw(styles)
    diameter = draw(st.floats(2, 25))
    flutes = diameter * draw(st.floats(1.5, 4))
    stickout = flutes * draw(st.floats(1, 2))
    tool = {
        "diameter": f"{diameter!r} mm",
        "shank_diameter": f"{diameter * draw(st.floats(0.6, 1.4))!r} mm",
        "teeth": draw(st.integers(1, 8)),
        "flute_length": f"{flutes!r} mm",
        "stickout": f"{stickout!r} mm",
    }
    if style == "ball":
        tool["corner_radius"] = f"{diameter / 2!r} mm"
        depth = diameter * draw(st.floats(0.02, 0.5))
        width = 2 * math.sqrt(depth * (diameter - depth)) * draw(st.floats(0.02, 1))
    else:
        depth = flutes * draw(st.floats(0.1, 0.9))
        width = diameter if style == "slot" else diameter * draw(st.floats(0.01, 0.9))
    if style == "bull":
        tool["corner_radius"] = f"{diameter * draw(st.floats(0.01, 0.3))!r} mm"
        width = min(width, diameter * 0.35)
    return make(
        tool,
        style="face" if style == "face" else None,
        radial_depth=f"{width!r} mm",
        axial_depth=f"{depth!r} mm",
        material=draw(
            st.sampled_from(["6061-T6", "1045", "304", "gjl-250", "Ti-6Al-4V", "Inconel 718", "h13-hardened"])
        ),
        cutting_speed=f"{draw(st.floats(5, 1000))!r} m/min",
        feed_per_tooth=f"{diameter * draw(st.floats(0.001, 0.02))!r} mm",
        machine="generic-vmc-40",
    )


@settings(max_examples=80, deadline=None)
@given(cuts())
def test_power_torque_and_force_close(job):
    plan = cl.plan(job)
    outcome = plan.outcome
    turning = 2 * math.pi * outcome.spindle_speed
    assert outcome.torque * turning == pytest.approx(outcome.power, rel=1e-9)
    assert outcome.tangential_force * outcome.cutting_speed == pytest.approx(outcome.power, rel=1e-9)
    assert outcome.tooth_force * outcome.teeth_in_cut == pytest.approx(outcome.tangential_force, rel=1e-9)
    assert outcome.specific_cutting_force * outcome.removal_rate == pytest.approx(outcome.power, rel=1e-9)


def integrated_deflection(plan) -> float:
    """Deflection of the tip by integrating M m / (E I) and V v / (k G A) along the tool, as the plan was asked."""
    cut, force = plan.prepared.cut, float(plan.outcome.side_force)
    length, arm = cut.stickout, cut.stickout - cut.axial_depth / 2
    ends = [0.0, length - cut.flute_length - cut.neck_length, length - cut.flute_length, length]
    widths = [cut.shank_diameter, cut.neck_diameter, cut.core_fraction * cut.diameter]
    nu = cut.poisson_ratio
    shear_modulus = cut.youngs_modulus / (2 * (1 + nu))
    coefficient = 6 * (1 + nu) / (7 + 6 * nu)
    total = 0.0
    for start, end, width in zip(ends[:-1], ends[1:], widths, strict=True):
        stop = min(end, arm)
        if stop <= start:
            continue
        inertia, area = math.pi * width**4 / 64, math.pi * width**2 / 4
        bending, _ = quad(lambda x: force * (arm - x) * (length - x), start, stop, epsrel=1e-12)
        total += bending / (cut.youngs_modulus * inertia) + force * (stop - start) / (
            coefficient * shear_modulus * area
        )
    return total


def test_deflection_is_the_integral_over_the_stepped_tool(plan):
    assert plan.outcome.deflection == pytest.approx(integrated_deflection(plan), rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(
    diameter=st.floats(1, 30),
    shank=st.floats(0.5, 2),
    neck=st.floats(0.6, 1),
    flutes=st.floats(0.5, 5),
    necked=st.floats(0, 4),
    free=st.floats(0.01, 3),
    depth=st.floats(0.01, 1),
)
def test_deflection_is_the_integral_on_random_tools(diameter, shank, neck, flutes, necked, free, depth):
    tool = {
        "diameter": f"{diameter!r} mm",
        "shank_diameter": f"{shank * diameter!r} mm",
        "flute_length": f"{flutes * diameter!r} mm",
        "stickout": f"{(flutes + necked + free) * diameter!r} mm",
    }
    if necked > 0.01:
        tool |= {"neck_length": f"{necked * diameter!r} mm", "neck_diameter": f"{neck * diameter!r} mm"}
    job = make(tool, radial_depth=f"{diameter / 3!r} mm", axial_depth=f"{depth * flutes * diameter!r} mm")
    plan = cl.plan(job)
    assert plan.outcome.deflection == pytest.approx(integrated_deflection(plan), rel=1e-6)


def test_json_round_trip():
    for job in (
        make(),
        make(cutting_speed=None, feed_per_tooth=None, machine=None),
        make({"diameter": "1/2", "stickout": "1.5 in", "flute_length": "1-1/4 in"}, radial_depth="#7",
             feed_per_tooth=None, feed_rate="30 ipm", cutting_speed=None, spindle_speed="100 Hz"),
        make({"rake_angle": "10 deg", "youngs_modulus": "580 GPa", "edge_radius": "5 um"}, holder_stiffness="20 N/um",
             holder_rotational_stiffness="20 kN*m/rad", limits={"deflection": "0.5 thou"}),
    ):  # fmt: skip
        again = cl.Milling.model_validate_json(job.model_dump_json())
        assert again == job
        assert cl.plan(again).to_dict() == cl.plan(job).to_dict()


def test_metric_and_inch_jobs_agree():
    metric = make()
    inch = make(
        {"diameter": f"{10 / 25.4!r} in", "stickout": f"{30 / 25.4!r} in", "flute_length": f"{25 / 25.4!r} in",
         "shank_diameter": f"{10 / 25.4!r} in"},
        radial_depth=f"{5 / 25.4!r} in", axial_depth=f"{10 / 25.4!r} in",
        cutting_speed=f"{300 / 0.3048!r} sfm", feed_per_tooth=f"{0.05 / 25.4!r} in",
    )  # fmt: skip
    first, second = cl.plan(metric).outcome, cl.plan(inch).outcome
    for name in vars(first):
        assert getattr(first, name) == pytest.approx(getattr(second, name), rel=1e-12, nan_ok=True), name


def test_a_spindle_speed_or_feed_rate_given_is_the_one_planned():
    plan = cl.plan(make(cutting_speed=None, spindle_speed="6000 rpm", feed_per_tooth=None, feed_rate="900 mm/min"))
    assert plan.spindle_speed.m == pytest.approx(6000, rel=1e-12)
    assert plan.feed_rate.m == pytest.approx(900, rel=1e-12)
    assert plan.feed_per_tooth.m == pytest.approx(900 / 6000 / 4, rel=1e-12)


def test_the_working_tells_every_number(plan):
    names = [step.name for step in plan.working]
    for needed in ("spindle_speed", "feed_rate", "mean_chip_thickness", "specific_cutting_force", "milling_power",
                   "milling_torque", "tool_deflection", "tool_stress"):  # fmt: skip
        assert needed in names
    assert "n = v_c / (π D)" in str(plan.working)
    assert all(step.source in plan.catalog.sources for step in plan.working)
    assert np.isclose(plan.working["milling_power"].result, plan.outcome.power)

"""Longitudinal turning: published examples, closures, limits and trends."""

import math
import re
from itertools import pairwise

import pytest
from turning_jobs_for_tests import turning

import chipload as cl

NO_SHANK = {"shank_height": None, "shank_width": None, "overhang": None}
PLAIN = {"nose_radius": None, "entering_angle": "90 deg", **NO_SHANK}


def with_specific_force(stress: float, make, *args, **changed):
    """The plan of a job whose specific force is `stress` [Pa], set by the factor for wear."""
    sharp = cl.plan(make(*args, **changed))
    return cl.plan(make(*args, wear_factor=stress / sharp.outcome.specific_cutting_force, **changed))


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_power_that_mitsubishi_prints():
    # 3 mm deep, 0.2 mm/rev, 120 m/min, 3100 MPa and an efficiency of 0.8 take 4.65 kW of the motor; that lathe has 0.8
    plan = with_specific_force(
        3100e6, turning, PLAIN, depth_of_cut="3 mm", feed_per_rev="0.2 mm/rev", cutting_speed="120 m/min",
        machine="generic-lathe-large",
    )  # fmt: skip
    assert plan.cutting_force.m == pytest.approx(1860, rel=1e-9)
    assert plan.motor_power.m == pytest.approx(4.65, rel=1e-9)


def test_the_removal_rate_and_time_that_sharma_prints():
    # example 15.9: 12.7 to 12.19 mm, 150 mm long, 400 rpm, 203.2 mm/min; printed 0.27 m/s, 2025 mm3/min, 0.74 min
    plan = cl.plan(
        turning(
            NO_SHANK, diameter="12.7 mm", depth_of_cut="0.255 mm", cut_length="150 mm", cutting_speed=None,
            spindle_speed="400 rpm", feed_per_rev="0.508 mm/rev",
        )
    )  # fmt: skip
    assert plan.cutting_speed.to("m/s").m == pytest.approx(0.27, rel=0.016)
    assert plan.removal_rate.to("mm**3/min").m == pytest.approx(2025, rel=1e-3)
    assert plan.cutting_time.to("min").m == pytest.approx(0.74, rel=0.005)


def test_the_time_and_speed_that_mitsubishi_prints():
    plan = cl.plan(turning(cutting_speed=None, spindle_speed="1000 rpm", cut_length="100 mm", diameter="50 mm"))
    assert plan.cutting_time.to("min").m == pytest.approx(0.5, rel=1e-12)
    slow = cl.plan(turning(cutting_speed=None, spindle_speed="700 rpm", diameter="50 mm"))
    assert slow.cutting_speed.m == pytest.approx(110, rel=1e-3)


def test_the_power_that_sharma_prints():
    # example 14.17: 300 mm at 45 rpm, 2 mm by 0.3 mm/rev, 1850 N: 1.31 kW
    plan = with_specific_force(
        1850 / (2e-3 * 0.3e-3), turning, PLAIN, diameter="300 mm", cutting_speed=None, spindle_speed="45 rpm",
        feed_per_rev="0.3 mm/rev",
    )  # fmt: skip
    assert plan.cutting_force.m == pytest.approx(1850, rel=1e-9)
    assert plan.power.m == pytest.approx(1.31, rel=0.003)


def test_the_roughness_that_is_printed():
    # 0.2 mm/rev and a nose of 0.8 mm: Rz 6.25 um by the parabola, Ra 1.603 um
    plan = cl.plan(turning())
    assert plan.roughness_rz.m == pytest.approx(6.25, rel=0.005)
    assert plan.roughness_ra.m == pytest.approx(1.603, rel=1e-3)
    # Ghosh and Mallik: 0.125 mm/rev and 0.7 mm leave 2.8 um
    other = cl.plan(turning({"nose_radius": "0.7 mm"}, feed_per_rev="0.125 mm/rev"))
    assert other.roughness_rz.m == pytest.approx(2.8, rel=0.01)


def test_torque_power_volume_and_force_close():
    plan = cl.plan(turning(cut_length="120 mm"))
    out = plan.outcome
    assert out.power == pytest.approx(out.torque * 2 * math.pi * out.spindle_speed, rel=1e-13)
    assert out.torque == pytest.approx(out.cutting_force * 0.030, rel=1e-13)
    ring = math.pi / 4 * (0.060**2 - 0.056**2) * 0.120
    assert out.removal_rate * out.cutting_time == pytest.approx(ring, rel=1e-12)
    assert out.feed_force == pytest.approx(0.5 * out.cutting_force, rel=1e-13)
    assert out.passive_force == pytest.approx(0.25 * out.cutting_force, rel=1e-13)
    assert {spread.field for spread in plan.prepared.spreads} == {"kc11", "feed_force_ratio", "passive_force_ratio"}


def test_a_force_ratio_that_is_given_is_not_spread():
    plan = cl.plan(turning(feed_force_ratio=0.4, passive_force_ratio=0.3))
    assert {spread.field for spread in plan.prepared.spreads} == {"kc11"}
    assert plan.feed_force.m / plan.cutting_force.m == pytest.approx(0.4, rel=1e-12)


def test_no_ratio_is_assumed_far_from_a_square_edge():
    plan = cl.plan(turning({"entering_angle": "45 deg"}))
    assert math.isnan(plan.feed_force.m)
    assert math.isnan(plan.passive_force.m)
    assert any("feed_force_ratio" in text for text in plan.warnings)
    assert not any(one.name == "feed_force" for one in cl.plan(
        turning({"entering_angle": "45 deg"}, machine="generic-lathe-large")
    ).limits)  # fmt: skip


def test_the_tip_gives_way_like_a_cantilever():
    # F L^3 / (3 E I) with I = b h^3 / 12
    plan = cl.plan(turning())
    force, second_moment = plan.outcome.cutting_force, 0.025**4 / 12
    assert plan.outcome.tangential_deflection == pytest.approx(
        force * 0.035**3 / (3 * 210e9 * second_moment), rel=1e-12
    )
    assert plan.outcome.bending_stress == pytest.approx(force * 0.035 * 0.0125 / second_moment, rel=1e-12)


@pytest.mark.parametrize(("support", "share"), [("chuck", 1.0), ("chuck and centre", 0.5858), ("between centres", 0.5)])
def test_the_part_is_taken_where_it_gives_way_most(support, share):
    def at(place):
        return cl.plan(turning(support=support, part_length="300 mm", cut_position=place)).outcome.part_deflection

    worst = cl.plan(turning(support=support, part_length="300 mm")).outcome
    assert worst.part_deflection == pytest.approx(at(f"{300 * share} mm"), rel=1e-6)
    assert all(at(f"{300 * place} mm") <= worst.part_deflection * (1 + 1e-9) for place in (0.2, 0.45, 0.55, 0.62, 0.8))
    assert worst.diameter_error == pytest.approx(2 * worst.part_deflection, rel=1e-12)


def test_a_part_between_centres_bends_as_the_beam_does():
    plan = cl.plan(turning(support="between centres", part_length="400 mm", diameter="24 mm"))
    second_moment = math.pi * 0.020**4 / 64  # the diameter after the cut
    assert plan.outcome.part_deflection == pytest.approx(
        plan.outcome.passive_force * 0.4**3 / (48 * 210e9 * second_moment), rel=1e-12
    )


def rising(values):
    return all(a < b for a, b in pairwise(values))


def test_trends():
    def forces(field, values):
        return [cl.plan(turning(**{field: value})).outcome.cutting_force for value in values]

    assert rising(forces("feed_per_rev", ["0.1 mm/rev", "0.2 mm/rev", "0.4 mm/rev"]))
    assert rising(forces("depth_of_cut", ["0.5 mm", "1 mm", "2 mm", "4 mm"]))
    # twice the feed takes less than twice the force, as the specific force falls
    low, high = forces("feed_per_rev", ["0.15 mm/rev", "0.3 mm/rev"])
    assert high / low == pytest.approx(2 ** (1 - 0.14), rel=1e-9)
    short, long = (cl.plan(turning({"overhang": one})).outcome.tangential_deflection for one in ("30 mm", "60 mm"))
    assert long == pytest.approx(8 * short, rel=1e-12)


def test_a_nose_makes_the_chip_thinner_at_a_small_depth():
    deep, shallow = (cl.plan(turning(depth_of_cut=depth)) for depth in ("8 mm", "0.2 mm"))
    assert shallow.outcome.chip_thickness < 0.6 * deep.outcome.chip_thickness
    # the section is the length of edge in cut times the mean chip: the arc of the nose
    arc = 0.8e-3 * 2 * math.asin(math.sqrt(0.2 / 0.8 / 2))
    assert shallow.outcome.chip_thickness * arc == pytest.approx(0.2e-3 * 0.2e-3, rel=1e-12)
    assert any("less than the nose radius" in text for text in shallow.warnings)
    assert not any("less than the nose radius" in text for text in deep.warnings)


@pytest.mark.parametrize(
    ("changed", "name", "field"),
    [
        ({"machine": "generic-lathe-bench"}, "power", "cutting_speed"),
        ({"limits": {"roughness_rz": "4 um"}}, "roughness_rz", "feed_per_rev"),
        ({"tool": {"overhang": "90 mm"}}, "deflection", "overhang"),
        ({"clamping_force": "8 kN", "gripping_diameter": "60 mm", "grip_friction": 0.2}, "grip", "depth_of_cut"),
        ({"tool": {"edge_length": "1.5 mm"}}, "edge_length", "depth_of_cut"),
        ({"support": "chuck", "part_length": "250 mm", "diameter": "40 mm"}, "part_deflection", "depth_of_cut"),
        ({"cutting_speed": "300 m/min", "stage": "rough"}, "cutting_speed", "cutting_speed"),
        ({"feed_per_rev": "0.7 mm/rev"}, "chip_load", "feed_per_rev"),
        (
            {"cutting_speed": None, "spindle_speed": "900 rpm", "max_spindle_speed": "800 rpm"},
            "spindle_cap", "spindle_speed",
        ),
    ],
)  # fmt: skip
def test_a_remedy_holds_its_limit(changed, name, field):
    job = turning(**changed)
    broken = limit(cl.plan(job), name)
    assert broken.broken
    assert "would hold it" in broken.remedy
    value = re.search(r"of (\S+ \S+) instead of \S+ \S+ would hold it", broken.remedy)[1]
    tool, cut = dict(changed.get("tool", {})), {one: changed[one] for one in changed if one != "tool"}
    (tool if field == "overhang" else cut)[field] = value
    held = limit(cl.plan(turning(tool, **cut)), name)
    assert held.utilisation == pytest.approx(1, abs=0.02)


def test_recommended_settings_are_those_of_the_tables():
    plan = cl.plan(turning(cutting_speed=None, feed_per_rev=None))
    speed, feed = plan.settings
    assert (feed.choice.low, feed.choice.high) == (0.2e-3, 0.5e-3)
    assert plan.feed_per_rev.m == pytest.approx(0.35, rel=1e-12)
    assert plan.outcome.cutting_speed == pytest.approx((speed.choice.low + speed.choice.high) / 2, rel=1e-12)
    assert not speed.given
    fine = cl.plan(turning(cutting_speed=None, feed_per_rev=None, stage="finish", depth_of_cut="1 mm"))
    assert fine.settings[1].choice.row.operation == "finish turning"
    assert fine.feed_per_rev.m < plan.feed_per_rev.m


def test_a_recommended_feed_is_held_to_the_finish_asked_for():
    plan = cl.plan(turning(feed_per_rev=None, limits={"roughness_rz": "10 um"}))
    assert plan.roughness_rz.m <= 10
    assert plan.feed_per_rev.m == pytest.approx((8 * 0.8 * 0.010) ** 0.5, rel=0.02)
    assert any("is held to" in text for text in plan.warnings)


@pytest.mark.parametrize(
    ("tool", "cut", "says"),
    [
        ({"nose_radius": None}, {"limits": {"roughness_rz": "6 um"}}, "give the tool its nose_radius"),
        ({"nose_radius": "0.05 mm"}, {}, "leaves a thread"),
    ],
)
def test_a_roughness_that_is_not_known_is_not_claimed(tool, cut, says):
    plan = cl.plan(turning(tool, **cut))
    assert math.isnan(plan.outcome.roughness_rz)
    assert any(says in text for text in plan.warnings)
    assert not any(one.name == "roughness_rz" and one.known for one in plan.limits)


def test_a_mill_that_is_to_turn_is_said():
    assert any("not a lathe" in text for text in cl.plan(turning(machine="haas-vf2")).warnings)
    assert not any("not a lathe" in text for text in cl.plan(turning(machine="generic-lathe-toolroom")).warnings)


def test_a_cutting_speed_is_held_to_the_cap_and_it_is_said():
    plan = cl.plan(turning(max_spindle_speed="500 rpm"))
    assert plan.spindle_speed.m == pytest.approx(500, rel=1e-12)
    assert any("the spindle is held to" in text for text in plan.warnings)


def test_life_comes_from_the_tables_where_they_hold_one():
    plan = cl.plan(turning({"material": "carbide"}, material="1018", cutting_speed="125 m/min", cut_length="1 m"))
    # n 0.25 and 500 m/min for one minute: (500/125)^4 minutes
    assert plan.tool_life.to("min").m == pytest.approx(256, rel=1e-9)


def test_a_sweep_is_the_plans_of_its_points():
    found = cl.sweep(turning(), depth_of_cut=["0.5 mm", "3 mm"], overhang=["30 mm", "60 mm"])
    for depth in (0.5, 3.0):
        for overhang in (30, 60):
            plan = cl.plan(turning({"overhang": f"{overhang} mm"}, depth_of_cut=f"{depth} mm"))
            point = found.sel(depth_of_cut=depth, method="nearest").sel(overhang=overhang, method="nearest")
            assert float(point.tangential_deflection) == pytest.approx(plan.tangential_deflection.m, rel=1e-12)
            assert float(point.utilisation_cutting_speed) == pytest.approx(
                limit(plan, "cutting_speed").utilisation, rel=1e-12
            )


BAD = [
    ({"depth_of_cut": "30 mm"}, "depth_of_cut", "not less than the radius"),
    ({"spindle_speed": "900 rpm"}, "cutting_speed", "give one of them"),
    ({"feed_per_rev": "0.2 mm/min"}, "feed_per_rev", "is not a feed per revolution"),
    ({"diameter": "60 N"}, "diameter", "is not a diameter"),
    ({"diameter": 60}, "diameter", "without a unit"),
    ({"support": "chuck"}, "part_length", "give part_length too"),
    ({"support": "steady", "part_length": "1 m"}, "support", "between centres"),
    ({"support": "chuck", "part_length": "100 mm", "cut_position": "120 mm"}, "cut_position", "beyond the end"),
    ({"cut_position": "120 mm"}, "part_length", "give support and length"),
    ({"support": "chuck", "part_length": "100 mm", "part_bore": "57 mm"}, "part_bore", "leaves no wall"),
    ({"clamping_force": "20 kN"}, "gripping_diameter", "the check of the grip needs"),
    ({"holder": "er-collet"}, "holder", "leave it out"),
    ({"stage": "medium"}, "stage", "'rough' or 'finish'"),
    ({"tool": {"shank_height": None}}, "shank_height", "give shank_height too"),
    ({"tool": {"entering_angle": "2 deg"}}, "entering_angle", "between 5 and 175"),
    ({"feed_per_rev": None, "depth_of_cut": "15 mm"}, "feed_per_rev", "at this depth"),
]


@pytest.mark.parametrize(("changed", "field", "says"), BAD)
def test_a_bad_job_is_one_sentence(changed, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.plan(turning(**changed))
    about = [problem for problem in caught.value.problems if field in problem.split(":")[0]]
    assert len(about) == 1, caught.value.problems
    assert says in about[0]

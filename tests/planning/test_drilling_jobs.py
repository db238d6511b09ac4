"""Drilling: published examples through a plan, identities, what is recommended, and bad jobs."""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from jobs_for_holes import drilling, reaming
from strategies_holes import STRATEGIES

import chipload as cl
from chipload import cutting


def with_specific_force(job_of, value):
    """The plan of a job whose specific force is that of a published example, in MPa: set by the factor on force."""
    tables = cl.plan(job_of(1.0)).specific_cutting_force.to("MPa").m
    plan = cl.plan(job_of(value / tables))
    assert plan.specific_cutting_force.to("MPa").m == pytest.approx(value, rel=1e-12)
    return plan


def test_a_makers_example_of_a_drill_of_22_mm():
    # Iscar, drilling guide: 200 m/min, 0.15 mm/rev, 2200 N/mm2, a sine of 1, efficiency 0.75
    tool = {"diameter": "22 mm", "point_angle": "180 deg", "material": "carbide"}
    plan = with_specific_force(
        lambda factor: drilling(
            tool, machine=None, cutting_speed="200 m/min", feed_per_rev="0.15 mm/rev", feed_force_factor=0.63,
            wear_factor=factor,
        ),
        2200,
    )  # fmt: skip
    assert plan.spindle_speed.to("rpm").m == pytest.approx(2894, abs=0.5)
    assert plan.feed_rate.to("mm/min").m == pytest.approx(434, abs=0.5)
    assert plan.removal_rate.to("cm**3/min").m == pytest.approx(165, abs=0.5)
    assert plan.torque.to("N*m").m == pytest.approx(19.97, abs=0.01)
    assert plan.feed_force.to("N").m == pytest.approx(2287, abs=0.5)
    assert plan.power.to("kW").m / 0.75 == pytest.approx(8.07, abs=0.005)


def test_a_textbook_example_of_a_drill_of_10_mm():
    # Kalpakjian and Schmid, example 22.2, and Sharma, example 15.10: 0.2 mm/rev, 800 rpm, 0.5 W s/mm3
    plan = with_specific_force(
        lambda factor: drilling(machine=None, cutting_speed=None, spindle_speed="800 rpm", wear_factor=factor),
        500,
    )
    assert plan.removal_rate.to("mm**3/s").m == pytest.approx(209.44, rel=1e-4)
    assert plan.power.to("W").m == pytest.approx(104.72, rel=1e-4)
    assert plan.torque.to("N*m").m == pytest.approx(1.25, rel=1e-3)


def test_a_textbook_example_of_the_time_of_a_hole():
    # Sharma, example 4.14: 12.7 mm through 50 mm at 75 m/min and 0.175 mm/rev, 0.29 diameters before and after
    plan = cl.plan(
        drilling(
            {"diameter": "12.7 mm", "point_angle": "120 deg"}, depth="50 mm", approach_length="3.683 mm",
            cutting_speed="75 m/min", feed_per_rev="0.175 mm/rev",
        )
    )  # fmt: skip
    assert plan.cutting_time.to("min").m == pytest.approx(0.174, rel=0.004)


def test_speed_and_feed_of_a_published_text():
    # lzqtool.com, hole machining formulas: 12 mm at 1350 rpm and 0.2 mm/rev
    plan = cl.plan(drilling({"diameter": "12 mm"}, cutting_speed=None, spindle_speed="1350 rpm"))
    assert plan.cutting_speed.to("m/min").m == pytest.approx(50.9, abs=0.05)
    assert plan.feed_rate.to("mm/min").m == pytest.approx(270, rel=1e-12)


@settings(max_examples=40, deadline=None)
@given(STRATEGIES["drilling"])
def test_the_numbers_of_any_job_close(job):
    plan = cl.plan(job)
    out = plan.outcome
    assert out.power == pytest.approx(out.torque * 2 * math.pi * out.spindle_speed, rel=1e-12)
    assert out.power == pytest.approx(out.specific_cutting_force * out.removal_rate, rel=1e-12)
    assert out.feed_rate == pytest.approx(out.feed_per_rev * out.spindle_speed, rel=1e-12)
    assert out.cutting_speed == pytest.approx(math.pi * float(job.tool.si("diameter")) * out.spindle_speed, rel=1e-12)
    assert out.cutting_time == pytest.approx(out.feed_travel / out.feed_rate * job.holes, rel=1e-12)
    assert out.feed_travel > float(job.si("depth"))
    assert all(np.isfinite(getattr(out, name)) for name in plan.operation.kinds if name not in ("tool_life", "cost"))
    assert plan.limits


@settings(max_examples=20, deadline=None)
@given(STRATEGIES["drilling"])
def test_a_job_comes_back_from_its_text(job):
    assert cl.Drilling.model_validate_json(job.model_dump_json()) == job


def test_a_pilot_hole_and_its_enlarging_take_the_torque_of_the_whole():
    # at one specific force: the chip of the feed is the same, so the rings add up
    whole = cl.plan(drilling()).outcome
    pilot = cl.plan(drilling({"diameter": "6 mm"}, cutting_speed=None, spindle_speed="600 rpm")).outcome
    ring = cl.plan(drilling(pilot_diameter="6 mm")).outcome
    assert pilot.torque + ring.torque == pytest.approx(whole.torque, rel=1e-12)
    assert pilot.feed_force + ring.feed_force == pytest.approx(whole.feed_force, rel=1e-12)


def test_a_pilot_hole_that_shrinks_becomes_solid_work():
    solid, nearly = cl.plan(drilling()).outcome, cl.plan(drilling(pilot_diameter="1 nm")).outcome
    for name in ("torque", "power", "feed_force", "removal_rate", "feed_travel"):
        assert getattr(nearly, name) == pytest.approx(getattr(solid, name), rel=1e-6)


def test_the_cutting_speed_and_the_spindle_speed_set_the_same_thing():
    one = cl.plan(drilling())
    other = cl.plan(
        drilling(cutting_speed=None, spindle_speed=one.spindle_speed, feed_per_rev=None, feed_rate=one.feed_rate)
    )
    for name in one.operation.kinds:
        assert getattr(other.outcome, name) == pytest.approx(getattr(one.outcome, name), rel=1e-12, nan_ok=True), name


def test_the_stress_is_that_of_the_rod_in_torsion():
    plan = cl.plan(drilling())
    # the largest shear stress of a round rod, 16 M / (pi d^3), and 3^0.5 of it after von Mises
    shear = 16 * plan.outcome.torque / (math.pi * (0.55 * 0.010) ** 3)
    assert plan.outcome.tool_stress == pytest.approx(math.sqrt(3) * shear, rel=1e-12)


def test_the_way_holds_the_point_the_approach_and_the_exit():
    plan = cl.plan(drilling(approach_length="2 mm", breakthrough="1 mm", holes=3))
    point = 5 / math.tan(math.radians(59))
    assert plan.feed_travel.to("mm").m == pytest.approx(25 + point + 3, rel=1e-12)
    assert plan.cutting_time.to("min").m == pytest.approx(3 * (28 + point) / plan.feed_rate.to("mm/min").m, rel=1e-12)
    assert any("3 x (depth 25.000 mm" in str(text) for text in plan.assumptions)


@pytest.mark.parametrize(("material", "degrees"), [("hss", 118), ("coated carbide", 140), ("carbide", 140)])
def test_an_open_point_angle_is_that_of_the_standard_drills(material, degrees):
    plan = cl.plan(drilling({"material": material}))
    assert plan.prepared.cut.point_angle == pytest.approx(math.radians(degrees), rel=1e-12)
    assert any(f"point angle of {degrees}.0°" in str(text) for text in plan.assumptions)


def test_what_is_open_is_recommended_with_its_source():
    plan = cl.plan(drilling(cutting_speed=None, feed_per_rev=None, depth="20 mm"))
    speed, feed = plan.settings
    assert not speed.given
    assert not feed.given
    assert speed.choice.low <= plan.outcome.cutting_speed <= speed.choice.high
    assert feed.choice.low <= plan.outcome.feed_per_rev <= feed.choice.high
    text = " ".join(str(one) for one in plan.assumptions)
    assert "the cutting speed is the middle of" in text
    assert "the feed per revolution is the middle of" in text


def test_a_deep_hole_is_drilled_slower_where_the_tables_are_for_shallow_ones():
    free = {"cutting_speed": None, "feed_per_rev": None, "machine": None}
    speeds = {
        depth: cl.plan(drilling({"stickout": "150 mm", "flute_length": "140 mm"}, depth=f"{depth} mm", **free))
        for depth in (25, 30, 40, 45, 60, 80)
    }
    shallow = speeds[25].outcome.cutting_speed
    # the printed factors of 3, 4 and 6 diameters; beyond them a warning
    for depth, factor in ((30, 0.9), (40, 0.8), (60, 0.6), (80, 0.6)):
        assert speeds[depth].outcome.cutting_speed == pytest.approx(factor * shallow, rel=1e-12)
    assert any("factors for deep holes end at 6" in str(text) for text in speeds[80].warnings)
    assert not any("deep holes" in str(text) for text in speeds[60].warnings)


def test_a_feed_printed_for_the_depth_is_not_lowered_again():
    free = {"feed_per_rev": None, "machine": None}
    near, deeper = (cl.plan(drilling(material="6061-T6", depth=depth, **free)) for depth in ("25 mm", "35 mm"))
    assert "length" in near.settings[1].choice.row.where
    assert deeper.outcome.feed_per_rev == near.outcome.feed_per_rev
    beyond = cl.plan(drilling(material="6061-T6", depth="45 mm", **free)).settings[1].choice
    assert beyond.high == pytest.approx(0.8 * beyond.row.high, rel=1e-12)


def test_carbide_keeps_the_speed_of_the_tables_and_says_so():
    plan = cl.plan(drilling({"material": "carbide"}, depth="50 mm", cutting_speed=None))
    assert plan.settings[0].choice.high == plan.settings[0].choice.row.high
    assert any("not lowered for a depth of 5 diameters" in str(text) for text in plan.assumptions)


def test_a_recommended_feed_is_held_to_what_the_drill_bears():
    slender = {"diameter": "2 mm", "stickout": "60 mm", "flute_length": "24 mm"}
    plan = cl.plan(drilling(slender, depth="6 mm", length_factor=2.0, cutting_speed=None, feed_per_rev=None))
    buckling = next(one for one in plan.limits if one.name == "buckling")
    low = plan.settings[1].choice.low
    assert buckling.utilisation <= 1 or plan.outcome.feed_per_rev == pytest.approx(low, rel=1e-9)
    assert any("is held to" in str(text) and "buckling" in str(text) for text in plan.warnings)


BAD = [
    ({}, {"pilot_diameter": "10 mm"}, "pilot_diameter", "nothing is left to cut"),
    ({}, {"pilot_diameter": "12 mm"}, "pilot_diameter", "nothing is left to cut"),
    ({}, {"pilot_diameter": "0 mm"}, "pilot_diameter", "greater than zero"),
    ({}, {"depth": "95 mm"}, "depth", "holder would hit the work"),
    ({}, {"depth": "90 mm", "breakthrough": "6 mm"}, "depth", "holder would hit the work"),
    ({}, {"depth": "0 mm"}, "depth", "greater than zero"),
    ({}, {"depth": None}, "depth", "missing"),
    ({}, {"spindle_speed": "600 rpm"}, "cutting_speed", "give one of them"),
    ({}, {"feed_rate": "120 mm/min"}, "feed_per_rev", "give one of them"),
    ({}, {"holes": 0}, "holes", "whole number from 1"),
    ({}, {"holes": 1.5}, "holes", "whole number from 1"),
    ({}, {"feed_per_rev": "0.2 m/min"}, "feed_per_rev", "is not a feed per revolution"),
    ({}, {"cutting_speed": "600 rpm"}, "cutting_speed", "is not a cutting speed"),
    ({}, {"feed_per_tooth": "0.1 mm"}, "feed_per_tooth", "no such field"),
    ({}, {"length_factor": 0}, "length_factor", "greater than zero"),
    ({}, {"material": "unobtainium"}, "material", "unobtainium"),
    ({"flute_length": "96 mm"}, {}, "flute_length", "longer than the stick-out"),
    ({"point_angle": "190 deg"}, {}, "point_angle", "at most 180"),
    ({"point_angle": "118"}, {}, "point_angle", "no unit"),
    ({"teeth": 0}, {}, "teeth", "whole number from 1"),
    ({"core_fraction": 1.2}, {}, "core_fraction", "1"),
    ({"corner_radius": "1 mm"}, {}, "corner_radius", "no such field"),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "cut", "field", "says"), BAD)
def test_a_bad_job_is_one_sentence(tool, cut, field, says):
    with pytest.raises(cl.errors.InputError) as caught:
        cl.plan(drilling(tool, **cut))
    about = [problem for problem in caught.value.problems if re.match(rf"(tool\.)?{re.escape(field)}\b", problem)]
    assert len(about) == 1, caught.value.problems
    assert says in about[0]
    assert "\n" not in about[0]


def test_another_kind_of_tool_is_refused_by_its_name():
    with pytest.raises(cl.errors.InputError, match=r"^tool: Reamer does not fit here; give Drill$"):
        cl.Drilling(material="1045", tool=reaming().tool, depth="25 mm")


def test_a_feed_the_tables_do_not_hold_is_asked_for():
    with pytest.raises(cl.errors.MissingFigureError, match=r"^feed_per_rev: the tables hold no feed for drilling 1045"):
        cl.plan(drilling({"material": "carbide"}, feed_per_rev=None))


def rising(values):
    return bool(np.all(np.diff(values) > 0))


def test_the_trends_a_machinist_expects():
    def over(name, **axis):
        return cl.sweep(drilling(), axis)[name].to_numpy()

    feeds = ["0.05 mm/rev", "0.1 mm/rev", "0.2 mm/rev", "0.4 mm/rev"]
    for name in ("feed_force", "torque", "tool_stress", "removal_rate"):
        assert rising(over(name, feed_per_rev=feeds)), name
    assert rising(-over("cutting_time", feed_per_rev=feeds))
    # less than in proportion: the specific force falls as the chip thickens
    assert np.all(np.diff(np.log(over("feed_force", feed_per_rev=feeds))) < math.log(2))
    assert rising(-over("torque", pilot_diameter=["2 mm", "5 mm", "8 mm"]))
    assert rising(-over("buckling_load", stickout=["90 mm", "100 mm", "150 mm"]))
    still = cl.sweep(drilling(), cutting_speed=["10 m/min", "20 m/min", "30 m/min"])
    assert "cutting_speed" not in still.torque.dims
    assert rising(still.power.to_numpy())


@pytest.mark.parametrize("diameters", [(5, 10), (10, 20)])
def test_torque_grows_with_the_square_of_the_diameter_at_one_feed(diameters):
    small, large = (cl.plan(drilling({"diameter": f"{one} mm"})).outcome for one in diameters)
    assert large.torque == pytest.approx(4 * small.torque, rel=1e-12)
    assert large.feed_force == pytest.approx(2 * small.feed_force, rel=1e-12)


def test_every_depth_of_a_sweep_has_its_own_recommendation():
    depths = ["25 mm", "40 mm", "60 mm"]
    free = {"cutting_speed": None, "machine": None}
    found = cl.sweep(drilling(**free), depth=depths)
    for place, depth in enumerate(depths):
        plan = cl.plan(drilling(depth=depth, **free))
        assert float(found.spindle_speed[place]) == pytest.approx(plan.spindle_speed.to("rpm").m, rel=1e-12)


def test_the_title_tells_what_is_done():
    assert "drilling 25 mm deep, 4 holes" in str(cl.plan(drilling(holes=4))).splitlines()[0]
    assert "drilling up from 6 mm 25 mm deep" in str(cl.plan(drilling(pilot_diameter="6 mm"))).splitlines()[0]


def test_the_chisel_edge_is_said_as_shaw_and_oxford_have_it():
    # their example: 7/8 in, 0.008 in/rev, a split point takes 43 % less than a standard one of 2313 lbf, 1320 lbf
    plan = cl.plan(drilling({"diameter": "0.875 in"}, feed_per_rev="0.008 in/rev"))
    published = 2313 / 1320
    assert any(f"presses {published:.2g} times as hard" in str(text) for text in plan.assumptions)


def test_the_drill_buckles_as_the_formula_says():
    plan = cl.plan(drilling())
    assert plan.prepared.cut.youngs_modulus == 209e9  # of high-speed steel in the tables
    expected = cutting.drill_buckling_load("10 mm", "95 mm", 0.55, "209 GPa", 0.7)
    assert plan.buckling_load.m == pytest.approx(expected.m, rel=1e-12)

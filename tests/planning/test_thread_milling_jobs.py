"""Thread milling: published figures, identities, limits with their remedies, and jobs that cannot be."""

import math
import re

import pytest
from hypothesis import given, settings
from scipy.integrate import quad
from strategies_threads import STRATEGIES

import chipload as cl
from chipload.errors import InputError, MissingFigureError
from chipload.planning.thread_milling.cut import rows_in_cut


def job(tool=None, **changed):
    mill = {
        "diameter": "8 mm", "teeth": 4, "stickout": "30 mm", "flute_length": "18 mm", "pitch": "1.5 mm",
        **(tool or {}),
    }  # fmt: skip
    fields = {
        "material": "1045", "thread": "M12x1.5", "thread_length": "15 mm", "cutting_speed": "100 m/min",
        "feed_per_tooth": "0.03 mm", **changed,
    }  # fmt: skip
    return cl.ThreadMilling(
        tool=cl.ThreadMill(**{name: value for name, value in mill.items() if value is not None}),
        **{name: value for name, value in fields.items() if value is not None},
    )


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


@pytest.mark.parametrize(("side", "major", "centre"), [("inside", "0.562 in", 2.8), ("outside", "0.662 in", 13.8)])
def test_the_feed_of_the_centre_that_is_published(side, major, centre):
    # DatumCalc: 8.3 ipm at the edge, a wall of 0.562 in and a cutter of 0.370 in; the bolt is turned down to the wall
    plan = cl.plan(
        job({"diameter": "0.37 in", "pitch": None}, thread=None, major_diameter=major, pitch="1/16", side=side,
            thread_depth="0.05 in", cutting_speed=None, spindle_speed="1000 rpm", feed_per_tooth="0.002075 in")
    )  # fmt: skip
    assert plan.edge_feed_rate.to("in/min").m == pytest.approx(8.3, rel=1e-9)
    assert plan.feed_rate.to("in/min").m == pytest.approx(centre, rel=0.015)


@settings(max_examples=60, deadline=None)
@given(STRATEGIES["thread_milling"])
def test_what_closes(one):
    plan = cl.plan(one)
    outcome = plan.outcome
    assert outcome.torque * 2 * math.pi * outcome.spindle_speed == pytest.approx(outcome.power, rel=1e-12)
    assert outcome.tangential_force * outcome.cutting_speed == pytest.approx(outcome.power, rel=1e-9)
    assert outcome.tooth_force * outcome.teeth_in_cut == pytest.approx(outcome.tangential_force, rel=1e-9)
    assert outcome.specific_cutting_force * outcome.removal_rate == pytest.approx(outcome.power, rel=1e-9)
    assert outcome.cutting_time * outcome.feed_rate == pytest.approx(outcome.path_length, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(STRATEGIES["thread_milling"])
def test_the_engagement_is_where_the_cutter_meets_the_wall_before(one):
    plan = cl.plan(one)
    cut, outcome = plan.prepared.cut, plan.outcome
    inside = one.side == "inside"
    before = cut.major_diameter / 2 - (outcome.thread_depth if inside else 0)
    after = cut.major_diameter / 2 - (0 if inside else outcome.thread_depth)
    cutter = cut.diameter / 2
    apart = after - cutter if inside else after + cutter
    # angle at the cutter between the wall after the pass and the corner with the wall before it
    cosine = (apart**2 + cutter**2 - before**2) / (2 * apart * cutter)
    angle = math.pi - math.acos(cosine) if inside else math.acos(cosine)
    assert outcome.engagement_angle == pytest.approx(angle, rel=1e-6)


def test_the_volume_of_the_thread_is_removed_over_its_turns():
    plan = cl.plan(job({"pitch": None, "flute_length": "2 mm"}))
    cut, outcome = plan.prepared.cut, plan.outcome
    pitch, outer, inner = cut.pitch, cut.major_diameter / 2, cut.major_diameter / 2 - outcome.thread_depth

    def width(radius):  # of the basic profile: a flat of an eighth at the major, three quarters at the minor diameter
        return pitch / 8 + 2 * (outer - radius) * math.tan(math.pi / 6)

    volume, _ = quad(lambda radius: 2 * math.pi * radius * width(radius), inner, outer)
    around = math.pi * (cut.major_diameter - cut.diameter)
    # the groove counts with the mean of its width: a little too much, as it is narrower where its radius is larger
    found = outcome.removal_rate * around / outcome.feed_rate
    assert found == pytest.approx(volume, rel=0.03)
    assert found > volume


def test_many_rows_go_around_once_and_a_single_row_each_turn():
    many, single = cl.plan(job()), cl.plan(job({"pitch": None, "flute_length": "2 mm"}))
    assert many.turns.m == 1
    assert single.turns.m == pytest.approx(10, rel=1e-12)
    assert rows_in_cut(many.prepared.cut) == pytest.approx(10)
    assert many.removal_rate.m == pytest.approx(10 * single.removal_rate.m, rel=1e-9)


def test_a_programmed_feed_is_that_of_the_centre():
    plan = cl.plan(job())
    again = cl.plan(job(feed_per_tooth=None, feed_rate=plan.feed_rate))
    assert again.feed_per_tooth.to("mm/tooth").m == pytest.approx(0.03, rel=1e-9)


def test_a_hole_given_is_the_depth_it_leaves():
    plan = cl.plan(job(hole_diameter="10.5 mm"))
    assert plan.thread_depth.to("mm").m == pytest.approx(0.75, rel=1e-12)
    assert cl.plan(job(thread_depth="0.75 mm")).torque.m == pytest.approx(plan.torque.m, rel=1e-12)


def test_trends():
    plan = cl.plan(job())
    assert cl.plan(job({"stickout": "40 mm"})).deflection > 1.5 * plan.deflection
    assert cl.plan(job(feed_per_tooth="0.06 mm")).torque > 1.3 * plan.torque
    assert cl.plan(job(material="a380")).torque < plan.torque
    # a smaller cutter has less of an arc with the wall, and a longer way
    small = cl.plan(job({"diameter": "6 mm"}))
    assert small.engagement_angle < plan.engagement_angle
    assert small.path_length > plan.path_length
    assert cl.plan(job(threads=3)).cutting_time.m == pytest.approx(3 * plan.cutting_time.m, rel=1e-12)


def test_a_large_wall_is_a_straight_cut():
    plan = cl.plan(job(thread=None, major_diameter="20 m", pitch="1.5 mm"))
    assert plan.outcome.radial_depth == pytest.approx(plan.outcome.thread_depth, rel=1e-3)
    assert plan.outcome.feed_rate == pytest.approx(plan.outcome.edge_feed_rate, rel=1e-3)


@pytest.mark.parametrize(
    ("tool", "changed", "name", "field"),
    [
        ({"stickout": "60 mm"}, {}, "deflection", "stickout"),
        ({}, {"machine": "haas-vf2", "cutting_speed": "300 m/min"}, "spindle_speed", "cutting_speed"),
        ({"stickout": "18.1 mm"}, {"feed_per_tooth": "0.6 mm"}, "tool_stress", "feed_per_tooth"),
    ],
)
def test_the_remedy_holds_the_limit(tool, changed, name, field):
    if name == "tool_stress":
        changed = {**changed, "limits": {"tool_stress_share": 0.05}}
    plan = cl.plan(job(tool, **changed))
    assert limit(plan, name).broken
    match = re.search(r"an? ([a-z -]+?) of ([\d.]+ [a-z/]+) instead of", str(limit(plan, name).remedy))
    assert match, limit(plan, name).remedy
    lever = {"stick-out": "stickout"}.get(match[1], match[1].replace(" ", "_"))
    assert lever == field
    value = match[2]
    mended = job({**tool, lever: value}, **changed) if lever == "stickout" else job(tool, **{**changed, lever: value})
    after = cl.plan(mended)
    assert limit(after, name).utilisation <= 1.01  # the value is shown rounded to the digits of the trade


@pytest.mark.parametrize(
    ("tool", "changed", "error", "words"),
    [
        ({}, {"cutting_speed": None}, MissingFigureError, "cutting_speed: the tables hold no speed"),
        ({}, {"feed_per_tooth": None}, MissingFigureError, "feed_per_tooth: the tables hold no feed of thread mills"),
        ({"diameter": "10.5 mm"}, {}, InputError, "tool.diameter: a mill of 10.500 mm does not go into a hole"),
        ({"pitch": "1.25 mm"}, {}, InputError, "tool.pitch: a mill with many rows of 1.250 mm cannot cut"),
        ({"pitch": "20 mm"}, {}, InputError, "pitch: 20.000 mm is longer than the flutes"),
        ({"flute_length": "31 mm"}, {}, InputError, "flute_length: flutes of 31.000 mm are longer"),
        ({}, {"thread_length": "30 mm"}, InputError, "thread_length: 30.000 mm is not less than the stick-out"),
        ({}, {"side": "outside", "hole_diameter": "10 mm"}, InputError, "hole_diameter: a bolt thread has no hole"),
        ({}, {"hole_diameter": "12.5 mm"}, InputError, "thread_depth"),
        ({}, {"thread": None, "pitch": "1.5 mm"}, InputError, "thread: it is missing"),
        ({"diameter": "0.7 mm"}, {}, InputError, "tool.diameter: the cut is"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(tool, changed, error, words):
    with pytest.raises(error, match=re.escape(words)):
        cl.plan(job(tool, **changed))


def test_a_sweep_of_feed_is_the_plans_one_by_one():
    feeds = [0.01, 0.03, 0.06]
    table = cl.sweep(job(), feed_per_tooth=[f"{feed} mm" for feed in feeds])
    each = [cl.plan(job(feed_per_tooth=f"{feed} mm")).deflection.m for feed in feeds]
    assert list(table.deflection.values) == pytest.approx(each, rel=1e-12)


def test_json_round_trip():
    one = job(hole_diameter="10.5 mm")
    again = cl.ThreadMilling.model_validate_json(one.model_dump_json())
    assert cl.plan(again).to_dict() == cl.plan(one).to_dict()

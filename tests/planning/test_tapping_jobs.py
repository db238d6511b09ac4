"""Tapping: published figures, identities, limits with their remedies, and jobs that cannot be."""

import math
import re

import pytest
from hypothesis import given, settings
from strategies_threads import STRATEGIES

import chipload as cl
from chipload.errors import InputError, MissingFigureError, UnknownNameError


def job(tap=None, **changed):
    tool = {"thread": "M10x1.5", "kind": "spiral flute", **(tap or {})}
    fields = {"material": "1045", "thread_length": "20 mm", "spindle_speed": "500 rpm", **changed}
    return cl.Tapping(tool=cl.Tap(**tool), **{name: value for name, value in fields.items() if value is not None})


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_torque_of_the_catalogue():
    # Yamawa, general catalogue, page 781: M10x1.5 in a hole of 8.5 mm, 3900 MPa, factor 1.15
    plan = cl.plan(job())
    assert plan.torque.to("N*m").m == pytest.approx(6.55, abs=0.005)
    assert plan.hole_diameter.to("mm").m == pytest.approx(8.5)


@pytest.mark.parametrize(
    ("thread", "drill", "share"),
    [
        ("1/4-20 UNC", "0.201 in", 0.75), ("3/8-16", "0.3125 in", 0.77), ("1/2-13 UNC", "0.4219 in", 0.78),
        ("#10-32", "0.159 in", 0.76), ("M10", "8.5 mm", 0.77), ("M12", "10.2 mm", 0.79),
    ],
)  # fmt: skip
def test_the_share_of_a_full_thread_is_that_of_the_drill_charts(thread, drill, share):
    plan = cl.plan(job({"thread": thread}, hole_diameter=drill))
    assert plan.thread_percentage.m == pytest.approx(share, abs=0.0075)  # the charts print whole per cents


def test_the_feed_of_m8():
    # Midnight Coder Lab, tapping basics: 600 rpm and 1.25 mm
    assert cl.plan(job({"thread": "M8"}, spindle_speed="600 rpm")).feed_rate.m == pytest.approx(750, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(STRATEGIES["tapping"])
def test_what_closes(one):
    plan = cl.plan(one)
    outcome, cut = plan.outcome, plan.prepared.cut
    assert outcome.torque * 2 * math.pi * outcome.spindle_speed == pytest.approx(outcome.power, rel=1e-12)
    assert outcome.cutting_speed == pytest.approx(math.pi * cut.major_diameter * outcome.spindle_speed, rel=1e-12)
    assert outcome.feed_rate == pytest.approx(cut.pitch * outcome.spindle_speed, rel=1e-12)
    travel = outcome.cutting_time * outcome.feed_rate
    assert travel == pytest.approx(2 * one.si("holes") * (one.si("thread_length") + one.si("approach")), rel=1e-12)
    if one.tool.forms:
        assert outcome.removal_rate == 0
        assert outcome.thread_percentage == pytest.approx(
            (cut.major_diameter - outcome.hole_diameter) / (0.68 * cut.pitch), rel=1e-12
        )
        return
    # the volume of a triangle turned around the axis (Guldin), once a turn
    height = (cut.major_diameter - outcome.hole_diameter) / 2
    section = height**2 * math.tan(math.pi / 6)
    around = 2 * math.pi * (outcome.hole_diameter / 2 + height / 3)
    assert outcome.removal_rate == pytest.approx(section * around * outcome.spindle_speed, rel=1e-9)


@pytest.mark.parametrize("kind", ["spiral flute", "roll form"])
def test_a_share_given_is_the_share_planned(kind):
    plan = cl.plan(job({"kind": kind}, thread_percentage=0.7))
    again = cl.plan(job({"kind": kind}, hole_diameter=plan.hole_diameter))
    assert again.thread_percentage.m == pytest.approx(0.7, rel=1e-12)
    assert again.torque.m == pytest.approx(plan.torque.m, rel=1e-12)


def test_a_forming_tap_takes_two_to_three_times_the_torque():
    cuts, forms = cl.plan(job()), cl.plan(job({"kind": "roll form"}, hole_diameter="9.3 mm"))
    assert forms.outcome.torque == pytest.approx(2.5 * cuts.outcome.torque, rel=1e-12)
    assert any("how the torque changes with the hole" in text for text in forms.assumptions)


def test_the_speed_of_the_tables():
    plan = cl.plan(job(material="4140-qt", spindle_speed=None))
    # 20 to 35 ft/min for alloy steel
    assert plan.cutting_speed.to("ft/min").m == pytest.approx(27.5, rel=1e-9)
    assert not plan.settings[0].given


def test_a_force_given_stands_in_for_the_tables():
    plan = cl.plan(job(material="6061-T6", specific_cutting_force="3900 MPa"))
    assert plan.torque.m == pytest.approx(cl.plan(job()).torque.m, rel=1e-12)
    low, high = plan.intervals["specific_cutting_force"]
    assert low == high
    # what is left uncertain is the factor of the tap, 0.85 to 1.25
    assert plan.intervals["torque"][1].m == pytest.approx(plan.torque.m * (0.85 + 0.95 * 0.4) / 1.15, rel=5e-3)


def test_full_threads_end_before_the_chamfer():
    plan = cl.plan(job({"chamfer_threads": 2.5}))
    assert plan.full_thread_length.to("mm").m == pytest.approx(20 - 2.5 * 1.5, rel=1e-12)
    assert math.isnan(cl.plan(job()).full_thread_length.m)


def test_trends():
    loose, tight = cl.plan(job(hole_diameter="8.8 mm")), cl.plan(job(hole_diameter="8.4 mm"))
    assert tight.torque > 1.4 * loose.torque
    assert cl.plan(job(wear_factor=2)).torque.m == pytest.approx(2 * cl.plan(job()).torque.m, rel=1e-12)
    assert cl.plan(job(spindle_speed="1000 rpm")).torque == cl.plan(job()).torque
    assert cl.plan(job(material="a380")).torque < cl.plan(job(material="304")).torque


@pytest.mark.parametrize(
    ("tap", "changed", "name", "field"),
    [
        ({"flute_length": "18 mm"}, {}, "flute_length", "thread_length"),
        ({}, {"machine": "generic-vmc-40", "spindle_speed": "20000 rpm"}, "spindle_speed", "spindle_speed"),
        ({}, {"material": "4140-qt", "spindle_speed": None, "cutting_speed": "20 m/min"}, "cutting_speed",
         "cutting_speed"),
        ({}, {"limits": {"tool_stress_share": 0.02}}, "tool_stress", "hole_diameter"),
        ({"kind": "roll form"}, {"hole_diameter": "8.9 mm"}, "thread_percentage", "hole_diameter"),
    ],
)  # fmt: skip
def test_the_remedy_holds_the_limit(tap, changed, name, field):
    plan = cl.plan(job(tap, **changed))
    assert limit(plan, name).broken
    match = re.search(r"an? ([a-z ]+?) of ([\d.]+ ?[a-z/]*) instead of", str(limit(plan, name).remedy))
    assert match, limit(plan, name).remedy
    assert match[1].replace(" ", "_") == field
    after = cl.plan(job(tap, **{**changed, field: match[2].strip()}))
    assert limit(after, name).utilisation <= 1.01  # the value is shown rounded to the digits of the trade


def test_a_hole_below_the_minor_diameter_is_warned_of():
    assert any("below the minor diameter" in text for text in cl.plan(job(hole_diameter="8.3 mm")).warnings)
    assert not any("minor diameter" in text for text in cl.plan(job()).warnings)


@pytest.mark.parametrize(
    ("tap", "changed", "error", "words"),
    [
        ({"thread": "M10x1.7"}, {}, UnknownNameError, "thread: 'M10x1.7' is in no table"),
        ({"thread": "1/4-20 UNF"}, {}, InputError, "thread: 1/4-20 is UNC, not UNF"),
        ({"kind": "hand"}, {}, InputError, "tool.kind: 'hand' is in no table"),
        ({"kind": "roll form"}, {}, MissingFigureError, "hole_diameter: the tables hold no hole for forming taps"),
        ({}, {"hole_diameter": "10 mm"}, InputError, "hole_diameter: a hole of 10.000 mm leaves nothing"),
        ({}, {"hole_diameter": "7 mm"}, InputError, "hole_diameter: a hole of 7.000 mm leaves more than a full"),
        ({}, {"hole_depth": "15 mm"}, InputError, "thread_length: 20.000 mm is more than the hole is deep"),
        ({}, {"cutting_speed": "10 m/min"}, InputError, "cutting_speed: it and the spindle speed set the same"),
        ({}, {"hole_diameter": "8.5 mm", "thread_percentage": 0.7}, InputError, "set the same thing"),
        ({"chamfer_threads": 14}, {}, InputError, "thread_length: the chamfer of the tap takes"),
        ({}, {"material": "6061-T6"}, MissingFigureError, "specific_cutting_force: the tables hold none of tapping"),
        ({}, {"specific_cutting_force": "0 MPa"}, InputError, "specific_cutting_force: it is zero"),
        ({}, {"spindle_speed": None}, MissingFigureError, "cutting_speed: the tables hold no speed for 1045"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(tap, changed, error, words):
    with pytest.raises(error, match=re.escape(words)):
        cl.plan(job(tap, **changed))


def test_json_round_trip():
    one = job({"chamfer_threads": 2.5}, hole_diameter="8.5 mm")
    again = cl.Tapping.model_validate_json(one.model_dump_json())
    assert cl.plan(again).to_dict() == cl.plan(one).to_dict()

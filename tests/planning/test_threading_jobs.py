"""Single-point threading: published figures, identities, limits with their remedies, and jobs that cannot be."""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.integrate import quad
from strategies_threads import STRATEGIES

import chipload as cl
from chipload.errors import InputError, MissingFigureError
from chipload.planning.thread_sizes import CREST_SHARES, groove, whole_depth


def job(tool=None, **changed):
    fields = {
        "material": "1045", "thread": "M20x2.5", "thread_length": "30 mm", "passes": 10,
        "cutting_speed": "120 m/min", **changed,
    }  # fmt: skip
    given_fields = {name: value for name, value in fields.items() if value is not None}
    return cl.Threading(tool=cl.ThreadingTool(**(tool or {})), **given_fields)


def limit(plan, name):
    return next(one for one in plan.limits if one.name == name)


def test_the_time_of_the_textbook():
    # P. C. Sharma, A Textbook of Production Engineering, example 4.21: 44 mm, lead 5 mm, 89 mm, 5 passes at 6 m/min
    plan = cl.plan(
        job(thread=None, major_diameter="44 mm", pitch="5 mm", thread_length="80 mm", run="9 mm", passes=5,
            cutting_speed="6 m/min")
    )  # fmt: skip
    assert plan.cutting_time.to("min").m == pytest.approx(2.05, abs=0.005)


def test_the_depths_that_are_published():
    # Carbide-Tooling: 0.92 mm for 1.5 mm; DatumCalc: 0.0307 in for 20 threads to the inch
    assert cl.plan(job(thread="M10")).thread_depth.to("mm").m == pytest.approx(0.92, abs=0.003)
    assert cl.plan(job(thread="1/4-20 UNC")).thread_depth.to("in").m == pytest.approx(0.0307, abs=5e-5)


def test_the_infeed_that_is_published():
    # MachineCalcs: 0.92 mm in 6 passes begins with 0.376 mm
    plan = cl.plan(job(thread="M10", thread_depth="0.92 mm", passes=6))
    assert plan.first_infeed.to("mm").m == pytest.approx(0.376, abs=5e-4)
    again = cl.plan(job(thread="M10", thread_depth="0.92 mm", passes=None, first_infeed="0.376 mm"))
    assert again.passes.m == 6


def test_a_first_infeed_is_never_exceeded():
    for infeed in (0.1, 0.2, 0.37, 0.5, 1.2):
        plan = cl.plan(job(passes=None, first_infeed=f"{infeed} mm"))
        assert plan.passes.m == int(plan.passes.m)
        assert plan.first_infeed.to("mm").m <= infeed * (1 + 1e-9)
        fewer = plan.outcome.thread_depth / math.sqrt(max(plan.passes.m - 1, 1e-9))
        assert fewer * 1e3 > infeed


def rounded_width(y: float, pitch: float, depth: float) -> float:
    """Width of the groove of the design profile of an external thread, `y` above its rounded root."""
    sharp = math.sqrt(3) / 2 * pitch
    radius = sharp / 6
    tangent = radius * (1 - math.sin(math.pi / 6))
    if y < tangent:
        return 2 * math.sqrt(2 * radius * y - y**2)
    return 2 * (y + sharp / 6) * math.tan(math.pi / 6)


def test_the_section_of_the_groove_against_the_rounded_profile():
    pitch = 2.5
    depth = whole_depth("outside", pitch)
    exact, _ = quad(rounded_width, 0, depth, args=(pitch, depth), epsabs=1e-10)
    found = groove(depth, depth, pitch, CREST_SHARES["outside"])
    assert found.area == pytest.approx(exact, rel=0.008)
    assert found.area > exact
    assert found.width == pytest.approx(7 / 8 * pitch, rel=1e-12)


def test_the_groove_of_the_nut_thread_ends_on_the_flat_of_the_basic_profile():
    depth = whole_depth("inside", 2.0)
    found = groove(depth, depth, 2.0, CREST_SHARES["inside"])
    assert found.width == pytest.approx(3 / 4 * 2.0, rel=1e-12)
    assert found.area == pytest.approx(depth * (3 / 4 + 1 / 8) * 2.0 / 2, rel=1e-12)  # a trapezium


@settings(max_examples=60, deadline=None)
@given(STRATEGIES["threading"])
def test_what_closes(one):
    plan = cl.plan(one)
    outcome, cut = plan.outcome, plan.prepared.cut
    assert outcome.torque * 2 * math.pi * outcome.spindle_speed == pytest.approx(outcome.power, rel=1e-12)
    assert outcome.cutting_force * outcome.cutting_speed == pytest.approx(outcome.power, rel=1e-12)
    assert outcome.specific_cutting_force * outcome.removal_rate == pytest.approx(outcome.power, rel=1e-12)
    assert outcome.feed_rate == pytest.approx(cut.pitch * cut.starts * outcome.spindle_speed, rel=1e-12)
    # the force of every pass by hand: none is more than that of the heaviest
    numbers = np.arange(0, int(outcome.passes) + 1)
    depths = outcome.thread_depth * np.sqrt(numbers / outcome.passes)
    flat = max((1 - cut.crest_share) * cut.pitch - 2 * outcome.thread_depth / math.sqrt(3), 0.0)
    area = np.diff(depths**2 / math.sqrt(3) + flat * depths)
    edge = flat + 4 / math.sqrt(3) * depths[1:]
    force = cut.kc11 * area * (area / edge / 1e-3) ** -cut.mc
    assert force.max() == pytest.approx(outcome.cutting_force, rel=1e-7)
    assert force[int(outcome.heaviest_pass) - 1] == pytest.approx(force.max(), rel=1e-9)
    whole = groove(outcome.thread_depth, outcome.thread_depth, cut.pitch, cut.crest_share)
    assert area.sum() == pytest.approx(whole.area, rel=1e-9)


def test_the_speed_of_the_tables():
    plan = cl.plan(job(cutting_speed=None))
    assert plan.cutting_speed.to("m/min").m == pytest.approx(145, rel=1e-9)  # the middle of 110 to 180
    assert limit(plan, "cutting_speed").utilisation == pytest.approx(145 / 180, rel=1e-9)


def test_trends():
    forces = [cl.plan(job(passes=passes)).outcome.cutting_force for passes in (1, 4, 8, 16)]
    assert forces == sorted(forces, reverse=True)
    assert cl.plan(job(passes=20)).cutting_time.m == pytest.approx(2 * cl.plan(job()).cutting_time.m, rel=1e-12)
    assert cl.plan(job(side="inside")).thread_depth < cl.plan(job()).thread_depth
    # each start has its passes, and its lead is so much longer
    assert cl.plan(job(starts=2)).cutting_time.m == pytest.approx(cl.plan(job()).cutting_time.m, rel=1e-12)
    assert cl.plan(job(starts=2)).feed_rate.m == pytest.approx(2 * cl.plan(job()).feed_rate.m, rel=1e-12)


@pytest.mark.parametrize(
    ("tool", "changed", "name", "field"),
    [
        ({}, {"cutting_speed": "250 m/min"}, "cutting_speed", "cutting_speed"),
        ({}, {"machine": "generic-vmc-40", "passes": None, "first_infeed": "1.5 mm", "cutting_speed": "180 m/min"},
         "power", "cutting_speed"),
        ({"edge_radius": "100 um"}, {"passes": None, "first_infeed": "0.4 mm"}, "rubbing", "first_infeed"),
    ],
)  # fmt: skip
def test_the_remedy_holds_the_limit(tool, changed, name, field):
    if name == "power":
        changed = {**changed, "limits": {"power_share": 0.3}}
    plan = cl.plan(job(tool, **changed))
    assert limit(plan, name).broken
    match = re.search(r"an? ([a-z ]+?) of ([\d.]+ [a-z/]+) instead of", str(limit(plan, name).remedy))
    assert match, limit(plan, name).remedy
    assert match[1].replace(" ", "_") == field
    after = cl.plan(job(tool, **{**changed, match[1].replace(" ", "_"): match[2]}))
    assert limit(after, name).utilisation <= 1.01  # the value is shown rounded to the digits of the trade


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"passes": None}, MissingFigureError, "passes: the tables hold no number of passes"),
        ({"first_infeed": "0.3 mm"}, InputError, "first_infeed: it and the passes set the same thing"),
        ({"passes": None, "first_infeed": "2 mm"}, InputError, "first_infeed: 2.000 mm is more than the whole depth"),
        ({"thread_depth": "11 mm"}, InputError, "thread_depth: 11.000 mm is not less than the radius"),
        ({"thread": None}, InputError, "thread: it is missing"),
        ({"pitch": "2 mm"}, InputError, "pitch: the thread 'M20x2.5' says it"),
        ({"thread": None, "pitch": "20 mm", "major_diameter": "20 mm"}, InputError, "deeper than the radius"),
        ({"passes": 2.5}, InputError, "passes"),
    ],
)
def test_what_cannot_be_is_refused(changed, error, words):
    with pytest.raises(error, match=re.escape(words)):
        cl.plan(job(**changed))


def test_a_sweep_of_passes_is_the_plans_one_by_one():
    table = cl.sweep(job(), passes=[1, 5, 10, 20])
    each = [cl.plan(job(passes=passes)).cutting_force.m for passes in (1, 5, 10, 20)]
    assert list(table.cutting_force.values) == pytest.approx(each, rel=1e-12)


def test_json_round_trip():
    one = job(side="inside", starts=2)
    again = cl.Threading.model_validate_json(one.model_dump_json())
    assert cl.plan(again).to_dict() == cl.plan(one).to_dict()

"""What holds for every operation: the same digits from a plan, a sample and a sweep."""

import math
import re

import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS

import chipload as cl
from chipload.errors import InputError
from chipload.planning.operations import OPERATIONS, job_from_json, operation_of
from chipload.planning.uncertainty import draws, sample


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_sample_is_the_plan_of_its_inputs(name):
    plan = cl.plan(JOBS[name])
    operation = operation_of(JOBS[name])
    spread = sample(plan.prepared)
    many = operation.evaluate(spread)
    for place in (0, 17, 511):
        one = operation.evaluate(
            plan.prepared.cut.having(
                **{each.field: getattr(spread, each.field)[place] for each in plan.prepared.spreads}
            )
        )
        for result in operation.kinds:
            each = getattr(many, result)
            value = each[place] if getattr(each, "ndim", 0) else each
            assert float(getattr(one, result)) == pytest.approx(float(value), rel=1e-13, nan_ok=True), result


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_outcome_has_what_every_operation_has(name):
    kinds = operation_of(name).kinds
    assert {"spindle_speed", "cutting_speed", "feed_rate", "removal_rate", "torque", "power", "motor_power"} <= set(
        kinds
    )
    assert {"cutting_time", "tool_life", "cost"} <= set(kinds)


@pytest.mark.parametrize("name", OPERATIONS)
def test_time_wear_and_cost_close(name):
    plan = cl.plan(JOBS[name])
    hour, edge, change, idle = 60, 12, 60.0, 0.0
    time, life = plan.outcome.cutting_time, plan.outcome.tool_life
    assert time > 0
    assert plan.cost.m == pytest.approx(
        hour / 3600 * (time + idle + time / life * change) + time / life * edge, rel=1e-12
    )


def test_an_unknown_operation_is_refused():
    with pytest.raises(InputError, match="there is no 'welding'; there are milling"):
        operation_of("welding")


def test_the_points_of_the_samples_fill_the_inside():
    points = draws()
    assert points.min() > 0
    assert points.max() < 1
    assert points.mean(axis=1) == pytest.approx(0.5, abs=2e-3)


def test_a_life_known_in_part_is_refused():
    with pytest.raises(InputError, match="reference_life: a known life needs"):
        make(reference_speed="300 m/min", taylor_exponent=0.25)


def test_boldness_moves_along_the_range():
    open_job = {
        "cutting_speed": None,
        "feed_per_tooth": None,
        "machine": None,
        "limits": {"deflection": "1 mm", "tool_stress_share": 1.0},
    }
    choice = cl.plan(make(**open_job)).settings[0].choice
    for boldness in (0.0, 0.25, 1.0):
        plan = cl.plan(make(**open_job, boldness=boldness))
        expected = choice.low + boldness * (choice.high - choice.low)
        assert plan.outcome.cutting_speed == pytest.approx(expected, rel=1e-12)
    assert any("at 100% of" in text for text in plan.assumptions)
    assert not math.isnan(plan.outcome.cutting_speed)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_job_comes_back_from_its_json(name):
    again = job_from_json(JOBS[name].model_dump_json())
    assert type(again) is type(JOBS[name])
    assert cl.plan(again).to_dict()["results"] == cl.plan(JOBS[name]).to_dict()["results"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "the text is not JSON"),
        ("[1, 2]", "is no job"),
        ('{"operation": 3}', "is no job"),
        ('{"operation": "welding"}', "there is no 'welding'"),
        ('{"operation": "turning"}', "material: it is missing"),
    ],
)
def test_what_is_no_job_is_refused(text, problem):
    with pytest.raises(InputError, match=re.escape(problem)):
        job_from_json(text)

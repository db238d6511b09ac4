"""What holds for any job of the turning family."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jobs_of_operations import JOBS
from strategies_turning import STRATEGIES
from turning_jobs_for_tests import facing

import chipload as cl
from chipload.planning.axes import with_values
from chipload.planning.operations import operation_of

OPERATIONS = sorted(STRATEGIES)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_plan_closes_on_itself(name):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(job=STRATEGIES[name])
    def closes(job):
        plan = cl.plan(job)
        out = plan.outcome
        assert out.power == pytest.approx(out.torque * 2 * math.pi * out.spindle_speed, rel=1e-12)
        assert out.power == pytest.approx(out.cutting_force * out.cutting_speed, rel=1e-12)
        assert out.feed_rate == pytest.approx(out.feed_per_rev * out.spindle_speed, rel=1e-12)
        across = job.si("diameter") + (2 * job.si("depth_of_cut") if name == "boring" else 0)
        assert out.cutting_speed == pytest.approx(math.pi * across * out.spindle_speed, rel=1e-12)
        if not math.isnan(out.highest_spindle_speed):
            assert out.highest_spindle_speed >= out.spindle_speed * (1 - 1e-12)
        # the specific force is that of the section: energy on the volume, but for the ring's mean diameter
        assert out.power / out.removal_rate >= out.specific_cutting_force * (1 - 1e-9)
        for low, high in plan.intervals.values():
            assert not high < low

    closes()


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_job_reads_back_from_its_json(name):
    @settings(max_examples=15, deadline=None)
    @given(job=STRATEGIES[name])
    def reads_back(job):
        again = type(job).model_validate_json(job.model_dump_json())
        assert cl.plan(again).outcome.cutting_force == cl.plan(job).outcome.cutting_force

    reads_back()


@pytest.mark.parametrize("name", OPERATIONS)
def test_more_feed_takes_more_force_and_less_time(name):
    @settings(max_examples=15, deadline=None)
    @given(job=STRATEGIES[name], factor=st.floats(1.05, 2))
    def grows(job, factor):
        cut = cl.plan(job).prepared.cut
        operation = operation_of(name)
        less, more = (operation.evaluate(cut.having(feed_per_rev=cut.feed_per_rev * by)) for by in (1, factor))
        assert more.cutting_force > less.cutting_force
        assert more.specific_cutting_force < less.specific_cutting_force
        assert math.isnan(less.cutting_time) or more.cutting_time == pytest.approx(
            less.cutting_time / factor, rel=1e-12
        )

    grows()


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_swept_is_a_number_of_job_and_cut(name):
    operation = operation_of(name)
    cut = cl.plan(JOBS[name]).prepared.cut
    for field in operation.swept:
        home = next(one for one in (operation.job, operation.tool) if field in one.model_fields)
        assert home.kind_of(field) is not None, field
        assert hasattr(cut, field), field


@pytest.mark.parametrize(
    ("name", "axis", "values"),
    [
        ("turning", "feed_per_rev", ["0.1 mm/rev", "0.5 mm/rev"]),
        ("turning", "part_length", ["100 mm", "300 mm"]),
        ("facing", "max_spindle_speed", ["900 rpm", "2500 rpm"]),
        ("facing", "spindle_speed", ["500 rpm", "1500 rpm"]),
        ("boring", "bar_diameter", ["16 mm", "32 mm"]),
        ("grooving", "width", ["2.5 mm", "5 mm"]),
        ("parting", "inner_diameter", ["0 mm", "20 mm"]),
        ("parting", "cutting_speed", ["60 m/min", "160 m/min"]),
    ],
)
@pytest.mark.parametrize("machine", [None, "generic-lathe-bench"])
def test_a_sweep_is_its_plans(name, axis, values, machine):
    given = {"machine": machine, "max_spindle_speed": None}
    job = with_values(JOBS[name], {field: value for field, value in given.items() if field != axis})
    found = cl.sweep(job, {axis: values})
    for place, value in enumerate(values):
        plan = cl.plan(with_values(job, {axis: value}))
        for result in operation_of(name).kinds:
            one = found[result]
            swept = float(one[place] if one.ndim else one)
            assert swept == pytest.approx(float(getattr(plan, result).m), rel=1e-12, nan_ok=True), result


def test_facing_without_a_cap_takes_one_from_a_sweep():
    job = facing()
    found = cl.sweep(job, max_spindle_speed=["900 rpm", "2500 rpm"])
    plan = cl.plan(facing(max_spindle_speed="2500 rpm"))
    assert float(found.cutting_time[1]) == pytest.approx(plan.cutting_time.m, rel=1e-12)
    assert float(found.highest_spindle_speed[1]) == pytest.approx(2500, rel=1e-12)

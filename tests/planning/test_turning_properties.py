"""What holds for any job of the turning family."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies_turning import STRATEGIES

import chipload as cl
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

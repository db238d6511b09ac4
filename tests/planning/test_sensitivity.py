"""Sensitivity: indices that are known in closed form, elasticities of the formulas, and what calibration buys."""

import math

import numpy as np
import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS

import chipload as cl
from chipload.errors import InputError
from chipload.planning.operations import OPERATIONS
from chipload.planning.uncertainty import sample


@pytest.fixture(scope="module")
def plan():
    return cl.plan(make())


def test_the_power_owes_its_interval_to_the_force_constant_alone(plan):
    found = plan.sensitivity("power")
    assert [one.field for one in found.shares] == ["kc11"]
    assert found.shares[0].first == pytest.approx(1, abs=0.01)
    assert found.shares[0].total == pytest.approx(1, abs=0.01)


def test_indices_of_a_product_of_independent_factors(plan):
    """The deflection is a product of the force constant and the other inputs: its indices are known in closed form.

    For a product the total index of a factor is cv^2 / (1 + cv^2) of it, times (V + mean^2) / V of the whole.
    """
    spreads = {one.field: one for one in plan.prepared.spreads}
    rng = np.random.default_rng(3)
    share = rng.random(400_000)
    cut = plan.prepared.cut

    def squared_variation(field):
        values = spreads[field].values(getattr(cut, field), share)
        result = np.broadcast_to(plan.operation.evaluate(cut.having(**{field: values})).deflection, share.shape)
        return np.var(result) / np.mean(result) ** 2

    parts = {field: squared_variation(field) for field in spreads}
    whole = math.prod(1 + part for part in parts.values()) - 1
    for one in plan.sensitivity("deflection").shares:
        part = parts[one.field]
        assert one.total == pytest.approx(part / (1 + part) * (1 + whole) / whole, rel=0.1, abs=0.02), one.field
        assert one.first == pytest.approx(part / whole, rel=0.1, abs=0.02), one.field


def test_elasticities_are_those_of_the_formulas(plan):
    power = {one.name: one.elasticity for one in plan.sensitivity("power").effects}
    mc = plan.prepared.cut.mc
    assert power["feed_per_tooth"] == pytest.approx(1 - mc, rel=1e-6)
    assert power["cutting_speed"] == pytest.approx(1, rel=1e-6)
    assert power["axial_depth"] == pytest.approx(1, rel=1e-6)
    assert "stickout" not in power
    bent = {one.name: one.elasticity for one in plan.sensitivity("deflection").effects}
    longer, shorter = (cl.plan(make({"stickout": f"{30 * (1 + step)} mm"})).deflection.m for step in (0.001, -0.001))
    assert bent["stickout"] == pytest.approx(math.log(longer / shorter) / math.log(1.001 / 0.999), rel=1e-4)


def test_what_is_certain_says_so(plan):
    found = plan.sensitivity("spindle_speed")
    assert found.shares == ()
    assert "nothing that is uncertain" in str(found)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_tells_what_its_power_depends_on(name):
    plan = cl.plan(JOBS[name])
    found = plan.sensitivity("power")
    assert found.shares[0].field == "kc11"
    assert 0.5 < found.shares[0].total <= 1.02
    bought = plan.worth_of_calibration("power")
    assert 1 < bought.after < bought.now
    assert bought.narrower > 1.5


def test_three_cuts_bring_the_factor_to_that_of_the_tables(plan):
    bought = plan.worth_of_calibration("power")
    ninety = 1.6448536269514722
    assert bought.after == pytest.approx(math.exp(ninety * 0.18), rel=0.01)
    low, high = plan.intervals["power"]
    assert bought.now == pytest.approx(math.sqrt(high.m / low.m), rel=1e-9)


def test_what_is_no_result_is_refused(plan):
    with pytest.raises(InputError, match="a plan has no 'colour'"):
        plan.sensitivity("colour")
    with pytest.raises(InputError, match="tool life of this plan is not known"):
        plan.worth_of_calibration("tool_life")


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_interval_holds_the_truth_nine_times_in_ten(name):
    """Truth drawn from the stated spreads by random numbers that have nothing to do with the points of the plan."""
    plan = cl.plan(JOBS[name])
    rng = np.random.default_rng(11)
    count = 20_000
    cut = plan.prepared.cut
    truth = plan.operation.evaluate(
        cut.having(
            **{one.field: one.values(getattr(cut, one.field), rng.random(count)) for one in plan.prepared.spreads}
        )
    )
    samples = plan.operation.evaluate(sample(plan.prepared))
    judged = 0
    for result in plan.operation.kinds:
        values = np.asarray(getattr(truth, result))
        if values.ndim == 0 or np.ptp(values) <= 1e-9 * abs(float(np.mean(values))):
            continue
        low, high = np.quantile(getattr(samples, result), [0.05, 0.95])
        assert 0.87 <= np.mean((values >= low) & (values <= high)) <= 0.93, result
        judged += 1
    assert judged >= 3

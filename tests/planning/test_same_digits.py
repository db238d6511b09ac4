"""Random jobs of every operation: plan, sweep, sample and the bare evaluation give the same digits.

They are held to 1e-12 and not to the bit: numpy evaluates arrays with vector instructions whose powers and sines
differ from those of scalars in the last bit.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.planning.axes import with_values
from chipload.planning.operations import OPERATIONS, operation_of
from chipload.planning.uncertainty import sample
from chipload.units import from_kernel
from chipload.units.kinds import Kind

STRATEGIES: dict[str, Any] = {}
for _file in sorted(Path(__file__).parent.glob("strategies_*.py")):
    STRATEGIES |= import_module(_file.stem).STRATEGIES

DIGITS = {"rtol": 1e-12, "atol": 0.0}
A_JOB = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", OPERATIONS)
@A_JOB
@given(data=st.data())
def test_the_plan_is_the_bare_evaluation(name: str, data: st.DataObject) -> None:
    plan = cl.plan(data.draw(STRATEGIES[name]))
    operation = operation_of(name)
    again = operation.evaluate(plan.prepared.cut)
    for result in operation.kinds:
        np.testing.assert_allclose(getattr(again, result), getattr(plan.outcome, result), **DIGITS, err_msg=result)
    found = {rule.name: rule for rule in operation.rules(plan.prepared)}
    assert set(found) == {limit.name for limit in plan.limits}
    for limit in plan.limits:
        used = found[limit.name].utilisation(plan.prepared.cut, again)
        np.testing.assert_allclose(used, limit.utilisation, **DIGITS, err_msg=limit.name)


@pytest.mark.parametrize("name", OPERATIONS)
@A_JOB
@given(data=st.data())
def test_a_sample_is_the_evaluation_of_its_inputs(name: str, data: st.DataObject) -> None:
    plan = cl.plan(data.draw(STRATEGIES[name]))
    operation, place = operation_of(name), data.draw(st.integers(0, 511))
    many = sample(plan.prepared)
    sampled = operation.evaluate(many)
    inputs = {spread.field: getattr(many, spread.field)[place] for spread in plan.prepared.spreads}
    cut = plan.prepared.cut.having(**inputs)
    one = operation.evaluate(cut)
    for result in operation.kinds:
        _same(getattr(sampled, result), getattr(one, result), place, result)
    for rule in operation.rules(plan.prepared):
        _same(rule.utilisation(many, sampled), rule.utilisation(cut, one), place, rule.name)


def _same(many: Any, one: Any, place: int, name: str) -> None:
    value = np.asarray(many)
    np.testing.assert_allclose(value[place] if value.ndim else value, one, **DIGITS, err_msg=name)


@pytest.mark.parametrize("name", OPERATIONS)
@A_JOB
@given(data=st.data())
def test_a_point_of_a_sweep_is_the_plan(name: str, data: st.DataObject) -> None:
    pytest.importorskip("xarray", reason="labelled results need xarray, which is not installed")
    job = data.draw(STRATEGIES[name])
    operation = operation_of(name)
    given_fields = [
        field
        for field in operation.swept
        if getattr(job if field in type(job).model_fields else job.tool, field) is not None
    ]
    chosen = data.draw(st.lists(st.sampled_from(given_fields), min_size=2, max_size=2, unique=True))
    axes, at = {}, {}
    for field in chosen:
        home: Any = job if field in type(job).model_fields else job.tool
        value = home.si(field)
        kind = home.kind_of(field)
        pair = np.array([value, _neighbour(job, field, kind, value)])
        axes[field] = from_kernel(kind, pair) if kind.unit else pair
        at[field] = 0
    plan = cl.plan(job)
    found = cl.sweep(job, axes)
    for result, kind in operation.kinds.items():
        if result not in chosen:
            shown = from_kernel(kind, getattr(plan.outcome, result))
            _at(found, result, getattr(shown, "m", shown), at)
    for limit in plan.limits:
        _at(found, f"utilisation_{limit.name}", limit.utilisation, at)
    assert bool(found.feasible.isel(dict.fromkeys(found.feasible.dims, 0)).item()) is plan.feasible


def _neighbour(job: Any, field: str, kind: Kind, value: float) -> float:
    """A value of a field so near that the job stays one that can be made; a count has whole ones only."""
    for other in (value * (1 - 1e-10), value * (1 + 1e-10), value + 1e-10, value + 1):
        try:
            if other != value:
                with_values(job, {field: from_kernel(kind, other)})
                return other
        except InputError:
            continue
    raise AssertionError(f"{field}: no neighbour of {value} makes a job")


def _at(found: Any, name: str, expected: float, at: dict[str, int]) -> None:
    here = found[name].isel({dim: place for dim, place in at.items() if dim in found[name].dims})
    np.testing.assert_allclose(here.item(), expected, **DIGITS, err_msg=name)

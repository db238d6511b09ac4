"""Random jobs of every operation: plan, sweep, sample and the bare evaluation give the same digits.

They are held to 1e-12 and not to the bit: numpy evaluates arrays with vector instructions whose powers and sines
differ from those of scalars in the last bit.
"""

from __future__ import annotations

from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jobs_of_operations import JOBS

import chipload as cl
from chipload.errors import InputError
from chipload.planning.axes import with_values
from chipload.planning.operations import OPERATIONS, operation_of
from chipload.planning.optimising import _space
from chipload.planning.optimum import Pick
from chipload.planning.uncertainty import sample
from chipload.units import from_kernel, to_kernel
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
    if plan.limits:
        assert bool(found.feasible.isel(dict.fromkeys(found.feasible.dims, 0)).item()) is plan.feasible


@pytest.mark.parametrize("name", OPERATIONS)
@A_JOB
@given(data=st.data())
def test_a_point_of_the_optimiser_is_the_plan(name: str, data: st.DataObject) -> None:
    job = data.draw(STRATEGIES[name])
    over = _ranges(job, data.draw(st.permutations(operation_of(name).swept)))
    space = _space(job, over, None, cl.catalog.default())
    places = [data.draw(st.floats(0, 1)) for _ in space.ranges]
    values = {one.name: one.quantity(float(one.at(place))) for one, place in zip(space.ranges, places, strict=True)}
    plan = cl.plan(with_values(job, values))
    seen = space.see([np.array([place]) for place in places])
    # the quantity may differ from the place by a rounding of the change of units
    for result in space.operation.kinds:
        value = np.ravel(getattr(seen.outcome, result))[0]
        np.testing.assert_allclose(value, getattr(plan.outcome, result), rtol=1e-11, err_msg=result)
    used = {rule.name: np.ravel(one)[0] for rule, one in zip(space.rules, seen.used, strict=True)}
    assert set(used) == {limit.name for limit in plan.limits}
    for limit in plan.limits:
        np.testing.assert_allclose(used[limit.name], limit.utilisation, rtol=1e-11, err_msg=limit.name)


def _ranges(job: Any, fields: list[str]) -> dict[str, tuple[Any, Any]]:
    """Narrow ranges of two fields of a job that has them, within which it can be made."""
    found: dict[str, tuple[Any, Any]] = {}
    for field in fields:
        home: Any = job if field in type(job).model_fields else job.tool
        if len(found) == 2 or getattr(home, field) is None or job.EITHER.get(field) in found:
            continue
        kind, value = home.kind_of(field), home.si(field)
        for low, high in ((value * 0.98, value), (value, value * 1.02)):
            ends = (from_kernel(kind, low), from_kernel(kind, high))
            try:
                for corner in product(*found.values(), ends):
                    made = with_values(job, dict(zip((*found, field), corner, strict=True)))
                    operation_of(made).prepare(made, cl.catalog.default())
            except InputError:
                continue
            if low < high:
                found[field] = ends
                break
    return found


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_plan_of_a_pick_is_the_evaluation_of_the_optimiser(name: str) -> None:
    job = JOBS[name]
    feed = next((one.name for one in operation_of(name).levers if "feed" in one.name and _has(job, one.name)), None)
    over = {field: _around(job, field) for field in ("cutting_speed", feed) if field is not None}
    goal = "cost" if getattr(job, "cut_length", None) is None else "removal_rate"
    roomy = job.model_copy(update={"machine": None, "limits": cl.planning.Limits(deflection="1 mm")})
    found = cl.optimise(roomy, over, goal=goal)
    for pick in (*found.picks.values(), Pick("the best", found.values, found.best)):
        space = found._chosen.space
        changed = {one.name: np.array([to_kernel(one.kind, pick.values[one.name], one.name)]) for one in space.ranges}
        cut: Any = space.prepared.cut.having(**changed)
        outcome = space.operation.evaluate(cut)
        for result in space.operation.kinds:
            value = np.ravel(getattr(outcome, result))[0]
            np.testing.assert_allclose(value, getattr(pick.plan.outcome, result), **DIGITS, err_msg=result)
        used = {rule.name: np.ravel(rule.utilisation(cut, outcome))[0] for rule in space.rules}
        for limit in pick.plan.limits:
            np.testing.assert_allclose(used[limit.name], limit.utilisation, **DIGITS, err_msg=limit.name)


def _has(job: Any, field: str) -> bool:
    return getattr(job, field, None) is not None


def _around(job: Any, field: str) -> tuple[Any, Any]:
    """Half to one and a half of a value that the job gives, or that its plan recommends."""
    value = getattr(job, field) if _has(job, field) else getattr(cl.plan(job), field)
    quantity = cl.Quantity(value) if isinstance(value, str) else value
    return quantity * 0.5, quantity * 1.5


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

"""Principal values of symmetric tensors: exact constructions, LAPACK, and what rotation may not change."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.mechanics.states import tensors

EPS = np.finfo(float).eps
ENTRY = st.floats(-1e9, 1e9, allow_subnormal=False)
SIX = st.tuples(*[ENTRY] * 6)


def rotations(count: int, seed: int = 3) -> Any:
    q = np.linalg.qr(np.random.default_rng(seed).normal(size=(count, 3, 3)))[0]
    return q * np.sign(np.linalg.det(q))[:, None, None]


def turned(values: Any, count: int = 4000) -> Any:
    """Tensors with these principal values: Q diag Q^T, made symmetric to the last bit."""
    q = rotations(count)
    made = q @ (np.asarray(values, dtype=float)[:, None] * q.swapaxes(-1, -2))
    return (made + made.swapaxes(-1, -2)) / 2


REPEATED = [
    (2.0, 2.0, 1.0),
    (2.0, 1.0, 1.0),
    (1.0, 1.0, 1.0),
    (1.0 + 1e-8, 1.0, 0.0),
    (1.0, 1e-8, 0.0),
    (1.0 + 2e-8, 1.0 + 1e-8, 1.0),
    (3.0, 3.0 - 1e-12, -1.0),
    (1.0, 0.0, -1.0),
    (1.0, 0.0, 0.0),
    (0.0, 0.0, -1.0),
    (1e9 + 1.0, 1e9, 1e9 - 1.0),
    (-1e9, -1e9 - 1e-3, -1e9 - 1.0),
    (1e150, 1e150, 1.0),
    (2e-150, 1e-150, 0.0),
]


@pytest.mark.parametrize("values", REPEATED)
def test_accurate_near_repeated_roots(values: tuple[float, float, float]) -> None:
    """As near to the exact values as LAPACK, a few units in the last place of the largest."""
    stack = turned(values)
    size = max(abs(value) for value in values)
    ours = np.abs(tensors.principal_values(stack) - values).max() / size
    lapack = np.abs(np.linalg.eigvalsh(stack)[:, ::-1] - values).max() / size
    assert ours < 12 * EPS
    assert ours < 1.5 * lapack + 2 * EPS


def test_against_lapack() -> None:
    entries = np.random.default_rng(0).normal(size=(30_000, 3, 3)) * 1e8
    stack = entries + entries.swapaxes(-1, -2)
    expected = np.linalg.eigvalsh(stack)[:, ::-1]
    found = tensors.principal_values(stack)
    assert (np.abs(found - expected).max(axis=-1) / np.abs(expected).max(axis=-1)).max() < 12 * EPS


def test_a_small_deviator_under_a_huge_mean_keeps_its_digits() -> None:
    """The entries are exact here: 2**50 of pressure, and 1, 2 and 3 of shear and difference."""
    pressure = 2.0**50
    tensor = tensors.tensor_of(pressure + 3, pressure - 1, pressure, 2.0, 0.0, 0.0)
    found = tensors.deviator_principal_values(tensor)
    root = np.sqrt(8.0)
    expected = np.array([1 + root, 0.0, 1 - root]) - 2 / 3
    np.testing.assert_allclose(found, expected, rtol=4 * EPS)
    assert tensors.von_mises(*tensors.components(tensor)) == pytest.approx(np.sqrt(25.0), rel=1e-15)


def test_nothing_and_equal_all_round() -> None:
    for tensor in (np.zeros((3, 3)), 7.0 * np.eye(3)):
        np.testing.assert_array_equal(tensors.principal_values(tensor), np.diag(tensor))
        np.testing.assert_allclose(
            tensors.principal_directions(tensor) @ tensors.principal_directions(tensor).T, np.eye(3)
        )


def test_long_stacks_and_shapes() -> None:
    entries = np.random.default_rng(5).normal(size=(3, 6000, 3, 3))
    stack = entries + entries.swapaxes(-1, -2)
    found = tensors.principal_values(stack)
    assert found.shape == (3, 6000, 3)
    np.testing.assert_array_equal(found[2, 5999], tensors.principal_values(stack[2, 5999]))
    assert tensors.principal_values(np.empty((0, 3, 3))).shape == (0, 3)


@given(SIX)
def test_order_trace_and_determinant(six: tuple[float, ...]) -> None:
    tensor = tensors.tensor_of(*six)
    roots = tensors.principal_values(tensor)
    size = np.abs(tensor).max()
    assert roots[0] >= roots[1] >= roots[2]
    first, second, third = tensors.invariants(tensor)
    one, two, three = roots
    assert one + two + three == pytest.approx(first, rel=0, abs=1e-14 * size)
    assert one * two + two * three + three * one == pytest.approx(second, rel=0, abs=1e-13 * size**2)
    assert one * two * three == pytest.approx(third, rel=0, abs=1e-13 * size**3)


@given(SIX)
def test_principal_directions_reproduce_the_tensor(six: tuple[float, ...]) -> None:
    tensor = tensors.tensor_of(*six)
    rows = tensors.principal_directions(tensor)
    roots = tensors.principal_values(tensor)
    size = np.abs(tensor).max()
    np.testing.assert_allclose(rows @ rows.T, np.eye(3), rtol=0, atol=1e-13)
    assert np.linalg.det(rows) == pytest.approx(1.0, rel=1e-12)
    np.testing.assert_allclose(rows.T @ np.diag(roots) @ rows, tensor, rtol=0, atol=1e-13 * size)


@given(SIX, st.floats(-np.pi, np.pi), st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda v: np.linalg.norm(v) > 0.1))
def test_invariants_are_unchanged_by_rotation(six: tuple[float, ...], angle: float, axis: tuple[float, ...]) -> None:
    tensor = tensors.tensor_of(*six)
    axes = tensors.axes_turned(angle, np.array(axis) / np.linalg.norm(axis))
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), rtol=0, atol=1e-14)
    other = tensors.rotated(tensor, axes)
    size = np.abs(tensor).max()
    for power, before, after in zip((1, 2, 3), tensors.invariants(tensor), tensors.invariants(other), strict=True):
        assert after == pytest.approx(before, rel=0, abs=5e-14 * size**power)
    assert tensors.von_mises(*tensors.components(other)) == pytest.approx(
        tensors.von_mises(*tensors.components(tensor)), rel=0, abs=1e-13 * size
    )


def test_the_deviator_invariants_are_those_of_the_deviator() -> None:
    tensor = tensors.tensor_of(90.0, -40.0, 30.0, 25.0, 12.0, -18.0)
    second, third = tensors.deviator_invariants(tensor)
    trace, minors, determinant = tensors.invariants(tensors.deviator(tensor))
    assert trace == pytest.approx(0.0, abs=1e-13)
    assert second == pytest.approx(-minors, rel=1e-13)
    assert third == pytest.approx(determinant, rel=1e-13)
    assert np.sqrt(3 * second) == pytest.approx(tensors.von_mises(*tensors.components(tensor)), rel=1e-14)

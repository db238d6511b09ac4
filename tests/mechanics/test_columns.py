"""Columns against the eigenvalues of a finite-difference beam, and what binds the formulas together."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_bvp
from scipy.linalg import eigh

from chipload import mechanics as m
from chipload.errors import InputError


def buckling_factor(ends: str, elements: int = 40) -> float:
    """Lowest P L^2 / E I of a column by cubic beam elements; `ends` names the lower and the upper end."""
    h = 1 / elements
    bend = np.array([[12, 6 * h, -12, 6 * h], [6 * h, 4 * h**2, -6 * h, 2 * h**2],
                     [-12, -6 * h, 12, -6 * h], [6 * h, 2 * h**2, -6 * h, 4 * h**2]]) / h**3  # fmt: skip
    push = np.array([[36, 3 * h, -36, 3 * h], [3 * h, 4 * h**2, -3 * h, -(h**2)],
                     [-36, -3 * h, 36, -3 * h], [3 * h, -(h**2), -3 * h, 4 * h**2]]) / (30 * h)  # fmt: skip
    size = 2 * (elements + 1)
    stiffness, geometry = np.zeros((size, size)), np.zeros((size, size))
    for index in range(elements):
        at = slice(2 * index, 2 * index + 4)
        stiffness[at, at] += bend
        geometry[at, at] += push
    held = {"pinned": [0], "clamped": [0, 1], "free": []}
    lower, upper = ends.split()
    gone = [*held[lower], *[size - 2 + place for place in held[upper]]]
    kept = [place for place in range(size) if place not in gone]
    # the largest 1 / P, as the geometry matrix need not be definite
    found = eigh(geometry[np.ix_(kept, kept)], stiffness[np.ix_(kept, kept)], eigvals_only=True)
    return 1 / found[-1]


@pytest.mark.parametrize(
    ("ends", "factor"),
    [("pinned pinned", 1.0), ("clamped free", 2.0), ("clamped clamped", 0.5), ("clamped pinned", 0.69916)],
)
def test_euler_by_an_eigenvalue(ends: str, factor: float) -> None:
    assert m.euler_load.si(1.0, 1.0, 1.0, factor) == pytest.approx(buckling_factor(ends), rel=2e-5)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
def test_the_secant_formula_by_the_differential_equation(share: float) -> None:
    """E I w'' = -P (w + e) with w = 0 at both ends, solved without the closed form."""
    span, area, gyration, modulus, eccentricity, fibre = 1.2, 1e-3, 0.012, 2e11, 0.004, 0.018
    load = share * m.euler_load.si(modulus, area * gyration**2, span)
    flexibility = load / (modulus * area * gyration**2)
    x = np.linspace(0, span, 201)
    solved = solve_bvp(
        lambda _x, w: np.vstack([w[1], -flexibility * (w[0] + eccentricity)]),
        lambda low, high: np.array([low[0], high[0]]),
        x,
        np.zeros((2, x.size)),
        tol=1e-9,
    )
    middle = solved.sol(span / 2)[0]
    found = m.eccentric_column_deflection.si(load, area, eccentricity, gyration, span, modulus)
    assert found == pytest.approx(middle, rel=1e-6)
    stress = load / area + load * (middle + eccentricity) * fibre / (area * gyration**2)
    assert m.secant_stress.si(load, area, eccentricity, fibre, gyration, span, modulus) == pytest.approx(
        stress, rel=1e-6
    )


@given(
    st.floats(1e7, 1e9), st.floats(1e-6, 0.05), st.floats(2e-3, 0.1), st.floats(2e-3, 0.1), st.floats(0.05, 10),
    st.floats(0.5, 2),
)  # fmt: skip
def test_the_secant_load_brings_the_yield_strength(
    strength: float, eccentricity: float, fibre: float, gyration: float, span: float, factor: float
) -> None:
    area, modulus = 2e-3, 2e11
    load = m.secant_load.si(strength, area, eccentricity, fibre, gyration, span, modulus, factor)
    euler = m.euler_load.si(modulus, area * gyration**2, span, factor)
    assert 0 < load <= min(strength * area, euler) * (1 + 1e-12)
    if load < 0.999 * euler:
        stress = m.secant_stress.si(load, area, eccentricity, fibre, gyration, span, modulus, factor)
        assert stress == pytest.approx(strength, rel=1e-9)


def test_the_secant_load_without_eccentricity_is_eulers_or_yield() -> None:
    spans = np.array([0.05, 10.0])
    found = m.secant_load.si(250e6, 1e-3, 0.0, 0.02, 0.012, spans, 2e11)
    assert found == pytest.approx([250e3, m.euler_load.si(2e11, 1e-3 * 0.012**2, 10.0)], rel=1e-9)


@given(st.floats(1e9, 7e11), st.floats(1e7, 2e9))
def test_johnson_touches_euler_at_half_the_strength(modulus: float, strength: float) -> None:
    edge = m.transition_slenderness.si(modulus, strength)
    at_edge = m.column_critical_stress.si(edge, modulus, strength)
    assert at_edge == pytest.approx(strength / 2, rel=1e-9)
    step = 1e-4 * edge
    below = (m.column_critical_stress.si(edge - step, modulus, strength) - at_edge) / -step
    above = (m.column_critical_stress.si(edge + step, modulus, strength) - at_edge) / step
    assert below == pytest.approx(above, rel=1e-3)
    assert m.column_critical_stress.si(1e-6, modulus, strength) == pytest.approx(strength, rel=1e-9)


@given(st.floats(5, 400))
def test_the_regime_agrees_with_the_formula(slenderness: float) -> None:
    euler = pi**2 * 2e11 / slenderness**2
    found = m.column_critical_stress.si(slenderness, 2e11, 250e6)
    if m.column_regime(slenderness, "200 GPa", "250 MPa") == "Euler":
        assert found == pytest.approx(euler, rel=1e-12)
    else:
        assert found <= euler * (1 + 1e-12)
        assert found >= 125e6 * (1 - 1e-12)


def test_the_regimes_of_an_array() -> None:
    words = m.column_regime(np.array([40.0, 150.0]), "200 GPa", "250 MPa")
    assert list(words) == ["Johnson", "Euler"]


def test_a_column_of_a_section() -> None:
    bar = m.round_section("25 mm")
    found = m.column_strength("500 mm", bar.area, bar.minor_second_moment, "210 GPa", "350 MPa")
    assert found.slenderness_ratio.m == pytest.approx(500 / 6.25, rel=1e-12)
    assert found.critical_load.m_as("N") == pytest.approx(found.critical_stress.m_as("Pa") * bar.area.m_as("m**2"))


@given(st.floats(1.0, 1e6), st.floats(0.1, 10), st.floats(1.0, 10), st.floats(0.5, 2))
def test_sizes_against_buckling_carry_the_load(load: float, span: float, safety: float, factor: float) -> None:
    diameter = m.round_column_diameter.si(load, span, 2e11, safety, factor)
    side = m.square_column_side.si(load, span, 2e11, safety, factor)
    for inertia in (m.round_second_moment.si(diameter), m.rectangle_second_moment.si(side, side)):
        assert m.euler_load.si(2e11, inertia, span, factor) == pytest.approx(safety * load, rel=1e-9)


@given(st.floats(1.0, 1e6), st.floats(1e-3, 0.1), st.floats(1e-3, 0.1))
def test_the_kern_leaves_the_far_side_without_stress(load: float, width: float, height: float) -> None:
    area, inertia = width * height, width * height**3 / 12
    kern = m.kern_distance.si(inertia, area, height / 2)
    assert kern == pytest.approx(height / 6, rel=1e-12)
    found = m.eccentric_compression_stress.si(load, area, kern, inertia, height / 2)
    assert found.far_stress == pytest.approx(0, abs=1e-9 * load / area)
    assert found.near_stress == pytest.approx(-2 * load / area, rel=1e-12)


def test_a_buckled_column_has_no_secant_stress() -> None:
    with pytest.raises(InputError, match="Euler's load"):
        m.secant_stress("100 kN", "1 cm**2", "1 mm", "5 mm", "3 mm", "1 m", "200 GPa")

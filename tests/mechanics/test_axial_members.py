"""Bars: integrals over their length, equal stretch of bars that share a load, sums over steps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload import mechanics as m
from chipload.errors import InputError

SIZE = st.floats(1e-3, 0.2)
LOAD = st.floats(-1e6, 1e6)
MODULUS = st.floats(1e9, 7e11)


@given(LOAD, st.floats(0.1, 5), SIZE, SIZE, MODULUS)
def test_a_taper_by_its_thin_slices(force: float, span: float, large: float, small: float, modulus: float) -> None:
    def slice_at(x: float) -> float:
        return 4 / (np.pi * (large + (small - large) * x) ** 2)

    edges = np.linspace(0, 1, 9)
    total = sum(quad(slice_at, edges[i], edges[i + 1], epsrel=1e-10)[0] for i in range(8))
    found = m.taper_bar_elongation.si(force, span, large, small, modulus)
    assert found == pytest.approx(force * span / modulus * total, rel=1e-6)


@given(st.floats(1e3, 2e4), st.floats(0.1, 500), MODULUS, st.floats(1e-6, 1e-2))
def test_a_hanging_bar_by_its_thin_slices(density: float, span: float, modulus: float, area: float) -> None:
    def strain(x: float) -> float:
        return m.hanging_bar_stress.si(density, x, 0.0, area) / modulus

    found = m.hanging_bar_elongation.si(density, span, modulus)
    assert found == pytest.approx(quad(strain, 0, span)[0], rel=1e-9)


@given(LOAD, st.floats(0.1, 5), SIZE, MODULUS, SIZE, MODULUS)
def test_bars_side_by_side_stretch_alike(
    force: float, span: float, first: float, first_modulus: float, second: float, second_modulus: float
) -> None:
    found = m.shared_axial_load.si(force, span, first, first_modulus, second, second_modulus)
    assert found.first_force + found.second_force == pytest.approx(force, rel=1e-12)
    for load, area, modulus, stress in (
        (found.first_force, first, first_modulus, found.first_bar_stress),
        (found.second_force, second, second_modulus, found.second_bar_stress),
    ):
        assert m.axial_elongation.si(load, span, area, modulus) == pytest.approx(found.elongation, rel=1e-12)
        assert m.axial_stress.si(load, area) == pytest.approx(stress, rel=1e-12)


@given(LOAD, SIZE, SIZE, SIZE, SIZE, MODULUS)
def test_a_held_bar_keeps_its_length(
    force: float, first_length: float, first: float, second_length: float, second: float, modulus: float
) -> None:
    found = m.held_bar.si(force, first_length, first, second_length, second, modulus)
    assert found.first_force - found.second_force == pytest.approx(force, rel=1e-12)
    one = m.axial_elongation.si(found.first_force, first_length, first, modulus)
    other = m.axial_elongation.si(found.second_force, second_length, second, modulus)
    assert one == pytest.approx(found.elongation, rel=1e-12)
    assert one + other == pytest.approx(0, abs=1e-12 * abs(one))


def test_steps_add_and_springs_in_a_row_do_too() -> None:
    bar = m.stepped_bar("12 kN", ["200 mm", "300 mm"], ["100 mm**2", "60 mm**2"], ["200 GPa", "70 GPa"])
    stiff = [
        m.axial_stiffness(area, modulus, span).m_as("N/m")
        for area, modulus, span in (("100 mm**2", "200 GPa", "200 mm"), ("60 mm**2", "70 GPa", "300 mm"))
    ]
    assert bar.elongation.m_as("m") == pytest.approx(12e3 * (1 / stiff[0] + 1 / stiff[1]), rel=1e-12)
    assert bar.stresses.m_as("MPa") == pytest.approx([120, 200], rel=1e-12)


def test_lists_of_unequal_length_are_refused() -> None:
    with pytest.raises(InputError, match="stepped_bar, lengths: 2 values for 3 steps"):
        m.stepped_bar("1 kN", ["1 m", "2 m"], ["1 cm**2"] * 3, "200 GPa")

"""True stress, flow laws, necking, notches and Johnson-Cook, against quadrature, searches and bracketed roots."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError
from chipload.mechanics.plastic.power_sums import solve_power_sum

EXPONENTS = st.floats(0.03, 0.6)
STRAINS = st.floats(1e-6, 2.0)


@given(STRAINS, st.floats(1.0, 2000.0))
def test_engineering_and_true_undo_each_other(strain: float, stress: float) -> None:
    true_strain, true_stress = m.true_strain.si(strain), m.true_stress.si(stress, strain)
    assert m.engineering_strain.si(true_strain) == pytest.approx(strain, rel=1e-12, abs=0)
    assert m.engineering_stress.si(true_stress, true_strain) == pytest.approx(stress, rel=1e-12, abs=0)


@given(st.floats(0.0, 0.99))
def test_length_and_section_tell_the_same_strain(reduction: float) -> None:
    """The volume stays, so the bar is 1 / (1 - Z) times as long."""
    longer = 1 / (1 - reduction) - 1
    assert m.true_strain_from_reduction.si(reduction) == pytest.approx(m.true_strain.si(longer), rel=1e-12, abs=1e-15)


@given(st.floats(100.0, 2000.0), EXPONENTS)
def test_necking_is_where_the_engineering_stress_is_highest(coefficient: float, exponent: float) -> None:
    found = m.necking_point.si(coefficient, exponent)
    best = minimize_scalar(
        lambda strain: -coefficient * strain**exponent * np.exp(-strain), bounds=(1e-6, 3.0), method="bounded",
        options={"xatol": 1e-10},
    )  # fmt: skip
    assert found.necking_strain == pytest.approx(best.x, rel=1e-4, abs=0)
    assert found.tensile_strength == pytest.approx(-best.fun, rel=1e-9, abs=0)
    assert m.engineering_stress.si(found.necking_stress, found.necking_strain) == pytest.approx(
        found.tensile_strength, rel=1e-12, abs=0
    )
    assert found.uniform_elongation == pytest.approx(m.engineering_strain.si(found.necking_strain), rel=1e-12, abs=0)


@given(st.floats(0.01, 2.0), st.floats(100.0, 900.0), EXPONENTS, st.floats(0.0, 500.0))
def test_work_is_the_area_under_the_curve(strain: float, coefficient: float, exponent: float, start: float) -> None:
    area = quad(lambda at: m.ludwik_stress.si(at, start, coefficient, exponent), 0, strain)[0]
    assert m.plastic_work.si(strain, coefficient, exponent, start) == pytest.approx(area, rel=1e-6, abs=0)
    mean = m.mean_flow_stress.si(strain, coefficient, exponent)
    assert mean * strain == pytest.approx(m.plastic_work.si(strain, coefficient, exponent), rel=1e-12, abs=0)


def test_voce_begins_at_yield_and_settles() -> None:
    assert m.voce_stress(0.0, "150 MPa", "320 MPa", 0.08).m == pytest.approx(150, rel=1e-12)
    assert m.voce_stress(5.0, "150 MPa", "320 MPa", 0.08).m == pytest.approx(320, rel=1e-12)


@given(
    st.floats(1e-6, 1e6), st.floats(1e-3, 1e3), st.floats(0.05, 5.0), st.floats(1e-3, 1e3), st.floats(0.05, 20.0),
    st.booleans(),
)  # fmt: skip
def test_power_sums_against_a_bracketed_root(
    total: float, a: float, p: float, b: float, q: float, falling: bool
) -> None:
    sign = -1.0 if falling else 1.0

    def miss(logarithm: float) -> float:
        return np.logaddexp(np.log(a) + sign * p * logarithm, np.log(b) + sign * q * logarithm) - np.log(total)

    expected = brentq(miss, -1000, 1000, xtol=1e-13, rtol=1e-14)
    found = np.log(solve_power_sum(total, a, sign * p, b, sign * q))
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_power_sums_at_their_ends_and_over_arrays() -> None:
    assert solve_power_sum(0.0, 1.0, 1.0, 1.0, 2.0) == 0.0
    assert solve_power_sum(0.0, 1.0, -1.0, 1.0, -2.0) == np.inf
    assert solve_power_sum(6.0, 2.0, 1.0, 0.0, 2.0) == pytest.approx(3.0, rel=1e-14)
    grid = solve_power_sum(np.array([2.0, 20.0])[:, None], 1.0, 1.0, np.array([1.0, 0.0]), 2.0)
    np.testing.assert_allclose(grid, [[1.0, 2.0], [4.0, 20.0]], rtol=1e-14)


@given(st.floats(-0.2, 0.2), st.floats(0.03, 0.5))
def test_ramberg_osgood_there_and_back(strain: float, exponent: float) -> None:
    stress = m.ramberg_osgood_stress.si(strain, 206e9, 1184e6, exponent)
    parts = m.ramberg_osgood_strain.si(stress, 206e9, 1184e6, exponent)
    assert parts.normal_strain == pytest.approx(strain, rel=1e-10, abs=1e-300)
    assert parts.elastic_strain + parts.plastic_strain == pytest.approx(parts.normal_strain, rel=1e-12, abs=0)


@given(st.floats(10e6, 3000e6), st.floats(0.05, 0.4), st.floats(1.0, 10.0))
def test_neuber_keeps_the_product_of_stress_and_strain(elastic: float, exponent: float, factor: float) -> None:
    modulus, coefficient = 206e9, 1184e6
    first = m.neuber_notch.si(elastic, modulus, coefficient, exponent)
    assert first.normal_stress * first.normal_strain == pytest.approx(elastic**2 / modulus, rel=1e-10, abs=0)
    limited = m.neuber_notch.si(elastic, modulus, coefficient, exponent, factor)
    nominal = m.ramberg_osgood_strain.si(elastic / factor, modulus, coefficient, exponent).normal_strain
    product = limited.normal_stress * limited.normal_strain
    assert product == pytest.approx(elastic * factor * nominal, rel=1e-9, abs=0)
    assert limited.normal_strain >= first.normal_strain * (1 - 1e-12)
    strain = m.ramberg_osgood_strain.si(limited.normal_stress, modulus, coefficient, exponent).normal_strain
    assert limited.normal_strain == pytest.approx(strain, rel=1e-10, abs=0)
    mirrored = m.neuber_notch.si(-elastic, modulus, coefficient, exponent, factor)
    assert mirrored.normal_stress == -limited.normal_stress


@pytest.mark.parametrize("exponent", [0.05, 0.03, 0.025, 0.02, 0.005])
def test_a_metal_that_hardens_little_still_yields(exponent: float) -> None:
    """The coefficient in Pa to the power of -1 / n is no float any more below an exponent of some 0.028."""
    modulus, coefficient = 200e9, 1000e6

    def strain_at(stress: float) -> float:
        return stress / modulus + (stress / coefficient) ** (1 / exponent)

    expected = brentq(lambda stress: strain_at(stress) - 0.02, 1e6, 1e9, xtol=1e-3, rtol=1e-12)
    assert m.ramberg_osgood_stress.si(0.02, modulus, coefficient, exponent) == pytest.approx(expected, rel=1e-9)
    product = (2e9) ** 2 / modulus
    expected = brentq(lambda stress: stress * strain_at(stress) - product, 1e6, 2e9, xtol=1e-3, rtol=1e-12)
    notch = m.neuber_notch.si(2e9, modulus, coefficient, exponent)
    assert notch.normal_stress == pytest.approx(expected, rel=1e-9)
    assert notch.normal_strain == pytest.approx(product / expected, rel=1e-9)
    assert m.neuber_range.si(4e9, modulus, coefficient, exponent).stress_range == pytest.approx(2 * expected, rel=1e-9)


def test_the_parts_of_a_strain_are_as_many_as_the_strain() -> None:
    parts = m.ramberg_osgood_strain("400 MPa", "206 GPa", cl.Quantity([1184.0, 1000.0], "MPa"), 0.187)
    assert parts.normal_strain.m.shape == parts.elastic_strain.m.shape == parts.plastic_strain.m.shape == (2,)


def test_a_small_load_at_a_notch_stays_elastic() -> None:
    found = m.neuber_notch("1 MPa", "206 GPa", "1184 MPa", 0.187)
    assert found.normal_stress.m == pytest.approx(1.0, rel=1e-9)
    assert m.neuber_notch("0 MPa", "206 GPa", "1184 MPa", 0.187).normal_strain.m == 0.0


def test_a_range_is_twice_the_amplitude_on_the_cyclic_curve() -> None:
    loop = m.neuber_range("800 MPa", "206 GPa", "1184 MPa", 0.187)
    amplitude = m.neuber_notch("400 MPa", "206 GPa", "1184 MPa", 0.187)
    assert loop.stress_range.m == pytest.approx(2 * amplitude.normal_stress.m, rel=1e-12)


STEEL = ("792 MPa", "510 MPa", 0.26, 0.014, 1.03, "1 1/s", "25 degC", "1500 degC")


def johnson_cook(strain: float, rate: str, temperature: str) -> float:
    return m.johnson_cook_stress(strain, rate, temperature, *STEEL).magnitude


def test_johnson_cook_at_the_ends_of_its_range() -> None:
    assert johnson_cook(0.0, "1 1/s", "25 degC") == pytest.approx(792, rel=1e-12)
    assert johnson_cook(0.3, "1000 1/s", "1500 degC") == pytest.approx(0.0, abs=1e-9)
    assert johnson_cook(0.1, "1 1/s", "77 degF") == pytest.approx(1072.26584567, rel=1e-8)
    tenfold = johnson_cook(0.1, "10 1/s", "25 degC") / johnson_cook(0.1, "1 1/s", "25 degC")
    assert tenfold == pytest.approx(1 + 0.014 * np.log(10), rel=1e-12)
    assert johnson_cook(0.1, "0.1 1/s", "25 degC") < johnson_cook(0.1, "1 1/s", "25 degC")


@pytest.mark.parametrize(
    ("strain", "rate", "temperature", "words"),
    [
        (0.1, "1 1/s", "20 degC", "nothing below its reference temperature"),
        (0.1, "1 1/s", "1501 degC", "molten"),
        (0.1, "1e-40 1/s", "25 degC", "leaves no stress"),
        (0.1, "0 1/s", "25 degC", "leaves no stress"),
        (-0.1, "1 1/s", "25 degC", "zero or more"),
        (0.1, "1 1/s", "25", "25 degC"),
    ],
)
def test_johnson_cook_cuts_nothing_off(strain: float, rate: str, temperature: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        johnson_cook(strain, rate, temperature)


def test_johnson_cook_over_an_array_of_temperatures() -> None:
    hot = cl.Quantity(np.linspace(25.0, 1500.0, 50), "degC")
    stress = m.johnson_cook_stress(0.1, "1 1/s", hot, *STEEL).magnitude
    assert np.all(np.diff(stress) < 0)
    assert stress[0] == pytest.approx(1072.26584567, rel=1e-8)


def test_heat_of_deformation() -> None:
    """All of 1 J in a gram that takes 1 J/(g K) warms it by a kelvin."""
    assert m.adiabatic_rise("1 MJ/m**3", "1 g/cm**3", "1000 J/(kg*K)", 1.0).m == pytest.approx(1.0, rel=1e-12)


@pytest.mark.parametrize(
    "call",
    [
        lambda: m.true_strain(-1.0),
        lambda: m.reduction_of_area("2 mm**2", "1 mm**2"),
        lambda: m.true_strain_from_reduction(1.0),
        lambda: m.hollomon_stress(-0.1, "1 MPa", 0.2),
        lambda: m.neuber_notch("1 MPa", "1 GPa", "1 MPa", 0.2, 0.5),
        lambda: m.ramberg_osgood_strain("1 MPa", "1 GPa", "0 MPa", 0.2),
    ],
)
def test_what_cannot_be_is_refused(call) -> None:
    with pytest.raises(InputError):
        call()

"""Factors on the endurance limit: the same laws as their source prints them in other units, and its tables."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import mechanics as m
from chipload.errors import InputError, ValidityWarning


@pytest.mark.parametrize(
    ("finish", "factor", "exponent"),
    [("ground", 1.34, -0.085), ("machined", 2.70, -0.265), ("hot rolled", 14.4, -0.718), ("as forged", 39.9, -0.995)],
)
def test_surface_law_in_ksi(finish: str, factor: float, exponent: float) -> None:
    """Shigley's table 6-2 prints a factor for ksi beside the one for MPa."""
    for strength in (70.0, 100.0, 180.0):
        found = m.surface_factor(f"{strength} ksi", finish).m
        assert found == pytest.approx(factor * strength**exponent, rel=5e-3, abs=0)


def test_a_surface_is_no_better_than_polish() -> None:
    assert m.surface_factor("150 MPa", "machined").m == 1.0


@pytest.mark.parametrize(("inches", "factor", "power"), [(0.5, 0.879, -0.107), (1.9, 0.879, -0.107), (4, 0.91, -0.157)])
def test_size_law_in_inches(inches: float, factor: float, power: float) -> None:
    assert m.size_factor(f"{inches} in").m == pytest.approx(factor * inches**power, rel=3e-3, abs=0)


def test_size_outside_its_tests_warns() -> None:
    with pytest.warns(ValidityWarning, match="size factor"):
        m.size_factor("300 mm")


@pytest.mark.parametrize(
    ("reliability", "factor"),
    [(0.5, 1.0), (0.9, 0.897), (0.95, 0.868), (0.99, 0.814), (0.999, 0.753), (0.9999, 0.702), (0.99999, 0.659)],
)
def test_reliability_by_the_table(reliability: float, factor: float) -> None:
    """Shigley's table 6-5."""
    assert m.reliability_factor(reliability).m == pytest.approx(factor, abs=6e-4)


def test_certainty_is_refused() -> None:
    with pytest.raises(InputError, match="certainty"):
        m.reliability_factor(1.0)


def test_temperature_reads_fahrenheit() -> None:
    hot = 600.0
    expected = 0.975 + 0.432e-3 * hot - 0.115e-5 * hot**2 + 0.104e-8 * hot**3 - 0.595e-12 * hot**4
    assert m.temperature_factor("600 degF").m == pytest.approx(expected, rel=1e-12)
    assert m.temperature_factor("315.5555555555556 degC").m == pytest.approx(expected, rel=1e-9)
    with pytest.warns(ValidityWarning, match="temperature"):
        m.temperature_factor("600 degC")


@pytest.mark.parametrize(
    ("loading", "cubic"),
    [("bending", (1.24, -2.25e-3, 1.60e-6, -4.11e-10)), ("torsion", (0.958, -1.83e-3, 1.43e-6, -4.11e-10))],
)
def test_neuber_length_in_millimetres(loading: str, cubic: tuple[float, ...]) -> None:
    """The same fit for MPa and mm, as later editions of the book print it."""
    for strength in (400.0, 700.0, 1000.0, 1350.0):
        root = np.sqrt(m.neuber_notch_constant(f"{strength} MPa", loading).to("mm").m)
        assert root == pytest.approx(np.polyval(cubic[::-1], strength), rel=0.03, abs=5e-3)


def test_the_length_of_neuber_does_not_rise_again_past_its_fit() -> None:
    """The root falls through zero at 234 ksi in torsion and 255 ksi in bending, and its square would rise again."""
    for strength, loading in (("240 ksi", "torsion"), ("260 ksi", "bending")):
        with pytest.warns(ValidityWarning, match="q = 1"):
            assert m.neuber_notch_constant(strength, loading).m == 0.0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        m.neuber_notch_constant("200 ksi", "torsion")
        m.neuber_notch_constant("240 ksi", "bending")


@given(st.floats(1e-5, 0.1), st.floats(1e-6, 1e-3))
def test_sharper_notches_count_less(radius: float, length: float) -> None:
    for law in (m.neuber_notch_sensitivity.si, m.peterson_notch_sensitivity.si):
        assert 0 < law(radius, length) < 1
        assert law(radius * 2, length) > law(radius, length)
    assert m.neuber_notch_sensitivity.si(length, length) == pytest.approx(0.5, rel=1e-12)


def test_a_notch_counts_between_nothing_and_all() -> None:
    assert m.fatigue_notch_factor(2.5, 0.0).m == 1.0
    assert m.fatigue_notch_factor(2.5, 1.0).m == 2.5
    for bad in ((0.9, 0.5), (2.0, 1.1), (2.0, -0.1)):
        with pytest.raises(InputError):
            m.fatigue_notch_factor(*bad)


def test_a_strong_steel_has_no_higher_limit() -> None:
    assert m.specimen_endurance_limit("1400 MPa").m == pytest.approx(700, rel=1e-12)
    assert m.specimen_endurance_limit("2000 MPa").m == pytest.approx(700, rel=1e-12)


def test_equivalent_diameters_hold_as_much_highly_stressed_metal() -> None:
    """Area above 95 % of the largest stress: a ring when turning, two caps or strips when standing."""
    turning = np.pi / 4 * (1 - 0.95**2)
    half = np.arccos(0.95)
    caps = 2 * 0.25 * (half - 0.95 * np.sin(half))
    assert m.equivalent_diameter_standing("1 mm").m == pytest.approx(np.sqrt(caps / turning), rel=5e-3, abs=0)
    strips = 0.05
    assert m.equivalent_diameter_rectangle("1 mm", "1 mm").m == pytest.approx(
        np.sqrt(strips / turning), rel=5e-3, abs=0
    )

"""Stress life and strain life: end points, inverses and bracketed roots."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from chipload import mechanics as m
from chipload.errors import InputError, ValidityWarning

STEEL = (650e6, 325e6, 0.9)
RQC = (938e6, -0.0648, 0.66, -0.69, 200e9)


def test_the_line_runs_between_its_ends() -> None:
    assert m.sn_strength.si(1e3, *STEEL) == pytest.approx(0.9 * 650e6, rel=1e-12)
    assert m.sn_strength.si(1e6, *STEEL) == pytest.approx(325e6, rel=1e-12)
    assert m.sn_strength.si(1e9, *STEEL) == pytest.approx(325e6, rel=1e-12)
    assert m.sn_cycles.si(325e6, *STEEL) == pytest.approx(1e6, rel=1e-12)
    assert m.sn_cycles.si(324.9e6, *STEEL) == np.inf
    middle = m.sn_strength.si(np.sqrt(1e9), *STEEL)
    assert middle == pytest.approx(np.sqrt(0.9 * 650e6 * 325e6), rel=1e-12)


@given(st.floats(1e3, 1e6))
def test_cycles_undo_strength(cycles: float) -> None:
    assert m.sn_cycles.si(m.sn_strength.si(cycles, *STEEL), *STEEL) == pytest.approx(cycles, rel=1e-9)


def test_few_cycles_are_told() -> None:
    with pytest.warns(ValidityWarning, match="strain life"):
        m.sn_strength(100, "650 MPa", "325 MPa")
    with pytest.raises(InputError, match="before 1000 cycles"):
        m.sn_cycles("600 MPa", "650 MPa", "325 MPa")
    with pytest.raises(InputError, match="endurance limit is above zero and below"):
        m.sn_cycles("600 MPa", "650 MPa", "640 MPa")


@given(st.floats(1.0, 1e9), st.floats(-0.2, -0.04))
def test_basquin_there_and_back(cycles: float, exponent: float) -> None:
    stress = m.basquin_strength.si(cycles, 1020e6, exponent)
    assert m.basquin_cycles.si(stress, 1020e6, exponent) == pytest.approx(cycles, rel=1e-8)
    other = m.basquin_strength.si(cycles * 7, 1020e6, exponent)
    found = m.basquin_constants.si(stress, cycles, other, cycles * 7)
    assert found.fatigue_strength_coefficient == pytest.approx(1020e6, rel=1e-7)
    assert found.fatigue_strength_exponent == pytest.approx(exponent, rel=1e-9)


@pytest.mark.parametrize(
    ("reversals", "cycles", "exponent"),
    [(1020, 927, -0.138), (1089, 1006, -0.115), (938, 897, -0.0648), (1937, 1837, -0.0762)],
)
def test_constants_for_cycles_and_for_reversals(reversals: float, cycles: float, exponent: float) -> None:
    """Dowling's table 9.1 prints both."""
    assert m.basquin_strength(1, f"{reversals} MPa", exponent).m == pytest.approx(cycles, rel=1e-3, abs=0)


def test_no_stress_is_borne_without_limit() -> None:
    assert m.basquin_cycles("0 MPa", "1000 MPa", -0.1).m == np.inf
    assert m.strain_life_cycles.si(0.0, *RQC) == np.inf
    assert m.swt_strain_life_cycles.si(0.005, -10e6, *RQC) == np.inf


@given(st.floats(1e-3, 0.1), st.floats(-300e6, 600e6))
def test_strain_life_against_a_bracketed_root(amplitude: float, mean: float) -> None:
    strength, b, ductility, c, modulus = RQC

    def miss(logarithm: float) -> float:
        both = (strength - mean) / modulus * np.exp(b * logarithm) + ductility * np.exp(c * logarithm)
        return np.log(both / amplitude)

    expected = np.exp(brentq(miss, -60, 300, xtol=1e-12)) / 2
    assert m.strain_life_cycles.si(amplitude, *RQC, mean) == pytest.approx(expected, rel=1e-8)


@given(st.floats(1.0, 1e8))
def test_strain_life_undoes_the_amplitude(cycles: float) -> None:
    parts = m.strain_life_amplitude.si(cycles, *RQC)
    assert m.strain_life_cycles.si(parts.strain_amplitude, *RQC) == pytest.approx(cycles, rel=1e-8)
    # The amplitude of stress is the elastic part times the modulus; without a mean it is the largest stress.
    largest = parts.elastic_amplitude * RQC[-1]
    assert m.swt_strain_life_cycles.si(parts.strain_amplitude, largest, *RQC) == pytest.approx(cycles, rel=1e-8)


def test_a_mean_shortens_life() -> None:
    lives = [m.strain_life_cycles.si(0.003, *RQC, mean) for mean in (-100e6, 0.0, 100e6)]
    assert lives[0] > lives[1] > lives[2]


def test_both_parts_are_equal_at_the_transition() -> None:
    parts = m.strain_life_amplitude.si(m.transition_life.si(*RQC), *RQC)
    assert parts.elastic_amplitude == pytest.approx(parts.plastic_amplitude, rel=1e-10)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match="below zero"):
        m.strain_life_cycles(0.01, "938 MPa", 0.06, 0.66, -0.69, "200 GPa")
    with pytest.raises(InputError, match="breaks at once"):
        m.strain_life_cycles(0.01, "938 MPa", -0.06, 0.66, -0.69, "200 GPa", "938 MPa")
    with pytest.raises(InputError, match="falls faster"):
        m.transition_life("938 MPa", -0.7, 0.66, -0.69, "200 GPa")
    with pytest.raises(InputError, match="longer life"):
        m.basquin_constants("400 MPa", 1e6, "300 MPa", 1e4)

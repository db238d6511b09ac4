"""Rules of mean stress: each safety is a scale of the cycle, and each equivalent amplitude lies on its line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError

LIMIT, YIELD, TENSILE, FRACTURE = 276e6, 413e6, 551e6, 900e6
SAFETY = {
    "goodman": lambda a, s: m.goodman_safety.si(a, s, LIMIT, TENSILE),
    "gerber": lambda a, s: m.gerber_safety.si(a, s, LIMIT, TENSILE),
    "soderberg": lambda a, s: m.soderberg_safety.si(a, s, LIMIT, YIELD),
    "elliptic": lambda a, s: m.asme_elliptic_safety.si(a, s, LIMIT, YIELD),
    "morrow": lambda a, s: m.morrow_safety.si(a, s, LIMIT, FRACTURE),
    "swt": lambda a, s: m.swt_safety.si(a, s, LIMIT),
}
REVERSED = {
    "goodman": lambda a, s: m.goodman_reversed.si(a, s, TENSILE),
    "gerber": lambda a, s: m.gerber_reversed.si(a, s, TENSILE),
    "soderberg": lambda a, s: m.soderberg_reversed.si(a, s, YIELD),
    "elliptic": lambda a, s: m.asme_elliptic_reversed.si(a, s, YIELD),
    "morrow": lambda a, s: m.morrow_reversed.si(a, s, FRACTURE),
    "swt": m.swt_reversed.si,
}
AMPLITUDES, MEANS = st.floats(1e6, 400e6), st.floats(0.0, 400e6)
EACH = pytest.mark.parametrize("rule", SAFETY)


@EACH
@given(amplitude=AMPLITUDES, mean=MEANS)
def test_a_cycle_scaled_by_its_safety_is_just_safe(rule: str, amplitude: float, mean: float) -> None:
    safety = SAFETY[rule](amplitude, mean)
    assert SAFETY[rule](safety * amplitude, safety * mean) == pytest.approx(1.0, rel=1e-12, abs=0)
    assert REVERSED[rule](safety * amplitude, safety * mean) == pytest.approx(LIMIT, rel=1e-6, abs=0)


@EACH
@given(amplitude=AMPLITUDES)
def test_without_a_mean_all_rules_agree(rule: str, amplitude: float) -> None:
    assert SAFETY[rule](amplitude, 0.0) == pytest.approx(LIMIT / amplitude, rel=1e-12, abs=0)
    assert REVERSED[rule](amplitude, 0.0) == pytest.approx(amplitude, rel=1e-12, abs=0)


@given(AMPLITUDES, MEANS)
def test_the_rules_stand_in_their_order(amplitude: float, mean: float) -> None:
    soderberg, goodman, gerber = (SAFETY[rule](amplitude, mean) for rule in ("soderberg", "goodman", "gerber"))
    tolerance = 1 + 1e-12
    assert soderberg <= goodman * tolerance
    assert goodman <= gerber * tolerance
    assert soderberg <= SAFETY["elliptic"](amplitude, mean) * tolerance
    assert goodman <= SAFETY["morrow"](amplitude, mean) * tolerance


@given(AMPLITUDES, st.floats(1e6, 300e6))
def test_compression_is_given_no_credit_but_by_two(amplitude: float, push: float) -> None:
    for rule in ("goodman", "gerber", "soderberg", "elliptic", "morrow"):
        assert SAFETY[rule](amplitude, -push) == pytest.approx(LIMIT / amplitude, rel=1e-12, abs=0)
    assert SAFETY["swt"](amplitude, -push) > LIMIT / amplitude
    assert REVERSED["morrow"](amplitude, -push) < amplitude
    assert REVERSED["swt"](amplitude, -push) < amplitude


def test_where_there_is_no_stress_there_is_no_limit() -> None:
    for rule in SAFETY.values():
        assert rule(0.0, 0.0) == np.inf
    assert SAFETY["swt"](100e6, -100e6) == np.inf
    assert m.langer_safety.si(0.0, 0.0, YIELD) == np.inf


@given(AMPLITUDES, st.floats(-400e6, 400e6))
def test_yield_is_reached_by_the_larger_end(amplitude: float, mean: float) -> None:
    ends = max(abs(mean + amplitude), abs(mean - amplitude))
    assert m.langer_safety.si(amplitude, mean, YIELD) == pytest.approx(YIELD / ends, rel=1e-9, abs=0)


@given(AMPLITUDES, MEANS)
def test_walker_holds_smith_watson_and_topper(amplitude: float, mean: float) -> None:
    assert m.walker_reversed.si(amplitude, mean, 0.5) == pytest.approx(REVERSED["swt"](amplitude, mean), rel=1e-12)
    assert m.walker_reversed.si(amplitude, mean, 1.0) == pytest.approx(amplitude, rel=1e-12)


def test_a_mean_at_the_strength_is_refused() -> None:
    with pytest.raises(InputError, match="breaks at once"):
        m.goodman_reversed("10 MPa", "551 MPa", "551 MPa")
    with pytest.raises(InputError, match="above zero"):
        m.goodman_safety("10 MPa", "10 MPa", "0 MPa", "551 MPa")


STRESS = st.floats(-300e6, 300e6)


@given(STRESS, STRESS, STRESS)
def test_plane_cycle_against_the_deviator(x: float, y: float, shear: float) -> None:
    tensor = np.array([[x, shear, 0], [shear, y, 0], [0, 0, 0.0]])
    deviator = tensor - np.trace(tensor) / 3 * np.eye(3)
    expected = np.sqrt(1.5 * np.sum(deviator**2))
    found = m.plane_cycle.si(x, y, shear, y, x, -shear)
    assert found.stress_amplitude == pytest.approx(expected, rel=1e-9, abs=1e-3)
    assert found.mean_stress == pytest.approx(expected, rel=1e-9, abs=1e-3)


def test_amplitude_and_mean_are_as_many_as_either() -> None:
    means = cl.Quantity([10.0, 20.0, 30.0], "MPa")
    for found in (m.plane_cycle("25 MPa", normal_mean_x=means), m.shaft_cycle("25 MPa", torsion_mean=means)):
        np.testing.assert_allclose(found.stress_amplitude.m, [25.0] * 3, rtol=1e-13)
        assert found.mean_stress.m.shape == (3,)
    parts = m.strain_life_amplitude(1e3, "1240 MPa", -0.09, [0.5, 0.6], -0.57, "200 GPa")
    assert parts.elastic_amplitude.m.shape == parts.plastic_amplitude.m.shape == (2,)


def test_a_shaft_with_one_kind_of_stress() -> None:
    bent = m.shaft_cycle("50 MPa", bending_mean="20 MPa", bending_notch_factor=1.5)
    assert (bent.stress_amplitude.m, bent.mean_stress.m) == pytest.approx((75, 30), rel=1e-12)
    pulled = m.shaft_cycle("0 MPa", axial_amplitude="85 MPa", axial_mean="10 MPa")
    assert (pulled.stress_amplitude.m, pulled.mean_stress.m) == pytest.approx((100, 10), rel=1e-12)
    twisted = m.shaft_cycle("0 MPa", torsion_amplitude="10 MPa", torsion_notch_factor=2.0)
    assert twisted.stress_amplitude.m == pytest.approx(20 * np.sqrt(3), rel=1e-12)


def test_a_cycle_from_its_ends() -> None:
    with pytest.raises(InputError, match="not below the smallest"):
        m.stress_cycle("-1 MPa", "1 MPa")

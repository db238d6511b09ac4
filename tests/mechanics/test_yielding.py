"""Yield and fracture: each criterion against its definition on the planes, and its limits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import StressState

MPA = st.floats(-300, 300, allow_subnormal=False)
THREE = st.tuples(MPA, MPA, MPA)
STRENGTHS = {"tensile_strength": "200 MPa", "compressive_strength": "750 MPa"}


def state_of(three: tuple[float, ...]) -> StressState:
    return StressState.from_principal(*(f"{value!r} MPa" for value in three))


def planes() -> np.ndarray:
    """Normals over half a turn in the plane of the largest and smallest principal stress."""
    angle = np.linspace(0, np.pi, 20_001)
    return np.column_stack((np.cos(angle), np.zeros_like(angle), np.sin(angle)))


@pytest.mark.parametrize("three", [(100.0, 20.0, -150.0), (-10.0, -20.0, -300.0), (120.0, 60.0, 30.0)])
def test_mohr_coulomb_is_the_worst_plane(three: tuple[float, ...]) -> None:
    """On the plane that slips first, shear stress is cohesion less friction times the normal stress."""
    cohesion, angle = 60.0, 25.0
    face = state_of(three).traction(planes())
    utilisation = (face.shear_stress.m + np.tan(np.radians(angle)) * face.normal_stress.m) / cohesion
    found = state_of(three).safety_factor(
        "mohr_coulomb", cohesion=f"{cohesion} MPa", internal_friction_angle=f"{angle} deg"
    )
    assert found.m == pytest.approx(1 / utilisation.max(), rel=1e-6)


@pytest.mark.parametrize("three", [(100.0, 20.0, -150.0), (-10.0, -20.0, -300.0), (120.0, 60.0, 30.0)])
def test_tresca_and_rankine_by_the_planes(three: tuple[float, ...]) -> None:
    face = state_of(three).traction(planes())
    tresca = state_of(three).safety_factor("tresca", yield_strength="250 MPa").m
    assert tresca == pytest.approx(125 / face.shear_stress.m.max(), rel=1e-6)
    rankine = state_of(three).safety_factor("rankine", **STRENGTHS).m
    worst = max(face.normal_stress.m.max() / 200, -face.normal_stress.m.min() / 750)
    assert rankine == pytest.approx(1 / worst, rel=1e-12)


@given(THREE)
def test_tresca_is_the_safer_by_fifteen_percent_at_most(three: tuple[float, ...]) -> None:
    assume(max(three) - min(three) > 1e-3)
    state = state_of(three)
    mises = state.safety_factor("von_mises", yield_strength="250 MPa").m
    tresca = state.safety_factor("tresca", yield_strength="250 MPa").m
    assert 1 - 1e-9 <= mises / tresca <= 2 / np.sqrt(3) + 1e-9


@given(THREE, st.floats(0.1, 10))
def test_doubling_the_load_halves_the_factor(three: tuple[float, ...], factor: float) -> None:
    for criterion, strengths in (
        ("von_mises", {"yield_strength": "250 MPa"}),
        ("coulomb_mohr", STRENGTHS),
        ("modified_mohr", STRENGTHS),
        ("drucker_prager", STRENGTHS),
    ):
        one = state_of(three).safety_factor(criterion, **strengths).m
        other = (state_of(three) * factor).safety_factor(criterion, **strengths).m
        if 1e-6 < one < 1e6:
            assert other == pytest.approx(one / factor, rel=1e-6)


@pytest.mark.parametrize("criterion", ["coulomb_mohr", "modified_mohr", "drucker_prager", "rankine"])
def test_both_uniaxial_strengths_are_met(criterion: str) -> None:
    for three, expected in (((100.0, 0.0, 0.0), 2.0), ((0.0, 0.0, -150.0), 5.0)):
        assert state_of(three).safety_factor(criterion, **STRENGTHS).m == pytest.approx(expected, rel=1e-12)


@given(MPA, MPA)
def test_modified_mohr_by_the_cases_of_the_textbook(first: float, second: float) -> None:
    """Equations 5-32 of Shigley, written out."""
    a, b = max(first, second), min(first, second)
    assume(a - b > 1e-3)
    if a >= b >= 0 or (a >= 0 >= b and abs(b) <= a):
        share = a / 200
    elif a >= 0 >= b:
        share = (750 - 200) * a / (750 * 200) - b / 750
    else:
        share = -b / 750
    assert state_of((a, b, 0.0)).safety_factor("modified_mohr", **STRENGTHS).m == pytest.approx(1 / share, rel=1e-9)


@given(THREE)
def test_drucker_prager_by_its_cone(three: tuple[float, ...]) -> None:
    """sqrt(J2) = A + B I1 with A and B from the two strengths."""
    tension, compression = 200.0, 750.0
    slope = (tension - compression) / (tension + compression) / np.sqrt(3)
    reach = 2 / np.sqrt(3) * tension * compression / (tension + compression)
    state = state_of(three)
    arm = np.sqrt(state.deviator_invariants.second.to("MPa**2").m)
    need = arm - slope * sum(three)
    found = state.safety_factor("drucker_prager", **STRENGTHS).m
    if need > 1e-3:
        assert found == pytest.approx(reach / need, rel=1e-6)
    elif need < -1e-3:
        assert found == np.inf


def test_cohesion_and_friction_are_the_two_strengths() -> None:
    strengths = cl.mechanics.coulomb_strengths("12 MPa", "35 deg")
    three = (2.0, -4.0, -30.0)
    by_friction = state_of(three).safety_factor("mohr_coulomb", cohesion="12 MPa", internal_friction_angle="35 deg")
    by_strengths = state_of(three).safety_factor(
        "coulomb_mohr",
        tensile_strength=strengths.tensile_strength,
        compressive_strength=strengths.compressive_strength,
    )
    assert by_friction.m == pytest.approx(by_strengths.m, rel=1e-12)


def test_without_friction_it_is_tresca() -> None:
    three = (80.0, 10.0, -45.0)
    found = state_of(three).safety_factor("mohr_coulomb", cohesion="125 MPa", internal_friction_angle="0 deg")
    assert found.m == pytest.approx(state_of(three).safety_factor("tresca", yield_strength="250 MPa").m, rel=1e-13)
    equal = {"tensile_strength": "250 MPa", "compressive_strength": "250 MPa"}
    mises = state_of(three).safety_factor("von_mises", yield_strength="250 MPa").m
    assert state_of(three).safety_factor("drucker_prager", **equal).m == pytest.approx(mises, rel=1e-13)


def test_equal_tension_all_round_never_yields() -> None:
    """Shigley, example 5-1 (e)."""
    state = StressState.from_principal("30 ksi", "30 ksi", "30 ksi")
    assert state.safety_factor("von_mises", yield_strength="100 ksi").m == np.inf
    assert state.safety_factor("tresca", yield_strength="100 ksi").m == np.inf
    assert state.safety_factor("rankine", **STRENGTHS).m < 1


def test_stacks_and_strengths_broadcast() -> None:
    loads = np.array([1.0, 2.0, 4.0]) * StressState(normal_stress_x="100 MPa")
    strengths = cl.Quantity(np.array([250.0, 500.0, 250.0]), "MPa")
    np.testing.assert_allclose(loads.safety_factor("von_mises", yield_strength=strengths).m, [2.5, 2.5, 0.625])


def test_what_cannot_be_asked_is_refused() -> None:
    state = StressState(normal_stress_x="100 MPa")
    with pytest.raises(InputError, match="'mises' is not one of coulomb_mohr"):
        state.safety_factor("mises", yield_strength="250 MPa")
    with pytest.raises(InputError, match="yield_strength"):
        state.safety_factor("von_mises")
    with pytest.raises(InputError, match="above zero"):
        state.safety_factor("von_mises", yield_strength="0 MPa")
    with pytest.raises(InputError, match="exchange them"):
        cl.mechanics.tresca_safety("10 MPa", "20 MPa", "250 MPa")
    with pytest.raises(InputError, match="at least as strong in compression"):
        state.safety_factor("modified_mohr", tensile_strength="200 MPa", compressive_strength="100 MPa")
    with pytest.raises(InputError, match="cannot be"):
        state.safety_factor("rankine", tensile_strength="200 MPa", compressive_strength="-750 MPa")

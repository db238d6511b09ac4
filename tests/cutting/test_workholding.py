"""Workholding: required and available forces undo each other, and the limits of each law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import cutting
from chipload.errors import InputError

FORCES = st.floats(1.0, 1e5)
FRICTION = st.floats(0.05, 0.6)
SAFETY = st.floats(1.0, 5.0)


@given(FORCES, FORCES, FRICTION, st.integers(1, 4), SAFETY)
def test_the_clamping_force_asked_for_has_the_safety_asked_for(
    slip: float, lift: float, friction: float, faces: int, safety: float
) -> None:
    force = cutting.vice_clamping_force.si(slip, lift, friction, faces, safety)
    found = cutting.grip_safety.si(force, slip, lift, friction, faces)
    assert found.combined_safety == pytest.approx(safety, rel=1e-12, abs=0)
    assert found.combined_safety < min(found.slip_safety, found.lift_safety)


def test_one_face_is_the_safe_side() -> None:
    one, two = (cutting.vice_clamping_force("1 kN", "0 N", 0.2, faces, 2).m for faces in (1, 2))
    assert (one, two) == (10000.0, 5000.0)


@given(st.floats(1, 100), st.floats(0.1, 20), st.floats(0.02, 0.3), st.integers(2, 6), FORCES, SAFETY)
def test_at_the_permissible_speed_the_grip_is_just_what_is_needed(
    speed: float, mass: float, radius: float, jaws: int, needed: float, safety: float
) -> None:
    loss = cutting.jaw_centrifugal_force.si(speed, mass, radius, jaws)
    at_rest = cutting.chuck_standstill_force.si(needed, loss, safety, gripping="outside")
    found = cutting.chuck_permissible_speed.si(at_rest, needed, safety, mass, radius, jaws)
    assert found == pytest.approx(speed, rel=1e-5, abs=0)


def test_a_grip_from_inside_counts_on_no_help() -> None:
    assert cutting.chuck_standstill_force("4500 N", "1500 N", 1.5, gripping="inside").m == 6750.0


def test_the_force_of_the_published_chuck_belongs_to_500_rpm() -> None:
    """Schunk: 3 kN of cut with safeties of 1.5, jaws of 2.668 kg m together, 17723 N at rest."""
    loss = cutting.jaw_centrifugal_force("500 rpm", "2.668 kg", "1 m", 1)
    found = cutting.chuck_standstill_force("4500 N", loss, 1.5, gripping="outside")
    assert found.m == pytest.approx(17723, rel=2e-4, abs=0)


def test_a_chuck_drives_the_torque_that_friction_holds() -> None:
    force = cutting.chuck_gripping_force("3000 N", "60 mm", "80 mm", 0.2, 2).m
    assert cutting.torque_clamping_force("90 N*m", 0.2, "40 mm", 2).m == pytest.approx(force, rel=1e-12, abs=0)


def test_a_narrow_wall_without_contraction_is_a_cantilever() -> None:
    wall = cutting.thin_wall_deflection.si(100.0, 0.04, 0.01, 0.01, 210e9, 1e-9)
    beam = 100.0 * 0.04**3 / (3 * 210e9 * 0.01**4 / 12)
    assert wall == pytest.approx(beam, rel=1e-12, abs=0)


def test_a_screw_without_friction_turns_force_into_lead() -> None:
    found = cutting.screw_torque.si(1000.0, 0.027, 0.006, 1e-12, 1e-12, 0.0)
    assert found * 2 * 3.141592653589793 == pytest.approx(1000.0 * 0.006, rel=1e-9, abs=0)


def test_questions_without_an_answer() -> None:
    with pytest.raises(InputError, match="even at rest"):
        cutting.chuck_permissible_speed("6 kN", "4.5 kN", 1.5, "1 kg", "100 mm", 3)
    with pytest.raises(InputError, match="heel"):
        cutting.strap_clamp_force("9 kN", "100 mm", "90 mm")
    with pytest.raises(InputError, match="1 or more"):
        cutting.chuck_standstill_force("4500 N", "1500 N", 0.9, gripping="outside")
    with pytest.raises(InputError, match="no safety factor"):
        cutting.grip_safety("2 kN", "300 N", "0 N", 0.25, 2)

"""Orthogonal and oblique cutting: the circle and the triangle close, and the energies add up."""

from __future__ import annotations

from math import cos, degrees, radians, sin, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from chipload import cutting
from chipload.errors import InputError

RAKES = st.floats(radians(-20), radians(40))
SHEARS = st.floats(radians(8), radians(45))
FORCES = st.floats(10.0, 1e5)
ANGLES = st.floats(radians(-60), radians(60))


@given(FORCES, FORCES, SHEARS, RAKES)
def test_every_pair_of_the_circle_has_one_resultant(force: float, thrust: float, shear: float, rake: float) -> None:
    found = cutting.force_circle.si(force, thrust, shear, rake)
    resultant = np.hypot(force, thrust)
    assert np.hypot(found.shear_force, found.shear_normal_force) == pytest.approx(resultant, rel=1e-12, abs=0)
    assert np.hypot(found.friction_force, found.rake_normal_force) == pytest.approx(resultant, rel=1e-12, abs=0)


@given(FORCES, FORCES, SHEARS, RAKES)
def test_the_friction_angle_is_that_of_the_forces_on_the_rake_face(
    force: float, thrust: float, shear: float, rake: float
) -> None:
    found = cutting.force_circle.si(force, thrust, shear, rake)
    angle = cutting.friction_angle.si(force, thrust, rake)
    expected = np.arctan2(found.friction_force, found.rake_normal_force)
    assert angle == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(st.floats(0.05, 0.99), RAKES)
def test_the_shear_angle_gives_the_measured_chip(ratio: float, rake: float) -> None:
    shear = cutting.shear_angle.si(ratio, rake)
    assert sin(shear) / cos(shear - rake) == pytest.approx(ratio, rel=1e-9, abs=0)


@given(st.floats(0.1, 50.0), SHEARS, RAKES)
def test_velocities_close_a_triangle(speed: float, shear: float, rake: float) -> None:
    """The chip moves as the work does, and by the shear as well."""
    chip = cutting.chip_velocity.si(speed, shear, rake)
    along = cutting.shear_velocity.si(speed, shear, rake)
    assert along * cos(shear) + chip * sin(rake) == pytest.approx(speed, rel=1e-9, abs=0)
    assert along * sin(shear) == pytest.approx(chip * cos(rake), rel=1e-9, abs=0)
    strain = cutting.shear_strain.si(shear, rake)
    assert strain == pytest.approx(1 / tan(shear) + tan(shear - rake), rel=1e-9, abs=0)
    assert strain == pytest.approx(along / (speed * sin(shear)), rel=1e-9, abs=0)


@given(FORCES, FORCES, st.floats(1e-5, 1e-3), st.floats(1e-4, 1e-2), SHEARS, RAKES)
def test_energies_add_up_to_the_specific_force(
    force: float, thrust: float, thickness: float, width: float, shear: float, rake: float
) -> None:
    found = cutting.specific_energies.si(force, thrust, thickness, width, shear, rake)
    whole = (force + thrust) / (thickness * width)
    assert found.total_energy == pytest.approx(force / (thickness * width), rel=1e-9, abs=1e-9 * whole)
    ratio = sin(shear) / cos(shear - rake)
    share = cutting.friction_energy_share.si(force, thrust, ratio, rake)
    assert found.friction_energy == pytest.approx(share * force / (thickness * width), rel=1e-9, abs=1e-9 * whole)


@given(st.floats(radians(16), radians(45)), st.floats(radians(10), radians(35)), st.floats(radians(-5), radians(15)))
def test_predicted_forces_are_those_of_the_circle(shear: float, friction: float, rake: float) -> None:
    if shear + friction - rake >= radians(85):
        return
    found = cutting.orthogonal_forces.si(4e8, 2e-4, 2e-3, shear, friction, rake)
    circle = cutting.force_circle.si(found.cutting_force, found.thrust_force, shear, rake)
    area = cutting.shear_area.si(2e-4, 2e-3, shear)
    assert cutting.shear_stress.si(circle.shear_force, area) == pytest.approx(4e8, rel=1e-9, abs=0)
    assert cutting.friction_angle.si(found.cutting_force, found.thrust_force, rake) == pytest.approx(friction, rel=1e-9)


@pytest.mark.parametrize(("friction", "rake"), [(30, 10), (45, 0), (20, -6)])
def test_merchant_is_the_least_force(friction: float, rake: float) -> None:
    def force(shear: float) -> float:
        found = cutting.orthogonal_forces.kernel(4e8, 2e-4, 2e-3, shear, radians(friction), radians(rake))
        return float(found.cutting_force)

    least = minimize_scalar(force, bounds=(radians(2), radians(85 - friction + rake)), options={"xatol": 1e-10})
    expected = cutting.merchant_shear_angle.si(radians(friction), radians(rake))
    assert degrees(least.x) == pytest.approx(degrees(expected), abs=1e-3)


def test_merchant_and_lee_shaffer_agree_where_friction_is_the_rake() -> None:
    for rake in (0.0, 10.0, 20.0):
        angle = radians(rake)
        assert cutting.merchant_shear_angle.si(angle, angle) == cutting.lee_shaffer_shear_angle.si(angle, angle)


@given(ANGLES, ANGLES, ANGLES)
def test_the_effective_rake_is_that_of_the_direction_of_the_chip(rake: float, inclination: float, flow: float) -> None:
    """The angle between the rake face, along the chip, and the normal of the velocity, from vectors."""
    velocity = np.array([0.0, 1.0, 0.0])
    up = np.array([0.0, 0.0, 1.0])
    edge = np.array([cos(inclination), sin(inclination), 0.0])
    normal = np.cross(up, edge)  # in the plane of the cut, square to the edge
    face = cos(rake) * up + sin(rake) * normal
    chip = sin(flow) * edge + cos(flow) * face
    assert sin(cutting.effective_rake.si(rake, inclination, flow)) == pytest.approx(chip @ velocity, rel=1e-9, abs=1e-9)


def test_no_inclination_leaves_the_normal_rake() -> None:
    flow = cutting.stabler_chip_flow("0 deg")
    assert cutting.effective_rake("12 deg", "0 deg", flow).m == pytest.approx(12.0, rel=1e-12)


@pytest.mark.parametrize(
    ("shear", "rake"), [("0 deg", "10 deg"), ("95 deg", "10 deg"), ("20 deg", "-80 deg"), ("-5 deg", "0 deg")]
)
def test_angles_that_leave_no_chip_are_refused(shear: str, rake: str) -> None:
    with pytest.raises(InputError, match="chip"):
        cutting.shear_strain(shear, rake)

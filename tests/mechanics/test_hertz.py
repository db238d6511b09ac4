"""Contact after Hertz against its limits, the pressure that flattens the gap, and superposed point loads."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

from chipload.errors import InputError
from chipload.mechanics import contact_modulus, cylinder_contact, ellipse_contact, sphere_contact

MODULUS = 115e9


def axis_stresses(ratio: float, depth: float, nu: float, count: int = 300) -> tuple[float, float, float]:
    """Stresses below the middle of an elliptic pressure of one, axes 1 and `ratio`, from Boussinesq's point loads."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    angle, weight = (nodes + 1) * np.pi / 4, weights * np.pi / 4
    around = (np.arange(2 * count) + 0.5) * np.pi / count
    s, t = np.meshgrid(np.sin(angle), around, indexing="ij")
    load = (weight * np.cos(angle) ** 2 * np.sin(angle) * ratio)[:, None] * np.pi / count
    x, y = s * np.cos(t), ratio * s * np.sin(t)
    flat = x**2 + y**2
    far = np.sqrt(flat + depth**2)

    def along(x: Any, y: Any) -> Any:
        near = (1 - 2 * nu) / flat * ((1 - depth / far) * (x**2 - y**2) / flat + depth * y**2 / far**3)
        return (near - 3 * depth * x**2 / far**5) / (2 * np.pi)

    down = -3 * depth**3 / (2 * np.pi * far**5)
    return float(np.sum(along(x, y) * load)), float(np.sum(along(y, x) * load)), float(np.sum(down * load))


@pytest.mark.parametrize("nu", [0.22, 0.3])
@pytest.mark.parametrize("cross", [1.0, 1.6, 4.0, 20.0])
def test_the_largest_shear_against_superposed_point_loads(cross: float, nu: float) -> None:
    found = ellipse_contact.si(1000.0, 0.02 * cross, 0.02, np.inf, np.inf, MODULUS, 0.0, nu)
    ratio = found.minor_half_axis / found.major_half_axis

    def shear(depth: float) -> float:
        stresses = axis_stresses(ratio, depth * ratio, nu)
        return -(max(stresses) - min(stresses)) / 2

    best = minimize_scalar(shear, bounds=(0.3, 1.0), method="bounded", options={"xatol": 1e-6})
    assert found.subsurface_shear / found.peak_pressure == pytest.approx(-best.fun, rel=1e-6)
    assert found.shear_depth / found.minor_half_axis == pytest.approx(best.x, rel=1e-4)


@pytest.mark.parametrize("nu", [0.22, 0.3])
def test_the_shear_below_a_ball_against_superposed_point_loads(nu: float) -> None:
    found = sphere_contact.si(1000.0, 0.02, MODULUS, np.inf, nu)
    best = minimize_scalar(
        lambda depth: -abs(np.subtract(*np.array(axis_stresses(1.0, depth, nu))[[0, 2]])) / 2,
        bounds=(0.2, 1.0), method="bounded", options={"xatol": 1e-6},
    )  # fmt: skip
    assert found.subsurface_shear / found.peak_pressure == pytest.approx(-best.fun, rel=1e-8)
    assert found.shear_depth / found.contact_radius == pytest.approx(best.x, rel=1e-4)


@given(ratio=st.floats(1.0, 1e4), radius=st.floats(1e-3, 1.0))
@settings(max_examples=60)
def test_the_pressure_presses_the_gap_flat(ratio: float, radius: float) -> None:
    """The surfaces sink by the approach less A x² + B y²: the potential of an elliptic pressure, by quadrature."""
    found = ellipse_contact.si(500.0, radius * ratio, radius, np.inf, np.inf, MODULUS)
    slender = found.minor_half_axis / found.major_half_axis

    def integral(shape: Any) -> float:
        # with t = sinh u the integrand is smooth however slender the contact
        def integrand(u: float) -> float:
            t = np.sinh(u)
            return float(shape(t) * np.cosh(u) / np.sqrt((1 + t**2) * (slender**2 + t**2)))

        return (
            quad(integrand, 0, np.arcsinh(slender), limit=200)[0]
            + quad(integrand, np.arcsinh(slender), 40, limit=400)[0]
        )

    sink = found.peak_pressure / MODULUS * found.minor_half_axis
    square = found.major_half_axis**2
    assert sink * integral(lambda t: 1.0) == pytest.approx(found.approach, rel=1e-8)
    along = sink / square * integral(lambda t: 1 / (1 + t**2))
    across = sink / square * integral(lambda t: 1 / (slender**2 + t**2))
    assert along == pytest.approx(1 / (2 * radius * ratio), rel=1e-8)
    assert across == pytest.approx(1 / (2 * radius), rel=1e-8)


def test_equal_curvatures_are_a_ball() -> None:
    ball = sphere_contact.si(500.0, 0.025, MODULUS, -0.06, 0.3)
    general = ellipse_contact.si(500.0, 0.025, 0.025, -0.06, -0.06, MODULUS, 0.4, 0.3)
    for ours, theirs in (
        (general.major_half_axis, ball.contact_radius), (general.minor_half_axis, ball.contact_radius),
        (general.peak_pressure, ball.peak_pressure), (general.approach, ball.approach),
    ):  # fmt: skip
        assert ours == pytest.approx(theirs, rel=1e-12)
    assert general.subsurface_shear == pytest.approx(ball.subsurface_shear, rel=1e-6)
    assert general.shear_depth == pytest.approx(ball.shear_depth, rel=1e-5)


def test_crossed_equal_cylinders_are_a_ball_on_a_plane() -> None:
    crossed = ellipse_contact.si(500.0, 0.03, np.inf, 0.03, np.inf, MODULUS, np.pi / 2)
    ball = sphere_contact.si(500.0, 0.03, MODULUS)
    assert crossed.peak_pressure == pytest.approx(ball.peak_pressure, rel=1e-12)
    assert crossed.approach == pytest.approx(ball.approach, rel=1e-12)


def test_a_slender_ellipse_tends_to_a_line() -> None:
    """In the middle of a slender contact the load on the length is 3F/(4a), and a line contact of that load fits."""
    slender = ellipse_contact.si(1000.0, 1e5, 0.02, np.inf, np.inf, MODULUS)
    load = 3 * 1000.0 / (4 * slender.major_half_axis)
    line = cylinder_contact.si(load, 1.0, 0.02, MODULUS)
    assert slender.minor_half_axis == pytest.approx(line.contact_half_width, rel=1e-6)
    assert slender.peak_pressure == pytest.approx(line.peak_pressure, rel=1e-6)
    assert slender.subsurface_shear == pytest.approx(line.subsurface_shear, rel=1e-4)
    assert slender.shear_depth == pytest.approx(line.shear_depth, rel=1e-4)


def test_the_shear_below_a_roller_by_its_integral() -> None:
    """Stresses below a line contact, superposed from the half plane's point loads."""

    def difference(depth: float) -> float:
        def load(t: float) -> float:
            x = np.sin(t)
            return 2 / np.pi * np.cos(t) ** 2 * depth * (depth**2 - x**2) / (x**2 + depth**2) ** 2

        return quad(load, -np.pi / 2, np.pi / 2)[0]

    best = minimize_scalar(lambda z: -difference(z) / 2, bounds=(0.3, 1.5), method="bounded", options={"xatol": 1e-9})
    found = cylinder_contact.si(1000.0, 0.02, 0.04, MODULUS)
    assert found.subsurface_shear / found.peak_pressure == pytest.approx(-best.fun, rel=1e-9)
    assert found.shear_depth / found.contact_half_width == pytest.approx(best.x, rel=1e-6)


@given(force=st.floats(1.0, 1e5), share=st.floats(1.05, 100.0))
def test_pressure_times_area_is_the_force(force: float, share: float) -> None:
    line = cylinder_contact.si(force, 0.02, 0.04, MODULUS, -0.04 * share)
    assert np.pi / 2 * line.peak_pressure * line.contact_half_width * 0.02 == pytest.approx(force, rel=1e-12)
    ball = sphere_contact.si(force, 0.04, MODULUS, -0.04 * share)
    assert 2 / 3 * np.pi * ball.peak_pressure * ball.contact_radius**2 == pytest.approx(force, rel=1e-12)
    assert ball.peak_pressure < sphere_contact.si(force, 0.04, MODULUS).peak_pressure


def test_the_modulus_of_a_rigid_partner_and_of_twins() -> None:
    assert contact_modulus("200 GPa", "1e9 GPa", 0.3, 0.3).m == pytest.approx(200 / 0.91, rel=1e-6)
    assert contact_modulus("200 GPa", "200 GPa", 0.3, 0.3).m == pytest.approx(100 / 0.91, rel=1e-12)


@pytest.mark.parametrize("seat", ["-25 mm", "-10 mm", "0 mm"])
def test_a_seat_that_does_not_hold_the_ball_is_refused(seat: str) -> None:
    with pytest.raises(InputError, match="larger than the convex one"):
        sphere_contact("100 N", "25 mm", "115 GPa", seat)
    with pytest.raises(InputError, match="larger than the convex one"):
        cylinder_contact("100 N", "10 mm", "25 mm", "115 GPa", seat)
    with pytest.raises(InputError, match="larger than the convex one"):
        ellipse_contact("100 N", "25 mm", "25 mm", seat, "100 mm", "115 GPa")

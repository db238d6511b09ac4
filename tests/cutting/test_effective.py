"""Effective diameter and entering angle against sampled spheres and edges, and against published tables."""

from __future__ import annotations

from math import acos, cos, degrees, pi, radians, sin, sqrt, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload.cutting import (
    ball_effective_diameter,
    chamfer_effective_diameter,
    chip_thinning_factor,
    corner_effective_diameter,
    entering_angle,
    entering_angle_at_depth,
    mean_entering_angle,
    tilted_ball_effective_diameter,
)
from chipload.errors import InputError

DIAMETERS = st.floats(0.5e-3, 0.05)
DEPTHS = st.floats(1e-6, 0.5)


def sampled_sphere(diameter: float, depth: float, tilt: float) -> float:
    """Largest distance from the tilted tool axis on the part of a sphere below the surface, doubled.

    The centre is the origin; the finished floor touches the sphere at -z, so that everything below
    z = depth - R is in the material.  The axis is tilted towards +x.
    """
    radius = diameter / 2
    z = np.linspace(-radius, depth - radius, 4001)[:, None]
    around = np.linspace(0.0, 2 * pi, 721)
    ring = np.sqrt(np.maximum(radius**2 - z**2, 0.0))
    x, y = ring * np.cos(around), ring * np.sin(around)
    along = x * sin(tilt) + z * cos(tilt)
    away = np.sqrt(np.maximum(x**2 + y**2 + z**2 - along**2, 0.0))
    return 2 * float(away.max())


@given(DIAMETERS, DEPTHS)
def test_upright_ball_by_pythagoras(diameter: float, share: float) -> None:
    depth, radius = share * diameter, diameter / 2
    expected = 2 * sqrt(max(radius**2 - (radius - depth) ** 2, 0.0))
    assert ball_effective_diameter.si(diameter, depth) == pytest.approx(expected, rel=1e-8, abs=0)


@pytest.mark.parametrize("tilt", [0.0, 5.0, 15.0, 30.0, 60.0, 85.0])
@pytest.mark.parametrize("share", [0.001, 0.02, 0.1, 0.3, 0.5])
def test_tilted_ball_against_a_sampled_sphere(tilt: float, share: float) -> None:
    diameter = 10.0
    sampled = sampled_sphere(diameter, share * diameter, radians(tilt))
    found = tilted_ball_effective_diameter.si(diameter, share * diameter, radians(tilt))
    assert found == pytest.approx(sampled, rel=1e-5, abs=0)
    assert found <= diameter


@given(DIAMETERS, DEPTHS)
def test_no_tilt_is_the_upright_ball(diameter: float, share: float) -> None:
    upright = ball_effective_diameter.si(diameter, share * diameter)
    assert tilted_ball_effective_diameter.si(diameter, share * diameter, 0.0) == pytest.approx(upright, rel=1e-9, abs=0)


@given(DIAMETERS, st.floats(1e-3, 0.5), st.floats(0.0, pi / 2), st.floats(0.0, pi / 2))
def test_more_tilt_is_never_less_diameter(diameter: float, share: float, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert tilted_ball_effective_diameter.si(diameter, share * diameter, less) <= (
        tilted_ball_effective_diameter.si(diameter, share * diameter, more) * (1 + 1e-12)
    )


def test_ball_figures() -> None:
    """A catalogue's 2.800 mm for a 10 mm ball at 0.2 mm; full diameter at the radius."""
    assert ball_effective_diameter("10 mm", "0.2 mm").magnitude == pytest.approx(2.800, abs=5e-4)
    assert ball_effective_diameter("10 mm", "5 mm").magnitude == pytest.approx(10.0, rel=1e-14, abs=0)
    depths = cl.Quantity(np.array([0.2, 5.0]), "mm")
    np.testing.assert_allclose(ball_effective_diameter("10 mm", depths).magnitude, [2.8, 10.0], rtol=1e-12)


@given(DIAMETERS, DEPTHS)
def test_bull_nose_with_no_corner_is_a_flat_mill(diameter: float, share: float) -> None:
    assert corner_effective_diameter.si(diameter, 0.0, share * diameter) == pytest.approx(diameter, rel=1e-15, abs=0)


@given(DIAMETERS, DEPTHS)
def test_bull_nose_of_half_the_diameter_is_a_ball(diameter: float, share: float) -> None:
    ball = ball_effective_diameter.si(diameter, share * diameter)
    assert corner_effective_diameter.si(diameter, diameter / 2, share * diameter) == pytest.approx(
        ball, rel=1e-9, abs=0
    )


@given(DIAMETERS, st.floats(0.01, 0.5), st.just(0.0) | st.floats(1e-3, 1.5))
def test_bull_nose_against_the_circle_of_its_corner(diameter: float, corner: float, depth: float) -> None:
    radius = corner * diameter
    height = min(depth, 1.0) * radius
    centre = diameter / 2 - radius
    expected = 2 * (centre + sqrt(max(radius**2 - (radius - height) ** 2, 0.0)))
    found = corner_effective_diameter.si(diameter, radius, depth * radius)
    assert found == pytest.approx(expected, rel=1e-7, abs=0)


def test_bull_nose_above_its_corner_cuts_full() -> None:
    assert corner_effective_diameter("10 mm", "2 mm", "2 mm").magnitude == pytest.approx(10.0, rel=1e-14, abs=0)
    assert corner_effective_diameter("10 mm", "2 mm", "7 mm").magnitude == pytest.approx(10.0, rel=1e-14, abs=0)
    assert corner_effective_diameter("10 mm", "2 mm", "0 mm").magnitude == pytest.approx(6.0, rel=1e-14, abs=0)


@given(DIAMETERS, st.floats(0.0, 1.0), st.floats(10.0, 90.0))
def test_chamfer_by_its_tangent(diameter: float, share: float, edge: float) -> None:
    depth = share * diameter
    expected = diameter + (2 * depth / tan(radians(edge)) if edge < 90 else 0.0)
    assert chamfer_effective_diameter.si(diameter, depth, radians(edge)) == pytest.approx(expected, rel=1e-12, abs=0)


@given(st.floats(1e-3, 1.0), DIAMETERS)
def test_entering_angle_of_a_round_edge(share: float, radius: float) -> None:
    found = entering_angle_at_depth.si(share * radius, radius)
    assert cos(found) == pytest.approx(1 - share, abs=1e-12)
    # the tangent of the circle at that depth, by a small step along it
    height, step = share * radius, 1e-6 * radius
    if 0.01 < share < 0.99:

        def across(a: float) -> float:
            return sqrt(radius**2 - (radius - a) ** 2)

        slope = 2 * step / (across(height + step) - across(height - step))
        assert tan(found) == pytest.approx(slope, rel=1e-6, abs=0)


def test_round_insert_figures() -> None:
    """Dapra's factor 2.1 for 12.7 mm at 0.762 mm; angles of 60, 46 and 26 degrees at a quarter, 15 and 5 % of iC."""
    angle = entering_angle_at_depth("0.762 mm", "6.35 mm")
    assert 1 / sin(angle.to("rad").magnitude) == pytest.approx(2.1, abs=0.05)
    assert chip_thinning_factor("5 mm", "10 mm", angle).magnitude == pytest.approx(2.105, abs=5e-4)
    for share, printed in ((0.25, 60), (0.15, 46), (0.05, 26)):
        found = entering_angle_at_depth.si(share * 10.0, 5.0)
        assert degrees(found) == pytest.approx(printed, abs=0.5)


def test_depth_beyond_the_radius_is_a_straight_edge() -> None:
    for depth in ("5 mm", "6 mm"):
        assert entering_angle_at_depth(depth, "5 mm").magnitude == pytest.approx(90.0, rel=1e-14, abs=0)


@given(st.floats(0.01, 3.0), DIAMETERS)
def test_mean_entering_angle_keeps_the_section_of_the_chip(share: float, radius: float) -> None:
    """sin is depth over the length of edge; the length by integration along the corner and the straight edge."""
    depth = share * radius
    within = min(depth, radius)
    # arc length over height a is r / sqrt(r^2 - (r - a)^2), written in s with a = s^2 to tame its start
    arc, _ = quad(lambda s: 2 * radius / sqrt(2 * radius - s * s), 0.0, sqrt(within), epsabs=0, epsrel=1e-12)
    edge = arc + max(depth - radius, 0.0)
    assert sin(mean_entering_angle.si(depth, radius)) == pytest.approx(depth / edge, rel=1e-8, abs=0)


def test_mean_entering_angle_limits() -> None:
    assert mean_entering_angle("1 mm", "0 mm").magnitude == pytest.approx(90.0, rel=1e-14, abs=0)
    assert sin(mean_entering_angle("5 mm", "5 mm").to("rad").magnitude) == pytest.approx(2 / pi, rel=1e-12, abs=0)
    corners = cl.Quantity(np.array([0.0, 5.0]), "mm")
    np.testing.assert_allclose(
        np.sin(mean_entering_angle("5 mm", corners).to("rad").magnitude), [1.0, 2 / pi], rtol=1e-12
    )


def test_mean_is_flatter_than_the_angle_at_depth() -> None:
    for share in (0.05, 0.25, 0.5, 0.9):
        assert mean_entering_angle.si(share, 1.0) < entering_angle_at_depth.si(share, 1.0)


def test_lead_angle_is_the_complement() -> None:
    for lead, entering in (("0 deg", 90.0), ("15 deg", 75.0), ("45 deg", 45.0), ("-5 deg", 95.0)):
        assert entering_angle(lead).magnitude == pytest.approx(entering, rel=1e-14, abs=0)


def test_flat_angle_of_the_arc_form() -> None:
    """arccos(1 - a / r) and the form that keeps its digits agree."""
    for share in (0.1, 0.5, 0.9):
        assert entering_angle_at_depth.si(share, 1.0) == pytest.approx(acos(1 - share), rel=1e-13, abs=0)
    assert entering_angle_at_depth.si(1e-14, 1.0) == pytest.approx(sqrt(2e-14), rel=1e-12, abs=0)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ball_effective_diameter("10 mm", "5.1 mm"), "more than the radius of the ball"),
        (
            lambda: tilted_ball_effective_diameter("10 mm", "5.1 mm", "5 deg"),
            "more than the radius of the ball",
        ),
        (lambda: tilted_ball_effective_diameter("10 mm", "1 mm", "95 deg"), "tilt"),
        (lambda: tilted_ball_effective_diameter("10 mm", "1 mm", "-5 deg"), "tilt"),
        (lambda: corner_effective_diameter("10 mm", "5.1 mm", "1 mm"), "corner radius is more than half"),
        (lambda: chamfer_effective_diameter("4 mm", "1 mm", "0 deg"), "entering angle"),
        (lambda: chamfer_effective_diameter("4 mm", "1 mm", "91 deg"), "entering angle"),
    ],
)
def test_what_cannot_be_is_refused(call: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        call()

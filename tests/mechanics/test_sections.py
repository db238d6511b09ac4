"""Section objects against integrals over their width, and the laws of putting them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from itertools import pairwise
from math import pi, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError, UnitError
from chipload.mechanics import Section

SIZE = st.floats(2.0, 80.0)


def mm(value: Any) -> Any:
    return cl.Quantity(value, "mm")


# sections symmetric about the y axis, as width against height, in mm
SYMMETRIC: dict[str, tuple[Section, Callable[[float], float], tuple[float, ...]]] = {
    "round": (m.round_section("30 mm"), lambda y: 2 * sqrt(max(15**2 - (y - 15) ** 2, 0)), (0, 30)),
    "rectangle": (m.rectangle_section("20 mm", "50 mm"), lambda y: 20.0, (0, 50)),
    "tee": (m.tee_section("60 mm", "70 mm", "8 mm", "10 mm"), lambda y: 10.0 if y < 62 else 60.0, (0, 62, 70)),
    "i": (m.i_section("60 mm", "70 mm", "8 mm", "5 mm"), lambda y: 5.0 if 8 < y < 62 else 60.0, (0, 8, 62, 70)),
    "triangle": (m.triangle_section("36 mm", "20 mm"), lambda y: 36 * (1 - y / 20), (0, 20)),
    "trapezoid": (m.trapezoid_section("60 mm", "25 mm", "40 mm"), lambda y: 60 - 35 * y / 40, (0, 40)),
    "wide_top": (m.trapezoid_section("20 mm", "50 mm", "40 mm"), lambda y: 20 + 30 * y / 40, (0, 40)),
    "semicircle": (m.semicircle_section("40 mm"), lambda y: 2 * sqrt(max(20**2 - y**2, 0)), (0, 20)),
    "ellipse": (m.ellipse_section("50 mm", "20 mm"), lambda y: 50 * sqrt(max(1 - (y / 10 - 1) ** 2, 0)), (0, 20)),
    "hexagon": (
        m.hexagon_section("20 mm"),
        lambda y: min(20.0, 2 * sqrt(3) * min(y, 40 / sqrt(3) - y)),
        (0, 10 / sqrt(3), 30 / sqrt(3), 40 / sqrt(3)),
    ),
}


def integral(function: Callable[[float], float], ends: tuple[float, ...]) -> float:
    return sum(quad(function, low, high, epsabs=0, epsrel=1e-11)[0] for low, high in pairwise(ends))


@pytest.mark.parametrize("name", SYMMETRIC)
def test_against_integrals_over_the_width(name: str) -> None:
    section, width, ends = SYMMETRIC[name]
    area = integral(width, ends)
    middle = integral(lambda y: y * width(y), ends) / area
    about_x = integral(lambda y: (y - middle) ** 2 * width(y), ends)
    about_y = integral(lambda y: width(y) ** 3 / 12, ends)
    assert section.area.m_as("mm**2") == pytest.approx(area, rel=1e-9)
    assert section.centroid_y.m_as("mm") == pytest.approx(middle, rel=1e-9)
    assert section.second_moment_x.m_as("mm**4") == pytest.approx(about_x, rel=1e-8)
    assert section.second_moment_y.m_as("mm**4") == pytest.approx(about_y, rel=1e-8)
    assert section.product_moment.m_as("mm**4") == pytest.approx(0, abs=1e-9 * about_x)
    assert section.height.m_as("mm") == pytest.approx(ends[-1], rel=1e-12)
    assert section.centroid_x.m_as("mm") == pytest.approx(section.width.m_as("mm") / 2, rel=1e-12)
    assert section.section_modulus_top.m_as("mm**3") == pytest.approx(about_x / (ends[-1] - middle), rel=1e-8)
    assert section.section_modulus_bottom.m_as("mm**3") == pytest.approx(about_x / middle, rel=1e-8)


@pytest.mark.parametrize("name", ["round", "rectangle", "i", "ellipse"])
def test_plastic_modulus_is_the_first_moment_of_both_halves(name: str) -> None:
    section, width, ends = SYMMETRIC[name]
    half = ends[-1] / 2
    upper = (half, *[end for end in ends if end > half])
    expected = 2 * integral(lambda y: (y - half) * width(y), upper)
    assert section.plastic_modulus_x.m_as("mm**3") == pytest.approx(expected, rel=1e-8)
    across = section.turned().plastic_modulus_x
    assert across.m_as("mm**3") == pytest.approx(section.plastic_modulus_y.m_as("mm**3"), rel=1e-12)


@given(SIZE, SIZE, SIZE, SIZE)
def test_an_i_section_is_a_rectangle_less_two(web: float, more: float, flange: float, clear: float) -> None:
    across, up = web + 2 * more, clear + 2 * flange
    whole = m.i_section(mm(across), mm(up), mm(flange), mm(web)).si
    side = m.rectangle_section(mm(more), mm(clear))
    cut = m.rectangle_section(mm(across), mm(up))
    cut = cut - side.moved("0 mm", mm(flange)) - side.moved(mm(more + web), mm(flange))
    for name in ("area", "centroid_x", "centroid_y", "second_moment_x", "second_moment_y"):
        assert getattr(cut.si, name) == pytest.approx(getattr(whole, name), rel=1e-9)
    formula = m.i_section_second_moment(mm(across), mm(up), mm(flange), mm(web))
    assert whole.second_moment_x == pytest.approx(formula.m_as("m**4"), rel=1e-9)


@given(SIZE, SIZE, st.floats(0.05, 0.9), st.floats(-pi, pi))
def test_turning_keeps_the_sum_and_the_principal_values(width: float, height: float, part: float, angle: float) -> None:
    section = m.angle_section(mm(width), mm(height), mm(part * min(width, height)))
    about_x, about_y, product = (part.m_as("mm**4") for part in section.second_moments_at(cl.Quantity(angle, "rad")))
    major, minor = section.major_second_moment.m_as("mm**4"), section.minor_second_moment.m_as("mm**4")
    assert about_x + about_y == pytest.approx(major + minor, rel=1e-10)
    assert about_x * about_y - product**2 == pytest.approx(major * minor, rel=1e-7)
    at_axis = section.second_moments_at(section.principal_axis_angle)
    assert at_axis[0].m_as("mm**4") == pytest.approx(major, rel=1e-10)
    assert at_axis[2].m_as("mm**4") == pytest.approx(0, abs=1e-9 * major)
    four = section.turned().turned().turned().turned().si
    assert four == section.si
    quarter = section.second_moments_at("90 deg")
    assert section.turned().product_moment.m_as("mm**4") == pytest.approx(quarter[2].m_as("mm**4"), rel=1e-9)
    assert section.mirrored().product_moment.m == -section.product_moment.m


def test_stress_of_unsymmetric_bending_holds_the_moments() -> None:
    """The stress integrated over the legs of an angle gives the two moments and no force."""
    section = m.angle_section("90 mm", "150 mm", "12 mm")
    moment_x, moment_y = 800.0, -300.0
    corners = [((0.0, 90.0), (0.0, 12.0)), ((0.0, 12.0), (12.0, 150.0))]
    nodes, weights = np.polynomial.legendre.leggauss(6)
    force = first = second = 0.0
    for (x0, x1), (y0, y1) in corners:
        x, y = (x0 + x1) / 2 + (x1 - x0) / 2 * nodes, (y0 + y1) / 2 + (y1 - y0) / 2 * nodes
        grid_x, grid_y = np.meshgrid(x, y)
        stress = section.bending_stress(
            cl.Quantity(moment_x, "N*m"), cl.Quantity(moment_y, "N*m"), mm(grid_x), mm(grid_y)
        ).m_as("MPa")
        share = np.outer(weights, weights) * (x1 - x0) * (y1 - y0) / 4
        force += (stress * share).sum()
        first += (stress * share * (grid_y - section.centroid_y.m_as("mm"))).sum()
        second += (stress * share * (grid_x - section.centroid_x.m_as("mm"))).sum()
    assert force == pytest.approx(0, abs=1e-6)
    assert first == pytest.approx(moment_x * 1e3, rel=1e-9)
    assert second == pytest.approx(moment_y * 1e3, rel=1e-9)


def test_a_scalene_triangle_by_its_moments_at_a_corner() -> None:
    """About the corner at the origin a triangle has the integrals A (sums of its corners) / 12 of linear shapes."""
    base, up, top = 40.0, 30.0, 10.0
    section = m.triangle_section(mm(base), mm(up), mm(top))
    x, y, area = np.array([0, base, top]), np.array([0, 0, up]), base * up / 2
    centroid_x, centroid_y = x.mean(), y.mean()
    product = area / 12 * (x.sum() * y.sum() + (x * y).sum()) - area * centroid_x * centroid_y
    about_y = area / 12 * (x.sum() ** 2 + (x**2).sum()) - area * centroid_x**2
    assert section.centroid_x.m_as("mm") == pytest.approx(centroid_x, rel=1e-12)
    assert section.product_moment.m_as("mm**4") == pytest.approx(product, rel=1e-12)
    assert section.second_moment_y.m_as("mm**4") == pytest.approx(about_y, rel=1e-12)


def test_arrays_of_sizes() -> None:
    tubes = m.round_section(mm(np.array([20.0, 40.0])), "10 mm")
    assert tubes.torsion_constant.m == pytest.approx([m.round_polar_moment(d, "10 mm").m for d in ("20 mm", "40 mm")])


def test_what_is_not_known_says_so() -> None:
    tee = m.tee_section("60 mm", "70 mm", "8 mm", "10 mm")
    with pytest.raises(InputError, match=r"torsion_constant: .*open_wall_torsion_constant"):
        _ = tee.torsion_constant
    with pytest.raises(InputError, match="plastic"):
        _ = tee.plastic_modulus_x
    assert "torsion_constant" not in tee.properties()
    bar = m.round_section("10 mm").properties()
    assert bar["torsion_constant"].m == pytest.approx(pi / 32 * 1e4, rel=1e-12)
    assert bar["radius_of_gyration_x"].m == pytest.approx(2.5, rel=1e-12)
    assert bar["section_modulus_left"].m == bar["section_modulus_right"].m


def test_a_square_twists_by_saint_venant() -> None:
    assert m.rectangle_section("10 mm", "10 mm").torsion_constant.m == pytest.approx(1405.8, rel=1e-4)


def test_sections_are_immutable() -> None:
    bar = m.round_section("10 mm")
    with pytest.raises(FrozenInstanceError):
        bar.si = None  # type: ignore[assignment,misc]
    with pytest.raises(TypeError):
        _ = bar + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = bar - 1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: m.round_section("10 mm", "10 mm"), "bore"),
        (lambda: m.hollow_rectangle_section("10 mm", "40 mm", "5 mm"), "thickness"),
        (lambda: m.i_section("10 mm", "20 mm", "10 mm", "2 mm"), "flanges"),
        (lambda: m.channel_section("10 mm", "20 mm", "2 mm", "11 mm"), "web"),
        (lambda: m.angle_section("10 mm", "20 mm", "10 mm"), "thickness"),
        (lambda: m.triangle_section("10 mm", "20 mm", "11 mm"), "apex"),
        (lambda: m.rectangle_section("-1 mm", "2 mm"), "rectangle_section, width"),
        (lambda: m.rectangle_section("10 mm", "10 mm") - m.round_section("5 mm").at("9 mm", "5 mm"), "outside"),
    ],
)
def test_impossible_sections_are_refused(build: Callable[[], Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        build()


def test_a_size_without_a_unit_is_refused() -> None:
    with pytest.raises(UnitError, match="rectangle_section, height"):
        m.rectangle_section("10 mm", 5)


def test_it_shows_itself_with_units() -> None:
    assert repr(m.rectangle_section("20 mm", "50 mm")) == ("<Section: A 1000.000 mm², Ix 208333.3 mm⁴, Iy 33333.3 mm⁴>")

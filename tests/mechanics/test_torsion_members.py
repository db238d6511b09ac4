"""Torsion against finite differences of Prandtl's stress function, exact shapes and published examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import diags, identity, kron
from scipy.sparse.linalg import spsolve

from chipload import mechanics as m
from chipload.errors import InputError

SIZE = st.floats(2e-3, 0.2)


def prandtl(long: float, short: float, cells: int) -> tuple[float, float]:
    """Torsion constant and largest slope of Prandtl's function on a rectangle, by five-point differences."""
    nx, ny = round(cells * long / short), cells
    hx, hy = long / nx, short / ny

    def second(count: int, step: float) -> object:
        return diags([1.0, -2.0, 1.0], [-1, 0, 1], shape=(count - 1, count - 1)) / step**2

    laplace = kron(second(nx, hx), identity(ny - 1)) + kron(identity(nx - 1), second(ny, hy))
    inside = spsolve(laplace.tocsc(), np.full((nx - 1) * (ny - 1), -2.0)).reshape(nx - 1, ny - 1)
    constant = 2 * inside.sum() * hx * hy
    middle = inside[nx // 2 - 1]
    slope = (4 * middle[0] - middle[1]) / (2 * hy)  # second order, from the edge where the function is zero
    return constant, slope


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.5, 4.0])
def test_rectangle_by_finite_differences(ratio: float) -> None:
    # Richardson's extrapolation of two grids of second order
    coarse, fine = prandtl(ratio, 1.0, 40), prandtl(ratio, 1.0, 80)
    constant, slope = ((4 * b - a) / 3 for a, b in zip(coarse, fine, strict=True))
    assert m.rectangle_torsion_constant.si(ratio, 1.0) == pytest.approx(constant, rel=1e-4)
    assert m.rectangle_torsion_stress.si(1.0, 1.0, ratio) == pytest.approx(slope / constant, rel=1e-3)


@pytest.mark.parametrize(
    ("ratio", "stress_factor", "stiffness_factor"),
    [
        (1, 0.208, 0.1406),
        (1.5, 0.231, 0.1958),
        (2, 0.246, 0.229),
        (3, 0.267, 0.263),
        (5, 0.291, 0.291),
        (10, 0.312, 0.312),
    ],
)
def test_rectangle_by_timoshenkos_table(ratio: float, stress_factor: float, stiffness_factor: float) -> None:
    assert m.rectangle_torsion_constant.si(1.0, ratio) / ratio == pytest.approx(stiffness_factor, abs=6e-4)
    assert 1 / (m.rectangle_torsion_stress.si(1.0, 1.0, ratio) * ratio) == pytest.approx(stress_factor, abs=6e-4)


def test_a_thin_rectangle_is_an_open_wall() -> None:
    thin = m.rectangle_torsion_constant.si(0.5, 1e-3)
    assert thin == pytest.approx(m.open_wall_torsion_constant.si(0.5, 1e-3), rel=1.4e-3)
    stress = m.rectangle_torsion_stress.si(3.0, 0.5, 1e-3)
    assert stress == pytest.approx(m.open_wall_stress.si(3.0, 1e-3, thin), rel=1e-12)
    ten = m.open_wall_torsion_constant.si(10.0, 1.0) / m.rectangle_torsion_constant.si(10.0, 1.0)
    assert ten == pytest.approx(1.067, abs=1e-3)


@given(SIZE, SIZE)
def test_the_order_of_the_sides_does_not_matter(width: float, height: float) -> None:
    for formula in (m.rectangle_torsion_constant, m.ellipse_torsion_constant):
        assert formula.si(width, height) == pytest.approx(formula.si(height, width), rel=1e-12)
    for stress in (m.rectangle_torsion_stress, m.ellipse_torsion_stress):
        assert stress.si(5.0, width, height) == pytest.approx(stress.si(5.0, height, width), rel=1e-12)


@given(SIZE, st.floats(0.1, 1.0))
def test_torsion_constant_is_below_the_polar_moment(size: float, part: float) -> None:
    rectangle = size * part * size * (size**2 + (part * size) ** 2) / 12
    assert m.rectangle_torsion_constant.si(size, part * size) < rectangle
    ellipse = np.pi * size**2 * part * (size**2 + (part * size) ** 2) / 64
    assert m.ellipse_torsion_constant.si(size, part * size) <= ellipse * (1 + 1e-12)


def test_the_triangle_by_its_stress_function() -> None:
    """Prandtl's function of an equilateral triangle is a product of the distances from its sides, over the height."""
    side = 2.0
    height = side * np.sqrt(3) / 2
    nodes, weights = np.polynomial.legendre.leggauss(8)
    total = 0.0
    for t, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
        y, width = t * height, side * (1 - t)
        x = nodes * width / 2
        left = (height - y) / 2 + np.sqrt(3) / 2 * x
        right = (height - y) / 2 - np.sqrt(3) / 2 * x
        total += weight * height * (weights * width / 2 * 2 * y * left * right / height).sum()
    constant = 2 * total
    assert m.triangle_torsion_constant.si(side) == pytest.approx(constant, rel=1e-12)
    # slope at the middle of the base: left = right = height / 2 there
    slope = 2 * (height / 2) ** 2 / height
    assert m.triangle_torsion_stress.si(1.0, side) == pytest.approx(slope / constant, rel=1e-12)


@given(SIZE, st.floats(1e-3, 0.02), st.floats(-1e4, 1e4))
def test_a_thin_tube_by_bredt_and_exactly(mean: float, part: float, moment: float) -> None:
    wall = part * mean
    area, around = np.pi * mean**2 / 4, np.pi * mean
    exact = m.round_polar_moment.si(mean + wall, mean - wall)
    assert m.closed_wall_torsion_constant.si(area, around, wall) == pytest.approx(exact, rel=1.1 * part**2)
    surface = m.torsion_stress.si(moment, mean + wall, mean - wall)
    assert m.closed_wall_stress.si(moment, area, wall) == pytest.approx(surface, rel=1.2 * part)


def test_boresi_6_7_wide_flange() -> None:
    """Example 6.7: flanges of 266 by 30 mm, a web of 719 by 16.5 mm, 5 kN m: 27.27 MPa."""
    flange = m.rectangle_torsion_constant("266 mm", "30 mm")
    web = m.open_wall_torsion_constant("719 mm", "16.5 mm")
    stress = m.open_wall_stress("5 kN*m", "30 mm", 2 * flange + web)
    assert stress.m_as("MPa") == pytest.approx(27.27, rel=0.006)


def test_boresi_6_9_closed_and_slit_tube() -> None:
    """Example 6.9: a tube of 20 mm mean diameter and 2 mm wall carries 87.96 N m at 70 MPa, slit open 5.86 N m."""
    closed = m.closed_wall_stress.solve_for(
        "twisting_moment", closed_wall_stress="70 MPa", enclosed_area="314.159 mm**2", thickness="2 mm"
    )
    assert closed.m_as("N*m") == pytest.approx(87.96, rel=1e-4)
    constant = m.open_wall_torsion_constant("62.832 mm", "2 mm")
    slit = m.open_wall_stress.solve_for(
        "twisting_moment", open_wall_stress="70 MPa", thickness="2 mm", torsion_constant=constant
    )
    assert slit.m_as("N*m") == pytest.approx(5.86, rel=1e-3)


def test_boresi_6_5_gear_shafts() -> None:
    """Example 6.5: 100 kW at 100 and 10 turns a second, 220 MPa over 2.5: 20.96 and 45.16 mm."""
    for speed, diameter in (("100 Hz", 20.96), ("10 Hz", 45.16)):
        assert m.shaft_diameter("100 kW", speed, "88 MPa").m_as("mm") == pytest.approx(diameter, rel=4e-4)


@given(st.floats(0, 1e4), st.floats(-1e4, 1e4), SIZE, st.floats(0, 0.9))
def test_equivalent_moments_give_the_stresses_of_both(
    bending: float, torque: float, diameter: float, part: float
) -> None:
    bore = part * diameter
    both = m.combined_shaft_stress.si(0.0, bending, torque, diameter, bore)
    stand_in = m.equivalent_shaft_moments.si(bending, torque)
    as_torque = m.torsion_stress.si(stand_in.equivalent_torque, diameter, bore)
    as_moment = m.combined_shaft_stress.si(0.0, stand_in.equivalent_moment, 0.0, diameter, bore)
    assert as_torque == pytest.approx(both.max_shear_stress, rel=1e-9, abs=1e-6)
    assert as_moment.normal_stress == pytest.approx(both.major_principal_stress, rel=1e-9, abs=1e-6)


def test_the_asme_diameter_carries_its_stress() -> None:
    diameter = m.asme_shaft_diameter("500 N*m", "400 N*m", "55 MPa", 1.5, 1.2, 0.4)
    found = m.combined_shaft_stress("0 N", "750 N*m", "480 N*m", diameter, 0.4 * diameter)
    assert found.max_shear_stress.m_as("MPa") == pytest.approx(55, rel=1e-12)


@given(st.floats(-1e3, 1e3), SIZE, SIZE, SIZE, SIZE)
def test_a_held_shaft_turns_alike_on_both_sides(
    moment: float, first_length: float, first: float, second_length: float, second: float
) -> None:
    one, other = m.round_polar_moment.si(first), m.round_polar_moment.si(second)
    found = m.held_shaft.si(moment, first_length, one, second_length, other, 8e10)
    assert found.first_torque - found.second_torque == pytest.approx(moment, rel=1e-12)
    before = m.twist_angle.si(found.first_torque, first_length, 8e10, one)
    behind = m.twist_angle.si(found.second_torque, second_length, 8e10, other)
    assert before == pytest.approx(found.twist_angle, rel=1e-9)
    assert before == pytest.approx(-behind, rel=1e-9)


def test_a_twist_limit_is_kept() -> None:
    diameter = m.shaft_diameter_for_twist("200 N*m", "1 m", "80 GPa", "0.25 deg")
    twist = m.twist_angle("200 N*m", "1 m", "80 GPa", m.round_polar_moment(diameter))
    assert twist.m_as("deg") == pytest.approx(0.25, rel=1e-12)


def test_impossible_shafts_are_refused() -> None:
    with pytest.raises(InputError, match="bore"):
        m.torsion_stress("1 N*m", "10 mm", "10 mm")
    with pytest.raises(InputError, match="bore over the outside"):
        m.shaft_diameter("1 kW", "100 rpm", "50 MPa", 1.0)
    with pytest.raises(InputError, match="stepped_shaft, bores"):
        m.stepped_shaft(["1 N*m"], ["1 m"], ["10 mm"], "80 GPa", "10 mm")
    with pytest.raises(InputError, match="positive"):
        m.shaft_diameter_for_twist("-2 N*m", "1 m", "80 GPa", "1 deg")
    with pytest.raises(InputError, match="thin wall"):
        m.open_wall_torsion_constant("2 mm", "2 mm")

"""Cylinders and spheres against boundary value problems, integrals of equilibrium, and each other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad, solve_bvp

import chipload as cl
from chipload.errors import InputError, ValidityWarning
from chipload.mechanics import (
    autofrettage,
    cylinder_collapse_pressure,
    cylinder_yield_pressure,
    helical_seam_stress,
    thick_cylinder,
    thick_cylinder_growth,
    thick_sphere,
    thick_wall_thickness,
    thin_cylinder,
    thin_sphere,
    vessel_wall_thickness,
)

E, NU = 207e9, 0.29
RATIOS = st.floats(1.05, 8.0)
PRESSURES = st.floats(0.0, 300e6)


@pytest.mark.parametrize("sphere", [False, True])
@pytest.mark.parametrize(("inside", "outside"), [(300e6, 0.0), (0.0, 120e6), (80e6, 200e6)])
def test_stress_against_a_boundary_value_problem(inside: float, outside: float, sphere: bool) -> None:
    """Displacement u solved on a mesh: plane stress for the open cylinder, three dimensions for the sphere."""
    a, b, turns = 10e-3, 35e-3, 2 if sphere else 1

    def stress(r: Any, u: Any, slope: Any) -> tuple[Any, Any]:
        if sphere:
            lame, shear = E * NU / ((1 + NU) * (1 - 2 * NU)), E / (2 * (1 + NU))
            spread = slope + 2 * u / r
            return lame * spread + 2 * shear * slope, lame * spread + 2 * shear * u / r
        return E / (1 - NU**2) * (slope + NU * u / r), E / (1 - NU**2) * (u / r + NU * slope)

    def rhs(r: Any, y: Any) -> Any:
        return np.vstack([y[1], turns * (y[0] / r**2 - y[1] / r)])

    def ends(ya: Any, yb: Any) -> Any:
        return np.array([stress(a, *ya)[0] + inside, stress(b, *yb)[0] + outside]) / 1e8

    mesh = np.linspace(a, b, 200)
    solved = solve_bvp(rhs, ends, mesh, np.zeros((2, mesh.size)), tol=1e-9, max_nodes=100000)
    assert solved.success
    r = np.array([a, 14e-3, 22e-3, b])
    radial, hoop = stress(r, *solved.sol(r))
    found: Any = thick_sphere if sphere else thick_cylinder
    options = {} if sphere else {"ends": "open"}
    ours = found.si(r, a, b, inside, outside, **options)
    np.testing.assert_allclose(ours.radial_stress, radial, rtol=1e-6, atol=2e2)
    np.testing.assert_allclose(ours.hoop_stress, hoop, rtol=1e-6, atol=2e2)
    if not sphere:
        growth = thick_cylinder_growth.si(r, a, b, inside, E, NU, outside, "open")
        np.testing.assert_allclose(growth, solved.sol(r)[0], rtol=1e-6)


@given(ratio=RATIOS, inside=PRESSURES, outside=PRESSURES)
def test_the_walls_carry_the_pressures(ratio: float, inside: float, outside: float) -> None:
    """Forces on half a cylinder and half a sphere, and on the closed end."""
    a, b = 10e-3, 10e-3 * ratio
    scale = (inside + outside) * b + 1
    hoop = quad(lambda r: float(thick_cylinder.si(r, a, b, inside, outside).hoop_stress), a, b)[0]
    assert hoop == pytest.approx(inside * a - outside * b, rel=1e-8, abs=1e-9 * scale)
    half = quad(lambda r: float(thick_sphere.si(r, a, b, inside, outside).hoop_stress) * 2 * np.pi * r, a, b)[0]
    assert half == pytest.approx(np.pi * (inside * a**2 - outside * b**2), rel=1e-8, abs=1e-9 * scale * b)
    axial = float(thick_cylinder.si(a, a, b, inside, outside, "closed").axial_stress)
    assert axial * (b**2 - a**2) == pytest.approx(inside * a**2 - outside * b**2, rel=1e-9, abs=1e-9 * scale * b)


@given(ratio=RATIOS, inside=PRESSURES, outside=PRESSURES)
def test_equal_pressures_press_alike_everywhere(ratio: float, inside: float, outside: float) -> None:
    r = np.linspace(1.0, ratio, 5)
    found = thick_cylinder.si(r, 1.0, ratio, inside, inside)
    np.testing.assert_allclose(found.hoop_stress, -inside, rtol=1e-9, atol=1e-3)
    np.testing.assert_allclose(found.von_mises_stress, 0, atol=1e-3 + 1e-9 * inside)
    edge = thick_cylinder.si(np.array([1.0, ratio]), 1.0, ratio, inside, outside)
    np.testing.assert_allclose(edge.radial_stress, [-inside, -outside], rtol=1e-9, atol=1e-6 * (inside + outside) + 1)


def test_a_thick_wall_tends_to_a_thin_one() -> None:
    for thinness in (50.0, 200.0, 1000.0):
        inner, wall = 100e-3, 100e-3 / thinness
        thick = thick_cylinder.si(inner + wall / 2, inner, inner + wall, 1e6)
        thin = thin_cylinder.si(1e6, inner, wall, E, NU)
        assert thick.hoop_stress == pytest.approx(thin.hoop_stress, rel=1.1 / thinness)
        assert thick.axial_stress == pytest.approx(thin.axial_stress, rel=1.1 / thinness)
        growth = thick_cylinder_growth.si(inner, inner, inner + wall, 1e6, E, NU)
        assert growth == pytest.approx(thin.radial_growth, rel=1.5 / thinness)
        ball = thick_sphere.si(inner + wall / 2, inner, inner + wall, 1e6)
        assert ball.hoop_stress == pytest.approx(
            thin_sphere.si(1e6, inner, wall, E, NU).hoop_stress, rel=2.5 / thinness
        )


@pytest.mark.parametrize("theory", ["lame", "clavarino", "birnie"])
def test_the_thick_wall_meets_its_own_limit(theory: str) -> None:
    """At the bore the greatest stress, or E times the greatest strain, is the allowable stress."""
    pressure, bore, allowed = 25e6, 60e-3, 110e6
    wall = thick_wall_thickness.si(pressure, bore, allowed, NU, theory)
    ends = "open" if theory == "birnie" else "closed"
    at_bore = thick_cylinder.si(bore, bore, bore + wall, pressure, 0.0, ends)
    strain = at_bore.hoop_stress - NU * (at_bore.radial_stress + at_bore.axial_stress)
    assert (at_bore.hoop_stress if theory == "lame" else strain) == pytest.approx(allowed, rel=1e-12)


def test_the_code_formula_is_at_most_a_little_thicker_than_the_exact_wall() -> None:
    share = np.linspace(0.001, 0.385, 50)
    code = vessel_wall_thickness.si(share * 100e6, 1.0, 100e6, 1.0)
    exact = thick_wall_thickness.si(share * 100e6, 1.0, 100e6, NU, "lame")
    assert np.all(code > exact * (1 - 1e-4))
    assert np.max(code / exact) == pytest.approx(1.0113, rel=1e-4)


@pytest.mark.parametrize("criterion", ["von_mises", "tresca"])
@given(ratio=RATIOS)
def test_yield_and_collapse_pressures(criterion: str, ratio: float) -> None:
    begins = cylinder_yield_pressure.si(1.0, ratio, 400e6, criterion)
    at_bore = thick_cylinder.si(1.0, 1.0, ratio, begins)
    reached = at_bore.von_mises_stress if criterion == "von_mises" else at_bore.hoop_stress - at_bore.radial_stress
    assert reached == pytest.approx(400e6, rel=1e-9)
    # all yielded: the radial stress falls by the flow stress over the radius, from the bore to the outside
    flow = 400e6 * (2 / 3**0.5 if criterion == "von_mises" else 1.0)
    fallen = quad(lambda r: flow / r, 1.0, ratio)[0]
    assert cylinder_collapse_pressure.si(1.0, ratio, 400e6, criterion) == pytest.approx(fallen, rel=1e-9)
    assert begins < fallen


@given(ratio=st.floats(1.1, 4.0), share=st.floats(0.0, 1.0))
def test_autofrettage_by_equilibrium(ratio: float, share: float) -> None:
    """Inside the yielded radius hoop less radial stress is the yield strength; outside it is an elastic cylinder."""
    strength, plastic = 500e6, 1 + share * (ratio - 1)
    at_boundary = strength / 2 * (1 - (plastic / ratio) ** 2)
    pressure = at_boundary + quad(lambda r: strength / r, 1.0, plastic)[0]
    found = autofrettage.si(1.0, plastic, ratio, strength)
    assert found.autofrettage_pressure == pytest.approx(pressure, rel=1e-9)
    loaded_hoop = strength - pressure
    let_off = thick_cylinder.si(1.0, 1.0, ratio, pressure).hoop_stress
    assert found.residual_hoop_stress == pytest.approx(loaded_hoop - let_off, rel=1e-7, abs=1.0)
    low, high = (f.si(1.0, ratio, strength, "tresca") for f in (cylinder_yield_pressure, cylinder_collapse_pressure))
    assert low * (1 - 1e-9) <= found.autofrettage_pressure <= high * (1 + 1e-9)


def test_a_seam_around_and_a_seam_along() -> None:
    around = helical_seam_stress("80 MPa", "40 MPa", "0 deg")
    along = helical_seam_stress("80 MPa", "40 MPa", "90 deg")
    assert around.seam_normal_stress.m == pytest.approx(40, rel=1e-12)
    assert along.seam_normal_stress.m == pytest.approx(80, rel=1e-12)
    assert helical_seam_stress("80 MPa", "40 MPa", "45 deg").seam_shear_stress.m == pytest.approx(20, rel=1e-12)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(InputError, match="between the inner and the outer radius"):
        thick_cylinder("60 mm", "10 mm", "50 mm", "10 MPa")
    with pytest.raises(InputError, match="larger than the inner one"):
        thick_sphere("50 mm", "50 mm", "50 mm", "10 MPa")
    with pytest.raises(InputError, match="stronger material"):
        thick_wall_thickness("100 MPa", "50 mm", "100 MPa", 0.3, "clavarino")
    with pytest.raises(InputError, match="must lie in the wall"):
        autofrettage("20 mm", "50 mm", "40 mm", "400 MPa")
    with pytest.warns(ValidityWarning, match="yields again"):
        autofrettage("20 mm", "60 mm", "60 mm", "400 MPa")
    with pytest.warns(ValidityWarning, match="the wall is thick"):
        vessel_wall_thickness("60 MPa", "500 mm", "138 MPa", 1.0)


def test_arrays_broadcast() -> None:
    radii = cl.Quantity(np.linspace(10, 50, 7), "mm")
    found = thick_cylinder(radii, "10 mm", "50 mm", cl.Quantity(np.array([[10.0], [20.0]]), "MPa"))
    assert found.axial_stress.m.shape == found.hoop_stress.m.shape == (2, 7)

"""Spinning rings and discs against boundary value problems and the balance of half a disc."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad, solve_bvp

from chipload.errors import InputError
from chipload.mechanics import (
    disc_burst_speed,
    disc_yield_speed,
    rotating_disc,
    rotating_ring,
    rotating_solid_disc,
)

E, NU, RHO = 210e9, 0.28, 7800.0
HOLES = st.floats(0.01, 0.98)


@pytest.mark.parametrize("hole", [0.0, 0.05, 0.1, 0.2])
def test_stress_against_a_boundary_value_problem(hole: float) -> None:
    rim, turns = 0.3, 100.0
    pull = RHO * (2 * np.pi * turns) ** 2
    start = max(hole, 1e-4)

    def stress(r: Any, u: Any, slope: Any) -> tuple[Any, Any]:
        return E / (1 - NU**2) * (slope + NU * u / r), E / (1 - NU**2) * (u / r + NU * slope)

    def rhs(r: Any, y: Any) -> Any:
        return np.vstack([y[1], y[0] / r**2 - y[1] / r - (1 - NU**2) / E * pull * r])

    def ends(ya: Any, yb: Any) -> Any:
        first = stress(start, *ya)[0] / 1e8 if hole else (ya[0] - start * ya[1]) * 1e6
        return np.array([first, stress(rim, *yb)[0] / 1e8])

    mesh = np.geomspace(start, rim, 400)
    solved = solve_bvp(rhs, ends, mesh, np.zeros((2, mesh.size)), tol=1e-9, max_nodes=200000)
    assert solved.success
    r = np.linspace(max(hole, 0.03), rim, 6)
    radial, hoop = stress(r, *solved.sol(r))
    ours = (
        rotating_disc.si(r, hole, rim, turns, RHO, E, NU) if hole else rotating_solid_disc.si(r, rim, turns, RHO, E, NU)
    )
    np.testing.assert_allclose(ours.radial_stress, radial, rtol=1e-5, atol=2e3)
    np.testing.assert_allclose(ours.hoop_stress, hoop, rtol=1e-5)
    np.testing.assert_allclose(ours.radial_growth, solved.sol(r)[0], rtol=1e-5)


@given(hole=HOLES)
def test_the_hoop_stress_holds_half_the_disc(hole: float) -> None:
    """The pull of half a disc across its diameter, and the free edges."""
    turns = 50.0
    held = quad(lambda r: float(rotating_disc.si(r, hole, 1.0, turns, RHO, E, NU).hoop_stress), hole, 1.0)[0]
    pulled = RHO * (2 * np.pi * turns) ** 2 * (1 - hole**3) / 3
    assert held == pytest.approx(pulled, rel=1e-9)
    edges = rotating_disc.si(np.array([hole, 1.0]), hole, 1.0, turns, RHO, E, NU)
    np.testing.assert_allclose(edges.radial_stress, 0, atol=1e-9 * edges.hoop_stress[0])


def test_a_pinhole_doubles_the_stress_and_a_narrow_rim_is_a_ring() -> None:
    solid = rotating_solid_disc.si(0.0, 1.0, 30.0, RHO, E, NU).hoop_stress
    pinhole = rotating_disc.si(1e-6, 1e-6, 1.0, 30.0, RHO, E, NU).hoop_stress
    assert pinhole == pytest.approx(2 * solid, rel=1e-9)
    ring = rotating_ring.si(1.0, 30.0, RHO, E)
    rim = rotating_disc.si(1.0, 0.9999, 1.0001, 30.0, RHO, E, NU)
    assert rim.hoop_stress == pytest.approx(ring.hoop_stress, rel=1e-3)
    assert rim.radial_growth == pytest.approx(ring.radial_growth, rel=1e-3)


@given(hole=HOLES)
def test_the_limits_of_speed(hole: float) -> None:
    """At the yield speed the hole has the strength; at the burst speed the mean hoop stress has it."""
    begins = disc_yield_speed.si(hole, 1.0, RHO, 600e6, NU)
    assert rotating_disc.si(hole, hole, 1.0, begins, RHO, E, NU).hoop_stress == pytest.approx(600e6, rel=1e-9)
    bursts = disc_burst_speed.si(hole, 1.0, RHO, 600e6)
    mean = RHO * (2 * np.pi * bursts) ** 2 * (1 - hole**3) / 3 / (1 - hole)
    assert mean == pytest.approx(600e6, rel=1e-9)
    assert bursts > begins


def test_a_radius_off_the_disc_is_refused() -> None:
    steel = ("3000 rpm", "7800 kg/m**3", "210 GPa", 0.28)
    with pytest.raises(InputError, match="outside the disc"):
        rotating_solid_disc("60 mm", "50 mm", *steel)
    with pytest.raises(InputError, match="in the hole"):
        rotating_disc("5 mm", "10 mm", "50 mm", *steel)
    with pytest.raises(InputError, match="as large as the disc"):
        disc_burst_speed("50 mm", "50 mm", "7800 kg/m**3", "600 MPa")

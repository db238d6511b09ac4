"""Springs against eigenvalues, columns, curved beams and the energy they store."""

from __future__ import annotations

from math import inf, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import dblquad, quad
from scipy.linalg import eigh_tridiagonal
from scipy.optimize import brentq

from chipload.errors import InputError, ValidityWarning
from chipload.mechanics import (
    bergstrasser_factor,
    disc_spring_force,
    disc_spring_stress,
    extension_hook_stress,
    helical_spring_rate,
    helical_spring_stress,
    laminated_leaf_spring,
    leaf_spring_deflection,
    leaf_spring_radius,
    simple_hook_stress,
    spiral_spring,
    spring_buckling_deflection,
    spring_coils,
    spring_fatigue_safety,
    spring_surge_frequency,
    spring_wire_energy,
    torsion_spring_rate,
    torsion_spring_stress,
    wahl_factor,
)

INDICES = st.floats(4.0, 12.0)
E, G, RHO = 206e9, 79e9, 7850.0


@given(index=INDICES)
def test_the_stress_factors_agree_with_the_exact_series(index: float) -> None:
    """C. J. Ancker and J. N. Goodier: 1 + 5/(4 C) + 7/(8 C²) + 1/C³ for a close-coiled spring."""
    exact = 1 + 1.25 / index + 0.875 / index**2 + 1 / index**3
    assert wahl_factor.si(index) == pytest.approx(exact, rel=0.02)
    assert bergstrasser_factor.si(index) == pytest.approx(wahl_factor.si(index), rel=0.014)
    plain = helical_spring_stress.si(100.0, 1e-3, index * 1e-3, "shear")
    assert plain == pytest.approx((1 + 0.5 / index) * 800.0 * index * 1e-3 / (pi * 1e-9), rel=1e-12)


@given(index=INDICES, coils=st.floats(2.0, 30.0), force=st.floats(1.0, 1e4))
def test_the_work_of_the_force_is_the_energy_in_the_wire(index: float, coils: float, force: float) -> None:
    wire = 3e-3
    rate = helical_spring_rate.si(wire, index * wire, coils, G)
    stress = 8 * force * index * wire / (pi * wire**3)
    volume = pi * wire**2 / 4 * pi * index * wire * coils
    assert spring_wire_energy.si(stress, volume, G) == pytest.approx(force**2 / (2 * rate), rel=1e-9)


def test_surge_against_the_eigenvalues_of_a_chain() -> None:
    wire, coil, coils, count = 4e-3, 30e-3, 9.0, 2000
    rate = helical_spring_rate.si(wire, coil, coils, G) * (count + 1)
    mass = pi * wire**2 / 4 * pi * coil * coils * RHO / (count + 1)
    lowest = eigh_tridiagonal(
        np.full(count, 2 * rate / mass), np.full(count - 1, -rate / mass), select="i", select_range=(0, 0)
    )[0][0]
    assert spring_surge_frequency.si(wire, coil, coils, G, RHO) == pytest.approx(lowest**0.5 / (2 * pi), rel=1e-5)


@pytest.mark.parametrize("length", [0.12, 0.16, 0.25])
def test_buckling_against_a_column_that_shears_and_shortens(length: float) -> None:
    """J. A. Haringx: P (1 + P/S) = pi² B/l² with the stiffness of the coils at the length l that the load leaves."""
    wire, coil, coils = 3e-3, 25e-3, 12.0
    radius, inertia = coil / 2, pi * wire**4 / 64
    rate = helical_spring_rate.si(wire, coil, coils, G)

    def miss(deflection: float) -> float:
        left, load = length - deflection, rate * deflection
        bending = left * 2 * E * G * inertia / (pi * radius * coils * (2 * G + E))
        shear = left * E * inertia / (pi * radius**3 * coils)
        return load * (1 + load / shear) - pi**2 * bending / left**2

    found = brentq(miss, 1e-9, 0.6 * length)
    assert spring_buckling_deflection.si(length, coil, E, G, 1.0) == pytest.approx(found, rel=1e-9)


def test_a_short_steel_spring_never_buckles() -> None:
    limit = 2.63 * 25e-3
    assert spring_buckling_deflection.si(limit * 0.99, 25e-3, E, G, 1.0) == inf
    assert spring_buckling_deflection.si(limit * 1.01, 25e-3, E, G, 1.0) < limit
    lengths = np.array([0.05, 0.1, 0.2])
    together = spring_buckling_deflection.si(lengths, 25e-3, E, G, 1.0)
    assert together[0] == inf
    assert np.all(np.isfinite(together[1:]))


@pytest.mark.parametrize(
    ("ends", "total", "solid", "pitch"),
    [
        ("plain", 8, 18, 12),
        ("plain ground", 9, 18, 98 / 9),
        ("squared", 10, 22, 11.5),
        ("squared ground", 10, 20, 11.75),
    ],
)
def test_coils_of_each_kind_of_ends(ends: str, total: float, solid: float, pitch: float) -> None:
    found = spring_coils(8.0, "2 mm", "98 mm", ends)
    assert found.total_coils.m == total
    assert found.solid_length.m == pytest.approx(solid, rel=1e-12)
    assert found.coil_pitch.m == pytest.approx(pitch, rel=1e-12)


def curved_bar_factor(index: float) -> float:
    """Stress on the inside of a curved round bar over that of a straight one, by Winkler's theory and quadrature."""
    section = quad(lambda t: 2 * np.cos(t) ** 2 / (index + np.sin(t)), -pi / 2, pi / 2)[0]
    neutral = pi / section
    shift = index - neutral
    return (1 - shift) / (pi * shift * (index - 1)) * pi / 4


@given(index=st.floats(3.0, 12.0))
def test_bending_factors_against_a_curved_bar(index: float) -> None:
    exact = curved_bar_factor(index)
    assert torsion_spring_stress.si(1.0, 1e-3, index * 1e-3) == pytest.approx(exact * 32 / (pi * 1e-9), rel=0.01)
    hook = extension_hook_stress.si(1.0, 1e-3, index * 1e-3, index * 5e-4, index * 5e-4)
    bent = exact * 16 * index * 1e-3 / (pi * 1e-9) + 4 / (pi * 1e-6)
    assert hook.hook_bending_stress == pytest.approx(bent, rel=0.01)
    assert simple_hook_stress.si(1.0, 1e-3, index * 5e-4) > exact * 16 * index * 1e-3 / (pi * 1e-9)


def test_a_torsion_spring_stores_the_work_of_its_torque() -> None:
    """Energy of a bent bar as long as the wire."""
    wire, coil, coils, torque = 2e-3, 16e-3, 6.0, 1.5
    energy = torque**2 * pi * coil * coils / (2 * E * pi * wire**4 / 64)
    assert torque**2 / (2 * torsion_spring_rate.si(wire, coil, coils, E)) == pytest.approx(energy, rel=1e-12)


def test_a_spiral_spring_winds_as_a_bent_strip() -> None:
    found = spiral_spring.si(1.0, 2.0, 10e-3, 1e-3, E)
    assert found.winding_angle == pytest.approx(1.0 * 2.0 / (E * 10e-3 * 1e-9 / 12), rel=1e-12)
    assert found.strip_bending_stress == pytest.approx(2 * 6 * 1.0 / (10e-3 * 1e-6), rel=1e-12)


@pytest.mark.parametrize("share", [0.2, 0.75, 1.0])
@pytest.mark.parametrize("height", [0.4, 1.3])
def test_a_disc_spring_against_the_energy_of_a_turning_section(height: float, share: float) -> None:
    """Almen and László's section turns without change of shape; its hoop strain energy gives force and stress.

    The standard has one constant for the two parts of the energy, which is less than one in a hundred off.
    """
    inner, outer, t, nu = 10e-3, 20e-3, 1e-3, 0.3
    cone, s = height * t, share * height * t
    pivot = (outer - inner) / np.log(outer / inner)
    wide = outer - inner

    def strain(x: float, y: float, deflection: float) -> float:
        """At a radius of pivot - x and a height y above the middle, from the angle of the cone and its change."""
        start, change = cone / wide, deflection / wide
        return change * (x * (start - change / 2) + y) / (pivot - x)

    def energy(deflection: float) -> float:
        def density(y: float, x: float) -> float:
            return pi * E / (1 - nu**2) * strain(x, y, deflection) ** 2 * (pivot - x)

        return dblquad(density, pivot - outer, pivot - inner, -t / 2, t / 2, epsabs=1e-14, epsrel=1e-12)[0]

    step = 1e-3 * t
    force = (energy(s + step) - energy(s - step)) / (2 * step)
    assert disc_spring_force.si(s, inner, outer, t, cone, E, nu) == pytest.approx(force, rel=0.01)
    found = disc_spring_stress.si(s, inner, outer, t, cone, E, nu)
    plane = -E / (1 - nu**2)
    edges = {
        "upper_inner_stress": (pivot - inner, t / 2), "lower_inner_stress": (pivot - inner, -t / 2),
        "lower_outer_stress": (pivot - outer, -t / 2), "upper_outer_stress": (pivot - outer, t / 2),
        "upper_middle_stress": (0.0, t / 2),
    }  # fmt: skip
    largest = abs(plane * strain(pivot - inner, t / 2, s))
    for name, (x, y) in edges.items():
        assert getattr(found, name) == pytest.approx(plane * strain(x, y, s), abs=0.01 * largest)


def test_a_high_cone_snaps_through() -> None:
    height = np.linspace(0.05, 1.0, 40) * 3e-3
    forces = disc_spring_force.si(height, 10e-3, 20e-3, 1e-3, 3e-3, E, 0.3)
    assert np.any(np.diff(forces) < 0)


def test_leaves_share_the_load_with_one_deflection() -> None:
    """Full leaves as a simply supported beam; graduated ones as a body of equal stress, half again as soft."""
    span, b, t = 1.0, 60e-3, 8e-3
    found = laminated_leaf_spring.si(10e3, span, 2.0, 5.0, b, t, E)
    inertia = b * t**3 / 12
    assert found.leaf_deflection == pytest.approx(found.full_leaf_force * span**3 / (48 * E * 2 * inertia), rel=1e-12)
    graduated = 10e3 - found.full_leaf_force
    assert found.leaf_deflection == pytest.approx(graduated * span**3 / (32 * E * 5 * inertia), rel=1e-12)
    assert found.leaf_bending_stress == pytest.approx(found.full_leaf_force * span / 4 / (2 * b * t**2 / 6), rel=1e-12)
    alone = laminated_leaf_spring.si(10e3, span, 2.0, 0.0, b, t, E)
    assert alone.full_leaf_force == pytest.approx(10e3, rel=1e-12)


def test_a_leaf_of_equal_stress_bends_to_a_circle() -> None:
    """Curvature 2 σ/(E t) all along: the rise of a flat arc, and the radius that takes it out."""
    stress, span, t = 300e6, 0.8, 6e-3
    rise = leaf_spring_deflection.si(stress, span, t, E)
    assert leaf_spring_radius.si(span, rise) == pytest.approx(E * t / (2 * stress), rel=1e-12)


def test_the_ends_of_the_fatigue_line() -> None:
    """Safety 1 at pulsating strength, where mean and amplitude are half of it, and at yield under a steady load."""
    assert spring_fatigue_safety.si(150e6, 150e6, 650e6, 300e6) == pytest.approx(1, rel=1e-12)
    assert spring_fatigue_safety.si(650e6, 0.0, 650e6, 300e6) == pytest.approx(1, rel=1e-12)


def test_what_cannot_be_is_refused_and_an_odd_index_warned() -> None:
    with pytest.raises(InputError, match="larger than its wire"):
        helical_spring_rate("5 mm", "5 mm", 10.0, "80 GPa")
    with pytest.raises(InputError, match="longer free length"):
        spring_coils(10.0, "2 mm", "15 mm", "squared")
    with pytest.raises(InputError, match="tighter"):
        simple_hook_stress("10 N", "2 mm", "1 mm")
    with pytest.raises(InputError, match="larger than the shear modulus"):
        spring_buckling_deflection("100 mm", "10 mm", "70 GPa", "80 GPa", 1.0)
    with pytest.warns(ValidityWarning, match="outside 4 to 12"):
        helical_spring_rate("5 mm", "15 mm", 10.0, "80 GPa")
    with pytest.warns(ValidityWarning, match="beyond flat"):
        disc_spring_force("2 mm", "10 mm", "20 mm", "1 mm", "1 mm", "206 GPa", 0.3)

"""Strain from gauges, and what a strain state tells."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import StrainState

MICRO = st.floats(-3e-3, 3e-3, allow_subnormal=False)


def readings(state: StrainState, angles: np.ndarray) -> list[float]:
    """What gauges at these angles read, by the change in length of a line in the plane."""
    return [float(state.along([np.cos(angle), np.sin(angle), 0.0]).magnitude) for angle in angles]


@given(MICRO, MICRO, MICRO, st.lists(st.floats(-4, 4), min_size=3, max_size=6, unique=True))
def test_rosette_round_trip(x: float, y: float, shear: float, given_angles: list[float]) -> None:
    angles = np.array(given_angles)
    apart = np.abs(np.sin(angles[:, None] - angles))[np.triu_indices(len(angles), 1)]
    assume(np.min(apart) > 0.2)
    state = StrainState.plane_stress(x, y, shear, 0.3)
    found = StrainState.from_rosette(readings(state, angles), [f"{angle!r} rad" for angle in given_angles], 0.3)
    np.testing.assert_allclose(found.tensor, state.tensor, rtol=0, atol=1e-12)


@pytest.mark.parametrize(("name", "step"), [("rectangular", 45.0), ("delta", 60.0)])
def test_named_rosettes_are_their_angles_and_their_formulas(name: str, step: float) -> None:
    strains = [120e-6, -340e-6, 560e-6]
    found = StrainState.from_rosette(strains, name, 0.3)
    by_angle = StrainState.from_rosette(strains, ["0 deg", f"{step} deg", f"{2 * step} deg"], 0.3)
    assert found.close_to(by_angle, 1e-12)
    formula = getattr(cl.mechanics, f"{name}_rosette")(*strains)
    assert found.normal_strain_y.m == pytest.approx(formula.normal_strain_y.m, rel=1e-12)
    assert found.shear_strain_xy.m == pytest.approx(formula.shear_strain_xy.m, rel=1e-12)
    assert readings(found, np.radians([0, step, 2 * step])) == pytest.approx(strains, rel=1e-12)


def test_readings_over_time() -> None:
    time = np.linspace(0, 1e-3, 5)
    found = StrainState.from_rosette([time, 0.5 * time, np.zeros(5)], "rectangular", 0.3)
    assert found.shape == (5,)
    np.testing.assert_allclose(found.normal_strain_x.m, time, rtol=1e-12)


def test_more_readings_are_fitted_by_least_squares() -> None:
    angles = np.radians([0, 30, 60, 90, 120])
    read = np.array([100, 250, 180, -60, -150]) * 1e-6
    columns = np.column_stack((np.cos(angles) ** 2, np.sin(angles) ** 2, np.sin(angles) * np.cos(angles)))
    expected = np.linalg.lstsq(columns, read, rcond=None)[0]
    found = StrainState.from_rosette(read, [f"{angle!r} rad" for angle in angles.tolist()], 0.3)
    np.testing.assert_allclose(
        [found.normal_strain_x.m, found.normal_strain_y.m, found.shear_strain_xy.m], expected, rtol=1e-10
    )


@pytest.mark.parametrize(
    ("strains", "angles", "words"),
    [
        ([1e-4, 2e-4], ["0 deg", "45 deg"], "three at least"),
        ([1e-4, 2e-4, 3e-4], ["0 deg", "45 deg"], "3 readings were given at 2 angles"),
        ([1e-4, 2e-4, 3e-4], ["0 deg", "90 deg", "180 deg"], "fewer than three directions"),
        ([1e-4, 2e-4, 3e-4], ["10 deg", "10 deg", "55 deg"], "fewer than three directions"),
        (1e-4, "delta", "one reading was given"),
        ([1e-4, 2e-4, 3e-4], cl.Quantity(45.0, "deg"), "one angle was given"),
        ([1e-4, 2e-4, 3e-4], "tee", "no rosette"),
        ([1e-4, "2 MPa", 3e-4], "delta", "strains"),
        ([np.zeros(2), np.zeros(3), 1e-4], "delta", "different lengths"),
    ],
)
def test_bad_rosettes_are_refused(strains: object, angles: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        StrainState.from_rosette(strains, angles, 0.3)


def test_plane_stress_has_no_stress_across() -> None:
    stress = StrainState.plane_stress(4e-4, -1e-4, 3e-4, 0.29).stress("207 GPa", 0.29)
    assert stress.normal_stress_z.m == pytest.approx(0.0, abs=1e-12)
    plane = cl.mechanics.plane_stress_stresses(4e-4, -1e-4, 3e-4, "207 GPa", 0.29)
    assert stress.normal_stress_x.m == pytest.approx(plane.normal_stress_x.m, rel=1e-13)
    assert stress.shear_stress_xy.m == pytest.approx(plane.shear_stress_xy.m, rel=1e-13)


def test_shear_strains_and_equivalent_strain() -> None:
    """A bar that keeps its volume: strains e, -e/2, -e/2."""
    bar = StrainState.from_principal(2e-3, -1e-3, -1e-3)
    assert bar.equivalent_strain.m == pytest.approx(2e-3, rel=1e-13)
    assert bar.volumetric_strain.m == pytest.approx(0.0, abs=1e-18)
    assert bar.max_shear_strain.m == pytest.approx(3e-3, rel=1e-13)
    assert bar.max_in_plane_shear_strain.m == pytest.approx(3e-3, rel=1e-13)
    unit = np.ones(3) / np.sqrt(3)
    normal = unit @ bar.tensor @ unit
    shear = 2 * np.linalg.norm(bar.tensor @ unit - normal * unit)
    assert bar.octahedral_shear_strain.m == pytest.approx(shear, rel=1e-13)
    assert bar.octahedral_normal_strain.m == pytest.approx(normal, abs=1e-18)

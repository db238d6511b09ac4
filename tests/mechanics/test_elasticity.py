"""Hooke's law, the elastic constants and the energy: identities, limits and independent ways to the same number."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import StrainState, StressState, elastic_constants

MPA = st.floats(-500, 500, allow_subnormal=False)
SIX = st.tuples(*[MPA] * 6)
RATIO = st.floats(-0.9, 0.49)
NAMES = ("youngs_modulus", "shear_modulus", "bulk_modulus", "lame_modulus", "poisson_ratio", "wave_modulus")


def state_of(six: tuple[float, ...]) -> StressState:
    return StressState(**dict(zip(StressState.names, (f"{value!r} MPa" for value in six), strict=True)))


@given(SIX, RATIO)
def test_strain_of_stress_of_strain_is_the_identity(six: tuple[float, ...], ratio: float) -> None:
    stress = state_of(six)
    strain = stress.strain("205 GPa", ratio)
    assert strain.stress("205 GPa", ratio).close_to(stress, 1e-11)
    warm = stress.strain("205 GPa", ratio, "12e-6 1/K", "80 K")
    back = warm.stress("205 GPa", ratio, "12e-6 1/K", "80 K")
    held = 205e9 * 12e-6 * 80 / (1 - 2 * ratio)
    np.testing.assert_allclose(back.tensor, stress.tensor, rtol=1e-11, atol=1e-13 * held)


@given(SIX, RATIO)
def test_energy_is_half_the_work_and_the_sum_of_its_parts(six: tuple[float, ...], ratio: float) -> None:
    stress = state_of(six)
    energy = stress.strain_energy("205 GPa", ratio)
    work = 0.5 * np.sum(stress.tensor * stress.strain("205 GPa", ratio).tensor)
    scale = np.abs(stress.tensor).max() ** 2 / 205e9
    assert energy.strain_energy.to("J/m**3").m == pytest.approx(work, rel=1e-9, abs=1e-11 * scale)
    assert (energy.distortion_energy + energy.dilatation_energy).m == pytest.approx(energy.strain_energy.m, rel=1e-13)
    shape = stress.deviator
    distortion = 0.5 * np.sum(shape.tensor * shape.strain("205 GPa", ratio).tensor)
    assert energy.distortion_energy.to("J/m**3").m == pytest.approx(distortion, rel=1e-9, abs=1e-11 * scale)


@given(SIX, RATIO)
def test_hooke_by_its_stiffness_matrix(six: tuple[float, ...], ratio: float) -> None:
    """Against the inverse of the 6 x 6 compliance."""
    compliance = np.zeros((6, 6))
    compliance[:3, :3] = -ratio
    np.fill_diagonal(compliance, [1, 1, 1, *[2 * (1 + ratio)] * 3])
    strains = compliance / 205e3 @ np.array(six)
    found = state_of(six).strain("205 GPa", ratio)
    size = np.abs(strains).max()
    components = [getattr(found, name).m for name in StrainState.names]
    np.testing.assert_allclose(components, strains, rtol=0, atol=1e-13 * size)


def test_formulas_are_the_states() -> None:
    m = cl.mechanics
    given = ("120 MPa", "-60 MPa", "35 MPa")
    steel = ("207 GPa", 0.29)
    space = StressState(normal_stress_x=given[0], normal_stress_y=given[1], normal_stress_z=given[2]).strain(*steel)
    formula = m.hooke_strains(*given, *steel)
    for name in ("normal_strain_x", "normal_strain_y", "normal_strain_z"):
        assert getattr(formula, name).m == pytest.approx(getattr(space, name).m, rel=1e-13)
    back = m.hooke_stresses(space.normal_strain_x, space.normal_strain_y, space.normal_strain_z, *steel)
    assert back.normal_stress_y.m == pytest.approx(-60.0, rel=1e-12)
    plane = m.plane_stress_strains(*given, *steel)
    state = StressState.plane(*given).strain(*steel)
    for name in ("normal_strain_x", "normal_strain_y", "normal_strain_z", "shear_strain_xy"):
        assert getattr(plane, name).m == pytest.approx(getattr(state, name).m, rel=1e-13)
    long = m.plane_strain_stresses(4e-4, -1e-4, 3e-4, *steel)
    held = StrainState.plane_strain(4e-4, -1e-4, 3e-4).stress(*steel)
    for name in ("normal_stress_x", "normal_stress_y", "normal_stress_z", "shear_stress_xy"):
        assert getattr(long, name).m == pytest.approx(getattr(held, name).m, rel=1e-12)
    again = m.plane_strain_strains(long.normal_stress_x, long.normal_stress_y, long.shear_stress_xy, *steel)
    assert again.normal_strain_x.m == pytest.approx(4e-4, rel=1e-12)
    assert again.normal_stress_z.m == pytest.approx(long.normal_stress_z.m, rel=1e-12)


def test_a_strain_in_shear_only_is_the_shear_modulus() -> None:
    stress = StrainState(shear_strain_yz=1e-3).stress("210 GPa", 0.3)
    modulus = cl.mechanics.shear_modulus("210 GPa", 0.3)
    assert stress.shear_stress_yz.m == pytest.approx(cl.mechanics.hooke_shear_stress(modulus, 1e-3).m, rel=1e-13)


@pytest.mark.parametrize("pair", list(combinations(NAMES, 2)))
@pytest.mark.parametrize("ratio", [-0.4, 0.1, 0.29, 0.45])
def test_any_two_constants_give_the_others(pair: tuple[str, str], ratio: float) -> None:
    whole = elastic_constants(youngs_modulus="200 GPa", poisson_ratio=ratio)
    assert whole.shear_modulus.m == pytest.approx(200 / (2 * (1 + ratio)), rel=1e-14)
    assert whole.wave_modulus.m == pytest.approx(200 * (1 - ratio) / ((1 + ratio) * (1 - 2 * ratio)), rel=1e-13)
    assert whole.lame_modulus.m == pytest.approx(200 * ratio / ((1 + ratio) * (1 - 2 * ratio)), rel=1e-13)
    found = elastic_constants(**{name: getattr(whole, name) for name in pair}, auxetic=ratio < 0)
    for name in NAMES:
        assert getattr(found, name).m == pytest.approx(getattr(whole, name).m, rel=1e-9)


@pytest.mark.parametrize(
    ("two", "words"),
    [
        ({}, "give two of .*given: none"),
        ({"youngs_modulus": "200 GPa"}, "given: youngs_modulus"),
        ({"youngs_modulus": "200 GPa", "shear_modulus": "80 GPa", "poisson_ratio": 0.3}, "give two of"),
        ({"youngs_modulus": "200 GPa", "stiffness": "80 GPa"}, "elastic_constants, stiffness"),
        ({"youngs_modulus": "200 GPa", "poisson_ratio": 0.5}, "Poisson's ratio of 0.5"),
        ({"youngs_modulus": "200 GPa", "shear_modulus": "60 GPa"}, "Poisson's ratio of 0.667"),
        ({"youngs_modulus": "200 GPa", "shear_modulus": "200 MPa"}, "Poisson's ratio of 499"),
        ({"lame_modulus": "0 GPa", "poisson_ratio": 0.0}, "leave the others open"),
        ({"bulk_modulus": "100 GPa", "lame_modulus": "150 GPa"}, "fit no material"),
        ({"youngs_modulus": "200 GPa", "wave_modulus": "150 GPa"}, "fit no material"),
        ({"lame_modulus": "100 GPa", "poisson_ratio": -0.2}, "fit no material"),
        ({"youngs_modulus": "200 mm", "poisson_ratio": 0.3}, "youngs_modulus"),
    ],
)
def test_constants_that_cannot_be(two: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        elastic_constants(**two)


def test_constants_of_arrays() -> None:
    found = elastic_constants(youngs_modulus=cl.Quantity(np.array([70.0, 210.0]), "GPa"), poisson_ratio=0.3)
    np.testing.assert_allclose(found.bulk_modulus.m, [70 / 1.2, 210 / 1.2], rtol=1e-14)
    assert found.poisson_ratio.m.shape == (2,)


def test_constants_whose_shapes_do_not_fit() -> None:
    with pytest.raises(InputError, match=r"youngs_modulus \(2,\), poisson_ratio \(3,\) do not fit together"):
        elastic_constants(youngs_modulus=cl.Quantity(np.ones(2), "GPa"), poisson_ratio=np.full(3, 0.3))


def test_what_cannot_be_squeezed_still_shears_and_expands() -> None:
    assert cl.mechanics.shear_modulus("3 MPa", 0.5).to("MPa").m == pytest.approx(1.0, rel=1e-13)
    held = cl.mechanics.restrained_plate_stress("3 MPa", "200e-6 1/K", "50 K", 0.5)
    assert held.to("MPa").m == pytest.approx(-0.06, rel=1e-13)
    for formula in (cl.mechanics.shear_modulus, cl.mechanics.bulk_modulus):
        with pytest.raises(InputError, match="poisson_ratio"):
            formula("3 MPa", 0.51)


@pytest.mark.parametrize("ratio", [-1.0, 0.5, 0.7, "3 mm"])
def test_a_ratio_that_cannot_be_is_refused(ratio: object) -> None:
    with pytest.raises(InputError, match="poisson_ratio"):
        StrainState(normal_strain_x=1e-3).stress("200 GPa", ratio)
    assert StressState(normal_stress_x="1 MPa").strain("200 GPa", 0.5).volumetric_strain.m == pytest.approx(
        0, abs=1e-20
    )


def test_a_rise_needs_its_expansion() -> None:
    with pytest.raises(InputError, match=r"StressState\.strain, thermal_expansion: it is missing"):
        StressState().strain("200 GPa", 0.3, temperature_rise="10 K")


def test_one_state_for_each_material() -> None:
    moduli = cl.Quantity(np.array([70.0, 210.0]), "GPa")
    found = StressState(normal_stress_x="210 MPa").strain(moduli, 0.3)
    np.testing.assert_allclose(found.normal_strain_x.m, [3e-3, 1e-3], rtol=1e-14)

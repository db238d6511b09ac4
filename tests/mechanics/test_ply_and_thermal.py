"""The ply against the tensor it stands for, and thermal stress against Hooke's law and an elastic chain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import StrainState, StressState, held_bars

PLY = ("181 GPa", "10.3 GPa", "7.17 GPa", 0.28)
STEEL = ("200 GPa", "12e-6 1/K")


def matrix(found: object, prefix: str) -> np.ndarray:
    def get(index: str) -> float:
        return float(getattr(found, f"{prefix}stiffness_{index}").m)

    zero = not prefix
    return np.array(
        [
            [get("11"), get("12"), 0 if zero else get("16")],
            [get("12"), get("22"), 0 if zero else get("26")],
            [0 if zero else get("16"), 0 if zero else get("26"), get("66")],
        ]
    )


def stiffness_by_tensors(angle: float) -> np.ndarray:
    """Each column from a strain turned to the fibres, its stress there, turned back."""
    reduced = matrix(cl.mechanics.ply_stiffness(*PLY), "")
    columns = []
    for unit in np.eye(3):
        strain = StrainState.plane_strain(*unit).rotate(f"{angle!r} rad")
        fibre = reduced @ [strain.normal_strain_x.m, strain.normal_strain_y.m, strain.shear_strain_xy.m]
        stress = StressState.plane(*(cl.Quantity(value, "GPa") for value in fibre)).rotate(f"{-angle!r} rad")
        columns.append([getattr(stress, name).to("GPa").m for name in ("normal_stress_x", "normal_stress_y")])
        columns[-1].append(stress.shear_stress_xy.to("GPa").m)
    return np.array(columns).T


@given(st.floats(-np.pi, np.pi))
def test_the_turned_ply_by_turning_strain_and_stress(angle: float) -> None:
    found = matrix(cl.mechanics.rotated_ply_stiffness(*PLY, f"{angle!r} rad"), "rotated_")
    np.testing.assert_allclose(found, stiffness_by_tensors(angle), rtol=0, atol=1e-10)
    assert np.linalg.eigvalsh(found).min() > 0


@given(st.floats(-np.pi, np.pi))
def test_the_constants_off_axis_by_inverting_the_stiffness(angle: float) -> None:
    compliance = np.linalg.inv(matrix(cl.mechanics.rotated_ply_stiffness(*PLY, f"{angle!r} rad"), "rotated_"))
    found = cl.mechanics.off_axis_constants(*PLY, f"{angle!r} rad")
    assert found.off_axis_modulus_x.m == pytest.approx(1 / compliance[0, 0], rel=1e-9)
    assert found.off_axis_modulus_y.m == pytest.approx(1 / compliance[1, 1], rel=1e-9)
    assert found.off_axis_shear_modulus.m == pytest.approx(1 / compliance[2, 2], rel=1e-9)
    assert found.off_axis_poisson_ratio.m == pytest.approx(-compliance[0, 1] / compliance[0, 0], rel=1e-8)
    assert found.shear_coupling_x.m == pytest.approx(compliance[0, 2] / compliance[0, 0], rel=1e-8, abs=1e-12)
    assert found.shear_coupling_y.m == pytest.approx(compliance[1, 2] / compliance[1, 1], rel=1e-8, abs=1e-12)


def test_an_isotropic_ply_does_not_feel_the_angle() -> None:
    shear = cl.mechanics.shear_modulus("70 GPa", 0.33)
    straight = cl.mechanics.ply_stiffness("70 GPa", "70 GPa", shear, 0.33)
    turned = cl.mechanics.rotated_ply_stiffness("70 GPa", "70 GPa", shear, 0.33, "33 deg")
    np.testing.assert_allclose(matrix(turned, "rotated_"), matrix(straight, ""), rtol=1e-12, atol=1e-12)


def test_bounds_and_reciprocity() -> None:
    with pytest.raises(InputError, match="give energy away"):
        cl.mechanics.ply_stiffness("10.3 GPa", "181 GPa", "7.17 GPa", 0.28)
    cl.mechanics.check_reciprocity("181 GPa", "10.3 GPa", 0.28, 0.0159)
    with pytest.raises(InputError, match=r"minor_poisson_ratio: 0.28 does not go .* it is 0.01593"):
        cl.mechanics.check_reciprocity("181 GPa", "10.3 GPa", 0.28, 0.28)
    along = cl.Quantity([181.0, 100.0], "GPa")
    with pytest.raises(InputError, match=r"minor_poisson_ratio: 0.1 does not go .* it is 0.02884"):
        cl.mechanics.check_reciprocity(along, "10.3 GPa", 0.28, [0.0159, 0.1])
    with pytest.raises(InputError, match="do not fit together"):
        cl.mechanics.check_reciprocity(along, "10.3 GPa", 0.28, [0.0159, 0.1, 0.2])


def test_held_bars_are_given_in_lists() -> None:
    for span, area, name in (("1 m", ["1 cm**2"], "spans"), (["1 m"], cl.Quantity(1.0, "cm**2"), "areas")):
        with pytest.raises(InputError, match=f"{name}: one value was given; give a list"):
            cl.mechanics.held_bars(span, area, ["200 GPa"], ["12e-6 1/K"], "10 K")


def test_held_bars_of_shapes_that_do_not_fit() -> None:
    areas, rises = cl.Quantity([1.0, 2.0], "cm**2"), cl.Quantity([1.0, 2.0, 3.0], "delta_degC")
    with pytest.raises(InputError, match=r"areas \(2,\), temperature_rise \(3,\) do not fit together"):
        cl.mechanics.held_bars(["1 m"], [areas], ["200 GPa"], ["12e-6 1/K"], rises)


def test_held_in_one_two_and_three_directions() -> None:
    """The stress that undoes the free strain in the directions held, by solving Hooke's law."""
    rise = "-50 K"
    for held, formula in (
        (1, cl.mechanics.restrained_bar_stress(*STEEL, rise, "1 m", "0 mm")),
        (2, cl.mechanics.restrained_plate_stress(*STEEL, rise, 0.3)),
        (3, cl.mechanics.restrained_block_stress(*STEEL, rise, 0.3)),
    ):
        stress = StressState.from_principal(*[formula] * held)
        strain = stress.strain("200 GPa", 0.3, "12e-6 1/K", rise)
        np.testing.assert_allclose(np.diag(strain.tensor)[:held], 0.0, atol=1e-18)
        assert formula.m > 0
    whole = StrainState().stress("200 GPa", 0.3, "12e-6 1/K", rise)
    assert whole.hydrostatic_stress.m == pytest.approx(formula.m, rel=1e-13)


def test_a_gap_opens_and_closes() -> None:
    open_gap = cl.mechanics.gap_bar_stress(*STEEL, "10 K", "1 m", "0.2 mm")
    assert open_gap.m == 0.0
    closed = cl.mechanics.gap_bar_stress(*STEEL, "100 K", "1 m", "0.2 mm")
    fixed = cl.mechanics.restrained_bar_stress(*STEEL, "100 K", "1 m", "0.2 mm")
    assert closed.m == pytest.approx(fixed.m, rel=1e-13)
    assert cl.mechanics.gap_bar_stress(*STEEL, "-100 K", "1 m", "0 mm").m == 0.0


def test_joined_bars_keep_together() -> None:
    found = cl.mechanics.joined_bars_thermal(
        "210 GPa", "80 mm**2", "12e-6 1/K", "70 GPa", "200 mm**2", "23e-6 1/K", "60 K"
    )
    first = found.first_stress.to("GPa").m / 210 + 12e-6 * 60
    second = found.second_stress.to("GPa").m / 70 + 23e-6 * 60
    assert first == pytest.approx(second, rel=1e-12)
    assert first == pytest.approx(found.shared_strain.m, rel=1e-12)
    assert found.first_stress.m * 80 + found.second_stress.m * 200 == pytest.approx(0.0, abs=1e-9)


def test_held_bars_by_a_chain_of_springs() -> None:
    """Stiffness matrix of three bars, their free ends solved for."""
    spans, areas = np.array([0.3, 0.2, 0.5]), np.array([1e-4, 3e-4, 2e-4])
    moduli, expansions, rise = np.array([200e9, 70e9, 110e9]), np.array([12e-6, 23e-6, 17e-6]), 40.0
    springs = moduli * areas / spans
    free = springs * expansions * rise * spans
    stiffness = np.array([[springs[0] + springs[1], -springs[1]], [-springs[1], springs[1] + springs[2]]])
    moved = np.linalg.solve(stiffness, [free[0] - free[1], free[1] - free[2]])
    forces = springs * np.diff([0.0, *moved, 0.0]) - free
    given = (
        [cl.Quantity(value, "m") for value in spans],
        [cl.Quantity(value, "m**2") for value in areas],
        [cl.Quantity(value, "Pa") for value in moduli],
        [cl.Quantity(value, "1/K") for value in expansions],
    )
    found = held_bars(*given, "40 K")
    np.testing.assert_allclose(forces, found.axial_force.to("N").m, rtol=1e-12)
    np.testing.assert_allclose(found.stresses.to("Pa").m, forces / areas, rtol=1e-12)
    assert held_bars(*given, "40 K", end_gap="10 mm").axial_force.m == 0.0
    assert held_bars(*given, "-40 K", end_gap="0 mm").axial_force.m == 0.0
    with pytest.raises(InputError, match="3 spans, 2 areas"):
        held_bars(given[0], given[1][:2], *given[2:], "40 K")
    with pytest.raises(InputError, match="above zero"):
        held_bars(given[0], [given[1][0], "0 mm**2", given[1][1]], *given[2:], "40 K")

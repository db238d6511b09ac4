"""Natural frequencies, modes and receptances of stacks: closed forms, an independent discretisation, identities."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from scipy.linalg import eigh

import chipload as cl
from chipload.dynamics import (
    Cylinder,
    Fluted,
    Joint,
    Material,
    Stack,
    Taper,
    couple,
    end_receptances,
    holder_receptance,
    join,
    natural_frequencies,
    stack_modes,
    tip_receptance,
)
from chipload.errors import InputError, ValidityWarning

STEEL = Material("200 GPa", 0.3, "7.85 g/cm**3")
DAMPED = Material("210 GPa", 0.29, "7.8 g/cm**3", loss_factor=0.03)
CLAMPED = np.array([1.8751040687119611, 4.6940911329741746, 7.8547574382376126, 10.995540734875467])
FREE = np.array([4.7300407448627040, 7.8532046240958376, 10.995607838001671, 14.137165491257464])


def mm(value: Any) -> Any:
    return cl.Quantity(value, "mm")


@st.composite
def solids(draw: Any, most: int = 4) -> list[Any]:
    row: list[Any] = []
    for _ in range(draw(st.integers(1, most))):
        material = Material(cl.Quantity(draw(st.floats(70, 600)), "GPa"), draw(st.floats(0.2, 0.35)), "8 g/cm**3", 0.02)
        start, end, length = draw(st.floats(8, 30)), draw(st.floats(8, 30)), draw(st.floats(10, 60))
        if draw(st.booleans()):
            row.append(Cylinder(mm(length), mm(start), mm(draw(st.floats(0, 0.7)) * start), material=material))
        else:
            row.append(Taper(mm(length), mm(start), mm(end), material=material))
    return row


def by_polynomials(stack: Stack, base: str, shear: bool, degree: int = 15) -> Any:
    """Natural frequencies [Hz] by Ritz's method with polynomials of w and theta on every piece; exact energies."""
    nodes, weights = np.polynomial.legendre.leggauss(degree + 6)
    vander = np.polynomial.legendre.legvander(nodes, degree)
    corner = np.polynomial.legendre.legvander(np.array([-1.0, 1.0]), degree)
    # functions: two corner values and bubbles, so that neighbours share corners
    hats = np.zeros((degree + 1, degree + 1))
    hats[:2, 0], hats[:2, 1] = [0.5, -0.5], [0.5, 0.5]
    for order in range(2, degree + 1):
        hats[order, order], hats[order - 2, order] = 1.0, -1.0
    assert np.allclose(corner @ hats[:, 2:], 0)
    value = vander @ hats
    first = np.polynomial.legendre.legvander(nodes, degree) @ np.vstack(
        [np.polynomial.legendre.legder(np.eye(degree + 1)), np.zeros((1, degree + 1))]
    ) @ hats  # fmt: skip
    own = degree - 1
    count = len(stack.pieces)
    size = 2 * (count * (own + 1) + 1)
    stiffness, mass = np.zeros((size, size)), np.zeros((size, size))
    for index, piece in enumerate(stack.pieces):
        section = piece.section(piece.length * (nodes + 1) / 2, True, inertia=True)
        corners = [index * (own + 1), (index + 1) * (own + 1)]
        places = np.array([*corners, *(corners[0] + 1 + np.arange(own))])
        w, t = 2 * places, 2 * places + 1
        jacobian = piece.length / 2
        slope = first / jacobian
        joined = np.concatenate([w, t])
        strain = np.hstack([slope, -value])
        scale = weights * jacobian
        stiffness[np.ix_(joined, joined)] += strain.T @ (
            strain * (scale * section.shear * (1 if shear else 1e6))[:, None]
        )
        stiffness[np.ix_(t, t)] += slope.T @ (slope * (scale * section.bending)[:, None])
        mass[np.ix_(w, w)] += value.T @ (value * (scale * section.mass)[:, None])
        mass[np.ix_(t, t)] += value.T @ (value * (scale * section.rotary)[:, None])
    fixed = 2 if base == "clamped" else 0
    values = eigh(stiffness[fixed:, fixed:], mass[fixed:, fixed:], eigvals_only=True)
    return np.sqrt(values[0 if base == "clamped" else 2 :][:4]) / (2 * np.pi)


@pytest.mark.parametrize(("base", "roots"), [("clamped", CLAMPED), ("free", FREE)])
def test_uniform_euler_beam_has_the_textbook_frequencies(base: Any, roots: Any) -> None:
    bar = Stack([Cylinder("200 mm", "10 mm", material=STEEL)])
    area, inertia = np.pi * 0.01**2 / 4, np.pi * 0.01**4 / 64
    expected = roots**2 / (2 * np.pi * 0.2**2) * np.sqrt(200e9 * inertia / (7850 * area))
    found = natural_frequencies(bar, 4, base=base, theory="euler").to("Hz").m
    np.testing.assert_allclose(found, expected, rtol=2e-9)


@settings(max_examples=25, deadline=None)
@given(solids(), st.sampled_from(["clamped", "free"]))
def test_random_stacks_agree_with_polynomials(row: list[Any], base: Any) -> None:
    stack = Stack(row)
    found = natural_frequencies(stack, 3, base=base).to("Hz").m
    np.testing.assert_allclose(found, by_polynomials(stack, base, True)[:3], rtol=1e-6)


@settings(max_examples=25, deadline=None)
@given(solids(), st.floats(0.02, 4.0))
def test_tip_receptance_agrees_with_numerical_integration(row: list[Any], ratio: float) -> None:
    """Shooting with a Runge-Kutta of high order, base clamped, unit force at the tip."""
    stack = Stack([Joint("80 N/um", "40 kN*m/rad", damping="50 N*s/m"), *row])
    first = natural_frequencies(stack, 1).to("Hz").m[0]
    omega = 2 * np.pi * first * ratio
    ends = []
    stiff, turning = stack.joints[0][1].compliance(np.array(omega))
    for force in (np.array([0, 0, 1, 0]), np.array([0, 0, 0, 1])):
        state = force.astype(complex)
        state[0], state[1] = stiff * state[2], turning * state[3]
        for piece in stack.pieces:

            def rate(x: float, y: Any, piece: Any = piece) -> Any:
                section = piece.section(x, True, inertia=True)
                modulus = 1 + 1j * piece.loss
                return np.array([
                    y[1] + y[2] / (section.shear * modulus), y[3] / (section.bending * modulus),
                    -section.mass * omega**2 * y[0], -y[2] - section.rotary * omega**2 * y[1],
                ])  # fmt: skip

            state = solve_ivp(rate, (0, piece.length), state, method="DOP853", rtol=1e-12, atol=1e-18).y[:, -1]
        ends.append(state)
    columns = np.array(ends).T
    expected = columns[:2] @ np.linalg.inv(columns[2:])
    found = tip_receptance(stack, cl.Quantity(first * ratio, "Hz")).matrix[0]
    scale = np.abs(expected).max(axis=1, keepdims=True) * np.ones((1, 2))
    np.testing.assert_allclose(found / scale, expected / scale, atol=2e-9, rtol=0)


@settings(max_examples=30, deadline=None)
@given(st.lists(solids(1), min_size=2, max_size=4), st.floats(0.1, 20))
def test_parts_joined_rigidly_are_the_whole(parts: list[list[Any]], ratio: float) -> None:
    whole = Stack([element for part in parts for element in part])
    first = natural_frequencies(whole, 1, base="free").m[0]
    grid = cl.Quantity(first * ratio * np.array([0.3, 0.71, 1.13]), "Hz")
    joined = end_receptances(Stack(parts[0]), grid)
    for part in parts[1:]:
        joined = join(joined, end_receptances(Stack(part), grid))
    expected = end_receptances(whole, grid).matrix
    size = np.sqrt(np.abs(np.einsum("fii->fi", expected)))
    scale = size[:, :, None] * size[:, None, :]
    np.testing.assert_allclose(joined.matrix / scale, expected / scale, atol=1e-9, rtol=0)


def test_two_halves_of_a_beam_are_the_whole() -> None:
    grid = cl.Quantity(np.linspace(50, 8000, 400), "Hz")
    half, whole = (Stack([Cylinder(length, "12 mm", material=DAMPED)]) for length in ("90 mm", "180 mm"))
    joined = join(end_receptances(half, grid), end_receptances(half, grid)).tip
    np.testing.assert_allclose(joined.matrix, end_receptances(whole, grid).tip.matrix, rtol=1e-9)
    clamped = couple(half, tip_receptance(half, grid))
    np.testing.assert_allclose(clamped.matrix, tip_receptance(whole, grid).matrix, rtol=1e-9)


def test_a_joint_in_the_stack_is_the_joint_of_the_coupling() -> None:
    grid = cl.Quantity(np.linspace(50, 6000, 100), "Hz")
    joint = Joint("60 N/um", "15 kN*m/rad", damping="200 N*s/m", rotational_damping="1 N*m*s/rad", loss_factor=0.02)
    holder = [Cylinder("60 mm", "40 mm", material=DAMPED)]
    tool = [Cylinder("30 mm", "12 mm", material=DAMPED), Fluted("30 mm", "12 mm", area_fraction=0.7, material=DAMPED)]
    whole = tip_receptance(Stack([*holder, joint, *tool]), grid)
    coupled = couple(Stack(tool), tip_receptance(Stack(holder), grid), joint)
    np.testing.assert_allclose(coupled.matrix, whole.matrix, rtol=1e-8)
    np.testing.assert_allclose(whole.matrix[:, 0, 1], whole.matrix[:, 1, 0], rtol=1e-8)


@settings(max_examples=25, deadline=None)
@given(solids())
def test_slow_motion_is_the_static_answer(row: list[Any]) -> None:
    stack = Stack([Joint("50 N/um", "20 kN*m/rad"), *row])
    slow = tip_receptance(stack, "0.001 Hz")
    found = stack.bend("1 N")
    losses = 1 / (1 + 0.02j)  # of the material; the joint has none
    joints = found.joints.to("m").m
    expected = (found.deflection.to("m").m - joints) * losses + joints
    assert slow.displacement_by_force.to("m/N").m[0] == pytest.approx(expected, rel=1e-7)


def test_modal_mass_of_a_uniform_cantilever_is_a_quarter_of_its_own() -> None:
    bar = Stack([Cylinder("200 mm", "10 mm", material=STEEL)])
    for mode in stack_modes(bar, 3, theory="euler"):
        assert mode.modal_mass.to("kg").m == pytest.approx(bar.mass.to("kg").m / 4, rel=1e-7)
        omega = 2 * np.pi * mode.natural_frequency.to("Hz").m
        assert mode.modal_stiffness.to("N/m").m == pytest.approx(mode.modal_mass.to("kg").m * omega**2, rel=1e-12)


def test_mode_shapes_of_a_uniform_cantilever() -> None:
    bar = Stack([Cylinder("200 mm", "10 mm", material=STEEL)])
    at = np.linspace(200, 0, 9)
    for root, mode in zip(CLAMPED, stack_modes(bar, 2, theory="euler", at=mm(at)), strict=False):
        x = root * (200 - at) / 200
        ratio = (np.sinh(root) - np.sin(root)) / (np.cosh(root) + np.cos(root))
        shape = np.cosh(x) - np.cos(x) - ratio * (np.sinh(x) - np.sin(x))
        np.testing.assert_allclose(mode.shape, shape / shape[-1], atol=1e-7)


def test_shear_and_rotary_inertia_lower_and_a_soft_joint_lowers_more() -> None:
    bar = [Cylinder("60 mm", "20 mm", material=STEEL)]
    euler, timoshenko = (natural_frequencies(Stack(bar), 3, theory=theory).m for theory in ("euler", "timoshenko"))
    assert np.all(timoshenko < euler)
    soft = natural_frequencies(Stack([Joint("20 N/um", "5 kN*m/rad"), *bar]), 3).m
    assert np.all(soft < timoshenko)
    stiff = natural_frequencies(Stack([Joint("1e9 N/um", "1e9 kN*m/rad"), *bar]), 3).m
    np.testing.assert_allclose(stiff, timoshenko, rtol=1e-6)


def test_a_heavy_head_on_a_thin_neck_is_a_mass_on_a_spring() -> None:
    stack = Stack([Cylinder("60 mm", "4 mm", material=STEEL), Cylinder("6 mm", "60 mm", material=STEEL)])
    found = natural_frequencies(stack, 2)
    polynomials = by_polynomials(stack, "clamped", True)[:2]
    np.testing.assert_allclose(found.to("Hz").m, polynomials, rtol=1e-6)


def test_a_record_of_a_holder() -> None:
    grid = cl.Quantity(np.linspace(100, 3000, 50), "Hz")
    holder = tip_receptance(Stack([Cylinder("80 mm", "50 mm", material=DAMPED)]), grid)
    record = holder_receptance(
        grid, holder.displacement_by_force, holder.displacement_by_moment, holder.rotation_by_moment
    )
    np.testing.assert_allclose(record.matrix, holder.matrix, rtol=1e-6)
    with pytest.warns(ValidityWarning, match="too stiff"):
        lean = holder_receptance(grid, holder.displacement_by_force)
    tool = Stack([Cylinder("50 mm", "12 mm", material=DAMPED)])
    full, stiff = (abs(couple(tool, one).displacement_by_force.m[0]) for one in (record, lean))
    assert stiff < full


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: natural_frequencies(Stack([Cylinder("1 mm", "5 mm", material=Material("1 GPa", 0.3))])), "density"),
        (lambda: natural_frequencies(Stack([Fluted("9 mm", "5 mm", material=STEEL)])), "area_fraction"),
        (lambda: natural_frequencies(Stack([Joint(), Cylinder("9 mm", "5 mm", material=STEEL)]), base="free"), "joint"),
        (lambda: natural_frequencies(Stack([Cylinder("9 mm", "5 mm", material=STEEL)]), 0), "at least one"),
        (lambda: natural_frequencies(Stack([Cylinder("9 mm", "5 mm", material=STEEL)]), base="hung"), "clamped"),
        (lambda: stack_modes(Stack([Cylinder("9 mm", "5 mm", material=STEEL)]), at="10 mm"), "beyond"),
        (lambda: tip_receptance(Stack([Cylinder("9 mm", "5 mm", material=STEEL)]), "-1 Hz"), "frequency"),
        (lambda: holder_receptance(["2 Hz", "1 Hz"], cl.Quantity(np.ones(2), "um/N")), "rise"),
    ],
)
def test_what_cannot_be_is_refused(make: Any, says: str) -> None:
    with pytest.raises(InputError, match=says):
        make()


@pytest.mark.filterwarnings("ignore::chipload.errors.ValidityWarning")
def test_records_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InputError, match="one for each"):
        holder_receptance(["1 Hz", "2 Hz"], cl.Quantity(np.ones(3), "um/N"))
    bar = Stack([Cylinder("9 mm", "5 mm", material=STEEL)])
    with pytest.raises(InputError, match="one grid"):
        join(end_receptances(bar, "1 Hz"), end_receptances(bar, "2 Hz"))

"""Stress and strain states as objects: how they are made, turned, added and asked."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError, UnitError
from chipload.mechanics import StrainState, StressState

MPA = st.floats(-500, 500, allow_subnormal=False)
STATE = StressState(
    normal_stress_x="90 MPa", normal_stress_y="-40 MPa", normal_stress_z="30 MPa", shear_stress_xy="25 MPa",
    shear_stress_yz="12 MPa", shear_stress_zx="-18 MPa",
)  # fmt: skip
ALONG_X = StressState(normal_stress_x="100 MPa")


def test_components_come_back() -> None:
    found = [getattr(STATE, name).to("MPa").magnitude for name in StressState.names]
    np.testing.assert_allclose(found, [90, -40, 30, 25, 12, -18], rtol=1e-14)
    strain = StrainState(shear_strain_xy="400 um/m", normal_strain_z=1e-4)
    assert strain.shear_strain_xy.magnitude == pytest.approx(400e-6, rel=1e-14)
    assert strain.tensor[0, 1] == pytest.approx(200e-6, rel=1e-14)


def test_a_state_does_not_change() -> None:
    with pytest.raises(AttributeError):
        STATE.tensor = np.zeros((3, 3))
    with pytest.raises(ValueError, match="read-only"):
        STATE.tensor[0, 0] = 1.0
    for made in (copy.deepcopy(STATE), pickle.loads(pickle.dumps(STATE))):
        assert made == STATE
        assert not made.tensor.flags.writeable
    given_array = np.eye(3) * 1e6
    state = StressState.of(given_array)
    given_array[0, 0] = 5.0
    assert state.tensor[0, 0] == 1e6


def test_components_and_stacks_broadcast() -> None:
    stack = StressState(normal_stress_x=cl.Quantity(np.array([1.0, 2.0, 3.0]), "MPa"), shear_stress_xy="1 MPa")
    assert stack.shape == (3,)
    assert stack.principal_values.shape == (3, 3)
    assert stack[1].von_mises_stress.magnitude == pytest.approx(np.sqrt(7.0), rel=1e-14)
    assert repr(stack) == "<StressState: a stack of 3>"
    with pytest.raises(InputError, match="nothing to index"):
        STATE[0]


@pytest.mark.parametrize(
    ("kwargs", "words"),
    [
        ({"normal_stress_x": 5.0}, "StressState, normal_stress_x: 5 was given without a unit"),
        ({"shear_stress_xy": "3 mm"}, "StressState, shear_stress_xy"),
        ({"normal_stress_z": cl.Quantity(float("nan"), "MPa")}, "normal_stress_z"),
        (
            {"normal_stress_x": cl.Quantity(np.ones(2), "MPa"), "normal_stress_y": cl.Quantity(np.ones(3), "MPa")},
            "do not fit together",
        ),
    ],
)
def test_bad_components_are_named(kwargs: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        StressState(**kwargs)


def test_from_tensor() -> None:
    entries = [[90, 25, -18], [25, -40, 12], [-18, 12, 30]]
    assert StressState.from_tensor(cl.Quantity(np.array(entries, dtype=float), "MPa")).close_to(STATE)
    assert StressState.from_tensor(entries, "MPa").close_to(STATE)
    with pytest.raises(UnitError, match="without a unit"):
        StressState.from_tensor(np.eye(3))
    with pytest.raises(InputError, match="3 x 3"):
        StressState.from_tensor(np.ones((2, 2)), "MPa")
    entries[2][1] = 13
    with pytest.raises(InputError, match=r"from_tensor, tensor: .* entry yz is 12 MPa and zy is 13 MPa"):
        StressState.from_tensor(entries, "MPa")


def test_from_principal_and_words() -> None:
    state = StressState.from_principal("60 MPa", "-10 MPa")
    assert repr(state) == "<StressState [MPa]: xx 60, yy -10, zz 0, xy 0, yz 0, zx 0>"
    np.testing.assert_allclose(state.principal_values.magnitude, [60, 0, -10], rtol=1e-14, atol=1e-14)
    assert repr(StrainState(normal_strain_x=1e-4)).startswith("<StrainState: xx 0.0001")


def test_equality_and_superposition() -> None:
    assert 2 * ALONG_X == ALONG_X + ALONG_X
    assert sum([ALONG_X, STATE]) == ALONG_X + STATE
    assert StressState() == (STATE - STATE)
    assert -ALONG_X == ALONG_X * -1
    assert hash(StressState()) == hash(-StressState())
    assert StressState() != StrainState()
    assert (ALONG_X / 4).normal_stress_x.magnitude == 25.0
    loads = np.array([1.0, 2.0]) * ALONG_X
    assert loads.shape == (2,)
    assert cl.Quantity(2.0, "") * ALONG_X == 2 * ALONG_X
    assert loads[1] == 2 * ALONG_X
    with pytest.raises(TypeError):
        ALONG_X + StrainState()
    with pytest.raises(UnitError):
        ALONG_X * cl.Quantity(2.0, "mm")
    with pytest.raises(InputError, match="cannot be divided"):
        ALONG_X / 0


@pytest.mark.parametrize("axis", ["x", "y", "z", (0.3, -1.0, 2.0)])
def test_turning_there_and_back(axis: object) -> None:
    assert STATE.rotate("37 deg", axis).rotate("-37 deg", axis).close_to(STATE, 1e-13)
    assert not STATE.rotate("37 deg", axis).close_to(STATE, 1e-3)


def test_turning_about_z_is_the_plane_formula() -> None:
    turned = StressState.plane("-46 MPa", "12 MPa", "-19 MPa").rotate("-15 deg")
    plane = cl.mechanics.plane_stress_rotation("-46 MPa", "12 MPa", "-19 MPa", "-15 deg")
    assert turned.normal_stress_x.magnitude == pytest.approx(plane.rotated_normal_stress_x.magnitude, rel=1e-13)
    assert turned.shear_stress_xy.magnitude == pytest.approx(plane.rotated_shear_stress_xy.magnitude, rel=1e-13)


def test_shapes_that_do_not_fit_are_named() -> None:
    three = StressState(normal_stress_x=cl.Quantity([1.0, 2.0, 3.0], "MPa"))
    two = StressState(normal_stress_x=cl.Quantity([1.0, 2.0], "MPa"))
    stretched = StrainState(normal_strain_x=np.full(3, 1e-3))
    moduli, angles = cl.Quantity([70.0, 210.0], "GPa"), cl.Quantity([1.0, 2.0], "deg")
    asked = (
        lambda: three + two, lambda: three - two, lambda: three * [1.0, 2.0], lambda: three / [1.0, 2.0],
        lambda: three.close_to(two), lambda: three.traction(np.eye(3)[:2]), lambda: stretched.along(np.eye(3)[:2]),
        lambda: three.rotate(angles), lambda: three.rotate(matrix=np.stack([np.eye(3)] * 2)),
        lambda: three.strain(moduli, 0.3), lambda: stretched.stress("70 GPa", [0.3, 0.2]),
        lambda: three.strain("70 GPa", 0.3, "12e-6 1/K", cl.Quantity([1.0, 2.0], "K")),
        lambda: StressState.from_principal(three.normal_stress_x, two.normal_stress_x),
        lambda: StrainState.plane_stress(np.full(3, 1e-3), 0.0, 0.0, [0.3, 0.2]),
        lambda: StrainState.from_rosette([np.full(3, 1e-3)] * 3, "delta", [0.3, 0.2]),
    )  # fmt: skip
    for ask in asked:
        with pytest.raises(InputError, match=r"\(3,\), .*\(2,\) do not fit together"):
            ask()


def test_a_shear_of_minus_zero_does_not_turn_the_axes() -> None:
    for shear in ("0 MPa", "-0 MPa"):
        assert cl.mechanics.plane_principal_stresses("-10 MPa", "10 MPa", shear).principal_angle.m == 90.0
        assert cl.mechanics.plane_mohr_circle("-10 MPa", "10 MPa", shear).circle_angle.m == 180.0
        assert cl.mechanics.mohr_circle(StressState.plane("-10 MPa", "10 MPa", shear)).principal_angle.m == 90.0
        assert cl.mechanics.plane_principal_stresses("-0 MPa", "0 MPa", shear).principal_angle.m == 0.0
    assert cl.mechanics.plane_principal_strains(-1e-3, 1e-3, -0.0).principal_angle.m == 90.0


def test_many_angles_make_a_stack() -> None:
    angles = cl.Quantity(np.array([0.0, 30.0, 90.0]), "deg")
    stack = STATE.rotate(angles, "x")
    assert stack.shape == (3,)
    assert stack[0].close_to(STATE)
    assert stack[1].close_to(STATE.rotate("30 deg", "x"))
    both = (np.array([[1.0], [2.0]]) * STATE).rotate(angles)
    assert both.shape == (2, 3)
    assert both[1, 2].close_to(2 * STATE.rotate("90 deg"))
    assert both[:, 1].shape == (2,)
    with pytest.raises(IndexError):
        stack[0, 1]
    assert len(list(stack)) == 3


def test_turning_by_a_matrix() -> None:
    straight = STATE.rotate(matrix=STATE.principal_directions)
    np.testing.assert_allclose(straight.tensor, np.diag(STATE.principal_values.to("Pa").magnitude), atol=1e-6)
    for bad, words in (
        (np.ones((3, 3)), "right angles"),
        (np.diag([1.0, 1.0, -1.0]), "mirror"),
        (np.eye(2), "3 x 3"),
    ):
        with pytest.raises(InputError, match=words):
            STATE.rotate(matrix=bad)
    with pytest.raises(InputError, match="either an angle or a matrix"):
        STATE.rotate()
    with pytest.raises(InputError, match="axis"):
        STATE.rotate("1 deg", "w")
    with pytest.raises(InputError, match="no direction"):
        STATE.rotate("1 deg", (0, 0, 0))


@given(st.tuples(*[MPA] * 6), st.integers(0, 2**32 - 1))
def test_no_plane_carries_more_than_the_largest_shear(six: tuple[float, ...], seed: int) -> None:
    entries = dict(zip(StressState.names, (f"{value} MPa" for value in six), strict=True))
    state = StressState(**entries)
    normals = np.random.default_rng(seed).normal(size=(200, 3))
    traction = state.traction(normals)
    room = 1e-9 * max(abs(value) for value in six)
    assert np.all(traction.shear_stress.magnitude <= state.max_shear_stress.magnitude + room)
    assert np.all(traction.normal_stress.magnitude <= state.major_principal_stress.magnitude + room)
    assert np.all(traction.normal_stress.magnitude >= state.minor_principal_stress.magnitude - room)


def test_the_octahedral_plane() -> None:
    """The face that meets the principal axes alike, by its traction."""
    straight = STATE.rotate(matrix=STATE.principal_directions)
    face = straight.traction([1, 1, 1])
    assert face.normal_stress.magnitude == pytest.approx(STATE.octahedral_normal_stress.magnitude, rel=1e-12)
    assert face.shear_stress.magnitude == pytest.approx(STATE.octahedral_shear_stress.magnitude, rel=1e-12)
    turned = straight.rotate("45 deg", "y").traction([1, 0, 0])
    assert turned.shear_stress.magnitude == pytest.approx(STATE.max_shear_stress.magnitude, rel=1e-12)


def test_invariants_have_their_units() -> None:
    found = STATE.invariants
    assert found.first.to("MPa").magnitude == pytest.approx(80.0, rel=1e-14)
    minors = 90 * -40 + -40 * 30 + 30 * 90 - 25**2 - 12**2 - 18**2
    assert found.second.to("MPa**2").magnitude == pytest.approx(minors, rel=1e-13)
    assert found.third.to("MPa**3").magnitude == pytest.approx(
        np.linalg.det([[90, 25, -18], [25, -40, 12], [-18, 12, 30]]), rel=1e-12
    )
    reduced = STATE.deviator_invariants
    assert reduced.first.magnitude == 0.0
    assert np.sqrt(3 * reduced.second.to("MPa**2").magnitude) == pytest.approx(STATE.von_mises_stress.magnitude)
    assert STATE.deviator.hydrostatic_stress.magnitude == pytest.approx(0.0, abs=1e-12)


def test_formulas_and_states_agree() -> None:
    six = {name: getattr(STATE, name) for name in StressState.names}
    formula = cl.mechanics.principal_stresses(**six)
    np.testing.assert_allclose(
        STATE.principal_values.magnitude,
        [formula.major_principal_stress.m, formula.middle_principal_stress.m, formula.minor_principal_stress.m],
        rtol=1e-14,
    )
    assert cl.mechanics.von_mises_stress(**six).m == pytest.approx(STATE.von_mises_stress.m, rel=1e-14)
    assert cl.mechanics.tresca_stress(**six).m == pytest.approx(STATE.tresca_stress.m, rel=1e-14)
    assert STATE.tresca_stress.m == pytest.approx(2 * STATE.max_shear_stress.m, rel=1e-14)

"""Stiffness of clamped parts against quadrature, joints against two springs, groups against equilibrium."""

from __future__ import annotations

from itertools import pairwise
from math import log, pi, radians, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import (
    bolt_fatigue,
    bolt_group_shear,
    bolt_stiffness,
    bolted_joint,
    clamped_stiffness,
    frustum_stiffness,
    member_stiffness,
)

GEOMETRY = {"hole": st.floats(0.004, 0.03), "wide": st.floats(1.2, 2.5), "angle": st.floats(0.3, 0.8)}


def compliance(near: float, far: float, hole: float, face: float, angle: float, modulus: float) -> float:
    """Integral of dx / (E A) over the ring under a cone."""
    found, _ = quad(
        lambda x: 1 / (modulus * pi / 4 * ((face + 2 * x * tan(angle)) ** 2 - hole**2)),
        near,
        far,
        epsabs=0,
        epsrel=1e-12,
    )
    return found


@given(**GEOMETRY, thickness=st.floats(0.5, 5))
def test_a_cone_is_the_integral_over_its_rings(hole: float, wide: float, angle: float, thickness: float) -> None:
    face, depth = wide * hole, thickness * hole
    expected = 1 / compliance(0, depth, hole, face, angle, 2e11)
    assert frustum_stiffness.si(2e11, hole, face, depth, angle) == pytest.approx(expected, rel=1e-9)
    expected = 1 / (2 * compliance(0, depth / 2, hole, face, angle, 2e11))
    assert member_stiffness.si(2e11, hole, face, depth, angle) == pytest.approx(expected, rel=1e-9)


def test_the_usual_short_form() -> None:
    """Shigley's equation 8-22: 30 degrees and a face of 1.5 diameters."""
    grip, diameter = 40.0, 12.0
    short = (
        0.577350269
        * pi
        * 207e3
        * diameter
        / (2 * log(5 * (0.577350269 * grip + 0.5 * diameter) / (0.577350269 * grip + 2.5 * diameter)))
    )
    found = member_stiffness("207 GPa", "12 mm", "18 mm", "40 mm", "30 deg").to("N/mm").m
    assert found == pytest.approx(short, rel=1e-7)


def test_layers_of_several_materials_against_the_integral() -> None:
    layers = [(4e-3, 2.07e11), (20e-3, 7.1e10), (9e-3, 1.0e11)]
    hole, face, angle, grip = 10e-3, 15e-3, radians(30), 33e-3
    bounds = np.cumsum([0, *(thickness for thickness, _ in layers)])
    total = 0.0
    for (low, high), (_, modulus) in zip(pairwise(bounds), layers, strict=True):
        pieces = [(low, min(high, grip / 2)), (max(low, grip / 2), high)]
        for near, far in pieces:
            if far > near:
                ends = (near, far) if far <= grip / 2 + 1e-15 else (grip - far, grip - near)
                total += compliance(*ends, hole, face, angle, modulus)
    given_layers = [(f"{thickness * 1e3} mm", f"{modulus / 1e9} GPa") for thickness, modulus in layers]
    found = clamped_stiffness(given_layers, "10 mm", "15 mm", "30 deg").to("N/m").m
    assert found == pytest.approx(1 / total, rel=1e-9)
    turned = clamped_stiffness(given_layers[::-1], "10 mm", "15 mm", "30 deg").to("N/m").m
    assert turned == pytest.approx(found, rel=1e-12)


def test_layers_of_one_material_are_one_part() -> None:
    parts = [("3 mm", "70 GPa"), ("17 mm", "70 GPa"), ("5 mm", "70 GPa")]
    whole = member_stiffness("70 GPa", "8 mm", "13 mm", "25 mm", "30 deg")
    assert clamped_stiffness(parts, "8 mm", "13 mm", "30 deg").m == pytest.approx(whole.m, rel=1e-12)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], "8 mm", "13 mm", "30 deg"), "nothing is clamped"),
        (([("5 mm", "70 GPa")], "14 mm", "13 mm", "30 deg"), "wider than the hole"),
        (([("5 mm", "70 GPa")], "8 mm", "13 mm", "95 deg"), "between 0 and 90"),
        (([("5 kg", "70 GPa")], "8 mm", "13 mm", "30 deg"), "layers"),
    ],
)
def test_bad_layers_are_explained(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(InputError, match=words):
        clamped_stiffness(*arguments)  # type: ignore[arg-type]


def test_a_plain_bolt_is_a_rod() -> None:
    rod = bolt_stiffness("20 mm", "245 mm**2", "84 mm", "0 mm", "205 GPa").to("N/mm").m
    assert rod == pytest.approx(pi / 4 * 400 * 205e3 / 84, rel=1e-12)


JOINTS = {
    "preload": st.floats(1e3, 1e5),
    "load": st.floats(1e2, 3e5),
    "bolt": st.floats(1e7, 1e9),
    "member": st.floats(1e7, 5e9),
}


@given(**JOINTS)
def test_a_joint_is_two_springs_until_it_gapes(preload: float, load: float, bolt: float, member: float) -> None:
    """Balance of a bolt that only pulls and parts that only push, solved for the opening."""

    def open_force(opening: float) -> float:
        return preload + bolt * opening - max(preload - member * opening, 0.0) - load

    opening = brentq(open_force, 0.0, 10 * (load + preload) / bolt, xtol=1e-18, rtol=1e-14)
    found = bolted_joint.si(preload, load, bolt / (bolt + member), 1e-4, 6e8)
    assert found.bolt_load == pytest.approx(preload + bolt * opening, rel=1e-9)
    assert found.member_load == pytest.approx(max(preload - member * opening, 0.0), rel=1e-6, abs=1e-6 * preload)
    assert found.bolt_load - found.member_load == pytest.approx(load, rel=1e-9)


@given(preload=st.floats(1e3, 1e5), share=st.floats(0.05, 0.9))
def test_at_the_separation_load_the_parts_let_go(preload: float, share: float) -> None:
    load = bolted_joint.si(preload, 1.0, share, 1e-4, 6e8).separation_load
    found = bolted_joint.si(preload, load, share, 1e-4, 6e8)
    assert found.member_load == pytest.approx(0, abs=1e-9 * preload)
    assert found.bolt_load == pytest.approx(load, rel=1e-12)
    assert found.separation_safety == pytest.approx(1, rel=1e-12)


def test_the_load_factor_brings_the_bolt_to_its_proof_strength() -> None:
    factor = bolted_joint.si(6e4, 1e4, 0.3, 1.2e-4, 6e8).load_safety
    assert bolted_joint.si(6e4, factor * 1e4, 0.3, 1.2e-4, 6e8).proof_safety == pytest.approx(1, rel=1e-12)


@given(share=st.floats(0.1, 0.6), low=st.floats(0, 0.9), preload=st.floats(2e4, 5e4))
def test_fatigue_is_where_the_growing_load_meets_goodman(share: float, low: float, preload: float) -> None:
    area, limit, strength, high = 1e-4, 1.3e8, 8e8, 2e4
    found = bolt_fatigue.si(preload, low * high, high, share, area, limit, strength)

    def beyond(factor: float) -> float:
        amplitude = factor * share * (high - low * high) / 2 / area
        mean = (preload + factor * share * (high + low * high) / 2) / area
        return amplitude / limit + mean / strength - 1

    assert found.fatigue_safety == pytest.approx(brentq(beyond, 0, 1e4, rtol=1e-13), rel=1e-9)


def test_a_joint_that_gapes_has_no_such_fatigue() -> None:
    with pytest.raises(InputError, match="separates"):
        bolt_fatigue("10 kN", "0 N", "20 kN", 0.2, "84 mm**2", "130 MPa", "800 MPa")
    with pytest.raises(InputError, match="exchange"):
        bolt_fatigue("10 kN", "5 kN", "2 kN", 0.2, "84 mm**2", "130 MPa", "800 MPa")


PLACES = st.lists(st.tuples(st.floats(-200, 200), st.floats(-200, 200), st.floats(20, 400)), min_size=2, max_size=8)


@given(PLACES, st.floats(-5e3, 5e3), st.floats(-5e3, 5e3), st.floats(-500, 500), st.floats(-500, 500))
def test_a_group_is_in_equilibrium(
    places: list[tuple[float, float, float]], force_x: float, force_y: float, at_x: float, at_y: float
) -> None:
    x, y, areas = (np.array(column) for column in zip(*places, strict=True))
    if np.hypot(np.ptp(x), np.ptp(y)) < 1:
        return
    found = bolt_group_shear(
        [f"{one} mm" for one in x], [f"{one} mm" for one in y], f"{force_x} N", f"{force_y} N", f"{at_x} mm",
        f"{at_y} mm", [f"{one} mm**2" for one in areas],
    )  # fmt: skip
    shear_x, shear_y = found.shear_x.to("N").m, found.shear_y.to("N").m
    scale = 1 + np.sum(found.shear.to("N").m)
    assert np.sum(shear_x) == pytest.approx(force_x, abs=1e-9 * scale)
    assert np.sum(shear_y) == pytest.approx(force_y, abs=1e-9 * scale)
    assert np.sum(x * shear_y - y * shear_x) == pytest.approx(at_x * force_y - at_y * force_x, abs=1e-7 * scale * 500)
    np.testing.assert_allclose(np.max(found.shear.m), found.largest_shear.m, rtol=1e-13)


def test_bolts_at_one_point_hold_no_moment() -> None:
    with pytest.raises(InputError, match="one point"):
        bolt_group_shear(["5 mm", "5 mm"], ["0 mm", "0 mm"], "0 N", "1 kN", "50 mm", "0 mm")
    with pytest.raises(InputError, match="one of each"):
        bolt_group_shear(["5 mm", "6 mm"], ["0 mm"], "0 N", "1 kN", "50 mm", "0 mm")
    with pytest.raises(InputError, match="one area"):
        bolt_group_shear(["5 mm", "6 mm"], ["0 mm", "0 mm"], "0 N", "1 kN", "50 mm", "0 mm", ["1 mm**2"])


def test_a_layer_is_a_thickness_and_a_modulus() -> None:
    with pytest.raises(InputError, match="layers: give each layer as its thickness and its modulus"):
        cl.mechanics.clamped_stiffness(["10 mm", "207 GPa"], "10 mm", "15 mm", "30 deg")
    table = np.array([["10 mm", "207 GPa"], ["15 mm", "71 GPa"]])
    found = cl.mechanics.clamped_stiffness(table, "10 mm", "15 mm", "30 deg")
    assert found.m == pytest.approx(1016.53, rel=1e-5)

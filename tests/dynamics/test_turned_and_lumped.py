"""Turned parts against an independent beam solution, and closed-form frequencies against stacks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.dynamics import Cylinder, Joint, Material, Stack, natural_frequencies
from chipload.errors import InputError

E, D, L = 210e9, 0.02, 0.2
RIGIDITY = E * np.pi * D**4 / 64
shares = st.floats(0.05, 0.95)


def beam(load: float, clamped: bool, supports: list[float]) -> float:
    """Deflection at the load of a beam [0, L] on point supports, by the force method with Macaulay's brackets.

    Unknowns: reactions at supports, and of the left end either clamping or a slope with a support.
    """

    def lift(x: float, at: float) -> float:
        return max(x - at, 0.0) ** 3 / 6 / RIGIDITY

    places = supports if clamped else [0.0, *supports]
    count = len(places) + 2  # reactions, then slope and two constants of the clamping
    # w(x) = slope x + M0 x^2 / 2 + V0 x^3 / 6 + sum of reactions and the load
    names = (["M0", "V0"] if clamped else ["slope"]) + [f"R{i}" for i in range(len(places))]
    rows, right = [], []
    for place in places:
        row = [place**2 / 2 / RIGIDITY, place**3 / 6 / RIGIDITY] if clamped else [place]
        rows.append(row + [-lift(place, other) for other in places])
        right.append(-lift(place, load))
    reach = 2 * L  # beyond all loads shear and moment vanish
    shear = [0.0, 1.0] if clamped else [0.0]
    rows.append(shear + [-1.0 for _ in places])
    right.append(-1.0)
    moment = [1.0, reach] if clamped else [0.0]
    rows.append(moment + [-(reach - other) for other in places])
    right.append(-(reach - load))
    assert count >= len(names)
    solution = np.linalg.lstsq(np.array(rows), np.array(right), rcond=None)[0]
    first = [load**2 / 2 / RIGIDITY, load**3 / 6 / RIGIDITY] if clamped else [load]
    return float(np.dot(first + [-lift(load, other) for other in places], solution) + lift(load, load))


def given_part(load: float, **more: Any) -> dict[str, Any]:
    return {
        "force": "1 N",
        "diameter": "20 mm",
        "cut_position": cl.Quantity(load, "m"),
        "youngs_modulus": "210 GPa",
    } | more


@given(shares, shares)
def test_turned_parts_agree_with_the_force_method(load: float, steady: float) -> None:
    a, s = load * L, steady * L
    length, held = {"part_length": "200 mm"}, {"steady_position": cl.Quantity(s, "m")}
    for formula, more, clamped, supports in (
        (cl.dynamics.chucked_part_error, {}, True, []),
        (cl.dynamics.chuck_and_centre_part_error, length, True, [L]),
        (cl.dynamics.between_centres_part_error, length, False, [L]),
        (cl.dynamics.chuck_and_steady_part_error, held, True, [s]),
        (cl.dynamics.centres_and_steady_part_error, length | held, False, [s, L]),
    ):
        found = formula(**given_part(a, **more))
        expected = beam(a, clamped, supports)
        scale = a**2 / RIGIDITY * L * 1e-7
        assert found.deflection.to("m").m == pytest.approx(expected, rel=1e-5, abs=scale)
        assert found.diameter_error.m == 2 * found.deflection.m


def test_middle_of_chuck_and_centre_is_seven_over_768() -> None:
    found = cl.dynamics.chuck_and_centre_part_error(**given_part(0.1, part_length="200 mm")).deflection.to("m").m
    assert found == pytest.approx(7 * L**3 / (768 * RIGIDITY), rel=1e-12)


def test_a_steady_helps_and_a_cut_beyond_the_part_is_refused() -> None:
    plain = cl.dynamics.between_centres_part_error(**given_part(0.09, part_length="200 mm")).deflection
    steadied = cl.dynamics.centres_and_steady_part_error(
        **given_part(0.09, part_length="200 mm", steady_position="100 mm")
    ).deflection
    assert steadied < plain / 10
    for formula in (cl.dynamics.between_centres_part_error, cl.dynamics.chuck_and_centre_part_error):
        with pytest.raises(InputError, match="beyond the end"):
            formula(**given_part(0.21, part_length="200 mm"))
    with pytest.raises(InputError, match="steady stands beyond"):
        cl.dynamics.centres_and_steady_part_error(**given_part(0.1, part_length="200 mm", steady_position="200 mm"))


def test_bore_error_is_first_order_in_passive_and_second_in_cutting_force() -> None:
    given = {"diameter": "25 mm", "stickout": "100 mm", "bored_diameter": "40 mm", "youngs_modulus": "210 GPa"}
    passive = cl.dynamics.boring_bar_error("0 N", "100 N", **given)
    assert passive.bore_error.m == pytest.approx(-2 * passive.radial_deflection.m, rel=1e-12)
    both = cl.dynamics.boring_bar_error("900 N", "0 N", **given)
    expected = both.tangential_deflection.to("m").m ** 2 / 0.04 * 2
    assert both.bore_error.to("m").m == pytest.approx(expected, rel=1e-4)


def test_a_bar_that_bends_out_of_the_bore_is_refused() -> None:
    """6 mm by 150 mm under 300 N gives way 25 mm in a bore of 8 mm, and would have come out 34 mm larger."""
    with pytest.raises(InputError, match="radius of the bore"):
        cl.dynamics.boring_bar_error("0 N", "300 N", "6 mm", "150 mm", "8 mm", "210 GPa")


@pytest.mark.parametrize(("bar", "limit"), [("steel", 4), ("carbide", 6), ("damped carbide", 10)])
def test_overhang(bar: str, limit: float) -> None:
    assert cl.dynamics.boring_bar_overhang("80 mm", "20 mm", bar).overhang_share.m == pytest.approx(4 / limit)


def test_thin_floor_is_a_clamped_beam_of_plate() -> None:
    found = cl.dynamics.thin_floor_deflection("50 N", "40 mm", "2 mm", "30 mm", "70 GPa", 0.3).to("m").m
    inertia = 0.03 * 0.002**3 / 12
    assert found == pytest.approx(50 * 0.04**3 / (192 * 70e9 / (1 - 0.3**2) * inertia), rel=1e-12)


@given(st.floats(0, 30), st.floats(0, 0.05), st.floats(-180, 180))
def test_tip_runout_lies_between_difference_and_sum(runout: float, tilt: float, way: float) -> None:
    found = cl.dynamics.tip_runout(
        cl.Quantity(runout, "um"), cl.Quantity(tilt, "deg"), "60 mm", cl.Quantity(way, "deg")
    ).m
    leaned = 2 * 60e3 * np.tan(np.radians(tilt))
    assert abs(runout - leaned) - 1e-9 <= found <= runout + leaned + 1e-9


@pytest.mark.parametrize(("support", "base"), [("clamped-free", "clamped"), ("free-free", "free")])
def test_uniform_beams_are_uniform_stacks(support: str, base: Any) -> None:
    bar = Stack([Cylinder("200 mm", "10 mm", material=Material("200 GPa", 0.3, "7.85 g/cm**3"))])
    inertia = cl.Quantity(np.pi * 0.01**4 / 64, "m**4")
    share = cl.Quantity(7850 * np.pi * 0.01**2 / 4, "kg/m")
    found = cl.dynamics.uniform_beam_frequency("200 GPa", inertia, share, "200 mm", [1, 2, 3, 4, 5, 6], support)
    np.testing.assert_allclose(found.m, natural_frequencies(bar, 6, base=base, theory="euler").m, rtol=1e-8)


@pytest.mark.parametrize("support", ["clamped-free", "free-free", "clamped-clamped", "clamped-supported"])
def test_roots_of_the_frequency_equations(support: str) -> None:
    number = np.arange(1, 9)
    # f = x^2 / (2 pi L^2) sqrt(E I / m), all of the rest 1
    found = cl.dynamics.uniform_beam_frequency.si(1.0, 1.0, 1.0, 1.0, number, support)
    x = np.sqrt(2 * np.pi * found)
    if support == "clamped-supported":
        residual, slope = np.tan(x) - np.tanh(x), np.tan(x) ** 2 + np.tanh(x) ** 2
    else:
        sign = 1 if support == "clamped-free" else -1
        residual, slope = np.cos(x) + sign / np.cosh(x), np.sin(x)
    away = np.abs(residual / slope) / x
    assert np.all(away[:5] < 2e-14)
    assert np.all(away[5:] < 1e-8)


def test_tip_mass_agrees_with_a_stack_with_a_heavy_head() -> None:
    """A short dense head is a mass; Rayleigh's share of the bar is good to 1.5 %."""
    steel = Material("210 GPa", 0.3, "7.85 g/cm**3")
    head = Material("210 GPa", 0.3, cl.Quantity(0.05 / (np.pi * 0.01**2 / 4 * 1e-4) / 1000, "g/cm**3"))
    stack = Stack([Cylinder("100 mm", "10 mm", material=steel), Cylinder("0.1 mm", "10 mm", material=head)])
    bar = cl.Quantity(7850 * np.pi * 0.01**2 / 4 * 0.1, "kg")
    found = cl.dynamics.cantilever_mass_frequency(
        "0.05 kg", "210 GPa", cl.Quantity(np.pi * 0.01**4 / 64, "m**4"), "100.05 mm", bar
    )
    assert found.m == pytest.approx(natural_frequencies(stack, 1, theory="euler").m[0], rel=3e-3)


def test_dunkerley_is_exact_for_two_compliances_of_one_mass_and_low_otherwise() -> None:
    one, two = (cl.dynamics.mass_on_spring_frequency(stiffness, "2 kg") for stiffness in ("3 N/um", "5 N/um"))
    series = cl.dynamics.mass_on_spring_frequency(cl.Quantity(1 / (1 / 3 + 1 / 5), "N/um"), "2 kg")
    assert cl.dynamics.dunkerley_frequency(one, two).m == pytest.approx(series.m, rel=1e-12)
    steel = Material("210 GPa", 0.3, "7.85 g/cm**3")
    bar = Cylinder("100 mm", "20 mm", material=steel)
    rigid = natural_frequencies(Stack([bar]), 1)[0]
    hinged = natural_frequencies(Stack([Joint("10 N/um", "5 kN*m"), bar]), 1)[0]
    stiff = Cylinder("100 mm", "20 mm", material=Material("1e9 GPa", 0.3, "7.85 g/cm**3"))
    joint = natural_frequencies(Stack([Joint("10 N/um", "5 kN*m"), stiff]), 1)[0]
    assert cl.dynamics.dunkerley_frequency(rigid, joint).m == pytest.approx(hinged.m, rel=0.02)
    assert cl.dynamics.dunkerley_frequency(rigid, joint) < hinged


def test_whirl_needs_some_room() -> None:
    with pytest.raises(InputError, match="balance the rotor"):
        cl.dynamics.whirl_range("15 kg", "3 mm", "15 mm", "1 m", "200 GPa", "70 MPa")

"""Static stacks: against the closed form of a tool, a numerical integration, a finite-element package, identities."""

from __future__ import annotations

import itertools
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload.dynamics import (
    Blade,
    Cylinder,
    Fluted,
    Joint,
    Material,
    PointForce,
    PointMoment,
    SpreadForce,
    Stack,
    Taper,
    boring_bar,
    end_mill,
    grooving_blade,
    twist_drill,
)
from chipload.errors import ChiploadError, InputError

CARBIDE = Material("600 GPa", 0.22, "14.5 g/cm**3")


def mm(value: float) -> Any:
    return cl.Quantity(value, "mm")


sizes = st.floats(4.0, 40.0)
lengths = st.floats(2.0, 60.0)


@st.composite
def elements(draw: Any) -> list[Any]:
    """From one to five solid parts, with joints among them."""
    row: list[Any] = []
    for _ in range(draw(st.integers(1, 5))):
        if draw(st.booleans()) and draw(st.booleans()):
            row.append(Joint(cl.Quantity(draw(st.floats(5, 500)), "N/um"), cl.Quantity(draw(st.floats(1, 90)), "kN*m")))
        material = Material(cl.Quantity(draw(st.floats(70, 650)), "GPa"), draw(st.floats(0.1, 0.4)), "8 g/cm**3")
        start, end, length = draw(sizes), draw(sizes), draw(lengths)
        bore = draw(st.floats(0, 0.8)) * min(start, end)
        kind = draw(st.sampled_from(["cylinder", "taper", "fluted", "blade"]))
        if kind == "cylinder":
            row.append(Cylinder(mm(length), mm(start), mm(bore), material=material))
        elif kind == "taper":
            row.append(Taper(mm(length), mm(start), mm(end), mm(bore), material=material))
        elif kind == "fluted":
            row.append(Fluted(mm(length), mm(start), area_fraction=0.7, material=material))
        else:
            row.append(Blade(mm(length), mm(start), mm(end), material=material))
    return row


def by_quadrature(stack: Stack, load: tuple[float, float, float, float], x: float, shear: bool) -> float:
    """Deflection at x by Maxwell and Mohr's integral: force, moment and spread force against a unit force."""
    force, place, moment, width = load
    total, edge = 0.0, 0.0
    for piece in stack.pieces:
        first, last = edge, edge + piece.length

        def integrand(s: float, piece: Any = piece, first: float = first) -> float:
            section = piece.section(s - first, shear, inertia=False)
            m = moment * (s < place) + spread_moment(s, force, place, width)
            v = force * np.clip((place - s) / width, 0, 1)
            return m * max(x - s, 0.0) / float(section.bending) + v * (s < x) / float(section.shear)

        cuts = sorted({first, *(c for c in (x, place, place - width) if first < c < last), last})
        parts = [quad(integrand, a, b, epsabs=0, epsrel=1e-12, limit=300)[0] for a, b in itertools.pairwise(cuts)]
        total += sum(parts)
        edge = last
    for at, joint in stack.joints:
        if x > at:
            v, m = force * np.clip((place - at) / width, 0, 1), spread_moment(at, force, place, width)
            total += v / joint.numbers[0] + (m + moment * (at < place)) / joint.numbers[1] * (x - at)
    return total


def spread_moment(s: float, force: float, place: float, width: float) -> float:
    """Moment at s of a force spread over width up to place."""
    if s <= place - width:
        return force * (place - width / 2 - s)
    return force * max(place - s, 0.0) ** 2 / (2 * width)


@settings(max_examples=60, deadline=None)
@given(elements(), st.floats(0.3, 1.0), st.floats(0.05, 1.0), st.floats(0.05, 0.25), st.booleans())
def test_random_stacks_agree_with_numerical_integration(
    row: list[Any], place: float, answer: float, width: float, shear: bool
) -> None:
    stack = Stack(row)
    full = stack.metres
    load = (150.0, place * full, 4.0, width * full)
    away = cl.Quantity((1 - place) * full, "m")
    found = stack.bend(
        [SpreadForce("150 N", cl.Quantity(width * full, "m"), away), PointMoment("4 N*m", away)],
        at=cl.Quantity((1 - answer) * full, "m"),
        theory="timoshenko" if shear else "euler",
    )
    expected = by_quadrature(stack, load, answer * full, shear)
    assert found.deflection.to("m").m == pytest.approx(expected, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(
    st.floats(3, 20), st.floats(3, 25), st.floats(0.5, 1.0), st.floats(10, 60), st.floats(1, 40), st.floats(1, 30),
    st.floats(0, 0.9), st.booleans(), st.floats(0.6, 1.0),
)  # fmt: skip
def test_end_mill_agrees_with_the_closed_form(
    diameter: float, shank: float, neck: float, flutes: float, neck_length: float, rest: float, load: float,
    held: bool, core: float,
) -> None:  # fmt: skip
    stickout = flutes + neck_length + rest
    at = load * stickout
    holder = Joint("30 N/um", "25 kN*m/rad") if held else None
    shape = {
        "diameter": mm(diameter), "shank_diameter": mm(shank), "stickout": mm(stickout), "flute_length": mm(flutes),
        "neck_diameter": mm(neck * min(shank, diameter)), "neck_length": mm(neck_length), "core_fraction": core,
    }  # fmt: skip
    closed = cl.mechanics.tool_deflection(
        "100 N", **shape, youngs_modulus="600 GPa", load_position=mm(at),
        **({"holder_stiffness": "30 N/um", "holder_rotational_stiffness": "25 kN*m/rad"} if held else {}),
    )  # fmt: skip
    found = end_mill(**shape, material=CARBIDE, holder=holder).bend(PointForce("100 N", mm(at)))
    for name, other in (("deflection", "deflection"), ("bending", "bending"), ("shear", "shear"), ("holder", "joints")):
        assert getattr(found, other).m == pytest.approx(getattr(closed, name).m, rel=1e-11, abs=1e-12)


def test_a_solid_cone_has_the_textbook_closed_form() -> None:
    """Cone clamped at its thick end under a tip force: F L^3 / (3 E I_tip) times d_tip / d_base."""
    cone = Stack([Taper("80 mm", "20 mm", "8 mm", material=CARBIDE)])
    tip = np.pi * 0.008**4 / 64
    expected = 100 * 0.08**3 / (3 * 600e9 * tip) * (8 / 20) ** 3
    assert cone.bend("100 N", theory="euler").deflection.to("m").m == pytest.approx(expected, rel=1e-12)


@settings(max_examples=40, deadline=None)
@given(elements(), st.floats(0.1, 0.99), st.floats(0.1, 0.99))
def test_maxwell_reciprocity(row: list[Any], one: float, two: float) -> None:
    stack = Stack(row)
    first, second = (cl.Quantity((1 - share) * stack.metres, "m") for share in (one, two))
    forward = stack.bend(PointForce("1 N", first), at=second).deflection.m
    assert stack.bend(PointForce("1 N", second), at=first).deflection.m == pytest.approx(forward, rel=1e-10)


def test_slope_is_the_derivative_of_the_bending_share() -> None:
    stack = Stack([Cylinder("20 mm", "16 mm", material=CARBIDE), Taper("30 mm", "14 mm", "6 mm", material=CARBIDE)])
    at = np.array([5.001, 5.0, 4.999])
    found = stack.bend("100 N", at=mm(at), theory="euler")
    slope = np.diff(found.deflection.to("m").m[::2])[0] / 2e-6
    assert found.slope.to("rad").m[1] == pytest.approx(slope, rel=1e-6)


def test_a_tip_moment_turns_and_a_spread_force_is_less_than_one_at_the_tip() -> None:
    bar = boring_bar("25.4 mm", "101.6 mm", Material("206 GPa", 0.3))
    inertia = np.pi * 0.0254**4 / 64
    turned = bar.bend(PointMoment("10 N*m"), theory="euler")
    assert turned.deflection.to("m").m == pytest.approx(10 * 0.1016**2 / (2 * 206e9 * inertia), rel=1e-12)
    assert turned.slope.to("rad").m == pytest.approx(10 * 0.1016 / (206e9 * inertia), rel=1e-12)
    even = bar.bend(SpreadForce("100 N", "101.6 mm"), theory="euler")
    assert even.deflection.to("m").m == pytest.approx(100 * 0.1016**3 / (8 * 206e9 * inertia), rel=1e-12)


def test_blade_and_drill() -> None:
    blade = grooving_blade("20 mm", "3 mm", "32 mm", Material("205 GPa", 0.29))
    expected = 1500 * 0.02**3 / (3 * 205e9 * 0.003 * 0.032**3 / 12)
    assert blade.bend("1500 N", theory="euler").deflection.to("m").m == pytest.approx(expected, rel=1e-12)
    assert blade.bend("1500 N").shear.m > blade.bend("1500 N").bending.m
    drill = twist_drill("6 mm", "60 mm", "40 mm", CARBIDE, core_fraction=0.55)
    assert (
        drill.bend("10 N").deflection.m > end_mill("6 mm", "6 mm", "60 mm", "40 mm", CARBIDE).bend("10 N").deflection.m
    )


def test_finite_element_package_agrees() -> None:
    """PyNite's Euler frame elements on a stepped, jointed-free stack, force and moment at the tip."""
    pynite = pytest.importorskip("Pynite")
    row = [
        Cylinder("30 mm", "20 mm", "6 mm", material=Material("210 GPa", 0.3)),
        Cylinder("25 mm", "12 mm", material=CARBIDE),
        Fluted("22 mm", "10 mm", material=CARBIDE),
    ]
    model = pynite.FEModel3D()
    edge = 0.0
    model.add_node("N0", 0, 0, 0)
    model.def_support("N0", True, True, True, True, True, True)
    stack = Stack(row)
    for index, piece in enumerate(stack.pieces):
        inertia = np.pi * (piece.start**4 - piece.bore**4) / 64
        area = np.pi * (piece.start**2 - piece.bore**2) / 4
        edge += piece.length
        model.add_material(f"M{index}", piece.modulus, piece.modulus / 2.6, 0.3, 1.0)
        model.add_section(f"S{index}", area, inertia, inertia, 2 * inertia)
        model.add_node(f"N{index + 1}", edge, 0, 0)
        model.add_member(f"E{index}", f"N{index}", f"N{index + 1}", f"M{index}", f"S{index}")
    model.add_node_load("N3", "FY", 250.0)
    model.add_node_load("N2", "FY", -90.0)
    model.analyze_linear()
    ends = np.cumsum([30, 25, 22])
    found = (
        stack.bend(["250 N", PointForce("-90 N", "22 mm")], at=mm(77 - ends.astype(float)), theory="euler")
        .deflection.to("m")
        .m
    )
    package = [model.nodes[f"N{index}"].DY["Combo 1"] for index in (1, 2, 3)]
    np.testing.assert_allclose(found, package, rtol=1e-6)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Stack([]), "last one"),
        (lambda: Stack([Cylinder("1 mm", "5 mm", material=CARBIDE), Joint("1 N/um")]), "joint there"),
        (lambda: Stack(["shank"]), "no part of a stack"),
        (lambda: Cylinder("1 mm", "5 mm", "6 mm", material=CARBIDE), "bore"),
        (lambda: Cylinder("1 mm", "5 mm"), "youngs_modulus"),
        (lambda: Cylinder("0 mm", "5 mm", material=CARBIDE), "length"),
        (lambda: Cylinder(mm(np.array([1.0, 2.0])), "5 mm", material=CARBIDE), "array"),
        (lambda: Cylinder("1 mm", "5 mm", material=CARBIDE, loss_factor=-0.1), "loss_factor"),
        (lambda: Cylinder("1 mm", "5 mm", youngs_modulus="1 GPa", poisson_ratio=0.9), "poisson_ratio"),
        (lambda: Joint("-1 N/um"), "Joint, stiffness"),
        (lambda: Joint("0 N/um"), "Joint, stiffness"),
        (lambda: Joint("1 N/um", loss_factor=-1), "loss_factor"),
        (lambda: Joint("1 N/um", damping="-3 N*s/m"), "damping"),
        (lambda: boring_bar("10 mm", "50 mm", Material("200 GPa")).bend("1 N"), "poisson_ratio"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend(PointForce("1 N", "50 mm")), "beyond"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend(SpreadForce("1 N", "51 mm")), "spread"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend("1 N", at="51 mm"), "beyond"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend(mm(np.ones(2))), "is not"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend(cl.Quantity(np.ones(2), "N")), "array"),
        (lambda: boring_bar("10 mm", "50 mm", CARBIDE).bend("1 N", theory="both"), "timoshenko"),
        (lambda: boring_bar("10 mm", "50 mm", Material("200 GPa", 0.3)).mass, "density"),
        (lambda: end_mill("10 mm", "10 mm", "20 mm", "25 mm", CARBIDE), "longer"),
        (lambda: end_mill("10 mm", "10 mm", "40 mm", "25 mm", CARBIDE, neck_length="5 mm"), "neck_diameter"),
        (lambda: end_mill("10 mm", "10 mm", "40 mm", "25 mm", CARBIDE, neck_diameter="9 mm"), "end_mill, neck_length"),
        (lambda: twist_drill("10 mm", "20 mm", "25 mm", CARBIDE, core_fraction=0.6), "twist_drill, stickout"),
        (lambda: boring_bar("10 mm", "50 mm", "carbide"), "like Material.of"),
        (lambda: end_mill("10 mm", "10 mm", "40 mm", "25 mm", CARBIDE).mass, "area_fraction"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(make: Any, says: str) -> None:
    with pytest.raises(ChiploadError, match=says) as caught:
        make()
    assert isinstance(caught.value, InputError)
    assert "\n" not in str(caught.value)


def test_mass_of_a_cone_and_length() -> None:
    cone = Stack([Taper("80 mm", "20 mm", "8 mm", material=Material("200 GPa", 0.3, "8 g/cm**3"))])
    volume = np.pi * 0.08 / 12 * (0.02**2 + 0.02 * 0.008 + 0.008**2)
    assert cone.mass.to("kg").m == pytest.approx(8000 * volume, rel=1e-12)
    assert (cone + cone).length.to("mm").m == pytest.approx(160, rel=1e-12)


def test_a_place_at_the_base_gives_way_by_the_joint_alone() -> None:
    rigid, held = (boring_bar("10 mm", "50 mm", CARBIDE, holder=one) for one in (None, Joint("30 N/um")))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isinf(rigid.tip_stiffness("50 mm").m)
    assert held.tip_stiffness("50 mm").m == pytest.approx(30.0)

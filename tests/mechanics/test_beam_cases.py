"""The closed forms against the beam object, all over their range; limits of one case in another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chipload.mechanics as mech
from chipload.mechanics import Beam, DistributedLoad, MomentLoad, PointLoad, Segment
from chipload.units import registry

Q = registry().Quantity
SETTINGS = settings(max_examples=40, deadline=None)
LOADS = st.floats(-5000, 5000).filter(lambda value: abs(value) > 1)
SPANS = st.floats(0.05, 5)
SHARES = st.floats(0.02, 0.98)
BAR = (Q(206, "GPa"), Q(3e-7, "m**4"))


def same(ours: Any, theirs: Any, size: Any = 0.0) -> None:
    scale = abs(getattr(size, "magnitude", size))
    assert ours.m == pytest.approx(theirs.to(ours.units).m, rel=1e-9, abs=1e-9 * scale + 1e-15)


@pytest.mark.parametrize("kind", ["end", "uniform", "moment", "between"])
@SETTINGS
@given(LOADS, SPANS, SHARES)
def test_cantilevers(kind: str, load: float, span: float, share: float) -> None:
    length, at = Q(span, "m"), Q(share * span, "m")
    case, loads = {
        "end": lambda: (mech.cantilever_end_load(Q(load, "N"), length, *BAR), PointLoad(Q(load, "N"), length)),
        "uniform": lambda: (
            mech.cantilever_uniform_load(Q(load, "N/m"), length, *BAR), DistributedLoad(Q(load, "N/m")),
        ),
        "moment": lambda: (
            mech.cantilever_end_moment(Q(load, "N*m"), length, *BAR), MomentLoad(Q(load, "N*m"), length),
        ),
        "between": lambda: (
            mech.cantilever_intermediate_load(Q(load, "N"), at, length, *BAR), PointLoad(Q(load, "N"), at),
        ),
    }[kind]()  # fmt: skip
    found = Beam.cantilever(Segment(length, *BAR), loads).solve()
    same(case.deflection, found.deflection(length))
    same(case.deflection, found.largest_deflection.value)
    same(case.end_slope, found.slope(length))
    same(case.fixed_end_moment, found.moment("0 m"))
    same(case.fixed_reaction, found.reactions[0].force, load / span)
    same(-case.fixed_end_moment, found.reactions[0].moment)


@pytest.mark.parametrize("kind", ["centre", "anywhere", "uniform"])
@SETTINGS
@given(LOADS, SPANS, SHARES)
def test_simple_beams(kind: str, load: float, span: float, share: float) -> None:
    length = Q(span, "m")
    at = Q(share * span, "m") if kind == "anywhere" else length / 2
    case: Any
    loads: Any = PointLoad(Q(load, "N"), at)
    if kind == "centre":
        case = mech.simple_beam_centre_load(Q(load, "N"), length, *BAR)
    elif kind == "anywhere":
        case = mech.simple_beam_load(Q(load, "N"), at, length, *BAR)
    else:
        case, loads = mech.simple_beam_uniform_load(Q(load, "N/m"), length, *BAR), DistributedLoad(Q(load, "N/m"))
    found = Beam.simply_supported(Segment(length, *BAR), loads).solve()
    largest = found.largest_deflection
    same(case.deflection, largest.value)
    assert case.deflection_position.to("m").m == pytest.approx(largest.position.to("m").m, rel=1e-6)
    same(case.bending_moment, found.largest_moment.value)
    same(case.left_reaction, found.reactions[0].force)
    same(case.right_reaction, found.reactions[1].force)


@SETTINGS
@given(LOADS, SPANS, st.floats(0.02, 0.5))
def test_couple_two_loads_and_overhang(load: float, span: float, share: float) -> None:
    length, at = Q(span, "m"), Q(share * span, "m")
    bar = Segment(length, *BAR)
    couple = mech.simple_beam_end_moment(Q(load, "N*m"), length, *BAR)
    found = Beam.simply_supported(bar, MomentLoad(Q(load, "N*m"), "0 m")).solve()
    same(couple.deflection, found.largest_deflection.value)
    assert couple.deflection_position.m == pytest.approx(found.largest_deflection.position.m, rel=1e-6)
    same(couple.left_slope, found.slope("0 m"))
    same(couple.right_slope, found.slope(length))
    same(couple.left_reaction, found.reactions[0].force)
    same(couple.right_reaction, found.reactions[1].force)

    force = Q(load, "N")
    two = mech.simple_beam_two_loads(force, at, length, *BAR)
    found = Beam.simply_supported(bar, [PointLoad(force, at), PointLoad(force, length - at)]).solve()
    same(two.deflection, found.largest_deflection.value)
    same(two.deflection_at_load, found.deflection(at))
    same(two.bending_moment, found.moment(length / 2))
    same(two.left_reaction, found.reactions[0].force)

    nose = mech.overhanging_beam_end_load(force, at, length, *BAR)
    whole = Segment(length + at, *BAR)
    found = Beam.on_supports(whole, ["0 m", length], PointLoad(force, length + at)).solve()
    same(nose.deflection, found.deflection(length + at))
    same(nose.span_deflection, (found.lowest_deflection if load > 0 else found.highest_deflection).value)
    same(nose.span_deflection, found.deflection(nose.deflection_position))
    same(nose.bending_moment, found.largest_moment.value)
    same(nose.left_reaction, found.reactions[0].force)
    same(nose.right_reaction, found.reactions[1].force)


@pytest.mark.parametrize("spread", [False, True])
@SETTINGS
@given(LOADS, SPANS)
def test_held_beams(spread: bool, load: float, span: float) -> None:
    length = Q(span, "m")
    bar, value = Segment(length, *BAR), Q(load, "N/m" if spread else "N")
    loads: Any = DistributedLoad(value) if spread else PointLoad(value, length / 2)
    fixed: Callable[..., Any] = mech.fixed_beam_uniform_load if spread else mech.fixed_beam_centre_load
    propped: Callable[..., Any] = mech.propped_beam_uniform_load if spread else mech.propped_beam_centre_load
    case, found = fixed(value, length, *BAR), Beam.fixed_fixed(bar, loads).solve()
    same(case.deflection, found.largest_deflection.value)
    same(case.midspan_moment, found.moment(length / 2))
    same(case.fixed_end_moment, found.moment("0 m"))
    same(case.fixed_reaction, found.reactions[1].force)
    case, found = propped(value, length, *BAR), Beam.propped(bar, loads).solve()
    same(case.deflection, found.largest_deflection.value)
    assert case.deflection_position.m == pytest.approx(found.largest_deflection.position.m, rel=1e-6)
    sagging = found.highest_moment if load > 0 else found.lowest_moment
    same(case.bending_moment, sagging.value)
    assert case.moment_position.m == pytest.approx(sagging.position.m, rel=1e-6)
    same(case.fixed_end_moment, found.moment("0 m"))
    same(case.fixed_reaction, found.reactions[0].force)
    same(case.prop_reaction, found.reactions[1].force)


@SETTINGS
@given(SHARES)
def test_the_place_of_a_load_may_be_told_from_either_end(share: float) -> None:
    ours = mech.simple_beam_load("1 kN", Q(share, "m"), "1 m", *BAR)
    theirs = mech.simple_beam_load("1 kN", Q(1 - share, "m"), "1 m", *BAR)
    same(ours.deflection, theirs.deflection)
    same(ours.left_reaction, theirs.right_reaction)
    assert abs(ours.deflection_position.to("m").m - 0.5) < 0.0774  # 1 - 1 / sqrt(3) less a half


def test_stresses_of_a_section_agree_with_its_shear_flow() -> None:
    """The parabola over a rectangle adds up to the shear force; V Q / (I b) gives the same parabola."""
    y, step = np.linspace(-0.03, 0.03, 60001, retstep=True)
    stress = mech.rectangular_shear_stress.si(1500.0, 0.02, 0.06, y)
    assert np.sum((stress[1:] + stress[:-1]) / 2) * step * 0.02 == pytest.approx(1500, rel=1e-8)
    first = 0.02 * (0.03**2 - y**2) / 2
    np.testing.assert_allclose(
        mech.transverse_shear_stress.si(1500.0, first, 0.02 * 0.06**3 / 12, 0.02), stress, rtol=1e-10, atol=1e-3
    )


@SETTINGS
@given(st.floats(0.001, 0.1), st.floats(0, 0.99))
def test_round_shear_is_that_of_the_half_section(radius: float, bore: float) -> None:
    inner = radius * bore
    first = 2 / 3 * (radius**3 - inner**3)
    second = np.pi / 4 * (radius**4 - inner**4)
    general = mech.transverse_shear_stress.si(1500.0, first, second, 2 * (radius - inner))
    assert mech.round_shear_stress.si(1500.0, radius, inner) == pytest.approx(general, rel=1e-9)
    outside = mech.flexural_stress.si(120.0, radius, second)
    assert mech.round_bending_stress.si(120.0, radius, inner) == pytest.approx(outside, rel=1e-9)


def test_a_wire_over_a_drum_bends_as_its_curvature_says() -> None:
    wire = mech.bent_over_drum("4 mm", "500 mm", "200 GPa")
    second = Q(np.pi * 4**4 / 64, "mm**4")
    curvature = mech.bending_curvature(wire.bending_moment, "200 GPa", second)
    assert (1 / curvature).to("mm").m == pytest.approx(502, rel=1e-12)
    stress = mech.flexural_stress(wire.bending_moment, "2 mm", second)
    assert stress.m == pytest.approx(wire.bending_stress.m, rel=1e-12)
    assert mech.section_bending_stress(wire.bending_moment, second / Q(2, "mm")).m == pytest.approx(stress.m, rel=1e-12)

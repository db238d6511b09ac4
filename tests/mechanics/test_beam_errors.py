"""What a beam refuses, in one sentence that names the field; and what it answers without a stiffness."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest

from chipload.errors import InputError
from chipload.mechanics import (
    Beam,
    DistributedLoad,
    Fixed,
    Guided,
    Hinge,
    MomentLoad,
    Pin,
    PointLoad,
    Roller,
    Segment,
    Spring,
)

BAR = Segment("2 m", "200 GPa", "1e6 mm**4")
ENDS = (Pin("0 m"), Roller("2 m"))

REFUSED: list[tuple[Any, str]] = [
    (lambda: Segment("-1 m"), "Segment, length"),
    (lambda: Segment("1 m", "200 GPa"), "Segment, second_moment"),
    (lambda: Segment("1 m", second_moment="1 mm**4"), "Segment, youngs_modulus"),
    (lambda: Segment([1, 2] * BAR.length), "Segment, length: an array"),
    (lambda: Segment.round("1 m", "10 mm", "200 GPa", "10 mm"), "Segment, inner_diameter"),
    (lambda: Segment.rectangular("1 m", "10 mm", "10 mm", "200 GPa", poisson_ratio=0.7), "Segment, poisson_ratio"),
    (lambda: Beam([], ENDS), "Beam, segments: there is none"),
    (lambda: Beam(BAR, ()), "Beam, supports: there is none"),
    (lambda: Beam(BAR, Pin("1 m")), "could turn about its only support at 1000 mm"),
    (lambda: Beam(BAR, Spring("1 m", stiffness="1 N/um")), "could turn about its only support"),
    (lambda: Beam(BAR, Guided("0 m")), "none holds the beam up"),
    (lambda: Beam(BAR, ENDS, hinges="1 m"), "between its hinges"),
    (lambda: Beam(BAR, Fixed("0 m"), hinges=("1 m", "1.5 m")), "2 more would be needed"),
    (lambda: Beam(BAR, (*ENDS, Pin("2 m"))), r"supports\[2\], position: 2000 mm is the place of supports\[1\]"),
    (lambda: Beam(BAR, (Pin("0 m"), Roller("2.1 m"))), r"supports\[1\], position: 2100 mm is off the beam"),
    (lambda: Beam(BAR, ENDS, PointLoad("1 N", "3 m")), r"loads\[0\], position: 3000 mm is off the beam"),
    (lambda: Beam(BAR, ENDS, DistributedLoad("1 N/m", "1 m", "3 m")), r"loads\[0\], end: 3000 mm is off"),
    (lambda: Beam(BAR, ENDS, DistributedLoad("1 N/m", "2 m")), r"loads\[0\], start: 2000 mm is the end of the beam"),
    (lambda: DistributedLoad("1 N/m", "1 m", "1 m"), "DistributedLoad, end"),
    (lambda: PointLoad("1 N", "-1 m"), "PointLoad, position"),
    (lambda: PointLoad("1 m", "1 m"), "PointLoad, force"),
    (lambda: Spring("1 m"), "Spring, stiffness: neither"),
    (lambda: Beam(BAR, (Fixed("0 m"), Roller("2 m")), MomentLoad("1 N*m", "1 m"), "1 m"), "is a hinge, where a couple"),
    (lambda: Beam(BAR, (Fixed("0 m"), Fixed("1 m"), Roller("2 m")), (), "1 m"), "is a hinge, whose two sides"),
    (lambda: Beam(BAR, (Fixed("0 m"), Roller("2 m")), (), "2 m"), "is an end of the beam"),
    (lambda: Beam(BAR, (Fixed("0 m"), *ENDS[1:]), (), ("1 m", "1 m")), "hinges: two are at the same place"),
    (lambda: Beam(BAR, (*ENDS, PointLoad("1 N", "1 m"))), r"supports\[2\]: PointLoad"),
    (lambda: Beam(BAR, ENDS).solve(shear=True), r"segments\[0\], area"),
    (lambda: Beam(BAR, ENDS).with_self_weight(), r"segments\[0\], area"),
    (lambda: Beam(BAR, ENDS).solve().deflection("2.5 m"), "x: 2500 mm is off the beam"),
    (lambda: Beam(BAR, ENDS).solve().shear("1 m", side="above"), "side: 'above'"),
    (lambda: Beam(BAR, ENDS).solve().bending_stress("1 m"), r"segments\[0\], section_modulus"),
    (lambda: Beam.simply_supported(Segment("1 m")).solve().deflection("0.5 m"), r"segments\[0\], youngs_modulus"),
    (lambda: Beam.fixed_fixed(Segment("1 m")).solve(), "more supports than equilibrium needs"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_it_is_refused_in_one_sentence(make: Any, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        make()
    (sentence,) = caught.value.problems
    assert "\n" not in sentence


def test_everything_off_the_beam_is_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Beam(BAR, ENDS, [PointLoad("1 N", "3 m"), MomentLoad("1 N*m", "4 m")])
    assert len(caught.value.problems) == 2


def test_forces_need_no_stiffness_where_equilibrium_gives_them() -> None:
    known = Beam(BAR, ENDS, PointLoad("100 N", "0.5 m")).solve()
    unknown = Beam(Segment("2 m"), ENDS, PointLoad("100 N", "0.5 m")).solve()
    assert Beam(BAR, ENDS).statically_determinate
    assert not Beam.propped(BAR).statically_determinate
    x = [0.1, 0.5, 1.9] * BAR.length / 2
    np.testing.assert_allclose(unknown.moment(x).m, known.moment(x).m, rtol=1e-12)
    assert unknown.largest_moment.value.m == pytest.approx(37.5, rel=1e-12)


def test_a_beam_is_a_value() -> None:
    beam = Beam(BAR, ENDS, PointLoad("100 N", "0.5 m"))
    assert pickle.loads(pickle.dumps(beam)) == beam
    assert hash(Beam(BAR, ENDS, PointLoad("100 N", "500 mm"))) == hash(beam)
    assert replace(beam, loads=()) == Beam(BAR, ENDS)
    assert beam.with_loads(MomentLoad("1 N*m", "0 m")) != beam
    with pytest.raises(FrozenInstanceError):
        beam.loads = ()  # type: ignore[misc]
    assert repr(beam) == "Beam(2000 mm: 1 segments, 2 supports, 1 loads, 0 hinges)"


def test_a_hinge_carries_no_moment_and_turns() -> None:
    """Gerber beam: a propped cantilever with a hinge is a simple beam that hangs on a cantilever."""
    beam = Beam(BAR, (Fixed("0 m"), Roller("2 m")), DistributedLoad("100 N/m"), Hinge("0.8 m"))
    found = beam.solve()
    assert found.moment("0.8 m").m == pytest.approx(0.0, abs=1e-9)
    wall, roller = found.reactions
    assert roller.force.m == pytest.approx(100 * 1.2 / 2, rel=1e-12)
    assert wall.moment.m == pytest.approx(100 * 0.8**2 / 2 + 60 * 0.8, rel=1e-12)
    left, right = (found.slope("0.8 m", side=side).to("rad").m for side in ("left", "right"))
    ei = 2e5
    assert left == pytest.approx(100 * 0.8**3 / (6 * ei) + 60 * 0.8**2 / (2 * ei), rel=1e-12)
    sunk = 100 * 0.8**4 / (8 * ei) + 60 * 0.8**3 / (3 * ei)
    assert found.deflection("0.8 m").to("m").m == pytest.approx(sunk, rel=1e-12)
    assert right == pytest.approx(-sunk / 1.2 + 100 * 1.2**3 / (24 * ei), rel=1e-12)


def test_curves_jump_where_something_acts() -> None:
    found = Beam(BAR, ENDS, [PointLoad("100 N", "0.3 m"), MomentLoad("40 N*m", "1 m")]).solve()
    before, behind = (found.shear("300 mm", side=side).m for side in ("left", "right"))
    assert before - behind == pytest.approx(100, rel=1e-12)
    before, behind = (found.moment("1000 mm", side=side).m for side in ("left", "right"))
    assert behind - before == pytest.approx(40, rel=1e-12)


def test_its_own_weight() -> None:
    """Steel bar of 20 mm between centres: 24.2 N/m of weight over 1 m."""
    bar = Segment.round("1 m", "20 mm", "206 GPa", density="7.85 g/cm**3")
    found = Beam.simply_supported([bar, bar]).with_self_weight().solve()
    weight = np.pi / 4 * 0.02**2 * 7850 * 9.80665
    assert sum(reaction.force.m for reaction in found.reactions) == pytest.approx(2 * weight, rel=1e-12)
    assert found.highest_moment.value.m == pytest.approx(weight * 2**2 / 8, rel=1e-12)


def test_many_spans_and_tiny_parts_do_no_harm() -> None:
    """Inner spans of a long even beam: moments over the supports tend to w L^2 / 12; a 1 µm step changes nothing."""
    bar = Segment("40 m", "200 GPa", "1e6 mm**4")
    found = Beam.on_supports(bar, [f"{place} m" for place in range(41)], DistributedLoad("1200 N/m")).solve()
    assert found.moment("20 m").m == pytest.approx(-100, rel=1e-9)
    plain = Beam.fixed_fixed(BAR, PointLoad("1 kN", "0.7 m")).solve()
    parts = [replace(BAR, length=length) for length in ("1 m", "1 um", "999.999 mm")]
    stepped = Beam.fixed_fixed(parts, PointLoad("1 kN", "0.7 m")).solve()
    assert stepped.largest_deflection.value.m == pytest.approx(plain.largest_deflection.value.m, rel=1e-9)

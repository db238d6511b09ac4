"""The beam against an independent solution of the differential equation, and against what must hold for any beam."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload.mechanics import (
    Beam,
    DistributedLoad,
    Fixed,
    Guided,
    MomentLoad,
    Pin,
    PointLoad,
    Roller,
    Segment,
    Spring,
    tool_deflection,
)
from chipload.units import registry

Q = registry().Quantity
SETTINGS = settings(max_examples=60, deadline=None)


SPAN = 1.7
"""Length [m] of the random beams; not 1, which would hide a power of it."""


def m(share: Any) -> Any:
    """A place, or a length, as a share of the beam."""
    return Q(share * SPAN, "m")


def signed(size: float) -> st.SearchStrategy[float]:
    """Numbers of either sign up to `size`, in steps that a calculation can feel."""
    return st.integers(-1000, 1000).map(lambda step: step * size / 1000)


@st.composite
def beams(draw: st.DrawFn) -> Beam:
    """A stepped beam, held somehow, with every kind of load; places on a grid of 1/60."""
    count = draw(st.integers(1, 3))
    cuts = sorted(draw(st.sets(st.integers(5, 55), min_size=count - 1, max_size=count - 1)))
    ends = np.array([0, *cuts, 60]) / 60
    segments = [
        Segment(
            m(length), Q(draw(st.floats(50, 400)), "GPa"), Q(draw(st.floats(1e-8, 1e-6)), "m**4"),
            area=Q(draw(st.floats(1e-4, 1e-3)), "m**2"), shear_coefficient=0.9, shear_modulus=Q(80, "GPa"),
        )
        for length in np.diff(ends)
    ]  # fmt: skip
    places = sorted(draw(st.sets(st.integers(0, 60), min_size=3, max_size=5)))
    supports: list[Any] = []
    for at, place in enumerate(places):
        kind = draw(st.sampled_from([0, 1, 2, 2, 3]))
        x = m(place / 60)
        settled = Q(draw(signed(1)), "mm")
        rigid = at < 2  # two pins at least, so that nothing falls
        if kind == 0:
            supports.append(Fixed(x, settled, Q(draw(signed(0.01)), "rad")))
        elif kind == 1 and not rigid:
            supports.append(Guided(x))
        elif kind == 2 and not rigid:
            supports.append(Spring(x, Q(draw(st.floats(1e4, 1e7)), "N/m"), Q(draw(st.floats(1e2, 1e5)), "N*m/rad")))
        else:
            supports.append(Roller(x, settled))
    loads: list[Any] = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 2))
        size = draw(signed(1000))
        start = draw(st.integers(0, 55))
        if kind == 0:
            loads.append(PointLoad(Q(size, "N"), m(start / 60)))
        elif kind == 1:
            loads.append(MomentLoad(Q(size / 10, "N*m"), m(start / 60)))
        else:
            end = draw(st.integers(start + 1, 60))
            other = Q(draw(signed(1000)), "N/m")
            loads.append(DistributedLoad(Q(size, "N/m"), m(start / 60), m(end / 60), other))
    return Beam(segments, supports, loads)


def sizes(result: Any) -> dict[str, float]:
    """What each curve is measured by, in SI, so that a part of the beam at rest is not held to its rounding."""
    model = result.beam.model()
    force = sum(abs(value) for _, value in (*model.forces, *model.couples))
    force += sum(abs(first) + abs(last) for *_, first, last in model.spreads)
    force += np.abs(result.solution.reaction_forces).max() + np.abs(result.solution.reaction_moments).max()
    bent = force / min(segment[1] for segment in model.segments)
    given = max(abs(part or 0.0) for _, hold in model.holds for part in (hold.deflection, hold.rotation))
    return {
        "shear": force,
        "moment": force,
        "slope": bent + given,
        "rotation": bent + given,
        "deflection": bent + given,
    }


UNITS = {"shear": "N", "moment": "N*m", "slope": "rad", "rotation": "rad", "deflection": "m"}


def by_finite_elements(beam: Beam, shear: bool) -> tuple[Any, Any, Any]:
    """Deflection and rotation at the 61 points of the grid: two-node elements with the usual stiffness matrix.

    Loads between nodes enter by their energy: the shapes of the element against the load, by quadrature.
    """
    h = SPAN / 60
    nodes = np.arange(61) * h
    model = beam.model(shear)
    ends = np.cumsum([segment[0] for segment in model.segments])
    stiffness, force = np.zeros((122, 122)), np.zeros(122)
    share, weight = np.polynomial.legendre.leggauss(6)
    s = (share + 1) / 2
    for element in range(60):
        at = min(int(np.searchsorted(ends, nodes[element] + h / 2)), len(ends) - 1)
        _, ei, compliance = model.segments[at]
        phi = 12 * ei * compliance / h**2
        k = ei / (h**3 * (1 + phi)) * np.array(
            [
                [12, 6 * h, -12, 6 * h],
                [6 * h, (4 + phi) * h**2, -6 * h, (2 - phi) * h**2],
                [-12, -6 * h, 12, -6 * h],
                [6 * h, (2 - phi) * h**2, -6 * h, (4 + phi) * h**2],
            ]
        )  # fmt: skip
        dofs = slice(2 * element, 2 * element + 4)
        stiffness[dofs, dofs] += k
        shapes = np.array([
            1 - 3 * s**2 + 2 * s**3 + phi * (1 - s),
            h * (s - 2 * s**2 + s**3 + phi / 2 * (s - s**2)),
            3 * s**2 - 2 * s**3 + phi * s,
            h * (-(s**2) + s**3 - phi / 2 * (s - s**2)),
        ]) / (1 + phi)  # fmt: skip
        x = nodes[element] + s * h
        for start, end, first, last in model.spreads:
            load = np.where((x > start) & (x < end), first + (last - first) * (x - start) / (end - start), 0.0)
            force[dofs] += shapes @ (load * weight) * h / 2
    for place, value in model.forces:
        force[2 * round(place / h)] += value
    for place, value in model.couples:
        force[2 * round(place / h) + 1] += value
    known: dict[int, float] = {}
    for place, hold in model.holds:
        at = 2 * round(place / h)
        stiffness[at, at] += hold.stiffness
        stiffness[at + 1, at + 1] += hold.rotational_stiffness
        if hold.deflection is not None:
            known[at] = hold.deflection
        if hold.rotation is not None:
            known[at + 1] = hold.rotation
    free = np.array([index for index in range(122) if index not in known])
    fixed = np.array(list(known))
    found = np.zeros(122)
    found[fixed] = list(known.values())
    found[free] = np.linalg.solve(
        stiffness[np.ix_(free, free)], force[free] - stiffness[np.ix_(free, fixed)] @ found[fixed]
    )
    return nodes, found[0::2], found[1::2]


@pytest.mark.parametrize("shear", [False, True])
@pytest.mark.parametrize("place", [0.5, 1.0])
def test_springs_agree_with_finite_elements(place: float, shear: bool) -> None:
    bar = Segment.round(m(1), "40 mm", "206 GPa", poisson_ratio=0.3)
    spring = Spring(m(place), Q(1e5, "N/m"), Q(1e4, "N*m/rad"))
    other = Pin(m(1.5 - place))
    beam = Beam(bar, [Pin(m(0)), spring, other], [PointLoad(Q(100, "N"), m(0.75)), MomentLoad(Q(30, "N*m"), m(0.25))])
    found = beam.solve(shear=shear)
    nodes, deflection, rotation = by_finite_elements(beam, shear)
    atol = 1e-9 * np.abs(deflection).max()
    np.testing.assert_allclose(found.deflection(Q(nodes, "m")).to("m").m, deflection, rtol=1e-8, atol=atol)
    at = round(60 * place)
    assert found.reactions[1].force.m == pytest.approx(1e5 * deflection[at], rel=1e-7)
    assert found.reactions[1].moment.m == pytest.approx(1e4 * rotation[at], rel=1e-7)


@SETTINGS
@given(beams(), st.booleans())
def test_it_agrees_with_finite_elements(beam: Beam, shear: bool) -> None:
    """The elements are exact at their nodes, so only rounding tells the two apart."""
    nodes, deflection, rotation = by_finite_elements(beam, shear)
    found = beam.solve(shear=shear)
    for name, theirs in (("deflection", deflection), ("rotation", rotation)):
        ours = getattr(found, name)(Q(nodes, "m")).to(UNITS[name]).m
        np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-9 * sizes(found)[name])


def test_it_agrees_with_a_boundary_value_solver() -> None:
    """A stepped propped beam under a rising load; the four equations of the beam integrated by collocation."""
    from scipy.integrate import solve_bvp

    bar = [Segment("0.4 m", "200 GPa", "2e-8 m**4"), Segment("0.6 m", "200 GPa", "0.7e-8 m**4")]
    found = Beam.propped(bar, DistributedLoad("100 N/m", end_line_load="900 N/m")).solve()
    ei = [200e9 * 2e-8, 200e9 * 0.7e-8]

    def both(s: Any, y: Any) -> Any:
        """Both parts side by side over the share s of each: w, psi, M, V."""
        out = []
        for at, (start, length) in enumerate(((0.0, 0.4), (0.4, 0.6))):
            _w, psi, moment, force = y[4 * at : 4 * at + 4]
            load = 100 + 800 * (start + s * length)
            out += [length * psi, -length * moment / ei[at], length * force, -length * load]
        return np.array(out)

    def ends(a: Any, b: Any) -> Any:
        return np.array([a[0], a[1], *(b[:4] - a[4:]), b[4], b[6]])

    share = np.linspace(0, 1, 60)
    solved = solve_bvp(both, ends, share, np.zeros((8, 60)), tol=1e-10, max_nodes=20000)
    assert solved.success
    s = np.linspace(0.05, 0.95, 10)
    values = solved.sol(s)
    for at, (start, length) in enumerate(((0.0, 0.4), (0.4, 0.6))):
        x = Q(start + s * length, "m")
        np.testing.assert_allclose(found.deflection(x).to("m").m, values[4 * at], rtol=1e-7)
        np.testing.assert_allclose(found.moment(x).to("N*m").m, values[4 * at + 2], rtol=1e-7)
        np.testing.assert_allclose(found.shear(x).to("N").m, values[4 * at + 3], rtol=1e-7)


@SETTINGS
@given(beams(), st.booleans())
def test_equilibrium_closes(beam: Beam, shear: bool) -> None:
    model = beam.model()
    found = beam.solve(shear=shear)
    up = [reaction.force.to("N").m for reaction in found.reactions]
    at = [reaction.position.to("m").m for reaction in found.reactions]
    turning = [reaction.moment.to("N*m").m for reaction in found.reactions]
    down = [value for _, value in model.forces]
    about = [place * value for place, value in model.forces] + [value for _, value in model.couples]
    for start, end, first, last in model.spreads:
        length = end - start
        down.append((first + last) / 2 * length)
        about.append(start * down[-1] + (first + 2 * last) / 6 * length**2)
    size = np.abs([*up, *down]).max()
    assert abs(sum(up) - sum(down)) <= 1e-9 * size
    moments = np.array([*np.multiply(up, at), *turning, *about])
    assert abs(np.dot(up, at) + sum(turning) - sum(about)) <= 1e-9 * max(np.abs(moments).max(), size)


@SETTINGS
@given(beams(), st.booleans())
def test_each_curve_is_the_slope_of_the_next(beam: Beam, shear: bool) -> None:
    found = beam.solve(shear=shear)
    x, step = (np.arange(60) + 0.5) / 60 * SPAN, 1e-5
    load = np.zeros(60)
    for start, end, first, last in beam.model().spreads:
        load += np.where((x > start) & (x < end), first + (last - first) * (x - start) / (end - start), 0.0)
    ends = np.cumsum([segment[0] for segment in beam.model().segments])
    segment = np.minimum(np.searchsorted(ends, x), len(ends) - 1)
    ei = np.array([beam.model(shear).segments[at][1] for at in segment])
    soft = np.array([beam.model(shear).segments[at][2] for at in segment])

    def slope(curve: Any, unit: str) -> Any:
        return (curve(Q(x + step, "m")).to(unit).m - curve(Q(x - step, "m")).to(unit).m) / (2 * step)

    shear_force, moment = found.shear(Q(x, "m")).to("N").m, found.moment(Q(x, "m")).to("N*m").m
    turn = found.rotation(Q(x, "m")).to("rad").m
    for name, ours, theirs in (
        ("shear", slope(found.shear, "N"), -load),
        ("moment", slope(found.moment, "N*m"), shear_force),
        ("rotation", slope(found.rotation, "rad"), -moment / ei),
        ("deflection", slope(found.deflection, "m"), turn + shear_force * soft),
        ("slope", found.slope(Q(x, "m")).to("rad").m, turn + shear_force * soft),
    ):
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-8 * sizes(found)[name])


@SETTINGS
@given(beams())
def test_effects_add(beam: Beam) -> None:
    held = [type(one)(one.position) if isinstance(one, Pin | Fixed) else one for one in beam.supports]
    x = m(np.linspace(0, 1, 23))
    whole = Beam(beam.segments, held, beam.loads).solve()
    parts = [Beam(beam.segments, held, load).solve() for load in beam.loads]
    for name in ("shear", "moment", "slope", "deflection"):
        near = 1e-10 * max(sizes(part)[name] for part in (whole, *parts))
        summed = sum(getattr(part, name)(x).to(UNITS[name]).m for part in parts)
        together = getattr(whole, name)(x).to(UNITS[name]).m
        np.testing.assert_allclose(together, summed, atol=near, rtol=1e-8)
        scaled = getattr(whole.scaled(-2.5), name)(x).to(UNITS[name]).m
        np.testing.assert_allclose(scaled, -2.5 * together, rtol=1e-12, atol=1e-6 * near)


@SETTINGS
@given(beams(), st.booleans())
def test_a_beam_seen_from_behind_is_the_same_beam(beam: Beam, shear: bool) -> None:
    def mirrored(part: Any) -> Any:
        place = m(1) - part.position if hasattr(part, "position") else None
        if isinstance(part, MomentLoad):
            return MomentLoad(-part.moment, place)
        if isinstance(part, DistributedLoad):
            return DistributedLoad(part.end_line_load, m(1) - part.end, m(1) - part.start, part.line_load)
        if isinstance(part, PointLoad):
            return PointLoad(part.force, place)
        if isinstance(part, Fixed):
            return Fixed(place, part.settlement, -part.rotation)
        if isinstance(part, Spring):
            return Spring(place, part.stiffness, part.rotational_stiffness)
        return type(part)(place, part.settlement) if isinstance(part, Pin) else Guided(place)

    other = Beam(beam.segments[::-1], [mirrored(one) for one in beam.supports], [mirrored(one) for one in beam.loads])
    front, behind = beam.solve(shear=shear), other.solve(shear=shear)
    x = (np.arange(60) + 0.37) / 60
    for name, sign in (("shear", -1), ("moment", 1), ("slope", -1), ("deflection", 1)):
        ours = getattr(front, name)(m(x)).to(UNITS[name]).m
        theirs = sign * getattr(behind, name)(m(1 - x)).to(UNITS[name]).m
        np.testing.assert_allclose(ours, theirs, rtol=1e-7, atol=1e-10 * sizes(front)[name])


@SETTINGS
@given(beams(), st.booleans())
def test_extremes_are_extremes(beam: Beam, shear: bool) -> None:
    found = beam.solve(shear=shear)
    x = m(np.linspace(0, 1, 2001))
    for name in ("shear", "moment", "deflection"):
        high, low = getattr(found, f"highest_{name}"), getattr(found, f"lowest_{name}")
        values = getattr(found, name)(x).m
        size = max(abs(high.value.m), abs(low.value.m))
        assert low.value.m - 1e-9 * size <= values.min()
        assert values.max() <= high.value.m + 1e-9 * size
        for extreme in (high, low):
            sides = ("left", "right") if name != "deflection" else ()
            reached = [getattr(found, name)(extreme.position, side=side).m for side in sides] or [
                found.deflection(extreme.position).m
            ]
            assert min(abs(value - extreme.value.m) for value in reached) <= 1e-9 * size
        largest = getattr(found, f"largest_{name}").value.m
        assert abs(largest) == pytest.approx(size, rel=1e-10)


@SETTINGS
@given(beams(), st.booleans())
def test_half_the_work_of_the_loads_is_stored(beam: Beam, shear: bool) -> None:
    held = [type(one)(one.position) if isinstance(one, Pin | Fixed) else one for one in beam.supports]
    loads = [load for load in beam.loads if not isinstance(load, DistributedLoad)]
    found = Beam(beam.segments, held, loads).solve(shear=shear)
    work = sum(
        float((load.force * found.deflection(load.position)).to("J").m)
        if isinstance(load, PointLoad)
        else float((load.moment * found.rotation(load.position).to("rad").m).to("J").m)
        for load in loads
    )
    in_springs = sum(
        spring.si("stiffness") * found.deflection(spring.position).to("m").m ** 2
        + spring.si("rotational_stiffness") * found.rotation(spring.position).to("rad").m ** 2
        for spring in held
        if isinstance(spring, Spring)
    )
    assert found.strain_energy.to("J").m == pytest.approx(
        (work - in_springs) / 2, rel=1e-7, abs=1e-12 + 1e-9 * abs(work)
    )


@pytest.mark.parametrize("slenderness", [10, 30, 100, 300])
def test_shear_matters_less_the_more_slender_the_beam(slenderness: int) -> None:
    """Round bar on two supports, force in the middle: the share of shear is 12 E I / (k G A L^2), as 1 / L^2."""
    bar = Segment.round(Q(20 * slenderness, "mm"), "20 mm", "206 GPa", poisson_ratio=0.3)
    beam = Beam.simply_supported(bar, PointLoad("100 N", Q(10 * slenderness, "mm")))
    bent, both = beam.solve(), beam.solve(shear=True)
    coefficient = 6 * 1.3 / (7 + 6 * 0.3)
    share = 12 * 2.6 / (16 * coefficient * slenderness**2)
    ratio = (both.largest_deflection.value / bent.largest_deflection.value).to("").m
    assert ratio - 1 == pytest.approx(share, rel=1e-6)


@SETTINGS
@given(
    st.floats(3, 30), st.floats(0.6, 1.8), st.floats(3, 9), st.just(0.0) | st.floats(0.01, 1), st.floats(0, 0.9),
    st.floats(0.5, 1.0),
)  # fmt: skip
def test_the_tool_is_a_stepped_beam(
    diameter: float, shank: float, stickout: float, flutes: float, load: float, core: float
) -> None:
    length, shank, young, nu = diameter * stickout, diameter * shank, 600.0, 0.22
    cut = length * flutes
    parts = [(length - cut, shank), (cut, core * diameter)]
    segments = [Segment.round(Q(a, "mm"), Q(d, "mm"), Q(young, "GPa"), poisson_ratio=nu) for a, d in parts if a > 0]
    at = Q(sum(segment.si("length") for segment in segments) - load * length / 1000, "m")
    found = Beam.cantilever(segments, PointLoad("200 N", at)).solve(shear=True)
    tool = tool_deflection(
        "200 N", Q(diameter, "mm"), Q(shank, "mm"), Q(length, "mm"), Q(cut, "mm"),
        Q(young, "GPa"), Q(load * length, "mm"), core_fraction=core, poisson_ratio=nu,
    )  # fmt: skip
    tip = found.deflection(found.beam.length)
    assert tip.to("um").m == pytest.approx(tool.deflection.to("um").m, rel=1e-9)

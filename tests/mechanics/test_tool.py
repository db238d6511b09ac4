"""Tool deflection and stress against a direct integration of the same stepped beam, and against hand values."""

from __future__ import annotations

from itertools import pairwise
from math import inf, pi
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import tool_deflection, tool_stress

NU = 0.22


@st.composite
def tools(draw: st.DrawFn, neck: bool | None = None) -> dict[str, float]:
    """A stepped tool in SI: shank, neck (or none), flutes, and a load anywhere between tip and holder."""
    diameter = draw(st.floats(0.5e-3, 40e-3))
    shank = diameter * draw(st.floats(0.6, 2.0))
    stickout = diameter * draw(st.floats(1.0, 10.0))
    flutes = stickout * draw(st.just(0.0) | st.floats(0.01, 1.0))
    has_neck = draw(st.booleans()) if neck is None else neck
    neck_length = (stickout - flutes) * draw(st.floats(0.05, 1.0)) if has_neck else 0.0
    return {
        "force": draw(st.floats(1.0, 5000.0)),
        "diameter": diameter,
        "shank_diameter": shank,
        "stickout": stickout,
        "flute_length": flutes,
        "youngs_modulus": draw(st.floats(150e9, 700e9)),
        "load_position": stickout * draw(st.floats(0.0, 0.95)),
        "neck_diameter": min(diameter, shank) * draw(st.floats(0.7, 1.0)),
        "neck_length": neck_length,
        "core_fraction": draw(st.floats(0.6, 1.0)),
        "poisson_ratio": draw(st.floats(0.15, 0.35)),
    }


def section(tool: dict[str, float], x: float) -> float:
    """Diameter of the equivalent rod at `x` from the holder."""
    flutes = tool["stickout"] - tool["flute_length"]
    if x >= flutes:
        return tool["core_fraction"] * tool["diameter"]
    if tool["neck_length"] > 0 and x >= flutes - tool["neck_length"]:
        return tool["neck_diameter"]
    return tool["shank_diameter"]


def integrate(tool: dict[str, float], integrand: Any) -> float:
    """Integral over the tool from holder to load, piece by piece between the steps."""
    load = tool["stickout"] - tool["load_position"]
    flutes = tool["stickout"] - tool["flute_length"]
    ends = sorted({0.0, load, *(min(max(step, 0.0), load) for step in (flutes, flutes - tool["neck_length"]))})
    total = 0.0
    for a, b in pairwise(ends):
        d = section(tool, (a + b) / 2)  # at the middle of a piece: its ends are steps
        total += quad(integrand, a, b, args=(d,), epsabs=0, epsrel=1e-12)[0]
    return total


def bending_by_integration(tool: dict[str, float]) -> float:
    """Unit-load theorem: the integral of M m / (E I), m from a unit force at the tip."""
    load = tool["stickout"] - tool["load_position"]

    def integrand(x: float, d: float) -> float:
        moment = tool["force"] * (load - x)
        unit = tool["stickout"] - x
        return moment * unit / (tool["youngs_modulus"] * pi * d**4 / 64)

    return integrate(tool, integrand)


def shear_by_integration(tool: dict[str, float]) -> float:
    """The integral of V v / (k G A); Cowper's k for a round section."""
    nu = tool["poisson_ratio"]
    k = 6 * (1 + nu) / (7 + 6 * nu)
    shear_modulus = tool["youngs_modulus"] / (2 * (1 + nu))
    return integrate(tool, lambda x, d: tool["force"] / (k * shear_modulus * pi * d**2 / 4))


@settings(max_examples=150, deadline=None)
@given(tools())
def test_bending_and_shear_against_integration(tool: dict[str, float]) -> None:
    found = tool_deflection.si(**tool)
    assert found.bending == pytest.approx(bending_by_integration(tool), rel=1e-9, abs=0)
    assert found.shear == pytest.approx(shear_by_integration(tool), rel=1e-9, abs=0)
    assert found.holder == 0.0
    assert found.deflection == pytest.approx(found.bending + found.shear, rel=1e-14, abs=0)


@settings(max_examples=50, deadline=None)
@given(tools(neck=True))
def test_a_neck_as_thick_as_the_shank_is_shank(tool: dict[str, float]) -> None:
    with_neck = tool_deflection.si(**{**tool, "neck_diameter": tool["shank_diameter"]})
    without = tool_deflection.si(**{**tool, "neck_length": 0.0})
    assert with_neck.deflection == pytest.approx(without.deflection, rel=1e-12, abs=0)


@settings(max_examples=50, deadline=None)
@given(tools(), st.floats(1e6, 1e9), st.floats(1e3, 1e6))
def test_holder(tool: dict[str, float], radial: float, rotational: float) -> None:
    rigid = tool_deflection.si(**tool)
    found = tool_deflection.si(**tool, holder_stiffness=radial, holder_rotational_stiffness=rotational)
    lever = tool["stickout"] - tool["load_position"]
    shift = tool["force"] / radial
    tilt = tool["force"] * lever / rotational
    assert found.holder == pytest.approx(shift + tilt * tool["stickout"], rel=1e-12, abs=0)
    assert (found.bending, found.shear) == (rigid.bending, rigid.shear)
    assert found.deflection == pytest.approx(rigid.deflection + found.holder, rel=1e-12, abs=0)


# F = 100 N, E = 600 GPa, D = 10 mm, L = 40 mm; each figure is 64 F / (3 pi E) (L1^3 / (f D)^4 + (L^3 - L1^3) / D^4)
@pytest.mark.parametrize(
    ("flutes", "core", "micrometres"), [("0 mm", 0.8, 7.243), ("40 mm", 0.8, 17.684), ("25 mm", 0.8, 9.792)]
)
def test_three_tools_by_hand(flutes: str, core: float, micrometres: float) -> None:
    found = tool_deflection("100 N", "10 mm", "10 mm", "40 mm", flutes, "600 GPa", core_fraction=core)
    assert found.bending.to("um").magnitude == pytest.approx(micrometres, abs=0.0005)


# 0.375 (1 + nu) / k (d / L)^2 of the bending, nu = 0.22
@pytest.mark.parametrize(
    ("slenderness", "share", "digits"),
    [(2, 0.13, 0.005), (3, 0.058, 5e-4), (4, 0.033, 5e-4), (5, 0.021, 5e-4)],
)
def test_share_of_shear(slenderness: int, share: float, digits: float) -> None:
    found = tool_deflection.si(100.0, 0.01, 0.01, slenderness * 0.01, 0.0, 600e9, poisson_ratio=NU)
    # the margin is for 0.0325, which is printed as 3.3 %
    assert found.shear / found.bending == pytest.approx(share, abs=digits * (1 + 1e-9))


@settings(max_examples=50, deadline=None)
@given(st.floats(1, 1e4), st.floats(1e-3, 0.1), st.floats(1e-2, 1.0), st.floats(0.0, 0.99))
def test_textbook_cantilever(force: float, diameter: float, length: float, share: float) -> None:
    """F a^2 (3 L - a) / (6 E I) at the tip for a load at `a` from the wall."""
    modulus, inertia = 210e9, pi * diameter**4 / 64
    a = length * (1 - share)
    found = tool_deflection.si(force, diameter, diameter, length, 0.0, modulus, load_position=length - a)
    expected = force * a**2 * (3 * length - a) / (6 * modulus * inertia)
    assert found.bending == pytest.approx(expected, rel=1e-10, abs=0)


@settings(max_examples=60, deadline=None)
@given(tools(), st.floats(1.01, 1.5))
def test_trends(tool: dict[str, float], more: float) -> None:
    base = tool_deflection.si(**tool).deflection

    def changed(**change: float) -> float:
        return tool_deflection.si(**{**tool, **change}).deflection

    longer = tool["stickout"] * more
    assert changed(stickout=longer) > base
    assert changed(force=tool["force"] * more) == pytest.approx(base * more, rel=1e-12, abs=0)
    assert changed(youngs_modulus=tool["youngs_modulus"] * more) == pytest.approx(base / more, rel=1e-12, abs=0)
    # a load 1e-17 m from the tip is as good as at it, so the last digit may go either way
    assert changed(shank_diameter=tool["shank_diameter"] * more) <= base * (1 + 1e-14)
    assert changed(load_position=tool["load_position"] / more) >= base * (1 - 1e-14)
    if tool["load_position"] < tool["flute_length"] * 0.99:
        assert changed(core_fraction=tool["core_fraction"] / more) > base
        assert changed(diameter=tool["diameter"] * more) < base


@settings(max_examples=150, deadline=None)
@given(tools(), st.floats(0.0, 200.0))
def test_stress_by_hand(tool: dict[str, float], torque: float) -> None:
    """Bending 32 M / (pi d^3) and torsion 16 T / (pi d^3) where each part begins, the worst by von Mises."""
    geometry = {key: value for key, value in tool.items() if key not in ("youngs_modulus", "poisson_ratio")}
    found = tool_stress.si(**geometry, torque=torque)
    load = tool["stickout"] - tool["load_position"]
    flutes = tool["stickout"] - tool["flute_length"]
    sections = []
    if flutes - tool["neck_length"] > 0:
        sections.append((0.0, tool["shank_diameter"]))
    if tool["neck_length"] > 0:
        sections.append((flutes - tool["neck_length"], tool["neck_diameter"]))
    if tool["flute_length"] > 0:
        sections.append((flutes, tool["core_fraction"] * tool["diameter"]))
    stresses = []
    for start, d in sections:
        bending = 32 * tool["force"] * max(load - start, 0.0) / (pi * d**3)
        torsion = 16 * torque / (pi * d**3)
        stresses.append(((bending**2 + 3 * torsion**2) ** 0.5, bending, torsion))
    worst = max(stresses)
    assert found.equivalent_stress == pytest.approx(worst[0], rel=1e-9, abs=1e-6)
    matching = [s for s in stresses if s[0] == pytest.approx(worst[0], rel=1e-9, abs=1e-6)]
    assert any(
        (found.bending_stress, found.torsional_stress) == pytest.approx(s[1:], rel=1e-7, abs=1e-3) for s in matching
    )


def test_torsion_alone() -> None:
    found = tool_stress("0 N", "10 mm", "10 mm", "40 mm", "0 mm", "2 N*m")
    shear = 16 * 2 / (pi * 0.01**3) / 1e6
    assert found.bending_stress.magnitude == 0.0
    assert found.torsional_stress.to("MPa").magnitude == pytest.approx(shear, rel=1e-12, abs=0)
    assert found.equivalent_stress.to("MPa").magnitude == pytest.approx(3**0.5 * shear, rel=1e-12, abs=0)


def test_bending_alone() -> None:
    found = tool_stress("100 N", "10 mm", "10 mm", "40 mm", "0 mm", "0 N*m")
    assert found.bending_stress.to("MPa").magnitude == pytest.approx(32 * 100 * 40 / (pi * 10**3), rel=1e-12, abs=0)
    assert found.equivalent_stress == found.bending_stress
    assert found.torsional_stress.magnitude == 0.0


def test_the_weakest_section_counts() -> None:
    """At the flutes 25 mm of lever on 8 mm beat 40 mm on 12: 0.0488 against 0.0231."""
    found = tool_stress("100 N", "10 mm", "12 mm", "40 mm", "25 mm", "0 N*m")
    assert found.bending_stress.to("MPa").magnitude == pytest.approx(32 * 100 * 25 / (pi * 8**3), rel=1e-12, abs=0)
    thin_shank = tool_stress("100 N", "10 mm", "6 mm", "40 mm", "25 mm", "0 N*m")
    assert thin_shank.bending_stress.to("MPa").magnitude == pytest.approx(32 * 100 * 40 / (pi * 6**3), rel=1e-12, abs=0)


def test_vectorised_over_stickout_and_force() -> None:
    forces = cl.Quantity(np.array([50.0, 100.0])[:, None], "N")
    lengths = cl.Quantity(np.array([30.0, 40.0, 60.0]), "mm")
    bent = tool_deflection(forces, "10 mm", "10 mm", lengths, "25 mm", "600 GPa")
    stressed = tool_stress(forces, "10 mm", "10 mm", lengths, "25 mm", "1 N*m")
    for i, j in np.ndindex(2, 3):
        alone = tool_deflection(forces[i, 0], "10 mm", "10 mm", lengths[j], "25 mm", "600 GPa")
        for part in ("deflection", "bending", "shear"):
            whole = getattr(bent, part).magnitude
            assert whole.shape == (2, 3)
            assert whole[i, j] == pytest.approx(getattr(alone, part).magnitude, rel=1e-13, abs=0)
        alone_stress = tool_stress(forces[i, 0], "10 mm", "10 mm", lengths[j], "25 mm", "1 N*m")
        for part in ("equivalent_stress", "bending_stress", "torsional_stress"):
            whole = getattr(stressed, part).magnitude
            assert whole[i, j] == pytest.approx(getattr(alone_stress, part).magnitude, rel=1e-13, abs=0)


@pytest.mark.parametrize("formula", [tool_deflection, tool_stress])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"flute_length": "41 mm"}, "flutes are longer than the stick-out"),
        ({"neck_length": "20 mm", "neck_diameter": "9 mm"}, "flutes and neck together"),
        ({"neck_length": "5 mm"}, "needs the diameter of the neck"),
        ({"neck_length": "5 mm", "neck_diameter": "11 mm"}, "needs the diameter of the neck"),
        ({"load_position": "40 mm"}, "as far from the tip as the holder"),
        ({"load_position": "50 mm"}, "as far from the tip as the holder"),
    ],
)
def test_a_shape_that_cannot_be(formula: Any, change: dict[str, str], words: str) -> None:
    given = {**formula.example, **change}
    with pytest.raises(InputError, match=words):
        formula(**given)


@pytest.mark.parametrize("name", ["force", "diameter", "shank_diameter", "stickout", "youngs_modulus"])
def test_negative_is_refused(name: str) -> None:
    unit = {"force": "N", "youngs_modulus": "GPa"}.get(name, "mm")
    with pytest.raises(InputError, match=name):
        tool_deflection(**{**tool_deflection.example, name: f"-1 {unit}"})


def test_rigid_is_the_limit_of_a_stiff_holder() -> None:
    rigid = tool_deflection.si(100.0, 0.01, 0.01, 0.04, 0.02, 600e9)
    explicit = tool_deflection.si(
        100.0, 0.01, 0.01, 0.04, 0.02, 600e9, holder_stiffness=inf, holder_rotational_stiffness=inf
    )
    assert rigid == explicit
    assert rigid.holder == 0.0

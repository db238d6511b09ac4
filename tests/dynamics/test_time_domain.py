"""The step-by-step simulation: against the multipliers, and against the forces of a rigid tool."""

from __future__ import annotations

import numpy as np
import pytest

from chipload.cutting import LinearCoefficients, milling_force_curves
from chipload.dynamics import MillingProcess, Mode, Structure, simulate_milling
from chipload.dynamics.multipliers import dominant_multipliers
from chipload.dynamics.time_steps import growth_per_turn, run

ONE = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
THREE = Structure(
    [
        Mode("922 Hz", 0.02, "1.34 N/um", direction="x"),
        Mode("700 Hz", 0.02, "3 N/um", direction="y"),
        Mode("850 Hz", 0.03, "4 N/um", direction="35 deg"),
    ]
)
UNEVEN = {"pitch_angles": ["70 deg", "110 deg", "75 deg", "105 deg"]}


def process(teeth: int, share: float, up: bool = False, **more: object) -> MillingProcess:
    arc = np.degrees(np.arccos(1 - 2 * share))
    entry, leave = (0.0, arc) if up else (180 - arc, 180.0)
    return MillingProcess(teeth, f"{entry:.15g} deg", f"{leave:.15g} deg", "600 MPa", "200 MPa", **more)


def rates(cut: MillingProcess, tool: Structure, seed: int, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Multiplier over a period, the same over a turn, and the growth of a free motion, at random cuts."""
    random = np.random.default_rng(seed)
    speed, depth = random.uniform(7000, 20000, count) / 60, random.uniform(0.1, 3, count) * 1e-3
    multiplier = np.abs(dominant_multipliers(cut.numbers, tool.numbers, speed, depth))
    teeth = cut.numbers.teeth
    steps = int(60 * 922 / speed.min() / teeth) * teeth
    none = np.zeros(count)
    course = run(cut.numbers, tool.numbers, speed, depth, none, np.zeros(teeth), 20, steps, False, nudge=1e-6)
    return multiplier, multiplier ** (teeth if cut.even else 1), growth_per_turn(course, steps)


@pytest.mark.parametrize(
    ("cut", "tool"),
    [
        (process(2, 1.0), ONE),
        (process(2, 0.3), ONE),
        (process(2, 0.3, up=True), THREE),
        (process(3, 0.6), THREE),
        (process(4, 0.5, **UNEVEN), ONE),
        (process(4, 0.3, up=True, **UNEVEN), THREE),
    ],
    ids=["slot", "down", "up-three-modes", "three-teeth", "uneven", "uneven-three-modes"],
)
def test_growth_agrees_with_the_multiplier(cut: MillingProcess, tool: Structure) -> None:
    """Fifty random cuts away from the boundary: the verdict is the same, and near it the rate is too."""
    multiplier, over_a_turn, growth = rates(cut, tool, 5, 90)
    away = np.flatnonzero((multiplier < 0.9) | (multiplier > 1.1))[:50]
    assert len(away) == 50
    np.testing.assert_array_equal(growth[away] < 1, multiplier[away] < 1)
    near = (over_a_turn > 0.6) & (over_a_turn < 2)
    assert near.sum() >= 5
    np.testing.assert_allclose(growth[near], over_a_turn[near], rtol=0.1)


def test_a_stiff_tool_feels_the_forces_of_the_rigid_model() -> None:
    stiff = Structure([Mode("3000 Hz", 0.1, "1e6 N/um", direction=axis) for axis in ("x", "y")])
    cut = MillingProcess(4, "90 deg", "180 deg", "1800 MPa", "600 MPa")
    found = simulate_milling(
        cut, stiff, "6000 rpm", "2 mm", "0.1 mm", eccentricity="5 um", tangential_edge="25 N/mm",
        radial_edge="30 N/mm", turns=8,
    )  # fmt: skip
    rigid = milling_force_curves(
        LinearCoefficients("1800 MPa", "600 MPa", "0 MPa", "25 N/mm", "30 N/mm", "0 N/mm"),
        "0.1 mm", "2 mm", "90 deg", "180 deg", "10 mm", 4, "0 deg", "5 um",
    )  # fmt: skip
    np.testing.assert_allclose(found.peak_force.m, rigid.peak_force.m, rtol=0.02)
    turn = found.time.to("s").m > 0.06
    np.testing.assert_allclose(found.force_x.m[turn].mean(), rigid.mean_force_x.m, rtol=0.01)
    np.testing.assert_allclose(found.force_y.m[turn].mean(), rigid.mean_force_y.m, rtol=0.01)


def test_a_steady_force_leaves_its_static_deflection_on_the_wall() -> None:
    """Four teeth in a slot push across the feed with a z f_z K_t / 4 at every angle, and the wall shows it."""
    tool = Structure([Mode("1000 Hz", 0.2, "10 N/um", direction="y")])
    slot = MillingProcess(4, "0 deg", "180 deg", "600 MPa", "200 MPa")
    found = simulate_milling(slot, tool, "6000 rpm", "0.5 mm", "0.05 mm", turns=12)
    np.testing.assert_allclose(found.force_y.m[-600:], 600 * 0.5 * 0.05, rtol=0.01)
    np.testing.assert_allclose(found.surface_offset.to("um").m[-8:], 600 * 0.5 * 0.05 / 10, rtol=0.01)
    np.testing.assert_allclose(np.diff(found.surface_position.to("mm").m), 0.05, rtol=1e-9)


def test_chatter_jumps_out_of_the_cut_and_is_bounded() -> None:
    found = simulate_milling(process(2, 1.0), ONE, "10000 rpm", "1.5 mm", "0.05 mm")
    calm = simulate_milling(process(2, 1.0), ONE, "20000 rpm", "0.5 mm", "0.05 mm")
    assert not found.stable
    assert calm.stable
    assert found.out_of_cut > 0.02
    assert calm.out_of_cut < 0.01
    assert found.peak_displacement.to("um").m < 1000


def test_process_damping_slows_the_growth() -> None:
    plain = simulate_milling(process(2, 0.3), ONE, "5000 rpm", "2 mm", "0.05 mm", turns=8)
    damped = MillingProcess(
        2, "113.578 deg", "180 deg", "600 MPa", "200 MPa", process_damping="500 N/mm", diameter="10 mm"
    )
    slowed = simulate_milling(damped, ONE, "5000 rpm", "2 mm", "0.05 mm", turns=8)
    assert slowed.growth < plain.growth
    multiplier = np.abs(dominant_multipliers(damped.numbers, ONE.numbers, 5000 / 60, 2e-3))
    np.testing.assert_allclose(slowed.growth, multiplier**2, rtol=0.05)

"""Lobes of one mode on arrays of cuts: against published limits, the lobes of any structure, and the loop itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload import cutting
from chipload.dynamics import (
    MillingProcess,
    Mode,
    Structure,
    single_mode_milling_depth,
    single_mode_turning_width,
    stable_width_at_any_speed,
    turning_limit,
    zero_order_limit,
)
from chipload.dynamics.milling_process import mean_factor
from chipload.dynamics.single_mode import least_depth

SPEEDS = np.array([5000, 8000, 10000, 15000, 20000, 25000]) / 60
# zero-order limits of the benchmark of one mode along the feed, mm
TABLE = {
    1.0: [0.370, 0.569, 0.307, 0.373, 1.557, 5.804],
    0.5: [0.922, 0.869, 3.018, 5.202, 0.794, 1.077],
    0.1: [1.438, 1.355, 4.707, 8.112, 1.238, 1.679],
}
PARTS = st.tuples(
    st.floats(200, 2000), st.floats(0.005, 0.1), st.integers(1, 8), st.floats(0.02, 0.9), st.floats(0, 120),
    st.floats(10, 60), st.floats(0.15, 8),
)  # fmt: skip


@pytest.mark.parametrize("share", TABLE)
def test_the_published_benchmark(share: float) -> None:
    frequency, damping = 922.0, 0.011
    stiffness = 0.03993 * (2 * np.pi * frequency) ** 2
    entry = np.arccos(2 * share - 1)
    along = 2 * (np.pi - entry) * mean_factor(entry, np.pi, 1.0, 1 / 3)[0, 0]
    least = least_depth(np.angle(along + 0j), frequency / (2 * SPEEDS), damping)
    depth = 2 * np.pi * stiffness / (2 * 600e6 * abs(along)) * least
    np.testing.assert_allclose(depth * 1e3, TABLE[share], rtol=0.0015)


def limit_of(parts: tuple[float, ...], speed: float) -> float:
    frequency, damping, teeth, ratio, entry, arc, _ = parts
    ends = np.radians([entry, entry + arc])
    return float(
        single_mode_milling_depth.si(speed, teeth, *ends, 8e8, 8e8 * ratio, frequency, 1e7, damping)
    )  # fmt: skip


@settings(deadline=None)
@given(PARTS)
def test_the_limit_is_that_of_the_lobes_of_the_same_structure(parts: tuple[float, ...]) -> None:
    """Those are straight between frequencies, and so a little too high."""
    frequency, damping, teeth, ratio, entry, arc, waves = parts
    speed = frequency / teeth / waves
    tool = Structure([Mode(f"{frequency!r} Hz", damping, "10 N/um", direction=axis) for axis in ("x", "y")])
    process = MillingProcess(
        teeth, f"{entry!r} deg", f"{entry + arc!r} deg", "800 MPa", f"{800 * ratio!r} MPa"
    )  # fmt: skip
    reference = zero_order_limit(process, tool, f"{speed * 60!r} rpm").limit_depth.to("m").m
    found = limit_of(parts, speed)
    # beyond the list of frequencies, at twice the natural one, a lobe is lost
    if np.isfinite(reference) and reference < 20 * 2 * np.pi * 1e7 * damping / (teeth * 8e8):
        assert found == pytest.approx(reference, rel=0.02)
    assert found <= reference * (1 + 1e-6)


@settings(deadline=None)
@given(PARTS)
def test_at_the_limit_the_loop_rings_and_below_it_does_not(parts: tuple[float, ...]) -> None:
    """The determinant of the loop vanishes at some frequency at the limit and at none for a smaller depth."""
    frequency, damping, teeth, ratio, entry, arc, waves = parts
    speed = frequency / teeth / waves
    depth = limit_of(parts, speed)
    ends = np.radians([entry, entry + arc])
    matrix = mean_factor(*ends, 8e8, 8e8 * ratio) * teeth * (ends[1] - ends[0]) / (2 * np.pi)
    ratios = np.concatenate([np.linspace(1e-3, 4, 400001)])
    response = 1 / (1e7 * (1 - ratios**2 + 2j * damping * ratios))
    regeneration = (1 - np.exp(-2j * np.pi * waves * ratios)) * response

    def nearest(at: float) -> float:
        loops = [1 - at * value * regeneration for value in np.linalg.eigvals(matrix)]
        return float(min(np.abs(loop).min() for loop in loops))

    assert nearest(depth) < 0.02
    assert nearest(depth) < nearest(0.95 * depth)


def test_every_point_of_an_array_is_a_cut_of_its_own() -> None:
    arc = np.radians([[40.0], [90.0]])
    speed, force = np.array([60.0, 80.0, 110.0]), np.array([6e8, 8e8, 1e9])
    grid = single_mode_milling_depth.si(speed, 4, np.pi - arc, np.pi, force, 0.3 * force, 900.0, 1e7, 0.03)
    assert grid.shape == (2, 3)
    for row in range(2):
        for column in range(3):
            one = single_mode_milling_depth.si(
                speed[column], 4, np.pi - arc[row, 0], np.pi, force[column], 0.3 * force[column], 900.0, 1e7, 0.03
            )
            np.testing.assert_allclose(grid[row, column], one, rtol=1e-13)


@given(st.floats(1.5, 3))
def test_the_limit_is_in_proportion_to_stiffness_over_force(times: float) -> None:
    given = (80.0, 4, 1.0, np.pi)
    base = single_mode_milling_depth.si(*given, 8e8, 2.4e8, 900.0, 1e7, 0.03)
    stiffer = single_mode_milling_depth.si(*given, 8e8, 2.4e8, 900.0, 1e7 * times, 0.03)
    softer = single_mode_milling_depth.si(*given, 8e8 / times, 2.4e8 / times, 900.0, 1e7, 0.03)
    assert stiffer == pytest.approx(base * times, rel=1e-12)
    assert softer == pytest.approx(base * times, rel=1e-12)


def test_turning_is_that_of_any_structure() -> None:
    speed = np.linspace(5, 60, 50)
    bar = Structure([Mode("250 Hz", 0.012, "226 N/um", direction="30 deg")])
    reference = turning_limit(bar, "1000 MPa", [f"{one * 60:.17g} rpm" for one in speed]).limit_width.to("m").m
    found = single_mode_turning_width.si(speed, 1e9, 250.0, 226e6, 0.012, 0.75)
    np.testing.assert_allclose(found, reference, rtol=1e-3)
    assert np.all(found <= reference * (1 + 1e-9))


@given(st.floats(2, 80), st.floats(0.005, 0.2))
def test_no_speed_is_below_the_floor(speed: float, damping: float) -> None:
    floor = stable_width_at_any_speed.si(226e6, damping, 1e9)
    assert single_mode_turning_width.si(speed, 1e9, 250.0, 226e6, damping) >= floor * (1 - 1e-12)


def test_the_floor_is_reached() -> None:
    floor = stable_width_at_any_speed.si(226e6, 0.012, 1e9, 0.75)
    lowest = single_mode_turning_width.si(np.linspace(10, 60, 20001), 1e9, 250.0, 226e6, 0.012, 0.75).min()
    assert lowest == pytest.approx(floor, rel=1e-6)


def test_the_entry_of_a_side_cut() -> None:
    """A wider cut keeps teeth in the work for longer, and its floor is lower."""
    speed = np.linspace(20, 300, 4001)
    floors = []
    for width in (0.5e-3, 2e-3, 5e-3, 10e-3):
        cut = cutting.side_engagement.si(width, 10e-3)
        floors.append(
            single_mode_milling_depth.si(
                speed, 4, cut.entry_angle, cut.exit_angle, 8e8, 2.4e8, 900.0, 1e7, 0.03
            ).min()
        )  # fmt: skip
    assert np.all(np.diff(floors) < 0)

"""Feed marks of milling against the sampled envelope of all teeth, with and without runout."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.finish import (
    finishing_feed,
    milled_floor,
    milled_floor_rz,
    milled_land_floor,
    milled_wall,
    milled_wall_rz,
    milled_wall_trochoid_rz,
    turned_profile_rz,
    wiper_feed_limit,
    wiper_rz,
)

FEED, DIAMETER = st.floats(0.01, 0.3), st.floats(3.0, 30.0)
TEETH = st.integers(1, 8)
EQUAL = {"rel": 1e-12, "abs": 0}


def marks(feed: float, radius: float, offsets: Any, points: int = 4000) -> float:
    """Height of the surface that teeth leave which cut less deep than the deepest by `offsets`."""
    offsets = np.asarray(offsets, dtype=float)
    teeth = offsets.size
    x = np.linspace(0, teeth * feed, teeth * points + 1)
    surface = np.full(x.shape, np.inf)
    for turn in (-1, 0, 1):
        for tooth, offset in enumerate(offsets):
            away = x - (turn * teeth + tooth) * feed
            own = radius - offset
            arc = np.where(np.abs(away) < own, radius - np.sqrt(np.maximum(own**2 - away**2, 0.0)), np.inf)
            surface = np.minimum(surface, arc)
    return float(np.ptp(surface))


@pytest.mark.parametrize("teeth", [1, 2, 3, 4, 6])
def test_wall_without_runout(teeth: int) -> None:
    found = milled_wall.si(0.1, 10.0, teeth, 0.0)
    assert found.roughness_rz == found.ideal_rz == pytest.approx(marks(0.1, 5.0, np.zeros(teeth)), rel=1e-6, abs=0)


@pytest.mark.parametrize("teeth", [2, 3, 4, 6])
def test_one_leading_tooth(teeth: int) -> None:
    """With a large runout one tooth finishes alone; with less the bound is reached within the mark of one tooth."""
    ideal, alone = milled_wall_rz.si(0.1, 10.0), milled_wall_rz.si(teeth * 0.1, 10.0)
    for spread in (0.3 * ideal, ideal, (ideal + alone) / 2, alone, 3 * alone):
        found = milled_wall.si(0.1, 10.0, teeth, spread).roughness_rz
        exact = marks(0.1, 5.0, [0.0] + [spread] * (teeth - 1))
        assert exact <= found * (1 + 1e-3)
        assert exact >= found - ideal
    assert milled_wall.si(0.1, 10.0, teeth, alone).roughness_rz == pytest.approx(exact, rel=1e-6, abs=0)


@given(st.lists(st.floats(0, 3e-3), min_size=1, max_size=6), st.floats(0.02, 0.2), st.floats(2.0, 10.0))
def test_no_spread_of_the_teeth_leaves_more(offsets: list[float], feed: float, radius: float) -> None:
    spread = np.array(offsets) - min(offsets)
    found = milled_wall.si(feed, 2 * radius, len(offsets), float(spread.max()))
    assert marks(feed, radius, spread, 500) <= found.roughness_rz * (1 + 2e-3)


def test_an_eccentric_cutter() -> None:
    """1 um of runout on four teeth: five times the ideal mark, not the sixteen of one tooth alone."""
    eccentric = 0.5e-3 * (1 - np.cos(np.arange(4) * np.pi / 2))
    exact = marks(0.1, 5.0, eccentric)
    found = milled_wall("0.1 mm", "10 mm", 4, "1 um")
    assert found.ideal_rz.magnitude == pytest.approx(0.25, abs=0.005)
    assert found.one_tooth_rz.magnitude == pytest.approx(4.0, abs=0.05)
    assert found.roughness_rz.magnitude == pytest.approx(1.25, abs=0.005)
    assert exact * 1e3 == pytest.approx(1.0625, abs=0.001)
    assert milled_wall("0.1 mm", "10 mm", 4, "5 um").roughness_rz.magnitude == pytest.approx(4.0, abs=0.05)


@given(FEED, DIAMETER, TEETH, st.floats(0, 0.05), st.floats(0, 0.01))
def test_runout_only_makes_it_worse(feed: float, diameter: float, teeth: int, spread: float, more: float) -> None:
    found, worse = (milled_wall.si(feed, diameter, teeth, runout) for runout in (spread, spread + more))
    assert found.ideal_rz <= found.roughness_rz <= worse.roughness_rz <= worse.one_tooth_rz


@given(FEED, DIAMETER, TEETH, st.floats(0, 0.05))
def test_the_finishing_feed_leaves_the_same_wall(feed: float, diameter: float, teeth: int, spread: float) -> None:
    found = finishing_feed.si(feed, diameter, teeth, spread)
    assert feed * (1 - 1e-9) <= found <= feed * teeth * (1 + 1e-9)
    height = milled_wall.si(feed, diameter, teeth, spread).roughness_rz
    assert milled_wall_rz.si(found, diameter) == pytest.approx(height, rel=1e-9, abs=0)


def trochoid(feed: float, radius: float, teeth: int, sign: int) -> float:
    """Height at which the paths of neighbouring teeth cross, from the exact trochoid."""
    drift = sign * feed * teeth / (2 * np.pi)
    angle = np.linspace(0, 1.2, 2_000_001)
    reach = radius * np.sin(angle) + drift * angle
    return float(radius * (1 - np.cos(np.interp(feed / 2, reach, angle))))


@pytest.mark.parametrize(("direction", "sign"), [("up", 1), ("down", -1)])
@pytest.mark.parametrize(("feed", "radius", "teeth"), [(0.1, 5.0, 4), (0.1, 1.5, 2), (0.02, 0.25, 2), (0.15, 1.5, 4)])
def test_true_path(feed: float, radius: float, teeth: int, direction: Any, sign: int) -> None:
    found = milled_wall_trochoid_rz.si(feed, 2 * radius, teeth, direction=direction)
    assert found == pytest.approx(trochoid(feed, radius, teeth, sign), rel=0.015, abs=0)


@given(FEED, DIAMETER, st.integers(1, 4))
def test_up_milling_is_smoother(feed: float, diameter: float, teeth: int) -> None:
    up, down = (milled_wall_trochoid_rz.si(feed, diameter, teeth, direction=way) for way in ("up", "down"))
    assert up < feed**2 / (4 * diameter) < down


def test_martellotti_tends_to_the_circle() -> None:
    for way in ("up", "down"):
        found = milled_wall_trochoid_rz.si(1e-4, 10.0, 2, direction=way)
        assert found == pytest.approx(milled_wall_rz.si(1e-4, 10.0), rel=2e-5, abs=0)


@given(FEED, TEETH, st.floats(0.05, 2), st.floats(0.001, 0.1))
def test_floor_is_the_turned_profile(feed: float, teeth: int, radius: float, dish: float) -> None:
    found = milled_floor.si(feed, teeth, radius, dish, 0.0)
    assert (
        found.roughness_rz
        == found.ideal_rz
        == pytest.approx(turned_profile_rz.si(feed, radius, np.pi / 2, dish), **EQUAL)
    )
    assert found.one_tooth_rz == pytest.approx(turned_profile_rz.si(teeth * feed, radius, np.pi / 2, dish), **EQUAL)
    if feed <= 2 * radius * np.sin(dish):
        assert found.ideal_rz == pytest.approx(milled_floor_rz.si(feed, radius), **EQUAL)


@given(FEED, TEETH, st.floats(0.001, 0.1), st.floats(0, 0.1))
def test_sharp_corners(feed: float, teeth: int, dish: float, spread: float) -> None:
    found = milled_floor.si(feed, teeth, 0.0, dish, spread)
    assert found.ideal_rz == pytest.approx(feed * np.tan(dish), rel=1e-9, abs=0)
    expected = min(spread + feed * np.tan(dish), teeth * feed * np.tan(dish))
    assert found.roughness_rz == pytest.approx(expected, rel=1e-9, abs=0)


def test_a_flat_end_leaves_a_flat_floor() -> None:
    assert milled_floor("0.1 mm", 4, "0.5 mm", "0 deg", "10 um").roughness_rz.magnitude == 0.0
    assert milled_floor("0.1 mm", 4, "0 mm", "0 deg", "10 um").roughness_rz.magnitude == pytest.approx(0, abs=1e-12)


def test_axial_runout_shows_where_the_land_is_too_short() -> None:
    land = "1 mm"
    assert milled_land_floor("0.2 mm", 4, "0.8 mm", land, "10 um").roughness_rz.magnitude == 0.0
    found = milled_land_floor("0.2 mm", 8, "0.8 mm", land, "10 um")
    assert found.ideal_rz.magnitude == 0.0
    assert found.roughness_rz.magnitude == 10.0
    assert found.one_tooth_rz.magnitude == pytest.approx(wiper_rz("1.6 mm", "0.8 mm", land).magnitude, **EQUAL)
    assert wiper_feed_limit(land).magnitude == pytest.approx(0.8, **EQUAL)

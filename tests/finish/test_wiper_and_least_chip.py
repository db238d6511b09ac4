"""Wipers against the sampled envelope of arc, flat and arc; the least chip and its best feed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.errors import InputError
from chipload.finish import brammertz_best_feed, brammertz_rz, turned_rz, wiper_rz

RADIUS, LENGTH = st.floats(0.2, 1.6), st.floats(0.05, 1.5)
DEGREE = np.pi / 180


def behind(x: Any, radius: float, flat: float, tilt: float) -> Any:
    """Height of the edge behind its lowest point: arc, flat that rises, arc."""
    start = radius * np.sin(tilt)
    run, lift = flat * np.cos(tilt), flat * np.sin(tilt)
    on_flat = radius * (1 - np.cos(tilt)) + (x - start) * np.tan(tilt)
    arc = radius - np.sqrt(np.maximum(radius**2 - x**2, 0.0))
    past = lift + radius - np.sqrt(np.maximum(radius**2 - (x - run) ** 2, 0.0))
    return np.where(x <= start, arc, np.where(x <= start + run, on_flat, past))


@pytest.mark.parametrize(
    ("feed", "radius", "flat", "degrees"),
    [
        (0.2, 0.8, 0.3, 0.1),
        (0.4, 0.8, 0.3, 0.1),
        (0.4, 0.8, 0.3, 0.0),
        (0.301, 0.8, 0.3, 0.2),
        (0.32, 0.8, 0.3, 0.2),
        (0.1, 0.8, 0.3, 8.0),
        (1.2, 0.4, 0.6, 2.0),
    ],
)
def test_envelope(feed: float, radius: float, flat: float, degrees: float) -> None:
    x = np.linspace(0, feed, 400_001)
    before = radius - np.sqrt(np.maximum(radius**2 - x**2, 0.0))
    before = np.where(x <= radius, before, np.inf)
    surface = np.minimum(before, behind(feed - x, radius, flat, degrees * DEGREE))
    found = wiper_rz.si(feed, radius, flat, degrees * DEGREE)
    assert found == pytest.approx(float(surface.max() - surface.min()), rel=1e-4, abs=0)


@given(RADIUS, LENGTH)
def test_a_flat_wiper(radius: float, length: float) -> None:
    assert wiper_rz.si(0.999 * length, radius, length) == 0.0
    past = wiper_rz.si(length + 0.3 * radius, radius, length)
    assert past == pytest.approx(turned_rz.si(0.3 * radius, radius), rel=1e-9, abs=0)


@given(RADIUS, st.floats(0.01, 1.9))
def test_a_wiper_of_no_length_is_a_nose(radius: float, share: float) -> None:
    feed = share * radius
    for tilt in (0.0, 0.01):
        assert wiper_rz.si(feed, radius, 0.0, tilt) == pytest.approx(turned_rz.si(feed, radius), rel=1e-9, abs=0)


@given(RADIUS, LENGTH, st.floats(1e-4, 0.1), st.floats(0.01, 1.8), st.floats(1.0001, 1.05))
def test_trends(radius: float, length: float, tilt: float, share: float, more: float) -> None:
    feed = share * radius
    height = wiper_rz.si(feed, radius, length, tilt)
    assert wiper_rz.si(feed * more, radius, length, tilt) > height
    assert wiper_rz.si(feed, radius, length * more, tilt) <= height * (1 + 1e-9)
    assert height <= turned_rz.si(feed, radius) * (1 + 1e-9)
    assert height <= feed * np.tan(tilt) * (1 + 1e-9) or feed > length


@given(RADIUS, LENGTH, st.floats(1e-3, 0.1))
def test_no_step_where_the_flat_ends(radius: float, length: float, tilt: float) -> None:
    feeds = np.linspace(0.5 * length, length + 1.5 * radius, 20_001)
    heights = wiper_rz.si(feeds, radius, length, tilt)
    steps = np.diff(heights)
    assert steps.min() > 0
    assert steps.max() < 20 * feeds[-1] / 20_000


def test_a_wiper_past_its_arcs_is_refused() -> None:
    with pytest.raises(InputError, match="wiper"):
        wiper_rz("2 mm", "0.4 mm", "0.4 mm")
    with pytest.raises(InputError, match="wiper_tilt"):
        wiper_rz("0.2 mm", "0.4 mm", "0.4 mm", "-1 deg")


def test_least_chip_by_hand() -> None:
    """0.391 um of the nose becomes 2.03 um with a least chip of 2 um."""
    assert brammertz_rz("0.05 mm", "0.8 mm", "2 um").magnitude == pytest.approx(2.03, abs=0.005)
    assert pytest.approx(0.391, abs=0.0005) == 0.05**2 / (8 * 0.8) * 1e3


@given(RADIUS, st.floats(1e-4, 0.02), st.floats(0.3, 3))
def test_the_best_feed_leaves_the_least_chip(radius: float, chip: float, off: float) -> None:
    best = brammertz_best_feed.si(radius, chip)
    assert brammertz_rz.si(best, radius, chip) == pytest.approx(chip, rel=1e-12, abs=0)
    assert brammertz_rz.si(best * off, radius, chip) >= chip * (1 - 1e-12)


@given(RADIUS, st.floats(1e-3, 0.5))
def test_without_a_least_chip_the_nose_is_left(radius: float, share: float) -> None:
    feed = share * radius
    assert brammertz_rz.si(feed, radius, 0.0) == pytest.approx(feed**2 / (8 * radius), rel=1e-12, abs=0)

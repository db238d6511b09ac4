"""Speed, feed, removal rate and time: inverse pairs, and volumes by plain geometry."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import cutting

LENGTHS = st.floats(1e-4, 1.0)
TURNS = st.floats(0.01, 2000.0)
FEEDS = st.floats(1e-6, 1e-2)


@given(TURNS, LENGTHS)
def test_speed_and_spindle_speed_invert(turns: float, diameter: float) -> None:
    speed = cutting.cutting_speed.si(turns, diameter)
    assert speed == pytest.approx(2 * pi * turns * diameter / 2, rel=1e-14, abs=0)  # omega r
    assert cutting.spindle_speed.si(speed, diameter) == pytest.approx(turns, rel=1e-14, abs=0)


@given(FEEDS, st.integers(1, 30), TURNS)
def test_feed_rate_and_feed_per_tooth_invert(feed: float, teeth: int, turns: float) -> None:
    rate = cutting.feed_rate.si(feed, teeth, turns)
    assert cutting.feed_per_tooth.si(rate, teeth, turns) == pytest.approx(feed, rel=1e-14, abs=0)
    assert cutting.axial_feed_rate.si(feed * teeth, turns) == pytest.approx(rate, rel=1e-14, abs=0)


@given(LENGTHS, LENGTHS, LENGTHS, st.floats(1e-4, 1.0))
def test_milled_volume(length: float, depth: float, width: float, rate: float) -> None:
    time = cutting.cutting_time.si(length, rate)
    removed = cutting.milling_removal_rate.si(depth, width, rate) * time
    assert removed == pytest.approx(length * depth * width, rel=1e-12, abs=0)


@given(LENGTHS, LENGTHS, FEEDS, TURNS)
def test_drilled_volume(length: float, diameter: float, feed: float, turns: float) -> None:
    rate = cutting.axial_feed_rate.si(feed, turns)
    removed = cutting.drilling_removal_rate.si(diameter, rate) * cutting.cutting_time.si(length, rate)
    assert removed == pytest.approx(pi * (diameter / 2) ** 2 * length, rel=1e-12, abs=0)


@given(LENGTHS, LENGTHS, st.floats(0.01, 0.49), FEEDS, TURNS)
def test_turned_volume_with_the_speed_at_the_mean_diameter(
    length: float, diameter: float, share: float, feed: float, turns: float
) -> None:
    depth = share * diameter
    speed = cutting.cutting_speed.si(turns, diameter - depth)
    rate = cutting.axial_feed_rate.si(feed, turns)
    removed = cutting.turning_removal_rate.si(speed, feed, depth) * cutting.cutting_time.si(length, rate)
    ring = pi / 4 * (diameter**2 - (diameter - 2 * depth) ** 2) * length
    assert removed == pytest.approx(ring, rel=1e-9, abs=0)


def test_by_hand() -> None:
    assert cutting.spindle_speed("400 sfm", "1/2 in").magnitude == pytest.approx(
        400 * 12 / (pi * 0.5), rel=1e-12, abs=0
    )
    assert cutting.cutting_time("100 mm", "200 mm/min").magnitude == pytest.approx(30.0, rel=1e-14, abs=0)

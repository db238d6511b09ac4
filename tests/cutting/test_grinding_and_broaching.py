"""Grinding, broaching and sawing: identities between their formulas."""

from __future__ import annotations

from math import acos

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import cutting

DEPTHS = st.floats(1e-6, 1e-4)
WHEELS = st.floats(0.1, 0.6)


@given(WHEELS, DEPTHS)
def test_the_contact_is_the_arc_of_engagement(diameter: float, depth: float) -> None:
    arc = diameter / 2 * acos(1 - 2 * depth / diameter)
    assert cutting.grinding_contact_length.si(diameter, depth) == pytest.approx(arc, rel=1e-3)


@given(DEPTHS, st.floats(0.05, 1.0), st.floats(10.0, 60.0))
def test_the_equivalent_chip_carries_the_removal(depth: float, work: float, wheel: float) -> None:
    layer = cutting.equivalent_chip_thickness.si(depth, work, wheel)
    assert layer * wheel == pytest.approx(cutting.specific_removal_rate.si(depth, work), rel=1e-12)


@given(WHEELS, DEPTHS, st.floats(0.05, 1.0), st.floats(10.0, 60.0), st.floats(1e5, 1e7), st.floats(5.0, 20.0))
def test_the_chips_of_the_grains_are_the_removal(
    diameter: float, depth: float, work: float, wheel: float, density: float, ratio: float
) -> None:
    """A chip is a wedge as long as the contact: a half of its thickness in the mean, and as wide as the ratio says."""
    thickness = cutting.grinding_chip_thickness.si(work, wheel, density, ratio, depth, diameter)
    length = cutting.grinding_contact_length.si(diameter, depth)
    volume = length * (ratio * thickness / 2) * thickness / 2
    assert volume * density * wheel == pytest.approx(cutting.specific_removal_rate.si(depth, work), rel=1e-9)


def test_broach_and_saw() -> None:
    pitch = cutting.broach_tooth_pitch("36 mm", 1.75)
    assert pitch.m == pytest.approx(10.5, rel=1e-12)
    assert cutting.teeth_along("36 mm", pitch).m == pytest.approx(36 / 10.5, rel=1e-12)
    feed = cutting.sawing_feed_rate("0.01 mm", "60 m/min", "6 mm")
    assert feed.m == pytest.approx(100, rel=1e-12)
    assert cutting.mean_sawing_width("100 cm**2", "100 mm").m == pytest.approx(100, rel=1e-12)

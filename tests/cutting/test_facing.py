"""Facing at constant surface speed against the integral of its motion, and the other turning formulas."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload import cutting
from chipload.errors import InputError


def integral(speed: float, feed: float, outer: float, inner: float, cap: float) -> float:
    """Time of the travel on the radius, by quadrature."""
    corner = speed / (pi * cap)
    points = [corner / 2] if inner < corner < outer else None
    value, _error = quad(
        lambda radius: 1 / (feed * min(speed / (2 * pi * radius), cap)), inner / 2, outer / 2, points=points
    )
    return float(value)


@given(st.floats(0.5, 10.0), st.floats(5e-5, 1e-3), st.floats(0.01, 0.5), st.floats(0.001, 0.95), st.floats(5.0, 100.0))
def test_facing_time_is_the_integral(speed: float, feed: float, outer: float, share: float, cap: float) -> None:
    inner = share * outer
    expected = integral(speed, feed, outer, inner, cap)
    assert cutting.facing_time.si(speed, feed, outer, inner, cap) == pytest.approx(expected, rel=1e-7, abs=0)


@given(st.floats(0.5, 10.0), st.floats(0.02, 0.4), st.floats(5.0, 100.0))
def test_two_passes_take_as_long_as_one(speed: float, outer: float, cap: float) -> None:
    middle = 0.6 * outer
    whole = cutting.facing_time.si(speed, 2e-4, outer, 0.0, cap)
    parts = cutting.facing_time.si(speed, 2e-4, outer, middle, cap) + cutting.facing_time.si(
        speed, 2e-4, middle, 0.0, cap
    )
    assert parts == pytest.approx(whole, rel=1e-12, abs=0)


def test_the_cap_begins_at_its_diameter() -> None:
    at_cap = cutting.cap_diameter("200 m/min", "3000 rpm")
    assert cutting.spindle_speed("200 m/min", at_cap).m == pytest.approx(3000, rel=1e-12)
    assert cutting.capped_spindle_speed("200 m/min", at_cap / 2, "3000 rpm").m == 3000
    assert cutting.capped_spindle_speed("200 m/min", at_cap * 2, "3000 rpm").m == pytest.approx(1500, rel=1e-12)


def test_the_pass_runs_inwards() -> None:
    with pytest.raises(InputError, match="inwards"):
        cutting.facing_time("200 m/min", "0.2 mm/rev", "10 mm", "20 mm", "3000 rpm")


@given(st.floats(0.02, 0.4), st.floats(0.01, 0.4), st.floats(5e-5, 1e-3), st.floats(1.0, 100.0))
def test_the_mean_diameter_makes_the_removal_rate_exact(
    diameter: float, share: float, feed: float, turns: float
) -> None:
    depth = share * diameter
    mean = cutting.mean_cut_diameter.si(diameter, depth)
    rate = cutting.turning_removal_rate.si(cutting.cutting_speed.si(turns, mean), feed, depth)
    ring = pi / 4 * (diameter**2 - (diameter - 2 * depth) ** 2)
    assert rate == pytest.approx(ring * feed * turns, rel=1e-9, abs=0)


def test_slenderness_is_width_over_thickness() -> None:
    angle = np.radians(75)
    thickness = cutting.turning_chip_thickness.si(2e-4, angle)
    width = 3e-3 / np.sin(angle)
    assert cutting.chip_slenderness.si(3e-3, 2e-4, angle) == pytest.approx(width / thickness, rel=1e-12)


def test_the_parts_of_the_force() -> None:
    found = cutting.turning_force_components("1200 N", 0.5, [0.25, 0.3])
    np.testing.assert_allclose(found.feed_force.m, [600, 600], rtol=1e-12)
    np.testing.assert_allclose(found.passive_force.m, [300, 360], rtol=1e-12)
    np.testing.assert_allclose(found.resultant_force.m, np.hypot(np.hypot(1200, 600), [300, 360]), rtol=1e-12)

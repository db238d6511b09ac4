"""Lengths of moves against quadrature, and the times of cycles by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload.exchange.gcode import moves

ANGLES = st.floats(0.01, 2 * math.pi - 0.01)


def by_quadrature(radius, begins, swept, rise):
    """Length of a helix from the integral of its speed along the angle, each coordinate differentiated by hand."""

    def speed(angle):
        dx, dy = -radius * math.sin(begins + angle), radius * math.cos(begins + angle)
        return math.sqrt(dx * dx + dy * dy + (rise / swept) ** 2)

    return quad(speed, 0, swept)[0]


@given(
    radius=st.floats(1e-3, 1.0), begins=ANGLES, swept=ANGLES, rise=st.floats(-0.2, 0.2),
    x=st.floats(-1, 1), y=st.floats(-1, 1),
)  # fmt: skip
def test_a_helix_about_its_centre_is_as_long_as_its_integral(radius, begins, swept, rise, x, y):
    start = (x + radius * math.cos(begins), y + radius * math.sin(begins))
    end = (x + radius * math.cos(begins + swept), y + radius * math.sin(begins + swept))
    found = moves.sweep_about(start, end, (x, y), clockwise=False)
    assert found is not None
    assert moves.helix_length(*found, rise) == pytest.approx(by_quadrature(radius, begins, swept, rise), rel=1e-6)
    other = moves.sweep_about(start, end, (x, y), clockwise=True)
    assert other is not None
    assert other[1] + found[1] == pytest.approx(2 * math.pi, abs=1e-6)


@given(radius=st.floats(1e-3, 1.0), swept=st.floats(0.05, 2 * math.pi - 0.05), clockwise=st.booleans())
def test_an_arc_by_its_radius_is_the_arc_about_its_centre(radius, swept, clockwise):
    start, end = (radius, 0.0), (radius * math.cos(swept), radius * math.sin(swept))
    signed = radius if swept <= math.pi else -radius
    angle = moves.sweep_of_radius(start, end, signed)
    # at half a turn the chord is flat against the angle, and half the digits are lost
    assert angle == pytest.approx(swept, abs=2e-6)
    if abs(swept - math.pi) > 0.01:
        centre = moves.arc_centre(start, end, signed, clockwise)
        about = moves.sweep_about(start, end, centre, clockwise)
        assert about is not None
        assert about == pytest.approx((radius, angle), rel=1e-6)


def test_a_full_circle_ends_where_it_starts():
    assert moves.sweep_about((1.0, 2.0), (1.0, 2.0), (1.0, 0.0), clockwise=True) == (2.0, 2 * math.pi)
    assert moves.sweep_of_radius((1.0, 2.0), (1.0, 2.0), 1.0) is None


def test_an_arc_that_fits_no_circle_is_none():
    assert moves.sweep_about((0.010, 0.0), (0.0, 0.0111), (0.0, 0.0), clockwise=False) is None
    assert moves.sweep_of_radius((0.0, 0.0), (0.030, 0.0), 0.014) is None
    assert moves.sweep_of_radius((0.0, 0.0), (0.030, 0.0), 0.0149999) == pytest.approx(math.pi)


@given(
    first=st.floats(0.0, 0.2), last=st.floats(0.0, 0.2), speed=st.floats(0.1, 10.0), cap=st.floats(5.0, 100.0)
)  # fmt: skip
def test_turns_at_constant_speed_are_the_integral_of_the_inverse_speed(first, last, speed, cap):
    def seconds(share):
        return max(1 / cap, math.pi * (first + share * (last - first)) / speed)

    kink = None if first == last else (speed / (math.pi * cap) - first) / (last - first)
    points = [kink] if kink is not None and 0 < kink < 1 else None
    expected = quad(seconds, 0, 1, points=points)[0]
    assert moves.seconds_per_turn(first, last, speed, cap) == pytest.approx(expected, rel=1e-6)


def test_pecks_by_hand():
    # 10 mm in pecks of 4: 4, 8, 10; out and in again after 4 and after 8, out after 10
    found = moves.cycle_moves(83, 0.002, -0.008, 0.004)
    assert found is not None
    assert found.pecks == 3
    assert found.feed == pytest.approx(0.010)
    assert found.rapid == pytest.approx(2 * 0.004 + 2 * 0.008 + 0.010)


@pytest.mark.parametrize(
    ("code", "feed", "back", "rapid"), [(81, 5, 0, 5), (84, 5, 5, 0), (85, 5, 5, 0), (86, 5, 0, 5)]
)
def test_ways_of_cycles(code, feed, back, rapid):
    found = moves.cycle_moves(code, 2.0, -3.0, None)
    assert found is not None
    assert (found.feed, found.feed_back, found.rapid) == (feed, back, rapid)


@pytest.mark.parametrize("levels", [(0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (0.0, -1.0, 0.0), (0.0, -1.0, None)])
def test_a_cycle_without_depth_or_peck_is_none(levels):
    assert moves.cycle_moves(83, *levels) is None

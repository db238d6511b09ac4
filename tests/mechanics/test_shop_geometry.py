"""Geometry of the shop against distances worked out from points, lines and planes."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, pi, radians, sin, tan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.mechanics import (
    across_corners,
    arc_radius,
    bolt_circle,
    chord_length,
    compound_angle,
    dovetail_between_pins,
    dovetail_over_pins,
    dovetail_wide_width,
    hole_centre_distance,
    pin_over_vee,
    sine_bar_height,
    taper_end_radius,
    taper_from_balls,
    taper_from_rollers,
    taper_half_angle,
    taper_ratio,
)

ANGLES = st.floats(0.2, 1.4)


def from_line(x: float, y: float, through_x: float, through_y: float, direction: float) -> float:
    """Distance of a point from the line through a point in a direction."""
    return abs((x - through_x) * sin(direction) - (y - through_y) * cos(direction))


@given(st.integers(2, 40), st.floats(5, 500), st.floats(-pi, pi))
def test_holes_are_even_on_their_circle(holes: int, diameter: float, start: float) -> None:
    found = bolt_circle(f"{diameter} mm", holes, f"{start} rad", "3 mm", "-2 mm")
    x, y = found.x.to("mm").m - 3, found.y.to("mm").m + 2
    np.testing.assert_allclose(np.hypot(x, y), diameter / 2, rtol=1e-12)
    steps = np.hypot(x - np.roll(x, -1), y - np.roll(y, -1))
    np.testing.assert_allclose(steps, chord_length(f"{diameter} mm", holes).to("mm").m, rtol=1e-9)
    assert found.chord.to("mm").m == pytest.approx(steps[0], rel=1e-9)
    assert atan2(y[0], x[0]) == pytest.approx(start, abs=1e-9)


def test_an_arc_ends_where_it_should() -> None:
    found = bolt_circle("100 mm", 4, "10 deg", spread_angle="90 deg")
    np.testing.assert_allclose(found.angle.m, [10, 40, 70, 100], rtol=1e-12)
    for holes, spread, words in ((1, "90 deg", "two holes"), (3, "400 deg", "once"), (3, "0 deg", "once")):
        with pytest.raises(InputError, match=words):
            bolt_circle("100 mm", holes, spread_angle=spread)


@given(st.floats(1, 100), st.floats(0.01, 1.5))
def test_radius_of_three_points(radius: float, half: float) -> None:
    chord, rise = 2 * radius * sin(half), radius * (1 - cos(half))
    assert arc_radius.si(chord, rise) == pytest.approx(radius, rel=1e-9)


@given(st.integers(3, 12), st.floats(1, 100))
def test_corners_of_a_polygon(sides: int, flats: float) -> None:
    corners = flats / 2 / cos(pi / sides) * np.exp(2j * pi * np.arange(sides) / sides)
    assert across_corners.si(flats, sides) / 2 == pytest.approx(abs(corners[0]), rel=1e-12)
    middle = (corners[0] + corners[1]) / 2
    assert abs(middle) == pytest.approx(flats / 2, rel=1e-12)


@given(st.floats(5, 40), ANGLES, st.floats(4, 30))
def test_a_pin_touches_both_sides_of_a_vee(pin: float, half: float, width: float) -> None:
    top = pin_over_vee.si(pin, width, 2 * half)
    centre = top - pin / 2
    for side in (1, -1):
        assert from_line(0, centre, side * width / 2, 0, pi / 2 - side * half) == pytest.approx(pin / 2, rel=1e-9)


@given(ANGLES, st.floats(1, 40), st.floats(20, 200))
def test_pins_touch_base_and_flank_of_a_dovetail(angle: float, pin: float, width: float) -> None:
    """Outside the part the flank leans over the pin, inside the groove as well."""
    over = dovetail_over_pins.si(width, pin, angle)
    x = over / 2 - pin / 2  # centre of the right pin, which rests on the face y = 0
    assert from_line(x, pin / 2, width / 2, 0, angle) == pytest.approx(pin / 2, rel=1e-9)
    assert x - width / 2 > 0
    wide = width + 2 * pin * (1 + 1 / tan(angle / 2))
    between = dovetail_between_pins.si(wide, pin, angle)
    x = between / 2 + pin / 2
    assert from_line(x, pin / 2, wide / 2, 0, pi - angle) == pytest.approx(pin / 2, rel=1e-9)


@given(ANGLES, st.floats(1, 40), st.floats(20, 200))
def test_a_slide_and_its_groove_go_together(angle: float, height: float, narrow: float) -> None:
    wide = dovetail_wide_width.si(narrow, height, angle)
    assert atan2(height, (wide - narrow) / 2) == pytest.approx(angle, rel=1e-9)


@given(st.floats(0.01, 1.2), st.floats(5, 40), st.floats(1.1, 2))
def test_balls_touch_the_wall_of_a_tapered_hole(half: float, small: float, ratio: float) -> None:
    """A cone whose tip is at the origin: a ball of radius r has its centre r / sin(half) above the tip."""
    large = small * ratio
    face = 300.0
    tops = [radius / sin(half) + radius - face for radius in (large / 2, small / 2)]
    assert taper_from_balls.si(large, small, *tops) == pytest.approx(half, rel=1e-9)


@given(st.floats(0.01, 1.0), st.floats(2, 20), st.floats(5, 60))
def test_rollers_touch_a_tapered_plug(half: float, roller: float, height: float) -> None:
    sizes = []
    for level in (height, 0.0):
        y = level + roller / 2
        x = 30 + y * tan(half) + roller / 2 / cos(half)  # off the side, by half a roller
        sizes.append(2 * x + roller)
    assert taper_from_rollers.si(sizes[0], sizes[1], height) == pytest.approx(half, rel=1e-9)


@given(ANGLES, st.floats(1, 50))
def test_the_end_radius_touches_side_and_end(half: float, width: float) -> None:
    radius = taper_end_radius.si(width, 2 * half)
    assert from_line(0, radius, width / 2, 0, pi / 2 - half) == pytest.approx(radius, rel=1e-9)


def test_taper_of_a_steep_shank() -> None:
    ratio = taper_ratio("44.45 mm", "22.225 mm", "76.2 mm")
    assert ratio.m == pytest.approx(7 / 24, rel=1e-12)
    assert 2 * taper_half_angle(ratio).m == pytest.approx(16 + 35 / 60 + 39.4 / 3600, rel=1e-6)
    with pytest.raises(InputError, match="exchange"):
        taper_ratio("10 mm", "20 mm", "30 mm")


@given(st.floats(-1.3, 1.3), st.floats(-1.3, 1.3))
def test_a_compound_angle_is_the_slope_of_the_plane(tilt_x: float, tilt_y: float) -> None:
    """The normal of z = x tan(a) + y tan(b) leans by the slope, away from its direction."""
    normal = np.array([-tan(tilt_x), -tan(tilt_y), 1.0])
    found = compound_angle.si(tilt_x, tilt_y)
    lean = np.arctan2(hypot(normal[0], normal[1]), normal[2])
    assert found.compound_tilt == pytest.approx(lean, rel=1e-12, abs=1e-15)
    rise = tan(tilt_x) * cos(found.compound_direction) + tan(tilt_y) * sin(found.compound_direction)
    assert rise == pytest.approx(tan(found.compound_tilt), rel=1e-9, abs=1e-12)


@given(st.floats(0.01, 1.5), st.floats(50, 500))
def test_a_sine_bar_makes_its_triangle(angle: float, length: float) -> None:
    height = sine_bar_height.si(length, angle)
    assert hypot(height, length * cos(angle)) == pytest.approx(length, rel=1e-12)


@pytest.mark.parametrize(
    ("call", "arguments", "words"),
    [
        (sine_bar_height, ("100 mm", "95 deg"), "0 and 90"),
        (chord_length, ("100 mm", 1), "two holes"),
        (arc_radius, ("100 mm", "0 mm"), "straight"),
        (across_corners, ("10 mm", 2), "three sides"),
        (compound_angle, ("90 deg", "10 deg"), "between -90 and 90"),
        (hole_centre_distance, ("20 mm", "12 mm", "10 mm"), "side by side"),
        (dovetail_over_pins, ("20 mm", "5 mm", "90 deg"), "0 and 90"),
        (dovetail_between_pins, ("20 mm", "10 mm", "60 deg"), "smaller ones"),
        (taper_from_balls, ("40 mm", "32 mm", "8 mm", "4 mm"), "too close"),
        (taper_end_radius, ("20 mm", "180 deg"), "0 and 180"),
    ],
)
def test_what_cannot_be_is_explained(call: Any, arguments: tuple[Any, ...], words: str) -> None:
    with pytest.raises(InputError, match=words):
        call(*arguments)


def test_degrees_of_a_square_slope() -> None:
    assert compound_angle("45 deg", "45 deg").compound_tilt.m == pytest.approx(degrees(np.arctan(np.sqrt(2))))
    assert radians(45) == pytest.approx(compound_angle.si(0.5, 0.5).compound_direction, rel=1e-12)


@pytest.mark.parametrize("change", [{"circle_diameter": ["50 mm", "60 mm"]}, {"holes": [3, 4]}])
def test_a_hole_circle_is_one_circle(change: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="an array was given; give a single value"):
        cl.mechanics.bolt_circle(**{"circle_diameter": "50 mm", "holes": 3, **change})

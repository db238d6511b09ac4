"""Threads and taps: tables of ISO 724, wires against the circle they touch, infeed of equal areas."""

from __future__ import annotations

from math import cos, hypot, radians, sin, tan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import cutting
from chipload.errors import InputError

PITCHES = st.floats(2e-4, 8e-3)


@pytest.mark.parametrize(
    ("major", "pitch", "pitch_diameter", "minor"),
    [(6, 1, 5.350, 4.917), (8, 1.25, 7.188, 6.647), (10, 1.5, 9.026, 8.376), (12, 1.75, 10.863, 10.106),
     (16, 2, 14.701, 13.835), (20, 2.5, 18.376, 17.294), (24, 3, 22.051, 20.752)],
)  # fmt: skip
def test_diameters_of_iso_724(major: float, pitch: float, pitch_diameter: float, minor: float) -> None:
    assert cutting.basic_pitch_diameter.si(major, pitch) == pytest.approx(pitch_diameter, abs=0.0006)
    assert cutting.basic_minor_diameter.si(major, pitch) == pytest.approx(minor, abs=0.0006)


@given(PITCHES)
def test_the_internal_depth_is_that_of_the_minor_diameter(pitch: float) -> None:
    depth = cutting.internal_thread_depth.si(pitch)
    assert 20 * pitch - 2 * depth == pytest.approx(cutting.basic_minor_diameter.si(20 * pitch, pitch), rel=1e-12)
    assert cutting.external_thread_depth.si(pitch) / pitch == pytest.approx(0.61343, abs=1e-5)


@given(PITCHES, st.floats(0.8, 1.3), st.floats(radians(29), radians(60)))
def test_a_wire_touches_both_flanks(pitch: float, size: float, angle: float) -> None:
    """Distance from the centre of the wire to the flank of the groove is its radius."""
    wire = size * cutting.best_wire.si(pitch, angle)
    over = cutting.size_over_wires.si(20 * pitch, wire, pitch, angle)
    height = (over - wire) / 2 - 20 * pitch / 2  # of the centre above the pitch line
    half = angle / 2
    # The flank crosses the pitch line a quarter of the pitch from the middle of the groove.
    distance = pitch / 4 * cos(half) + height * sin(half)
    assert distance == pytest.approx(wire / 2, rel=1e-9, abs=0)


@given(PITCHES, st.floats(radians(29), radians(60)))
def test_the_best_wire_touches_at_the_pitch_diameter(pitch: float, angle: float) -> None:
    wire = cutting.best_wire.si(pitch, angle)
    over = cutting.size_over_wires.si(20 * pitch, wire, pitch, angle)
    centre = (over - wire) / 2 - 10 * pitch
    assert centre == pytest.approx(wire / 2 * sin(angle / 2), rel=1e-9)
    assert hypot(pitch / 4, centre) == pytest.approx(wire / 2, rel=1e-9)


def test_percentage_and_drill_undo_each_other() -> None:
    share = cutting.thread_percentage("10 mm", "8.5 mm", "1.5 mm")
    assert cutting.tap_drill("10 mm", "1.5 mm", share).m == pytest.approx(8.5, rel=1e-12)
    assert cutting.form_tap_drill("10 mm", "1.5 mm", share) > cutting.tap_drill("10 mm", "1.5 mm", share)


def test_a_hole_as_large_as_the_thread_is_refused() -> None:
    with pytest.raises(InputError, match="smaller"):
        cutting.thread_percentage("10 mm", "10 mm", "1.5 mm")


def test_the_two_torques_of_a_tap() -> None:
    maker = cutting.tapping_torque("3900 MPa", 1.15, "10 mm", "8.5 mm", "60 deg").m
    shop = cutting.simple_tapping_torque("2500 MPa", "1.5 mm", "10 mm").m
    assert maker == pytest.approx(6.55, abs=0.005)
    assert shop == pytest.approx(maker, rel=0.08)


@given(st.floats(1e-4, 5e-3), st.integers(2, 20))
def test_every_pass_cuts_the_same_area(depth: float, passes: int) -> None:
    depths = cutting.infeed_depth.si(depth, np.arange(1.0, passes + 1), float(passes))
    areas = np.diff(np.concatenate([[0.0], depths]) ** 2) * tan(radians(30))
    np.testing.assert_allclose(areas, areas[0], rtol=1e-9)
    assert depths[-1] == pytest.approx(depth, rel=1e-12)
    assert cutting.passes_for_first_infeed.si(depth, depths[0]) == pytest.approx(passes, rel=1e-9)


@given(st.floats(1e-4, 5e-3), st.integers(2, 20))
def test_the_makers_rule_ends_at_the_depth_too(depth: float, passes: int) -> None:
    depths = cutting.maker_infeed_depth.si(depth, np.arange(1.0, passes + 1), float(passes))
    assert np.all(np.diff(depths) > 0)
    assert depths[-1] == pytest.approx(depth, rel=1e-12)


def test_a_pass_beyond_the_last_is_refused() -> None:
    with pytest.raises(InputError, match="last"):
        cutting.infeed_depth("1 mm", 7, 6)
    with pytest.raises(InputError, match="two passes"):
        cutting.maker_infeed_depth("1 mm", 1, 1)


def test_feed_lead_and_angle() -> None:
    lead = cutting.thread_lead("1.5 mm", 2)
    assert cutting.tapping_feed_rate(lead, "500 rpm").m == pytest.approx(1500, rel=1e-12)
    angle = cutting.thread_helix_angle(lead, "9 mm")
    assert tan(radians(angle.m)) == pytest.approx(3 / (9 * np.pi), rel=1e-12)

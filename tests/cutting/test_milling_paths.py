"""Circles, arcs, helices and plunges against figures worked out point by point."""

from __future__ import annotations

from math import acos, hypot, pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.cutting import (
    chip_thinning_factor,
    concave_engagement_angle,
    concave_radial_depth,
    convex_engagement_angle,
    convex_radial_depth,
    engagement_angle,
    feed_for_max_chip,
    feed_for_rounded_edge,
    helical_entry,
    helix_pitch,
    inside_centre_feed,
    inside_edge_feed,
    inside_radial_depth,
    max_chip_thickness,
    outside_centre_feed,
    outside_edge_feed,
    outside_radial_depth,
    plunge_engagement_angle,
    plunge_removal_rate,
    radial_depth_for_engagement,
    thread_milling_path,
)
from chipload.errors import InputError

DIAMETER = 0.010
ANGLES = (np.arange(400_000) + 0.5) * (2 * pi / 400_000)


def share_in_work(centre: float, before: float, concave: bool) -> float:
    """Arc of the leading half of a cutter at (centre, 0), moving along y, that lies in the material."""
    x, y = centre + DIAMETER / 2 * np.cos(ANGLES), DIAMETER / 2 * np.sin(ANGLES)
    from_axis = np.hypot(x, y)
    material = from_axis > before if concave else from_axis < before
    return float(2 * pi * np.mean(material & (np.sin(ANGLES) > 0)))


@pytest.mark.parametrize("wall", [0.006, 0.008, 0.012, 0.050])
@pytest.mark.parametrize("depth", [0.0002, 0.001, 0.0025])
def test_concave_arc_by_brute_force(wall: float, depth: float) -> None:
    counted = share_in_work(wall - DIAMETER / 2, wall - depth, concave=True)
    assert concave_engagement_angle.si(depth, wall, DIAMETER) == pytest.approx(counted, abs=5e-5)


@pytest.mark.parametrize("wall", [0.002, 0.012, 0.050])
@pytest.mark.parametrize("depth", [0.0002, 0.001, 0.006])
def test_convex_arc_by_brute_force(wall: float, depth: float) -> None:
    counted = share_in_work(wall + DIAMETER / 2, wall + depth, concave=False)
    assert convex_engagement_angle.si(depth, wall, DIAMETER) == pytest.approx(counted, abs=5e-5)


@given(st.floats(1e-3, 1.0))
def test_a_large_radius_is_a_straight_wall(share: float) -> None:
    depth, straight = share * DIAMETER, engagement_angle.si(share * DIAMETER, DIAMETER)
    for arc in (concave_engagement_angle, convex_engagement_angle):
        assert arc.si(depth, 1e7, DIAMETER) == pytest.approx(straight, rel=1e-4)


def test_the_law_of_cosines() -> None:
    """Rw 12, R 5, ae 1: e is 7 inside and 17 outside."""
    assert concave_engagement_angle.si(0.001, 0.012, 0.010) == pytest.approx(acos((121 - 49 - 25) / 70), rel=1e-12)
    assert convex_engagement_angle.si(0.001, 0.012, 0.010) == pytest.approx(acos((289 + 25 - 169) / 170), rel=1e-12)


@given(st.floats(0.01, 3.1), st.floats(1.1, 100.0))
def test_depth_and_angle_invert_each_other(angle: float, wall: float) -> None:
    radius = wall * DIAMETER / 2
    straight = radial_depth_for_engagement.si(angle, DIAMETER)
    assert engagement_angle.si(straight, DIAMETER) == pytest.approx(angle, rel=1e-9)
    outer = convex_radial_depth.si(angle, radius, DIAMETER)
    assert convex_engagement_angle.si(outer, radius, DIAMETER) == pytest.approx(angle, rel=1e-9)
    inner = concave_radial_depth.si(angle, radius, DIAMETER)
    assert concave_engagement_angle.si(inner, radius, DIAMETER) == pytest.approx(angle, rel=1e-6)
    assert inner <= straight * (1 + 1e-12)
    assert straight <= outer * (1 + 1e-12)


def test_a_corner_of_the_radius_of_the_cutter_is_refused() -> None:
    with pytest.raises(InputError, match="turns on the spot"):
        concave_engagement_angle("1 mm", "5 mm", "10 mm")


@given(st.floats(1.01, 50.0))
def test_feeds_go_there_and_back(ratio: float) -> None:
    wall = ratio * DIAMETER
    assert inside_edge_feed.si(inside_centre_feed.si(0.01, wall, DIAMETER), wall, DIAMETER) == pytest.approx(0.01)
    assert outside_edge_feed.si(outside_centre_feed.si(0.01, wall, DIAMETER), wall, DIAMETER) == pytest.approx(0.01)


def test_a_cutter_as_large_as_the_hole_is_refused() -> None:
    with pytest.raises(InputError, match="no circle"):
        inside_centre_feed("100 mm/min", "10 mm", "10 mm")


def test_radial_depth_holds_the_volume() -> None:
    """One turn of the centre removes the ring."""
    inside, outside = inside_radial_depth.si(0.030, 0.026, 0.016), outside_radial_depth.si(0.040, 0.044, 0.016)
    assert inside * pi * 0.014 == pytest.approx(pi / 4 * (0.030**2 - 0.026**2), rel=1e-12)
    assert outside * pi * 0.056 == pytest.approx(pi / 4 * (0.044**2 - 0.040**2), rel=1e-12)
    for formula in (inside_radial_depth, outside_radial_depth):
        with pytest.raises(InputError, match="exchange"):
            formula("30 mm", "31 mm" if formula is inside_radial_depth else "29 mm", "16 mm")


def test_a_helix_against_its_points() -> None:
    path = helical_entry.si(0.030, 0.016, 0.010, 0.0015, 0.5 / 60)
    turn = np.linspace(0, 2 * pi * 0.010 / 0.0015, 200_001)
    points = np.array([0.007 * np.cos(turn), 0.007 * np.sin(turn), turn * 0.0015 / (2 * pi)])
    length = np.sum(np.linalg.norm(np.diff(points, axis=1), axis=0))
    assert path.path_length == pytest.approx(length, rel=1e-8)
    assert path.cutting_time == pytest.approx(length / (0.5 / 60), rel=1e-8)
    assert helix_pitch.si(path.ramp_angle, 0.030, 0.016) == pytest.approx(0.0015, rel=1e-12)


def test_threads_of_rows_and_sides() -> None:
    single = thread_milling_path("20 mm", "12 mm", "24 mm", "1.5 mm", 1, "300 mm/min")
    assert single.turns.m == pytest.approx(16.0, rel=1e-12)
    assert single.path_length.m == pytest.approx(16 * hypot(pi * 8, 1.5), rel=1e-12)
    outside = thread_milling_path("20 mm", "12 mm", "24 mm", "1.5 mm", 50, "300 mm/min", side="outside")
    assert outside.path_length.m == pytest.approx(hypot(pi * 32, 1.5), rel=1e-12)
    with pytest.raises(InputError, match="smaller cutter"):
        thread_milling_path("12 mm", "12 mm", "24 mm", "1.5 mm", 1, "300 mm/min")
    thread_milling_path("12 mm", "12 mm", "24 mm", "1.5 mm", 1, "300 mm/min", side="outside")


def test_a_plunge_by_brute_force() -> None:
    """Work lies above y = R - ae; plunges every step along x, the last one before at -step."""
    radius, depth, step = 10.0, 4.0, 8.0
    x, y = radius * np.cos(ANGLES), radius * np.sin(ANGLES)
    arc = 2 * pi * np.mean((y > radius - depth) & (np.hypot(x + step, y) > radius))
    assert plunge_engagement_angle("4 mm", "8 mm", "20 mm").to("rad").m == pytest.approx(arc, abs=5e-5)
    gx, gy = np.meshgrid(np.linspace(-20, 20, 3001), np.linspace(6, 10, 801))
    new = (np.hypot(gx, gy) < radius) & (np.hypot(gx + step, gy) > radius)
    area = np.mean(new) * 40 * 4
    assert plunge_removal_rate("4 mm", "8 mm", "20 mm", "300 mm/min").to("mm**3/min").m == pytest.approx(
        300 * area, rel=2e-3
    )
    with pytest.raises(InputError, match="left standing"):
        plunge_removal_rate("1 mm", "15 mm", "20 mm", "300 mm/min")


def test_a_small_step_of_plunging_leaves_no_cusps() -> None:
    assert plunge_removal_rate.si(0.004, 1e-5, 0.020, 1.0) == pytest.approx(0.004 * 1e-5, rel=1e-6)


def test_both_ways_of_thinning_multiply() -> None:
    """Ball-like corner: at 1 mm of a 4 mm radius the edge stands at 41.4 degrees and cuts at 17.29 mm."""
    cutting = 20 - 8 + 2 * sqrt(7)
    feed = feed_for_rounded_edge.si(1e-4, 4e-3, 1e-3, 20e-3, 4e-3)
    axial = 1 / sin(acos(0.75))
    assert feed == pytest.approx(1e-4 * axial * chip_thinning_factor.si(4.0, cutting), rel=1e-12)
    back = max_chip_thickness.si(feed, 4e-3, cutting * 1e-3, acos(0.75))
    assert back == pytest.approx(1e-4, rel=1e-12)
    deep = feed_for_rounded_edge.si(1e-4, 4e-3, 5e-3, 20e-3, 4e-3)
    assert deep == pytest.approx(feed_for_max_chip.si(1e-4, 4e-3, 20e-3), rel=1e-12)

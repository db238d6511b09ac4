"""The turned profile against the sampled envelope of its edge, and the joints between its cases."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.finish import (
    turned_minor_edge_rz,
    turned_profile,
    turned_profile_rz,
    turned_ra,
    turned_rz,
    turned_straight_edges_rz,
)

DEGREE = np.pi / 180
MAJOR, MINOR = st.floats(35, 90), st.floats(1, 40)
POINTS = 200_001


def side(x: Any, radius: float, degrees: float) -> Any:
    """Height of one side of the edge at the distance `x` from its lowest point."""
    angle = min(degrees, 89.999999) * DEGREE
    end = radius * np.sin(angle)
    arc = radius - np.sqrt(np.maximum(radius**2 - np.minimum(x, end) ** 2, 0.0))
    return arc + np.maximum(x - end, 0.0) * np.tan(angle)


def envelope(feed: float, radius: float, major: float, minor: float) -> tuple[float, float]:
    """Height and mean deviation of the sampled surface between two passes."""
    x = np.linspace(0, feed, POINTS)
    surface = np.minimum(side(x, radius, major), side(feed - x, radius, minor))
    mean = np.trapezoid(surface, x) / feed
    return float(np.ptp(surface)), float(np.trapezoid(np.abs(surface - mean), x) / feed)


def second_joint(radius: float, major: float, minor: float) -> float:
    """Feed at which the peak lies where the nose passes into the major edge."""
    height = radius * (1 - np.cos(major * DEGREE))
    over_minor = radius * np.sin(minor * DEGREE) + (height - radius * (1 - np.cos(minor * DEGREE))) / np.tan(
        minor * DEGREE
    )
    return float(radius * np.sin(major * DEGREE) + over_minor)


@pytest.mark.parametrize(
    ("feed", "radius", "major", "minor", "edges"),
    [
        (0.05, 0.8, 90, 5, 0),
        (1.2, 0.8, 90, 60, 0),
        (0.2, 0.8, 90, 5, 1),
        (0.3, 0.4, 75, 5, 1),
        (0.6, 0.4, 60, 15, 1),
        (0.5, 0.1, 75, 15, 2),
        (0.7, 0.2, 60, 30, 2),
        (0.7, 0.2, 30, 60, 2),
        (0.25, 0.0, 90, 5, 2),
    ],
)
def test_envelope(feed: float, radius: float, major: float, minor: float, edges: int) -> None:
    found = turned_profile.si(feed, radius, major * DEGREE, minor * DEGREE)
    height, deviation = envelope(feed, radius, major, minor)
    assert found.straight_edges == edges
    assert found.roughness_rz == pytest.approx(height, rel=2e-4, abs=0)  # the peak lies between two samples
    assert found.roughness_ra == pytest.approx(deviation, rel=1e-7, abs=0)


@given(st.floats(0.01, 3), st.floats(0.1, 2), MAJOR, MINOR)
def test_any_envelope(share: float, radius: float, major: float, minor: float) -> None:
    feed = share * radius
    found = turned_profile.si(feed, radius, major * DEGREE, minor * DEGREE)
    x = np.linspace(0, feed, 20_001)
    surface = np.minimum(side(x, radius, major), side(feed - x, radius, minor))
    steepest = np.tan(min(minor, major) * DEGREE) * feed / 20_000
    assert float(np.ptp(surface)) <= found.roughness_rz * (1 + 1e-6)
    assert float(np.ptp(surface)) >= found.roughness_rz - 2 * steepest - 1e-9


def test_published_and_checked_figures() -> None:
    assert turned_profile_rz("0.3 mm", "0.4 mm", "95 deg", "5 deg").magnitude == pytest.approx(15.17, abs=0.005)
    found = turned_profile("0.2 mm", "0.8 mm", "90 deg", "30 deg")
    assert found.roughness_rz.magnitude == pytest.approx(6.27, abs=0.005)
    assert found.roughness_ra.magnitude == pytest.approx(1.609, abs=0.0005)
    found = turned_profile("1.2 mm", "0.8 mm", "90 deg", "60 deg")
    assert found.roughness_rz.magnitude == pytest.approx(270.8, abs=0.05)
    assert found.roughness_ra.magnitude == pytest.approx(66.3, abs=0.05)


@given(st.floats(0.1, 2), MAJOR, MINOR)
def test_the_cases_join(radius: float, major: float, minor: float) -> None:
    """Neither height nor Ra has a step where an edge comes in, and the height no kink."""
    assume(major > minor + 1)
    for joint in (2 * radius * np.sin(minor * DEGREE), second_joint(radius, major, minor)):
        feeds = joint * (1 + np.array([-2e-6, -1e-6, 1e-6, 2e-6]))
        found = turned_profile.si(feeds, radius, major * DEGREE, minor * DEGREE)
        assert np.ptp(found.straight_edges) == 1
        for values in (found.roughness_rz, found.roughness_ra):
            np.testing.assert_allclose(values, values[0], rtol=3e-5)
        slopes = np.diff(found.roughness_rz) / np.diff(feeds)
        np.testing.assert_allclose(slopes[0], slopes[2], rtol=1e-2)


@given(st.floats(0.1, 2), MAJOR, MINOR, st.floats(0.01, 3))
def test_the_formula_of_each_case(radius: float, major: float, minor: float, share: float) -> None:
    assume(major > minor)
    feed = share * radius
    angles = major * DEGREE, minor * DEGREE
    expected = {
        0: lambda: turned_rz.si(feed, radius),
        1: lambda: turned_minor_edge_rz.si(feed, radius, angles[1]),
        2: lambda: turned_straight_edges_rz.si(feed, radius, *angles),
    }[int(turned_profile.si(feed, radius, *angles).straight_edges)]()
    assert turned_profile_rz.si(feed, radius, *angles) == pytest.approx(expected, rel=1e-12, abs=0)


@given(st.floats(0.1, 2), MAJOR, MINOR, st.floats(0.01, 3), st.floats(1.001, 1.1))
def test_trends(radius: float, major: float, minor: float, share: float, more: float) -> None:
    """More feed, less radius or a steeper minor edge never make the profile lower; straight edges never raise it."""
    feed, major, minor = share * radius, major * DEGREE, minor * DEGREE
    height = turned_profile_rz.si(feed, radius, major, minor)
    deviation = turned_profile.si(feed, radius, major, minor).roughness_ra
    slack = 1 + 1e-9
    assert turned_profile_rz.si(feed * more, radius, major, minor) > height
    assert turned_profile.si(feed * more, radius, major, minor).roughness_ra > deviation
    assert turned_profile_rz.si(feed, radius * more, major, minor) <= height * slack
    assert turned_profile_rz.si(feed, radius, major, min(minor * more, np.pi / 2)) >= height / slack
    if feed <= 2 * radius:
        assert height <= turned_rz.si(feed, radius) * slack
    assert height / 5 < deviation < height / 3


@given(st.floats(1e-7, 1e-3), st.floats(0.1, 2))
def test_ra_of_a_small_feed(share: float, radius: float) -> None:
    feed = share * radius
    exact = turned_profile.si(feed, radius, np.pi / 2, 0.1).roughness_ra
    assert exact == pytest.approx(turned_ra.si(feed, radius), rel=1e-6, abs=0)


def test_a_larger_feed_has_more_ra_than_the_short_form() -> None:
    exact = turned_profile.si(1.2, 0.8, np.pi / 2, 1.0).roughness_ra
    assert exact / (1.2**2 / (32 * 0.8)) == pytest.approx(66.3 / 56.25, rel=1e-3, abs=0)


def test_the_finish_factor_multiplies() -> None:
    plain = turned_profile.si(0.2, 0.8, 1.5, 0.1)
    rough = turned_profile.si(0.2, 0.8, 1.5, 0.1, 1.7)
    assert rough.roughness_rz == pytest.approx(1.7 * plain.roughness_rz, rel=1e-15, abs=0)
    assert rough.roughness_ra == pytest.approx(1.7 * plain.roughness_ra, rel=1e-15, abs=0)
    assert rough.straight_edges == plain.straight_edges


def test_the_feed_for_a_wanted_roughness() -> None:
    tool = {"nose_radius": "0.4 mm", "entering_angle": "95 deg", "minor_cutting_edge_angle": "5 deg"}
    feed = turned_profile.solve_for("feed_per_rev", roughness_ra="1.6 um", **tool)
    assert turned_profile(feed, **tool).roughness_ra.magnitude == pytest.approx(1.6, rel=1e-9, abs=0)
    assert feed.magnitude > turned_ra.solve_for("feed_per_rev", turned_ra="1.6 um", nose_radius="0.4 mm").magnitude


@pytest.mark.parametrize(
    ("formula", "arguments", "names"),
    [
        (turned_profile_rz, ("0.3 mm", "0.4 mm", "95 deg", "0 deg"), "minor_cutting_edge_angle"),
        (turned_profile_rz, ("0.3 mm", "0.4 mm", "150 deg", "40 deg"), "entering_angle"),
        (turned_profile_rz, ("6 mm", "0.4 mm", "95 deg", "5 deg"), "overhang"),
        (turned_profile_rz, ("0.3 mm", "0 mm", "95 deg", "5 deg"), "overhang"),
        (turned_minor_edge_rz, ("0.05 mm", "0.4 mm", "5 deg"), "turned_profile_rz"),
        (turned_straight_edges_rz, ("0.05 mm", "0.4 mm", "75 deg", "15 deg"), "turned_profile_rz"),
    ],
)
def test_impossible_questions(formula: cl.units.Formula[..., Any], arguments: tuple[str, ...], names: str) -> None:
    with pytest.raises(InputError, match=names):
        formula(*arguments)


def test_the_short_forms_err_as_published() -> None:
    """Qu and Shih (2003): below 1.6 % for a feed up to half the radius."""
    found = turned_profile.si(0.5, 1.0, np.pi / 2, 0.5)
    errors = found.roughness_rz / (0.5**2 / 8) - 1, found.roughness_ra / turned_ra.si(0.5, 1.0) - 1
    assert max(errors) == pytest.approx(0.016, abs=0.0005)
    assert min(errors) > 0.01

"""Engagement and chip thickness against integration of the chip, a geometric model, and published figures."""

from __future__ import annotations

from math import acos, asin, degrees, pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload.cutting import (
    chip_thinning_factor,
    engagement_angle,
    face_engagement,
    feed_for_max_chip,
    feed_for_mean_chip,
    max_chip_thickness,
    mean_chip_thickness,
    mean_chip_thickness_between,
    side_engagement,
    teeth_in_cut,
)
from chipload.errors import InputError

DIAMETERS = st.floats(0.5e-3, 0.3)
SHARES = st.floats(1e-6, 1.0)
FEEDS = st.floats(1e-6, 1e-3)
EDGES = st.floats(np.radians(10), np.radians(90))


def arc_of(share: float) -> float:
    """Engagement as the angle between the edge of the cut and the cutter's own edge, by its tangent."""
    return 2 * np.arctan2(sqrt(share), sqrt(1 - share))


@given(SHARES, DIAMETERS)
def test_engagement_angle(share: float, diameter: float) -> None:
    assert engagement_angle.si(share * diameter, diameter) == pytest.approx(arc_of(share), rel=1e-7, abs=0)
    if 0.01 < share < 0.99:
        assert engagement_angle.si(share * diameter, diameter) == pytest.approx(acos(1 - 2 * share), rel=1e-12, abs=0)


@given(FEEDS, st.floats(1e-3, 1.0), DIAMETERS, EDGES)
def test_mean_chip_is_the_integral_of_the_chip(feed: float, share: float, diameter: float, edge: float) -> None:
    arc = arc_of(share)
    integral, _ = quad(lambda theta: feed * sin(edge) * sin(theta), 0.0, arc, epsabs=0, epsrel=1e-12)
    found = mean_chip_thickness.si(feed, share * diameter, diameter, edge)
    assert found == pytest.approx(integral / arc, rel=1e-7, abs=0)


@given(FEEDS, st.floats(1e-3, 1.0), DIAMETERS, EDGES)
def test_max_chip_is_the_largest_on_the_arc(feed: float, share: float, diameter: float, edge: float) -> None:
    thetas = np.linspace(0.0, arc_of(share), 20_001)
    largest = (feed * sin(edge) * np.sin(thetas)).max()
    found = max_chip_thickness.si(feed, share * diameter, diameter, edge)
    assert found == pytest.approx(largest, rel=1e-7, abs=0)


@given(FEEDS, st.floats(0.0, pi - 0.02), st.floats(0.01, pi), EDGES)
def test_mean_chip_between_any_angles(feed: float, entry: float, arc: float, edge: float) -> None:
    leave = min(entry + arc, pi)
    integral, _ = quad(lambda theta: feed * sin(edge) * sin(theta), entry, leave, epsabs=0, epsrel=1e-12)
    found = mean_chip_thickness_between.si(feed, entry, leave, edge)
    assert found == pytest.approx(integral / (leave - entry), rel=1e-9, abs=0)


@given(FEEDS, st.floats(0.01, 1.0), DIAMETERS, EDGES, st.sampled_from(["up", "down"]))
def test_both_mean_chips_agree(feed: float, share: float, diameter: float, edge: float, direction: str) -> None:
    cut = side_engagement.si(share * diameter, diameter, direction=direction)
    between = mean_chip_thickness_between.si(feed, cut.entry_angle, cut.exit_angle, edge)
    assert between == pytest.approx(mean_chip_thickness.si(feed, share * diameter, diameter, edge), rel=1e-9, abs=0)
    assert cut.exit_angle - cut.entry_angle == pytest.approx(cut.engagement_angle, rel=1e-12, abs=0)


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_continuity(share: float) -> None:
    """No jump where the formulas change, at half the diameter and in the slot."""
    feed, diameter, step = 1e-4, 10e-3, 1e-9
    for formula in (mean_chip_thickness, max_chip_thickness):
        below = formula.si(feed, (share - step) * diameter, diameter)
        here = formula.si(feed, share * diameter, diameter)
        assert below == pytest.approx(here, rel=1e-4, abs=0)
    assert engagement_angle.si((share - step) * diameter, diameter) == pytest.approx(
        engagement_angle.si(share * diameter, diameter), abs=1e-4
    )
    assert max_chip_thickness.si(feed, 0.5 * diameter, diameter) == pytest.approx(feed, rel=1e-15, abs=0)
    assert engagement_angle.si(diameter, diameter) == pytest.approx(pi, rel=1e-15, abs=0)


def test_rounding_just_above_the_diameter_is_forgiven() -> None:
    wide = cl.Quantity(10.000000000000002, "mm")
    assert engagement_angle(wide, "10 mm").magnitude == pytest.approx(180.0, rel=1e-15, abs=0)
    assert mean_chip_thickness("0.1 mm", wide, "10 mm").magnitude == pytest.approx(0.2 / pi, rel=1e-12, abs=0)


@pytest.mark.parametrize("share", [1e-4, 1e-8, 1e-12, 1e-16])
def test_a_vanishing_width(share: float) -> None:
    """The limits fz sqrt(ae / D) and 2 fz sqrt(ae / D), with all their digits."""
    feed, diameter = 1e-4, 10e-3
    rel = 2 * share + 1e-14  # the next term of each series
    assert mean_chip_thickness.si(feed, share * diameter, diameter) == pytest.approx(feed * sqrt(share), rel=rel, abs=0)
    assert max_chip_thickness.si(feed, share * diameter, diameter) == pytest.approx(
        2 * feed * sqrt(share), rel=rel, abs=0
    )
    assert engagement_angle.si(share * diameter, diameter) == pytest.approx(2 * sqrt(share), rel=rel, abs=0)


def test_no_width_is_no_chip() -> None:
    assert engagement_angle("0 mm", "10 mm").magnitude == 0.0
    assert mean_chip_thickness("0.1 mm", "0 mm", "10 mm").magnitude == 0.0
    assert max_chip_thickness("0.1 mm", "0 mm", "10 mm").magnitude == 0.0
    widths = cl.Quantity(np.array([0.0, 5.0]), "mm")
    np.testing.assert_allclose(mean_chip_thickness("0.1 mm", widths, "10 mm").magnitude, [0.0, 0.2 / pi], rtol=1e-14)
    for formula in (feed_for_max_chip, feed_for_mean_chip):
        with pytest.raises(InputError, match="radial_depth"):
            formula("0.05 mm", "0 mm", "10 mm")


@given(FEEDS, st.floats(1e-6, 1.0), DIAMETERS, EDGES)
def test_the_two_conventions_for_thinning_invert_their_chip(
    feed: float, share: float, diameter: float, edge: float
) -> None:
    width = share * diameter
    largest = max_chip_thickness.si(feed, width, diameter, edge)
    assert feed_for_max_chip.si(largest, width, diameter, edge) == pytest.approx(feed, rel=1e-12, abs=0)
    mean = mean_chip_thickness.si(feed, width, diameter, edge)
    assert feed_for_mean_chip.si(mean, width, diameter, edge) == pytest.approx(feed, rel=1e-12, abs=0)


@given(st.floats(0.5, 1.0), DIAMETERS)
def test_no_factor_from_half_the_diameter(share: float, diameter: float) -> None:
    assert chip_thinning_factor.si(share * diameter, diameter) == pytest.approx(1.0, rel=1e-15, abs=0)


@given(st.floats(1e-6, 0.499), DIAMETERS)
def test_the_factor_only_raises(share: float, diameter: float) -> None:
    factor = chip_thinning_factor.si(share * diameter, diameter)
    assert factor > 1.0
    assert factor == pytest.approx(1 / (2 * sqrt(share * (1 - share))), rel=1e-9, abs=0)


def test_figures_at_a_tenth_of_the_diameter() -> None:
    """D = 10, ae = 1, fz = 0.1 mm; the shop form fz sqrt(ae / D) gives 0.03162."""
    assert mean_chip_thickness("0.1 mm", "1 mm", "10 mm").magnitude == pytest.approx(0.03108, abs=5e-6)
    assert max_chip_thickness("0.1 mm", "1 mm", "10 mm").magnitude == pytest.approx(0.06, rel=1e-14, abs=0)
    assert chip_thinning_factor("1 mm", "10 mm").magnitude == pytest.approx(1.667, abs=5e-4)
    assert chip_thinning_factor("0.5 mm", "10 mm").magnitude == pytest.approx(2.294, abs=5e-4)


def test_the_mean_convention_against_a_slot() -> None:
    slot = mean_chip_thickness("0.1 mm", "10 mm", "10 mm")
    raised = feed_for_mean_chip(slot, "1 mm", "10 mm")
    assert raised.magnitude / 0.1 == pytest.approx(2.05, abs=0.005)


@pytest.mark.parametrize(("share", "error", "digits"), [(0.1, 0.017, 5e-4), (0.5, 0.11, 5e-3), (1.0, 0.57, 5e-3)])
def test_how_far_the_shop_form_is_off(share: float, error: float, digits: float) -> None:
    exact = mean_chip_thickness.si(1e-4, share * 10e-3, 10e-3)
    assert 1e-4 * sqrt(share) / exact - 1 == pytest.approx(error, abs=digits)


def test_chip_of_slanted_edges() -> None:
    """A 45 degree edge cuts 0.707 of the feed, a high-feed edge of 10 degrees 0.174."""
    for edge, share in (("45 deg", 0.707), ("10 deg", 0.174)):
        assert max_chip_thickness("0.1 mm", "5 mm", "10 mm", edge).m * 10 == pytest.approx(share, abs=5e-4)


def swept_arc(width: float, diameter: float, offset: float) -> tuple[float, float]:
    """Entry and exit of a face mill by marching a tooth round a cutter over a strip of work.

    The feed runs along +y and the work lies ahead, a strip from -width/2 to width/2 in x; the axis stands at
    x = offset, towards the exit side +x.  A tooth at theta stands at x = offset - R cos(theta), and where its
    chip f_z sin(theta) is positive it is ahead of the axis.
    """
    theta = np.linspace(0.0, pi, 2_000_001)
    x = offset - diameter / 2 * np.cos(theta)
    inside = np.flatnonzero(np.abs(x) <= width / 2)
    return theta[inside[0]], theta[inside[-1]]


@pytest.mark.parametrize(
    ("width", "diameter", "offset"),
    [
        (40.0, 80.0, 0.0),
        (40.0, 63.0, 0.0),
        (40.0, 63.0, 5.0),
        (40.0, 63.0, -5.0),
        (40.0, 63.0, 11.0),
        (10.0, 63.0, 20.0),
        (10.0, 63.0, -26.0),
        (63.0, 63.0, 0.0),
    ],
)
def test_face_mill_against_a_marching_tooth(width: float, diameter: float, offset: float) -> None:
    entry, leave = swept_arc(width, diameter, offset)
    found = face_engagement.si(width, diameter, offset)
    assert found.entry_angle == pytest.approx(entry, abs=4e-6)
    assert found.exit_angle == pytest.approx(leave, abs=4e-6)
    assert found.engagement_angle == pytest.approx(leave - entry, abs=8e-6)


@given(st.floats(0.01, 1.0), st.floats(-1.0, 1.0))
def test_face_mill_mirrors(share: float, side: float) -> None:
    """An axis as far to the other side leaves where this one enters."""
    width, diameter = share * 0.1, 0.1
    offset = side * (diameter - width) / 2
    one, other = face_engagement.si(width, diameter, offset), face_engagement.si(width, diameter, -offset)
    assert one.entry_angle == pytest.approx(pi - other.exit_angle, abs=1e-7)
    assert one.engagement_angle == pytest.approx(other.engagement_angle, abs=1e-7)


def test_centred_face_mill_by_hand() -> None:
    cut = face_engagement("40 mm", "80 mm")
    half = degrees(asin(0.5))
    assert cut.entry_angle.magnitude == pytest.approx(90 - half, rel=1e-14, abs=0)
    assert cut.exit_angle.magnitude == pytest.approx(90 + half, rel=1e-14, abs=0)


@given(st.floats(0.01, 0.99), DIAMETERS)
def test_a_face_mill_flush_with_a_side_mills_a_shoulder(share: float, diameter: float) -> None:
    width = share * diameter
    flush = (diameter - width) / 2
    assert face_engagement.si(width, diameter, flush).engagement_angle == pytest.approx(
        engagement_angle.si(width, diameter), abs=1e-7
    )


def test_up_and_down() -> None:
    up = side_engagement("2 mm", "10 mm", direction="up")
    down = side_engagement("2 mm", "10 mm", direction="down")
    assert up.entry_angle.magnitude == 0.0
    assert down.exit_angle.magnitude == pytest.approx(180.0, rel=1e-15, abs=0)
    assert up.engagement_angle == down.engagement_angle
    assert up.exit_angle.magnitude == pytest.approx(180.0 - down.entry_angle.magnitude, rel=1e-12, abs=0)


def test_teeth_in_cut_is_the_mean_over_a_turn() -> None:
    entry, leave, teeth = np.radians(40), np.radians(155), 5
    turn = np.linspace(0, 2 * pi, 360_000, endpoint=False)
    at = (turn[:, None] + 2 * pi * np.arange(teeth) / teeth) % (2 * pi)
    counted = ((at >= entry) & (at < leave)).sum(axis=1).mean()
    assert teeth_in_cut.si(teeth, leave - entry) == pytest.approx(counted, rel=1e-4, abs=0)


@pytest.mark.parametrize(
    "formula",
    [engagement_angle, side_engagement, chip_thinning_factor],
)
def test_wider_than_the_cutter_is_refused(formula: cl.units.Formula) -> None:
    with pytest.raises(InputError, match="more than the diameter"):
        formula("10.1 mm", "10 mm")


def test_a_face_mill_that_does_not_cover_is_refused() -> None:
    with pytest.raises(InputError, match="does not cover"):
        face_engagement("40 mm", "50 mm", "6 mm")
    with pytest.raises(InputError, match="does not cover"):
        face_engagement("40 mm", "50 mm", "-6 mm")


def test_leaving_before_entering_is_refused() -> None:
    with pytest.raises(InputError, match="enter before it leaves"):
        mean_chip_thickness_between("0.1 mm", "120 deg", "60 deg")

"""Ideal roughness against the numerical envelope of the edge, and against hand figures."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.finish import cusp_ra, milled_floor_rz, milled_wall_rz, scallop_height, turned_ra, turned_rz

RADII = st.floats(1e-4, 0.05)
ARCS = [turned_rz, milled_floor_rz]  # take a radius
ROUNDS = [milled_wall_rz, scallop_height]  # take a diameter


def envelope(radius: float, spacing: float, points: int = 200_001) -> np.ndarray:
    """Profile over one spacing that circles of the radius leave, lowest at zero."""
    x = np.linspace(-spacing / 2, spacing / 2, points)
    lower = [radius - np.sqrt(np.maximum(radius**2 - (x - at) ** 2, 0.0)) for at in (-spacing, 0.0, spacing)]
    reached = [
        np.where(np.abs(x - at) <= radius, arc, np.inf) for arc, at in zip(lower, (-spacing, 0.0, spacing), strict=True)
    ]
    return np.min(reached, axis=0)


@pytest.mark.parametrize("share", [0.05, 0.25, 0.5, 1.0, 1.5, 1.99])
def test_height_of_the_envelope(share: float) -> None:
    radius = 0.8e-3
    spacing = share * radius
    height = np.ptp(envelope(radius, spacing))
    for formula in ARCS:
        assert formula.si(spacing, radius) == pytest.approx(height, rel=1e-9, abs=0)
    for formula in ROUNDS:
        assert formula.si(spacing, 2 * radius) == pytest.approx(height, rel=1e-9, abs=0)


@pytest.mark.parametrize(("share", "off"), [(0.01, 1e-4), (0.1, 1e-3), (0.25, 5e-3)])
def test_ra_of_the_envelope(share: float, off: float) -> None:
    """Mean distance from the mean line; the parabola is its limit for a small feed."""
    radius = 0.8e-3
    profile = envelope(radius, share * radius)
    mean = np.trapezoid(profile) / (profile.size - 1)
    ra = np.trapezoid(np.abs(profile - mean)) / (profile.size - 1)
    assert turned_ra.si(share * radius, radius) == pytest.approx(ra, rel=off, abs=0)
    assert cusp_ra.si(np.ptp(profile)) == pytest.approx(ra, rel=off, abs=0)


@given(RADII, st.floats(1e-9, 1e-3))
def test_a_small_feed_has_the_shop_form_with_all_its_digits(radius: float, share: float) -> None:
    feed = share * radius
    expected = feed**2 / (8 * radius) * (1 + share**2 / 16)  # the first two terms of the series
    assert turned_rz.si(feed, radius) == pytest.approx(expected, rel=1e-12, abs=0)


@given(RADII, st.floats(1e-3, 2.0))
def test_exact_arc_is_above_the_shop_form(radius: float, share: float) -> None:
    feed = share * radius
    assert turned_rz.si(feed, radius) > feed**2 / (8 * radius)
    assert turned_rz.si(feed, radius) == pytest.approx(radius - sqrt(radius**2 - feed**2 / 4), rel=1e-8, abs=0)


@given(RADII, st.floats(1e-3, 1.9), st.floats(1.001, 1.05))
def test_trends(radius: float, share: float, more: float) -> None:
    feed = share * radius
    for formula in (*ARCS, turned_ra):
        assert formula.si(feed * more, radius) > formula.si(feed, radius)
        assert formula.si(feed, radius * more) < formula.si(feed, radius)


@given(st.floats(1e-9, 1e-3), st.floats(1e-4, 0.05))
def test_ra_and_rz_are_one_profile(share: float, radius: float) -> None:
    feed = share * radius
    assert turned_ra.si(feed, radius) == pytest.approx(cusp_ra.si(feed**2 / (8 * radius)), rel=1e-14, abs=0)


def test_figures() -> None:
    """f 0.2, nose 0.8 mm: Rt 6.27 um; f 1.2, nose 0.8 mm: 270.8 um, 20 % above the shop form."""
    assert turned_rz("0.2 mm/rev", "0.8 mm").magnitude == pytest.approx(6.27, abs=0.005)
    assert turned_rz("1.2 mm/rev", "0.8 mm").magnitude == pytest.approx(270.8, abs=0.05)
    assert milled_wall_rz("0.1 mm", "10 mm").magnitude == pytest.approx(0.25, abs=0.005)
    assert milled_wall_rz("0.4 mm", "10 mm").magnitude == pytest.approx(4.0, abs=0.05)  # four teeth, one finishes
    assert cusp_ra("6.25 um").magnitude / 6.25 == pytest.approx(0.2566, abs=5e-5)


def test_the_largest_feed_reaches_the_radius() -> None:
    assert turned_rz("1.6 mm/rev", "0.8 mm").magnitude == pytest.approx(800.0, rel=1e-12, abs=0)
    assert scallop_height("10 mm", "10 mm").to("mm").magnitude == pytest.approx(5.0, rel=1e-12, abs=0)


def test_no_stepover_leaves_no_scallop() -> None:
    assert scallop_height("0 mm", "10 mm").magnitude == 0.0


@pytest.mark.parametrize(
    ("formula", "spacing", "size"),
    [
        (turned_rz, "1.61 mm/rev", "0.8 mm"),
        (turned_ra, "1.61 mm/rev", "0.8 mm"),
        (milled_floor_rz, "1.61 mm", "0.8 mm"),
        (milled_wall_rz, "10.1 mm", "10 mm"),
        (scallop_height, "10.1 mm", "10 mm"),
    ],
)
def test_arcs_that_do_not_meet_are_refused(formula: cl.units.Formula, spacing: str, size: str) -> None:
    with pytest.raises(InputError, match=formula.parameters[0]):
        formula(spacing, size)

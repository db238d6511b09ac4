"""Stress concentration against limits, and against other people's fits to other people's numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.errors import InputError, ValidityWarning
from chipload.mechanics import (
    cross_hole_concentration,
    ellipse_hole_concentration,
    flat_fillet_concentration,
    flat_hole_concentration,
    flat_notches_concentration,
    keyseat_concentration,
    notched_bar_stress,
    notched_beam_stress,
    shaft_fillet_concentration,
    shaft_groove_concentration,
)
from chipload.mechanics.contact.notch_charts import FLAT_FILLET, FLAT_NOTCHES, SHAFT_FILLET, SHAFT_GROOVE, Chart

CHARTS = [
    pytest.param(chart, id=f"{name}-{load}")
    for name, charts in (
        ("shaft fillet", SHAFT_FILLET),
        ("shaft groove", SHAFT_GROOVE),
        ("flat fillet", FLAT_FILLET),
        ("flat notches", FLAT_NOTCHES),
    )
    for load, chart in charts.items()
]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_notch_through_the_whole_section_concentrates_nothing(chart: Chart) -> None:
    """The neck becomes narrow against its radius: the factor tends to 1, a check of every constant's sign."""
    depths = np.geomspace(chart.low, min(chart.high, 20.0), 30)
    np.testing.assert_allclose(chart.factor(depths, np.ones(30)), 1.0, atol=0.045)


@pytest.mark.parametrize("chart", CHARTS)
def test_the_two_sets_of_constants_meet(chart: Chart) -> None:
    shares = np.linspace(0.02, 0.9, 30)
    blunt, sharp = chart.factor(np.full(30, 2.0), shares), chart.factor(np.full(30, 2.0 + 1e-9), shares)
    np.testing.assert_allclose(blunt, sharp, rtol=0.045)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_sharper_notch_concentrates_more(chart: Chart) -> None:
    shares = np.linspace(0.05, 0.6, 12)[:, None]
    depths = np.geomspace(chart.low, chart.high, 60)
    rise = np.diff(chart.factor(depths[None, :], shares), axis=1)
    joint = (depths[:-1] <= 2) & (depths[1:] > 2)
    assert np.all(rise[:, ~joint] > -1e-3)


def tipton(large: float, small: float, radius: float, load: str) -> float:
    """S. M. Tipton, J. R. Sorem and R. D. Rolovic, J. Mech. Des. 118 (1996) 321: a fit to finite elements."""
    step = large / small
    if load == "bending":
        inside = (-0.14 - 0.363 * step**2 + 0.503 * step**4) / (1 - 2.39 * step**2 + 3.368 * step**4)
        return 0.632 + 0.377 * step**-4.4 + (radius / small) ** -0.5 * inside**0.5
    raise ValueError(load)


@pytest.mark.parametrize("step", [1.2, 1.5, 2.0])
@pytest.mark.parametrize("radius", [0.05, 0.1, 0.2])
def test_a_shoulder_in_bending_against_a_fit_to_finite_elements(step: float, radius: float) -> None:
    ours = shaft_fillet_concentration.si(step, 1.0, radius, "bending")
    assert ours == pytest.approx(tipton(step, 1.0, radius, "bending"), rel=0.08)


@given(share=st.floats(0.01, 0.7))
def test_a_hole_against_heywood(share: float) -> None:
    """R. B. Heywood's simpler curve, 2 + (1 - d/w)^3."""
    ours = flat_hole_concentration.si(share, 1.0)
    assert ours == pytest.approx(2 + (1 - share) ** 3, rel=0.021)


def test_a_small_hole_tends_to_kirsch_and_inglis() -> None:
    assert flat_hole_concentration.si(1e-9, 1.0) == pytest.approx(3.0, rel=2e-3)
    for ratio in (1.0, 2.0, 4.0, 8.0):
        ours = ellipse_hole_concentration.si(ratio * 1e-9, 1e-9, 1.0)
        assert ours == pytest.approx(1 + 2 * ratio, rel=0.02)
    round_hole = ellipse_hole_concentration.si(0.15, 0.15, 1.0)
    assert round_hole == pytest.approx(flat_hole_concentration.si(0.3, 1.0), rel=0.02)


def test_small_edge_notches_tend_to_that_of_a_half_plane() -> None:
    """Peterson's 0.855 + 2.21 sqrt(depth over radius)."""
    for depth in (1.0, 4.0, 16.0):
        ours = flat_notches_concentration.si(1.0, 1 - 2e-6, 1e-6 / depth, "tension")
        assert ours == pytest.approx(0.855 + 2.21 * depth**0.5, rel=0.08)


def test_a_semicircular_notch_against_its_own_curve() -> None:
    """Peterson's separate fit for opposite semicircles, 3.065 - 3.472 s + 1.009 s^2 + 0.405 s^3."""
    for share in (0.1, 0.3, 0.5):
        own = 3.065 - 3.472 * share + 1.009 * share**2 + 0.405 * share**3
        ours = flat_notches_concentration.si(1.0, 1 - share, share / 2, "tension")
        assert ours == pytest.approx(own, rel=0.01)


def test_a_small_cross_hole_tends_to_that_of_a_plate() -> None:
    """3 under a single pull, 4 under shear, whatever the bore."""
    for bore in (0.0, 0.5, 0.8):
        assert cross_hole_concentration.si(1e-9, 1.0, "tension", bore) == pytest.approx(3, rel=1e-6)
        assert cross_hole_concentration.si(1e-9, 1.0, "bending", bore) == pytest.approx(3, rel=1e-6)
        assert cross_hole_concentration.si(1e-9, 1.0, "torsion", bore) == pytest.approx(4, rel=1e-6)


def test_a_keyseat_as_the_books_take_it() -> None:
    """2.14 in bending at a radius of 0.021 of the diameter, and 2.62 in torsion without a key."""
    assert keyseat_concentration("48 mm", "1 mm", "bending").m == pytest.approx(2.14, rel=0.02)
    assert keyseat_concentration("48 mm", "1 mm", "torsion").m == pytest.approx(2.62, rel=0.02)


def test_a_groove_concentrates_more_than_a_shoulder_and_torsion_least() -> None:
    shape = (45e-3, 30e-3, 3e-3)
    for load in ("tension", "bending", "torsion"):
        assert shaft_groove_concentration.si(*shape, load) > shaft_fillet_concentration.si(*shape, load)
    factors = [shaft_fillet_concentration.si(*shape, load) for load in ("torsion", "bending", "tension")]
    assert factors == sorted(factors)
    assert flat_fillet_concentration.si(*shape, "tension") > flat_fillet_concentration.si(*shape, "bending")


def test_notched_stress_by_hand() -> None:
    assert notched_bar_stress("10 kN", 2.0, "50 mm", "10 mm").m == pytest.approx(40, rel=1e-12)
    assert notched_beam_stress("-100 N*m", 1.5, "30 mm", "10 mm").m == pytest.approx(-100, rel=1e-12)


def test_what_cannot_be_is_refused_and_what_is_off_the_chart_warned() -> None:
    with pytest.raises(InputError, match="smaller than the full one"):
        shaft_fillet_concentration("30 mm", "30 mm", "1 mm", "bending")
    with pytest.raises(InputError, match="as wide as the bar"):
        flat_hole_concentration("30 mm", "30 mm")
    with pytest.raises(InputError, match="as wide as the bar"):
        ellipse_hole_concentration("15 mm", "5 mm", "30 mm")
    with pytest.raises(InputError, match="smaller than the shaft"):
        cross_hole_concentration("30 mm", "30 mm", "bending")
    with pytest.warns(ValidityWarning, match="outside the chart"):
        shaft_groove_concentration("30 mm", "20 mm", "0.05 mm", "bending")
    with pytest.warns(ValidityWarning, match="up to 0.4"):
        cross_hole_concentration("15 mm", "30 mm", "bending")
    with pytest.warns(ValidityWarning, match="1 to 8 times"):
        ellipse_hole_concentration("5 mm", "10 mm", "100 mm")
    with pytest.warns(ValidityWarning, match=r"0\.005 to 0\.04"):
        keyseat_concentration("30 mm", "3 mm", "bending")

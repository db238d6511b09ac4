"""The true mean of Kienzle's force, the bias of the usual form, and rubbing."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload.cutting import (
    chip_over_edge_radius,
    mean_chip_bias,
    mean_chip_thickness_between,
    minimum_chip_thickness,
    rubbing_share,
    side_engagement,
    specific_cutting_force,
    tooth_force,
    true_tooth_force,
)
from chipload.cutting.bias import power_of_sine
from chipload.errors import ValidityWarning

FEED, DEPTH, DIAMETER, KC11, MC = 1e-4, 2e-3, 1e-2, 1700e6, 0.25


@pytest.mark.parametrize(
    ("radial", "true", "usual", "bias"), [(0.010, 836.3, 861.8, 0.0305), (0.001, 99.25, 103.10, 0.039)]
)
@pytest.mark.parametrize("direction", ["up", "down"])
def test_figures_of_an_independent_integration(
    radial: float, true: float, usual: float, bias: float, direction: str
) -> None:
    """D 10, z 4, ap 2, fz 0.1 mm."""
    cut = side_engagement.si(radial, DIAMETER, direction=direction)
    teeth = 4 * cut.engagement_angle / (2 * pi)
    mean = teeth * true_tooth_force.si(FEED, DEPTH, cut.entry_angle, cut.exit_angle, KC11, MC)
    assert mean == pytest.approx(true, rel=1e-4)
    chip = mean_chip_thickness_between.si(FEED, cut.entry_angle, cut.exit_angle)
    at_mean = teeth * tooth_force.si(specific_cutting_force.si(chip, KC11, MC), chip, DEPTH)
    assert at_mean == pytest.approx(usual, rel=1e-4)
    found = mean_chip_bias.si(cut.entry_angle, cut.exit_angle, MC)
    assert found - 1 == pytest.approx(bias, abs=5e-4)
    assert found == pytest.approx(at_mean / mean, rel=1e-12)


@given(st.floats(0.0, 3.0), st.floats(0.01, 3.1), st.floats(0.05, 1.0))
def test_the_integral_against_another(entry: float, arc: float, power: float) -> None:
    leaving = min(entry + arc, pi)
    expected, _ = quad(lambda t: np.sin(t) ** power, entry, leaving, epsabs=1e-13, epsrel=1e-12, limit=400)
    assert power_of_sine(entry, leaving, power) == pytest.approx(expected, rel=1e-7, abs=1e-10)


@given(st.floats(0.0, 1.5), st.floats(0.1, 1.6), st.floats(0.01, 0.6))
def test_the_usual_form_is_on_the_safe_side(entry: float, arc: float, exponent: float) -> None:
    assert mean_chip_bias.si(entry, entry + arc, exponent) >= 1 - 1e-12


def test_no_bias_without_an_exponent() -> None:
    assert mean_chip_bias.si(0.3, 2.0, 0.0) == pytest.approx(1.0, rel=1e-12)


def test_rubbing_counted() -> None:
    angles = np.linspace(0.2, 2.9, 1_000_001)
    counted = np.mean(1e-5 * np.sin(angles) < 4e-6)
    assert rubbing_share.si(1e-5, 0.2, 2.9, 4e-6) == pytest.approx(counted, abs=1e-5)
    assert rubbing_share.si(1e-5, 0.2, 2.9, 2e-5) == pytest.approx(1.0, rel=1e-12)
    assert rubbing_share.si(1e-5, 0.2, 2.9, 0.0) == 0.0


def test_the_reported_range_is_told() -> None:
    assert minimum_chip_thickness("10 um", 0.43).to("um").m == pytest.approx(4.3)
    with pytest.warns(ValidityWarning, match="ratio depends"):
        minimum_chip_thickness("10 um", 0.5)
    assert chip_over_edge_radius("0.005 mm", "10 um").m == pytest.approx(0.5)

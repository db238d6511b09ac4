"""Bands and probabilities: against plain random sampling, with their limits, and pockets within a machine's range."""

from __future__ import annotations

import numpy as np
import pytest

from chipload import Quantity
from chipload.dynamics import (
    MillingProcess,
    Mode,
    Structure,
    best_pockets,
    critical_depth,
    milling_stability,
    stability_band,
    stable_probability,
)
from chipload.dynamics.modes import ESTIMATED_SPREAD
from chipload.errors import InputError

CUT = MillingProcess(2, "120 deg", "180 deg", "600 MPa", "200 MPa")


def tool(**more: object) -> Structure:
    return Structure([Mode("922 Hz", 0.011, "1.34 N/um", direction="x", **more)])


def test_without_uncertainty_the_band_is_the_limit() -> None:
    speeds = ["9000 rpm", "16000 rpm"]
    band = stability_band(CUT, tool(), speeds, "6 mm", coefficient_uncertainty=0, samples=8)
    limit = critical_depth(CUT, tool(), speeds, "6 mm").limit_depth.m
    for edge in (band.lower, band.median, band.upper):
        np.testing.assert_allclose(edge.m, limit, rtol=2e-3)


def test_a_factor_on_the_coefficients_alone_is_one_on_the_depth() -> None:
    """The middle nine tenths of a log-normal factor lie within exp(+-1.645 s)."""
    band = stability_band(CUT, tool(), ["9000 rpm"], "20 mm", coefficient_uncertainty=0.2, samples=256)
    limit = critical_depth(CUT, tool(), "9000 rpm", "20 mm").limit_depth.m
    width = np.exp(1.6449 * np.sqrt(np.log(1.04)))
    np.testing.assert_allclose(band.lower.m / limit, 1 / width, rtol=0.02)
    np.testing.assert_allclose(band.upper.m / limit, width, rtol=0.02)


@pytest.mark.parametrize("largest", ["30 mm", "60 mm"])
def test_a_wide_spread_of_coefficients_does_not_coarsen_the_scan(largest: str) -> None:
    """Every sample is scanned up to its own largest depth: an island at 0.87 mm below a boundary at 3.2 mm is found."""
    cut = MillingProcess(2, "143.13 deg", "180 deg", "600 MPa", "200 MPa")
    band = stability_band(cut, tool(), ["18200 rpm"], largest, coefficient_uncertainty=1.9, samples=64)
    limit = critical_depth(cut, tool(), "18200 rpm", largest).limit_depth.m
    assert 0.8 < limit < 1.0
    np.testing.assert_allclose(band.median.m, limit, rtol=0.05)


def test_probability_is_that_of_plain_random_modes() -> None:
    spread = {"frequency_uncertainty": 0.02, "stiffness_uncertainty": 0.1, "damping_uncertainty": 0.3}
    depth = critical_depth(CUT, tool(), "19000 rpm", "9 mm").limit_depth
    found = stable_probability(CUT, tool(**spread), "19000 rpm", depth, coefficient_uncertainty=0, samples=512)
    random, stable = np.random.default_rng(3), []
    widths = np.sqrt(np.log1p(np.array([0.02, 0.3, 0.1]) ** 2))
    for frequency, damping, stiffness in np.array([922, 0.011, 1.34]) * np.exp(
        widths * random.standard_normal((300, 3))
    ):
        mode = Mode(Quantity(frequency, "Hz"), damping, Quantity(stiffness, "N/um"), direction="x")
        stable.append(bool(milling_stability(CUT, Structure([mode]), "19000 rpm", depth).stable))
    share = np.mean(stable)
    assert 0.05 < share < 0.95
    assert abs(found.probability - share) < 4 * np.sqrt(share * (1 - share) / 300 + found.standard_error**2)


def test_an_estimated_mode_widens_and_says_low() -> None:
    speeds = ["12000 rpm"]
    known = stability_band(CUT, tool(frequency_uncertainty=0.01), speeds, "6 mm", coefficient_uncertainty=0.05)
    guess = stability_band(CUT, tool(estimated=True), speeds, "6 mm", coefficient_uncertainty=0.05)
    assert (guess.upper - guess.lower).m[0] > 1.5 * (known.upper - known.lower).m[0]
    assert guess.confidence.startswith("low")
    mode = tool(estimated=True).modes[0]
    spreads = mode.frequency_uncertainty, mode.stiffness_uncertainty, mode.damping_uncertainty
    assert spreads == ESTIMATED_SPREAD
    given = Mode("922 Hz", 0.011, "1 N/um", estimated=True, frequency_uncertainty=0.2)
    assert given.frequency_uncertainty == 0.2


def test_shares_may_be_given_in_per_cent() -> None:
    found = stability_band(
        CUT, tool(), ["9000 rpm"], "6 mm", coefficient_uncertainty="10 %", coverage="80 %", samples=8
    )
    same = stability_band(CUT, tool(), ["9000 rpm"], "6 mm", coefficient_uncertainty=0.1, coverage=0.8, samples=8)
    assert found.upper.m == pytest.approx(same.upper.m, rel=1e-12)
    assert found.coverage == 0.8


def test_the_same_seed_gives_the_same_band() -> None:
    one, same, other = (
        stability_band(
            CUT, tool(estimated=True), ["9000 rpm"], "6 mm", coefficient_uncertainty=0.1, samples=16, seed=seed
        ).median.m[0]
        for seed in (1, 1, 2)
    )
    assert one == same != other


def test_pockets_lie_where_teeth_and_mode_keep_step() -> None:
    """A tooth frequency near the natural frequency over a whole number is the classic pocket."""
    slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    found = best_pockets(slot, tool(), "8500 rpm", "15500 rpm", "6 mm", speeds=80)
    for pocket, whole in zip(found[:2], (2, 3), strict=True):
        assert 0.93 < pocket.spindle_speed.m * whole / (922 * 60 / 2) < 1.02
        assert pocket.lowest_speed <= pocket.spindle_speed <= pocket.highest_speed
        half = pocket.limit_depth * 0.49
        assert milling_stability(slot, tool(), [pocket.lowest_speed, pocket.highest_speed], half).stable.all()
        assert not pocket.beyond
    assert found[0].limit_depth > found[1].limit_depth


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"samples": 50}, "power of two"),
        ({"coefficient_uncertainty": -1}, "coefficient_uncertainty"),
        ({"coverage": 1.5}, "coverage"),
        ({"coverage": "wide"}, "coverage"),
        ({"coefficient_uncertainty": "unknown"}, "coefficient_uncertainty"),
        ({"coefficient_uncertainty": [0.1, 0.2]}, "coefficient_uncertainty: an array was given"),
    ],
)
def test_input_that_cannot_be(more: dict[str, object], says: str) -> None:
    with pytest.raises(InputError, match=says):
        stability_band(CUT, tool(), ["9000 rpm"], "6 mm", **{"coefficient_uncertainty": 0.1, **more})

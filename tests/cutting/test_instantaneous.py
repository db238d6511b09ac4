"""Forces against the angle: closed averages, power, helix, runout, identification."""

from __future__ import annotations

from math import pi, radians, sin, tan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload.cutting import (
    KienzleConstants,
    LinearCoefficients,
    identify_coefficients,
    kienzle_from_linear,
    linearised_kienzle,
    milling_force_curves,
    milling_forces,
    milling_power,
    slot_mean_forces,
    true_tooth_force,
)
from chipload.errors import InputError

STEEL = LinearCoefficients(1800e6, 600e6, 200e6, 25e3, 30e3, 3e3)
SHARP = LinearCoefficients(1800e6, 600e6, 200e6)
KIENZLE = KienzleConstants(1700e6, 0.25, 600e6, 0.3)
FEED, DEPTH, DIAMETER = 1e-4, 2e-3, 10e-3
FIELDS = ("force_x", "force_y", "force_z")


@pytest.mark.parametrize("teeth", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("helix", [0.0, 30.0, 50.0])
def test_slot_averages(teeth: int, helix: float) -> None:
    """Both the exact means and those of the samples."""
    closed = slot_mean_forces.si(FEED, DEPTH, teeth, *vars(STEEL).values())
    found = milling_forces(STEEL, FEED, DEPTH, 0.0, pi, DIAMETER, teeth, radians(helix), angles=20160)
    for name in FIELDS:
        expected = getattr(closed, f"mean_{name}")
        assert getattr(found, f"mean_{name}") == pytest.approx(expected, rel=1e-12)
        assert getattr(found, name).mean() == pytest.approx(expected, rel=1e-6 if helix else 3e-4)


def test_against_a_sum_over_discs() -> None:
    """Thin discs, one by one, as the model is written down; the helix winds around more than once."""
    depth, helix, entry, leaving, teeth = 40e-3, radians(45), 0.4, 2.2, 3
    found = milling_forces(STEEL, FEED, depth, entry, leaving, DIAMETER, teeth, helix, angles=12)
    count = 40_000
    z = (np.arange(count) + 0.5) * depth / count
    for place, angle in enumerate(found.angle):
        total = np.zeros(4)
        for tooth in range(teeth):
            theta = np.mod(angle - 2 * pi * tooth / teeth - 2 * z * tan(helix) / DIAMETER, 2 * pi)
            cuts = (theta > entry) & (theta < leaving)
            chip = FEED * np.sin(theta)
            t, r, a = (np.where(cuts, k * chip + e, 0.0) for k, e in ((1800e6, 25e3), (600e6, 30e3), (200e6, 3e3)))
            s, c = np.sin(theta), np.cos(theta)
            total += (
                depth
                / count
                * np.array([(-t * c - r * s).sum(), (t * s - r * c).sum(), a.sum(), t.sum() * DIAMETER / 2])
            )
        for name, expected in zip((*FIELDS, "torque"), total, strict=True):
            assert getattr(found, name)[place] == pytest.approx(expected, rel=1e-3, abs=0.05)


@settings(max_examples=30)
@given(st.floats(0.0, 2.0), st.floats(0.1, 1.1), st.floats(0.0, 60.0), st.integers(1, 8))
def test_torque_closes_on_power(entry: float, arc: float, helix: float, teeth: int) -> None:
    found = milling_forces(SHARP, FEED, DEPTH, entry, entry + arc, DIAMETER, teeth, radians(helix), angles=36)
    width = DIAMETER / 2 * (np.cos(entry) - np.cos(entry + arc))
    speed = 50.0
    power = milling_power.si(1800e6, DEPTH, width, FEED * teeth * speed)
    assert found.mean_torque * 2 * pi * speed == pytest.approx(power, rel=1e-12)


@pytest.mark.parametrize(("entry", "leaving"), [(0.0, pi), (2.5, pi), (0.5, 2.0)])
def test_kienzle_tends_to_the_true_mean(entry: float, leaving: float) -> None:
    found = milling_forces(KIENZLE, FEED, DEPTH, entry, leaving, DIAMETER, 4, radians(30), angles=7200)
    tooth = true_tooth_force.si(FEED, DEPTH, entry, leaving, 1700e6, 0.25)
    expected = tooth * 4 * (leaving - entry) / (2 * pi) * DIAMETER / 2
    assert found.mean_torque == pytest.approx(expected, rel=1e-5)
    assert found.torque.mean() == pytest.approx(expected, rel=1e-4)


def test_without_an_exponent_both_laws_agree() -> None:
    plain = KienzleConstants(1800e6, 0.0, 600e6, 0.0, 200e6, 0.0)
    args = (FEED, DEPTH, 0.3, 2.0, DIAMETER, 3, radians(40))
    one, other = milling_forces(SHARP, *args), milling_forces(plain, *args)
    for name in (*FIELDS, "torque"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("wraps", [1, 2, 3])
@pytest.mark.parametrize("law", [STEEL, KIENZLE])
def test_a_helix_that_covers_whole_pitches_has_no_ripple(wraps: int, law: LinearCoefficients) -> None:
    depth = wraps * 2 * pi / 4 * DIAMETER / (2 * tan(radians(30)))
    even = milling_forces(law, FEED, depth, 0.0, pi / 3, DIAMETER, 4, radians(30))
    assert even.torque_ripple < (1e-9 if law is STEEL else 2e-3)
    assert milling_forces(law, FEED, depth * 0.7, 0.0, pi / 3, DIAMETER, 4, radians(30)).torque_ripple > 0.1


@pytest.mark.parametrize("teeth", [2, 4])
def test_largest_chip_with_runout(teeth: int) -> None:
    """With one coefficient and straight edges the torque of a tooth at 90 degrees tells its chip."""
    reading = 10e-6
    law = LinearCoefficients(1e9, 0.0)
    turns = np.linspace(0, 2 * pi, 721)
    found = milling_forces(
        law, FEED, 1e-3, pi / 2 - 1e-3, pi / 2 + 1e-3, DIAMETER, teeth, 0.0, reading / 2, turns,
        angles=pi / 2 + np.arange(teeth) * 2 * pi / teeth,
    )  # fmt: skip
    chips = found.torque / (1e9 * 1e-3 * DIAMETER / 2)
    assert chips.max() - FEED == pytest.approx(reading * sin(pi / teeth), rel=1e-4)
    np.testing.assert_allclose(chips.sum(axis=-1), teeth * FEED, rtol=1e-9)


@pytest.mark.parametrize(("feed", "cuts"), [(10.1e-6, 2), (9.9e-6, 1)])
def test_a_tooth_drops_out(feed: float, cuts: int) -> None:
    """Two teeth: one no longer cuts when the reading is more than the feed, and the other takes both feeds."""
    law = LinearCoefficients(1e9, 0.0)
    found = milling_forces(
        law, feed, 1e-3, 1.5, 1.65, DIAMETER, 2, 0.0, 5e-6, 0.0, angles=np.array([pi / 2, 3 * pi / 2])
    )
    chips = found.torque / (1e9 * 1e-3 * DIAMETER / 2)
    assert np.count_nonzero(chips) == cuts
    assert chips.sum() == pytest.approx(2 * feed, rel=1e-9)


def test_runout_against_true_circles() -> None:
    """Each tooth sweeps a circle of its own radius; the chip is what is left on the ray by all before it."""
    teeth, e, direction, feed = 3, 30e-6, 0.4, 40e-6
    radii = DIAMETER / 2 + e * np.cos(direction + 2 * pi * np.arange(teeth) / teeth)
    law = LinearCoefficients(1e9, 0.0)
    for theta in (0.5, 1.2, 2.0, 2.8):
        turns = theta + np.arange(teeth) * 2 * pi / teeth
        found = milling_forces(
            law, feed, 1e-3, theta - 1e-6, theta + 1e-6, DIAMETER, teeth, 0.0, e, direction, angles=turns
        )
        chips = found.torque / (1e9 * 1e-3 * DIAMETER / 2)
        for tooth in range(teeth):
            # y across, x along the feed; the centre of the pass `back` ago lies behind by back * feed
            left = []
            for back in range(1, 2 * teeth):
                along, other = back * feed * np.sin(theta), radii[(tooth - back) % teeth]
                aside = back * feed * np.cos(theta)
                left.append(np.sqrt(other**2 - aside**2) - along)
            expected = max(0.0, radii[tooth] - max(left))
            assert chips[tooth] == pytest.approx(expected, abs=3e-6 * 0.5)


def test_means_with_runout_are_those_of_the_samples() -> None:
    args = (FEED, 5e-3, 0.5, 2.0, DIAMETER, 4, radians(30), 8e-6, 0.3)
    for law in (STEEL, KIENZLE):
        found = milling_forces(law, *args, angles=3600)
        assert found.mean_torque == pytest.approx(found.torque.mean(), rel=1e-4)
        assert found.mean_force_x == pytest.approx(found.force_x.mean(), rel=1e-4)


def test_cuts_broadcast() -> None:
    feeds, teeth = np.array([5e-5, 1e-4, 2e-4]), np.array([[2.0], [3.0]])
    found = milling_forces(STEEL, feeds, DEPTH, 0.0, 1.0, DIAMETER, teeth, 0.5, angles=24)
    assert found.torque.shape == (2, 3, 24)
    assert found.mean_torque.shape == found.peak_force.shape == (2, 3)
    alone = milling_forces(STEEL, 2e-4, DEPTH, 0.0, 1.0, DIAMETER, 3, 0.5, angles=24)
    np.testing.assert_allclose(found.force_x[1, 2], alone.force_x, rtol=1e-12, atol=1e-12)


def test_no_cut_is_no_force() -> None:
    found = milling_forces(STEEL, FEED, DEPTH, 1.0, 1.0, DIAMETER, 4)
    assert found.peak_force == found.mean_torque == found.torque_ripple == 0.0


@pytest.mark.parametrize(("entry", "leaving"), [(0.0, pi), (2.0, pi), (0.3, 1.9)])
def test_identification_recovers_the_coefficients(entry: float, leaving: float) -> None:
    feeds = np.array([3e-5, 6e-5, 1e-4, 1.5e-4])
    made = milling_forces(STEEL, feeds, DEPTH, entry, leaving, DIAMETER, 4, angles=4)
    found = identify_coefficients(
        feeds, made.mean_force_x, made.mean_force_y, made.mean_force_z, DEPTH, 4, entry, leaving
    )
    for name, value in vars(STEEL).items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9)


def test_identification_refuses_one_feed() -> None:
    with pytest.raises(InputError, match="two different feeds"):
        identify_coefficients([1e-4, 1e-4], [1, 1], [1, 1], [1, 1], DEPTH, 4)
    with pytest.raises(InputError, match="as many forces"):
        identify_coefficients([1e-4, 2e-4], [1], [1, 1], [1, 1], DEPTH, 4)


@given(st.floats(500e6, 4000e6), st.floats(0.05, 0.5), st.floats(1e-6, 1e-4), st.floats(1.5, 10.0))
def test_kienzle_to_lines_and_back(kc11: float, mc: float, thin: float, ratio: float) -> None:
    line = linearised_kienzle.si(kc11, mc, thin, thin * ratio)
    law = kienzle_from_linear.si(line.cutting_coefficient, line.edge_coefficient, thin, thin * ratio)
    assert law.kc11 == pytest.approx(kc11, rel=1e-9)
    assert law.mc == pytest.approx(mc, rel=1e-9)
    # The line meets the law at the nodes of Gauss-Legendre, (1 -+ 1/sqrt(3))/2 of the way through the range.
    for share in ((1 - 3**-0.5) / 2, (1 + 3**-0.5) / 2):
        chip = thin * (1 + share * (ratio - 1))
        on_the_line = line.cutting_coefficient * chip + line.edge_coefficient
        assert on_the_line == pytest.approx(kc11 * 1e-3 * (chip / 1e-3) ** (1 - mc), rel=1e-9)


def test_units_at_the_door() -> None:
    law = LinearCoefficients("1800 MPa", "600 MPa", "200 MPa", "25 N/mm", "30 N/mm", "3 N/mm")
    found = milling_force_curves(law, "0.1 mm", "2 mm", "0 deg", "90 deg", "10 mm", 4, "30 deg", "5 um")
    plain = milling_forces(STEEL, FEED, DEPTH, 0.0, pi / 2, DIAMETER, 4, radians(30), 5e-6)
    np.testing.assert_allclose(found.force_x.to("N").m, plain.force_x, rtol=1e-12)
    assert found.peak_torque.to("N*m").m == pytest.approx(plain.peak_torque, rel=1e-12)
    with pytest.raises(InputError, match="tangential_cutting"):
        milling_force_curves(LinearCoefficients("1800 mm", 0, 0), "0.1 mm", "2 mm", "0 deg", "90 deg", "10 mm", 4)
    with pytest.raises(InputError, match="leaves by 180"):
        milling_force_curves(law, "0.1 mm", "2 mm", "90 deg", "200 deg", "10 mm", 4)
    with pytest.raises(InputError, match="LinearCoefficients or"):
        milling_force_curves("steel", "0.1 mm", "2 mm", "0 deg", "90 deg", "10 mm", 4)

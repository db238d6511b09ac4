"""Force, torque and power: they close on each other, and Kienzle on the mean chip errs as far as it is said to."""

from __future__ import annotations

from math import pi, radians, sin

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

import chipload as cl
from chipload import cutting
from chipload.errors import InputError

DIAMETERS = st.floats(1e-3, 0.3)
DEPTHS = st.floats(1e-5, 0.1)
FEEDS = st.floats(1e-5, 1e-3)
STRESSES = st.floats(1e8, 1e10)
SPEEDS = st.floats(0.05, 50.0)
TEETH = st.integers(1, 20)
EDGES = st.floats(np.radians(10), np.radians(90))
EXPONENTS = st.floats(0.0, 0.5)


@given(st.floats(1.0, 1e5), st.floats(0.1, 1000.0), DIAMETERS)
def test_torque_times_angular_speed_and_force_times_speed_are_the_power(
    power: float, turns: float, diameter: float
) -> None:
    torque = cutting.spindle_torque.si(power, turns)
    assert torque * 2 * pi * turns == pytest.approx(power, rel=1e-12, abs=0)
    speed = cutting.cutting_speed.si(turns, diameter)
    force = cutting.tangential_force.si(power, speed)
    assert cutting.cutting_power.si(force, speed) == pytest.approx(power, rel=1e-12, abs=0)
    assert force * diameter / 2 == pytest.approx(torque, rel=1e-12, abs=0)


@given(STRESSES, FEEDS, TEETH, DEPTHS, st.floats(1e-3, 1.0), DIAMETERS, SPEEDS, EDGES)
def test_milling_closes(
    kc: float, feed: float, teeth: int, depth: float, share: float, diameter: float, speed: float, edge: float
) -> None:
    """Force on a tooth, times teeth in cut, times speed, is the power from the removal rate."""
    width = share * diameter
    turns = cutting.spindle_speed.si(speed, diameter)
    rate = cutting.feed_rate.si(feed, teeth, turns)
    chip = cutting.mean_chip_thickness.si(feed, width, diameter, edge)
    force = cutting.tooth_force.si(kc, chip, depth, edge)
    in_cut = cutting.teeth_in_cut.si(teeth, cutting.engagement_angle.si(width, diameter))
    power = cutting.milling_power.si(kc, depth, width, rate)
    assert force * in_cut * speed == pytest.approx(power, rel=1e-9, abs=0)
    assert power == pytest.approx(kc * cutting.milling_removal_rate.si(depth, width, rate), rel=1e-12, abs=0)
    assert cutting.tangential_force.si(power, speed) == pytest.approx(force * in_cut, rel=1e-9, abs=0)
    torque = cutting.milling_torque.si(kc, depth, width, feed, teeth)
    assert torque == pytest.approx(force * in_cut * diameter / 2, rel=1e-9, abs=0)
    assert cutting.spindle_torque.si(power, turns) == pytest.approx(torque, rel=1e-12, abs=0)


@given(STRESSES, FEEDS, DEPTHS, SPEEDS)
def test_turning_closes(kc: float, feed: float, depth: float, speed: float) -> None:
    force = cutting.turning_force.si(kc, feed, depth)
    power = cutting.cutting_power.si(force, speed)
    assert power == pytest.approx(kc * cutting.turning_removal_rate.si(speed, feed, depth), rel=1e-12, abs=0)


@given(STRESSES, FEEDS, DIAMETERS, st.floats(0.1, 1000.0))
def test_drilling_closes(kc: float, feed: float, diameter: float, turns: float) -> None:
    torque = cutting.drilling_torque.si(kc, feed, diameter)
    rate = cutting.axial_feed_rate.si(feed, turns)
    power = cutting.drilling_power.si(kc, diameter, rate)
    assert torque * 2 * pi * turns == pytest.approx(power, rel=1e-9, abs=0)
    assert power == pytest.approx(kc * cutting.drilling_removal_rate.si(diameter, rate), rel=1e-12, abs=0)


@given(STRESSES, FEEDS, DIAMETERS)
def test_drilling_torque_is_the_moment_of_two_edges(kc: float, feed: float, diameter: float) -> None:
    """Each edge takes half the feed; its force acts from the axis to the radius."""
    moment, _ = quad(lambda r: 2 * kc * feed / 2 * r, 0.0, diameter / 2, epsabs=0, epsrel=1e-12)
    assert cutting.drilling_torque.si(kc, feed, diameter) == pytest.approx(moment, rel=1e-9, abs=0)


@given(st.floats(1e-5, 2e-3), st.floats(1.001, 10.0), STRESSES, st.floats(0.01, 0.5))
def test_a_thicker_chip_has_a_lower_specific_force(chip: float, more: float, kc11: float, mc: float) -> None:
    thin = cutting.specific_cutting_force.si(chip, kc11, mc)
    thick = cutting.specific_cutting_force.si(chip * more, kc11, mc)
    assert thick < thin
    assert thin / thick == pytest.approx(more**mc, rel=1e-12, abs=0)
    assert thick * more > thin  # but it takes more force


@given(STRESSES, EXPONENTS)
def test_at_one_millimetre_it_is_the_tabulated_value(kc11: float, mc: float) -> None:
    assert cutting.specific_cutting_force.si(1e-3, kc11, mc) == pytest.approx(kc11, rel=1e-14, abs=0)


def test_specific_force_by_hand() -> None:
    """1700 MPa, mc 0.25 at 0.0625 mm: the fourth root of 16 is 2."""
    assert cutting.specific_cutting_force("0.0625 mm", "1700 MPa", 0.25).magnitude == pytest.approx(
        3400.0, rel=1e-13, abs=0
    )
    worn = cutting.specific_cutting_force("0.0625 mm", "1700 MPa", 0.25, rake_factor=0.9, wear_factor=1.3)
    assert worn.magnitude == pytest.approx(3400 * 0.9 * 1.3, rel=1e-13, abs=0)


# kc11 1700 MPa, mc 0.25, ap 2 mm, fz 0.1 mm, 4 teeth, D 10 mm: mean sum of the tangential forces of all teeth
@pytest.mark.parametrize(
    ("width", "true", "on_the_mean", "bias"), [(10e-3, 836.3, 861.8, 0.030), (1e-3, 99.25, 103.10, 0.039)]
)
def test_bias_of_kienzle_on_the_mean_chip(width: float, true: float, on_the_mean: float, bias: float) -> None:
    kc11, mc, depth, feed, teeth, diameter = 1.7e9, 0.25, 2e-3, 1e-4, 4, 10e-3
    arc = cutting.engagement_angle.si(width, diameter)
    in_cut = cutting.teeth_in_cut.si(teeth, arc)

    def force_at(theta: float) -> float:
        chip = feed * sin(theta)
        return cutting.specific_cutting_force.si(chip, kc11, mc) * chip * depth if chip > 0 else 0.0

    integral, _ = quad(force_at, 0.0, arc, epsabs=0, epsrel=1e-10)
    chip = cutting.mean_chip_thickness.si(feed, width, diameter)
    simple = cutting.tooth_force.si(cutting.specific_cutting_force.si(chip, kc11, mc), chip, depth) * in_cut
    mean = integral / arc * in_cut
    assert mean == pytest.approx(true, abs=0.05 if true > 100 else 0.005)
    assert simple == pytest.approx(on_the_mean, abs=0.05 if on_the_mean > 110 else 0.005)
    # the printed per cent come from the printed forces: 861.8 / 836.3 is 1.0305
    assert simple / mean - 1 == pytest.approx(bias, abs=6e-4)


@given(st.floats(1e-3, 1.0), EXPONENTS)
def test_the_mean_chip_is_on_the_safe_side(share: float, mc: float) -> None:
    diameter, feed = 10e-3, 1e-4
    arc = cutting.engagement_angle.si(share * diameter, diameter)
    true, _ = quad(lambda theta: (feed * sin(theta)) ** (1 - mc), 0.0, arc, epsabs=0, epsrel=1e-10)
    chip = cutting.mean_chip_thickness.si(feed, share * diameter, diameter)
    assert chip ** (1 - mc) >= true / arc * (1 - 1e-9)


def test_rake_factor() -> None:
    assert cutting.rake_factor("10 deg").magnitude == pytest.approx(0.9, rel=1e-14, abs=0)
    assert cutting.rake_factor("-6 deg").magnitude == pytest.approx(1.06, rel=1e-14, abs=0)
    assert cutting.rake_factor("6 deg", "6 deg").magnitude == pytest.approx(1.0, rel=1e-14, abs=0)
    with pytest.raises(InputError, match="60 degrees"):
        cutting.rake_factor("30 deg", "-31 deg")


def test_chip_of_turning_and_drilling() -> None:
    assert cutting.turning_chip_thickness("0.2 mm", "30 deg").magnitude == pytest.approx(0.1, rel=1e-14, abs=0)
    assert cutting.turning_chip_thickness("0.2 mm").magnitude == pytest.approx(0.2, rel=1e-14, abs=0)
    two = cutting.drilling_chip_thickness("0.2 mm", "118 deg")
    assert two.magnitude == pytest.approx(0.1 * sin(radians(59)), rel=1e-14, abs=0)
    three = cutting.drilling_chip_thickness("0.3 mm", "118 deg", 3)
    assert three.magnitude == pytest.approx(two.magnitude, rel=1e-14, abs=0)


@given(st.floats(1.0, 1e5), st.floats(0.01, 1.0))
def test_motor_power(power: float, efficiency: float) -> None:
    assert cutting.motor_power.si(power, efficiency) * efficiency == pytest.approx(power, rel=1e-14, abs=0)


@pytest.mark.parametrize("bad", [0, 1.01, -0.5, "0 %", "110 %"])
def test_an_efficiency_that_cannot_be(bad: object) -> None:
    with pytest.raises(InputError, match="efficiency"):
        cutting.motor_power("1 kW", bad)


@pytest.mark.parametrize(("teeth", "expected"), [(0.4, 1.0), (1.0, 1.0), (2.5, 2.5)])
def test_side_force_counts_at_least_one_tooth(teeth: float, expected: float) -> None:
    found = cutting.side_force("100 N", teeth, 0.75)
    assert found.magnitude == pytest.approx(100 * expected * 1.25, rel=1e-14, abs=0)


def test_closing_through_the_public_calls() -> None:
    """The same with quantities, from the cutting speed to the torque."""
    speed, diameter = cl.Quantity(120.0, "m/min"), cl.Quantity(12.0, "mm")
    turns = cutting.spindle_speed(speed, diameter)
    rate = cutting.feed_rate("0.06 mm", 4, turns)
    chip = cutting.mean_chip_thickness("0.06 mm", "12 mm", diameter)
    kc = cutting.specific_cutting_force("0.06 mm", "1700 MPa", 0.25)
    power = cutting.milling_power(kc, "6 mm", "12 mm", rate)
    torque = cutting.spindle_torque(power, turns)
    per_tooth = cutting.tooth_force(kc, chip, "6 mm")
    in_cut = cutting.teeth_in_cut(4, cutting.engagement_angle("12 mm", diameter))
    assert (per_tooth * in_cut * diameter / 2).to("N*m").magnitude == pytest.approx(torque.magnitude, rel=1e-12, abs=0)
    assert (torque * turns).to("kW").magnitude == pytest.approx(power.magnitude, rel=1e-12, abs=0)

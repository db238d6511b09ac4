"""Drilling: the handbook's table of the chisel edge, its metric form, and geometry."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import cutting
from chipload.errors import InputError, ValidityWarning


def test_the_metric_form_of_the_handbook_gives_the_same() -> None:
    """Printed with rounded constants for millimetres and newtons; within 1.6 % of the one for inches."""
    factor, feed, diameter, wear = 24000.0, 0.2032, 22.225, 1.30
    a, b, j = 1.085, 1.355, 0.030
    thrust = 0.05 * factor * feed**0.8 * diameter**0.8 * b * wear + 0.007 * factor * diameter**2 * j * wear
    torque = 2.5e-5 * factor * feed**0.8 * diameter**1.8 * a * wear
    inch = {"work_material_factor": "24000 psi", "feed_per_rev": "0.2032 mm/rev", "diameter": "22.225 mm"}
    found = cutting.shaw_oxford_thrust(**inch, thrust_coefficient=b, web_coefficient=j, wear_factor=wear)
    assert found.m == pytest.approx(thrust, rel=0.016)
    assert cutting.shaw_oxford_torque(**inch, torque_coefficient=a, wear_factor=wear).m == pytest.approx(
        torque, rel=0.016
    )


def test_printed_coefficients_of_the_standard_point() -> None:
    found = cutting.chisel_coefficients(0.18)
    assert found.torque_coefficient.m == pytest.approx(1.085, rel=0.009)
    assert found.thrust_coefficient.m == pytest.approx(1.355, rel=0.009)


def test_a_split_point_takes_away_four_tenths_of_the_thrust() -> None:
    cut = {
        "work_material_factor": "24000 psi",
        "feed_per_rev": "0.008 in/rev",
        "diameter": "0.875 in",
        "wear_factor": 1.3,
    }
    split = cutting.chisel_coefficients(0.03)
    standard = cutting.shaw_oxford_thrust(**cut, thrust_coefficient=1.355, web_coefficient=0.030)
    found = cutting.shaw_oxford_thrust(
        **cut, thrust_coefficient=split.thrust_coefficient, web_coefficient=split.web_coefficient
    )
    assert (found / standard).to("").m == pytest.approx(0.57, abs=0.01)


def test_a_chisel_edge_outside_the_table_warns() -> None:
    with pytest.warns(ValidityWarning):
        cutting.chisel_coefficients(0.5)


@given(st.floats(1e-3, 0.1), st.floats(0.01, 0.99))
def test_enlarging_in_two_steps_is_one_hole(diameter: float, share: float) -> None:
    middle = share * diameter
    torque = cutting.enlarging_torque.si(2e9, 2e-4, diameter, middle) + cutting.drilling_torque.si(2e9, 2e-4, middle)
    assert torque == pytest.approx(cutting.drilling_torque.si(2e9, 2e-4, diameter), rel=1e-12, abs=0)
    rate = cutting.enlarging_removal_rate.si(diameter, middle, 0.01) + cutting.drilling_removal_rate.si(middle, 0.01)
    assert rate == pytest.approx(cutting.drilling_removal_rate.si(diameter, 0.01), rel=1e-12, abs=0)


@given(st.floats(1e-3, 0.1), st.floats(0.0, 0.99), st.floats(1.0, 200.0))
def test_the_power_of_enlarging_is_its_torque_at_the_speed(diameter: float, share: float, speed: float) -> None:
    ring = diameter, share * diameter
    power = cutting.enlarging_power.si(2e9, *ring, 2e-4 * speed)
    torque = cutting.enlarging_torque.si(2e9, 2e-4, *ring)
    assert power == pytest.approx(torque * 2 * np.pi * speed, rel=1e-12, abs=0)


def test_the_power_of_enlarging_from_nothing_is_that_of_drilling() -> None:
    # Iscar, drilling guide: 8.07 kW at an efficiency of 0.75
    power = cutting.enlarging_power("2200 MPa", "22 mm", "0 mm", "434 mm/min")
    assert cutting.motor_power(power, 0.75).m == pytest.approx(8.07, abs=0.005)


def test_a_hole_larger_than_the_tool_is_refused() -> None:
    with pytest.raises(InputError, match="larger"):
        cutting.enlarging_torque("2200 MPa", "0.15 mm/rev", "10 mm", "12 mm")


def test_a_tip_held_in_its_hole_buckles_eight_times_later() -> None:
    rod = ("3 mm", "60 mm", 0.6, "210 GPa")
    ratio = cutting.drill_buckling_load(*rod, 0.7) / cutting.drill_buckling_load(*rod, 2.0)
    assert ratio.to("").m == pytest.approx((2.0 / 0.7) ** 2, rel=1e-12)


def test_the_buckling_load_by_finite_differences() -> None:
    """Least eigenvalue of the clamped and free column, half of a pinned one of twice the length."""
    count, length, stiffness = 800, 0.06, 210e9 * pi * (0.6 * 3e-3) ** 4 / 64
    step = 2 * length / count
    matrix = (2 * np.eye(count - 1) - np.eye(count - 1, k=1) - np.eye(count - 1, k=-1)) / step**2
    least = stiffness * np.linalg.eigvalsh(matrix)[0]
    assert cutting.drill_buckling_load.si(3e-3, length, 0.6, 210e9, 2.0) == pytest.approx(least, rel=1e-5)


def test_points_and_countersinks_are_cones() -> None:
    assert cutting.drill_point_length("10 mm", "90 deg").m == pytest.approx(5.0, rel=1e-12)
    assert cutting.drill_point_length("10 mm", "180 deg").m == pytest.approx(0.0, abs=1e-12)
    spot = cutting.countersink_depth("8 mm", "0 mm", "118 deg")
    assert spot.m == pytest.approx(cutting.drill_point_length("8 mm", "118 deg").m, rel=1e-12)
    with pytest.raises(InputError, match="wider"):
        cutting.countersink_depth("5 mm", "6 mm", "90 deg")


@pytest.mark.parametrize("angle", ["-118 deg", "0 deg", "181 deg", "400 deg"])
def test_a_point_angle_that_cannot_be(angle: str) -> None:
    with pytest.raises(InputError, match="a point angle is more than 0 and at most 180"):
        cutting.drilling_chip_thickness("0.2 mm/rev", angle)
    with pytest.raises(InputError, match="a point angle is more than 0 and at most 180"):
        cutting.drilling_feed_force(0.5, "2200 MPa", "0.15 mm/rev", "12 mm", angle)
    with pytest.raises(InputError, match="a point angle is more than 0 and at most 180"):
        cutting.enlarging_feed_force(0.5, "2200 MPa", "0.15 mm/rev", "12 mm", "6 mm", angle)


@pytest.mark.parametrize("tenths", range(1, 301))
def test_the_steps_of_a_deep_hole_are_where_the_table_has_them(tenths: int) -> None:
    """Three and four diameters on the spot, whatever the conversion to metres leaves on the last digit."""
    diameter = f"{tenths / 10:.1f} mm"
    three, four = (f"{tenths * times / 10:.1f} mm" for times in (3, 4))
    assert cutting.deep_hole_speed_factor(three, diameter).m == pytest.approx(0.9, rel=1e-9)
    assert cutting.deep_hole_feed_factor(three, diameter).m == 0.9
    assert cutting.deep_hole_feed_factor(four, diameter).m == 0.9
    assert cutting.deep_hole_speed_factor(f"{tenths * 2.99 / 10:.4f} mm", diameter).m == 1.0

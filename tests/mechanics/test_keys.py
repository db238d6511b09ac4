"""Keys, splines, pins and shafts: what each carries gives the torque back."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.mechanics import (
    combined_shaft_stress,
    coupling_bolt_shear_stress,
    cross_pin_shear_stress,
    fluctuating_shaft_diameter,
    key_length,
    key_stress,
    pin_bearing_stress,
    pin_shear_stress,
    spline_bearing_stress,
)

TORQUES = st.floats(1.0, 1e5)
SIZES = st.floats(1e-3, 0.2)


@given(torque=TORQUES, shaft=SIZES, width=SIZES, height=SIZES, length=SIZES)
def test_a_key_balances_the_torque(torque: float, shaft: float, width: float, height: float, length: float) -> None:
    found = key_stress.si(torque, shaft, width, height, length)
    assert found.key_shear_stress * width * length * shaft / 2 == pytest.approx(torque, rel=1e-12)
    assert found.key_bearing_stress * height / 2 * length * shaft / 2 == pytest.approx(torque, rel=1e-12)


@given(torque=TORQUES, shaft=SIZES, width=SIZES, height=SIZES, shear=st.floats(1e6, 1e8), bearing=st.floats(1e6, 3e8))
def test_the_length_meets_the_harder_of_two_limits(
    torque: float, shaft: float, width: float, height: float, shear: float, bearing: float
) -> None:
    length = key_length.si(torque, shaft, width, height, shear, bearing)
    found = key_stress.si(torque, shaft, width, height, length)
    used = max(found.key_shear_stress / shear, found.key_bearing_stress / bearing)
    assert used == pytest.approx(1, rel=1e-9)


@given(torque=TORQUES, size=SIZES, radius=SIZES)
def test_splines_pins_and_bolts_balance_the_torque(torque: float, size: float, radius: float) -> None:
    spline = spline_bearing_stress.si(torque, 8.0, size, 0.05, radius, 0.75)
    assert spline * 0.75 * 8 * size * 0.05 * radius == pytest.approx(torque, rel=1e-12)
    pin = cross_pin_shear_stress.si(torque, size, 2 * radius)
    assert 2 * pin * pi * size**2 / 4 * radius == pytest.approx(torque, rel=1e-12)
    bolts = coupling_bolt_shear_stress.si(torque, size, 2 * radius, 6.0)
    assert 6 * bolts * pi * size**2 / 4 * radius == pytest.approx(torque, rel=1e-12)
    single, double = (pin_shear_stress.si(torque, size, planes) for planes in (1.0, 2.0))
    assert single == pytest.approx(2 * double, rel=1e-12)
    assert pin_bearing_stress.si(torque, size, radius) * size * radius == pytest.approx(torque, rel=1e-12)


@given(moment=TORQUES, torque=TORQUES, safety=st.floats(1.0, 5.0))
def test_a_steady_load_leaves_the_distortion_energy(moment: float, torque: float, safety: float) -> None:
    diameter = fluctuating_shaft_diameter.si(moment, 0.0, torque, 0.0, 400e6, 150e6, safety)
    assert combined_shaft_stress.si(0.0, moment, torque, diameter).von_mises_stress == pytest.approx(
        400e6 / safety, rel=1e-9
    )
    reversed_only = fluctuating_shaft_diameter.si(0.0, moment, 0.0, torque, 400e6, 150e6, safety)
    assert combined_shaft_stress.si(0.0, moment, torque, reversed_only).von_mises_stress == pytest.approx(
        150e6 / safety, rel=1e-9
    )

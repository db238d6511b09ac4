"""Masses of shapes against volumes integrated in slices, and against each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload.errors import InputError
from chipload.mechanics import (
    ball_mass,
    hexagon_bar_mass,
    plate_mass,
    ring_mass,
    round_bar_mass,
    square_bar_mass,
    tube_mass,
)

SIZE = st.floats(1e-3, 1.0)


@given(SIZE)
def test_a_ball_in_slices(diameter: float) -> None:
    radius = diameter / 2
    volume, _ = quad(lambda z: np.pi * (radius**2 - z**2), -radius, radius)
    assert ball_mass.si(diameter, 7850.0) == pytest.approx(7850 * volume, rel=1e-9)


@given(SIZE, st.floats(0.01, 0.49), SIZE)
def test_a_tube_is_a_bar_without_its_bore(outside: float, share: float, length: float) -> None:
    wall = share * outside
    bore = outside - 2 * wall
    expected = round_bar_mass.si(outside, length, 2700.0) - round_bar_mass.si(bore, length, 2700.0)
    assert tube_mass.si(outside, wall, length, 2700.0) == pytest.approx(expected, rel=1e-9)
    assert ring_mass.si(outside, bore, length, 2700.0) == pytest.approx(expected, rel=1e-9)


@given(SIZE, SIZE)
def test_bars_within_their_rounds(flats: float, length: float) -> None:
    """A hexagon is six triangles; round, hexagon and square on the same flats follow in weight."""
    triangle = flats / 2 * (flats / 2 * np.tan(np.pi / 6))
    hexagon = hexagon_bar_mass.si(flats, length, 7850.0)
    assert hexagon == pytest.approx(6 * triangle * length * 7850, rel=1e-12)
    assert round_bar_mass.si(flats, length, 7850.0) < hexagon < square_bar_mass.si(flats, length, 7850.0)
    assert plate_mass.si(length, flats, flats, 7850.0) == pytest.approx(square_bar_mass.si(flats, length, 7850.0))


def test_walls_and_bores_that_cannot_be() -> None:
    with pytest.raises(InputError, match="bore"):
        tube_mass("20 mm", "11 mm", "1 m", "7.85 g/cm**3")
    with pytest.raises(InputError, match="exchange"):
        ring_mass("20 mm", "30 mm", "5 mm", "7.85 g/cm**3")

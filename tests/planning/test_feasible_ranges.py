"""Ranges of an optimum: what is read back from a quantity stays inside, as near as a change of units allows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload.planning.feasible import Range
from chipload.units import kinds, to_kernel


@given(st.floats(0.1, 20))
def test_a_range_of_a_single_value_ends_at_its_nearest_quantity(speed: float) -> None:
    one = Range("cutting_speed", kinds.CUTTING_SPEED, speed, speed)
    read = to_kernel(kinds.CUTTING_SPEED, one.quantity(speed), "cutting_speed")
    assert float(read) == pytest.approx(speed, rel=4e-16, abs=0)


@given(st.floats(0.1, 20))
def test_the_ends_of_a_range_read_back_inside(speed: float) -> None:
    one = Range("cutting_speed", kinds.CUTTING_SPEED, speed, math.nextafter(math.nextafter(speed, 99), 99))
    for end in (one.low, one.high):
        assert one.low <= float(to_kernel(kinds.CUTTING_SPEED, one.quantity(end), "cutting_speed")) <= one.high

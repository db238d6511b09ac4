"""Tool life: tests give themselves back, and life falls with speed."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chipload import cutting
from chipload.errors import InputError

SPEEDS = st.floats(0.05, 20.0)
LIVES = st.floats(10.0, 1e5)
EXPONENTS = st.floats(0.08, 0.9)


@given(SPEEDS, st.floats(1.05, 5.0), LIVES, st.floats(1.05, 50.0))
def test_the_law_through_two_tests_returns_both(speed: float, faster: float, life: float, shorter: float) -> None:
    second, second_life = speed * faster, life / shorter
    exponent = cutting.taylor_exponent.si(speed, life, second, second_life)
    for v, t in ((speed, life), (second, second_life)):
        assert cutting.taylor_life.si(v, speed, life, exponent) == pytest.approx(t, rel=1e-9, abs=0)
        constant = cutting.taylor_constant.si(v, t, exponent)
        assert cutting.taylor_life_from_constant.si(speed, constant, exponent) == pytest.approx(life, rel=1e-9, abs=0)


@given(SPEEDS, SPEEDS, LIVES, EXPONENTS)
def test_speed_for_a_life_and_life_at_a_speed_undo_each_other(
    speed: float, reference: float, life: float, exponent: float
) -> None:
    found = cutting.taylor_life.si(speed, reference, life, exponent)
    assume(1e-6 < found < 1e12)
    assert cutting.taylor_speed.si(found, reference, life, exponent) == pytest.approx(speed, rel=1e-9, abs=0)


@given(SPEEDS, st.floats(1.001, 3.0), LIVES, EXPONENTS)
def test_life_falls_with_speed(speed: float, ratio: float, life: float, exponent: float) -> None:
    assert cutting.taylor_life.si(speed * ratio, speed, life, exponent) < life


@given(SPEEDS, SPEEDS, LIVES, EXPONENTS, st.floats(0, 1), st.floats(0, 1))
def test_feed_and_depth_of_the_reference_leave_the_plain_law(
    speed: float, reference: float, life: float, exponent: float, b: float, c: float
) -> None:
    extended = cutting.extended_taylor_life.si(speed, 2e-4, 2e-3, reference, 2e-4, 2e-3, life, exponent, b, c)
    assert extended == pytest.approx(cutting.taylor_life.si(speed, reference, life, exponent), rel=1e-12, abs=0)


def test_an_edge_in_cut_all_the_time_lasts_as_in_turning() -> None:
    share = cutting.in_cut_share("360 deg").m
    assert share == 1.0
    turning, milling = (
        cutting.interrupted_cut_life("15 min", 0.25, life_data=data).m for data in ("turning", "milling")
    )
    assert (turning, milling) == (60.0, 15.0)
    assert cutting.in_cut_share.si(pi) == 0.5


@pytest.mark.parametrize("angle", ["0 deg", "-10 deg", "361 deg"])
def test_an_edge_is_in_cut_for_a_part_of_a_turn(angle: str) -> None:
    with pytest.raises(InputError, match="whole turn"):
        cutting.in_cut_share(angle)


def test_tests_that_contradict_the_law() -> None:
    for second in (("35 m/min", "95 min"), ("25 m/min", "90 min"), ("20 m/min", "80 min")):
        with pytest.raises(InputError, match="shorter life"):
            cutting.taylor_exponent("25 m/min", "90 min", *second)


def test_wear_limits() -> None:
    with pytest.raises(InputError, match="running in"):
        cutting.wear_limited_life("0.1 mm", "0.1 mm", "10 um/min")
    with pytest.raises(InputError, match="some time"):
        cutting.parts_per_edge("15 min", "0 s")


def test_a_life_out_of_all_range_is_infinite() -> None:
    assert np.isinf(cutting.taylor_life.si(0.1, 10.0, 60.0, 1e-3))

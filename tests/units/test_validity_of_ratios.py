"""A range of validity about a ratio of two arguments warns as one about an argument does."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

import chipload as cl
from chipload.errors import ValidityWarning
from chipload.units import working


def test_it_names_the_ratio_the_range_and_the_way_out() -> None:
    with pytest.warns(ValidityWarning) as caught:
        cl.cutting.taylor_life("100 m/min", "20 m/min", "60 min", 0.25)
    (said,) = caught
    assert "cutting speed over reference speed 5.000 is outside the range from 0.500 to 2.000" in str(said.message)
    assert "take a reference nearer" in str(said.message)


def test_within_the_range_nothing_is_said() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cl.cutting.taylor_life(cl.Quantity([20.0, 40.0], "m/min"), "40 m/min", "60 min", 0.25)


def test_one_bad_point_of_a_long_array_is_seen() -> None:
    speeds = np.full(200_000, 40.0)
    speeds[123_456] = 100.0
    with pytest.warns(ValidityWarning, match="reference speed 1.000 … 2.500 is outside"):
        cl.cutting.taylor_life(cl.Quantity(speeds, "m/min"), "40 m/min", "60 min", 0.25)


def test_the_working_says_it_too() -> None:
    with working() as steps, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cl.cutting.taylor_life("100 m/min", "20 m/min", "60 min", 0.25)
    assert any("over reference speed" in note for step in steps.steps for note in step.notes)


def test_a_refusal_comes_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(cl.errors.InputError, match="turned_ra"):
            cl.finish.turned_ra("1.7 mm/rev", "0.8 mm")


@pytest.mark.parametrize("tenths", range(1, 301))
def test_the_end_of_the_range_is_in_it(tenths: int) -> None:
    """Six diameters are within six diameters, whatever the conversion to metres leaves on the last digit."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cl.cutting.deep_hole_feed_factor(f"{tenths * 6 / 10:.1f} mm", f"{tenths / 10:.1f} mm")
    with pytest.warns(ValidityWarning, match="depth over diameter"):
        cl.cutting.deep_hole_feed_factor(f"{tenths * 6.001 / 10:.5f} mm", f"{tenths / 10:.1f} mm")

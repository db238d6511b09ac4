"""Conversions against sampled profiles, grades against the table, and roughness in both systems of units."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.finish import (
    ball_surface_rz,
    cusp_ra,
    grade_ra,
    ideal_ra,
    ideal_rq,
    ordinates_ra,
    ordinates_rq,
    roughness_grade,
    rz_band,
    scallop_height,
)

X = (np.arange(400_000) + 0.5) / 400_000
SHAPES = {"triangle": 1 - np.abs(2 * X - 1), "cusp": (2 * X - 1) ** 2, "sine": (1 + np.sin(2 * np.pi * X)) / 2}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_factors(shape: Any) -> None:
    profile = SHAPES[shape] - SHAPES[shape].mean()
    assert ideal_ra.si(1.0, shape=shape) == pytest.approx(ordinates_ra(profile), rel=1e-8, abs=0)
    assert ideal_rq.si(1.0, shape=shape) == pytest.approx(ordinates_rq(profile), rel=1e-8, abs=0)


def test_the_cusp_is_the_row_of_parabolas() -> None:
    assert ideal_ra("8 um", shape="cusp").magnitude == pytest.approx(cusp_ra("8 um").magnitude, rel=1e-15, abs=0)


def test_height_from_ra() -> None:
    found = ideal_ra.solve_for("roughness_rz", ideal_ra="1.6 um", shape="triangle")
    assert found.magnitude == pytest.approx(6.4, rel=1e-12, abs=0)


def test_ordinates_of_a_textbook() -> None:
    """P. C. Sharma, A Textbook of Production Engineering, Example 11.2, p. 436: Ra 0.23 and Rq 0.248 um."""
    heights = np.array([0.15, 0.25, 0.35, 0.25, 0.3, 0.15, 0.1, 0.3, 0.35, 0.1])
    assert ordinates_ra(heights) == pytest.approx(0.23, rel=0.003, abs=0)
    assert ordinates_rq(heights) == pytest.approx(0.248, rel=0.003, abs=0)
    with_unit = cl.Quantity(heights, "um")
    assert ordinates_ra(with_unit).to("um").magnitude == pytest.approx(0.23, rel=1e-12, abs=0)
    assert ordinates_rq(with_unit).to("nm").magnitude == pytest.approx(248.0, rel=1e-3, abs=0)
    np.testing.assert_allclose(ordinates_ra(np.array([heights, 2 * heights])), [0.23, 0.46], rtol=1e-12)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=50))
def test_the_root_mean_square_is_not_below_the_mean(heights: list[float]) -> None:
    assert ordinates_ra(np.array(heights)) <= ordinates_rq(np.array(heights)) * (1 + 1e-9) + 1e-150


@pytest.mark.parametrize("grade", range(1, 13))
def test_a_grade_and_its_value(grade: int) -> None:
    value = grade_ra(grade)
    assert roughness_grade(value).magnitude == grade
    assert roughness_grade(value * 0.9).magnitude == grade
    if grade < 12:
        assert roughness_grade(value * 1.1).magnitude == grade + 1
    assert value.to("um").magnitude == pytest.approx(0.025 * 2 ** (grade - 1), rel=0.025, abs=0)


def test_no_grade() -> None:
    assert roughness_grade("0 um").magnitude == 1
    with pytest.raises(InputError, match="N12"):
        roughness_grade("60 um")
    with pytest.raises(InputError, match="N1 to N12"):
        grade_ra(13)


def test_band() -> None:
    found = rz_band("1.6 um", 4, 7)
    assert (found.lowest_rz.magnitude, found.highest_rz.magnitude) == pytest.approx((6.4, 11.2), rel=1e-12, abs=0)
    with pytest.raises(InputError, match="lowest_ratio"):
        rz_band("1.6 um", 7, 4)


def test_microinches() -> None:
    assert cusp_ra("250 uin").to("microinch").magnitude == pytest.approx(64.15, abs=0.005)
    assert cusp_ra("6.35 um").magnitude == pytest.approx(cusp_ra("250 microinch").magnitude, rel=1e-12, abs=0)


@given(st.floats(0.01, 1), st.floats(0.01, 1), st.floats(2, 20), st.floats(0, 1))
def test_peaks_between_balls(across: float, along: float, diameter: float, out_of_step: float) -> None:
    """No point of the flat is farther from a ball than half the diagonal, in step or out of it."""
    radius = diameter / 2
    x, y = np.meshgrid(np.linspace(0, along, 41), np.linspace(0, across, 41))
    near = np.full(x.shape, np.inf)
    for row in (0, 1):
        for step in range(-2, 4):
            near = np.minimum(near, (x - (step + row * out_of_step) * along) ** 2 + (y - row * across) ** 2)
    sampled = radius - np.sqrt(radius**2 - near.max())
    found = ball_surface_rz.si(across, along, diameter)
    assert sampled <= found * (1 + 1e-9)
    in_step = radius - np.sqrt(radius**2 - (across**2 + along**2) / 4)
    assert found == pytest.approx(in_step, rel=1e-6, abs=1e-12)


@given(st.floats(0.01, 0.5), st.floats(0.01, 0.5), st.floats(5, 20))
def test_the_two_scallops_add(across: float, along: float, diameter: float) -> None:
    total = scallop_height.si(across, diameter) + scallop_height.si(along, diameter)
    assert ball_surface_rz.si(across, along, diameter) == pytest.approx(total, rel=0.01, abs=0)
    assert ball_surface_rz.si(across, along, diameter) >= total

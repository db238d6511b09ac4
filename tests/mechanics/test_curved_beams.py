"""Curved beams by quadrature of the section: neutral radius, equilibrium of the stress, and the straight limit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from chipload import mechanics as m
from chipload.errors import InputError

MOMENT, FORCE = 700.0, 4e3
Width = Callable[[float], float]


def i_width(r: float) -> float:
    return 0.06 if r < 0.05 else 0.012 if r < 0.09 else 0.04


SHAPES: dict[str, tuple[Any, Width, tuple[float, ...]]] = {
    "rectangle": (m.curved_rectangle_stress.si(MOMENT, FORCE, 0.03, 0.08, 0.05), lambda r: 0.05, (0.03, 0.08)),
    "round": (
        m.curved_round_stress.si(MOMENT, FORCE, 0.03, 0.04),
        lambda r: 2 * sqrt(max(0.02**2 - (r - 0.05) ** 2, 0)),
        (0.03, 0.05, 0.07),
    ),
    "trapezoid": (
        m.curved_trapezoid_stress.si(MOMENT, FORCE, 0.04, 0.12, 0.06, 0.02),
        lambda r: 0.06 - 0.04 * (r - 0.04) / 0.08,
        (0.04, 0.12),
    ),
    "triangle": (
        m.curved_trapezoid_stress.si(MOMENT, FORCE, 0.04, 0.12, 0.06, 0.0),
        lambda r: 0.06 - 0.06 * (r - 0.04) / 0.08,
        (0.04, 0.12),
    ),
    "i": (
        m.curved_i_section_stress.si(MOMENT, FORCE, 0.04, 0.1, 0.06, 0.01, 0.012, 0.04, 0.01),
        i_width,
        (0.04, 0.05, 0.09, 0.1),
    ),
    "t": (
        m.curved_i_section_stress.si(MOMENT, FORCE, 0.04, 0.1, 0.06, 0.01, 0.012, 0.012, 0.0),
        lambda r: 0.06 if r < 0.05 else 0.012,
        (0.04, 0.05, 0.1),
    ),
}


def integral(function: Width, ends: tuple[float, ...]) -> float:
    return sum(quad(function, low, high, epsabs=0, epsrel=1e-11)[0] for low, high in pairwise(ends))


@pytest.mark.parametrize("name", SHAPES)
def test_neutral_radius_and_equilibrium_by_quadrature(name: str) -> None:
    found, width, ends = SHAPES[name]
    area = integral(width, ends)
    centroid = integral(lambda r: r * width(r), ends) / area
    neutral = area / integral(lambda r: width(r) / r, ends)
    assert found.centroid_radius == pytest.approx(centroid, rel=1e-9)
    assert found.neutral_radius == pytest.approx(neutral, rel=1e-9)

    def stress(r: float) -> float:
        return m.curved_beam_stress.si(MOMENT, FORCE, area, centroid, neutral, r)

    assert stress(ends[0]) == pytest.approx(found.inner_stress, rel=1e-6)
    assert stress(ends[-1]) == pytest.approx(found.outer_stress, rel=1e-6)
    assert integral(lambda r: stress(r) * width(r), ends) == pytest.approx(FORCE, rel=1e-6)
    # tension inside straightens: the moment is counted positive towards the centre of curvature
    assert integral(lambda r: stress(r) * width(r) * (centroid - r), ends) == pytest.approx(MOMENT, rel=1e-6)


def test_a_gentle_curve_bends_as_a_straight_beam() -> None:
    height = 0.02
    found = m.curved_rectangle_stress.si(MOMENT, 0.0, 20.0, 20.0 + height, 0.03)
    straight = MOMENT / m.rectangle_section_modulus.si(0.03, height)
    assert found.inner_stress == pytest.approx(straight, rel=1e-3)
    assert found.outer_stress == pytest.approx(-straight, rel=1e-3)
    ring = m.curved_round_stress.si(MOMENT, 0.0, 20.0, height)
    assert ring.inner_stress == pytest.approx(MOMENT / m.round_section_modulus.si(height), rel=1e-3)


@given(st.floats(0.005, 0.5), st.floats(0.05, 3), st.floats(0.005, 0.2), st.floats(1.0, 1e4))
def test_the_inner_side_is_worse_and_a_trapezoid_may_be_a_rectangle(
    inner: float, part: float, width: float, moment: float
) -> None:
    outer = inner * (1 + part)
    found = m.curved_rectangle_stress.si(moment, 0.0, inner, outer, width)
    assert found.inner_stress > -found.outer_stress > 0
    other = m.curved_trapezoid_stress.si(moment, 0.0, inner, outer, width, width)
    third = m.curved_i_section_stress.si(moment, 0.0, inner, outer, width, 0.3 * (outer - inner), width, width, 0.0)
    for same in (other, third):
        assert same.inner_stress == pytest.approx(found.inner_stress, rel=1e-6)
        assert same.outer_stress == pytest.approx(found.outer_stress, rel=1e-6)


def test_a_hook_is_bending_about_the_centroid_and_a_pull() -> None:
    hook = m.crane_hook_stress.si(2e4, 0.06, 0.16, 0.06, 0.03, 0.005)
    moment = 2e4 * (hook.centroid_radius + 0.005)
    same = m.curved_trapezoid_stress.si(moment, 2e4, 0.06, 0.16, 0.06, 0.03)
    assert (hook.inner_stress, hook.outer_stress) == pytest.approx((same.inner_stress, same.outer_stress), rel=1e-12)
    frame = m.c_frame_stress.si(2e4, 0.06, 0.16, 0.06, 0.1)
    plain = m.curved_rectangle_stress.si(2e4 * 0.21, 2e4, 0.06, 0.16, 0.06)
    assert frame.inner_stress == pytest.approx(plain.inner_stress, rel=1e-12)


def test_boresi_9_3_crane_hook_of_three_parts() -> None:
    """Example 9.3: area, centroid and integral of its three parts; P = 190.9 kN brings half of 500 MPa inside."""
    parts = np.array([[1658.76, 73.81, 22.64], [6100.0, 126.62, 50.57], [115.27, 186.01, 0.62]])
    area = parts[:, 0].sum()
    centroid, neutral = parts[:, 0] @ parts[:, 1] / area, area / parts[:, 2].sum()
    found = m.curved_beam_stress.si(190.9e3 * 116.37e-3, 190.9e3, area * 1e-6, centroid * 1e-3, neutral * 1e-3, 0.06)
    assert found == pytest.approx(250e6, rel=5e-3)


def test_impossible_beams_are_refused() -> None:
    with pytest.raises(InputError, match="inner radius"):
        m.curved_rectangle_stress("1 N*m", "0 N", "50 mm", "50 mm", "10 mm")
    with pytest.raises(InputError, match="flanges"):
        m.curved_i_section_stress("1 N*m", "0 N", "50 mm", "60 mm", "10 mm", "5 mm", "3 mm", "10 mm", "5 mm")
    with pytest.raises(InputError, match="neutral axis"):
        m.curved_beam_stress("1 N*m", "0 N", "1 cm**2", "50 mm", "50 mm", "40 mm")

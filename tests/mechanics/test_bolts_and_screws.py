"""Power screws and bolts: limits, identities between the formulas, and the tables of threads."""

from __future__ import annotations

from math import atan, cos, pi, radians, sin
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload import catalog
from chipload.errors import InputError
from chipload.mechanics import (
    lowering_torque,
    metric_stress_area,
    nut_factor,
    raising_torque,
    screw_efficiency,
    self_locking_friction,
    thread_stripping,
    tightening_torque,
    unified_stress_area,
)

SCREWS = {
    "diameter": st.floats(0.004, 0.2),
    "slope": st.floats(0.005, 0.5),
    "angle": st.floats(0.0, radians(60)),
    "friction": st.floats(0.02, 0.4),
}


@given(**SCREWS)
def test_work_in_is_work_out_plus_friction(diameter: float, slope: float, angle: float, friction: float) -> None:
    """Up and down a full turn, the two torques differ by the work of friction on flanks pressed as they are."""
    lead = slope * pi * diameter
    up = raising_torque.si(1.0, diameter, lead, angle, friction, 0.1, 0.0)
    lift = up * 2 * pi * screw_efficiency.si(diameter, lead, angle, friction, 0.1, 0.0)
    assert lift == pytest.approx(lead, rel=1e-12)
    # the flank in the axial plane: normal force N cos(a/2) holds load and friction along the helix
    grip = friction / cos(angle / 2)
    normal = 1 / (1 - grip * slope)
    assert up * 2 * pi == pytest.approx(lead + grip * normal * pi * diameter * (1 + slope**2), rel=1e-12)


@given(**SCREWS)
def test_a_screw_holds_above_the_self_locking_friction(
    diameter: float, slope: float, angle: float, friction: float
) -> None:
    lead = slope * pi * diameter
    limit = self_locking_friction.si(diameter, lead, angle)
    down = lowering_torque.si(1.0, diameter, lead, angle, friction, 0.1, 0.0)
    assert (down > 0) == (friction > limit) or down == pytest.approx(0, abs=1e-12)
    assert lowering_torque.si(1.0, diameter, lead, angle, limit, 0.1, 0.0) == pytest.approx(0, abs=1e-15)
    if friction > limit:
        assert screw_efficiency.si(diameter, lead, angle, friction, 0.1, 0.0) < 0.5


def test_a_square_thread_is_that_of_the_clamping_screw() -> None:
    ours = raising_torque("20 kN", "27 mm", "6 mm", "0 deg", 0.2, 0.15, "12 mm")
    assert ours.m == pytest.approx(cl.cutting.screw_torque("20 kN", "27 mm", "6 mm", 0.2, 0.15, "12 mm").m, rel=1e-13)


def test_the_nut_factor_is_the_torque_of_the_screw() -> None:
    arguments = {
        "screw_diameter": "9.026 mm", "screw_lead": "1.5 mm", "thread_angle": "60 deg", "thread_friction": 0.14,
        "collar_friction": 0.12, "collar_radius": "6.5 mm",
    }  # fmt: skip
    factor = nut_factor(nominal_diameter="10 mm", **arguments)
    torque = tightening_torque("25 kN", factor, "10 mm")
    assert torque.m == pytest.approx(raising_torque("25 kN", **arguments).m, rel=1e-13)
    assert 0.15 < factor.m < 0.25


def test_a_screw_that_jams_is_refused() -> None:
    with pytest.raises(InputError, match="jams"):
        raising_torque("1 kN", "10 mm", "100 mm", "0 deg", 0.4, 0.1, "0 mm")
    with pytest.raises(InputError, match="180"):
        lowering_torque("1 kN", "10 mm", "1 mm", "-10 deg", 0.4, 0.1, "0 mm")


@pytest.mark.parametrize(
    ("systems", "formula"),
    [({"metric coarse", "metric fine"}, metric_stress_area), ({"UNC", "UNF"}, unified_stress_area)],
)
def test_stress_areas_are_those_of_the_tables(systems: set[str], formula: Any) -> None:
    found = [one for one in catalog.default().threads.values() if one.system in systems and one.stress_area]
    assert len(found) > 35
    for thread in found:
        area = formula.si(thread.major_diameter, thread.pitch)
        assert area == pytest.approx(thread.stress_area, rel=0.003), thread.name


@pytest.mark.parametrize(
    ("diameter", "turns", "printed"),
    [
        (0.06, 80, 0.00180), (0.19, 24, 0.0175), (0.25, 20, 0.0318), (0.25, 28, 0.0364), (0.5, 13, 0.1419),
        (0.625, 11, 0.226), (0.75, 10, 0.334), (1.0, 8, 0.606), (1.5, 6, 1.405),
    ],
)  # fmt: skip
def test_unified_stress_areas_of_the_handbook(diameter: float, turns: int, printed: float) -> None:
    area = unified_stress_area(f"{diameter} in", f"{1 / turns} in").to("inch**2").m
    assert area == pytest.approx(printed, rel=0.003)


def test_engagement_of_the_handbook() -> None:
    """Two stress areas over the shear area on a unit of length, for mating parts of equal strength."""
    per_inch = cl.cutting.external_thread_shear_area("1 in", "0.207 in", "0.2127 in", "0.05 in")
    nut = cl.cutting.internal_thread_shear_area("1 in", "0.2408 in", "0.2224 in", "0.05 in")
    found = thread_stripping("0.0318 in**2", "120 ksi", "1 in", per_inch, nut, "60 ksi", "60 ksi")
    assert found.least_engagement.to("inch").m == pytest.approx(2 * 0.0318 / per_inch.to("inch**2").m, rel=1e-12)
    weak = thread_stripping("0.0318 in**2", "120 ksi", "1 in", per_inch, nut, "60 ksi", "20 ksi")
    relative = per_inch.m * 60 / (nut.m * 20)  # the handbook's J
    assert weak.least_engagement.m == pytest.approx(found.least_engagement.m * relative, rel=1e-12)


@given(st.floats(0.5, 20))
def test_at_the_least_engagement_breaking_and_stripping_coincide(length: float) -> None:
    first = thread_stripping.si(84e-6, 8e8, 0.01, 2.5e-4, 3.5e-4, 5e8, 2e8)
    scale = first.least_engagement / 0.01
    at = thread_stripping.si(84e-6, 8e8, 0.01 * scale, 2.5e-4 * scale, 3.5e-4 * scale, 5e8, 2e8)
    assert min(at.screw_stripping_load, at.nut_stripping_load) == pytest.approx(at.breaking_load, rel=1e-12)
    longer = thread_stripping.si(84e-6, 8e8, 0.01 * length, 2.5e-4 * length, 3.5e-4 * length, 5e8, 2e8)
    assert longer.least_engagement == pytest.approx(first.least_engagement, rel=1e-12)


def test_a_block_pushed_up_the_thread() -> None:
    """Unrolled, a square thread is a ramp: the push that balances load, normal force and friction, times its arm."""
    diameter, lead, friction = 0.046, 0.024, 0.15
    climb = atan(lead / (pi * diameter))
    # rows: along the push, along the load; unknowns: push and normal force
    balance = np.array([[1.0, -sin(climb) - friction * cos(climb)], [0.0, cos(climb) - friction * sin(climb)]])
    push, _ = np.linalg.solve(balance, [0.0, 1.0])
    assert raising_torque.si(1.0, diameter, lead, 0.0, friction, 0.1, 0.0) == pytest.approx(push * diameter / 2)


def test_a_strength_of_zero_is_refused() -> None:
    with pytest.raises(InputError, match="more than zero"):
        thread_stripping("84 mm**2", "0 MPa", "10 mm", "250 mm**2", "350 mm**2", "500 MPa", "200 MPa")


@pytest.mark.parametrize("place", ["10.3 mm", "33.3 mm", "123.457 mm"])
def test_bolts_at_one_point_hold_no_moment(place: str) -> None:
    """The mean of equal places is a rounding error off them; that is no lever."""
    areas = ["12.3 mm**2", "7.7 mm**2", "3.3 mm**2"]
    with pytest.raises(InputError, match="bolts at one point hold no moment"):
        cl.mechanics.bolt_group_shear([place] * 3, [place] * 3, "0 N", "1 kN", "200 mm", "0 mm", areas)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"bolt_x": [], "bolt_y": []}, "give one of each a bolt"),
        ({"force_y": ["1 kN", "2 kN"]}, "force_y: an array was given; give a single value"),
        ({"load_x": ["1 mm", "2 mm"]}, "load_x: an array was given; give a single value"),
    ],
)
def test_a_bolt_group_that_cannot_be_read(change: dict[str, Any], words: str) -> None:
    group = {
        "bolt_x": ["0 mm", "50 mm"], "bolt_y": ["0 mm", "0 mm"], "force_x": "0 N", "force_y": "1 kN",
        "load_x": "200 mm", "load_y": "0 mm",
    }  # fmt: skip
    with pytest.raises(InputError, match=words):
        cl.mechanics.bolt_group_shear(**{**group, **change})

"""One spindle speed, one feed: every spelling gives every formula that takes it the same answer.

The expected numbers are worked out by hand beside each formula, so that a factor of 2 pi shared by all
spellings would show too.
"""

from __future__ import annotations

from math import cos, pi, radians, sin, tan
from typing import Any

import numpy as np
import pint
import pytest
from lobes_by_scan import milling_depth, turning_width

import chipload as cl
import chipload.cutting
import chipload.finish
import chipload.mechanics
from chipload.errors import UnitError
from chipload.units import KINDS, to_kernel

SPELLINGS = ["60 rpm", "1 rev/s", "1 Hz", "60 1/min", "2 pi rad/s", "360 deg/s"]
AS_QUANTITY = [
    (60.0, "rpm"),
    (1.0, "turn/s"),
    (1.0, "Hz"),
    (60.0, "1/min"),
    (2 * pi, "rad/s"),
    (360.0, "deg/s"),
]

HP_40, KSI_6 = 40 * 550 * 0.3048 * 0.45359237 * 9.80665, 6000 * 0.45359237 * 9.80665 / 0.0254**2  # W, Pa

# one turn a second, and the other arguments of the formula's example
AT_ONE_TURN_A_SECOND = {
    "cutting.cutting_speed": pi * 50e-3 * 60,  # m/min at 50 mm
    "cutting.feed_rate": 0.05 * 4 * 60,  # mm/min: 0.05 mm, 4 teeth
    "cutting.feed_per_tooth": 280 / (12 * 60),  # mm: 280 mm/min, 12 teeth
    "cutting.axial_feed_rate": 0.2 * 60,  # mm/min at 0.2 mm a turn
    "cutting.spindle_torque": 3000 / (2 * pi),  # N m at 3 kW
    "cutting.capped_spindle_speed": 60.0,  # rpm, the cap itself
    "cutting.cap_diameter": 200e3 / (60 * pi),  # mm at 200 m/min
    "cutting.facing_time": (100 - 5) / (2 * 0.2),  # s, all of it below the cap
    "cutting.tapping_feed_rate": 1.25 * 60,  # mm/min
    "cutting.threading_time": 5 * 89 / 5,  # s: 5 passes of 89 mm, lead 5 mm
    "cutting.jaw_centrifugal_force": 3 * 5.33 * 0.107 * (2 * pi) ** 2,  # N: three jaws of 5.33 kg at 107 mm
    "mechanics.shaft_diameter": (16 * HP_40 / (2 * pi) / (pi * KSI_6 * (1 - 0.4**4))) ** (1 / 3) * 1e3,  # mm
    "mechanics.rotating_ring": 7800 * (2 * pi * 0.25) ** 2 * 1e-6,  # MPa: 0.25 m
    "mechanics.rotating_solid_disc": 7800 * (2 * pi) ** 2 / 8 * 3.28 * (0.5**2 - 0.457**2) * 1e-6,  # MPa, radial
    "mechanics.rotating_disc": 7800 * (2 * pi) ** 2 / 8 * 3.28 * (0.01 + 0.09 - 0.0009 / 0.04 - 0.04) * 1e-6,  # MPa
    "mechanics.press_fit_speed_loss": (
        (2 * pi) ** 2 * 0.05 / 16 * 1e6
        * (
            7200 / 100e9 * (3.26 * 0.08**2 + 0.74 * 0.05**2)
            - 7850 / 210e9 * (3.3 * 0.02**2 + 0.7 * 0.05**2)
        )
    ),  # um: hub of 50 to 80 mm, shaft with a bore of 20 mm
    "dynamics.single_mode_turning_width": 1e3 / 0.75 * turning_width(1.0, 1e9, 60.0, 226e6, 0.012),  # mm
    "dynamics.single_mode_milling_depth": 1e3 * milling_depth(
        1.0, 4, pi / 2, pi, 800e6, 240e6, 130.0, 10e6, 0.03
    ),  # mm
}  # fmt: skip


def nose_and_edge(feed: float, radius: float, degrees: float) -> float:
    """Height in um of an arc that meets a straight edge, lengths in mm."""
    s, c = sin(radians(degrees)), cos(radians(degrees))
    return 1e3 * (radius * (1 - c) + feed * s * c - s * (2 * feed * radius * s - (feed * s) ** 2) ** 0.5)


CAP = 200e3 / (3000 * pi)  # mm, where 200 m/min takes 3000 rpm
KD = 24000 * 0.45359237 * 9.80665 / 25.4**2  # N/mm2, 24000 psi

BY_SCAN = {"dynamics.single_mode_turning_width": 1e-12}
"""Tolerances of what a root gives: near the natural frequency the rounding of the root grows fortyfold."""

# a feed of 0.2 mm a turn, and the other arguments of the formula's example
AT_FIFTH_OF_A_MILLIMETRE = {
    "cutting.extended_taylor_life": 60 * (30 / 36 * (0.2 / 0.36) ** 0.77 * (2.5 / 3) ** 0.37) ** (1 / 0.13),  # min
    "cutting.axial_feed_rate": 200.0,  # mm/min at 1000 rpm
    "cutting.turning_removal_rate": 120 * 0.2 * 3,  # cm3/min
    "cutting.turning_force": 3100 * 0.2 * 3,  # N
    "cutting.turning_chip_thickness": 0.2 * 0.9659258262890683,  # mm at 75 degrees
    "cutting.drilling_chip_thickness": 0.1 * 0.9396926207859084,  # mm at 140 degrees, two edges
    "cutting.drilling_torque": 2200 * 0.2 * 22**2 / 8 * 1e-3,  # N m
    "cutting.facing_time": (
        pi * (100**2 - CAP**2) / (4 * 0.2 * 200e3 / 60) + (CAP - 5) / (2 * 0.2 * 50)
    ),  # s, 200 m/min as far as 3000 rpm
    "cutting.grooving_force": 2200 * 0.2 * 3,  # N
    "cutting.chip_slenderness": 3 / (0.2 * 0.9330127018922193),  # 75 degrees
    "cutting.drilling_feed_force": 0.63 * 2200 * 0.2 * 11 * 0.9396926207859084,  # N at 140 degrees
    "cutting.enlarging_feed_force": 0.5 * 2200 * 0.2 * 3 * 0.5**0.5,  # N, a ring of 3 mm under 90 degrees
    "cutting.enlarging_torque": 2200 * 0.2 * (22**2 - 10**2) / 8 * 1e-3,  # N m
    "cutting.tungaloy_drilling_thrust": 570 * 1.1 * 12.7 * 0.2**0.85,  # N
    "cutting.tungaloy_drilling_torque": 1.1 / 100 * 12.7**2 * (0.630 + 16.84 * 0.2),  # N m
    "cutting.shaw_oxford_thrust": KD * 1.3 * (2 * 1.355 * (0.2 * 22.225) ** 0.8 * 25.4**0.4 + 0.03 * 22.225**2),  # N
    "cutting.shaw_oxford_torque": KD * 1.3 * 1.085 * 0.2**0.8 * 22.225**1.8 * 25.4**0.4 * 1e-3,  # N m
    "finish.turned_rz": (0.8 - (0.8**2 - 0.01) ** 0.5) * 1e3,  # um, nose 0.8 mm
    "finish.turned_ra": 0.2**2 / (18 * 3**0.5 * 0.8) * 1e3,  # um
    "finish.turned_minor_edge_rz": nose_and_edge(0.2, 0.4, 5),
    "finish.turned_profile_rz": nose_and_edge(0.2, 0.4, 5),
    "finish.turned_profile": nose_and_edge(0.2, 0.4, 5),
    "finish.turned_straight_edges_rz": (
        1e3
        * (0.2 - 0.05 * (tan(radians(37.5)) + tan(radians(7.5))))
        / (1 / tan(radians(75)) + 1 / tan(radians(15)))  # um, nose 0.05 mm
    ),
    "finish.brammertz_rz": 0.2**2 / (8 * 0.8) * 1e3 + 1 + 0.8 * 2e-3 / 0.2**2,  # um, 2 um chip
    "finish.wiper_rz": nose_and_edge(0.2, 0.8, 0.1),  # the flat reaches over the feed
}


def taking(kind: str) -> dict[str, str]:
    """Formulas with an argument of the kind, and the argument's name."""
    return {
        name: parameter
        for name, formula in cl.FORMULAS.items()
        for parameter in formula.parameters
        if formula.kind_of(parameter) is KINDS[kind]
    }


def answer(name: str, parameter: str, given: Any) -> float:
    formula = cl.FORMULAS[name]
    found = formula(**{**formula.example, parameter: given})
    return (found if len(formula.results) == 1 else getattr(found, formula.results[0])).magnitude


def test_every_formula_with_a_spindle_speed_is_pinned() -> None:
    assert set(taking("SPINDLE_SPEED")) == set(AT_ONE_TURN_A_SECOND)


def test_every_formula_with_a_feed_per_turn_is_pinned() -> None:
    assert set(taking("FEED_PER_REV")) == set(AT_FIFTH_OF_A_MILLIMETRE)


@pytest.mark.parametrize("name", AT_ONE_TURN_A_SECOND)
@pytest.mark.parametrize("given", [*SPELLINGS, *AS_QUANTITY], ids=str)
def test_spindle_speed(name: str, given: Any) -> None:
    if isinstance(given, tuple):
        given = pint.Quantity(*given)
    found = answer(name, taking("SPINDLE_SPEED")[name], given)
    assert found == pytest.approx(AT_ONE_TURN_A_SECOND[name], rel=BY_SCAN.get(name, 1e-14), abs=0)


@pytest.mark.parametrize("name", AT_ONE_TURN_A_SECOND)
def test_spindle_speed_in_arrays(name: str) -> None:
    for magnitude, unit in AS_QUANTITY:
        given = pint.Quantity(np.full(3, magnitude), unit)
        found = answer(name, taking("SPINDLE_SPEED")[name], given)
        np.testing.assert_allclose(found, np.full(3, AT_ONE_TURN_A_SECOND[name]), rtol=BY_SCAN.get(name, 1e-14))


@pytest.mark.parametrize(
    ("cutting_speed", "turns"), [("3.141592653589793 m/s", 1.0), ("188.49555921538758 m/min", 1.0)]
)
def test_spindle_speed_as_result(cutting_speed: str, turns: float) -> None:
    found = cl.cutting.spindle_speed(cutting_speed, "1 m")
    assert found.units == pint.Unit("rpm")
    assert found.magnitude == pytest.approx(60 * turns, rel=1e-14, abs=0)
    assert found.to("rad/s").magnitude == pytest.approx(2 * pi * turns, rel=1e-14, abs=0)


@pytest.mark.parametrize("name", AT_FIFTH_OF_A_MILLIMETRE)
@pytest.mark.parametrize(
    "given",
    [
        "0.2 mm/rev",
        "0.2 mm",
        "0.2 mm/turn",
        "200 um/rev",
        "0.00787401574803149606 in/rev",
        "0.00787401574803149606 in",
        "0.00787401574803149606 ipr",
        "7.87401574803149606 thou",
        pint.Quantity(0.2, "mm"),
        pint.Quantity(0.2, "mm/turn"),
    ],
    ids=str,
)
def test_feed_per_turn(name: str, given: Any) -> None:
    found = answer(name, taking("FEED_PER_REV")[name], given)
    assert found == pytest.approx(AT_FIFTH_OF_A_MILLIMETRE[name], rel=2e-12, abs=0)  # R_z loses digits in this form


FEED_PER_TOOTH = taking("FEED_PER_TOOTH")


@pytest.mark.parametrize("name", FEED_PER_TOOTH)
def test_feed_per_tooth_in_every_spelling(name: str) -> None:
    parameter = FEED_PER_TOOTH[name]
    plain = answer(name, parameter, "0.0508 mm")
    for given in ("0.0508 mm/tooth", "50.8 um", "0.002 in", "0.002 in/tooth", "0.002 ipt", "2 thou"):
        assert answer(name, parameter, given) == pytest.approx(plain, rel=1e-13, abs=0)


def test_feed_per_tooth_by_hand() -> None:
    for given in ("0.1 mm", "0.1 mm/tooth"):
        assert cl.cutting.feed_rate(given, 4, "1000 rpm").magnitude == pytest.approx(400.0, rel=1e-14, abs=0)
        assert cl.cutting.max_chip_thickness(given, "5 mm", "10 mm").magnitude == pytest.approx(0.1, rel=1e-14, abs=0)


@pytest.mark.parametrize("name", FEED_PER_TOOTH)
@pytest.mark.parametrize("given", ["0.1 mm/rev", "0.004 ipr", pint.Quantity(0.1, "mm/turn")], ids=str)
def test_a_feed_per_turn_is_no_feed_per_tooth(name: str, given: Any) -> None:
    with pytest.raises(UnitError, match="feed per tooth"):
        answer(name, FEED_PER_TOOTH[name], given)


@pytest.mark.parametrize("kind", ["LENGTH", "DIAMETER", "OFFSET", "CHIP_THICKNESS", "SMALL_LENGTH", "ROUGHNESS"])
@pytest.mark.parametrize("text", ["0.1 mm/rev", "0.004 ipr", "0.1 mm/rad"])
def test_a_feed_per_turn_is_no_length(kind: str, text: str) -> None:
    with pytest.raises(UnitError, match=r"^x: "):
        to_kernel(KINDS[kind], text, "x")


@pytest.mark.parametrize("text", ["0.1 mm/tooth", "0.002 ipt"])
def test_a_feed_per_tooth_is_no_feed_per_turn(text: str) -> None:
    """With four teeth they differ by four; the registry counts a tooth as a plain number, the house does not."""
    with pytest.raises(UnitError, match="feed per revolution"):
        to_kernel(KINDS["FEED_PER_REV"], text, "x")


@pytest.mark.parametrize("text", ["1 rad", "1 m/s", "1 s", "1 rpm*m"])
def test_no_spindle_speed(text: str) -> None:
    with pytest.raises(UnitError, match="spindle speed"):
        to_kernel(KINDS["SPINDLE_SPEED"], text, "x")

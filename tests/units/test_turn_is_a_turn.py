"""One spindle speed, one feed: every spelling gives every formula that takes it the same answer.

The expected numbers are worked out by hand beside each formula, so that a factor of 2 pi shared by all
spellings would show too.
"""

from __future__ import annotations

from math import pi
from typing import Any

import numpy as np
import pint
import pytest

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

# one turn a second, and the other arguments of the formula's example
AT_ONE_TURN_A_SECOND = {
    "cutting.cutting_speed": pi * 50e-3 * 60,  # m/min at 50 mm
    "cutting.feed_rate": 0.05 * 4 * 60,  # mm/min: 0.05 mm, 4 teeth
    "cutting.feed_per_tooth": 280 / (12 * 60),  # mm: 280 mm/min, 12 teeth
    "cutting.axial_feed_rate": 0.2 * 60,  # mm/min at 0.2 mm a turn
    "cutting.spindle_torque": 3000 / (2 * pi),  # N m at 3 kW
    "cutting.jaw_centrifugal_force": 3 * 5.33 * 0.107 * (2 * pi) ** 2,  # N: three jaws of 5.33 kg at 107 mm
}

# a feed of 0.2 mm a turn, and the other arguments of the formula's example
AT_FIFTH_OF_A_MILLIMETRE = {
    "cutting.extended_taylor_life": 60 * (30 / 36 * (0.2 / 0.36) ** 0.77 * (2.5 / 3) ** 0.37) ** (1 / 0.13),  # min
    "cutting.axial_feed_rate": 200.0,  # mm/min at 1000 rpm
    "cutting.turning_removal_rate": 120 * 0.2 * 3,  # cm3/min
    "cutting.turning_force": 3100 * 0.2 * 3,  # N
    "cutting.turning_chip_thickness": 0.2 * 0.9659258262890683,  # mm at 75 degrees
    "cutting.drilling_chip_thickness": 0.1 * 0.9396926207859084,  # mm at 140 degrees, two edges
    "cutting.drilling_torque": 2200 * 0.2 * 22**2 / 8 * 1e-3,  # N m
    "finish.turned_rz": (0.8 - (0.8**2 - 0.01) ** 0.5) * 1e3,  # um, nose 0.8 mm
    "finish.turned_ra": 0.2**2 / (18 * 3**0.5 * 0.8) * 1e3,  # um
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
    return formula(**{**formula.example, parameter: given}).magnitude


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
    assert found == pytest.approx(AT_ONE_TURN_A_SECOND[name], rel=1e-14, abs=0)


@pytest.mark.parametrize("name", AT_ONE_TURN_A_SECOND)
def test_spindle_speed_in_arrays(name: str) -> None:
    for magnitude, unit in AS_QUANTITY:
        given = pint.Quantity(np.full(3, magnitude), unit)
        found = answer(name, taking("SPINDLE_SPEED")[name], given)
        np.testing.assert_allclose(found, np.full(3, AT_ONE_TURN_A_SECOND[name]), rtol=1e-14)


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

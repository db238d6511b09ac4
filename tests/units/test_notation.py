"""Every spelling of shop notation against a value worked out by hand."""

from __future__ import annotations

import pytest

from chipload.errors import InputError, NotationError, UnitError
from chipload.units import KINDS, to_kernel
from chipload.units.notation import read_number

INCH = 0.0254

LENGTHS = {
    # plain metric, decimal point and decimal comma
    "12.5 mm": 12.5e-3,
    "12,5 mm": 12.5e-3,
    "12,5mm": 12.5e-3,
    "1.25 cm": 12.5e-3,
    "0.0125 m": 12.5e-3,
    "1.25e1 mm": 12.5e-3,
    "1.25E-2 m": 12.5e-3,
    "+12.5 mm": 12.5e-3,
    ".5 mm": 0.5e-3,
    ",5 mm": 0.5e-3,
    "5. mm": 5e-3,
    "  12.5   mm ": 12.5e-3,
    "12.5\u00a0mm": 12.5e-3,
    "12.5\u202fmm": 12.5e-3,
    "0,125 mm": 0.125e-3,
    "1.234 mm": 1.234e-3,
    "1,234.5 mm": 1.2345,
    "1.234,5 mm": 1.2345,
    "1,234,567 mm": 1234.567,
    # micrometres: ASCII, micro sign, Greek mu
    "8 um": 8e-6,
    "8 \u00b5m": 8e-6,
    "8 \u03bcm": 8e-6,
    "8 micrometer": 8e-6,
    # inches
    "0.25 in": 0.25 * INCH,
    "0.25 inch": 0.25 * INCH,
    '0.25"': 0.25 * INCH,
    '0.25 "': 0.25 * INCH,
    "0.25\u2033": 0.25 * INCH,
    "0.25\u201d": 0.25 * INCH,
    "0.25\u201c": 0.25 * INCH,
    "250 thou": 0.25 * INCH,
    "2 ft": 24 * INCH,
    # fractions, always of an inch unless millimetres are written
    "1/4": INCH / 4,
    "1/4 in": INCH / 4,
    '1/4"': INCH / 4,
    "1/4\u2033": INCH / 4,
    "3/8in": 3 * INCH / 8,
    "1 / 4 in": INCH / 4,
    "63/64": 63 * INCH / 64,
    "1-1/2 in": 1.5 * INCH,
    "1\u20131/2 in": 1.5 * INCH,
    "1 1/2 in": 1.5 * INCH,
    "1-1/2": 1.5 * INCH,
    '1 1/2"': 1.5 * INCH,
    "1/2 mm": 0.5e-3,
    # drills: ASME B94.11M number and letter sizes
    "#7": 0.201 * INCH,
    "# 7": 0.201 * INCH,
    "#1": 0.228 * INCH,
    "#80": 0.0135 * INCH,
    "F": 0.257 * INCH,
    "f": 0.257 * INCH,
    "A": 0.234 * INCH,
    "Z": 0.413 * INCH,
    # threads: the nominal diameter
    "M6x1": 6e-3,
    "M6 x 1": 6e-3,
    "M6\u00d71": 6e-3,
    "M6": 6e-3,
    "m6": 6e-3,
    "M2.5x0.45": 2.5e-3,
    "M2,5x0,45": 2.5e-3,
    "1/4-20": INCH / 4,
    "1/4 - 20": INCH / 4,
    "3/8-16": 3 * INCH / 8,
    "#10-32": 0.190 * INCH,
    "#4-40": 0.112 * INCH,
}


@pytest.mark.parametrize("text", LENGTHS)
def test_length(text: str) -> None:
    assert to_kernel(KINDS["LENGTH"], text, "length") == pytest.approx(LENGTHS[text], rel=1e-14, abs=0)


OTHERS = [
    ("CUTTING_SPEED", "400 sfm", 400 * 0.3048 / 60),
    ("CUTTING_SPEED", "120 m/min", 2.0),
    ("CUTTING_SPEED", "400 ft/min", 400 * 0.3048 / 60),
    ("FEED_RATE", "12 ipm", 12 * INCH / 60),
    ("FEED_RATE", "600 mm/min", 0.01),
    ("FEED_PER_REV", "0.004 ipr", 0.004 * INCH),
    ("FEED_PER_REV", "0.004 in/rev", 0.004 * INCH),
    ("FEED_PER_REV", "0,2 mm/rev", 0.2e-3),
    ("FEED_PER_TOOTH", "0.002 ipt", 0.002 * INCH),
    ("FEED_PER_TOOTH", "0.002 in/tooth", 0.002 * INCH),
    ("FEED_PER_TOOTH", "0.05 mm/tooth", 0.05e-3),
    ("OFFSET", "-2.5 mm", -2.5e-3),
    ("OFFSET", "\u22122.5 mm", -2.5e-3),
    ("OFFSET", "\u20132,5 mm", -2.5e-3),
    ("SPINDLE_SPEED", "3000 rpm", 50.0),
    ("SPINDLE_SPEED", "2 pi rad/s", 1.0),
    ("STRESS", "1700 N/mm\u00b2", 1.7e9),
    ("STRESS", "1700 N/mm**2", 1.7e9),
    ("STRESS", "1700 N/mm^2", 1.7e9),
    ("TORQUE", "4 N\u00b7m", 4.0),
    ("TORQUE", "12 in lbf", 12 * INCH * 4.4482216152605),
    ("REMOVAL_RATE", "60 cm\u00b3/min", 1e-6),
    ("ROUGHNESS", "32 \u00b5in", 32e-6 * INCH),
    ("ANGLE", "180\u00b0", 3.141592653589793),
    ("ANGLE", "180 deg", 3.141592653589793),
    ("RATIO", "0,25", 0.25),
    ("RATIO", "25 %", 0.25),
    ("COUNT", "4", 4.0),
    ("COUNT", "4 teeth", 4.0),
]


@pytest.mark.parametrize(("kind", "text", "expected"), OTHERS)
def test_other_kinds(kind: str, text: str, expected: float) -> None:
    assert to_kernel(KINDS[kind], text, "x") == pytest.approx(expected, rel=1e-14, abs=0)


REFUSED = [
    # (kind, text, class, words the sentence must hold)
    ("LENGTH", "1,234", NotationError, ("1234", "1.234")),
    ("LENGTH", "1,234 mm", NotationError, ("1234", "1.234")),
    ("SPINDLE_SPEED", "12,000 rpm", NotationError, ("12000", "12.000")),
    ("LENGTH", "", NotationError, ("nothing",)),
    ("LENGTH", "   ", NotationError, ("nothing",)),
    ("LENGTH", "ten mm", NotationError, ("ten mm",)),
    ("LENGTH", "mm", NotationError, ("mm",)),
    ("LENGTH", "about right", NotationError, ("about right",)),
    ("LENGTH", "nan mm", NotationError, ("nan mm",)),
    ("LENGTH", "1.5.3 mm", NotationError, ("1.5.3",)),
    ("LENGTH", "1,2,3 mm", NotationError, ("1,2,3",)),
    ("LENGTH", "1.23,45.6 mm", NotationError, ("1.23,45.6",)),
    ("LENGTH", "#200", NotationError, ("#200", "drill")),
    ("LENGTH", "#0", NotationError, ("#0", "drill")),
    ("LENGTH", "#81", NotationError, ("#81", "drill")),
    ("LENGTH", "AA", NotationError, ("AA",)),
    ("LENGTH", "1/0", NotationError, ("1/0", "zero")),
    ("LENGTH", "1/0 in", NotationError, ("1/0", "zero")),
    ("LENGTH", "1/0-20", NotationError, ("1/0", "zero")),
    ("POWER", "1/4 kW", NotationError, ("1/4 kW", "decimal")),
    ("LENGTH", "9" * 100 + " mm", NotationError, ("103",)),
    ("LENGTH", "5", UnitError, ("5", "unit")),
    ("CUTTING_SPEED", "120", UnitError, ("120", "unit")),
    ("CUTTING_SPEED", "1/4", NotationError, ("1/4",)),
    ("LENGTH", "5 blah", UnitError, ("blah", "not known")),
    ("LENGTH", "5 mm; 3", NotationError, ("5 mm; 3",)),
    ("LENGTH", "5 kg", UnitError, ("5 kg",)),
    ("LENGTH", "5 m/min", UnitError, ("5 m/min",)),
    ("LENGTH", "20 degC", UnitError, ("20 degC",)),
    ("LENGTH", "5 mil", UnitError, ("5 mil", "thou")),
    ("LENGTH", "5 mils", UnitError, ("5 mils", "thou")),
    ("FORCE", "200 lb", UnitError, ("200 lb",)),
    ("COUNT", "4 mm", UnitError, ("4 mm",)),
    ("LENGTH", "-2 mm", InputError, ("-2 mm", "zero or more")),
    ("DIAMETER", "0 mm", InputError, ("0 mm", "greater than zero")),
    ("LENGTH", "1e400 mm", InputError, ()),
    ("COUNT", "3.5", InputError, ("3.5", "whole")),
    ("FRACTION", "1.2", InputError, ("1.2", "between 0 and 1")),
]


@pytest.mark.parametrize(("kind", "text", "error", "words"), REFUSED)
def test_refused_with_one_sentence(kind: str, text: str, error: type[InputError], words: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        to_kernel(KINDS[kind], text, "some_parameter")
    assert type(caught.value) is error
    (sentence,) = caught.value.problems
    assert "\n" not in sentence
    assert sentence.startswith("some_parameter: ")
    assert KINDS[kind].example in sentence
    for word in words:
        assert word in sentence


@pytest.mark.parametrize("text", [text for kind, text, *_ in REFUSED if kind == "LENGTH"])
def test_the_example_of_a_refusal_works(text: str) -> None:
    with pytest.raises(InputError) as caught:
        to_kernel(KINDS["LENGTH"], text, "length")
    assert '"12.5 mm"' in str(caught.value)
    assert to_kernel(KINDS["LENGTH"], "12.5 mm", "length") == 0.0125


@pytest.mark.parametrize("text", ["1/4-0", "#10-0", "M6x0", "M0"])
def test_a_thread_of_no_size_or_no_pitch_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        to_kernel(KINDS["DIAMETER"], text, "diameter")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("-3", -3.0),
        ("0,125", 0.125),
    ],
)
def test_number(text: str, number: float) -> None:
    assert read_number(text) == number

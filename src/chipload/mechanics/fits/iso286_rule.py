"""The rule behind the tables of ISO 286: tolerance unit, grades and fundamental deviations by formula.

The tables are the standard; their makers rounded by hand, so that the rule only comes near them: grades from IT5 on
to 8 % above 3 mm and half of them to 2 %, IT01 to IT4 to a quarter, letters to 9 % and 1 µm above 10 mm, c to 13 %.
`chipload.catalog.fit` reads the tables.  What is here tells how the tables grow, and checks them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import PositiveLength, Real, SmallLength
from chipload.units.parameters import Requires

STEPS = np.array(
    [1, 3, 6, 10, 18, 30, 50, 80, 120, 180, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150.0]
)
"""Ends of the main steps of size [mm]; the first step counts from 1 mm and holds all that is smaller."""

FINE_STEPS = np.array(
    [1, 3, 6, 10, 14, 18, 24, 30, 40, 50, 65, 80, 100, 120, 140, 160, 180, 200, 225, 250, 280, 315, 355, 400, 450, 500,
     560, 630, 710, 800, 900, 1000, 1120, 1250, 1400, 1600, 1800, 2000, 2240, 2500, 2800, 3150.0]
)  # fmt: skip
"""Ends of the steps of size with the intermediate ones [mm], for the letters a to c and r to zc."""

LARGEST = 3.15
_CUBE, _LINE, _LARGE_LINE, _LARGE = 0.45, 0.001, 0.004, 2.1
_FACTORS = {
    5: 7, 6: 10, 7: 16, 8: 25, 9: 40, 10: 64, 11: 100, 12: 160, 13: 250, 14: 400, 15: 640, 16: 1000, 17: 1600, 18: 2500,
}  # fmt: skip
_FINE_FACTORS = {1: 2.0, 2: 2.7, 3: 3.7, 4: 5.0}
_FINEST = {"01": (0.3, 0.008), "0": (0.5, 0.012), "1": (0.8, 0.020)}
GRADES = ("01", "0", *(str(grade) for grade in range(1, 19)))
"""Standard tolerance grades, finest first."""

_TO_500 = ("a", "b", "c", "cd", "ef", "fg", "v", "x", "y", "z", "za", "zb", "zc")
LETTERS = (
    "a", "b", "c", "cd", "d", "e", "ef", "f", "fg", "g", "h", "k", "m", "n", "p", "r", "s", "t", "u", "v", "x", "y",
    "z", "za", "zb", "zc",
)  # fmt: skip
"""Shaft letters that have a formula; j has none, js is half the tolerance on each side."""

_ABOVE = {"t": 24e-3, "v": 14e-3, "y": 18e-3}
_UP_TO = {
    "cd": 50e-3,
    "ef": 50e-3,
    "fg": 50e-3,
    **{letter: 0.5 for letter in _TO_500 if letter not in ("cd", "ef", "fg")},
}
_PER_GRADE = {
    "t": (7, 0.63), "u": (7, 1.0), "v": (7, 1.25), "x": (7, 1.6), "y": (7, 2.0), "z": (7, 2.5), "za": (8, 3.15),
    "zb": (9, 4.0), "zc": (10, 5.0),
}  # fmt: skip


def _unit(mean: Real) -> Real:
    """Tolerance unit [µm] of a geometric mean [mm]."""
    return np.where(mean <= 500, _CUBE * np.cbrt(mean) + _LINE * mean, _LARGE_LINE * mean + _LARGE)


@formula(
    symbol="i",
    equation=r"i = 0.45 D_g^{1/3} + 0.001 D_g (to 500) ,\quad i = 0.004 D_g + 2.1 (above)",
    source="iso286-1988",
    example={"mean_size": "23.2379 mm"},
    requires=(
        Requires(
            ("mean_size",),
            lambda size: size <= LARGEST,
            "the rule ends at 3150 mm; give limits of size for larger ones",
        ),
    ),
)
def tolerance_unit(mean_size: PositiveLength) -> SmallLength:
    """Tolerance unit of ISO 286, of which every grade from IT5 on is a multiple.

    Parameters
    ----------
    mean_size
        Geometric mean of the ends of the step of sizes, 23.24 mm for 18 to 30 [mm].

    Returns
    -------
    Quantity
        Unit [µm]; the equation is in µm and mm.

    Raises
    ------
    InputError
        Above 3150 mm.

    References
    ----------
    ISO 286-1:1988, annex A. For 18 to 30 mm it is 1.3 µm: IT6 is 13 µm.

    Examples
    --------
    >>> tolerance_unit("23.2379 mm").m
    1.307...
    """
    return np.asarray(_unit(mean_size * 1e3) * 1e-6)[()]


def geometric_mean(size: Real, ends: Any) -> Real:
    """Geometric mean [mm] of the step that holds `size` [mm], which ends with the step."""
    inside = np.asarray(size) * (1 - 1e-12)  # 18 mm read from a text is not exactly 18
    after = np.clip(np.searchsorted(ends, inside, side="left"), 1, len(ends) - 1)
    return np.sqrt(ends[after - 1] * ends[after])


def grade_name(grade: Any, where: str) -> str:
    """A grade as the standard numbers it, "01" to "18"; "IT7", "7" and 7 are read.

    Raises
    ------
    InputError
        For anything else.
    """
    text = str(grade).strip().upper().removeprefix("IT").strip()
    if text not in GRADES or isinstance(grade, float):
        raise InputError(f"{where}, grade: {grade!r} is no tolerance grade; they are IT01, IT0 and IT1 to IT18")
    return text


def read_size(size: Any, where: str) -> Real:
    """A nominal size in metres, within the standard."""
    found = to_kernel(kinds.DIAMETER, size, f"{where}, size")
    if not np.all(found <= LARGEST * (1 + 1e-12)):
        raise InputError(f"{where}, size: ISO 286 ends at 3150 mm; give limits of size for larger parts")
    return found


def _tolerance(size: Real, grade: str) -> Real:
    """Tolerance [µm] of a size [mm] by the rule, not rounded."""
    mean = geometric_mean(size, STEPS)
    small = mean <= 500
    unit = _unit(mean)
    if grade in _FINEST:
        start, slope = _FINEST[grade]
        return np.where(small, start + slope * mean, _FINE_FACTORS[1] * unit if grade == "1" else np.nan)
    number = int(grade)
    if number in _FINE_FACTORS:
        first, fifth = 0.8 + 0.020 * mean, 7 * unit
        scaled = first * (fifth / first) ** ((number - 1) / 4)
        return np.where(small, scaled, _FINE_FACTORS[number] * unit)
    return _FACTORS[number] * unit


def tolerance_by_rule(size: Any, grade: Any) -> Any:
    """Standard tolerance by the formulas of ISO 286, before the rounding by hand of its tables.

    Parameters
    ----------
    size
        Nominal size up to 3150 mm [mm, in].
    grade
        "IT7", "7" or 7; from IT01 to IT18.

    Returns
    -------
    Quantity
        Tolerance [µm]. The table, see `chipload.catalog.tolerance_grade`, is what holds.

    Raises
    ------
    InputError
        Above 3150 mm, for an unknown grade, and for IT01 and IT0 above 500 mm.

    Notes
    -----
    IT01 to IT1 grow linearly, IT2 to IT4 stand in geometric progression between IT1 and IT5, from IT5 on the grades
    are multiples of the tolerance unit in steps of the fifth root of ten.

    References
    ----------
    ISO 286-1:1988, annex A.

    Examples
    --------
    >>> tolerance_by_rule("25 mm", "IT7").m
    20.91...
    """
    name = grade_name(grade, "tolerance_by_rule")
    found = _tolerance(read_size(size, "tolerance_by_rule") * 1e3, name)
    if np.any(np.isnan(found)):
        raise InputError(f"tolerance_by_rule, grade: IT{name} ends at 500 mm; the finest grade above is IT1")
    return from_kernel(kinds.SMALL_LENGTH, np.asarray(found * 1e-6)[()])


def _deviation(size: Real, letter: str) -> Real:
    """Fundamental deviation [µm] of a shaft of a size [mm] by the rule, not rounded; k as in IT4 to IT7."""
    main, fine = geometric_mean(size, STEPS), geometric_mean(size, FINE_STEPS)
    if letter in _PER_GRADE:
        grade, slope = _PER_GRADE[letter]
        return _tolerance(size, str(grade)) + slope * fine
    between = {"cd": ("c", "d"), "ef": ("e", "f"), "fg": ("f", "g"), "r": ("p", "s")}
    if letter in between:
        first, second = (_deviation(size, other) for other in between[letter])
        return np.sign(first) * np.sqrt(first * second)
    small = main <= 500
    formulas = {
        "a": np.where(fine <= 120, -(265 + 1.3 * fine), -3.5 * fine),
        "b": np.where(fine <= 160, -(140 + 0.85 * fine), -1.8 * fine),
        "c": np.where(fine <= 40, -52 * fine**0.2, -(95 + 0.8 * fine)),
        "d": -16 * main**0.44,
        "e": -11 * main**0.41,
        "f": -5.5 * main**0.41,
        "g": -2.5 * main**0.34,
        "h": 0 * main,
        "k": np.where(small, 0.6 * np.cbrt(main), 0.0),
        "m": np.where(small, _tolerance(size, "7") - _tolerance(size, "6"), 0.024 * main + 12.6),
        "n": np.where(small, 5 * main**0.34, 0.04 * main + 21),
        "p": np.where(small, _tolerance(size, "7"), 0.072 * main + 37.8),
        "s": np.where(fine <= 50, _tolerance(size, "8"), _tolerance(size, "7") + 0.4 * fine),
    }
    return formulas[letter]


def deviation_by_rule(size: Any, letter: str) -> Any:
    """Fundamental deviation of a shaft by the formulas of ISO 286, before the rounding by hand of its tables.

    Parameters
    ----------
    size
        Nominal size up to 3150 mm, up to 500 mm for a to c and v to zc [mm, in].
    letter
        Letter of the shaft, one of `LETTERS`; that of a hole has the opposite sign.

    Returns
    -------
    Quantity
        The limit nearest to the nominal size: the upper one for a to g, the lower one for k to zc [mm]. The table,
        see `chipload.catalog.fundamental_deviation`, is what holds.

    Raises
    ------
    InputError
        Where the standard has no such deviation.

    Notes
    -----
    k is that of the grades 4 to 7, and zero in the others. The standard adds 0 to 5 µm to p and 1 to 4 µm to s of
    small sizes by hand; here nothing is added.

    References
    ----------
    ISO 286-1:1988, annex A; Narayana, Kannaiah and Venkata Reddy, Machine Drawing, table 15.4.

    Examples
    --------
    >>> deviation_by_rule("25 mm", "g").to("um").m
    -7.28...
    """
    where = "deviation_by_rule"
    found = read_size(size, where)
    if letter not in LETTERS:
        raise InputError(f"{where}, letter: {letter!r} has no formula in ISO 286; give one of {', '.join(LETTERS)}")
    low, high = _ABOVE.get(letter, 0.0), _UP_TO.get(letter, LARGEST)
    if not np.all((found > low) & (found <= high * (1 + 1e-12))):
        raise InputError(f"{where}, letter: ISO 286 has {letter} above {low * 1e3:g} mm up to {high * 1e3:g} mm only")
    return from_kernel(kinds.OFFSET, np.asarray(_deviation(found * 1e3, letter) * 1e-6)[()])

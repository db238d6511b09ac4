"""Limits and fits after the tables of ISO 286, and general tolerances after ISO 2768.

The tables are the standard.  `chipload.mechanics.tolerance_by_rule` and `deviation_by_rule` hold the formulas they
were made from; where the makers of the standard rounded by hand, the tables rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chipload.catalog.library import default
from chipload.catalog.standards import CLASS_COLUMNS, FEATURES, SizeStep
from chipload.errors import InputError
from chipload.mechanics.fits.iso286_rule import grade_name, read_size
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLASS = re.compile(r"(?P<letter>[A-Z]{1,2}|[a-z]{1,2})(?P<grade>01|0|1[0-8]|[1-9])")
_FIT = re.compile(r"[Øø⌀]?\s*(?P<size>.+?)\s*(?P<hole>[A-Z]{1,2}\d{1,2})\s*(?:/|-)\s*(?P<shaft>[a-z]{1,2}\d{1,2})\s*")
_LETTERS = (
    "a", "b", "c", "cd", "d", "e", "ef", "f", "fg", "g", "h", "j", "js", "k", "m", "n", "p", "r", "s", "t", "u", "v",
    "x", "y", "z", "za", "zb", "zc",
)  # fmt: skip
_UPPER = ("a", "b", "c", "cd", "d", "e", "ef", "f", "fg", "g", "h")
_MICRON = 1e-6
_CLOSE = 1e-12
_LONGEST = 80  # characters of a designation


@dataclass(frozen=True)
class ToleranceZone:
    """A hole or a shaft of a tolerance class: its limit deviations and limits of size, as quantities."""

    nominal_size: Any
    tolerance_class: str
    upper: Any
    lower: Any
    largest: Any
    least: Any


@dataclass(frozen=True)
class Fit:
    """A hole and a shaft that go together, and what the fit can become, as quantities.

    `kind` is "clearance", "transition" or "interference"; a clearance that can be zero is still a clearance fit.
    """

    nominal_size: Any
    hole: ToleranceZone
    shaft: ToleranceZone
    max_clearance: Any
    min_clearance: Any
    max_interference: Any
    min_interference: Any
    kind: str

    def __str__(self) -> str:
        size = f"{self.nominal_size.to('mm').m:g}"
        if self.kind == "clearance":
            span = f"{self.min_clearance.m:g} to {self.max_clearance.m:g} µm clearance"
        elif self.kind == "interference":
            span = f"{self.min_interference.m:g} to {self.max_interference.m:g} µm interference"
        else:
            span = f"{self.max_interference.m:g} µm interference to {self.max_clearance.m:g} µm clearance"
        return f"{size} {self.hole.tolerance_class}/{self.shaft.tolerance_class}: {self.kind} fit, {span}"


def tolerance_grade(size: Any, grade: Any) -> Any:
    """Standard tolerance of a size after the table of ISO 286.

    Parameters
    ----------
    size
        Nominal size up to 3150 mm [mm, in].
    grade
        "IT7", "7" or 7; from IT01 to IT18, up to 500 mm for IT01 and IT0.

    Returns
    -------
    Quantity
        Tolerance [µm].

    Raises
    ------
    InputError
        Above 3150 mm, and for a grade the table does not have there.

    References
    ----------
    ISO 286-1, table 1.

    Examples
    --------
    >>> tolerance_grade("25 mm", "IT7").m
    21.0
    """
    name = grade_name(grade, "tolerance_grade")
    return from_kernel(kinds.SMALL_LENGTH, _grade(_single(size, "tolerance_grade"), name, "tolerance_grade"))


def fundamental_deviation(size: Any, letter: str, grade: Any) -> Any:
    """Fundamental deviation after the tables of ISO 286: the limit nearest to the nominal size.

    Parameters
    ----------
    size
        Nominal size up to 3150 mm [mm, in].
    letter
        Letter of the hole in capitals or of the shaft in small ones.
    grade
        Grade of the class: holes from K on depend on it, and shafts j and k.

    Returns
    -------
    Quantity
        The lower deviation of holes A to H and of shafts j to zc, the upper one of shafts a to h and of holes J to ZC
        [mm].

    Raises
    ------
    InputError
        Where the standard has no such deviation; JS and js have none, they lie evenly about the size.

    References
    ----------
    ISO 286-1, tables 2 to 5.

    Examples
    --------
    >>> fundamental_deviation("25 mm", "g", 6).m
    -0.007
    >>> fundamental_deviation("25 mm", "K", 7).m
    0.006
    """
    where = "fundamental_deviation"
    metres, name = _single(size, where), grade_name(grade, where)
    if str(letter).lower() == "js":
        raise InputError(f"{where}, letter: {letter} has no fundamental deviation; it lies evenly about the size")
    return from_kernel(kinds.OFFSET, _deviation(metres, str(letter), name, where))


def tolerance_zone(size: Any, tolerance_class: str) -> ToleranceZone:
    """Limits of a hole or a shaft of a tolerance class after the tables of ISO 286.

    Parameters
    ----------
    size
        Nominal size up to 3150 mm [mm, in].
    tolerance_class
        "H7" for a hole, "g6" for a shaft.

    Returns
    -------
    ToleranceZone
        Deviations and limits of size [mm].

    Raises
    ------
    InputError
        For a class that is not in the standard at this size.

    Examples
    --------
    >>> zone = tolerance_zone("50 mm", "m6")
    >>> zone.lower.m, zone.upper.m
    (0.009, 0.025)
    """
    where = "tolerance_zone"
    read = _CLASS.fullmatch(str(tolerance_class).strip())
    if read is None:
        raise InputError(
            f"{where}, tolerance_class: {tolerance_class!r} is no tolerance class; give one like H7 for a hole or g6 "
            "for a shaft"
        )
    letter, grade = read["letter"], read["grade"]
    metres = _single(size, where)
    tolerance = _grade(metres, grade, where)
    if letter.lower() == "js":
        lower, upper = -tolerance / 2, tolerance / 2
    else:
        deviation = _deviation(metres, letter, grade, where)
        below = (letter.lower() in _UPPER) is letter.isupper()  # the deviation is the lower limit
        lower, upper = (deviation, deviation + tolerance) if below else (deviation - tolerance, deviation)
    length = kinds.OFFSET
    return ToleranceZone(
        from_kernel(length, metres),
        f"{letter}{grade}",
        from_kernel(length, _clean(upper)),
        from_kernel(length, _clean(lower)),
        from_kernel(length, round(metres + upper, 12)),
        from_kernel(length, round(metres + lower, 12)),
    )


def fit(text: str) -> Fit:
    """The fit that a designation names, after the tables of ISO 286.

    Parameters
    ----------
    text
        Size, class of the hole and class of the shaft: "25 H7/g6", "1.5 in H8/f7"; a bare size is in millimetres.

    Returns
    -------
    Fit
        Hole, shaft, clearances and interferences [µm], and the kind of the fit.

    Raises
    ------
    InputError
        When the text is no designation, or a class is not in the standard at this size.

    References
    ----------
    ISO 286-1, tables 1 to 5.

    Examples
    --------
    >>> print(fit("25 H7/g6"))
    25 H7/g6: clearance fit, 7 to 41 µm clearance
    >>> fit("25 H7/p6").max_interference.m
    35.0
    """
    read = _FIT.fullmatch(text.strip()) if isinstance(text, str) and len(text) <= _LONGEST else None
    if read is None:
        raise InputError(f"fit, text: {str(text)[:_LONGEST]!r} is no fit; write size, hole and shaft like 25 H7/g6")
    size = to_kernel(kinds.DIAMETER, read["size"], "fit, size", "metric")
    quantity = from_kernel(kinds.DIAMETER, size)
    hole, shaft = tolerance_zone(quantity, read["hole"]), tolerance_zone(quantity, read["shaft"])
    # Deviations about a common size: the differences of large sizes would carry their rounding.
    gap, play = hole.upper.m_as("m") - shaft.lower.m_as("m"), hole.lower.m_as("m") - shaft.upper.m_as("m")
    limits = {
        "max_clearance": max(gap, 0.0), "min_clearance": max(play, 0.0),
        "max_interference": max(-play, 0.0), "min_interference": max(-gap, 0.0),
    }  # fmt: skip
    kind = "clearance" if play >= -_CLOSE else "interference" if gap <= _CLOSE else "transition"
    written = {name: from_kernel(kinds.SMALL_LENGTH, _clean(value)) for name, value in limits.items()}
    return Fit(quantity, hole, shaft, **written, kind=kind)


def general_tolerance(size: Any, tolerance_class: str, feature: str = "linear") -> Any:
    """General tolerance after ISO 2768-1, the deviation to either side.

    Parameters
    ----------
    size
        The dimension; for angles the length of the shorter leg [mm, in].
    tolerance_class
        f, m, c or v, also "ISO 2768-mK".
    feature
        "linear", "radius" for outer radii and heights of chamfers, or "angle".

    Returns
    -------
    Quantity
        Deviation, plus and minus [mm, °].

    Raises
    ------
    InputError
        For an unknown class or feature, and where the standard gives none.

    Notes
    -----
    ISO 2768-1 was reworked as ISO 22081, which leaves the figures to the drawing; drawings still name the classes.

    References
    ----------
    ISO 2768-1, tables 1 to 3.

    Examples
    --------
    >>> general_tolerance("100 mm", "m").m
    0.3
    >>> general_tolerance("100 mm", "m", "angle").to("arcmin").m
    20.0
    """
    where = "general_tolerance"
    read = re.fullmatch(r"(?:ISO\s*)?(?:2768\s*-?\s*)?([fmcv])[HKL]?E?", str(tolerance_class).strip())
    if read is None:
        raise InputError(
            f"{where}, tolerance_class: {tolerance_class!r} is not one of {', '.join(CLASS_COLUMNS)}; write m or "
            "ISO 2768-m"
        )
    if feature not in FEATURES:
        raise InputError(f"{where}, feature: {feature!r} is not one of {', '.join(FEATURES)}")
    metres = to_single(kinds.POSITIVE_LENGTH, size, f"{where}, size")
    steps = [step for step in default().general_tolerances if step.feature == feature]
    lowest = min(step.over for step in steps)
    step = next((one for one in steps if one.holds(metres) or metres == one.over == lowest), None)
    found = step.values.get(read[1]) if step else None
    if found is None:
        raise InputError(
            f"{where}, size: ISO 2768 gives no tolerance {read[1]} for a {feature} size of {metres * 1e3:g} mm; write "
            "the tolerance to the dimension"
        )
    return from_kernel(kinds.ANGLE if feature == "angle" else kinds.OFFSET, found)


def _clean(metres: float) -> float:
    """Deviations are multiples of 0.05 µm, half a tolerance: sums lose what their addition left behind."""
    return round(metres * 1e8) / 1e8 + 0.0


def _single(size: Any, where: str) -> float:
    found = read_size(size, where)
    if not isinstance(found, float):
        raise InputError(f"{where}, size: tables are read for one size; give a single one")
    return found


def _at(steps: Iterable[SizeStep], size: float) -> SizeStep | None:
    return next((step for step in steps if step.holds(size)), None)


def _grade(size: float, grade: str, where: str) -> float:
    """Tolerance [m] of a grade."""
    step = _at(default().tolerance_grades, size)
    found = step.values.get(f"IT{grade}") if step else None
    if found is None:
        raise InputError(f"{where}, grade: ISO 286 has no IT{grade} for {size * 1e3:g} mm; IT1 is the finest there")
    return found


def _shaft(size: float, column: str, shown: str, where: str) -> float:
    """Fundamental deviation [m] in a column of the table."""
    steps = default().fundamental_deviations
    step = _at(steps, size)
    found = step.values.get(column) if step else None
    if found is None:
        having = [one for one in steps if column in one.values]
        span = f"over {having[0].over * 1e3:g} up to {having[-1].up_to * 1e3:g} mm" if having else "at no size"
        raise InputError(f"{where}, letter: ISO 286 has {shown} {span}, not at {size * 1e3:g} mm; take another letter")
    return found


def _deviation(size: float, letter: str, grade: str, where: str) -> float:
    """Fundamental deviation [m] of a hole or a shaft."""
    small = letter.lower()
    if small not in _LETTERS or letter not in (small, letter.upper()):
        raise InputError(
            f"{where}, letter: {letter!r} is no letter of ISO 286; give one like H for holes, g for shafts"
        )
    number = -1 if grade == "01" else int(grade)
    if small in ("a", "b") and size <= 1e-3:
        raise InputError(f"{where}, letter: ISO 286 does not use {letter} up to 1 mm; take c or a later letter")
    if small == "h":
        return 0.0
    if letter == "j":
        column = {5: "j5_j6", 6: "j5_j6", 7: "j7", 8: "j8"}.get(number, f"j{grade}")
        return _shaft(size, column, f"j{grade}", where)
    if letter == "J":
        return _shaft(size, f"J{grade}", f"J{grade}", where)
    if letter == "k":
        return _shaft(size, "k", "k", where) if 4 <= number <= 7 else 0.0
    shaft = _shaft(size, small, letter, where)
    if letter == small or small in _UPPER:
        return shaft if letter == small else -shaft
    return _hole(size, small, number, shaft, where)


def _hole(size: float, small: str, number: int, shaft: float, where: str) -> float:
    """Upper deviation [m] of a hole K to ZC from the lower one of the shaft of the same letter."""
    small_hole, large = size <= 3e-3 * (1 + 1e-12), size > 0.5 * (1 + 1e-12)
    if small == "k" and number > 8:
        return 0.0
    if small == "n" and number > 8 and not large:
        if size <= 1e-3:
            raise InputError(f"{where}, letter: ISO 286 does not use N above IT8 up to 1 mm; take a finer grade")
        return -4 * _MICRON if small_hole else 0.0
    if small == "m" and number == 6 and 0.25 < size <= 0.315:
        return -9 * _MICRON  # the standard's own exception
    if small_hole or large or number > (8 if small in "kmn" else 7):
        return -shaft
    if number < 3:
        raise InputError(f"{where}, grade: ISO 286 gives holes {small.upper()} from IT3 on; take a coarser grade")
    delta = _grade(size, str(number), where) - _grade(size, str(number - 1), where)
    return -shaft + delta

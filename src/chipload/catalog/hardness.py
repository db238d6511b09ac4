"""Hardness of steel on another scale, and the tensile strength it stands for, after ASTM E140 and ISO 18265.

A hardness is a number on a scale, not a quantity with a unit: each scale presses its own body into the metal with its
own force, and only tables made by measuring the same steels on several scales lead from one to another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from chipload.catalog.library import Catalog, default
from chipload.catalog.standards import HardnessRow
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.notation import read_number

SCALES = ("HV", "HRC", "HRB", "HRA", "HB")
"""Scales of the tables; HBW, HBS and BHN are read as HB, HV10 and the like as HV, HRBW as HRB."""

_NUMBER = r"(?P<number>[\d.,]+)"
_SCALE = r"(?P<scale>H[A-Z]+|BHN)(?P<load>[\d/. ]*)"
_TEXTS = (
    re.compile(rf"{_NUMBER}\s*{_SCALE}", re.IGNORECASE),
    re.compile(rf"(?P<scale>H[A-Z]+|BHN)\s*{_NUMBER}", re.IGNORECASE),
)
_BALL = re.compile(r"\s*(?P<ball>\d+(?:\.\d+)?)/(?P<force>\d+(?:\.\d+)?)(?:/[\d.]*)?\s*")
_BRINELL = 30.0  # kgf over the square of the ball in mm, as 3000 on 10, 750 on 5, 187.5 on 2.5
_LONGEST = 40  # characters of a hardness
_MEANT = {
    "HV": "HV", "HRC": "HRC", "HRB": "HRB", "HRBW": "HRB", "HRBS": "HRB", "HRA": "HRA", "HB": "HB", "HBW": "HB",
    "HBS": "HB", "BHN": "HB",
}  # fmt: skip


@dataclass(frozen=True)
class HardnessConversion:
    """A hardness on another scale.

    Attributes
    ----------
    value
        Number on the scale, between the rows of the table; `rounded` is what E140 allows to be stated.
    scale
        The scale.
    standard
        The table read.
    source
        Keys of its sources.
    others
        What the other tables give, by their name: their differences show how far a conversion can be trusted.
    """

    value: Any
    scale: str
    standard: str
    source: tuple[str, ...]
    others: dict[str, float]

    @property
    def rounded(self) -> str:
        """The number as it may be stated: whole, as E140 asks of converted values."""
        return f"{round(self.value.m)} {self.scale}"

    @property
    def spread(self) -> float | None:
        """Largest difference to another table, None where there is no other."""
        return max((abs(other - self.value.m) for other in self.others.values()), default=None)

    def __str__(self) -> str:
        return f"about {self.rounded} for non-austenitic steel ({self.standard}); no substitute for a test"


@dataclass(frozen=True)
class TensileEstimate:
    """Tensile strength that a hardness stands for: the least reliable of the conversions, says ISO 18265."""

    tensile_strength: Any
    standard: str
    source: tuple[str, ...]


def read_hardness_text(text: str, where: str = "convert_hardness") -> tuple[float, str]:
    """Number and scale of a hardness as people write it: "45 HRC", "HRC 45", "220 HBW 10/3000", "300 HV10".

    Raises
    ------
    InputError
        When the text is no hardness, or on a scale the tables do not have, such as Brinell with 500 kgf on 10 mm.

    Examples
    --------
    >>> read_hardness_text("220 HBW 10/3000")
    (220.0, 'HB')
    """
    plain = str(text).strip()[: _LONGEST + 1]
    read = next((found for one in _TEXTS if (found := one.fullmatch(plain))), None)
    if read is None or len(plain) > _LONGEST:
        raise InputError(f"{where}, hardness: {plain!r} is no hardness; write number and scale, like 45 HRC")
    number, scale = read_number(read["number"]), _scale(read["scale"], where)
    pressed = _BALL.fullmatch(read.groupdict().get("load") or "")
    if scale == "HB" and pressed and abs(float(pressed["force"]) - _BRINELL * float(pressed["ball"]) ** 2) > 1:
        raise InputError(
            f"{where}, hardness: {plain!r} is of another load than the tables, whose Brinell numbers are of "
            "HBW 10/3000, 5/750 or 2.5/187.5; test with one of these"
        )
    return number, scale


def convert_hardness(hardness: str, scale: str) -> HardnessConversion:
    """A hardness of non-austenitic steel on another scale.

    Parameters
    ----------
    hardness
        Number and scale, like "45 HRC" or "220 HB".
    scale
        Scale wanted, one of `SCALES`.

    Returns
    -------
    HardnessConversion
        The number and the table it is from, ASTM E140 before ISO 18265.

    Raises
    ------
    InputError
        When the text is no hardness, or outside the range that the tables hold for both scales.

    Notes
    -----
    Carbon, alloy and tool steels, forged, annealed, normalised or quenched and tempered; not austenitic steels, cast
    iron, cemented carbide or other metals. Brinell with the 10 mm ball and 3000 kgf. The tables state no uncertainty;
    E140 lets converted numbers be given whole only, and the two standards differ by `spread`. Where the Rockwell B and
    C tables of E140 meet, at 238 to 240 HV, their Brinell numbers differ by 12.

    Between rows the interpolation is monotone (Fritsch and Carlson's cubic), through Vickers, so that there and back
    within one table gives the same number.

    References
    ----------
    ASTM E140, tables 1 and 2; ISO 18265, table A.1.

    Examples
    --------
    >>> convert_hardness("40 HRC", "HV").value.m
    392.0
    >>> print(convert_hardness("45 HRC", "HB"))
    about 421 HB for non-austenitic steel (ASTM E140 table 1); no substitute for a test
    """
    number, given = read_hardness_text(hardness)
    wanted = _scale(scale, "convert_hardness")
    if wanted == given:
        raise InputError(f"convert_hardness, scale: {hardness!r} is on the scale {wanted} already; name another one")
    found: dict[str, float] = {}
    ranges = []
    for standard, table in _tables().items():
        if not table.has(given, wanted):
            continue
        low, high = table.span(given, wanted)
        ranges.append(f"{low:g} to {high:g}")
        value = table.convert(number, given, wanted)
        if value is not None:
            found[standard] = value
    if not found:
        spans = " and ".join(dict.fromkeys(ranges))
        says = f"lead from {given} to {wanted} from {spans} only" if spans else f"do not lead from {given} to {wanted}"
        raise InputError(f"convert_hardness, hardness: {hardness!r} cannot be converted; the tables {says}")
    standard = next(iter(found))
    others = {name: value for name, value in found.items() if name != standard}
    return HardnessConversion(
        from_kernel(kinds.RATIO, found[standard]), wanted, standard, _tables()[standard].source, others
    )


def tensile_strength_from_hardness(hardness: str) -> TensileEstimate:
    """Tensile strength that a hardness of unalloyed or low-alloy steel stands for.

    Parameters
    ----------
    hardness
        Number and scale, like "300 HV" or "40 HRC".

    Returns
    -------
    TensileEstimate
        Strength [MPa].

    Raises
    ------
    InputError
        When the text is no hardness, or outside the range of the table.

    Notes
    -----
    ISO 18265 calls this the least reliable of its conversions; a strength for design needs a tensile test.

    References
    ----------
    ISO 18265, table A.1.

    Examples
    --------
    >>> tensile_strength_from_hardness("300 HV").tensile_strength.m
    965.0
    """
    where = "tensile_strength_from_hardness"
    number, given = read_hardness_text(hardness, where)
    for standard, table in _tables().items():
        if table.has(given, "tensile_strength"):
            low, high = table.span(given, "tensile_strength")
            value = table.convert(number, given, "tensile_strength")
            if value is None:
                raise InputError(f"{where}, hardness: {hardness!r} is outside {low:g} to {high:g} {given} of the table")
            return TensileEstimate(from_kernel(kinds.STRESS, value), standard, table.source)
    raise InputError(f"{where}, hardness: no table leads from {given} to a tensile strength; give HV, HB or HRC")


class _Table:
    """The rows of one standard: every scale as a rising function of the Vickers number."""

    def __init__(self, rows: list[HardnessRow]) -> None:
        from scipy.interpolate import PchipInterpolator

        self.source = tuple(dict.fromkeys(key for row in rows for key in row.source))
        self._curves: dict[str, Any] = {}
        for scale in (*SCALES[1:], "tensile_strength"):
            points = sorted((row.values["HV"], row.values[scale]) for row in rows if scale in row.values)
            if len(points) > 1:
                vickers, numbers = (np.array(one) for one in zip(*points, strict=True))
                self._curves[scale] = PchipInterpolator(vickers, numbers, extrapolate=False)
        every = [row.values["HV"] for row in rows]
        self._ends = min(every), max(every)

    def has(self, given: str, wanted: str) -> bool:
        """True where both scales are in the table."""
        return all(scale == "HV" or scale in self._curves for scale in (given, wanted))

    def convert(self, number: float, given: str, wanted: str) -> float | None:
        """Number on the scale `wanted`; None outside what the table holds for both scales."""
        low, high = self.span(given, wanted)
        if not low <= number <= high:
            return None
        found = self._read(self._vickers(number, given), wanted)
        return float(found)

    def span(self, given: str, wanted: str) -> tuple[float, float]:
        """Lowest and highest number on the scale `given` that leads to `wanted`."""
        (low, high), (other_low, other_high) = self._range(given), self._range(wanted)
        return float(self._read(max(low, other_low), given)), float(self._read(min(high, other_high), given))

    def _range(self, scale: str) -> tuple[float, float]:
        if scale == "HV":
            return self._ends
        return float(self._curves[scale].x[0]), float(self._curves[scale].x[-1])

    def _read(self, vickers: float, scale: str) -> Any:
        return vickers if scale == "HV" else self._curves[scale](vickers)

    def _vickers(self, number: float, scale: str) -> float:
        if scale == "HV":
            return number
        from scipy.optimize import brentq

        curve = self._curves[scale]
        knot = np.flatnonzero(curve(curve.x) == number)
        if knot.size:
            return float(curve.x[knot[0]])
        return float(brentq(lambda vickers: curve(vickers) - number, curve.x[0], curve.x[-1], xtol=1e-13, rtol=1e-15))


def _tables() -> dict[str, _Table]:
    return _tables_of(default())


@lru_cache(maxsize=2)
def _tables_of(catalog: Catalog) -> dict[str, _Table]:
    rows: dict[str, list[HardnessRow]] = {}
    for row in catalog.hardness:
        rows.setdefault(row.standard, []).append(row)
    return {standard: _Table(found) for standard, found in rows.items()}


def _scale(text: str, where: str) -> str:
    found = _MEANT.get(str(text).strip().upper())
    if found is None:
        raise InputError(f"{where}, scale: {text!r} is on no scale of the tables; they hold {', '.join(SCALES)}")
    return found

"""Shop notation: what people type for a size, a speed or a feed, read without guessing.

`12.5 mm`, `12,5 mm`, `1/4`, `1-1/2 in`, `0.25"`, `#7`, `F`, `M6x1`, `1/4-20`, `400 sfm`, `2 pi rad/s`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from chipload.data_files import data_folder
from chipload.errors import NotationError

_NUMBER = r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?"
_WITH_UNIT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>.*)", re.DOTALL)
_FRACTION = re.compile(
    r"(?:(?P<whole>\d+)(?:\s*-\s*|\s+))?(?P<top>\d+)\s*/\s*(?P<bottom>\d+)\s*(?P<unit>in|inch|inches|mm|\")?"
)
_METRIC_THREAD = re.compile(r"[mM]\s*(?P<size>\d+(?:[.,]\d+)?)(?:\s*[xX×]\s*(?P<pitch>\d+(?:[.,]\d+)?))?")
_UNIFIED_THREAD = re.compile(r"(?P<top>\d+)/(?P<bottom>\d+)\s*-\s*(?P<tpi>\d+)")
_SCREW_THREAD = re.compile(r"#(?P<number>\d+)\s*-\s*(?P<tpi>\d+)")
_UNIT_PART = re.compile(r"[A-Za-zµΩ%_]+|(?:\*\*|\^)\s*-?\d(?![\d.])|[²³]|[*/·()\s]|1(?=\s*/)")
_POWER = re.compile(r"\*\*|\^|[²³]")
_DRILL = re.compile(r"#\s*\d+|[A-Za-z]")
_LOOKALIKES = str.maketrans(
    {"−": "-", "–": "-", "×": "x", "″": '"', "”": '"', "“": '"', "\u00a0": " ", "\u202f": " ", "μ": "µ", "°": " deg"}
)
_LONGEST = 80


@cache
def drill_sizes() -> dict[str, float]:
    """Number and letter drills, "#7" or "F", to their diameter in inches."""
    import csv

    with (data_folder() / "drill_sizes.csv").open(encoding="utf-8", newline="") as file:
        return {row["size"].upper(): float(row["diameter"]) for row in csv.DictReader(file)}


def read_number(text: str) -> float:
    """The number in `text`, with a decimal point or a decimal comma.

    Raises
    ------
    NotationError
        For a text that is no number, and for one like "1,234" that is 1.234 to one reader and 1234 to another.

    Examples
    --------
    >>> read_number("12,5"), read_number("1,234.5"), read_number("1.234,5")
    (12.5, 1234.5, 1234.5)
    """
    plain = text.strip()
    if plain.isascii() and plain.replace(".", "", 1).isdigit():
        return float(plain)  # the common case, and most of a table
    if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", plain):
        joined, pointed = plain.replace(",", ""), plain.replace(",", ".")
        raise NotationError(f"{text!r} can mean {joined} or {pointed}; write one of these")
    if "," in plain and "." in plain:
        decimal = "," if plain.rindex(",") > plain.rindex(".") else "."
        grouping = "." if decimal == "," else ","
        if not re.fullmatch(rf"[+-]?\d{{1,3}}(?:\{grouping}\d{{3}})+\{decimal}\d*(?:[eE][+-]?\d+)?", plain):
            raise NotationError(f"{text!r} is not a number; write it with one decimal point, like 1234.5")
        plain = plain.replace(grouping, "").replace(decimal, ".")
    elif plain.count(",") > 1:
        if not re.fullmatch(r"[+-]?\d{1,3}(?:,\d{3})+", plain):
            raise NotationError(f"{text!r} is not a number; write it with one decimal point, like 1234.5")
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        raise NotationError(f"{text!r} is not a number; write one like 12.5 or 12,5") from None


@lru_cache(maxsize=4096)
def read_quantity(text: str, sizes: bool) -> tuple[float, str | None]:
    """Number and unit text in `text`; the unit is None where none was written.

    Parameters
    ----------
    text
        What the user typed.
    sizes
        True for a length: drill sizes, thread sizes (the nominal diameter) and bare fractions, which are
        always of an inch, are read too.

    Raises
    ------
    NotationError
        When `text` is no quantity or could mean two.

    Examples
    --------
    >>> read_quantity("1-1/2 in", sizes=True)
    (1.5, 'inch')
    >>> read_quantity("M6x1", sizes=True)
    (6.0, 'mm')
    >>> read_quantity("400 sfm", sizes=False)
    (400.0, 'sfm')
    """
    plain = text.translate(_LOOKALIKES).strip()
    if not plain:
        raise NotationError("nothing was given")
    if len(plain) > _LONGEST:
        raise NotationError(f"a text of {len(plain)} characters is not a quantity")
    if sizes and (size := _read_size(plain)) is not None:
        return size
    match = _WITH_UNIT.fullmatch(plain)
    if match is None:
        raise NotationError(f"{text!r} does not start with a number")
    unit = match["unit"].strip()
    if unit.startswith("/"):  # a fraction where only decimals make sense: "1/4 kW"
        raise NotationError(f"{text!r} is not a number with a unit; write the fraction as a decimal")
    unit = "inch" if unit == '"' else unit
    if not is_unit_text(unit):
        raise NotationError(f"{text!r} is not a number with a unit")
    return read_number(match["number"]), unit or None


@lru_cache(maxsize=1024)
def is_unit_text(unit: str) -> bool:
    """True for words, signs and single-digit powers: what a unit is written with, and nothing that computes."""
    at, powered = 0, False
    while at < len(unit):
        part = _UNIT_PART.match(unit, at)
        if part is None:
            return False
        power = _POWER.match(part[0]) is not None
        if power and powered:
            return False
        powered = power or (powered and part[0].isspace())
        at = part.end()
    return True


def _read_size(plain: str) -> tuple[float, str] | None:
    if match := _UNIFIED_THREAD.fullmatch(plain):
        # "1-1/2" has its dash before the fraction, "1/4-20" behind it: no text is both.
        return _size(plain, _divide(plain, int(match["top"]), int(match["bottom"])), int(match["tpi"])), "inch"
    if match := _FRACTION.fullmatch(plain):
        part = _divide(plain, int(match["top"]), int(match["bottom"]))
        return int(match["whole"] or 0) + part, "mm" if match["unit"] == "mm" else "inch"
    if match := _METRIC_THREAD.fullmatch(plain):
        return _size(plain, read_number(match["size"]), read_number(match["pitch"] or "1")), "mm"
    if match := _SCREW_THREAD.fullmatch(plain):
        return _size(plain, 0.060 + 0.013 * int(match["number"]), int(match["tpi"])), "inch"  # ASME B1.1
    if _DRILL.fullmatch(plain):
        name = plain.replace(" ", "").upper()
        if name not in drill_sizes():
            raise NotationError(f"{plain!r} is no drill size; number drills run from #1, letters from A to Z")
        return drill_sizes()[name], "inch"
    return None


def _size(plain: str, nominal: float, pitch: float) -> float:
    if nominal <= 0 or pitch <= 0:
        raise NotationError(f"{plain!r} is no thread; its size and pitch are more than zero")
    return nominal


def _divide(plain: str, top: int, bottom: int) -> float:
    if bottom == 0:
        raise NotationError(f"{plain!r} divides by zero")
    return top / bottom

"""Reading what was typed, and printing what was found."""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from chipload.errors import InputError

_RANGE = re.compile(r"(?P<start>[^:]+):(?P<stop>[^:]+):(?P<count>\d+)\s*(?P<unit>.*)")


def pair(text: str, what: str = "field") -> tuple[str, str]:
    """Name and value of NAME=VALUE; a dash in the name is an underscore.

    Raises
    ------
    InputError
        For a text that is no such pair.
    """
    name, equals, value = text.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise InputError(f'{what}: {text!r} is no NAME=VALUE; write one like "axial_depth=10 mm"')
    return name.strip().replace("-", "_"), value.strip()


def pairs(texts: Iterable[str], what: str = "field") -> dict[str, str]:
    """Values by name; a name that comes twice is refused.

    Raises
    ------
    InputError
        For a text that is no pair, or a name that comes twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, value = pair(text, what)
        if name in found:
            raise InputError(f"{name}: it is given twice, {found[name]!r} and {value!r}; keep one")
        found[name] = value
    return found


def axes(texts: Iterable[str], what: str) -> dict[str, list[str]]:
    """Values by name, of NAME=START:STOP:COUNT UNIT and NAME=VALUE, which may be repeated.

    Raises
    ------
    InputError
        For a text that is neither.
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        name, value = pair(text, what)
        found.setdefault(name, []).extend(_spread(name, value))
    return found


def _spread(name: str, text: str) -> list[str]:
    ends = _RANGE.fullmatch(text)
    if ends is None:
        if ":" in text:
            raise InputError(f'{name}: {text!r} is no START:STOP:COUNT UNIT; write one like "{name}=1:5:9 mm"')
        return [text]
    import numpy as np

    from chipload.units.notation import read_number

    try:
        start, stop = read_number(ends["start"].strip()), read_number(ends["stop"].strip())
    except InputError:
        raise InputError(
            f'{name}: the ends of {text!r} are no plain numbers; the unit stands behind the count, like "1:5:9 mm"'
        ) from None
    count = int(ends["count"])
    if count < 1:
        raise InputError(f"{name}: {text!r} has no values; give a count of 1 at least")
    return [f"{float(value)!r} {ends['unit']}".strip() for value in np.linspace(start, stop, count)]


def span(text: str, what: str) -> tuple[str, tuple[str | None, str | None]]:
    """Name and the two ends of NAME=LOW..HIGH, None for an end that is left out.

    Raises
    ------
    InputError
        For a text that is none.
    """
    name, _, value = text.partition("=")
    low, dots, high = value.partition("..")
    if not name.strip() or not dots or not (low.strip() or high.strip()):
        raise InputError(f'{what}: {text!r} is no range; write one like "tensile_strength=400 MPa..600 MPa"')
    return name.strip().replace("-", "_"), (low.strip() or None, high.strip() or None)


def read_text(name: str, what: str) -> str:
    """The text of a file, or of standard input for "-".

    Raises
    ------
    InputError
        For a file that cannot be read.
    """
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{what}: the file {name!r} cannot be read ({error}); give one that can") from None


def system_of(given: argparse.Namespace) -> str:
    """The system of units that was asked for."""
    return "inch" if given.inch else "metric"


def print_json(found: Any) -> None:
    """Print plain values as JSON; what is no number is null."""
    print(json.dumps(_finite(found), ensure_ascii=False, indent=2))


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _finite(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text in columns."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )

"""Rows of a comma-separated file: any of the usual separators, a header, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chipload.exchange.guards import MOST_ITEMS, LibraryError, as_text

MOST_COLUMNS, LONGEST_NAME = 1000, 200
SURPLUS = "\x00surplus"
"""Name under which a row keeps cells that no column names."""
_RUNS = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a cell begins with that a spreadsheet takes for a formula, and the mark that stops it."""


def read_rows(content: bytes) -> tuple[list[str], list[dict[str, Any]], str]:
    """Header, rows by column, and the separator.

    Raises
    ------
    LibraryError
        For a table without a header, with a column twice or with too many rows.
    """
    text = as_text(content)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        header = [name.strip() for name in next(rows, [])]
        named = [name for name in header if name]
        if not named:
            raise LibraryError("the file: its first line names no columns; give a table with a header")
        if len(header) > MOST_COLUMNS or max(map(len, named)) > LONGEST_NAME:
            raise LibraryError("the file: its first line is no header of a table; give a table with one")
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice is not None:
            raise LibraryError(f"the file: its column {twice!r} is there twice; keep one of them")
        found: list[dict[str, Any]] = []
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if len(found) >= MOST_ITEMS:
                raise LibraryError(f"the file: it has more than {MOST_ITEMS} rows; split the library")
            record: dict[str, Any] = {name: cell for name, cell in zip(header, row, strict=False) if name}
            surplus = [cell for place, cell in enumerate(row) if place >= len(header) or not header[place]]
            if any(surplus):
                record[SURPLUS] = surplus
            found.append(record)
    except csv.Error as error:
        raise LibraryError(f"the file: it is no table ({error}); save it again as CSV") from None
    return header, found, separator


def write_rows(header: Sequence[str], rows: Iterable[Mapping[str, Any]], separator: str = ",") -> bytes:
    """A table in UTF-8; numbers with a decimal point."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        cells = ["" if (value := row.get(name)) is None else str(value) for name in header if name]
        writer.writerow([*cells, *row.get(SURPLUS, ())])
    return target.getvalue().encode("utf-8")


def quiet(text: str) -> str:
    """A text that no spreadsheet runs as a formula; `spoken` takes the mark away."""
    return f"'{text}" if text.startswith(_RUNS) else text


def spoken(text: str) -> str:
    """The text of a cell that `quiet` made."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_RUNS) else text

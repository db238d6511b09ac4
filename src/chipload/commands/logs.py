"""Logs of a shop as CSV: a head with names and units, a line for each cut."""

from __future__ import annotations

import csv
import io

from chipload.commands.words import read_text
from chipload.errors import InputError


def read_log(file: str) -> list[dict[str, str]]:
    """The lines of a log, each the texts by the name of their column, with the unit of the head behind a bare number.

    A head is "power [kW]" or "power"; columns are parted by commas or semicolons, and an empty cell is left out.

    Raises
    ------
    InputError
        For a file that cannot be read, has no line, a head twice, or a line that is longer or shorter than the head.
    """
    from chipload.planning.frames import read_head

    text = read_text(file, "log")
    first = text.partition("\n")[0]
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=";" if ";" in first else ",") if any(row)]
    except csv.Error as error:
        raise InputError(f"log: {file!r} is no CSV ({error}); save the table as CSV in UTF-8") from None
    if len(rows) < 2:
        raise InputError(f"log: {file!r} has no lines; it needs a head with names and a line for each cut")
    try:
        names, units = zip(*map(read_head, rows[0]), strict=True)
    except InputError as error:
        raise InputError(f"log: {error}") from None
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise InputError(f"log: the column {twice[0]} is there twice; keep one")
    found = []
    for place, row in enumerate(rows[1:], 2):
        if len(row) != len(names):
            raise InputError(f"log: line {place} has {len(row)} cells for {len(names)} heads; mend it")
        cells = zip(names, (cell.strip() for cell in row), units, strict=True)
        found.append({name: f"{cell} {unit}".strip() for name, cell, unit in cells if cell})
    return found

"""Rows added to the shop's own tables: the newest first, and never one that was there lost."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from chipload.catalog.library import default, user_folder
from chipload.catalog.loading import COLUMNS
from chipload.catalog.reading import Problem, read_table
from chipload.errors import TableError


def add_rows(file: str, rows: Sequence[Mapping[str, str]], folder: Path | None = None) -> Path:
    """Put rows before those of an own table, which is made if it is missing; the whole table is replaced at once.

    Columns beyond those the table must have are kept, and added where a row has them.

    Parameters
    ----------
    file
        Name of the table, one of `COLUMNS`.
    rows
        Cells by column; what a row does not name stays empty.
    folder
        Folder of own tables; the user's unless given.

    Returns
    -------
    Path
        The table.

    Raises
    ------
    TableError
        When the table that is there cannot be read in full, or the folder cannot be written.
    """
    place = (folder or user_folder()) / file
    columns, kept, delimiter = list(COLUMNS[file]), list[dict[str, str]](), ","
    if place.exists():
        problems: list[Problem] = []
        kept = [row.cells for row in read_table(place, COLUMNS[file], problems, own=True)]
        if problems:
            raise TableError(f"nothing was saved, as {place} cannot be read in full ({problems[0]}); mend it first")
        header = place.read_text(encoding="utf-8-sig").split("\n", 1)[0]
        delimiter = max(",;\t", key=header.count)
        columns = next(csv.reader([header.strip()], delimiter=delimiter))
    columns += [name for name in dict.fromkeys(name for row in rows for name in row) if name not in columns]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows([*rows, *kept])
    replace_text(place, text.getvalue())
    default.cache_clear()
    return place


def replace_text(place: Path, text: str) -> None:
    """Write a file under another name and put it in place at once, so that a failure leaves the old one whole.

    Raises
    ------
    TableError
        When the folder cannot be written.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f".{place.name}.{os.getpid()}")
        beside.write_text(text, encoding="utf-8", newline="")
        os.replace(beside, place)
    except OSError as error:
        raise TableError(
            f"the table cannot be kept in {place.parent} ({error}); choose a folder by CHIPLOAD_DATA"
        ) from None

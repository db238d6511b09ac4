"""The shop's own tables: a template to start from, a check before they count, and a safe place to keep them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from chipload.catalog.library import Catalog, user_folder
from chipload.catalog.loading import COLUMNS
from chipload.catalog.reading import LARGEST, Problem, Row, read_table
from chipload.data_files import data_folder
from chipload.errors import InputError, TableError

_KEYS = ("subject", "material", "machine", "holder")
"""Columns that tell what a row is about."""


def export_template(folder: Path, names: Iterable[str] = (), tables: Catalog | None = None) -> list[Path]:
    """Write every table with its header, and with the shipped rows of `names` to change.

    Parameters
    ----------
    folder
        Where to; made if it is missing.  A table that is there already is never overwritten.
    names
        Materials or machines whose rows to copy, by any usual name.
    tables
        Where the names are looked up; the shipped tables unless given.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    InputError
        When a table of that name is in the folder already.
    UnknownNameError
        For a name no table holds.
    """
    catalog = tables or Catalog()
    wanted = {_resolve(catalog, name) for name in names}
    taken = [file for file in COLUMNS if (folder / file).exists()]
    if taken:
        raise InputError(
            f"folder: {folder} holds {taken[0]} and {len(taken) - 1} more tables already; give an empty folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file, columns in COLUMNS.items():
        rows = [row.cells for row in _shipped(file) if wanted & {row.cells.get(key, "") for key in _KEYS}]
        with (folder / file).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        written.append(folder / file)
    return written


def check_table(file: str, content: bytes) -> tuple[int, tuple[Problem, ...]]:
    """How many rows of an uploaded table would be used, and what is wrong with the others.

    Parameters
    ----------
    file
        Name of the table, one of `COLUMNS`.
    content
        The file as it was saved.

    Raises
    ------
    InputError
        For a name that is no table.
    """
    if file not in COLUMNS:
        raise InputError(f"file: {file!r} is no table; a table has one of the names {', '.join(COLUMNS)}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for other in _kept(file):
            (folder / other.name).write_bytes(other.read_bytes())
        (folder / file).write_bytes(content[: LARGEST + 1])
        problems = tuple(problem for problem in Catalog(folder).problems if problem.file == file)
        rows = sum(1 for _ in read_table(folder / file, COLUMNS[file], [], own=True))
    bad = {problem.line for problem in problems}
    return max(rows - len(bad), 0), problems


def keep_table(file: str, content: bytes, folder: Path | None = None) -> Path:
    """Put a table into the user's folder, where it counts from the next look-up on.

    A table of that name that is there already is kept beside it under a numbered name.

    Returns
    -------
    Path
        Where the table is.

    Raises
    ------
    InputError
        For a name that is no table.
    TableError
        When the folder cannot be written.
    """
    if file not in COLUMNS:
        raise InputError(f"file: {file!r} is no table; a table has one of the names {', '.join(COLUMNS)}")
    place = (folder or user_folder()) / file
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            number = 1
            while (before := place.with_suffix(f".before-{number}")).exists():
                number += 1
            place.rename(before)
        place.write_bytes(content)
    except OSError as error:
        raise TableError(
            f"the table cannot be kept in {place.parent} ({error}); choose a folder by CHIPLOAD_DATA"
        ) from None
    return place


def _kept(file: str) -> list[Path]:
    """The user's other tables, which a new one may refer to."""
    folder = user_folder()
    return [folder / other for other in COLUMNS if other != file and (folder / other).is_file()]


def _shipped(file: str) -> Iterable[Row]:
    return read_table(data_folder() / file, COLUMNS[file], [], own=False)


def _resolve(catalog: Catalog, name: str) -> str:
    try:
        return catalog.material(name).name
    except InputError as error:
        if name in catalog.machines:
            return name
        raise error from None

"""Read any tool library that is known, and write it in any format that can hold it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from chipload.exchange.checks import check_numbers
from chipload.exchange.guards import (
    SQLITE_MAGIC,
    ZIP_MAGIC,
    Given,
    LibraryError,
    Parsed,
    as_text,
    guarded,
    no_collecting,
    parse_json,
    read_bytes,
    write_bytes,
)
from chipload.exchange.items import Library, Problem

Units = Literal["mm", "inch"]
_SYSTEMS = {"mm": "metric", "inch": "inch"}


@dataclass(frozen=True)
class Format:
    """A format: its name, its usual endings, and what it can do."""

    name: str
    title: str
    module: str
    endings: tuple[str, ...]
    writes: bool = True
    asks_units: bool = False
    """True where the file does not say its units, so that whoever reads it must."""
    takes_units: bool = False
    """True where some files do not."""
    beside: bool = False
    """True where a library refers to other files beside it."""

    def load(self) -> Any:
        """The module that reads and writes it."""
        return import_module(f"chipload.exchange.{self.module}")


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("own", "chipload JSON", "own_json", (".json",)),
        Format("own-csv", "chipload CSV", "own_csv", (".csv",)),
        Format("fusion", "Autodesk Fusion", "fusion", (".json", ".tools")),
        Format("linuxcnc", "LinuxCNC tool table", "linuxcnc", (".tbl",), asks_units=True),
        Format("freecad", "FreeCAD tool bits", "freecad", (".fctl", ".fctb"), beside=True),
        Format("carbide", "Carbide Create CSV", "carbide", (".csv",)),
        Format("hsmadvisor", "HSMAdvisor CSV", "hsmadvisor", (".csv",), writes=False, takes_units=True),
        Format("camotics", "CAMotics tool table", "camotics", (".ctbl",), writes=False),
        Format("vectric", "Vectric tool database", "vectric", (".vtdb",), writes=False),
    )
}
"""Formats by their name."""


def formats() -> tuple[str, ...]:
    """Names of the formats there are.

    Examples
    --------
    >>> formats()[:3]
    ('own', 'own-csv', 'fusion')
    """
    return tuple(FORMATS)


@guarded
def read_library(given: Given, format: str | None = None, units: Units | None = None) -> Library:
    """Read a tool library.

    Parameters
    ----------
    given
        Path of the file, or its content as bytes.
    format
        One of `formats()`; found out from the content unless given.
    units
        "mm" or "inch", for a format that does not say its units itself: the table of LinuxCNC.

    Returns
    -------
    Library
        Its items, and a problem for each thing that is wrong, doubtful or left open.

    Raises
    ------
    LibraryError
        For a file that is no library, of an unknown format or beyond the limits of size and depth.

    Notes
    -----
    A number is read in the unit its file gives it in and stays in that unit.  Nothing is corrected: numbers that do not
    agree are reported.  Zero, null and an empty text mean that a speed, a feed or a length is not given.

    Examples
    --------
    >>> library = read_library(b"T1 P1 Z12.5 D6 ;6 mm 3 FL", units="mm")
    >>> library.items[0].size("diameter").m, library.items[0].name
    (6.0, '6 mm 3 FL')
    """
    with no_collecting():
        return _read(given, format, units)


def _read(given: Given, format: str | None, units: Units | None) -> Library:
    content: Any = read_bytes(given)
    chosen, content = _chosen(format, content)
    if units is not None and units not in _SYSTEMS:
        raise LibraryError(f"units: {units!r} is neither 'mm' nor 'inch'; give one of them")
    if chosen.takes_units:
        found = chosen.load().read(content, None if units is None else _SYSTEMS[units])
    elif chosen.asks_units:
        if units is None:
            raise LibraryError(f"units: a {chosen.title} does not say its units; give units='mm' or units='inch'")
        found = chosen.load().read(content, _SYSTEMS[units])
    elif chosen.beside:
        found = chosen.load().read(content, None if isinstance(given, bytes) else Path(given))
    else:
        found = chosen.load().read(content)
    name = found.name or ("" if isinstance(given, bytes) else Path(given).stem)
    return replace(found, name=name, problems=(*found.problems, *check_numbers(found.items)))


@guarded
def write_library(
    library: Library, path: str | Path, format: str | None = None, units: Units = "mm"
) -> tuple[Problem, ...]:
    """Write a tool library.

    Parameters
    ----------
    library
        What to write; what its items bring along from the same format is given back as it was.
    path
        Where to; a file that is there is replaced.
    format
        One of `formats()`; by the ending of `path` unless given.
    units
        "mm" or "inch", for items that do not bring their own unit in that format.

    Returns
    -------
    tuple of Problem
        What the format has no place for; empty where everything is in the file.

    Raises
    ------
    LibraryError
        For a format that is read only, an ending no format has, or a place that cannot be written.
    """
    if units not in _SYSTEMS:
        raise LibraryError(f"units: {units!r} is neither 'mm' nor 'inch'; give one of them")
    place = Path(path)
    chosen = _by_name(format) if format is not None else _by_ending(place, library)
    if not chosen.writes:
        ways = ", ".join(one.name for one in FORMATS.values() if one.writes)
        raise LibraryError(f"format: a {chosen.title} is only read; write one of {ways}")
    with no_collecting():
        return _write(library, place, chosen, units)


def _write(library: Library, place: Path, chosen: Format, units: Units) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    module, system = chosen.load(), _SYSTEMS[units]
    if chosen.beside:
        module.write_files(library, place, problems, system)
    else:
        write: Callable[..., bytes] = module.write
        options = {"packed": place.suffix.lower() == ".tools"} if chosen.name == "fusion" else {}
        write_bytes(place, write(library, problems, system=system, **options))
    return tuple(problems)


def _by_name(name: str) -> Format:
    if name not in FORMATS:
        raise LibraryError(f"format: {name!r} is not known; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def _by_ending(path: Path, library: Library) -> Format:
    """The format of an ending; where several have it, the one the library comes from goes first."""
    fitting = [one for one in FORMATS.values() if path.suffix.lower() in one.endings]
    if not fitting:
        raise LibraryError(f"path: no format ends in {path.suffix!r}; give the format, one of {', '.join(FORMATS)}")
    return next((one for one in fitting if one.name == library.format), fitting[0])


def _chosen(name: str | None, content: bytes) -> tuple[Format, Any]:
    """The format, and the content for its reader: JSON that was parsed to find the format is not parsed twice."""
    if name is not None:
        return _by_name(name), content
    found, parsed = _sniff(content)
    if found is None:
        titles = ", ".join(one.title for one in FORMATS.values())
        raise LibraryError(f"the file: it looks like none of the libraries known here ({titles}); give its format")
    return FORMATS[found], parsed


_TABLE_LINE = re.compile(r"(?im)^[ \t]*(?:T[ \t]*\d+[ \t]+P[ \t]*\d+|P[ \t]*\d+[ \t]+T[ \t]*\d+)\b")


def detect(content: bytes) -> str | None:
    """Name of the format of a file by its content, None where it looks like none of them.

    Examples
    --------
    >>> detect(b'{"data": [], "version": 36}')
    'fusion'
    """
    return _sniff(content)[0]


def _sniff(content: bytes) -> tuple[str | None, bytes | Parsed]:
    if content.startswith(ZIP_MAGIC):
        return "fusion", content
    if content.startswith(SQLITE_MAGIC):
        return "vectric", content
    text = as_text(content)
    if text.lstrip().startswith(("{", "[")):
        del text
        parsed = Parsed(parse_json(content))
        return _detect_json(parsed.document), parsed
    header = re.split(r"[\r\n]", text, maxsplit=1)[0].casefold()
    columns = {cell.strip().strip('"') for cell in re.split(r"[,;\t]", header)}
    if {"kind", "number", "name"} <= columns:
        return "own-csv", content
    if {"tool_type_id", "diameter"} <= columns:
        return "hsmadvisor", content
    if {"number", "diameter", "numflutes", "metric"} <= columns:
        return "carbide", content
    return ("linuxcnc" if _TABLE_LINE.search(text) else None), content


def _detect_json(document: Any) -> str | None:
    if not isinstance(document, dict):
        return None
    if "chipload_library" in document:
        return "own"
    if isinstance(document.get("data"), list):
        return "fusion"
    if "parameter" in document or isinstance(document.get("tools"), list):
        return "freecad"
    return "camotics" if document and all(key.isdigit() for key in document) else None

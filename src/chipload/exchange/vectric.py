"""Tool databases of Vectric, `.vtdb`: read only, from a copy in memory, with bounded work."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.guards import LARGEST, LibraryError
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import Key, Word, shown, take
from chipload.exchange.vocabulary import PRESET_NUMBERS, SIZES

FORMAT = "vectric"
MOST_ROWS = 100_000
MOST_STEPS = 5_000
"""Calls of the watch, one in ten thousand instructions of the database: enough for a hundred thousand tools."""

LONGEST = 16 * 1024 * 1024
"""Bytes of one value of the database."""

_KINDS = {
    0: "ball end mill", 1: "flat end mill", 2: "bull nose end mill", 3: "v bit", 5: "tapered mill", 6: "drill",
    7: "thread mill",
}  # fmt: skip
_SYSTEMS = {0: "metric", 1: "inch"}
_GEOMETRY = tuple(
    Key(place, name, SIZES[name])
    for place, name in (
        ("diameter", "diameter"), ("included_angle", "point_angle"), ("flat_diameter", "tip_diameter"),
        ("num_flutes", "teeth"), ("flute_length", "flute_length"), ("thread_pitch", "pitch"),
        ("tip_radius", "corner_radius"),
    )
)  # fmt: skip
_DEPTHS = (
    Key("stepdown", "axial_depth", PRESET_NUMBERS["axial_depth"]),
    Key("stepover", "radial_depth", PRESET_NUMBERS["radial_depth"]),
)
_SPEED = (Key("spindle_speed", "spindle_speed", PRESET_NUMBERS["spindle_speed"]),)
_NAME = (Word("name_format", "name"), Word("notes", "note"))
_NUMBER = (Key("tool_number", "number", SIZES["teeth"], zero=True),)
_RATES = ("feed_rate", "plunge_rate")
_TABLES = ("tool_entity", "tool_geometry", "tool_cutting_data")


def read(content: bytes) -> Library:
    """A tool database of Vectric.

    Feed rates are kept and not used: the codes of their units are not published.

    Raises
    ------
    LibraryError
        For a file that is no such database, or one that takes too much work to read.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.deserialize(_settled(content))
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        steps = iter(range(MOST_STEPS))
        connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        tables = {name: list(_rows(connection, name)) for name in _TABLES}
        materials = {row.get("id"): row.get("name") for row in _rows(connection, "material", needed=False)}
    except sqlite3.Error as error:
        raise LibraryError(f"the file: the database cannot be read ({error}); export it again") from None
    finally:
        connection.close()
    return _library(tables, materials)


def _settled(content: bytes) -> bytes:
    """The database as one without a journal beside it, which a copy in memory cannot have: two marks of its header."""
    return content[:18] + b"\x01\x01" + content[20:] if content[18:20] == b"\x02\x02" else content


def _rows(connection: sqlite3.Connection, table: str, *, needed: bool = True) -> Iterator[dict[str, Any]]:
    known = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if known is None and not needed:
        return
    if known is None or known[0] != "table":
        raise LibraryError(f"the file: it has no table {table!r}, so it is no tool database of Vectric")
    found = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in found.description]
    letters = 0
    for count, row in enumerate(found):
        letters += sum(len(value) for value in row if isinstance(value, str))
        if count >= MOST_ROWS or letters > LARGEST:
            raise LibraryError(f"the file: its table {table!r} is too large to be of tools; split the library")
        yield {name: _plain(value) for name, value in zip(names, row, strict=True) if not isinstance(value, bytes)}


def _library(tables: dict[str, list[dict[str, Any]]], materials: dict[Any, Any]) -> Library:
    problems: list[Problem] = []
    cutting = {row.get("id"): row for row in tables["tool_cutting_data"]}
    uses: dict[Any, list[dict[str, Any]]] = {}
    for entity in tables["tool_entity"]:
        uses.setdefault(entity.get("tool_geometry_id"), []).append(entity)
    items = []
    for row in tables["tool_geometry"]:
        entities = uses.get(row.get("id"), [])
        pairs = [(cutting[one["tool_cutting_data_id"]], materials.get(one.get("material_id"))) for one in entities
                 if one.get("tool_cutting_data_id") in cutting]  # fmt: skip
        items.append(_item(row, pairs, problems))
    return Library(tuple(items), tuple(problems), format=FORMAT)


def _item(row: dict[str, Any], pairs: list[tuple[dict[str, Any], Any]], problems: list[Problem]) -> Item:
    label = str(row.get("name_format") or row.get("id") or "tool")[:60]
    words = take(row, _NAME, "metric", label, problems)
    kind = _KINDS.get(row["tool_type"], "other") if isinstance(row.get("tool_type"), int) else "other"
    if kind == "other":
        problems.append(Problem(label, "tool_type", row.get("tool_type"), "the code is not known; it is kept"))
    system = _SYSTEMS.get(row["units"]) if isinstance(row.get("units"), int) else None
    sizes: dict[str, Any] = {}
    if system is None:
        said = f"{shown(row.get('units'))} is neither 0 for mm nor 1 for inch, so no size is read"
        problems.append(Problem(label, "units", row.get("units"), said))
    else:
        sizes = take(row, _GEOMETRY, system, label, problems)
    found = [_preset(dict(data), material, label, problems) for data, material in pairs]
    number = next((number for _, number in found if number is not None), None)
    item = Item(kind, number, **words, sizes=sizes, presets=tuple(preset for preset, _ in found), extra={FORMAT: row})
    item = with_tool(item, problems)
    problems += check_item(item)
    return item


def _preset(data: dict[str, Any], material: Any, label: str, problems: list[Problem]) -> tuple[Preset, int | None]:
    numbers = take(data, _SPEED, "metric", label, problems)
    system = _SYSTEMS.get(data["length_units"]) if isinstance(data.get("length_units"), int) else None
    if system is not None:
        numbers |= take(data, _DEPTHS, system, label, problems)
    number = take(data, _NUMBER, "metric", label, problems).get("number")
    if any(data.get(name) for name in _RATES):
        said = f"the unit of the feed rates is only a code, {shown(data.get('rate_units'))}; they are kept and not used"
        problems.append(Problem(label, "rate_units", data.get("rate_units"), said))
    name = material if isinstance(material, str) else ""
    return Preset(name, material=name, **numbers, extra={FORMAT: data}), None if number is None else int(number)


def _plain(value: Any) -> Any:
    """A value that JSON has a word for; bytes are pictures and curves of the program's own and stay behind."""
    return repr(value) if isinstance(value, float) and not math.isfinite(value) else value

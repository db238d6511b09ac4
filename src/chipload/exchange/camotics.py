"""Tool tables of CAMotics, `.ctbl`: JSON with a tool under each number, in metric or inch units."""

from __future__ import annotations

from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.guards import LibraryError, Parsed, not_too_many, parse_json
from chipload.exchange.items import Item, Library, Problem
from chipload.exchange.keys import Key, Word, shown, take
from chipload.exchange.vocabulary import SIZES

FORMAT = "camotics"
_KINDS = {
    "cylindrical": "flat end mill", "ballnose": "ball end mill", "conical": "v bit", "snubnose": "chamfer mill",
    "spheroid": "lollipop mill",
}  # fmt: skip
_SYSTEMS = {"metric": "metric", "imperial": "inch"}
_SIZES = (Key("diameter", "diameter", SIZES["diameter"]), Key("length", "flute_length", SIZES["flute_length"]))
_NAME = (Word("description", "name"),)


def read(content: bytes | Parsed) -> Library:
    """A tool table of CAMotics; what it calls length is the cutting length.

    Raises
    ------
    LibraryError
        For a file that is none.
    """
    document = parse_json(content)
    if not isinstance(document, dict):
        raise LibraryError("the file: a tool table of CAMotics holds a tool under each number; give one")
    not_too_many(document)
    problems: list[Problem] = []
    items = tuple(_read_entry(key, record, problems) for key, record in document.items())
    return Library(items, tuple(problems), format=FORMAT)


def _read_entry(key: str, record: Any, problems: list[Problem]) -> Item:
    number = int(key) if key.isascii() and key.isdigit() and len(key) < 10 else None
    label = f"T{key}"
    if not isinstance(record, dict):
        problems.append(Problem(label, "tool", record, f"{shown(record)} is no tool; it is kept as it stands"))
        return Item("other", number, extra={FORMAT: {"key": key, "raw": record}})
    if number is None:
        problems.append(Problem(label, "number", key, f"{shown(key)} is no number of a tool; it is kept"))
    name = take(record, _NAME, "metric", label, problems).get("name", "")
    kind = _KINDS.get(str(record.get("shape")).casefold(), "other")
    if kind == "other":
        said = f"{shown(record.get('shape'))} is not known; it is kept"
        problems.append(Problem(label, "shape", record.get("shape"), said))
    system = _SYSTEMS.get(str(record.get("units")).casefold())
    sizes: dict[str, Any] = {}
    if system is None:
        said = f"{shown(record.get('units'))} is neither 'metric' nor 'imperial', so no size is read; correct it"
        problems.append(Problem(label, "units", record.get("units"), said))
    else:
        sizes = take(record, _SIZES, system, label, problems)
    item = with_tool(Item(kind, number, name, sizes=sizes, extra={FORMAT: {"key": key, **record}}), problems)
    problems += check_item(item)
    return item

"""The tool CSV of Carbide Create, which makers of router bits publish too: units by row, one preset a row."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import Key, Word, flag, give, shown, take
from chipload.exchange.table import quiet, read_rows, spoken, write_rows
from chipload.exchange.vocabulary import PRESET_NUMBERS, SIZES

FORMAT = "carbide"
HEADER = (
    "number", "vendor", "model", "URL", "name", "type", "diameter", "cornerradius", "flutelength", "shaftdiameter",
    "angle", "numflutes", "stickout", "coating", "metric", "notes", "machine", "material", "plungerate", "feedrate",
    "rpm", "depth", "cutpower", "finishallowance", "3dstepover", "3dfeedrate", "3drpm",
)  # fmt: skip

_KINDS = {"end": "flat end mill", "ball": "ball end mill", "vee": "v bit", "engraver": "engraver"}
_TYPES = {
    "flat end mill": "end", "bull nose end mill": "end", "ball end mill": "ball", "v bit": "vee",
    "engraver": "engraver",
}  # fmt: skip


def _word(place: str, name: str) -> Word:
    return Word(place, name, lambda text: spoken(text) or None, quiet)


_TEXTS = (_word("vendor", "vendor"), _word("model", "product"), _word("name", "name"), _word("notes", "note"))
_NUMBER = (Key("number", "number", SIZES["teeth"], zero=True),)
_SIZES = tuple(
    Key(place, name, SIZES[name])
    for place, name in (
        ("diameter", "diameter"), ("cornerradius", "corner_radius"), ("flutelength", "flute_length"),
        ("shaftdiameter", "shank_diameter"), ("angle", "point_angle"), ("numflutes", "teeth"),
        ("stickout", "stickout"),
    )
)  # fmt: skip
_NUMBERS = tuple(
    Key(place, name, PRESET_NUMBERS[name])
    for place, name in (
        ("rpm", "spindle_speed"), ("feedrate", "feed_rate"), ("plungerate", "plunge_feed_rate"),
        ("depth", "axial_depth"),
    )
)  # fmt: skip
_MATERIAL = (_word("material", "material"),)


def read(content: bytes) -> Library:
    """A table of Carbide Create.

    Raises
    ------
    LibraryError
        For a text that is no table.
    """
    header, rows, separator = read_rows(content)
    problems: list[Problem] = []
    items = tuple(_read_row(row, line, problems) for line, row in enumerate(rows, 2))
    return Library(items, tuple(problems), format=FORMAT, extra={FORMAT: {"header": header, "separator": separator}})


def _read_row(row: dict[str, Any], line: int, problems: list[Problem]) -> Item:
    label = f"line {line}"
    values = take(row, (*_TEXTS, *_NUMBER), "metric", label, problems)
    number = values.pop("number", None)
    item = Item("other", None if number is None else int(number), **values, extra={FORMAT: row})
    label = label if item.label == item.kind else item.label
    metric = flag(row.get("metric"))
    if metric is None:
        said = f"{shown(row.get('metric'))} is neither 1 for mm nor 0 for inch, so no size is read; correct it"
        problems.append(Problem(label, "metric", row.get("metric"), said))
        return item
    system = "metric" if metric else "inch"
    kind = _KINDS.get(str(row.get("type", "")).strip().casefold(), "other")
    if kind == "other":
        problems.append(Problem(label, "type", row.get("type"), f"{shown(row.get('type'))} is not known; it is kept"))
    sizes = take(row, _SIZES, system, label, problems)
    if kind == "flat end mill" and "corner_radius" in sizes:
        kind = "bull nose end mill"
    numbers = take(row, (*_NUMBERS, *_MATERIAL), system, label, problems)
    presets = (Preset(**numbers),) if numbers else ()
    item = with_tool(replace(item, kind=kind, sizes=sizes, presets=presets), problems)
    problems += check_item(item)
    return item


def write(library: Library, problems: list[Problem], *, system: str = "metric") -> bytes:
    """A table of Carbide Create, with one row for each preset of an item; rows that were read keep their unit."""
    kept = library.extra.get(FORMAT, {})
    header = list(kept.get("header", HEADER)) if isinstance(kept, dict) else list(HEADER)
    rows = [row for item in library.items for row in _write_item(item, system, problems)]
    known = set(header)
    header += [name for name in HEADER if name not in known and any(row.get(name) not in (None, "") for row in rows)]
    header = [name for name in header if name]
    separator = kept.get("separator", ",") if isinstance(kept, dict) else ","
    return write_rows(header, rows, separator if separator in (",", ";", "\t") else ",")


def _write_item(item: Item, system: str, problems: list[Problem]) -> list[dict[str, Any]]:
    stored = item.extra.get(FORMAT)
    if not isinstance(stored, dict) and item.kind not in _TYPES:
        said = f"Carbide Create has no type for {item.kind!r}; it is left out"
        problems.append(Problem(item.label, "kind", item.kind, said))
        return []
    if item.sizes.keys() - {key.name for key in _SIZES} and not isinstance(stored, dict):
        lost = ", ".join(sorted(item.sizes.keys() - {key.name for key in _SIZES}))
        problems.append(Problem(item.label, "sizes", None, f"the table has no columns for {lost}"))
    return [_write_row(item, preset, stored, system) for preset in item.presets or (Preset(),)]


def _write_row(item: Item, preset: Preset, stored: Any, system: str) -> dict[str, Any]:
    row: dict[str, Any] = copy.deepcopy(stored) if isinstance(stored, dict) else {}
    if not row:
        row = {"type": _TYPES[item.kind], "metric": "1" if system == "metric" else "0"}
    metric = flag(row.get("metric"))
    texts = {"vendor": item.vendor, "product": item.product, "name": item.name, "note": item.note}
    give(row, (*_TEXTS, *_NUMBER), {**texts, "number": item.number}, system)
    if metric is not None:
        system = "metric" if metric else "inch"
        values = {key.name: item.size(key.name) for key in _SIZES}
        if item.kind == "ball end mill":
            values["corner_radius"] = item.sizes.get("corner_radius")
        give(row, _SIZES, values, system)
        give(row, (*_NUMBERS, *_MATERIAL), {**preset.values(), "material": preset.material}, system)
    return row

"""Tool tables of HSMAdvisor: a unit for every dimension, -1 for what is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import Entry, Key, Word, flag, shown, take
from chipload.exchange.table import read_rows
from chipload.exchange.vocabulary import PRESET_NUMBERS, SIZES

FORMAT = "hsmadvisor"
_KINDS = {
    "solidendmill": "flat end mill", "hpendmill": "flat end mill", "solidballmill": "ball end mill",
    "indexedfacemill": "face mill", "jobbertwistdrill": "drill", "spotdrill": "spot drill", "reamer": "reamer",
    "threadmill": "thread mill", "turningprofiling": "turning tool", "boringbar": "boring bar", "tap": "tap",
    "formingtap": "tap", "chamfermill": "chamfer mill",
}  # fmt: skip
_MATERIALS = {
    "hss": "hss", "hsscobalt": "cobalt hss", "carbide": "carbide", "pcd": "pcd", "ceramic": "ceramic",
}  # fmt: skip
_COATED = "coated carbide"
_TEXTS = (Word("Comment", "name"),)
_PLAIN = (
    Key("Flute_N", "teeth", SIZES["teeth"]),
    Key("Helix_angle", "helix_angle", SIZES["helix_angle"]),
    Key("Tool_maxrpm", "max_spindle_speed", SIZES["max_spindle_speed"]),
)
_LENGTHS = tuple(
    Key(place, name, SIZES[name])
    for place, name in (
        ("Diameter", "diameter"), ("Flute_Len", "flute_length"), ("Shank_Dia", "shank_diameter"),
        ("Shoulder_Len", "shoulder_length"), ("Shoulder_Dia", "shoulder_diameter"), ("Stickout", "stickout"),
        ("Corner_rad", "corner_radius"), ("Thread_pitch", "pitch"),
    )
)  # fmt: skip
_DEPTHS = (
    Key("Doc", "axial_depth", PRESET_NUMBERS["axial_depth"]),
    Key("Woc", "radial_depth", PRESET_NUMBERS["radial_depth"]),
)
_NUMBER = Key("Number", "number", SIZES["teeth"], zero=True)
_KNOWN: tuple[Entry, ...] = (*_TEXTS, *_PLAIN, *_LENGTHS, *_DEPTHS, _NUMBER)
_OURS = {key.place.casefold(): key.place for key in _KNOWN}
"""Columns as they are looked for, by their name in small letters: tables spell Flute_Len in several ways."""


def read(content: bytes, system: str | None = None) -> Library:
    """A table with the column names of HSMAdvisor.

    Parameters
    ----------
    content
        The file.
    system
        "metric" or "inch" for lengths whose row does not say; without it they are not read, and a problem tells.

    Raises
    ------
    LibraryError
        For a text that is no table.
    """
    header, rows, _ = read_rows(content)
    problems: list[Problem] = []
    items = tuple(_read_row(row, line, system, problems) for line, row in enumerate(rows, 2))
    return Library(items, tuple(problems), format=FORMAT, extra={FORMAT: {"header": header}})


def _read_row(row: dict[str, Any], line: int, system: str | None, problems: list[Problem]) -> Item:
    label = f"line {line}"
    named = {_OURS.get(name.casefold(), name): cell for name, cell in row.items()}
    known = {name: cell for name, cell in named.items() if str(cell).strip() not in ("-1", "-1.0")}
    words = {name.casefold(): name for name in named}
    values = take(dict(known), (*_TEXTS, _NUMBER), "metric", label, problems)
    number = values.pop("number", None)
    item = Item("other", None if number is None else int(number), **values, extra={FORMAT: row})
    label = label if item.label == item.kind else item.label
    their = str(named.get(words.get("tool_type_id", ""), "")).strip()
    kind = _KINDS.get(their.casefold(), "other")
    if kind == "other":
        problems.append(Problem(label, "Tool_type_id", their, f"{shown(their)} is not known; it is kept"))
    material = _material(named, words)
    sizes = take(dict(known), _PLAIN, "metric", label, problems)
    sizes |= _lengths(known, words, _LENGTHS, system, label, problems)
    depths = _lengths(known, words, _DEPTHS, system, label, problems)
    if kind == "flat end mill" and "corner_radius" in sizes:
        kind = "bull nose end mill"
    presets = (Preset(**depths),) if depths else ()
    item = replace(item, kind=kind, material=material, sizes=sizes, presets=presets)
    if their.casefold() == "formingtap" and "form" not in item.name.casefold():
        item = replace(item, note="roll form")
    item = with_tool(item, problems)
    problems += check_item(item)
    return item


def _material(row: dict[str, Any], words: dict[str, str]) -> str:
    """Cutting material in the words of the tables; a coating makes carbide coated carbide."""
    found = _MATERIALS.get(str(row.get(words.get("tool_material_id", ""), "")).strip().casefold(), "")
    coating = str(row.get(words.get("coating_id", ""), "")).strip().casefold()
    return _COATED if found == "carbide" and coating not in ("", "none", "-1") else found


def _lengths(
    row: dict[str, Any], words: dict[str, str], keys: tuple[Key, ...], system: str | None, label: str,
    problems: list[Problem],
) -> dict[str, Any]:  # fmt: skip
    """Lengths, each in the unit its own column `X_m` says."""
    found: dict[str, Any] = {}
    for key in keys:
        place = words.get(key.place.casefold())
        if place is None or place not in row or not str(row[place]).strip():
            continue
        metric = flag(row.get(words.get(f"{key.place.casefold()}_m", "")))
        unit = system if metric is None else ("metric" if metric else "inch")
        if unit is None:
            said = f"the row does not say whether {shown(row[place])} is mm or inch; give units, or a column {place}_m"
            problems.append(Problem(label, place, row[place], said))
            continue
        found |= take({place: row[place]}, (Key(place, key.name, key.kind),), unit, label, problems)
    return found

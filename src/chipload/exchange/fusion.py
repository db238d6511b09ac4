"""Tool libraries of Autodesk Fusion: `.json`, and `.tools`, which is the same document in a ZIP archive.

Units are those of each tool, its presets included.  Whatever a record has besides what is understood stays in
`extra["fusion"]` of the item or preset and is given back as it was.
"""

from __future__ import annotations

import copy
import uuid
from dataclasses import replace
from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.fusion_presets import give_preset, take_preset
from chipload.exchange.guards import (
    ZIP_MAGIC,
    LibraryError,
    Parsed,
    not_too_many,
    pack,
    parse_json,
    render_json,
    unpack,
)
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import Key, Word, give, shown, take
from chipload.exchange.vocabulary import SIZES

FORMAT = "fusion"
MEMBER = "tools.json"
VERSION = 36
"""Version of the document for a library that comes from elsewhere; any version is read."""

KIND_OF = {
    "flat end mill": "flat end mill", "ball end mill": "ball end mill", "bull nose end mill": "bull nose end mill",
    "face mill": "face mill", "lollipop mill": "lollipop mill", "slot mill": "slot mill",
    "tapered mill": "tapered mill", "chamfer mill": "chamfer mill", "dovetail mill": "dovetail mill",
    "radius mill": "radius mill", "circle segment barrel": "barrel mill", "thread mill": "thread mill",
    "drill": "drill", "reamer": "reamer", "spot drill": "spot drill", "center drill": "center drill",
    "counter sink": "counter sink", "counter bore": "counter bore", "boring bar": "boring head",
    "tap right hand": "tap", "tap left hand": "tap", "turning general": "turning tool",
    "turning boring": "boring bar", "turning grooving": "grooving tool", "turning threading": "threading tool",
    "holder": "holder", "probe": "probe",
}  # fmt: skip
"""Our kind by Fusion's type; Fusion's "boring bar" turns with the spindle, ours is a lathe's."""
TYPE_OF = {kind: their for their, kind in reversed(KIND_OF.items())}

_MATERIALS = {"carbide": "carbide", "hss": "hss", "ceramics": "ceramic"}
_BODIES = {
    "carbide": "carbide", "coated carbide": "carbide", "hss": "hss", "cobalt hss": "hss", "ceramic": "ceramics",
}  # fmt: skip
"""Fusion has five words for what a tool is made of; "unspecified" stands for all others."""
_SYSTEMS = {"millimeters": "metric", "inches": "inch"}

_RECORD = (
    Word("description", "name"),
    Word("vendor", "vendor"),
    Word("product-id", "product"),
    Word("BMC", "material", _MATERIALS.get, lambda ours: _BODIES.get(ours, "unspecified")),
)
_NUMBER = Key("number", "number", SIZES["teeth"], zero=True)
_POST = (_NUMBER, Word("comment", "note"))


def _size(place: str, name: str, *, zero: bool = False) -> Key:
    return Key(place, name, SIZES[name], zero)


_COMMON = (
    _size("DC", "diameter"), _size("DCX", "largest_diameter"), _size("NOF", "teeth"), _size("LCF", "flute_length"),
    _size("LB", "stickout"), _size("OAL", "overall_length"), _size("SFDM", "shank_diameter"),
    _size("RE", "corner_radius"), _size("shoulder-length", "shoulder_length"),
    _size("shoulder-diameter", "shoulder_diameter"), _size("TA", "taper_angle", zero=True),
    _size("tip-diameter", "tip_diameter"), _size("tip-length", "tip_length"), _size("NT", "thread_teeth"),
    _size("thread-profile-angle", "profile_angle"),
)  # fmt: skip
_PITCH = (_size("TP", "pitch"),)
_POINT = (_size("SIG", "point_angle"),)
_TURNING = (_size("RE", "nose_radius"), _size("stickout", "overhang"), _size("tool_grooveWidth", "width"))


def _keys(kind: str) -> tuple[Key, ...]:
    """Keys of the geometry that mean the same for every tool of a kind."""
    if kind in ("turning tool", "boring bar", "grooving tool", "threading tool"):
        return _TURNING
    if kind in ("tap", "thread mill"):
        return (*_COMMON, *_PITCH)
    return (*_COMMON, *_POINT) if kind in ("drill", "spot drill", "center drill") else _COMMON


def read(content: bytes | Parsed) -> Library:
    """A library of Fusion, packed or not.

    Raises
    ------
    LibraryError
        For a file that is none.
    """
    if isinstance(content, bytes) and content.startswith(ZIP_MAGIC):
        content = unpack(content, MEMBER)
    document = parse_json(content)
    if not isinstance(document, dict) or not isinstance(document.get("data"), list):
        raise LibraryError("the file: a Fusion library has its tools in a list under 'data'; export it again")
    not_too_many(document["data"])
    problems: list[Problem] = []
    items = tuple(_read_record(record, place, problems) for place, record in enumerate(document.pop("data"), 1))
    return Library(items, tuple(problems), format=FORMAT, extra={FORMAT: document})


def _read_record(record: Any, place: int, problems: list[Problem]) -> Item:
    label = f"entry {place}"
    if not isinstance(record, dict):
        problems.append(Problem(label, "entry", record, f"{shown(record)} is no tool; it is kept as it stands"))
        return Item("other", extra={FORMAT: [record]})
    geometry, post = record.get("geometry"), record.get("post-process")
    post_values = take(post, _POST, "metric", label, problems) if isinstance(post, dict) else {}
    words = take(record, _RECORD, "metric", label, problems)
    item = Item("other", **_as_fields({**words, **post_values}), extra={FORMAT: record})
    label = f"{item.label} (entry {place})" if item.label == "other" else item.label
    their = record.get("type")
    kind = KIND_OF.get(their, "other") if isinstance(their, str) else "other"
    if kind == "other":
        problems.append(Problem(label, "type", their, f"{shown(their)} is no type of tool known here; it is kept"))
        return item
    if kind in ("holder", "probe"):
        return replace(item, kind=kind)
    system = _SYSTEMS.get(str(record.get("unit")))
    if system is None:
        said = f"{shown(record.get('unit'))} is neither 'millimeters' nor 'inches', so no size is read; correct it"
        problems.append(Problem(label, "unit", record.get("unit"), said))
        return replace(item, kind=kind)
    sizes: dict[str, Any] = {}
    if isinstance(geometry, dict):
        sizes = take(geometry, _keys(kind), system, label, problems)
    elif geometry is not None:
        problems.append(Problem(label, "geometry", geometry, "it holds no sizes; it is kept as it stands"))
    if kind == "face mill" and "taper_angle" in sizes:
        sizes["entering_angle"] = _complement(sizes.pop("taper_angle"))
    presets = _read_presets(record, kind, system, label, problems)
    item = replace(item, kind=kind, sizes=sizes, presets=presets, extra={FORMAT: _compact(record)})
    item = with_tool(item, problems)
    problems += check_item(item)
    return item


def _compact(record: dict[str, Any]) -> dict[str, Any]:
    """The record anew: a mapping that most was taken out of keeps the memory of all it had."""
    return {key: dict(value) if isinstance(value, dict) else value for key, value in record.items()}


def _as_fields(values: dict[str, Any]) -> dict[str, Any]:
    if "number" in values:
        values["number"] = int(values["number"])
    return values


def _complement(angle: Any) -> Any:
    """Entering angle of a face mill from the taper of its body, and back."""
    return angle.__class__(90.0 - angle.to("deg").magnitude, "deg")


def _read_presets(record: Any, kind: str, system: str, label: str, problems: list[Problem]) -> tuple[Preset, ...]:
    start = record.get("start-values")
    listed = start.get("presets") if isinstance(start, dict) else None
    if listed is None:
        return ()
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        problems.append(Problem(label, "presets", listed, "they are no list of presets; they are kept as they stand"))
        return ()
    start["presets"] = []
    return tuple(take_preset(one, kind, system, label, problems) for one in listed)


# -- out ---------------------------------------------------------------------------------------------


def write(library: Library, problems: list[Problem], *, packed: bool, system: str = "metric") -> bytes:
    """A library as Fusion reads it; items of other formats get the units of `system`.

    An item of a kind that Fusion has no word for is left out, of which `problems` tells.

    Raises
    ------
    LibraryError
        For a value Fusion's file has no word for.
    """
    document = copy.deepcopy(dict(library.extra.get(FORMAT, {"version": VERSION})))
    document["data"] = [_write_item(item, system) for item in library.items if _has_word(item, problems)]
    content = render_json(document)
    return pack(MEMBER, content) if packed else content


def _has_word(item: Item, problems: list[Problem]) -> bool:
    if item.kind in TYPE_OF or FORMAT in item.extra:
        return True
    problems.append(Problem(item.label, "kind", item.kind, f"Fusion has no type for {item.kind!r}; it is left out"))
    return False


def _write_item(item: Item, system: str) -> Any:
    stored = item.extra.get(FORMAT)
    if isinstance(stored, list) and len(stored) == 1:
        return copy.deepcopy(stored[0])  # an entry that is no record
    record: dict[str, Any] = copy.deepcopy(stored) if isinstance(stored, dict) else {}
    new = not isinstance(stored, dict)
    if new:
        record = {"type": TYPE_OF[item.kind], "unit": _unit(system)}
    elif KIND_OF.get(str(record.get("type")), "other") != item.kind:
        record["type"] = TYPE_OF.get(item.kind, record.get("type"))
    system = _SYSTEMS.get(str(record.get("unit")), system)
    give(record, _RECORD, {**_words(item), "material": item.cutting_material}, "metric")
    _give_inside(record, "post-process", _POST, {"number": item.number, "note": item.note}, "metric")
    keys = _keys(item.kind)
    values = {key.name: item.size(key.name) for key in keys}
    if item.kind == "ball end mill":
        values["corner_radius"] = item.sizes.get("corner_radius")
    if item.kind == "face mill" and item.size("entering_angle") is not None:
        values["taper_angle"] = _complement(item.size("entering_angle"))
    if item.kind not in ("other", "holder", "probe") and str(record.get("unit")) in _SYSTEMS:
        _give_inside(record, "geometry", keys, values, system)
    if item.presets or "start-values" in record:
        start = record.get("start-values")
        if item.presets and not isinstance(start, dict):
            start = record["start-values"] = {}
        if isinstance(start, dict) and item.presets:
            start["presets"] = [give_preset(one, item, system, place) for place, one in enumerate(item.presets)]
    if new:
        _complete(record, item)
    return record


def _unit(system: str) -> str:
    return next(their for their, ours in _SYSTEMS.items() if ours == system)


def _words(item: Item) -> dict[str, Any]:
    return {"name": item.name, "vendor": item.vendor, "product": item.product}


def _give_inside(record: dict[str, Any], place: str, keys: Any, values: dict[str, Any], system: str) -> None:
    """Write into a part of the record; a part that is not there is made only for values that are."""
    inside = record.get(place)
    if isinstance(inside, dict):
        give(inside, keys, values, system)
    elif any(value not in (None, "") for value in values.values()):
        record[place] = {}
        give(record[place], keys, values, system)


def _complete(record: dict[str, Any], item: Item) -> None:
    """What Fusion's schema requires of a tool that did not come from it; sizes that are not known are left out."""
    record.setdefault("BMC", "unspecified")
    geometry = record.setdefault("geometry", {})
    if item.kind not in ("turning tool", "boring bar", "grooving tool", "threading tool", "holder", "probe", "other"):
        geometry.setdefault("CSP", False)
        geometry.setdefault("HAND", True)
        if "LB" in geometry:
            geometry.setdefault("assemblyGaugeLength", geometry["LB"])
    record.setdefault("post-process", {}).setdefault("number", 0)
    record.setdefault("start-values", {}).setdefault("presets", [])
    record["guid"] = str(uuid.uuid5(uuid.NAMESPACE_OID, repr((item.number, sorted(record.items(), key=str)))))

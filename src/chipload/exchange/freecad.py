"""FreeCAD's CAM tools: a tool bit in each `.fctb`, a library of them in a `.fctl`; every value a text with its unit."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

from chipload.errors import InputError
from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.guards import (
    LibraryError,
    Parsed,
    is_inside,
    not_too_many,
    parse_json,
    read_bytes,
    render_json,
    write_bytes,
)
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import NotUsableError, Word, give, shown, take
from chipload.exchange.vocabulary import PRESET_NUMBERS, SIZES
from chipload.planning.fields import QuantityOf
from chipload.units.kinds import Kind
from chipload.units.notation import read_quantity

FORMAT = "freecad"
LARGEST_BIT = 1024 * 1024
"""Bytes of a tool bit; those of FreeCAD have one or two thousand."""
_KINDS = {
    "endmill": "flat end mill", "ballend": "ball end mill", "bullnose": "bull nose end mill",
    "torus": "bull nose end mill", "drill": "drill", "reamer": "reamer", "tap": "tap", "thread-mill": "thread mill",
    "threadmill": "thread mill", "v-bit": "v bit", "vbit": "v bit", "chamfer": "chamfer mill",
    "dovetail": "dovetail mill", "slittingsaw": "slitting saw", "fillet": "radius mill", "radius": "radius mill",
    "taperedballnose": "tapered mill", "probe": "probe",
}  # fmt: skip
_SHAPES = {kind: shape for shape, kind in reversed(_KINDS.items())}
_MATERIALS = {"hss": "hss", "carbide": "carbide"}
_THEIRS = {"hss": "HSS", "cobalt hss": "HSS", "carbide": "Carbide", "coated carbide": "Carbide"}


@dataclass(frozen=True, slots=True)
class Written:
    """A quantity written as a text with its unit; zero stands for one that is not set."""

    place: str
    name: str
    kind: Kind

    def read(self, raw: Any, system: str) -> Any:
        """The quantity in the unit it is written in.

        Raises
        ------
        NotUsableError
            For a text that is none.
        """
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        if not isinstance(raw, str):
            if not self.kind.unit and isinstance(raw, (int, float)) and not isinstance(raw, bool):
                raw = repr(raw)
            else:
                raise NotUsableError(f"{shown(raw)} is no text with a unit")
        try:
            if read_quantity(raw, sizes=False)[0] == 0:
                return None
            return QuantityOf(self.kind).read(raw)
        except InputError as error:
            raise NotUsableError(str(error).removeprefix("it: ")) from None

    def write(self, value: Any, system: str) -> str:
        """The text for the file."""
        if not self.kind.unit:
            return f"{value:.10g}"
        unit = {"inch": "in", "deg": "°"}.get(f"{value.units:~D}", f"{value.units:~D}")
        return f"{value.magnitude!r} {unit}".replace(" / tooth", "").replace("/tooth", "")


def _written(place: str, name: str) -> Written:
    return Written(place, name, SIZES[name])


_SIZES = (
    _written("Diameter", "diameter"), _written("Flutes", "teeth"), _written("Length", "overall_length"),
    _written("ShankDiameter", "shank_diameter"),
)  # fmt: skip
_LATER = {
    "tap": (_written("CuttingEdgeLength", "flute_length"), _written("Pitch", "pitch")),
    "thread mill": (_written("CuttingEdgeHeight", "flute_length"), _written("Pitch", "pitch")),
    "slitting saw": (_written("BladeThickness", "width"),),
    "drill": (_written("CuttingEdgeHeight", "flute_length"), _written("TipAngle", "point_angle")),
    "v bit": (
        _written("CuttingEdgeHeight", "flute_length"), _written("CuttingEdgeAngle", "point_angle"),
        _written("TipDiameter", "tip_diameter"),
    ),
    "chamfer mill": (
        _written("CuttingEdgeHeight", "flute_length"), _written("CuttingEdgeAngle", "point_angle"),
        _written("TipDiameter", "tip_diameter"),
    ),
    "turning tool": (_written("EdgeLength", "edge_length"), _written("TipRadius", "nose_radius")),
}  # fmt: skip
_USUAL = (_written("CuttingEdgeHeight", "flute_length"), _written("CornerRadius", "corner_radius"))
_OLD = {"ShaftDiameter": "ShankDiameter", "TorusRadius": "CornerRadius"}
_STICKOUT = (_written("btl-stickout", "stickout"),)
_CHIP = (Written("Chipload", "feed_per_tooth", PRESET_NUMBERS["feed_per_tooth"]),)
_NAME = (Word("name", "name"),)
_MATERIAL = (
    Word("Material", "material", lambda text: _MATERIALS.get(text.strip().casefold()), lambda ours: _THEIRS.get(ours)),
)


def _keys(kind: str, record: dict[str, Any]) -> tuple[Written, ...]:
    """Keys of a kind; an old spelling where the record has it and not the new one."""
    keys = (*_SIZES, *_LATER.get(kind, _USUAL))
    olds = {new: old for old, new in _OLD.items() if old in record and new not in record}
    return tuple(replace(key, place=olds.get(key.place, key.place)) for key in keys)


def read(content: bytes | Parsed, path: Path | None) -> Library:
    """A tool bit, or a library with the tool bits beside it.

    Parameters
    ----------
    content
        Of the `.fctb` or `.fctl`.
    path
        Where it lies, for the tool bits of a library: they are looked for in its folder, in `Bit` there and in `Bit`
        beside its folder.

    Raises
    ------
    LibraryError
        For a file that is neither.
    """
    document = parse_json(content)
    if not isinstance(document, dict):
        raise LibraryError("the file: it is neither a tool bit nor a library of FreeCAD; give an .fctb or .fctl")
    problems: list[Problem] = []
    if "parameter" in document:
        return Library((_read_bit(document, None, {}, problems),), tuple(problems), format=FORMAT)
    entries = document.pop("tools", None)
    if not isinstance(entries, list):
        raise LibraryError("the file: a library of FreeCAD has its tools in a list under 'tools'; give one")
    not_too_many(entries)
    items = tuple(_read_entry(entry, path, problems) for entry in entries)
    label = document.get("label")
    name = label if isinstance(label, str) else ""
    return Library(items, tuple(problems), name, FORMAT, {FORMAT: document})


def _read_entry(entry: Any, path: Path | None, problems: list[Problem]) -> Item:
    if not isinstance(entry, dict):
        problems.append(Problem("", "tools", entry, f"{shown(entry)} is no entry of a library; it is kept"))
        return Item("other", extra={FORMAT: {"entry": entry}})
    number, name = entry.get("nr"), entry.get("path")
    if type(number) is not int or number < 0:
        problems.append(Problem(shown(name), "nr", number, f"{shown(number)} is no number of a tool; it is kept"))
        number = None
    lost = Item("other", number, name if isinstance(name, str) else "", extra={FORMAT: {"entry": entry}})
    if not _is_bare(name):
        said = f"{shown(name)} is no bare name of a tool bit, so no file is opened"
        problems.append(Problem(lost.label, "path", name, said))
        return lost
    found = None if path is None else _find(path, name)
    if found is None:
        problems.append(Problem(lost.label, "path", name, f"the tool bit {name!r} is not there; give its folder"))
        return lost
    try:
        record = parse_json(read_bytes(found, LARGEST_BIT))
    except LibraryError as error:
        problems.append(Problem(lost.label, "path", name, str(error)))
        return lost
    if not isinstance(record, dict):
        problems.append(Problem(lost.label, "path", name, f"the tool bit {name!r} holds no tool"))
        return lost
    return _read_bit(record, number, {"entry": entry}, problems)


def _is_bare(name: Any) -> TypeGuard[str]:
    """True for the name of a file without a folder, on every system."""
    return isinstance(name, str) and 0 < len(name) <= 200 and is_inside(name) and not re.search(r"[\\/:]", name)


def _find(path: Path, name: str) -> Path | None:
    folder = path.parent
    places = (folder / name, folder / "Bit" / name, folder.parent / "Bit" / name)
    return next((place for place in places if place.is_file()), None)


def _read_bit(record: dict[str, Any], number: int | None, extra: dict[str, Any], problems: list[Problem]) -> Item:
    label = "tool bit" if number is None else f"T{number}"
    name = take(record, _NAME, "metric", label, problems).get("name", "")
    item = Item("other", number, name, extra={FORMAT: {**extra, "bit": record}})
    label = item.label if name or number is not None else label
    kind = _kind(record)
    if kind == "other":
        said = f"the shape {shown(record.get('shape-type', record.get('shape')))} is not known; it is kept"
        problems.append(Problem(label, "shape", record.get("shape"), said))
    sizes: dict[str, Any] = {}
    presets: tuple[Preset, ...] = ()
    material = ""
    parameter, attribute = record.get("parameter"), record.get("attribute")
    if isinstance(parameter, dict):
        sizes = take(parameter, _keys(kind, parameter), "metric", label, problems)
        chip = take(parameter, _CHIP, "metric", label, problems)
        presets = (Preset(**chip),) if chip else ()
        material = take(parameter, _MATERIAL, "metric", label, problems).get("material", "")
    if isinstance(attribute, dict):
        sizes |= take(attribute, _STICKOUT, "metric", label, problems)
    item = with_tool(replace(item, kind=kind, material=material, sizes=sizes, presets=presets), problems)
    problems += check_item(item)
    return item


def _kind(record: dict[str, Any]) -> str:
    for word in (record.get("shape-type"), record.get("shape")):
        if not isinstance(word, str):
            continue
        stem = re.split(r"[\\/]", word)[-1].casefold().removesuffix(".fcstd")
        if stem.startswith(("iso_shape", "isoshape")):
            return "turning tool"
        if stem in _KINDS:
            return _KINDS[stem]
    return "other"


# -- out ---------------------------------------------------------------------------------------------


def write_files(library: Library, path: Path, problems: list[Problem], system: str) -> None:
    """A library with its tool bits: in `Bit` beside a folder named `Library`, else in the folder of the library.

    Raises
    ------
    LibraryError
        For a single tool bit to be made of several items, or a place that cannot be written.
    """
    if path.suffix.lower() == ".fctb":
        if len(library.items) != 1:
            raise LibraryError(f"path: a tool bit holds one tool, not {len(library.items)}; write a .fctl")
        record = _write_bit(library.items[0], problems)
        if record is not None:
            write_bytes(path, render_json(record, indent=2))
        return
    folder = path.parent.parent / "Bit" if path.parent.name == "Library" else path.parent
    document = copy.deepcopy(dict(library.extra.get(FORMAT, {"version": 1})))
    if library.name and document.get("label") != library.name:
        document["label"] = library.name
    entries: list[Any] = []
    taken: set[str] = set()
    for place, item in enumerate(library.items, 1):
        stored = item.extra.get(FORMAT)
        entry = copy.deepcopy(stored["entry"]) if isinstance(stored, dict) and "entry" in stored else {}
        if isinstance(stored, dict) and "entry" in stored and "bit" not in stored:
            entries.append(entry)
            continue
        record = _write_bit(item, problems)
        if record is None:
            continue
        name = entry.get("path")
        if not _is_bare(name) or name in taken:
            name = _free(item, place, folder, taken)
        taken.add(name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"path: the folder cannot be made ({error}); choose another place") from None
        write_bytes(folder / name, render_json(record, indent=2))
        if item.number is not None:
            entry["nr"] = item.number
        elif "nr" not in entry:
            entry["nr"] = place
            problems.append(
                Problem(item.label, "number", None, f"a library wants a number of every tool; it got {place}")
            )
        entries.append({**entry, "path": name})
    document["tools"] = entries
    write_bytes(path, render_json(document, indent=2))


def _free(item: Item, place: int, folder: Path, taken: set[str]) -> str:
    """A name of a file that no other tool bit has."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "_", item.name or item.kind).strip("._")[:60] or f"tool_{place}"
    name, count = f"{stem}.fctb", 1
    while name in taken or (folder / name).exists():
        count += 1
        name = f"{stem}_{count}.fctb"
    return name


def _write_bit(item: Item, problems: list[Problem]) -> dict[str, Any] | None:
    stored = item.extra.get(FORMAT)
    new = not (isinstance(stored, dict) and isinstance(stored.get("bit"), dict))
    if new and item.kind not in _SHAPES:
        said = f"FreeCAD has no shape for {item.kind!r}; it is left out"
        problems.append(Problem(item.label, "kind", item.kind, said))
        return None
    record: dict[str, Any] = {} if new or stored is None else copy.deepcopy(stored["bit"])
    if new:
        shape = _SHAPES[item.kind]
        record = {"version": 2, "shape": f"{shape}.fcstd", "shape-type": shape, "parameter": {}, "attribute": {}}
    elif _kind(record) != item.kind and item.kind in _SHAPES:
        record |= {"shape": f"{_SHAPES[item.kind]}.fcstd", "shape-type": _SHAPES[item.kind]}
    give(record, _NAME, {"name": item.name}, "metric")
    parameter = record.get("parameter")
    if isinstance(parameter, dict):
        keys = _keys(item.kind, parameter)
        values = {key.name: item.size(key.name) for key in keys}
        if item.kind == "ball end mill":
            values["corner_radius"] = item.sizes.get("corner_radius")
        give(parameter, keys, values, "metric")
        chip = item.presets[0].feed_per_tooth if item.presets else None
        give(parameter, _CHIP, {"feed_per_tooth": chip}, "metric")
        give(parameter, _MATERIAL, {"material": item.cutting_material}, "metric")
    if any(preset.values().keys() - {"feed_per_tooth"} for preset in item.presets) or len(item.presets) > 1:
        problems.append(Problem(item.label, "presets", None, "a tool bit has a place for one feed per tooth only"))
    attribute = record.get("attribute")
    if isinstance(attribute, dict):
        give(attribute, _STICKOUT, {"stickout": item.size("stickout")}, "metric")
    elif item.size("stickout") is not None:
        record["attribute"] = {}
        give(record["attribute"], _STICKOUT, {"stickout": item.size("stickout")}, "metric")
    return record

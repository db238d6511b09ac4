"""The library of this project: JSON with a schema, every quantity a text with its unit."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from chipload.errors import InputError
from chipload.exchange.checks import check_item
from chipload.exchange.guards import LibraryError, Parsed, not_too_many, parse_json, render_json
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import shown
from chipload.exchange.vocabulary import KINDS, MODELS, PRESET_NUMBERS, SIZES
from chipload.planning.fields import QuantityOf
from chipload.planning.tools.tool import Tool
from chipload.units.kinds import Kind

FORMAT = "own"
MARK = "chipload_library"
VERSION = 1
_TOOLS: dict[str, type[Tool]] = {model.__name__: model for model in MODELS.values()}
_TEXTS = ("name", "vendor", "product", "note", "material")
_PRESET_TEXTS = ("name", "note", "material")


def library_schema() -> dict[str, Any]:
    """The JSON Schema of a library file of this project.

    Examples
    --------
    >>> schema = library_schema()
    >>> schema["required"]
    ['chipload_library', 'items']
    >>> schema["$defs"]["EndMill"]["properties"]["diameter"]["description"]
    'a diameter, like 10 mm'
    """
    text = {"type": "string"}
    tools = {name: _tool_schema(name, model) for name, model in _TOOLS.items()}
    preset = {
        "type": "object",
        "properties": {
            **dict.fromkeys(_PRESET_TEXTS, text),
            **{name: _number_schema(kind) for name, kind in PRESET_NUMBERS.items()},
            "extra": {"type": "object"},
        },
    }
    item = {
        "type": "object",
        "properties": {
            "kind": {"enum": list(KINDS)},
            "number": {"type": "integer", "minimum": 0},
            **dict.fromkeys(_TEXTS, text),
            "tool": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in tools]},
            "sizes": {
                "type": "object",
                "properties": {name: _number_schema(kind) for name, kind in SIZES.items()},
                "additionalProperties": False,
            },
            "presets": {"type": "array", "items": {"$ref": "#/$defs/Preset"}},
            "extra": {"type": "object"},
        },
        "required": ["kind"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "chipload tool library",
        "type": "object",
        "properties": {
            MARK: {"const": VERSION},
            "name": text,
            "items": {"type": "array", "items": {"$ref": "#/$defs/Item"}},
            "extra": {"type": "object"},
        },
        "required": [MARK, "items"],
        "$defs": {**tools, "Preset": preset, "Item": item},
    }


def _tool_schema(name: str, model: type[Tool]) -> dict[str, Any]:
    schema = model.model_json_schema()
    schema["properties"] = {"type": {"const": name}, **schema["properties"]}
    schema["required"] = ["type", *schema.get("required", [])]
    schema.pop("description", None)
    return schema


def _number_schema(kind: Kind) -> dict[str, Any]:
    if not kind.unit:
        return {"type": "number", "description": kind.name}
    return {"type": "string", "description": f"{kind.name}, like {kind.example}"}


def read(content: bytes | Parsed) -> Library:
    """A library of this project.

    Raises
    ------
    LibraryError
        For a file that is none, or of a later version.
    """
    document = parse_json(content)
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise LibraryError(f"the file: a chipload library has {MARK!r} and a list of 'items'; give one")
    version = document.pop(MARK, None)
    if type(version) is not int or version != VERSION:
        raise LibraryError(f"{MARK}: {shown(version)} is not version {VERSION}; read it with a newer chipload")
    not_too_many(document["items"])
    problems: list[Problem] = []
    items = tuple(_read_item(record, place, problems) for place, record in enumerate(document.pop("items"), 1))
    name, extra = _text(document, "name", "", problems), _mapping(document, "extra", "", problems)
    if document:
        extra = {**extra, FORMAT: document}
    return Library(items, tuple(problems), name, FORMAT, extra)


def _text(record: dict[str, Any], name: str, label: str, problems: list[Problem]) -> str:
    raw = record.get(name)
    if raw is None or isinstance(raw, str):
        return record.pop(name, None) or ""
    problems.append(Problem(label, name, raw, f"{shown(raw)} is no text; it is kept as it stands"))
    return ""


def _mapping(record: dict[str, Any], name: str, label: str, problems: list[Problem]) -> dict[str, Any]:
    raw = record.get(name)
    if raw is None or isinstance(raw, dict):
        found = record.pop(name, None) or {}
        if FORMAT in found:  # where what is not understood is kept meanwhile, which no file tells us
            record[name] = {FORMAT: found.pop(FORMAT)}
        return found
    problems.append(Problem(label, name, raw, f"{shown(raw)} holds no names; it is kept as it stands"))
    return {}


def _read_item(record: Any, place: int, problems: list[Problem]) -> Item:
    label = f"item {place}"
    if not isinstance(record, dict):
        problems.append(Problem(label, "item", record, f"{shown(record)} is no item; it is kept as it stands"))
        return Item("other", extra={FORMAT: [record]})
    texts: dict[str, Any] = {name: _text(record, name, label, problems) for name in _TEXTS}
    number = record.get("number")
    if type(number) is int and number >= 0:
        del record["number"]
    elif number is not None:
        problems.append(Problem(label, "number", number, f"{shown(number)} is no number of a tool; it is kept"))
        number = None
    else:
        record.pop("number", None)
    kind = record.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        del record["kind"]
    else:
        problems.append(Problem(label, "kind", kind, f"{shown(kind)} is no kind; there are {', '.join(KINDS)}"))
        kind = "other"
    item = Item(kind, number, **texts)
    label = label if item.label == item.kind else item.label
    tool = _read_tool(record, label, problems)
    raw_sizes = _mapping(record, "sizes", label, problems)
    sizes = _numbers(raw_sizes, SIZES, label, problems)
    if raw_sizes:
        record["sizes"] = raw_sizes
    presets = _read_presets(record, label, problems)
    extra = _mapping(record, "extra", label, problems)
    if record:
        extra = {**extra, FORMAT: record}
    item = replace(item, tool=tool, sizes=sizes, presets=presets, extra=extra)
    problems += check_item(item)
    return item


def _numbers(raw: dict[str, Any], known: dict[str, Kind], label: str, problems: list[Problem]) -> dict[str, Any]:
    """Quantities by their name, taken out of `raw`; what cannot be read stays in it."""
    found: dict[str, Any] = {}
    for name, kind in known.items():
        if raw.get(name) is None:
            continue
        try:
            found[name] = QuantityOf(kind).read(raw[name])
        except InputError as error:
            said = str(error).removeprefix("it: ")
            problems.append(Problem(label, name, raw[name], f"{said}; it is kept as it stands"))
            continue
        del raw[name]
    return found


def _read_tool(record: dict[str, Any], label: str, problems: list[Problem]) -> Tool | None:
    raw = record.get("tool")
    if raw is None:
        record.pop("tool", None)
        return None
    name = raw.get("type") if isinstance(raw, dict) else None
    model = _TOOLS.get(name) if isinstance(name, str) else None
    if model is None:
        said = f"its type {shown(name)} is not one of {', '.join(_TOOLS)}; it is kept as it stands"
        problems.append(Problem(label, "tool", raw, said))
        return None
    try:
        tool: Tool = model.model_validate({field: value for field, value in raw.items() if field != "type"})
    except InputError as error:
        problems += [Problem(label, "tool", None, sentence) for sentence in error.problems]
        return None
    del record["tool"]
    return tool


def _read_presets(record: dict[str, Any], label: str, problems: list[Problem]) -> tuple[Preset, ...]:
    listed = record.get("presets")
    if listed is None:
        record.pop("presets", None)
        return ()
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        problems.append(Problem(label, "presets", listed, "they are no list of presets; they are kept as they stand"))
        return ()
    del record["presets"]
    return tuple(_read_preset(one, label, problems) for one in listed)


def _read_preset(record: dict[str, Any], label: str, problems: list[Problem]) -> Preset:
    texts = {name: _text(record, name, label, problems) for name in _PRESET_TEXTS}
    numbers = _numbers(record, PRESET_NUMBERS, label, problems)
    extra = _mapping(record, "extra", label, problems)
    if record:
        extra = {**extra, FORMAT: record}
    return Preset(**texts, **numbers, extra=extra)


def write(library: Library, problems: list[Problem], *, system: str = "metric") -> bytes:
    """A library as JSON; see `library_schema`.  Quantities keep their units, and nothing is left out."""
    document: dict[str, Any] = {MARK: VERSION}
    extra, rest = _split(library.extra)
    document |= rest
    if library.name:
        document["name"] = library.name
    document["items"] = [_write_item(item) for item in library.items]
    if extra:
        _add(document, extra)
    return render_json(document)


def _split(extra: Any) -> tuple[dict[str, Any], Any]:
    """Extras of other formats, and what this format did not understand."""
    kept = copy.deepcopy(dict(extra))
    rest = kept.pop(FORMAT, {})
    return kept, rest


def _add(record: dict[str, Any], extra: dict[str, Any]) -> None:
    """Extras of other formats beside what a file had there in our name."""
    held = record.get("extra")
    record["extra"] = {**(held if isinstance(held, dict) else {}), **extra}


def _write_item(item: Item) -> Any:
    extra, rest = _split(item.extra)
    if isinstance(rest, list) and len(rest) == 1:
        return rest[0]  # an item that is no record
    record: dict[str, Any] = {"kind": item.kind, **rest}
    if item.number is not None:
        record["number"] = item.number
    record |= {name: getattr(item, name) for name in _TEXTS if getattr(item, name)}
    if item.tool is not None:
        record["tool"] = {
            "type": type(item.tool).__name__,
            **item.tool.model_dump(mode="json", exclude_unset=True, exclude_none=True),
        }
    if item.sizes:
        record["sizes"] = {**rest.get("sizes", {}), **_written(item.sizes, SIZES)}
    if item.presets:
        record["presets"] = [_write_preset(preset) for preset in item.presets]
    if extra:
        _add(record, extra)
    return record


def _written(values: Any, known: dict[str, Kind]) -> dict[str, Any]:
    return {name: QuantityOf.write(QuantityOf(known[name]).read(value)) for name, value in values.items()}


def _write_preset(preset: Preset) -> dict[str, Any]:
    extra, rest = _split(preset.extra)
    record = {**rest, **{name: getattr(preset, name) for name in _PRESET_TEXTS if getattr(preset, name)}}
    record |= _written(preset.values(), PRESET_NUMBERS)
    if extra:
        _add(record, extra)
    return record

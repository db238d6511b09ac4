"""The library of this project as a table for a spreadsheet: a row for each preset, units in the header."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from chipload.errors import InputError
from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.guards import LibraryError, parse_json
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.keys import NotUsableError, plain_number, shown
from chipload.exchange.table import SURPLUS, quiet, read_rows, spoken, write_rows
from chipload.exchange.vocabulary import KINDS, MODELS, PRESET_NUMBERS, SIZES, magnitude
from chipload.planning.fields import QuantityOf
from chipload.units.kinds import Kind

FORMAT = "own-csv"
_TEXTS = ("name", "vendor", "product", "note", "material")
_PRESET_TEXTS = {"preset": "name", "preset note": "note", "preset material": "material"}
_MORE, _PRESET_MORE = "more", "preset more"
"""Columns with what has none of its own, as JSON."""
_WORDS = frozenset({"item", "kind", "number", *_TEXTS, _MORE, _PRESET_MORE, *_PRESET_TEXTS})
_HEADING = re.compile(r"(?P<name>[^\[\]]+?)\s*(?:\[(?P<unit>[^\[\]]+)\])?")


def _heading(name: str, kind: Kind, system: str) -> str:
    words = name.replace("_", " ")
    return f"{words} [{kind.display(system).label}]" if kind.unit else words


def write(library: Library, problems: list[Problem], *, system: str = "metric") -> bytes:
    """A table in the units of `system`; values of another unit are converted to ten digits."""
    sizes = {name: _heading(name, kind, system) for name, kind in SIZES.items()}
    known = {*_WORDS, *sizes.values(), *(_heading(name, kind, system) for name, kind in PRESET_NUMBERS.items())}
    numbers = {name: _heading(name, kind, system) for name, kind in PRESET_NUMBERS.items()}
    rows = [row for place, item in enumerate(library.items, 1)
            for row in _write_item(item, place, sizes, numbers, system)]  # fmt: skip
    used = {name for row in rows for name in row}
    others = {name: None for row in rows for name in row if name not in known and name != SURPLUS}
    header = ["item", "kind", "number", *_TEXTS, *sizes.values(), _MORE, *_PRESET_TEXTS, *numbers.values()]
    header += [_PRESET_MORE, *others]
    always = ("item", "kind", "number", "name")
    return write_rows([name for name in header if name in used or name in always], rows)


def _write_item(
    item: Item, place: int, sizes: dict[str, str], numbers: dict[str, str], system: str
) -> list[dict[str, Any]]:
    row: dict[str, Any] = {"item": place, "kind": item.kind}
    if item.number is not None:
        row["number"] = item.number
    row |= {name: quiet(value) for name in _TEXTS if (value := getattr(item, name))}
    for name, heading in sizes.items():
        value = item.size(name)
        if value is not None:
            row[heading] = repr(magnitude(SIZES[name], QuantityOf(SIZES[name]).read(value), system))
    more = _more(item)
    if more:
        row[_MORE] = json.dumps(more, allow_nan=False)
    rows = [{**row, **_write_preset(preset, numbers, system)} for preset in item.presets] or [row]
    rows[0] |= _others(item.extra)
    return rows


def _more(item: Item) -> dict[str, Any]:
    """What has no column: fields of the tool beyond the sizes, and the extras of other formats."""
    more: dict[str, Any] = {}
    if item.tool is not None:
        fields = item.tool.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        left = {name: value for name, value in fields.items() if name not in SIZES}
        if left:
            more["tool"] = left
    extra = {name: kept for name, kept in item.extra.items() if name != FORMAT}
    if extra:
        more["extra"] = extra
    return more


def _others(extra: Any) -> dict[str, Any]:
    """Cells of columns that are not known."""
    kept = extra.get(FORMAT, {})
    cells = {name: quiet(cell) for name, cell in kept.get("cells", {}).items() if isinstance(cell, str) and name}
    surplus = kept.get("surplus")
    return {**cells, SURPLUS: surplus} if isinstance(surplus, list) else cells


def _write_preset(preset: Preset, numbers: dict[str, str], system: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        column: quiet(value) for column, name in _PRESET_TEXTS.items() if (value := getattr(preset, name))
    }
    for name, value in preset.values().items():
        kind = PRESET_NUMBERS[name]
        row[numbers[name]] = repr(magnitude(kind, QuantityOf(kind).read(value), system))
    extra = {name: kept for name, kept in preset.extra.items() if name != FORMAT}
    if extra or not row:
        row[_PRESET_MORE] = json.dumps(extra, allow_nan=False)
    return {**row, **_others(preset.extra)}


# -- in ----------------------------------------------------------------------------------------------


def read(content: bytes) -> Library:
    """A table as `write` makes it, or as a shop keeps it: the columns in any order, those that are not used left out.

    Raises
    ------
    LibraryError
        For a text that is no table.
    """
    given, table, _ = read_rows(content)
    names = {name: low if (low := name.casefold()) in _WORDS and low not in given else name for name in given}
    header = list(dict.fromkeys(names.values()))
    rows = [{names.get(name, name): cell for name, cell in row.items()} for row in table]
    problems: list[Problem] = []
    columns = _columns(header, problems)
    groups: list[list[dict[str, Any]]] = []
    last: Any = None
    for row in rows:
        mark = row.get("item", "").strip()
        if mark and mark == last:
            groups[-1].append(row)
        else:
            groups.append([row])
        last = mark
    items = tuple(_read_group(group, place, columns, problems) for place, group in enumerate(groups, 1))
    return Library(items, tuple(problems), format=FORMAT)


def _columns(header: list[str], problems: list[Problem]) -> dict[str, tuple[str, Kind, str]]:
    """Column to our name, its kind and the unit in the header."""
    known = {**SIZES, **PRESET_NUMBERS}
    found: dict[str, tuple[str, Kind, str]] = {}
    for column in header:
        match = _HEADING.fullmatch(column)
        name = match["name"].strip().casefold().replace(" ", "_") if match else ""
        if match is not None and name in known:
            unit = match["unit"] or ""
            if known[name].unit and not unit:
                said = f"the column has no unit; write it as {_heading(name, known[name], 'metric')!r}"
                problems.append(Problem("header", column, None, said))
                continue
            found[column] = (name, known[name], unit)
        elif column and column not in _WORDS:
            problems.append(Problem("header", column, None, "the column is not known; it is kept"))
    return found


def _read_group(
    rows: list[dict[str, Any]], place: int, columns: dict[str, tuple[str, Kind, str]], problems: list[Problem]
) -> Item:
    row = rows[0]
    texts: dict[str, Any] = {name: spoken(row.get(name, "")) for name in _TEXTS}
    label = texts["name"] or f"row {place}"
    kind = row.get("kind", "").strip()
    if kind not in KINDS:
        problems.append(Problem(label, "kind", kind, f"{shown(kind)} is no kind; there are {', '.join(KINDS)}"))
        kind = "other"
    more = _json(row.get(_MORE, ""), label, problems)
    extra = more.get("extra")
    extra = dict(extra) if isinstance(extra, dict) else {}
    extra |= _unknown(row, columns)
    item = Item(kind, _number(row.get("number", ""), label, problems), **texts, extra=extra)
    sizes = _read_numbers(row, columns, SIZES, label, problems)
    presets = tuple(
        _read_preset(one, columns, label, problems, _unknown(one, columns) if one is not row else {})
        for one in rows
        if _has_preset(one, columns) or (one is not row and _unknown(one, columns))
    )
    item = replace(item, sizes=sizes, presets=presets)
    item = _with_fields(item, more.get("tool"), problems)
    problems += check_item(item)
    return item


def _unknown(row: dict[str, Any], columns: dict[str, Any]) -> dict[str, Any]:
    """Cells that no column known here names, for the way back."""
    cells = {
        name: spoken(cell)
        for name, cell in row.items()
        if name not in _WORDS and name not in columns and name != SURPLUS and cell
    }
    kept = {name: value for name, value in (("cells", cells), ("surplus", row.get(SURPLUS))) if value}
    return {FORMAT: kept} if kept else {}


def _with_fields(item: Item, fields: Any, problems: list[Problem]) -> Item:
    """The item with its tool, the fields without a column included."""
    if isinstance(fields, dict) and item.kind in MODELS:
        try:
            return item.completed(**fields)
        except (InputError, TypeError) as error:
            problems.append(Problem(item.label, "tool", fields, f"it cannot be ({error})"))
            return item
    return with_tool(item, problems)


def _number(raw: str, label: str, problems: list[Problem]) -> int | None:
    try:
        found = plain_number(raw)
    except NotUsableError as error:
        problems.append(Problem(label, "number", raw, f"{error}; it is not used"))
        return None
    if found is None:
        return None
    if found < 0 or not found.is_integer() or found > 1e9:
        problems.append(Problem(label, "number", raw, f"{shown(raw)} is no number of a tool; it is not used"))
        return None
    return int(found)


def _json(text: str, label: str, problems: list[Problem]) -> dict[str, Any]:
    if not text.strip():
        return {}
    try:
        found = parse_json(text.encode("utf-8"))
    except (LibraryError, UnicodeEncodeError) as error:
        problems.append(Problem(label, _MORE, shown(text), f"it is not used ({error})"))
        return {}
    return found if isinstance(found, dict) else {}


def _read_numbers(
    row: dict[str, Any], columns: dict[str, tuple[str, Kind, str]], known: dict[str, Kind], label: str,
    problems: list[Problem],
) -> dict[str, Any]:  # fmt: skip
    found: dict[str, Any] = {}
    for column, (name, kind, unit) in columns.items():
        if name not in known:
            continue
        raw = row.get(column, "")
        try:
            number = plain_number(raw)
            if number is None or (number == 0 and kind.above):
                continue
            found[name] = QuantityOf(kind).read(f"{number!r} {unit}" if kind.unit else number)
        except (NotUsableError, InputError) as error:
            said = str(error).removeprefix("it: ")
            problems.append(Problem(label, column, raw, f"{said}; it is not used"))
    return found


def _has_preset(row: dict[str, Any], columns: dict[str, tuple[str, Kind, str]]) -> bool:
    numbers = (column for column, (name, _, _) in columns.items() if name in PRESET_NUMBERS)
    return any(row.get(column, "").strip() for column in (*_PRESET_TEXTS, _PRESET_MORE, *numbers))


def _read_preset(
    row: dict[str, Any],
    columns: dict[str, tuple[str, Kind, str]],
    label: str,
    problems: list[Problem],
    extra: dict[str, Any],
) -> Preset:
    texts = {name: spoken(row.get(column, "")) for column, name in _PRESET_TEXTS.items()}
    numbers = _read_numbers(row, columns, PRESET_NUMBERS, label, problems)
    return Preset(**texts, **numbers, extra={**_json(row.get(_PRESET_MORE, ""), label, problems), **extra})

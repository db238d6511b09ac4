"""From the sizes of an item to the tool a job takes, where they say enough."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chipload.catalog import default
from chipload.catalog.series import Thread
from chipload.errors import InputError
from chipload.exchange.items import Item, Problem
from chipload.exchange.vocabulary import KINDS, MODELS, SILENT, SIZES, made
from chipload.planning.fields import QuantityOf
from chipload.planning.tools import EndMill, Tap
from chipload.planning.tools.tool import Tool
from chipload.units.boundary import to_kernel

_THREAD = re.compile(
    r"(?<![A-Za-z0-9])(M\d+(?:\.\d+)?(?:\s*[xX×]\s*\d+(?:\.\d+)?)?|(?:#\d+|\d+/\d+|\d+)-\d+(?:\s+UN[CF])?)(?![\d.])"
)
SIZE_TOLERANCE = 0.02
"""Share by which the diameter of a tap may differ from that of its thread: taps are made a little over size."""
PITCH_TOLERANCE = 0.005


def with_tool(item: Item, problems: list[Problem]) -> Item:
    """The item with a tool made of its sizes; where that is not possible a problem says what is missing."""
    if item.kind in SILENT:
        return item
    model = MODELS.get(item.kind)
    if model is None:
        if item.kind != "other":
            problems.append(Problem(item.label, "kind", item.kind, f"there is no model of a {item.kind}; it is kept"))
        return item
    given = dict(item.sizes)
    missing = [name for name, field in model.model_fields.items() if field.is_required() and name not in given]
    if model is Tap:
        given |= _tap_words(item, problems)
        missing = [name for name in ("thread", "kind") if name not in given]
    if missing:
        reason = f"the file does not say {', '.join(missing)}; give it by `completed` for a tool to plan with"
        problems.append(Problem(item.label, missing[0], None, reason))
        return item
    try:
        found = _made(item, model, given)
    except InputError as error:
        problems += [Problem(item.label, "tool", None, sentence) for sentence in error.problems]
        return item
    if not item.material:
        taken = found.tool.material if found.tool is not None else ""
        said = f"the file does not say what the tool is made of; it is taken as {taken}"
        problems.append(Problem(item.label, "material", None, said))
    return found


def complete(item: Item, given: Mapping[str, Any]) -> Item:
    """The item with a tool of its sizes and of what is given; see `Item.completed`."""
    named = dict(given)
    kind = named.pop("kind", item.kind) if named.get("kind") in KINDS else item.kind
    if kind not in MODELS:
        raise InputError(f"kind: there is no model of {kind!r}; give one of {', '.join(MODELS)}")
    fields = MODELS[kind].model_fields
    held = {} if item.tool is None else {name: getattr(item.tool, name) for name in item.tool.model_fields_set}
    kept = {name: value for name, value in {**item.sizes, **held}.items() if name in fields or name in SIZES}
    changed = replace(item, kind=kind, sizes={name: value for name, value in kept.items() if name in SIZES})
    words = {name: value for name, value in kept.items() if name not in SIZES}
    if MODELS[kind] is Tap:
        found = _tap_words(changed, [])
        words = {**found, **words}
    return _made(changed, MODELS[kind], {**changed.sizes, **words, **named}, named)


def _made(item: Item, model: type[Tool], given: Mapping[str, Any], named: Mapping[str, Any] | None = None) -> Item:
    """The item with its tool; sizes that went into the tool are no longer among its own."""
    fields = {name: value for name, value in given.items() if name in model.model_fields or name in (named or {})}
    if item.material:
        fields.setdefault("material", item.material)
    if model is EndMill:
        fields = {**_derived(item, fields), **fields}
    tool = model(**fields)
    held = {name for name in fields if name in item.sizes}
    if item.kind == "ball end mill":
        held -= {"corner_radius"}  # some files say it and some do not; half the diameter tells it anyway
    rest = {name: value for name, value in item.sizes.items() if name not in held}
    return replace(item, tool=tool, sizes=rest)


def _derived(item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Corner of a ball nose and the neck of a shoulder, which other programs say in other words."""
    found: dict[str, Any] = {}
    if item.kind == "ball end mill" and "diameter" in fields:
        found["corner_radius"] = _as_quantity("diameter", fields["diameter"]) / 2
    length, thickness = item.sizes.get("shoulder_length"), item.sizes.get("shoulder_diameter")
    if length is not None and thickness is not None and "flute_length" in fields:
        flutes = _as_quantity("flute_length", fields["flute_length"])
        shoulder = _as_quantity("shoulder_length", length)
        if to_kernel(SIZES["shoulder_length"], shoulder, "it") > to_kernel(SIZES["flute_length"], flutes, "it") * (
            1 + 1e-9
        ):
            found["neck_length"], found["neck_diameter"] = _difference(shoulder, flutes), thickness
    return found


def _difference(one: Any, other: Any) -> Any:
    """One length less another; of one unit without the long way through pint."""
    if one._units == other._units:
        return made(float(one._magnitude) - float(other._magnitude), one._units)
    return one - other


def _as_quantity(name: str, value: Any) -> Any:
    if hasattr(value, "_units"):
        return value
    return QuantityOf(SIZES[name]).read(value)


def _tap_words(item: Item, problems: list[Problem]) -> dict[str, Any]:
    """Thread and kind of a tap, from its sizes and its name; only what is told."""
    found: dict[str, Any] = {}
    text = f"{item.name} {item.note} {item.product}"
    thread = _thread(item, text, problems)
    if thread is not None:
        found["thread"] = thread.name
    tables = default()
    words = text.casefold()
    kinds = [factor.tap for factor in tables.tap_factors if factor.tap.casefold() in words]
    if len(kinds) == 1:
        found["kind"] = kinds[0]
    elif "forming tap" in words or "form tap" in words:
        found["kind"] = "roll form"
    return found


def _thread(item: Item, text: str, problems: list[Problem]) -> Thread | None:
    """The thread of the name where the tables have it, else the one of its diameter and pitch."""
    diameter, pitch = item.si("diameter"), item.si("pitch")
    tables = default()
    match = _THREAD.search(text)
    named = None
    if match is not None:
        try:
            named = tables.thread(re.sub(r"\s+UN[CF]$", "", match[1]))
        except InputError:
            named = None
    if named is not None:
        if diameter is not None and abs(diameter / named.major_diameter - 1) > SIZE_TOLERANCE:
            said = f"the name says {named.name}, but the diameter is {diameter * 1000:g} mm; correct one of the two"
            problems.append(Problem(item.label, "diameter", item.size("diameter"), said))
            return None
        if pitch is not None and abs(pitch / named.pitch - 1) > PITCH_TOLERANCE:
            said = f"the name says {named.name}, but the pitch is {pitch * 1000:g} mm; correct one of the two"
            problems.append(Problem(item.label, "pitch", item.size("pitch"), said))
            return None
        return named
    if diameter is None or pitch is None:
        return None
    near = [
        one
        for one in tables.threads.values()
        if abs(diameter / one.major_diameter - 1) <= SIZE_TOLERANCE and abs(pitch / one.pitch - 1) <= PITCH_TOLERANCE
    ]
    return min(near, key=lambda one: abs(one.major_diameter - diameter), default=None)

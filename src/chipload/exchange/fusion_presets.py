"""Presets of Fusion libraries: speeds and feeds of a tool, read and written.

A milling preset's `f_n` is the plunge feed per revolution, not the feed per tooth times the teeth; a drilling or
turning preset's is the feed per revolution, which counts where `use-feed-per-revolution` is true.
"""

from __future__ import annotations

import copy
import uuid
from typing import Any, TypeGuard

from chipload.exchange.items import Item, Preset, Problem
from chipload.exchange.keys import Key, Word, flag, give, take
from chipload.exchange.vocabulary import PRESET_NUMBERS

FORMAT = "fusion"
MILLING = frozenset(
    ("flat end mill", "ball end mill", "bull nose end mill", "face mill", "lollipop mill", "slot mill", "tapered mill",
     "chamfer mill", "dovetail mill", "radius mill", "barrel mill", "thread mill")
)  # fmt: skip
HOLES = frozenset(("drill", "reamer", "spot drill", "center drill", "counter sink"))
TURNING = frozenset(("turning tool", "boring bar", "grooving tool", "threading tool"))
PLUNGE_SHARE = 0.33
"""Plunge over cutting feed of a new preset without a plunge feed, which is what FreeCAD takes unless told."""
RAMP_ANGLE = 2.0
"""Ramp angle of a new milling preset [deg]: Fusion requires one and no plan speaks of it; check it before a ramp."""


def _number(place: str, name: str) -> Key:
    return Key(place, name, PRESET_NUMBERS[name])


_WORDS = (Word("name", "name"), Word("description", "note"))
_SPEEDS = (_number("n", "spindle_speed"), _number("v_c", "cutting_speed"))
_MILLING = (*_SPEEDS, _number("f_z", "feed_per_tooth"), _number("v_f", "feed_rate"),
            _number("v_f_plunge", "plunge_feed_rate"))  # fmt: skip
_HOLE = (*_SPEEDS, _number("v_f_plunge", "feed_rate"))
_TURNING = (*_SPEEDS, _number("v_f", "feed_rate"))
_PER_REV = (_number("f_n", "feed_per_rev"),)
_DEPTHS = (("use-stepdown", _number("stepdown", "axial_depth")), ("use-stepover", _number("stepover", "radial_depth")))


def _keys(record: dict[str, Any], kind: str) -> tuple[Key, ...]:
    """Keys of a preset; a number that the preset says it does not use is none of them."""
    if kind in MILLING:
        return (*_MILLING, *(key for use, key in _DEPTHS if flag(record.get(use)) or use not in record))
    if kind in HOLES or kind in TURNING:
        numbers = _HOLE if kind in HOLES else _TURNING
        return (*numbers, *_PER_REV) if flag(record.get("use-feed-per-revolution")) else numbers
    return (*_SPEEDS, _number("v_f", "feed_rate")) if kind == "boring head" else _SPEEDS


def take_preset(record: dict[str, Any], kind: str, system: str, label: str, problems: list[Problem]) -> Preset:
    """The preset of a record; what is not understood stays in its `extra`."""
    words = take(record, _WORDS, system, label, problems)
    if kind in MILLING:
        _check_plunge(record, words.get("name", ""), system, label, problems)
    numbers = take(record, _keys(record, kind), system, label, problems)
    return Preset(**words, **numbers, material=_material(record), extra={FORMAT: dict(record)})


def _check_plunge(record: dict[str, Any], name: str, system: str, label: str, problems: list[Problem]) -> None:
    """A problem where the plunge feed per revolution is not the plunge feed over the spindle speed."""
    per_rev, rate, turns = record.get("f_n"), record.get("v_f_plunge"), record.get("n")
    if not (_counts(per_rev) and _counts(rate) and _counts(turns)):
        return
    if abs(per_rev * turns / rate - 1) > 0.03:
        said = (
            f"preset {name!r} has {per_rev:g} in f_n, but its plunge feed over its spindle speed is "
            f"{rate / turns:.4g}; in a milling preset f_n is the plunge feed per revolution"
        )
        problems.append(Problem(label, "f_n", per_rev, said))


def _counts(raw: Any) -> TypeGuard[float]:
    return type(raw) in (float, int) and 0 < raw < 1e12


def _material(record: dict[str, Any]) -> str:
    material = record.get("material")
    query = material.get("query") if isinstance(material, dict) else None
    return query if isinstance(query, str) else ""


def give_preset(preset: Preset, item: Item, system: str, place: int) -> dict[str, Any]:
    """The record of a preset; one that did not come from Fusion gets what Fusion requires."""
    stored = preset.extra.get(FORMAT)
    new = not isinstance(stored, dict)
    record: dict[str, Any] = copy.deepcopy(stored) if isinstance(stored, dict) else {}
    if new:
        if item.kind in MILLING:
            record |= {use: getattr(preset, key.name) is not None for use, key in _DEPTHS}
        elif item.kind in HOLES | TURNING:
            record["use-feed-per-revolution"] = preset.feed_per_rev is not None
    else:
        _switch_on(record, preset, item.kind)
    give(record, _WORDS, {"name": preset.name, "note": preset.note}, system)
    give(record, _keys(record, item.kind), preset.values(), system)
    if preset.material != _material(record):
        material = record.get("material")
        record["material"] = {
            **({"category": "all", "use-hardness": False} if not isinstance(material, dict) else material),
            "query": preset.material,
        }
    if new:
        _complete(record, preset, item, system, place)
    return record


def _switch_on(record: dict[str, Any], preset: Preset, kind: str) -> None:
    """A depth or feed that was given to a preset which did not use it is used from now on."""
    if kind in MILLING:
        for use, key in _DEPTHS:
            if getattr(preset, key.name) is not None and use in record and not flag(record[use]):
                record[use] = True
    elif (
        kind in HOLES | TURNING and preset.feed_per_rev is not None and not flag(record.get("use-feed-per-revolution"))
    ):
        record["use-feed-per-revolution"] = True


def _complete(record: dict[str, Any], preset: Preset, item: Item, system: str, place: int) -> None:
    """What Fusion's schema requires of a preset; feeds that are not given are those of the cut or the plunge."""
    record.setdefault("name", "")
    record.setdefault("material", {"category": "all", "query": "", "use-hardness": False})
    record.setdefault("tool-coolant", "disabled")
    record["guid"] = str(uuid.uuid5(uuid.NAMESPACE_OID, repr((item.label, item.kind, place, preset.name))))
    turning, feed = record.get("n"), record.get("v_f")
    if item.kind in MILLING:
        record.setdefault("ramp-angle", RAMP_ANGLE)
        if turning is not None:
            record.setdefault("n_ramp", turning)
        if feed is not None:
            if "v_f_plunge" not in record:
                record["v_f_plunge"] = feed * PLUNGE_SHARE
            plunge = record["v_f_plunge"]
            for key in ("v_f_leadIn", "v_f_leadOut", "v_f_transition"):
                record.setdefault(key, feed)
            record.setdefault("v_f_ramp", plunge)
            if turning:
                record.setdefault("f_n", plunge / turning)
    elif item.kind in HOLES and record.get("use-feed-per-revolution"):
        record.setdefault("f_n_retract", record.get("f_n"))
        if turning and "v_f_plunge" not in record:
            record["v_f_plunge"] = record["f_n"] * turning
    if item.kind in HOLES - {"drill", "reamer"} and record.get("v_f_plunge") is not None:
        for key in ("v_f", "v_f_leadIn", "v_f_leadOut", "v_f_ramp", "v_f_transition"):
            record.setdefault(key, record["v_f_plunge"])

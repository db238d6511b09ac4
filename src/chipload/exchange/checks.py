"""What is checked of every item: numbers that must agree, and numbers in the magazine that must be one tool's."""

from __future__ import annotations

import math
from collections.abc import Iterable

from chipload import cutting
from chipload.errors import InputError
from chipload.exchange.items import Item, Preset, Problem
from chipload.exchange.vocabulary import PRESET_NUMBERS
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.kinds import Kind
from chipload.units.trace import show

AGREEMENT = 0.03
"""Share by which two numbers for the same thing may differ: programs round speeds and feeds to two or three digits."""


def check_item(item: Item) -> list[Problem]:
    """What does not agree within one item; nothing is changed.

    Examples
    --------
    >>> from chipload.exchange.items import Item
    >>> item = Item("drill", 4, sizes={"flute_length": "60 mm", "overall_length": "50 mm"})
    >>> print(check_item(item)[0])
    T4: flute_length: flutes of 60.000 mm are longer than the whole tool of 50.000 mm; correct one of the two
    """
    problems: list[Problem] = []
    try:
        flutes, whole = item.si("flute_length"), item.si("overall_length")
        if flutes is not None and whole is not None and flutes > whole * (1 + 1e-9):
            said = (
                f"flutes of {show(kinds.LENGTH, flutes, 'metric')} are longer than the whole tool of "
                f"{show(kinds.LENGTH, whole, 'metric')}; correct one of the two"
            )
            problems.append(Problem(item.label, "flute_length", item.size("flute_length"), said))
        for preset in item.presets:
            problems += _check_preset(item, preset)
    except InputError as error:
        problems += [Problem(item.label, "sizes", None, sentence) for sentence in error.problems]
    return problems


def _check_preset(item: Item, preset: Preset) -> list[Problem]:
    diameter, teeth = item.si("diameter"), item.si("teeth")
    number = {name: float(to_kernel(PRESET_NUMBERS[name], value, name)) for name, value in preset.values().items()}
    turning, speed = number.get("spindle_speed"), number.get("cutting_speed")
    problems = []
    if turning and speed and diameter:
        expected = float(cutting.cutting_speed.si(turning, diameter))
        problems += _differs(item, preset, "cutting_speed", kinds.CUTTING_SPEED, speed, expected,
                             "spindle speed and diameter")  # fmt: skip
    feed, rate = number.get("feed_per_tooth"), number.get("feed_rate")
    if turning and feed and rate and teeth:
        problems += _differs(item, preset, "feed_per_tooth", kinds.FEED_PER_TOOTH, feed, rate / (turning * teeth),
                             "feed rate, spindle speed and teeth")  # fmt: skip
    return problems


def _differs(
    item: Item, preset: Preset, name: str, kind: Kind, given: float, expected: float, of: str
) -> list[Problem]:
    if math.isclose(given, expected, rel_tol=AGREEMENT):
        return []
    said = (
        f"preset {preset.name!r} says {show(kind, given, 'metric')}, but {of} come to "
        f"{show(kind, expected, 'metric')}; correct one of them"
    )
    return [Problem(item.label, name, getattr(preset, name), said)]


def check_numbers(items: Iterable[Item]) -> list[Problem]:
    """A problem for every number that more than one item has."""
    seen: dict[int, Item] = {}
    problems = []
    for item in items:
        if item.number is None:
            continue
        if item.number in seen:
            said = f"{seen[item.number].label} has the number {item.number} too; give each tool its own"
            problems.append(Problem(item.label, "number", item.number, said))
        seen.setdefault(item.number, item)
    return problems

"""Where a formula was shown to hold, and what is said of a call outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from chipload.units.boundary import extremes
from chipload.units.glossary import SYMBOLS
from chipload.units.kinds import RATIO, Kind
from chipload.units.messages import Message
from chipload.units.parameters import Valid, ValidRatio, ValidWhere

Rule: TypeAlias = Valid | ValidRatio | ValidWhere
Ends: TypeAlias = tuple[float, float]
_ROUNDING = 1e-12
"""Of a limit: six diameters of 3.1 mm are not quite 18.6 mm once both are metres."""


class Validity:
    """The ranges and conditions of one formula, ready to be asked with the kernel values of its arguments.

    A call on a long array asks block by block: `ends` of every block are joined, and `outside` speaks once.
    """

    def __init__(self, asker: str, kinds: Mapping[str, Kind | None], rules: Sequence[Rule]) -> None:
        self.asker, self.kinds, self.rules = asker.replace("_", " "), kinds, tuple(rules)
        places = {name: place for place, name in enumerate(kinds)}
        self._ranges = [
            (rule, [places[name] for name in ((rule.name,) if isinstance(rule, Valid) else rule.names)])
            for rule in rules
            if not isinstance(rule, ValidWhere)
        ]
        self._conditions = [
            (rule, [places[name] for name in rule.names]) for rule in rules if isinstance(rule, ValidWhere)
        ]

    def __bool__(self) -> bool:
        return bool(self.rules)

    def ends(self, values: Sequence[Any]) -> list[Ends]:
        """Lowest and highest of what each range is about."""
        return [
            extremes(values[at[0]] if isinstance(rule, Valid) else rule.of(*[values[place] for place in at]))
            for rule, at in self._ranges
        ]

    def outside(self, ends: Sequence[Ends]) -> list[Message]:
        """A sentence for each range that is left."""
        return [
            self._outside(rule, low, high)
            for (rule, _), (low, high) in zip(self._ranges, ends, strict=True)
            if not (_at_least(low, rule.low) and _at_least(rule.high, high))
        ]

    def broken(self, values: Sequence[Any]) -> list[Message]:
        """A sentence for each condition that does not hold everywhere."""
        said = []
        for rule, at in self._conditions:
            given = [values[place] for place in at]
            if np.all(rule.holds(*given)):
                continue
            shown: list[Any] = []
            for name, value in zip(rule.names, given, strict=True):
                kind = self.kinds[name]
                shown += [name, str(value) if kind is None else (kind, value)]
            listed = ", ".join(["{} {}"] * len(given))
            said.append(Message.of("{}: {} (given: " + listed + ")", self.asker, rule.says, *shown))
        return said

    def said(self, values: Sequence[Any]) -> list[Message]:
        """Everything there is to say of a call."""
        return [*self.outside(self.ends(values)), *self.broken(values)]

    def _outside(self, rule: Valid | ValidRatio, low: float, high: float) -> Message:
        if isinstance(rule, Valid):
            kind, words = self.kinds[rule.name], SYMBOLS[rule.name][1]
            assert kind is not None
        else:
            kind, words = RATIO, rule.words
        span = "from {} to {}"
        limits: tuple[tuple[Kind, float], ...] = ((kind, rule.low), (kind, rule.high))
        if np.isinf(rule.high):
            span, limits = "above {}", limits[:1]
        elif rule.low <= 0 <= kind.low or np.isneginf(rule.low):
            span, limits = "below {}", limits[1:]
        subject = low if low == high else np.array([low, high])
        return Message.of(
            "{}: {} {} is outside the range " + span + " in which it was shown to hold; {}",
            self.asker, words, (kind, subject), *limits, rule.instead,
        )  # fmt: skip


def _at_least(value: float, limit: float) -> bool:
    """True from the limit on, whatever conversion has left on the last digits."""
    return value >= limit or bool(np.isclose(value, limit, rtol=_ROUNDING, atol=0.0))

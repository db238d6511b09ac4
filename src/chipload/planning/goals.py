"""What an optimum is sought for: one result or several weighed against each other, as one score."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units.kinds import Real

_RESULTS = {"removal_rate": 1, "cost": -1, "cutting_time": -1, "tool_life": 1}
"""Results that can be a goal, and whether more of them is better."""

_NEEDS = {
    "removal_rate": "nothing besides the cut",
    "cost": "cut_length, economy and a known life (reference_speed, reference_life, taylor_exponent)",
    "cutting_time": "cut_length",
    "tool_life": "a known life (reference_speed, reference_life, taylor_exponent)",
}


@dataclass(frozen=True)
class Goal:
    """What is sought, as weights of results.

    The score is the sum of weight times logarithm, with the sign that makes more better: with one result the best
    point is that of the result itself, and with several one per cent of each counts by its weight, whatever the units.
    """

    weights: tuple[tuple[str, float], ...]

    @classmethod
    def read(cls, given: Any) -> Goal:
        """A goal from a name, or from names with weights.

        Raises
        ------
        InputError
            For a name that is no goal, or weights that are not positive numbers.
        """
        pairs = {given: 1.0} if isinstance(given, str) else given
        if not isinstance(pairs, Mapping) or not pairs:
            raise InputError(f"optimise, goal: {given!r} is no goal; give one of {_names()}, or several with weights")
        weights = []
        for name, weight in pairs.items():
            known = "cutting_time" if name == "time" else name
            if known not in _RESULTS:
                raise InputError(f"optimise, goal: there is no {name!r}; there are {_names()}")
            if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 < weight < math.inf:
                raise InputError(f"optimise, goal: the weight {weight!r} of {name} cannot be; give a number above 0")
            weights.append((known, float(weight)))
        total = sum(weight for _, weight in weights)
        return cls(tuple((name, weight / total) for name, weight in weights))

    def score(self, outcome: Any) -> Real:
        """How good an outcome of any shape is: larger is better, NaN where it is not known."""
        with np.errstate(divide="ignore", invalid="ignore"):
            parts = [_RESULTS[name] * weight * np.log(getattr(outcome, name)) for name, weight in self.weights]
        score: Any = parts[0]
        for part in parts[1:]:
            score = score + part
        return score

    def unknown_part(self, outcome: Any) -> str | None:
        """A sentence about the first result that is known nowhere; None where all are known."""
        for name, _ in self.weights:
            if bool(np.all(np.isnan(getattr(outcome, name)))):
                return f"the {name.replace('_', ' ')} is not known; it takes {_NEEDS[name]}"
        return None

    def __str__(self) -> str:
        words = [("most " if _RESULTS[name] > 0 else "least ") + name.replace("_", " ") for name, _ in self.weights]
        if len(words) == 1:
            return words[0]
        return ", ".join(f"{word} ({weight:.0%})" for word, (_, weight) in zip(words, self.weights, strict=True))


def _names() -> str:
    return "removal_rate, cost, time, tool_life"

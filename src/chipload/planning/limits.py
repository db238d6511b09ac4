"""What may stop a cut: every limit with its utilisation, and the change that would free most."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from chipload.planning.cuts import Cut
from chipload.planning.operations import Lever, Operation
from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule
from chipload.planning.uncertainty import interval
from chipload.units.kinds import Kind, Real
from chipload.units.messages import Message
from chipload.units.trace import show

FULL = 1 + 1e-9
"""Utilisation from which a limit is broken: what is exactly full holds, a rounding apart."""

_STEP = 0.9


@dataclass(frozen=True)
class Limit:
    """One limit of a plan.

    Attributes
    ----------
    name, label
        Of the limit, for code and for people.
    value, allowed
        What the cut comes to and what is allowed, in the kernel unit of `kind`.
    utilisation
        Value over what is allowed, or the inverse where the limit is a lower one: above 1 the limit is broken.
        NaN where the tables do not reach.
    interval
        Of the utilisation, 90 %.
    confidence
        Share of the samples in which the limit holds.
    remedy
        What would free most, for the binding limit and the broken ones.
    source
        Where the allowed value comes from.
    gap
        Why nothing is known, where it is not.
    """

    name: str
    label: str
    kind: Kind
    value: float
    allowed: float
    utilisation: float
    interval: tuple[float, float]
    confidence: float
    source: str
    remedy: Message = field(default_factory=lambda: Message(""))
    lower: bool = field(default=False, repr=False)
    gap: str = field(default="", repr=False)

    @property
    def broken(self) -> bool:
        """True where the cut goes beyond the limit."""
        return self.utilisation > FULL

    @property
    def known(self) -> bool:
        """False where the tables do not reach, so that nothing can be said."""
        return not math.isnan(self.utilisation)

    def describe(self, system: str = "metric") -> str:
        """The limit as a line, without the remedy."""
        if not self.known:
            return f"{self.label}: not known here; {self.gap}"
        word = "at least" if self.lower else "of"
        return (
            f"{self.label}: {self.utilisation:.0%}, {show(self.kind, self.value, system)} {word} "
            f"{show(self.kind, self.allowed, system)}"
        )

    def __str__(self) -> str:
        return self.describe() + (f"; {self.remedy}" if self.remedy else "")


def find_limits(
    operation: Operation, prepared: Prepared, outcome: Any, samples: Cut, sampled: Any
) -> tuple[Limit, ...]:
    """Every limit with its utilisation, the fullest first and those that cannot be known last."""
    found = []
    for rule in operation.rules(prepared):
        value, allowed = rule.value(prepared.cut, outcome), rule.allowed(prepared.cut, outcome)
        used = float(rule.share(value, allowed))
        spread = np.atleast_1d(rule.utilisation(samples, sampled))
        ends, confidence = (used, used), float(used <= FULL)
        if not np.isnan(spread).any() and spread.size > 1:
            ends, confidence = interval(spread), float(np.mean(spread <= FULL))
        found.append(
            Limit(
                rule.name, rule.label, rule.kind, float(value), float(allowed), used, ends, confidence,
                rule.source, lower=rule.lower, gap=rule.gap,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda limit: -limit.utilisation if limit.known else math.inf))


class Freeing:
    """The changes at the machine that free a limit, found by evaluating them."""

    def __init__(self, operation: Operation, prepared: Prepared) -> None:
        self._operation, self._prepared = operation, prepared
        self._rules = {rule.name: rule for rule in operation.rules(prepared)}
        self._levers = {
            lever.name: lever for lever in operation.levers if getattr(prepared.cut, lever.name) is not None
        }
        self._evaluated: dict[tuple[str, bytes], tuple[Cut, Any]] = {}

    def remedy(self, limit: Limit) -> Message:
        """The change that frees most of `limit`.

        For a broken limit, the least change that holds it: of the lever that frees most if that suffices, else of
        the one that costs the least removal.
        """
        rule = self._rules[limit.name]
        freed: dict[tuple[str, float], float] = {}
        for lever in self._levers.values():
            reached = {step: lever.reach(self._prepared.cut, step) for step in (_STEP, 1 / _STEP)}
            steps = {step: factor for step, factor in reached.items() if factor is not None}
            if not steps:
                continue
            factors = np.array(list(steps.values()))
            for step, used in zip(steps, np.broadcast_to(self._used(rule, lever, factors), factors.shape), strict=True):
                if used < limit.utilisation * 0.995:  # a change that frees less frees nothing
                    freed[lever.name, step] = round(float(used), 3)
        if not freed:
            words = ", ".join(lever.word.split(" ", 1)[1] for lever in self._levers.values())
            return Message(f"no change of {words} frees it")
        ranked = sorted(freed, key=lambda change: freed[change])  # stable: a tie keeps the order of the levers
        lever, step = self._levers[ranked[0][0]], ranked[0][1]
        now = self._now(lever)
        if not limit.broken:
            change = "less" if step < 1 else "more"
            share = abs((lever.reach(self._prepared.cut, step) or step) - 1)
            return Message(
                f"{share:.0%} {change} {lever.word.split(' ', 1)[1]} would bring it to {freed[ranked[0]]:.0%}"
            )
        enough = self._enough(rule, lever, step)
        if enough is not None:
            return Message.of(
                lever.word + " of {} instead of {} would hold it", (lever.kind, now * enough), (lever.kind, now)
            )
        others = [(self._enough(rule, self._levers[name], step), self._levers[name]) for name, step in ranked[1:]]
        sufficient = [(factor, other) for factor, other in others if factor is not None]
        if not sufficient:
            return Message(f"{lever.word.split(' ', 1)[1]} frees most, but no single change is enough")
        factor, other = max(sufficient, key=lambda found: min(found[0], 1 / found[0]))
        now = self._now(other)
        return Message.of(
            f"{lever.word.split(' ', 1)[1]} frees most, but not enough alone; {other.word} of {{}} instead of {{}} "
            "would hold it",
            (other.kind, now * factor), (other.kind, now),
        )  # fmt: skip

    def _now(self, lever: Lever) -> float:
        return float(getattr(self._prepared.cut, lever.name))

    def _enough(self, rule: Rule, lever: Lever, step: float) -> float | None:
        """The least change of a lever that holds the limit, as a factor; None where none does."""
        factors = np.geomspace(1, 0.05 if step < 1 else 20, 400)
        end = lever.reach(self._prepared.cut, float(factors[-1]))
        assert end is not None
        held = np.append(factors[factors > end] if step < 1 else factors[factors < end], end)
        holds = np.flatnonzero(np.atleast_1d(self._used(rule, lever, held)) <= 1)
        return float(held[holds[0]]) if holds.size else None

    def _used(self, rule: Rule, lever: Lever, factors: Any) -> Real:
        return rule.utilisation(*self._changed(lever, factors))

    def _changed(self, lever: Lever, factors: Any) -> tuple[Cut, Any]:
        """The cut with a lever at several factors and its outcome, which every rule is asked about."""
        key = lever.name, factors.tobytes()
        if key not in self._evaluated:
            cut = self._prepared.cut.having(**{lever.name: getattr(self._prepared.cut, lever.name) * factors})
            self._evaluated[key] = cut, self._operation.evaluate(cut)
        return self._evaluated[key]

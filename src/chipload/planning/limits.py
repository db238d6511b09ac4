"""What may stop a cut: every limit with its utilisation, and the change that would free most."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from chipload.planning.jobs import Limits
from chipload.planning.milling import Cut, Outcome, evaluate
from chipload.planning.preparing import Prepared
from chipload.planning.rules import Rule, rules
from chipload.planning.uncertainty import interval
from chipload.units import kinds
from chipload.units.kinds import Kind, Real
from chipload.units.messages import Message
from chipload.units.trace import show

LEVERS: dict[str, tuple[str, Kind]] = {
    "stickout": ("a stick-out", kinds.LENGTH),
    "cutting_speed": ("a cutting speed", kinds.CUTTING_SPEED),
    "radial_depth": ("a radial depth", kinds.LENGTH),
    "axial_depth": ("an axial depth", kinds.LENGTH),
    "feed_per_tooth": ("a feed per tooth", kinds.FEED_PER_TOOTH),
}
"""What a person at the machine can change, in the order in which a tie is decided."""

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

    @property
    def broken(self) -> bool:
        """True where the cut goes beyond the limit."""
        return self.utilisation > 1 + 1e-9

    @property
    def known(self) -> bool:
        """False where the tables do not reach, so that nothing can be said."""
        return not math.isnan(self.utilisation)

    def describe(self, system: str = "metric") -> str:
        """The limit as a line, without the remedy."""
        if not self.known:
            return f"{self.label}: not known here; the table ends before it"
        word = "at least" if self.lower else "of"
        return (
            f"{self.label}: {self.utilisation:.0%}, {show(self.kind, self.value, system)} {word} "
            f"{show(self.kind, self.allowed, system)}"
        )

    def __str__(self) -> str:
        return self.describe() + (f"; {self.remedy}" if self.remedy else "")


def find_limits(
    prepared: Prepared, shop: Limits, edge_radius: float | None, outcome: Outcome, cut: Cut, sampled: Outcome
) -> tuple[Limit, ...]:
    """Every limit with its utilisation, the fullest first and those that cannot be known last."""
    found = []
    for rule in rules(prepared, shop, edge_radius):
        value, allowed = rule.value(prepared.cut, outcome), rule.allowed(prepared.cut, outcome)
        used = float(rule.utilisation(prepared.cut, outcome))
        samples = np.atleast_1d(rule.utilisation(cut, sampled))
        spread, confidence = (used, used), float(used <= 1)
        if not np.isnan(samples).any() and samples.size > 1:
            spread, confidence = interval(samples), float(np.mean(samples <= 1))
        found.append(
            Limit(
                rule.name, rule.label, rule.kind, float(value), float(allowed), used, spread, confidence,
                rule.source, lower=rule.lower,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda limit: -limit.utilisation if limit.known else math.inf))


def remedy(prepared: Prepared, shop: Limits, edge_radius: float | None, limit: Limit) -> Message:
    """The change at the machine that frees most of `limit`, found by evaluating the changes.

    For a broken limit, the least change that holds it: of the lever that frees most if that suffices, else of
    the one that costs the least removal.
    """
    rule = next(rule for rule in rules(prepared, shop, edge_radius) if rule.name == limit.name)
    freed: dict[tuple[str, float], float] = {}
    for lever in LEVERS:
        for step in (_STEP, 1 / _STEP):
            factor = _reachable(prepared.cut, lever, step)
            if factor is not None:
                used = float(_used(rule, prepared, lever, factor))
                if used < limit.utilisation * 0.995:  # a change that frees less frees nothing
                    freed[lever, step] = round(used, 3)
    if not freed:
        return Message("no change of speed, feed, depth, width or stick-out frees it")
    ranked = sorted(freed, key=lambda change: freed[change])  # stable: a tie keeps the order of the levers
    lever, step = ranked[0]
    word, kind = LEVERS[lever]
    now = float(getattr(prepared.cut, lever))
    if not limit.broken:
        change = "less" if step < 1 else "more"
        share = abs((_reachable(prepared.cut, lever, step) or step) - 1)
        return Message(f"{share:.0%} {change} {word.split(' ', 1)[1]} would bring it to {freed[ranked[0]]:.0%}")
    enough = _enough(rule, prepared, lever, step)
    if enough is not None:
        return Message.of(word + " of {} instead of {} would hold it", (kind, now * enough), (kind, now))
    others = [(_enough(rule, prepared, *change), change[0]) for change in ranked[1:]]
    sufficient = [(factor, other) for factor, other in others if factor is not None]
    if not sufficient:
        return Message(f"{word.split(' ', 1)[1]} frees most, but no single change is enough")
    factor, other = max(sufficient, key=lambda found: min(found[0], 1 / found[0]))
    second, kind = LEVERS[other]
    now = float(getattr(prepared.cut, other))
    return Message.of(
        f"{word.split(' ', 1)[1]} frees most, but not enough alone; {second} of {{}} instead of {{}} would hold it",
        (kind, now * factor), (kind, now),
    )  # fmt: skip


def _enough(rule: Rule, prepared: Prepared, lever: str, step: float) -> float | None:
    """The least change of a lever that holds the limit, as a factor; None where none does."""
    factors = np.geomspace(1, 0.05 if step < 1 else 20, 400)
    end = _reachable(prepared.cut, lever, float(factors[-1]))
    assert end is not None
    held = np.append(factors[factors > end] if step < 1 else factors[factors < end], end)
    holds = np.flatnonzero(np.atleast_1d(_used(rule, prepared, lever, held)) <= 1)
    return float(held[holds[0]]) if holds.size else None


def _reachable(cut: Cut, lever: str, factor: float) -> float | None:
    """The factor as far as the tool lets the lever go; None where it does not move."""
    if lever == "radial_depth" and (cut.style == "slot" or factor > 1):
        return None
    if lever == "axial_depth" and factor > 1:
        return None
    if lever == "stickout":
        if factor > 1:
            return None
        shortest = (float(cut.flute_length) + float(cut.neck_length)) / float(cut.stickout)
        if shortest > 0.999:
            return None
        return max(factor, shortest)
    return factor


def _used(rule: Rule, prepared: Prepared, lever: str, factor: Any) -> Real:
    cut = prepared.cut.having(**{lever: getattr(prepared.cut, lever) * factor})
    return rule.utilisation(cut, evaluate(cut))

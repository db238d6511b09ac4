"""What may stop a cut: every limit with its utilisation, and the change that would free most."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from chipload.planning.jobs import Limits
from chipload.planning.milling import Cut, Outcome, evaluate
from chipload.planning.preparing import Prepared
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
            return f"{self.label}: not known here ({self.source})"
        word = "at least" if self.lower else "of"
        return (
            f"{self.label}: {self.utilisation:.0%}, {show(self.kind, self.value, system)} {word} "
            f"{show(self.kind, self.allowed, system)}"
        )

    def __str__(self) -> str:
        return self.describe() + (f"; {self.remedy}" if self.remedy else "")


@dataclass(frozen=True)
class Rule:
    """A limit before it is evaluated."""

    name: str
    label: str
    kind: Kind
    source: str
    value: str
    allowed: float | None = None
    lower: bool = False

    def of(self, cut: Cut, outcome: Outcome, prepared: Prepared, shop: Limits) -> tuple[Real, Real]:
        """Value and what is allowed, for a cut of any shape."""
        value = getattr(outcome, self.value) if hasattr(outcome, self.value) else getattr(cut, self.value)
        if self.name == "torque":
            assert prepared.machine is not None
            return value, prepared.machine.torque(outcome.spindle_speed) * shop.si("power_share")
        if self.name == "flute_length":
            return value, cut.flute_length
        assert self.allowed is not None
        return value, np.full(np.shape(value), self.allowed)[()]

    def utilisation(self, value: Real, allowed: Real) -> Real:
        """How much of the limit is used."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.divide(allowed, value) if self.lower else np.divide(value, allowed)


def rules(prepared: Prepared, shop: Limits, edge_radius: float | None) -> Iterator[Rule]:
    """The limits that apply to a cut, from the machine, the tool, the tables and the shop."""
    machine = prepared.machine
    if machine is not None:
        for name, label, kind, value, prop, lower in (
            (
                "spindle_speed",
                "highest spindle speed",
                kinds.SPINDLE_SPEED,
                "spindle_speed",
                "spindle_speed_max",
                False,
            ),
            (
                "spindle_speed_min",
                "lowest spindle speed",
                kinds.SPINDLE_SPEED,
                "spindle_speed",
                "spindle_speed_min",
                True,
            ),
            ("feed_rate", "highest feed rate", kinds.FEED_RATE, "feed_rate", "feed_max", False),
            ("feed_force", "feed force of the axes", kinds.FORCE, "side_force", "feed_force_max", False),
        ):
            figure = machine.find(prop)
            if figure is not None and figure.value > 0:
                yield Rule(name, label, kind, _source(figure.tier, figure.source), value, figure.value, lower)
        power = machine.find("power")
        if power is not None:
            allowed = power.value * shop.si("power_share")
            yield Rule("power", "rated power", kinds.POWER, _source(power.tier, power.source), "motor_power", allowed)
        curves = machine.rated_curves()
        if curves:
            label = "torque at this speed" + ("" if curves[0].rating == "continuous" else " (peak)")
            yield Rule("torque", label, kinds.TORQUE, _source(curves[0].tier, curves[0].source), "torque")
    if prepared.strength is not None:
        figure = prepared.strength
        allowed = figure.value * shop.si("tool_stress_share")
        yield Rule(
            "tool_stress",
            "stress in the tool",
            kinds.STRESS,
            _source(figure.tier, figure.source),
            "tool_stress",
            allowed,
        )
    yield Rule("deflection", "deflection", kinds.SMALL_LENGTH, "rule of the shop", "deflection", shop.si("deflection"))
    yield Rule("flute_length", "flutes in cut", kinds.LENGTH, "tool", "axial_depth")
    if prepared.speed_range is not None:
        row, top = prepared.speed_range.row, prepared.speed_range.high
        yield Rule(
            "cutting_speed",
            "speed range of the tables",
            kinds.CUTTING_SPEED,
            _source(row.tier, row.source),
            "cutting_speed",
            top,
        )
    if prepared.feed_range is not None and prepared.feed_range.row.radial_high - prepared.feed_range.row.radial_low < 1:
        row, top = prepared.feed_range.row, prepared.feed_range.high
        yield Rule(
            "chip_load",
            "feed range of the tables",
            kinds.FEED_PER_TOOTH,
            _source(row.tier, row.source),
            "feed_per_tooth",
            top,
        )
    elif prepared.feed_range is not None:
        row, top = prepared.feed_range.row, prepared.feed_range.high
        yield Rule(
            "chip_load",
            "chip load of the tables",
            kinds.CHIP_THICKNESS,
            _source(row.tier, row.source),
            "max_chip_thickness",
            top,
        )
    if edge_radius is not None:
        least = edge_radius * shop.si("min_chip_share")
        yield Rule(
            "rubbing",
            "least chip, against rubbing",
            kinds.CHIP_THICKNESS,
            "rule of the shop",
            "max_chip_thickness",
            least,
            True,
        )


def _source(tier: str, source: tuple[str, ...]) -> str:
    return f"{'; '.join(source)}, {tier}"


def find_limits(
    prepared: Prepared, shop: Limits, edge_radius: float | None, outcome: Outcome, cut: Cut, sampled: Outcome
) -> tuple[Limit, ...]:
    """Every limit with its utilisation, the fullest first and those that cannot be known last."""
    found = []
    for rule in rules(prepared, shop, edge_radius):
        value, allowed = rule.of(prepared.cut, outcome, prepared, shop)
        used = float(rule.utilisation(value, allowed))
        samples = np.atleast_1d(rule.utilisation(*rule.of(cut, sampled, prepared, shop)))
        interval, confidence = (used, used), float(used <= 1)
        if not np.isnan(samples).any() and samples.size > 1:
            low, high = np.quantile(samples, (0.05, 0.95))
            interval, confidence = (float(low), float(high)), float(np.mean(samples <= 1))
        found.append(
            Limit(
                rule.name, rule.label, rule.kind, float(value), float(allowed), used, interval, confidence,
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
                used = float(_used(rule, prepared, shop, lever, np.asarray(factor)))
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
    enough = _enough(rule, prepared, shop, lever, step)
    if enough is not None:
        return Message.of(word + " of {} instead of {} would hold it", (kind, now * enough), (kind, now))
    others = [(_enough(rule, prepared, shop, *change), change[0]) for change in ranked[1:]]
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


def _enough(rule: Rule, prepared: Prepared, shop: Limits, lever: str, step: float) -> float | None:
    """The least change of a lever that holds the limit, as a factor; None where none does."""
    factors = np.geomspace(1, 0.05 if step < 1 else 20, 400)
    end = _reachable(prepared.cut, lever, float(factors[-1]))
    assert end is not None
    held = np.append(factors[factors > end] if step < 1 else factors[factors < end], end)
    holds = np.flatnonzero(np.atleast_1d(_used(rule, prepared, shop, lever, held)) <= 1)
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


def _used(rule: Rule, prepared: Prepared, shop: Limits, lever: str, factor: Any) -> Real:
    cut = prepared.cut.having(**{lever: getattr(prepared.cut, lever) * factor})
    return rule.utilisation(*rule.of(cut, evaluate(cut), prepared, shop))

"""The limits that apply to a cut: of the machine, the tool, the tables and the shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from chipload.catalog import Choice, Figure, Machine
from chipload.planning.jobs import Limits
from chipload.planning.milling import Cut, Outcome
from chipload.planning.preparing import Prepared
from chipload.units import kinds
from chipload.units.kinds import Kind, Real

Read: TypeAlias = Callable[[Cut, Outcome], Real]


@dataclass(frozen=True)
class Rule:
    """A limit before it is evaluated: how its value and what is allowed follow from a cut of any shape.

    `lower` marks one that the value must stay above.
    """

    name: str
    label: str
    kind: Kind
    source: str
    value: Read
    allowed: Read
    lower: bool = False

    def utilisation(self, cut: Cut, outcome: Outcome) -> Real:
        """How much of the limit is used: above 1 it is broken; NaN where the tables do not reach."""
        value, allowed = self.value(cut, outcome), self.allowed(cut, outcome)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.divide(allowed, value) if self.lower else np.divide(value, allowed)


def rules(prepared: Prepared, shop: Limits, edge_radius: float | None) -> Iterator[Rule]:
    """The limits that apply, in no order."""
    if prepared.machine is not None:
        yield from _of_machine(prepared.machine, shop)
    yield from _of_tool(prepared, shop, edge_radius)
    if prepared.speed_range is not None:
        choice = prepared.speed_range
        yield Rule(
            "cutting_speed", "speed range of the tables", kinds.CUTTING_SPEED, _range_source(choice),
            lambda cut, outcome: outcome.cutting_speed, _fixed(choice.high),
        )  # fmt: skip
    if prepared.feed_range is not None:
        yield _chip_load(prepared.feed_range)


def _of_machine(machine: Machine, shop: Limits) -> Iterator[Rule]:
    speed, feed = kinds.SPINDLE_SPEED, kinds.FEED_RATE
    for name, label, kind, value, prop, lower in (
        ("spindle_speed", "highest spindle speed", speed, _spindle_speed, "spindle_speed_max", False),
        ("spindle_speed_min", "lowest spindle speed", speed, _spindle_speed, "spindle_speed_min", True),
        ("feed_rate", "highest feed rate", feed, lambda cut, outcome: outcome.feed_rate, "feed_max", False),
    ):
        figure = machine.find(prop)
        if figure is not None and figure.value > 0:
            yield Rule(name, label, kind, _source(figure), value, _fixed(figure.value), lower)
    force = machine.find("feed_force_max")
    if force is not None:
        share, source = _trusted(force, shop)
        yield Rule(
            "feed_force", "feed force of the axes", kinds.FORCE, source,
            lambda cut, outcome: outcome.side_force, _fixed(force.value * share),
        )  # fmt: skip
    power = machine.find("power")
    if power is not None:
        share, source = _trusted(power, shop)
        yield Rule(
            "power", "rated power", kinds.POWER, source,
            lambda cut, outcome: outcome.motor_power, _fixed(power.value * share * shop.si("power_share")),
        )  # fmt: skip
    curves = machine.rated_curves()
    if curves:
        estimated = curves[0].tier == "estimated"
        torque_share = shop.si("power_share") * (shop.si("estimated_share") if estimated else 1.0)
        yield Rule(
            "torque", "torque at this speed" + ("" if curves[0].rating == "continuous" else " (peak)"), kinds.TORQUE,
            f"{'; '.join(curves[0].source)}, {curves[0].tier}" + (_derated(shop) if estimated else ""),
            lambda cut, outcome: outcome.torque,
            lambda cut, outcome: machine.torque(outcome.spindle_speed) * torque_share,
        )  # fmt: skip


def _of_tool(prepared: Prepared, shop: Limits, edge_radius: float | None) -> Iterator[Rule]:
    strength = prepared.strength
    if strength is not None:
        yield Rule(
            "tool_stress", "stress in the tool", kinds.STRESS, _source(strength),
            lambda cut, outcome: outcome.tool_stress, _fixed(strength.value * shop.si("tool_stress_share")),
        )  # fmt: skip
    yield Rule(
        "deflection", "deflection", kinds.SMALL_LENGTH, "rule of the shop",
        lambda cut, outcome: outcome.deflection, _fixed(shop.si("deflection")),
    )  # fmt: skip
    yield Rule(
        "flute_length", "flutes in cut", kinds.LENGTH, "tool",
        lambda cut, outcome: cut.axial_depth, lambda cut, outcome: cut.flute_length,
    )  # fmt: skip
    if edge_radius is not None:
        yield Rule(
            "rubbing", "least chip, against rubbing", kinds.CHIP_THICKNESS, "rule of the shop",
            lambda cut, outcome: outcome.max_chip_thickness, _fixed(edge_radius * shop.si("min_chip_share")), True,
        )  # fmt: skip


def _chip_load(choice: Choice) -> Rule:
    """A feed printed for the width of cut is held as a feed; one for any width is held as its thickest chip."""
    if choice.row.any_width:
        return Rule(
            "chip_load", "chip load of the tables", kinds.CHIP_THICKNESS, _range_source(choice),
            lambda cut, outcome: outcome.max_chip_thickness, _fixed(choice.high),
        )  # fmt: skip
    return Rule(
        "chip_load", "feed range of the tables", kinds.FEED_PER_TOOTH, _range_source(choice),
        lambda cut, outcome: outcome.feed_per_tooth, _fixed(choice.high),
    )  # fmt: skip


def _spindle_speed(cut: Cut, outcome: Outcome) -> Real:
    return outcome.spindle_speed


def _fixed(allowed: float) -> Read:
    return lambda cut, outcome: allowed


def _trusted(figure: Figure, shop: Limits) -> tuple[float, str]:
    """Share of a figure of the machine that may be used: all of it, less where it is an estimate."""
    if figure.estimated:
        return shop.si("estimated_share"), _source(figure) + _derated(shop)
    return 1.0, _source(figure)


def _derated(shop: Limits) -> str:
    share = shop.si("estimated_share")
    return f", {share:.0%} of it" if share < 1 else ""


def _source(figure: Figure) -> str:
    return f"{'; '.join(figure.source)}, {figure.tier}"


def _range_source(choice: Choice) -> str:
    return f"{'; '.join(choice.row.source)}, {choice.row.tier}"

"""Limits before they are evaluated, and those that every operation has: of the machine and of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from chipload.catalog import Choice, Figure, Machine
from chipload.planning.jobs import Limits
from chipload.units import kinds
from chipload.units.kinds import Kind, Real

Read: TypeAlias = Callable[[Any, Any], Real]
"""From a cut and its outcome, of any shape, to a number."""


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

    def utilisation(self, cut: Any, outcome: Any) -> Real:
        """How much of the limit is used: above 1 it is broken; NaN where the tables do not reach."""
        value, allowed = self.value(cut, outcome), self.allowed(cut, outcome)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.divide(allowed, value) if self.lower else np.divide(value, allowed)


def result(name: str) -> Read:
    """Reads a result of the outcome by its name."""
    return lambda cut, outcome: getattr(outcome, name)


def fixed(allowed: float) -> Read:
    """What is allowed whatever the cut."""
    return lambda cut, outcome: allowed


def machine_rules(machine: Machine | None, shop: Limits, feed_force: str) -> Iterator[Rule]:
    """Speed, feed, force on the axes, power, and torque at the speed.

    Parameters
    ----------
    machine
        None for no limits.
    shop
        Shares that may be used.
    feed_force
        Name of the result that the axes feel.
    """
    if machine is None:
        return
    for name, label, kind, read, prop, lower in (
        ("spindle_speed", "highest spindle speed", kinds.SPINDLE_SPEED, "spindle_speed", "spindle_speed_max", False),
        ("spindle_speed_min", "lowest spindle speed", kinds.SPINDLE_SPEED, "spindle_speed", "spindle_speed_min", True),
        ("feed_rate", "highest feed rate", kinds.FEED_RATE, "feed_rate", "feed_max", False),
    ):
        figure = machine.find(prop)
        if figure is not None and figure.value > 0:
            yield Rule(name, label, kind, figure_source(figure), result(read), fixed(figure.value), lower)
    force = machine.find("feed_force_max")
    if force is not None:
        share, source = _trusted(force, shop)
        yield Rule(
            "feed_force", "feed force of the axes", kinds.FORCE, source, result(feed_force), fixed(force.value * share)
        )
    power = machine.find("power")
    if power is not None:
        share, source = _trusted(power, shop)
        yield Rule(
            "power", "rated power", kinds.POWER, source,
            result("motor_power"), fixed(power.value * share * shop.si("power_share")),
        )  # fmt: skip
    curves = machine.rated_curves()
    if curves:
        estimated = curves[0].tier == "estimated"
        torque_share = shop.si("power_share") * (shop.si("estimated_share") if estimated else 1.0)
        yield Rule(
            "torque", "torque at this speed" + ("" if curves[0].rating == "continuous" else " (peak)"), kinds.TORQUE,
            f"{'; '.join(curves[0].source)}, {curves[0].tier}" + (_derated(shop) if estimated else ""),
            result("torque"),
            lambda cut, outcome: machine.torque(outcome.spindle_speed) * torque_share,
        )  # fmt: skip


def rubbing_rule(edge_radius: float | None, shop: Limits, chip: str = "max_chip_thickness") -> Iterator[Rule]:
    """The least chip that an edge of known rounding [m] takes."""
    if edge_radius is not None:
        yield Rule(
            "rubbing", "least chip, against rubbing", kinds.CHIP_THICKNESS, "rule of the shop",
            result(chip), fixed(edge_radius * shop.si("min_chip_share")), True,
        )  # fmt: skip


def roughness_rule(shop: Limits) -> Iterator[Rule]:
    """The largest ideal Rz, where the shop asks for one."""
    if shop.roughness_rz is not None:
        yield Rule(
            "roughness_rz", "ideal Rz", kinds.ROUGHNESS, "rule of the shop",
            result("roughness_rz"), fixed(shop.si("roughness_rz")),
        )  # fmt: skip


def speed_rule(choice: Choice | None) -> Iterator[Rule]:
    """The top of a range of cutting speed."""
    if choice is not None:
        yield Rule(
            "cutting_speed", "speed range of the tables", kinds.CUTTING_SPEED, range_source(choice),
            result("cutting_speed"), fixed(choice.high),
        )  # fmt: skip


def _trusted(figure: Figure, shop: Limits) -> tuple[float, str]:
    """Share of a figure of the machine that may be used: all of it, less where it is an estimate."""
    if figure.estimated:
        return shop.si("estimated_share"), figure_source(figure) + _derated(shop)
    return 1.0, figure_source(figure)


def _derated(shop: Limits) -> str:
    share = shop.si("estimated_share")
    return f", {share:.0%} of it" if share < 1 else ""


def figure_source(figure: Figure) -> str:
    """Where a figure comes from, with its tier."""
    return f"{'; '.join(figure.source)}, {figure.tier}"


def range_source(choice: Choice) -> str:
    """Where a range comes from, with its tier."""
    return f"{'; '.join(choice.row.source)}, {choice.row.tier}"

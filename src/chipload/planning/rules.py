"""Limits before they are evaluated, and those that every operation has: of the machine and of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from chipload import cutting
from chipload.catalog import Choice, Figure, Machine, Material
from chipload.planning.jobs import Limits
from chipload.planning.prepared import Prepared
from chipload.units import kinds
from chipload.units.kinds import Kind, Real

Read: TypeAlias = Callable[[Any, Any], Real]
"""From a cut and its outcome, of any shape, to a number."""


@dataclass(frozen=True)
class Rule:
    """A limit before it is evaluated: how its value and what is allowed follow from a cut of any shape.

    `lower` marks one that the value must stay above; `gap` says why value or what is allowed can be NaN.
    """

    name: str
    label: str
    kind: Kind
    source: str
    value: Read
    allowed: Read
    lower: bool = False
    gap: str = "the table ends before this speed"

    def utilisation(self, cut: Any, outcome: Any) -> Real:
        """How much of the limit is used: above 1 it is broken; NaN where the tables do not reach."""
        return self.share(self.value(cut, outcome), self.allowed(cut, outcome))

    def share(self, value: Real, allowed: Real) -> Real:
        """What `utilisation` is for a value and what is allowed."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.divide(allowed, value) if self.lower else np.divide(value, allowed)


def result(name: str) -> Read:
    """Reads a result of the outcome by its name."""
    return lambda cut, outcome: getattr(outcome, name)


def fixed(allowed: float) -> Read:
    """What is allowed whatever the cut."""
    return lambda cut, outcome: allowed


def machine_rules(machine: Machine | None, shop: Limits, feed_force: str) -> Iterator[Rule]:
    """Speed, feed, force on the axes, power, and torque at the speed: continuous, and short-time where both are known.

    The power on the curve at the speed is the torque times the speed, and so as full as the torque.

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
    yield from _torque_rules(machine, shop)


def _torque_rules(machine: Machine, shop: Limits) -> Iterator[Rule]:
    """Torque on the curves of the spindle; with one rating alone, on that one, which its label then names."""
    ratings = {curve.rating for curve in machine.curves}
    for name, label, rating in (
        ("torque", "torque at this speed", "continuous"),
        ("torque_peak", "short-time torque at this speed", "peak"),
    ):
        if not ratings or (rating == "peak" and len(ratings) == 1):
            continue
        curve = machine.rated_curves(rating)[0]
        estimated = curve.tier == "estimated"
        share = shop.si("power_share") * (shop.si("estimated_share") if estimated else 1.0)
        yield Rule(
            name, label if curve.rating == rating else f"{label} ({curve.rating})", kinds.TORQUE,
            f"{'; '.join(curve.source)}, {curve.tier}" + (_derated(shop) if estimated else ""),
            result("torque"), _curve(machine, rating, share),
        )  # fmt: skip


def _curve(machine: Machine, rating: str, share: float) -> Read:
    """Torque that may be used at the speed of a cut."""
    return lambda cut, outcome: machine.torque(outcome.spindle_speed, rating) * share


def bending_rules(prepared: Prepared) -> Iterator[Rule]:
    """Rupture of a tool that the side force bends, and its fatigue where the tool states a strength.

    The tool turns under the force, so that each turn reverses the stress.
    """
    tool, shop = prepared.job.tool, prepared.job.limits
    strength = prepared.tables.tool_material(tool.material).find("transverse_rupture_strength")
    if strength is not None:
        yield Rule(
            "tool_stress", "stress in the tool", kinds.STRESS, figure_source(strength),
            result("tool_stress"), fixed(strength.value * shop.si("tool_stress_share")),
        )  # fmt: skip
    if tool.fatigue_strength is not None:
        yield Rule(
            "tool_fatigue", "reversed stress in the tool, against fatigue", kinds.STRESS, "tool",
            result("tool_stress"), fixed(tool.si("fatigue_strength") * shop.si("tool_fatigue_share")),
        )  # fmt: skip


def result_rules(
    prepared: Prepared, chip: str | None, finish_gap: str = "no ideal finish is known of this operation"
) -> Iterator[Rule]:
    """Finish, life and temperature, where the shop limits them.

    Parameters
    ----------
    prepared
        The cut with the limits of its job.
    chip
        Name of the result that is the thickness of the chip; None where an operation has none.
    finish_gap
        Why the finish can be NaN.
    """
    shop = prepared.job.limits
    if shop.roughness_rz is not None:
        yield Rule(
            "roughness_rz", "ideal Rz", kinds.ROUGHNESS, "rule of the shop",
            lambda cut, outcome: getattr(outcome, "roughness_rz", np.nan), fixed(shop.si("roughness_rz")),
            gap=finish_gap,
        )  # fmt: skip
    if shop.tool_life is not None:
        yield Rule(
            "tool_life", "shortest tool life", kinds.TOOL_LIFE, "rule of the shop",
            result("tool_life"), fixed(shop.si("tool_life")), True,
            gap="no life is known; give reference_speed, reference_life and taylor_exponent",
        )  # fmt: skip
    if shop.temperature_rise is not None:
        yield _temperature_rule(prepared.material, shop, chip)


def _temperature_rule(material: Material, shop: Limits, chip: str | None) -> Rule:
    """Cook's rise between chip and tool; NaN where the tables lack a thermal figure of the material."""
    figures = {name: material.find(name) for name in ("density", "specific_heat", "thermal_conductivity")}
    density, heat, conductivity = (np.nan if found is None else found.value for found in figures.values())
    capacity = cutting.volumetric_heat_capacity.si(density, heat)
    diffusivity = cutting.thermal_diffusivity.si(conductivity, capacity)
    missing = " and ".join(name.replace("_", " ") for name, found in figures.items() if found is None)
    return Rule(
        "temperature", "rise of temperature between chip and tool", kinds.TEMPERATURE_RISE,
        cutting.chip_tool_temperature_rise.source,
        lambda cut, outcome: cutting.chip_tool_temperature_rise.si(
            outcome.specific_cutting_force, outcome.cutting_speed, np.nan if chip is None else getattr(outcome, chip),
            capacity, diffusivity,
        ),
        fixed(shop.si("temperature_rise")),
        gap=f"the tables hold no {missing} of {material.title}" if missing else "this operation has no one chip",
    )  # fmt: skip


def rubbing_rule(edge_radius: float | None, shop: Limits, chip: str = "max_chip_thickness") -> Iterator[Rule]:
    """The least chip that an edge of known rounding [m] takes."""
    if edge_radius is not None:
        yield Rule(
            "rubbing", "least chip, against rubbing", kinds.CHIP_THICKNESS, "rule of the shop",
            result(chip), fixed(edge_radius * shop.si("min_chip_share")), True,
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

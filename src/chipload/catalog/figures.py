"""A figure knows its unit, its range, its tier and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.kinds import Kind
from chipload.units.trace import show

if TYPE_CHECKING:
    from pint import Quantity

TIERS = ("measured", "maker", "handbook", "paper", "class", "estimated")
"""Where a figure comes from, the most trusted first; "measured" is for a shop's own tables."""

PROPERTIES: dict[str, Kind | None] = {
    "density": kinds.DENSITY,
    "youngs_modulus": kinds.MODULUS,
    "shear_modulus": kinds.MODULUS,
    "poisson_ratio": kinds.FRACTION,
    "yield_strength": kinds.STRESS,
    "tensile_strength": kinds.STRESS,
    "endurance_limit": kinds.STRESS,
    "transverse_rupture_strength": kinds.STRESS,
    "elongation": kinds.RATIO,
    "machinability": kinds.RATIO,
    "thermal_expansion": kinds.THERMAL_EXPANSION,
    "thermal_conductivity": kinds.CONDUCTIVITY,
    "specific_heat": kinds.SPECIFIC_HEAT,
    "melting_point": None,
    "hardness_brinell": None,
    "hardness_rockwell_c": None,
    "hardness_rockwell_a": None,
    "hardness_knoop": None,
    "spindle_speed_min": kinds.SPINDLE_SPEED,
    "spindle_speed_max": kinds.SPINDLE_SPEED,
    "power": kinds.POWER,
    "efficiency": kinds.FRACTION,
    "feed_max": kinds.FEED_RATE,
    "rapid_feed": kinds.FEED_RATE,
    "feed_force_max": kinds.FORCE,
    "travel_x": kinds.LENGTH,
    "travel_y": kinds.LENGTH,
    "travel_z": kinds.LENGTH,
    "swing_diameter": kinds.LENGTH,
    "turning_length": kinds.LENGTH,
    "radial_stiffness": kinds.STIFFNESS,
    "rotational_stiffness": kinds.ROTATIONAL_STIFFNESS,
    "runout": kinds.SMALL_LENGTH,
}
"""The properties tables may hold, with their kind; None marks a scale, whose unit names it (HB, HRC, degC)."""

SCALES = {
    "melting_point": "degC",
    "hardness_brinell": "HB",
    "hardness_rockwell_c": "HRC",
    "hardness_rockwell_a": "HRA",
    "hardness_knoop": "HK",
}


@dataclass(frozen=True)
class Figure:
    """One figure of a table.

    Attributes
    ----------
    value, low, high
        In the kernel unit of the kind, or on the scale named by `unit`; the range is None where the source
        gives none.
    tier
        One of `TIERS`.
    source
        Keys of the sources.
    subject
        The record or class the figure was stated for.
    """

    subject: str
    prop: str
    value: float
    low: float | None
    high: float | None
    unit: str
    tier: str
    source: tuple[str, ...]
    note: str = ""

    @property
    def kind(self) -> Kind | None:
        """Kind of quantity; None for a scale."""
        return PROPERTIES[self.prop]

    @property
    def quantity(self) -> Quantity[Any] | float:
        """The value as a quantity in the trade's unit; a plain number on a scale."""
        return self.value if self.kind is None else from_kernel(self.kind, self.value)

    @property
    def estimated(self) -> bool:
        """True where the figure is an estimate that every face marks as such."""
        return self.tier == "estimated"

    def show(self, system: str = "metric") -> str:
        """The value as people read it."""
        if self.kind is None:
            return f"{self.value:g} {self.unit}"
        return show(self.kind, self.value, system)

    @property
    def mark(self) -> str:
        """What every face says behind an estimate or a class value."""
        return " (estimated)" if self.estimated else " (class value)" if self.tier == "class" else ""

    def __str__(self) -> str:
        return f"{self.show()}{self.mark}"

"""Kinds of items and names of sizes that every format is translated into."""

from __future__ import annotations

from functools import cache
from typing import Any

from chipload.planning.tools import (
    BoringBar,
    Drill,
    EndMill,
    GroovingTool,
    Reamer,
    Tap,
    ThreadingTool,
    ThreadMill,
    TurningTool,
)
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.kinds import Kind
from chipload.units.registry import registry

MODELS: dict[str, type[Tool]] = {
    "flat end mill": EndMill,
    "ball end mill": EndMill,
    "bull nose end mill": EndMill,
    "face mill": EndMill,
    "drill": Drill,
    "reamer": Reamer,
    "tap": Tap,
    "thread mill": ThreadMill,
    "turning tool": TurningTool,
    "boring bar": BoringBar,
    "grooving tool": GroovingTool,
    "threading tool": ThreadingTool,
}
"""Kinds with a tool that a job takes."""

KINDS: tuple[str, ...] = (
    *MODELS, "lollipop mill", "slot mill", "tapered mill", "chamfer mill", "v bit", "engraver", "dovetail mill",
    "radius mill", "barrel mill", "slitting saw", "spot drill", "center drill", "counter sink", "counter bore",
    "boring head", "holder", "probe", "other",
)  # fmt: skip
"""Every kind an item can be."""

SILENT = frozenset({"holder", "probe"})
"""Kinds that are no cutting tools, so that nobody expects one."""

_LENGTHS = (
    "stickout", "flute_length", "overall_length", "shoulder_length", "corner_radius", "nose_radius", "edge_length",
    "tip_length", "pitch", "width", "overhang", "shank_height", "shank_width", "blade_height", "blade_thickness",
)  # fmt: skip
_DIAMETERS = (
    "diameter", "largest_diameter", "shank_diameter", "shoulder_diameter", "tip_diameter", "bar_diameter",
    "inscribed_circle",
)  # fmt: skip
_ANGLES = ("point_angle", "taper_angle", "entering_angle", "profile_angle", "helix_angle", "front_angle", "back_angle")
_OFFSETS = (
    "offset_x", "offset_y", "offset_z", "offset_u", "offset_v", "offset_w",
)  # fmt: skip

SIZES: dict[str, Kind] = {
    **dict.fromkeys(_LENGTHS, kinds.POSITIVE_LENGTH),
    **dict.fromkeys(_DIAMETERS, kinds.DIAMETER),
    **dict.fromkeys(_ANGLES, kinds.ANGLE),
    **dict.fromkeys(_OFFSETS, kinds.OFFSET),
    "teeth": kinds.COUNT,
    "thread_teeth": kinds.COUNT,
    "chamfer_threads": kinds.POSITIVE_RATIO,
    "max_spindle_speed": kinds.SPINDLE_SPEED,
}
"""Sizes of items: their name and what kind of quantity they are."""

PRESET_NUMBERS: dict[str, Kind] = {
    "cutting_speed": kinds.CUTTING_SPEED,
    "spindle_speed": kinds.SPINDLE_SPEED,
    "feed_per_tooth": kinds.FEED_PER_TOOTH,
    "feed_per_rev": kinds.FEED_PER_REV,
    "feed_rate": kinds.FEED_RATE,
    "plunge_feed_rate": kinds.FEED_RATE,
    "axial_depth": kinds.POSITIVE_LENGTH,
    "radial_depth": kinds.POSITIVE_LENGTH,
}
"""Numbers of presets: their name and what kind of quantity they are."""


@cache
def unit_of(kind: Kind, system: str) -> Any:
    """The unit in which `system`, "metric" or "inch", shows a kind, as the container that a quantity holds."""
    return registry().parse_units(kind.display(system).unit)._units


def quantity(kind: Kind, number: float, system: str) -> Any:
    """`number` in the unit in which `system` shows its kind; a plain number for a kind without one."""
    return made(number, unit_of(kind, system)) if kind.unit else number


def made(number: float, unit: Any) -> Any:
    """A quantity of a float and a container of units: what pint makes of them, in a quarter of the time."""
    new = object.__new__(registry().Quantity)
    new._magnitude, new._units = number, unit
    return new


def magnitude(kind: Kind, value: Any, system: str) -> float:
    """The number of a quantity in the unit of `system`.

    A value that is in that unit already comes back as it is; a converted one is cut to ten significant digits, which
    takes the noise of 38.1/25.4 away.
    """
    if not kind.unit:
        return float(value)
    unit = unit_of(kind, system)
    if value._units is unit or value._units == unit:
        return float(value._magnitude)
    kernel = to_kernel(kind, value, "it") / to_kernel(kind, made(1.0, unit), "it")
    return float(f"{float(kernel):.10g}")

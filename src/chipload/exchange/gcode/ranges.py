"""What the tables allow a tool: ranges of cutting speed and feed where the engagement is not known."""

from __future__ import annotations

import math
from dataclasses import dataclass

from chipload.catalog import Catalog, Material, choose
from chipload.catalog.records import CuttingRanges
from chipload.planning.rules import range_source
from chipload.planning.tools import (
    BoringBar,
    Drill,
    EndMill,
    GroovingTool,
    Reamer,
    Tap,
    TurningTool,
)
from chipload.planning.tools.tool import Tool


@dataclass(frozen=True)
class Allowed:
    """A range [kernel units] that holds whatever the engagement, its sources, and what is to be said of it."""

    low: float = math.nan
    high: float = math.nan
    source: str = ""
    notes: tuple[str, ...] = ()


def operations_of(tool: Tool) -> tuple[str, ...]:
    """Operations of the tables that a tool may be at."""
    match tool:
        case EndMill() if tool.is_ball:
            return ("ball",)
        case EndMill() if tool.shape == "face mill":
            return ("face",)
        case EndMill():
            return ("side", "slot")
        case Drill():
            return ("drilling",)
        case Reamer():
            return ("reaming",)
        case Tap():
            return ("tapping",)
        case GroovingTool():
            return ("grooving", "parting")
        case TurningTool():
            return ("rough turning", "finish turning")
        case BoringBar():
            return ("boring",)
    return ()


def teeth_of(tool: Tool) -> float | None:
    """Edges that share the feed of a turn; one for tools that turn nothing; None for taps, which the pitch feeds."""
    if isinstance(tool, Tap):
        return None
    return float(getattr(tool, "teeth", 1.0))


def diameter_of(tool: Tool) -> float | None:
    """Diameter of a tool that turns [m]; None for one that does not, and for a tap."""
    return tool.si("diameter") if getattr(tool, "diameter", None) is not None else None


def speed_allowed(tool: Tool, material: Material, tables: Catalog) -> Allowed:
    """Range of cutting speed [m/s] over every width of cut that the tables print."""
    return _hull(_table(tool, tables.speeds, tables.hole_speeds, tables.turning_speeds), tool, material)


def feed_allowed(tool: Tool, material: Material, tables: Catalog) -> Allowed:
    """Range of feed [m] over every width of cut: per tooth of mills, per revolution of the others."""
    return _hull(_table(tool, tables.feeds, tables.hole_feeds, tables.turning_feeds), tool, material)


def _table(
    tool: Tool,
    milling: CuttingRanges,
    holes: CuttingRanges,
    turning: CuttingRanges,
) -> CuttingRanges:
    if isinstance(tool, EndMill):
        return milling
    return holes if isinstance(tool, (Drill, Reamer, Tap)) else turning


def _hull(rows: CuttingRanges, tool: Tool, material: Material) -> Allowed:
    """From the lowest to the highest of the ranges that the operations of a tool have."""
    conditions = {}
    diameter = diameter_of(tool)
    if diameter is not None:
        conditions["diameter"] = diameter
    shares = (0.1, 0.3, 0.5, 1.0) if isinstance(tool, EndMill) else (None,)
    found = []
    for operation in operations_of(tool):
        for share in shares:
            where = conditions if share is None else {**conditions, "radial_share": share}
            choice = choose(rows, material.material_class.name, operation, tool.material, **where)
            if choice is not None:
                found.append(choice)
    if not found:
        return Allowed()
    sources = dict.fromkeys(range_source(choice) for choice in found)
    notes = dict.fromkeys(note for choice in found for note in choice.notes)
    return Allowed(
        min(choice.low for choice in found), max(choice.high for choice in found), " | ".join(sources), tuple(notes)
    )

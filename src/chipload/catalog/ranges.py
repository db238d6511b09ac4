"""Tables of recommended ranges: what each is a range of, under which conditions, for which operations."""

from __future__ import annotations

import math
from collections.abc import Container
from dataclasses import dataclass

from chipload.catalog.reading import Row
from chipload.catalog.records import CuttingRange
from chipload.errors import TableError
from chipload.units import kinds
from chipload.units.kinds import Kind


@dataclass(frozen=True)
class RangeTable:
    """What one table of ranges holds.

    Attributes
    ----------
    kind
        Speed, feed per tooth or feed per revolution.
    conditions
        Condition to the beginning of its two columns, `_low` and `_high`, and the kernel size of their unit.
    operations
        The operations rows may name.
    per_diameter
        Unit that means a factor of the diameter.
    """

    kind: Kind
    conditions: dict[str, tuple[str, float]]
    operations: tuple[str, ...]
    per_diameter: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns the table must have."""
        ends = [f"{column}_{end}" for column, _ in self.conditions.values() for end in ("low", "high")]
        return ("class", "operation", "tool_material", *ends, "low", "high", "unit", "tier", "source", "note")


MILLING = ("side", "slot", "face", "ball", "high-efficiency", "end milling")
HOLES = ("drilling", "reaming", "boring", "tapping", "countersinking")
TURNING = ("turning", "rough turning", "finish turning", "boring", "parting", "grooving", "threading")

_WIDTH = {"radial_share": ("radial", 1.0)}
_LENGTH = {"length": ("length", 1.0)}
_DIAMETER = {"diameter": ("diameter", 1e-3)}
RANGES: dict[str, RangeTable] = {
    "cutting_speeds.csv": RangeTable(kinds.CUTTING_SPEED, _WIDTH, MILLING),
    "feeds.csv": RangeTable(kinds.FEED_PER_TOOTH, _WIDTH | _DIAMETER, MILLING, "D/tooth"),
    "hole_speeds.csv": RangeTable(kinds.CUTTING_SPEED, _LENGTH, HOLES),
    "hole_feeds.csv": RangeTable(kinds.FEED_PER_REV, _DIAMETER | _LENGTH, HOLES, "D/turn"),
    "turning_speeds.csv": RangeTable(kinds.CUTTING_SPEED, {"feed": ("feed", 1e-3)}, TURNING),
    "turning_feeds.csv": RangeTable(kinds.FEED_PER_REV, {"depth_of_cut": ("depth", 1e-3)}, TURNING),
}
"""The tables of ranges; lengths of their conditions are in millimetres."""


def read_range(row: Row, table: RangeTable, classes: Container[str], sources: Container[str]) -> CuttingRange:
    """The range of one row, checked."""
    if row.text("class") not in classes:
        raise TableError(f"the class {row.text('class')!r} is not in classes.csv")
    if row.text("operation") not in table.operations:
        raise TableError(f"the operation {row.text('operation')!r} is not one of {', '.join(table.operations)}")
    unit = row.text("unit")
    factor = bool(table.per_diameter) and unit == table.per_diameter
    kind = kinds.POSITIVE_RATIO if factor else table.kind
    low, high = (row.value(end, kind, "1" if factor else unit) for end in ("low", "high"))
    if low > high:
        raise TableError("the range runs from high to low; exchange its ends")
    where = {}
    for condition, (column, size) in table.conditions.items():
        least, most = row.optional(f"{column}_low"), row.optional(f"{column}_high")
        if least is None and most is None:
            continue
        ends = ((least or 0.0) * size, math.inf if most is None else most * size)
        if not 0 <= ends[0] <= ends[1] or (condition == "radial_share" and ends[1] > 1):
            raise TableError(f"the {column} runs from low to high" + (", between 0 and 1" if size == 1 else ""))
        where[condition] = ends
    return CuttingRange(
        row.text("class"), row.text("operation"), row.text("tool_material"), where, low, high, factor,
        row.tier(), row.sources(sources), row.note,
    )  # fmt: skip

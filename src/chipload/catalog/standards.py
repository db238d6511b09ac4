"""Rows of standards: tolerances and deviations by step of size, general tolerances, hardness conversion."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from chipload.catalog.reading import Row
from chipload.errors import TableError
from chipload.units import kinds

GRADE_COLUMNS = ("IT01", "IT0", *(f"IT{grade}" for grade in range(1, 19)))
DEVIATION_COLUMNS = (
    "a", "b", "c", "cd", "d", "e", "ef", "f", "fg", "g", "j5_j6", "j7", "j8", "k", "m", "n", "p", "r", "s", "t", "u",
    "v", "x", "y", "z", "za", "zb", "zc", "J6", "J7", "J8",
)  # fmt: skip
CLASS_COLUMNS = ("f", "m", "c", "v")
HARDNESS_COLUMNS = ("HV", "HRC", "HRB", "HRA", "HB", "tensile_strength_MPa")
FEATURES = ("linear", "radius", "angle")


@dataclass(frozen=True)
class SizeStep:
    """A step of sizes, above `over` up to and with `up_to` [m], and what a standard gives for it [m, rad]."""

    over: float
    up_to: float
    values: dict[str, float]
    feature: str
    tier: str
    source: tuple[str, ...]
    note: str

    def holds(self, size: float) -> bool:
        """True where `size` [m] lies in the step."""
        return self.over < size * (1 + 1e-12) and size <= self.up_to * (1 + 1e-12)


@dataclass(frozen=True)
class HardnessRow:
    """Numbers of one hardness on the scales of a standard, the tensile strength in Pa."""

    standard: str
    values: dict[str, float]
    tier: str
    source: tuple[str, ...]
    note: str


def read_grades(row: Row, sources: Container[str]) -> SizeStep:
    """Standard tolerances of one step of sizes."""
    step = _step(row, GRADE_COLUMNS, row.text("tolerance_unit"), sources)
    found = list(step.values.values())
    if any(coarse <= fine for fine, coarse in pairwise(found)):
        raise TableError("a coarser grade has the smaller tolerance; correct the row")
    return step


def read_deviations(row: Row, sources: Container[str]) -> SizeStep:
    """Fundamental deviations of one step of sizes: of shafts in small letters, of holes J in capitals."""
    return _step(row, DEVIATION_COLUMNS, row.text("deviation_unit"), sources)


def read_general_tolerance(row: Row, sources: Container[str]) -> SizeStep:
    """General tolerances of one step of sizes, by class."""
    if row.text("feature") not in FEATURES:
        raise TableError(f"the feature {row.text('feature')!r} is not one of {', '.join(FEATURES)}")
    return _step(row, CLASS_COLUMNS, row.text("tolerance_unit"), sources)


def read_hardness(row: Row, sources: Container[str]) -> HardnessRow:
    """One row of a hardness conversion."""
    values = {column: row.number(column) for column in HARDNESS_COLUMNS if row.text(column, empty=True)}
    if "HV" not in values or len(values) < 2 or min(values.values()) <= 0:
        raise TableError("a row needs a Vickers number and one of another scale, all above zero")
    if "tensile_strength_MPa" in values:
        values["tensile_strength"] = values.pop("tensile_strength_MPa") * 1e6
    return HardnessRow(row.text("standard"), values, row.tier(), row.sources(sources), row.note)


def _step(row: Row, columns: tuple[str, ...], unit: str, sources: Container[str]) -> SizeStep:
    over = row.number("over") * 1e-3
    up_to = row.number("up_to") * 1e-3 if row.text("up_to", empty=True) else np.inf
    if row.text("unit") != "mm":
        raise TableError("sizes are given in mm")
    if not 0 <= over < up_to:
        raise TableError(
            f"the step from {row.text('over')} to {row.text('up_to', empty=True)} is none; correct the row"
        )
    kind = kinds.ANGLE if unit in ("arcmin", "deg") else kinds.OFFSET
    values = {column: row.value(column, kind, unit) for column in columns if row.text(column, empty=True)}
    feature = row.text("feature") if "feature" in row.cells else ""
    return SizeStep(over, up_to, values, feature, row.tier(), row.sources(sources), row.note)

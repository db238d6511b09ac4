"""Measured roughness against the ideal profile: a validation, not a fit, and so with wide margins."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from chipload.finish import turned_ra

FOLDER = Path(__file__).parent / "roughness"


@dataclass(frozen=True)
class Measured:
    """One table: what was measured, in mm and um."""

    name: str
    citation: str
    columns: dict[str, NDArray[np.float64]]

    @property
    def ratio(self) -> NDArray[np.float64]:
        """Measured over ideal Ra."""
        feed, radius = self.columns["feed_mm_per_rev"] * 1e-3, self.columns["nose_radius_mm"] * 1e-3
        return self.columns["Ra_um"] * 1e-6 / turned_ra.si(feed, radius)

    @property
    def correlation_with_feed(self) -> float:
        return float(np.corrcoef(self.columns["feed_mm_per_rev"], self.columns["Ra_um"])[0, 1])


def read(name: str, citation: str) -> Measured:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = [key for key in rows[0] if key not in ("work_material", "coolant")]
    return Measured(name, citation, {key: np.array([float(row[key]) for row in rows]) for key in numbers})


def tables() -> list[Measured]:
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        return [read(row["set"], row["citation"]) for row in csv.DictReader(file)]


TABLES = tables()
WITH_RADIUS = [table for table in TABLES if "nose_radius_mm" in table.columns]


def test_the_tables_are_there() -> None:
    assert len(WITH_RADIUS) == 5
    assert sum(table.ratio.size for table in WITH_RADIUS) == 198


@pytest.mark.parametrize("table", WITH_RADIUS, ids=lambda table: table.name)
def test_measured_over_ideal(table: Measured) -> None:
    assert 0.5 < np.median(table.ratio) < 5
    assert table.correlation_with_feed > 0


def test_measured_rz_over_ra() -> None:
    """The figures the notes of `rz_band` give."""
    (table,) = (table for table in TABLES if "Rz_um" in table.columns)
    ratio = table.columns["Rz_um"] / table.columns["Ra_um"]
    np.testing.assert_allclose(np.quantile(ratio, [0.05, 0.5, 0.95]), [3.7, 4.9, 6.3], atol=0.05)
    assert ratio.size == 204

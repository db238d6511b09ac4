"""Measured over ideal Ra of published turning tables: `python tests/golden/report_roughness.py`."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
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


def band(values: NDArray[np.float64]) -> str:
    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return f"median {middle:.2f}, 90 % from {low:.2f} to {high:.2f}"


def main() -> int:
    found = tables()
    with_radius = [table for table in found if "nose_radius_mm" in table.columns]
    for table in with_radius:
        print(f"{table.name}: {table.citation}")
        print(
            f"    {table.ratio.size} cuts, measured over ideal Ra: {band(table.ratio)}; "
            f"correlation of Ra with feed {table.correlation_with_feed:.2f}"
        )
    together = np.concatenate([table.ratio for table in with_radius])
    print(f"All {together.size} cuts: {band(together)}\n")
    for table in found:
        if "Rz_um" in table.columns:
            print(f"{table.name}: {table.citation}")
            print(f"    measured Rz over Ra: {band(table.columns['Rz_um'] / table.columns['Ra_um'])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

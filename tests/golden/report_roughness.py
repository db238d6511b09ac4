"""Measured over ideal Ra of published turning tables: `python tests/golden/report_roughness.py`."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np


def band(values: Any) -> str:
    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return f"median {middle:.2f}, 90 % from {low:.2f} to {high:.2f}"


def main() -> int:
    from test_measured_roughness import TABLES

    with_radius = [table for table in TABLES if "nose_radius_mm" in table.columns]
    for table in with_radius:
        print(f"{table.name}: {table.citation}")
        print(
            f"    {table.ratio.size} cuts, measured over ideal Ra: {band(table.ratio)}; "
            f"correlation of Ra with feed {table.correlation_with_feed:.2f}"
        )
    together = np.concatenate([table.ratio for table in with_radius])
    print(f"All {together.size} cuts: {band(together)}\n")
    for table in TABLES:
        if "Rz_um" in table.columns:
            print(f"{table.name}: {table.citation}")
            print(f"    measured Rz over Ra: {band(table.columns['Rz_um'] / table.columns['Ra_um'])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

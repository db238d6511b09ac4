"""The catalog: reading every table, and looking a material up by an alias.

Run `python tests/benchmarks/bench_catalog.py`; it prints a table and exits 1 when a limit is broken.
"""

import csv
import sys
import timeit

from chipload import catalog
from chipload.data_files import data_folder
from chipload.units import registry


def plain_reading() -> None:
    """The baseline: every row through the csv module, nothing checked."""
    for file in data_folder().glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as text:
            list(csv.DictReader(text))


def best(call, number, repeat=7):
    """Best time of one call, in seconds."""
    return min(timeit.repeat(call, number=number, repeat=repeat)) / number


def main() -> int:
    """Measure, print, judge."""
    registry().parse_units("mm")
    tables = catalog.Catalog()
    loading, baseline = best(catalog.Catalog, 1), best(plain_reading, 1)
    by_alias = best(lambda: tables.material("EN AW-6061"), 2000)
    by_name = best(lambda: tables.materials["6061-t6"], 2000)
    print(f"{'':34}{'here':>12}{'baseline':>12}{'ratio':>8}   limit")
    rows = (
        ("reading and checking all tables", loading, baseline, 1e3, "ms", 150),
        ("a material by an alias", by_alias, by_name, 1e6, "us", 20),
    )
    for label, here, plain, scale, unit, limit in rows:
        print(f"{label:34}{here * scale:>9.2f} {unit}{plain * scale:>9.2f} {unit}{here / plain:>8.1f}   {limit} {unit}")
    return int(loading > 0.150 or by_alias > 20e-6)


if __name__ == "__main__":
    sys.exit(main())

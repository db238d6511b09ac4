"""A page for the tables: what each holds, its rows by tier, and every source."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import chipload as cl
from making.markdown import contents, escaped, table

DATA = Path(__file__).resolve().parents[2] / "data"

ABOUT = {
    "aliases.csv": "Usual names of materials: grades, numbers, trade names.",
    "classes.csv": "Classes of materials, by ISO group and VDI 3323.",
    "cutting_speeds.csv": "Cutting speeds for milling.",
    "drill_sizes.csv": "Numbered, lettered and fractional drills.",
    "feeds.csv": "Feeds per tooth for milling.",
    "flow_stress.csv": "Constants of flow stress: Hollomon, Johnson and Cook.",
    "general_tolerances.csv": "General tolerances, ISO 2768.",
    "hardness.csv": "Hardness scales side by side.",
    "hole_feeds.csv": "Feeds for drilling and reaming.",
    "hole_speeds.csv": "Cutting speeds for drilling and reaming.",
    "holders.csv": "Tool holders.",
    "holder_figures.csv": "Figures of the holders.",
    "iso286_deviations.csv": "Fundamental deviations of ISO 286.",
    "iso286_grades.csv": "Tolerance grades of ISO 286.",
    "kienzle.csv": "Constants of the cutting force: kc1.1 and mc.",
    "machine_curves.csv": "Torque and power curves of spindles.",
    "machine_figures.csv": "Figures of the machines.",
    "machines.csv": "Machines.",
    "material_figures.csv": "Properties of the materials.",
    "materials.csv": "Materials.",
    "milling_coefficients.csv": "Coefficients of the instantaneous milling force.",
    "roughness.csv": "Measured roughness of published experiments; tier A is from the paper, B and C second-hand.",
    "sources.csv": "Every source.",
    "spreads.csv": "How uncertain the figures of a tier are.",
    "tap_factors.csv": "Factors on the torque of taps.",
    "tapping.csv": "Cutting speeds for tapping.",
    "taylor.csv": "Constants of tool life.",
    "threads.csv": "Threads: pitch, diameters, stress areas.",
    "tool_material_figures.csv": "Properties of the cutting materials.",
    "tool_series.csv": "Series of standard tools.",
    "turning_feeds.csv": "Feeds for turning.",
    "turning_speeds.csv": "Cutting speeds for turning.",
}


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    files = sorted(DATA.glob("*.csv"))
    yield (
        "tables/index",
        "\n\n".join(
            [
                "# Tables",
                "Every figure has a source and a tier. Where sources differ the rows stand side by side; the row of "
                f"the better tier counts. Tiers, the most trusted first: {', '.join(cl.catalog.TIERS)}.",
                table(("Table", "Rows", "What it holds"), map(_line, files)),
                contents([file.stem for file in files]),
            ]
        ),
    )
    for file in files:
        yield f"tables/{file.stem}", _sources() if file.stem == "sources" else _table(file)


def _line(file: Path) -> tuple[str, object, str]:
    return f"[{escaped(file.stem)}](#table-{file.stem.replace('_', '-')})", len(_rows(file)), escaped(ABOUT[file.name])


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _head(file: Path) -> str:
    return f"(table-{file.stem.replace('_', '-')})=\n# {file.stem.replace('_', ' ').capitalize()}"


def _table(file: Path) -> str:
    rows = _rows(file)
    text = [_head(file), escaped(ABOUT[file.name]), f"`data/{file.name}`, {len(rows)} rows."]
    text.append("Columns: " + ", ".join(f"`{name}`" for name in rows[0]) + ".")
    if "tier" in rows[0]:
        tiers = Counter(row["tier"] for row in rows)
        order = [*cl.catalog.TIERS, *sorted(set(tiers) - set(cl.catalog.TIERS))]
        text.append(table(("Tier", "Rows"), ((tier or "none", tiers[tier]) for tier in order if tiers[tier])))
    if "source" in rows[0]:
        keys = Counter(key.strip() for row in rows for key in row["source"].split(";") if key.strip())
        text.append("## Sources")
        text.append(
            table(
                ("Source", "Rows", "Title"),
                (
                    (f"[{escaped(key)}](#{source_anchor(key)})", count, escaped(str(cl.catalog.source(key))))
                    for key, count in keys.most_common()
                ),
            )
        )
    return "\n\n".join(text)


def source_anchor(key: str) -> str:
    """Where a source stands on the page of sources."""
    return "source-" + "".join(letter if letter.isalnum() else "-" for letter in key.lower())


def _sources() -> str:
    file = DATA / "sources.csv"
    rows = _rows(file)
    text = [_head(file), escaped(ABOUT[file.name]), f"{len(rows)} sources; reliability A is the best."]
    text += [
        f"({source_anchor(row['source'])})=\n**{escaped(row['source'])}** {escaped(row['title'])}. "
        f"{escaped(', '.join(filter(None, (row['author'], row['year'], row['kind']))))}. "
        + (f"<{row['address']}>" if row["address"].startswith("http") else escaped(row["address"]))
        + f" Reliability {escaped(row['reliability'] or 'not judged')}."
        for row in rows
    ]
    return "\n\n".join(text)

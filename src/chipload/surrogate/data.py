"""The measured cuts of `data/roughness.csv`, every row checked before a model sees it."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import numpy as np

from chipload.catalog.reading import Problem, Row, checked, read_table
from chipload.data_files import data_folder
from chipload.errors import TableError, UnknownNameError
from chipload.surrogate.cuts import Cuts

PROCESSES = ("turning", "drilling", "end milling", "face milling", "ball milling", "helical milling")
CLASSES = ("P", "M", "K", "N", "S", "H", "O")
TIERS = ("A", "B", "C")
"""A: read from the paper's table or the authors' file; B: from a compilation that names the paper and passes a check
of plausibility; C: as B, but material, radius or a factor is missing or odd."""

NUMBERS: dict[str, tuple[str, float, float, float]] = {
    "feed": ("feed_mm_per_rev", 1e-3, 1e-3, 5.0),
    "nose_radius": ("nose_radius_mm", 1e-3, 0.01, 20.0),
    "cutting_speed": ("cutting_speed_m_per_min", 1 / 60, 0.5, 5000.0),
    "depth_of_cut": ("depth_of_cut_mm", 1e-3, 1e-3, 20.0),
    "hardness": ("hardness_HB", 1.0, 20.0, 800.0),
    "rake_angle": ("rake_deg", np.pi / 180, -45.0, 45.0),
    "entering_angle": ("entering_deg", np.pi / 180, 5.0, 120.0),
    "roughness": ("roughness_ra_um", 1e-6, 0.02, 50.0),
}
"""By column of `Cuts`: the column of the table, its unit in SI, and the plausible band in the unit of the table."""

_TEXTS = ("dataset", "process", "lab_group", "iso_group", "tool_material", "coolant", "tier", "weight", "source")
REQUIRED = (*_TEXTS, *(column for column, *_ in NUMBERS.values()))


def load(process: str = "turning", path: Path | None = None) -> Cuts:
    """Measured cuts of one process, in the order of the table.

    The radius a compiler guessed against the measured roughness (`nose_radius_secondary_mm`), wear, vibration and
    whatever else was seen during or after the cut are left in the table.

    Parameters
    ----------
    process
        One of `PROCESSES`.
    path
        Another table of the same columns; by default the one that comes with chipload.

    Raises
    ------
    TableError
        When a row cannot be right: one sentence a row, with file, line and reason.

    Examples
    --------
    >>> cuts = load()
    >>> len(cuts), len(set(cuts.laboratory.tolist()))
    (953, 18)
    """
    if process not in PROCESSES:
        raise UnknownNameError(f"the process {process!r} is not in the table; it holds {', '.join(PROCESSES)}")
    path = path or data_folder() / "roughness.csv"
    problems: list[Problem] = []
    known = _sources(problems)
    rows = checked(read_table(path, REQUIRED, problems, own=False), lambda row: _read(row, known), problems)
    read = [made for _, made in rows]
    if problems:
        raise TableError("\n".join(map(str, problems)))
    mine = [made for made in read if made["process"] == process]
    if not mine:
        raise TableError(f"{path.name} holds no row of {process}")
    return Cuts.of(**{name: [made[name] for made in mine] for name in mine[0]})


def _sources(problems: list[Problem]) -> set[str]:
    return {row.text("source") for row in read_table(data_folder() / "sources.csv", ("source",), problems, own=False)}


def _read(row: Row, known: Container[str]) -> dict[str, float | str]:
    row.sources(known)
    found: dict[str, float | str] = {name: _number(row, name) for name in NUMBERS}
    if np.isnan(found["roughness"]):
        raise TableError("roughness_ra_um is empty; a row without a measured Ra teaches nothing, leave it out")
    found["weight"] = weight = row.number("weight")
    if not 0 < weight <= 1:
        raise TableError(f"the weight {weight:g} does not lie above 0 and up to 1")
    found["dataset"], found["laboratory"] = row.text("dataset"), row.text("lab_group")
    for name, column, allowed in (
        ("process", "process", PROCESSES), ("tier", "tier", TIERS), ("material_class", "iso_group", ("", *CLASSES)),
    ):  # fmt: skip
        found[name] = row.text(column, empty="" in allowed)
        if found[name] not in allowed:
            raise TableError(f"the {column} {found[name]!r} is not one of {', '.join(filter(None, allowed))}")
    for name in ("tool_material", "coolant"):
        found[name] = row.text(name, empty=True)
    return found


def _number(row: Row, name: str) -> float:
    column, unit, low, high = NUMBERS[name]
    given = row.optional(column)
    if given is None:
        return float("nan")
    if name == "roughness" and given <= 0:
        raise TableError(f"{column} is {given:g}; a measured Ra is above zero, so correct the reading or leave it out")
    if not low <= given <= high:
        raise TableError(f"{column} is {given:g}, outside the plausible {low:g} to {high:g}; check figure and unit")
    return given * unit

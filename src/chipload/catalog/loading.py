"""From rows to records: which columns each table has, and what a row must hold to be used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

from chipload.catalog.figures import TIERS, Figure
from chipload.catalog.kienzle import read_kienzle
from chipload.catalog.ranges import RANGES, read_range
from chipload.catalog.reading import Problem, Row, checked, fold, read_figure, read_table
from chipload.catalog.records import (
    Curve,
    CuttingRanges,
    Holder,
    Machine,
    Material,
    MaterialClass,
    Source,
    ToolMaterial,
)
from chipload.catalog.standards import CLASS_COLUMNS, DEVIATION_COLUMNS, GRADE_COLUMNS, HARDNESS_COLUMNS
from chipload.errors import TableError

T = TypeVar("T")


class _Stated(Protocol):
    @property
    def subject(self) -> str: ...


S = TypeVar("S", bound=_Stated)

_FIGURES = ("subject", "property", "value", "low", "high", "unit", "tier", "source", "note")
COLUMNS: dict[str, tuple[str, ...]] = {
    "sources.csv": ("source", "title", "author", "year", "address", "kind", "reliability"),
    "classes.csv": ("class", "iso_group", "name", "condition"),
    "materials.csv": ("material", "name", "iso_group", "class", "condition", "family", "note"),
    "aliases.csv": ("alias", "material", "system"),
    "material_figures.csv": _FIGURES,
    "kienzle.csv": (
        "subject", "operation", "kc11", "kc11_unit", "mc", "reference_rake", "h_low", "h_high",
        "tier", "source", "note",
    ),
    "flow_stress.csv": ("subject", "model", "set", "parameter", "value", "unit", "tier", "source", "note"),
    "taylor.csv": (
        "subject", "tool_material", "operation", "n", "C", "C_unit", "feed_exponent", "depth_exponent", "low", "high",
        "tier", "source", "note",
    ),
    "milling_coefficients.csv": (
        "subject", "set", "Ktc", "Krc", "Kac", "Kte", "Kre", "Kae", "unit_c", "unit_e", "tool", "conditions",
        "tier", "source", "note",
    ),
    "tapping.csv": ("subject", "kc", "unit", "tap", "tier", "source", "note"),
    "tap_factors.csv": ("tap", "factor", "low", "high", "tier", "source", "note"),
    "tool_material_figures.csv": _FIGURES,
    "tool_series.csv": (
        "series", "kind", "standard", "diameter", "teeth", "flute_length", "overall_length", "shank_diameter",
        "helix_angle", "point_angle", "corner_radius", "unit", "tool_material", "tier", "source", "note",
    ),
    "threads.csv": (
        "thread", "system", "major_diameter", "pitch", "pitch_unit", "tap_drill", "minor_diameter", "pitch_diameter",
        "stress_area", "clearance_close", "clearance_medium", "clearance_free", "unit", "tier", "source", "note",
    ),
    "machines.csv": ("machine", "name", "maker", "type", "spindle_taper", "note"),
    "machine_figures.csv": _FIGURES,
    "machine_curves.csv": ("machine", "rating", "gear", "spindle_speed_rpm", "torque_N_m", "tier", "source", "note"),
    "holders.csv": ("holder", "name", "clamping", "taper", "note"),
    "holder_figures.csv": _FIGURES,
    "spreads.csv": ("property", "tier", "log_sd", "source", "note"),
    **{file: table.columns for file, table in RANGES.items()},
    "iso286_grades.csv": ("over", "up_to", "unit", *GRADE_COLUMNS, "tolerance_unit", "tier", "source", "note"),
    "iso286_deviations.csv": ("over", "up_to", "unit", *DEVIATION_COLUMNS, "deviation_unit", "tier", "source", "note"),
    "general_tolerances.csv": (
        "feature", "over", "up_to", "unit", *CLASS_COLUMNS, "tolerance_unit", "tier", "source", "note",
    ),
    "hardness.csv": ("standard", *HARDNESS_COLUMNS, "tier", "source", "note"),
}  # fmt: skip
"""The tables and the columns each must have."""

ISO_GROUPS = ("P", "M", "K", "N", "S", "H", "O")


class Loader:
    """Reads the tables of several folders, the user's first, so that theirs win."""

    def __init__(self, own: tuple[Path, ...], shipped: Path) -> None:
        self.problems: list[Problem] = []
        self._folders = [(folder, True) for folder in own] + [(shipped, False)]
        self.sources: dict[str, Source] = self._keyed("sources.csv", "source", _source)
        self.classes = self._keyed("classes.csv", "class", _material_class)

    # -- tables --------------------------------------------------------------------------------------

    def materials(self) -> dict[str, Material]:
        """Materials with their own figures first and those of their class behind."""
        rows = self._keyed("materials.csv", "material", self._material_row)
        subjects = {*rows, *self.classes}
        figures = self._figures("material_figures.csv", subjects)
        constants = self._ranked(
            "kienzle.csv", lambda row: read_kienzle(row, subjects, self.sources), lambda one: one.subject
        )
        aliases = self._aliases(rows)
        return {
            name: Material(
                name, row.text("name"), (*figures[name], *figures[row.text("class")]), row.text("iso_group"),
                self.classes[row.text("class")], row.text("condition", empty=True), row.text("family", empty=True),
                row.note, tuple(aliases[name]),
                (*constants[name], *constants[row.text("class")]),
            )
            for name, row in rows.items()
        }  # fmt: skip

    def tool_materials(self) -> dict[str, ToolMaterial]:
        """Cutting materials."""
        file = "tool_material_figures.csv"
        names = {row.cells["subject"].strip(): row for row in self._rows(file, quiet=True)}
        return {name: ToolMaterial(name, name, tuple(found)) for name, found in self._figures(file, names).items()}

    def machines(self) -> dict[str, Machine]:
        """Machines with figures and spindle curves."""
        rows = self._keyed("machines.csv", "machine", _plain_row)
        figures, curves = self._figures("machine_figures.csv", rows), self._curves(rows)
        return {
            name: Machine(
                name, row.text("name"), tuple(figures[name]), row.text("maker", empty=True),
                row.text("type", empty=True), row.text("spindle_taper", empty=True), row.note,
                tuple(curves[name]),
            )
            for name, row in rows.items()
        }  # fmt: skip

    def holders(self) -> dict[str, Holder]:
        """Holders."""
        rows = self._keyed("holders.csv", "holder", _plain_row)
        figures = self._figures("holder_figures.csv", rows)
        return {
            name: Holder(
                name, row.text("name"), tuple(figures[name]), row.text("clamping"), row.text("taper", empty=True),
                row.note,
            )
            for name, row in rows.items()
        }  # fmt: skip

    def ranges(self, file: str) -> CuttingRanges:
        """Ranges of one of the tables of `RANGES`, the most trusted first."""
        table = RANGES[file]
        ranked = self._ranked(file, lambda row: read_range(row, table, self.classes, self.sources), lambda one: "")
        return CuttingRanges(ranked[""])

    def by_subject(self, file: str, make: Callable[[Row, Container[str], Container[str]], S]) -> dict[str, list[S]]:
        """Constants of `file` by the material, class or ISO group they were stated for."""
        groups = {f"iso-{group}" for group in ISO_GROUPS}
        subjects = {*self._keyed("materials.csv", "material", _plain_row, quiet=True), *self.classes, *groups}
        return dict(self._ranked(file, lambda row: make(row, subjects, self.sources), lambda one: one.subject))

    def listed(self, file: str, make: Callable[[Row, Container[str]], T]) -> tuple[T, ...]:
        """Records of `file` in the order of the rows, the user's first."""
        return tuple(made for _, made in self._read(file, lambda row: make(row, self.sources)))

    def spreads(self) -> dict[tuple[str, str], float]:
        """Log standard deviation by property and tier."""
        found: dict[tuple[str, str], float] = {}
        for row, spread in self._read("spreads.csv", lambda row: row.number("log_sd")):
            found.setdefault((row.text("property"), row.tier()), spread)
        return found

    # -- rows ----------------------------------------------------------------------------------------

    def _rows(self, file: str, *, quiet: bool = False) -> Iterator[Row]:
        for folder, own in self._folders:
            if (folder / file).is_file():
                yield from read_table(folder / file, COLUMNS[file], [] if quiet else self.problems, own=own)

    def _read(self, file: str, make: Callable[[Row], T]) -> Iterator[tuple[Row, T]]:
        return checked(self._rows(file), make, self.problems)

    def _report(self, row: Row, reason: str) -> None:
        self.problems.append(Problem(row.file, row.line, reason))

    def _keyed(self, file: str, key: str, make: Callable[[Row], T], *, quiet: bool = False) -> dict[str, T]:
        """Records by key: the user's row wins, a second row of one table is reported."""
        found: dict[str, T] = {}
        origin: dict[str, bool] = {}
        problems: list[Problem] = [] if quiet else self.problems
        rows = self._rows(file, quiet=quiet)
        for row, (name, made) in checked(rows, lambda row: (row.text(key), make(row)), problems):
            if name not in found:
                found[name], origin[name] = made, row.own
            elif origin[name] == row.own and not quiet:
                self._report(row, f"{name!r} is in the table twice; remove one row")
        return found

    def _ranked(self, file: str, make: Callable[[Row], T], group: Callable[[T], str]) -> defaultdict[str, list[T]]:
        """What `make` makes of the rows, by group: the user's first, then by tier, then as they stand."""
        found: defaultdict[str, list[T]] = defaultdict(list)
        rows = sorted(self._read(file, make), key=lambda pair: (not pair[0].own, TIERS.index(pair[0].tier())))
        for _, made in rows:
            found[group(made)].append(made)
        return found

    def _figures(self, file: str, subjects: Container[str]) -> defaultdict[str, list[Figure]]:
        return self._ranked(file, lambda row: read_figure(row, subjects, self.sources), lambda one: one.subject)

    def _material_row(self, row: Row) -> Row:
        row.text("name")
        if row.text("iso_group") not in ISO_GROUPS:
            raise TableError(f"the ISO group {row.text('iso_group')!r} is not one of {', '.join(ISO_GROUPS)}")
        if row.text("class") not in self.classes:
            raise TableError(
                f"the class {row.text('class')!r} is not in classes.csv; VDI 3323 runs from vdi-1 to vdi-41"
            )
        return row

    def _aliases(self, materials: Container[str]) -> defaultdict[str, list[str]]:
        """Aliases by material: one name means one material, the user's before the shipped one."""
        aliases: defaultdict[str, list[str]] = defaultdict(list)
        taken: dict[str, tuple[str, bool]] = {}
        for row, (alias, material) in self._read("aliases.csv", lambda row: (row.text("alias"), row.text("material"))):
            if material not in materials:
                self._report(row, f"{material!r} is not in materials.csv; add it there first or correct it")
                continue
            meant, own = taken.setdefault(fold(alias), (material, row.own))
            if meant != material and own == row.own:
                self._report(row, f"the alias {alias!r} means {meant!r} already; one name means one material")
            elif meant == material and alias not in aliases[material]:
                aliases[material].append(alias)
        return aliases

    def _curves(self, machines: Mapping[str, Row]) -> defaultdict[str, list[Curve]]:
        """Spindle curves by machine; those of the user replace the shipped ones of that machine."""

        def read_point(row: Row) -> tuple[float, float]:
            if row.text("machine") not in machines:
                raise TableError(f"{row.text('machine')!r} is not in machines.csv; add it there first or correct it")
            if row.text("rating") not in ("continuous", "peak"):
                raise TableError(f"the rating {row.text('rating')!r} is neither continuous nor peak")
            row.tier()
            row.sources(self.sources)
            speed, torque = row.number("spindle_speed_rpm") / 60, row.number("torque_N_m")
            if speed < 0 or torque < 0:
                raise TableError("a speed or torque below zero cannot be")
            return speed, torque

        points: dict[tuple[str, str, str], list[tuple[Row, tuple[float, float]]]] = {}
        owned: dict[str, bool] = {}
        for row, point in self._read("machine_curves.csv", read_point):
            machine = row.text("machine")
            if owned.setdefault(machine, row.own) == row.own:
                points.setdefault((machine, row.text("rating"), row.text("gear")), []).append((row, point))
        curves: defaultdict[str, list[Curve]] = defaultdict(list)
        for (machine, rating, gear), found in points.items():
            first = found[0][0]
            speeds, torques = zip(*(point for _, point in found), strict=True)
            if len(speeds) < 2 or any(a >= b for a, b in pairwise(speeds)):
                self._report(first, f"the {rating} curve of {machine!r} needs two or more points of rising speed")
                continue
            curves[machine].append(
                Curve(
                    rating,
                    gear,
                    speeds,
                    torques,
                    first.tier(),
                    first.sources(self.sources),
                    first.text("note", empty=True),
                )
            )
        return curves


def _plain_row(row: Row) -> Row:
    row.text("name")
    return row


def _source(row: Row) -> Source:
    return Source(
        row.text("source"), row.text("title"),
        *(row.text(column, empty=True) for column in ("author", "year", "address", "kind", "reliability")),
    )  # fmt: skip


def _material_class(row: Row) -> MaterialClass:
    return MaterialClass(row.text("class"), row.text("iso_group"), row.text("name"), row.text("condition", empty=True))

"""Finding materials by name, group and property, and setting some side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chipload.catalog.figures import PROPERTIES, Figure
from chipload.catalog.library import Catalog
from chipload.catalog.reading import fold
from chipload.catalog.records import Material
from chipload.errors import InputError, UnknownNameError
from chipload.units.boundary import to_kernel

MATERIAL_PROPERTIES = (
    "density",
    "youngs_modulus",
    "shear_modulus",
    "poisson_ratio",
    "yield_strength",
    "tensile_strength",
    "elongation",
    "hardness_brinell",
    "hardness_rockwell_c",
    "thermal_expansion",
    "thermal_conductivity",
    "specific_heat",
    "melting_point",
    "endurance_limit",
    "machinability",
)
"""The properties of a material, in the order in which they are shown."""


def search(
    tables: Catalog, text: str = "", *, iso_group: str | None = None, family: str | None = None, **ranges: Any
) -> list[Material]:
    """Materials of `tables` that fit.

    Parameters
    ----------
    tables
        Where to look.
    text
        Part of any name, in any spelling.
    iso_group
        P, M, K, N, S, H or O.
    family
        Part of the family, such as "aluminium" or "tool steel".
    **ranges
        Lowest and highest value of a property, None for an open end:
        ``tensile_strength=("400 MPa", None)``.  A material without the figure does not fit.

    Returns
    -------
    list of Material
        In the order of the tables.

    Raises
    ------
    InputError
        For a property the tables do not hold, or an end of the wrong kind.

    Examples
    --------
    >>> from chipload import catalog
    >>> [found.name for found in catalog.search("6061")]
    ['6061-t6', '6061-o', '6061-t4']
    """
    limits = {prop: _ends(prop, ends) for prop, ends in ranges.items()}
    wanted = fold(text)
    found = []
    for material in tables.materials.values():
        names = (material.name, material.title, material.family, *material.aliases)
        if wanted and not any(wanted in fold(name) for name in names):
            continue
        if iso_group is not None and material.iso_group != iso_group.upper():
            continue
        if family is not None and family.casefold() not in material.family.casefold():
            continue
        if all(_within(material.find(prop), ends) for prop, ends in limits.items()):
            found.append(material)
    return found


def _ends(prop: str, ends: Any) -> tuple[float | None, float | None]:
    if prop not in MATERIAL_PROPERTIES:
        raise InputError(f"{prop}: the tables hold no such property; they hold {', '.join(MATERIAL_PROPERTIES)}")
    if not isinstance(ends, (tuple, list)) or len(ends) != 2:
        raise InputError(f"{prop}: give the lowest and the highest value, None for an open end")
    kind = PROPERTIES[prop]
    low, high = (
        None if end is None else float(end) if kind is None else float(to_kernel(kind, end, prop)) for end in ends
    )
    return low, high


def _within(figure: Figure | None, ends: tuple[float | None, float | None]) -> bool:
    low, high = ends
    return figure is not None and (low is None or figure.value >= low) and (high is None or figure.value <= high)


@dataclass(frozen=True)
class Comparison:
    """Materials side by side: print it, or take it as a frame where pandas is present."""

    materials: tuple[Material, ...]

    def rows(self, system: str = "metric") -> list[tuple[str, list[str]]]:
        """Property and what each material has of it; a class value and an estimate are marked."""
        shown = []
        for prop in MATERIAL_PROPERTIES:
            figures = [material.find(prop) for material in self.materials]
            if any(figures):
                cells = ["" if figure is None else figure.show(system) + figure.mark for figure in figures]
                shown.append((prop.replace("_", " "), cells))
        for label, cell in (("kc1.1", _kc11), ("mc", _mc)):
            shown.append((label, [cell(material) for material in self.materials]))
        return shown

    def describe(self, system: str = "metric") -> str:
        """The comparison as a table of text."""
        head = ["", *(material.title for material in self.materials)]
        lines = [head, *([label, *cells] for label, cells in self.rows(system))]
        widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def __str__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        from chipload.catalog.showing import table_as_html

        head = ["", *(material.title for material in self.materials)]
        return table_as_html([head, *([label, *cells] for label, cells in self.rows())])

    def to_frame(self) -> Any:
        """The comparison as a pandas frame: a column a material, values in kernel units or on their scale.

        Raises
        ------
        ImportError
            Where pandas is not installed.
        """
        import pandas as pd  # type: ignore[import-untyped]

        return pd.DataFrame(
            {
                material.name: {
                    prop: None if (figure := material.find(prop)) is None else figure.value
                    for prop in MATERIAL_PROPERTIES
                }
                for material in self.materials
            }
        )


def compare(tables: Catalog, names: Iterable[str]) -> Comparison:
    """Materials side by side, by any usual names.

    Raises
    ------
    UnknownNameError
        For a name no table holds.
    """
    found = tuple(tables.material(name) for name in names)
    if not found:
        raise UnknownNameError("materials: none was named; name two or more")
    return Comparison(found)


def _kc11(material: Material) -> str:
    best = material.best_kienzle()
    if best is None:
        return ""
    mark = "" if best.subject == material.name else " (class value)"
    return f"{best.kc11 / 1e6:.0f} MPa" + (" (estimated)" if best.tier == "estimated" else mark)


def _mc(material: Material) -> str:
    best = material.best_kienzle()
    return "" if best is None else f"{best.mc:g}"

"""What the tables hold and what they lack, counted."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.catalog.cutting_data import choose
from chipload.catalog.finding import MATERIAL_PROPERTIES
from chipload.catalog.library import Catalog


@dataclass(frozen=True)
class Coverage:
    """How far the tables reach.

    Attributes
    ----------
    materials
        How many there are, by ISO group.
    own_force, class_force, no_force
        How many have kc1.1 of their own, of their class, or none.
    properties
        How many have each property, of their own or of their class.
    figures, sourced
        Figures in all, and those with a source and a tier.
    gaps
        What is missing, a line each.
    """

    materials: dict[str, int]
    own_force: int
    class_force: int
    no_force: int
    properties: dict[str, tuple[int, int]]
    figures: int
    sourced: int
    gaps: tuple[str, ...]

    @property
    def count(self) -> int:
        """All materials."""
        return sum(self.materials.values())

    def __str__(self) -> str:
        def share(number: int) -> str:
            return f"{number} ({number / self.count:.0%})"

        lines = [
            f"{self.count} materials: " + ", ".join(f"{group} {number}" for group, number in self.materials.items()),
            f"kc1.1 of their own {share(self.own_force)}, of their class {share(self.class_force)}, "
            f"none {share(self.no_force)}",
            f"{self.sourced} of {self.figures} figures have a source and a tier ({self.sourced / self.figures:.0%})",
            "",
            "of their own / of their class:",
            *(f"  {prop.replace('_', ' '):22} {own:4} / {stood}" for prop, (own, stood) in self.properties.items()),
        ]
        return "\n".join(lines)


def coverage(tables: Catalog) -> Coverage:
    """Count what `tables` hold, and list the gaps."""
    materials = list(tables.materials.values())
    groups: dict[str, int] = {}
    properties = dict.fromkeys(MATERIAL_PROPERTIES, (0, 0))
    own_force = class_force = 0
    gaps: list[str] = []
    for material in materials:
        groups[material.iso_group] = groups.get(material.iso_group, 0) + 1
        best = material.best_kienzle()
        if best is None:
            gaps.append(f"{material.name}: no kc1.1 with mc, of its own or of its class")
        elif best.subject == material.name:
            own_force += 1
        else:
            class_force += 1
        missing = []
        for prop in MATERIAL_PROPERTIES:
            figure = material.find(prop)
            own, stood = properties[prop]
            if figure is None:
                missing.append(prop.replace("_", " "))
            elif figure.subject == material.name:
                properties[prop] = own + 1, stood
            else:
                properties[prop] = own, stood + 1
        if missing:
            gaps.append(f"{material.name}: no {', '.join(missing)}")
    gaps += _range_gaps(tables)
    records = (*materials, *tables.machines.values(), *tables.tool_materials.values(), *tables.holders.values())
    figures = {figure for record in records for figure in record.figures}
    return Coverage(
        groups, own_force, class_force, len(materials) - own_force - class_force, properties,
        len(figures), sum(bool(figure.source and figure.tier) for figure in figures), tuple(gaps),
    )  # fmt: skip


def _range_gaps(tables: Catalog) -> list[str]:
    used = {material.material_class.name for material in tables.materials.values()}
    gaps = []
    for name in tables.classes:
        if name not in used:
            continue
        for tool in ("coated carbide", "carbide", "hss"):
            for what, rows, conditions in (
                ("speed", tables.speeds, {"radial_share": 0.25}),
                ("feed", tables.feeds, {"radial_share": 0.25, "diameter": 0.010}),
            ):
                choice = choose(rows, name, "side", tool, **conditions)
                if choice is None or choice.row.tool_material != tool:
                    gaps.append(f"{name}: no {what} for side milling with {tool}")
    return gaps

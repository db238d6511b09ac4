"""Which recommended speed and feed fit a cut: the row chosen from the tables, and why."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.catalog.figures import TIERS
from chipload.catalog.records import CuttingRange, CuttingRanges

STAND_INS = {"carbide": ("coated carbide",), "coated carbide": ("carbide",), "cobalt hss": ("hss",)}
"""Tool materials whose ranges may be read where a tool material has none; the choice is reported."""

GENERAL = {
    **dict.fromkeys(("side", "slot", "face", "ball"), "end milling"),
    **dict.fromkeys(("rough turning", "finish turning"), "turning"),
}
"""The general operation whose ranges hold for a special one too."""


@dataclass(frozen=True)
class Choice:
    """A range that fits the cut, in kernel units, the row it comes from, and what is to be said of it."""

    low: float
    high: float
    row: CuttingRange
    notes: tuple[str, ...] = ()

    def at(self, boldness: float = 0.5) -> float:
        """Value from cautious, 0, to bold, 1: along the range, or along its upper half from 0.5 on for an estimate.

        An estimated range starts at its low end.
        """
        share = max(0.0, 2 * boldness - 1) if self.row.tier == "estimated" else boldness
        return self.low + share * (self.high - self.low)


def choose(
    rows: CuttingRanges, material_class: str, operation: str, tool_material: str, **conditions: float
) -> Choice | None:
    """Range that fits best: by tier, then made for the operation, then for the narrowest conditions.

    Parameters
    ----------
    rows
        The table, `Catalog.speeds` and its companions.
    material_class, operation, tool_material
        What is cut, how and with what.
    **conditions
        What is known of the cut, in kernel units, by the names of `CuttingRange.where`.

    Returns
    -------
    Choice or None
        None where no table has a row for the class.
    """
    of_class = rows.of(material_class, operation, *((GENERAL[operation],) if operation in GENERAL else ()))
    diameter = conditions.get("diameter")
    for named in (tool_material, *STAND_INS.get(tool_material, ())):
        fitting = [row for row in of_class if row.tool_material == named and _fits(row, conditions)]
        covering = [row for row in fitting if diameter is None or _gap(row, diameter) <= 1e-9]
        found = min(covering, key=lambda row: _rank(row, operation), default=None)
        notes: list[str] = []
        if found is None and fitting and diameter is not None:
            found = min(fitting, key=lambda row: (_gap(row, diameter), _rank(row, operation)))
            notes.append(_outside(found, diameter))
        if found is None:
            continue
        if named != tool_material:
            notes.append(f"the tables have no range for {tool_material} here; that of {named} stands in")
        scale = diameter if found.per_diameter and diameter is not None else 1.0
        return Choice(found.low * scale, found.high * scale, found, tuple(notes))
    return None


def _fits(row: CuttingRange, conditions: dict[str, float]) -> bool:
    """True where every condition that is known holds; the diameter is looked at apart, as a near one may do."""
    return all(
        low - 1e-9 <= conditions[name] <= high + 1e-9
        for name, (low, high) in row.where.items()
        if name in conditions and name != "diameter"
    )


def _gap(row: CuttingRange, diameter: float) -> float:
    """How far the diameter is outside the row's, as a share of the diameter."""
    if row.per_diameter:
        return 0.0
    if "diameter" not in row.where:
        return 1.0  # a feed without a diameter was printed for cutters in general, which are larger than end mills
    low, high = row.where["diameter"]
    return max(low - diameter, diameter - high, 0.0) / diameter


def _rank(row: CuttingRange, operation: str) -> tuple[int, bool, float]:
    low, high = row.where.get("radial_share", (0.0, 1.0))
    return TIERS.index(row.tier), row.operation != operation, high - low


def _outside(row: CuttingRange, diameter: float) -> str:
    if "diameter" not in row.where:
        return "the feed was printed without a diameter; it suits large cutters"
    low, high = row.where["diameter"]
    return (
        f"the nearest feeds of the tables are for diameters of {low * 1e3:g} to {high * 1e3:g} mm, "
        f"not {diameter * 1e3:g} mm"
    )

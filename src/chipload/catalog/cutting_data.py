"""Which recommended speed and feed fit a cut: the row chosen from the tables, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chipload.catalog.figures import TIERS
from chipload.catalog.records import CuttingRange

STAND_INS = {"carbide": ("coated carbide",), "coated carbide": ("carbide",), "cobalt hss": ("hss",)}
"""Tool materials whose ranges may be read where a tool material has none; the choice is reported."""


@dataclass(frozen=True)
class Choice:
    """A range that fits the cut, in kernel units, the row it comes from, and what is to be said of it."""

    low: float
    high: float
    row: CuttingRange
    notes: tuple[str, ...] = ()

    @property
    def middle(self) -> float:
        """Middle of the range, the starting value."""
        return (self.low + self.high) / 2


def choose(
    rows: Iterable[CuttingRange],
    material_class: str,
    operation: str,
    tool_material: str,
    radial_share: float,
    diameter: float | None = None,
) -> Choice | None:
    """Range that fits best: by tier, then made for the operation, then for the width of cut.

    Parameters
    ----------
    rows
        The table, see `Catalog.speeds` and `Catalog.feeds`.
    material_class, operation, tool_material
        What is cut, how ("side", "slot", "face" or "ball") and with what.
    radial_share
        Radial depth over diameter.
    diameter
        Diameter of the tool [m], for feeds.

    Returns
    -------
    Choice or None
        None where no table has a row for the class.
    """
    of_class = [
        row for row in rows if row.material_class == material_class and row.operation in (operation, "end milling")
    ]
    for named in (tool_material, *STAND_INS.get(tool_material, ())):
        fitting = [
            row
            for row in of_class
            if row.tool_material == named and row.radial_low - 1e-9 <= radial_share <= row.radial_high + 1e-9
        ]
        covering = [row for row in fitting if _covers(row, diameter)]
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


def _covers(row: CuttingRange, diameter: float | None) -> bool:
    if diameter is None or row.per_diameter:
        return True
    # A feed without a diameter was printed for cutters in general, which are larger than end mills.
    return row.diameter_low is not None and _gap(row, diameter) <= 1e-9


def _gap(row: CuttingRange, diameter: float) -> float:
    """How far the diameter is outside the row's, as a share of the diameter."""
    if row.diameter_low is None or row.diameter_high is None:
        return 1.0
    return max(row.diameter_low - diameter, diameter - row.diameter_high, 0.0) / diameter


def _rank(row: CuttingRange, operation: str) -> tuple[int, bool, float]:
    return TIERS.index(row.tier), row.operation != operation, row.radial_high - row.radial_low


def _outside(row: CuttingRange, diameter: float) -> str:
    if row.diameter_low is None or row.diameter_high is None:
        return "the feed was printed without a diameter; it suits large cutters"
    return (
        f"the nearest feeds of the tables are for diameters of {row.diameter_low * 1e3:g} to "
        f"{row.diameter_high * 1e3:g} mm, not {diameter * 1e3:g} mm"
    )

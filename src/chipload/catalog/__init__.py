"""Tables of materials, tools and machines, with a source for every figure.

The functions here look names up in the default catalog: the shipped tables and, before them, the user's own
from `CHIPLOAD_DATA` or the platform's folder for user data.
"""

from __future__ import annotations

from typing import Any

from chipload.catalog.counting import Coverage
from chipload.catalog.cutting_data import Choice, choose
from chipload.catalog.figures import PROPERTIES, TIERS, Figure
from chipload.catalog.finding import Comparison
from chipload.catalog.fits import (
    Fit,
    ToleranceZone,
    fit,
    fundamental_deviation,
    general_tolerance,
    tolerance_grade,
    tolerance_zone,
)
from chipload.catalog.hardness import (
    HardnessConversion,
    TensileEstimate,
    convert_hardness,
    tensile_strength_from_hardness,
)
from chipload.catalog.kienzle import ForceExponents, Kienzle
from chipload.catalog.library import Catalog, default, user_folder
from chipload.catalog.reading import Problem
from chipload.catalog.records import Holder, Machine, Material, Source, ToolMaterial

__all__ = [
    "PROPERTIES",
    "TIERS",
    "Catalog",
    "Choice",
    "Comparison",
    "Coverage",
    "Figure",
    "ForceExponents",
    "Holder",
    "Kienzle",
    "Machine",
    "Material",
    "Problem",
    "Source",
    "ToolMaterial",
    "choose",
    "compare",
    "coverage",
    "default",
    "holder",
    "machine",
    "material",
    "search",
    "source",
    "tool_material",
    "user_folder",
]
__all__ += [
    "Fit",
    "HardnessConversion",
    "TensileEstimate",
    "ToleranceZone",
    "convert_hardness",
    "fit",
    "fundamental_deviation",
    "general_tolerance",
    "tensile_strength_from_hardness",
    "tolerance_grade",
    "tolerance_zone",
]


def material(name: str) -> Material:
    """Material of the default catalog by any usual name; see `Catalog.material`."""
    return default().material(name)


def machine(name: str) -> Machine:
    """Machine of the default catalog by name; see `Catalog.machine`."""
    return default().machine(name)


def holder(name: str) -> Holder:
    """Holder of the default catalog by name; see `Catalog.holder`."""
    return default().holder(name)


def tool_material(name: str) -> ToolMaterial:
    """Cutting material of the default catalog by name; see `Catalog.tool_material`."""
    return default().tool_material(name)


def search(text: str = "", **wanted: Any) -> list[Material]:
    """Materials of the default catalog by name, group and property; see `chipload.catalog.finding.search`."""
    from chipload.catalog.finding import search as find

    return find(default(), text, **wanted)


def compare(*names: str) -> Comparison:
    """Materials of the default catalog side by side.

    Examples
    --------
    >>> print(compare("6061-T6", "7075-T6").describe().splitlines()[1])
    density               2.700 g/cm³            2.810 g/cm³
    """
    from chipload.catalog.finding import compare as side_by_side

    return side_by_side(default(), names)


def coverage() -> Coverage:
    """What the default catalog holds and lacks, counted."""
    from chipload.catalog.counting import coverage as count

    return count(default())


def source(key: str) -> Source:
    """Source of the default catalog by its key."""
    return default().source(key)

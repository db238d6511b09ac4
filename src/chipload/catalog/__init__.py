"""Tables of materials, tools and machines, with a source for every figure.

The functions here look names up in the default catalog: the shipped tables and, before them, the user's own
from `CHIPLOAD_DATA` or the platform's folder for user data.
"""

from __future__ import annotations

from chipload.catalog.cutting_data import Choice, choose
from chipload.catalog.figures import PROPERTIES, TIERS, Figure
from chipload.catalog.library import Catalog, default, user_folder
from chipload.catalog.reading import Problem
from chipload.catalog.records import Holder, Kienzle, Machine, Material, Source, ToolMaterial

__all__ = [
    "PROPERTIES",
    "TIERS",
    "Catalog",
    "Choice",
    "Figure",
    "Holder",
    "Kienzle",
    "Machine",
    "Material",
    "Problem",
    "Source",
    "ToolMaterial",
    "choose",
    "default",
    "holder",
    "machine",
    "material",
    "source",
    "tool_material",
    "user_folder",
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


def source(key: str) -> Source:
    """Source of the default catalog by its key."""
    return default().source(key)

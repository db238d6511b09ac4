"""Files of others: tool libraries read with their problems and given back without loss, programs checked."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chipload.exchange.guards import LibraryError
    from chipload.exchange.items import Item, Library, Preset, Problem
    from chipload.exchange.libraries import formats, read_library, write_library
    from chipload.exchange.material_cards import MaterialCard, read_material_card
    from chipload.exchange.own_json import library_schema
    from chipload.exchange.refreshing import Usual, refresh, usual_job
    from chipload.exchange.vocabulary import KINDS

_HOMES = {
    "LibraryError": "guards",
    **dict.fromkeys(("Item", "Library", "Preset", "Problem"), "items"),
    **dict.fromkeys(("formats", "read_library", "write_library"), "libraries"),
    **dict.fromkeys(("MaterialCard", "read_material_card"), "material_cards"),
    "library_schema": "own_json",
    **dict.fromkeys(("Usual", "refresh", "usual_job"), "refreshing"),
    "KINDS": "vocabulary",
}
"""Names load at first use, so that the command line starts without the tables."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "KINDS",
    "Item",
    "Library",
    "LibraryError",
    "MaterialCard",
    "Preset",
    "Problem",
    "Usual",
    "formats",
    "library_schema",
    "read_library",
    "read_material_card",
    "refresh",
    "usual_job",
    "write_library",
]

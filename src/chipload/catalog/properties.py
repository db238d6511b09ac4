"""The door through which a material's name stands where a formula asks for its properties."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from typing import Any

from chipload.catalog.figures import PROPERTIES
from chipload.catalog.library import Catalog, default
from chipload.catalog.records import Record
from chipload.errors import EstimateWarning, InputError, MissingFigureError, UnknownNameError
from chipload.units.callers import to_the_caller
from chipload.units.stand_ins import Answer

# What is a property of the material itself; an endurance limit, say, is asked of the part.
_OF_A_MATERIAL = (
    "density", "youngs_modulus", "shear_modulus", "poisson_ratio", "yield_strength", "tensile_strength",
    "thermal_expansion", "thermal_conductivity", "specific_heat",
)  # fmt: skip


def of_material(given: Any, wanted: Collection[str], required: Collection[str]) -> dict[str, Answer]:
    """What the tables hold of the material `given` for the arguments `wanted`.

    Raises
    ------
    UnknownNameError
        For a name that is neither a work material nor a cutting material.
    MissingFigureError
        Where the tables lack a figure that an argument without a default needs.

    Warns
    -----
    EstimateWarning
        Where a figure is an estimate, or of the material's class.
    """
    if not isinstance(given, str):
        raise InputError(f'material: {given!r} is no name of a material; give one like "1045" or "6061-T6"')
    record = _record(default(), given)
    found: dict[str, Answer] = {}
    for name in _OF_A_MATERIAL:
        if name not in wanted:
            continue
        figure = record.find(name)
        if figure is None:
            if name in required:
                words = name.replace("_", " ")
                raise MissingFigureError(
                    f"{name}: the tables hold no {words} of {record.title}; give it, or add it to a table of your own"
                )
            continue
        assert PROPERTIES[name] is not None
        if figure.mark:
            warnings.warn(
                f"{name}: {figure.show()} of {record.title} is{figure.mark.replace('(', ' ').replace(')', '')}; "
                "give your own figure where it matters",
                EstimateWarning,
                stacklevel=to_the_caller("chipload"),
            )
        found[name] = figure.quantity, f"{figure} of {record.title} ({', '.join(figure.source)})"
    return found


def _record(catalog: Catalog, name: str) -> Record:
    """The work material, or else the cutting material, of this name."""
    try:
        return catalog.material(name)
    except UnknownNameError as unknown:
        try:
            return catalog.tool_material(name)
        except UnknownNameError:
            raise unknown from None

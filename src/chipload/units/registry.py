"""The unit registry: pint's application registry, with the few words of the shop it lacks.

Taking the application registry lets the quantities of a shop script mix with ours.  Nothing of pint is
imported before the first quantity.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pint import UnitRegistry

SHOP_UNITS = {
    "rev": "rev = turn",
    "tooth": "tooth = []",
    "teeth": "teeth = tooth",
    "sfm": "sfm = foot / minute",
    "ipm": "ipm = inch / minute",
    "ipr": "ipr = inch / turn",
    "ipt": "ipt = inch / tooth",
}
"""Definitions added to the registry unless the user's registry already has the word."""


@cache
def registry() -> UnitRegistry[Any]:
    """The registry of every quantity chipload makes; built once, at the first quantity.

    Examples
    --------
    >>> registry()("12 ipm").to("mm/min").magnitude
    304.8
    """
    import pint

    units: UnitRegistry[Any] = pint.application_registry.get()  # type: ignore[no-untyped-call]
    for word, definition in SHOP_UNITS.items():
        try:
            units.parse_units(word)
        except pint.UndefinedUnitError:
            units.define(definition)
    return units

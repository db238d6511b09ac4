"""Every page: the file that shows it, its title, and the group under which the menu lists it."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """One page; `view` is its file in `views` and its address."""

    view: str
    title: str
    group: str


GROUPS = ("Cut", "Tables", "More")
"""Groups of the menu in their order."""

PLACES = (
    Place("milling", "Milling", "Cut"),
    Place("tables", "Tables", "Tables"),
    Place("formulas", "Formulas", "More"),
    Place("about", "About", "More"),
)
"""The pages; the first is the one a newcomer meets."""

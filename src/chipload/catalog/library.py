"""The catalog: every table read once, checked, and looked up by any usual name."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from chipload.catalog.loading import Loader
from chipload.catalog.records import Holder, Machine, Material, Record, Source, ToolMaterial
from chipload.data_files import data_folder
from chipload.errors import UnknownNameError

T = TypeVar("T", bound=Record)


def fold(name: str) -> str:
    """A name as the look-up compares it: without blanks, dashes, slashes and case.

    Examples
    --------
    >>> fold("EN AW-6061") == fold("enaw6061")
    True
    """
    return re.sub(r"[\s\-_/]", "", name).casefold()


class Catalog:
    """The shipped tables, and before them those of `folders`, whose rows win.

    Attributes
    ----------
    materials, machines, tool_materials, holders, classes, sources
        Records by their name.
    speeds, feeds
        Ranges of cutting speed and feed, the most trusted first.
    spreads
        Log standard deviation by property and tier, for intervals.
    problems
        Rows that were left out, each with file, line and reason.
    """

    def __init__(self, *folders: Path) -> None:
        loader = Loader(folders, data_folder())
        self.sources = loader.sources
        self.classes = loader.classes
        self.materials = loader.materials()
        self.machines = loader.machines()
        self.tool_materials = loader.tool_materials()
        self.holders = loader.holders()
        self.speeds = loader.ranges("cutting_speeds.csv")
        self.feeds = loader.ranges("feeds.csv")
        self.spreads = loader.spreads()
        self.problems = tuple(loader.problems)
        self._names = {
            what: _names(records)
            for what, records in (
                ("material", self.materials),
                ("machine", self.machines),
                ("holder", self.holders),
                ("tool material", self.tool_materials),
            )
        }

    def material(self, name: str) -> Material:
        """Material by any usual name.

        Raises
        ------
        UnknownNameError
            For a name no table holds; it lists the names that look like it.

        Examples
        --------
        >>> from chipload import catalog
        >>> catalog.material("3.3211").name
        '6061-t6'
        """
        return self._look_up("material", name, self.materials)

    def machine(self, name: str) -> Machine:
        """Machine by name; an unknown one raises as in `material`."""
        return self._look_up("machine", name, self.machines)

    def holder(self, name: str) -> Holder:
        """Holder by name; an unknown one raises as in `material`."""
        return self._look_up("holder", name, self.holders)

    def tool_material(self, name: str) -> ToolMaterial:
        """Cutting material by name; an unknown one raises as in `material`."""
        return self._look_up("tool material", name, self.tool_materials)

    def source(self, key: str) -> Source:
        """Source by its key."""
        return self.sources[key]

    def _look_up(self, what: str, name: str, records: Mapping[str, T]) -> T:
        names = self._names[what]
        found = names.get(fold(name))
        if found is not None:
            return records[found]
        close = difflib.get_close_matches(fold(name), names, n=8, cutoff=0.5)
        near = list(dict.fromkeys(names[match] for match in close))[:5]
        like = f"names like it are {', '.join(near)}" if near else f"there are {', '.join(list(records)[:5])} and more"
        raise UnknownNameError(f"{what}: {name!r} is in no table; {like}", near)


def _names(records: Mapping[str, Record]) -> dict[str, str]:
    """Every folded name of the records to the name of the record; a record's own name goes before any alias."""
    names = {fold(name): name for name in records}
    for name, record in records.items():
        for alias in (record.title, *getattr(record, "aliases", ())):
            names.setdefault(fold(alias), name)
    return names


def user_folder() -> Path:
    """Folder of the user's own tables: `CHIPLOAD_DATA`, or the platform's folder for user data."""
    named = os.environ.get("CHIPLOAD_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("chipload", appauthor=False)


@cache
def default() -> Catalog:
    """The catalog of this process: shipped tables and the user's own; read at the first use."""
    return Catalog(user_folder())

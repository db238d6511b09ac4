"""The catalog: every table read once, checked, and looked up by any usual name."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from chipload.catalog.constants import (
    gather,
    read_constant,
    read_milling_coefficients,
    read_tap_factor,
    read_tapping_force,
    read_tool_life,
)
from chipload.catalog.loading import Loader
from chipload.catalog.reading import Problem, fold
from chipload.catalog.records import Holder, Machine, Material, Record, Source, ToolMaterial
from chipload.catalog.series import Thread, read_thread, read_tool
from chipload.catalog.standards import (
    HardnessRow,
    SizeStep,
    read_deviations,
    read_general_tolerance,
    read_grades,
    read_hardness,
)
from chipload.data_files import data_folder
from chipload.errors import UnknownNameError

T = TypeVar("T", bound=Record)


class Catalog:
    """The shipped tables, and before them those of `folders`, whose rows win.

    Attributes
    ----------
    materials, machines, tool_materials, holders, classes, sources
        Records by their name.
    speeds, feeds, hole_speeds, hole_feeds, turning_speeds, turning_feeds
        Ranges of cutting speed and feed of milling, hole making and turning, the most trusted first.
    flow_stress, tool_life, milling_coefficients, tapping
        Constants of material laws by the material, class or ISO group they were stated for.
    tap_factors, tools, threads
        Factors by kind of tap, sizes of standard tool series, threads by name.
    tolerance_grades, fundamental_deviations, general_tolerances, hardness
        Rows of the standards of limits and fits, general tolerances and hardness conversion; read when first asked
        for, since a plan needs none of them.
    spreads
        Log standard deviation by property and tier, for intervals.
    folders
        The folders of own tables.
    problems
        Rows that were left out, each with file, line and reason.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        loader = Loader(folders, data_folder())
        self.sources = loader.sources
        self.classes = loader.classes
        self.materials = loader.materials()
        self.machines = loader.machines()
        self.tool_materials = loader.tool_materials()
        self.holders = loader.holders()
        self.speeds = loader.ranges("cutting_speeds.csv")
        self.feeds = loader.ranges("feeds.csv")
        self.hole_speeds = loader.ranges("hole_speeds.csv")
        self.hole_feeds = loader.ranges("hole_feeds.csv")
        self.turning_speeds = loader.ranges("turning_speeds.csv")
        self.turning_feeds = loader.ranges("turning_feeds.csv")
        self.flow_stress = {
            subject: gather(found) for subject, found in loader.by_subject("flow_stress.csv", read_constant).items()
        }
        self.tool_life = loader.by_subject("taylor.csv", read_tool_life)
        self.milling_coefficients = loader.by_subject("milling_coefficients.csv", read_milling_coefficients)
        self.tapping = loader.by_subject("tapping.csv", read_tapping_force)
        self.tap_factors = loader.listed("tap_factors.csv", read_tap_factor)
        self.tools = loader.listed("tool_series.csv", read_tool)
        self.threads = {thread.name: thread for thread in loader.listed("threads.csv", read_thread)}
        self.spreads = loader.spreads()
        self._loader = loader
        self._thread_names = _thread_names(self.threads)
        self._names = {
            what: _names(records)
            for what, records in (
                ("material", self.materials),
                ("machine", self.machines),
                ("holder", self.holders),
                ("tool material", self.tool_materials),
            )
        }

    @cached_property
    def tolerance_grades(self) -> tuple[SizeStep, ...]:
        """Standard tolerances of ISO 286 by step of size."""
        return self._loader.listed("iso286_grades.csv", read_grades)

    @cached_property
    def fundamental_deviations(self) -> tuple[SizeStep, ...]:
        """Fundamental deviations of ISO 286 by step of size."""
        return self._loader.listed("iso286_deviations.csv", read_deviations)

    @cached_property
    def general_tolerances(self) -> tuple[SizeStep, ...]:
        """General tolerances of ISO 2768."""
        return self._loader.listed("general_tolerances.csv", read_general_tolerance)

    @cached_property
    def hardness(self) -> tuple[HardnessRow, ...]:
        """Hardness on every scale, row by row."""
        return self._loader.listed("hardness.csv", read_hardness)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Rows of the tables read so far that were left out."""
        return tuple(self._loader.problems)

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

    def thread(self, name: str) -> Thread:
        """Thread by its name, in any spelling of it: "M6x1", "m6 x 1", "1/4-20"; a bare "M6" is the coarse one.

        Raises
        ------
        UnknownNameError
            For a thread no table holds.
        """
        asked = _thread_key(name)
        found = self._thread_names.get(asked)
        if found is None:
            close = difflib.get_close_matches(asked, self._thread_names, n=5, cutoff=0.5)
            near = list(dict.fromkeys(self._thread_names[one] for one in close))
            raise UnknownNameError(
                f"thread: {name!r} is in no table; names like it are {', '.join(near) or 'M6x1'}", near
            )
        return self.threads[found]

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


def _thread_key(name: str) -> str:
    return re.sub(r"\s", "", name.casefold().replace("×", "x"))


def _thread_names(threads: Mapping[str, Thread]) -> dict[str, str]:
    """Spellings to threads; a bare metric size means the coarse thread."""
    names = {_thread_key(name): name for name in threads}
    for name, thread in threads.items():
        if thread.system == "metric coarse":
            names.setdefault(_thread_key(name).split("x")[0], name)
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

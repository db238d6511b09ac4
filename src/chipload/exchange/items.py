"""What a tool library holds: items with their sizes and presets, and the problems met while reading."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chipload.exchange.vocabulary import PRESET_NUMBERS, SIZES
from chipload.planning.tools.tool import Tool
from chipload.units.boundary import to_kernel


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or was left open: whose it is, the field, what was there and why it cannot be."""

    item: str
    field: str
    value: Any
    reason: str

    def __str__(self) -> str:
        return f"{self.item}: {self.field}: {self.reason}" if self.item else f"{self.field}: {self.reason}"


@dataclass(frozen=True)
class Preset:
    """Speeds and feeds of a tool for one material or operation; what is not given is None.

    Attributes
    ----------
    name, note, material
        What it is for.
    cutting_speed, spindle_speed, feed_per_tooth, feed_per_rev, feed_rate, plunge_feed_rate, axial_depth, radial_depth
        Quantities in the unit of the file they come from.
    extra
        What a format has besides, by the format.

    Examples
    --------
    >>> Preset("6061").values()
    {}
    """

    name: str = ""
    note: str = ""
    material: str = ""
    cutting_speed: Any = None
    spindle_speed: Any = None
    feed_per_tooth: Any = None
    feed_per_rev: Any = None
    feed_rate: Any = None
    plunge_feed_rate: Any = None
    axial_depth: Any = None
    radial_depth: Any = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """The quantities that are given, by their name."""
        return {name: value for name in PRESET_NUMBERS if (value := getattr(self, name)) is not None}


@dataclass(frozen=True)
class Item:
    """One entry of a tool library.

    Attributes
    ----------
    kind
        What it is, in the words of `chipload.exchange.KINDS`; "other" where the file's word is not known.
    number
        In the magazine or the program; None where the file has none.
    name, vendor, product, note
        As the file has them.
    material
        Cutting material in the words of the tables; empty where the file does not say.
    tool
        The tool a job takes; None where the kind has no model here or the file does not say enough.
    sizes
        What the file says beyond the tool, quantities and counts by their name.
    presets
        Speeds and feeds.
    extra
        What was not understood, by the format it comes from, for the way back.

    Examples
    --------
    >>> from chipload.planning import EndMill
    >>> mill = EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> Item("flat end mill", 3, "roughing", tool=mill).describe()
    'T3 roughing: 10 mm square end mill with 4 teeth (carbide)'
    """

    kind: str
    number: int | None = None
    name: str = ""
    vendor: str = ""
    product: str = ""
    note: str = ""
    material: str = ""
    tool: Tool | None = None
    sizes: Mapping[str, Any] = field(default_factory=dict)
    presets: tuple[Preset, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """How a problem names the item."""
        number = "" if self.number is None else f"T{self.number}"
        return " ".join(part for part in (number, self.name) if part) or self.kind

    @property
    def cutting_material(self) -> str:
        """Cutting material that is known: of the tool where it was set, else of the file; empty otherwise."""
        if self.tool is None or (not self.material and self.tool.material == _usual_material(type(self.tool))):
            return self.material
        return self.tool.material

    def size(self, name: str) -> Any:
        """A size by its name, of the tool or of what the file says beyond it; None where neither has it."""
        value = getattr(self.tool, name, None) if self.tool is not None else None
        if value is None and name in ("shoulder_length", "shoulder_diameter"):
            value = self._neck(name)
        return self.sizes.get(name) if value is None else value

    def si(self, name: str) -> float | None:
        """A size in kernel units; None where it is not given."""
        value = self.size(name)
        return None if value is None else float(to_kernel(SIZES[name], value, name))

    def describe(self) -> str:
        """The item in a few words."""
        what = self.kind if self.tool is None else self.tool.describe()
        return what if self.label == self.kind else f"{self.label}: {what}"

    def completed(self, **given: Any) -> Item:
        """The item with a tool made of its sizes and of what the file left open.

        Parameters
        ----------
        given
            Fields of the tool, such as `teeth` or `stickout`; and `kind`, where the file does not say what it is.

        Raises
        ------
        InputError
            Where there is still too little, with one sentence for each field.

        Examples
        --------
        >>> item = Item("flat end mill", 1, sizes={"diameter": "6 mm"})
        >>> item.completed(teeth=2, stickout="20 mm", flute_length="12 mm").describe()
        'T1: 6 mm square end mill with 2 teeth (carbide)'
        """
        from chipload.exchange.building import complete

        return complete(self, given)

    def _neck(self, name: str) -> Any:
        """The shoulder that the neck of the tool is, unless the file's own figure says the same."""
        diameter, length = (getattr(self.tool, part, None) for part in ("neck_diameter", "neck_length"))
        if diameter is None or length is None:
            return None
        stored = self.sizes.get(name)
        found = diameter if name == "shoulder_diameter" else self.size("flute_length") + length
        if stored is not None and math.isclose(
            to_kernel(SIZES[name], stored, name), to_kernel(SIZES[name], found, name), rel_tol=1e-9
        ):
            return stored
        return found


def _usual_material(model: type[Tool]) -> str:
    return str(model.model_fields["material"].default)


@dataclass(frozen=True)
class Library:
    """Items of a file, and what is wrong with them.

    Attributes
    ----------
    items
        In the order of the file.
    problems
        One for each thing that is wrong, doubtful or left open; they never lose an item.
    name, format
        Of the file.
    extra
        What the file says besides its items, by the format, for the way back.
    """

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    name: str = ""
    format: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def tools(self) -> dict[int, Tool]:
        """Tools by their number; the first where a number is there twice, of which a problem tells."""
        found: dict[int, Tool] = {}
        for item in self.items:
            if item.number is not None and item.tool is not None:
                found.setdefault(item.number, item.tool)
        return found

    def with_items(self, items: Iterator[Item] | tuple[Item, ...], problems: tuple[Problem, ...] = ()) -> Library:
        """The library with other items, and with further problems."""
        return replace(self, items=tuple(items), problems=(*self.problems, *problems))

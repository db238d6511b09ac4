"""The records of the tables: materials, machines, tool materials, holders and cutting data."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from chipload.catalog.figures import Figure
from chipload.catalog.kienzle import Kienzle
from chipload.errors import MissingFigureError
from chipload.units.kinds import Real


@dataclass(frozen=True)
class Source:
    """Where a figure or a formula comes from."""

    source: str
    title: str
    author: str
    year: str
    address: str
    kind: str
    reliability: str

    def __str__(self) -> str:
        year = f" ({self.year})" if self.year else ""
        author = f"{self.author}, " if self.author else ""
        return f"{author}{self.title}{year}"


@dataclass(frozen=True)
class Record:
    """A named thing of a table with its figures, the best first."""

    name: str
    title: str
    figures: tuple[Figure, ...] = field(repr=False)

    def find(self, prop: str) -> Figure | None:
        """Best figure of `prop`, or None where the tables hold none."""
        return next((figure for figure in self.figures if figure.prop == prop), None)

    def figure(self, prop: str) -> Figure:
        """Best figure of `prop`.

        Raises
        ------
        MissingFigureError
            Where the tables hold none.
        """
        found = self.find(prop)
        if found is None:
            raise MissingFigureError(
                f"{self.title}: the tables hold no {prop.replace('_', ' ')}; add a row to a table of your own"
            )
        return found

    def stated_range(self, prop: str) -> tuple[float, float]:
        """Lowest and highest of what the sources state for `prop`, their own ranges included, in kernel units.

        Raises
        ------
        MissingFigureError
            Where the tables hold none.
        """
        best = self.figure(prop)
        alike = [figure for figure in self.figures if figure.prop == prop and figure.subject == best.subject]
        ends = [end for figure in alike for end in (figure.low, figure.value, figure.high) if end is not None]
        return min(ends), max(ends)

    def _repr_html_(self) -> str:
        from chipload.catalog.showing import record_as_html

        return record_as_html(self)


@dataclass(frozen=True)
class MaterialClass:
    """A group of materials that cut alike, after VDI 3323."""

    name: str
    iso_group: str
    title: str
    condition: str


@dataclass(frozen=True)
class Material(Record):
    """A grade in a condition; class figures stand in, marked as such, for what it lacks."""

    iso_group: str
    material_class: MaterialClass
    condition: str
    family: str
    note: str
    aliases: tuple[str, ...]
    kienzle: tuple[Kienzle, ...] = field(repr=False)

    def usable_kienzle(self, operation: str = "milling") -> tuple[Kienzle, ...]:
        """Constants of the cutting force for `operation`, the best first: sources that differ stand side by side."""
        return tuple(one for one in self.kienzle if one.mc is not None and one.operation in ("any", operation))

    def best_kienzle(self, operation: str = "milling") -> Kienzle | None:
        """Constants of the cutting force for `operation`: the material's own before those of its class."""
        return next(iter(self.usable_kienzle(operation)), None)


@dataclass(frozen=True)
class CuttingRange:
    """A range of cutting speed [m/s] or of feed [m, or per metre of diameter] and where it holds.

    `where` names the conditions, each with its lowest and highest value in kernel units: "radial_share" (radial
    depth over diameter), "diameter", "length" (depth of a hole over diameter), "feed", "depth_of_cut".
    """

    material_class: str
    operation: str
    tool_material: str
    where: dict[str, tuple[float, float]]
    low: float
    high: float
    per_diameter: bool
    tier: str
    source: tuple[str, ...]
    note: str

    @property
    def any_width(self) -> bool:
        """True where the range is for every radial depth, so that thinning of the chip is not in it."""
        return self.where.get("radial_share", (0.0, 1.0)) == (0.0, 1.0)


class CuttingRanges(tuple[CuttingRange, ...]):
    """The rows of a table of ranges, the most trusted first, found quickly by what is cut and how."""

    @cached_property
    def _by_class(self) -> dict[tuple[str, str], list[CuttingRange]]:
        found: dict[tuple[str, str], list[CuttingRange]] = {}
        for row in self:
            found.setdefault((row.material_class, row.operation), []).append(row)
        return found

    def of(self, material_class: str, *operations: str) -> list[CuttingRange]:
        """Rows for a class and any of some operations."""
        return [row for name in operations for row in self._by_class.get((material_class, name), ())]


@dataclass(frozen=True)
class Curve:
    """Spindle torque against speed in one gear at one rating; straight between the points."""

    rating: str
    gear: str
    speeds: tuple[float, ...]
    torques: tuple[float, ...]
    tier: str
    source: tuple[str, ...]
    note: str

    def torque(self, spindle_speed: Real) -> Real:
        """Torque [N m] at `spindle_speed` [rev/s]; NaN outside the curve, where nothing is known."""
        return np.interp(spindle_speed, self.speeds, self.torques, left=np.nan, right=np.nan)


@dataclass(frozen=True)
class Machine(Record):
    """A machine with its spindle curves."""

    maker: str
    type: str
    taper: str
    note: str
    curves: tuple[Curve, ...] = field(repr=False)

    def torque(self, spindle_speed: Real, rating: str = "continuous") -> Real:
        """Torque [N m] the best gear gives at `spindle_speed` [rev/s]; NaN where no curve reaches.

        A machine that has curves of the other rating only is read by those.
        """
        curves = self.rated_curves(rating)
        if not curves:
            return np.full(np.shape(spindle_speed), np.nan)[()]
        stacked = np.stack([np.asarray(curve.torque(spindle_speed)) for curve in curves])
        return np.where(np.isnan(stacked).all(axis=0), np.nan, np.max(np.nan_to_num(stacked, nan=-1.0), axis=0))[()]

    def rated_curves(self, rating: str = "continuous") -> tuple[Curve, ...]:
        """Curves of `rating`, or of the other one where there are none."""
        return tuple(curve for curve in self.curves if curve.rating == rating) or self.curves


@dataclass(frozen=True)
class ToolMaterial(Record):
    """A cutting material."""


@dataclass(frozen=True)
class Holder(Record):
    """A way of clamping the tool."""

    clamping: str
    taper: str
    note: str

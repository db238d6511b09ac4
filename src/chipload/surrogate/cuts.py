"""Cuts as columns: what is known before each of them, and the roughness that was measured after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.finish import turned_ra

Floats: TypeAlias = NDArray[np.float64]
Texts: TypeAlias = NDArray[np.str_]
Whole: TypeAlias = NDArray[np.int64]

FEATURES = (
    "feed", "nose_radius", "cutting_speed", "depth_of_cut", "hardness", "rake_angle", "entering_angle",
    "bar_slenderness",
)  # fmt: skip
"""Columns of numbers known before the cut."""

WORDS = ("material_class", "tool_material", "coolant", "process")
"""Columns of words known before the cut."""

STAND_IN_RADIUS = 0.8e-3
"""Nose radius where none is stated [m]: the median over the turning rows of `data/roughness.csv` that state one."""

_DEFAULTS: dict[str, float | int | str] = {
    "process": "turning", "laboratory": "", "dataset": "", "tier": "", "setting": 0, "weight": 1.0,
    **dict.fromkeys(("material_class", "tool_material", "coolant"), ""),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Cuts:
    """Equally long columns, one entry a cut, in SI; NaN and the empty text stand for what is not known.

    Attributes
    ----------
    feed
        Feed per revolution [m].
    nose_radius
        Nose radius of the insert [m].
    cutting_speed
        Cutting speed [m/s].
    depth_of_cut
        Depth of cut [m].
    hardness
        Brinell number of the workpiece.
    rake_angle, entering_angle
        Rake and entering angle [rad].
    bar_slenderness
        Length over diameter of the bar that stands out.
    material_class
        ISO 513 group of the workpiece: P, M, K, N, S, H or O.
    tool_material, coolant, process
        In the words of the tables: carbide, cbn; dry, flood, mql; turning.
    roughness
        Measured Ra [m].
    laboratory, dataset
        Whose cut it is; rows of one laboratory share its machine, and never stand on both sides of a split.
    setting
        Cuts of one laboratory that share a setting are replicates, whatever else differs that a model cannot see.
    tier
        A, B or C, as the source was read.
    weight
        Weight in training.
    """

    feed: Floats
    nose_radius: Floats
    cutting_speed: Floats
    depth_of_cut: Floats
    hardness: Floats
    rake_angle: Floats
    entering_angle: Floats
    bar_slenderness: Floats
    material_class: Texts
    tool_material: Texts
    coolant: Texts
    process: Texts
    roughness: Floats
    laboratory: Texts
    dataset: Texts
    setting: Whole
    tier: Texts
    weight: Floats

    def __post_init__(self) -> None:
        lengths = {name: len(column) for name, column in self.columns().items()}
        if len(set(lengths.values())) > 1:
            raise InputError(f"columns of cuts are of one length; they are {lengths}")

    @classmethod
    def of(cls, **columns: Any) -> Cuts:
        """Cuts from the columns that are known; single values hold for all cuts, the rest is unknown.

        Replicates get their `setting` from what a model can see of them, unless it is given.

        Raises
        ------
        InputError
            When a column is not one of a cut, or lengths differ.

        Examples
        --------
        >>> cuts = Cuts.of(feed=[1e-4, 2e-4, 2e-4], nose_radius=0.8e-3)
        >>> len(cuts), cuts.setting.tolist()
        (3, [0, 1, 1])
        """
        names = [field.name for field in fields(cls)]
        for unknown in set(columns) - set(names):
            raise InputError(f"{unknown!r} is not a column of cuts; they have {', '.join(names)}")
        try:
            spread = np.broadcast_arrays(*(np.atleast_1d(columns[name]) for name in columns))
        except ValueError as error:
            raise InputError(f"columns of cuts are of one length ({error})") from error
        given = dict(zip(columns, spread, strict=True))
        size = spread[0].shape if spread else (0,)
        made = {name: given[name] if name in given else np.full(size, _DEFAULTS.get(name, np.nan)) for name in names}
        for name, column in made.items():
            made[name] = np.array(column, dtype=np.int64 if name == "setting" else str if _is_text(name) else float)
        if "setting" not in columns:
            made["setting"] = settings(made)
        return cls(**made)

    @staticmethod
    def concat(parts: Sequence[Cuts]) -> Cuts:
        """The cuts of `parts` one after the other; settings of two laboratories may bear one number."""
        if not parts:
            return Cuts.of()
        return Cuts(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in parts[0].columns()})

    def columns(self) -> dict[str, NDArray[Any]]:
        """Every column by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __len__(self) -> int:
        return len(self.feed)

    def __getitem__(self, chosen: Any) -> Cuts:
        """The cuts of a mask, of indices or of a slice; a single index gives one cut, still as columns."""
        if isinstance(chosen, int | np.integer):
            chosen = [chosen]
        return Cuts(**{name: column[chosen] for name, column in self.columns().items()})

    @property
    def radius_assumed(self) -> NDArray[np.bool_]:
        """True where no nose radius is known and `ideal` takes `STAND_IN_RADIUS`."""
        return np.isnan(self.nose_radius)

    def ideal(self) -> Floats:
        """Ra that feed and nose radius alone leave in turning [m], by `chipload.finish.turned_ra`.

        A missing radius is taken as `STAND_IN_RADIUS`, and `radius_assumed` says where: a wrong radius shifts the
        logarithm by a constant, which a laboratory's offset takes up. NaN where the feed is unknown or the process
        is another than turning.

        Examples
        --------
        >>> (1e6 * Cuts.of(feed=0.2e-3, nose_radius=[0.8e-3, np.nan]).ideal()).round(3).tolist()
        [1.604, 1.604]
        """
        radius = np.where(self.radius_assumed, STAND_IN_RADIUS, self.nose_radius)
        found = turned_ra.si(self.feed, radius)
        return np.where(self.process == "turning", found, np.nan)


def settings(columns: dict[str, NDArray[Any]]) -> Whole:
    """Number of the setting of each cut, equal for cuts of one laboratory that look the same to a model."""
    keys = [
        "|".join(map(str, row)) for row in zip(*(columns[n] for n in (*FEATURES, *WORDS, "laboratory")), strict=True)
    ]
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _is_text(name: str) -> bool:
    return name in (*WORDS, "laboratory", "dataset", "tier")

"""A cut that is ready to be evaluated, and what was looked up, recommended, assumed and left uncertain on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from chipload.catalog import Catalog, Choice, Holder, Machine, Material
from chipload.units.kinds import Kind
from chipload.units.messages import Message


@dataclass(frozen=True)
class Spread:
    """How uncertain one input of a cut is.

    Either `log_sd`, of a factor that is log-normal around 1, or the ends `low` and `high` of what is equally likely.
    """

    field: str
    label: str
    log_sd: float = 0.0
    low: float = np.nan
    high: float = np.nan

    def values(self, centre: Any, share: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of the input at the shares of its distribution, around the value of the cut."""
        if self.log_sd:
            from scipy.special import ndtri

            spread: NDArray[np.float64] = centre * np.exp(self.log_sd * ndtri(share))
            return spread
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True)
class Setting:
    """One thing that is set at the machine: given by the user, or recommended from a range of the tables.

    `factor` is what the recommendation was multiplied by, as for the thinning of the chip.
    """

    name: str
    word: str
    kind: Kind
    given: bool
    choice: Choice | None
    factor: float = 1.0


@dataclass(frozen=True)
class Prepared:
    """A cut ready to be evaluated, with what it was prepared from and what was assumed on the way."""

    job: Any
    cut: Any
    tables: Catalog = field(repr=False)
    material: Material
    machine: Machine | None
    holder: Holder | None
    settings: tuple[Setting, ...]
    spreads: tuple[Spread, ...]
    assumptions: tuple[Message, ...]
    warnings: tuple[Message, ...]

    def having(self, **changed: Any) -> Self:
        """The same with some of it changed."""
        return replace(self, **changed)

    def setting_of(self, *names: str) -> Setting:
        """The setting that has one of these names: a speed may be set in either of two ways."""
        return next(one for one in self.settings if one.name in names)


@dataclass
class Said:
    """What is assumed and what is to be looked at, as it is said while a cut is prepared."""

    assumptions: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    def assume(self, text: str, *parts: tuple[Kind, Any] | str) -> None:
        """Add to what was taken from tables or assumed."""
        self.assumptions.append(Message.of(text, *parts))

    def warn(self, text: str, *parts: tuple[Kind, Any] | str) -> None:
        """Add to what is to be looked at."""
        self.warnings.append(Message.of(text, *parts))

"""The space an optimum is sought in: ranges of the fields, and how full every limit is at any points of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.planning.cuts import Cut
from chipload.planning.operations import Operation
from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule
from chipload.planning.uncertainty import sample
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import Kind

Array = NDArray[np.float64]

EDGE = 1 + 1e-10
"""Utilisation up to which a point counts as feasible; a plan calls a limit broken from 1 + 1e-9."""

_COARSE = {1: 2001, 2: 161, 3: 29, 4: 13, 5: 8, 6: 5}
_FEWEST = 4
_ROUNDINGS = 4
"""Last digits that a change of units to and fro can be off."""


@dataclass(frozen=True)
class Range:
    """From where to where a field may go, in its kernel unit.

    A place from 0 to 1 runs along the logarithm of the field where it is positive: forces, power and life are close
    to powers of speed, feed and depth, so that equal steps then change them alike.
    """

    name: str
    kind: Kind
    low: float
    high: float

    def at(self, place: Any) -> Any:
        """The value at a place, never outside the range."""
        if self.low > 0:
            value = self.low * np.exp(np.asarray(place) * math.log(self.high / self.low))
        else:
            value = self.low + np.asarray(place) * (self.high - self.low)
        value = np.where(np.asarray(place) >= 1, self.high, np.where(np.asarray(place) <= 0, self.low, value))
        return np.clip(value, self.low, self.high)

    def quantity(self, value: float) -> Any:
        """The value as a quantity that reads back to a value inside the range.

        A range of a single value may have no such quantity: what reads back nearest to it stands then.
        """
        if not self.kind.unit:
            return value
        shown = from_kernel(self.kind, value)
        for _ in range(_ROUNDINGS):
            read = float(to_kernel(self.kind, shown, self.name))
            if self.low <= read <= self.high:
                break
            # a rounding in the change of units may step over the end by the last digits
            inwards = -math.inf if read > self.high else math.inf
            shown = type(shown)(math.nextafter(shown.magnitude, inwards), shown.units)
        return shown


@dataclass(frozen=True)
class Seen:
    """What is known at points of a space, each part of any shape that broadcasts to theirs."""

    outcome: Any
    used: tuple[Any, ...]
    possible: Any
    shape: tuple[int, ...]

    @cached_property
    def fullest(self) -> Array:
        """Utilisation of the fullest limit that is known."""
        full: Any = np.zeros(())
        for one in self.used:
            full = np.fmax(full, one)
        return np.broadcast_to(full, self.shape)

    @cached_property
    def feasible(self) -> NDArray[np.bool_]:
        """Where the cut can be made and no limit that is known is broken."""
        return np.broadcast_to(self.possible, self.shape) & (self.fullest <= EDGE)


@dataclass(frozen=True)
class Space:
    """The points that an optimum is sought among.

    `factors` multiply the utilisation of each rule: below 1 it is relaxed, above 1 tightened.
    """

    operation: Operation
    prepared: Prepared
    ranges: tuple[Range, ...]
    rules: tuple[Rule, ...]
    factors: tuple[float, ...]

    def having(self, **changed: Any) -> Space:
        """The same with some of it changed."""
        return replace(self, **changed)

    def with_rule(self, rule: Rule) -> Space:
        """The same with one more limit."""
        return self.having(rules=(*self.rules, rule), factors=(*self.factors, 1.0))

    def scaled(self, name: str, factor: float) -> Space:
        """The same with the utilisation of the limit `name` multiplied."""
        return self.having(
            factors=tuple(
                one * factor if rule.name == name else one for rule, one in zip(self.rules, self.factors, strict=True)
            )
        )

    def cut(self, places: Sequence[Any]) -> Cut:
        """The cut at places, one array an axis, which broadcast."""
        changed: Any = self.prepared.cut.having(
            **{one.name: one.at(place)[()] for one, place in zip(self.ranges, places, strict=True)}
        )
        return changed

    def see(self, places: Sequence[Any]) -> Seen:
        """Evaluate the space at places, one array an axis, which broadcast."""
        cut = self.cut(places)
        outcome = self.operation.evaluate(cut)
        shape = np.broadcast_shapes(*(np.shape(place) for place in places))
        used = tuple(
            rule.utilisation(cut, outcome) * factor for rule, factor in zip(self.rules, self.factors, strict=True)
        )
        return Seen(outcome, used, self.operation.possible(cut), shape)

    @cached_property
    def axes(self) -> tuple[Array, ...]:
        """Places of the coarse grid, one array an axis."""
        count = len(self.ranges)
        return tuple(np.linspace(0, 1, _COARSE.get(count, _FEWEST)) for _ in self.ranges)

    @cached_property
    def coarse(self) -> Seen:
        """The coarse grid, evaluated."""
        return self.see(open_grid(self.axes))

    @cached_property
    def samples(self) -> Any:
        """The cut with what is uncertain spread over samples along its last dimension."""
        return sample(self.prepared)

    def sampled(self, places: Sequence[Any]) -> tuple[Any, list[Array]]:
        """Utilisation of every rule in every sample, along one more dimension at the end."""
        values = {
            one.name: np.asarray(one.at(place))[..., None] for one, place in zip(self.ranges, places, strict=True)
        }
        cut = self.samples.having(**values)
        outcome = self.operation.evaluate(cut)
        return cut, [np.asarray(rule.utilisation(cut, outcome)) for rule in self.rules]

    def chance_fullest(self, places: Sequence[Any], confidence: float) -> Array:
        """The utilisation that the fullest limit keeps below in a share `confidence` of the samples."""
        _, used = self.sampled(places)
        full: Any = np.zeros(())
        for one in used:
            full = np.fmax(full, one)
        shape = (*np.broadcast_shapes(*(np.shape(place) for place in places)), self._sample_count)
        full = np.broadcast_to(full, shape)
        rank = min(max(math.ceil(confidence * shape[-1] - 1e-9), 1), shape[-1]) - 1
        return np.partition(full, rank, axis=-1)[..., rank]

    def share(self, places: Sequence[Any]) -> float:
        """Share of the samples in which every limit that is known holds at one point."""
        _, used = self.sampled(places)
        full: Any = np.zeros(self._sample_count)
        for one in used:
            full = np.fmax(full, one)
        return float(np.mean(full <= EDGE))

    @cached_property
    def _sample_count(self) -> int:
        sizes = [np.size(getattr(self.samples, spread.field)) for spread in self.prepared.spreads]
        return max(sizes, default=1)


def open_grid(axes: Sequence[Array]) -> list[Array]:
    """The axes of a grid as arrays that broadcast against each other."""
    return [
        axis.reshape([-1 if other == place else 1 for other in range(len(axes))]) for place, axis in enumerate(axes)
    ]

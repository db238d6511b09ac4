"""One alternative of a sweep: a job whose cut is evaluated over a block of the grid at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from chipload.catalog import Catalog
from chipload.planning.axes import Axis
from chipload.planning.blocks import blocks
from chipload.planning.cuts import Cut
from chipload.planning.fitting import fit
from chipload.planning.jobs import Job
from chipload.planning.limits import FULL
from chipload.planning.operations import Operation, operation_of
from chipload.planning.prepared import Prepared
from chipload.planning.rules import Rule
from chipload.units.boundary import converter


@dataclass(frozen=True)
class Swept:
    """A job with the axes that broadcast, ready to be evaluated; `rules` is None where no limits are wanted."""

    operation: Operation
    prepared: Prepared
    axes: tuple[Axis, ...]
    wanted: tuple[str, ...]
    rules: tuple[Rule, ...] | None

    @classmethod
    def of(cls, job: Job, axes: tuple[Axis, ...], wanted: tuple[str, ...], limits: bool, tables: Catalog) -> Swept:
        """The job with what it leaves open recommended, as for its plan."""
        operation = operation_of(job)
        prepared = fit(operation, operation.prepare(job, tables))
        return cls(operation, prepared, axes, wanted, tuple(operation.rules(prepared)) if limits else None)

    def results(self, block: tuple[slice, ...]) -> Iterator[tuple[str, Any]]:
        """Every result over a block of the grid by its name; NaN where no cut is possible.

        A result has length 1 along the axes that it does not depend on, in one block as in any other.
        """
        cut = self._cut(block)
        outcome = self.operation.evaluate(cut)
        possible = np.asarray(self.operation.possible(cut))

        def masked(value: Any) -> Any:
            return value if self._everywhere else np.where(possible, value, np.nan)

        for name in self.wanted:
            scale = converter(self.operation.kinds[name]).outputs["metric"].scale
            yield name, masked(getattr(outcome, name) * scale)
        if self.rules is not None:
            feasible = possible
            for rule in self.rules:
                share = rule.utilisation(cut, outcome)
                yield f"utilisation_{rule.name}", masked(share)
                feasible = feasible & ~(np.asarray(share) > FULL)
            yield "feasible", feasible

    def shapes(self) -> dict[str, tuple[tuple[int, ...], Any]]:
        """Shape over the whole grid and type of every result, by its name; an axis that does not matter has length 1.

        What a result depends on shows on the ends of the axes.
        """
        ends = [replace(axis, values=np.asarray(axis.values)[[0, -1]]) for axis in self.axes]
        probe = Swept(self.operation, self.prepared, tuple(ends), self.wanted, self.rules)
        probe.__dict__["_everywhere"] = self._everywhere  # it is the grid's, which the ends do not tell
        whole = tuple(slice(0, 2) for _ in ends)
        found = {}
        for name, value in probe.results(whole):
            shape = np.shape(value)
            shape = (1,) * (len(ends) - len(shape)) + shape
            sizes = [len(axis) if steps > 1 else 1 for axis, steps in zip(self.axes, shape, strict=True)]
            found[name] = tuple(sizes), np.asarray(value).dtype
        return found

    @cached_property
    def _everywhere(self) -> bool:
        """True where every point of the whole grid can be cut."""
        parts = blocks(tuple(len(axis) for axis in self.axes))
        return all(np.all(self.operation.possible(self._cut(block))) for block in parts)

    def _cut(self, block: tuple[slice, ...]) -> Cut:
        """The cut over a block."""
        values: dict[str, Any] = {}
        for place, (axis, part) in enumerate(zip(self.axes, block, strict=True)):
            column = [1] * len(self.axes)
            column[place] = -1
            assert isinstance(axis.values, np.ndarray)
            values[axis.name] = axis.values[part].reshape(column)
        changed: Cut = self.prepared.cut.having(**values)
        return changed

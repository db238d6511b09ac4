"""One alternative of a sweep: a job whose cut is evaluated over a block of the grid at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.catalog import Catalog
from chipload.planning.axes import Axis
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
    """A job with the axes that broadcast, ready to be evaluated."""

    operation: Operation
    prepared: Prepared
    axes: tuple[Axis, ...]
    wanted: tuple[str, ...]
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, job: Job, axes: list[Axis], wanted: tuple[str, ...], limits: bool, tables: Catalog) -> Swept:
        """The job with what it leaves open recommended, as for its plan."""
        operation = operation_of(job)
        prepared = fit(operation, operation.prepare(job, tables))
        return cls(operation, prepared, tuple(axes), wanted, tuple(operation.rules(prepared)) if limits else ())

    def results(self, block: tuple[slice, ...]) -> Iterator[tuple[str, Any]]:
        """Every result over a block of the grid by its name; NaN where no cut is possible."""
        cut = self._cut(block)
        outcome = self.operation.evaluate(cut)
        possible = np.asarray(self.operation.possible(cut))
        everywhere = bool(np.all(possible))

        def masked(value: Any) -> Any:
            return value if everywhere else np.where(possible, value, np.nan)

        for name in self.wanted:
            scale = converter(self.operation.kinds[name]).outputs["metric"].scale
            yield name, masked(getattr(outcome, name) * scale)
        if self.rules:
            feasible = possible
            for rule in self.rules:
                share = rule.utilisation(cut, outcome)
                yield f"utilisation_{rule.name}", masked(share)
                feasible = feasible & ~(np.asarray(share) > FULL)
            yield "feasible", feasible

    def _cut(self, block: tuple[slice, ...]) -> Cut:
        """The cut over a block."""
        values: dict[str, Any] = {}
        for place, (axis, part) in enumerate(zip(self.axes, block, strict=True)):
            column = [1] * len(self.axes)
            column[place] = -1
            assert isinstance(axis.values, np.ndarray)
            values[axis.name] = axis.values[part].reshape(column)
        return self.prepared.cut.having(**values)

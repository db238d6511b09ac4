"""The grid of a sweep: its alternatives, its blocks, and what each result depends on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.catalog import Catalog, default
from chipload.planning.axes import Axis, corners, with_values
from chipload.planning.blocks import blocks
from chipload.planning.jobs import Job
from chipload.planning.operations import Operation, operation_of
from chipload.planning.swept import Swept
from chipload.units.boundary import converter

Array: TypeAlias = NDArray[Any]


@dataclass(frozen=True)
class Question:
    """A sweep as it was asked, plain enough to be sent to another process."""

    job: Job
    others: tuple[Axis, ...]
    swept: tuple[Axis, ...]
    wanted: tuple[str, ...]
    limits: bool
    folders: tuple[Path, ...]

    @cached_property
    def key(self) -> str:
        """What tells this question from any other."""
        parts = [self.job.model_dump_json(), repr(self.wanted), repr(self.limits), repr(self.folders)]
        for axis in (*self.others, *self.swept):
            values = axis.values.tobytes().hex() if isinstance(axis.values, np.ndarray) else repr(axis.values)
            parts.append(f"{axis.name}: {values}")
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Variable:
    """One result over the grid: its length along each axis, 1 where it does not depend on it, and its type."""

    name: str
    shape: tuple[int, ...]
    dtype: Any


class Grid:
    """A question with its tables, ready to be evaluated block by block.

    A block is named by its number; it belongs to one alternative and covers a part of the axes that broadcast.
    """

    def __init__(self, question: Question, tables: Catalog) -> None:
        self.question = question
        self.operation: Operation = operation_of(question.job)
        self.lengths = tuple(len(axis) for axis in question.swept)
        self._choices = list(product(*(axis.values for axis in question.others)))
        self._alternatives = [self._alternative(choice, tables) for choice in self._choices]
        self._blocks = list(blocks(self.lengths))

    def _alternative(self, choice: tuple[Any, ...], tables: Catalog) -> Swept:
        asked = self.question
        chosen = with_values(asked.job, dict(zip((axis.name for axis in asked.others), choice, strict=True)))
        for corner in corners(list(asked.swept)):
            with_values(chosen, corner)
        return Swept.of(chosen, asked.swept, asked.wanted, asked.limits, tables)

    def __len__(self) -> int:
        return len(self._choices) * len(self._blocks)

    @property
    def choices(self) -> int:
        """Number of alternatives."""
        return len(self._choices)

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """Lengths of a block along the axes."""
        if not self._blocks:
            return ()
        return tuple(part.stop - part.start for part in self._blocks[0])

    @cached_property
    def fingerprint(self) -> str:
        """What tells the question and what was looked up for it from any other."""
        looked_up = [
            repr(one.prepared.cut) + repr(one.rules and [r.name for r in one.rules]) for one in self._alternatives
        ]
        return hashlib.sha256("\n".join([self.question.key, *looked_up]).encode()).hexdigest()

    @cached_property
    def variables(self) -> tuple[Variable, ...]:
        """Every result of any alternative."""
        found: dict[str, Variable] = {}
        for one in self._alternatives:
            for name, (shape, dtype) in one.shapes().items():
                before = found.get(name)
                wide = shape if before is None else tuple(map(max, shape, before.shape))
                found[name] = Variable(name, wide, dtype)
        return tuple(found.values())

    def place(self, number: int) -> tuple[int, tuple[slice, ...]]:
        """Alternative and part of the axes of a block."""
        choice, block = divmod(number, len(self._blocks))
        return choice, self._blocks[block]

    def evaluate(self, number: int) -> dict[str, Array]:
        """Every result over a block; one that depends on nothing along an axis has length 1 there."""
        choice, block = self.place(number)
        rank = len(self.lengths)
        found = {}
        for name, value in self._alternatives[choice].results(block):
            values = np.asarray(value)
            found[name] = values.reshape((1,) * (rank - values.ndim) + values.shape)
        return found

    def coordinate(self, axis: Axis) -> Any:
        """Values of an axis as they are shown."""
        if axis.swept:
            assert axis.kind is not None
            assert isinstance(axis.values, np.ndarray)
            return axis.values * converter(axis.kind).outputs["metric"].scale
        return np.array([str(value) for value in axis.values], dtype=object)  # of any length, as Zarr 3 keeps text

    def attributes(self, name: str) -> dict[str, str]:
        """Unit and words of a result."""
        kind = self.operation.kinds.get(name)
        return {"units": "" if kind is None else kind.metric.unit, "long_name": name.replace("_", " ")}


@lru_cache(maxsize=4)
def _grid_of(key: str, holder: _Held) -> Grid:
    question = holder.question
    return Grid(question, Catalog(*question.folders) if question.folders else default())


@dataclass(frozen=True)
class _Held:
    """A question that compares by its key, so that a process keeps the grid it has made for it."""

    question: Question

    def __hash__(self) -> int:
        return hash(self.question.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.question.key == self.question.key


def evaluate_block(question: Question, number: int) -> dict[str, Array]:
    """Evaluate one block in any process; its tables are read once a process."""
    return _grid_of(question.key, _Held(question)).evaluate(number)

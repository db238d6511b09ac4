"""Where the blocks of a sweep go: memory, a Zarr store or a folder of Parquet files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from chipload.errors import InputError
from chipload.planning.grids import Array, Grid, Variable

_ANEW = "give another path, or delete it to begin anew"


class Store(Protocol):
    """A place for the blocks of a grid."""

    def done(self) -> frozenset[int]:
        """Numbers of the blocks that are here already."""

    def put(self, number: int, found: dict[str, Array]) -> None:
        """Keep a block."""

    def finish(self) -> Any:
        """What the sweep returns."""


def extra(name: str) -> Any:
    """A library of the extra for sweeps, or a sentence that says how to install it."""
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"sweep: this needs {name.partition('.')[0]}, which is not installed; run: pip install 'chipload[sweep]'"
        ) from error


def store_of(path: Any, grid: Grid) -> Store:
    """The store of a path; memory for None.

    Raises
    ------
    InputError
        For a path that is neither, or that holds something else.
    """
    if path is None:
        return Memory(grid)
    where = Path(path)
    if where.suffix == ".zarr":
        return Zarr(where, grid)
    if where.suffix == ".parquet":
        return Parquet(where, grid)
    raise InputError(f"sweep, to: {str(path)!r} ends in neither .zarr nor .parquet; give one that does")


def _dims(variable: Variable, grid: Grid) -> list[str]:
    names = [axis.name for axis in grid.question.others]
    lengths = zip(grid.question.swept, variable.shape, grid.lengths, strict=True)
    return names + [axis.name for axis, size, full in lengths if size == full]


def _shape(variable: Variable, grid: Grid) -> tuple[int, ...]:
    """Lengths along the dimensions of a result."""
    alternatives = tuple(len(axis) for axis in grid.question.others)
    pairs = zip(variable.shape, grid.lengths, strict=True)
    return alternatives + tuple(size for size, full in pairs if size == full)


def _alternative(grid: Grid, choice: int) -> tuple[int, ...]:
    """Place of an alternative along each of the axes that do not broadcast."""
    lengths = [len(axis) for axis in grid.question.others]
    return tuple(int(one) for one in np.unravel_index(choice, lengths)) if lengths else ()


def _index(variable: Variable, grid: Grid, number: int) -> tuple[Any, ...]:
    """Where a block lies among the dimensions of a result."""
    choice, block = grid.place(number)
    alternatives = (
        np.unravel_index(choice, [len(axis) for axis in grid.question.others]) if grid.question.others else ()
    )
    parts = zip(block, variable.shape, grid.lengths, strict=True)
    return (*alternatives, *(part for part, size, full in parts if size == full))


def _values(variable: Variable, grid: Grid, found: dict[str, Array]) -> Array:
    """A block of a result along its dimensions; NaN where the alternative lacks it."""
    value = found.get(variable.name)
    if value is None:
        return np.full((1,) * len(variable.shape), np.nan)[()]
    kept = tuple(slice(None) if size == full else 0 for size, full in zip(variable.shape, grid.lengths, strict=True))
    return value[kept]


def _coordinates(grid: Grid) -> dict[str, Any]:
    asked = grid.question
    found: dict[str, Any] = {}
    for axis in (*asked.others, *asked.swept):
        attributes = {"units": axis.kind.metric.unit} if axis.swept and axis.kind is not None else {}
        found[axis.name] = (axis.name, grid.coordinate(axis), attributes)
    return found


def _shown(grid: Grid) -> list[Variable]:
    """The results without those that stand there already as an axis."""
    axes = {axis.name for axis in (*grid.question.others, *grid.question.swept)}
    return [one for one in grid.variables if one.name not in axes]


class Memory:
    """All of it in memory, as a dataset."""

    def __init__(self, grid: Grid) -> None:
        self._xarray = extra("xarray")
        self._grid = grid
        self._found = {
            one.name: np.full(_shape(one, grid), np.nan if one.dtype.kind == "f" else False, one.dtype)
            for one in _shown(grid)
        }

    def done(self) -> frozenset[int]:
        """None of them."""
        return frozenset()

    def put(self, number: int, found: dict[str, Array]) -> None:
        """Keep a block."""
        for one in _shown(self._grid):
            self._found[one.name][_index(one, self._grid, number)] = _values(one, self._grid, found)

    def finish(self) -> Any:
        """The dataset."""
        data = {
            one.name: (_dims(one, self._grid), self._found[one.name], self._grid.attributes(one.name))
            for one in _shown(self._grid)
        }
        return self._xarray.Dataset(data, _coordinates(self._grid))


class _OnDisk:
    """What the stores on disk share: a list of the blocks that are done, beside the data, replaced at once."""

    def __init__(self, path: Path, grid: Grid) -> None:
        self._path, self._grid = path, grid
        self._list = path.with_name(path.name + ".progress.json")
        self._done: set[int] = set()
        if self._list.exists():
            self._done = self._read()
        elif path.exists():
            raise InputError(f"sweep, to: {path} exists and is no sweep; {_ANEW}")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._begin()
            self._write()

    def _read(self) -> set[int]:
        try:
            kept = json.loads(self._list.read_text(encoding="utf-8"))
            key, done = kept["sweep"], {int(one) for one in kept["done"]}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"sweep, to: the list of finished blocks {self._list} cannot be read ({error}); {_ANEW}"
            ) from None
        if key != self._grid.fingerprint:
            raise InputError(
                f"sweep, to: {self._path} holds another sweep, of another job, axes, outputs or tables; {_ANEW}"
            )
        if not self._path.exists() or not done <= set(range(len(self._grid))):
            raise InputError(f"sweep, to: {self._list} does not fit {self._path}; {_ANEW}")
        return done

    def _write(self) -> None:
        text = json.dumps({"sweep": self._grid.fingerprint, "blocks": len(self._grid), "done": sorted(self._done)})
        beside = self._list.with_name(self._list.name + ".new")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, self._list)

    def done(self) -> frozenset[int]:
        """Numbers of the blocks that are here already."""
        return frozenset(self._done)

    def put(self, number: int, found: dict[str, Array]) -> None:
        """Keep a block, and only then say that it is there."""
        self._keep(number, found)
        self._done.add(number)
        self._write()

    def _begin(self) -> None:
        raise NotImplementedError

    def _keep(self, number: int, found: dict[str, Array]) -> None:
        raise NotImplementedError


class Zarr(_OnDisk):
    """A Zarr store, whose results keep only the axes they depend on."""

    def _begin(self) -> None:
        extra("zarr")
        xarray, array = extra("xarray"), extra("dask.array")
        data = {}
        for one in _shown(self._grid):
            shape = _shape(one, self._grid)
            steps = [1] * len(self._grid.question.others)
            steps += [
                step
                for step, size, full in zip(self._grid.steps, one.shape, self._grid.lengths, strict=True)
                if size == full
            ]
            empty = array.full(shape, np.nan if one.dtype.kind == "f" else False, dtype=one.dtype, chunks=steps or -1)
            data[one.name] = (_dims(one, self._grid), empty, self._grid.attributes(one.name))
        template = xarray.Dataset(data, _coordinates(self._grid))
        template.to_zarr(self._path, compute=False, consolidated=False, zarr_format=3)

    def _keep(self, number: int, found: dict[str, Array]) -> None:
        group = extra("zarr").open_group(self._path, mode="r+")
        for one in _shown(self._grid):
            group[one.name][_index(one, self._grid, number)] = _values(one, self._grid, found)

    def finish(self) -> Any:
        """The dataset, read when it is used."""
        return extra("xarray").open_zarr(self._path, consolidated=False)


class Parquet(_OnDisk):
    """A folder of Parquet files, one a block, whose rows are the points of the grid."""

    def _begin(self) -> None:
        extra("pyarrow")
        self._path.mkdir()

    def _keep(self, number: int, found: dict[str, Array]) -> None:
        arrow, parquet = extra("pyarrow"), extra("pyarrow.parquet")
        grid, asked = self._grid, self._grid.question
        choice, block = grid.place(number)
        shape = tuple(part.stop - part.start for part in block)
        columns: dict[str, Any] = {}
        fields = []
        for axis, one in zip(asked.others, _alternative(grid, choice), strict=True):
            columns[axis.name] = [grid.coordinate(axis)[one]] * int(np.prod(shape))
            fields.append(arrow.field(axis.name, arrow.string()))
        for place, (axis, part) in enumerate(zip(asked.swept, block, strict=True)):
            column = [1] * len(shape)
            column[place] = -1
            values = np.broadcast_to(np.reshape(grid.coordinate(axis)[part], column), shape)
            columns[axis.name] = values.ravel()
            assert axis.kind is not None
            fields.append(arrow.field(axis.name, arrow.float64(), metadata={"units": axis.kind.metric.unit}))
        for variable in _shown(grid):
            value = found.get(variable.name, np.full((1,) * len(shape), np.nan))
            columns[variable.name] = np.broadcast_to(value, shape).ravel()
            kind = arrow.bool_() if variable.dtype.kind == "b" else arrow.float64()
            fields.append(arrow.field(variable.name, kind, metadata=grid.attributes(variable.name)))
        table = arrow.table(columns, schema=arrow.schema(fields))
        beside = self._path / f".block-{number:06d}.new"
        parquet.write_table(table, beside)
        os.replace(beside, self._path / f"block-{number:06d}.parquet")

    def finish(self) -> Path:
        """The folder, for any reader of Parquet."""
        return self._path

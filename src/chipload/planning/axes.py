"""The axes of a sweep: which field of a job each is, its values, and the jobs at the corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.planning.jobs import Job
from chipload.planning.operations import Operation
from chipload.units import kinds
from chipload.units.boundary import Converter, converter
from chipload.units.kinds import Kind


@dataclass(frozen=True)
class Axis:
    """One axis: a field of the job or its tool, with values in kernel units, or alternatives as they were given."""

    name: str
    kind: Kind | None
    values: NDArray[np.float64] | tuple[Any, ...]
    given: Any

    @property
    def swept(self) -> bool:
        """True where the whole axis is evaluated at once."""
        return isinstance(self.values, np.ndarray)

    def __len__(self) -> int:
        return len(self.values)


def read_axes(operation: Operation, given: Mapping[str, Any]) -> list[Axis]:
    """The axes of a sweep over jobs of an operation from what a user gives.

    Raises
    ------
    InputError
        For a name that is no field, an axis without values or with more than one dimension, or two axes that set
        the same thing.
    """
    axes = [_read(operation, name, values) for name, values in given.items()]
    for axis in axes:
        other = operation.job.EITHER.get(axis.name)
        if other in given:
            raise InputError(f"sweep, {axis.name}: it and {other} set the same thing; keep one of them")
    if not axes:
        raise InputError("sweep, axes: there is none; give one by its name, like radial_depth=['1 mm', '2 mm']")
    return axes


def _read(operation: Operation, name: str, given: Any) -> Axis:
    homes = (operation.job, operation.tool)
    home = next((one for one in homes if name in one.model_fields), None)
    if home is None:
        fields = ", ".join(field for one in homes for field in one.model_fields)
        raise InputError(f"sweep, {name}: there is no such field; there are {fields}")
    kind = home.kind_of(name)
    if np.ndim(getattr(given, "magnitude", given)) != 1 or isinstance(given, str):
        raise InputError(f"sweep, {name}: an axis is a list or a one-dimensional array of values")
    if len(given) == 0:
        raise InputError(f"sweep, {name}: the axis is empty; give one value at least")
    if name not in operation.swept:
        return Axis(name, kind, tuple(given), given)
    assert kind is not None
    read: Converter = converter(kind)
    return Axis(name, kind, np.atleast_1d(np.asarray(read.read(given, f"sweep, {name}"), dtype=float)), given)


def with_values(job: Job, values: Mapping[str, Any]) -> Any:
    """The job with some fields of it or of its tool changed, checked as any job is."""
    fields = {name: getattr(job, name) for name in job.model_fields_set}
    tool = {name: getattr(job.tool, name) for name in job.tool.model_fields_set}
    of_tool = False
    for name, value in values.items():
        if name in type(job).model_fields:
            fields[name] = value
            fields.pop(job.EITHER.get(name, ""), None)
        else:
            tool[name], of_tool = value, True
    if of_tool:
        fields["tool"] = type(job.tool)(**tool)
    return type(job)(**fields)


def corners(axes: list[Axis]) -> Iterator[dict[str, Any]]:
    """Fields of the jobs at the ends of the swept axes, where what cannot be shows first."""
    swept = [axis for axis in axes if axis.swept]
    ends = []
    for axis in swept:
        assert isinstance(axis.values, np.ndarray)
        assert axis.kind is not None
        lowest, highest = float(axis.values.min()), float(axis.values.max())
        ends.append([_quantity(axis.kind, end) for end in dict.fromkeys((lowest, highest))])
    for corner in product(*ends):
        yield {axis.name: value for axis, value in zip(swept, corner, strict=True)}


def _quantity(kind: kinds.Kind, value: float) -> Any:
    return converter(kind).out(value) if kind.unit else value

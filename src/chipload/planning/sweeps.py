"""A sweep: one evaluation of a job over named axes, as a labelled dataset.

Axes that go into the cut as numbers broadcast, so that a result is computed over the axes it depends on and no more;
other axes (a material, a machine, a tool) are alternatives, each prepared as a job of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.planning.axes import Axis, corners, read_axes, with_values
from chipload.planning.jobs import Job
from chipload.planning.operations import Operation, operation_of
from chipload.planning.swept import Swept
from chipload.units.boundary import converter

if TYPE_CHECKING:
    import xarray

Array: TypeAlias = NDArray[Any]
Progress: TypeAlias = Callable[[float], object]

_BLOCK = 1 << 18
"""Points evaluated at a time: the intermediate arrays then stay in a few tens of megabytes."""


def sweep(
    job: Job,
    axes: Mapping[str, Any] | None = None,
    *,
    outputs: Iterable[str] | None = None,
    limits: bool = True,
    progress: Progress | None = None,
    catalog: Catalog | None = None,
    **more_axes: Any,
) -> xarray.Dataset:
    """Evaluate a job over named axes.

    Parameters
    ----------
    job
        What stays as it is; an open speed or feed is held at the value recommended for the job.
    axes, more_axes
        Values by the name of a field of the job or its tool: quantities, texts or arrays.  Numbers of the cut such as
        `radial_depth` or `stickout` broadcast; others such as `material` or `tool` are alternatives.
    outputs
        Names of the results wanted, of those of a plan; all unless given.
    limits
        Whether the utilisation of every limit that applies and `feasible` come with them.
    progress
        Called with the share that is done; what it raises stops the sweep.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    xarray.Dataset
        Results over the axes they depend on, in the units of the trade (attribute `units`).  Points that cannot be
        cut, where a rounded tool is narrower than the width, are NaN and not feasible.

    Raises
    ------
    InputError
        For an axis that is empty, of the wrong unit, or leads to a cut that cannot be.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> found = cl.sweep(job, radial_depth=["2 mm", "5 mm"], stickout=["30 mm", "40 mm"])
    >>> found.removal_rate.dims, found.deflection.dims
    (('radial_depth',), ('radial_depth', 'stickout'))
    """
    xarray = _xarray()
    tables = default() if catalog is None else catalog
    operation = operation_of(job)
    named = read_axes(operation, {**(axes or {}), **more_axes})
    wanted = _wanted(operation, outputs)
    swept, others = [axis for axis in named if axis.swept], [axis for axis in named if not axis.swept]
    choices = list(product(*(axis.values for axis in others)))
    parts = []
    for place, choice in enumerate(choices):
        chosen = with_values(job, dict(zip((axis.name for axis in others), choice, strict=True)))
        for corner in corners(swept):
            with_values(chosen, corner)
        share = (place / len(choices), 1 / len(choices))
        parts.append(_evaluated(Swept.of(chosen, swept, wanted, limits, tables), progress, share))
    data = {}
    for name in dict.fromkeys(name for part in parts for name in part):
        data[name] = _joined([part.get(name) for part in parts], others, swept)
    coordinates = {axis.name: _coordinate(axis) for axis in named}
    # what is an axis stands there already
    found = xarray.Dataset({name: value for name, value in data.items() if name not in coordinates}, coordinates)
    for name in found.data_vars:
        found[name].attrs |= _attributes(operation, str(name))
    for axis in swept:
        assert axis.kind is not None
        found[axis.name].attrs["units"] = axis.kind.metric.unit
    return found


def _xarray() -> Any:
    try:
        import xarray
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "sweep: labelled results need xarray, which is not installed; run: pip install 'chipload[sweep]'"
        ) from error
    return xarray


def _wanted(operation: Operation, outputs: Iterable[str] | None) -> tuple[str, ...]:
    if outputs is None:
        return tuple(operation.kinds)
    names = (outputs,) if isinstance(outputs, str) else tuple(outputs)
    for name in names:
        if name not in operation.kinds:
            raise InputError(f"sweep, outputs: {name!r} is no result of a plan; there are {', '.join(operation.kinds)}")
    return names


def _evaluated(one: Swept, progress: Progress | None, share: tuple[float, float]) -> dict[str, Array]:
    """Results of one alternative, each with one dimension for every swept axis, of length 1 where it is constant."""
    shape = tuple(len(axis) for axis in one.axes)
    found: dict[str, Array] = {}
    blocks = list(_blocks(shape))
    for done, block in enumerate(blocks):
        for name, value in one.results(block):
            _put(found, name, np.asarray(value), block, shape)
        if progress is not None:
            progress(share[0] + share[1] * (done + 1) / len(blocks))
    return found


def _blocks(shape: tuple[int, ...]) -> Iterator[tuple[slice, ...]]:
    """Slices of the grid of about `_BLOCK` points, cut along its first axes."""
    sizes = list(shape)
    points = int(np.prod(shape))
    for place, size in enumerate(shape):
        if points <= _BLOCK:
            break
        rest = max(1, points // size)
        sizes[place] = max(1, min(size, _BLOCK // rest))
        points = rest * sizes[place]
    starts = [range(0, size, step) for size, step in zip(shape, sizes, strict=True)]
    for corner in product(*starts):
        yield tuple(slice(at, at + step) for at, step in zip(corner, sizes, strict=True))


def _put(found: dict[str, Array], name: str, value: Array, block: tuple[slice, ...], shape: tuple[int, ...]) -> None:
    """Write one block of a result; an axis on which it does not depend keeps the length 1."""
    value = value.reshape((1,) * (len(shape) - value.ndim) + value.shape)
    if name not in found:
        # where a block is one step long, its shape does not tell whether the result depends on the axis
        one_step = [part.stop - part.start == 1 for part in block]
        depends = [value.shape[place] > 1 or one_step[place] for place in range(len(shape))]
        found[name] = np.empty(
            [size if one else 1 for size, one in zip(shape, depends, strict=True)], dtype=value.dtype
        )
    out = found[name]
    out[tuple(part if out.shape[place] > 1 else slice(0, 1) for place, part in enumerate(block))] = value


def _joined(parts: list[Array | None], others: list[Axis], swept: list[Axis]) -> Any:
    """The alternatives side by side, as dimensions and values for the dataset; NaN where one lacks a result."""
    xarray = _xarray()
    shapes = np.broadcast_shapes(*(part.shape for part in parts if part is not None))
    filler = np.full((1,) * len(shapes), np.nan)
    stacked = np.stack([np.broadcast_to(filler if part is None else part, shapes) for part in parts])
    values = stacked.reshape(*(len(axis) for axis in others), *shapes)
    names = [axis.name for axis in (*others, *swept)]
    lengths = [len(axis) for axis in (*others, *swept)]
    kept = [size == full for size, full in zip(values.shape, lengths, strict=True)]
    index = tuple(slice(None) if one else 0 for one in kept)
    dims = [name for name, one in zip(names, kept, strict=True) if one]
    return xarray.Variable(dims, values[index])


def _coordinate(axis: Axis) -> Any:
    if axis.swept:
        assert axis.kind is not None
        assert isinstance(axis.values, np.ndarray)
        return axis.values * converter(axis.kind).outputs["metric"].scale
    return [str(value) for value in axis.values]


def _attributes(operation: Operation, name: str) -> dict[str, str]:
    kind = operation.kinds.get(name)
    return {"units": "" if kind is None else kind.metric.unit, "long_name": name.replace("_", " ")}

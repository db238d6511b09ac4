"""A sweep: one evaluation of a job over named axes, as a labelled dataset or on disk, here or on a cluster.

Axes that go into the cut as numbers broadcast, so that a result is computed over the axes it depends on and no more;
other axes (a material, a machine, a tool) are alternatives, each prepared as a job of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.planning.axes import read_axes
from chipload.planning.grids import Array, Grid, Question, evaluate_block
from chipload.planning.jobs import Job
from chipload.planning.operations import Operation, operation_of
from chipload.planning.stores import extra, store_of

Progress: TypeAlias = Callable[[float], object]

_AHEAD = 4
"""Blocks that are on their way for each worker of a cluster, so that none waits and memory stays bounded."""


def sweep(
    job: Job,
    axes: Mapping[str, Any] | None = None,
    *,
    outputs: Iterable[str] | None = None,
    limits: bool = True,
    progress: Progress | None = None,
    to: Any = None,
    client: Any = None,
    catalog: Catalog | None = None,
    **more_axes: Any,
) -> Any:
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
        Called with the share that is done; what it raises stops the sweep, and what is on disk by then stays.
    to
        A path that ends in ".zarr" or ".parquet", for what memory cannot hold; each block is written when it is
        there.  A sweep that was stopped goes on from there when it is asked again.
    client
        A client of a dask cluster that evaluates the blocks; a worker that is lost loses nothing, as its blocks are
        given to another.  Own tables are read by the workers from their folders.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    xarray.Dataset or Path
        Results over the axes they depend on, in the units of the trade (attribute `units`), opened when they are used
        where they are on disk; the folder of Parquet files, whose rows are the points.  Points that cannot be cut,
        where a rounded tool is narrower than the width, are NaN and not feasible.

    Raises
    ------
    InputError
        For an axis that is empty, of the wrong unit, or leads to a cut that cannot be; for a path that holds
        something else.

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
    extra("xarray")
    tables = default() if catalog is None else catalog
    operation = operation_of(job)
    named = read_axes(operation, {**(axes or {}), **more_axes})
    swept, others = (tuple(axis for axis in named if axis.swept is one) for one in (True, False))
    question = Question(job, others, swept, _wanted(operation, outputs), limits, tables.folders)
    grid = Grid(question, tables)
    store = store_of(to, grid)
    before = store.done()
    missing = [number for number in range(len(grid)) if number not in before]
    blocks = _here(grid, missing) if client is None else _on_cluster(client, question, missing)
    for count, (number, found) in enumerate(blocks, len(before) + 1):
        store.put(number, found)
        if progress is not None:
            progress(count / len(grid))
    return store.finish()


def _here(grid: Grid, numbers: list[int]) -> Iterator[tuple[int, dict[str, Array]]]:
    for number in numbers:
        yield number, grid.evaluate(number)


def _on_cluster(client: Any, question: Question, numbers: list[int]) -> Iterator[tuple[int, dict[str, Array]]]:
    """The blocks as the workers of a cluster finish them, with a bounded number on their way."""
    distributed = extra("distributed")
    ahead = max(1, sum(client.nthreads().values())) * _AHEAD
    waiting = iter(numbers)

    def ask(number: int) -> Any:
        return client.submit(evaluate_block, question, number, pure=False, retries=3)

    futures = {ask(number): number for number in islice(waiting, ahead)}
    coming = distributed.as_completed(futures, with_results=False)
    try:
        for future in coming:
            number = futures.pop(future)
            yield number, future.result()
            following = next(waiting, None)
            if following is not None:
                fresh = ask(following)
                futures[fresh] = following
                coming.add(fresh)
    finally:
        client.cancel(list(futures))


def _wanted(operation: Operation, outputs: Iterable[str] | None) -> tuple[str, ...]:
    if outputs is None:
        return tuple(operation.kinds)
    names = (outputs,) if isinstance(outputs, str) else tuple(outputs)
    for name in names:
        if name not in operation.kinds:
            raise InputError(f"sweep, outputs: {name!r} is no result of a plan; there are {', '.join(operation.kinds)}")
    return names

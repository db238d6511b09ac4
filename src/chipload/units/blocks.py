"""Long arrays, a block at a time: what passes between conversion, check and kernel then stays in cache.

That pays for the units: a formula on a million points costs little more than the kernel alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from chipload.errors import InputError
from chipload.units import boundary

if TYPE_CHECKING:
    from chipload.units.formulas import Formula

ReadBlock: TypeAlias = Callable[[slice], Any]


def evaluate_in_blocks(formula: Formula[..., Any], args: tuple[Any, ...], points: int) -> Any:
    """The call of `formula` with `args`, evaluated `points` at a time; the same result as all at once."""
    shape = np.broadcast_shapes(*(np.shape(getattr(given, "_magnitude", given)) for given in args))
    size = int(np.prod(shape))
    ends: dict[str, tuple[float, float]] = {}
    try:
        cut = [
            _reader(formula, name, given, shape, points, ends)
            for name, given in zip(formula.parameters, args, strict=True)
        ]
        outs = [np.empty(size) for _ in formula.result_kinds]
        for start in range(0, size, points):
            block = slice(start, start + points)
            result = formula.compute([read(block) for read in cut])
            for out, part, writer in zip(outs, formula.parts(result), formula.writers, strict=True):
                np.multiply(part, writer.scale, out=out[block])
    except InputError:
        formula.complain(args)
        raise
    formula.check_validity([np.array(ends[name]) if name in ends else 0.0 for name in formula.parameters])
    return formula.pack(writer.make(out.reshape(shape)) for out, writer in zip(outs, formula.writers, strict=True))


def _reader(
    formula: Formula[..., Any],
    name: str,
    given: Any,
    shape: tuple[int, ...],
    points: int,
    ends: dict[str, tuple[float, float]],
) -> ReadBlock:
    """How to read a block of an argument that is broadcast to `shape`; `ends` gathers its lowest and highest."""
    kind = formula.kind_of(name)
    if kind is None or np.ndim(getattr(given, "_magnitude", given)) == 0:
        whole = formula.read(name, given)
        if kind is not None:
            ends[name] = boundary.extremes(whole)
        return lambda block: whole
    convert = boundary.converter(kind)
    magnitude, factor = convert.split(given, name)
    flat = np.broadcast_to(magnitude, shape).reshape(-1)
    buffer = np.empty(points)

    def read_block(block: slice) -> Any:
        part = flat[block]
        values = np.multiply(part, factor, out=buffer[: part.size])
        low, high = boundary.extremes(values)
        convert.admit(values, (low, high), name, given)
        before = ends.get(name, (low, high))
        ends[name] = min(low, before[0]), max(high, before[1])
        return values

    return read_block

"""Long arrays, a block at a time: what passes between conversion, check and kernel then stays in cache.

That pays for the units: a formula on a million points costs little more than the kernel alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from chipload.units import boundary

if TYPE_CHECKING:
    from chipload.units.formulas import Formula

Ends: TypeAlias = tuple[float, float] | None
ReadBlock: TypeAlias = Callable[[slice], tuple[Any, Ends]]


def evaluate_in_blocks(formula: Formula[..., Any], args: tuple[Any, ...], points: int) -> Any:
    """The call of `formula` with `args`, evaluated `points` at a time; the same result as all at once."""
    shape = np.broadcast_shapes(*(np.shape(getattr(given, "_magnitude", given)) for given in args))
    size = int(np.prod(shape))
    cut = [_reader(formula, name, given, shape, points) for name, given in zip(formula.parameters, args, strict=True)]
    outs = [np.empty(size) for _ in formula.result_kinds]
    for start in range(0, size, points):
        block = slice(start, start + points)
        values, spans = zip(*(read(block) for read in cut), strict=True)
        result = formula.compute(list(values), list(spans))
        for out, part, writer in zip(outs, formula.parts(result), formula.writers, strict=True):
            np.multiply(part, writer.scale, out=out[block])
    return formula.pack(writer.make(out.reshape(shape)) for out, writer in zip(outs, formula.writers, strict=True))


def _reader(formula: Formula[..., Any], name: str, given: Any, shape: tuple[int, ...], points: int) -> ReadBlock:
    """How to read a block of an argument that is broadcast to `shape`: its values, and their ends."""
    kind = formula.kind_of(name)
    if kind is None or np.ndim(getattr(given, "_magnitude", given)) == 0:
        whole = formula.read(name, given)
        return lambda block: (whole, None)
    convert = boundary.converter(kind)
    magnitude, factor = convert.split(given, name)
    flat = np.broadcast_to(magnitude, shape).reshape(-1)
    buffer = np.empty(points)

    def read_block(block: slice) -> tuple[Any, Ends]:
        part = flat[block]
        values = np.multiply(part, factor, out=buffer[: part.size])
        ends = boundary.extremes(values)
        convert.admit(values, ends, name, given)
        return values, ends

    return read_block

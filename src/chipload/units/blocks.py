"""Long arrays, a block at a time: what passes between conversion, check and kernel then stays in cache.

That and sharing the blocks among the cores pay for the units: a formula on a million points costs no more than
the kernel alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from chipload.errors import InputError
from chipload.units import boundary

if TYPE_CHECKING:
    from chipload.units.formulas import Formula
    from chipload.units.messages import Message
    from chipload.units.validity import Ends

ReadBlock: TypeAlias = Callable[[slice], Any]


def evaluate_in_blocks(formula: Formula[..., Any], args: tuple[Any, ...], points: int) -> Any:
    """The call of `formula` with `args`, evaluated `points` at a time; the same result as all at once."""
    shape = np.broadcast_shapes(*(boundary.shape_of(given) for given in args))
    size = int(np.prod(shape))
    outs = [np.empty(size) for _ in formula.result_kinds]

    def evaluate(starts: range) -> list[tuple[list[Ends], list[Message]]]:
        """Fill the blocks that begin at `starts`; gives what each says of the validity."""
        seen = []
        named = zip(formula.parameters, args, strict=True)
        cut = [_reader(formula, name, given, shape, points) for name, given in named]
        for start in starts:
            block = slice(start, start + points)
            values = [read(block) for read in cut]
            result = formula.compute(values)
            seen.append((formula.validity.ends(values), formula.validity.broken(values)))
            for out, part, writer in zip(outs, formula.parts(result), formula.writers, strict=True):
                writer.fill(part, out[block])
        return seen

    starts = range(0, size, points)
    workers = min(os.cpu_count() or 1, 4, len(starts))
    try:
        # numpy lets go of the interpreter while it computes, so the blocks share the cores; each worker runs in
        # a copy of the caller's context, so that its np.errstate holds there too.
        with ThreadPoolExecutor(workers) as pool:
            shares = [starts[worker::workers] for worker in range(workers)]
            running = [pool.submit(copy_context().run, evaluate, share) for share in shares]
            seen = [block for one in running for block in one.result()]
    except InputError:
        formula.complain(args)
        raise
    ranges = zip(*(ends for ends, _ in seen), strict=True)
    joined = [(min(low for low, _ in ends), max(high for _, high in ends)) for ends in ranges]
    formula.warn([*formula.validity.outside(joined), *next((broken for _, broken in seen if broken), [])])
    return formula.pack(writer.make(out.reshape(shape)) for out, writer in zip(outs, formula.writers, strict=True))


def _reader(formula: Formula[..., Any], name: str, given: Any, shape: tuple[int, ...], points: int) -> ReadBlock:
    """How to read a block of an argument that is broadcast to `shape`."""
    kind = formula.kind_of(name)
    if kind is None or not boundary.shape_of(given):
        whole = formula.read(name, given)
        return lambda block: whole
    convert = boundary.converter(kind)
    magnitude, factor = convert.split(given, name)
    flat = np.broadcast_to(magnitude, shape).reshape(-1)
    buffer = np.empty(points)

    def read_block(block: slice) -> Any:
        part = flat[block]
        values = np.multiply(part, factor, out=buffer[: part.size])
        convert.admit(values, boundary.extremes(values), name, given)
        return values

    return read_block

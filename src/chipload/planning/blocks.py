"""How a grid is cut into blocks, so that a large one is never in memory at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

BLOCK = 1 << 18
"""Points evaluated at a time: the intermediate arrays then stay in a few tens of megabytes."""


def blocks(shape: tuple[int, ...]) -> Iterator[tuple[slice, ...]]:
    """Slices of the grid of about `BLOCK` points, cut along its first axes."""
    sizes = list(shape)
    points = int(np.prod(shape))
    for place, size in enumerate(shape):
        if points <= BLOCK:
            break
        rest = max(1, points // size)
        sizes[place] = max(1, min(size, BLOCK // rest))
        points = rest * sizes[place]
    starts = [range(0, size, step) for size, step in zip(shape, sizes, strict=True)]
    for corner in product(*starts):
        yield tuple(slice(at, min(at + step, size)) for at, step, size in zip(corner, sizes, shape, strict=True))

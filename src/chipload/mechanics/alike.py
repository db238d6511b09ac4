"""Results of one record in one shape: some of them depend on a few of the arguments only."""

from __future__ import annotations

from typing import Any

import numpy as np


def together(*parts: Any, like: tuple[Any, ...] = ()) -> tuple[Any, ...]:
    """`parts` in their common shape and that of `like`, as arrays of their own or as floats.

    Examples
    --------
    >>> together(1.0, np.array([2.0, 3.0]))
    (array([1., 1.]), array([2., 3.]))
    """
    shape = np.broadcast_shapes(*(np.shape(one) for one in (*parts, *like)))
    if not shape:
        return tuple(float(part) for part in parts)
    return tuple(np.array(np.broadcast_to(part, shape), dtype=float) for part in parts)

"""Results of one record in one shape: some of them depend on a few of the arguments only."""

from __future__ import annotations

import numpy as np

from chipload.units.kinds import Real


def alike(*values: Real) -> tuple[Real, ...]:
    """`values` in the shape they broadcast to together, floats where that is a single number."""
    shape = np.broadcast_shapes(*(np.shape(value) for value in values))
    return tuple(np.broadcast_to(value, shape)[()] for value in values)

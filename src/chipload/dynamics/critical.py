"""The smallest depth at which a milling cut chatters, on plain SI numbers.

The size of the multiplier does not rise steadily with the depth: islands of instability lie below the main boundary.
So the depths are scanned first, then what lies below the first unstable one again, and only then the bracket is
narrowed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chipload.dynamics.milling_process import Array, ProcessNumbers
from chipload.dynamics.multipliers import Complex, dominant_multipliers

_SCAN = 40
_SECOND_SCAN = 30
_CUTS = 8
TOLERANCE = 1e-4
"""Relative width of the bracket at which the search stops."""


class CriticalDepths(NamedTuple):
    """Depths [m], the multipliers just above them, and where a cut stays stable over the whole range."""

    depth: Array
    multiplier: Complex
    beyond: NDArray[np.bool_]


def critical_depths(
    process: ProcessNumbers,
    modes: Array,
    speed: Array,
    max_depth: float | Array,
    scan: int = _SCAN,
    refine: float = 1.0,
    tolerance: float = TOLERANCE,
) -> CriticalDepths:
    """Smallest unstable depth at each speed [turns/s] of a one-dimensional array, up to `max_depth` [m], one or each.

    `modes` are rows of `Structure.numbers`, with a third axis where each speed has its own.
    """
    low, high = np.zeros(speed.size), np.full(speed.size, max_depth, dtype=float)
    multiplier = np.zeros(speed.size, dtype=complex)
    beyond = np.zeros(speed.size, dtype=bool)
    cuts, first = scan, True
    open_speeds = np.arange(speed.size)
    while open_speeds.size:
        shares = np.arange(1, cuts + 1) / cuts
        width = (high - low)[open_speeds, None]
        depths = low[open_speeds, None] + width * shares
        own = np.repeat(modes[:, :, open_speeds], cuts, axis=2) if modes.ndim == 3 else modes
        found = dominant_multipliers(process, own, speed[open_speeds, None], depths, refine)
        unstable = np.abs(found) > 1
        if not first:
            unstable[:, -1] = True  # the upper end of a bracket was found unstable before
        none = ~unstable.any(axis=1)
        beyond[open_speeds[none]] = True
        place = np.where(none, cuts - 1, unstable.argmax(axis=1))
        rows = np.arange(open_speeds.size)
        high[open_speeds] = depths[rows, place]
        low[open_speeds] = np.where(place > 0, depths[rows, place - 1], low[open_speeds])
        multiplier[open_speeds] = found[rows, place]
        if first:
            low[:] = 0.0
        wide = high - low > tolerance * high
        open_speeds = np.flatnonzero(wide & ~beyond)
        cuts, first = (_SECOND_SCAN if first else _CUTS), False
    return CriticalDepths(np.where(beyond, max_depth, (low + high) / 2), multiplier, beyond)

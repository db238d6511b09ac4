"""Intervals: the spreads of the inputs, sampled once a set-up, through the same evaluation."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.planning.cuts import Cut
from chipload.planning.prepared import Prepared

SAMPLES = 512
COVERAGE = (0.05, 0.95)
"""Quantiles of an interval: it holds the truth nine times in ten."""

_INPUTS = 16
"""Uncertain inputs that the points have dimensions for."""


@cache
def draws() -> NDArray[np.float64]:
    """Scrambled Sobol points, one row an input: the same for every plan, so that plans compare without noise."""
    from scipy.stats import qmc

    points: NDArray[np.float64] = qmc.Sobol(_INPUTS, rng=20240229).random(SAMPLES)
    return np.ascontiguousarray(points.T)


def sample(prepared: Prepared) -> Cut:
    """The cut with its uncertain inputs spread over samples; what the user gave himself stays fixed."""
    shares = draws()
    return prepared.cut.having(
        **{
            spread.field: spread.values(getattr(prepared.cut, spread.field), shares[place])
            for place, spread in enumerate(prepared.spreads)
        }
    )


def interval(values: Any) -> tuple[float, float]:
    """Interval of samples; a value that does not depend on the samples is its own."""
    spread = np.asarray(values, dtype=float)
    if spread.ndim == 0:
        return float(spread), float(spread)
    low, high = np.quantile(spread, COVERAGE)
    return float(low), float(high)

"""Intervals: the spreads of the tables, sampled once a set-up, through the same evaluation."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.catalog import Catalog
from chipload.planning.milling import Cut
from chipload.planning.preparing import RADIAL_FORCE_RATIO, Prepared
from chipload.planning.tools import EndMill

SAMPLES = 512
COVERAGE = (0.05, 0.95)
"""Quantiles of an interval: it holds the truth nine times in ten."""

CORE_FRACTIONS = (0.75, 0.88)
"""Reported stiffness-equivalent diameters of fluted tools, over the diameter."""
RADIAL_RATIOS = (0.2, 0.5)
"""Reported ratios of radial to tangential force."""
_CORE_FRACTION = EndMill.model_fields["core_fraction"].default


@cache
def _draws(inputs: int) -> NDArray[np.float64]:
    """Latin hypercube of `SAMPLES` points: the same for every plan, so that plans compare without noise."""
    rng = np.random.default_rng(20240229)
    strata = (np.arange(SAMPLES) + 0.5) / SAMPLES
    return np.stack([rng.permutation(strata) for _ in range(inputs)])


def sample(prepared: Prepared, catalog: Catalog) -> Cut:
    """The cut with its uncertain inputs spread over samples; what the user gave himself stays fixed.

    The force constant has a log-normal spread by its tier; one value holds for a whole set-up, as its error
    is one offset of tool, edge, bar and machine.  Where sources of that tier differ by more, it covers them.
    """
    from scipy.special import ndtri

    cut = prepared.cut
    force, core, ratio, modulus = _draws(4)
    spread = catalog.spreads.get(("kc11", prepared.kienzle.tier), 0.0)
    spread = max(spread, prepared.force_disagreement / float(ndtri(COVERAGE[1])))
    changed: dict[str, Any] = {"kc11": cut.kc11 * np.exp(spread * ndtri(force))}
    if cut.core_fraction == _CORE_FRACTION:
        changed["core_fraction"] = _between(core, CORE_FRACTIONS)
    if cut.radial_force_ratio == RADIAL_FORCE_RATIO:
        changed["radial_force_ratio"] = _between(ratio, RADIAL_RATIOS)
    if prepared.modulus_range is not None:
        changed["youngs_modulus"] = _between(modulus, prepared.modulus_range)
    return cut.having(**changed)


def _between(share: NDArray[np.float64], ends: tuple[float, float]) -> NDArray[np.float64]:
    return ends[0] + share * (ends[1] - ends[0])


def interval(values: Any) -> tuple[float, float]:
    """Interval of samples; a value that does not depend on the samples is its own."""
    spread = np.asarray(values, dtype=float)
    if spread.ndim == 0:
        return float(spread), float(spread)
    low, high = np.quantile(spread, COVERAGE)
    return float(low), float(high)

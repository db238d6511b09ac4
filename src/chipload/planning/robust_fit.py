"""Fit of a few coefficients to few readings: normal priors, noise that is not known, outliers that do not pull."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.planning.uncertainty import COVERAGE

Numbers = NDArray[np.float64]

_HELD_FULLY = 2.0
"""Residual, in scales of the noise, up to which a reading counts in full; Huber's loss is straight beyond."""
OUTLIER = 3.0
"""Residual, in scales of the noise, from which a reading is named an outlier: one in 370 of a normal noise."""
_PASSES = 4
_TO_DEVIATION = 1.4826
"""Median of the absolute residual to the standard deviation of a normal one."""


@dataclass(frozen=True)
class Noise:
    """What is known of the noise before: its variance as a scaled inverse chi-square."""

    scale: float
    freedom: float


@dataclass(frozen=True)
class Fit:
    """Coefficients with covariance, the residuals, and which readings are outliers.

    The posterior is a mixture over variances of the noise: `means`, `covariances` and `variances` by `shares`.
    """

    mean: Numbers
    covariance: Numbers
    residuals: Numbers
    outliers: NDArray[np.bool_]
    noise: float
    degrees_of_freedom: int
    means: Numbers
    covariances: Numbers
    variances: Numbers
    shares: Numbers

    def half_width(self, second_moments: Numbers, stored: Numbers) -> float:
        """Half width of the central nine tenths of the next reading, of those with these conditions.

        Parameters
        ----------
        second_moments
            Mean squares of the columns of the design over the readings to come, which are centred and independent.
        stored
            Coefficients that the prediction goes by; what the posterior holds beyond them counts as spread.
        """
        from scipy.special import ndtr

        beyond = np.array([np.diag(one) for one in self.covariances]) + (self.means - stored) ** 2
        deviations = np.sqrt(beyond @ second_moments + self.variances)
        low, high = 0.0, 20.0 * float(deviations.max())
        for _ in range(60):
            middle = (low + high) / 2
            held = float((2 * ndtr(middle / deviations) - 1) @ self.shares)
            low, high = (middle, high) if held < COVERAGE[1] - COVERAGE[0] else (low, middle)
        return high


def robust_fit(
    design: Numbers,
    readings: Numbers,
    own_variances: Numbers,
    prior_mean: Numbers,
    prior_variance: Numbers,
    noise: Noise,
) -> Fit:
    """Fit ``readings = design @ coefficients + noise`` with normal priors as pseudo readings.

    Parameters
    ----------
    design
        A row a reading, a column a coefficient.
    readings
        Logarithms of what was measured over what was predicted.
    own_variances
        Variance of each reading that its instrument adds to the noise.
    prior_mean, prior_variance
        Of the coefficients; an infinite variance says nothing is known before.
    noise
        What is known of the noise before.
    """
    count = len(readings)
    scale = noise.scale
    best, weights = prior_mean, np.ones(count)
    for _ in range(_PASSES):
        deviations = np.sqrt(scale**2 + own_variances)
        best, weights = _robust(design, readings, deviations, prior_mean, prior_variance)
        scale = max(noise.scale, _TO_DEVIATION * float(np.median(np.abs(readings - design @ best))))
    grid = noise.scale**2 * np.exp(np.linspace(-5, 7, 97))
    log_shares = -noise.freedom / 2 * np.log(grid) - noise.freedom * noise.scale**2 / (2 * grid)
    precision = np.diag(1 / prior_variance)
    known = np.where(np.isfinite(prior_variance), prior_mean, 0.0)
    means, covariances = [], []
    for place, variance in enumerate(grid):
        each = weights / (variance + own_variances)
        information = design.T @ (design * each[:, None]) + precision
        covariance = np.linalg.inv(information)
        mean = covariance @ (design.T @ (each * readings) + precision @ known)
        left = readings - design @ mean
        apart = mean - known
        log_shares[place] += 0.5 * (
            np.log(each).sum() - np.linalg.slogdet(information)[1] - each @ left**2 - apart @ precision @ apart
        )
        means.append(mean)
        covariances.append(covariance)
    shares = np.exp(log_shares - log_shares.max())
    shares /= shares.sum()
    stacked, spread = np.array(means), np.array(covariances)
    mean = shares @ stacked
    apart = stacked - mean
    covariance = np.einsum("g,gij->ij", shares, spread) + np.einsum("g,gi,gj->ij", shares, apart, apart)
    residuals = readings - design @ mean
    settled = np.sqrt(scale**2 + own_variances)
    return Fit(
        mean, covariance, residuals, np.abs(readings - design @ best) > OUTLIER * settled,
        float(np.sqrt(shares @ grid)), count - int(np.linalg.matrix_rank(design)), stacked, spread, grid, shares,
    )  # fmt: skip


def _robust(
    design: Numbers, readings: Numbers, deviations: Numbers, prior_mean: Numbers, prior_variance: Numbers
) -> tuple[Numbers, Numbers]:
    """Best coefficients under Huber's loss on the readings, and what share each reading counts for.

    The priors are pseudo readings that no loss bends: a prior is not an outlier.
    """
    from scipy.optimize import least_squares

    count = len(readings)
    kept = np.isfinite(prior_variance)
    root = np.sqrt(prior_variance[kept])

    def residuals(coefficients: Numbers) -> Numbers:
        left: Numbers = np.concatenate(
            [(readings - design @ coefficients) / deviations, (coefficients - prior_mean)[kept] / root]
        )
        return left

    def loss(squares: Numbers) -> Any:
        rho = np.array([squares, np.ones_like(squares), np.zeros_like(squares)])
        far = squares > _HELD_FULLY**2
        far[count:] = False
        size = np.sqrt(squares[far])
        rho[0, far] = 2 * _HELD_FULLY * size - _HELD_FULLY**2
        rho[1, far] = _HELD_FULLY / size
        rho[2, far] = -_HELD_FULLY / (2 * size**3)
        return rho

    start = np.linalg.lstsq(design, readings, rcond=None)[0]
    found = least_squares(residuals, start, loss=loss)
    size = np.abs(residuals(found.x)[:count])
    return found.x, np.where(size > _HELD_FULLY, _HELD_FULLY / np.maximum(size, _HELD_FULLY), 1.0)

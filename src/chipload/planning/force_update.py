"""What measured cuts of one set-up tell of its forces: offset, exponents and noise, found together."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from chipload.planning.robust_fit import Fit, Noise, Numbers, robust_fit
from chipload.planning.uncertainty import COVERAGE

LEAST_RATIO = 1.25
"""Largest over smallest thickness, width or speed of the cuts from which its exponent is fitted."""
USUAL_SPANS = np.array([0.29, 0.46, 0.30])
"""Standard deviation of the logs of thickness, width and speed within a published set-up, the median of seventeen.

Cuts to come are taken to reach as far from the measured ones.
"""


@dataclass(frozen=True)
class Before:
    """What is known of a set-up before it is measured, beyond the constants of the tables.

    The defaults are learned from published measured cuts, turning in six laboratories, as
    tests/planning/force_evidence.py prints them.

    Attributes
    ----------
    exponents, deviations
        Mean and standard deviation of how the force goes with thickness and width of the chip and with speed, beyond
        what the tables say.
    noise
        How far cuts of one set-up scatter.
    """

    exponents: Numbers = field(default_factory=lambda: np.array([-0.090, -0.137, -0.164]))
    deviations: Numbers = field(default_factory=lambda: np.array([0.138, 0.253, 0.130]))
    noise: Noise = field(default_factory=lambda: Noise(scale=0.067, freedom=2.4))


@dataclass(frozen=True)
class Update:
    """Offset of the log force at the `centre` of the conditions, exponents about it, and log spread of the next cut.

    An exponent is 0 where the cuts were too alike to tell it, and `fitted` then False.
    """

    offset: float
    exponents: Numbers
    fitted: tuple[bool, ...]
    spread: float
    centre: Numbers
    fit: Fit


def update_force(
    conditions: Numbers, readings: Numbers, own_variances: Numbers, log_sd: float, before: Before | None = None
) -> Update:
    """Update the offset and the exponents of a set-up from its measured cuts.

    Parameters
    ----------
    conditions
        Logs of thickness, width of the chip and speed, a row a cut.
    readings
        Logs of measured over predicted force.
    own_variances
        Variance of each reading that its instrument adds.
    log_sd
        Of the offset, as the tables claim it.
    before
        What is known before; what is learned from published cuts unless given.

    Returns
    -------
    Update
        Exponents that the cuts do not tell count as spread.
    """
    from scipy.special import ndtri

    known = before or Before()
    centre = conditions.mean(axis=0)
    fit = robust_fit(
        np.column_stack([np.ones(len(readings)), conditions - centre]), readings, own_variances,
        np.array([0.0, *known.exponents]), np.array([log_sd, *known.deviations]) ** 2, known.noise,
    )  # fmt: skip
    fitted = np.exp(np.ptp(conditions, axis=0)) >= LEAST_RATIO
    exponents = np.where(fitted, fit.mean[1:], 0.0)
    half = fit.half_width(np.array([1.0, *USUAL_SPANS**2]), np.array([fit.mean[0], *exponents]))
    return Update(
        float(fit.mean[0]), exponents, tuple(map(bool, fitted)), half / float(ndtri(COVERAGE[1])), centre, fit
    )

"""The root that strain at a notch, Ramberg-Osgood and strain life share: two powers that add to a known sum."""

from __future__ import annotations

import numpy as np

from chipload.units.kinds import Real

_STEPS = 100
"""Newton's steps at most; a dozen is usual."""


def solve_power_sum(total: Real, first: Real, first_power: Real, second: Real, second_power: Real) -> Real:
    """The x above zero for which ``first x**first_power + second x**second_power = total``.

    Parameters
    ----------
    total
        Sum of the two, zero or more.
    first, second
        Factors, zero or more and not both zero.
    first_power, second_power
        Exponents, both above zero or both below it.

    Returns
    -------
    Real
        The one root.

    Notes
    -----
    The logarithm of the sum is convex in the logarithm of x, and each term alone gives a bound of the root on one
    side.  Newton's steps from the nearer bound therefore come closer from that side every time and need no
    bracket.  A sum of zero has its root at zero, or at infinity where the exponents are negative.

    Examples
    --------
    >>> round(float(solve_power_sum(20.0, 1.0, 1.0, 1.0, 2.0)), 12)
    4.0
    """
    with np.errstate(divide="ignore"):
        aim, a, b = np.log(total), np.log(first), np.log(second)
    p, q = np.asarray(first_power, dtype=float), np.asarray(second_power, dtype=float)
    with np.errstate(invalid="ignore"):
        alone = (aim - a) / p, (aim - b) / q
        at = np.where(p > 0, np.minimum(*alone), np.maximum(*alone))
    solvable = np.isfinite(at)
    at = np.where(solvable, at, 0.0)
    for _ in range(_STEPS):
        one, two = a + p * at, b + q * at
        height = np.logaddexp(one, two)
        slope = p * np.exp(one - height) + q * np.exp(two - height)
        step = np.where(solvable, (height - np.where(solvable, aim, 0.0)) / slope, 0.0)
        at = at - step
        if np.all(np.abs(step) <= 4e-16 * (1.0 + np.abs(at))):
            break
    empty = np.where(p > 0, 0.0, np.inf)
    found: Real = np.where(solvable, np.exp(at), empty)[()]
    return found

"""What the formulas of yield and fracture ask of their arguments, and how a strength stands over a stress."""

from __future__ import annotations

import numpy as np

from chipload.units.kinds import Real
from chipload.units.parameters import Requires

ORDERED = Requires(
    ("major_principal_stress", "minor_principal_stress"),
    lambda major, minor: major >= minor,
    "the largest principal stress is below the smallest; exchange them",
)
STRENGTHS = Requires(
    ("tensile_strength", "compressive_strength"),
    lambda tension, compression: (tension > 0) & (compression > 0),
    "a material breaks at some stress; give both strengths above zero",
)
NOT_WEAKER = Requires(
    ("tensile_strength", "compressive_strength"),
    lambda tension, compression: (tension > 0) & (compression >= tension),
    "the criterion is for materials at least as strong in compression as in tension; give both strengths as "
    "positive numbers, or take that of von Mises",
)


def over(strength: Real, stress: Real) -> Real:
    """`strength` over the equivalent stress, infinite where that is not above zero.

    Examples
    --------
    >>> over(250.0, np.array([100.0, -10.0]))
    array([2.5, inf])
    """
    acts = np.asarray(stress) > 0
    found: Real = np.where(acts, strength / np.where(acts, stress, 1.0), np.inf)[()]
    return found

"""Limits of size: clearances and interferences of a hole and a shaft, and limits for wanted interferences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Length, PositiveLength, SmallLength
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class FitLimits:
    """Tolerances of hole and shaft and what can happen between them; what cannot happen is zero."""

    hole_tolerance: SmallLength
    shaft_tolerance: SmallLength
    max_clearance: SmallLength
    min_clearance: SmallLength
    max_interference: SmallLength
    min_interference: SmallLength


@dataclass(frozen=True)
class InterferenceLimits:
    """Limits of hole and shaft."""

    hole_min: Diameter
    hole_max: Diameter
    shaft_min: Diameter
    shaft_max: Diameter


@formula(
    symbol="t_u",
    equation=(
        r"T_h = D_{max} - D_{min} ,\quad T_s = d_{max} - d_{min} ,\quad c_{max} = \max(D_{max} - d_{min}, 0) ,\quad "
        r"c_{min} = \max(D_{min} - d_{max}, 0) ,\quad t_u = \max(d_{max} - D_{min}, 0) ,\quad "
        r"t_l = \max(d_{min} - D_{max}, 0)"
    ),
    source="sharma-pe",
    example={"hole_min": "10 mm", "hole_max": "11 mm", "shaft_min": "8 mm", "shaft_max": "9 mm"},
    requires=(
        Requires(("hole_max", "hole_min"), lambda high, low: high >= low, "the largest hole is below the least"),
        Requires(("shaft_max", "shaft_min"), lambda high, low: high >= low, "the largest shaft is below the least"),
    ),
)
def fit_limits(hole_min: Diameter, hole_max: Diameter, shaft_min: Diameter, shaft_max: Diameter) -> FitLimits:
    """Clearances and interferences that limits of size allow.

    Parameters
    ----------
    hole_min, hole_max
        Limits of the hole [mm, in].
    shaft_min, shaft_max
        Limits of the shaft [mm, in].

    Returns
    -------
    FitLimits
        Tolerances, clearances and interferences [µm]. The least clearance is also called allowance.

    Raises
    ------
    InputError
        When a largest size is below its least.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, example 9.5: 0.038 and 0.005 mm.

    Examples
    --------
    >>> found = fit_limits("30 mm", "30.02 mm", "29.982 mm", "29.995 mm")
    >>> found.max_clearance.m, found.min_clearance.m
    (38.0..., 5.0...)
    """
    gap, pinch = hole_max - shaft_min, shaft_max - hole_min
    return FitLimits(
        *together(
            hole_max - hole_min,
            shaft_max - shaft_min,
            np.maximum(gap, 0.0),
            np.maximum(-pinch, 0.0),
            np.maximum(pinch, 0.0),
            np.maximum(-gap, 0.0),
        )
    )


@formula(
    symbol="d_{max}",
    equation=(
        r"T = \frac{t_u - t_l}{2} ,\quad d_{max} = D_{min} + t_u ,\quad d_{min} = d_{max} - T ,\quad "
        r"D_{max} = D_{min} + T"
    ),
    source="sharma-pe",
    example={
        "nominal_size": "100 mm", "max_interference": "120 um", "min_interference": "50 um", "basis": "hole",
    },
    requires=(
        Requires(
            ("max_interference", "min_interference"),
            lambda high, low: high >= low,
            "the largest interference is below the least; exchange them",
        ),
        Requires(
            ("nominal_size", "max_interference"),
            lambda size, interference: size > interference,
            "the interference is as large as the part",
        ),
    ),
)  # fmt: skip
def interference_limits(
    nominal_size: PositiveLength,
    max_interference: SmallLength,
    min_interference: SmallLength,
    *,
    basis: Literal["hole", "shaft"],
) -> InterferenceLimits:
    """Limits of hole and shaft with equal tolerances that give wanted interferences.

    Parameters
    ----------
    nominal_size
        Nominal size of the fit [mm, in].
    max_interference, min_interference
        Largest and least interference [µm].
    basis
        "hole" where the least hole is the nominal size, "shaft" where the largest shaft is.

    Returns
    -------
    InterferenceLimits
        Limits of hole and shaft [mm].

    Raises
    ------
    InputError
        When the largest interference is below the least, or as large as the part.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, example 9.9.

    Examples
    --------
    >>> found = interference_limits("100 mm", "120 um", "50 um", basis="hole")
    >>> found.hole_max.m, found.shaft_min.m, found.shaft_max.m
    (100.035, 100.085, 100.12)
    """
    tolerance = (max_interference - min_interference) / 2
    shift = 0.0 if basis == "hole" else -max_interference
    hole = nominal_size + shift
    shaft: Length = hole + max_interference
    return InterferenceLimits(*together(hole, hole + tolerance, shaft - tolerance, shaft))

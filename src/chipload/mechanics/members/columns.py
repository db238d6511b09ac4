"""Centrally loaded columns: Euler's load, slenderness, Johnson's parabola, and which of them rules.

The length factor is the buckling length over the length: 1 for two pinned ends, 2 for one clamped and one free, 0.5 for
two clamped, 0.699 for one clamped and one pinned; real ends give a little, so 0.65 and 0.8 are usual for the last two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Force,
    Modulus,
    PositiveLength,
    PositiveRatio,
    Real,
    SecondMoment,
    Stress,
)


@dataclass(frozen=True)
class ColumnStrength:
    """Load and mean stress at which a column fails, with its slenderness and where Euler's range begins."""

    critical_load: Force
    critical_stress: Stress
    slenderness_ratio: PositiveRatio
    transition_slenderness: PositiveRatio


@formula(
    symbol="P_{cr}",
    equation=r"P_{cr} = \frac{\pi^2 E I}{(K L)^2}",
    source="gere-members",
    example={"youngs_modulus": "13 GPa", "second_moment": "7.8e6 mm**4", "span": "2 m", "length_factor": 0.7},
)
def euler_load(
    youngs_modulus: Modulus, second_moment: SecondMoment, span: PositiveLength, length_factor: PositiveRatio = 1.0
) -> Force:
    """Load at which a slender column buckles, by Euler.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus [GPa].
    second_moment
        The smallest of the section, unless the column is braced against bending that way [mm⁴].
    span
        Length of the column, or between braces [mm, in].
    length_factor
        Buckling length over length: 1 pinned ends, 2 clamped and free, 0.5 clamped ends, 0.699 clamped and pinned.

    Returns
    -------
    Quantity
        Critical load [N].

    Notes
    -----
    Straight, elastic and centrally loaded.  A stout column yields before; see `column_strength`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, sections 11.3 and 11.4.  The example is Beer, Johnston and DeWolf, Mechanics of
    Materials, sample problem 10.2: 62.1 kip.

    Examples
    --------
    >>> euler_load("29000 ksi", "8 in**4", "192 in").to("kip").m
    62.1...
    """
    return np.pi**2 * youngs_modulus * second_moment / (length_factor * span) ** 2


@formula(
    symbol=r"\lambda",
    equation=r"\lambda = \frac{K L}{i_g}",
    source="gere-members",
    example={"span": "2 m", "radius_of_gyration": "28 mm", "length_factor": 0.7},
)
def slenderness_ratio(
    span: PositiveLength, radius_of_gyration: PositiveLength, length_factor: PositiveRatio = 1.0
) -> PositiveRatio:
    """Slenderness ratio of a column.

    Parameters
    ----------
    span
        Length of the column, or between braces [mm, in].
    radius_of_gyration
        The smallest of the section [mm, in].
    length_factor
        Buckling length over length, see `euler_load`.

    Returns
    -------
    Quantity
        Slenderness ratio.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 11.3.

    Examples
    --------
    >>> slenderness_ratio("2 m", "20 mm").m
    100.0
    """
    return length_factor * span / radius_of_gyration


@formula(
    symbol=r"\lambda_c",
    equation=r"\lambda_c = \sqrt{\frac{2 \pi^2 E}{S_y}}",
    source="shigley-columns",
    example={"youngs_modulus": "210 GPa", "yield_strength": "350 MPa"},
)
def transition_slenderness(youngs_modulus: Modulus, yield_strength: Stress) -> PositiveRatio:
    """Slenderness ratio at which Johnson's parabola meets Euler's curve, at half the yield strength.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus [GPa].
    yield_strength
        Yield strength in compression [MPa].

    Returns
    -------
    Quantity
        Slenderness ratio; above it Euler's load rules.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, 8th ed., section 4-13.

    Examples
    --------
    >>> transition_slenderness("200 GPa", "250 MPa").m
    125.66...
    """
    return np.sqrt(2 * np.pi**2 * youngs_modulus / yield_strength)


@formula(
    symbol=r"\sigma_{cr}",
    equation=(
        r"\sigma_{cr} = S_y - \frac{1}{E} (\frac{S_y \lambda}{2 \pi})^2 \quad (\lambda \le \lambda_c) ,\quad "
        r"\sigma_{cr} = \frac{\pi^2 E}{\lambda^2} \quad (\lambda \ge \lambda_c)"
    ),
    source="shigley-columns",
    example={"slenderness_ratio": 60, "youngs_modulus": "210 GPa", "yield_strength": "350 MPa"},
)
def column_critical_stress(slenderness_ratio: PositiveRatio, youngs_modulus: Modulus, yield_strength: Stress) -> Stress:
    """Mean stress at which a column fails: Johnson's parabola for stout ones, Euler's curve for slender ones.

    Parameters
    ----------
    slenderness_ratio
        Buckling length over radius of gyration.
    youngs_modulus
        Elastic modulus [GPa].
    yield_strength
        Yield strength in compression [MPa].

    Returns
    -------
    Quantity
        Load at failure on the area [MPa].

    Notes
    -----
    Johnson's parabola is a fit of tests, Euler's curve elastic theory; both without a safety factor, which columns need
    amply, as a small bow or eccentricity lowers the load.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, 8th ed., sections 4-12 and 4-13.

    Examples
    --------
    >>> column_critical_stress([40, 150], "200 GPa", "250 MPa").m
    array([237.3..., 87.7...])
    """
    return _critical_stress(slenderness_ratio, youngs_modulus, yield_strength)


def _critical_stress(slenderness: Real, modulus: Real, strength: Real) -> Real:
    parabola = strength - (strength * slenderness / (2 * np.pi)) ** 2 / modulus
    return np.where(slenderness**2 * strength <= 2 * np.pi**2 * modulus, parabola, np.pi**2 * modulus / slenderness**2)[
        ()
    ]


@formula(
    symbol="P_{cr}",
    equation=(
        r"P_{cr} = A \sigma_{cr} ,\quad \lambda = \frac{K L}{\sqrt{I / A}} ,\quad "
        r"\lambda_c = \sqrt{\frac{2 \pi^2 E}{S_y}}"
    ),
    source="shigley-columns",
    example={
        "span": "600 mm", "area": "800 mm**2", "second_moment": "50000 mm**4", "youngs_modulus": "210 GPa",
        "yield_strength": "350 MPa", "length_factor": 0.9,
    },
)  # fmt: skip
def column_strength(
    span: PositiveLength,
    area: Area,
    second_moment: SecondMoment,
    youngs_modulus: Modulus,
    yield_strength: Stress,
    length_factor: PositiveRatio = 1.0,
) -> ColumnStrength:
    """Load at which a centrally loaded column fails, by Johnson or Euler as its slenderness asks.

    Parameters
    ----------
    span
        Length of the column, or between braces [mm, in].
    area
        Area of the section [mm²].
    second_moment
        The smallest of the section [mm⁴].
    youngs_modulus
        Elastic modulus [GPa].
    yield_strength
        Yield strength in compression [MPa].
    length_factor
        Buckling length over length, see `euler_load`.

    Returns
    -------
    ColumnStrength
        Critical load [N] and stress [MPa], slenderness ratio, and the one above which Euler's load rules.

    Notes
    -----
    Without a safety factor.  `column_regime` says in words which of the two applies.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, 8th ed., sections 4-12 and 4-13.

    Examples
    --------
    Beer, Johnston and DeWolf, sample problem 10.2, is slender: Euler's 62.1 kip.

    >>> found = column_strength("192 in", "3.54 in**2", "8 in**4", "29000 ksi", "36 ksi")
    >>> found.critical_load.to("kip").m, found.slenderness_ratio.m > found.transition_slenderness.m
    (62.1..., True)
    """
    slenderness = length_factor * span / np.sqrt(second_moment / area)
    stress = _critical_stress(slenderness, youngs_modulus, yield_strength)
    return ColumnStrength(area * stress, stress, slenderness, np.sqrt(2 * np.pi**2 * youngs_modulus / yield_strength))


@formula(
    symbol="D",
    equation=r"D = (\frac{64 S P (K L)^2}{\pi^3 E})^{1/4}",
    source="shigley-columns",
    example={
        "compressive_force": "20 kN", "span": "600 mm", "youngs_modulus": "210 GPa", "safety_factor": 3,
        "length_factor": 0.9,
    },
)  # fmt: skip
def round_column_diameter(
    compressive_force: Force,
    span: PositiveLength,
    youngs_modulus: Modulus,
    safety_factor: PositiveRatio,
    length_factor: PositiveRatio = 1.0,
) -> PositiveLength:
    """Diameter of a round column that is safe against Euler's buckling.

    Parameters
    ----------
    compressive_force
        Load, as a positive number [N, lbf].
    span
        Length of the column, or between braces [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    safety_factor
        Euler's load over the load.
    length_factor
        Buckling length over length, see `euler_load`.

    Returns
    -------
    Quantity
        Diameter [mm].

    Notes
    -----
    Slender columns; check with `column_strength`, whose Johnson's range asks for more.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, 8th ed., section 4-12.

    Examples
    --------
    >>> round_column_diameter("20 kN", "1 m", "210 GPa", 3).m
    27.7...
    """
    load = safety_factor * compressive_force * (length_factor * span) ** 2
    return (64 * load / (np.pi**3 * youngs_modulus)) ** 0.25


@formula(
    symbol="b",
    equation=r"b = (\frac{12 S P (K L)^2}{\pi^2 E})^{1/4}",
    source="gere-members",
    example={
        "compressive_force": "100 kN", "span": "2 m", "youngs_modulus": "13 GPa", "safety_factor": 2.5,
        "length_factor": 0.9,
    },
)  # fmt: skip
def square_column_side(
    compressive_force: Force,
    span: PositiveLength,
    youngs_modulus: Modulus,
    safety_factor: PositiveRatio,
    length_factor: PositiveRatio = 1.0,
) -> PositiveLength:
    """Side of a square column that is safe against Euler's buckling.

    Parameters
    ----------
    compressive_force
        Load, as a positive number [N, lbf].
    span
        Length of the column, or between braces [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    safety_factor
        Euler's load over the load.
    length_factor
        Buckling length over length, see `euler_load`.

    Returns
    -------
    Quantity
        Side [mm].

    Notes
    -----
    Slender columns; check with `column_strength`, whose Johnson's range asks for more.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 11.3.  The example is Beer, Johnston and DeWolf, Mechanics of Materials,
    example 10.01: 98.3 mm.

    Examples
    --------
    >>> square_column_side("100 kN", "2 m", "13 GPa", 2.5).m
    98.3...
    """
    load = safety_factor * compressive_force * (length_factor * span) ** 2
    return (12 * load / (np.pi**2 * youngs_modulus)) ** 0.25


def column_regime(slenderness_ratio: Any, youngs_modulus: Any, yield_strength: Any) -> Any:
    """Which formula of failure applies to a column: "Johnson" or "Euler".

    Parameters
    ----------
    slenderness_ratio
        Buckling length over radius of gyration.
    youngs_modulus
        Elastic modulus [GPa].
    yield_strength
        Yield strength in compression [MPa].

    Returns
    -------
    str
        The word, or an array of words.

    Examples
    --------
    >>> column_regime(40, "200 GPa", "250 MPa"), column_regime(150, "200 GPa", "250 MPa")
    ('Johnson', 'Euler')
    """
    slenderness = to_kernel(kinds.POSITIVE_RATIO, slenderness_ratio, "column_regime, slenderness_ratio")
    modulus = to_kernel(kinds.MODULUS, youngs_modulus, "column_regime, youngs_modulus")
    strength = to_kernel(kinds.STRESS, yield_strength, "column_regime, yield_strength")
    words = np.where(slenderness > np.sqrt(2 * np.pi**2 * modulus / strength), "Euler", "Johnson")
    return str(words) if words.ndim == 0 else words

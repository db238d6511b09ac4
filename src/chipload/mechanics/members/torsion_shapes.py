"""Torsion of bars that are not round: rectangle, ellipse and equilateral triangle.

Such a section warps, and its torsion constant is smaller than its polar second moment.  The rectangle is Saint-Venant's
series, taken as far as double precision tells terms apart.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Moment, PositiveLength, Real, SecondMoment, SignedStress

_TERMS = 30


"""Odd terms of the series; term n falls as exp(-n pi / 2) behind what is summed in closed form."""


def _sides(width: Real, height: Real) -> tuple[Real, Real]:
    """Long and short side."""
    return np.maximum(width, height), np.minimum(width, height)


def _constant_share(slenderness: Real) -> Real:
    """Torsion constant over ``long * short**3``; `slenderness` is long over short."""
    total: Real = 0.0
    for n in range(1, 2 * _TERMS, 2):
        total = total + (np.tanh(n * np.pi * slenderness / 2) - 1) / n**5
    # the sum of 1 / n^5 over odd n is 31/32 of the zeta function at 5
    return (1 - 192 / np.pi**5 / slenderness * (total + 31 / 32 * _ZETA_5)) / 3


_ZETA_5 = 1.0369277551433699


def _stress_share(slenderness: Real) -> Real:
    """Stress at the middle of the long side over ``G * twist * short``."""
    total: Real = 0.0
    for n in range(1, 2 * _TERMS, 2):
        # 1 / cosh, without overflow
        half = n * np.pi * slenderness / 2
        total = total + 2 * np.exp(-half) / (1 + np.exp(-2 * half)) / n**2
    return 1 - 8 / np.pi**2 * total


@formula(
    symbol="J",
    equation=(
        r"J = \frac{h b^3}{3} (1 - \frac{192 b}{\pi^5 h} \sum \frac{1}{n^5} \tanh(\frac{n \pi h}{2 b})) "
        r",\quad n = 1, 3, 5, \dots ,\quad b \le h"
    ),
    source="timoshenko-torsion",
    example={"width": "25 mm", "height": "64 mm"},
)
def rectangle_torsion_constant(width: PositiveLength, height: PositiveLength) -> SecondMoment:
    """Torsion constant of a rectangle.

    Parameters
    ----------
    width, height
        The two sides, in either order [mm, in].

    Returns
    -------
    Quantity
        Torsion constant [mm⁴].

    Notes
    -----
    Saint-Venant's solution, exact for a bar free to warp: 0.1406 times the fourth power of the side of a square, a
    third of the length times the cube of the thickness for a thin strip.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 109.

    Examples
    --------
    >>> rectangle_torsion_constant("10 mm", "10 mm").m
    1405.77...
    """
    long, short = _sides(width, height)
    return long * short**3 * _constant_share(long / short)


@formula(
    symbol=r"\tau_t",
    equation=(
        r"\tau_t = \frac{M_t b}{J} (1 - \frac{8}{\pi^2} \sum \frac{1}{n^2 \cosh(\frac{n \pi h}{2 b})}) "
        r",\quad n = 1, 3, 5, \dots ,\quad b \le h"
    ),
    source="timoshenko-torsion",
    example={"twisting_moment": "414.4 N*m", "width": "25 mm", "height": "64 mm"},
)
def rectangle_torsion_stress(twisting_moment: Moment, width: PositiveLength, height: PositiveLength) -> SignedStress:
    """Largest shear stress of a rectangular bar in torsion, at the middle of its long side.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    width, height
        The two sides, in either order [mm, in].

    Returns
    -------
    Quantity
        Shear stress at the middle of the long side [MPa].

    Notes
    -----
    Saint-Venant's solution, exact for a bar free to warp; the corners carry none.

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 109.  The example is Beer, Johnston
    and DeWolf, Mechanics of Materials, sample problem 3.9: 414 N m for 40 MPa.

    Examples
    --------
    >>> rectangle_torsion_stress("414.4 N*m", "64 mm", "25 mm").m
    40.0...
    """
    long, short = _sides(width, height)
    slenderness = long / short
    return twisting_moment * _stress_share(slenderness) / (long * short**2 * _constant_share(slenderness))


@formula(
    symbol="J",
    equation=r"J = \frac{\pi b^3 h^3}{16 (b^2 + h^2)}",
    source="timoshenko-torsion",
    example={"width": "60 mm", "height": "40 mm"},
)
def ellipse_torsion_constant(width: PositiveLength, height: PositiveLength) -> SecondMoment:
    """Torsion constant of an ellipse.

    Parameters
    ----------
    width, height
        The two whole axes, in either order [mm, in].

    Returns
    -------
    Quantity
        Torsion constant [mm⁴].

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 105.

    Examples
    --------
    A circle of 10 mm:

    >>> ellipse_torsion_constant("10 mm", "10 mm").m
    981.74...
    """
    return np.pi * width**3 * height**3 / (16 * (width**2 + height**2))


@formula(
    symbol=r"\tau_t",
    equation=r"\tau_t = \frac{16 M_t}{\pi h b^2} ,\quad b \le h",
    source="timoshenko-torsion",
    example={"twisting_moment": "200 N*m", "width": "40 mm", "height": "60 mm"},
)
def ellipse_torsion_stress(twisting_moment: Moment, width: PositiveLength, height: PositiveLength) -> SignedStress:
    """Largest shear stress of an elliptic bar in torsion, at the ends of its short axis.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    width, height
        The two whole axes, in either order [mm, in].

    Returns
    -------
    Quantity
        Shear stress at the ends of the short axis [MPa].

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 105.

    Examples
    --------
    >>> ellipse_torsion_stress("100 N*m", "20 mm", "20 mm").m
    63.66...
    """
    long, short = _sides(width, height)
    return 16 * twisting_moment / (np.pi * long * short**2)


@formula(
    symbol="J",
    equation=r"J = \frac{\sqrt{3} s_t^4}{80}",
    source="timoshenko-torsion",
    example={"side_length": "30 mm"},
)
def triangle_torsion_constant(side_length: PositiveLength) -> SecondMoment:
    """Torsion constant of an equilateral triangle.

    Parameters
    ----------
    side_length
        Side [mm, in].

    Returns
    -------
    Quantity
        Torsion constant [mm⁴].

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 105.

    Examples
    --------
    >>> triangle_torsion_constant("10 mm").m
    216.5...
    """
    return np.sqrt(3) * side_length**4 / 80


@formula(
    symbol=r"\tau_t",
    equation=r"\tau_t = \frac{20 M_t}{s_t^3}",
    source="timoshenko-torsion",
    example={"twisting_moment": "50 N*m", "side_length": "30 mm"},
)
def triangle_torsion_stress(twisting_moment: Moment, side_length: PositiveLength) -> SignedStress:
    """Largest shear stress of an equilateral triangular bar in torsion, at the middle of its sides.

    Parameters
    ----------
    twisting_moment
        Twisting moment [N m, in lbf].
    side_length
        Side [mm, in].

    Returns
    -------
    Quantity
        Shear stress at the middle of the sides [MPa].

    References
    ----------
    S. Timoshenko and J. N. Goodier, Theory of Elasticity, 3rd ed., 1970, article 105.

    Examples
    --------
    >>> triangle_torsion_stress("50 N*m", "100 mm").m
    1.0
    """
    return 20 * twisting_moment / side_length**3

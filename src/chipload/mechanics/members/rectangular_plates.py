"""Rectangular plates under pressure or a load in the middle, supported or clamped all around.

Thin plates of Kirchhoff's theory, deflections below half the thickness.  The supported plate is summed from the series
of Navier and Levy.  The clamped one has no closed form: its shape is the best of a family of polynomials that meet the
edges (Ritz's method), worked out once and kept as a smooth function of the ratio of the sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.polynomial import Chebyshev, Legendre, Polynomial
from numpy.typing import NDArray

from chipload.mechanics.members.round_plates import equivalent_contact, rigidity
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SignedForce,
    SignedStress,
    Stress,
)
from chipload.units.parameters import Requires

_TERMS = 20
_DEGREE, _LONG, _SHORT = 20, 9, 6
_SLENDEREST = 0.2
"""Short over long side below which a clamped plate is a strip, to better than the digits of any table."""


@dataclass(frozen=True)
class RectangularPlate:
    """Deflection in the middle of a rectangular plate, and the largest bending stress there."""

    deflection: Length
    centre_stress: SignedStress


@dataclass(frozen=True)
class ClampedRectangularPlate:
    """Deflection in the middle of a clamped rectangular plate, and stresses there and at the middle of a long edge."""

    deflection: Length
    centre_stress: SignedStress
    edge_stress: SignedStress


_EXAMPLE = {
    "width": "900 mm", "height": "1200 mm", "thickness": "7 mm", "youngs_modulus": "200 GPa", "poisson_ratio": 0.29,
}  # fmt: skip
_THIN = Requires(
    ("thickness", "width", "height"),
    lambda thickness, width, height: thickness < np.minimum(width, height),
    "the plate is thicker than its short side, which is a block, not a plate",
)


def _sides(width: Real, height: Real) -> tuple[Real, Real]:
    return np.minimum(width, height), np.maximum(width, height)


def _supported_shares(slenderness: Real, poisson: Real) -> tuple[Real, Real]:
    """Deflection over ``p short**4 / D`` and moment across the short side over ``p short**2``, in the middle.

    Levy's series: what a strip does, less what the far edges take away, which falls off as exp(-m pi slenderness / 2).
    """
    deflection: Real = 5 / 384
    moment: Real = 1 / 8
    for index in range(_TERMS):
        m = 2 * index + 1
        sign = -1.0 if index % 2 else 1.0
        alpha = m * np.pi * slenderness / 2
        # 1 / (2 cosh) and alpha tanh / (2 cosh), without overflow
        fall = np.exp(-alpha) / (1 + np.exp(-2 * alpha))
        bend = alpha * np.tanh(alpha)
        deflection = deflection - 4 / np.pi**5 * sign / m**5 * (bend + 2) * fall
        # w is A - B cosh + C y sinh: curvatures across and along the short side
        across = (bend + 2) * fall
        along = bend * fall
        moment = moment - 4 / np.pi**3 * sign / m**3 * (across - poisson * along)
    return deflection, moment


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{16 p}{\pi^6 D_p} \sum \sum \frac{(-1)^{(m + n)/2 - 1}}{m n (\frac{m^2}{b^2} + "
        r"\frac{n^2}{h^2})^2} ,\quad \sigma_0 = \frac{96 p}{\pi^4 t^2} \sum \sum \frac{(-1)^{(m + n)/2 - 1} "
        r"(\frac{m^2}{b^2} + \nu \frac{n^2}{h^2})}{m n (\frac{m^2}{b^2} + \frac{n^2}{h^2})^2} ,\quad "
        r"m, n = 1, 3, 5, \dots ,\quad b \le h"
    ),
    source="timoshenko-plates",
    example={"pressure": "5 kPa", **_EXAMPLE},
    requires=(_THIN,),
)
def supported_rectangular_plate(
    pressure: Stress,
    width: PositiveLength,
    height: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> RectangularPlate:
    """Rectangular plate simply supported all around, under even pressure.

    Parameters
    ----------
    pressure
        Pressure on the whole plate [MPa].
    width, height
        The two sides, in either order [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.

    Returns
    -------
    RectangularPlate
        Deflection [mm] and bending stress across the short side [MPa] in the middle.

    Raises
    ------
    InputError
        When the plate is thicker than its short side.

    Notes
    -----
    Navier's solution, summed in Levy's form, which needs fewer terms.  The corners are held down.  Small deflections,
    below half the thickness.

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, articles 28 to 30: 0.00406 and
    0.0479 for a square.

    Examples
    --------
    >>> found = supported_rectangular_plate("10 kPa", "1 m", "1 m", "10 mm", "200 GPa", 0.3)
    >>> found.deflection.m, found.centre_stress.m
    (2.218..., 28.7...)
    """
    short, long = _sides(width, height)
    deflection, moment = _supported_shares(long / short, poisson_ratio)
    return RectangularPlate(
        deflection * pressure * short**4 / rigidity(youngs_modulus, thickness, poisson_ratio),
        6 * moment * pressure * (short / thickness) ** 2,
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F_a b^2}{2 \pi^3 D_p} \sum \frac{1}{m^3} (\tanh(\alpha_m) - "
        r"\frac{\alpha_m}{\cosh^2(\alpha_m)}) ,\quad \alpha_m = \frac{m \pi h}{2 b} ,\quad m = 1, 3, 5, \dots "
        r",\quad b \le h ,\quad \sigma_0 = \frac{3 F_a}{2 \pi t^2} ((1 + \nu) \ln(\frac{2 b}{\pi r_c'}) + 1 - "
        r"\sum \frac{4}{m} (\frac{1 + \nu}{1 + \exp(2 \alpha_m)} + \frac{(1 - \nu) \alpha_m}{2 \cosh^2(\alpha_m)}))"
    ),
    source="roark",
    example={"axial_force": "500 N", **_EXAMPLE, "load_radius": "20 mm"},
    requires=(
        _THIN,
        Requires(
            ("load_radius", "width", "height"),
            lambda contact, width, height: 4 * contact < np.minimum(width, height),
            "the load stands on too large an area; its radius is below a quarter of the short side",
        ),
    ),
)
def supported_rectangular_plate_point_load(
    axial_force: SignedForce,
    width: PositiveLength,
    height: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
    load_radius: Length,
) -> RectangularPlate:
    """Rectangular plate simply supported all around, under a load on a small round area in its middle.

    Parameters
    ----------
    axial_force
        Load square to the plate [N, lbf].
    width, height
        The two sides, in either order [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.
    load_radius
        Radius of the area of the load, 0 for a point [mm, in].

    Returns
    -------
    RectangularPlate
        Deflection [mm] and largest bending stress [MPa] in the middle.

    Raises
    ------
    InputError
        When the plate is thicker than its short side, or the area of the load too large for it.

    Notes
    -----
    The deflection is that of a load at a point.  Below half the thickness the radius of contact is replaced by
    Westergaard's, as thin plate theory would give an infinite stress under a point.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 11.4, case 1b; S. Timoshenko
    and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, articles 34 and 35: 0.0116 for a square.

    Examples
    --------
    >>> found = supported_rectangular_plate_point_load(
    ...     "1 kN", "1 m", "1 m", "10 mm", "200 GPa", 0.3, "20 mm"
    ... )
    >>> found.deflection.m
    0.633...
    """
    short, long = _sides(width, height)
    slenderness = long / short
    total: Real = 7 / 8 * _ZETA_3
    extra: Real = 1.0
    for index in range(_TERMS):
        m = 2 * index + 1
        alpha = m * np.pi * slenderness / 2
        cosh_square = np.exp(-2 * alpha) / (1 + np.exp(-2 * alpha)) ** 2  # a quarter of 1 / cosh^2
        tanh_short = 2 * np.exp(-2 * alpha) / (1 + np.exp(-2 * alpha))  # 1 - tanh
        total = total - (tanh_short + 4 * alpha * cosh_square) / m**3
        # what the far edges take from the moment of an infinite strip
        extra = extra - ((1 + poisson_ratio) * 2 * tanh_short + (1 - poisson_ratio) * 8 * alpha * cosh_square) / m
    contact = equivalent_contact(load_radius, thickness)
    spread = (1 + poisson_ratio) * np.log(2 * short / (np.pi * contact))
    return RectangularPlate(
        total * axial_force * short**2 / (2 * np.pi**3 * rigidity(youngs_modulus, thickness, poisson_ratio)),
        3 * axial_force / (2 * np.pi * thickness**2) * (spread + extra),
    )


_ZETA_3 = 1.2020569031595942


@dataclass(frozen=True)
class _Family:
    """Even polynomials clamped at -1 and 1: their integrals, values in the middle, curvatures there and at the edge."""

    products: tuple[NDArray[np.float64], ...]
    load: NDArray[np.float64]
    middle: NDArray[np.float64]
    middle_curvature: NDArray[np.float64]
    edge_curvature: NDArray[np.float64]


@cache
def _family(count: int) -> _Family:
    clamp = Polynomial([1.0, 0.0, -1.0]) ** 2
    parts = [clamp * Legendre.basis(2 * k).convert(kind=Polynomial) for k in range(count)]
    bends = [part.deriv(2) for part in parts]
    points, weights = np.polynomial.legendre.leggauss(40)
    values = [np.array([part(points) for part in group]) for group in (parts, [p.deriv() for p in parts], bends)]

    def at(group: list[Polynomial], x: float) -> NDArray[np.float64]:
        return np.array([part(x) for part in group])

    return _Family(
        tuple((value * weights) @ value.T for value in values),
        values[0] @ weights,
        at(parts, 0.0),
        at(bends, 0.0),
        at(bends, 1.0),
    )


def _ritz(ratio: float) -> tuple[float, float, float, float]:
    """Clamped plate of 1 by 1 / `ratio` under unit pressure, D = 1.

    Gives the deflection in the middle, the curvatures there across and along, and the one across the long edge.
    """
    across, along = _family(_SHORT), _family(_LONG)
    (b0, b1, b2), (h0, h1, h2) = across.products, along.products
    half_b, half_h = 0.5, 0.5 / ratio
    matrix = (
        np.kron(b2, h0) * half_h / half_b**3
        + np.kron(b0, h2) * half_b / half_h**3
        + 2 * np.kron(b1, h1) / (half_b * half_h)
    )
    load = np.kron(across.load, along.load) * half_b * half_h
    found = np.linalg.solve(matrix, load).reshape(_SHORT, _LONG)
    return (
        float(across.middle @ found @ along.middle),
        -float(across.middle_curvature @ found @ along.middle) / half_b**2,
        -float(across.middle @ found @ along.middle_curvature) / half_h**2,
        -float(across.edge_curvature @ found @ along.middle) / half_b**2,
    )


@cache
def _clamped_curves() -> tuple[Chebyshev, ...]:
    """The four results of `_ritz` as functions of short over long side."""
    low, high = _SLENDEREST, 1.0
    nodes = np.cos(np.pi * (np.arange(_DEGREE) + 0.5) / _DEGREE)
    ratios = (low + high) / 2 + (high - low) / 2 * nodes
    table = np.array([_ritz(float(ratio)) for ratio in ratios])
    return tuple(Chebyshev.fit(ratios, table[:, k], _DEGREE - 1, domain=[low, high]) for k in range(4))


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \alpha \frac{p b^4}{D_p} ,\quad \sigma_0 = 6 \beta_0 p \frac{b^2}{t^2} ,\quad "
        r"\sigma_k = -6 \beta_k p \frac{b^2}{t^2} ,\quad b \le h ,\quad "
        r"\alpha, \beta_0, \beta_k \text{ by Ritz from } \frac{b}{h}"
    ),
    source="timoshenko-plates",
    example={"pressure": "5 kPa", **_EXAMPLE},
    requires=(_THIN,),
)
def clamped_rectangular_plate(
    pressure: Stress,
    width: PositiveLength,
    height: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> ClampedRectangularPlate:
    """Rectangular plate clamped all around, under even pressure.

    Parameters
    ----------
    pressure
        Pressure on the whole plate [MPa].
    width, height
        The two sides, in either order [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.

    Returns
    -------
    ClampedRectangularPlate
        Deflection in the middle [mm], bending stress across the short side there, and at the middle of a long edge,
        where it is largest; at the face away from the pressure, tension positive [MPa].

    Raises
    ------
    InputError
        When the plate is thicker than its short side.

    Notes
    -----
    Ritz's method with 54 polynomials; Timoshenko's table, summed by hand, differs from it by up to 1 %.  Beyond five
    times as long as wide the plate is a strip.  Small deflections, below half the thickness.

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, article 44, table 35: 0.00126,
    0.0231 and -0.0513 for a square.

    Examples
    --------
    >>> found = clamped_rectangular_plate("10 kPa", "1 m", "1 m", "10 mm", "200 GPa", 0.3)
    >>> found.deflection.m, found.centre_stress.m, found.edge_stress.m
    (0.69..., 13.7..., -30.8...)
    """
    short, long = _sides(width, height)
    ratio = np.maximum(short / long, _SLENDEREST)
    deflection, across, along, edge = (curve(ratio) for curve in _clamped_curves())
    base = 6 * pressure * (short / thickness) ** 2
    return ClampedRectangularPlate(
        deflection * pressure * short**4 / rigidity(youngs_modulus, thickness, poisson_ratio),
        base * (across + poisson_ratio * along),
        base * edge,
    )

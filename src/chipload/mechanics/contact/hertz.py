"""Contact of curved bodies after Hertz: balls, rollers, and any two curvatures.

Radii of curvature are positive for a convex body and negative for a concave one; a flat body has an infinite
radius, which is the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    CurvatureRadius,
    Force,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SmallLength,
    Stress,
)
from chipload.units.parameters import Requires

FLAT = np.inf
"""Radius of curvature of a flat body."""

_GOLDEN = (1 + np.sqrt(5)) / 2
_HALVINGS = 60


@dataclass(frozen=True)
class PointContact:
    """A ball on a ball or a plane: size of the contact, pressure, approach, and the shear below the surface."""

    contact_radius: Length
    peak_pressure: Stress
    approach: SmallLength
    subsurface_shear: Stress
    shear_depth: Length


@dataclass(frozen=True)
class LineContact:
    """A roller on a roller or a plane: half the width of the contact, pressure, and the shear below the surface."""

    contact_half_width: Length
    peak_pressure: Stress
    subsurface_shear: Stress
    shear_depth: Length


@formula(
    symbol="E^*",
    equation=r"E^* = \frac{1}{\frac{1 - \nu_1^2}{E_1} + \frac{1 - \nu_2^2}{E_2}}",
    source="johnson-contact",
    example={
        "first_modulus": "210 GPa", "second_modulus": "600 GPa", "first_poisson_ratio": 0.3,
        "second_poisson_ratio": 0.22,
    },
)  # fmt: skip
def contact_modulus(
    first_modulus: Modulus,
    second_modulus: Modulus,
    first_poisson_ratio: PoissonRatio,
    second_poisson_ratio: PoissonRatio,
) -> Modulus:
    """Elastic modulus of the contact of two bodies.

    Parameters
    ----------
    first_modulus, second_modulus
        Elastic moduli of the two bodies [GPa].
    first_poisson_ratio, second_poisson_ratio
        Of the two bodies.

    Returns
    -------
    Quantity
        Modulus of the contact [GPa], 115.4 for steel on steel.

    References
    ----------
    K. L. Johnson, Contact Mechanics, 1985, section 4.2.

    Examples
    --------
    >>> contact_modulus("210 GPa", "210 GPa", 0.3, 0.3).m
    115.38...
    """
    return 1 / ((1 - first_poisson_ratio**2) / first_modulus + (1 - second_poisson_ratio**2) / second_modulus)


def _convex(first: Real, second: Real) -> Any:
    with np.errstate(all="ignore"):
        return (first != 0) & (second != 0) & (1 / np.asarray(first) + 1 / np.asarray(second) > 0)


_TOUCHES = Requires(
    ("first_radius", "second_radius"),
    _convex,
    "the bodies touch all over or not at all: a concave radius must be larger than the convex one that lies in it",
)


@formula(
    symbol="p_0",
    equation=(
        r"p_0 = \frac{3 F}{2 \pi a_c^2} ,\quad a_c = (\frac{3 F R}{4 E^*})^{1/3} ,\quad "
        r"\delta_c = \frac{a_c^2}{R} ,\quad \frac{1}{R} = \frac{1}{R_1} + \frac{1}{R_2}"
    ),
    source="johnson-contact",
    example={
        "force": "500 N", "first_radius": "25 mm", "contact_modulus": "110 GPa", "second_radius": "-60 mm",
        "poisson_ratio": 0.3,
    },
    requires=(_TOUCHES,),
)  # fmt: skip
def sphere_contact(
    force: Force,
    first_radius: CurvatureRadius,
    contact_modulus: Modulus,
    second_radius: CurvatureRadius = FLAT,
    poisson_ratio: PoissonRatio = 0.3,
) -> PointContact:
    """Contact of a ball with a ball, a plane or a spherical seat.

    Parameters
    ----------
    force
        Force that presses them together [N, lbf].
    first_radius
        Radius of the ball [mm, in].
    contact_modulus
        See `contact_modulus` [GPa].
    second_radius
        Radius of the other body: negative for a seat, flat unless given [mm, in].
    poisson_ratio
        Of the body whose shear is asked for.

    Returns
    -------
    PointContact
        Radius of the contact [mm], peak pressure [MPa], approach [µm], and largest shear stress below the middle
        [MPa] with its depth [mm]: 0.310 of the pressure at 0.48 of the radius for a Poisson's ratio of 0.3.

    Raises
    ------
    InputError
        When the seat is not larger than the ball.

    Notes
    -----
    Elastic, smooth, without friction; the contact must be small against the radii and the bodies.

    References
    ----------
    K. L. Johnson, Contact Mechanics, 1985, sections 3.4 and 4.2.

    Examples
    --------
    >>> found = sphere_contact("500 N", "25 mm", "109.89 GPa")
    >>> found.contact_radius.m, found.peak_pressure.m
    (0.440..., 1231.8...)
    """
    curvature = 1 / first_radius + 1 / second_radius
    radius = (3 * force / (4 * contact_modulus * curvature)) ** (1 / 3)
    pressure = 2 * contact_modulus * radius * curvature / np.pi  # from the radius, so that no load gives none
    depth = _depth_below_ball(poisson_ratio)
    radial = (1 + poisson_ratio) * (1 - depth * np.arctan(1 / depth)) - 0.5 / (1 + depth**2)
    shear = (1 / (1 + depth**2) - radial) / 2
    return PointContact(radius, pressure, radius**2 * curvature, shear * pressure, depth * radius)


def _depth_below_ball(poisson_ratio: Real) -> Real:
    """Depth of the largest shear on the axis over the radius of the contact, where its slope changes sign."""
    low, high = np.full_like(poisson_ratio, 0.1), np.full_like(poisson_ratio, 1.5)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        rising = (1 + poisson_ratio) * (np.arctan(1 / middle) - middle / (1 + middle**2)) > (
            3 * middle / (1 + middle**2) ** 2
        )
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    return (low + high) / 2


@formula(
    symbol="p_0",
    equation=(
        r"p_0 = \frac{2 F}{\pi b_c L_c} ,\quad b_c = \sqrt{\frac{4 F R}{\pi L_c E^*}} ,\quad "
        r"\frac{1}{R} = \frac{1}{R_1} + \frac{1}{R_2}"
    ),
    source="johnson-contact",
    example={
        "force": "5 kN", "contact_width": "20 mm", "first_radius": "40 mm", "contact_modulus": "110 GPa",
        "second_radius": "-90 mm",
    },
    requires=(_TOUCHES,),
)  # fmt: skip
def cylinder_contact(
    force: Force,
    contact_width: PositiveLength,
    first_radius: CurvatureRadius,
    contact_modulus: Modulus,
    second_radius: CurvatureRadius = FLAT,
) -> LineContact:
    """Contact of a roller with a parallel roller, a plane or a trough.

    Parameters
    ----------
    force
        Force that presses them together [N, lbf].
    contact_width
        Length over which they touch [mm, in].
    first_radius
        Radius of the roller [mm, in].
    contact_modulus
        See `contact_modulus` [GPa].
    second_radius
        Radius of the other body: negative for a trough, flat unless given [mm, in].

    Returns
    -------
    LineContact
        Half the width of the contact [mm], peak pressure [MPa], and largest shear stress below the middle with its
        depth: 0.300 of the pressure at 0.786 of the half width.

    Raises
    ------
    InputError
        When the trough is not larger than the roller.

    Notes
    -----
    Elastic, smooth, without friction, even along the length; roller ends carry more.  The approach of two rollers
    depends on their whole shape and is not part of this.

    References
    ----------
    K. L. Johnson, Contact Mechanics, 1985, section 4.2.  The example is A. P. Boresi and R. J. Schmidt, Advanced
    Mechanics of Materials, 6th ed., example 17.3 without friction: 1445 MPa.

    Examples
    --------
    >>> cylinder_contact("24.1 kN", "20 mm", "40 mm", "109.18 GPa", "40 mm").peak_pressure.m
    1447.0...
    """
    curvature = 1 / first_radius + 1 / second_radius
    half_width = np.sqrt(4 * force / (np.pi * contact_width * contact_modulus * curvature))
    pressure = contact_modulus * half_width * curvature / 2  # from the width, so that no load gives none
    return LineContact(half_width, pressure, _GOLDEN**-2.5 * pressure, _GOLDEN**-0.5 * half_width)

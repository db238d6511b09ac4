"""Curved beams after Winkler and Bach: hooks, C frames and clamps, rings and links.

Plane sections stay plane, but the inner fibres are shorter, so the stress falls along a hyperbola and the neutral axis
lies nearer to the centre of curvature than the centroid:

    r_0 = A / integral(dA / r)        sigma = F_a / A + M (r_0 - r) / (A (R - r_0) r)

A bending moment is positive when it straightens the beam, which pulls at the inner side; the axial force acts at the
centroid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Length,
    Moment,
    PositiveLength,
    Real,
    SignedForce,
    SignedStress,
)
from chipload.units.parameters import Requires

RADII_IN_ORDER = Requires(
    ("inner_radius", "outer_radius"),
    lambda inner, outer: inner < outer,
    "the inner radius is as large as the outer one; both are measured from the centre of curvature",
)


_CURVED = Requires(
    ("neutral_radius", "centroid_radius"),
    lambda neutral, centroid: neutral < centroid,
    "the neutral axis of a curved beam lies nearer to the centre of curvature than the centroid",
)


@dataclass(frozen=True)
class CurvedBeamStress:
    """Stresses at the two sides of a curved beam, and where its centroid and neutral axis lie."""

    inner_stress: SignedStress
    outer_stress: SignedStress
    centroid_radius: PositiveLength
    neutral_radius: PositiveLength


def at_both_sides(
    moment: Real, force: Real, inner: Real, outer: Real, area: Real, centroid: Real, area_over_radius: Real
) -> CurvedBeamStress:
    """Stresses from the moment about the centroid, the force there, and the integral of dA / r."""
    neutral = area / area_over_radius
    eccentricity = centroid - neutral

    def stress(radius: Real) -> Real:
        return force / area + moment * (neutral - radius) / (area * eccentricity * radius)

    inside, outside = stress(inner), stress(outer)
    everywhere = 0.0 * inside  # gives the radii the shape of the stresses
    return CurvedBeamStress(inside, outside, centroid + everywhere, neutral + everywhere)


def rectangle(inner: Real, outer: Real, width: Real) -> tuple[Real, Real, Real]:
    """Area, radius of the centroid, and integral of dA / r of a rectangle."""
    return width * (outer - inner), (inner + outer) / 2, width * np.log(outer / inner)


def trapezoid(inner: Real, outer: Real, inner_width: Real, outer_width: Real) -> tuple[Real, Real, Real]:
    """The same of a trapezoid."""
    height = outer - inner
    area = height * (inner_width + outer_width) / 2
    centroid = inner + height * (inner_width + 2 * outer_width) / (3 * (inner_width + outer_width))
    slope = (inner_width - outer_width) / height
    return area, centroid, (inner_width + slope * inner) * np.log(outer / inner) - slope * height


@formula(
    symbol=r"\sigma_r",
    equation=r"\sigma_r = \frac{F_a}{A} + \frac{M (r_0 - r)}{A (R - r_0) r}",
    source="boresi-curved",
    example={
        "bending_moment": "1472.5 N*m", "axial_force": "9.5 kN", "area": "2500 mm**2", "centroid_radius": "55 mm",
        "neutral_radius": "50.97 mm", "radius": "30 mm",
    },
    requires=(_CURVED,),
)  # fmt: skip
def curved_beam_stress(
    bending_moment: Moment,
    axial_force: SignedForce,
    area: Area,
    centroid_radius: PositiveLength,
    neutral_radius: PositiveLength,
    radius: PositiveLength,
) -> SignedStress:
    """Stress of one fibre of a curved beam of any section.

    Parameters
    ----------
    bending_moment
        About the centroid, positive when it straightens the beam [N m, in lbf].
    axial_force
        At the centroid, tension positive [N, lbf].
    area
        Area of the section [mm²].
    centroid_radius
        Radius of curvature at the centroid [mm, in].
    neutral_radius
        Area over the integral of dA / r [mm, in].
    radius
        Radius of the fibre [mm, in].

    Returns
    -------
    Quantity
        Stress along the beam, tension positive [MPa].

    Raises
    ------
    InputError
        When the neutral axis is not nearer to the centre than the centroid.

    Notes
    -----
    The difference of the two radii is small; the neutral radius must be known to many digits.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.

    Examples
    --------
    >>> curved_beam_stress("100 N*m", "0 N", "100 mm**2", "21 mm", "20 mm", "20 mm").m
    0.0
    """
    return axial_force / area + bending_moment * (neutral_radius - radius) / (
        area * (centroid_radius - neutral_radius) * radius
    )


@formula(
    symbol=r"\sigma_i",
    equation=(
        r"\sigma_i = \frac{F_a}{A} + \frac{M (r_0 - r_i)}{A (R - r_0) r_i} ,\quad "
        r"\sigma_o = \frac{F_a}{A} + \frac{M (r_0 - r_o)}{A (R - r_0) r_o} ,\quad "
        r"r_0 = \frac{r_o - r_i}{\ln(\frac{r_o}{r_i})} ,\quad R = \frac{r_i + r_o}{2} ,\quad A = b (r_o - r_i)"
    ),
    source="boresi-curved",
    example={
        "bending_moment": "1472.5 N*m", "axial_force": "9.5 kN", "inner_radius": "30 mm", "outer_radius": "80 mm",
        "width": "50 mm",
    },
    requires=(RADII_IN_ORDER,),
)  # fmt: skip
def curved_rectangle_stress(
    bending_moment: Moment,
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    width: PositiveLength,
) -> CurvedBeamStress:
    """Stresses of a curved beam of rectangular section.

    Parameters
    ----------
    bending_moment
        About the centroid, positive when it straightens the beam [N m, in lbf].
    axial_force
        At the centroid, tension positive [N, lbf].
    inner_radius, outer_radius
        Radii of the two sides from the centre of curvature [mm, in].
    width
        Width across the plane of bending [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    Raises
    ------
    InputError
        When the inner radius is as large as the outer one.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.  The example is their example
    9.1: 106.2 and -49.3 MPa.

    Examples
    --------
    >>> found = curved_rectangle_stress("1472.5 N*m", "9.5 kN", "30 mm", "80 mm", "50 mm")
    >>> found.inner_stress.m, found.outer_stress.m
    (106.1..., -49.3...)
    """
    return at_both_sides(
        bending_moment, axial_force, inner_radius, outer_radius, *rectangle(inner_radius, outer_radius, width)
    )


@formula(
    symbol=r"\sigma_i",
    equation=(
        r"\sigma_i = \frac{F_a}{A} + \frac{M (r_0 - r_i)}{A (R - r_0) r_i} ,\quad R = r_i + \frac{D}{2} ,\quad "
        r"\sigma_o = \frac{F_a}{A} + \frac{M (r_0 - r_o)}{A (R - r_0) r_o} ,\quad r_o = r_i + D ,\quad "
        r"r_0 = \frac{1}{2} (R + \sqrt{R^2 - \frac{D^2}{4}}) ,\quad A = \frac{\pi D^2}{4}"
    ),
    source="boresi-curved",
    example={
        "bending_moment": "200 N*m", "axial_force": "5 kN", "inner_radius": "35 mm", "diameter": "30 mm",
    },
)  # fmt: skip
def curved_round_stress(
    bending_moment: Moment, axial_force: SignedForce, inner_radius: PositiveLength, diameter: PositiveLength
) -> CurvedBeamStress:
    """Stresses of a curved beam of round section.

    Parameters
    ----------
    bending_moment
        About the centroid, positive when it straightens the beam [N m, in lbf].
    axial_force
        At the centroid, tension positive [N, lbf].
    inner_radius
        Radius of the inner side from the centre of curvature [mm, in].
    diameter
        Diameter of the section [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.

    Examples
    --------
    >>> curved_round_stress("200 N*m", "0 N", "20 mm", "60 mm").neutral_radius.m
    45.0
    """
    centroid, area = inner_radius + diameter / 2, np.pi * diameter**2 / 4
    # the integral of dA / r of a circle, written so that nothing cancels
    over_radius = 2 * area / (centroid + np.sqrt(inner_radius * (inner_radius + diameter)))
    outer_radius = inner_radius + diameter
    return at_both_sides(bending_moment, axial_force, inner_radius, outer_radius, area, centroid, over_radius)


@formula(
    symbol=r"\sigma_i",
    equation=(
        r"\sigma_i = \frac{F_a}{A} + \frac{M (r_0 - r_i)}{A (R - r_0) r_i} ,\quad "
        r"r_0 = \frac{A}{\frac{b_i r_o - b_o r_i}{r_o - r_i} \ln(\frac{r_o}{r_i}) - b_i + b_o} ,\quad "
        r"R = r_i + \frac{(r_o - r_i)(b_i + 2 b_o)}{3 (b_i + b_o)} ,\quad A = \frac{(r_o - r_i)(b_i + b_o)}{2}"
    ),
    source="boresi-curved",
    example={
        "bending_moment": "2000 N*m", "axial_force": "20 kN", "inner_radius": "60 mm", "outer_radius": "160 mm",
        "inner_width": "60 mm", "outer_width": "30 mm",
    },
    requires=(RADII_IN_ORDER,),
)  # fmt: skip
def curved_trapezoid_stress(
    bending_moment: Moment,
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    inner_width: PositiveLength,
    outer_width: Length,
) -> CurvedBeamStress:
    """Stresses of a curved beam of trapezoidal section, or of a triangular one whose outer width is 0.

    Parameters
    ----------
    bending_moment
        About the centroid, positive when it straightens the beam [N m, in lbf].
    axial_force
        At the centroid, tension positive [N, lbf].
    inner_radius, outer_radius
        Radii of the two parallel sides from the centre of curvature [mm, in].
    inner_width, outer_width
        Widths of these sides [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    Raises
    ------
    InputError
        When the inner radius is as large as the outer one.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.

    Examples
    --------
    >>> found = curved_trapezoid_stress("2000 N*m", "20 kN", "60 mm", "160 mm", "60 mm", "30 mm")
    >>> found.centroid_radius.m, found.neutral_radius.m
    (104.4..., 96.8...)
    """
    return at_both_sides(
        bending_moment,
        axial_force,
        inner_radius,
        outer_radius,
        *trapezoid(inner_radius, outer_radius, inner_width, outer_width),
    )

"""Contact of two bodies of any curvature after Hertz, by the elliptic integrals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    CurvatureRadius,
    Force,
    Length,
    Modulus,
    PoissonRatio,
    Real,
    SmallLength,
    Stress,
)
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class EllipseContact:
    """Any two curved bodies: half axes of the contact, pressure, approach, and the shear below the surface."""

    major_half_axis: Length
    minor_half_axis: Length
    peak_pressure: Stress
    approach: SmallLength
    subsurface_shear: Stress
    shear_depth: Length


def principal_curvatures(r1: Real, r1_across: Real, r2: Real, r2_across: Real, angle: Real) -> tuple[Real, Real]:
    """Smaller and larger curvature of the gap between two bodies: its height is A x² + B y²."""
    total = (1 / r1 + 1 / r1_across + 1 / r2 + 1 / r2_across) / 2
    first, second = 1 / r1 - 1 / r1_across, 1 / r2 - 1 / r2_across
    spread = np.sqrt(np.maximum(first**2 + second**2 + 2 * first * second * np.cos(2 * angle), 0.0)) / 2
    return (total - spread) / 2, (total + spread) / 2


def _closes(r1: Real, r1_across: Real, r2: Real, r2_across: Real, angle: Real) -> Any:
    with np.errstate(all="ignore"):
        lengths = [np.where(np.equal(radius, 0), np.nan, radius) for radius in (r1, r1_across, r2, r2_across)]
        return principal_curvatures(lengths[0], lengths[1], lengths[2], lengths[3], angle)[0] > 0


@formula(
    symbol="p_0",
    equation=(
        r"p_0 = \frac{3 F}{2 \pi a_c b_c} ,\quad \frac{B}{A} = \frac{(a_c / b_c)^2 E(e) - K(e)}{K(e) - E(e)} ,\quad "
        r"a_c^3 = \frac{3 F (K(e) - E(e))}{2 \pi e^2 E^* A} ,\quad \delta_c = \frac{3 F K(e)}{2 \pi a_c E^*} ,\quad "
        r"e^2 = 1 - \frac{b_c^2}{a_c^2}"
    ),
    source="johnson-contact",
    example={
        "force": "4.5 kN", "first_radius": "60 mm", "first_cross_radius": "130 mm", "second_radius": "80 mm",
        "second_cross_radius": "200 mm", "contact_modulus": "109.18 GPa", "crossing_angle": "20 deg",
        "poisson_ratio": 0.29,
    },
    requires=(
        Requires(
            ("first_radius", "first_cross_radius", "second_radius", "second_cross_radius", "crossing_angle"),
            _closes,
            "the bodies touch along a line or not at all: in each direction a concave radius must be larger than the "
            "convex one that lies in it",
        ),
    ),
)  # fmt: skip
def ellipse_contact(
    force: Force,
    first_radius: CurvatureRadius,
    first_cross_radius: CurvatureRadius,
    second_radius: CurvatureRadius,
    second_cross_radius: CurvatureRadius,
    contact_modulus: Modulus,
    crossing_angle: Angle = 0.0,
    poisson_ratio: PoissonRatio = 0.3,
) -> EllipseContact:
    """Contact of two bodies of any curvature, by the elliptic integrals.

    Parameters
    ----------
    force
        Force that presses them together [N, lbf].
    first_radius, first_cross_radius
        The two principal radii of the first body, convex positive [mm, in].
    second_radius, second_cross_radius
        Those of the second body [mm, in].
    contact_modulus
        See `contact_modulus` [GPa].
    crossing_angle
        Angle between the plane of `first_radius` and that of `second_radius` [°].
    poisson_ratio
        Of the body whose shear is asked for.

    Returns
    -------
    EllipseContact
        Half axes of the contact [mm], peak pressure [MPa], approach [µm], and largest shear stress below the middle
        [MPa] with its depth [mm].

    Raises
    ------
    InputError
        When the bodies do not close around a point.

    Notes
    -----
    Elastic, smooth, without friction; the contact must be small against the radii and the bodies.

    References
    ----------
    K. L. Johnson, Contact Mechanics, 1985, section 4.2; the stresses on the axis are in A. P. Boresi and R. J.
    Schmidt, Advanced Mechanics of Materials, 6th ed., section 17.4.  The example is 17.1 there, whose chart gives
    1597 MPa.

    Examples
    --------
    >>> ellipse_contact("4.5 kN", "60 mm", "130 mm", "80 mm", "200 mm", "109.18 GPa", "60 deg", 0.29).peak_pressure.m
    1641.9...
    """
    from scipy.special import elliprd, elliprf

    small, large = principal_curvatures(
        first_radius, first_cross_radius, second_radius, second_cross_radius, crossing_angle
    )
    ratio = _axes_ratio(large / small)
    flat = elliprd(0.0, ratio**2, 1.0) / 3  # (K - E) / e², without the loss of digits near a circle
    major = (3 * force * flat / (2 * np.pi * contact_modulus * small)) ** (1 / 3)
    minor = ratio * major
    pressure = contact_modulus * small * major / (flat * ratio)  # from the axes, so that no load gives none
    approach = pressure / contact_modulus * minor * elliprf(0.0, ratio**2, 1.0)
    shear, depth = _shear_below_ellipse(ratio, poisson_ratio)
    return EllipseContact(major, minor, pressure, approach, shear * pressure, depth * minor)


def _root(miss: Callable[..., Any], low: Real, high: Real, *given: Real) -> Real:
    """Where `miss` changes sign between `low` and `high`, element by element."""
    from scipy.optimize import elementwise

    arrays = np.broadcast_arrays(low, high, *given)
    if arrays[0].size == 0:
        return arrays[0] * 1.0
    found = elementwise.find_root(
        miss, (arrays[0], arrays[1]), args=tuple(arrays[2:]), tolerances={"xrtol": 1e-15, "xatol": 0.0}
    )
    root: Real = found.x
    return root


def _axes_ratio(curvature_ratio: Real) -> Real:
    """Minor over major half axis of the contact for the ratio B/A of the curvatures."""
    from scipy.special import elliprd

    def miss(logarithm: Any, wanted: Any) -> Any:
        square = np.exp(2 * logarithm)
        return np.log(elliprd(0.0, 1.0, square) / elliprd(0.0, square, 1.0) / wanted)

    guess = -2 / 3 * np.log(curvature_ratio)  # within a tenth of the logarithm over all that can be computed
    return np.minimum(np.exp(_root(miss, 1.2 * guess - 0.1, 0.7 * guess + 0.1, curvature_ratio)), 1.0)


_ROUND = 1 - 1e-6
"""Ratio of the axes above which the stresses below the surface are those of this ratio, good to a millionth."""


def _shear_below_ellipse(ratio: Real, poisson_ratio: Real) -> tuple[Real, Real]:
    """Largest shear stress on the axis over the peak pressure, and its depth over the minor half axis."""
    from scipy.special import ellipeinc, ellipkinc

    def parts(depth: Any, k: Any) -> tuple[Any, ...]:
        t, rest = k * depth, 1 - k**2
        n = np.sqrt((k**2 + t**2) / (1 + t**2))
        slope = t * rest / (n * (1 + t**2) ** 2)
        angle = np.arctan2(1.0, t)
        return t, rest, n, slope, ellipkinc(angle, rest), ellipeinc(angle, rest)

    def rise(depth: Any, k: Any, nu: Any) -> Any:
        """Slope of the stress along the minor axis less that downward, over the depth."""
        t, _rest, n, slope, first, second = parts(depth, k)
        turn = t * (1 / n - n) / (1 + t**2)
        plain = -slope / (2 * n**2) - slope / k**2 + second / k**2 - first + t * (1 / n - n / k**2) / (1 + t**2)
        across = slope + first - second - turn
        return 2 * (plain + nu * across) - (1 / n**2 + 1) * slope

    def difference(depth: Any, k: Any, nu: Any) -> Any:
        t, rest, n, _slope, first, second = parts(depth, k)
        plain = 1 / (2 * n) + 0.5 - n / k**2 + t * (second / k**2 - first)
        across = n - 1 + t * (first - second)
        return k / rest * (2 * (plain + nu * across) + 1 / n - n)

    k = np.minimum(ratio, _ROUND)
    depth = _root(rise, np.full_like(k, 0.2), np.full_like(k, 1.2), k, poisson_ratio)
    return difference(depth, k, poisson_ratio) / 2, depth

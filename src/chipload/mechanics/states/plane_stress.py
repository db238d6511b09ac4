"""Plane stress: turned axes, principal stresses and Mohr's circle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.states.tensors import angle_to_first
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, SignedStress, Stress

_EXAMPLE = {"normal_stress_x": "80 MPa", "normal_stress_y": "-40 MPa", "shear_stress_xy": "25 MPa"}


@dataclass(frozen=True)
class RotatedStress:
    """Plane stress along turned axes."""

    rotated_normal_stress_x: SignedStress
    rotated_normal_stress_y: SignedStress
    rotated_shear_stress_xy: SignedStress


@dataclass(frozen=True)
class PlanePrincipalStresses:
    """Largest and smallest normal stress in the plane, and the angle from x to the direction of the largest."""

    first_in_plane_stress: SignedStress
    second_in_plane_stress: SignedStress
    principal_angle: Angle


@dataclass(frozen=True)
class PlaneMohrCircle:
    """Mohr's circle of a plane state: its centre, its radius, and the angle on it from the face x to the first."""

    circle_center: SignedStress
    circle_radius: Stress
    circle_angle: Angle


@dataclass(frozen=True)
class PlaneShearStresses:
    """Largest shear stress on planes across the plane, and on any plane."""

    max_in_plane_shear_stress: Stress
    max_shear_stress: Stress


@formula(
    symbol=r"\sigma_{x'}",
    equation=(
        r"\sigma_{x'} = \frac{\sigma_x + \sigma_y}{2} + \frac{\sigma_x - \sigma_y}{2} \cos(2 \theta) "
        r"+ \tau_{xy} \sin(2 \theta)"
    ),
    source="gere-mechanics",
    example={**_EXAMPLE, "rotation_angle": "30 deg"},
)
def plane_stress_rotation(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress, rotation_angle: Angle
) -> RotatedStress:
    """Plane stress along axes that are turned.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses along the old axes, tension positive [MPa, ksi].
    rotation_angle
        Angle from the old x to the new, counter-clockwise [°].

    Returns
    -------
    RotatedStress
        Stresses along the new axes [MPa].

    Notes
    -----
    Equilibrium alone, so it holds for every material.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.2.  The example is 7.1: 15000, 7000 and -5000 psi.

    Examples
    --------
    >>> found = plane_stress_rotation("16 ksi", "6 ksi", "4 ksi", "45 deg")
    >>> found.rotated_normal_stress_x.to("ksi").m
    15.0
    """
    middle, half = (normal_stress_x + normal_stress_y) / 2, (normal_stress_x - normal_stress_y) / 2
    cosine, sine = np.cos(2 * rotation_angle), np.sin(2 * rotation_angle)
    turned = half * cosine + shear_stress_xy * sine
    return RotatedStress(middle + turned, middle - turned, shear_stress_xy * cosine - half * sine)


@formula(
    symbol=r"\sigma_{p1}",
    equation=(
        r"\sigma_{p1} = \frac{\sigma_x + \sigma_y}{2} + \sqrt{(\frac{\sigma_x - \sigma_y}{2})^2 + \tau_{xy}^2} "
        r",\quad \tan(2 \theta_p) = \frac{2 \tau_{xy}}{\sigma_x - \sigma_y}"
    ),
    source="gere-mechanics",
    example=_EXAMPLE,
)
def plane_principal_stresses(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress
) -> PlanePrincipalStresses:
    """Principal stresses of plane stress and their direction.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].

    Returns
    -------
    PlanePrincipalStresses
        Largest and smallest stress in the plane [MPa], and the angle from x to the largest, counter-clockwise, above
        -90 to 90 [°].

    Notes
    -----
    The third principal stress, across the plane, is zero and may be the largest or the smallest of the three.  Where
    both stresses are alike every direction is principal, and the angle is zero.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.3.  The example is Beer, Johnston and DeWolf, Mechanics of
    Materials, example 7.01: 70 and -30 MPa at 26.6°.

    Examples
    --------
    >>> found = plane_principal_stresses("50 MPa", "-10 MPa", "40 MPa")
    >>> found.first_in_plane_stress.m, found.second_in_plane_stress.m, found.principal_angle.m
    (70.0, -30.0, 26.56...)
    """
    middle = (normal_stress_x + normal_stress_y) / 2
    radius = np.hypot((normal_stress_x - normal_stress_y) / 2, shear_stress_xy)
    angle = angle_to_first(normal_stress_x, normal_stress_y, shear_stress_xy)
    return PlanePrincipalStresses(middle + radius, middle - radius, angle)


@formula(
    symbol=r"R_\sigma",
    equation=(
        r"R_\sigma = \sqrt{(\frac{\sigma_x - \sigma_y}{2})^2 + \tau_{xy}^2} "
        r",\quad C_\sigma = \frac{\sigma_x + \sigma_y}{2}"
    ),
    source="gere-mechanics",
    example=_EXAMPLE,
)
def plane_mohr_circle(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress
) -> PlaneMohrCircle:
    """Mohr's circle of plane stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].

    Returns
    -------
    PlaneMohrCircle
        Centre and radius [MPa], and the angle on the circle from the face x to the first principal stress, twice
        that of the element [°].

    Notes
    -----
    With the shear axis downwards the circle is run through in the sense in which the element turns.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.4.  The example is 7.5: centre 10 000 psi, radius 6403 psi, 38.66°.

    Examples
    --------
    >>> found = plane_mohr_circle("15 ksi", "5 ksi", "4 ksi")
    >>> found.circle_center.to("ksi").m, found.circle_radius.to("ksi").m, found.circle_angle.m
    (10.0, 6.403..., 38.65...)
    """
    radius = np.hypot((normal_stress_x - normal_stress_y) / 2, shear_stress_xy)
    angle = 2 * angle_to_first(normal_stress_x, normal_stress_y, shear_stress_xy)
    return PlaneMohrCircle(*together((normal_stress_x + normal_stress_y) / 2, radius, angle))


@formula(
    symbol=r"\tau_m",
    equation=(
        r"\tau_m = \max(R_\sigma, \frac{\sigma_{p1}}{2}, -\frac{\sigma_{p2}}{2}) "
        r",\quad R_\sigma = \sqrt{(\frac{\sigma_x - \sigma_y}{2})^2 + \tau_{xy}^2}"
    ),
    source="gere-mechanics",
    example={"normal_stress_x": "60 MPa", "normal_stress_y": "35 MPa", "shear_stress_xy": "30 MPa"},
)
def plane_shear_stresses(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress
) -> PlaneShearStresses:
    """Largest shear stresses of plane stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].

    Returns
    -------
    PlaneShearStresses
        Largest on planes across the plane, and on any plane [MPa].

    Notes
    -----
    Where both principal stresses have one sign, the largest shear stress lies on a plane inclined to the surface.

    References
    ----------
    The example is Beer, Johnston and DeWolf, Mechanics of Materials, example 7.03: 4 ksi.

    Examples
    --------
    >>> plane_shear_stresses("6 ksi", "3.5 ksi", "3 ksi").max_shear_stress.to("ksi").m
    4.0
    """
    middle = (normal_stress_x + normal_stress_y) / 2
    radius = np.hypot((normal_stress_x - normal_stress_y) / 2, shear_stress_xy)
    return PlaneShearStresses(radius, np.maximum(radius, (np.abs(middle) + radius) / 2))

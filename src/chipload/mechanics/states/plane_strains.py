"""Strain in a plane: turned axes, principal strains, and the strains that a rosette of gauges reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.states.tensors import angle_to_first
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Strain

_EXAMPLE = {"normal_strain_x": 340e-6, "normal_strain_y": 110e-6, "shear_strain_xy": 180e-6}
_GAUGES = {"first_gauge_strain": 100e-6, "second_gauge_strain": 300e-6, "third_gauge_strain": -200e-6}


@dataclass(frozen=True)
class RotatedStrain:
    """Strains along turned axes, the shear strain as the full angle."""

    rotated_normal_strain_x: Strain
    rotated_normal_strain_y: Strain
    rotated_shear_strain_xy: Strain


@dataclass(frozen=True)
class PlanePrincipalStrains:
    """Largest and smallest normal strain in the plane, largest shear strain in it, and the angle to the first."""

    first_in_plane_strain: Strain
    second_in_plane_strain: Strain
    max_in_plane_shear_strain: Strain
    principal_angle: Angle


@dataclass(frozen=True)
class RosetteStrains:
    """Strains along x, the first gauge, and y that three gauges tell."""

    normal_strain_x: Strain
    normal_strain_y: Strain
    shear_strain_xy: Strain


@formula(
    symbol=r"\epsilon_{x'}",
    equation=(
        r"\epsilon_{x'} = \frac{\epsilon_x + \epsilon_y}{2} + \frac{\epsilon_x - \epsilon_y}{2} \cos(2 \theta) "
        r"+ \frac{\gamma_{xy}}{2} \sin(2 \theta)"
    ),
    source="gere-mechanics",
    example={**_EXAMPLE, "rotation_angle": "30 deg"},
)
def plane_strain_rotation(
    normal_strain_x: Strain, normal_strain_y: Strain, shear_strain_xy: Strain, rotation_angle: Angle
) -> RotatedStrain:
    """Strains in a plane along axes that are turned.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, shear_strain_xy
        Strains along the old axes, the shear strain as the full angle.
    rotation_angle
        Angle from the old x to the new, counter-clockwise [°].

    Returns
    -------
    RotatedStrain
        Strains along the new axes.

    Notes
    -----
    Geometry of small strains alone, so it holds for every material and for plane stress too.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.7.  The example is 7.7: 360, 90 and -110 millionths.

    Examples
    --------
    >>> found = plane_strain_rotation(340e-6, 110e-6, 180e-6, "30 deg")
    >>> found.rotated_normal_strain_x.m, found.rotated_shear_strain_xy.m
    (0.000360..., -0.000109...)
    """
    middle, half = (normal_strain_x + normal_strain_y) / 2, (normal_strain_x - normal_strain_y) / 2
    cosine, sine = np.cos(2 * rotation_angle), np.sin(2 * rotation_angle)
    turned = half * cosine + shear_strain_xy / 2 * sine
    return RotatedStrain(middle + turned, middle - turned, shear_strain_xy * cosine - 2 * half * sine)


@formula(
    symbol=r"\epsilon_{p1}",
    equation=(
        r"\epsilon_{p1} = \frac{\epsilon_x + \epsilon_y}{2} + \frac{\gamma_{p}}{2} "
        r",\quad \gamma_{p} = \sqrt{(\epsilon_x - \epsilon_y)^2 + \gamma_{xy}^2}"
    ),
    source="gere-mechanics",
    example=_EXAMPLE,
)
def plane_principal_strains(
    normal_strain_x: Strain, normal_strain_y: Strain, shear_strain_xy: Strain
) -> PlanePrincipalStrains:
    """Principal strains in a plane and their direction.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, shear_strain_xy
        Strains, the shear strain as the full angle.

    Returns
    -------
    PlanePrincipalStrains
        Largest and smallest normal strain, largest shear strain, and the angle from x to the largest [°].

    Notes
    -----
    The strain across the plane may be the largest or the smallest of the three, see `StrainState`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.7.  The example is Beer, Johnston and DeWolf, Mechanics of
    Materials, example 7.04: 483 and -83 millionths.

    Examples
    --------
    >>> found = plane_principal_strains(400e-6, 0.0, 400e-6)
    >>> found.first_in_plane_strain.m, found.max_in_plane_shear_strain.m
    (0.000482..., 0.000565...)
    """
    middle = (normal_strain_x + normal_strain_y) / 2
    shear = np.hypot(normal_strain_x - normal_strain_y, shear_strain_xy)
    angle = angle_to_first(normal_strain_x, normal_strain_y, shear_strain_xy / 2)
    return PlanePrincipalStrains(middle + shear / 2, middle - shear / 2, shear, angle)


@formula(
    symbol=r"\gamma_{xy}",
    equation=(
        r"\epsilon_x = \epsilon_a ,\quad \epsilon_y = \epsilon_c "
        r",\quad \gamma_{xy} = 2 \epsilon_b - \epsilon_a - \epsilon_c"
    ),
    source="gere-mechanics",
    example=_GAUGES,
)
def rectangular_rosette(
    first_gauge_strain: Strain, second_gauge_strain: Strain, third_gauge_strain: Strain
) -> RosetteStrains:
    """Strains from a rectangular rosette, its gauges at 0°, 45° and 90°.

    Parameters
    ----------
    first_gauge_strain, second_gauge_strain, third_gauge_strain
        Readings of the gauges at 0°, 45° and 90°, counter-clockwise.

    Returns
    -------
    RosetteStrains
        Strains along the first gauge and across it, and the shear strain between.

    Notes
    -----
    Gauges without transverse sensitivity.  For other angles see `StrainState.from_rosette`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.7.  The example is Pytel and Kiusalaas, Mechanics of Materials,
    example 8.14.

    Examples
    --------
    >>> rectangular_rosette(100e-6, 300e-6, -200e-6).shear_strain_xy.m
    0.0007
    """
    shear = 2 * second_gauge_strain - first_gauge_strain - third_gauge_strain
    return RosetteStrains(*together(first_gauge_strain, third_gauge_strain, shear))


@formula(
    symbol=r"\gamma_{xy}",
    equation=(
        r"\epsilon_x = \epsilon_a ,\quad \epsilon_y = \frac{2 \epsilon_b + 2 \epsilon_c - \epsilon_a}{3} "
        r",\quad \gamma_{xy} = \frac{2 (\epsilon_b - \epsilon_c)}{\sqrt{3}}"
    ),
    source="gere-mechanics",
    example={"first_gauge_strain": 40e-6, "second_gauge_strain": 980e-6, "third_gauge_strain": 330e-6},
)
def delta_rosette(
    first_gauge_strain: Strain, second_gauge_strain: Strain, third_gauge_strain: Strain
) -> RosetteStrains:
    """Strains from a delta rosette, its gauges at 0°, 60° and 120°.

    Parameters
    ----------
    first_gauge_strain, second_gauge_strain, third_gauge_strain
        Readings of the gauges at 0°, 60° and 120°, counter-clockwise.

    Returns
    -------
    RosetteStrains
        Strains along the first gauge and across it, and the shear strain between.

    Notes
    -----
    Gauges without transverse sensitivity.  For other angles see `StrainState.from_rosette`.

    References
    ----------
    The example is Beer, Johnston and DeWolf, Mechanics of Materials, sample problem 7.7: 860 and 750 millionths.

    Examples
    --------
    >>> found = delta_rosette(40e-6, 980e-6, 330e-6)
    >>> found.normal_strain_y.m, found.shear_strain_xy.m
    (0.00086, 0.00075...)
    """
    across = (2 * second_gauge_strain + 2 * third_gauge_strain - first_gauge_strain) / 3
    shear = 2 * (second_gauge_strain - third_gauge_strain) / np.sqrt(3)
    return RosetteStrains(*together(first_gauge_strain, across, shear))

"""Chip formation in orthogonal cutting: chip ratio, shear angle, strain and velocities.

One straight edge square to the velocity, a continuous chip and a thin shear plane.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    CuttingSpeed,
    PositiveLength,
    PositiveRatio,
    StrainRate,
)
from chipload.units.parameters import Requires

_BELOW_RIGHT_ANGLE = Requires(
    ("rake_angle",),
    lambda rake_angle: abs(rake_angle) < np.pi / 2,
    "the rake must lie between -90 and 90 degrees",
)
CHIP_FORMS = Requires(
    ("shear_angle", "rake_angle"),
    lambda shear_angle, rake_angle: (
        (shear_angle > 0) & (shear_angle < np.pi / 2) & (abs(shear_angle - rake_angle) < np.pi / 2)
    ),
    "a chip needs a shear angle between 0 and 90 degrees, less than 90 degrees from the rake; give both in degrees",
)


@formula(
    symbol=r"r_c",
    equation=r"r_c = \frac{h}{h_{ch}}",
    source="merchant1945",
    example={"chip_thickness": "0.2 mm", "formed_chip_thickness": "0.62 mm"},
)
def chip_ratio(chip_thickness: ChipThickness, formed_chip_thickness: PositiveLength) -> PositiveRatio:
    """Ratio of the chip thickness before the cut to that after it.

    Parameters
    ----------
    chip_thickness
        Thickness of the chip before it forms, the feed in orthogonal turning [mm, in].
    formed_chip_thickness
        Thickness of the chip as it is measured after the cut [mm, in].

    Returns
    -------
    Quantity
        Chip ratio, below 1 for all but freak chips; its inverse is the chip compression.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 14.6: 0.323.

    Examples
    --------
    >>> chip_ratio("0.2 mm", "0.62 mm").m
    0.3225...
    """
    return chip_thickness / formed_chip_thickness


@formula(
    symbol=r"\phi_c",
    equation=r"\tan(\phi_c) = \frac{r_c \cos(\gamma)}{1 - r_c \sin(\gamma)}",
    source="merchant1945",
    example={"chip_ratio": 0.4444, "rake_angle": "10 deg"},
    requires=(_BELOW_RIGHT_ANGLE,),
)
def shear_angle(chip_ratio: PositiveRatio, rake_angle: Angle) -> Angle:
    """Angle of the shear plane from a measured chip.

    Parameters
    ----------
    chip_ratio
        Chip thickness before over after the cut, see `chip_ratio`.
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Shear angle, from the cutting velocity [°].

    Raises
    ------
    InputError
        When the rake is not between -90 and 90°.

    Notes
    -----
    Orthogonal cutting with a continuous chip as wide as the cut.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.1: 25.4°.

    Examples
    --------
    >>> shear_angle(chip_ratio("0.5 mm", "1.125 mm"), "10 deg").m
    25.37...
    """
    return np.arctan2(chip_ratio * np.cos(rake_angle), 1 - chip_ratio * np.sin(rake_angle))


@formula(
    symbol=r"\phi_c",
    equation=r"\phi_c = \frac{\pi}{4} - \frac{\beta_a - \gamma}{2}",
    source="merchant1945",
    example={"friction_angle": "49.2 deg", "rake_angle": "10 deg"},
)
def merchant_shear_angle(friction_angle: Angle, rake_angle: Angle) -> Angle:
    """Shear angle of least energy, after Merchant.

    Parameters
    ----------
    friction_angle
        Angle between the force on the rake face and its normal [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Shear angle [°].

    Notes
    -----
    It assumes a shear stress that does not depend on the normal stress; measured shear angles are mostly lower.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 318-324. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.3, read from the friction angle to the shear angle: 25.4°.

    Examples
    --------
    >>> merchant_shear_angle("49.2 deg", "10 deg").m
    25.4
    """
    return np.pi / 4 - (friction_angle - rake_angle) / 2


@formula(
    symbol=r"\phi_c",
    equation=r"\phi_c = \frac{\pi}{4} - \beta_a + \gamma",
    source="lee1951",
    example={"friction_angle": "35 deg", "rake_angle": "10 deg"},
)
def lee_shaffer_shear_angle(friction_angle: Angle, rake_angle: Angle) -> Angle:
    """Shear angle of the slip-line field of Lee and Shaffer.

    Parameters
    ----------
    friction_angle
        Angle between the force on the rake face and its normal [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Shear angle [°].

    Notes
    -----
    For a rigid and perfectly plastic material; without meaning for much friction with little rake, where it gives
    no positive angle.

    References
    ----------
    E. H. Lee and B. W. Shaffer, J. Appl. Mech. 18 (1951) 405-413.

    Examples
    --------
    >>> lee_shaffer_shear_angle("35 deg", "10 deg").m
    20.0
    """
    return np.pi / 4 - friction_angle + rake_angle


@formula(
    symbol=r"\gamma_s",
    equation=r"\gamma_s = \frac{\cos(\gamma)}{\sin(\phi_c) \cos(\phi_c - \gamma)}",
    source="merchant1945",
    example={"shear_angle": "20 deg", "rake_angle": "10 deg"},
    requires=(CHIP_FORMS,),
)
def shear_strain(shear_angle: Angle, rake_angle: Angle) -> PositiveRatio:
    """Shear strain of the chip.

    Parameters
    ----------
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Shear strain.

    Raises
    ------
    InputError
        When the angles leave no room for a chip.

    Notes
    -----
    The same as cot(shear angle) + tan(shear angle - rake).

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.1: 2.386.

    Examples
    --------
    >>> shear_strain("25.4 deg", "10 deg").m
    2.3814...
    """
    return np.cos(rake_angle) / (np.sin(shear_angle) * np.cos(shear_angle - rake_angle))


@formula(
    symbol=r"v_{ch}",
    equation=r"v_{ch} = v_c \frac{\sin(\phi_c)}{\cos(\phi_c - \gamma)}",
    source="merchant1945",
    example={"cutting_speed": "2 m/s", "shear_angle": "31.27 deg", "rake_angle": "10 deg"},
    requires=(CHIP_FORMS,),
)
def chip_velocity(cutting_speed: CuttingSpeed, shear_angle: Angle, rake_angle: Angle) -> CuttingSpeed:
    """Speed of the chip along the rake face.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Chip velocity [m/min], the cutting speed times the chip ratio.

    Raises
    ------
    InputError
        When the angles leave no room for a chip.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 14.3: 1.114 m/s.

    Examples
    --------
    >>> chip_velocity("2 m/s", "31.27 deg", "10 deg").to("m/s").m
    1.1140...
    """
    return cutting_speed * np.sin(shear_angle) / np.cos(shear_angle - rake_angle)


@formula(
    symbol=r"v_{sh}",
    equation=r"v_{sh} = v_c \frac{\cos(\gamma)}{\cos(\phi_c - \gamma)}",
    source="merchant1945",
    example={"cutting_speed": "2 m/s", "shear_angle": "31.27 deg", "rake_angle": "10 deg"},
    requires=(CHIP_FORMS,),
)
def shear_velocity(cutting_speed: CuttingSpeed, shear_angle: Angle, rake_angle: Angle) -> CuttingSpeed:
    """Speed of shearing along the shear plane.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Shear velocity [m/min]: with cutting speed and chip velocity it closes a triangle.

    Raises
    ------
    InputError
        When the angles leave no room for a chip.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275.

    Examples
    --------
    >>> shear_velocity("2 m/s", "45 deg", "0 deg").to("m/s").m
    2.8284...
    """
    return cutting_speed * np.cos(rake_angle) / np.cos(shear_angle - rake_angle)


@formula(
    symbol=r"\gamma'_s",
    equation=r"\gamma'_s = \frac{v_{sh}}{s_{sh}}",
    source="merchant1945",
    example={"shear_velocity": "2 m/s", "shear_zone_thickness": "0.02 mm"},
)
def shear_strain_rate(shear_velocity: CuttingSpeed, shear_zone_thickness: PositiveLength) -> StrainRate:
    """Rate of shear strain in the shear zone.

    Parameters
    ----------
    shear_velocity
        Speed of shearing along the plane [m/min].
    shear_zone_thickness
        Thickness of the zone in which the chip shears [mm].

    Returns
    -------
    Quantity
        Strain rate [1/s].

    Notes
    -----
    The thickness of the zone has to be measured or assumed; the rate is as uncertain as it is.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275, for the velocities; the mean rate is their definition.

    Examples
    --------
    >>> shear_strain_rate("2 m/s", "0.02 mm").m
    100000.0
    """
    return shear_velocity / shear_zone_thickness

"""The force circle of orthogonal cutting: what acts on the shear plane and on the rake face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    ChipThickness,
    Force,
    Length,
    Ratio,
    SignedForce,
    Stress,
)
from chipload.units.parameters import Requires

_FRICTION = Requires(
    ("friction_angle",),
    lambda friction_angle: abs(friction_angle) < np.pi / 2,
    "the friction angle must lie between -90 and 90 degrees",
)
_SHEAR_PLANE = Requires(
    ("shear_angle",),
    lambda shear_angle: (shear_angle > 0) & (shear_angle < np.pi / 2),
    "the shear angle must lie between 0 and 90 degrees",
)
_SOME_AREA = Requires(("shear_area",), lambda shear_area: shear_area > 0, "the shear plane must have an area")
_FORCE_FORMS = Requires(
    ("shear_angle", "friction_angle", "rake_angle"),
    lambda shear_angle, friction_angle, rake_angle: (
        (shear_angle > 0)
        & (shear_angle + friction_angle - rake_angle < np.pi / 2)
        & (friction_angle - rake_angle > -np.pi / 2)
    ),
    "shear angle and friction angle less the rake must together be below 90 degrees, and the shear angle above 0",
)


@dataclass(frozen=True)
class ForceCircle:
    """The force of cutting resolved along and across the shear plane, and along and across the rake face."""

    shear_force: SignedForce
    shear_normal_force: SignedForce
    friction_force: SignedForce
    rake_normal_force: SignedForce


@dataclass(frozen=True)
class OrthogonalForces:
    """Force along and across the cutting velocity."""

    cutting_force: Force
    thrust_force: SignedForce


@formula(
    symbol=r"F_{sh}",
    equation=(
        r"F_{sh} = F_c \cos(\phi_c) - F_{cN} \sin(\phi_c) ,\quad F_{shN} = F_c \sin(\phi_c) + F_{cN} \cos(\phi_c)"
        r" ,\quad F_\gamma = F_c \sin(\gamma) + F_{cN} \cos(\gamma)"
        r" ,\quad F_{\gamma N} = F_c \cos(\gamma) - F_{cN} \sin(\gamma)"
    ),
    source="merchant1945",
    example={"cutting_force": "1600 N", "thrust_force": "850 N", "shear_angle": "29 deg", "rake_angle": "10 deg"},
)
def force_circle(cutting_force: Force, thrust_force: SignedForce, shear_angle: Angle, rake_angle: Angle) -> ForceCircle:
    """Forces on the shear plane and on the rake face from measured cutting and thrust force.

    Parameters
    ----------
    cutting_force
        Force along the cutting velocity [N, lbf].
    thrust_force
        Force across the cutting velocity, in the plane of the cut; negative when the tool is drawn in [N, lbf].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    ForceCircle
        Force along and across the shear plane, force along and across the rake face [N].

    Notes
    -----
    All four are parts of one resultant; forces on the flank of a worn or rounded edge have to be taken off first.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.2: a shear force of 863 N.

    Examples
    --------
    >>> force_circle("1559 N", "1271 N", "25.4 deg", "10 deg").shear_force.m
    863.1...
    """
    cosine, sine = np.cos(shear_angle), np.sin(shear_angle)
    along, across = np.sin(rake_angle), np.cos(rake_angle)
    return ForceCircle(
        cutting_force * cosine - thrust_force * sine,
        cutting_force * sine + thrust_force * cosine,
        cutting_force * along + thrust_force * across,
        cutting_force * across - thrust_force * along,
    )


@formula(
    symbol=r"\beta_a",
    equation=r"\beta_a = \gamma + \arctan(\frac{F_{cN}}{F_c})",
    source="merchant1945",
    example={"cutting_force": "567 N", "thrust_force": "227 N", "rake_angle": "10 deg"},
)
def friction_angle(cutting_force: Force, thrust_force: SignedForce, rake_angle: Angle) -> Angle:
    """Friction angle on the rake face from measured forces.

    Parameters
    ----------
    cutting_force
        Force along the cutting velocity [N, lbf].
    thrust_force
        Force across the cutting velocity, in the plane of the cut; negative when the tool is drawn in [N, lbf].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Friction angle [°].

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 14.3: 31.82°.

    Examples
    --------
    >>> friction_angle("567 N", "227 N", "10 deg").m
    31.81...
    """
    return rake_angle + np.arctan2(thrust_force, cutting_force)


@formula(
    symbol=r"\mu_\gamma",
    equation=r"\mu_\gamma = \tan(\beta_a)",
    source="merchant1945",
    example={"friction_angle": "38 deg"},
    requires=(_FRICTION,),
)
def friction_coefficient(friction_angle: Angle) -> Ratio:
    """Mean friction coefficient on the rake face.

    Parameters
    ----------
    friction_angle
        Angle between the force on the rake face and its normal [°].

    Returns
    -------
    Quantity
        Friction coefficient.

    Raises
    ------
    InputError
        When the friction angle is not between -90 and 90°.

    Notes
    -----
    A mean over sticking and sliding contact, often above that of a sliding test.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.3: 1.16.

    Examples
    --------
    >>> friction_coefficient("49.2 deg").m
    1.158...
    """
    return np.tan(friction_angle)


@formula(
    symbol=r"A_{sh}",
    equation=r"A_{sh} = \frac{h b}{\sin(\phi_c)}",
    source="merchant1945",
    example={"chip_thickness": "0.5 mm", "chip_width": "3 mm", "shear_angle": "25.4 deg"},
    requires=(_SHEAR_PLANE,),
)
def shear_area(chip_thickness: ChipThickness, chip_width: Length, shear_angle: Angle) -> Area:
    """Area of the shear plane.

    Parameters
    ----------
    chip_thickness
        Thickness of the chip before it forms, the feed in orthogonal turning [mm, in].
    chip_width
        Width of the chip, the length of edge in cut [mm, in].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].

    Returns
    -------
    Quantity
        Area [mm²].

    Raises
    ------
    InputError
        When the shear angle is not between 0 and 90°.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.2: 3.497 mm².

    Examples
    --------
    >>> shear_area("0.5 mm", "3 mm", "25.4 deg").m
    3.497...
    """
    return chip_thickness * chip_width / np.sin(shear_angle)


@formula(
    symbol=r"\tau_s",
    equation=r"\tau_s = \frac{F_{sh}}{A_{sh}}",
    source="merchant1945",
    example={"shear_force": "863 N", "shear_area": "3.497 mm**2"},
    requires=(_SOME_AREA,),
)
def shear_stress(shear_force: SignedForce, shear_area: Area) -> Stress:
    """Mean shear stress on the shear plane.

    Parameters
    ----------
    shear_force
        Force along the shear plane [N].
    shear_area
        Area of the shear plane [mm², in²].

    Returns
    -------
    Quantity
        Shear stress [MPa].

    Raises
    ------
    InputError
        When the area is nothing.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is M. P. Groover, Fundamentals of Modern
    Manufacturing, example 21.2: 247 MPa.

    Examples
    --------
    >>> shear_stress("863 N", "3.497 mm**2").m
    246.7...
    """
    return shear_force / shear_area


@formula(
    symbol=r"F_c",
    equation=(
        r"F_c = \frac{\tau_s h b \cos(\beta_a - \gamma)}{\sin(\phi_c) \cos(\phi_c + \beta_a - \gamma)} ,\quad "
        r"F_{cN} = F_c \tan(\beta_a - \gamma)"
    ),
    source="merchant1945",
    example={
        "shear_stress": "400 MPa",
        "chip_thickness": "0.2 mm",
        "chip_width": "2 mm",
        "shear_angle": "25 deg",
        "friction_angle": "26.565 deg",
        "rake_angle": "10 deg",
    },
    requires=(_FORCE_FORMS,),
)
def orthogonal_forces(
    shear_stress: Stress,
    chip_thickness: ChipThickness,
    chip_width: Length,
    shear_angle: Angle,
    friction_angle: Angle,
    rake_angle: Angle,
) -> OrthogonalForces:
    """Cutting and thrust force from shear stress, shear angle and friction.

    Parameters
    ----------
    shear_stress
        Shear stress of the work on the shear plane [MPa].
    chip_thickness
        Thickness of the chip before it forms, the feed in orthogonal turning [mm, in].
    chip_width
        Width of the chip, the length of edge in cut [mm, in].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    friction_angle
        Angle between the force on the rake face and its normal [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    OrthogonalForces
        Cutting force and thrust force [N].

    Raises
    ------
    InputError
        When the force would need to push the chip back into the work.

    Notes
    -----
    For a sharp edge; the shear angle is measured or from `merchant_shear_angle` or `lee_shaffer_shear_angle`.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is A. Ghosh and A. K. Mallik, Manufacturing
    Science, chapter 4, problem 3, printed as 420 N where the arithmetic gives 429 N.

    Examples
    --------
    >>> orthogonal_forces("400 MPa", "0.2 mm", "2 mm", "36.717 deg", "26.565 deg", "10 deg").cutting_force.m
    429.0...
    """
    lean = friction_angle - rake_angle
    force = (
        shear_stress * chip_thickness * chip_width * np.cos(lean) / (np.sin(shear_angle) * np.cos(shear_angle + lean))
    )
    return OrthogonalForces(force, force * np.tan(lean))

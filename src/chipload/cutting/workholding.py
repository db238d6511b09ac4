"""Forces that hold a part: vice, strap clamp and screw, and the push-off of a thin wall.

Forces of the cut are the peaks, not the means.  Friction is the least certain figure here: it is an argument, and
a result is a warning, not a guarantee.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    Diameter,
    Force,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    PositiveRatio,
    SmallLength,
    Torque,
)
from chipload.units.parameters import Requires, ValidRatio


@dataclass(frozen=True)
class GripSafety:
    """Friction that holds over the force that acts: sliding alone, lifting alone, and both together."""

    slip_safety: PositiveRatio
    lift_safety: PositiveRatio
    combined_safety: PositiveRatio


@formula(
    symbol=r"F_{sp}",
    equation=r"F_{sp} = \frac{S \sqrt{F_h^2 + F_v^2}}{z_f \mu}",
    source="opjaw-clamping",
    example={
        "slip_force": "1613 N", "lift_force": "300 N", "grip_friction": 0.2, "friction_faces": 2,
        "safety_factor": 2,
    },
)  # fmt: skip
def vice_clamping_force(
    slip_force: Force,
    lift_force: Force,
    grip_friction: PositiveRatio,
    friction_faces: Count,
    safety_factor: PositiveRatio,
) -> Force:
    """Clamping force of a vice that keeps the part from sliding and from lifting out.

    Parameters
    ----------
    slip_force
        Peak force along the jaws [N].
    lift_force
        Peak force out of the vice at the same time, as of a helix that pulls up [N].
    grip_friction
        Between jaw and part.
    friction_faces
        2 where both jaws hold by friction, 1 to count one jaw alone, which is the safe side.
    safety_factor
        Safety factor, 2 or more.

    Returns
    -------
    Quantity
        Clamping force [N].

    Notes
    -----
    Both forces lie in the plane of the jaws, and friction holds their resultant.  A force against the fixed jaw
    needs no friction and is left out; a moment that tips the part out of the jaws is not in it.

    References
    ----------
    Opjaw, Clamping force and part deflection, for one face: force over coefficient.

    Examples
    --------
    >>> vice_clamping_force("300 N", "400 N", 0.25, 2, 2).m
    2000.0
    """
    return safety_factor * np.hypot(slip_force, lift_force) / (friction_faces * grip_friction)


@formula(
    symbol="S",
    equation=(
        r"S_h = \frac{z_f \mu F_{sp}}{F_h} ,\quad S_v = \frac{z_f \mu F_{sp}}{F_v} ,\quad "
        r"S = \frac{z_f \mu F_{sp}}{\sqrt{F_h^2 + F_v^2}}"
    ),
    source="opjaw-clamping",
    example={
        "clamping_force": "20 kN", "slip_force": "1613 N", "lift_force": "300 N", "grip_friction": 0.2,
        "friction_faces": 2,
    },
    requires=(
        Requires(("slip_force", "lift_force"), lambda slip, lift: (slip > 0) & (lift > 0),
                 "a force of zero has no safety factor; use vice_clamping_force with it"),
    ),
)  # fmt: skip
def grip_safety(
    clamping_force: Force,
    slip_force: Force,
    lift_force: Force,
    grip_friction: PositiveRatio,
    friction_faces: Count,
) -> GripSafety:
    """Safety of a vice against sliding and lifting out.

    Parameters
    ----------
    clamping_force
        Clamping force [N].
    slip_force
        Peak force along the jaws [N].
    lift_force
        Peak force out of the vice [N].
    grip_friction
        Between jaw and part.
    friction_faces
        Faces that hold by friction, see `vice_clamping_force`.

    Returns
    -------
    GripSafety
        Safety against each force alone and against both together.

    Raises
    ------
    InputError
        For a force of zero.

    References
    ----------
    Opjaw, Clamping force and part deflection.

    Examples
    --------
    >>> grip_safety("2 kN", "300 N", "400 N", 0.25, 2).combined_safety.m
    2.0
    """
    holds = friction_faces * grip_friction * clamping_force
    combined = holds / np.hypot(slip_force, lift_force)
    slip, lift = (np.broadcast_to(holds / force, np.shape(combined))[()] for force in (slip_force, lift_force))
    return GripSafety(slip, lift, combined)


@formula(
    symbol=r"F_{sp}",
    equation=r"F_{sp} = \frac{S M_c}{\mu r_e}",
    source="rohm-chucks",
    example={"torque": "20 N*m", "grip_friction": 0.2, "effective_radius": "25 mm", "safety_factor": 2},
)
def torque_clamping_force(
    torque: Torque, grip_friction: PositiveRatio, effective_radius: PositiveLength, safety_factor: PositiveRatio
) -> Force:
    """Normal force of all clamping faces together that holds a torque by friction.

    Parameters
    ----------
    torque
        Peak torque, as of a drill [N m].
    grip_friction
        Between clamping faces and part.
    effective_radius
        Mean radius at which the faces hold [mm, in].
    safety_factor
        Safety factor.

    Returns
    -------
    Quantity
        Sum of the normal forces [N].

    References
    ----------
    The balance of torque behind Röhm's formula for chucks.

    Examples
    --------
    >>> torque_clamping_force("20 N*m", 0.2, "25 mm", 2).m
    8000.0
    """
    return safety_factor * torque / (grip_friction * effective_radius)


@formula(
    symbol=r"\delta",
    equation=r"\delta = \frac{4 F (1 - \nu^2) h_w^3}{E b_w t_w^3}",
    source="roark",
    example={
        "force": "50 N", "wall_height": "20 mm", "wall_thickness": "2 mm", "strip_width": "20 mm",
        "youngs_modulus": "70 GPa", "poisson_ratio": 0.33,
    },
    valid=(
        ValidRatio(
            "height over thickness of the wall", ("wall_height", "wall_thickness"),
            lambda height, thickness: height / thickness, 5.0, np.inf,
            "a stout wall bends more by shear and at its foot; take a beam with shear",
        ),
    ),
)  # fmt: skip
def thin_wall_deflection(
    force: Force,
    wall_height: PositiveLength,
    wall_thickness: PositiveLength,
    strip_width: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> SmallLength:
    """How far a force at the top pushes a wall off that is clamped at its foot.

    Parameters
    ----------
    force
        Force across the wall at its free edge [N].
    wall_height
        Free height of the wall [mm, in].
    wall_thickness
        Thickness that is left [mm, in].
    strip_width
        Width of the strip that carries the force [mm, in]: the whole wall where it is short.
    youngs_modulus, poisson_ratio
        Of the part [GPa].

    Returns
    -------
    Quantity
        Deflection of the free edge [µm].

    Warns
    -----
    ValidityWarning
        For a wall lower than five times its thickness.

    Notes
    -----
    A strip of a plate, stiffer by ``1/(1 - nu**2)`` than a beam, for walls at least five times as high as thick.
    A wall longer than the strip is held by its neighbourhood and bends less.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002: cantilever, and beams of
    great width.

    Examples
    --------
    >>> thin_wall_deflection("50 N", "20 mm", "2 mm", "20 mm", "70 GPa", 0.33).m
    127.3...
    """
    return 4 * force * (1 - poisson_ratio**2) * wall_height**3 / (youngs_modulus * strip_width * wall_thickness**3)


@formula(
    symbol=r"F_{sp}",
    equation=r"F_{sp} = F_b (1 - \frac{a_b}{L_b})",
    source="strap-clamp-lecture",
    example={"bolt_force": "10 kN", "bolt_distance": "30 mm", "strap_span": "90 mm"},
    requires=(
        Requires(
            ("bolt_distance", "strap_span"),
            lambda bolt_distance, strap_span: bolt_distance <= strap_span,
            "the bolt stands between the heel of the clamp and the part",
        ),
    ),
)
def strap_clamp_force(bolt_force: Force, bolt_distance: Length, strap_span: PositiveLength) -> Force:
    """Force of a strap clamp on the part.

    Parameters
    ----------
    bolt_force
        Force of the bolt [N].
    bolt_distance
        Distance from the bolt to the part [mm, in].
    strap_span
        Distance from the heel of the clamp to the part [mm, in].

    Returns
    -------
    Quantity
        Force on the part [N].

    Raises
    ------
    InputError
        When the bolt stands beyond the heel.

    References
    ----------
    Analysis of clamping force (strap clamps), lecture chapter 4: two thirds with the bolt at a third.

    Examples
    --------
    >>> strap_clamp_force("9 kN", "30 mm", "90 mm").m
    6000.0
    """
    return bolt_force * (1 - bolt_distance / strap_span)


@formula(
    symbol="M_c",
    equation=(
        r"M_c = F_{sp} (\frac{d_m}{2} \tan(\lambda_h + \rho_t) + \mu_b r_b) ,\quad "
        r"\tan(\lambda_h) = \frac{p_h}{\pi d_m} ,\quad \tan(\rho_t) = \mu_t"
    ),
    source="jindal-machine-design",
    example={
        "clamping_force": "20 kN", "screw_diameter": "27 mm", "screw_lead": "6 mm", "thread_friction": 0.2,
        "collar_friction": 0.15, "collar_radius": "12 mm",
    },
    requires=(
        Requires(
            ("screw_diameter", "screw_lead", "thread_friction"),
            lambda diameter, lead, friction: lead * friction < np.pi * diameter,
            "lead and friction are so large that the screw jams",
        ),
    ),
)  # fmt: skip
def screw_torque(
    clamping_force: Force,
    screw_diameter: Diameter,
    screw_lead: PositiveLength,
    thread_friction: PositiveRatio,
    collar_friction: PositiveRatio,
    collar_radius: Length,
) -> Torque:
    """Torque on a screw with a square thread that gives a clamping force, as on a vice.

    Parameters
    ----------
    clamping_force
        Clamping force [N].
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_friction, collar_friction
        Coefficients of friction in the thread and at the collar.
    collar_radius
        Mean radius of the collar [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    Raises
    ------
    InputError
        When lead and friction make the screw jam.

    References
    ----------
    U. C. Jindal, Machine Design, example 16-1, p. 450: 110.148 N m.

    Examples
    --------
    >>> screw_torque("20 kN", "27 mm", "6 mm", 0.2, 0.15, "12 mm").m
    110.14...
    """
    lead_angle = np.arctan(screw_lead / (np.pi * screw_diameter))
    thread = screw_diameter / 2 * np.tan(lead_angle + np.arctan(thread_friction))
    return clamping_force * (thread + collar_friction * collar_radius)

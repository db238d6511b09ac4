"""Power screws: torque up and down under a load, efficiency, and the friction that holds the load."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Force,
    Length,
    PositiveLength,
    PositiveRatio,
    Ratio,
    Real,
    Torque,
    TorqueComponent,
)
from chipload.units.parameters import Requires

_ANGLE = Requires(
    ("thread_angle",),
    lambda thread_angle: (thread_angle >= 0) & (thread_angle < np.pi),
    "the angle of a thread profile lies from 0 for a square thread to below 180 degrees",
)
_JAMS = Requires(
    ("screw_diameter", "screw_lead", "thread_angle", "thread_friction"),
    lambda diameter, lead, angle, friction: lead * friction < np.pi * diameter * np.cos(angle / 2),
    "lead and friction are so large that the screw jams; check them",
)
_SCREW = {
    "screw_diameter": "48 mm", "screw_lead": "8 mm", "thread_angle": "30 deg", "thread_friction": 0.15,
    "collar_friction": 0.12, "collar_radius": "40 mm",
}  # fmt: skip


def _lever(diameter: Real, lead: Real, angle: Real, friction: Real) -> Real:
    """Torque in the thread over the load while the load rises; a negative lead lowers it."""
    slope, grip = lead / (np.pi * diameter), friction / np.cos(angle / 2)
    return diameter / 2 * (slope + grip) / (1 - slope * grip)


@formula(
    symbol="M_r",
    equation=(
        r"M_r = F_s (\frac{d_m}{2} \frac{\tan(\lambda_h) + \mu_t \sec(\frac{\alpha}{2})}"
        r"{1 - \mu_t \tan(\lambda_h) \sec(\frac{\alpha}{2})} + \mu_b r_b) ,\quad "
        r"\tan(\lambda_h) = \frac{p_h}{\pi d_m}"
    ),
    source="shigley-screws",
    example={"screw_load": "2 kN", **_SCREW},
    requires=(_ANGLE, _JAMS),
)
def raising_torque(
    screw_load: Force,
    screw_diameter: Diameter,
    screw_lead: PositiveLength,
    thread_angle: Angle,
    thread_friction: PositiveRatio,
    collar_friction: PositiveRatio,
    collar_radius: Length,
) -> Torque:
    """Torque on a screw that raises a load, or tightens a bolt to a preload.

    Parameters
    ----------
    screw_load
        Load along the screw [N].
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_angle
        Full angle of the profile: 0 for square, 29° for Acme, 30° for trapezoidal, 60° for bolts [°].
    thread_friction, collar_friction
        Coefficients of friction in the thread and at the collar.
    collar_radius
        Mean radius of the collar, or of the face under a bolt head; 0 without one [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    Raises
    ------
    InputError
        When the profile angle cannot be, or lead and friction make the screw jam.

    Notes
    -----
    The pressure on the flank is resolved by the angle in the axial plane; the lead angle changes that by its
    cosine, below 1 % for single starts.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8. The example is V. B. Bhandari,
    Design of Machine Elements, example 6.6, whose power of 0.061838 kW at 30 rpm is this torque.

    Examples
    --------
    >>> raising_torque("2 kN", "48 mm", "8 mm", "30 deg", 0.15, 0.12, "40 mm").m
    19.683...
    """
    thread = _lever(screw_diameter, screw_lead, thread_angle, thread_friction)
    return screw_load * (thread + collar_friction * collar_radius)


@formula(
    symbol="M_l",
    equation=(
        r"M_l = F_s (\frac{d_m}{2} \frac{\mu_t \sec(\frac{\alpha}{2}) - \tan(\lambda_h)}"
        r"{1 + \mu_t \tan(\lambda_h) \sec(\frac{\alpha}{2})} + \mu_b r_b) ,\quad "
        r"\tan(\lambda_h) = \frac{p_h}{\pi d_m}"
    ),
    source="shigley-screws",
    example={"screw_load": "2 kN", **_SCREW},
    requires=(_ANGLE,),
)
def lowering_torque(
    screw_load: Force,
    screw_diameter: Diameter,
    screw_lead: PositiveLength,
    thread_angle: Angle,
    thread_friction: PositiveRatio,
    collar_friction: PositiveRatio,
    collar_radius: Length,
) -> TorqueComponent:
    """Torque on a screw that lowers a load; negative where the load drives the screw.

    Parameters
    ----------
    screw_load
        Load along the screw [N].
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_angle
        Full angle of the profile: 0 for square, 29° for Acme, 30° for trapezoidal, 60° for bolts [°].
    thread_friction, collar_friction
        Coefficients of friction in the thread and at the collar.
    collar_radius
        Mean radius of the collar; 0 without one [mm, in].

    Returns
    -------
    Quantity
        Torque [N m]; a screw whose lowering torque is positive holds its load.

    Raises
    ------
    InputError
        When the profile angle cannot be.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8. The example is V. B. Bhandari,
    Design of Machine Elements, example 6.1: 87.4015 N m.

    Examples
    --------
    >>> lowering_torque("15 kN", "46 mm", "24 mm", "0 deg", 0.15, 0.15, "41.25 mm").m
    87.4015...
    """
    thread = -_lever(screw_diameter, screw_lead, thread_angle, -thread_friction)
    return screw_load * (thread + collar_friction * collar_radius)


@formula(
    symbol=r"\eta_s",
    equation=r"\eta_s = \frac{F_s p_h}{2 \pi M_r}",
    source="shigley-screws",
    example=_SCREW,
    requires=(_ANGLE, _JAMS),
)
def screw_efficiency(
    screw_diameter: Diameter,
    screw_lead: PositiveLength,
    thread_angle: Angle,
    thread_friction: PositiveRatio,
    collar_friction: PositiveRatio,
    collar_radius: Length,
) -> PositiveRatio:
    """Efficiency of a screw that raises a load: work on the load over the work of the torque.

    Parameters
    ----------
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_angle
        Full angle of the profile: 0 for square, 29° for Acme, 30° for trapezoidal [°].
    thread_friction, collar_friction
        Coefficients of friction in the thread and at the collar.
    collar_radius
        Mean radius of the collar; 0 without one [mm, in].

    Returns
    -------
    Quantity
        Efficiency, 0.13 for 13 %.

    Raises
    ------
    InputError
        When the profile angle cannot be, or lead and friction make the screw jam.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8. The example is V. B. Bhandari,
    Design of Machine Elements, example 6.6: 12.937 %.

    Examples
    --------
    >>> screw_efficiency("48 mm", "8 mm", "30 deg", 0.15, 0.12, "40 mm").m
    0.12937...
    """
    lever = _lever(screw_diameter, screw_lead, thread_angle, thread_friction) + collar_friction * collar_radius
    return screw_lead / (2 * np.pi * lever)


@formula(
    symbol=r"\mu_{t0}",
    equation=r"\mu_{t0} = \frac{p_h}{\pi d_m} \cos(\frac{\alpha}{2})",
    source="shigley-screws",
    example={"screw_diameter": "48 mm", "screw_lead": "8 mm", "thread_angle": "30 deg"},
    requires=(_ANGLE,),
)
def self_locking_friction(screw_diameter: Diameter, screw_lead: PositiveLength, thread_angle: Angle) -> Ratio:
    """Friction in the thread above which a screw holds its load without a brake or a collar.

    Parameters
    ----------
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_angle
        Full angle of the profile: 0 for square, 29° for Acme, 30° for trapezoidal, 60° for bolts [°].

    Returns
    -------
    Quantity
        Coefficient of friction.

    Raises
    ------
    InputError
        When the profile angle cannot be.

    Notes
    -----
    At rest; vibration can loosen a screw that would hold by this rule.

    References
    ----------
    Budynas and Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 8.

    Examples
    --------
    >>> self_locking_friction("48 mm", "8 mm", "30 deg").m
    0.0512...
    """
    return screw_lead / (np.pi * screw_diameter) * np.cos(thread_angle / 2)

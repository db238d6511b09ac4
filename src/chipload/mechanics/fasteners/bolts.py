"""Bolts by themselves: the area that carries, the torque that tightens, the thread that strips."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Diameter,
    Force,
    Length,
    PositiveLength,
    PositiveRatio,
    Stress,
    Torque,
)
from chipload.units.parameters import Requires

_METRIC = 13 / 24 * np.sqrt(3)  # d - (d_2 + d_3) / 2 of the ISO profile with its rounded root, over the pitch
_UNIFIED = 0.9743

_ROOM = Requires(
    ("major_diameter", "pitch"),
    lambda major_diameter, pitch: major_diameter > 1.2 * pitch,
    "the thread is deeper than its radius; check the pitch",
)
_POSITIVE = Requires(
    (
        "stress_area", "tensile_strength", "external_thread_shear_area", "internal_thread_shear_area",
        "screw_shear_strength", "nut_shear_strength",
    ),
    lambda *values: np.all([np.all(value > 0) for value in values]),
    "areas and strengths are more than zero; give them all",
)  # fmt: skip


@dataclass(frozen=True)
class ThreadStripping:
    """Loads at which a screw breaks and at which either thread strips, and the engagement that lets it break."""

    breaking_load: Force
    screw_stripping_load: Force
    nut_stripping_load: Force
    least_engagement: Length


@formula(
    symbol="A_t",
    equation=r"A_t = \frac{\pi}{4} (d - \frac{13 \sqrt{3}}{24} P)^2",
    source="iso898-1",
    example={"major_diameter": "16 mm", "pitch": "2 mm"},
    requires=(_ROOM,),
)
def metric_stress_area(major_diameter: Diameter, pitch: PositiveLength) -> Area:
    """Tensile stress area of an ISO metric thread.

    Parameters
    ----------
    major_diameter
        Nominal diameter of the thread [mm].
    pitch
        Pitch of the thread [mm].

    Returns
    -------
    Quantity
        Area [mm²], of the circle of the mean of pitch and root diameter.

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    References
    ----------
    ISO 898-1, nominal stress area. The example is U. C. Jindal, Machine Design, example 9-1: 156.7 mm².

    Examples
    --------
    >>> metric_stress_area("16 mm", "2 mm").m
    156.66...
    """
    return np.pi / 4 * (major_diameter - _METRIC * pitch) ** 2


@formula(
    symbol="A_t",
    equation=r"A_t = \frac{\pi}{4} (d - 0.9743 P)^2",
    source="asme-b1.1",
    example={"major_diameter": "0.625 in", "pitch": "0.0909090909 in"},
    requires=(_ROOM,),
)
def unified_stress_area(major_diameter: Diameter, pitch: PositiveLength) -> Area:
    """Tensile stress area of a unified inch thread.

    Parameters
    ----------
    major_diameter
        Nominal diameter of the thread [in].
    pitch
        Pitch of the thread, one over the threads per inch [in].

    Returns
    -------
    Quantity
        Area [mm²].

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    Notes
    -----
    For bolts up to 100 ksi tensile strength; above, ASME B1.1 takes the smallest pitch diameter.

    References
    ----------
    ASME B1.1, Unified inch screw threads. The tables print 0.226 in² for 5/8-11.

    Examples
    --------
    >>> unified_stress_area("5/8", "0.0909090909 in").to("inch**2").m
    0.2260...
    """
    return np.pi / 4 * (major_diameter - _UNIFIED * pitch) ** 2


@formula(
    symbol="K_M",
    equation=(
        r"K_M = \frac{1}{d} (\frac{d_m}{2} \frac{\tan(\lambda_h) + \mu_t \sec(\frac{\alpha}{2})}"
        r"{1 - \mu_t \tan(\lambda_h) \sec(\frac{\alpha}{2})} + \mu_b r_b) ,\quad "
        r"\tan(\lambda_h) = \frac{p_h}{\pi d_m}"
    ),
    source="jindal-bolts",
    example={
        "nominal_diameter": "18 mm", "screw_diameter": "16.4665 mm", "screw_lead": "2.5 mm", "thread_angle": "60 deg",
        "thread_friction": 0.15, "collar_friction": 0.13, "collar_radius": "11.25 mm",
    },
    requires=(
        Requires(
            ("thread_angle",),
            lambda thread_angle: (thread_angle >= 0) & (thread_angle < np.pi),
            "the angle of a thread profile lies from 0 to below 180 degrees",
        ),
        Requires(
            ("screw_diameter", "screw_lead", "thread_angle", "thread_friction"),
            lambda diameter, lead, angle, friction: lead * friction < np.pi * diameter * np.cos(angle / 2),
            "lead and friction are so large that the screw jams; check them",
        ),
    ),
)  # fmt: skip
def nut_factor(
    nominal_diameter: Diameter,
    screw_diameter: Diameter,
    screw_lead: PositiveLength,
    thread_angle: Angle,
    thread_friction: PositiveRatio,
    collar_friction: PositiveRatio,
    collar_radius: Length,
) -> PositiveRatio:
    """Nut factor of a bolt from the friction in its thread and under its head.

    Parameters
    ----------
    nominal_diameter
        Nominal diameter of the bolt [mm, in].
    screw_diameter, screw_lead
        Mean diameter and lead of the thread [mm, in].
    thread_angle
        Full angle of the profile, 60° for bolts [°].
    thread_friction, collar_friction
        Coefficients of friction in the thread and under the turned head or nut.
    collar_radius
        Mean radius of the face under the head or nut; 0.625 of the diameter for a face 1.5 diameters wide
        [mm, in].

    Returns
    -------
    Quantity
        Torque over preload and nominal diameter.

    Raises
    ------
    InputError
        When the profile angle cannot be, or lead and friction make the screw jam.

    Notes
    -----
    Friction of one lot of bolts scatters by a third and more, and the preload with it; a torque wrench sets the
    torque, not the preload.

    References
    ----------
    U. C. Jindal, Machine Design, example 9-3: 0.18343.

    Examples
    --------
    >>> nut_factor("18 mm", "16.4665 mm", "2.5 mm", "60 deg", 0.15, 0.13, "11.25 mm").m
    0.18343...
    """
    slope, grip = screw_lead / (np.pi * screw_diameter), thread_friction / np.cos(thread_angle / 2)
    thread = screw_diameter / 2 * (slope + grip) / (1 - slope * grip)
    return (thread + collar_friction * collar_radius) / nominal_diameter


@formula(
    symbol="M_A",
    equation=r"M_A = K_M F_i d",
    source="jindal-bolts",
    example={"preload": "56.0625 kN", "nut_factor": 0.2, "nominal_diameter": "14 mm"},
)
def tightening_torque(preload: Force, nut_factor: PositiveRatio, nominal_diameter: Diameter) -> Torque:
    """Torque that tightens a bolt to a preload; solve for the preload that a torque gives.

    Parameters
    ----------
    preload
        Tension in the bolt after tightening [N].
    nut_factor
        Torque over preload and diameter, see `nut_factor`; about 0.2 is usual for dry steel.
    nominal_diameter
        Nominal diameter of the bolt [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    References
    ----------
    U. C. Jindal, Machine Design, example 9-5: 156.97 N m.

    Examples
    --------
    >>> tightening_torque("56.0625 kN", 0.2, "14 mm").m
    156.975
    >>> tightening_torque.solve_for("preload", tightening_torque="50 N*m", nut_factor=0.2, nominal_diameter="10 mm").m
    25000.0
    """
    return nut_factor * preload * nominal_diameter


@formula(
    symbol="F_B",
    equation=(
        r"F_B = S_u A_t ,\quad F_{ss} = \tau_{ss} A_{ss} ,\quad F_{sn} = \tau_{sn} A_{sn} ,\quad "
        r"l_{e0} = l_e \frac{F_B}{\min(F_{ss}, F_{sn})}"
    ),
    source="fed-std-h28",
    example={
        "stress_area": "0.0318 in**2", "tensile_strength": "120 ksi", "engagement_length": "0.25 in",
        "external_thread_shear_area": "0.092 in**2", "internal_thread_shear_area": "0.13475 in**2",
        "screw_shear_strength": "60 ksi", "nut_shear_strength": "30 ksi",
    },
    requires=(_POSITIVE,),
)  # fmt: skip
def thread_stripping(
    stress_area: Area,
    tensile_strength: Stress,
    engagement_length: PositiveLength,
    external_thread_shear_area: Area,
    internal_thread_shear_area: Area,
    screw_shear_strength: Stress,
    nut_shear_strength: Stress,
) -> ThreadStripping:
    """Loads at which a screw breaks or a thread strips, and the engagement that makes the screw break first.

    Parameters
    ----------
    stress_area
        Tensile stress area of the screw [mm², in²].
    tensile_strength
        Of the screw, the largest of its lot to be safe against stripping [MPa].
    engagement_length
        Length of engaged threads for which the shear areas are given [mm, in].
    external_thread_shear_area, internal_thread_shear_area
        Areas on which the threads strip, see `chipload.cutting.external_thread_shear_area` and
        `chipload.cutting.internal_thread_shear_area` [mm², in²].
    screw_shear_strength, nut_shear_strength
        Shear strengths of the screw and of the part with the hole [MPa].

    Returns
    -------
    ThreadStripping
        Loads [N] and the least engagement [mm].

    Raises
    ------
    InputError
        When an area or a strength is zero.

    Notes
    -----
    All turns are taken to carry alike, which they do only once they yield; a lead-in chamfer does not count.
    With a shear strength of half the tensile strength the engagement is that of Machinery's Handbook for mating
    materials of equal strength, twice the stress area over the shear area on a unit of length.

    References
    ----------
    FED-STD-H28, Screw-thread standards for federal services.

    Examples
    --------
    >>> found = thread_stripping(
    ...     "0.0318 in**2", "120 ksi", "0.25 in", "0.092 in**2", "0.13475 in**2", "60 ksi", "30 ksi"
    ... )
    >>> found.least_engagement.to("in").m
    0.2359...
    """
    breaking = tensile_strength * stress_area
    screw, nut = screw_shear_strength * external_thread_shear_area, nut_shear_strength * internal_thread_shear_area
    return ThreadStripping(*together(breaking, screw, nut, engagement_length * breaking / np.minimum(screw, nut)))

"""Threads measured over wires, and the area on which they strip."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Diameter,
    Length,
    PositiveLength,
)
from chipload.units.parameters import Requires

_PROFILE = Requires(
    ("thread_angle",),
    lambda thread_angle: (thread_angle > 0) & (thread_angle < np.pi),
    "the angle of a thread profile lies between 0 and 180 degrees",
)


@formula(
    symbol=r"d_w",
    equation=r"d_w = \frac{P}{2 \cos(\frac{\alpha}{2})}",
    source="machinerys31",
    example={"pitch": "6 mm", "thread_angle": "60 deg"},
    requires=(_PROFILE,),
)
def best_wire(pitch: PositiveLength, thread_angle: Angle) -> Diameter:
    """Diameter of the wires that touch the flanks at the pitch diameter.

    Parameters
    ----------
    pitch
        Pitch of the thread [mm, in].
    thread_angle
        Angle of the profile, 60° for ISO and unified threads [°].

    Returns
    -------
    Quantity
        Best wire diameter [mm], 0.5774 of the pitch for 60°.

    Raises
    ------
    InputError
        When the angle of the profile is not between 0 and 180°.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring screw threads. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 17.1: 3.464 mm.

    Examples
    --------
    >>> best_wire("6 mm", "60 deg").m
    3.464...
    """
    return pitch / (2 * np.cos(thread_angle / 2))


@formula(
    symbol=r"M_w",
    equation=r"M_w = d_2 + d_w (1 + \frac{1}{\sin(\frac{\alpha}{2})}) - \frac{P}{2 \tan(\frac{\alpha}{2})}",
    source="machinerys31",
    example={"pitch_diameter": "18.376 mm", "wire_diameter": "1.6 mm", "pitch": "2.5 mm", "thread_angle": "60 deg"},
    requires=(_PROFILE,),
)
def size_over_wires(
    pitch_diameter: Diameter, wire_diameter: Diameter, pitch: PositiveLength, thread_angle: Angle
) -> Length:
    """Size of an external thread measured over three wires.

    Parameters
    ----------
    pitch_diameter
        Pitch diameter of the thread [mm, in].
    wire_diameter
        Diameter of the measuring wires [mm, in].
    pitch
        Pitch of the thread [mm, in].
    thread_angle
        Angle of the profile, 60° for ISO and unified threads [°].

    Returns
    -------
    Quantity
        Measurement over the wires [mm]; for the pitch diameter that a measurement means, solve for it.

    Raises
    ------
    InputError
        When the angle of the profile is not between 0 and 180°.

    Notes
    -----
    Without the terms for lead angle and measuring force, a few micrometres for single-start threads and much more
    for multi-start worms.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring screw threads. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 17.2: 20.541 mm.

    Examples
    --------
    >>> size_over_wires("18.3762 mm", "1.4434 mm", "2.5 mm", "60 deg").m
    20.541...
    """
    half = thread_angle / 2
    return pitch_diameter + wire_diameter * (1 + 1 / np.sin(half)) - pitch / (2 * np.tan(half))


@formula(
    symbol=r"A_{ss}",
    equation=r"A_{ss} = \frac{\pi l_e d_1}{P} (\frac{P}{2} + \frac{d_2 - d_1}{\sqrt{3}})",
    source="fed-std-h28",
    example={
        "engagement_length": "12 mm",
        "internal_minor_diameter": "10.441 mm",
        "pitch_diameter": "10.8 mm",
        "pitch": "1.75 mm",
    },
)
def external_thread_shear_area(
    engagement_length: Length, internal_minor_diameter: Diameter, pitch_diameter: Diameter, pitch: PositiveLength
) -> Area:
    """Area along which an external 60° thread is stripped.

    Parameters
    ----------
    engagement_length
        Length of the threads in engagement [mm, in].
    internal_minor_diameter
        Minor diameter of the internal thread, the largest for the smallest area [mm, in].
    pitch_diameter
        Pitch diameter of the external thread, the smallest for the smallest area [mm, in].
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Area [mm²].

    Notes
    -----
    Times the shear strength of the screw it is the load at which the thread strips, if all turns carry alike.

    References
    ----------
    FED-STD-H28, Screw-thread standards for federal services.

    Examples
    --------
    >>> external_thread_shear_area("1 in", "0.207 in", "0.2127 in", "0.05 in").to("inch**2").m
    0.367...
    """
    return (
        np.pi
        * engagement_length
        * internal_minor_diameter
        / pitch
        * (pitch / 2 + (pitch_diameter - internal_minor_diameter) / np.sqrt(3))
    )


@formula(
    symbol=r"A_{sn}",
    equation=r"A_{sn} = \frac{\pi l_e d}{P} (\frac{P}{2} + \frac{d - D_2}{\sqrt{3}})",
    source="fed-std-h28",
    example={
        "engagement_length": "12 mm",
        "major_diameter": "11.7 mm",
        "internal_pitch_diameter": "11.063 mm",
        "pitch": "1.75 mm",
    },
)
def internal_thread_shear_area(
    engagement_length: Length, major_diameter: Diameter, internal_pitch_diameter: Diameter, pitch: PositiveLength
) -> Area:
    """Area along which an internal 60° thread is stripped.

    Parameters
    ----------
    engagement_length
        Length of the threads in engagement [mm, in].
    major_diameter
        Major diameter of the external thread, the smallest for the smallest area [mm, in].
    internal_pitch_diameter
        Pitch diameter of the internal thread, the largest for the smallest area [mm, in].
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Area [mm²].

    Notes
    -----
    Times the shear strength of the nut or the part it is the load at which the thread strips, if all turns carry
    alike.

    References
    ----------
    FED-STD-H28, Screw-thread standards for federal services.

    Examples
    --------
    >>> internal_thread_shear_area("1 in", "0.2408 in", "0.2224 in", "0.05 in").to("inch**2").m
    0.538...
    """
    return (
        np.pi
        * engagement_length
        * major_diameter
        / pitch
        * (pitch / 2 + (major_diameter - internal_pitch_diameter) / np.sqrt(3))
    )

"""Holes for taps, torque and feed of tapping."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    FeedRate,
    Fraction,
    PositiveLength,
    PositiveRatio,
    Ratio,
    SpindleSpeed,
    Stress,
    Torque,
)
from chipload.units.parameters import Requires

_FULL = 3 / 4 * np.sqrt(3)  # what a full thread takes off the diameter, over the pitch

_HOLE = Requires(
    ("major_diameter", "hole_diameter"),
    lambda major_diameter, hole_diameter: major_diameter > hole_diameter,
    "the hole must be smaller than the thread",
)
_TAP_ROOM = Requires(
    ("major_diameter", "pitch"),
    lambda major_diameter, pitch: major_diameter > _FULL * pitch,
    "the thread is deeper than its radius; check the pitch",
)


@formula(
    symbol=r"p_t",
    equation=r"p_t = \frac{d - d_0}{1.299 P}",
    source="machinerys31",
    example={"major_diameter": "10 mm", "hole_diameter": "8.5 mm", "pitch": "1.5 mm"},
    requires=(_HOLE,),
)
def thread_percentage(major_diameter: Diameter, hole_diameter: Diameter, pitch: PositiveLength) -> Ratio:
    """Share of a full thread that a hole leaves to a cutting tap.

    Parameters
    ----------
    major_diameter
        Major diameter of the thread [mm, in].
    hole_diameter
        Diameter of the hole before tapping [mm, in].
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Share, 0.77 for 77 %.

    Raises
    ------
    InputError
        When the hole is as large as the thread.

    Notes
    -----
    As drill charts count it: a full thread is 3/4 of the sharp height deep on each side, 1.299 of the pitch on the
    diameter. Against the basic profile, 5/8 of the height, the share is 1.2 times as large.

    References
    ----------
    Machinery's Handbook, 31st ed., tapping. The charts print 77 % for M10 with 8.5 mm.

    Examples
    --------
    >>> thread_percentage("10 mm", "8.5 mm", "1.5 mm").m
    0.7698...
    """
    return (major_diameter - hole_diameter) / (_FULL * pitch)


@formula(
    symbol=r"d_0",
    equation=r"d_0 = d - 1.299 p_t P",
    source="machinerys31",
    example={"major_diameter": "10 mm", "pitch": "1.5 mm", "thread_percentage": 0.77},
    requires=(_TAP_ROOM,),
)
def tap_drill(major_diameter: Diameter, pitch: PositiveLength, thread_percentage: Fraction) -> Diameter:
    """Hole for a cutting tap that leaves a wanted share of a full thread.

    Parameters
    ----------
    major_diameter
        Major diameter of the thread [mm, in].
    pitch
        Pitch of the thread [mm, in].
    thread_percentage
        Wanted share of a full thread, see `thread_percentage`.

    Returns
    -------
    Quantity
        Diameter of the hole [mm]; the nearest drill is to be looked up.

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    References
    ----------
    Machinery's Handbook, 31st ed., tapping.

    Examples
    --------
    >>> tap_drill("10 mm", "1.5 mm", 0.77).m
    8.499...
    """
    return major_diameter - _FULL * thread_percentage * pitch


@formula(
    symbol=r"d_0",
    equation=r"d_0 = d - 0.68 p_t P",
    source="fmcarbide-taps",
    example={"major_diameter": "10 mm", "pitch": "1.5 mm", "thread_percentage": 0.65},
    requires=(_TAP_ROOM,),
)
def form_tap_drill(major_diameter: Diameter, pitch: PositiveLength, thread_percentage: Fraction) -> Diameter:
    """Hole for a forming tap that leaves a wanted share of a full thread.

    Parameters
    ----------
    major_diameter
        Major diameter of the thread [mm, in].
    pitch
        Pitch of the thread [mm, in].
    thread_percentage
        Wanted share of a full thread.

    Returns
    -------
    Quantity
        Diameter of the hole [mm].

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    Notes
    -----
    A rule of tap makers: the metal that rises between the threads is not cut but pressed, and how far it rises
    depends on the metal.

    References
    ----------
    FM Carbide, tapping formulas.

    Examples
    --------
    >>> form_tap_drill("10 mm", "1.5 mm", 0.65).m
    9.337
    """
    return major_diameter - 0.68 * thread_percentage * pitch


@formula(
    symbol=r"M_c",
    equation=r"M_c = \frac{1}{24} \tan(\frac{\alpha}{2}) k_c K_t (d - d_0)^2 (d + 2 d_0)",
    source="yamawa-tapping",
    example={
        "specific_cutting_force": "3900 MPa",
        "tap_factor": 1.15,
        "major_diameter": "10 mm",
        "hole_diameter": "8.5 mm",
        "thread_angle": "60 deg",
    },
    requires=(_HOLE,),
)
def tapping_torque(
    specific_cutting_force: Stress,
    tap_factor: PositiveRatio,
    major_diameter: Diameter,
    hole_diameter: Diameter,
    thread_angle: Angle,
) -> Torque:
    """Torque of a cutting tap.

    Parameters
    ----------
    specific_cutting_force
        Of tapping, not of turning [MPa].
    tap_factor
        Factor of the type of tap, 0.75 to 1.7.
    major_diameter
        Major diameter of the thread [mm, in].
    hole_diameter
        Diameter of the hole before tapping [mm, in].
    thread_angle
        Angle of the profile, 60° for ISO and unified threads [°].

    Returns
    -------
    Quantity
        Torque [N m].

    Raises
    ------
    InputError
        When the hole is as large as the thread.

    Notes
    -----
    Sharp taps with chips that flow; a worn tap or a packed blind hole can double it.

    References
    ----------
    Yamawa, general catalogue 2016-2017, page 781.

    Examples
    --------
    >>> tapping_torque("3900 MPa", 1.15, "10 mm", "8.5 mm", "60 deg").m
    6.55...
    """
    section = (major_diameter - hole_diameter) ** 2 * (major_diameter + 2 * hole_diameter)
    return np.tan(thread_angle / 2) * specific_cutting_force * tap_factor * section / 24


@formula(
    symbol=r"M_c",
    equation=r"M_c = \frac{k_c P^2 d}{8}",
    source="lubero-tapping",
    example={"specific_cutting_force": "2500 MPa", "pitch": "1.5 mm", "major_diameter": "10 mm"},
)
def simple_tapping_torque(specific_cutting_force: Stress, pitch: PositiveLength, major_diameter: Diameter) -> Torque:
    """Torque of a tap from pitch and diameter alone.

    Parameters
    ----------
    specific_cutting_force
        Specific force [MPa].
    pitch
        Pitch of the thread [mm, in].
    major_diameter
        Major diameter of the thread [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    Notes
    -----
    With specific forces of a table made for this form: the source takes 2500 N/mm² for structural steel.
    `tapping_torque` knows the hole and the tap.

    References
    ----------
    Lubero, calculations.

    Examples
    --------
    >>> simple_tapping_torque("2500 MPa", "1.5 mm", "10 mm").m
    7.03125
    """
    return specific_cutting_force * pitch**2 * major_diameter / 8


@formula(
    symbol=r"v_f",
    equation=r"v_f = P_h n",
    source="iso3002",
    example={"lead": "1.25 mm", "spindle_speed": "600 rpm"},
)
def tapping_feed_rate(lead: PositiveLength, spindle_speed: SpindleSpeed) -> FeedRate:
    """Feed rate of tapping and of single-point threading: one lead in a turn.

    Parameters
    ----------
    lead
        Advance of the thread in one turn, pitch times starts [mm, in].
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Feed rate [mm/min].

    References
    ----------
    ISO 3002-1. The example is Midnight Coder Lab, tapping basics: M8 at 600 rpm, 750 mm/min.

    Examples
    --------
    >>> tapping_feed_rate("1.25 mm", "600 rpm").m
    750.0
    """
    return lead * spindle_speed

"""Sizes of 60° threads: depth, diameters."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Count,
    Diameter,
    Length,
    PositiveLength,
)
from chipload.units.parameters import Requires

_SHARP = np.sqrt(3) / 2  # height of the sharp 60° profile over the pitch

_ROOM = Requires(
    ("major_diameter", "pitch"),
    lambda major_diameter, pitch: major_diameter > 5 / 4 * _SHARP * pitch,
    "the thread is deeper than its radius; check the pitch",
)
_PROFILE = Requires(
    ("thread_angle",),
    lambda thread_angle: (thread_angle > 0) & (thread_angle < np.pi),
    "the angle of a thread profile lies between 0 and 180 degrees",
)


@formula(
    symbol=r"h_3",
    equation=r"h_3 = \frac{17}{24} \frac{\sqrt{3}}{2} P",
    source="iso68-1",
    example={"pitch": "1.5 mm"},
)
def external_thread_depth(pitch: PositiveLength) -> Length:
    """Depth of an external 60° thread, with its rounded root.

    Parameters
    ----------
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Depth on the radius [mm], 0.6134 of the pitch.

    Notes
    -----
    From the major diameter to the root of the design profile, rounded with H/6; a sharp insert goes deeper.

    References
    ----------
    ISO 68-1, Basic profile; design profile of ISO 965-1. The example is Carbide-Tooling: 0.92 mm for a pitch of 1.5
    mm.

    Examples
    --------
    >>> external_thread_depth("1.5 mm").m
    0.920...
    """
    return 17 / 24 * _SHARP * pitch


@formula(
    symbol=r"H_1",
    equation=r"H_1 = \frac{5}{8} \frac{\sqrt{3}}{2} P",
    source="iso68-1",
    example={"pitch": "1.5 mm"},
)
def internal_thread_depth(pitch: PositiveLength) -> Length:
    """Depth of an internal 60° thread of the basic profile.

    Parameters
    ----------
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Depth on the radius [mm], 0.5413 of the pitch.

    References
    ----------
    ISO 68-1, Basic profile.

    Examples
    --------
    >>> internal_thread_depth("1.5 mm").m
    0.811...
    """
    return 5 / 8 * _SHARP * pitch


@formula(
    symbol=r"d_2",
    equation=r"d_2 = d - \frac{3 \sqrt{3}}{8} P",
    source="iso68-1",
    example={"major_diameter": "20 mm", "pitch": "2.5 mm"},
    requires=(_ROOM,),
)
def basic_pitch_diameter(major_diameter: Diameter, pitch: PositiveLength) -> Diameter:
    """Basic pitch diameter of a 60° thread.

    Parameters
    ----------
    major_diameter
        Major diameter of the thread [mm, in].
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Pitch diameter [mm].

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    References
    ----------
    ISO 68-1, Basic profile. ISO 724 prints 18.376 mm for M20.

    Examples
    --------
    >>> basic_pitch_diameter("20 mm", "2.5 mm").m
    18.376...
    """
    return major_diameter - 3 / 4 * _SHARP * pitch


@formula(
    symbol=r"d_1",
    equation=r"d_1 = d - \frac{5 \sqrt{3}}{8} P",
    source="iso68-1",
    example={"major_diameter": "20 mm", "pitch": "2.5 mm"},
    requires=(_ROOM,),
)
def basic_minor_diameter(major_diameter: Diameter, pitch: PositiveLength) -> Diameter:
    """Basic minor diameter of a 60° thread.

    Parameters
    ----------
    major_diameter
        Major diameter of the thread [mm, in].
    pitch
        Pitch of the thread [mm, in].

    Returns
    -------
    Quantity
        Minor diameter [mm].

    Raises
    ------
    InputError
        When the thread is deeper than its radius.

    References
    ----------
    ISO 68-1, Basic profile. ISO 724 prints 17.294 mm for M20.

    Examples
    --------
    >>> basic_minor_diameter("20 mm", "2.5 mm").m
    17.293...
    """
    return major_diameter - 5 / 4 * _SHARP * pitch


@formula(
    symbol=r"P_h",
    equation=r"P_h = z_s P",
    source="iscar-helix",
    example={"pitch": "1.5 mm", "starts": 2},
)
def thread_lead(pitch: PositiveLength, starts: Count) -> PositiveLength:
    """Advance of a thread in one turn.

    Parameters
    ----------
    pitch
        Pitch of the thread [mm, in].
    starts
        Number of starts of the thread.

    Returns
    -------
    Quantity
        Lead [mm].

    References
    ----------
    Iscar, threading tools catalogue 2022, page 716.

    Examples
    --------
    >>> thread_lead("1.5 mm", 2).m
    3.0
    """
    return pitch * starts


@formula(
    symbol=r"\psi_t",
    equation=r"\psi_t = \arctan(\frac{P_h}{\pi d_2})",
    source="iscar-helix",
    example={"lead": "3 mm", "pitch_diameter": "18.376 mm"},
)
def thread_helix_angle(lead: PositiveLength, pitch_diameter: Diameter) -> Angle:
    """Lead angle of a thread at its pitch diameter, for the shim of a threading tool.

    Parameters
    ----------
    lead
        Advance of the thread in one turn, pitch times starts [mm, in].
    pitch_diameter
        Pitch diameter of the thread [mm, in].

    Returns
    -------
    Quantity
        Angle [°].

    References
    ----------
    Iscar, threading tools catalogue 2022, page 716.

    Examples
    --------
    >>> thread_helix_angle("2.5 mm", "18.376 mm").m
    2.479...
    """
    return np.arctan(lead / (np.pi * pitch_diameter))

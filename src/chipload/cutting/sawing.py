"""Sawing with a band: feed rate and the width in the cut."""

from __future__ import annotations

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    CuttingSpeed,
    FeedPerTooth,
    FeedRate,
    Length,
    PositiveLength,
)


@formula(
    symbol=r"v_f",
    equation=r"v_f = f_z \frac{v_c}{p_b}",
    source="iso3002",
    example={"feed_per_tooth": "0.01 mm", "cutting_speed": "70 m/min", "tooth_pitch": "6.35 mm"},
)
def sawing_feed_rate(
    feed_per_tooth: FeedPerTooth, cutting_speed: CuttingSpeed, tooth_pitch: PositiveLength
) -> FeedRate:
    """Feed rate of a band saw.

    Parameters
    ----------
    feed_per_tooth
        Advance of the blade from one tooth to the next [mm/tooth, mm, in].
    cutting_speed
        Speed of the blade [m/min, sfm].
    tooth_pitch
        Distance from tooth to tooth [mm, in].

    Returns
    -------
    Quantity
        Feed rate [mm/min].

    Notes
    -----
    A blade of 4 teeth in an inch has a pitch of 1/4 in.

    References
    ----------
    ISO 3002-1; as many teeth pass in a unit of time as the speed has pitches.

    Examples
    --------
    >>> round(sawing_feed_rate("0.01 mm", "70 m/min", "7 mm").m, 9)
    100.0
    """
    return feed_per_tooth * cutting_speed / tooth_pitch


@formula(
    symbol=r"l_m",
    equation=r"l_m = \frac{A_s}{l}",
    source="hafco-saw",
    example={"section_area": "35 cm**2", "length": "100 mm"},
)
def mean_sawing_width(section_area: Area, length: PositiveLength) -> Length:
    """Mean length of blade in the work when a tube or a profile is sawn.

    Parameters
    ----------
    section_area
        Area of the section to be sawn [mm², in²].
    length
        Travel of the blade through the work [mm, in].

    Returns
    -------
    Quantity
        Mean width [mm]; it chooses the pitch of the teeth.

    References
    ----------
    Hafco, instruction manual BS-13LS, tooth selection: a tube of 4 in by 3 in, 1.38 in.

    Examples
    --------
    >>> mean_sawing_width("5.5 in**2", "4 in").to("inch").m
    1.375
    """
    return section_area / length

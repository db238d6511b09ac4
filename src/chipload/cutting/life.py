"""What one edge cuts: interrupted cuts, wear and parts."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Fraction,
    Length,
    PositiveLength,
    PositiveRatio,
    Time,
    ToolLife,
    WearRate,
)
from chipload.units.parameters import Requires


@formula(
    symbol="q",
    equation=r"q = \frac{\phi_s}{2 \pi}",
    source="altintas2012",
    example={"engagement_angle": "90 deg"},
    requires=(
        Requires(
            ("engagement_angle",),
            lambda engagement_angle: (engagement_angle > 0) & (engagement_angle <= 2 * np.pi),
            "an edge is in cut for more than nothing and at most a whole turn",
        ),
    ),
)
def in_cut_share(engagement_angle: Angle) -> Fraction:
    """Share of a turn that a milling edge is in cut.

    Parameters
    ----------
    engagement_angle
        Engagement angle, see `engagement_angle` [°].

    Returns
    -------
    Quantity
        Share.

    Raises
    ------
    InputError
        For an angle of 0 or less, or more than a turn.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., 2012, chapter 2, for the engagement.

    Examples
    --------
    >>> in_cut_share("90 deg").m
    0.25
    """
    return engagement_angle / (2 * np.pi)


@formula(
    symbol="T",
    equation=r"T = \frac{T_{ref}}{q}",
    source="iso3685",
    example={"reference_life": "15 min", "in_cut_share": 0.25, "life_data": "turning"},
)
def interrupted_cut_life(
    reference_life: ToolLife, in_cut_share: Fraction, *, life_data: Literal["turning", "milling"]
) -> ToolLife:
    """Milling time that one edge lasts.

    Parameters
    ----------
    reference_life
        Life from a test or a table, at this speed [min].
    in_cut_share
        Share of a turn that the edge is in cut, see `in_cut_share`.
    life_data
        "turning" where the life counts the time an edge touches the work, as in continuous cutting; "milling"
        where it counts the time of the cutter in the cut, and is returned as it is.

    Returns
    -------
    Quantity
        Time of the cutter in the cut [min].

    Notes
    -----
    Counts contact alone: the shock and the change of temperature at each entry, which shorten the life of carbide,
    are not in it.

    References
    ----------
    ISO 3685, where tool life is the time of cutting of a tool in continuous contact.

    Examples
    --------
    >>> interrupted_cut_life("15 min", 0.25, life_data="turning").m
    60.0
    """
    share = in_cut_share if life_data == "turning" else np.ones_like(in_cut_share)
    return reference_life / share


@formula(
    symbol="T",
    equation=r"T = \frac{VB_{max} - VB_0}{w_{VB}}",
    source="S10",
    example={"wear_limit": "0.3 mm", "run_in_wear": "0.05 mm", "wear_rate": "10 um/min"},
    requires=(
        Requires(
            ("wear_limit", "run_in_wear"),
            lambda wear_limit, run_in_wear: wear_limit > run_in_wear,
            "the limit must lie above the wear of running in",
        ),
    ),
)
def wear_limited_life(wear_limit: PositiveLength, run_in_wear: Length, wear_rate: WearRate) -> ToolLife:
    """Tool life until a flank wear is reached at a steady rate.

    Parameters
    ----------
    wear_limit
        Flank wear at which the edge is replaced, often 0.3 mm [mm].
    run_in_wear
        Where the steady part of the wear curve meets time zero [mm].
    wear_rate
        Slope of the steady part [µm/min].

    Returns
    -------
    Quantity
        Tool life [min].

    Raises
    ------
    InputError
        When the limit is not above the wear of running in.

    Notes
    -----
    For the steady part of the wear curve; close to failure wear runs away from it.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, section 22.1, for the three parts of the curve.

    Examples
    --------
    >>> wear_limited_life("0.3 mm", "0.05 mm", "10 um/min").m
    25.0
    """
    return (wear_limit - run_in_wear) / wear_rate


@formula(
    symbol="N_p",
    equation=r"N_p = \frac{T}{t_c}",
    source="S10",
    example={"tool_life": "15 min", "cutting_time": "90 s"},
    requires=(
        Requires(("cutting_time",), lambda cutting_time: cutting_time > 0, "a part takes some time in cut"),
    ),
)  # fmt: skip
def parts_per_edge(tool_life: ToolLife, cutting_time: Time) -> PositiveRatio:
    """Parts that one edge cuts.

    Parameters
    ----------
    tool_life
        Life, in the same time that `cutting_time` counts [min].
    cutting_time
        Time in cut of one part [s].

    Returns
    -------
    Quantity
        Parts, not rounded; an edge changed between parts cuts the whole parts of it.

    Raises
    ------
    InputError
        For a part without time in cut.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, on machining economics.

    Examples
    --------
    >>> parts_per_edge("15 min", "90 s").m
    10.0
    """
    return tool_life / cutting_time

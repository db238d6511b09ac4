"""Plunge milling: what a step takes, and where its teeth are in the work."""

from __future__ import annotations

import numpy as np

from chipload.cutting.engagement import WIDTH_WITHIN_CUTTER, engagement_angle
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    FeedRate,
    PositiveLength,
    RemovalRate,
)
from chipload.units.parameters import Requires

_STEP_WITHIN = Requires(
    ("radial_depth", "stepover", "diameter"),
    lambda radial_depth, stepover, diameter: stepover**2 <= 4 * radial_depth * (diameter - radial_depth) * (1 + 1e-12),
    "the step is wider than the cut is at its open side, so material is left standing; step less",
)


@formula(
    symbol="Q",
    equation=(
        r"Q = v_f (\frac{D^2}{4} \arcsin(\frac{s}{D}) + \frac{s}{4} \sqrt{D^2 - s^2} - s (\frac{D}{2} - a_e)) ,\quad "
        r"s = step"
    ),
    source="plane-geometry",
    example={"radial_depth": "4 mm", "stepover": "8 mm", "diameter": "20 mm", "feed_rate": "300 mm/min"},
    requires=(WIDTH_WITHIN_CUTTER, _STEP_WITHIN),
)
def plunge_removal_rate(
    radial_depth: PositiveLength, stepover: PositiveLength, diameter: Diameter, feed_rate: FeedRate
) -> RemovalRate:
    """Mean volume in a unit of time of plunging down a wall, plunge beside plunge.

    Parameters
    ----------
    radial_depth
        How far the cutter reaches into the wall [mm, in].
    stepover
        Distance between neighbouring plunges along the wall [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    feed_rate
        Feed along the axis [mm/min, ipm].

    Returns
    -------
    Quantity
        Removal rate [cm³/min], below ``a_e s v_f`` by the cusps that stay between the plunges.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter, or the step leaves material standing.

    References
    ----------
    Area between two chords of a circle.

    Examples
    --------
    >>> plunge_removal_rate("4 mm", "8 mm", "20 mm", "300 mm/min").m  # 9.6 without the cusps
    8.943...
    """
    under_arc = diameter**2 / 4 * np.arcsin(stepover / diameter) + stepover / 4 * np.sqrt(diameter**2 - stepover**2)
    return feed_rate * (under_arc - stepover * (diameter / 2 - radial_depth))


@formula(
    symbol=r"\phi_s",
    equation=r"\phi_s = \arccos(1 - \frac{2 a_e}{D}) + \arcsin(\frac{s}{D}) ,\quad s = step",
    source="plane-geometry",
    example={"radial_depth": "4 mm", "stepover": "8 mm", "diameter": "20 mm"},
    requires=(WIDTH_WITHIN_CUTTER, _STEP_WITHIN),
)
def plunge_engagement_angle(radial_depth: PositiveLength, stepover: PositiveLength, diameter: Diameter) -> Angle:
    """Arc of the circumference that is in the work in a plunge beside the one before.

    Parameters
    ----------
    radial_depth
        How far the cutter reaches into the wall [mm, in].
    stepover
        Distance from the plunge before, along the wall [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Engagement angle [°]; the first plunge has twice the arc of `engagement_angle`.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter, or the step leaves material standing.

    References
    ----------
    Intersection of the circle with the one before and with the open side of the work.

    Examples
    --------
    >>> plunge_engagement_angle("4 mm", "8 mm", "20 mm").m
    76.70...
    """
    return engagement_angle.si(radial_depth, diameter) + np.arcsin(stepover / diameter)

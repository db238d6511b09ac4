"""Speed, feed, removal rate and time: what the machine does, before any force."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    CuttingSpeed,
    Diameter,
    FeedPerRev,
    FeedPerTooth,
    FeedRate,
    Length,
    RemovalRate,
    SpindleSpeed,
    Time,
)


@formula(
    symbol="n",
    equation=r"n = \frac{v_c}{\pi D}",
    source="iso3002",
    example={"cutting_speed": "300 m/min", "diameter": "10 mm"},
)
def spindle_speed(cutting_speed: CuttingSpeed, diameter: Diameter) -> SpindleSpeed:
    """Spindle speed that moves the edge at `cutting_speed`.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    diameter
        Diameter at which the edge cuts, of the tool in milling and drilling, of the work in turning [mm, in].

    Returns
    -------
    Quantity
        Spindle speed [rpm], in the broadcast shape of the arguments.

    Notes
    -----
    For a ball nose or a round insert the edge cuts at the effective diameter, see
    `ball_effective_diameter`.

    References
    ----------
    ISO 3002-1, Basic quantities in cutting and grinding.

    Examples
    --------
    >>> spindle_speed("300 m/min", "10 mm").m
    9549.29...
    >>> spindle_speed.si(5.0, 0.010)
    159.15...
    """
    return cutting_speed / (np.pi * diameter)

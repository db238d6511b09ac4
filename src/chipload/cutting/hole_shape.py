"""The shape of drilled and countersunk holes."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Length,
)
from chipload.units.parameters import Requires

POINTED = Requires(
    ("point_angle",),
    lambda point_angle: (point_angle > 0) & (point_angle <= np.pi),
    "a point angle is more than 0 and at most 180 degrees",
)
ENLARGES = Requires(
    ("diameter", "hole_diameter"),
    lambda diameter, hole_diameter: diameter > hole_diameter,
    "the tool must be larger than the hole before the cut",
)
_SINKS = Requires(
    ("countersink_diameter", "hole_diameter", "countersink_angle"),
    lambda countersink_diameter, hole_diameter, countersink_angle: (
        (countersink_diameter >= hole_diameter) & (countersink_angle > 0) & (countersink_angle < np.pi)
    ),
    "the countersink is wider than the hole and its angle between 0 and 180 degrees",
)


@formula(
    symbol=r"l_p",
    equation=r"l_p = \frac{D}{2 \tan(\frac{\sigma}{2})}",
    source="iso3002",
    example={"diameter": "10 mm", "point_angle": "118 deg"},
    requires=(POINTED,),
)
def drill_point_length(diameter: Diameter, point_angle: Angle) -> Length:
    """Length of a drill point, from the tip to the full diameter.

    Parameters
    ----------
    diameter
        Diameter of the tool [mm, in].
    point_angle
        Full point angle, 118 or 140° [°].

    Returns
    -------
    Quantity
        Length [mm]: how much deeper than its cylinder a blind hole is, and the way from touch to full cut.

    Raises
    ------
    InputError
        When the point angle is not between 0 and 180°.

    References
    ----------
    Plain geometry; angles as in ISO 3002-1. The factor of 118° is 0.300, of 120° 0.289 as in P. C. Sharma, A
    Textbook of Production Engineering, example 4.14.

    Examples
    --------
    >>> drill_point_length("12.7 mm", "120 deg").m
    3.666...
    """
    return diameter / (2 * np.tan(point_angle / 2))


@formula(
    symbol=r"l_s",
    equation=r"l_s = \frac{D_s - d_0}{2 \tan(\frac{\alpha_s}{2})}",
    source="iso3002",
    example={"countersink_diameter": "12.6 mm", "hole_diameter": "6.6 mm", "countersink_angle": "90 deg"},
    requires=(_SINKS,),
)
def countersink_depth(countersink_diameter: Diameter, hole_diameter: Length, countersink_angle: Angle) -> Length:
    """Depth of a countersink below the surface.

    Parameters
    ----------
    countersink_diameter
        Diameter of the countersink at the surface [mm, in].
    hole_diameter
        Diameter of the hole, 0 for spotting into the solid [mm, in].
    countersink_angle
        Full angle of the cone [°].

    Returns
    -------
    Quantity
        Depth of the cone, from the surface to the edge of the hole [mm].

    Raises
    ------
    InputError
        When the hole is larger than the countersink, or the angle is not between 0 and 180°.

    Notes
    -----
    The tip of a pointed tool lies deeper: by the same formula with a hole of 0. For the diameter that a depth
    gives, solve for it.

    References
    ----------
    Plain geometry; angles as in ISO 3002-1.

    Examples
    --------
    >>> countersink_depth("12.6 mm", "6.6 mm", "90 deg").m
    3.0
    >>> sink = {"countersink_depth": "3 mm", "hole_diameter": "6.6 mm", "countersink_angle": "90 deg"}
    >>> round(countersink_depth.solve_for("countersink_diameter", **sink).m, 9)
    12.6
    """
    return (countersink_diameter - hole_diameter) / (2 * np.tan(countersink_angle / 2))

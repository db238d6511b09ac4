"""Engagement off the straight path: in corners and around bosses.

Inside an arc a tooth stays longer in the work than on a straight path with the same radial depth, outside it
shorter.  Forces and chips follow the angle, so an arc is computed as the straight cut with its engagement.
"""

from __future__ import annotations

import numpy as np

from chipload.cutting.engagement import WIDTH_WITHIN_CUTTER
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Length,
    PositiveLength,
    Real,
)
from chipload.units.parameters import Requires

_TURNS = Requires(
    ("wall_radius", "diameter"),
    lambda wall_radius, diameter: wall_radius > diameter / 2,
    "the radius of the wall is no larger than the cutter's, so the cutter stops in the corner and turns on the spot",
)
_UP_TO_A_SLOT = Requires(
    ("engagement_angle",),
    lambda engagement_angle: (engagement_angle >= 0) & (engagement_angle <= np.pi * (1 + 1e-12)),
    "the engagement is from 0 to 180 degrees",
)


def _angle(squared_sine: Real) -> Real:
    """Angle of which the sine of the half is the root; keeps its digits for thin cuts."""
    return 2 * np.arcsin(np.sqrt(np.minimum(squared_sine, 1.0)))


def _squared_sine(engagement_angle: Real) -> Real:
    return np.sin(engagement_angle / 2) ** 2


@formula(
    symbol=r"\phi_s",
    equation=r"\phi_s = \arccos(1 - \frac{a_e (2 R_w - a_e)}{D (R_w - \frac{D}{2})})",
    source="plane-geometry",
    example={"radial_depth": "1 mm", "wall_radius": "12 mm", "diameter": "10 mm"},
    requires=(
        WIDTH_WITHIN_CUTTER,
        _TURNS,
        Requires(
            ("radial_depth", "wall_radius"),
            lambda radial_depth, wall_radius: radial_depth <= wall_radius,
            "the radial depth is more than the radius of the wall",
        ),
    ),
)
def concave_engagement_angle(radial_depth: Length, wall_radius: PositiveLength, diameter: Diameter) -> Angle:
    """Arc over which a tooth is in the work on an inner arc, as in a corner or a hole.

    Parameters
    ----------
    radial_depth
        Material on the radius, measured normal to the wall [mm, in].
    wall_radius
        Radius of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Engagement angle [°], more than on a straight path; 180 where the cutter works as in a slot.

    Raises
    ------
    InputError
        When the cutter does not fit the arc, or the radial depth is more than diameter or radius.

    Notes
    -----
    The wall before the pass is an arc about the same centre, and the arc is long enough for a steady cut.

    References
    ----------
    Intersection of the cutter with the wall before the pass.  It tends to `engagement_angle` for a large radius.

    Examples
    --------
    >>> concave_engagement_angle("1 mm", "12 mm", "10 mm").m  # 36.87 on a straight path
    47.82...
    """
    return _angle(radial_depth * (2 * wall_radius - radial_depth) / (2 * diameter * (wall_radius - diameter / 2)))


@formula(
    symbol=r"\phi_s",
    equation=r"\phi_s = \arccos(1 - \frac{a_e (2 R_w + a_e)}{D (R_w + \frac{D}{2})})",
    source="plane-geometry",
    example={"radial_depth": "1 mm", "wall_radius": "12 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def convex_engagement_angle(radial_depth: Length, wall_radius: PositiveLength, diameter: Diameter) -> Angle:
    """Arc over which a tooth is in the work on an outer arc, as around a boss.

    Parameters
    ----------
    radial_depth
        Material on the radius, measured normal to the wall [mm, in].
    wall_radius
        Radius of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Engagement angle [°], less than on a straight path.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    References
    ----------
    Intersection of the cutter with the wall before the pass.  It tends to `engagement_angle` for a large radius.

    Examples
    --------
    >>> convex_engagement_angle("1 mm", "12 mm", "10 mm").m  # 36.87 on a straight path
    31.46...
    """
    return _angle(radial_depth * (2 * wall_radius + radial_depth) / (2 * diameter * (wall_radius + diameter / 2)))


@formula(
    symbol="a_e",
    equation=r"a_e = \frac{D}{2} (1 - \cos(\phi_s))",
    source="altintas2012",
    example={"engagement_angle": "60 deg", "diameter": "10 mm"},
    requires=(_UP_TO_A_SLOT,),
)
def radial_depth_for_engagement(engagement_angle: Angle, diameter: Diameter) -> Length:
    """Radial depth on a straight path that gives a wanted engagement; of an arc the equivalent straight width.

    Parameters
    ----------
    engagement_angle
        Arc over which a tooth is in the work, of constant-engagement milling the one held [°].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Radial depth [mm].

    Raises
    ------
    InputError
        When the engagement is not between 0 and 180°.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> radial_depth_for_engagement("60 deg", "10 mm").m
    2.5
    >>> radial_depth_for_engagement(concave_engagement_angle("1 mm", "12 mm", "10 mm"), "10 mm").m
    1.642...
    """
    return diameter * _squared_sine(engagement_angle)


@formula(
    symbol="a_e",
    equation=r"a_e = R_w - \sqrt{R_w^2 - D (R_w - \frac{D}{2}) (1 - \cos(\phi_s))}",
    source="plane-geometry",
    example={"engagement_angle": "60 deg", "wall_radius": "12 mm", "diameter": "10 mm"},
    requires=(_TURNS, _UP_TO_A_SLOT),
)
def concave_radial_depth(engagement_angle: Angle, wall_radius: PositiveLength, diameter: Diameter) -> Length:
    """Radial depth on an inner arc that gives a wanted engagement.

    Parameters
    ----------
    engagement_angle
        Arc over which a tooth is in the work [°].
    wall_radius
        Radius of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Radial depth [mm], less than on a straight path.

    Raises
    ------
    InputError
        When the cutter does not fit the arc, or the engagement is not between 0 and 180°.

    References
    ----------
    Intersection of the cutter with the wall before the pass.

    Examples
    --------
    >>> concave_radial_depth("60 deg", "12 mm", "10 mm").m
    1.5597...
    """
    rise = 2 * diameter * (wall_radius - diameter / 2) * _squared_sine(engagement_angle)
    return rise / (wall_radius + np.sqrt(np.maximum(wall_radius**2 - rise, 0.0)))


@formula(
    symbol="a_e",
    equation=r"a_e = \sqrt{R_w^2 + D (R_w + \frac{D}{2}) (1 - \cos(\phi_s))} - R_w",
    source="plane-geometry",
    example={"engagement_angle": "60 deg", "wall_radius": "12 mm", "diameter": "10 mm"},
    requires=(_UP_TO_A_SLOT,),
)
def convex_radial_depth(engagement_angle: Angle, wall_radius: PositiveLength, diameter: Diameter) -> Length:
    """Radial depth on an outer arc that gives a wanted engagement.

    Parameters
    ----------
    engagement_angle
        Arc over which a tooth is in the work [°].
    wall_radius
        Radius of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Radial depth [mm], more than on a straight path.

    Raises
    ------
    InputError
        When the engagement is not between 0 and 180°.

    References
    ----------
    Intersection of the cutter with the wall before the pass.

    Examples
    --------
    >>> convex_radial_depth("60 deg", "12 mm", "10 mm").m
    3.1327...
    """
    rise = 2 * diameter * (wall_radius + diameter / 2) * _squared_sine(engagement_angle)
    return rise / (wall_radius + np.sqrt(wall_radius**2 + rise))

"""Chip, torque and power of drilling into the solid."""

from __future__ import annotations

import numpy as np

from chipload.cutting.hole_shape import ENLARGES, POINTED
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    Count,
    Diameter,
    FeedPerRev,
    FeedRate,
    Length,
    Power,
    Stress,
    Torque,
)


@formula(
    symbol="h",
    equation=r"h = \frac{f_n}{z} \sin(\frac{\sigma}{2})",
    source="iscar-drilling",
    example={"feed_per_rev": "0.15 mm/rev", "point_angle": "140 deg"},
    requires=(POINTED,),
)
def drilling_chip_thickness(feed_per_rev: FeedPerRev, point_angle: Angle, teeth: Count = 2.0) -> ChipThickness:
    """Chip thickness at the main edges of a drill.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    point_angle
        Full point angle, 118 or 140° [°].
    teeth
        Number of main edges.

    Returns
    -------
    Quantity
        Chip thickness [mm].

    Raises
    ------
    InputError
        When the point angle is not above 0 and up to 180°.

    References
    ----------
    Iscar, drilling guide.

    Examples
    --------
    >>> drilling_chip_thickness("0.2 mm/rev", "180 deg").m
    0.1
    """
    return feed_per_rev / teeth * np.sin(point_angle / 2)


@formula(
    symbol="M_c",
    equation=r"M_c = \frac{k_c f_n D^2}{8}",
    source="iscar-drilling",
    example={"specific_cutting_force": "2200 MPa", "feed_per_rev": "0.15 mm/rev", "diameter": "22 mm"},
)
def drilling_torque(specific_cutting_force: Stress, feed_per_rev: FeedPerRev, diameter: Diameter) -> Torque:
    """Torque of drilling into the solid.

    Parameters
    ----------
    specific_cutting_force
        At the chip thickness of the drill [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter of the drill [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    Notes
    -----
    Sharp edges, depth up to about three diameters; friction of the chips in a deep hole adds to it.

    References
    ----------
    Iscar, drilling guide: 22 mm, 0.15 mm/rev and 2200 N/mm² give 19.97 N m.

    Examples
    --------
    >>> drilling_torque("2200 MPa", "0.15 mm/rev", "22 mm").m
    19.965
    """
    return specific_cutting_force * feed_per_rev * diameter**2 / 8


@formula(
    symbol="P_c",
    equation=r"P_c = k_c \frac{\pi D^2}{4} v_f",
    source="iscar-drilling",
    example={"specific_cutting_force": "2200 MPa", "diameter": "22 mm", "feed_rate": "434 mm/min"},
)
def drilling_power(specific_cutting_force: Stress, diameter: Diameter, feed_rate: FeedRate) -> Power:
    """Power at the edges of a drill in the solid.

    Parameters
    ----------
    specific_cutting_force
        At the chip thickness of the drill [MPa].
    diameter
        Diameter of the drill [mm, in].
    feed_rate
        Feed along the axis [mm/min, ipm].

    Returns
    -------
    Quantity
        Power [kW].

    References
    ----------
    Iscar, drilling guide: 22 mm, 434 mm/min and 2200 N/mm² give 8.07 kW at an efficiency of 0.75.

    Examples
    --------
    >>> from chipload.cutting import motor_power
    >>> motor_power(drilling_power("2200 MPa", "22 mm", "434 mm/min"), 0.75).m
    8.066...
    """
    return specific_cutting_force * np.pi * diameter**2 / 4 * feed_rate


@formula(
    symbol="P_c",
    equation=r"P_c = k_c \frac{\pi (D^2 - d_0^2)}{4} v_f",
    source="iscar-drilling",
    example={
        "specific_cutting_force": "2200 MPa",
        "diameter": "22 mm",
        "hole_diameter": "10 mm",
        "feed_rate": "434 mm/min",
    },
    requires=(ENLARGES,),
)
def enlarging_power(
    specific_cutting_force: Stress, diameter: Diameter, hole_diameter: Length, feed_rate: FeedRate
) -> Power:
    """Power at the edges of a tool that enlarges a hole: of a drill, core drill, reamer or boring bar.

    Parameters
    ----------
    specific_cutting_force
        At the chip thickness of the cut [MPa].
    diameter
        Diameter of the tool [mm, in].
    hole_diameter
        Diameter of the hole before the cut, 0 for solid work [mm, in].
    feed_rate
        Feed along the axis [mm/min, ipm].

    Returns
    -------
    Quantity
        Power [kW].

    Raises
    ------
    InputError
        When the hole is larger than the tool.

    Notes
    -----
    The power of `enlarging_torque` at the spindle speed; the margins that rub on the wall add to it.

    References
    ----------
    Iscar, drilling guide, for drilling; the ring of the enlarged hole takes the place of the circle.

    Examples
    --------
    >>> enlarging_power("2200 MPa", "22 mm", "0 mm", "434 mm/min").m
    6.049...
    """
    return specific_cutting_force * np.pi * (diameter**2 - hole_diameter**2) / 4 * feed_rate

"""Chip and force in turning."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    FeedPerRev,
    Force,
    Length,
    Stress,
)


@formula(
    symbol="h",
    equation=r"h = f_n \sin(\kappa_r)",
    source="iso3002",
    example={"feed_per_rev": "0.2 mm/rev", "entering_angle": "75 deg"},
)
def turning_chip_thickness(feed_per_rev: FeedPerRev, entering_angle: Angle = np.pi / 2) -> ChipThickness:
    """Chip thickness in turning on the straight edge.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Chip thickness [mm].

    Notes
    -----
    For depths well above the nose radius; within the nose the mean chip is thinner.

    References
    ----------
    ISO 3002-3.

    Examples
    --------
    >>> turning_chip_thickness("0.2 mm/rev", "30 deg").m
    0.1
    """
    return feed_per_rev * np.sin(entering_angle)


@formula(
    symbol="F_c",
    equation=r"F_c = k_c f_n a_p",
    source="kienzle1952",
    example={"specific_cutting_force": "3100 MPa", "feed_per_rev": "0.2 mm/rev", "depth_of_cut": "3 mm"},
)
def turning_force(specific_cutting_force: Stress, feed_per_rev: FeedPerRev, depth_of_cut: Length) -> Force:
    """Main cutting force in turning.

    Parameters
    ----------
    specific_cutting_force
        At the chip thickness ``f_n sin(kappa)`` [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    depth_of_cut
        Depth on the radius [mm, in].

    Returns
    -------
    Quantity
        Main cutting force [N]; the section of the chip does not depend on the entering angle.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305.  The example is Mitsubishi Materials' for turning: with 120 m/min and
    an efficiency of 0.8 the motor gives 4.65 kW.

    Examples
    --------
    >>> from chipload.cutting import cutting_power, motor_power
    >>> force = turning_force("3100 MPa", "0.2 mm/rev", "3 mm")
    >>> motor_power(cutting_power(force, "120 m/min"), 0.8).m
    4.65
    """
    return specific_cutting_force * feed_per_rev * depth_of_cut

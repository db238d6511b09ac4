"""Facing, grooving and parting at constant surface speed, and the force components of turning."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    CuttingSpeed,
    Diameter,
    FeedPerRev,
    Force,
    Length,
    PositiveRatio,
    Ratio,
    SpindleSpeed,
    Stress,
    Time,
)
from chipload.units.parameters import Requires

_INWARDS = Requires(
    ("outer_diameter", "inner_diameter"),
    lambda outer_diameter, inner_diameter: outer_diameter >= inner_diameter,
    "the pass runs from the outer diameter inwards; exchange the diameters",
)
_SOLID = Requires(
    ("diameter", "depth_of_cut"),
    lambda diameter, depth_of_cut: 2 * depth_of_cut < diameter,
    "the depth reaches the centre; it is counted on the radius",
)
_ENTERS = Requires(
    ("entering_angle",),
    lambda entering_angle: (entering_angle > 0) & (entering_angle < np.pi),
    "the entering angle must lie between 0 and 180 degrees",
)


@dataclass(frozen=True)
class ForceComponents:
    """The parts of the force beside the main one, and the whole."""

    feed_force: Force
    passive_force: Force
    resultant_force: Force


@formula(
    symbol=r"n",
    equation=r"n = \min(\frac{v_c}{\pi D}, n_{max})",
    source="iso3002",
    example={"cutting_speed": "200 m/min", "diameter": "30 mm", "max_spindle_speed": "3000 rpm"},
)
def capped_spindle_speed(
    cutting_speed: CuttingSpeed, diameter: Diameter, max_spindle_speed: SpindleSpeed
) -> SpindleSpeed:
    """Spindle speed at constant surface speed, as far as the spindle goes.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    diameter
        Diameter at which the edge cuts [mm, in].
    max_spindle_speed
        Largest spindle speed the machine or the chuck allows [rpm].

    Returns
    -------
    Quantity
        Spindle speed [rpm].

    References
    ----------
    ISO 3002-1, for the speed; the cap is the G50 or G92 limit of a lathe control.

    Examples
    --------
    >>> capped_spindle_speed("200 m/min", "10 mm", "3000 rpm").m
    3000.0
    """
    return np.minimum(cutting_speed / (np.pi * diameter), max_spindle_speed)


@formula(
    symbol=r"D_{cap}",
    equation=r"D_{cap} = \frac{v_c}{\pi n_{max}}",
    source="iso3002",
    example={"cutting_speed": "200 m/min", "max_spindle_speed": "3000 rpm"},
)
def cap_diameter(cutting_speed: CuttingSpeed, max_spindle_speed: SpindleSpeed) -> Diameter:
    """Diameter below which the spindle can no longer keep the surface speed.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    max_spindle_speed
        Largest spindle speed the machine or the chuck allows [rpm].

    Returns
    -------
    Quantity
        Diameter [mm].

    References
    ----------
    ISO 3002-1.

    Examples
    --------
    >>> cap_diameter("200 m/min", "3000 rpm").m
    21.22...
    """
    return cutting_speed / (np.pi * max_spindle_speed)


@formula(
    symbol=r"t_c",
    equation=(
        r"t_c = \frac{\pi (D_1^2 - D_2^2)}{4 f_n v_c} + \frac{d_1 - d_2}{2 f_n n_{max}} ,\quad "
        r"D_i = \max(d_{f,i}, D_{cap}) ,\quad d_i = \min(d_{f,i}, D_{cap})"
    ),
    source="iso3002",
    example={
        "cutting_speed": "200 m/min",
        "feed_per_rev": "0.2 mm/rev",
        "outer_diameter": "100 mm",
        "inner_diameter": "5 mm",
        "max_spindle_speed": "3000 rpm",
    },
    requires=(_INWARDS,),
)
def facing_time(
    cutting_speed: CuttingSpeed,
    feed_per_rev: FeedPerRev,
    outer_diameter: Diameter,
    inner_diameter: Length,
    max_spindle_speed: SpindleSpeed,
) -> Time:
    """Time of a facing, grooving or parting pass at constant surface speed with a capped spindle.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    outer_diameter
        Diameter at which the pass begins [mm, in].
    inner_diameter
        Diameter at which it ends, 0 for the centre [mm, in].
    max_spindle_speed
        Largest spindle speed the machine or the chuck allows [rpm].

    Returns
    -------
    Quantity
        Time in cut [s].

    Raises
    ------
    InputError
        When the inner diameter is more than the outer one.

    Notes
    -----
    Exact for a spindle that follows at once: the first part is cut at constant surface speed, the second below
    `cap_diameter` at the capped spindle speed.

    References
    ----------
    ISO 3002-1; the time is the integral of the travel over the feed rate.

    Examples
    --------
    >>> facing_time("200 m/min", "0.2 mm/rev", "100 mm", "0 mm", "3000 rpm").m
    12.31...
    """
    cap = cutting_speed / (np.pi * max_spindle_speed)
    fast = np.maximum(outer_diameter, cap) ** 2 - np.maximum(inner_diameter, cap) ** 2
    capped = np.minimum(outer_diameter, cap) - np.minimum(inner_diameter, cap)
    return np.pi * fast / (4 * feed_per_rev * cutting_speed) + capped / (2 * feed_per_rev * max_spindle_speed)


@formula(
    symbol=r"D_m",
    equation=r"D_m = D - a_p",
    source="iso3002",
    example={"diameter": "50 mm", "depth_of_cut": "3 mm"},
    requires=(_SOLID,),
)
def mean_cut_diameter(diameter: Diameter, depth_of_cut: Length) -> Diameter:
    """Mean diameter of a turning cut, whose speed makes the removal rate exact.

    Parameters
    ----------
    diameter
        Diameter of the work before the cut [mm, in].
    depth_of_cut
        Depth on the radius [mm, in].

    Returns
    -------
    Quantity
        Mean diameter [mm].

    Raises
    ------
    InputError
        When the cut goes to the centre or beyond.

    References
    ----------
    ISO 3002-3.

    Examples
    --------
    >>> mean_cut_diameter("12.7 mm", "0.255 mm").m
    12.445
    """
    return diameter - depth_of_cut


@formula(
    symbol=r"\lambda_h",
    equation=r"\lambda_h = \frac{b}{h} = \frac{a_p}{f_n \sin(\kappa_r)^2}",
    source="iso3002",
    example={"depth_of_cut": "3 mm", "feed_per_rev": "0.2 mm/rev", "entering_angle": "75 deg"},
    requires=(_ENTERS,),
)
def chip_slenderness(depth_of_cut: Length, feed_per_rev: FeedPerRev, entering_angle: Angle) -> Ratio:
    """Width over thickness of the undeformed chip in turning.

    Parameters
    ----------
    depth_of_cut
        Depth on the radius [mm, in].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Slenderness.

    Raises
    ------
    InputError
        When the entering angle is not between 0 and 180°.

    Notes
    -----
    For depths well above the nose radius.

    References
    ----------
    ISO 3002-3, for width and thickness.

    Examples
    --------
    >>> chip_slenderness("3 mm", "0.2 mm/rev", "90 deg").m
    15.0
    """
    return depth_of_cut / (feed_per_rev * np.sin(entering_angle) ** 2)


@formula(
    symbol=r"F_r",
    equation=r"F_r = \sqrt{F_c^2 + F_f^2 + F_p^2} ,\quad F_f = k_f F_c ,\quad F_p = k_p F_c",
    source="iso3002",
    example={"cutting_force": "1860 N", "feed_force_ratio": 0.5, "passive_force_ratio": 0.3},
)
def turning_force_components(
    cutting_force: Force, feed_force_ratio: PositiveRatio, passive_force_ratio: PositiveRatio
) -> ForceComponents:
    """Feed force, passive force and resultant in turning, from their ratios to the cutting force.

    Parameters
    ----------
    cutting_force
        Main cutting force [N, lbf].
    feed_force_ratio
        Feed force over cutting force, from a measurement or a table.
    passive_force_ratio
        Passive force over cutting force, from a measurement or a table.

    Returns
    -------
    ForceComponents
        Feed force, passive force and resultant [N]; the passive force pushes tool and work apart.

    Notes
    -----
    The ratios depend on entering angle, nose radius, rake and wear: there is no general figure.

    References
    ----------
    ISO 3002-4.

    Examples
    --------
    >>> turning_force_components("1000 N", 0.5, 0.3).resultant_force.m
    1157.5...
    """
    main = cutting_force + 0.0 * (feed_force_ratio + passive_force_ratio)  # each part in the shape of all arguments
    feed_force = feed_force_ratio * main
    passive_force = passive_force_ratio * main
    return ForceComponents(feed_force, passive_force, np.sqrt(cutting_force**2 + feed_force**2 + passive_force**2))


@formula(
    symbol=r"F_c",
    equation=r"F_c = k_c f_n a_w",
    source="kienzle1952",
    example={"specific_cutting_force": "2200 MPa", "feed_per_rev": "0.1 mm/rev", "groove_width": "3 mm"},
)
def grooving_force(specific_cutting_force: Stress, feed_per_rev: FeedPerRev, groove_width: Length) -> Force:
    """Main cutting force in grooving and parting.

    Parameters
    ----------
    specific_cutting_force
        At a chip as thick as the feed [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    groove_width
        Width of the insert [mm, in].

    Returns
    -------
    Force
        Main cutting force [N].

    Notes
    -----
    The chip is as wide as the insert; friction at the sides of the groove is not in it.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305.

    Examples
    --------
    >>> grooving_force("2200 MPa", "0.1 mm/rev", "3 mm").m
    660.0
    """
    return specific_cutting_force * feed_per_rev * groove_width

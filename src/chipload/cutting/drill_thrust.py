"""Feed force and torque of drilling and of enlarging a hole, and when a slender drill buckles."""

from __future__ import annotations

import numpy as np

from chipload.cutting.hole_shape import ENLARGES, POINTED
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    FeedPerRev,
    FeedRate,
    Force,
    Fraction,
    Length,
    Modulus,
    PositiveLength,
    PositiveRatio,
    RemovalRate,
    Stress,
    Torque,
)

_MM = 1e-3


@formula(
    symbol=r"F_f",
    equation=r"F_f = k_F k_c f_n \frac{D}{2} \sin(\frac{\sigma}{2})",
    source="iscar-drilling",
    example={
        "feed_force_factor": 0.63,
        "specific_cutting_force": "2200 MPa",
        "feed_per_rev": "0.15 mm/rev",
        "diameter": "22 mm",
        "point_angle": "140 deg",
    },
    requires=(POINTED,),
)
def drilling_feed_force(
    feed_force_factor: PositiveRatio,
    specific_cutting_force: Stress,
    feed_per_rev: FeedPerRev,
    diameter: Diameter,
    point_angle: Angle,
) -> Force:
    """Feed force of drilling into the solid.

    Parameters
    ----------
    feed_force_factor
        Feed force over the cutting force it is taken from: 0.5 to 0.63 in guides.
    specific_cutting_force
        At the chip thickness of the drill [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter of the tool [mm, in].
    point_angle
        Full point angle, 118 or 140° [°].

    Returns
    -------
    Quantity
        Force along the axis [N].

    Raises
    ------
    InputError
        When the point angle is not above 0 and up to 180°.

    Notes
    -----
    Sharp edges; a wide chisel edge raises it much, see `shaw_oxford_thrust`.

    References
    ----------
    Iscar, drilling guide: 22 mm, 0.15 mm/rev and 2200 N/mm² give 2287 N with a sine of 1.

    Examples
    --------
    >>> drilling_feed_force(0.63, "2200 MPa", "0.15 mm/rev", "22 mm", "180 deg").m
    2286.9
    """
    return feed_force_factor * specific_cutting_force * feed_per_rev * diameter / 2 * np.sin(point_angle / 2)


@formula(
    symbol=r"F_f",
    equation=r"F_f = 570 K_m \frac{D}{1 mm} (\frac{f_n}{1 mm})^{0.85} N",
    source="tungaloy-twist",
    example={"material_factor": 1.1, "diameter": "12.7 mm", "feed_per_rev": "0.254 mm/rev"},
)
def tungaloy_drilling_thrust(material_factor: PositiveRatio, diameter: Diameter, feed_per_rev: FeedPerRev) -> Force:
    """Feed force of a high-speed steel twist drill, as a regression on diameter and feed.

    Parameters
    ----------
    material_factor
        Factor of the work material: 1 for cast iron of 177 HB, 2.2 for a low-carbon steel.
    diameter
        Diameter of the tool [mm, in].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].

    Returns
    -------
    Quantity
        Force along the axis [N].

    Notes
    -----
    A fit to twist drills; it knows nothing of the point of a carbide drill.

    References
    ----------
    Tungaloy, general catalogue 2020-2021, page L068. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 15.4, with the same law: 253.4 kgf.

    Examples
    --------
    >>> tungaloy_drilling_thrust(1.1, "12.7 mm", "0.254 mm/rev").to("kgf").m
    253.3...
    """
    return 570 * material_factor * (diameter / _MM) * (feed_per_rev / _MM) ** 0.85


@formula(
    symbol=r"M_c",
    equation=r"M_c = \frac{K_m}{100} (\frac{D}{1 mm})^2 (0.630 + 16.84 \frac{f_n}{1 mm}) N m",
    source="tungaloy-twist",
    example={"material_factor": 1.1, "diameter": "12.7 mm", "feed_per_rev": "0.254 mm/rev"},
)
def tungaloy_drilling_torque(material_factor: PositiveRatio, diameter: Diameter, feed_per_rev: FeedPerRev) -> Torque:
    """Torque of a high-speed steel twist drill, as a regression on diameter and feed.

    Parameters
    ----------
    material_factor
        Factor of the work material: 1 for cast iron of 177 HB, 2.2 for a low-carbon steel.
    diameter
        Diameter of the tool [mm, in].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].

    Returns
    -------
    Quantity
        Torque [N m].

    Notes
    -----
    A fit to twist drills; it knows nothing of the point of a carbide drill.

    References
    ----------
    Tungaloy, general catalogue 2020-2021, page L068.

    Examples
    --------
    >>> tungaloy_drilling_torque(1.1, "12.7 mm", "0.254 mm/rev").m
    8.70...
    """
    return material_factor / 100 * (diameter / _MM) ** 2 * (0.630 + 16.84 * feed_per_rev / _MM)


@formula(
    symbol=r"M_c",
    equation=r"M_c = \frac{k_c f_n (D^2 - d_0^2)}{8}",
    source="iscar-drilling",
    example={
        "specific_cutting_force": "2200 MPa",
        "feed_per_rev": "0.15 mm/rev",
        "diameter": "22 mm",
        "hole_diameter": "10 mm",
    },
    requires=(ENLARGES,),
)
def enlarging_torque(
    specific_cutting_force: Stress, feed_per_rev: FeedPerRev, diameter: Diameter, hole_diameter: Length
) -> Torque:
    """Torque of enlarging a hole with a drill or a core drill, or of boring it.

    Parameters
    ----------
    specific_cutting_force
        At the chip thickness of the cut [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter of the tool [mm, in].
    hole_diameter
        Diameter of the hole before the cut, 0 for solid work [mm, in].

    Returns
    -------
    Quantity
        Torque [N m].

    Raises
    ------
    InputError
        When the hole is larger than the tool.

    Notes
    -----
    For the two edges of a drill or the one of a boring bar alike: the chip of all edges together is the feed.

    References
    ----------
    Iscar, drilling guide, for drilling; the ring of the enlarged hole takes the place of the circle.

    Examples
    --------
    >>> enlarging_torque("2200 MPa", "0.15 mm/rev", "22 mm", "0 mm").m
    19.965
    """
    return specific_cutting_force * feed_per_rev * (diameter**2 - hole_diameter**2) / 8


@formula(
    symbol=r"F_f",
    equation=r"F_f = k_F k_c f_n \frac{D - d_0}{2} \sin(\frac{\sigma}{2})",
    source="iscar-drilling",
    example={
        "feed_force_factor": 0.5,
        "specific_cutting_force": "2200 MPa",
        "feed_per_rev": "0.15 mm/rev",
        "diameter": "12.6 mm",
        "hole_diameter": "6.6 mm",
        "point_angle": "90 deg",
    },
    requires=(ENLARGES, POINTED),
)
def enlarging_feed_force(
    feed_force_factor: PositiveRatio,
    specific_cutting_force: Stress,
    feed_per_rev: FeedPerRev,
    diameter: Diameter,
    hole_diameter: Length,
    point_angle: Angle,
) -> Force:
    """Feed force of core drilling, reaming, boring or countersinking a hole.

    Parameters
    ----------
    feed_force_factor
        Feed force over the cutting force it is taken from: 0.5 to 0.63 in guides.
    specific_cutting_force
        At the chip thickness of the tool, see `drilling_chip_thickness` with the angle of the cone [MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter after the cut; of a countersink, at the surface [mm, in].
    hole_diameter
        Diameter before the cut, 0 for the solid [mm, in].
    point_angle
        Full angle of the cone that the edges sweep: 180° for edges square to the axis [°].

    Returns
    -------
    Quantity
        Force along the axis [N].

    Raises
    ------
    InputError
        When the tool is not larger than the hole, or the angle is not above 0 and up to 180°.

    Notes
    -----
    Sharp edges, no chisel edge in the cut.  The torque is `enlarging_torque`, which holds for a cone as well.

    References
    ----------
    Iscar, drilling guide, for the solid; here for the ring that is left.

    Examples
    --------
    >>> enlarging_feed_force(0.5, "2200 MPa", "0.15 mm/rev", "12.6 mm", "6.6 mm", "90 deg").m
    350.01...
    """
    ring = (diameter - hole_diameter) / 2
    return feed_force_factor * specific_cutting_force * feed_per_rev * ring * np.sin(point_angle / 2)


@formula(
    symbol=r"Q",
    equation=r"Q = \frac{\pi (D^2 - d_0^2)}{4} v_f",
    source="iso3002",
    example={"diameter": "22 mm", "hole_diameter": "10 mm", "feed_rate": "434 mm/min"},
    requires=(ENLARGES,),
)
def enlarging_removal_rate(diameter: Diameter, hole_diameter: Length, feed_rate: FeedRate) -> RemovalRate:
    """Volume that core drilling, reaming or boring removes in a unit of time.

    Parameters
    ----------
    diameter
        Diameter of the tool [mm, in].
    hole_diameter
        Diameter of the hole before the cut, 0 for solid work [mm, in].
    feed_rate
        Feed along the axis [mm/min, ipm].

    Returns
    -------
    Quantity
        Removal rate [cm³/min].

    Raises
    ------
    InputError
        When the hole is larger than the tool.

    Notes
    -----
    How far a boring bar bends under the force is told by `chipload.mechanics.tool_deflection` with a flute length
    of 0.

    References
    ----------
    ISO 3002-3.

    Examples
    --------
    >>> enlarging_removal_rate("22 mm", "0 mm", "434 mm/min").m
    164.97...
    """
    return np.pi * (diameter**2 - hole_diameter**2) / 4 * feed_rate


@formula(
    symbol=r"F_k",
    equation=r"F_k = \frac{\pi^2 E I}{(K L)^2} ,\quad I = \frac{\pi (f_e D)^4}{64}",
    source="roark",
    example={
        "diameter": "3 mm",
        "stickout": "60 mm",
        "core_fraction": 0.6,
        "youngs_modulus": "210 GPa",
        "length_factor": 2.0,
    },
)
def drill_buckling_load(
    diameter: Diameter,
    stickout: PositiveLength,
    core_fraction: Fraction,
    youngs_modulus: Modulus,
    length_factor: PositiveRatio,
) -> Force:
    """Feed force at which a slender drill buckles.

    Parameters
    ----------
    diameter
        Diameter of the tool [mm, in].
    stickout
        Length from the holder to the tip [mm, in].
    core_fraction
        Stiffness-equivalent diameter of the flutes over the diameter, at the weakest bending axis.
    youngs_modulus
        Elastic modulus of the drill [GPa].
    length_factor
        Buckling length over the stick-out: 2 for a free tip, 0.7 for a tip held in its hole.

    Returns
    -------
    Quantity
        Force along the axis [N], without any margin.

    Notes
    -----
    Euler's load of a straight elastic rod; a short drill crushes before it buckles, and runout lowers the load.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, chapter 15.

    Examples
    --------
    >>> drill_buckling_load("3 mm", "60 mm", 0.6, "210 GPa", 2.0).m
    74.17...
    """
    inertia = np.pi * (core_fraction * diameter) ** 4 / 64
    return np.pi**2 * youngs_modulus * inertia / (length_factor * stickout) ** 2

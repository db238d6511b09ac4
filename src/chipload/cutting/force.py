"""Cutting force, torque and power by Kienzle's law on the mean chip.

The mean of ``k h**(1 - mc)`` over an engagement is 3 to 4 % lower than its value at the mean chip; the form
used here is the common one and errs on the safe side.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import Requires, Valid, formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    Count,
    CuttingSpeed,
    Diameter,
    FeedPerRev,
    FeedRate,
    Force,
    Fraction,
    Length,
    PositiveRatio,
    Power,
    Ratio,
    SpindleSpeed,
    Stress,
    Torque,
)

THIN, THICK = 0.05e-3, 2.5e-3
"""Chip thicknesses between which specific forces are tabulated [m]."""

_H0 = 1e-3  # Kienzle's constants hold with h in millimetres
_RAKE_PER_RADIAN = 0.01 * 180 / np.pi  # 1 % a degree


@formula(
    symbol=r"K_\gamma",
    equation=r"K_\gamma = 1 - 0.01 \frac{\gamma - \gamma_0}{1 deg}",
    source="sandvik-formulas",
    example={"rake_angle": "10 deg", "reference_rake": "0 deg"},
    valid=(Valid("rake_angle", np.radians(-30), np.radians(30), "measure the force instead"),),
    requires=(
        Requires(
            ("rake_angle", "reference_rake"),
            lambda rake_angle, reference_rake: abs(rake_angle - reference_rake) < np.radians(60),
            "the rake is more than 60 degrees from the one of the table; give both in degrees",
        ),
    ),
)
def rake_factor(rake_angle: Angle, reference_rake: Angle = 0.0) -> PositiveRatio:
    """Factor on the specific force for a rake other than the tabulated one: 1 % a degree.

    Parameters
    ----------
    rake_angle
        Rake of the edge [°].
    reference_rake
        Rake at which the specific force was tabulated [°].

    Returns
    -------
    Quantity
        Factor, below 1 for a more positive rake.

    Raises
    ------
    InputError
        When the two differ by 60° or more.

    Notes
    -----
    A rule from turning and milling catalogues; it holds for rakes from about -30 to 30°.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> rake_factor("10 deg").m
    0.9
    """
    return 1 - _RAKE_PER_RADIAN * (rake_angle - reference_rake)


@formula(
    symbol="k_c",
    equation=r"k_c = k_{c1.1} (\frac{h}{1 mm})^{-m_c} K_\gamma K_w",
    source="kienzle1952",
    example={"chip_thickness": "0.1 mm", "kc11": "1700 MPa", "mc": 0.25},
    valid=(Valid("chip_thickness", THIN, THICK, "below it the true force is higher than computed, so keep a margin"),),
)
def specific_cutting_force(
    chip_thickness: ChipThickness,
    kc11: Stress,
    mc: Ratio,
    rake_factor: PositiveRatio = 1.0,
    wear_factor: PositiveRatio = 1.0,
) -> Stress:
    """Specific cutting force of Kienzle at a chip thickness.

    Parameters
    ----------
    chip_thickness
        Chip thickness, for milling the mean over the engagement [mm, in].
    kc11
        Specific force at a chip 1 mm thick and 1 mm wide [MPa, which is N/mm²].
    mc
        Exponent, about 0.2 to 0.3.
    rake_factor
        See `rake_factor`.
    wear_factor
        1 for a sharp edge; 1.3 to 1.5 at 0.3 mm of flank wear.

    Returns
    -------
    Quantity
        Specific cutting force [MPa].

    Warns
    -----
    ValidityWarning
        Outside 0.05 to 2.5 mm, the range in which the constants are tabulated.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305.

    Examples
    --------
    >>> specific_cutting_force("0.1 mm", "1700 MPa", 0.25).m
    3023.0...
    """
    return kc11 * (chip_thickness / _H0) ** -mc * rake_factor * wear_factor


@formula(
    symbol="F_t",
    equation=r"F_t = k_c h_m \frac{a_p}{\sin(\kappa_r)}",
    source="kienzle1952",
    example={
        "specific_cutting_force": "1900 MPa", "mean_chip_thickness": "0.03 mm", "axial_depth": "10 mm",
    },
)  # fmt: skip
def tooth_force(
    specific_cutting_force: Stress,
    mean_chip_thickness: ChipThickness,
    axial_depth: Length,
    entering_angle: Angle = np.pi / 2,
) -> Force:
    """Mean tangential force on one milling tooth while it is in the cut.

    Parameters
    ----------
    specific_cutting_force
        At the mean chip thickness [MPa].
    mean_chip_thickness
        Mean chip thickness over the engagement [mm, in].
    axial_depth
        Depth along the tool axis [mm, in].
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Tangential force [N].

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305.

    Examples
    --------
    >>> tooth_force("1900 MPa", "0.03 mm", "10 mm").m
    570.0
    """
    return specific_cutting_force * mean_chip_thickness * axial_depth / np.sin(entering_angle)


@formula(
    symbol="P_c",
    equation=r"P_c = k_c a_p a_e v_f",
    source="sandvik-formulas",
    example={
        "specific_cutting_force": "1800 MPa", "axial_depth": "2 mm", "radial_depth": "80 mm",
        "feed_rate": "280 mm/min",
    },
)  # fmt: skip
def milling_power(
    specific_cutting_force: Stress, axial_depth: Length, radial_depth: Length, feed_rate: FeedRate
) -> Power:
    """Power at the edge in milling.

    Parameters
    ----------
    specific_cutting_force
        At the mean chip thickness [MPa].
    axial_depth
        Depth along the tool axis [mm, in].
    radial_depth
        Width across the feed [mm, in].
    feed_rate
        Feed rate [mm/min, ipm].

    Returns
    -------
    Quantity
        Power [kW], without the losses of the machine.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Mitsubishi Materials' for face milling:
    1.68 kW at the motor with an efficiency of 0.8.

    Examples
    --------
    >>> milling_power("1800 MPa", "2 mm", "80 mm", "280 mm/min").m
    1.344
    """
    return specific_cutting_force * axial_depth * radial_depth * feed_rate


@formula(
    symbol="M_c",
    equation=r"M_c = \frac{P_c}{2 \pi n}",
    source="iso3002",
    example={"power": "3 kW", "spindle_speed": "9549 rpm"},
)
def spindle_torque(power: Power, spindle_speed: SpindleSpeed) -> Torque:
    """Torque that a power takes at a spindle speed.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Torque [N m].

    References
    ----------
    ISO 3002-4.

    Examples
    --------
    >>> spindle_torque("1 kW", "9549.297 rpm").m
    1.0
    """
    return power / (2 * np.pi * spindle_speed)


@formula(
    symbol="F_c",
    equation=r"F_c = \frac{P_c}{v_c}",
    source="iso3002",
    example={"power": "3 kW", "cutting_speed": "300 m/min"},
)
def tangential_force(power: Power, cutting_speed: CuttingSpeed) -> Force:
    """Mean tangential force of all teeth together, over a whole turn.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    cutting_speed
        Cutting speed [m/min, sfm].

    Returns
    -------
    Quantity
        Force [N]; for a milling cutter the force on a tooth in cut times the mean number of teeth in cut.

    References
    ----------
    ISO 3002-4.

    Examples
    --------
    >>> tangential_force("3 kW", "300 m/min").m
    600.0
    """
    return power / cutting_speed


@formula(
    symbol="F_s",
    equation=r"F_s = F_t \max(z_e, 1) \sqrt{1 + k_r^2}",
    source="altintas2012",
    example={"tooth_force": "570 N", "teeth_in_cut": 1.5, "radial_force_ratio": 0.3},
)
def side_force(tooth_force: Force, teeth_in_cut: PositiveRatio, radial_force_ratio: Fraction) -> Force:
    """Side force that bends a milling tool.

    Parameters
    ----------
    tooth_force
        Mean tangential force on a tooth in cut [N].
    teeth_in_cut
        Mean number of teeth in cut; less than one tooth cannot push.
    radial_force_ratio
        Radial over tangential force, 0.2 to 0.5 for sharp edges.

    Returns
    -------
    Quantity
        Resultant of tangential and radial force of the teeth in cut [N].

    Notes
    -----
    The forces of several teeth are added as if they had one direction, which is the safe side; the peak within
    a turn is higher than this mean.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> side_force("100 N", 0.5, 0.75).m
    125.0
    """
    return tooth_force * np.maximum(teeth_in_cut, 1.0) * np.sqrt(1 + radial_force_ratio**2)


@formula(
    symbol="P_{mot}",
    equation=r"P_{mot} = \frac{P_c}{\eta}",
    source="sandvik-formulas",
    example={"power": "1.344 kW", "efficiency": 0.8},
)
def motor_power(power: Power, efficiency: Fraction) -> Power:
    """Power the spindle motor must give for a power at the edge.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    efficiency
        Share of the motor's power that arrives, above 0 to 1.

    Returns
    -------
    Quantity
        Motor power [kW].

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Mitsubishi Materials' for face milling.

    Examples
    --------
    >>> motor_power("1.344 kW", 0.8).m
    1.68
    """
    return power / efficiency


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
    >>> force = turning_force("3100 MPa", "0.2 mm/rev", "3 mm")
    >>> motor_power(cutting_power(force, "120 m/min"), 0.8).m
    4.65
    """
    return specific_cutting_force * feed_per_rev * depth_of_cut


@formula(
    symbol="P_c",
    equation=r"P_c = F_c v_c",
    source="iso3002",
    example={"cutting_force": "1860 N", "cutting_speed": "120 m/min"},
)
def cutting_power(cutting_force: Force, cutting_speed: CuttingSpeed) -> Power:
    """Power at the edge from force and speed.

    Parameters
    ----------
    cutting_force
        Force along the cutting speed [N, lbf].
    cutting_speed
        Cutting speed [m/min, sfm].

    Returns
    -------
    Quantity
        Power [kW].

    References
    ----------
    ISO 3002-4.  The example is P. C. Sharma, A Textbook of Production Engineering, example 14.3: 567 N at 2 m/s.

    Examples
    --------
    >>> cutting_power("567 N", "2 m/s").m
    1.134
    """
    return cutting_force * cutting_speed


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
    symbol="h",
    equation=r"h = \frac{f_n}{z} \sin(\frac{\sigma}{2})",
    source="iscar-drilling",
    example={"feed_per_rev": "0.15 mm/rev", "point_angle": "140 deg"},
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
    >>> motor_power(drilling_power("2200 MPa", "22 mm", "434 mm/min"), 0.75).m
    8.066...
    """
    return specific_cutting_force * np.pi * diameter**2 / 4 * feed_rate

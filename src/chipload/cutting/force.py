"""Cutting force, torque and power by Kienzle's law on the mean chip.

The mean of ``k h**(1 - mc)`` over an engagement is 3 to 4 % lower than its value at the mean chip; the form
used here is the common one and errs on the safe side.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    CuttingSpeed,
    Force,
    Fraction,
    Length,
    PositiveLength,
    PositiveRatio,
    Ratio,
    Stress,
)
from chipload.units.parameters import Requires, Valid

THIN, THICK = 0.05e-3, 2.5e-3
"""Chip thicknesses between which specific forces are tabulated [m]."""

_H0 = 1e-3  # Kienzle's constants hold with h in millimetres
_RAKE_PER_RADIAN = 0.01 * 180 / np.pi  # 1 % a degree


@formula(
    symbol=r"K_\gamma",
    equation=r"K_\gamma = 1 - 0.01 \frac{\gamma - \gamma_0}{1 deg}",
    source="sandvik-formulas",
    example={"rake_angle": "10 deg", "reference_rake": "6 deg"},
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

    Warns
    -----
    ValidityWarning
        For a rake outside -30 to 30°.

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
    symbol="K_b",
    equation=r"K_b = (\frac{b}{b_0})^{x_b} (\frac{v_c}{v_0})^{x_v}",
    source="force-comparison",
    example={
        "chip_width": "2 mm", "cutting_speed": "200 m/min", "width_exponent": -0.1, "measured_width": "1 mm",
        "speed_exponent": -0.2, "measured_speed": "100 m/min",
    },
)  # fmt: skip
def condition_factor(
    chip_width: PositiveLength,
    cutting_speed: CuttingSpeed,
    width_exponent: Ratio,
    measured_width: PositiveLength,
    speed_exponent: Ratio,
    measured_speed: CuttingSpeed,
) -> Ratio:
    """Factor on the specific force for width of the chip and speed other than those it was measured at.

    Parameters
    ----------
    chip_width
        Width of the chip, the edge in cut [mm, in].
    cutting_speed
        Cutting speed [m/min, sfm].
    width_exponent
        Exponent of the width, as measured cuts tell it; 0 for no effect.
    measured_width
        Width of the chip in the measured cuts [mm, in].
    speed_exponent
        Exponent of the speed, as measured cuts tell it; 0 for no effect.
    measured_speed
        Cutting speed of the measured cuts [m/min, sfm].

    Returns
    -------
    Quantity
        Factor, 1 at the conditions of the measured cuts.

    Notes
    -----
    An interpolation between measured cuts of one set-up: it says nothing of speeds far from theirs, where a built-up
    edge may form or go.

    References
    ----------
    Powers of width and speed beside Kienzle's power of the thickness, held against published forces of turning in six
    laboratories: with them, three cuts that span the conditions narrow a force threefold.

    Examples
    --------
    >>> condition_factor("2 mm", "200 m/min", -0.1, "1 mm", -0.2, "100 m/min").m
    0.812252...
    """
    return (chip_width / measured_width) ** width_exponent * (cutting_speed / measured_speed) ** speed_exponent


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
    The forces of several teeth are added as if they had one direction, and a tooth is taken as straight: both
    are the safe side, as a helix brings a tooth into a narrow cut bit by bit.  The peak within the arc is higher
    than this mean, up to the largest over the mean chip.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> side_force("100 N", 0.5, 0.75).m
    125.0
    """
    return tooth_force * np.maximum(teeth_in_cut, 1.0) * np.sqrt(1 + radial_force_ratio**2)

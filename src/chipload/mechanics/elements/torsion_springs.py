"""Springs that are wound up: helical torsion springs of round wire and spiral springs of strip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.elements.helical_springs import COIL_HOLDS_WIRE, INDEX_WHERE
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Diameter,
    Modulus,
    PositiveLength,
    PositiveRatio,
    Stress,
    Torque,
    TorsionSpringRate,
)


@dataclass(frozen=True)
class SpiralSpring:
    """Bending stress of a spiral spring and the angle by which it is wound up."""

    strip_bending_stress: Stress
    winding_angle: Angle


@formula(
    symbol="k_t",
    equation=r"k_t = \frac{E d_w^4}{64 D_w N_a}",
    source="shigley-springs",
    example={
        "spring_wire_diameter": "1.6 mm", "coil_diameter": "18 mm", "active_coils": 40.0, "youngs_modulus": "207 GPa",
    },
    valid=(INDEX_WHERE,),
    requires=(COIL_HOLDS_WIRE,),
)  # fmt: skip
def torsion_spring_rate(
    spring_wire_diameter: Diameter, coil_diameter: Diameter, active_coils: PositiveRatio, youngs_modulus: Modulus
) -> TorsionSpringRate:
    """Rate of a helical torsion spring.

    Parameters
    ----------
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    active_coils
        Coils of the body, and for legs of summed length l another l/(3 π D).
    youngs_modulus
        Of the wire [GPa].

    Returns
    -------
    Quantity
        Torque over angle [N mm/rad].

    Raises
    ------
    InputError
        When the coil is not larger than the wire.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    Notes
    -----
    Theory, 10.2 in the form with turns; measured springs on an arbor follow 10.8, which is 6 % less.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-12.

    Examples
    --------
    >>> torsion_spring_rate("1.6 mm", "18 mm", 393.0, "207 GPa").m
    2.99...
    """
    return youngs_modulus * spring_wire_diameter**4 / (64 * coil_diameter * active_coils)


@formula(
    symbol=r"\sigma_w",
    equation=r"\sigma_w = \frac{4 C^2 - C - 1}{4 C (C - 1)} \frac{32 T_w}{\pi d_w^3} ,\quad C = \frac{D_w}{d_w}",
    source="shigley-springs",
    example={"spring_torque": "497 N*mm", "spring_wire_diameter": "1.5 mm", "coil_diameter": "14.5 mm"},
    valid=(INDEX_WHERE,),
    requires=(COIL_HOLDS_WIRE,),
)
def torsion_spring_stress(spring_torque: Torque, spring_wire_diameter: Diameter, coil_diameter: Diameter) -> Stress:
    """Largest bending stress in the wire of a helical torsion spring, after Wahl.

    Parameters
    ----------
    spring_torque
        Torque on the spring [N m, in lbf].
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].

    Returns
    -------
    Quantity
        Stress on the inside of the coil [MPa].

    Raises
    ------
    InputError
        When the coil is not larger than the wire.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    Notes
    -----
    For a torque that winds the spring up.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-12.  The example is U. C.
    Jindal, Machine Design, example 8-9: 0.78 of 2211/1.5**0.145 MPa.

    Examples
    --------
    >>> torsion_spring_stress("497.25 N*mm", "1.5 mm", "14.5 mm").m
    1626.1...
    """
    index = coil_diameter / spring_wire_diameter
    factor = (4 * index**2 - index - 1) / (4 * index * (index - 1))
    return factor * 32 * spring_torque / (np.pi * spring_wire_diameter**3)


@formula(
    symbol=r"\sigma_w",
    equation=(
        r"\sigma_w = \frac{12 T_w}{b_w t_w^2} ,\quad \theta_w = \frac{12 T_w l_w}{E b_w t_w^3}"
    ),
    source="bhandari",
    example={
        "spring_torque": "1200 N*mm", "spring_strip_length": "6350 mm", "spring_strip_width": "12 mm",
        "spring_strip_thickness": "1.25 mm", "youngs_modulus": "207 GPa",
    },
)  # fmt: skip
def spiral_spring(
    spring_torque: Torque,
    spring_strip_length: PositiveLength,
    spring_strip_width: PositiveLength,
    spring_strip_thickness: PositiveLength,
    youngs_modulus: Modulus,
) -> SpiralSpring:
    """Stress and winding of a flat spiral spring whose outer end is held by a pin.

    Parameters
    ----------
    spring_torque
        Torque on the arbor [N m, in lbf].
    spring_strip_length
        Length of the strip that is free [mm, in].
    spring_strip_width, spring_strip_thickness
        Of the strip [mm, in].
    youngs_modulus
        Of the strip [GPa].

    Returns
    -------
    SpiralSpring
        Largest bending stress, opposite to the pin [MPa], and angle of winding [°].

    Notes
    -----
    The turns do not touch.  With the outer end clamped the stress is half of this.

    References
    ----------
    V. B. Bhandari, Design of Machine Elements.  The example is 10.22: three turns.

    Examples
    --------
    >>> spiral_spring("1200 N*mm", "6350.68 mm", "12 mm", "1.25 mm", "207 GPa").winding_angle.to("turn").m
    3.0...
    """
    stress = 12 * spring_torque / (spring_strip_width * spring_strip_thickness**2)
    return SpiralSpring(stress, stress * spring_strip_length / (youngs_modulus * spring_strip_thickness))

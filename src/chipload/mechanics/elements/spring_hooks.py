"""Hooks of extension springs, and the strength of spring wire."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.elements.helical_springs import COIL_HOLDS_WIRE
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Force, PositiveLength, Ratio, Stress
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class HookStress:
    """Stresses of the hook of an extension spring: bending at its top, torsion where it leaves the coils."""

    hook_bending_stress: Stress
    hook_torsion_stress: Stress


@formula(
    symbol=r"\sigma_k",
    equation=(
        r"\sigma_k = F (K_A \frac{16 D_w}{\pi d_w^3} + \frac{4}{\pi d_w^2}) ,\quad "
        r"K_A = \frac{4 C_1^2 - C_1 - 1}{4 C_1 (C_1 - 1)} ,\quad \tau_k = K_B \frac{8 F D_w}{\pi d_w^3} ,\quad "
        r"K_B = \frac{4 C_2 - 1}{4 C_2 - 4} ,\quad C_1 = \frac{2 r_1}{d_w} ,\quad C_2 = \frac{2 r_2}{d_w}"
    ),
    source="shigley-springs",
    example={
        "force": "60 N", "spring_wire_diameter": "2 mm", "coil_diameter": "14 mm", "hook_radius": "7 mm",
        "side_bend_radius": "4 mm",
    },
    requires=(
        COIL_HOLDS_WIRE,
        Requires(
            ("hook_radius", "side_bend_radius", "spring_wire_diameter"),
            lambda hook, side, wire: (2 * hook > wire) & (2 * side > wire),
            "a bend is tighter than the wire allows; give mean radii above half the wire",
        ),
    ),
)  # fmt: skip
def extension_hook_stress(
    force: Force,
    spring_wire_diameter: Diameter,
    coil_diameter: Diameter,
    hook_radius: PositiveLength,
    side_bend_radius: PositiveLength,
) -> HookStress:
    """Stresses in the hook of an extension spring.

    Parameters
    ----------
    force
        Force on the spring [N, lbf].
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    hook_radius
        Mean radius of the hook, half the coil for a full hook [mm, in].
    side_bend_radius
        Mean radius of the bend from the coils into the hook [mm, in].

    Returns
    -------
    HookStress
        Bending with tension at the top of the hook, torsion at the bend into the coils [MPa].

    Raises
    ------
    InputError
        When the coil or a bend is tighter than the wire allows.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, equations 10-34 to 10-37.

    Examples
    --------
    >>> extension_hook_stress("60 N", "2 mm", "14 mm", "7 mm", "4 mm").hook_bending_stress.m
    617.5...
    """
    first, second = 2 * hook_radius / spring_wire_diameter, 2 * side_bend_radius / spring_wire_diameter
    curved = (4 * first**2 - first - 1) / (4 * first * (first - 1))
    twist = 8 * force * coil_diameter / (np.pi * spring_wire_diameter**3)
    bending = 2 * curved * twist + 4 * force / (np.pi * spring_wire_diameter**2)
    return HookStress(bending, (4 * second - 1) / (4 * second - 4) * twist)


@formula(
    symbol=r"\sigma_k",
    equation=r"\sigma_k = \frac{32 F r_1}{\pi d_w^3} \frac{r_1}{r_1 - d_w / 2}",
    source="jindal-springs",
    example={"force": "200 N", "spring_wire_diameter": "1.626 mm", "hook_radius": "3 mm"},
    requires=(
        Requires(
            ("hook_radius", "spring_wire_diameter"),
            lambda hook, wire: 2 * hook > wire,
            "the hook is tighter than its wire allows; give a mean radius above half the wire",
        ),
    ),
)
def simple_hook_stress(force: Force, spring_wire_diameter: Diameter, hook_radius: PositiveLength) -> Stress:
    """Bending stress at the top of a hook, with the ratio of mean to inner radius for its curvature.

    Parameters
    ----------
    force
        Force on the hook [N, lbf].
    spring_wire_diameter
        Diameter of the wire [mm, in].
    hook_radius
        Mean radius of the hook [mm, in].

    Returns
    -------
    Quantity
        Stress on the inside of the hook [MPa].

    Raises
    ------
    InputError
        When the hook is tighter than the wire allows.

    Notes
    -----
    Simpler and somewhat higher than `extension_hook_stress`, which it is meant to check.

    References
    ----------
    The example is U. C. Jindal, Machine Design, example 8-3: 2060.5 MPa at 211.3 N.

    Examples
    --------
    >>> simple_hook_stress("211.3 N", "1.626 mm", "3 mm").m
    2060...
    """
    inner = hook_radius - spring_wire_diameter / 2
    return 32 * force * hook_radius**2 / (np.pi * spring_wire_diameter**3 * inner)


@formula(
    symbol="S_u",
    equation=r"S_u = \frac{A_w}{(d_w / 1 mm)^{m_w}}",
    source="shigley-springs",
    example={"spring_wire_diameter": "1.626 mm", "wire_constant": "2211 MPa", "wire_exponent": 0.145},
)
def wire_tensile_strength(spring_wire_diameter: Diameter, wire_constant: Stress, wire_exponent: Ratio) -> Stress:
    """Tensile strength of spring wire by its diameter.

    Parameters
    ----------
    spring_wire_diameter
        Diameter of the wire [mm, in].
    wire_constant
        Strength of wire of 1 mm, the A of tables in MPa mm^m [MPa].
    wire_exponent
        The exponent m of the table.

    Returns
    -------
    Quantity
        Tensile strength [MPa].

    Notes
    -----
    Within the range of diameters that the table gives with the constants.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, equation 10-14.  The example is U. C.
    Jindal, Machine Design, example 8-3: 2060.5 MPa.

    Examples
    --------
    >>> wire_tensile_strength("1.626 mm", "2211 MPa", 0.145).m
    2060.5...
    """
    return wire_constant / (spring_wire_diameter / 1e-3) ** wire_exponent

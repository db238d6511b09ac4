"""Helical springs beyond rate and stress: buckling, surge, energy and fatigue."""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.mechanics.elements.helical_springs import COIL_HOLDS_WIRE, INDEX_WHERE
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Density,
    Diameter,
    Energy,
    Frequency,
    Length,
    Modulus,
    PositiveLength,
    PositiveRatio,
    Real,
    Stress,
    Volume,
)
from chipload.units.parameters import Requires


def _stiff_enough(youngs_modulus: Real, shear_modulus: Real) -> Any:
    return youngs_modulus > shear_modulus


@formula(
    symbol=r"\delta_k",
    equation=(
        r"\delta_k = l_0 C_1 (1 - \sqrt{1 - \frac{C_2}{\lambda^2}}) ,\quad C_1 = \frac{E}{2 (E - G)} ,\quad "
        r"C_2 = \frac{2 \pi^2 (E - G)}{2 G + E} ,\quad \lambda = \frac{\alpha_e l_0}{D_w}"
    ),
    source="shigley-springs",
    example={
        "free_length": "200 mm", "coil_diameter": "25 mm", "youngs_modulus": "206 GPa", "shear_modulus": "79 GPa",
        "end_constant": 0.5,
    },
    requires=(
        Requires(
            ("youngs_modulus", "shear_modulus"), _stiff_enough,
            "the elastic modulus must be larger than the shear modulus",
        ),
    ),
)  # fmt: skip
def spring_buckling_deflection(
    free_length: PositiveLength,
    coil_diameter: Diameter,
    youngs_modulus: Modulus,
    shear_modulus: Modulus,
    end_constant: PositiveRatio,
) -> Length:
    """Deflection at which a compression spring buckles.

    Parameters
    ----------
    free_length
        Length of the spring without load [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    youngs_modulus, shear_modulus
        Of the wire [GPa].
    end_constant
        0.5 between flat parallel plates, 0.707 with one end on a pivot, 1 with both, 2 with one end free.

    Returns
    -------
    Quantity
        Deflection [mm]; infinite for a spring too short to buckle, for steel below 2.63 D over the end constant.

    Raises
    ------
    InputError
        When the elastic modulus is not larger than the shear modulus.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-5, after A. M. Wahl.

    Examples
    --------
    >>> spring_buckling_deflection("200 mm", "25 mm", "206 GPa", "79 GPa", 0.5).m
    39.79...
    """
    slenderness = end_constant * free_length / coil_diameter
    first = youngs_modulus / (2 * (youngs_modulus - shear_modulus))
    second = 2 * np.pi**2 * (youngs_modulus - shear_modulus) / (2 * shear_modulus + youngs_modulus)
    left = 1 - second / slenderness**2
    return np.where(left >= 0, free_length * first * (1 - np.sqrt(np.maximum(left, 0.0))), np.inf)[()]


@formula(
    symbol="f_s",
    equation=r"f_s = \frac{d_w}{2 \pi D_w^2 N_a} \sqrt{\frac{G}{2 \rho}}",
    source="shigley-springs",
    example={
        "spring_wire_diameter": "5 mm", "coil_diameter": "30 mm", "active_coils": 15.0, "shear_modulus": "84 GPa",
        "density": "7850 kg/m**3",
    },
    valid=(INDEX_WHERE,),
    requires=(COIL_HOLDS_WIRE,),
)  # fmt: skip
def spring_surge_frequency(
    spring_wire_diameter: Diameter,
    coil_diameter: Diameter,
    active_coils: PositiveRatio,
    shear_modulus: Modulus,
    density: Density,
) -> Frequency:
    """Lowest natural frequency of a helical spring between two plates.

    Parameters
    ----------
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    active_coils
        Coils that take part.
    shear_modulus, density
        Of the wire [GPa, g/cm³].

    Returns
    -------
    Quantity
        Frequency of surge [Hz]; one end free halves it.

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
    It is half the root of rate over mass of the active coils.  It should be 15 to 20 times the frequency of the work.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-8.

    Examples
    --------
    >>> spring_surge_frequency("5 mm", "30 mm", 15.0, "84 GPa", "7850 kg/m**3").m
    136.3...
    """
    speed = np.sqrt(shear_modulus / (2 * density))
    return spring_wire_diameter / (2 * np.pi * coil_diameter**2 * active_coils) * speed


@formula(
    symbol="U_s",
    equation=r"U_s = \frac{\tau_w^2 V_w}{4 G}",
    source="sarkar-strength",
    example={"wire_shear_stress": "350 MPa", "wire_volume": "130.6 cm**3", "shear_modulus": "80 GPa"},
)
def spring_wire_energy(wire_shear_stress: Stress, wire_volume: Volume, shear_modulus: Modulus) -> Energy:
    """Energy that round wire stores in torsion.

    Parameters
    ----------
    wire_shear_stress
        Shear stress at the surface of the wire, without a factor for curvature [MPa, ksi].
    wire_volume
        Volume of the wire that is stressed [cm³, in³].
    shear_modulus
        Of the wire [GPa].

    Returns
    -------
    Quantity
        Energy [J]: for a spring half of force times deflection.

    References
    ----------
    The example is B. K. Sarkar, Strength of Materials, problem 8.4: 50 J.

    Examples
    --------
    >>> spring_wire_energy("350 MPa", "130.615 cm**3", "80 GPa").m
    50.0...
    """
    return wire_shear_stress**2 * wire_volume / (4 * shear_modulus)


@formula(
    symbol="S",
    equation=(
        r"S = \frac{1}{\frac{\tau_m}{S_{ys}} + \frac{\tau_a}{S_{es}} (2 - \frac{S_{es}}{S_{ys}})}"
    ),
    source="sadhu-design",
    example={
        "mean_shear_stress": "182.6 MPa", "shear_stress_amplitude": "85 MPa", "shear_yield_strength": "643.5 MPa",
        "pulsating_shear_strength": "314.6 MPa",
    },
)  # fmt: skip
def spring_fatigue_safety(
    mean_shear_stress: Stress,
    shear_stress_amplitude: Stress,
    shear_yield_strength: Stress,
    pulsating_shear_strength: Stress,
) -> PositiveRatio:
    """Safety of spring wire against fatigue, on the line from pulsating strength to yield.

    Parameters
    ----------
    mean_shear_stress
        Mean shear stress, with the factor for direct shear alone [MPa, ksi].
    shear_stress_amplitude
        Half the range of the shear stress, with Wahl's factor [MPa, ksi].
    shear_yield_strength
        Yield strength in shear [MPa, ksi].
    pulsating_shear_strength
        Largest shear stress that the wire bears for ever when it comes and goes from zero [MPa, ksi].

    Returns
    -------
    Quantity
        Safety factor.

    References
    ----------
    The example is S. Singh, Machine Design-I, example 8.2: 1.44.

    Examples
    --------
    >>> spring_fatigue_safety("182.6 MPa", "85 MPa", "643.5 MPa", "314.6 MPa").m
    1.4...
    """
    ratio = pulsating_shear_strength / shear_yield_strength
    return 1 / (
        mean_shear_stress / shear_yield_strength + shear_stress_amplitude / pulsating_shear_strength * (2 - ratio)
    )

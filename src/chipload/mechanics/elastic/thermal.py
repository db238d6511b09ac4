"""Strain of a change of temperature, and the stress where it is held back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.states.elasticity import RATIO_OF_COMPLIANCE, RATIO_OF_STIFFNESS
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Length,
    Modulus,
    Offset,
    PositiveLength,
    Ratio,
    SignedForce,
    SignedStress,
    Strain,
    TemperatureRise,
    ThermalExpansion,
)
from chipload.units.parameters import Requires

_STEEL = {"youngs_modulus": "200 GPa", "thermal_expansion": "11.7e-6 1/K", "temperature_rise": "40 K"}
_AREAS = Requires(
    ("first_area", "second_area"),
    lambda first, second: (first > 0) & (second > 0),
    "a bar has a section; give both areas above zero",
)


@dataclass(frozen=True)
class JoinedBars:
    """Stress in two bars that are joined at their ends, the force between them, and the strain they share."""

    first_stress: SignedStress
    second_stress: SignedStress
    joining_force: SignedForce
    shared_strain: Strain


@formula(
    symbol=r"\epsilon_T",
    equation=r"\epsilon_T = \alpha_l \Delta T",
    source="gere-mechanics",
    example={"thermal_expansion": "11.7e-6 1/K", "temperature_rise": "40 K"},
)
def thermal_strain(thermal_expansion: ThermalExpansion, temperature_rise: TemperatureRise) -> Strain:
    """Strain of a body that is free to expand.

    Parameters
    ----------
    thermal_expansion
        Coefficient of the material [µm/(m K)].
    temperature_rise
        Rise in temperature, negative for cooling [K].

    Returns
    -------
    Quantity
        Strain, alike in all directions.

    Notes
    -----
    With the mean coefficient over the range.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 2.5.

    Examples
    --------
    >>> thermal_strain("12e-6 1/K", "100 K").m
    0.0012
    """
    return thermal_expansion * temperature_rise


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = E (\frac{\Delta l}{L} - \alpha_l \Delta T)",
    source="pytel-mechanics",
    example={**_STEEL, "span": "2.5 m", "elongation": "0.5 mm"},
)
def restrained_bar_stress(
    youngs_modulus: Modulus,
    thermal_expansion: ThermalExpansion,
    temperature_rise: TemperatureRise,
    span: PositiveLength,
    elongation: Offset,
) -> SignedStress:
    """Stress in a bar between two supports when its temperature changes.

    Parameters
    ----------
    youngs_modulus, thermal_expansion
        Of the material [GPa, µm/(m K)].
    temperature_rise
        Rise in temperature, negative for cooling [K].
    span
        Length of the bar [mm, in].
    elongation
        By which the supports move apart, negative for together, 0 for rigid ones [mm, in].

    Returns
    -------
    Quantity
        Stress, tension positive [MPa].

    Notes
    -----
    Fixed to both supports, below yield and short enough not to buckle.  Where the bar only touches, see
    `gap_bar_stress`.

    References
    ----------
    The example is A. Pytel and J. Kiusalaas, Mechanics of Materials, example 2.10: 93.6 MPa between rigid walls, and
    53.6 MPa where they give way by 0.5 mm.

    Examples
    --------
    >>> restrained_bar_stress("200 GPa", "11.7e-6 1/K", "-40 K", "2.5 m", "-0.5 mm").m
    53.6
    """
    return youngs_modulus * (elongation / span - thermal_expansion * temperature_rise)


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = E \min(\frac{g}{L} - \alpha_l \Delta T, 0)",
    source="gere-mechanics",
    example={**_STEEL, "span": "2.5 m", "end_gap": "0.5 mm"},
)
def gap_bar_stress(
    youngs_modulus: Modulus,
    thermal_expansion: ThermalExpansion,
    temperature_rise: TemperatureRise,
    span: PositiveLength,
    end_gap: Length,
) -> SignedStress:
    """Stress in a bar that must expand through a gap before it meets a wall.

    Parameters
    ----------
    youngs_modulus, thermal_expansion
        Of the material [GPa, µm/(m K)].
    temperature_rise
        Rise in temperature [K].
    span
        Length of the bar [mm, in].
    end_gap
        Gap between its end and a rigid wall before the rise [mm, in].

    Returns
    -------
    Quantity
        Stress, zero while the gap is open, then compression and negative [MPa].

    Notes
    -----
    The wall pushes and does not pull.  Below yield and short enough not to buckle.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 2.5.

    Examples
    --------
    >>> gap_bar_stress("200 GPa", "12e-6 1/K", "100 K", "1 m", "0.2 mm").m
    -200.0
    """
    return youngs_modulus * np.minimum(end_gap / span - thermal_expansion * temperature_rise, 0.0)


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = -\frac{E \alpha_l \Delta T}{1 - \nu}",
    source="timoshenko-goodier",
    example={**_STEEL, "poisson_ratio": 0.3},
    requires=(RATIO_OF_COMPLIANCE,),
)
def restrained_plate_stress(
    youngs_modulus: Modulus,
    thermal_expansion: ThermalExpansion,
    temperature_rise: TemperatureRise,
    poisson_ratio: Ratio,
) -> SignedStress:
    """Stress in a plate held all round when its temperature changes.

    Parameters
    ----------
    youngs_modulus, thermal_expansion
        Of the material [GPa, µm/(m K)].
    temperature_rise
        Rise in temperature, negative for cooling [K].
    poisson_ratio
        Of the material.

    Returns
    -------
    Quantity
        Stress in every direction of the plate, tension positive [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    The faces are free.  Also the largest stress of a sudden change at a surface.  Below yield.

    References
    ----------
    S. P. Timoshenko and J. N. Goodier, Theory of Elasticity, chapter 13.

    Examples
    --------
    >>> restrained_plate_stress("210 GPa", "12e-6 1/K", "-50 K", 0.3).m
    180.0
    """
    return -youngs_modulus * thermal_expansion * temperature_rise / (1 - poisson_ratio)


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = -\frac{E \alpha_l \Delta T}{1 - 2 \nu}",
    source="timoshenko-goodier",
    example={**_STEEL, "poisson_ratio": 0.3},
    requires=(RATIO_OF_STIFFNESS,),
)
def restrained_block_stress(
    youngs_modulus: Modulus,
    thermal_expansion: ThermalExpansion,
    temperature_rise: TemperatureRise,
    poisson_ratio: Ratio,
) -> SignedStress:
    """Stress in a block held on all sides when its temperature changes.

    Parameters
    ----------
    youngs_modulus, thermal_expansion
        Of the material [GPa, µm/(m K)].
    temperature_rise
        Rise in temperature, negative for cooling [K].
    poisson_ratio
        Of the material.

    Returns
    -------
    Quantity
        Stress in every direction, tension positive [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio is not between -1 and 0.5.

    Notes
    -----
    Alike in all directions, so nothing yields by it; but cooling pulls, which may break a brittle block, and a soft
    but incompressible one may push hard.

    References
    ----------
    S. P. Timoshenko and J. N. Goodier, Theory of Elasticity, chapter 13.

    Examples
    --------
    >>> restrained_block_stress("200 GPa", "12e-6 1/K", "10 K", 0.25).m
    -48.0
    """
    return -youngs_modulus * thermal_expansion * temperature_rise / (1 - 2 * poisson_ratio)


@formula(
    symbol="F_j",
    equation=(
        r"F_j = \frac{(\alpha_2 - \alpha_1) \Delta T E_1 A_1 E_2 A_2}{E_1 A_1 + E_2 A_2} "
        r",\quad \sigma_{b1} = \frac{F_j}{A_1} ,\quad \sigma_{b2} = -\frac{F_j}{A_2} "
        r",\quad \epsilon_j = \alpha_1 \Delta T + \frac{F_j}{E_1 A_1}"
    ),
    source="gere-mechanics",
    example={
        "first_modulus": "210 GPa", "first_area": "80 mm**2", "first_expansion": "12e-6 1/K",
        "second_modulus": "70 GPa", "second_area": "200 mm**2", "second_expansion": "23e-6 1/K",
        "temperature_rise": "60 K",
    },
    requires=(_AREAS,),
)  # fmt: skip
def joined_bars_thermal(
    first_modulus: Modulus,
    first_area: Area,
    first_expansion: ThermalExpansion,
    second_modulus: Modulus,
    second_area: Area,
    second_expansion: ThermalExpansion,
    temperature_rise: TemperatureRise,
) -> JoinedBars:
    """Stresses in two bars of different materials that are joined at both ends, such as a bolt in a sleeve.

    Parameters
    ----------
    first_modulus, first_area, first_expansion
        Of one bar [GPa, mm², µm/(m K)].
    second_modulus, second_area, second_expansion
        Of the other [GPa, mm², µm/(m K)].
    temperature_rise
        Rise in temperature of both, negative for cooling [K].

    Returns
    -------
    JoinedBars
        Stresses, tension positive [MPa], the force that pulls the first and pushes the second [N], and the strain
        of both.

    Raises
    ------
    InputError
        When an area is zero.

    Notes
    -----
    Of equal length, on one axis so that nothing bends, below yield.

    References
    ----------
    J. M. Gere, Mechanics of Materials, example 2.7, sleeve and bolt.

    Examples
    --------
    >>> found = joined_bars_thermal("200 GPa", "100 mm**2", "12e-6 1/K", "100 GPa", "200 mm**2", "18e-6 1/K", "50 K")
    >>> found.first_stress.m, found.second_stress.m
    (30.0, -15.0)
    """
    first, second = first_modulus * first_area, second_modulus * second_area
    force = (second_expansion - first_expansion) * temperature_rise * first * second / (first + second)
    strain = first_expansion * temperature_rise + force / first
    return JoinedBars(*together(force / first_area, -force / second_area, force, strain))

"""Bars pulled or pushed along their axis: stress, elongation and stiffness."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Density,
    Diameter,
    Growth,
    Modulus,
    PositiveLength,
    SignedForce,
    SignedStress,
    Stiffness,
)

_GRAVITY = 9.80665


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = \frac{F_a}{A}",
    source="roark",
    example={"axial_force": "20 kN", "area": "314 mm**2"},
)
def axial_stress(axial_force: SignedForce, area: Area) -> SignedStress:
    """Stress in a bar under an axial force.

    Parameters
    ----------
    axial_force
        Force along the bar, tension positive [N, lbf].
    area
        Area of the section [mm²].

    Returns
    -------
    Quantity
        Normal stress, tension positive [MPa].

    Notes
    -----
    Even over the section when the force acts through the centroid, about one width away from where it enters.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 7.

    Examples
    --------
    >>> axial_stress("10 kN", "100 mm**2").m
    100.0
    """
    return axial_force / area


@formula(
    symbol=r"\Delta l",
    equation=r"\Delta l = \frac{F_a L}{E A}",
    source="roark",
    example={"axial_force": "20 kN", "span": "1.5 m", "area": "314 mm**2", "youngs_modulus": "200 GPa"},
)
def axial_elongation(axial_force: SignedForce, span: PositiveLength, area: Area, youngs_modulus: Modulus) -> Growth:
    """Elongation of a bar under an axial force.

    Parameters
    ----------
    axial_force
        Force along the bar, tension positive [N, lbf].
    span
        Length of the bar [mm, in].
    area
        Area of the section [mm²].
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    Quantity
        Change in length, lengthening positive [µm].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 7.

    Examples
    --------
    >>> axial_elongation("10 kN", "1 m", "100 mm**2", "200 GPa").to("mm").m
    0.5
    """
    return axial_force * span / (youngs_modulus * area)


@formula(
    symbol="k_a",
    equation=r"k_a = \frac{E A}{L}",
    source="roark",
    example={"area": "314 mm**2", "youngs_modulus": "200 GPa", "span": "1.5 m"},
)
def axial_stiffness(area: Area, youngs_modulus: Modulus, span: PositiveLength) -> Stiffness:
    """Stiffness of a bar along its axis.

    Parameters
    ----------
    area
        Area of the section [mm²].
    youngs_modulus
        Elastic modulus [GPa].
    span
        Length of the bar [mm, in].

    Returns
    -------
    Quantity
        Axial force on the change in length [N/µm].

    Notes
    -----
    Parts of different section in a row add as the inverses of their stiffness.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 7.

    Examples
    --------
    >>> axial_stiffness("100 mm**2", "200 GPa", "1 m").m
    20.0
    """
    return youngs_modulus * area / span


@formula(
    symbol=r"\Delta l",
    equation=r"\Delta l = \frac{4 F_a L}{\pi E d_1 d_2}",
    source="timoshenko-bars",
    example={
        "axial_force": "20 kN", "span": "1.5 m", "large_end_diameter": "40 mm", "small_end_diameter": "20 mm",
        "youngs_modulus": "200 GPa",
    },
)  # fmt: skip
def taper_bar_elongation(
    axial_force: SignedForce,
    span: PositiveLength,
    large_end_diameter: Diameter,
    small_end_diameter: Diameter,
    youngs_modulus: Modulus,
) -> Growth:
    """Elongation of a round bar whose diameter changes evenly along its length.

    Parameters
    ----------
    axial_force
        Force along the bar, tension positive [N, lbf].
    span
        Length of the taper [mm, in].
    large_end_diameter, small_end_diameter
        Diameters at the two ends [mm, in].
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    Quantity
        Change in length, lengthening positive [µm].

    Notes
    -----
    Slender tapers, whose half angle is below about 10°: the stress is taken as even over each section.

    References
    ----------
    S. Timoshenko, Strength of Materials, part I, 3rd ed., 1955, chapter 1.

    Examples
    --------
    A bar without taper stretches as any bar.

    >>> taper_bar_elongation("20 kN", "1.5 m", "20 mm", "20 mm", "200 GPa").to("mm").m
    0.4774...
    """
    return 4 * axial_force * span / (np.pi * youngs_modulus * large_end_diameter * small_end_diameter)


@formula(
    symbol=r"\Delta l",
    equation=r"\Delta l = \frac{\rho g L^2}{2 E}",
    source="timoshenko-bars",
    example={"density": "7850 kg/m**3", "span": "30 m", "youngs_modulus": "210 GPa"},
)
def hanging_bar_elongation(density: Density, span: PositiveLength, youngs_modulus: Modulus) -> Growth:
    """Elongation of a hanging bar by its own weight.

    Parameters
    ----------
    density
        Density of the bar [g/cm³].
    span
        Length of the bar [mm, in].
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    Quantity
        Change in length [µm].

    Notes
    -----
    Half of what the whole weight would do at the lower end; the section does not matter while it is even.  Standard
    gravity, 9.80665 m/s².

    References
    ----------
    S. Timoshenko, Strength of Materials, part I, 3rd ed., 1955, chapter 1.

    Examples
    --------
    >>> hanging_bar_elongation("7850 kg/m**3", "30 m", "210 GPa").m
    164.9...
    """
    return density * _GRAVITY * span**2 / (2 * youngs_modulus)


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = \rho g L + \frac{F_a}{A}",
    source="timoshenko-bars",
    example={"density": "7850 kg/m**3", "span": "30 m", "axial_force": "20 kN", "area": "314 mm**2"},
)
def hanging_bar_stress(density: Density, span: PositiveLength, axial_force: SignedForce, area: Area) -> SignedStress:
    """Stress at the top of a hanging bar under its own weight and a load at its lower end.

    Parameters
    ----------
    density
        Density of the bar [g/cm³].
    span
        Length of the bar [mm, in].
    axial_force
        Load at the lower end, downwards positive [N, lbf].
    area
        Area of the section [mm²].

    Returns
    -------
    Quantity
        Largest stress of the bar [MPa].

    References
    ----------
    S. Timoshenko, Strength of Materials, part I, 3rd ed., 1955, chapter 1.

    Examples
    --------
    >>> hanging_bar_stress("7850 kg/m**3", "30 m", "0 N", "314 mm**2").m
    2.309...
    """
    return density * _GRAVITY * span + axial_force / area

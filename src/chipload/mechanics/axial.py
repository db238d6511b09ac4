"""Bars pulled or pushed along their axis: stress, elongation, stiffness, and two bars that share a load."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class SharedLoad:
    """Forces and stresses of two bars side by side, and how far both stretch."""

    first_force: SignedForce
    second_force: SignedForce
    first_bar_stress: SignedStress
    second_bar_stress: SignedStress
    elongation: Growth


@dataclass(frozen=True)
class HeldBar:
    """Forces in the two parts of a bar held at both ends, and the movement of the loaded section."""

    first_force: SignedForce
    second_force: SignedForce
    elongation: Growth


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


@formula(
    symbol="F_1",
    equation=(
        r"F_1 = \frac{F_a A_1 E_1}{A_1 E_1 + A_2 E_2} ,\quad F_2 = F_a - F_1 ,\quad "
        r"\Delta l = \frac{F_a L}{A_1 E_1 + A_2 E_2}"
    ),
    source="timoshenko-bars",
    example={
        "axial_force": "100 kN", "span": "500 mm", "first_area": "500 mm**2", "first_modulus": "200 GPa",
        "second_area": "1200 mm**2", "second_modulus": "70 GPa",
    },
)  # fmt: skip
def shared_axial_load(
    axial_force: SignedForce,
    span: PositiveLength,
    first_area: Area,
    first_modulus: Modulus,
    second_area: Area,
    second_modulus: Modulus,
) -> SharedLoad:
    """Two bars of equal length side by side between rigid ends, as a rod in a sleeve, under one load.

    Parameters
    ----------
    axial_force
        Load of both together, tension positive [N, lbf].
    span
        Length of both bars [mm, in].
    first_area, first_modulus
        Area and elastic modulus of the first bar [mm², GPa].
    second_area, second_modulus
        Of the second bar [mm², GPa].

    Returns
    -------
    SharedLoad
        Force and stress of each [N, MPa] and their common elongation [µm].

    Notes
    -----
    Statically indeterminate: the ends stay plane, so both stretch alike and share the load as their stiffness.

    References
    ----------
    S. Timoshenko, Strength of Materials, part I, 3rd ed., 1955, chapter 1.

    Examples
    --------
    Equal bars carry half each.

    >>> found = shared_axial_load("10 kN", "1 m", "50 mm**2", "200 GPa", "50 mm**2", "200 GPa")
    >>> found.first_force.m, found.elongation.m
    (5000.0, 500.0)
    """
    first, second = first_area * first_modulus, second_area * second_modulus
    strain = axial_force / (first + second)
    return SharedLoad(strain * first, strain * second, strain * first_modulus, strain * second_modulus, strain * span)


@formula(
    symbol="F_1",
    equation=(
        r"F_1 = \frac{F_a k_1}{k_1 + k_2} ,\quad F_2 = F_1 - F_a ,\quad "
        r"k_1 = \frac{E A_1}{L_1} ,\quad k_2 = \frac{E A_2}{L_2} ,\quad \Delta l = \frac{F_1}{k_1}"
    ),
    source="timoshenko-bars",
    example={
        "axial_force": "1000 lbf", "first_length": "3 in", "first_area": "1 in**2", "second_length": "7 in",
        "second_area": "1.2 in**2", "youngs_modulus": "30000 ksi",
    },
)  # fmt: skip
def held_bar(
    axial_force: SignedForce,
    first_length: PositiveLength,
    first_area: Area,
    second_length: PositiveLength,
    second_area: Area,
    youngs_modulus: Modulus,
) -> HeldBar:
    """A bar held at both ends and loaded along its axis between them.

    Parameters
    ----------
    axial_force
        Load, positive when it pulls at the first part and pushes at the second [N, lbf].
    first_length, first_area
        Length and area of the part before the load [mm, mm²].
    second_length, second_area
        Of the part behind the load [mm, mm²].
    youngs_modulus
        Elastic modulus of both parts [GPa].

    Returns
    -------
    HeldBar
        Forces in the two parts, tension positive, the reactions of the supports [N], and the movement of the loaded
        section [µm].

    Notes
    -----
    Statically indeterminate: the supports do not give.  Several loads add.

    References
    ----------
    S. Timoshenko, Strength of Materials, part I, 3rd ed., 1955, page 26, problem 10: 1000 and 500 lbf at 0.3 and
    0.6 of the length from the first support, whose reaction is 900 lbf (as quoted in the Ansys verification manual,
    VM1).

    Examples
    --------
    >>> one = held_bar("1000 lbf", "3 in", "1 in**2", "7 in", "1 in**2", "30000 ksi")
    >>> other = held_bar("500 lbf", "6 in", "1 in**2", "4 in", "1 in**2", "30000 ksi")
    >>> (one.first_force + other.first_force).to("lbf").m
    900.0
    """
    first, second = youngs_modulus * first_area / first_length, youngs_modulus * second_area / second_length
    moved = axial_force / (first + second)
    return HeldBar(moved * first, -moved * second, moved)

"""Bars that share an axial load: two side by side, and one held at both ends."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Growth,
    Modulus,
    PositiveLength,
    SignedForce,
    SignedStress,
)


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
    symbol="F_1",
    equation=(
        r"F_1 = \frac{F_a A_1 E_1}{A_1 E_1 + A_2 E_2} ,\quad F_2 = F_a - F_1 ,\quad "
        r"\Delta l = \frac{F_a L}{A_1 E_1 + A_2 E_2}"
    ),
    source="timoshenko-bars",
    example={
        "axial_force": "100 kN", "span": "500 mm", "rod_area": "500 mm**2", "rod_modulus": "200 GPa",
        "sleeve_area": "1200 mm**2", "sleeve_modulus": "70 GPa",
    },
)  # fmt: skip
def shared_axial_load(
    axial_force: SignedForce,
    span: PositiveLength,
    rod_area: Area,
    rod_modulus: Modulus,
    sleeve_area: Area,
    sleeve_modulus: Modulus,
) -> SharedLoad:
    """Two bars of equal length side by side between rigid ends, as a rod in a sleeve, under one load.

    Parameters
    ----------
    axial_force
        Load of both together, tension positive [N, lbf].
    span
        Length of both bars [mm, in].
    rod_area, rod_modulus
        Area and elastic modulus of the first bar, as a rod [mm², GPa].
    sleeve_area, sleeve_modulus
        Of the second bar, as a sleeve around it [mm², GPa].

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
    first, second = rod_area * rod_modulus, sleeve_area * sleeve_modulus
    strain = axial_force / (first + second)
    return SharedLoad(strain * first, strain * second, strain * rod_modulus, strain * sleeve_modulus, strain * span)


@formula(
    symbol="F_1",
    equation=(
        r"F_1 = \frac{F_a k_1}{k_1 + k_2} ,\quad F_2 = F_1 - F_a ,\quad "
        r"k_1 = \frac{E A_1}{L_1} ,\quad k_2 = \frac{E A_2}{L_2} ,\quad \Delta l = \frac{F_1}{k_1}"
    ),
    source="timoshenko-bars",
    example={
        "axial_force": "1000 lbf", "first_length": "3 in", "area_before": "1 in**2", "second_length": "7 in",
        "area_behind": "1.2 in**2", "youngs_modulus": "30000 ksi",
    },
)  # fmt: skip
def held_bar(
    axial_force: SignedForce,
    first_length: PositiveLength,
    area_before: Area,
    second_length: PositiveLength,
    area_behind: Area,
    youngs_modulus: Modulus,
) -> HeldBar:
    """A bar held at both ends and loaded along its axis between them.

    Parameters
    ----------
    axial_force
        Load, positive when it pulls at the first part and pushes at the second [N, lbf].
    first_length, area_before
        Length and area of the part before the load [mm, mm²].
    second_length, area_behind
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
    first, second = youngs_modulus * area_before / first_length, youngs_modulus * area_behind / second_length
    moved = axial_force / (first + second)
    return HeldBar(moved * first, -moved * second, moved)

"""Grinding: contact, chip of a grain, removal rate."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    ChipThickness,
    CuttingSpeed,
    Diameter,
    GrainDensity,
    Length,
    PositiveLength,
    PositiveRatio,
    SmallLength,
    SpecificRemovalRate,
    TemperatureRise,
)


@formula(
    symbol=r"l_g",
    equation=r"l_g = \sqrt{D a_e}",
    source="malkin2008",
    example={"diameter": "200 mm", "wheel_depth": "0.05 mm"},
)
def grinding_contact_length(diameter: Diameter, wheel_depth: Length) -> Length:
    """Length of the arc in which a wheel touches the work.

    Parameters
    ----------
    diameter
        Diameter of the wheel, or the equivalent one [mm, in].
    wheel_depth
        Depth of cut of the wheel [mm, in].

    Returns
    -------
    Quantity
        Length of contact [mm].

    Notes
    -----
    Geometry of small depths; wheel and work flatten each other, so the true
    contact is longer.

    References
    ----------
    S. Malkin and C. Guo, Grinding Technology, 2nd ed., 2008, chapter 3. The example is S. Kalpakjian and S. R.
    Schmid, Manufacturing Engineering and Technology, example 25.1: 0.1245 in.

    Examples
    --------
    >>> grinding_contact_length("200 mm", "0.05 mm").to("inch").m
    0.1244...
    """
    return np.sqrt(diameter * wheel_depth)


@formula(
    symbol=r"h_g",
    equation=r"h_g = \sqrt{\frac{4 v_w}{v_s C_g r_g} \sqrt{\frac{a_e}{D}}}",
    source="kalpakjian",
    example={
        "work_speed": "30 m/min",
        "wheel_speed": "1800 m/min",
        "grain_density": "2 1/mm**2",
        "grain_chip_ratio": 15,
        "wheel_depth": "0.05 mm",
        "diameter": "200 mm",
    },
)
def grinding_chip_thickness(
    work_speed: CuttingSpeed,
    wheel_speed: CuttingSpeed,
    grain_density: GrainDensity,
    grain_chip_ratio: PositiveRatio,
    wheel_depth: Length,
    diameter: Diameter,
) -> ChipThickness:
    """Thickness of the undeformed chip of a grain in surface grinding.

    Parameters
    ----------
    work_speed
        Speed of the work under the wheel [m/min].
    wheel_speed
        Speed of the rim of the wheel [m/s, m/min].
    grain_density
        Cutting grains on the area of the wheel [1/mm²].
    grain_chip_ratio
        Width over mean thickness of the chip of a grain, 10 to 20.
    wheel_depth
        Depth of cut of the wheel [mm, in].
    diameter
        Diameter of the wheel [mm, in].

    Returns
    -------
    Quantity
        Chip thickness [mm].

    Notes
    -----
    Both the density of cutting grains and the shape of their chips are rough figures; use it to compare.

    References
    ----------
    S. Kalpakjian and S. R. Schmid, Manufacturing Engineering and Technology, example 25.1: 0.000233 in.

    Examples
    --------
    >>> grinding_chip_thickness("30 m/min", "1800 m/min", "2 1/mm**2", 15, "0.05 mm", "200 mm").to("inch").m
    0.000233...
    """
    return np.sqrt(4 * work_speed / (wheel_speed * grain_density * grain_chip_ratio) * np.sqrt(wheel_depth / diameter))


@formula(
    symbol=r"Q'_w",
    equation=r"Q'_w = a_e v_w",
    source="malkin2008",
    example={"wheel_depth": "0.02 mm", "work_speed": "15 m/min"},
)
def specific_removal_rate(wheel_depth: Length, work_speed: CuttingSpeed) -> SpecificRemovalRate:
    """Volume ground on a millimetre of wheel width in a unit of time.

    Parameters
    ----------
    wheel_depth
        Depth of cut of the wheel [mm, in].
    work_speed
        Speed of the work under the wheel [m/min].

    Returns
    -------
    Quantity
        Specific removal rate [mm³/(mm s)].

    References
    ----------
    S. Malkin and C. Guo, Grinding Technology, 2nd ed., 2008, chapter 3.

    Examples
    --------
    >>> specific_removal_rate("0.02 mm", "15 m/min").m
    5.0
    """
    return wheel_depth * work_speed


@formula(
    symbol=r"h_{eq}",
    equation=r"h_{eq} = a_e \frac{v_w}{v_s}",
    source="malkin2008",
    example={"wheel_depth": "0.02 mm", "work_speed": "15 m/min", "wheel_speed": "30 m/s"},
)
def equivalent_chip_thickness(wheel_depth: Length, work_speed: CuttingSpeed, wheel_speed: CuttingSpeed) -> SmallLength:
    """Thickness of the layer removed, spread over the rim of the wheel.

    Parameters
    ----------
    wheel_depth
        Depth of cut of the wheel [mm, in].
    work_speed
        Speed of the work under the wheel [m/min].
    wheel_speed
        Speed of the rim of the wheel [m/s, m/min].

    Returns
    -------
    Quantity
        Equivalent chip thickness [µm].

    References
    ----------
    S. Malkin and C. Guo, Grinding Technology, 2nd ed., 2008, chapter 3.

    Examples
    --------
    >>> round(equivalent_chip_thickness("0.02 mm", "15 m/min", "30 m/s").m, 9)
    0.166666667
    """
    return wheel_depth * work_speed / wheel_speed


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = \Delta T_{ref} (\frac{a_e}{a_{ref}})^{0.9} (\frac{v_{ref}}{v_w})^{0.2}",
    source="ghosh-mallik",
    example={
        "wheel_depth": "0.042 mm", "work_speed": "238 mm/min", "reference_wheel_depth": "0.05 mm",
        "reference_work_speed": "200 mm/min", "reference_rise": "850 K",
    },
)  # fmt: skip
def ground_surface_temperature_rise(
    wheel_depth: PositiveLength,
    work_speed: CuttingSpeed,
    reference_wheel_depth: PositiveLength,
    reference_work_speed: CuttingSpeed,
    reference_rise: TemperatureRise,
) -> TemperatureRise:
    """Rise of temperature of a ground surface, from one that is known at another depth and work speed.

    Parameters
    ----------
    wheel_depth
        Depth of cut of the wheel [mm, in].
    work_speed
        Speed of the work under the wheel [m/min, mm/min].
    reference_wheel_depth, reference_work_speed
        Those of the known rise [mm, m/min].
    reference_rise
        Rise known there [K].

    Returns
    -------
    Quantity
        Rise at the new depth and work speed [K].

    Notes
    -----
    The same wheel, wheel speed, work and coolant.  A power law of the textbook: it tells which way to go and about
    how far, not the temperature itself.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 22, p. 251.

    Examples
    --------
    >>> ground_surface_temperature_rise("0.04191 mm", "238 mm/min", "0.05 mm", "200 mm/min", "850 K").m
    700...
    """
    depths = (wheel_depth / reference_wheel_depth) ** 0.9
    return reference_rise * depths * (reference_work_speed / work_speed) ** 0.2

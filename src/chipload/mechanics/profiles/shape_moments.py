"""Second moments, section moduli and polar moments of the commonest shapes, one formula each.

A second moment is about the axis through the centroid, along the width.  `Section` holds all properties together and
composes shapes; here is what is looked up most.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Length,
    PositiveLength,
    SecondMoment,
    Volume,
)
from chipload.units.parameters import Requires

_BORE_WITHIN = Requires(
    ("bore", "diameter"),
    lambda bore, diameter: bore < diameter,
    "the bore is as wide as the outside; give a smaller bore, or 0 for a solid section",
)


_WEB_WITHIN = Requires(
    ("web_thickness", "width", "flange_thickness", "height"),
    lambda web, width, flange, height: (web <= width) & (2 * flange <= height),
    "the web is wider than the flanges, or the flanges are thicker than the section is high",
)


@formula(
    symbol="I",
    equation=r"I = \frac{\pi (D^4 - d_i^4)}{64}",
    source="roark",
    example={"diameter": "80 mm", "bore": "60 mm"},
    requires=(_BORE_WITHIN,),
)
def round_second_moment(diameter: Diameter, bore: Length = 0.0) -> SecondMoment:
    """Second moment of a round bar or tube.

    Parameters
    ----------
    diameter
        Outside diameter [mm, in].
    bore
        Diameter of the bore, 0 where solid [mm, in].

    Returns
    -------
    Quantity
        Second moment about any diameter [mm⁴].

    Raises
    ------
    InputError
        When the bore is as wide as the outside.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.

    Examples
    --------
    >>> round_second_moment("10 mm").m
    490.87...
    """
    return np.pi * (diameter**4 - bore**4) / 64


@formula(
    symbol="I_p",
    equation=r"I_p = \frac{\pi (D^4 - d_i^4)}{32}",
    source="roark",
    example={"diameter": "80 mm", "bore": "60 mm"},
    requires=(_BORE_WITHIN,),
)
def round_polar_moment(diameter: Diameter, bore: Length = 0.0) -> SecondMoment:
    """Polar second moment of a round bar or tube, which is its torsion constant too.

    Parameters
    ----------
    diameter
        Outside diameter [mm, in].
    bore
        Diameter of the bore, 0 where solid [mm, in].

    Returns
    -------
    Quantity
        Polar second moment [mm⁴].

    Raises
    ------
    InputError
        When the bore is as wide as the outside.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 10.1.  The example is Beer,
    Johnston and DeWolf, Mechanics of Materials, example 3.02: 1.021e-6 m⁴.

    Examples
    --------
    >>> round_polar_moment("60 mm", "40 mm").to("m**4").m * 1e6
    1.021...
    """
    return np.pi * (diameter**4 - bore**4) / 32


@formula(
    symbol="W",
    equation=r"W = \frac{\pi (D^4 - d_i^4)}{32 D}",
    source="roark",
    example={"diameter": "80 mm", "bore": "60 mm"},
    requires=(_BORE_WITHIN,),
)
def round_section_modulus(diameter: Diameter, bore: Length = 0.0) -> Volume:
    """Section modulus of a round bar or tube.

    Parameters
    ----------
    diameter
        Outside diameter [mm, in].
    bore
        Diameter of the bore, 0 where solid [mm, in].

    Returns
    -------
    Quantity
        Section modulus for bending [mm³].

    Raises
    ------
    InputError
        When the bore is as wide as the outside.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.

    Examples
    --------
    >>> round_section_modulus("10 mm").m
    98.17...
    """
    return np.pi * (diameter**4 - bore**4) / (32 * diameter)


@formula(
    symbol="I",
    equation=r"I = \frac{b h^3}{12}",
    source="roark",
    example={"width": "50 mm", "height": "100 mm"},
)
def rectangle_second_moment(width: PositiveLength, height: PositiveLength) -> SecondMoment:
    """Second moment of a rectangle.

    Parameters
    ----------
    width
        Side along the axis of bending [mm, in].
    height
        Side across the axis of bending [mm, in].

    Returns
    -------
    Quantity
        Second moment about the axis along the width [mm⁴].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.  The example is in the
    validation suite of sectionproperties (R. van Leeuwen): 4166666.67 mm⁴.

    Examples
    --------
    >>> rectangle_second_moment("50 mm", "100 mm").m
    4166666.6...
    """
    return width * height**3 / 12


@formula(
    symbol="W",
    equation=r"W = \frac{b h^2}{6}",
    source="roark",
    example={"width": "50 mm", "height": "100 mm"},
)
def rectangle_section_modulus(width: PositiveLength, height: PositiveLength) -> Volume:
    """Section modulus of a rectangle.

    Parameters
    ----------
    width
        Side along the axis of bending [mm, in].
    height
        Side across the axis of bending [mm, in].

    Returns
    -------
    Quantity
        Section modulus for bending about the axis along the width [mm³].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.  The example is in the
    validation suite of sectionproperties (R. van Leeuwen): 83333.33 mm³.

    Examples
    --------
    >>> rectangle_section_modulus("50 mm", "100 mm").m
    83333.3...
    """
    return width * height**2 / 6


@formula(
    symbol="I",
    equation=r"I = \frac{b h^3 - (b - t_w)(h - 2 t_f)^3}{12}",
    source="roark",
    example={"width": "3 in", "height": "6 in", "flange_thickness": "1 in", "web_thickness": "1 in"},
    requires=(_WEB_WITHIN,),
)
def i_section_second_moment(
    width: PositiveLength, height: PositiveLength, flange_thickness: PositiveLength, web_thickness: PositiveLength
) -> SecondMoment:
    """Second moment of an I section with equal flanges, about its strong axis.

    Parameters
    ----------
    width
        Width of the flanges [mm, in].
    height
        Height over the flanges [mm, in].
    flange_thickness
        Thickness of a flange [mm, in].
    web_thickness
        Thickness of the web [mm, in].

    Returns
    -------
    Quantity
        Second moment about the axis along the flanges [mm⁴].

    Raises
    ------
    InputError
        When flanges and web do not fit into width and height.

    Notes
    -----
    Sharp corners.  A channel and a hollow rectangle of the same flanges and the same sum of webs have the same.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.  The example is Peery,
    Aircraft Structures, 1950, example 6.2.1: 43.3 in⁴.

    Examples
    --------
    >>> i_section_second_moment("3 in", "6 in", "1 in", "1 in").to("inch**4").m
    43.33...
    """
    return (width * height**3 - (width - web_thickness) * (height - 2 * flange_thickness) ** 3) / 12


@formula(
    symbol="I",
    equation=r"I = \frac{5 \sqrt{3} b^4}{144}",
    source="roark",
    example={"width": "17 mm"},
)
def hexagon_second_moment(width: PositiveLength) -> SecondMoment:
    """Second moment of a regular hexagon, the same about every axis through its middle.

    Parameters
    ----------
    width
        Width across flats [mm, in].

    Returns
    -------
    Quantity
        Second moment [mm⁴].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.

    Examples
    --------
    >>> hexagon_second_moment("10 mm").m
    601.4...
    """
    return 5 * np.sqrt(3) * width**4 / 144


@formula(
    symbol="I",
    equation=r"I = \frac{b h^3}{36}",
    source="roark",
    example={"width": "60 mm", "height": "40 mm"},
)
def triangle_second_moment(width: PositiveLength, height: PositiveLength) -> SecondMoment:
    """Second moment of a triangle about the axis through its centroid along its base.

    Parameters
    ----------
    width
        Base [mm, in].
    height
        Height above the base [mm, in].

    Returns
    -------
    Quantity
        Second moment [mm⁴].

    Notes
    -----
    The centroid is a third of the height above the base.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.

    Examples
    --------
    >>> triangle_second_moment("36 mm", "10 mm").m
    1000.0
    """
    return width * height**3 / 36


@formula(
    symbol="I",
    equation=r"I = \frac{\pi b h^3}{64}",
    source="roark",
    example={"width": "60 mm", "height": "40 mm"},
)
def ellipse_second_moment(width: PositiveLength, height: PositiveLength) -> SecondMoment:
    """Second moment of an ellipse about its axis along the width.

    Parameters
    ----------
    width
        Whole axis along the axis of bending [mm, in].
    height
        Whole axis across the axis of bending [mm, in].

    Returns
    -------
    Quantity
        Second moment [mm⁴].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table A.1.

    Examples
    --------
    >>> ellipse_second_moment("10 mm", "10 mm").m
    490.87...
    """
    return np.pi * width * height**3 / 64

"""Second moments, section moduli and their relatives of the commonest shapes, one formula each.

`Section` in `chipload.mechanics.sections` holds all of them together and composes shapes; here is what is looked up
most.  A second moment is about the axis through the centroid, along the width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Diameter,
    Length,
    Offset,
    PositiveLength,
    ProductOfArea,
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
_LAYER_WITHIN = Requires(
    ("layer_distance", "height"),
    lambda layer, height: layer <= height / 2,
    "the layer lies outside the section; it is at most half the height from the centroid",
)


@dataclass(frozen=True)
class PrincipalSecondMoments:
    """Largest and smallest second moment, and the direction of the axis of the largest."""

    major_second_moment: SecondMoment
    minor_second_moment: SecondMoment
    principal_axis_angle: Angle


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


@formula(
    symbol="I'",
    equation=r"I' = I + A d_a^2",
    source="roark",
    example={"second_moment": "4166666 mm**4", "area": "5000 mm**2", "axis_distance": "30 mm"},
)
def shifted_second_moment(second_moment: SecondMoment, area: Area, axis_distance: Offset) -> SecondMoment:
    """Second moment about an axis beside the centroid, by the parallel axis theorem of Steiner.

    Parameters
    ----------
    second_moment
        About the parallel axis through the centroid [mm⁴].
    area
        Area of the section [mm²].
    axis_distance
        Distance of the axis from the centroid [mm, in].

    Returns
    -------
    Quantity
        Second moment about the shifted axis [mm⁴].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., appendix A.

    Examples
    --------
    About its base a rectangle has b h³ / 3.

    >>> shifted_second_moment("1000 mm**4", "120 mm**2", "5 mm").m
    4000.0
    """
    return second_moment + area * axis_distance**2


@formula(
    symbol="W",
    equation=r"W = \frac{I}{c}",
    source="roark",
    example={"second_moment": "43.33 in**4", "fibre_distance": "3 in"},
)
def section_modulus(second_moment: SecondMoment, fibre_distance: PositiveLength) -> Volume:
    """Section modulus from a second moment.

    Parameters
    ----------
    second_moment
        About the axis of bending [mm⁴].
    fibre_distance
        Distance of the outermost fibre from that axis [mm, in].

    Returns
    -------
    Quantity
        Section modulus [mm³].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 8.

    Examples
    --------
    >>> section_modulus("490.87 mm**4", "5 mm").m
    98.174
    """
    return second_moment / fibre_distance


@formula(
    symbol="i_g",
    equation=r"i_g = \sqrt{\frac{I}{A}}",
    source="roark",
    example={"second_moment": "4166666 mm**4", "area": "5000 mm**2"},
)
def radius_of_gyration(second_moment: SecondMoment, area: Area) -> PositiveLength:
    """Radius of gyration of a section.

    Parameters
    ----------
    second_moment
        About the axis meant [mm⁴].
    area
        Area of the section [mm²].

    Returns
    -------
    Quantity
        Radius of gyration about that axis [mm].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., appendix A.  The example is in the
    validation suite of sectionproperties (R. van Leeuwen): 28.8675 mm.

    Examples
    --------
    >>> radius_of_gyration("4166666.67 mm**4", "5000 mm**2").m
    28.8675...
    """
    return np.sqrt(second_moment / area)


@formula(
    symbol="Q_s",
    equation=r"Q_s = \frac{b}{2} (\frac{h^2}{4} - y^2)",
    source="roark",
    example={"width": "50 mm", "height": "100 mm", "layer_distance": "20 mm"},
    requires=(_LAYER_WITHIN,),
)
def rectangle_first_moment(width: PositiveLength, height: PositiveLength, layer_distance: Length) -> Volume:
    """First moment of the part of a rectangle beyond a layer, about the centroid.

    Parameters
    ----------
    width
        Side along the axis of bending [mm, in].
    height
        Side across the axis of bending [mm, in].
    layer_distance
        Distance of the layer from the centroid; 0 for the middle, where shear stress is largest [mm, in].

    Returns
    -------
    Quantity
        First moment of the area beyond the layer [mm³].

    Raises
    ------
    InputError
        When the layer lies outside the rectangle.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapter 8.

    Examples
    --------
    >>> rectangle_first_moment("50 mm", "100 mm", "0 mm").m
    62500.0
    """
    return width / 2 * (height**2 / 4 - layer_distance**2)


@formula(
    symbol="I_1",
    equation=(
        r"I_{1,2} = \frac{I_x + I_y}{2} \pm \sqrt{(\frac{I_x - I_y}{2})^2 + I_{xy}^2} ,\quad "
        r"\theta_p = \frac{1}{2} \arctan \frac{-2 I_{xy}}{I_x - I_y}"
    ),
    source="roark",
    example={"second_moment_x": "693.3 in**4", "second_moment_y": "173.3 in**4", "product_moment": "240 in**4"},
)
def principal_second_moments(
    second_moment_x: SecondMoment, second_moment_y: SecondMoment, product_moment: ProductOfArea
) -> PrincipalSecondMoments:
    """Principal second moments of a section and their direction.

    Parameters
    ----------
    second_moment_x, second_moment_y
        About the axes along x and y through the centroid [mm⁴].
    product_moment
        Product of area about the same axes, with its sign [mm⁴].

    Returns
    -------
    PrincipalSecondMoments
        Largest and smallest second moment [mm⁴], and the angle from x to the axis of the largest [°].

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., appendix A.  The example is Peery,
    Aircraft Structures, 1950, example 7.2.1: 787 and 79.5 in⁴.

    Examples
    --------
    >>> found = principal_second_moments("693.3 in**4", "173.3 in**4", "-240 in**4")
    >>> found.major_second_moment.to("inch**4").m, found.minor_second_moment.to("inch**4").m
    (787.1..., 79.4...)
    """
    middle, half = (second_moment_x + second_moment_y) / 2, (second_moment_x - second_moment_y) / 2
    radius = np.hypot(half, product_moment)
    return PrincipalSecondMoments(middle + radius, middle - radius, np.arctan2(-product_moment, half) / 2)

"""What follows from second moments: shifted and principal axes, moduli, radii of gyration, first moments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Area,
    Length,
    Offset,
    PositiveLength,
    ProductOfArea,
    SecondMoment,
    Volume,
)
from chipload.units.parameters import Requires

_LAYER_WITHIN = Requires(
    ("layer_distance", "height"),
    lambda layer, height: layer <= height / 2,
    "the layer lies outside the section; it is at most half the height from the centroid",
)


_PRODUCT_POSSIBLE = Requires(
    ("product_moment", "second_moment_x", "second_moment_y"),
    lambda product, about_x, about_y: product**2 <= about_x * about_y * (1 + 1e-9),
    "no section has so large a product of area; its square is at most the product of the two second moments",
)


@dataclass(frozen=True)
class PrincipalSecondMoments:
    """Largest and smallest second moment, and the direction of the axis of the largest."""

    major_second_moment: SecondMoment
    minor_second_moment: SecondMoment
    principal_axis_angle: Angle


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
        r"\theta_p = \frac{1}{2} \arctan(\frac{-2 I_{xy}}{I_x - I_y})"
    ),
    source="roark",
    example={"second_moment_x": "693.3 in**4", "second_moment_y": "173.3 in**4", "product_moment": "240 in**4"},
    requires=(_PRODUCT_POSSIBLE,),
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

    Raises
    ------
    InputError
        When no section can have such a product of area.

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

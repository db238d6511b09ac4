"""Tapers: their ratio and angle, setting them up, and measuring them over balls and rollers."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Diameter, Length, Offset, PositiveLength, Ratio
from chipload.units.parameters import Requires

_LARGER = Requires(
    ("taper_large_diameter", "taper_small_diameter"),
    lambda large, small: large > small,
    "the large end is not larger than the small one; exchange them",
)


@formula(
    symbol="C_k",
    equation=r"C_k = \frac{D_1 - D_2}{L_k}",
    source="iso1119",
    example={"taper_large_diameter": "31.267 mm", "taper_small_diameter": "25.9 mm", "taper_length": "102 mm"},
    requires=(_LARGER,),
)
def taper_ratio(taper_large_diameter: Diameter, taper_small_diameter: Diameter, taper_length: PositiveLength) -> Ratio:
    """Taper: change of the diameter on a unit of length.

    Parameters
    ----------
    taper_large_diameter, taper_small_diameter
        Diameters at the ends [mm, in].
    taper_length
        Length between them, along the axis [mm, in].

    Returns
    -------
    Quantity
        Taper: 0.05 is 1:20, 0.0521 is 5/8 in per foot; times 12 it is in inches per foot.

    Raises
    ------
    InputError
        When the large end is not the larger.

    References
    ----------
    ISO 1119, Series of conical tapers and taper angles.

    Examples
    --------
    >>> taper_ratio("50 mm", "45 mm", "100 mm").m
    0.05
    >>> taper_ratio("1.5 in", "1 in", "12 in").to("inch/foot").m
    0.5
    """
    return (taper_large_diameter - taper_small_diameter) / taper_length


@formula(
    symbol=r"\alpha_k",
    equation=r"\alpha_k = \arctan(\frac{C_k}{2})",
    source="iso1119",
    example={"taper_ratio": 0.05},
)
def taper_half_angle(taper_ratio: Ratio) -> Angle:
    """Angle between the side of a taper and its axis, to which a compound slide is set.

    Parameters
    ----------
    taper_ratio
        Change of the diameter on a unit of length, also as "0.6 in/ft" [1].

    Returns
    -------
    Quantity
        Half of the included angle [°].

    References
    ----------
    ISO 1119, Series of conical tapers and taper angles: 7/24 has 16°35'39.4" between its sides.

    Examples
    --------
    >>> 2 * taper_half_angle(7 / 24).m
    16.594...
    """
    return np.arctan(taper_ratio / 2)


@formula(
    symbol="e_r",
    equation=r"e_r = \frac{C_k L_w}{2}",
    source="machinerys31",
    example={"taper_ratio": 0.05, "work_length": "300 mm"},
)
def tailstock_offset(taper_ratio: Ratio, work_length: PositiveLength) -> Offset:
    """Offset of the tailstock that turns a taper between centres.

    Parameters
    ----------
    taper_ratio
        Change of the diameter on a unit of length, also as "1 in/ft" [1].
    work_length
        Whole length of the work between the centres, not only of the taper [mm, in].

    Returns
    -------
    Quantity
        Offset from the line of the spindle [mm].

    Notes
    -----
    For small tapers; the centres must be ball-shaped or the offset only a few hundredths of the length.

    References
    ----------
    J. Rose, Modern Machine-Shop Practice: 1 in per foot on 3 feet, 1.5 in.

    Examples
    --------
    >>> tailstock_offset("1 in/ft", "3 ft").to("inch").m
    1.5
    """
    return taper_ratio * work_length / 2


@formula(
    symbol=r"\alpha_k",
    equation=r"\alpha_k = \arcsin(\frac{r_1 - r_2}{(h_1 - r_1) - (h_2 - r_2)}) ,\quad r = \frac{d}{2}",
    source="machinerys31",
    example={"large_ball": "40 mm", "small_ball": "32 mm", "large_ball_top": "8 mm", "small_ball_top": "-76 mm"},
    requires=(
        Requires(
            ("large_ball", "small_ball"),
            lambda large, small: large > small,
            "the large ball is not larger than the small one; exchange them",
        ),
        Requires(
            ("large_ball_top", "small_ball_top", "large_ball", "small_ball"),
            lambda high, low, large, small: high - large / 2 - (low - small / 2) > (large - small) / 2,
            "the balls lie too close for a taper; measure both tops from one face, upwards",
        ),
    ),
)
def taper_from_balls(
    large_ball: Diameter, small_ball: Diameter, large_ball_top: Offset, small_ball_top: Offset
) -> Angle:
    """Half angle of a tapered hole from two balls that rest in it.

    Parameters
    ----------
    large_ball, small_ball
        Diameters of the balls [mm, in].
    large_ball_top, small_ball_top
        Heights of their tops over the face of the part, negative below it [mm, in].

    Returns
    -------
    Quantity
        Half of the included angle [°].

    Raises
    ------
    InputError
        When the balls are exchanged or the heights cannot be.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring tapers with balls.

    Examples
    --------
    >>> 2 * taper_from_balls("40 mm", "32 mm", "8 mm", "-76 mm").m
    5.731...
    """
    large, small = large_ball / 2, small_ball / 2
    return np.arcsin((large - small) / (large_ball_top - large - (small_ball_top - small)))


@formula(
    symbol=r"\alpha_k",
    equation=r"\alpha_k = \arctan(\frac{M_1 - M_2}{2 h_b})",
    source="machinerys31",
    example={"upper_size": "72 mm", "lower_size": "66 mm", "block_height": "50 mm"},
)
def taper_from_rollers(upper_size: PositiveLength, lower_size: PositiveLength, block_height: PositiveLength) -> Angle:
    """Half angle of a tapered plug from measurements over equal rollers at two heights.

    Parameters
    ----------
    upper_size, lower_size
        Sizes over the rollers on gauge blocks and on the plate, the plug standing on its small end [mm, in].
    block_height
        Height of the gauge blocks [mm, in].

    Returns
    -------
    Quantity
        Half of the included angle [°]; the diameter of the rollers has no part in it.

    References
    ----------
    Machinery's Handbook, 31st ed., measuring tapers with rollers.

    Examples
    --------
    >>> taper_from_rollers("72 mm", "66 mm", "50 mm").m
    3.433...
    """
    return np.arctan((upper_size - lower_size) / (2 * block_height))


@formula(
    symbol="r_e",
    equation=r"r_e = \frac{b_e}{2 \tan(\frac{\pi}{4} - \frac{\alpha_i}{4})}",
    source="cnczone-taper",
    example={"end_width": "20 mm", "included_angle": "80 deg"},
    requires=(
        Requires(
            ("included_angle",),
            lambda angle: (angle > 0) & (angle < np.pi),
            "the included angle lies between 0 and 180 degrees",
        ),
    ),
)
def taper_end_radius(end_width: PositiveLength, included_angle: Angle) -> Length:
    """Radius that touches both sides of a taper and its end face.

    Parameters
    ----------
    end_width
        Width of the taper at its end, where sides and face would meet [mm, in].
    included_angle
        Angle between the sides, which open away from the end [°].

    Returns
    -------
    Quantity
        Radius of the circle inside the taper that touches both sides and the end face [mm].

    Raises
    ------
    InputError
        When the angle is not between 0 and 180°.

    References
    ----------
    CNCzone, calculating the radius at the end of a taper, after Horton, Mathematics at Work: 21.4451.

    Examples
    --------
    >>> taper_end_radius("20 mm", "80 deg").m
    21.445...
    """
    return end_width / (2 * np.tan(np.pi / 4 - included_angle / 4))

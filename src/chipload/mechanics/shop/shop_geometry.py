"""Geometry of the shop: sine bars, arcs, polygons, vees and compound angles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Count, Diameter, Length, Offset, PositiveLength
from chipload.units.parameters import Requires

_CORNER = Requires(
    ("included_angle",),
    lambda angle: (angle > 0) & (angle < np.pi),
    "the included angle lies between 0 and 180 degrees",
)


@dataclass(frozen=True)
class CompoundAngle:
    """Steepest slope of a plane tilted in two directions, and the direction of that slope."""

    compound_tilt: Angle
    compound_direction: Angle


@formula(
    symbol="h_s",
    equation=r"h_s = L_s \sin(\theta_s)",
    source="machinerys31",
    example={"bar_length": "100 mm", "bar_angle": "30 deg"},
    requires=(
        Requires(
            ("bar_angle",),
            lambda angle: (angle >= 0) & (angle <= np.pi / 2),
            "a sine bar is set between 0 and 90 degrees",
        ),
    ),
)
def sine_bar_height(bar_length: PositiveLength, bar_angle: Angle) -> Length:
    """Stack of gauge blocks that sets a sine bar to an angle; solve for the angle that a stack sets.

    Parameters
    ----------
    bar_length
        Distance of the rollers [mm, in].
    bar_angle
        Angle to set [°].

    Returns
    -------
    Quantity
        Height of the stack under one roller over that under the other [mm].

    Raises
    ------
    InputError
        When the angle is not between 0 and 90°.

    Notes
    -----
    Above 45° a small error of the stack becomes a large one of the angle; set the complement.

    References
    ----------
    Machinery's Handbook, 31st ed., sine bars.

    Examples
    --------
    >>> sine_bar_height("5 in", "30 deg").to("inch").m
    2.5
    >>> sine_bar_height.solve_for("bar_angle", sine_bar_height="50 mm", bar_length="100 mm").m
    30.0...
    """
    return bar_length * np.sin(bar_angle)


@formula(
    symbol="r_a",
    equation=r"r_a = \frac{s_c^2}{8 f_a} + \frac{f_a}{2}",
    source="machinerys31",
    example={"chord_length": "60 mm", "arc_rise": "8 mm"},
    requires=(Requires(("arc_rise",), lambda rise: rise > 0, "an arc without a rise is straight; measure the rise"),),
)
def arc_radius(chord_length: PositiveLength, arc_rise: Length) -> Length:
    """Radius of an arc from a chord and the rise over it.

    Parameters
    ----------
    chord_length
        Length of the chord [mm, in].
    arc_rise
        Largest distance of the arc from the chord [mm, in].

    Returns
    -------
    Quantity
        Radius [mm].

    Raises
    ------
    InputError
        When the rise is zero.

    References
    ----------
    Machinery's Handbook, 31st ed., segments of circles: a chord of 2 with a rise of 0.2679 has the radius 2.

    Examples
    --------
    >>> arc_radius("2 in", "0.26794919 in").to("inch").m
    2.0000...
    """
    return chord_length**2 / (8 * arc_rise) + arc_rise / 2


@formula(
    symbol="e_c",
    equation=r"e_c = \frac{s_f}{\cos(\frac{\pi}{z_p})}",
    source="machinerys31",
    example={"across_flats": "17 mm", "sides": 6},
    requires=(Requires(("sides",), lambda sides: sides >= 3, "a polygon has three sides at least"),),
)
def across_corners(across_flats: PositiveLength, sides: Count) -> Length:
    """Size across the corners of a polygon from that across its flats: the round stock it needs.

    Parameters
    ----------
    across_flats
        Size across the flats, the diameter of the inscribed circle where flats do not face each other [mm, in].
    sides
        Number of sides.

    Returns
    -------
    Quantity
        Size across the corners, the diameter of the circle around them [mm]; solve for the largest polygon in a
        round.

    Raises
    ------
    InputError
        For fewer than three sides.

    References
    ----------
    Machinery's Handbook, 31st ed., distance across corners: 1.1547 for hexagons and 1.4142 for squares.

    Examples
    --------
    >>> across_corners("10 mm", 6).m
    11.547...
    """
    return across_flats / np.cos(np.pi / sides)


@formula(
    symbol="h_v",
    equation=r"h_v = \frac{d_p}{2} (1 + \frac{1}{\sin(\frac{\alpha_i}{2})}) - \frac{b_v}{2 \tan(\frac{\alpha_i}{2})}",
    source="machinerys31",
    example={"measuring_pin_diameter": "20 mm", "vee_width": "16 mm", "included_angle": "90 deg"},
    requires=(_CORNER,),
)
def pin_over_vee(measuring_pin_diameter: Diameter, vee_width: PositiveLength, included_angle: Angle) -> Offset:
    """Height of a pin in a V-groove over the face of the part, to check the width of the groove.

    Parameters
    ----------
    measuring_pin_diameter
        Diameter of the pin [mm, in].
    vee_width
        Width of the groove at the face [mm, in].
    included_angle
        Full angle of the groove [°].

    Returns
    -------
    Quantity
        Height of the top of the pin over the face, negative below it [mm]; solve for the width.

    Raises
    ------
    InputError
        When the angle is not between 0 and 180°.

    Notes
    -----
    The pin must touch the flanks below the face.

    References
    ----------
    Machinery's Handbook, 31st ed., checking a V-shaped groove by measurement over pins.

    Examples
    --------
    >>> pin_over_vee("20 mm", "16 mm", "90 deg").m
    16.142...
    """
    half = included_angle / 2
    return measuring_pin_diameter / 2 * (1 + 1 / np.sin(half)) - vee_width / (2 * np.tan(half))


@formula(
    symbol=r"\theta_c",
    equation=(
        r"\tan(\theta_c) = \sqrt{\tan(\theta_x)^2 + \tan(\theta_y)^2} ,\quad "
        r"\tan(\varphi_c) = \frac{\tan(\theta_y)}{\tan(\theta_x)}"
    ),
    source="machinerys31",
    example={"tilt_x": "20 deg", "tilt_y": "30 deg"},
    requires=(
        Requires(
            ("tilt_x", "tilt_y"),
            lambda tilt_x, tilt_y: (np.abs(tilt_x) < np.pi / 2) & (np.abs(tilt_y) < np.pi / 2),
            "a tilt lies between -90 and 90 degrees",
        ),
    ),
)
def compound_angle(tilt_x: Angle, tilt_y: Angle) -> CompoundAngle:
    """Steepest slope of a plane that rises at two angles in the front and the side view.

    Parameters
    ----------
    tilt_x, tilt_y
        Angle of rise along x, in the front view, and along y, in the side view [°].

    Returns
    -------
    CompoundAngle
        The slope to tilt the part by, and the direction from the x axis to turn it to first [°].

    Raises
    ------
    InputError
        When a tilt reaches 90°.

    Notes
    -----
    Both angles are measured in vertical planes, as drawings show them; a compound sine plate, whose second tilt
    rides on the first, needs the angle in the tilted plane instead.

    References
    ----------
    Machinery's Handbook, 31st ed., compound angles, page 121.

    Examples
    --------
    >>> found = compound_angle("45 deg", "45 deg")
    >>> found.compound_tilt.m, found.compound_direction.m
    (54.735..., 45.0)
    """
    rise_x, rise_y = np.tan(tilt_x), np.tan(tilt_y)
    return CompoundAngle(np.arctan(np.hypot(rise_x, rise_y)), np.arctan2(rise_y, rise_x))

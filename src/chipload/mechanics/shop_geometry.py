"""Geometry of the shop: hole circles, sine bars, arcs, polygons, vees and compound angles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Count, Diameter, Length, Offset, PositiveLength
from chipload.units.parameters import Requires

_CORNER = Requires(
    ("included_angle",),
    lambda angle: (angle > 0) & (angle < np.pi),
    "the included angle lies between 0 and 180 degrees",
)


@dataclass(frozen=True)
class HoleCircle:
    """Centres of holes on a circle, in their order, and the chord between neighbours, as quantities."""

    x: Any
    y: Any
    angle: Any
    chord: Any


@dataclass(frozen=True)
class CompoundAngle:
    """Steepest slope of a plane tilted in two directions, and the direction of that slope."""

    compound_tilt: Angle
    compound_direction: Angle


def bolt_circle(
    circle_diameter: Any,
    holes: Any,
    start_angle: Any = "0 deg",
    centre_x: Any = "0 mm",
    centre_y: Any = "0 mm",
    spread_angle: Any = "360 deg",
) -> HoleCircle:
    """Centres of evenly spaced holes on a circle or an arc.

    Parameters
    ----------
    circle_diameter
        Diameter of the circle through the centres [mm, in].
    holes
        Number of holes.
    start_angle
        Of the first hole from the x axis, anticlockwise [°].
    centre_x, centre_y
        Centre of the circle [mm, in].
    spread_angle
        360° for a full circle; for an arc the angle from the first hole to the last [°].

    Returns
    -------
    HoleCircle
        Centres and chord [mm] and angles [°].

    Raises
    ------
    InputError
        When the holes would go round more than once, or an arc has one hole.

    References
    ----------
    Machinery's Handbook, 31st ed., coordinates for uniformly spaced holes.

    Examples
    --------
    >>> found = bolt_circle("100 mm", 4, "45 deg")
    >>> found.x.m.round(4).tolist(), found.y.m.round(4).tolist()
    ([35.3553, -35.3553, -35.3553, 35.3553], [35.3553, 35.3553, -35.3553, -35.3553])
    """
    diameter = float(to_kernel(kinds.DIAMETER, circle_diameter, "bolt_circle, circle_diameter"))
    count = int(to_kernel(kinds.COUNT, holes, "bolt_circle, holes"))
    start = float(to_kernel(kinds.ANGLE, start_angle, "bolt_circle, start_angle"))
    spread = float(to_kernel(kinds.ANGLE, spread_angle, "bolt_circle, spread_angle"))
    x0 = float(to_kernel(kinds.OFFSET, centre_x, "bolt_circle, centre_x"))
    y0 = float(to_kernel(kinds.OFFSET, centre_y, "bolt_circle, centre_y"))
    full = 2 * np.pi
    if spread == 0 or abs(spread) > full * (1 + 1e-12):
        raise InputError("bolt_circle, spread_angle: the holes go round once at most and not on one point")
    closed = abs(spread) >= full * (1 - 1e-12)
    if not closed and count < 2:
        raise InputError("bolt_circle, holes: an arc needs two holes at least")
    step = spread / (count if closed else count - 1)
    angles = start + step * np.arange(count)
    return HoleCircle(
        from_kernel(kinds.OFFSET, x0 + diameter / 2 * np.cos(angles)),
        from_kernel(kinds.OFFSET, y0 + diameter / 2 * np.sin(angles)),
        from_kernel(kinds.ANGLE, angles),
        from_kernel(kinds.LENGTH, float(diameter * abs(np.sin(step / 2)))),
    )


@formula(
    symbol="s_c",
    equation=r"s_c = D_c \sin(\frac{\pi}{z_h})",
    source="machinerys31",
    example={"circle_diameter": "100 mm", "holes": 6},
    requires=(Requires(("holes",), lambda holes: holes >= 2, "a chord needs two holes at least"),),
)
def chord_length(circle_diameter: Diameter, holes: Count) -> Length:
    """Distance between neighbouring holes on a circle, for setting dividers.

    Parameters
    ----------
    circle_diameter
        Diameter of the circle through the centres [mm, in].
    holes
        Number of evenly spaced holes.

    Returns
    -------
    Quantity
        Distance of the centres in a straight line [mm].

    Raises
    ------
    InputError
        For a single hole.

    References
    ----------
    Machinery's Handbook, 31st ed., lengths of chords for spacing off the circumference of circles.

    Examples
    --------
    >>> chord_length("1 in", 5).to("inch").m
    0.587785...
    """
    return circle_diameter * np.sin(np.pi / holes)


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
    example={"pin_diameter": "20 mm", "vee_width": "16 mm", "included_angle": "90 deg"},
    requires=(_CORNER,),
)
def pin_over_vee(pin_diameter: Diameter, vee_width: PositiveLength, included_angle: Angle) -> Offset:
    """Height of a pin in a V-groove over the face of the part, to check the width of the groove.

    Parameters
    ----------
    pin_diameter
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
    return pin_diameter / 2 * (1 + 1 / np.sin(half)) - vee_width / (2 * np.tan(half))


@formula(
    symbol="a_c",
    equation=r"a_c = M_p - \frac{d_{p1} + d_{p2}}{2}",
    source="machinerys31",
    example={"over_pins": "72 mm", "first_pin": "10 mm", "second_pin": "12 mm"},
    requires=(
        Requires(
            ("over_pins", "first_pin", "second_pin"),
            lambda size, first, second: size >= first + second,
            "the size over the pins is less than both pins side by side; measure over the outsides",
        ),
    ),
)
def hole_centre_distance(over_pins: PositiveLength, first_pin: Diameter, second_pin: Diameter) -> Length:
    """Distance of two holes from a measurement over pins that fit them.

    Parameters
    ----------
    over_pins
        Size over the outsides of the pins [mm, in].
    first_pin, second_pin
        Diameters of the pins [mm, in].

    Returns
    -------
    Quantity
        Distance of the centres [mm].

    Raises
    ------
    InputError
        When the size is less than both pins side by side.

    References
    ----------
    Machinery's Handbook, 31st ed., checking centre distances.

    Examples
    --------
    >>> hole_centre_distance("72 mm", "10 mm", "12 mm").m
    61.0
    """
    return over_pins - (first_pin + second_pin) / 2


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

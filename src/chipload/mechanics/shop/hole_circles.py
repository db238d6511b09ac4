"""Holes on a circle: their centres and chords, and their distance measured over pins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single
from chipload.units.formulas import formula
from chipload.units.kinds import Count, Diameter, Length, PositiveLength
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class HoleCircle:
    """Centres of holes on a circle, in their order, and the chord between neighbours, as quantities."""

    x: Any
    y: Any
    angle: Any
    chord: Any


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
    diameter = to_single(kinds.DIAMETER, circle_diameter, "bolt_circle, circle_diameter")
    count = int(to_single(kinds.COUNT, holes, "bolt_circle, holes"))
    start = to_single(kinds.ANGLE, start_angle, "bolt_circle, start_angle")
    spread = to_single(kinds.ANGLE, spread_angle, "bolt_circle, spread_angle")
    x0 = to_single(kinds.OFFSET, centre_x, "bolt_circle, centre_x")
    y0 = to_single(kinds.OFFSET, centre_y, "bolt_circle, centre_y")
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

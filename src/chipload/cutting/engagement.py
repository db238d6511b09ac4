"""Where a milling tooth enters and leaves the work.

Angles are measured at the tool centre from the direction in which the chip has no thickness: a tooth at
angle theta cuts a chip of ``f_z sin(theta)``, and a slot runs from 0 to 180 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Count, Diameter, Length, Offset, Ratio, Real
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class Engagement:
    """Where a tooth enters and leaves the cut, and the arc between."""

    entry_angle: Angle
    exit_angle: Angle
    engagement_angle: Angle


WIDTH_WITHIN_CUTTER = Requires(
    ("radial_depth", "diameter"),
    lambda radial_depth, diameter: radial_depth <= diameter * (1 + 1e-12),
    "the radial depth cannot be more than the diameter; a wider surface takes several passes",
)


def _arc(radial_depth: Real, diameter: Real) -> Real:
    # arccos(1 - 2 x) loses half its digits for a small x; this is the same angle with all of them.
    return 2 * np.arcsin(np.sqrt(np.minimum(radial_depth / diameter, 1.0)))


@formula(
    symbol=r"\phi_s",
    equation=r"\phi_s = \arccos(1 - \frac{2 a_e}{D})",
    source="altintas2012",
    example={"radial_depth": "5 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def engagement_angle(radial_depth: Length, diameter: Diameter) -> Angle:
    """Arc over which a tooth is in the work when milling a shoulder or a slot.

    Parameters
    ----------
    radial_depth
        Width of cut across the feed, from one side of the cutter [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Engagement angle [°]: 90 at half the diameter, 180 in a slot.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> engagement_angle("5 mm", "10 mm").m
    90.0
    >>> engagement_angle("0.05 in", "0.5 in").m
    36.86...
    """
    return _arc(radial_depth, diameter)


@formula(
    symbol=r"\phi",
    equation=r"\phi_s = \arccos(1 - \frac{2 a_e}{D}) ,\quad up: \phi_1 = 0 ,\quad down: \phi_2 = \pi",
    source="altintas2012",
    example={"radial_depth": "2 mm", "diameter": "10 mm", "direction": "down"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def side_engagement(
    radial_depth: Length, diameter: Diameter, *, direction: Literal["down", "up"] = "down"
) -> Engagement:
    """Entry and exit of a tooth when milling a shoulder or a slot.

    Parameters
    ----------
    radial_depth
        Width of cut across the feed, from one side of the cutter [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    direction
        "down" (climb) milling starts with the thick chip, "up" (conventional) ends with it.

    Returns
    -------
    Engagement
        Entry angle, exit angle and arc [°].

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> cut = side_engagement("5 mm", "10 mm", direction="up")
    >>> cut.entry_angle.m, cut.exit_angle.m
    (0.0, 90.0)
    """
    arc = _arc(radial_depth, diameter)
    if direction == "up":
        return Engagement(arc * 0.0, arc, arc)
    return Engagement(np.pi - arc, arc * 0.0 + np.pi, arc)


@formula(
    symbol=r"\phi",
    equation=(
        r"\phi_1 = \frac{\pi}{2} - \arcsin(\frac{a_e + 2 e}{D}) ,\quad "
        r"\phi_2 = \frac{\pi}{2} + \arcsin(\frac{a_e - 2 e}{D})"
    ),
    source="altintas2012",
    example={"radial_depth": "40 mm", "diameter": "63 mm", "offset": "5 mm"},
    requires=(
        WIDTH_WITHIN_CUTTER,
        Requires(
            ("offset", "radial_depth", "diameter"),
            lambda offset, radial_depth, diameter: abs(offset) + radial_depth / 2 <= diameter / 2 * (1 + 1e-12),
            "with this offset the cutter does not cover the width; make the offset smaller or the cut narrower",
        ),
    ),
)
def face_engagement(radial_depth: Length, diameter: Diameter, offset: Offset = 0.0) -> Engagement:
    """Entry and exit of a tooth of a face mill that covers the width of cut.

    Parameters
    ----------
    radial_depth
        Width of cut across the feed [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    offset
        Distance of the cutter axis from the middle of the width, towards the exit side [mm, in].

    Returns
    -------
    Engagement
        Entry angle, exit angle and arc [°]; a centred cutter enters and leaves as far from 90°.

    Raises
    ------
    InputError
        When the cutter does not cover the width.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> face_engagement("40 mm", "80 mm").engagement_angle.m
    60.0
    """
    entry = np.pi / 2 - np.arcsin(np.minimum((radial_depth + 2 * offset) / diameter, 1.0))
    leaving = np.pi / 2 + np.arcsin(np.minimum((radial_depth - 2 * offset) / diameter, 1.0))
    return Engagement(entry, leaving, leaving - entry)


@formula(
    symbol="z_e",
    equation=r"z_e = \frac{z \phi_s}{2 \pi}",
    source="sandvik-formulas",
    example={"teeth": 4, "engagement_angle": "90 deg"},
)
def teeth_in_cut(teeth: Count, engagement_angle: Angle) -> Ratio:
    """Mean number of teeth in the work at once.

    Parameters
    ----------
    teeth
        Number of teeth of the cutter.
    engagement_angle
        Arc over which a tooth is in the work [°].

    Returns
    -------
    Quantity
        Teeth in cut, a mean and so rarely whole.

    Notes
    -----
    Straight teeth; a helix spreads the entry but leaves the mean.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> teeth_in_cut(4, "90 deg").m
    1.0
    """
    return teeth * engagement_angle / (2 * np.pi)


@formula(
    symbol=r"l_a",
    equation=r"l_a = \sqrt{x (D - x)} ,\quad x = \min(a_e, D / 2)",
    source="sharma-pe",
    example={"radial_depth": "2.5 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def approach_length(radial_depth: Length, diameter: Diameter) -> Length:
    """Travel of the cutter axis from the first touch of the work until the axis is above its edge.

    Parameters
    ----------
    radial_depth
        Radial depth of cut of a side cut; depth of cut of a disc cutter [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Approach [mm]: half the diameter from a radial depth of half the diameter on.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    Notes
    -----
    The length in cut is that of the work and the approach; a finished wall or floor asks for as much overrun.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, example 4.17: 55.9 mm.

    Examples
    --------
    >>> approach_length("25 mm", "150 mm").m
    55.901...
    """
    x = np.minimum(radial_depth, diameter / 2)
    return np.sqrt(x * (diameter - x))

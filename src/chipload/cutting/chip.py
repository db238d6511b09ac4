"""Chip thickness in milling, on the circular path: mean, maximum, and the feed that gives a wanted one.

The true path of a tooth is a trochoid; the circle is off by about ``f_z z / (pi D)``, which matters only
for micro tools (Martellotti 1941).
"""

from __future__ import annotations

import numpy as np

from chipload.cutting.engagement import WIDTH_WITHIN_CUTTER, engagement_angle
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    Diameter,
    FeedPerTooth,
    Length,
    PositiveLength,
    PositiveRatio,
    Real,
)
from chipload.units.parameters import Requires, ValidRatio

RIGHT_ANGLE = np.pi / 2


def _over_arc(radial_depth: Real, diameter: Real) -> Real:
    """2 a_e / (D phi), the mean of sin(theta) over the arc; 0 for no width."""
    arc = engagement_angle.si(radial_depth, diameter)
    return np.divide(2 * radial_depth, diameter * arc, out=np.zeros_like(arc), where=arc > 0)[()]


def _sine_at_most(radial_depth: Real, diameter: Real) -> Real:
    """Largest sin(theta) of the arc: that of its end below half the diameter, 1 above."""
    share = np.minimum(radial_depth / diameter, 0.5)
    return 2 * np.sqrt(share * (1 - share))


SMALL_FEED = ValidRatio(
    "feed per tooth over radius", ("feed_per_tooth", "diameter"),
    lambda feed_per_tooth, diameter: feed_per_tooth / (diameter / 2), -np.inf, 0.05,
    "the path of a tooth is then no circle; take a lower feed, or the chip as good to some percent",
)  # fmt: skip


@formula(
    symbol="h_m",
    equation=r"h_m = \frac{2 f_z \sin(\kappa_r) a_e}{D \phi_s}",
    source="sandvik-formulas",
    example={"feed_per_tooth": "0.1 mm", "radial_depth": "1 mm", "diameter": "10 mm"},
    valid=(SMALL_FEED,),
    requires=(WIDTH_WITHIN_CUTTER,),
)
def mean_chip_thickness(
    feed_per_tooth: FeedPerTooth, radial_depth: Length, diameter: Diameter, entering_angle: Angle = RIGHT_ANGLE
) -> ChipThickness:
    """Mean thickness of the chip over the engagement of a shoulder or slot cut.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    radial_depth
        Width of cut from one side of the cutter [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    entering_angle
        Entering angle of the edge, 90° for a shoulder mill [°].

    Returns
    -------
    Quantity
        Mean chip thickness [mm].

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    Warns
    -----
    ValidityWarning
        For a feed per tooth above a twentieth of the radius.

    Notes
    -----
    The exact mean of ``f_z sin(kappa) sin(theta)``.  The shop form ``f_z sqrt(a_e / D)`` is its limit for a
    small width: 2 % high at a tenth of the diameter, 57 % high in a slot.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> mean_chip_thickness("0.1 mm", "1 mm", "10 mm").m
    0.03108...
    """
    return feed_per_tooth * np.sin(entering_angle) * _over_arc(radial_depth, diameter)


@formula(
    symbol="h_m",
    equation=r"h_m = f_z \sin(\kappa_r) \frac{\cos(\phi_1) - \cos(\phi_2)}{\phi_2 - \phi_1}",
    source="altintas2012",
    example={"feed_per_tooth": "0.1 mm", "entry_angle": "60 deg", "exit_angle": "120 deg"},
    requires=(
        Requires(
            ("entry_angle", "exit_angle"),
            lambda entry_angle, exit_angle: entry_angle < exit_angle,
            "a tooth must enter before it leaves; exchange the angles",
        ),
    ),
)
def mean_chip_thickness_between(
    feed_per_tooth: FeedPerTooth, entry_angle: Angle, exit_angle: Angle, entering_angle: Angle = RIGHT_ANGLE
) -> ChipThickness:
    """Mean thickness of the chip between any entry and exit, as of a centred or offset face mill.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    entry_angle, exit_angle
        Where a tooth enters and leaves, see `face_engagement` [°].
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Mean chip thickness [mm].

    Raises
    ------
    InputError
        When the exit does not follow the entry.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> mean_chip_thickness_between("0.1 mm", "0 deg", "180 deg").m  # a slot: 2 f_z / pi
    0.06366...
    """
    arc = exit_angle - entry_angle
    return feed_per_tooth * np.sin(entering_angle) * (np.cos(entry_angle) - np.cos(exit_angle)) / arc


@formula(
    symbol="h_{ex}",
    equation=r"h_{ex} = 2 f_z \sin(\kappa_r) \sqrt{x (1 - x)} ,\quad x = \min(\frac{a_e}{D}, \frac{1}{2})",
    source="sandvik-formulas",
    example={"feed_per_tooth": "0.1 mm", "radial_depth": "1 mm", "diameter": "10 mm"},
    valid=(SMALL_FEED,),
    requires=(WIDTH_WITHIN_CUTTER,),
)
def max_chip_thickness(
    feed_per_tooth: FeedPerTooth, radial_depth: Length, diameter: Diameter, entering_angle: Angle = RIGHT_ANGLE
) -> ChipThickness:
    """Largest thickness of the chip in a shoulder or slot cut.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    radial_depth
        Width of cut from one side of the cutter [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    entering_angle
        Entering angle of the edge, 90° for a shoulder mill [°].

    Returns
    -------
    Quantity
        Largest chip thickness [mm]; from half the diameter on it is the feed per tooth times sin(kappa).

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    Warns
    -----
    ValidityWarning
        For a feed per tooth above a twentieth of the radius.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> max_chip_thickness("0.1 mm", "1 mm", "10 mm").m
    0.06
    """
    return feed_per_tooth * np.sin(entering_angle) * _sine_at_most(radial_depth, diameter)


@formula(
    symbol="K_h",
    equation=r"K_h = \frac{1}{2 \sin(\kappa_r) \sqrt{x (1 - x)}} ,\quad x = \min(\frac{a_e}{D}, \frac{1}{2})",
    source="sandvik-formulas",
    example={"radial_depth": "1 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def chip_thinning_factor(
    radial_depth: PositiveLength, diameter: Diameter, entering_angle: Angle = RIGHT_ANGLE
) -> PositiveRatio:
    """Factor on the feed that brings the largest chip back to the one of a full-width cut.

    Parameters
    ----------
    radial_depth
        Width of cut from one side of the cutter, more than nothing [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    entering_angle
        Entering angle of the edge, 90° for a shoulder mill [°].

    Returns
    -------
    Quantity
        Factor, 1 from half the diameter on for a shoulder mill.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    Notes
    -----
    Holds the *largest* chip; the other convention, holding the mean, is `feed_for_mean_chip`.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example stands in several makers' tables.

    Examples
    --------
    >>> chip_thinning_factor("1 mm", "10 mm").m
    1.666...
    """
    return 1 / (np.sin(entering_angle) * _sine_at_most(radial_depth, diameter))


@formula(
    symbol="f_z",
    equation=r"f_z = \frac{h_{ex}}{2 \sin(\kappa_r) \sqrt{x (1 - x)}} ,\quad x = \min(\frac{a_e}{D}, \frac{1}{2})",
    source="sandvik-formulas",
    example={"max_chip_thickness": "0.06 mm", "radial_depth": "1 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def feed_for_max_chip(
    max_chip_thickness: ChipThickness,
    radial_depth: PositiveLength,
    diameter: Diameter,
    entering_angle: Angle = RIGHT_ANGLE,
) -> FeedPerTooth:
    """Feed per tooth that gives a wanted largest chip: the first convention for chip thinning.

    Parameters
    ----------
    max_chip_thickness
        Largest chip thickness wanted [mm, in].
    radial_depth
        Width of cut from one side of the cutter, more than nothing [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    entering_angle
        Entering angle of the edge, 90° for a shoulder mill [°].

    Returns
    -------
    Quantity
        Feed per tooth [mm/tooth]; never raised from half the diameter on.

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is a published one: a chip of 0.003 in at
    a tenth of a 0.5 in cutter takes 0.005 in.

    Examples
    --------
    >>> feed_for_max_chip("0.003 in", "0.05 in", "0.5 in").to("inch/tooth").m
    0.005
    """
    return max_chip_thickness * chip_thinning_factor.si(radial_depth, diameter, entering_angle)


@formula(
    symbol="f_z",
    equation=r"f_z = \frac{h_m D \phi_s}{2 \sin(\kappa_r) a_e}",
    source="sandvik-formulas",
    example={"mean_chip_thickness": "0.03 mm", "radial_depth": "1 mm", "diameter": "10 mm"},
    requires=(WIDTH_WITHIN_CUTTER,),
)
def feed_for_mean_chip(
    mean_chip_thickness: ChipThickness,
    radial_depth: PositiveLength,
    diameter: Diameter,
    entering_angle: Angle = RIGHT_ANGLE,
) -> FeedPerTooth:
    """Feed per tooth that gives a wanted mean chip: the second convention for chip thinning.

    Parameters
    ----------
    mean_chip_thickness
        Mean chip thickness wanted [mm, in].
    radial_depth
        Width of cut from one side of the cutter, more than nothing [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    entering_angle
        Entering angle of the edge, 90° for a shoulder mill [°].

    Returns
    -------
    Quantity
        Feed per tooth [mm/tooth].

    Raises
    ------
    InputError
        When the radial depth is more than the diameter.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> feed_for_mean_chip("0.03108 mm", "1 mm", "10 mm").m
    0.1000
    """
    return mean_chip_thickness / (np.sin(entering_angle) * _over_arc(radial_depth, diameter))

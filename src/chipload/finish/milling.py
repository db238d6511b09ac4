"""The milled wall: feed marks of a circular and of the true path, with and without runout."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.finish.geometry import arc_cusp
from chipload.finish.runout import MilledRoughness, with_runout
from chipload.units.formulas import formula
from chipload.units.kinds import Count, Diameter, FeedPerTooth, PositiveRatio, Roughness, SmallLength
from chipload.units.parameters import Requires, ValidRatio

_TOOTH_WITHIN = Requires(
    ("feed_per_tooth", "diameter"),
    lambda feed_per_tooth, diameter: feed_per_tooth <= diameter,
    "the feed per tooth is more than the diameter",
)
_TURN_WITHIN = Requires(
    ("feed_per_tooth", "teeth", "diameter"),
    lambda feed_per_tooth, teeth, diameter: feed_per_tooth * teeth <= diameter,
    "the feed per revolution is more than the diameter",
)


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{f_z^2}{4}}",
    source="martellotti1941",
    example={"feed_per_tooth": "0.1 mm", "diameter": "10 mm"},
    requires=(_TOOTH_WITHIN,),
)
def milled_wall_rz(feed_per_tooth: FeedPerTooth, diameter: Diameter) -> Roughness:
    """Height of the feed marks on a wall milled with the side of a cutter.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth; the feed per revolution where one tooth finishes the wall [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed is more than the diameter.

    Notes
    -----
    Circular path and no runout.  A radial runout larger than this height, which is the rule, makes the marks
    higher: see `milled_wall`.

    References
    ----------
    M. E. Martellotti, Trans. ASME 63 (1941), 677-700.

    Examples
    --------
    >>> milled_wall_rz("0.1 mm", "10 mm").m
    0.2500...
    """
    return arc_cusp(diameter / 2, feed_per_tooth)


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{f_z^2}{8 (\frac{D}{2} \pm \frac{f_z z}{\pi})}",
    source="martellotti1941",
    example={"feed_per_tooth": "0.05 mm", "diameter": "3 mm", "teeth": 2, "direction": "up"},
    valid=(
        ValidRatio(
            "feed per revolution over radius",
            ("feed_per_tooth", "teeth", "diameter"),
            lambda feed, teeth, diameter: feed * teeth / (diameter / 2),
            -np.inf,
            0.4,
            "the form is then more than 1 % off the trochoid; take a lower feed",
        ),
    ),
    requires=(
        Requires(
            ("feed_per_tooth", "teeth", "diameter"),
            lambda feed_per_tooth, teeth, diameter: 4 * feed_per_tooth * teeth <= np.pi * diameter,
            "the feed per revolution is too large for the diameter; the path is no longer near a circle",
        ),
    ),
)
def milled_wall_trochoid_rz(
    feed_per_tooth: FeedPerTooth, diameter: Diameter, teeth: Count, *, direction: Literal["down", "up"] = "down"
) -> Roughness:
    """Height of the feed marks on a milled wall with the true path of the teeth.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    teeth
        Number of teeth.
    direction
        "up" milling leaves the flatter path, the plus in the equation; "down" (climb) the minus.

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed per revolution is more than ``pi D / 4``.

    Warns
    -----
    ValidityWarning
        For a feed per revolution above 0.4 of the radius.

    Notes
    -----
    The trochoid near its lowest point, where its radius is ``R (1 ± f_n / (2 pi R))**2``; within 1 % of the exact
    trochoid for a feed per revolution up to 0.4 R.  No runout.  The circle, `milled_wall_rz`, is enough where
    the feed per revolution is small against the diameter.

    References
    ----------
    M. E. Martellotti, Trans. ASME 63 (1941), 677-700.

    Examples
    --------
    >>> milled_wall_trochoid_rz("0.1 mm", "3 mm", 2, direction="up").m
    0.799...
    >>> milled_wall_rz("0.1 mm", "3 mm").m
    0.833...
    """
    sign = 1 if direction == "up" else -1
    return feed_per_tooth**2 / (8 * (diameter / 2 + sign * feed_per_tooth * teeth / np.pi))


@formula(
    symbol="R_z",
    equation=r"R_z = K_f \min(s_r + h(f_z), h(z f_z)) ,\quad h(f) = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{f^2}{4}}",
    source="martellotti1941",
    example={"feed_per_tooth": "0.1 mm", "diameter": "10 mm", "teeth": 4, "radial_runout": "1 um"},
    requires=(_TURN_WITHIN,),
)
def milled_wall(
    feed_per_tooth: FeedPerTooth,
    diameter: Diameter,
    teeth: Count,
    radial_runout: SmallLength,
    finish_factor: PositiveRatio = 1.0,
) -> MilledRoughness:
    """Height of the feed marks on a milled wall, ideal and with runout.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    teeth
        Number of teeth.
    radial_runout
        Radius of the longest tooth less that of the shortest, as a dial indicator on the edges shows it [µm].
    finish_factor
        Real over ideal height, for `roughness_rz`; known from measured parts.

    Returns
    -------
    MilledRoughness
        Heights [µm]: with equal teeth, with one tooth that finishes alone, and with the runout.

    Raises
    ------
    InputError
        When the feed per revolution is more than the diameter.

    Notes
    -----
    Circular path, rigid tool.  One tooth finishes alone once the runout exceeds ``h(z f_z) - h(f_z)``.  For less
    runout the height given is an upper bound: in an eccentric cutter the teeth between the longest and the
    shortest take some of it away.

    References
    ----------
    M. E. Martellotti, Trans. ASME 63 (1941), 677-700, for the mark of one tooth; the bound is geometry.

    Examples
    --------
    >>> found = milled_wall("0.1 mm", "10 mm", 4, "5 um")
    >>> found.ideal_rz.m, found.roughness_rz.m
    (0.25..., 4.0...)
    """
    equal, alone = arc_cusp(diameter / 2, feed_per_tooth), arc_cusp(diameter / 2, teeth * feed_per_tooth)
    return with_runout(equal, alone, radial_runout, finish_factor)


@formula(
    symbol="f_{eff}",
    equation=r"f_{eff} = 2 \sqrt{R_z (D - R_z)} ,\quad R_z = \min(s_r + h(f_z), h(z f_z))",
    source="martellotti1941",
    example={"feed_per_tooth": "0.1 mm", "diameter": "10 mm", "teeth": 4, "radial_runout": "1 um"},
    requires=(_TURN_WITHIN,),
)
def finishing_feed(
    feed_per_tooth: FeedPerTooth, diameter: Diameter, teeth: Count, radial_runout: SmallLength
) -> FeedPerTooth:
    """Feed per tooth of a cutter without runout that would leave the same wall.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    teeth
        Number of teeth.
    radial_runout
        Radius of the longest tooth less that of the shortest [µm].

    Returns
    -------
    Quantity
        Effective feed of the finishing teeth [mm]: from the feed per tooth without runout to the feed per
        revolution where one tooth finishes alone.

    Raises
    ------
    InputError
        When the feed per revolution is more than the diameter.

    Notes
    -----
    With the bound of `milled_wall`.

    References
    ----------
    M. E. Martellotti, Trans. ASME 63 (1941), 677-700, for the mark of one tooth; the bound is geometry.

    Examples
    --------
    >>> finishing_feed("0.1 mm", "10 mm", 4, "5 um").m
    0.4
    """
    equal, alone = arc_cusp(diameter / 2, feed_per_tooth), arc_cusp(diameter / 2, teeth * feed_per_tooth)
    height = np.minimum(radial_runout + equal, alone)
    return 2 * np.sqrt(height * (diameter - height))

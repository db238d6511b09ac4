"""Speed and feed of a twist drill in a hole deeper than three diameters."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Fraction, PositiveLength, Real
from chipload.units.parameters import ValidRatio


def _ratio(depth: Real, diameter: Real) -> Real:
    return depth / diameter


_ROUNDING = 1e-12
"""Of a step: 9.3 mm over 3.1 mm, both in metres, is a last digit off 3."""

_UP_TO_SIX = ValidRatio(
    "depth over diameter", ("depth", "diameter"), _ratio, -np.inf, 6.0,
    "use a drill made for deep holes with the data of its maker, or drill in pecks",
)  # fmt: skip


@formula(
    symbol=r"K_{vt}",
    equation=r"K_{vt} = 1.2 - 0.1 \frac{t}{D} ,\quad t \ge 3 D ,\quad K_{vt} = 1 else",
    source="drilling-guide",
    example={"depth": "45 mm", "diameter": "10 mm"},
    valid=(_UP_TO_SIX,),
)
def deep_hole_speed_factor(depth: PositiveLength, diameter: Diameter) -> Fraction:
    """Factor on the cutting speed of a twist drill for the depth of the hole.

    Parameters
    ----------
    depth
        Depth of the hole [mm, in].
    diameter
        Diameter of the drill [mm, in].

    Returns
    -------
    Quantity
        Factor on the speed for a shallow hole: 0.9 at three diameters, 0.8 at four, 0.7 at five, 0.6 at six.

    Warns
    -----
    ValidityWarning
        Beyond six diameters.

    Notes
    -----
    High-speed steel twist drills without coolant through the tool.  The table is read as a line, from three
    diameters on; at six it prints 0.6 to 0.65, of which this is the careful end, and beyond it stays there.

    References
    ----------
    Metal drilling reference guide, deep hole drilling parameters.

    Examples
    --------
    >>> deep_hole_speed_factor("50 mm", "10 mm").m
    0.7
    """
    ratio = _ratio(depth, diameter)
    return np.where(ratio < 3 * (1 - _ROUNDING), 1.0, 1.2 - 0.1 * np.minimum(ratio, 6.0))[()]


@formula(
    symbol=r"K_{ft}",
    equation=r"K_{ft} = 1, t < 3 D ,\quad K_{ft} = 0.9, t \le 4 D ,\quad K_{ft} = 0.8 else",
    source="drilling-guide",
    example={"depth": "45 mm", "diameter": "10 mm"},
    valid=(_UP_TO_SIX,),
)
def deep_hole_feed_factor(depth: PositiveLength, diameter: Diameter) -> Fraction:
    """Factor on the feed per revolution of a twist drill for the depth of the hole.

    Parameters
    ----------
    depth
        Depth of the hole [mm, in].
    diameter
        Diameter of the drill [mm, in].

    Returns
    -------
    Quantity
        Factor on the feed for a shallow hole: 0.9 at three and four diameters, 0.8 at five and six.

    Warns
    -----
    ValidityWarning
        Beyond six diameters.

    Notes
    -----
    High-speed steel twist drills without coolant through the tool.  Between four and five diameters the smaller
    factor is taken.

    References
    ----------
    Metal drilling reference guide, deep hole drilling parameters.

    Examples
    --------
    >>> deep_hole_feed_factor("50 mm", "10 mm").m
    0.8
    """
    ratio = _ratio(depth, diameter)
    return np.where(ratio < 3 * (1 - _ROUNDING), 1.0, np.where(ratio <= 4 * (1 + _ROUNDING), 0.9, 0.8))[()]

"""The true mean of Kienzle's force over an engagement, how far the usual form is off, and where an edge rubs.

Kienzle's force grows with less than the first power of the chip, so its mean over an engagement is lower than its
value at the mean chip: the usual form is a few per cent high.
"""

from __future__ import annotations

import numpy as np

from chipload.cutting.chip import mean_chip_thickness_between
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    ChipThickness,
    FeedPerTooth,
    Force,
    Fraction,
    Length,
    PositiveLength,
    Ratio,
    Real,
    SmallLength,
    Stress,
)
from chipload.units.parameters import Requires, Valid

ENTERS_BEFORE_IT_LEAVES = Requires(
    ("entry_angle", "exit_angle"),
    lambda entry_angle, exit_angle: (
        (entry_angle >= 0) & (entry_angle < exit_angle) & (exit_angle <= np.pi * (1 + 1e-12))
    ),
    "a tooth enters from 0 degrees on, before it leaves, and leaves by 180 degrees",
)
RIGHT_ANGLE = np.pi / 2

_H0 = 1e-3  # Kienzle's constants hold with h in millimetres
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)
_UNIT, _SHARE = (_NODES + 1) / 2, _WEIGHTS / 2
# theta = phi u**5 takes the root that the power of the sine has at 0 out of the integrand.
_BENT, _STRETCH = _UNIT**5, 5 * _UNIT**4 * _SHARE


def _up_to_right_angle(angle: Real, power: Real) -> Real:
    """Integral of sin(t)**power from 0 to an angle of at most 90 degrees."""
    sines = np.sin(np.multiply.outer(angle, _BENT))
    return angle * np.sum(sines ** np.expand_dims(power, -1) * _STRETCH, axis=-1)


def power_of_sine(entry_angle: Real, exit_angle: Real, power: Real) -> Real:
    """Integral of ``sin(t)**power`` between two angles from 0 to 180 degrees, for a power above -1.

    It is half an incomplete beta function of ``sin(t)**2``; by Gauss-Legendre in a stretched angle, 12 digits.
    """
    near = [np.minimum(angle, np.pi - angle) for angle in (entry_angle, exit_angle)]
    entry_angle, exit_angle, power = np.broadcast_arrays(entry_angle, exit_angle, power)
    before, after = (_up_to_right_angle(np.clip(angle, 0.0, RIGHT_ANGLE), power) for angle in near)
    whole = _up_to_right_angle(np.full_like(power, RIGHT_ANGLE, dtype=float), power)
    rising, falling = exit_angle <= RIGHT_ANGLE, entry_angle >= RIGHT_ANGLE
    return np.where(rising, after - before, np.where(falling, before - after, 2 * whole - before - after))[()]


@formula(
    symbol="F_t",
    equation=(
        r"F_t = \frac{k_{c1.1} b}{\phi_2 - \phi_1} \int_{\phi_1}^{\phi_2} h^{1 - m_c} d\theta ,\quad "
        r"h = f_z \sin(\kappa_r) \sin(\theta) ,\quad b = \frac{a_p}{\sin(\kappa_r)}"
    ),
    source="kienzle1952",
    example={
        "feed_per_tooth": "0.1 mm", "axial_depth": "2 mm", "entry_angle": "40 deg", "exit_angle": "150 deg",
        "kc11": "1700 MPa", "mc": 0.25,
    },
    requires=(
        ENTERS_BEFORE_IT_LEAVES,
        Requires(("mc",), lambda mc: (mc >= 0) & (mc < 1), "the exponent is from 0 to below 1, about 0.25"),
    ),
)  # fmt: skip
def true_tooth_force(
    feed_per_tooth: FeedPerTooth,
    axial_depth: Length,
    entry_angle: Angle,
    exit_angle: Angle,
    kc11: Stress,
    mc: Ratio,
    entering_angle: Angle = RIGHT_ANGLE,
) -> Force:
    """Mean tangential force on one milling tooth in cut, averaged over the engagement instead of at the mean chip.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    axial_depth
        Depth along the tool axis [mm, in].
    entry_angle, exit_angle
        Where a tooth enters and leaves, see `side_engagement` [°].
    kc11
        Specific force at a chip 1 mm thick and 1 mm wide [MPa].
    mc
        Exponent, about 0.2 to 0.3.
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Tangential force [N]; times the mean number of teeth in cut, that of the cutter.

    Raises
    ------
    InputError
        When the angles are not in order, or the exponent is not from 0 to below 1.

    Notes
    -----
    Kienzle's law is taken as valid down to no thickness at all, where an edge rubs and the true force is higher; see
    `rubbing_share`.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305, averaged over the arc.  Numerical integration of the same case gives 836.3 N
    for two teeth in a slot, where the usual form says 861.8 N.

    Examples
    --------
    >>> 2 * true_tooth_force("0.1 mm", "2 mm", "0 deg", "180 deg", "1700 MPa", 0.25).m
    836.3...
    """
    thickest = feed_per_tooth * np.sin(entering_angle)
    mean_of_power = power_of_sine(entry_angle, exit_angle, 1 - mc) / (exit_angle - entry_angle)
    return kc11 * _H0**mc * thickest ** (1 - mc) * mean_of_power * axial_depth / np.sin(entering_angle)


@formula(
    symbol="K_F",
    equation=(
        r"K_F = \frac{(\phi_2 - \phi_1)^{m_c} (\cos(\phi_1) - \cos(\phi_2))^{1 - m_c}}"
        r"{\int_{\phi_1}^{\phi_2} \sin(\theta)^{1 - m_c} d\theta}"
    ),
    source="kienzle1952",
    example={"entry_angle": "40 deg", "exit_angle": "150 deg", "mc": 0.25},
    requires=(
        ENTERS_BEFORE_IT_LEAVES,
        Requires(("mc",), lambda mc: (mc >= 0) & (mc < 1), "the exponent is from 0 to below 1, about 0.25"),
    ),
)
def mean_chip_bias(entry_angle: Angle, exit_angle: Angle, mc: Ratio) -> Ratio:
    """Factor by which the force at the mean chip is higher than the mean force over the engagement.

    Parameters
    ----------
    entry_angle, exit_angle
        Where a tooth enters and leaves [°].
    mc
        Exponent of Kienzle's law.

    Returns
    -------
    Quantity
        Factor: 1.03 is 3 % high.  It depends on the arc and the exponent alone.

    Raises
    ------
    InputError
        When the angles are not in order, or the exponent is not from 0 to below 1.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305; the two means of the same law compared.

    Examples
    --------
    >>> mean_chip_bias("0 deg", "180 deg", 0.25).m
    1.0305...
    """
    at_mean = mean_chip_thickness_between.si(1.0, entry_angle, exit_angle) ** (1 - mc)
    return at_mean * (exit_angle - entry_angle) / power_of_sine(entry_angle, exit_angle, 1 - mc)


@formula(
    symbol=r"h_{min}",
    equation=r"h_{min} = k_h r_\beta",
    source="wojciechowski2022",
    example={"edge_radius": "8 um", "minimum_chip_ratio": 0.3},
    valid=(Valid("minimum_chip_ratio", 0.14, 0.43, "measure it: the ratio depends on work and edge"),),
)
def minimum_chip_thickness(edge_radius: SmallLength, minimum_chip_ratio: Fraction) -> ChipThickness:
    """Chip thickness below which an edge ploughs and rubs instead of cutting.

    Parameters
    ----------
    edge_radius
        Radius of the rounding of the cutting edge [µm].
    minimum_chip_ratio
        Least chip over edge radius for the material; reported from 0.14 to 0.43.

    Returns
    -------
    Quantity
        Minimum chip thickness [mm].

    Warns
    -----
    ValidityWarning
        For a ratio outside the reported range.

    References
    ----------
    S. Wojciechowski, Estimation of minimum uncut chip thickness during precision and micro-machining processes of
    various materials: a critical review, Materials 15 (2022) 59.

    Examples
    --------
    >>> minimum_chip_thickness("8 um", 0.3).to("um").m
    2.4
    """
    return minimum_chip_ratio * edge_radius


@formula(
    symbol=r"\epsilon_r",
    equation=(
        r"\epsilon_r = \frac{\phi_r}{\phi_2 - \phi_1} ,\quad "
        r"\phi_r = arc where f_z \sin(\kappa_r) \sin(\theta) < h_{min}"
    ),
    source="wojciechowski2022",
    example={
        "feed_per_tooth": "0.02 mm", "entry_angle": "40 deg", "exit_angle": "150 deg",
        "minimum_chip_thickness": "0.014 mm",
    },
    requires=(ENTERS_BEFORE_IT_LEAVES,),
)  # fmt: skip
def rubbing_share(
    feed_per_tooth: FeedPerTooth,
    entry_angle: Angle,
    exit_angle: Angle,
    minimum_chip_thickness: ChipThickness,
    entering_angle: Angle = RIGHT_ANGLE,
) -> Ratio:
    """Share of the engagement in which the chip is thinner than the edge can cut.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    entry_angle, exit_angle
        Where a tooth enters and leaves [°].
    minimum_chip_thickness
        See the formula of this name [mm, in].
    entering_angle
        Entering angle of the edge [°].

    Returns
    -------
    Quantity
        Share of the arc from 0 to 1; at 1 the edge never cuts and the laws of force do not hold.

    Raises
    ------
    InputError
        When the angles are not in order.

    Notes
    -----
    On the circular path.  What rubs in one turn is left for the next, so the true share is somewhat lower.

    References
    ----------
    S. Wojciechowski, Materials 15 (2022) 59, for the limit; the arc is plain geometry.

    Examples
    --------
    >>> rubbing_share("0.02 mm", "0 deg", "90 deg", "0.01 mm").m  # sin(30 deg) is a half
    0.3333...
    """
    thickest = feed_per_tooth * np.sin(entering_angle)
    cuts_from = np.arcsin(np.minimum(minimum_chip_thickness / thickest, 1.0))
    first = np.clip(np.minimum(exit_angle, cuts_from) - entry_angle, 0.0, None)
    last = np.clip(exit_angle - np.maximum(entry_angle, np.pi - cuts_from), 0.0, None)
    return np.minimum((first + last) / (exit_angle - entry_angle), 1.0)


@formula(
    symbol="k_h",
    equation=r"k_h = \frac{h}{r_\beta}",
    source="wojciechowski2022",
    example={"chip_thickness": "0.02 mm", "edge_radius": "8 um"},
    requires=(
        Requires(("edge_radius",), lambda edge_radius: edge_radius > 0, "an edge has some rounding; give its radius"),
    ),
)
def chip_over_edge_radius(chip_thickness: PositiveLength, edge_radius: SmallLength) -> Ratio:
    """Chip thickness over the radius of the cutting edge: below about 1 the edge works with a negative rake.

    Parameters
    ----------
    chip_thickness
        Chip thickness [mm, in].
    edge_radius
        Radius of the rounding of the cutting edge [µm].

    Returns
    -------
    Quantity
        Ratio; chips form from 0.14 to 0.43 on, by the material.

    Raises
    ------
    InputError
        When the edge radius is zero.

    References
    ----------
    S. Wojciechowski, Materials 15 (2022) 59.

    Examples
    --------
    >>> chip_over_edge_radius("0.02 mm", "8 um").m
    2.5
    """
    return chip_thickness / edge_radius

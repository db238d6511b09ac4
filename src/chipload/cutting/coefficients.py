"""Coefficients of milling force: mean forces in a slot, identification from them, and from Kienzle's law and back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from chipload.cutting.instantaneous import LinearCoefficients
from chipload.errors import InputError
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    EdgeCoefficient,
    FeedPerTooth,
    ForceCoefficient,
    ForceComponent,
    Length,
    PositiveLength,
    Ratio,
    Real,
    Stress,
)
from chipload.units.parameters import Requires, ValidRatio

_H0 = 1e-3  # Kienzle's constants hold with h in millimetres


@dataclass(frozen=True)
class MeanForces:
    """Mean forces over a turn: along the feed, normal to it and along the axis."""

    mean_force_x: ForceComponent
    mean_force_y: ForceComponent
    mean_force_z: ForceComponent


@dataclass(frozen=True)
class LinearLaw:
    """Force on a unit of edge as a line over the chip: slope and force at no chip."""

    cutting_coefficient: ForceCoefficient
    edge_coefficient: EdgeCoefficient


@dataclass(frozen=True)
class KienzleLaw:
    """Kienzle's specific force at a chip of 1 mm by 1 mm, and his exponent."""

    kc11: Stress
    mc: Ratio


@formula(
    symbol="F_m",
    equation=(
        r"F_{xm} = -z a_p (\frac{K_{rc} f_z}{4} + \frac{K_{re}}{\pi}) ,\quad "
        r"F_{ym} = z a_p (\frac{K_{tc} f_z}{4} + \frac{K_{te}}{\pi}) ,\quad "
        r"F_{zm} = z a_p (\frac{K_{ac} f_z}{\pi} + \frac{K_{ae}}{2})"
    ),
    source="altintas2012",
    example={
        "feed_per_tooth": "0.1 mm", "axial_depth": "2 mm", "teeth": 4, "tangential_cutting": "1800 MPa",
        "radial_cutting": "600 MPa", "axial_cutting": "200 MPa", "tangential_edge": "25 N/mm",
        "radial_edge": "30 N/mm", "axial_edge": "3 N/mm",
    },
)  # fmt: skip
def slot_mean_forces(
    feed_per_tooth: FeedPerTooth,
    axial_depth: Length,
    teeth: Count,
    tangential_cutting: ForceCoefficient,
    radial_cutting: ForceCoefficient,
    axial_cutting: ForceCoefficient,
    tangential_edge: EdgeCoefficient = 0.0,
    radial_edge: EdgeCoefficient = 0.0,
    axial_edge: EdgeCoefficient = 0.0,
) -> MeanForces:
    """Mean forces over a turn when an end mill cuts a full slot, with linear coefficients.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth [mm/tooth, mm, in].
    axial_depth
        Depth along the tool axis [mm, in].
    teeth
        Number of teeth.
    tangential_cutting, radial_cutting, axial_cutting
        Cutting coefficients of the three directions, against the area of the chip [MPa].
    tangential_edge, radial_edge, axial_edge
        Edge coefficients of the three directions, against the length of edge [N/mm].

    Returns
    -------
    MeanForces
        Mean forces along the feed, normal to it and along the axis [N].

    Notes
    -----
    Whatever the helix; sharp corner, entering angle of 90°.  Inverted by `identify_coefficients`.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> found = slot_mean_forces("0.1 mm", "2 mm", 4, "1800 MPa", "600 MPa", "200 MPa")
    >>> found.mean_force_x.m, found.mean_force_y.m, found.mean_force_z.m
    (-120.0, 360.0, 50.929...)
    """
    edge = teeth * axial_depth
    return MeanForces(
        -edge * (radial_cutting * feed_per_tooth / 4 + radial_edge / np.pi),
        edge * (tangential_cutting * feed_per_tooth / 4 + tangential_edge / np.pi),
        edge * (axial_cutting * feed_per_tooth / np.pi + axial_edge / 2),
    )


def identify_coefficients(
    feed_per_tooth: ArrayLike,
    mean_force_x: ArrayLike,
    mean_force_y: ArrayLike,
    mean_force_z: ArrayLike,
    axial_depth: float,
    teeth: int,
    entry_angle: float = 0.0,
    exit_angle: float = np.pi,
) -> LinearCoefficients:
    """The six linear coefficients from mean forces measured at several feeds, on plain SI numbers.

    Parameters
    ----------
    feed_per_tooth
        Feeds per tooth, at least two different ones [m].
    mean_force_x, mean_force_y, mean_force_z
        Mean forces over whole turns at these feeds: along the feed, normal to it and along the axis [N].
    axial_depth
        Depth along the tool axis [m].
    teeth
        Number of teeth.
    entry_angle, exit_angle
        Where a tooth enters and leaves; a slot unless given [rad].

    Returns
    -------
    LinearCoefficients
        Cutting [Pa] and edge coefficients [N/m]: slopes and intercepts of the lines of least squares.

    Raises
    ------
    InputError
        When there are fewer than two different feeds, the forces do not match them, or the engagement is empty.

    Notes
    -----
    The coefficients hold for the range of feeds, the speed and the engagement they come from.  A check is how far the
    forces are from the lines; a dynamometer that drifts shows in the edge coefficients first.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.

    Examples
    --------
    >>> found = identify_coefficients([5e-5, 1e-4], [-60, -120], [180, 360], [25.465, 50.930], 2e-3, 4)
    >>> found.tangential_cutting / 1e6, found.radial_cutting / 1e6
    (1800.0, 600.0)
    """
    feeds = np.asarray(feed_per_tooth, dtype=float)
    forces = [np.asarray(force, dtype=float) for force in (mean_force_x, mean_force_y, mean_force_z)]
    if feeds.ndim != 1 or any(force.shape != feeds.shape for force in forces):
        raise InputError("identify_coefficients: give one row of feeds and as many forces of each direction")
    if feeds.size < 2 or np.ptp(feeds) == 0:
        raise InputError("identify_coefficients, feed_per_tooth: two different feeds at least make a line")
    if not (axial_depth > 0 and teeth >= 1 and 0 <= entry_angle < exit_angle <= np.pi * (1 + 1e-12)):
        raise InputError("identify_coefficients: there is no cut with this depth, number of teeth or engagement")
    swing = feeds - feeds.mean()
    slopes = [float(swing @ force / (swing @ swing)) for force in forces]
    levels = [float(force.mean() - slope * feeds.mean()) for force, slope in zip(forces, slopes, strict=True)]
    edge = teeth * axial_depth / (2 * np.pi)
    arc = exit_angle - entry_angle
    sine = np.cos(entry_angle) - np.cos(exit_angle)
    cosine = np.sin(exit_angle) - np.sin(entry_angle)
    sine_cosine = (np.cos(2 * entry_angle) - np.cos(2 * exit_angle)) / 4
    sine_squared = arc / 2 - (np.sin(2 * exit_angle) - np.sin(2 * entry_angle)) / 4
    tangential, radial = _turned_back(slopes[0] / edge, slopes[1] / edge, sine_cosine, sine_squared)
    tangential_edge, radial_edge = _turned_back(levels[0] / edge, levels[1] / edge, cosine, sine)
    return LinearCoefficients(
        tangential, radial, slopes[2] / (edge * sine), tangential_edge, radial_edge, levels[2] / (edge * arc)
    )


def _turned_back(x: float, y: float, along: float, across: float) -> tuple[float, float]:
    """Tangential and radial part of ``x = -t along - r across``, ``y = t across - r along``."""
    size = along**2 + across**2
    return float((y * across - x * along) / size), float(-(x * across + y * along) / size)


_RANGE = Requires(
    ("thinnest_chip", "thickest_chip"),
    lambda thinnest_chip, thickest_chip: thinnest_chip < thickest_chip,
    "the thinnest chip of the range is not thinner than the thickest",
)


def _two_chips(thinnest_chip: Real, thickest_chip: Real) -> tuple[Real, Real]:
    """The nodes of Gauss in the range: a line through them is close to the one of least squares."""
    middle, half = (thinnest_chip + thickest_chip) / 2, (thickest_chip - thinnest_chip) / 2
    return middle - half / np.sqrt(3), middle + half / np.sqrt(3)


@formula(
    symbol="K",
    equation=(
        r"K_c = \frac{F_2 - F_1}{h_2 - h_1} ,\quad K_e = F_1 - K_c h_1 ,\quad F_i = k_{c1.1} h_i^{1 - m_c} ,\quad "
        r"h_i = \frac{h_b + h_a}{2} \pm \frac{h_b - h_a}{2 \sqrt{3}}"
    ),
    source="kienzle1952",
    example={"kc11": "1700 MPa", "mc": 0.25, "thinnest_chip": "0.02 mm", "thickest_chip": "0.1 mm"},
    valid=(
        ValidRatio(
            "thickest over thinnest chip",
            ("thinnest_chip", "thickest_chip"),
            lambda thinnest, thickest: thickest / thinnest,
            -np.inf,
            10.0,
            "the line is then off the law by more than 30 % at the thin end; take a narrower range, or the law itself",
        ),
    ),
    requires=(_RANGE,),
)
def linearised_kienzle(
    kc11: Stress, mc: Ratio, thinnest_chip: PositiveLength, thickest_chip: PositiveLength
) -> LinearLaw:
    """Linear coefficients that stand for Kienzle's law over a range of chip thickness.

    Parameters
    ----------
    kc11
        Specific force at a chip 1 mm thick and 1 mm wide [MPa].
    mc
        Exponent.
    thinnest_chip, thickest_chip
        Range of chip thickness the cut runs through [mm, in].

    Returns
    -------
    LinearLaw
        Cutting [MPa] and edge coefficient [N/mm].

    Raises
    ------
    InputError
        When the range is empty.

    Warns
    -----
    ValidityWarning
        For a thickest chip of more than ten times the thinnest.

    Notes
    -----
    The line meets the law at the two nodes of Gauss-Legendre in the range, close to the line of least squares;
    `kienzle_from_linear` turns it back exactly.  Over a range of one to two it is within 1.5 % of the law, over one
    to four within 8 %, over one to ten off by up to 30 % at the thin end.  For tangential, radial and axial force in
    turn, each with its own constants.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305, for the law.

    Examples
    --------
    >>> line = linearised_kienzle("1700 MPa", 0.25, "0.02 mm", "0.1 mm")
    >>> line.cutting_coefficient.m, line.edge_coefficient.m
    (2597.2..., 47.29...)
    """
    thin, thick = _two_chips(thinnest_chip, thickest_chip)
    low, high = (kc11 * _H0 * (chip / _H0) ** (1 - mc) for chip in (thin, thick))
    slope = (high - low) / (thick - thin)
    return LinearLaw(slope, low - slope * thin)


@formula(
    symbol="k_{c1.1}",
    equation=(
        r"1 - m_c = \frac{\ln(F_2 / F_1)}{\ln(h_2 / h_1)} ,\quad k_{c1.1} = F_1 h_1^{m_c - 1} ,\quad "
        r"F_i = K_c h_i + K_e ,\quad h_i = \frac{h_b + h_a}{2} \pm \frac{h_b - h_a}{2 \sqrt{3}}"
    ),
    source="kienzle1952",
    example={
        "cutting_coefficient": "2600 MPa", "edge_coefficient": "47 N/mm", "thinnest_chip": "0.02 mm",
        "thickest_chip": "0.1 mm",
    },
    requires=(
        _RANGE,
        Requires(
            ("cutting_coefficient", "edge_coefficient", "thinnest_chip"),
            lambda cutting_coefficient, edge_coefficient, thinnest_chip: (
                cutting_coefficient * thinnest_chip + edge_coefficient > 0
            ),
            "the force is negative at the thin end of the range, which no power law follows",
        ),
    ),
)  # fmt: skip
def kienzle_from_linear(
    cutting_coefficient: ForceCoefficient,
    edge_coefficient: EdgeCoefficient,
    thinnest_chip: PositiveLength,
    thickest_chip: PositiveLength,
) -> KienzleLaw:
    """Kienzle's constants that stand for a linear law over a range of chip thickness.

    Parameters
    ----------
    cutting_coefficient
        Force against the area of the chip [MPa].
    edge_coefficient
        Force against the length of edge [N/mm].
    thinnest_chip, thickest_chip
        Range of chip thickness from which the coefficients come [mm, in].

    Returns
    -------
    KienzleLaw
        Specific force kc1.1 [MPa] and exponent.

    Raises
    ------
    InputError
        When the range is empty, or the force is not positive in it.

    Notes
    -----
    kc1.1 is an extrapolation to a chip of 1 mm; what holds is the force within the range.

    References
    ----------
    O. Kienzle, VDI-Z 94 (1952), 299-305, for the law.

    Examples
    --------
    >>> line = linearised_kienzle("1700 MPa", 0.25, "0.02 mm", "0.1 mm")
    >>> law = kienzle_from_linear(line.cutting_coefficient, line.edge_coefficient, "0.02 mm", "0.1 mm")
    >>> law.kc11.m, law.mc.m
    (1700.0, 0.25)
    """
    thin, thick = _two_chips(thinnest_chip, thickest_chip)
    low, high = (cutting_coefficient * chip + edge_coefficient for chip in (thin, thick))
    power = np.log(high / low) / np.log(thick / thin)
    return KienzleLaw(low / _H0 * (thin / _H0) ** -power, 1 - power)

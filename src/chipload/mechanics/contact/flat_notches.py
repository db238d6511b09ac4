"""Stress concentration of flat bars: steps, edge notches and holes."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.mechanics.contact.notch_charts import FLAT_CUBIC, FLAT_FILLET, FLAT_NOTCHES, notch, smaller, within
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Force, Moment, PositiveLength, PositiveRatio, SignedStress, Stress
from chipload.units.parameters import Requires, ValidWhere

FlatLoad = Literal["tension", "bending"]

_FLAT = {"large_width": "60 mm", "small_width": "50 mm", "notch_radius": "4 mm"}


@formula(
    symbol="K_t",
    equation=FLAT_CUBIC,
    source="pilkey-charts",
    example={**_FLAT, "load": "tension"},
    valid=(within(FLAT_FILLET, "large_width", "small_width"),),
    requires=(smaller("large_width", "small_width"),),
)
def flat_fillet_concentration(
    large_width: PositiveLength, small_width: PositiveLength, notch_radius: PositiveLength, load: FlatLoad
) -> PositiveRatio:
    """Stress concentration of a flat bar that steps to a smaller width with fillets on both sides.

    Parameters
    ----------
    large_width, small_width
        Widths on the two sides of the step [mm, in].
    notch_radius
        Radius of the fillets [mm, in].
    load
        "tension", or "bending" in the plane of the bar.

    Returns
    -------
    Quantity
        Largest stress over the nominal stress of the smaller section.

    Raises
    ------
    InputError
        When there is no step.

    Warns
    -----
    ValidityWarning
        When the step over the radius, q = h/r, is outside 0.1 to 20.

    Notes
    -----
    For a wide part that is long against its width; a short collar concentrates less.

    References
    ----------
    W. D. Pilkey, Peterson's Stress Concentration Factors, 2nd ed., charts 3.2a and 3.8a; the constants as printed by
    eng-calculations.com.

    Examples
    --------
    >>> flat_fillet_concentration("60 mm", "40 mm", "5 mm", "tension").m
    2.076...
    """
    return FLAT_FILLET[load].factor(*notch(large_width, small_width, notch_radius))


@formula(
    symbol="K_t",
    equation=FLAT_CUBIC,
    source="roark",
    example={"large_width": "100 mm", "small_width": "60 mm", "notch_radius": "4 mm", "load": "tension"},
    valid=(within(FLAT_NOTCHES, "large_width", "small_width"),),
    requires=(smaller("large_width", "small_width"),),
)
def flat_notches_concentration(
    large_width: PositiveLength, small_width: PositiveLength, notch_radius: PositiveLength, load: FlatLoad
) -> PositiveRatio:
    """Stress concentration of a flat bar with a U-shaped notch in either edge.

    Parameters
    ----------
    large_width, small_width
        Width of the bar, and between the notches [mm, in].
    notch_radius
        Radius at the root of the notches [mm, in].
    load
        "tension", or "bending" in the plane of the bar.

    Returns
    -------
    Quantity
        Largest stress over the nominal stress between the notches.

    Raises
    ------
    InputError
        When there is no notch.

    Warns
    -----
    ValidityWarning
        When the depth over the radius, q = h/r, is outside 0.1 to 50 (bending 0.25 to 50).

    Notes
    -----
    A V-shaped notch of the same root radius with flanks up to 60° apart concentrates as much.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 17.1, as printed by
    eng-calculations.com.

    Examples
    --------
    >>> flat_notches_concentration("60 mm", "50 mm", "5 mm", "tension").m
    2.524...
    """
    return FLAT_NOTCHES[load].factor(*notch(large_width, small_width, notch_radius))


_HOLE_IN_BAR = Requires(
    ("notch_hole_diameter", "large_width"),
    lambda hole, width: hole < width,
    "the hole is as wide as the bar; give a smaller hole",
)


@formula(
    symbol="K_t",
    equation=r"K_t = 2 + 0.284 x - 0.600 x^2 + 1.32 x^3 ,\quad x = 1 - \frac{d_h}{w_l}",
    source="pilkey-charts",
    example={"notch_hole_diameter": "25 mm", "large_width": "150 mm"},
    requires=(_HOLE_IN_BAR,),
)
def flat_hole_concentration(notch_hole_diameter: Diameter, large_width: PositiveLength) -> PositiveRatio:
    """Stress concentration of a flat bar in tension with a round hole in the middle.

    Parameters
    ----------
    notch_hole_diameter
        Diameter of the hole [mm, in].
    large_width
        Width of the bar [mm, in].

    Returns
    -------
    Quantity
        Largest stress, at the hole, over the nominal stress of the section beside it.

    Raises
    ------
    InputError
        When the hole is as wide as the bar.

    References
    ----------
    W. D. Pilkey, Peterson's Stress Concentration Factors, 2nd ed., chart 4.1, a fit to R. C. J. Howland's series.
    S. Singh, Machine Design-I, example 4.21, reads 2.56 from a chart for the example.

    Examples
    --------
    >>> flat_hole_concentration("25 mm", "150 mm").m
    2.58...
    """
    x = 1 - notch_hole_diameter / large_width
    return 2 + 0.284 * x - 0.600 * x**2 + 1.32 * x**3


@formula(
    symbol="K_t",
    equation=(
        r"K_t = C_1 + C_2 s + C_3 s^2 + C_4 s^3 ,\quad s = \frac{2 a_h}{w_l} ,\quad q = \frac{a_h}{b_h} ,\quad "
        r"C_1 = 1.109 - 0.188 \sqrt{q} + 2.086 q ,\quad C_2 = -0.486 + 0.213 \sqrt{q} - 2.588 q ,\quad "
        r"C_3 = 3.816 - 5.510 \sqrt{q} + 4.638 q ,\quad C_4 = -2.438 + 5.485 \sqrt{q} - 4.126 q"
    ),
    source="pilkey-charts",
    example={"half_axis_across": "20 mm", "half_axis_along": "10 mm", "large_width": "100 mm"},
    valid=(
        ValidWhere(
            ("half_axis_across", "half_axis_along"),
            lambda across, along: (across >= along * (1 - 1e-12)) & (across <= 8 * along * (1 + 1e-12)),
            "the chart was drawn for holes 1 to 8 times as wide as long; use 1 + 2 a/b for a small hole",
        ),
    ),
    requires=(
        Requires(
            ("half_axis_across", "large_width"),
            lambda across, width: 2 * across < width,
            "the hole is as wide as the bar; give a smaller hole",
        ),
    ),
)
def ellipse_hole_concentration(
    half_axis_across: PositiveLength, half_axis_along: PositiveLength, large_width: PositiveLength
) -> PositiveRatio:
    """Stress concentration of a flat bar in tension with an elliptical hole in the middle.

    Parameters
    ----------
    half_axis_across
        Half axis of the hole across the pull [mm, in].
    half_axis_along
        Half axis along the pull [mm, in].
    large_width
        Width of the bar [mm, in].

    Returns
    -------
    Quantity
        Largest stress, at the ends of the axis across, over the nominal stress of the section beside the hole.

    Raises
    ------
    InputError
        When the hole is as wide as the bar.

    Warns
    -----
    ValidityWarning
        When the hole is not 1 to 8 times as wide as long.

    Notes
    -----
    A hole in a very wide bar tends to C. E. Inglis's 1 + 2 a/b within 2 %.

    References
    ----------
    W. D. Pilkey, Peterson's Stress Concentration Factors, 2nd ed., chart 4.51.

    Examples
    --------
    >>> ellipse_hole_concentration("20 mm", "10 mm", "100 mm").m
    3.531...
    """
    q, s = half_axis_across / half_axis_along, 2 * half_axis_across / large_width
    root = np.sqrt(q)
    return (
        1.109 - 0.188 * root + 2.086 * q
        + (-0.486 + 0.213 * root - 2.588 * q) * s
        + (3.816 - 5.510 * root + 4.638 * q) * s**2
        + (-2.438 + 5.485 * root - 4.126 * q) * s**3
    )  # fmt: skip


@formula(
    symbol=r"\sigma_p",
    equation=r"\sigma_p = K_t \frac{F}{w_n t}",
    source="roark",
    example={"force": "50 kN", "stress_concentration": 2.56, "net_width": "125 mm", "thickness": "10.24 mm"},
)
def notched_bar_stress(
    force: Force, stress_concentration: PositiveRatio, net_width: PositiveLength, thickness: PositiveLength
) -> Stress:
    """Largest stress of a flat bar with a notch in tension.

    Parameters
    ----------
    force
        Pull on the bar [N, lbf].
    stress_concentration
        Of the notch, for the nominal stress of the section that is left.
    net_width, thickness
        Of the section that is left [mm, in].

    Returns
    -------
    Quantity
        Stress at the root of the notch [MPa].

    Notes
    -----
    Elastic: a ductile bar under a steady load yields at the root and bears more.

    References
    ----------
    The example is S. Singh, Machine Design-I, example 4.21: 100 MPa.

    Examples
    --------
    >>> notched_bar_stress("50 kN", 2.56, "125 mm", "10.24 mm").m
    100.0...
    """
    return stress_concentration * force / (net_width * thickness)


@formula(
    symbol=r"\sigma_p",
    equation=r"\sigma_p = K_t \frac{6 M}{t w_n^2}",
    source="roark",
    example={"bending_moment": "2.1 kN*m", "stress_concentration": 1.77, "net_width": "100 mm", "thickness": "40 mm"},
)
def notched_beam_stress(
    bending_moment: Moment, stress_concentration: PositiveRatio, net_width: PositiveLength, thickness: PositiveLength
) -> SignedStress:
    """Largest stress of a flat bar with a notch, bent in its plane.

    Parameters
    ----------
    bending_moment
        Bending moment at the notch [N m, in lbf].
    stress_concentration
        Of the notch, for the nominal stress of the section that is left.
    net_width, thickness
        Depth of the section that is left, in the plane of bending, and across it [mm, in].

    Returns
    -------
    Quantity
        Stress at the root of the notch, with the sign of the moment [MPa].

    References
    ----------
    The example is A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., example 14.3: 55.75 MPa.

    Examples
    --------
    >>> notched_beam_stress("2.1 kN*m", 1.77, "100 mm", "40 mm").m
    55.75...
    """
    return stress_concentration * 6 * bending_moment / (thickness * net_width**2)

"""Beams of constant section with clamped ends, in closed form; the convention is that of `beams`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import LineLoad, Modulus, Moment, Offset, PositiveLength, SecondMoment, SignedForce

_STEEL = {"span": "800 mm", "youngs_modulus": "206 GPa", "second_moment": "400000 mm**4"}
_PEAK = (15 - np.sqrt(33)) / 16
"""Where a propped beam under an even load bends most, as a share of the span from the clamping."""


@dataclass(frozen=True)
class FixedBeamCase:
    """Beam clamped at both ends under an even or central load: middle, ends, and the reaction of each end."""

    deflection: Offset
    midspan_moment: Moment
    fixed_end_moment: Moment
    fixed_reaction: SignedForce


@dataclass(frozen=True)
class ProppedBeamCase:
    """Beam clamped at its left end and simply supported at its right: extremes with their places, and reactions."""

    deflection: Offset
    deflection_position: Offset
    bending_moment: Moment
    moment_position: Offset
    fixed_end_moment: Moment
    fixed_reaction: SignedForce
    prop_reaction: SignedForce


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F L^3}{192 E I} ,\quad M_m = \frac{F L}{8} ,\quad M_f = -\frac{F L}{8} ,"
        r"\quad R_f = \frac{F}{2}"
    ),
    source="roark",
    example={"force": "2500 N", **_STEEL},
)
def fixed_beam_centre_load(
    force: SignedForce, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> FixedBeamCase:
    """Beam clamped at both ends with a force in the middle.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    span
        Between the clampings [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    FixedBeamCase
        Deflection [mm] and moment in the middle, moment at each end [N m], reaction of each end [N].

    Notes
    -----
    The clampings neither turn nor pull the beam straight; small deflections, shear left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> found = fixed_beam_centre_load("250 N", "800 mm", "206 GPa", "40000 mm**4")
    >>> found.deflection.m, found.fixed_end_moment.m
    (0.0809..., -25.0)
    """
    return FixedBeamCase(
        *together(
            force * span**3 / (192 * youngs_modulus * second_moment),
            force * span / 8,
            -force * span / 8,
            force / 2,
        )
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{w L^4}{384 E I} ,\quad M_m = \frac{w L^2}{24} ,\quad M_f = -\frac{w L^2}{12} ,"
        r"\quad R_f = \frac{w L}{2}"
    ),
    source="roark",
    example={"line_load": "4 N/mm", **_STEEL},
)
def fixed_beam_uniform_load(
    line_load: LineLoad, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> FixedBeamCase:
    """Beam clamped at both ends with an even load all along it.

    Parameters
    ----------
    line_load
        Positive downwards [N/mm, lbf/in].
    span
        Between the clampings [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    FixedBeamCase
        Deflection [mm] and moment in the middle, moment at each end [N m], reaction of each end [N].

    Notes
    -----
    The clampings neither turn nor pull the beam straight; small deflections, shear left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> found = fixed_beam_uniform_load("0.4 N/mm", "800 mm", "206 GPa", "40000 mm**4")
    >>> found.midspan_moment.m, found.fixed_end_moment.m
    (10.66..., -21.33...)
    """
    return FixedBeamCase(
        *together(
            line_load * span**4 / (384 * youngs_modulus * second_moment),
            line_load * span**2 / 24,
            -line_load * span**2 / 12,
            line_load * span / 2,
        )
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F L^3}{48 \sqrt{5} E I} ,\quad x_\delta = L (1 - \frac{1}{\sqrt{5}}) ,"
        r"\quad M = \frac{5 F L}{32} ,\quad x_M = \frac{L}{2} ,\quad M_f = -\frac{3 F L}{16} ,"
        r"\quad R_f = \frac{11 F}{16} ,\quad R_p = \frac{5 F}{16}"
    ),
    source="roark",
    example={"force": "2500 N", **_STEEL},
)
def propped_beam_centre_load(
    force: SignedForce, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> ProppedBeamCase:
    """Beam clamped at its left end and simply supported at its right, with a force in the middle.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    span
        From the clamping to the support [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    ProppedBeamCase
        Largest deflection, largest sagging moment and moment of the clamping [mm, N m], places from the clamping
        [mm], reactions [N].

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> found = propped_beam_centre_load("1600 N", "1 m", "206 GPa", "40000 mm**4")
    >>> found.fixed_reaction.m, found.prop_reaction.m, found.fixed_end_moment.m
    (1100.0, 500.0, -300.0)
    """
    return ProppedBeamCase(
        *together(
            force * span**3 / (48 * np.sqrt(5) * youngs_modulus * second_moment),
            span * (1 - 1 / np.sqrt(5)),
            5 * force * span / 32,
            span / 2,
            -3 * force * span / 16,
            11 * force / 16,
            5 * force / 16,
        )
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{w L^4 \xi^2 (1 - \xi) (3 - 2 \xi)}{48 E I} ,\quad \xi = \frac{15 - \sqrt{33}}{16} ,"
        r"\quad x_\delta = \xi L ,\quad M = \frac{9 w L^2}{128} ,\quad x_M = \frac{5 L}{8} ,"
        r"\quad M_f = -\frac{w L^2}{8} ,\quad R_f = \frac{5 w L}{8} ,\quad R_p = \frac{3 w L}{8}"
    ),
    source="roark",
    example={"line_load": "4 N/mm", **_STEEL},
)
def propped_beam_uniform_load(
    line_load: LineLoad, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> ProppedBeamCase:
    """Beam clamped at its left end and simply supported at its right, with an even load all along it.

    Parameters
    ----------
    line_load
        Positive downwards [N/mm, lbf/in].
    span
        From the clamping to the support [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    ProppedBeamCase
        Largest deflection, largest sagging moment and moment of the clamping [mm, N m], places from the clamping
        [mm], reactions [N].

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.  F. P. Beer and
    others, Mechanics of Materials, example 9.08, give the reactions.

    Examples
    --------
    >>> found = propped_beam_uniform_load("8 N/mm", "1 m", "206 GPa", "40000 mm**4")
    >>> found.fixed_reaction.m, found.prop_reaction.m, found.fixed_end_moment.m
    (5000.0, 3000.0, -1000.0)
    """
    total = line_load * span
    return ProppedBeamCase(
        *together(
            total * span**3 * (_PEAK**2 * (1 - _PEAK) * (3 - 2 * _PEAK) / 48) / (youngs_modulus * second_moment),
            span * _PEAK,
            9 * total * span / 128,
            5 * span / 8,
            -total * span / 8,
            5 * total / 8,
            3 * total / 8,
        )
    )

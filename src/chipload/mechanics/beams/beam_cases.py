"""Beams of constant section that people look up: cantilevers and beams on two simple supports, in closed form.

The convention is that of `beams`: loads and deflections positive downwards, couples and slopes clockwise, reactions
upwards, sagging moments positive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, LineLoad, Modulus, Moment, Offset, PositiveLength, SecondMoment, SignedForce
from chipload.units.parameters import Requires

_STEEL = {"span": "800 mm", "youngs_modulus": "206 GPa", "second_moment": "400000 mm**4"}
WITHIN_SPAN = Requires(
    ("load_distance", "span"),
    lambda load_distance, span: load_distance <= span,
    "the load is off the beam; give a distance from the left end that is not above the span",
)


@dataclass(frozen=True)
class CantileverCase:
    """Cantilever clamped at its left end: at the free end, and at the clamping."""

    deflection: Offset
    end_slope: Angle
    fixed_end_moment: Moment
    fixed_reaction: SignedForce


@dataclass(frozen=True)
class SimpleBeamCase:
    """Beam on simple supports at its ends: the extremes with the place of the first, and the reactions."""

    deflection: Offset
    deflection_position: Offset
    bending_moment: Moment
    left_reaction: SignedForce
    right_reaction: SignedForce


def together(record: Any, *values: Any) -> Any:
    """`record` of `values` in their common shape."""
    return record(*(value[()] for value in np.broadcast_arrays(*values)))


@formula(
    symbol=r"\delta",
    equation=(r"\delta = \frac{F L^3}{3 E I} ,\quad \theta_e = \frac{F L^2}{2 E I} ,\quad M_f = -F L ,\quad R_f = F"),
    source="roark",
    example={"force": "2500 N", **_STEEL},
)
def cantilever_end_load(
    force: SignedForce, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> CantileverCase:
    """Cantilever with a force at its free end.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    span
        Length from the clamping to the force [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    CantileverCase
        Deflection [mm] and slope [°] of the free end, moment [N m] and reaction [N] of the clamping.

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.  The example is
    B. K. Sarkar's problem 6.1: 15.36 kN bend a 120 mm x 200 mm bar by 5 mm.

    Examples
    --------
    >>> cantilever_end_load("15.36 kN", "2.5 m", "200 GPa", "80e6 mm**4").deflection.m
    5.0
    """
    stiffness = youngs_modulus * second_moment
    return together(
        CantileverCase, force * span**3 / (3 * stiffness), force * span**2 / (2 * stiffness), -force * span, force
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F a^2 (3 L - a)}{6 E I} ,\quad \theta_e = \frac{F a^2}{2 E I} ,\quad M_f = -F a ,\quad R_f = F"
    ),
    source="roark",
    example={"force": "2500 N", "load_distance": "300 mm", **_STEEL},
    requires=(WITHIN_SPAN,),
)
def cantilever_intermediate_load(
    force: SignedForce,
    load_distance: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
) -> CantileverCase:
    """Cantilever with a force between the clamping and the free end.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    load_distance
        From the clamping to the force [mm, in].
    span
        From the clamping to the free end [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    CantileverCase
        Deflection [mm] and slope [°] of the free end, moment [N m] and reaction [N] of the clamping.

    Raises
    ------
    InputError
        When the load is off the beam.

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> cantilever_intermediate_load("250 N", "800 mm", "800 mm", "206 GPa", "40000 mm**4").deflection.m
    5.178...
    >>> cantilever_end_load("250 N", "800 mm", "206 GPa", "40000 mm**4").deflection.m
    5.178...
    """
    stiffness = youngs_modulus * second_moment
    slope = force * load_distance**2 / (2 * stiffness)
    return together(CantileverCase, slope * (span - load_distance / 3), slope, -force * load_distance, force)


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{w L^4}{8 E I} ,\quad \theta_e = \frac{w L^3}{6 E I} ,\quad M_f = -\frac{w L^2}{2} ,"
        r"\quad R_f = w L"
    ),
    source="roark",
    example={"line_load": "4 N/mm", **_STEEL},
)
def cantilever_uniform_load(
    line_load: LineLoad, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> CantileverCase:
    """Cantilever with an even load over its whole length.

    Parameters
    ----------
    line_load
        Positive downwards [N/mm, lbf/in].
    span
        From the clamping to the free end [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    CantileverCase
        Deflection [mm] and slope [°] of the free end, moment [N m] and reaction [N] of the clamping.

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.  The example is
    A. Pytel and J. Kiusalaas' 6.1, printed as 0.0428 in.

    Examples
    --------
    >>> found = cantilever_uniform_load("400 lbf/ft", "8 ft", "29e6 psi", "285 inch**4")
    >>> found.deflection.to("inch").m
    0.0428...
    """
    stiffness = youngs_modulus * second_moment
    return together(
        CantileverCase,
        line_load * span**4 / (8 * stiffness),
        line_load * span**3 / (6 * stiffness),
        -line_load * span**2 / 2,
        line_load * span,
    )


@formula(
    symbol=r"\delta",
    equation=(r"\delta = \frac{M_0 L^2}{2 E I} ,\quad \theta_e = \frac{M_0 L}{E I} ,\quad M_f = -M_0 ,\quad R_f = 0"),
    source="roark",
    example={"applied_moment": "120 N*m", **_STEEL},
)
def cantilever_end_moment(
    applied_moment: Moment, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> CantileverCase:
    """Cantilever with a couple at its free end.

    Parameters
    ----------
    applied_moment
        Positive clockwise [N m, in lbf].
    span
        From the clamping to the free end [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    CantileverCase
        Deflection [mm] and slope [°] of the free end, moment [N m] and reaction [N] of the clamping.

    Notes
    -----
    Small deflections of a slender elastic beam; the bending moment is the same all along it.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> found = cantilever_end_moment("120 N*m", "800 mm", "206 GPa", "40000 mm**4")
    >>> found.deflection.m, found.end_slope.to("rad").m
    (4.660..., 0.01165...)
    """
    stiffness = youngs_modulus * second_moment
    return together(
        CantileverCase,
        applied_moment * span**2 / (2 * stiffness),
        applied_moment * span / stiffness,
        -applied_moment,
        0.0 * applied_moment,
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F L^3}{48 E I} ,\quad x_\delta = \frac{L}{2} ,\quad M = \frac{F L}{4} ,"
        r"\quad R_1 = R_2 = \frac{F}{2}"
    ),
    source="roark",
    example={"force": "2500 N", **_STEEL},
)
def simple_beam_centre_load(
    force: SignedForce, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> SimpleBeamCase:
    """Beam on two simple supports with a force in the middle.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    SimpleBeamCase
        Deflection and its place [mm], moment in the middle [N m], reactions [N].

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> simple_beam_centre_load("250 N", "800 mm", "206 GPa", "40000 mm**4").deflection.m
    0.3236...
    """
    return together(
        SimpleBeamCase,
        force * span**3 / (48 * youngs_modulus * second_moment),
        span / 2,
        force * span / 4,
        force / 2,
        force / 2,
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F b (L^2 - b^2)^{3/2}}{9 \sqrt{3} L E I} ,\quad b = \min(a, L - a) ,"
        r"\quad x_b = \sqrt{\frac{L^2 - b^2}{3}} ,\quad x_\delta = x_b \text{ or } L - x_b ,"
        r"\quad M = \frac{F a (L - a)}{L} ,\quad R_1 = \frac{F (L - a)}{L} ,\quad R_2 = \frac{F a}{L}"
    ),
    source="roark",
    example={"force": "2500 N", "load_distance": "300 mm", **_STEEL},
    requires=(WITHIN_SPAN,),
)
def simple_beam_load(
    force: SignedForce,
    load_distance: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
) -> SimpleBeamCase:
    """Beam on two simple supports with a force anywhere between them.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    load_distance
        From the left support to the force [mm, in].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    SimpleBeamCase
        Largest deflection and its place from the left support [mm], moment under the force [N m], reactions [N].

    Raises
    ------
    InputError
        When the load is off the beam.

    Notes
    -----
    The deflection is largest in the longer part, never further than 8 % of the span from the middle.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.  The example is
    A. Pytel and J. Kiusalaas' 6.3, printed as 7.09 mm.

    Examples
    --------
    >>> found = simple_beam_load("300 N", "2 m", "3 m", "12 GPa", "1706666.67 mm**4")
    >>> found.deflection.m
    7.087...
    """
    near = np.minimum(load_distance, span - load_distance)
    from_far = np.sqrt((span**2 - near**2) / 3)
    share = load_distance / span
    return together(
        SimpleBeamCase,
        force * near * from_far**3 / (3 * span * youngs_modulus * second_moment),
        np.where(load_distance > span / 2, from_far, span - from_far),
        force * load_distance * (1 - share),
        force * (1 - share),
        force * share,
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{5 w L^4}{384 E I} ,\quad x_\delta = \frac{L}{2} ,\quad M = \frac{w L^2}{8} ,"
        r"\quad R_1 = R_2 = \frac{w L}{2}"
    ),
    source="roark",
    example={"line_load": "4 N/mm", **_STEEL},
)
def simple_beam_uniform_load(
    line_load: LineLoad, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> SimpleBeamCase:
    """Beam on two simple supports with an even load all along it.

    Parameters
    ----------
    line_load
        Positive downwards [N/mm, lbf/in].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    SimpleBeamCase
        Deflection and its place [mm], moment in the middle [N m], reactions [N].

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> simple_beam_uniform_load("0.4 N/mm", "800 mm", "206 GPa", "40000 mm**4").bending_moment.m
    32.0
    """
    return together(
        SimpleBeamCase,
        5 * line_load * span**4 / (384 * youngs_modulus * second_moment),
        span / 2,
        line_load * span**2 / 8,
        line_load * span / 2,
        line_load * span / 2,
    )

"""Beams of constant section on two simple supports, in closed form.

The convention is that of `beams`: loads and deflections positive downwards, couples and slopes clockwise, reactions
upwards, sagging moments positive.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import LineLoad, Modulus, Moment, Offset, PositiveLength, SecondMoment, SignedForce
from chipload.units.parameters import Requires

_STEEL = {"span": "800 mm", "youngs_modulus": "206 GPa", "second_moment": "400000 mm**4"}
WITHIN_SPAN = Requires(
    ("load_distance", "span"),
    lambda load_distance, span: load_distance <= span,
    "the load is off the beam; give a distance from the left end that is not above the span",
)


@dataclass(frozen=True)
class SimpleBeamCase:
    """Beam on simple supports at its ends: the extremes with the place of the first, and the reactions."""

    deflection: Offset
    deflection_position: Offset
    bending_moment: Moment
    left_reaction: SignedForce
    right_reaction: SignedForce


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
    return SimpleBeamCase(
        *together(
            force * span**3 / (48 * youngs_modulus * second_moment),
            span / 2,
            force * span / 4,
            force / 2,
            force / 2,
        )
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
    return SimpleBeamCase(
        *together(
            force * near * from_far**3 / (3 * span * youngs_modulus * second_moment),
            np.where(load_distance > span / 2, from_far, span - from_far),
            force * load_distance * (1 - share),
            force * (1 - share),
            force * share,
        )
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
    return SimpleBeamCase(
        *together(
            5 * line_load * span**4 / (384 * youngs_modulus * second_moment),
            span / 2,
            line_load * span**2 / 8,
            line_load * span / 2,
            line_load * span / 2,
        )
    )

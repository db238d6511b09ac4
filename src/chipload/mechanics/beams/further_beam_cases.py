"""Beams on two simple supports with a couple, two loads or an overhang, in closed form; convention of `beams`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Modulus, Moment, Offset, PositiveLength, SecondMoment, SignedForce
from chipload.units.parameters import Requires

_STEEL = {"span": "800 mm", "youngs_modulus": "206 GPa", "second_moment": "400000 mm**4"}
_BEFORE_THE_MIDDLE = Requires(
    ("load_distance", "span"),
    lambda load_distance, span: load_distance <= span / 2 * (1 + 1e-12),
    "the loads pass each other in the middle; give the distance from the nearer support, at most half the span",
)


@dataclass(frozen=True)
class EndMomentCase:
    """Beam on simple supports with a couple at its left end: extremes, slopes of both ends, reactions."""

    deflection: Offset
    deflection_position: Offset
    left_slope: Angle
    right_slope: Angle
    left_reaction: SignedForce
    right_reaction: SignedForce


@dataclass(frozen=True)
class TwoLoadCase:
    """Beam on simple supports with two equal loads: middle, under a load, and each reaction."""

    deflection: Offset
    deflection_at_load: Offset
    bending_moment: Moment
    left_reaction: SignedForce


@dataclass(frozen=True)
class OverhangCase:
    """Beam on two supports with a load on what hangs over the right one: tip, between the supports, reactions."""

    deflection: Offset
    span_deflection: Offset
    deflection_position: Offset
    bending_moment: Moment
    left_reaction: SignedForce
    right_reaction: SignedForce


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{M_0 L^2}{9 \sqrt{3} E I} ,\quad x_\delta = L (1 - \frac{1}{\sqrt{3}}) ,"
        r"\quad \theta_1 = \frac{M_0 L}{3 E I} ,\quad \theta_2 = -\frac{M_0 L}{6 E I} ,"
        r"\quad R_1 = -\frac{M_0}{L} ,\quad R_2 = \frac{M_0}{L}"
    ),
    source="roark",
    example={"applied_moment": "120 N*m", **_STEEL},
)
def simple_beam_end_moment(
    applied_moment: Moment, span: PositiveLength, youngs_modulus: Modulus, second_moment: SecondMoment
) -> EndMomentCase:
    """Beam on two simple supports with a couple at its left end.

    Parameters
    ----------
    applied_moment
        Positive clockwise, so that the beam sags; it is also the largest bending moment [N m, in lbf].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    EndMomentCase
        Largest deflection and its place from the left support [mm], slopes over the supports [°], reactions [N].

    Notes
    -----
    Small deflections of a slender elastic beam; shear is left out.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1.

    Examples
    --------
    >>> found = simple_beam_end_moment("120 N*m", "800 mm", "206 GPa", "40000 mm**4")
    >>> found.deflection.m, found.right_reaction.m
    (0.5979..., 150.0)
    """
    stiffness = youngs_modulus * second_moment
    return EndMomentCase(
        *together(
            applied_moment * span**2 / (9 * np.sqrt(3) * stiffness),
            span * (1 - 1 / np.sqrt(3)),
            applied_moment * span / (3 * stiffness),
            -applied_moment * span / (6 * stiffness),
            -applied_moment / span,
            applied_moment / span,
        )
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F a (3 L^2 - 4 a^2)}{24 E I} ,\quad \delta_a = \frac{F a^2 (3 L - 4 a)}{6 E I} ,"
        r"\quad M = F a ,\quad R_1 = F"
    ),
    source="roark",
    example={"force": "2500 N", "load_distance": "300 mm", **_STEEL},
    requires=(_BEFORE_THE_MIDDLE,),
)
def simple_beam_two_loads(
    force: SignedForce,
    load_distance: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
) -> TwoLoadCase:
    """Beam on two simple supports with two equal forces, each as far from its support: four-point bending.

    Parameters
    ----------
    force
        Each of the two, positive downwards [N, lbf].
    load_distance
        From a support to the nearer force [mm, in].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    TwoLoadCase
        Deflection in the middle and under a force [mm], moment between the forces [N m], each reaction [N].

    Raises
    ------
    InputError
        When the loads are more than half the span from their supports.

    Notes
    -----
    Between the forces the moment does not change and there is no shear.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1 by superposition.

    Examples
    --------
    >>> simple_beam_two_loads("250 N", "300 mm", "800 mm", "206 GPa", "40000 mm**4").deflection.m
    0.5916...
    """
    bend = force * load_distance / (youngs_modulus * second_moment)
    return TwoLoadCase(
        *together(
            bend * (3 * span**2 - 4 * load_distance**2) / 24,
            bend * load_distance * (3 * span - 4 * load_distance) / 6,
            force * load_distance,
            force,
        )
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F c^2 (L + c)}{3 E I} ,\quad \delta_m = -\frac{F c L^2}{9 \sqrt{3} E I} ,"
        r"\quad x_\delta = \frac{L}{\sqrt{3}} ,\quad M = -F c ,\quad R_1 = -\frac{F c}{L} ,"
        r"\quad R_2 = F (1 + \frac{c}{L})"
    ),
    source="roark",
    example={"force": "2500 N", "overhang": "200 mm", **_STEEL},
)
def overhanging_beam_end_load(
    force: SignedForce,
    overhang: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
) -> OverhangCase:
    """Beam on two simple supports with a force at the end that hangs over the right one: a spindle and its nose.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    overhang
        From the right support to the force [mm, in].
    span
        Between the supports [mm, in].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    OverhangCase
        Deflection under the force, largest deflection between the supports (upwards, so negative) with its place
        from the left support [mm], moment over the right support [N m], reactions [N].

    Notes
    -----
    The supports hold the beam down as well as up and do not give; see `Beam` with `Spring` for bearings that do.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., 2002, table 8.1 by superposition.

    Examples
    --------
    >>> found = overhanging_beam_end_load("250 N", "200 mm", "800 mm", "206 GPa", "40000 mm**4")
    >>> found.deflection.m, found.right_reaction.m
    (0.4045..., 312.5)
    """
    moment = force * overhang
    stiffness = youngs_modulus * second_moment
    return OverhangCase(
        *together(
            moment * overhang * (span + overhang) / (3 * stiffness),
            -moment * span**2 / (9 * np.sqrt(3) * stiffness),
            span / np.sqrt(3),
            -moment,
            -moment / span,
            force + moment / span,
        )
    )

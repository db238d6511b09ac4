"""Cantilevers of constant section, in closed form; the convention is that of `beams`."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.mechanics.alike import together
from chipload.mechanics.beams.beam_cases import WITHIN_SPAN
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, LineLoad, Modulus, Moment, Offset, PositiveLength, SecondMoment, SignedForce

_STEEL = {"span": "800 mm", "youngs_modulus": "206 GPa", "second_moment": "400000 mm**4"}


@dataclass(frozen=True)
class CantileverCase:
    """Cantilever clamped at its left end: at the free end, and at the clamping."""

    deflection: Offset
    end_slope: Angle
    fixed_end_moment: Moment
    fixed_reaction: SignedForce


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
    return CantileverCase(
        *together(force * span**3 / (3 * stiffness), force * span**2 / (2 * stiffness), -force * span, force)
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
    return CantileverCase(*together(slope * (span - load_distance / 3), slope, -force * load_distance, force))


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
    return CantileverCase(
        *together(
            line_load * span**4 / (8 * stiffness),
            line_load * span**3 / (6 * stiffness),
            -line_load * span**2 / 2,
            line_load * span,
        )
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
    return CantileverCase(
        *together(
            applied_moment * span**2 / (2 * stiffness),
            applied_moment * span / stiffness,
            -applied_moment,
            0.0 * applied_moment,
        )
    )

"""Tool life by Taylor's equation, alone and with feed and depth.

Laboratories differ by a factor of 1.6 in the middle and up to 4 at the same nominal conditions, so that a life
computed from a table is an order of magnitude, and one anchored on a shop's own test far better.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    CuttingSpeed,
    FeedPerRev,
    Fraction,
    PositiveLength,
    PositiveRatio,
    Ratio,
    Real,
    ToolLife,
)
from chipload.units.parameters import Requires, ValidRatio

_MINUTE = 60.0  # Taylor's constant is the speed for a life of one minute


def _scaled_power(factor: Real, base: Real, exponent: Real) -> Real:
    """`factor` times `base` to `exponent`, infinite where a life goes out of all range."""
    with np.errstate(over="ignore"):
        result: Real = factor * np.power(base, exponent)
    return result


_TESTS_DIFFER = Requires(
    ("first_speed", "second_speed", "first_life", "second_life"),
    lambda v1, v2, t1, t2: (v1 - v2) * (t1 - t2) < 0,
    "the faster of two tests must have the shorter life; two equal tests tell nothing",
)


_NEAR_THE_REFERENCE = ValidRatio(
    "cutting speed over reference speed", ("cutting_speed", "reference_speed"),
    lambda speed, reference: speed / reference, 0.5, 2.0,
    "the life is extrapolated; take a reference nearer to the speed",
)  # fmt: skip


@formula(
    symbol="T",
    equation=r"T = T_{ref} (\frac{v_{ref}}{v_c})^{1/n_T}",
    source="S10",
    example={
        "cutting_speed": "24 m/min", "reference_speed": "18 m/min", "reference_life": "180 min",
        "taylor_exponent": 0.125,
    },
    valid=(_NEAR_THE_REFERENCE,),
)  # fmt: skip
def taylor_life(
    cutting_speed: CuttingSpeed,
    reference_speed: CuttingSpeed,
    reference_life: ToolLife,
    taylor_exponent: Fraction,
) -> ToolLife:
    """Tool life after Taylor, from one known life.

    Parameters
    ----------
    cutting_speed
        Cutting speed [m/min, sfm].
    reference_speed, reference_life
        A speed at which the life is known, as a catalogue's speed for 15 min [m/min, min].
    taylor_exponent
        About 0.1 for high speed steel, 0.2 to 0.3 for carbide, 0.4 to 0.6 for ceramics.

    Returns
    -------
    Quantity
        Tool life [min].

    Warns
    -----
    ValidityWarning
        For a cutting speed below half or above twice the reference speed.

    Notes
    -----
    Trustworthy from about half to twice the reference speed; the exponent changes with speed beyond.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, section 22.1.  The example is P. C. Sharma, A Textbook of
    Production Engineering, example 14.1: 18 min.

    Examples
    --------
    >>> taylor_life("24 m/min", "18 m/min", "180 min", 0.125).m
    18.02...
    """
    return _scaled_power(reference_life, reference_speed / cutting_speed, 1 / taylor_exponent)


@formula(
    symbol="v_c",
    equation=r"v_c = v_{ref} (\frac{T_{ref}}{T})^{n_T}",
    source="S10",
    example={
        "tool_life": "60 min", "reference_speed": "25 m/min", "reference_life": "90 min", "taylor_exponent": 0.2237,
    },
)  # fmt: skip
def taylor_speed(
    tool_life: ToolLife,
    reference_speed: CuttingSpeed,
    reference_life: ToolLife,
    taylor_exponent: Fraction,
) -> CuttingSpeed:
    """Cutting speed for a wanted tool life after Taylor.

    Parameters
    ----------
    tool_life
        Wanted life [min].
    reference_speed, reference_life
        A speed at which the life is known [m/min, min].
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Cutting speed [m/min].

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, section 22.1.  The example is P. C. Sharma, A Textbook of
    Production Engineering, example 14.7: 27.37 m/min.

    Examples
    --------
    >>> taylor_speed("60 min", "25 m/min", "90 min", 0.2237).m
    27.37...
    """
    return reference_speed * (reference_life / tool_life) ** taylor_exponent


@formula(
    symbol="T",
    equation=r"T = (\frac{C_T}{v_c})^{1/n_T} 1 min",
    source="S10",
    example={"cutting_speed": "100 m/min", "taylor_constant": "200 m/min", "taylor_exponent": 0.25},
)
def taylor_life_from_constant(
    cutting_speed: CuttingSpeed, taylor_constant: CuttingSpeed, taylor_exponent: Fraction
) -> ToolLife:
    """Tool life after Taylor from the constant of the equation.

    Parameters
    ----------
    cutting_speed
        Cutting speed [m/min, sfm].
    taylor_constant
        Cutting speed for a life of one minute [m/min, sfm].
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Tool life [min].

    Notes
    -----
    The constant lies far outside the speeds of any test; `taylor_life` with a tested point says the same more
    safely.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, section 22.1.

    Examples
    --------
    >>> taylor_life_from_constant("100 m/min", "200 m/min", 0.25).m
    16.0
    """
    return _scaled_power(_MINUTE, taylor_constant / cutting_speed, 1 / taylor_exponent)


@formula(
    symbol="n_T",
    equation=r"n_T = \frac{\ln(v_1 / v_2)}{\ln(T_2 / T_1)}",
    source="S10",
    example={
        "first_speed": "25 m/min", "first_life": "90 min", "second_speed": "35 m/min", "second_life": "20 min",
    },
    valid=(
        ValidRatio(
            "ratio of the speeds", ("first_speed", "second_speed"),
            lambda first, second: np.maximum(first / second, second / first), 1.3, np.inf,
            "lives scatter more than such a step tells; test at speeds further apart",
        ),
    ),
    requires=(_TESTS_DIFFER,),
)  # fmt: skip
def taylor_exponent(
    first_speed: CuttingSpeed, first_life: ToolLife, second_speed: CuttingSpeed, second_life: ToolLife
) -> PositiveRatio:
    """Exponent of Taylor's equation from two tests.

    Parameters
    ----------
    first_speed, first_life
        Speed and life of one test [m/min, min].
    second_speed, second_life
        Speed and life of the other [m/min, min].

    Returns
    -------
    Quantity
        Exponent.

    Raises
    ------
    InputError
        When the faster test lasted as long or longer.

    Warns
    -----
    ValidityWarning
        For speeds less than a factor of 1.3 apart.

    Notes
    -----
    Two tests leave nothing to judge the scatter by; lives of one laboratory scatter by about 20 %, so tests at
    speeds less than a factor of 1.3 apart say little of the exponent.

    References
    ----------
    The example is P. C. Sharma, A Textbook of Production Engineering, example 14.7: 0.224.

    Examples
    --------
    >>> taylor_exponent("25 m/min", "90 min", "35 m/min", "20 min").m
    0.2237...
    """
    return np.log(first_speed / second_speed) / np.log(second_life / first_life)


@formula(
    symbol="C_T",
    equation=r"C_T = v_{ref} (\frac{T_{ref}}{1 min})^{n_T}",
    source="S10",
    example={"reference_speed": "25 m/min", "reference_life": "90 min", "taylor_exponent": 0.2237},
)
def taylor_constant(reference_speed: CuttingSpeed, reference_life: ToolLife, taylor_exponent: Fraction) -> CuttingSpeed:
    """Constant of Taylor's equation, the speed for a life of one minute.

    Parameters
    ----------
    reference_speed, reference_life
        A speed at which the life is known [m/min, min].
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Constant [m/min].

    References
    ----------
    The example is P. C. Sharma, A Textbook of Production Engineering, example 14.7: 68.4 m/min.

    Examples
    --------
    >>> taylor_constant("25 m/min", "90 min", 0.2237).m
    68.40...
    """
    return reference_speed * (reference_life / _MINUTE) ** taylor_exponent


@formula(
    symbol="T",
    equation=r"T = T_{ref} (\frac{v_{ref}}{v_c} (\frac{f_{ref}}{f_n})^{b_f} (\frac{a_{ref}}{a_p})^{b_a})^{1/n_T}",
    source="sharma-production",
    example={
        "cutting_speed": "36 m/min", "feed_per_rev": "0.36 mm", "depth_of_cut": "3 mm",
        "reference_speed": "30 m/min", "reference_feed": "0.3 mm", "reference_depth": "2.5 mm",
        "reference_life": "60 min", "taylor_exponent": 0.13, "feed_exponent": 0.77, "depth_exponent": 0.37,
    },
    valid=(_NEAR_THE_REFERENCE,),
)  # fmt: skip
def extended_taylor_life(
    cutting_speed: CuttingSpeed,
    feed_per_rev: FeedPerRev,
    depth_of_cut: PositiveLength,
    reference_speed: CuttingSpeed,
    reference_feed: FeedPerRev,
    reference_depth: PositiveLength,
    reference_life: ToolLife,
    taylor_exponent: Fraction,
    feed_exponent: Ratio,
    depth_exponent: Ratio,
) -> ToolLife:
    """Tool life after Taylor with feed and depth, from one known life.

    Parameters
    ----------
    cutting_speed
        Cutting speed [m/min, sfm].
    feed_per_rev
        Feed; for milling the feed per tooth, given as a length [mm].
    depth_of_cut
        Depth of cut [mm, in].
    reference_speed, reference_feed, reference_depth, reference_life
        Conditions at which the life is known, and that life [m/min, mm, mm, min].
    taylor_exponent, feed_exponent, depth_exponent
        Of the form ``v T**n f**b a**c = C``.

    Returns
    -------
    Quantity
        Tool life [min].

    Warns
    -----
    ValidityWarning
        For a cutting speed below half or above twice the reference speed.

    Notes
    -----
    Some tables print the exponents of ``T = C v**-1/n f**-1/m a**-1/p``; those are these divided by n.

    References
    ----------
    The example is P. C. Sharma, A Textbook of Production Engineering, example 14.4: 2.98 min with all three raised
    by 20 %.

    Examples
    --------
    >>> extended_taylor_life("36 m/min", "0.36 mm", "3 mm", "30 m/min", "0.3 mm", "2.5 mm", "60 min",
    ...                      0.13, 0.77, 0.37).m
    2.98...
    """
    ratio = (
        reference_speed / cutting_speed
        * (reference_feed / feed_per_rev) ** feed_exponent
        * (reference_depth / depth_of_cut) ** depth_exponent
    )  # fmt: skip
    return _scaled_power(reference_life, ratio, 1 / taylor_exponent)

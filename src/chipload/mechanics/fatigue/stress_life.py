"""Stress life: the line between a thousand and a million cycles, and the power law of Basquin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Cycles, Fraction, Ratio, Real, Stress
from chipload.units.parameters import Requires, Valid

SHORT, LONG = 1e3, 1e6
"""Cycles between which the line of a steel is drawn."""
_KSI = 6894757.293168361


@dataclass(frozen=True)
class BasquinConstants:
    """Power law through two points of a stress-life test."""

    fatigue_strength_coefficient: Stress
    fatigue_strength_exponent: Ratio


_FALLS = Requires(
    ("tensile_strength", "endurance_limit", "fatigue_strength_fraction"),
    lambda strength, limit, fraction: (limit > 0) & (limit < fraction * strength),
    "the line falls from 1000 to a million cycles; the endurance limit is above zero and below the strength at 1000",
)
_HOLDS = Requires(
    ("stress_amplitude", "tensile_strength", "fatigue_strength_fraction"),
    lambda amplitude, strength, fraction: amplitude <= fraction * strength * (1 + 1e-12),
    "such an amplitude breaks the part before 1000 cycles, where the line does not hold; use strain life",
)
_DOWNHILL = Requires(
    ("fatigue_strength_exponent",), lambda exponent: exponent < 0,
    "less stress is borne longer; the exponent is below zero",
)  # fmt: skip


@formula(
    symbol="f",
    equation=r"f = 1.06 - 2.8 \cdot 10^{-3} S_u + 6.9 \cdot 10^{-6} S_u^2",
    source="S74",
    example={"tensile_strength": "690 MPa"},
    valid=(Valid("tensile_strength", 482.6e6, 1379e6, "take 0.9 for a weaker steel, and test a stronger one"),),
)
def fatigue_strength_fraction(tensile_strength: Stress) -> Fraction:
    """Strength of a steel at a thousand cycles over its tensile strength, estimated.

    Parameters
    ----------
    tensile_strength
        Ultimate tensile strength [MPa, ksi].

    Returns
    -------
    Fraction
        Stress amplitude at 1000 cycles over the tensile strength.

    Warns
    -----
    ValidityWarning
        Outside 483 to 1379 MPa (70 to 200 ksi).

    Notes
    -----
    Strength in ksi in the equation, which is a fit to a chart of steels.  Below 70 ksi 0.9 is usual.

    References
    ----------
    Worked problems after Shigley's Mechanical Engineering Design, 10th ed.; the chart is its figure 6-18 (9th ed.).

    Examples
    --------
    >>> fatigue_strength_fraction("100 ksi").m
    0.849
    """
    strength = tensile_strength / _KSI
    return 1.06 - 2.8e-3 * strength + 6.9e-6 * strength**2


def _slope(tensile_strength: Real, endurance_limit: Real, fraction: Real) -> Real:
    """Exponent of the line."""
    slope: Real = np.log(endurance_limit / (fraction * tensile_strength)) / np.log(LONG / SHORT)
    return slope


@formula(
    symbol="S_f",
    equation=r"S_f = a N^b ,\quad a = \frac{(f S_u)^2}{S_e} ,\quad b = -\frac{1}{3} \log(\frac{f S_u}{S_e})",
    source="shigley-fatigue",
    example={
        "cycles": 1e5, "tensile_strength": "650 MPa", "endurance_limit": "325 MPa", "fatigue_strength_fraction": 0.9,
    },
    valid=(Valid("cycles", SHORT, np.inf, "use strain life for so few cycles"),),
    requires=(_FALLS,),
)  # fmt: skip
def sn_strength(
    cycles: Cycles, tensile_strength: Stress, endurance_limit: Stress, fatigue_strength_fraction: Fraction = 0.9
) -> Stress:
    """Stress amplitude that a steel part bears for a number of cycles.

    Parameters
    ----------
    cycles
        Number of cycles.
    tensile_strength
        Ultimate tensile strength [MPa, ksi].
    endurance_limit
        Of the part, reached at a million cycles [MPa, ksi].
    fatigue_strength_fraction
        Strength at 1000 cycles over the tensile strength.

    Returns
    -------
    Stress
        Fully reversed amplitude; the endurance limit from a million cycles on [MPa, ksi].

    Raises
    ------
    InputError
        When the endurance limit is not below the strength at 1000 cycles.

    Warns
    -----
    ValidityWarning
        Below 1000 cycles.

    Notes
    -----
    A straight line in logarithms for the mean of many parts: life scatters by a factor of several.  A steel in
    still air at room temperature; aluminium has no endurance limit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equations 6-13 to 6-15.  The example is Sadhu Singh, Machine
    Design I, example 4.5: 395.34 MPa.

    Examples
    --------
    >>> sn_strength(1e5, "650 MPa", "325 MPa").m
    395.34...
    """
    slope = _slope(tensile_strength, endurance_limit, fatigue_strength_fraction)
    line = endurance_limit * (np.minimum(cycles, LONG) / LONG) ** slope
    return line + 0.0


@formula(
    symbol="N",
    equation=r"N = (\frac{\sigma_a}{a})^{1/b} ,\quad a = \frac{(f S_u)^2}{S_e} ,\quad "
    r"b = -\frac{1}{3} \log(\frac{f S_u}{S_e})",
    source="shigley-fatigue",
    example={
        "stress_amplitude": "395 MPa", "tensile_strength": "650 MPa", "endurance_limit": "325 MPa",
        "fatigue_strength_fraction": 0.9,
    },
    requires=(_FALLS, _HOLDS),
)  # fmt: skip
def sn_cycles(
    stress_amplitude: Stress,
    tensile_strength: Stress,
    endurance_limit: Stress,
    fatigue_strength_fraction: Fraction = 0.9,
) -> Cycles:
    """Cycles that a steel part bears at a stress amplitude.

    Parameters
    ----------
    stress_amplitude
        Fully reversed amplitude; with a mean stress, the equivalent one of `goodman_reversed` or another
        [MPa, ksi].
    tensile_strength
        Ultimate tensile strength [MPa, ksi].
    endurance_limit
        Of the part, reached at a million cycles [MPa, ksi].
    fatigue_strength_fraction
        Strength at 1000 cycles over the tensile strength.

    Returns
    -------
    Cycles
        Number of cycles; without limit below the endurance limit.

    Raises
    ------
    InputError
        When the amplitude leaves less than 1000 cycles, or the endurance limit is not below the strength there.

    Notes
    -----
    See `sn_strength`.  A small error of stress is a large one of life, about its tenth power.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-16.  The example is problem 6-3 of the 11th
    ed.: 117 000 cycles.

    Examples
    --------
    >>> sn_cycles("70 ksi", "120 ksi", "60 ksi", 0.82).m
    116...
    """
    slope = _slope(tensile_strength, endurance_limit, fatigue_strength_fraction)
    loaded = np.asarray(stress_amplitude) >= endurance_limit
    ratio = np.where(loaded, np.asarray(stress_amplitude) / endurance_limit, 1.0)
    return np.where(loaded, LONG * ratio ** (1 / slope), np.inf)[()]


@formula(
    symbol="S_f",
    equation=r"S_f = \sigma'_f (2 N)^{b_s}",
    source="basquin1910",
    example={
        "cycles": 1e5, "fatigue_strength_coefficient": "1020 MPa", "fatigue_strength_exponent": -0.138,
    },
    requires=(_DOWNHILL,),
)  # fmt: skip
def basquin_strength(cycles: Cycles, fatigue_strength_coefficient: Stress, fatigue_strength_exponent: Ratio) -> Stress:
    """Stress amplitude that a number of cycles allows, by the power law of Basquin.

    Parameters
    ----------
    cycles
        Number of cycles; each has two reversals.
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent, below zero.

    Returns
    -------
    Stress
        Fully reversed amplitude [MPa, ksi].

    Raises
    ------
    InputError
        When the exponent is not below zero.

    Notes
    -----
    Has no endurance limit.  Constants of smooth axial specimens, as in `data/flow_stress.csv`, know no surface,
    size or notch.

    References
    ----------
    O. H. Basquin, Proc. ASTM 10 (1910) 625-630.  N. E. Dowling, Mechanical Behavior of Materials, table 9.1, gives
    SAE 1015 both as 1020 MPa (2 N)^-0.138 and as 927 MPa N^-0.138.

    Examples
    --------
    >>> basquin_strength(1.0, "1020 MPa", -0.138).m
    926.96...
    """
    return fatigue_strength_coefficient * (2 * cycles) ** np.asarray(fatigue_strength_exponent)


@formula(
    symbol="N",
    equation=r"N = \frac{1}{2} (\frac{\sigma_a}{\sigma'_f})^{1 / b_s}",
    source="basquin1910",
    example={
        "stress_amplitude": "200 MPa", "fatigue_strength_coefficient": "1020 MPa",
        "fatigue_strength_exponent": -0.138,
    },
    requires=(
        _DOWNHILL,
        Requires(
            ("fatigue_strength_coefficient",), lambda coefficient: coefficient > 0,
            "a material has some strength at one reversal; give a coefficient above zero",
        ),
    ),
)  # fmt: skip
def basquin_cycles(
    stress_amplitude: Stress, fatigue_strength_coefficient: Stress, fatigue_strength_exponent: Ratio
) -> Cycles:
    """Cycles that a stress amplitude allows, by the power law of Basquin.

    Parameters
    ----------
    stress_amplitude
        Fully reversed amplitude [MPa, ksi].
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent, below zero.

    Returns
    -------
    Cycles
        Number of cycles; without limit where there is no stress.

    Raises
    ------
    InputError
        When the exponent is not below zero or the coefficient zero.

    Notes
    -----
    See `basquin_strength`.

    References
    ----------
    O. H. Basquin, Proc. ASTM 10 (1910) 625-630.

    Examples
    --------
    >>> basquin_cycles("500 MPa", "1000 MPa", -0.1).m
    512.0
    """
    with np.errstate(divide="ignore"):
        share = np.asarray(stress_amplitude) / fatigue_strength_coefficient
        return 0.5 * share ** (1 / np.asarray(fatigue_strength_exponent))


@formula(
    symbol="b_s",
    equation=r"b_s = \frac{\ln(S_1 / S_2)}{\ln(N_1 / N_2)} ,\quad \sigma'_f = S_1 (2 N_1)^{-b_s}",
    source="basquin1910",
    example={
        "first_amplitude": "400 MPa", "first_cycles": 1e4, "second_amplitude": "250 MPa", "second_cycles": 1e6,
    },
    requires=(
        Requires(
            ("first_amplitude", "first_cycles", "second_amplitude", "second_cycles"),
            lambda s1, n1, s2, n2: (s1 > 0) & (s2 > 0) & (n1 != n2) & ((s1 - s2) * (n1 - n2) < 0),
            "less stress is borne longer; give two points of which the lower stress has the longer life",
        ),
    ),
)  # fmt: skip
def basquin_constants(
    first_amplitude: Stress, first_cycles: Cycles, second_amplitude: Stress, second_cycles: Cycles
) -> BasquinConstants:
    """Constants of Basquin's law through two points.

    Parameters
    ----------
    first_amplitude
        Stress amplitude of the one point [MPa, ksi].
    first_cycles
        Its life.
    second_amplitude
        Stress amplitude of the other point [MPa, ksi].
    second_cycles
        Its life.

    Returns
    -------
    BasquinConstants
        Coefficient for reversals [MPa, ksi] and exponent.

    Raises
    ------
    InputError
        When the higher stress does not have the shorter life.

    Notes
    -----
    Lives scatter, so take means of several specimens.

    References
    ----------
    O. H. Basquin, Proc. ASTM 10 (1910) 625-630.

    Examples
    --------
    >>> found = basquin_constants("500 MPa", 512, "250 MPa", 524288)
    >>> found.fatigue_strength_coefficient.m, found.fatigue_strength_exponent.m
    (1000.0, -0.1)
    """
    exponent = np.log(first_amplitude / second_amplitude) / np.log(first_cycles / second_cycles)
    return BasquinConstants(first_amplitude * (2 * first_cycles) ** -exponent, exponent)

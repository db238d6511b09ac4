"""Elastic and plastic strain together: the curve of Ramberg and Osgood, and Neuber's rule at a notch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.plastic.power_sums import solve_power_sum
from chipload.units.formulas import formula
from chipload.units.kinds import Modulus, PositiveRatio, Real, SignedStress, Strain, Stress
from chipload.units.parameters import Requires

NO_LIMIT_LOAD = np.inf
"""Limit load factor of Neuber's rule in its first form, for a notch in a section that stays elastic."""

_COEFFICIENT = Requires(
    ("strength_coefficient",),
    lambda strength_coefficient: strength_coefficient > 0,
    "a material without strength has no curve; give a strength coefficient above zero",
)
_HARDENS = Requires(
    ("hardening_exponent",),
    lambda hardening_exponent: hardening_exponent <= 1,
    "a metal hardens less and less; the exponent is above 0 and at most 1",
)
_FACTOR = Requires(
    ("limit_load_factor",),
    lambda limit_load_factor: limit_load_factor >= 1,
    "a section carries at least the load at which its notch yields; the factor is 1 or more",
)


@dataclass(frozen=True)
class StrainParts:
    """A strain and the two parts it consists of."""

    normal_strain: Strain
    elastic_strain: Strain
    plastic_strain: Strain


@dataclass(frozen=True)
class NotchState:
    """Stress and strain at the root of a notch."""

    normal_stress: SignedStress
    normal_strain: Strain


@dataclass(frozen=True)
class NotchRange:
    """Ranges of stress and strain at the root of a notch between two reversals."""

    stress_range: Stress
    strain_range: Strain


@formula(
    symbol=r"\epsilon",
    equation=r"\epsilon = \frac{\sigma}{E} + (\frac{\sigma}{K_n})^{1 / n_h}",
    source="ramberg1943",
    example={
        "normal_stress": "400 MPa", "youngs_modulus": "206 GPa", "strength_coefficient": "1184 MPa",
        "hardening_exponent": 0.187,
    },
    requires=(_COEFFICIENT,),
)  # fmt: skip
def ramberg_osgood_strain(
    normal_stress: SignedStress,
    youngs_modulus: Modulus,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
) -> StrainParts:
    """Strain at a stress by the curve of Ramberg and Osgood.

    Parameters
    ----------
    normal_stress
        Stress; compression negative [MPa, ksi].
    youngs_modulus
        Elastic modulus [GPa].
    strength_coefficient
        Stress at a plastic strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    StrainParts
        The strain, its elastic and its plastic part.

    Raises
    ------
    InputError
        When the strength coefficient is zero.

    Notes
    -----
    A fit without a yield point, the same in tension and compression.  With the cyclic constants it gives strain
    amplitudes from stress amplitudes; a range between two reversals (Masing) is twice the strain at half the
    stress range.

    References
    ----------
    W. Ramberg and W. R. Osgood, NACA TN 902, 1943, in the form with a strength coefficient.  The example is of
    the pyLife test-suite (Bosch Research): 1.1111 at 2 MPa.

    Examples
    --------
    >>> found = ramberg_osgood_strain("2 MPa", "2 MPa", "6 MPa", 0.5)
    >>> found.normal_strain.m, found.plastic_strain.m
    (1.11111..., 0.11111...)
    """
    elastic = normal_stress / youngs_modulus
    size = np.abs(normal_stress) / strength_coefficient
    plastic = np.sign(normal_stress) * size ** (1 / np.asarray(hardening_exponent))
    return StrainParts(*together(elastic + plastic, elastic, plastic))


@formula(
    symbol=r"\sigma",
    equation=r"\epsilon = \frac{\sigma}{E} + (\frac{\sigma}{K_n})^{1 / n_h}",
    source="ramberg1943",
    example={
        "normal_strain": 0.005, "youngs_modulus": "206 GPa", "strength_coefficient": "1184 MPa",
        "hardening_exponent": 0.187,
    },
    requires=(_COEFFICIENT,),
)  # fmt: skip
def ramberg_osgood_stress(
    normal_strain: Strain,
    youngs_modulus: Modulus,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
) -> SignedStress:
    """Stress at a strain by the curve of Ramberg and Osgood.

    Parameters
    ----------
    normal_strain
        Elastic and plastic strain together; shortening negative.
    youngs_modulus
        Elastic modulus [GPa].
    strength_coefficient
        Stress at a plastic strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    SignedStress
        Stress [MPa, ksi].

    Raises
    ------
    InputError
        When the strength coefficient is zero.

    Notes
    -----
    The root of `ramberg_osgood_strain`, to rounding.

    References
    ----------
    W. Ramberg and W. R. Osgood, NACA TN 902, 1943.

    Examples
    --------
    >>> ramberg_osgood_stress(1.75, "2 MPa", "6 MPa", 0.5).m
    3.0
    """
    # in shares of the coefficient: its power in Pa leaves the range of floats where a metal hardens little
    share = solve_power_sum(
        np.abs(normal_strain), strength_coefficient / np.asarray(youngs_modulus), 1.0, 1.0,
        1 / np.asarray(hardening_exponent),
    )  # fmt: skip
    return np.sign(normal_strain) * strength_coefficient * share


def _neuber(elastic: Real, modulus: Real, coefficient: Real, exponent: Real, factor: Real) -> tuple[Real, Real]:
    """Size of stress and strain at the notch for the size of an elastic stress."""
    over = 1 / np.asarray(exponent)
    # Neuber's product of stress and strain: the nominal section follows the same curve, stretched by the factor.
    nominal = elastic**2 / modulus + elastic * (elastic / coefficient) ** over * np.asarray(factor) ** (1 - over)
    scale = np.asarray(coefficient)
    share = solve_power_sum(nominal / scale, scale / modulus, 2.0, 1.0, 1 + over)
    return scale * share, scale * share / modulus + share**over


@formula(
    symbol=r"\sigma",
    equation=(
        r"\sigma \epsilon = \sigma_{el} K_p e ,\quad e = \frac{\sigma_{el}}{E K_p} + "
        r"(\frac{\sigma_{el}}{K_n K_p})^{1 / n_h} ,\quad "
        r"\epsilon = \frac{\sigma}{E} + (\frac{\sigma}{K_n})^{1 / n_h}"
    ),
    source="neuber1961",
    example={
        "elastic_stress": "500 MPa", "youngs_modulus": "206 GPa", "strength_coefficient": "1184 MPa",
        "hardening_exponent": 0.187, "limit_load_factor": 3.5,
    },
    requires=(_COEFFICIENT, _HARDENS, _FACTOR),
)  # fmt: skip
def neuber_notch(
    elastic_stress: SignedStress,
    youngs_modulus: Modulus,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
    limit_load_factor: PositiveRatio = NO_LIMIT_LOAD,
) -> NotchState:
    """Stress and strain at a notch that yields, from the stress of an elastic calculation.

    Parameters
    ----------
    elastic_stress
        Stress at the notch if nothing yielded: stress concentration factor times nominal stress [MPa, ksi].
    youngs_modulus
        Elastic modulus [GPa].
    strength_coefficient
        Of the Ramberg-Osgood curve: the static one for a first loading, the cyclic one for amplitudes
        [MPa, ksi].
    hardening_exponent
        Of the same curve.
    limit_load_factor
        Load at which the whole section yields over the load at which the notch does; without limit for a section
        that stays elastic, which is Neuber's first form.

    Returns
    -------
    NotchState
        Stress [MPa, ksi] and strain at the root of the notch.

    Raises
    ------
    InputError
        When the curve is none, or the limit load factor below one.

    Notes
    -----
    Exact for a notch in shear (Neuber), on the safe side for thin sections in tension and further so for thick
    ones.  The curve of Ramberg and Osgood starts to yield at once, so the strain lies above the elastic one at
    every stress.

    References
    ----------
    H. Neuber, Theory of stress concentration for shear-strained prismatical bodies, J. Appl. Mech. 28 (1961)
    544-550.  T. Seeger and P. Heuler, J. Test. Eval. 8 (1980) 199-204, for the limit load.  The example is of the
    FKM guideline nonlinear, section 2.7.1: 299.78 MPa and 0.0021.

    Examples
    --------
    >>> found = neuber_notch("359.3 MPa", "206 GPa", "1184 MPa", 0.187, 3.5)
    >>> found.normal_stress.m, found.normal_strain.m
    (299.7..., 0.00210...)
    """
    stress, strain = _neuber(
        np.abs(elastic_stress), youngs_modulus, strength_coefficient, hardening_exponent, limit_load_factor
    )
    sign = np.sign(elastic_stress)
    return NotchState(sign * stress, sign * strain)


@formula(
    symbol=r"\Delta\sigma",
    equation=(
        r"\Delta\sigma \Delta\epsilon = \Delta\sigma_{el} K_p \Delta e ,\quad "
        r"\Delta e = \frac{\Delta\sigma_{el}}{E K_p} + 2 (\frac{\Delta\sigma_{el}}{2 K_n K_p})^{1 / n_h} ,\quad "
        r"\Delta\epsilon = \frac{\Delta\sigma}{E} + 2 (\frac{\Delta\sigma}{2 K_n})^{1 / n_h}"
    ),
    source="neuber1961",
    example={
        "elastic_stress_range": "700 MPa", "youngs_modulus": "206 GPa", "strength_coefficient": "1184 MPa",
        "hardening_exponent": 0.187, "limit_load_factor": 3.5,
    },
    requires=(_COEFFICIENT, _HARDENS, _FACTOR),
)  # fmt: skip
def neuber_range(
    elastic_stress_range: Stress,
    youngs_modulus: Modulus,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
    limit_load_factor: PositiveRatio = NO_LIMIT_LOAD,
) -> NotchRange:
    """Ranges of stress and strain at a notch between two reversals, from the range of an elastic calculation.

    Parameters
    ----------
    elastic_stress_range
        Range of stress at the notch if nothing yielded [MPa, ksi].
    youngs_modulus
        Elastic modulus [GPa].
    strength_coefficient
        Of the cyclic Ramberg-Osgood curve [MPa, ksi].
    hardening_exponent
        Of the same curve.
    limit_load_factor
        Load at which the whole section yields over the load at which the notch does; without limit for a section
        that stays elastic.

    Returns
    -------
    NotchRange
        Ranges of stress [MPa, ksi] and strain: the width of the hysteresis loop.

    Raises
    ------
    InputError
        When the curve is none, or the limit load factor below one.

    Notes
    -----
    The loop is the cyclic curve enlarged twice (Masing), once the material has settled.

    References
    ----------
    H. Neuber, J. Appl. Mech. 28 (1961) 544-550.  The example is of the FKM guideline nonlinear, section 3.4.1:
    590.289 MPa and 0.004051.

    Examples
    --------
    >>> found = neuber_range("700.518 MPa", "206 GPa", "1184 MPa", 0.187, 3.5)
    >>> found.stress_range.m, found.strain_range.m
    (590.2..., 0.00405...)
    """
    stress, strain = _neuber(
        elastic_stress_range / 2, youngs_modulus, strength_coefficient, hardening_exponent, limit_load_factor
    )
    return NotchRange(2 * stress, 2 * strain)

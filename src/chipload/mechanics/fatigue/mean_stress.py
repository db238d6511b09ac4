"""Fatigue with a mean stress: how safe a cycle is against lasting for ever, and against yield at once."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import PositiveRatio, Real, SignedStress, Stress
from chipload.units.parameters import Requires


def _above_zero(name: str) -> Requires:
    words = name.replace("_", " ")
    return Requires((name,), lambda value: value > 0, f"the {words} is above zero; a safety against none means nothing")


_LIMIT, _TENSILE, _YIELD = (_above_zero(name) for name in ("endurance_limit", "tensile_strength", "yield_strength"))
_FRACTURE = _above_zero("true_fracture_strength")


_CYCLE = {"stress_amplitude": "172 MPa", "mean_stress": "178 MPa"}


def _pulled(mean_stress: Real) -> Real:
    """The mean stress where it is tension; compression is given no credit."""
    return np.maximum(mean_stress, 0.0)


def _over(total: Real) -> Real:
    """One over the use of the material; without limit where there is none."""
    with np.errstate(divide="ignore"):
        return np.divide(1.0, total)


@formula(
    symbol="S",
    equation=r"\frac{1}{S} = \frac{\sigma_a}{S_e} + \frac{\sigma_m}{S_u}",
    source="shigley-fatigue",
    example={**_CYCLE, "endurance_limit": "276 MPa", "tensile_strength": "551 MPa"},
    requires=(
        _LIMIT,
        _TENSILE,
    ),
)
def goodman_safety(
    stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress, tensile_strength: Stress
) -> PositiveRatio:
    """Safety against fatigue for ever, by the line of Goodman.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].
    tensile_strength
        Ultimate tensile strength [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    On the safe side for ductile steels.  A compressive mean is given no credit: the safety is then the endurance
    limit over the amplitude.  Check yield too, with `langer_safety`.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-46.  The example is problem 6-12 of the 8th ed.

    Examples
    --------
    >>> goodman_safety("172 MPa", "178.4 MPa", "276 MPa", "551 MPa").m
    1.0560...
    """
    return _over(stress_amplitude / endurance_limit + _pulled(mean_stress) / tensile_strength)


@formula(
    symbol="S",
    equation=r"S \frac{\sigma_a}{S_e} + (S \frac{\sigma_m}{S_u})^2 = 1",
    source="shigley-fatigue",
    example={**_CYCLE, "endurance_limit": "276 MPa", "tensile_strength": "551 MPa"},
    requires=(
        _LIMIT,
        _TENSILE,
    ),
)
def gerber_safety(
    stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress, tensile_strength: Stress
) -> PositiveRatio:
    """Safety against fatigue for ever, by the parabola of Gerber.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].
    tensile_strength
        Ultimate tensile strength [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    Goes through the middle of tests of ductile metals.  A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-47.  The example is problem 6-12 of the 8th ed.

    Examples
    --------
    >>> gerber_safety("172 MPa", "178.4 MPa", "276 MPa", "551 MPa").m
    1.314...
    """
    amplitude, mean = stress_amplitude / endurance_limit, _pulled(mean_stress) / tensile_strength
    return 2 * _over(amplitude + np.sqrt(amplitude**2 + 4 * mean**2))


@formula(
    symbol="S",
    equation=r"\frac{1}{S} = \frac{\sigma_a}{S_e} + \frac{\sigma_m}{S_y}",
    source="shigley-fatigue",
    example={**_CYCLE, "endurance_limit": "276 MPa", "yield_strength": "413 MPa"},
    requires=(
        _LIMIT,
        _YIELD,
    ),
)
def soderberg_safety(
    stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress, yield_strength: Stress
) -> PositiveRatio:
    """Safety against fatigue and yield, by the line of Soderberg.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].
    yield_strength
        Yield strength [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    The most careful of the rules; it guards against yield at the first cycle as well.  A compressive mean is
    given no credit, and then yield is to be checked with `langer_safety`.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-45.

    Examples
    --------
    >>> soderberg_safety("100 MPa", "150 MPa", "200 MPa", "300 MPa").m
    1.0
    """
    return _over(stress_amplitude / endurance_limit + _pulled(mean_stress) / yield_strength)


@formula(
    symbol="S",
    equation=r"\frac{1}{S^2} = (\frac{\sigma_a}{S_e})^2 + (\frac{\sigma_m}{S_y})^2",
    source="shigley-fatigue",
    example={**_CYCLE, "endurance_limit": "276 MPa", "yield_strength": "413 MPa"},
    requires=(
        _LIMIT,
        _YIELD,
    ),
)
def asme_elliptic_safety(
    stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress, yield_strength: Stress
) -> PositiveRatio:
    """Safety against fatigue for ever, by the ellipse of the ASME.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].
    yield_strength
        Yield strength [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    Through the middle of tests, near the parabola of Gerber.  It does not guard against yield at the first cycle:
    check with `langer_safety`.  A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-48.  The example is problem 6-12 of the 8th ed.

    Examples
    --------
    >>> asme_elliptic_safety("172 MPa", "178.4 MPa", "276 MPa", "413 MPa").m
    1.32...
    """
    return _over(np.hypot(stress_amplitude / endurance_limit, _pulled(mean_stress) / yield_strength))


@formula(
    symbol="S",
    equation=r"\frac{1}{S} = \frac{\sigma_a}{S_e} + \frac{\sigma_m}{\sigma_{fr}}",
    source="morrow1968",
    example={**_CYCLE, "endurance_limit": "276 MPa", "true_fracture_strength": "900 MPa"},
    requires=(
        _LIMIT,
        _FRACTURE,
    ),
)
def morrow_safety(
    stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress, true_fracture_strength: Stress
) -> PositiveRatio:
    """Safety against fatigue for ever, by the line of Morrow.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].
    true_fracture_strength
        True stress at fracture in a tensile test; for steels near the fatigue strength coefficient [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    The line of Goodman drawn to the true stress at fracture, which ductile steels fit better.  A compressive mean
    is given no credit.

    References
    ----------
    J. Morrow, Fatigue properties of metals, in Fatigue Design Handbook, SAE, 1968.

    Examples
    --------
    >>> morrow_safety("100 MPa", "200 MPa", "200 MPa", "400 MPa").m
    1.0
    """
    return _over(stress_amplitude / endurance_limit + _pulled(mean_stress) / true_fracture_strength)


@formula(
    symbol="S",
    equation=r"S = \frac{S_e}{\sqrt{\sigma_a (\sigma_a + \sigma_m)}}",
    source="smith1970",
    example={**_CYCLE, "endurance_limit": "276 MPa"},
    requires=(_LIMIT,),
)
def swt_safety(stress_amplitude: Stress, mean_stress: SignedStress, endurance_limit: Stress) -> PositiveRatio:
    """Safety against fatigue for ever, by the product of Smith, Watson and Topper.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    endurance_limit
        Of the part [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    Needs no static strength.  A cycle that never pulls does no damage in it, and a compressive mean helps, which
    holds for smooth parts.

    References
    ----------
    K. N. Smith, P. Watson and T. H. Topper, J. Materials 5 (1970) 767-778.

    Examples
    --------
    >>> swt_safety("100 MPa", "300 MPa", "200 MPa").m
    1.0
    """
    product = stress_amplitude * np.maximum(stress_amplitude + mean_stress, 0.0)
    return endurance_limit * _over(np.sqrt(product))


@formula(
    symbol="S",
    equation=r"S = \frac{S_y}{\sigma_a + \sqrt{\sigma_m^2}}",
    source="shigley-fatigue",
    example={**_CYCLE, "yield_strength": "413 MPa"},
    requires=(_YIELD,),
)
def langer_safety(stress_amplitude: Stress, mean_stress: SignedStress, yield_strength: Stress) -> PositiveRatio:
    """Safety against yield at the first cycle, by the line of Langer.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    yield_strength
        Yield strength [MPa, ksi].

    Returns
    -------
    PositiveRatio
        Safety factor on amplitude and mean together; without limit where there is no stress.

    Raises
    ------
    InputError
        When a strength is zero.

    Notes
    -----
    For either sign of the mean.  Static notch factors are left out in ductile metals.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., chapter 6.

    Examples
    --------
    >>> langer_safety("172 MPa", "178.4 MPa", "413 MPa").m
    1.178...
    """
    return yield_strength * _over(stress_amplitude + np.abs(mean_stress))

"""The amplitude without a mean stress that does the same damage as a cycle with one."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Fraction, SignedStress, Stress
from chipload.units.parameters import Requires


def _below(name: str) -> Requires:
    words = name.replace("_", " ")
    return Requires(
        ("mean_stress", name),
        lambda mean, strength: (mean < strength) & (strength > 0),
        f"a part breaks at once under such a mean; it is below the {words}, which is above zero",
    )


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \frac{\sigma_a}{1 - \sigma_m / S_u}",
    source="shigley-fatigue",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "tensile_strength": "551 MPa"},
    requires=(_below("tensile_strength"),),
)
def goodman_reversed(stress_amplitude: Stress, mean_stress: SignedStress, tensile_strength: Stress) -> Stress:
    """Equivalent reversed amplitude by the line of Goodman.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    tensile_strength
        Ultimate tensile strength [MPa, ksi].

    Returns
    -------
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Raises
    ------
    InputError
        When the mean stress reaches the strength.

    Notes
    -----
    A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 8th ed., problem 6-20: 36.78 ksi.

    Examples
    --------
    >>> goodman_reversed("23.18 ksi", "69.54 ksi", "188.1 ksi").to("ksi").m
    36.77...
    """
    return stress_amplitude / (1 - np.maximum(mean_stress, 0.0) / tensile_strength)


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \frac{\sigma_a}{1 - (\sigma_m / S_u)^2}",
    source="shigley-fatigue",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "tensile_strength": "551 MPa"},
    requires=(_below("tensile_strength"),),
)
def gerber_reversed(stress_amplitude: Stress, mean_stress: SignedStress, tensile_strength: Stress) -> Stress:
    """Equivalent reversed amplitude by the parabola of Gerber.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    tensile_strength
        Ultimate tensile strength [MPa, ksi].

    Returns
    -------
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Raises
    ------
    InputError
        When the mean stress reaches the strength.

    Notes
    -----
    A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-12.

    Examples
    --------
    >>> gerber_reversed("75 MPa", "200 MPa", "400 MPa").m
    100.0
    """
    return stress_amplitude / (1 - (np.maximum(mean_stress, 0.0) / tensile_strength) ** 2)


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \frac{\sigma_a}{1 - \sigma_m / S_y}",
    source="shigley-fatigue",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "yield_strength": "413 MPa"},
    requires=(_below("yield_strength"),),
)
def soderberg_reversed(stress_amplitude: Stress, mean_stress: SignedStress, yield_strength: Stress) -> Stress:
    """Equivalent reversed amplitude by the line of Soderberg.

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
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Raises
    ------
    InputError
        When the mean stress reaches the strength.

    Notes
    -----
    A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-12.

    Examples
    --------
    >>> soderberg_reversed("50 MPa", "200 MPa", "400 MPa").m
    100.0
    """
    return stress_amplitude / (1 - np.maximum(mean_stress, 0.0) / yield_strength)


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \frac{\sigma_a}{\sqrt{1 - (\sigma_m / S_y)^2}}",
    source="shigley-fatigue",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "yield_strength": "413 MPa"},
    requires=(_below("yield_strength"),),
)
def asme_elliptic_reversed(stress_amplitude: Stress, mean_stress: SignedStress, yield_strength: Stress) -> Stress:
    """Equivalent reversed amplitude by the ellipse of the ASME.

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
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Raises
    ------
    InputError
        When the mean stress reaches the strength.

    Notes
    -----
    A compressive mean is given no credit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-12.

    Examples
    --------
    >>> asme_elliptic_reversed("80 MPa", "240 MPa", "400 MPa").m
    100.0
    """
    return stress_amplitude / np.sqrt(1 - (np.maximum(mean_stress, 0.0) / yield_strength) ** 2)


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \frac{\sigma_a}{1 - \sigma_m / \sigma'_f}",
    source="morrow1968",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "fatigue_strength_coefficient": "938 MPa"},
    requires=(_below("fatigue_strength_coefficient"),),
)
def morrow_reversed(
    stress_amplitude: Stress, mean_stress: SignedStress, fatigue_strength_coefficient: Stress
) -> Stress:
    """Equivalent reversed amplitude by the line of Morrow.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    fatigue_strength_coefficient
        Of Basquin's law; or the true stress at fracture [MPa, ksi].

    Returns
    -------
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Raises
    ------
    InputError
        When the mean stress reaches the strength.

    Notes
    -----
    A compressive mean helps in it.  With the coefficient of Basquin it suits steels, with that of aluminium
    poorly; the true stress at fracture then does better.

    References
    ----------
    J. Morrow, in Fatigue Design Handbook, SAE, 1968.

    Examples
    --------
    >>> morrow_reversed("75 MPa", "250 MPa", "1000 MPa").m
    100.0
    """
    return stress_amplitude / (1 - mean_stress / fatigue_strength_coefficient)


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = \sqrt{\sigma_a (\sigma_a + \sigma_m)}",
    source="smith1970",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa"},
)
def swt_reversed(stress_amplitude: Stress, mean_stress: SignedStress) -> Stress:
    """Equivalent reversed amplitude by the product of Smith, Watson and Topper.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].

    Returns
    -------
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Notes
    -----
    A cycle that never pulls does no damage in it.

    References
    ----------
    K. N. Smith, P. Watson and T. H. Topper, J. Materials 5 (1970) 767-778.

    Examples
    --------
    >>> swt_reversed("100 MPa", "300 MPa").m
    200.0
    """
    return np.sqrt(stress_amplitude * np.maximum(stress_amplitude + mean_stress, 0.0))


@formula(
    symbol=r"\sigma_{ar}",
    equation=r"\sigma_{ar} = (\sigma_a + \sigma_m)^{1 - \gamma_w} \sigma_a^{\gamma_w}",
    source="walker1970",
    example={"stress_amplitude": "172 MPa", "mean_stress": "178 MPa", "walker_exponent": 0.65},
)
def walker_reversed(stress_amplitude: Stress, mean_stress: SignedStress, walker_exponent: Fraction) -> Stress:
    """Equivalent reversed amplitude by the rule of Walker.

    Parameters
    ----------
    stress_amplitude
        Half the range of the stress, with the notch factor [MPa, ksi].
    mean_stress
        Mean of the cycle; compression negative [MPa, ksi].
    walker_exponent
        Fitted to tests of the material; 0.5 is the rule of Smith, Watson and Topper, 1 no effect of the mean.

    Returns
    -------
    Stress
        Fully reversed amplitude of the same life [MPa, ksi].

    Notes
    -----
    The rule of Smith, Watson and Topper with an exponent for the material.  A cycle that never pulls does no
    damage in it.

    References
    ----------
    K. Walker, ASTM STP 462 (1970) 1-14.

    Examples
    --------
    >>> walker_reversed("100 MPa", "300 MPa", 0.5).m
    200.0
    """
    largest = np.maximum(stress_amplitude + mean_stress, 0.0)
    return largest ** (1 - np.asarray(walker_exponent)) * stress_amplitude ** np.asarray(walker_exponent)

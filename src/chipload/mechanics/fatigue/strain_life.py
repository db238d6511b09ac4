"""Strain life: elastic and plastic strain against reversals, with a mean stress and without."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.plastic.power_sums import solve_power_sum
from chipload.units.formulas import formula
from chipload.units.kinds import Cycles, Modulus, PositiveRatio, Ratio, SignedStress, Strain, Stress
from chipload.units.parameters import Requires

_DOWNHILL = Requires(
    ("fatigue_strength_exponent", "fatigue_ductility_exponent"), lambda b, c: (b < 0) & (c < 0),
    "less strain is borne longer; both exponents are below zero",
)  # fmt: skip
_STRONG = Requires(
    ("fatigue_strength_coefficient",), lambda coefficient: coefficient > 0,
    "the fatigue strength coefficient is above zero",
)  # fmt: skip
_SIZE = Requires(
    ("strain_amplitude",), lambda amplitude: amplitude >= 0, "give the size of the amplitude, zero or more"
)
_CONSTANTS = {
    "fatigue_strength_coefficient": "938 MPa", "fatigue_strength_exponent": -0.0648,
    "fatigue_ductility_coefficient": 0.66, "fatigue_ductility_exponent": -0.69, "youngs_modulus": "200 GPa",
}  # fmt: skip


@dataclass(frozen=True)
class StrainAmplitude:
    """A strain amplitude and its two parts."""

    strain_amplitude: Strain
    elastic_amplitude: Strain
    plastic_amplitude: Strain


@formula(
    symbol=r"\epsilon_a",
    equation=r"\epsilon_a = \frac{\sigma'_f}{E} (2 N)^{b_s} + \epsilon'_f (2 N)^{c_s}",
    source="coffin-manson",
    example={"cycles": 5e3, **_CONSTANTS},
    requires=(_DOWNHILL,),
)
def strain_life_amplitude(
    cycles: Cycles,
    fatigue_strength_coefficient: Stress,
    fatigue_strength_exponent: Ratio,
    fatigue_ductility_coefficient: PositiveRatio,
    fatigue_ductility_exponent: Ratio,
    youngs_modulus: Modulus,
) -> StrainAmplitude:
    """Strain amplitude that a number of cycles allows, after Coffin, Manson and Basquin.

    Parameters
    ----------
    cycles
        Number of cycles; each has two reversals.
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent of the elastic part, below zero.
    fatigue_ductility_coefficient
        Plastic strain amplitude at one reversal.
    fatigue_ductility_exponent
        Exponent of the plastic part, below zero.
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    StrainAmplitude
        Amplitude, its elastic and its plastic part.

    Raises
    ------
    InputError
        When an exponent is not below zero.

    Notes
    -----
    Until a crack of about a millimetre in a small smooth specimen without mean stress.

    References
    ----------
    S. S. Manson, NACA TN 2933, 1953; L. F. Coffin, Trans. ASME 76 (1954) 931-950.  The example is A. P. Boresi and
    R. J. Schmidt, Advanced Mechanics of Materials, example 16.5: 0.00529.

    Examples
    --------
    >>> strain_life_amplitude(6390, "1240 MPa", -0.09, 0.58, -0.57, "200 GPa").strain_amplitude.m
    0.00529...
    """
    reversals = 2 * np.asarray(cycles, dtype=float)
    elastic = fatigue_strength_coefficient / youngs_modulus * reversals**fatigue_strength_exponent
    plastic = fatigue_ductility_coefficient * reversals**fatigue_ductility_exponent
    return StrainAmplitude(*together(elastic + plastic, elastic, plastic))


@formula(
    symbol="N",
    equation=r"\epsilon_a = \frac{\sigma'_f - \sigma_m}{E} (2 N)^{b_s} + \epsilon'_f (2 N)^{c_s}",
    source="morrow1968",
    example={"strain_amplitude": 0.005, **_CONSTANTS, "mean_stress": "100 MPa"},
    requires=(
        _DOWNHILL,
        _SIZE,
        Requires(
            ("mean_stress", "fatigue_strength_coefficient"), lambda mean, coefficient: mean < coefficient,
            "a part breaks at once under such a mean; it is below the fatigue strength coefficient",
        ),
    ),
)  # fmt: skip
def strain_life_cycles(
    strain_amplitude: Strain,
    fatigue_strength_coefficient: Stress,
    fatigue_strength_exponent: Ratio,
    fatigue_ductility_coefficient: PositiveRatio,
    fatigue_ductility_exponent: Ratio,
    youngs_modulus: Modulus,
    mean_stress: SignedStress = 0.0,
) -> Cycles:
    """Cycles that a strain amplitude allows, with the mean stress of Morrow.

    Parameters
    ----------
    strain_amplitude
        Half the range of the strain, at the root of a notch that of `neuber_range`.
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent of the elastic part, below zero.
    fatigue_ductility_coefficient
        Plastic strain amplitude at one reversal.
    fatigue_ductility_exponent
        Exponent of the plastic part, below zero.
    youngs_modulus
        Elastic modulus [GPa].
    mean_stress
        Mean of the stress; compression, negative, lengthens the life [MPa, ksi].

    Returns
    -------
    Cycles
        Number of cycles; without limit where there is no strain.

    Raises
    ------
    InputError
        When an exponent is not below zero, or the mean stress as high as the coefficient.

    Notes
    -----
    The mean acts on the elastic part alone: large plastic strain relaxes it.  See `strain_life_amplitude`.

    References
    ----------
    J. Morrow, in Fatigue Design Handbook, SAE, 1968.  The example is Boresi and Schmidt, example 16.5: 1183
    cycles.

    Examples
    --------
    >>> strain_life_cycles(0.01, "1240 MPa", -0.09, 0.58, -0.57, "200 GPa").m
    1183...
    """
    reversals = solve_power_sum(
        strain_amplitude,
        (fatigue_strength_coefficient - mean_stress) / youngs_modulus, fatigue_strength_exponent,
        fatigue_ductility_coefficient, fatigue_ductility_exponent,
    )  # fmt: skip
    return reversals / 2


@formula(
    symbol="N",
    equation=(
        r"\sigma_{max} \epsilon_a = \frac{\sigma'_f^2}{E} (2 N)^{2 b_s} + "
        r"\sigma'_f \epsilon'_f (2 N)^{b_s + c_s}"
    ),
    source="smith1970",
    example={"strain_amplitude": 0.005, "maximum_stress": "500 MPa", **_CONSTANTS},
    requires=(_DOWNHILL, _SIZE, _STRONG),
)
def swt_strain_life_cycles(
    strain_amplitude: Strain,
    maximum_stress: SignedStress,
    fatigue_strength_coefficient: Stress,
    fatigue_strength_exponent: Ratio,
    fatigue_ductility_coefficient: PositiveRatio,
    fatigue_ductility_exponent: Ratio,
    youngs_modulus: Modulus,
) -> Cycles:
    """Cycles that a strain amplitude allows under a largest stress, after Smith, Watson and Topper.

    Parameters
    ----------
    strain_amplitude
        Half the range of the strain.
    maximum_stress
        Largest stress of the cycle [MPa, ksi].
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent of the elastic part, below zero.
    fatigue_ductility_coefficient
        Plastic strain amplitude at one reversal.
    fatigue_ductility_exponent
        Exponent of the plastic part, below zero.
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    Cycles
        Number of cycles; without limit for a cycle that never pulls.

    Raises
    ------
    InputError
        When an exponent is not below zero, or the coefficient zero.

    Notes
    -----
    Suits metals whose cracks grow under tension, not those that fail in shear.

    References
    ----------
    K. N. Smith, P. Watson and T. H. Topper, J. Materials 5 (1970) 767-778.

    Examples
    --------
    >>> swt_strain_life_cycles(0.01, "616.25 MPa", "1240 MPa", -0.09, 0.58, -0.57, "200 GPa").m
    1183...
    """
    strength = np.asarray(fatigue_strength_coefficient, dtype=float)
    reversals = solve_power_sum(
        np.maximum(maximum_stress, 0.0) * strain_amplitude,
        strength**2 / youngs_modulus, 2 * fatigue_strength_exponent,
        strength * fatigue_ductility_coefficient, fatigue_strength_exponent + fatigue_ductility_exponent,
    )  # fmt: skip
    return reversals / 2


@formula(
    symbol="N_t",
    equation=r"N_t = \frac{1}{2} (\frac{E \epsilon'_f}{\sigma'_f})^{1 / (b_s - c_s)}",
    source="coffin-manson",
    example=_CONSTANTS,
    requires=(
        _STRONG,
        Requires(
            ("fatigue_strength_exponent", "fatigue_ductility_exponent"), lambda b, c: (b < 0) & (c < b),
            "the plastic part falls faster: its exponent is below that of the elastic part, which is below zero",
        ),
    ),
)  # fmt: skip
def transition_life(
    fatigue_strength_coefficient: Stress,
    fatigue_strength_exponent: Ratio,
    fatigue_ductility_coefficient: PositiveRatio,
    fatigue_ductility_exponent: Ratio,
    youngs_modulus: Modulus,
) -> Cycles:
    """Life at which elastic and plastic strain are equal.

    Parameters
    ----------
    fatigue_strength_coefficient
        Stress amplitude at one reversal [MPa, ksi].
    fatigue_strength_exponent
        Exponent of the elastic part, below zero.
    fatigue_ductility_coefficient
        Plastic strain amplitude at one reversal.
    fatigue_ductility_exponent
        Exponent of the plastic part, below that of the elastic one.
    youngs_modulus
        Elastic modulus [GPa].

    Returns
    -------
    Cycles
        Number of cycles: shorter lives want ductility, longer ones strength.

    Raises
    ------
    InputError
        When the exponents are not in that order.

    Notes
    -----
    The crossing of the two lines of `strain_life_amplitude`.

    References
    ----------
    S. S. Manson, NACA TN 2933, 1953.  The example is Boresi and Schmidt, example 16.5: 6390 cycles.

    Examples
    --------
    >>> transition_life("1240 MPa", -0.09, 0.58, -0.57, "200 GPa").m
    6386.98...
    """
    ratio = np.asarray(youngs_modulus) * fatigue_ductility_coefficient / fatigue_strength_coefficient
    return 0.5 * ratio ** (1 / (fatigue_strength_exponent - fatigue_ductility_exponent))

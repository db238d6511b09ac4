"""Flow stress at high rates and temperatures by the law of Johnson and Cook."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import PositiveRatio, Ratio, Real, Strain, StrainRate, Stress, Temperature
from chipload.units.parameters import Requires


def _rate_factor(strain_rate: Real, reference_strain_rate: Real, rate_sensitivity: Real) -> Real:
    with np.errstate(divide="ignore", invalid="ignore"):  # a rate of zero is refused by what it leaves
        factor: Real = 1 + rate_sensitivity * (np.log(strain_rate) - np.log(reference_strain_rate))
    return factor


@formula(
    symbol=r"\sigma_f",
    equation=(
        r"\sigma_f = (S_y + K_n \epsilon_p^{n_h})(1 + C_r \ln(\frac{\epsilon'}{\epsilon'_0}))"
        r"(1 - (\frac{\theta - \theta_0}{\theta_m - \theta_0})^{m_s})"
    ),
    source="johnson1983",
    example={
        "plastic_strain": 0.2, "strain_rate": "1000 1/s", "temperature": "300 degC", "yield_strength": "792 MPa",
        "strength_coefficient": "510 MPa", "hardening_exponent": 0.26, "rate_sensitivity": 0.014,
        "softening_exponent": 1.03, "reference_strain_rate": "1 1/s", "reference_temperature": "25 degC",
        "melting_temperature": "1500 degC",
    },
    requires=(
        Requires(
            ("plastic_strain",), lambda plastic_strain: plastic_strain >= 0,
            "give the size of the plastic strain, zero or more",
        ),
        Requires(
            ("reference_temperature", "melting_temperature"), lambda reference, melting: reference < melting,
            "metals melt above the temperature of the reference test",
        ),
        Requires(
            ("temperature", "reference_temperature"), lambda temperature, reference: temperature >= reference,
            "the law says nothing below its reference temperature; give a higher temperature, or constants of a "
            "colder reference",
        ),
        Requires(
            ("temperature", "melting_temperature"), lambda temperature, melting: temperature <= melting,
            "the metal is molten and has no flow stress; give a lower temperature",
        ),
        Requires(
            ("strain_rate", "reference_strain_rate", "rate_sensitivity"),
            lambda rate, reference, sensitivity: (reference > 0) & (_rate_factor(rate, reference, sensitivity) >= 0),
            "so far below the reference rate, which is above zero, the law leaves no stress; give a higher rate",
        ),
    ),
)  # fmt: skip
def johnson_cook_stress(
    plastic_strain: Strain,
    strain_rate: StrainRate,
    temperature: Temperature,
    yield_strength: Stress,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
    rate_sensitivity: Ratio,
    softening_exponent: PositiveRatio,
    reference_strain_rate: StrainRate,
    reference_temperature: Temperature,
    melting_temperature: Temperature,
) -> Stress:
    """Flow stress at a strain, a rate of strain and a temperature.

    Parameters
    ----------
    plastic_strain
        Equivalent plastic strain, true.
    strain_rate
        Rate of the plastic strain [1/s].
    temperature
        Of the metal [°C, °F].
    yield_strength
        Constant A, the yield stress at the reference rate and temperature [MPa, ksi].
    strength_coefficient
        Constant B [MPa, ksi].
    hardening_exponent
        Constant n.
    rate_sensitivity
        Constant C.
    softening_exponent
        Constant m.
    reference_strain_rate
        Rate at which A, B and n hold [1/s].
    reference_temperature
        Temperature at which A, B and n hold [°C, °F].
    melting_temperature
        Temperature at which the stress is gone [°C, °F].

    Returns
    -------
    Stress
        Flow stress [MPa, ksi].

    Raises
    ------
    InputError
        When the temperature is not between the reference and melting, or the rate so low that no stress is left.

    Notes
    -----
    Nothing is cut off: below the reference rate the stress falls further, where many programs hold it.  Constants
    of different tests of one metal differ much, and a cut strains more and faster than the tests they come from, so
    there the law extrapolates.  Strain, rate and heat act independently in it, which blue brittleness and dynamic
    recrystallization do not.

    References
    ----------
    G. R. Johnson and W. H. Cook, A constitutive model and data for metals subjected to large strains, high strain
    rates and high temperatures, 7th Int. Symp. on Ballistics, 1983, 541-547.  The constants of the example are
    those of 4340 in the documentation of Elasticipy, with its answer of 1026.046 MPa at a strain of 0.05.

    Examples
    --------
    >>> steel = ("792 MPa", "510 MPa", 0.26, 0.014, 1.03, "1 1/s", "25 degC", "1500 degC")
    >>> johnson_cook_stress(0.05, "1 1/s", "25 degC", *steel).m
    1026.0466...
    """
    hot = (temperature - reference_temperature) / (melting_temperature - reference_temperature)
    # rounding at either end of the range would leave it
    softened = 1 - np.clip(hot, 0.0, 1.0) ** softening_exponent
    hardened = yield_strength + strength_coefficient * plastic_strain**hardening_exponent
    return hardened * _rate_factor(strain_rate, reference_strain_rate, rate_sensitivity) * softened

"""Energy that an elastic body stores, in all and in its two parts."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.mechanics.alike import together
from chipload.mechanics.states.elasticity import RATIO_OF_COMPLIANCE
from chipload.mechanics.states.tensors import von_mises
from chipload.units.formulas import formula
from chipload.units.kinds import EnergyDensity, Modulus, Ratio, SignedStress


@dataclass(frozen=True)
class StrainEnergyDensity:
    """Energy on the volume: in all, that of the change of shape and that of the change of volume."""

    strain_energy: EnergyDensity
    distortion_energy: EnergyDensity
    dilatation_energy: EnergyDensity


@formula(
    symbol="u_d",
    equation=(
        r"u = u_d + u_v ,\quad u_d = \frac{1 + \nu}{3 E} \sigma_v^2 "
        r",\quad u_v = \frac{1 - 2 \nu}{6 E} (\sigma_1 + \sigma_2 + \sigma_3)^2"
    ),
    source="shigley-design",
    example={
        "major_principal_stress": "200 MPa", "middle_principal_stress": "60 MPa",
        "minor_principal_stress": "40 MPa", "youngs_modulus": "207 GPa", "poisson_ratio": 0.29,
    },
    requires=(RATIO_OF_COMPLIANCE,),
)  # fmt: skip
def strain_energy_density(
    major_principal_stress: SignedStress,
    middle_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> StrainEnergyDensity:
    """Elastic energy on the volume: total, of distortion and of dilatation.

    Parameters
    ----------
    major_principal_stress, middle_principal_stress, minor_principal_stress
        Principal stresses, in any order [MPa, ksi].
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    StrainEnergyDensity
        Energies on the volume [kJ/m³].

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    Linear, isotropic, without change of temperature.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-5.

    Examples
    --------
    >>> strain_energy_density("200 MPa", "0 MPa", "0 MPa", "200 GPa", 0.3).strain_energy.m
    100.0
    """
    equivalent = von_mises(major_principal_stress, middle_principal_stress, minor_principal_stress, 0.0, 0.0, 0.0)
    trace = major_principal_stress + middle_principal_stress + minor_principal_stress
    shape = (1 + poisson_ratio) / (3 * youngs_modulus) * equivalent**2
    volume = (1 - 2 * poisson_ratio) / (6 * youngs_modulus) * trace**2
    return StrainEnergyDensity(*together(shape + volume, shape, volume))

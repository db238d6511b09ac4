"""Hooke's law of an isotropic body as formulas: normal stresses and strains in space, and shear."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.mechanics.states.elasticity import RATIO_OF_COMPLIANCE, RATIO_OF_STIFFNESS
from chipload.units.formulas import formula
from chipload.units.kinds import Modulus, Ratio, SignedStress, Strain

_STEEL = {"youngs_modulus": "205 GPa", "poisson_ratio": 0.3}


@dataclass(frozen=True)
class NormalStrains:
    """Normal strains along three axes."""

    normal_strain_x: Strain
    normal_strain_y: Strain
    normal_strain_z: Strain


@dataclass(frozen=True)
class NormalStresses:
    """Normal stresses along three axes."""

    normal_stress_x: SignedStress
    normal_stress_y: SignedStress
    normal_stress_z: SignedStress


@formula(
    symbol=r"\epsilon_x",
    equation=(
        r"\epsilon_x = \frac{\sigma_x - \nu (\sigma_y + \sigma_z)}{E} "
        r",\quad \epsilon_y = \frac{\sigma_y - \nu (\sigma_z + \sigma_x)}{E} "
        r",\quad \epsilon_z = \frac{\sigma_z - \nu (\sigma_x + \sigma_y)}{E}"
    ),
    source="gere-mechanics",
    example={
        "normal_stress_x": "100 MPa", "normal_stress_y": "200 MPa", "normal_stress_z": "-50 MPa", **_STEEL,
    },
    requires=(RATIO_OF_COMPLIANCE,),
)  # fmt: skip
def hooke_strains(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    normal_stress_z: SignedStress,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> NormalStrains:
    """Normal strains of a body under normal stresses.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, normal_stress_z
        Normal stresses, tension positive [MPa, ksi].
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    NormalStrains
        Normal strains.

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    Isotropic and below yield.  With shear and temperature see `StressState.strain`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.6.  The example is 8.2: 306 and 72 millionths along hoop and axis.

    Examples
    --------
    >>> found = hooke_strains("72 MPa", "36 MPa", "0 MPa", "200 GPa", 0.3)
    >>> found.normal_strain_x.m, found.normal_strain_y.m
    (0.000306, 0.000072)
    """
    first = (normal_stress_x - poisson_ratio * (normal_stress_y + normal_stress_z)) / youngs_modulus
    second = (normal_stress_y - poisson_ratio * (normal_stress_z + normal_stress_x)) / youngs_modulus
    third = (normal_stress_z - poisson_ratio * (normal_stress_x + normal_stress_y)) / youngs_modulus
    return NormalStrains(first, second, third)


@formula(
    symbol=r"\sigma_x",
    equation=(
        r"\sigma_x = \frac{E}{1 + \nu} (\epsilon_x + \frac{\nu}{1 - 2 \nu} (\epsilon_x + \epsilon_y + \epsilon_z)) "
        r",\quad \sigma_y , \sigma_z \operatorname{likewise}"
    ),
    source="gere-mechanics",
    example={"normal_strain_x": 270e-6, "normal_strain_y": 900e-6, "normal_strain_z": -680e-6, **_STEEL},
    requires=(RATIO_OF_STIFFNESS,),
)
def hooke_stresses(
    normal_strain_x: Strain,
    normal_strain_y: Strain,
    normal_strain_z: Strain,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> NormalStresses:
    """Normal stresses in a body with normal strains.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, normal_strain_z
        Normal strains.
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    NormalStresses
        Normal stresses [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio is not between -1 and 0.5.

    Notes
    -----
    Isotropic and below yield.  With shear and temperature see `StrainState.stress`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.6.

    Examples
    --------
    >>> hooke_stresses(1e-3, 0.0, 0.0, "200 GPa", 0.25).normal_stress_x.m
    240.0
    """
    shape = youngs_modulus / (1 + poisson_ratio)
    volume = poisson_ratio / (1 - 2 * poisson_ratio) * (normal_strain_x + normal_strain_y + normal_strain_z)
    return NormalStresses(
        shape * (normal_strain_x + volume), shape * (normal_strain_y + volume), shape * (normal_strain_z + volume)
    )


@formula(
    symbol=r"\tau_{xy}",
    equation=r"\tau_{xy} = G \gamma_{xy}",
    source="gere-mechanics",
    example={"shear_modulus": "80 GPa", "shear_strain_xy": 0.001},
)
def hooke_shear_stress(shear_modulus: Modulus, shear_strain_xy: Strain) -> SignedStress:
    """Shear stress of a shear strain.

    Parameters
    ----------
    shear_modulus
        Of the material [GPa].
    shear_strain_xy
        Shear strain, the full angle.

    Returns
    -------
    Quantity
        Shear stress [MPa].

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 1.6.  The example is Beer, Johnston and DeWolf, Mechanics of
    Materials, example 2.10: 0.04 in of 2 in make 1800 psi.

    Examples
    --------
    >>> hooke_shear_stress("90 ksi", 0.02).to("psi").m
    1800.0
    """
    return shear_modulus * shear_strain_xy

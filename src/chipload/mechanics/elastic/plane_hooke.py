"""Hooke's law of an isotropic body as formulas: plane stress and plane strain, both ways."""

from __future__ import annotations

from dataclasses import dataclass

from chipload.mechanics.alike import together
from chipload.mechanics.states.elasticity import RATIO_OF_COMPLIANCE, RATIO_OF_STIFFNESS
from chipload.units.formulas import formula
from chipload.units.kinds import Modulus, Ratio, SignedStress, Strain

_STEEL = {"youngs_modulus": "205 GPa", "poisson_ratio": 0.3}
_STRESSES = {"normal_stress_x": "100 MPa", "normal_stress_y": "200 MPa", "shear_stress_xy": "50 MPa"}
_STRAINS = {"normal_strain_x": 200e-6, "normal_strain_y": 830e-6, "shear_strain_xy": 630e-6}


@dataclass(frozen=True)
class PlaneStressStrains:
    """Strains of plane stress; that along z follows from the other two."""

    normal_strain_x: Strain
    normal_strain_y: Strain
    normal_strain_z: Strain
    shear_strain_xy: Strain


@dataclass(frozen=True)
class PlaneStresses:
    """Stresses of plane stress."""

    normal_stress_x: SignedStress
    normal_stress_y: SignedStress
    shear_stress_xy: SignedStress


@dataclass(frozen=True)
class PlaneStrains:
    """Strains of plane strain, and the stress along z that holds the body at its length."""

    normal_strain_x: Strain
    normal_strain_y: Strain
    shear_strain_xy: Strain
    normal_stress_z: SignedStress


@dataclass(frozen=True)
class PlaneStrainStresses:
    """Stresses of plane strain."""

    normal_stress_x: SignedStress
    normal_stress_y: SignedStress
    normal_stress_z: SignedStress
    shear_stress_xy: SignedStress


@formula(
    symbol=r"\epsilon_x",
    equation=(
        r"\epsilon_x = \frac{\sigma_x - \nu \sigma_y}{E} ,\quad \epsilon_y = \frac{\sigma_y - \nu \sigma_x}{E} "
        r",\quad \epsilon_z = -\frac{\nu (\sigma_x + \sigma_y)}{E} "
        r",\quad \gamma_{xy} = \frac{2 (1 + \nu) \tau_{xy}}{E}"
    ),
    source="gere-mechanics",
    example={**_STRESSES, **_STEEL},
    requires=(RATIO_OF_COMPLIANCE,),
)
def plane_stress_strains(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    shear_stress_xy: SignedStress,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> PlaneStressStrains:
    """Strains of plane stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    PlaneStressStrains
        Strains, the shear strain as the full angle.

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    For thin plates and free surfaces.  Isotropic and below yield.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.5.  The example is from the tests of pyLife of Bosch Research.

    Examples
    --------
    >>> found = plane_stress_strains("100 MPa", "200 MPa", "50 MPa", "205 GPa", 0.3)
    >>> found.normal_strain_x.m, found.shear_strain_xy.m
    (0.000195..., 0.000634...)
    """
    first = (normal_stress_x - poisson_ratio * normal_stress_y) / youngs_modulus
    second = (normal_stress_y - poisson_ratio * normal_stress_x) / youngs_modulus
    third = -poisson_ratio * (normal_stress_x + normal_stress_y) / youngs_modulus
    shear = 2 * (1 + poisson_ratio) * shear_stress_xy / youngs_modulus
    return PlaneStressStrains(*together(first, second, third, shear))


@formula(
    symbol=r"\sigma_x",
    equation=(
        r"\sigma_x = \frac{E (\epsilon_x + \nu \epsilon_y)}{1 - \nu^2} "
        r",\quad \sigma_y = \frac{E (\epsilon_y + \nu \epsilon_x)}{1 - \nu^2} "
        r",\quad \tau_{xy} = \frac{E \gamma_{xy}}{2 (1 + \nu)}"
    ),
    source="gere-mechanics",
    example={**_STRAINS, **_STEEL},
    requires=(RATIO_OF_COMPLIANCE,),
)
def plane_stress_stresses(
    normal_strain_x: Strain,
    normal_strain_y: Strain,
    shear_strain_xy: Strain,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> PlaneStresses:
    """Stresses of plane stress from strains, as gauges on a free surface read them.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, shear_strain_xy
        Strains, the shear strain as the full angle.
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    PlaneStresses
        Stresses [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    Isotropic and below yield.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 7.5.

    Examples
    --------
    >>> plane_stress_stresses(1e-3, 0.0, 0.0, "200 GPa", 0.0).normal_stress_x.m
    200.0
    """
    plate = youngs_modulus / (1 - poisson_ratio**2)
    first = plate * (normal_strain_x + poisson_ratio * normal_strain_y)
    second = plate * (normal_strain_y + poisson_ratio * normal_strain_x)
    return PlaneStresses(*together(first, second, youngs_modulus * shear_strain_xy / (2 * (1 + poisson_ratio))))


@formula(
    symbol=r"\epsilon_x",
    equation=(
        r"\epsilon_x = \frac{1 + \nu}{E} ((1 - \nu) \sigma_x - \nu \sigma_y) "
        r",\quad \epsilon_y = \frac{1 + \nu}{E} ((1 - \nu) \sigma_y - \nu \sigma_x) "
        r",\quad \gamma_{xy} = \frac{2 (1 + \nu) \tau_{xy}}{E} ,\quad \sigma_z = \nu (\sigma_x + \sigma_y)"
    ),
    source="timoshenko-goodier",
    example={**_STRESSES, **_STEEL},
    requires=(RATIO_OF_COMPLIANCE,),
)
def plane_strain_strains(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    shear_stress_xy: SignedStress,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> PlaneStrains:
    """Strains of plane strain, and the stress that holds the body at its length.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    PlaneStrains
        Strains, the shear strain as the full angle, and the stress along z [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio cannot be.

    Notes
    -----
    For long bodies whose ends are held.  Isotropic and below yield.

    References
    ----------
    S. P. Timoshenko and J. N. Goodier, Theory of Elasticity, section 17.  The example is from the tests of pyLife of
    Bosch Research.

    Examples
    --------
    >>> found = plane_strain_strains("100 MPa", "200 MPa", "50 MPa", "205 GPa", 0.3)
    >>> found.normal_strain_y.m, found.normal_stress_z.m
    (0.000697..., 90.0)
    """
    share = (1 + poisson_ratio) / youngs_modulus
    first = share * ((1 - poisson_ratio) * normal_stress_x - poisson_ratio * normal_stress_y)
    second = share * ((1 - poisson_ratio) * normal_stress_y - poisson_ratio * normal_stress_x)
    along = poisson_ratio * (normal_stress_x + normal_stress_y)
    return PlaneStrains(*together(first, second, 2 * share * shear_stress_xy, along))


@formula(
    symbol=r"\sigma_x",
    equation=(
        r"\sigma_x = \frac{E}{(1 + \nu) (1 - 2 \nu)} ((1 - \nu) \epsilon_x + \nu \epsilon_y) "
        r",\quad \sigma_y = \frac{E}{(1 + \nu) (1 - 2 \nu)} ((1 - \nu) \epsilon_y + \nu \epsilon_x) "
        r",\quad \tau_{xy} = \frac{E \gamma_{xy}}{2 (1 + \nu)} ,\quad \sigma_z = \nu (\sigma_x + \sigma_y)"
    ),
    source="timoshenko-goodier",
    example={**_STRAINS, **_STEEL},
    requires=(RATIO_OF_STIFFNESS,),
)
def plane_strain_stresses(
    normal_strain_x: Strain,
    normal_strain_y: Strain,
    shear_strain_xy: Strain,
    youngs_modulus: Modulus,
    poisson_ratio: Ratio,
) -> PlaneStrainStresses:
    """Stresses of plane strain.

    Parameters
    ----------
    normal_strain_x, normal_strain_y, shear_strain_xy
        Strains, the shear strain as the full angle.
    youngs_modulus, poisson_ratio
        Of the material [GPa].

    Returns
    -------
    PlaneStrainStresses
        Stresses [MPa].

    Raises
    ------
    InputError
        When Poisson's ratio is not between -1 and 0.5.

    Notes
    -----
    For long bodies whose ends are held.  Isotropic and below yield.

    References
    ----------
    S. P. Timoshenko and J. N. Goodier, Theory of Elasticity, section 17.

    Examples
    --------
    >>> plane_strain_stresses(1e-3, 0.0, 0.0, "200 GPa", 0.25).normal_stress_x.m
    240.0
    """
    whole = youngs_modulus / ((1 + poisson_ratio) * (1 - 2 * poisson_ratio))
    first = whole * ((1 - poisson_ratio) * normal_strain_x + poisson_ratio * normal_strain_y)
    second = whole * ((1 - poisson_ratio) * normal_strain_y + poisson_ratio * normal_strain_x)
    shear = youngs_modulus * shear_strain_xy / (2 * (1 + poisson_ratio))
    return PlaneStrainStresses(*together(first, second, poisson_ratio * (first + second), shear))

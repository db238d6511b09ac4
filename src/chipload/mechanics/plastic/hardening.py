"""Flow curves of metals: Hollomon, Ludwik and Voce, where necking begins, and the work of deforming."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Density,
    EnergyDensity,
    Fraction,
    PositiveRatio,
    SpecificHeat,
    Strain,
    Stress,
    TemperatureRise,
)
from chipload.units.parameters import Requires

_PULLED = Requires(("true_strain",), lambda true_strain: true_strain >= 0, "give the size of the strain, zero or more")
_FLOWED = Requires(
    ("plastic_strain",), lambda plastic_strain: plastic_strain >= 0, "give the size of the plastic strain, zero or more"
)


@dataclass(frozen=True)
class NeckingPoint:
    """Where a bar of a power-law material begins to neck."""

    necking_strain: Strain
    necking_stress: Stress
    tensile_strength: Stress
    uniform_elongation: Strain


@formula(
    symbol=r"\sigma_f",
    equation=r"\sigma_f = K_n \epsilon_t^{n_h}",
    source="hollomon1945",
    example={"true_strain": 0.1, "strength_coefficient": "737 MPa", "hardening_exponent": 0.19},
    requires=(_PULLED,),
)
def hollomon_stress(true_strain: Strain, strength_coefficient: Stress, hardening_exponent: PositiveRatio) -> Stress:
    """Flow stress by the power law of Hollomon.

    Parameters
    ----------
    true_strain
        True strain; whether total or plastic is told by how the constants were fitted.
    strength_coefficient
        True stress at a true strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    Stress
        True stress [MPa, ksi].

    Raises
    ------
    InputError
        When the strain is negative.

    Notes
    -----
    A fit to the plastic range of one temperature and one slow rate.  It begins at zero stress, so it is no model
    of the beginning of yield; outside the strains of its fit it is a guess.

    References
    ----------
    J. H. Hollomon, Tensile deformation, Trans. AIME 162 (1945) 268-290.  ASTM E646.

    Examples
    --------
    >>> hollomon_stress(1.0, "737 MPa", 0.19).m
    737.0
    """
    return strength_coefficient * true_strain**hardening_exponent


@formula(
    symbol=r"\sigma_f",
    equation=r"\sigma_f = S_y + K_n \epsilon_p^{n_h}",
    source="ludwik1909",
    example={
        "plastic_strain": 0.1, "yield_strength": "300 MPa", "strength_coefficient": "500 MPa",
        "hardening_exponent": 0.4,
    },
    requires=(_FLOWED,),
)  # fmt: skip
def ludwik_stress(
    plastic_strain: Strain, yield_strength: Stress, strength_coefficient: Stress, hardening_exponent: PositiveRatio
) -> Stress:
    """Flow stress by the law of Ludwik, which begins at a yield stress.

    Parameters
    ----------
    plastic_strain
        True plastic strain.
    yield_strength
        Stress at which flow begins [MPa, ksi].
    strength_coefficient
        Rise of stress at a plastic strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    Stress
        True stress [MPa, ksi].

    Raises
    ------
    InputError
        When the strain is negative.

    Notes
    -----
    One temperature and one slow rate; its first factor is also that of Johnson and Cook.

    References
    ----------
    P. Ludwik, Elemente der technologischen Mechanik, Springer, 1909.  The example is Johnson and Cook's 4340 at
    the reference rate and temperature, 987.45 MPa.

    Examples
    --------
    >>> ludwik_stress(0.025, "792 MPa", "510 MPa", 0.26).m
    987.4495...
    """
    return yield_strength + strength_coefficient * plastic_strain**hardening_exponent


@formula(
    symbol=r"\sigma_f",
    equation=r"\sigma_f = \sigma_s - (\sigma_s - S_y) \exp(\frac{-\epsilon_p}{\epsilon_s})",
    source="voce1948",
    example={
        "plastic_strain": 0.05, "yield_strength": "150 MPa", "saturation_stress": "320 MPa",
        "saturation_strain": 0.08,
    },
    requires=(
        _FLOWED,
        Requires(
            ("saturation_strain",), lambda saturation_strain: saturation_strain > 0,
            "the strain over which the stress settles is above zero",
        ),
    ),
)  # fmt: skip
def voce_stress(
    plastic_strain: Strain, yield_strength: Stress, saturation_stress: Stress, saturation_strain: Strain
) -> Stress:
    """Flow stress by the law of Voce, which settles at a saturation stress.

    Parameters
    ----------
    plastic_strain
        True plastic strain.
    yield_strength
        Stress at which flow begins [MPa, ksi].
    saturation_stress
        Stress that large strains come to [MPa, ksi].
    saturation_strain
        Strain in which 63 % of the rise has happened.

    Returns
    -------
    Stress
        True stress [MPa, ksi].

    Raises
    ------
    InputError
        When a strain is negative, or that of saturation zero.

    Notes
    -----
    One temperature and one slow rate.  Suits metals that soften while they deform, such as many aluminium alloys;
    the power laws go on rising.

    References
    ----------
    E. Voce, The relationship between stress and strain for homogeneous deformation, J. Inst. Metals 74 (1948)
    537-562.

    Examples
    --------
    >>> voce_stress(0.08, "150 MPa", "320 MPa", 0.08).m
    257.4604...
    """
    return saturation_stress - (saturation_stress - yield_strength) * np.exp(-plastic_strain / saturation_strain)


@formula(
    symbol=r"\epsilon_u",
    equation=(
        r"\epsilon_u = n_h ,\quad \sigma_u = K_n n_h^{n_h} ,\quad S_u = K_n (\frac{n_h}{e})^{n_h} ,\quad "
        r"A_g = \exp(n_h) - 1"
    ),
    source="considere1885",
    example={"strength_coefficient": "737 MPa", "hardening_exponent": 0.19},
)
def necking_point(strength_coefficient: Stress, hardening_exponent: PositiveRatio) -> NeckingPoint:
    """Where necking begins in a bar of Hollomon's material, and its tensile strength.

    Parameters
    ----------
    strength_coefficient
        True stress at a true strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    NeckingPoint
        True strain and stress there [MPa, ksi], the tensile strength, which is the engineering stress there, and
        the engineering strain there.

    Notes
    -----
    The force on the bar is highest where the slope of the true curve equals the true stress (Considère).  Rate
    sensitivity delays necking, which this leaves out.

    References
    ----------
    A. Considère, Annales des ponts et chaussées 9 (1885) 574-775.  G. E. Dieter, Mechanical Metallurgy, chapter 8.

    Examples
    --------
    >>> necking_point("100000 psi", 0.5).tensile_strength.to("psi").m
    42888.19...
    """
    n = hardening_exponent + 0.0 * strength_coefficient  # as many as there are of both
    return NeckingPoint(n, strength_coefficient * n**n, strength_coefficient * (n * np.exp(-1.0)) ** n, np.expm1(n))


@formula(
    symbol="w_p",
    equation=r"w_p = S_y \epsilon_p + \frac{K_n \epsilon_p^{n_h + 1}}{n_h + 1}",
    source="ludwik1909",
    example={
        "plastic_strain": 0.3, "strength_coefficient": "500 MPa", "hardening_exponent": 0.4,
        "yield_strength": "300 MPa",
    },
    requires=(_FLOWED,),
)  # fmt: skip
def plastic_work(
    plastic_strain: Strain,
    strength_coefficient: Stress,
    hardening_exponent: PositiveRatio,
    yield_strength: Stress = 0.0,
) -> EnergyDensity:
    """Work of plastic deformation on a volume, by the law of Ludwik, or of Hollomon without a yield stress.

    Parameters
    ----------
    plastic_strain
        True plastic strain.
    strength_coefficient
        Rise of stress at a plastic strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.
    yield_strength
        Stress at which flow begins; 0 makes it Hollomon's law [MPa, ksi].

    Returns
    -------
    EnergyDensity
        Area under the flow curve [kJ/m³].

    Raises
    ------
    InputError
        When the strain is negative.

    Notes
    -----
    Ideal work: friction at the tool and shear that is turned back come on top.

    References
    ----------
    S. Kalpakjian and S. R. Schmid, Manufacturing Engineering and Technology, chapter 2.

    Examples
    --------
    >>> plastic_work(1.0, "500 MPa", 0.25).to("MPa").m
    400.0
    """
    power = hardening_exponent + 1
    return yield_strength * plastic_strain + strength_coefficient * plastic_strain**power / power


@formula(
    symbol=r"\sigma_{fm}",
    equation=r"\sigma_{fm} = \frac{K_n \epsilon_t^{n_h}}{n_h + 1}",
    source="hollomon1945",
    example={"true_strain": 0.5, "strength_coefficient": "500 MPa", "hardening_exponent": 0.25},
    requires=(_PULLED,),
)
def mean_flow_stress(true_strain: Strain, strength_coefficient: Stress, hardening_exponent: PositiveRatio) -> Stress:
    """Mean flow stress from zero to a strain, by the power law of Hollomon.

    Parameters
    ----------
    true_strain
        True strain at the end.
    strength_coefficient
        True stress at a true strain of one [MPa, ksi].
    hardening_exponent
        Exponent of strain hardening.

    Returns
    -------
    Stress
        Work over strain [MPa, ksi].

    Raises
    ------
    InputError
        When the strain is negative.

    Notes
    -----
    For work that begins annealed; cold-worked metal begins further along the curve.

    References
    ----------
    S. Kalpakjian and S. R. Schmid, Manufacturing Engineering and Technology, chapter 2.

    Examples
    --------
    >>> mean_flow_stress(1.0, "500 MPa", 0.25).m
    400.0
    """
    return strength_coefficient * true_strain**hardening_exponent / (hardening_exponent + 1)


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = \frac{\beta_h w_p}{\rho c}",
    source="taylor1934",
    example={
        "plastic_work": "300 MJ/m**3", "density": "7.83 g/cm**3", "specific_heat": "477 J/(kg*K)",
        "heat_fraction": 0.9,
    },
)  # fmt: skip
def adiabatic_rise(
    plastic_work: EnergyDensity, density: Density, specific_heat: SpecificHeat, heat_fraction: Fraction
) -> TemperatureRise:
    """Rise in temperature of metal deformed too fast for its heat to leave.

    Parameters
    ----------
    plastic_work
        Work of plastic deformation on a volume [kJ/m³].
    density
        Of the metal [g/cm³].
    specific_heat
        Of the metal [J/(kg K)].
    heat_fraction
        Share of the work that becomes heat; about 0.9 is usual for metals at large strain.

    Returns
    -------
    TemperatureRise
        Temperature difference [K].

    Notes
    -----
    No heat leaves, which holds where the deformation is over before heat can flow, as in the shear zone of a cut.
    The rest of the work stays in the dislocations.

    References
    ----------
    G. I. Taylor and H. Quinney, The latent energy remaining in a metal after cold working, Proc. R. Soc. A 143
    (1934) 307-326.

    Examples
    --------
    >>> adiabatic_rise("373.491 MJ/m**3", "7.83 g/cm**3", "477 J/(kg*K)", 1.0).m
    100.0
    """
    return heat_fraction * plastic_work / (density * specific_heat)

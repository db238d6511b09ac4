"""Stress and strain of a tensile test, by the first section and by the present one."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Area, Ratio, SignedForce, SignedStress, Strain
from chipload.units.parameters import Requires

_STRETCHED = Requires(
    ("engineering_strain",),
    lambda engineering_strain: engineering_strain > -1.0,
    "a length cannot shrink to nothing; an engineering strain is above -1",
)
_SOME_LEFT = Requires(
    ("reduction_of_area",),
    lambda reduction_of_area: (reduction_of_area >= 0.0) & (reduction_of_area < 1.0),
    "the section cannot vanish or grow; a reduction of area is from 0 to below 1",
)


@formula(
    symbol=r"\epsilon_t",
    equation=r"\epsilon_t = \ln(1 + \epsilon_e)",
    source="dieter-metallurgy",
    example={"engineering_strain": 0.15},
    requires=(_STRETCHED,),
)
def true_strain(engineering_strain: Strain) -> Strain:
    """True strain of a bar from its change in length.

    Parameters
    ----------
    engineering_strain
        Change in length over the first length.

    Returns
    -------
    Strain
        Natural logarithm of the present length over the first.

    Raises
    ------
    InputError
        When the bar would have no length left.

    Notes
    -----
    Up to necking only, while the bar is strained evenly; beyond it, take the section at the neck with
    `true_strain_from_reduction`.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, chapter 3.

    Examples
    --------
    >>> true_strain(2.0).m
    1.0986122...
    """
    return np.log1p(engineering_strain)


@formula(
    symbol=r"\epsilon_e",
    equation=r"\epsilon_e = \exp(\epsilon_t) - 1",
    source="dieter-metallurgy",
    example={"true_strain": 0.14},
)
def engineering_strain(true_strain: Strain) -> Strain:
    """Engineering strain of a bar from its true strain.

    Parameters
    ----------
    true_strain
        Natural logarithm of the present length over the first.

    Returns
    -------
    Strain
        Change in length over the first length.

    Notes
    -----
    From the strain at a neck this is the elongation of the neck alone, not of the gauge length.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, example 3.1: a true strain of 0.3449 is an engineering one of 0.4119.

    Examples
    --------
    >>> engineering_strain(0.3449).m
    0.4118...
    """
    return np.expm1(true_strain)


@formula(
    symbol=r"\sigma_t",
    equation=r"\sigma_t = \sigma_e (1 + \epsilon_e)",
    source="dieter-metallurgy",
    example={"engineering_stress": "400 MPa", "engineering_strain": 0.15},
    requires=(_STRETCHED,),
)
def true_stress(engineering_stress: SignedStress, engineering_strain: Strain) -> SignedStress:
    """True stress in a bar from its engineering stress and strain.

    Parameters
    ----------
    engineering_stress
        Force over the first section [MPa, ksi].
    engineering_strain
        Change in length over the first length.

    Returns
    -------
    SignedStress
        Force over the present section [MPa, ksi].

    Raises
    ------
    InputError
        When the bar would have no length left.

    Notes
    -----
    The volume stays the same, which plastic strain keeps and the far smaller elastic strain does not quite.  Up to
    necking only: beyond it the strain of the gauge length is not that of the neck.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, chapter 3.

    Examples
    --------
    >>> true_stress("2 MPa", 2.0).m
    6.0
    """
    return engineering_stress * (1 + engineering_strain)


@formula(
    symbol=r"\sigma_e",
    equation=r"\sigma_e = \sigma_t \exp(-\epsilon_t)",
    source="dieter-metallurgy",
    example={"true_stress": "460 MPa", "true_strain": 0.14},
)
def engineering_stress(true_stress: SignedStress, true_strain: Strain) -> SignedStress:
    """Engineering stress in a bar from its true stress and strain.

    Parameters
    ----------
    true_stress
        Force over the present section [MPa, ksi].
    true_strain
        Natural logarithm of the present length over the first.

    Returns
    -------
    SignedStress
        Force over the first section [MPa, ksi].

    Notes
    -----
    The volume stays the same.  Beyond necking it holds for the section at the neck, with its own true strain.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, chapter 3.

    Examples
    --------
    >>> engineering_stress("6 MPa", 1.0986122886681098).m
    2.0
    """
    return true_stress * np.exp(-true_strain)


@formula(
    symbol="Z",
    equation=r"Z = 1 - \frac{A}{A_0}",
    source="dieter-metallurgy",
    example={"area": "60 mm**2", "initial_area": "100 mm**2"},
    requires=(
        Requires(
            ("area", "initial_area"),
            lambda area, initial_area: (area <= initial_area) & (area > 0),
            "the section at the neck is above zero and not larger than before the test",
        ),
    ),
)
def reduction_of_area(area: Area, initial_area: Area) -> Ratio:
    """Share of the section that a tensile test takes away at the neck.

    Parameters
    ----------
    area
        Of the section at the neck [mm², in²].
    initial_area
        Of the section before the test [mm², in²].

    Returns
    -------
    Ratio
        Share, from 0 to below 1.

    Raises
    ------
    InputError
        When the section has grown or vanished.

    Notes
    -----
    A matter of definition.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, example 8.1: from 0.505 in to 0.315 in of diameter is 61.09 %.

    Examples
    --------
    >>> reduction_of_area("0.07793 in**2", "0.20030 in**2").m
    0.6109...
    """
    return 1 - area / initial_area


@formula(
    symbol=r"\epsilon_t",
    equation=r"\epsilon_t = \ln(\frac{1}{1 - Z})",
    source="dieter-metallurgy",
    example={"reduction_of_area": 0.4},
    requires=(_SOME_LEFT,),
)
def true_strain_from_reduction(reduction_of_area: Ratio) -> Strain:
    """True strain at the smallest section, at a neck too.

    Parameters
    ----------
    reduction_of_area
        Share of the section that is gone.

    Returns
    -------
    Strain
        Natural logarithm of the first section over the present one.

    Raises
    ------
    InputError
        When the section has grown or vanished.

    Notes
    -----
    Mean over the section; the volume stays the same.

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, example 3.1: from 0.505 in to 0.425 in of diameter is a strain of 0.3449.

    Examples
    --------
    >>> true_strain_from_reduction(0.29175).m
    0.3449...
    """
    return -np.log1p(-reduction_of_area)


@formula(
    symbol=r"\sigma_t",
    equation=r"\sigma_t = \frac{F_a}{A_0 (1 - Z)}",
    source="dieter-metallurgy",
    example={"axial_force": "5 kN", "initial_area": "12 mm**2", "reduction_of_area": 0.6},
    requires=(
        _SOME_LEFT,
        Requires(("initial_area",), lambda initial_area: initial_area > 0, "a bar has a section above zero"),
    ),
)
def true_stress_from_force(axial_force: SignedForce, initial_area: Area, reduction_of_area: Ratio) -> SignedStress:
    """True stress in the smallest section from the force; at fracture the true fracture stress.

    Parameters
    ----------
    axial_force
        Force on the bar at that moment [N, lbf].
    initial_area
        Of the section before the test [mm², in²].
    reduction_of_area
        Share of the section that is gone at that moment; 0 gives the engineering stress.

    Returns
    -------
    SignedStress
        Force over the present section [MPa, ksi].

    Raises
    ------
    InputError
        When the section has grown or vanished.

    Notes
    -----
    Mean over the section.  In a neck the stress has three axes, and the flow stress is lower than this mean
    (correction of Bridgman, not made here).

    References
    ----------
    G. E. Dieter, Mechanical Metallurgy, chapter 8.

    Examples
    --------
    >>> true_stress_from_force("5 kN", "12 mm**2", 0.6).m
    1041.6666...
    """
    return axial_force / (initial_area * (1 - reduction_of_area))

"""Factors of safety against yield: von Mises, Tresca, and Drucker and Prager for what is stronger in compression.

A state that can never reach the limit, such as equal tension all round for von Mises, has an infinite factor.
"""

from __future__ import annotations

from typing import Any

from chipload.mechanics.states.fracture import (
    coulomb_mohr_safety,
    modified_mohr_safety,
    mohr_coulomb_safety,
    rankine_safety,
)
from chipload.mechanics.states.safety import NOT_WEAKER, ORDERED, over
from chipload.mechanics.states.tensors import von_mises
from chipload.units.formulas import Formula, formula
from chipload.units.kinds import PositiveRatio, SignedStress, Stress
from chipload.units.parameters import Requires

_STRENGTH = Requires(
    ("yield_strength",), lambda strength: strength > 0, "a material yields at some stress; give a strength above zero"
)
_EXAMPLE = {
    "major_principal_stress": "85 MPa", "middle_principal_stress": "70 MPa", "minor_principal_stress": "10 MPa",
}  # fmt: skip


@formula(
    symbol="S",
    equation=(
        r"S = \frac{S_y}{\sigma_v} ,\quad \sigma_v = \sqrt{\frac{(\sigma_1 - \sigma_2)^2 + (\sigma_2 - \sigma_3)^2 "
        r"+ (\sigma_3 - \sigma_1)^2}{2}}"
    ),
    source="shigley-design",
    example={**_EXAMPLE, "yield_strength": "250 MPa"},
    requires=(_STRENGTH,),
)
def von_mises_safety(
    major_principal_stress: SignedStress,
    middle_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    yield_strength: Stress,
) -> PositiveRatio:
    """Factor of safety against yield after von Mises, by the energy of distortion.

    Parameters
    ----------
    major_principal_stress, middle_principal_stress, minor_principal_stress
        Principal stresses, in any order [MPa, ksi].
    yield_strength
        Of the material in tension [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety.

    Raises
    ------
    InputError
        When the strength is zero.

    Notes
    -----
    For ductile metals of equal strength in tension and compression; test points lie about this curve.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-5.  The example is Beer,
    Johnston and DeWolf, Mechanics of Materials, sample problem 7.4: 2.19.

    Examples
    --------
    >>> von_mises_safety("85 MPa", "0 MPa", "-45 MPa", "250 MPa").m
    2.186...
    """
    return over(
        yield_strength,
        von_mises(major_principal_stress, middle_principal_stress, minor_principal_stress, 0.0, 0.0, 0.0),
    )


@formula(
    symbol="S",
    equation=r"S = \frac{S_y}{\sigma_1 - \sigma_3}",
    source="shigley-design",
    example={
        "major_principal_stress": "85 MPa", "minor_principal_stress": "-45 MPa", "yield_strength": "250 MPa",
    },
    requires=(_STRENGTH, ORDERED),
)  # fmt: skip
def tresca_safety(
    major_principal_stress: SignedStress, minor_principal_stress: SignedStress, yield_strength: Stress
) -> PositiveRatio:
    """Factor of safety against yield after Tresca, by the largest shear stress.

    Parameters
    ----------
    major_principal_stress, minor_principal_stress
        Largest and smallest of all three principal stresses, of which zero may be one [MPa, ksi].
    yield_strength
        Of the material in tension [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety.

    Raises
    ------
    InputError
        When the smallest stress is above the largest, or the strength is zero.

    Notes
    -----
    For ductile metals, on the safe side of von Mises, whose factor is larger by 15.5 % at most.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-4.  The example is Beer,
    Johnston and DeWolf, Mechanics of Materials, sample problem 7.4: 1.923.

    Examples
    --------
    >>> tresca_safety("85 MPa", "-45 MPa", "250 MPa").m
    1.923...
    """
    return over(yield_strength, major_principal_stress - minor_principal_stress)


@formula(
    symbol="S",
    equation=(
        r"S = \frac{S_u}{\sigma_{dp}} ,\quad \sigma_{dp} = \frac{(m + 1) \sigma_v "
        r"+ (m - 1) (\sigma_1 + \sigma_2 + \sigma_3)}{2 m} ,\quad m = \frac{S_{uc}}{S_u}"
    ),
    source="drucker-prager",
    example={**_EXAMPLE, "tensile_strength": "50 MPa", "compressive_strength": "80 MPa"},
    requires=(NOT_WEAKER,),
)
def drucker_prager_safety(
    major_principal_stress: SignedStress,
    middle_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    tensile_strength: Stress,
    compressive_strength: Stress,
) -> PositiveRatio:
    """Factor of safety after Drucker and Prager, from the strengths in tension and compression.

    Parameters
    ----------
    major_principal_stress, middle_principal_stress, minor_principal_stress
        Principal stresses, in any order [MPa, ksi].
    tensile_strength, compressive_strength
        Of a bar, at yield or at fracture, both positive [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety, infinite where pressure keeps the state from ever failing.

    Raises
    ------
    InputError
        When a strength is zero or the compressive strength is the smaller one.

    Notes
    -----
    A smooth cone: for polymers, sintered parts, soils and rock, with all stresses growing alike.  It passes through
    both uniaxial strengths, and is von Mises where they are equal.

    References
    ----------
    D. C. Drucker and W. Prager, Soil mechanics and plastic analysis or limit design, Quarterly of Applied
    Mathematics 10 (1952) 157-165.

    Examples
    --------
    >>> drucker_prager_safety("0 MPa", "0 MPa", "-40 MPa", "50 MPa", "80 MPa").m
    2.0
    """
    ratio = compressive_strength / tensile_strength
    distortion = von_mises(major_principal_stress, middle_principal_stress, minor_principal_stress, 0.0, 0.0, 0.0)
    trace = major_principal_stress + middle_principal_stress + minor_principal_stress
    return over(tensile_strength, ((ratio + 1) * distortion + (ratio - 1) * trace) / (2 * ratio))


CRITERIA: dict[str, Formula[..., Any]] = {
    "von_mises": von_mises_safety,
    "tresca": tresca_safety,
    "rankine": rankine_safety,
    "coulomb_mohr": coulomb_mohr_safety,
    "modified_mohr": modified_mohr_safety,
    "mohr_coulomb": mohr_coulomb_safety,
    "drucker_prager": drucker_prager_safety,
}
"""The formula of each criterion by the word a state asks for it."""

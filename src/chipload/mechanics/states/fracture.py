"""Factors of safety of brittle materials: Rankine, Coulomb and Mohr, modified Mohr, and by cohesion and friction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.states.safety import NOT_WEAKER, ORDERED, STRENGTHS, over
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, PositiveRatio, SignedStress, Stress
from chipload.units.parameters import Requires

_FRICTION = Requires(
    ("internal_friction_angle",),
    lambda angle: (angle >= 0) & (angle < np.pi / 2),
    "the angle of internal friction is from 0 to below 90 degrees",
)
_COHESION = Requires(
    ("cohesion",), lambda cohesion: cohesion > 0, "without cohesion any tension breaks it; give one above zero"
)
_EXAMPLE = {
    "major_principal_stress": "90 MPa", "minor_principal_stress": "-120 MPa",
    "tensile_strength": "214 MPa", "compressive_strength": "751 MPa",
}  # fmt: skip


@dataclass(frozen=True)
class CoulombStrengths:
    """Strengths of a bar that cohesion and internal friction mean."""

    tensile_strength: Stress
    compressive_strength: Stress


@formula(
    symbol="S",
    equation=r"S = \min(\frac{S_u}{\sigma_1}, \frac{S_{uc}}{-\sigma_3})",
    source="shigley-design",
    example=_EXAMPLE,
    requires=(STRENGTHS, ORDERED),
)
def rankine_safety(
    major_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    tensile_strength: Stress,
    compressive_strength: Stress,
) -> PositiveRatio:
    """Factor of safety against fracture after Rankine, by the largest normal stress.

    Parameters
    ----------
    major_principal_stress, minor_principal_stress
        Largest and smallest of all three principal stresses, of which zero may be one [MPa, ksi].
    tensile_strength, compressive_strength
        Of the material, both positive [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety, infinite without stress.

    Raises
    ------
    InputError
        When the smallest stress is above the largest, or a strength is zero.

    Notes
    -----
    On the unsafe side where one principal stress is tension and another compression; take `coulomb_mohr_safety`
    or `modified_mohr_safety` there.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-8.

    Examples
    --------
    >>> rankine_safety("100 MPa", "-300 MPa", "200 MPa", "750 MPa").m
    2.0
    """
    share = np.maximum(major_principal_stress / tensile_strength, -minor_principal_stress / compressive_strength)
    return over(1.0, share)


@formula(
    symbol="S",
    equation=r"\frac{1}{S} = \frac{\sigma_1}{S_u} - \frac{\sigma_3}{S_{uc}}",
    source="shigley-design",
    example=_EXAMPLE,
    requires=(STRENGTHS, ORDERED),
)
def coulomb_mohr_safety(
    major_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    tensile_strength: Stress,
    compressive_strength: Stress,
) -> PositiveRatio:
    """Factor of safety after Coulomb and Mohr, from the strengths in tension and compression.

    Parameters
    ----------
    major_principal_stress, minor_principal_stress
        Largest and smallest of all three principal stresses, of which zero may be one [MPa, ksi].
    tensile_strength, compressive_strength
        Of the material, at yield if ductile or at fracture if brittle, both positive [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety, infinite where pressure keeps the state from ever failing.

    Raises
    ------
    InputError
        When the smallest stress is above the largest, or a strength is zero.

    Notes
    -----
    In plane stress the zero across the plane is the largest or the smallest where the other two have one sign; the
    cases of the textbooks follow from that.  Under tension all round the straight line goes past the tensile
    strength; `rankine_safety` cuts it off there.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, sections 5-6 and 5-9.  The example is
    5-2, a cast shaft in torsion: 1.10.

    Examples
    --------
    >>> coulomb_mohr_safety("75 MPa", "-75 MPa", "160 MPa", "170 MPa").m
    1.09...
    """
    return over(1.0, major_principal_stress / tensile_strength - minor_principal_stress / compressive_strength)


@formula(
    symbol="S",
    equation=(
        r"\frac{1}{S} = \max(\frac{\sigma_1}{S_u}, \frac{(S_{uc} - S_u) \max(\sigma_1, 0)}{S_{uc} S_u} "
        r"- \frac{\sigma_3}{S_{uc}})"
    ),
    source="shigley-design",
    example=_EXAMPLE,
    requires=(NOT_WEAKER, ORDERED),
)
def modified_mohr_safety(
    major_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    tensile_strength: Stress,
    compressive_strength: Stress,
) -> PositiveRatio:
    """Factor of safety of a brittle material after the modified Mohr criterion.

    Parameters
    ----------
    major_principal_stress, minor_principal_stress
        Largest and smallest of all three principal stresses, of which zero may be one [MPa, ksi].
    tensile_strength, compressive_strength
        Of the material at fracture, both positive [MPa, ksi].

    Returns
    -------
    Quantity
        Factor of safety, infinite without stress.

    Raises
    ------
    InputError
        When the smallest stress is above the largest, or the compressive strength is below the tensile.

    Notes
    -----
    For brittle materials such as grey cast iron in plane stress; compression up to the size of the tension takes
    nothing from the tensile strength.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-9, equations 5-32.  The
    example is 5-5, a cast wrench under a pound, which breaks at 176.

    Examples
    --------
    >>> modified_mohr_safety("175.8 psi", "-33.2 psi", "31 ksi", "109 ksi").m
    176.3...
    """
    slope = 1 / tensile_strength - 1 / compressive_strength
    share = np.maximum(
        major_principal_stress / tensile_strength,
        slope * np.maximum(major_principal_stress, 0.0) - minor_principal_stress / compressive_strength,
    )
    return over(1.0, share)


@formula(
    symbol="S",
    equation=r"S = \frac{2 c_i \cos(\varphi_i)}{\sigma_1 - \sigma_3 + (\sigma_1 + \sigma_3) \sin(\varphi_i)}",
    source="coulomb-essai",
    example={
        "major_principal_stress": "2 MPa", "minor_principal_stress": "-30 MPa", "cohesion": "12 MPa",
        "internal_friction_angle": "35 deg",
    },
    requires=(_COHESION, _FRICTION, ORDERED),
)  # fmt: skip
def mohr_coulomb_safety(
    major_principal_stress: SignedStress,
    minor_principal_stress: SignedStress,
    cohesion: Stress,
    internal_friction_angle: Angle,
) -> PositiveRatio:
    """Factor of safety after Mohr and Coulomb, from cohesion and internal friction.

    Parameters
    ----------
    major_principal_stress, minor_principal_stress
        Largest and smallest of all three principal stresses, tension positive [MPa, ksi].
    cohesion
        Shear strength of a plane without normal stress [MPa, ksi].
    internal_friction_angle
        Of the material; its tangent is the rise of shear strength with pressure on the plane [°].

    Returns
    -------
    Quantity
        Factor of safety with all stresses growing alike, infinite where pressure keeps the state from ever failing.

    Raises
    ------
    InputError
        When the smallest stress is above the largest, there is no cohesion, or the angle is not from 0 to below 90°.

    Notes
    -----
    The same line as `coulomb_mohr_safety` with the strengths of `coulomb_strengths`.  Without a tension cut-off.

    References
    ----------
    C. A. Coulomb, Essai sur une application des regles de maximis et minimis a quelques problemes de statique
    (1776).

    Examples
    --------
    >>> mohr_coulomb_safety("10 MPa", "-10 MPa", "20 MPa", "0 deg").m
    2.0
    """
    difference = major_principal_stress - minor_principal_stress
    total = major_principal_stress + minor_principal_stress
    return over(2 * cohesion * np.cos(internal_friction_angle), difference + total * np.sin(internal_friction_angle))


@formula(
    symbol="S_{uc}",
    equation=(
        r"S_u = \frac{2 c_i \cos(\varphi_i)}{1 + \sin(\varphi_i)} "
        r",\quad S_{uc} = \frac{2 c_i \cos(\varphi_i)}{1 - \sin(\varphi_i)}"
    ),
    source="coulomb-essai",
    example={"cohesion": "12 MPa", "internal_friction_angle": "35 deg"},
    requires=(_FRICTION,),
)
def coulomb_strengths(cohesion: Stress, internal_friction_angle: Angle) -> CoulombStrengths:
    """Strengths of a bar that cohesion and internal friction mean.

    Parameters
    ----------
    cohesion
        Shear strength of a plane without normal stress [MPa, ksi].
    internal_friction_angle
        Of the material [°].

    Returns
    -------
    CoulombStrengths
        Tensile and compressive strength, both positive [MPa].

    Raises
    ------
    InputError
        When the angle is not from 0 to below 90°.

    Notes
    -----
    Rock and soil break in tension well below this tensile strength.

    References
    ----------
    C. A. Coulomb, Essai sur une application des regles de maximis et minimis a quelques problemes de statique
    (1776).

    Examples
    --------
    >>> coulomb_strengths("10 MPa", "30 deg").compressive_strength.m
    34.64...
    """
    both = 2 * cohesion * np.cos(internal_friction_angle)
    sine = np.sin(internal_friction_angle)
    return CoulombStrengths(both / (1 + sine), both / (1 - sine))

"""Thin cylinders and spheres under pressure, and the wall a pressure needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Fraction, Growth, Modulus, PoissonRatio, PositiveLength, SignedStress, Stress
from chipload.units.parameters import Requires, ValidWhere


@dataclass(frozen=True)
class ThinCylinder:
    """Membrane stresses of a thin cylinder with closed ends, and how much its radius grows."""

    hoop_stress: SignedStress
    axial_stress: SignedStress
    radial_growth: Growth


@dataclass(frozen=True)
class ThinSphere:
    """Membrane stress of a thin sphere, the same in every direction, and how much its radius grows."""

    hoop_stress: SignedStress
    radial_growth: Growth


_THIN = ValidWhere(
    ("inner_radius", "thickness"),
    lambda inner_radius, thickness: inner_radius >= 10 * thickness * (1 - 1e-12),
    "the wall is thicker than a tenth of the radius, so the stress is not even through it; use the thick formulas",
)
_EXAMPLE = {
    "internal_pressure": "2 MPa", "inner_radius": "250 mm", "thickness": "8 mm", "youngs_modulus": "210 GPa",
    "poisson_ratio": 0.3,
}  # fmt: skip


@formula(
    symbol=r"\sigma_h",
    equation=(
        r"\sigma_h = \frac{p_i r_i}{t} ,\quad \sigma_l = \frac{p_i r_i}{2 t} ,\quad "
        r"u = \frac{p_i r_i^2}{E t} (1 - \frac{\nu}{2})"
    ),
    source="beer-mechanics",
    example=_EXAMPLE,
    valid=(_THIN,),
)
def thin_cylinder(
    internal_pressure: Stress,
    inner_radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> ThinCylinder:
    """Stresses and growth of a thin cylinder with closed ends under internal pressure.

    Parameters
    ----------
    internal_pressure
        Pressure inside, above that outside [MPa, ksi].
    inner_radius
        Inner radius [mm, in].
    thickness
        Thickness of the wall [mm, in].
    youngs_modulus, poisson_ratio
        Of the wall [GPa, -].

    Returns
    -------
    ThinCylinder
        Hoop and axial stress [MPa] and growth of the radius [µm].

    Warns
    -----
    ValidityWarning
        When the wall is thicker than a tenth of the radius.

    Notes
    -----
    Membrane theory, away from the ends and from supports.  With open ends the axial stress is zero and the radius
    grows by p r²/(E t).

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 7.9.

    Examples
    --------
    >>> thin_cylinder("180 psi", "14.625 in", "0.375 in", "29e6 psi", 0.3).hoop_stress.to("psi").m
    7020.0...
    """
    hoop = internal_pressure * inner_radius / thickness
    growth = hoop * inner_radius * (1 - poisson_ratio / 2) / youngs_modulus
    return ThinCylinder(hoop, hoop / 2, growth)


@formula(
    symbol=r"\sigma_h",
    equation=r"\sigma_h = \frac{p_i r_i}{2 t} ,\quad u = \frac{p_i r_i^2}{2 E t} (1 - \nu)",
    source="beer-mechanics",
    example=_EXAMPLE,
    valid=(_THIN,),
)
def thin_sphere(
    internal_pressure: Stress,
    inner_radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> ThinSphere:
    """Stress and growth of a thin sphere under internal pressure.

    Parameters
    ----------
    internal_pressure
        Pressure inside, above that outside [MPa, ksi].
    inner_radius
        Inner radius [mm, in].
    thickness
        Thickness of the wall [mm, in].
    youngs_modulus, poisson_ratio
        Of the wall [GPa, -].

    Returns
    -------
    ThinSphere
        Stress in the wall [MPa] and growth of the radius [µm].

    Warns
    -----
    ValidityWarning
        When the wall is thicker than a tenth of the radius.

    Notes
    -----
    Membrane theory, away from supports and openings.

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 7.9.  The example is sample problem
    7.5: 4230 psi.

    Examples
    --------
    >>> thin_sphere("180 psi", "14.6875 in", "0.3125 in", "29e6 psi", 0.3).hoop_stress.to("psi").m
    4230.0
    """
    stress = internal_pressure * inner_radius / (2 * thickness)
    return ThinSphere(stress, stress * inner_radius * (1 - poisson_ratio) / youngs_modulus)


@dataclass(frozen=True)
class SeamStress:
    """Stress across a seam and along it."""

    seam_normal_stress: SignedStress
    seam_shear_stress: Stress


@formula(
    symbol=r"\sigma_s",
    equation=(
        r"\sigma_s = \frac{\sigma_h + \sigma_l}{2} - \frac{\sigma_h - \sigma_l}{2} \cos(2 \beta_s) ,\quad "
        r"\tau_w = \frac{1}{2} |\sigma_h - \sigma_l| |\sin(2 \beta_s)|"
    ),
    source="beer-mechanics",
    example={"hoop_stress": "7020 psi", "axial_stress": "3510 psi", "seam_angle": "25 deg"},
)
def helical_seam_stress(hoop_stress: SignedStress, axial_stress: SignedStress, seam_angle: Angle) -> SeamStress:
    """Stress across and along a helical seam of a thin cylinder.

    Parameters
    ----------
    hoop_stress, axial_stress
        Of the cylinder [MPa, ksi].
    seam_angle
        Angle of the seam to the plane across the axis: 0 for a seam around, 90° for one along [°].

    Returns
    -------
    SeamStress
        Stress normal to the seam, and shear along it [MPa].

    References
    ----------
    F. P. Beer, E. R. Johnston and J. T. DeWolf, Mechanics of Materials, section 7.9.  The example is sample problem
    7.5: 4140 and 1344 psi.

    Examples
    --------
    >>> helical_seam_stress("7020 psi", "3510 psi", "25 deg").seam_normal_stress.to("psi").m
    4136.9...
    """
    middle, half = (hoop_stress + axial_stress) / 2, (hoop_stress - axial_stress) / 2
    return SeamStress(middle - half * np.cos(2 * seam_angle), np.abs(half * np.sin(2 * seam_angle)))


_ASME_THIN = ValidWhere(
    ("internal_pressure", "allowable_stress", "joint_efficiency"),
    lambda pressure, stress, efficiency: pressure <= 0.385 * stress * efficiency,
    "the pressure is above 0.385 of the allowable stress, so the wall is thick; use the thick-wall formula",
)
_BELOW = Requires(
    ("internal_pressure", "allowable_stress", "joint_efficiency"),
    lambda pressure, stress, efficiency: 0.6 * pressure < stress * efficiency,
    "no wall of this strength holds the pressure; give a stronger material",
)


@formula(
    symbol="t",
    equation=r"t = \frac{p_i r_i}{\sigma_{al} E_j - 0.6 p_i}",
    source="asme-viii-1",
    example={
        "internal_pressure": "2 MPa", "inner_radius": "500 mm", "allowable_stress": "138 MPa",
        "joint_efficiency": 0.85,
    },
    valid=(_ASME_THIN,),
    requires=(_BELOW,),
)  # fmt: skip
def vessel_wall_thickness(
    internal_pressure: Stress,
    inner_radius: PositiveLength,
    allowable_stress: Stress,
    joint_efficiency: Fraction,
) -> PositiveLength:
    """Least wall of a cylindrical pressure vessel after ASME, from the hoop stress.

    Parameters
    ----------
    internal_pressure
        Design pressure [MPa, psi].
    inner_radius
        Inner radius, corroded [mm, in].
    allowable_stress
        Allowable stress of the plate at the design temperature [MPa, psi].
    joint_efficiency
        Efficiency of the longitudinal weld, 1 for a seamless shell.

    Returns
    -------
    Quantity
        Thickness without corrosion allowance and mill tolerance [mm].

    Raises
    ------
    InputError
        When no thickness holds the pressure.

    Warns
    -----
    ValidityWarning
        When the pressure is above 0.385 of the allowable stress.

    Notes
    -----
    At most 1.2 % thicker than the exact elastic wall, up to its limit.  A calculation, not a release of a vessel: the
    code has many more rules.

    References
    ----------
    ASME Boiler and Pressure Vessel Code, Section VIII Division 1, UG-27(c)(1).

    Examples
    --------
    >>> vessel_wall_thickness("2 MPa", "500 mm", "138 MPa", 0.85).m
    8.61...
    """
    return internal_pressure * inner_radius / (allowable_stress * joint_efficiency - 0.6 * internal_pressure)


Theory = Literal["lame", "clavarino", "birnie"]
"""What limits the bore: greatest stress (brittle), greatest strain with closed ends, with open ends (ductile)."""


def _terms(poisson_ratio: PositiveLength, theory: Theory) -> tuple[PositiveLength, PositiveLength]:
    if theory == "lame":
        return 1 + 0 * poisson_ratio, 1 + 0 * poisson_ratio
    added = 1 - 2 * poisson_ratio if theory == "clavarino" else 1 - poisson_ratio
    return added, 1 + poisson_ratio


def _strong(pressure: Stress, stress: Stress, poisson_ratio: PoissonRatio, theory: Theory) -> object:
    return stress > _terms(poisson_ratio, theory)[1] * pressure


@formula(
    symbol="t",
    equation=(
        r"t = r_i (\sqrt{\frac{\sigma_{al} + c_1 p_i}{\sigma_{al} - c_2 p_i}} - 1) ,\quad "
        r"c_1 = 1 - 2 \nu ,\quad c_2 = 1 + \nu"
    ),
    source="bhandari",
    example={
        "internal_pressure": "15 MPa", "inner_radius": "125 mm", "allowable_stress": "68 MPa",
        "poisson_ratio": 0.27, "theory": "clavarino",
    },
    requires=(
        Requires(
            ("internal_pressure", "allowable_stress", "poisson_ratio", "theory"), _strong,
            "no wall of this strength holds the pressure; give a stronger material",
        ),
    ),
)  # fmt: skip
def thick_wall_thickness(
    internal_pressure: Stress,
    inner_radius: PositiveLength,
    allowable_stress: Stress,
    poisson_ratio: PoissonRatio,
    theory: Theory,
) -> PositiveLength:
    """Wall of a thick cylinder for an allowable stress at the bore.

    Parameters
    ----------
    internal_pressure
        Pressure inside [MPa, ksi].
    inner_radius
        Inner radius [mm, in].
    allowable_stress
        Allowable stress: the strength over a safety factor [MPa, ksi].
    poisson_ratio
        Of the wall; plays no part for "lame".
    theory
        "lame": greatest hoop stress, for brittle walls (c₁ = c₂ = 1).  "clavarino": greatest strain of ductile walls
        with closed ends (c₁ = 1 - 2ν).  "birnie": the same with open ends (c₁ = 1 - ν).

    Returns
    -------
    Quantity
        Thickness of the wall [mm].

    Raises
    ------
    InputError
        When no thickness holds the pressure.

    Notes
    -----
    Elastic; the bore is the most stressed place.

    References
    ----------
    V. B. Bhandari, Design of Machine Elements.  The examples are 22.5 and 22.4: 7.29 mm and 30 mm.

    Examples
    --------
    >>> thick_wall_thickness("12 MPa", "50 mm", "92 MPa", 0.27, "birnie").m
    7.2857...
    >>> thick_wall_thickness("15 MPa", "125 mm", "68 MPa", 0.27, "clavarino").m
    29.6...
    """
    added, taken = _terms(poisson_ratio, theory)
    ratio = (allowable_stress + added * internal_pressure) / (allowable_stress - taken * internal_pressure)
    return inner_radius * (np.sqrt(ratio) - 1)

"""Thick cylinders and spheres after Lamé."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Growth, Modulus, PoissonRatio, PositiveLength, Real, SignedStress, Stress
from chipload.units.parameters import Requires

Ends = Literal["closed", "open"]


@dataclass(frozen=True)
class CylinderStress:
    """Stresses at one radius of a thick cylinder."""

    radial_stress: SignedStress
    hoop_stress: SignedStress
    axial_stress: SignedStress
    von_mises_stress: Stress


@dataclass(frozen=True)
class SphereStress:
    """Stresses at one radius of a thick sphere."""

    radial_stress: SignedStress
    hoop_stress: SignedStress


WALL = Requires(
    ("inner_radius", "outer_radius"),
    lambda inner_radius, outer_radius: inner_radius < outer_radius,
    "the outer radius must be larger than the inner one",
)
_INSIDE = Requires(
    ("radius", "inner_radius", "outer_radius"),
    lambda radius, inner, outer: (radius >= inner * (1 - 1e-12)) & (radius <= outer * (1 + 1e-12)),
    "the radius lies outside the wall; give one between the inner and the outer radius",
)
_EXAMPLE = {
    "radius": "25 mm", "inner_radius": "10 mm", "outer_radius": "50 mm", "internal_pressure": "300 MPa",
    "external_pressure": "20 MPa",
}  # fmt: skip


def lame_constants(inner: Real, outer: Real, inside: Real, outside: Real, power: int) -> tuple[Real, Real]:
    """The even part and the part that falls with the radius to the negative `power`, 2 for a cylinder."""
    inner_share, outer_share = inner**power, outer**power
    wall = outer_share - inner_share
    return (inside * inner_share - outside * outer_share) / wall, (inside - outside) * inner_share * outer_share / wall


@formula(
    symbol=r"\sigma_h",
    equation=(
        r"\sigma_h = A + \frac{B}{r^2} ,\quad \sigma_r = A - \frac{B}{r^2} ,\quad \sigma_l = A ,\quad "
        r"A = \frac{p_i r_i^2 - p_o r_o^2}{r_o^2 - r_i^2} ,\quad B = \frac{(p_i - p_o) r_i^2 r_o^2}{r_o^2 - r_i^2}"
    ),
    source="boresi-cylinders",
    example={**_EXAMPLE, "ends": "closed"},
    requires=(WALL, _INSIDE),
)
def thick_cylinder(
    radius: PositiveLength,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    internal_pressure: Stress,
    external_pressure: Stress = 0.0,
    ends: Ends = "closed",
) -> CylinderStress:
    """Stresses in a thick cylinder under pressure, after Lamé.

    Parameters
    ----------
    radius
        Where in the wall [mm, in].
    inner_radius, outer_radius
        Of the wall [mm, in].
    internal_pressure, external_pressure
        Pressures inside and outside [MPa, ksi].
    ends
        "closed": the pressures act on the ends too and pull along the axis.  "open": no axial stress.

    Returns
    -------
    CylinderStress
        Radial, hoop and axial stress, tension positive, and the von Mises stress [MPa].

    Raises
    ------
    InputError
        When the radius is not in the wall.

    Notes
    -----
    Elastic, homogeneous, away from the ends.  The bore is the most stressed place for internal pressure.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.3.  The example is 11.1:
    -37.5 and 62.5 MPa.

    Examples
    --------
    >>> found = thick_cylinder("25 mm", "10 mm", "50 mm", "300 MPa")
    >>> round(found.radial_stress.m, 6), round(found.hoop_stress.m, 6)
    (-37.5, 62.5)
    """
    even, falling = lame_constants(inner_radius, outer_radius, internal_pressure, external_pressure, 2)
    varying = falling / radius**2
    axial = even if ends == "closed" else np.zeros_like(even)
    mises = np.sqrt((even - axial) ** 2 + 3 * varying**2)
    return CylinderStress(even - varying, even + varying, axial + 0 * varying, mises)


@formula(
    symbol="u",
    equation=r"u = \frac{r}{E} (\sigma_h - \nu (\sigma_r + \sigma_l))",
    source="boresi-cylinders",
    example={**_EXAMPLE, "youngs_modulus": "200 GPa", "poisson_ratio": 0.29, "ends": "closed"},
    requires=(WALL, _INSIDE),
)
def thick_cylinder_growth(
    radius: PositiveLength,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    internal_pressure: Stress,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
    external_pressure: Stress = 0.0,
    ends: Ends = "closed",
) -> Growth:
    """Radial displacement in a thick cylinder under pressure.

    Parameters
    ----------
    radius
        Where in the wall; the inner radius for the growth of the bore [mm, in].
    inner_radius, outer_radius
        Of the wall [mm, in].
    internal_pressure
        Pressure inside [MPa, ksi].
    youngs_modulus, poisson_ratio
        Of the wall [GPa, -].
    external_pressure
        Pressure outside [MPa, ksi].
    ends
        "closed" or "open", see `thick_cylinder`.

    Returns
    -------
    Quantity
        Growth of the radius, outward positive [µm].

    Raises
    ------
    InputError
        When the radius is not in the wall.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 11.3.  The example is 11.2:
    0.30 mm.

    Examples
    --------
    >>> thick_cylinder_growth("100 mm", "100 mm", "400 mm", "150 MPa", "72 GPa", 0.33).to("mm").m
    0.300...
    """
    stress = thick_cylinder.si(radius, inner_radius, outer_radius, internal_pressure, external_pressure, ends)
    strain = stress.hoop_stress - poisson_ratio * (stress.radial_stress + stress.axial_stress)
    return radius / youngs_modulus * strain


@formula(
    symbol=r"\sigma_h",
    equation=(
        r"\sigma_h = A + \frac{B}{2 r^3} ,\quad \sigma_r = A - \frac{B}{r^3} ,\quad "
        r"A = \frac{p_i r_i^3 - p_o r_o^3}{r_o^3 - r_i^3} ,\quad B = \frac{(p_i - p_o) r_i^3 r_o^3}{r_o^3 - r_i^3}"
    ),
    source="roark",
    example=_EXAMPLE,
    requires=(WALL, _INSIDE),
)
def thick_sphere(
    radius: PositiveLength,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    internal_pressure: Stress,
    external_pressure: Stress = 0.0,
) -> SphereStress:
    """Stresses in a thick sphere under pressure.

    Parameters
    ----------
    radius
        Where in the wall [mm, in].
    inner_radius, outer_radius
        Of the wall [mm, in].
    internal_pressure, external_pressure
        Pressures inside and outside [MPa, ksi].

    Returns
    -------
    SphereStress
        Radial and hoop stress, tension positive [MPa].

    Raises
    ------
    InputError
        When the radius is not in the wall.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 13.5.

    Examples
    --------
    >>> thick_sphere("10 mm", "10 mm", "50 mm", "300 MPa").hoop_stress.m
    153.6...
    """
    even, falling = lame_constants(inner_radius, outer_radius, internal_pressure, external_pressure, 3)
    varying = falling / radius**3
    return SphereStress(even - varying, even + varying / 2)

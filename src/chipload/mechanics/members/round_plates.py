"""Round plates under pressure or a load in the middle: deflection and stress.

Thin plates of Kirchhoff's theory: thickness below about a quarter of the radius, deflection below half the thickness,
beyond which the plate stretches and is stiffer than this says.  Stresses are those of bending at the faces.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    Real,
    SignedForce,
    SignedStress,
    Stress,
)
from chipload.units.kinds import Moment as Rigidity
from chipload.units.parameters import Requires

_EXAMPLE = {"radius": "100 mm", "thickness": "10 mm", "youngs_modulus": "200 GPa", "poisson_ratio": 0.29}
_CONTACT_WITHIN = Requires(
    ("load_radius", "radius"),
    lambda contact, radius: contact < radius,
    "the load stands on an area as large as the plate; give its radius, less than that of the plate",
)
_THIN = Requires(
    ("thickness", "radius"),
    lambda thickness, radius: thickness < radius,
    "the plate is thicker than its radius, which is a block, not a plate",
)


@dataclass(frozen=True)
class ClampedPlate:
    """Deflection in the middle of a clamped round plate, and the stress there and at the edge."""

    deflection: Length
    centre_stress: SignedStress
    edge_stress: SignedStress


@dataclass(frozen=True)
class SupportedPlate:
    """Deflection and stress in the middle of a simply supported round plate."""

    deflection: Length
    centre_stress: SignedStress


def rigidity(modulus: Real, thickness: Real, poisson: Real) -> Real:
    """Flexural rigidity of a plate."""
    return modulus * thickness**3 / (12 * (1 - poisson**2))


def equivalent_contact(contact: Real, thickness: Real) -> Real:
    """Radius with which thin plate theory gives the right stress under a small area of load (Westergaard)."""
    small = np.sqrt(1.6 * contact**2 + thickness**2) - 0.675 * thickness
    return np.where(contact < 0.5 * thickness, small, contact)[()]


@formula(
    symbol="D_p",
    equation=r"D_p = \frac{E t^3}{12 (1 - \nu^2)}",
    source="timoshenko-plates",
    example={"thickness": "10 mm", "youngs_modulus": "200 GPa", "poisson_ratio": 0.29},
)
def flexural_rigidity(thickness: PositiveLength, youngs_modulus: Modulus, poisson_ratio: PoissonRatio) -> Rigidity:
    """Flexural rigidity of a plate, its stiffness in bending on a unit of width.

    Parameters
    ----------
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.

    Returns
    -------
    Quantity
        Flexural rigidity [N m].

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, article 1.

    Examples
    --------
    >>> flexural_rigidity("10 mm", "200 GPa", 0.3).m
    18315.0...
    """
    return rigidity(youngs_modulus, thickness, poisson_ratio)


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{p r^4}{64 D_p} ,\quad \sigma_0 = \frac{3 (1 + \nu) p r^2}{8 t^2} ,\quad "
        r"\sigma_k = -\frac{3 p r^2}{4 t^2}"
    ),
    source="timoshenko-plates",
    example={"pressure": "4.2 MPa", **_EXAMPLE},
    requires=(_THIN,),
)
def clamped_round_plate(
    pressure: Stress,
    radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> ClampedPlate:
    """Round plate clamped at its edge, under even pressure.

    Parameters
    ----------
    pressure
        Pressure on the whole plate [MPa].
    radius
        Radius of the plate [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.

    Returns
    -------
    ClampedPlate
        Deflection in the middle [mm], and bending stress in the middle and radially at the edge, at the face away from
        the pressure, tension positive [MPa].

    Raises
    ------
    InputError
        When the plate is thicker than its radius.

    Notes
    -----
    Small deflections, below half the thickness.  No real edge is quite rigid, so the middle carries more.

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, article 16.  The example is A.
    P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, example 13.3: 315 MPa and 0.36 mm at 4.2 MPa.

    Examples
    --------
    >>> found = clamped_round_plate("4.2 MPa", "100 mm", "10 mm", "200 GPa", 0.29)
    >>> found.deflection.m, found.edge_stress.m
    (0.360..., -315.0)
    """
    base = pressure * (radius / thickness) ** 2
    return ClampedPlate(
        pressure * radius**4 / (64 * rigidity(youngs_modulus, thickness, poisson_ratio)),
        3 / 8 * (1 + poisson_ratio) * base,
        -3 / 4 * base,
    )


@formula(
    symbol=r"\delta",
    equation=(r"\delta = \frac{(5 + \nu) p r^4}{64 (1 + \nu) D_p} ,\quad \sigma_0 = \frac{3 (3 + \nu) p r^2}{8 t^2}"),
    source="timoshenko-plates",
    example={"pressure": "2 MPa", **_EXAMPLE},
    requires=(_THIN,),
)
def supported_round_plate(
    pressure: Stress,
    radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
) -> SupportedPlate:
    """Round plate simply supported at its edge, under even pressure.

    Parameters
    ----------
    pressure
        Pressure on the whole plate [MPa].
    radius
        Radius of the plate [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.

    Returns
    -------
    SupportedPlate
        Deflection [mm] and bending stress [MPa] in the middle, where both are largest.

    Raises
    ------
    InputError
        When the plate is thicker than its radius.

    Notes
    -----
    Small deflections, below half the thickness.

    References
    ----------
    S. Timoshenko and S. Woinowsky-Krieger, Theory of Plates and Shells, 2nd ed., 1959, article 16.

    Examples
    --------
    >>> found = supported_round_plate("1 MPa", "100 mm", "10 mm", "200 GPa", 0.3)
    >>> found.deflection.m, found.centre_stress.m
    (0.347..., 123.75)
    """
    deflection = (5 + poisson_ratio) / (1 + poisson_ratio) * pressure * radius**4
    return SupportedPlate(
        deflection / (64 * rigidity(youngs_modulus, thickness, poisson_ratio)),
        3 / 8 * (3 + poisson_ratio) * pressure * (radius / thickness) ** 2,
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{F_a r^2}{16 \pi D_p} ,\quad \sigma_0 = \frac{3 (1 + \nu) F_a}{2 \pi t^2} "
        r"\ln(\frac{r}{r_c'}) ,\quad \sigma_k = -\frac{3 F_a}{2 \pi t^2} ,\quad "
        r"r_c' = \sqrt{1.6 r_c^2 + t^2} - 0.675 t \quad (r_c < \frac{t}{2})"
    ),
    source="roark",
    example={"axial_force": "20 kN", **_EXAMPLE, "load_radius": "2 mm"},
    requires=(_THIN, _CONTACT_WITHIN),
)
def clamped_round_plate_point_load(
    axial_force: SignedForce,
    radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
    load_radius: Length,
) -> ClampedPlate:
    """Round plate clamped at its edge, under a load on a small area in its middle.

    Parameters
    ----------
    axial_force
        Load square to the plate [N, lbf].
    radius
        Radius of the plate [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.
    load_radius
        Radius of the area of the load, 0 for a point [mm, in].

    Returns
    -------
    ClampedPlate
        Deflection in the middle [mm], and bending stress in the middle and radially at the edge, at the face away from
        the load, tension positive [MPa].

    Raises
    ------
    InputError
        When the plate is thicker than its radius, or the load stands on an area as large as the plate.

    Notes
    -----
    The deflection is that of a load at a point.  Below half the thickness the radius of contact is replaced by
    Westergaard's, as thin plate theory would give an infinite stress under a point.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 11.2, case 17.

    Examples
    --------
    >>> found = clamped_round_plate_point_load("20 kN", "100 mm", "10 mm", "200 GPa", 0.3, "10 mm")
    >>> found.deflection.m, found.edge_stress.m
    (0.217..., -95.49...)
    """
    base = 3 * axial_force / (2 * np.pi * thickness**2)
    contact = equivalent_contact(load_radius, thickness)
    return ClampedPlate(
        axial_force * radius**2 / (16 * np.pi * rigidity(youngs_modulus, thickness, poisson_ratio)),
        (1 + poisson_ratio) * base * np.log(radius / contact),
        -base + 0.0 * radius,  # of the same shape as the others
    )


@formula(
    symbol=r"\delta",
    equation=(
        r"\delta = \frac{(3 + \nu) F_a r^2}{16 \pi (1 + \nu) D_p} ,\quad \sigma_0 = \frac{3 F_a}{2 \pi t^2} "
        r"(1 + (1 + \nu) \ln(\frac{r}{r_c'})) ,\quad "
        r"r_c' = \sqrt{1.6 r_c^2 + t^2} - 0.675 t \quad (r_c < \frac{t}{2})"
    ),
    source="roark",
    example={"axial_force": "20 kN", **_EXAMPLE, "load_radius": "2 mm"},
    requires=(_THIN, _CONTACT_WITHIN),
)
def supported_round_plate_point_load(
    axial_force: SignedForce,
    radius: PositiveLength,
    thickness: PositiveLength,
    youngs_modulus: Modulus,
    poisson_ratio: PoissonRatio,
    load_radius: Length,
) -> SupportedPlate:
    """Round plate simply supported at its edge, under a load on a small area in its middle.

    Parameters
    ----------
    axial_force
        Load square to the plate [N, lbf].
    radius
        Radius of the plate [mm, in].
    thickness
        Thickness [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Poisson's ratio.
    load_radius
        Radius of the area of the load, 0 for a point [mm, in].

    Returns
    -------
    SupportedPlate
        Deflection [mm] and bending stress [MPa] in the middle.

    Raises
    ------
    InputError
        When the plate is thicker than its radius, or the load stands on an area as large as the plate.

    Notes
    -----
    As for `clamped_round_plate_point_load`.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., table 11.2, case 16.

    Examples
    --------
    >>> found = supported_round_plate_point_load("20 kN", "100 mm", "10 mm", "200 GPa", 0.3, "10 mm")
    >>> found.deflection.m, found.centre_stress.m
    (0.55..., 381.3...)
    """
    contact = equivalent_contact(load_radius, thickness)
    deflection = (3 + poisson_ratio) / (1 + poisson_ratio) * axial_force * radius**2
    return SupportedPlate(
        deflection / (16 * np.pi * rigidity(youngs_modulus, thickness, poisson_ratio)),
        3 * axial_force / (2 * np.pi * thickness**2) * (1 + (1 + poisson_ratio) * np.log(radius / contact)),
    )

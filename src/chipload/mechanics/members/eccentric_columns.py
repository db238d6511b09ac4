"""Columns whose load stands beside the centroid: the secant formula for slender ones, bending alone for short ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Area,
    Force,
    Length,
    Modulus,
    PositiveLength,
    PositiveRatio,
    Real,
    SecondMoment,
    SignedStress,
    Stress,
)
from chipload.units.parameters import Requires

_HALVINGS = 60

_BELOW_EULER = Requires(
    ("compressive_force", "area", "radius_of_gyration", "span", "youngs_modulus", "length_factor"),
    lambda force, area, gyration, span, modulus, factor: (
        force < np.pi**2 * modulus * area * (gyration / (factor * span)) ** 2
    ),
    "the force is at or above Euler's load, where the column has buckled; give a smaller force or a stiffer column",
)


@dataclass(frozen=True)
class EccentricCompression:
    """Stresses of a short block at the sides next to the load and away from it, tension positive."""

    near_stress: SignedStress
    far_stress: SignedStress


@formula(
    symbol=r"\sigma_c",
    equation=(r"\sigma_c = \frac{P}{A} (1 + \frac{e c}{i_g^2} \sec(\frac{K L}{2 i_g} \sqrt{\frac{P}{E A}}))"),
    source="gere-members",
    example={
        "compressive_force": "360 kip", "area": "24.1 in**2", "eccentricity": "1.5 in", "fibre_distance": "7.155 in",
        "radius_of_gyration": "6.05 in", "span": "25 ft", "youngs_modulus": "30000 ksi", "length_factor": 1.1,
    },
    requires=(_BELOW_EULER,),
)  # fmt: skip
def secant_stress(
    compressive_force: Force,
    area: Area,
    eccentricity: Length,
    fibre_distance: PositiveLength,
    radius_of_gyration: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    length_factor: PositiveRatio = 1.0,
) -> Stress:
    """Largest compressive stress of a column loaded beside its centroid, by the secant formula.

    Parameters
    ----------
    compressive_force
        Load, as a positive number [N, lbf].
    area
        Area of the section [mm²].
    eccentricity
        Distance of the load from the centroid at both ends [mm, in].
    fibre_distance
        Distance of the outermost fibre on the side of the load from the centroid [mm, in].
    radius_of_gyration
        Of the section, for bending by the eccentricity [mm, in].
    span
        Length of the column [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    length_factor
        Buckling length over length, 1 for pinned ends.

    Returns
    -------
    Quantity
        Largest compressive stress, at half the height [MPa].

    Raises
    ------
    InputError
        When the force is at or above Euler's load.

    Notes
    -----
    Grows faster than the load, so a safety factor belongs on the load, not on the stress.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 11.6.  The example is its example 11.4: 20.1 ksi.

    Examples
    --------
    >>> found = secant_stress("360 kip", "24.1 in**2", "1.5 in", "7.155 in", "6.05 in", "25 ft", "30000 ksi")
    >>> found.to("ksi").m
    20.1...
    """
    angle = length_factor * span / (2 * radius_of_gyration) * np.sqrt(compressive_force / (youngs_modulus * area))
    return compressive_force / area * (1 + eccentricity * fibre_distance / radius_of_gyration**2 / np.cos(angle))


@formula(
    symbol=r"\delta",
    equation=r"\delta = e (\sec(\frac{K L}{2 i_g} \sqrt{\frac{P}{E A}}) - 1)",
    source="gere-members",
    example={
        "compressive_force": "31.06 kip", "area": "3.54 in**2", "eccentricity": "0.75 in",
        "radius_of_gyration": "1.503 in", "span": "192 in", "youngs_modulus": "29000 ksi", "length_factor": 1.1,
    },
    requires=(_BELOW_EULER,),
)  # fmt: skip
def eccentric_column_deflection(
    compressive_force: Force,
    area: Area,
    eccentricity: Length,
    radius_of_gyration: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    length_factor: PositiveRatio = 1.0,
) -> Length:
    """Deflection at half the height of a column loaded beside its centroid.

    Parameters
    ----------
    compressive_force
        Load, as a positive number [N, lbf].
    area
        Area of the section [mm²].
    eccentricity
        Distance of the load from the centroid at both ends [mm, in].
    radius_of_gyration
        Of the section, for bending by the eccentricity [mm, in].
    span
        Length of the column [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    length_factor
        Buckling length over length, 1 for pinned ends.

    Returns
    -------
    Quantity
        Deflection, beyond the eccentricity [mm].

    Raises
    ------
    InputError
        When the force is at or above Euler's load.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 11.5.  The example is Beer, Johnston and DeWolf, Mechanics of Materials,
    sample problem 10.2 (b): 0.939 in.

    Examples
    --------
    >>> found = eccentric_column_deflection(
    ...     "31.06 kip", "3.54 in**2", "0.75 in", "1.5033 in", "192 in", "29000 ksi"
    ... )
    >>> found.to("inch").m
    0.93...
    """
    angle = length_factor * span / (2 * radius_of_gyration) * np.sqrt(compressive_force / (youngs_modulus * area))
    return eccentricity * (1 / np.cos(angle) - 1)


@formula(
    symbol="P_{cr}",
    equation=(
        r"S_y = \frac{P_{cr}}{A} (1 + \frac{e c}{i_g^2} \sec(\frac{K L}{2 i_g} \sqrt{\frac{P_{cr}}{E A}}))"
    ),
    source="gere-members",
    example={
        "yield_strength": "42 ksi", "area": "24.1 in**2", "eccentricity": "1.5 in", "fibre_distance": "7.155 in",
        "radius_of_gyration": "6.05 in", "span": "25 ft", "youngs_modulus": "30000 ksi", "length_factor": 1.1,
    },
)  # fmt: skip
def secant_load(
    yield_strength: Stress,
    area: Area,
    eccentricity: Length,
    fibre_distance: PositiveLength,
    radius_of_gyration: PositiveLength,
    span: PositiveLength,
    youngs_modulus: Modulus,
    length_factor: PositiveRatio = 1.0,
) -> Force:
    """Load at which a column loaded beside its centroid begins to yield, by the secant formula.

    Parameters
    ----------
    yield_strength
        Yield strength in compression [MPa].
    area
        Area of the section [mm²].
    eccentricity
        Distance of the load from the centroid at both ends [mm, in].
    fibre_distance
        Distance of the outermost fibre on the side of the load from the centroid [mm, in].
    radius_of_gyration
        Of the section, for bending by the eccentricity [mm, in].
    span
        Length of the column [mm, in].
    youngs_modulus
        Elastic modulus [GPa].
    length_factor
        Buckling length over length, 1 for pinned ends.

    Returns
    -------
    Quantity
        Load at first yield [N].

    Notes
    -----
    Between nothing and the lesser of Euler's load and yield strength times area there is exactly one such load; it is
    found by halving that range, for whole arrays at once.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 11.6.

    Examples
    --------
    Without eccentricity it is the yield load of a stout column.

    >>> secant_load("250 MPa", "100 mm**2", "0 mm", "5 mm", "3 mm", "30 mm", "200 GPa").m
    25000.0
    """
    share = eccentricity * fibre_distance / radius_of_gyration**2
    # with u = (K L / 2 i) sqrt(P / E A) from 0 to pi / 2, P / A = scale u^2
    scale = youngs_modulus * (2 * radius_of_gyration / (length_factor * span)) ** 2
    low = np.zeros(np.broadcast(yield_strength, share, scale).shape)
    high: Real = low + np.minimum(np.pi / 2, np.sqrt(yield_strength / scale))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        # multiplied by the cosine, nothing is infinite at Euler's load
        beyond = scale * middle**2 * (np.cos(middle) + share) > yield_strength * np.cos(middle)
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    return area * scale * high**2


@formula(
    symbol=r"\sigma_n",
    equation=r"\sigma_n = -\frac{P}{A} - \frac{P e c}{I} ,\quad \sigma_f = -\frac{P}{A} + \frac{P e c}{I}",
    source="gere-members",
    example={
        "compressive_force": "25 kN", "area": "2000 mm**2", "eccentricity": "30 mm", "second_moment": "266667 mm**4",
        "fibre_distance": "20 mm",
    },
)  # fmt: skip
def eccentric_compression_stress(
    compressive_force: Force,
    area: Area,
    eccentricity: Length,
    second_moment: SecondMoment,
    fibre_distance: PositiveLength,
) -> EccentricCompression:
    """Stresses of a short block that is pressed beside its centroid.

    Parameters
    ----------
    compressive_force
        Load, as a positive number [N, lbf].
    area
        Area of the section [mm²].
    eccentricity
        Distance of the load from the centroid [mm, in].
    second_moment
        About the axis across the eccentricity [mm⁴].
    fibre_distance
        Distance of the outermost fibres from the centroid, the same on both sides [mm, in].

    Returns
    -------
    EccentricCompression
        Stress next to the load and away from it, tension positive [MPa].

    Notes
    -----
    Short: the deflection adds nothing to the eccentricity.  Away from the load there is tension once the eccentricity
    is beyond the kern, see `kern_distance`.

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 5.12.

    Examples
    --------
    >>> found = eccentric_compression_stress("12 kN", "1200 mm**2", "10 mm", "90000 mm**4", "15 mm")
    >>> found.near_stress.m, found.far_stress.m
    (-30.0, 10.0)
    """
    mean, bending = compressive_force / area, compressive_force * eccentricity * fibre_distance / second_moment
    return EccentricCompression(-mean - bending, bending - mean)


@formula(
    symbol="e_k",
    equation=r"e_k = \frac{I}{A c}",
    source="gere-members",
    example={"second_moment": "266667 mm**4", "area": "2000 mm**2", "fibre_distance": "20 mm"},
)
def kern_distance(second_moment: SecondMoment, area: Area, fibre_distance: PositiveLength) -> Length:
    """Largest eccentricity of a compressive load that leaves a section free of tension.

    Parameters
    ----------
    second_moment
        About the axis across the eccentricity [mm⁴].
    area
        Area of the section [mm²].
    fibre_distance
        Distance of the outermost fibre away from the load from the centroid [mm, in].

    Returns
    -------
    Quantity
        Eccentricity [mm].

    References
    ----------
    J. M. Gere, Mechanics of Materials, section 5.12.

    Examples
    --------
    A sixth of the height of a rectangle:

    >>> kern_distance("90000 mm**4", "1200 mm**2", "15 mm").m
    5.0
    """
    return second_moment / (area * fibre_distance)

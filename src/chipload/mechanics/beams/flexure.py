"""Stresses in the section of a beam from its bending moment, and how it curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Curvature,
    Diameter,
    Length,
    Modulus,
    Moment,
    Offset,
    PositiveLength,
    SecondMoment,
    SignedStress,
    Volume,
)
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class BentRound:
    """Round wire or bar laid on a drum: what bends it, and the stress at its outside."""

    bending_moment: Moment
    bending_stress: SignedStress


@formula(
    symbol=r"\sigma",
    equation=r"\sigma = \frac{M y}{I}",
    source="gere-mechanics",
    example={"bending_moment": "120 N*m", "layer_distance": "10 mm", "second_moment": "40000 mm**4"},
)
def flexural_stress(bending_moment: Moment, layer_distance: Offset, second_moment: SecondMoment) -> SignedStress:
    """Normal stress from bending at a distance from the neutral axis.

    Parameters
    ----------
    bending_moment
        Sagging positive [N m, in lbf].
    layer_distance
        From the neutral axis, positive towards the side that a sagging moment stretches, the underside [mm, in].
    second_moment
        Second moment of area about the neutral axis [mm⁴, in⁴].

    Returns
    -------
    Quantity
        Normal stress, tension positive [MPa].

    Notes
    -----
    Elastic bending of a straight beam about a principal axis; the neutral axis passes through the centroid.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.11, printed as -3360 psi.

    Examples
    --------
    >>> flexural_stress("17920 lbf*inch", "-1 inch", "5.333333 inch**4").to("psi").m
    -3360.0...
    """
    return bending_moment * layer_distance / second_moment


@formula(
    symbol=r"\sigma_b",
    equation=r"\sigma_b = \frac{M}{W}",
    source="gere-mechanics",
    example={"bending_moment": "120 N*m", "section_modulus": "1200 mm**3"},
)
def section_bending_stress(bending_moment: Moment, section_modulus: Volume) -> SignedStress:
    """Bending stress at the outside of a section, from its section modulus.

    Parameters
    ----------
    bending_moment
        Sagging positive [N m, in lbf].
    section_modulus
        Second moment over the distance of the outermost fibre [mm³, in³].

    Returns
    -------
    Quantity
        Stress on the side that a sagging moment stretches, tension positive [MPa].

    Notes
    -----
    Elastic bending.  A section that is not symmetric has a modulus for either side.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is A. Pytel and J. Kiusalaas' 6.1,
    printed as 3368 psi.

    Examples
    --------
    >>> section_bending_stress("12800 lbf*ft", "45.6 inch**3").to("psi").m
    3368.42...
    """
    return bending_moment / section_modulus


@formula(
    symbol=r"\sigma_b",
    equation=r"\sigma_b = \frac{6 M}{b h^2}",
    source="gere-mechanics",
    example={"bending_moment": "900 N*m", "width": "40 mm", "height": "60 mm"},
)
def rectangular_bending_stress(bending_moment: Moment, width: PositiveLength, height: PositiveLength) -> SignedStress:
    """Bending stress at the outside of a rectangular bar.

    Parameters
    ----------
    bending_moment
        Sagging positive [N m, in lbf].
    width
        Across the direction of bending [mm, in].
    height
        In the direction of bending [mm, in].

    Returns
    -------
    Quantity
        Stress on the side that a sagging moment stretches, tension positive [MPa].

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.3, printed as 1711 psi.

    Examples
    --------
    >>> rectangular_bending_stress("151600 lbf*ft", "8.75 inch", "27 inch").to("psi").m
    1711.1...
    """
    return 6 * bending_moment / (width * height**2)


BORE_WITHIN = Requires(
    ("inner_radius", "outer_radius"),
    lambda inner_radius, outer_radius: inner_radius < outer_radius,
    "the bore is not smaller than the bar; give a smaller radius, 0 for a solid bar",
)


@formula(
    symbol=r"\sigma_b",
    equation=r"\sigma_b = \frac{4 M r_o}{\pi (r_o^4 - r_i^4)}",
    source="gere-mechanics",
    example={"bending_moment": "120 N*m", "outer_radius": "15 mm", "inner_radius": "8 mm"},
    requires=(BORE_WITHIN,),
)
def round_bending_stress(
    bending_moment: Moment, outer_radius: PositiveLength, inner_radius: Length = 0.0
) -> SignedStress:
    """Bending stress at the outside of a round bar or tube.

    Parameters
    ----------
    bending_moment
        Sagging positive [N m, in lbf].
    outer_radius
        Half the diameter [mm, in].
    inner_radius
        Of the bore, 0 for a solid bar [mm, in].

    Returns
    -------
    Quantity
        Stress on the side that a sagging moment stretches, tension positive [MPa].

    Raises
    ------
    InputError
        When the bore is not smaller than the bar.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.6: a post of 273 mm.

    Examples
    --------
    >>> 2 * round_bending_stress.solve_for("outer_radius", bending_moment="30 kN*m", round_bending_stress="15 MPa").m
    273.11...
    """
    return 4 * bending_moment * outer_radius / (np.pi * (outer_radius**4 - inner_radius**4))


@formula(
    symbol=r"\kappa_b",
    equation=r"\kappa_b = \frac{M}{E I}",
    source="gere-mechanics",
    example={"bending_moment": "120 N*m", "youngs_modulus": "206 GPa", "second_moment": "40000 mm**4"},
)
def bending_curvature(bending_moment: Moment, youngs_modulus: Modulus, second_moment: SecondMoment) -> Curvature:
    """Curvature of a bent beam, the inverse of its radius.

    Parameters
    ----------
    bending_moment
        Sagging positive [N m, in lbf].
    youngs_modulus
        [GPa].
    second_moment
        Second moment of area [mm⁴, in⁴].

    Returns
    -------
    Quantity
        Curvature, positive where the beam sags [1/m].

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.2: a wire of 4 mm, bent to
    502 mm by 5.01 N m.

    Examples
    --------
    >>> 1 / bending_curvature("5.007 N*m", "200 GPa", "12.566 mm**4").m
    0.5019...
    """
    return bending_moment / (youngs_modulus * second_moment)


@formula(
    symbol=r"\sigma_b",
    equation=r"\sigma_b = \frac{E D}{2 R_d + D} ,\quad M = \frac{\pi E D^4}{64 (R_d + D/2)}",
    source="gere-mechanics",
    example={"diameter": "4 mm", "drum_radius": "500 mm", "youngs_modulus": "200 GPa"},
)
def bent_over_drum(diameter: Diameter, drum_radius: PositiveLength, youngs_modulus: Modulus) -> BentRound:
    """Moment and stress of a round wire or bar bent over a drum.

    Parameters
    ----------
    diameter
        Of the wire [mm, in].
    drum_radius
        Of the drum itself [mm, in].
    youngs_modulus
        Of the wire [GPa].

    Returns
    -------
    BentRound
        Bending moment [N m] and largest bending stress [MPa].

    Notes
    -----
    Elastic: the stress must stay below the yield strength of the wire.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, example 5.2: 5.01 N m and 796.8 MPa.

    Examples
    --------
    >>> found = bent_over_drum("4 mm", "0.5 m", "200 GPa")
    >>> found.bending_moment.m, found.bending_stress.m
    (5.00..., 796.8...)
    """
    radius = drum_radius + diameter / 2
    return BentRound(youngs_modulus * np.pi * diameter**4 / (64 * radius), youngs_modulus * (diameter / 2) / radius)

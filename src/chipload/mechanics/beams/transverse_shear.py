"""Stresses in the section of a beam from its shear force."""

from __future__ import annotations

import numpy as np

from chipload.mechanics.beams.flexure import BORE_WITHIN
from chipload.units.formulas import formula
from chipload.units.kinds import Length, Offset, PositiveLength, SecondMoment, SignedForce, SignedStress, Volume
from chipload.units.parameters import Requires

_WITHIN_HEIGHT = Requires(
    ("layer_distance", "height"),
    lambda layer_distance, height: np.abs(layer_distance) <= height / 2 * (1 + 1e-12),
    "the level is outside the section; give at most half the height",
)


@formula(
    symbol=r"\tau",
    equation=r"\tau = \frac{V Q_s}{I b}",
    source="gere-mechanics",
    example={
        "transverse_force": "1500 N", "first_moment": "2250 mm**3", "second_moment": "45000 mm**4", "width": "20 mm",
    },
)  # fmt: skip
def transverse_shear_stress(
    transverse_force: SignedForce, first_moment: Volume, second_moment: SecondMoment, width: PositiveLength
) -> SignedStress:
    """Shear stress in a beam at a level of its section.

    Parameters
    ----------
    transverse_force
        Shear force of the section [N, lbf].
    first_moment
        Of the area beyond the level, about the neutral axis [mm³, in³].
    second_moment
        Second moment of the whole area about the neutral axis [mm⁴, in⁴].
    width
        Of the section at the level [mm, in].

    Returns
    -------
    Quantity
        Mean shear stress over the width at the level [MPa].

    Notes
    -----
    Close to the true one where the width is not above the height; not for flanges.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.11, printed as 450 psi.

    Examples
    --------
    >>> transverse_shear_stress("1600 lbf", "1.5 inch**3", "5.333333 inch**4", "1 inch").to("psi").m
    450.00...
    """
    return transverse_force * first_moment / (second_moment * width)


@formula(
    symbol=r"\tau",
    equation=r"\tau = \frac{3 V}{2 b h} (1 - \frac{4 y^2}{h^2})",
    source="gere-mechanics",
    example={"transverse_force": "1500 N", "width": "20 mm", "height": "30 mm", "layer_distance": "5 mm"},
    requires=(_WITHIN_HEIGHT,),
)
def rectangular_shear_stress(
    transverse_force: SignedForce, width: PositiveLength, height: PositiveLength, layer_distance: Offset = 0.0
) -> SignedStress:
    """Shear stress in a rectangular beam; the largest, in the middle of its height, unless a level is given.

    Parameters
    ----------
    transverse_force
        Shear force of the section [N, lbf].
    width
        Across the shear force [mm, in].
    height
        Along the shear force [mm, in].
    layer_distance
        Of the level from the middle of the height [mm, in].

    Returns
    -------
    Quantity
        Shear stress [MPa].

    Raises
    ------
    InputError
        When the level is outside the section.

    Notes
    -----
    Even over the width; close to the true one where the width is not above the height.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.  The example is his 5.11, printed as 450 psi.

    Examples
    --------
    >>> rectangular_shear_stress("1600 lbf", "1 inch", "4 inch", "1 inch").to("psi").m
    450.0
    """
    return 1.5 * transverse_force / (width * height) * (1 - (2 * layer_distance / height) ** 2)


@formula(
    symbol=r"\tau",
    equation=(r"\tau = \frac{4 V}{3 A} \frac{r_o^2 + r_o r_i + r_i^2}{r_o^2 + r_i^2} ,\quad A = \pi (r_o^2 - r_i^2)"),
    source="gere-mechanics",
    example={"transverse_force": "1500 N", "outer_radius": "15 mm", "inner_radius": "8 mm"},
    requires=(BORE_WITHIN,),
)
def round_shear_stress(
    transverse_force: SignedForce, outer_radius: PositiveLength, inner_radius: Length = 0.0
) -> SignedStress:
    """Largest shear stress in a round bar or tube under a shear force.

    Parameters
    ----------
    transverse_force
        Shear force of the section [N, lbf].
    outer_radius
        Half the diameter [mm, in].
    inner_radius
        Of the bore, 0 for a solid bar [mm, in].

    Returns
    -------
    Quantity
        Shear stress on the neutral axis, a mean over the width [MPa].

    Raises
    ------
    InputError
        When the bore is not smaller than the bar.

    References
    ----------
    J. M. Gere, Mechanics of Materials, 6th ed., 2004, chapter 5.

    Examples
    --------
    >>> round_shear_stress("1500 N", "10 mm").m
    6.366...
    >>> round_shear_stress("1500 N", "10 mm", "9.999999 mm").m / (1500 / (3.14159265 * (10**2 - 9.999999**2)))
    2.0
    """
    area = np.pi * (outer_radius**2 - inner_radius**2)
    crowding = 1 + outer_radius * inner_radius / (outer_radius**2 + inner_radius**2)
    return 4 * transverse_force / (3 * area) * crowding

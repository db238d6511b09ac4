"""Curved beams of I and T section, after Winkler and Bach as in `chipload.mechanics.members.curved_beams`."""

from __future__ import annotations

from chipload.mechanics.members.curved_beams import CurvedBeamStress, at_both_sides, rectangle
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Length,
    Moment,
    PositiveLength,
    SignedForce,
)
from chipload.units.parameters import Requires

_WITHIN = Requires(
    ("inner_radius", "inner_thickness", "outer_thickness", "outer_radius"),
    lambda inner, first, last, outer: inner + first + last < outer,
    "the flanges are thicker than the section; their thicknesses add to less than outer minus inner radius",
)


@formula(
    symbol=r"\sigma_i",
    equation=(
        r"\sigma_i = \frac{F_a}{A} + \frac{M (r_0 - r_i)}{A (R - r_0) r_i} ,\quad "
        r"r_0 = \frac{A}{b_i \ln(\frac{r_i + t_i}{r_i}) + t_w \ln(\frac{r_o - t_o}{r_i + t_i}) + "
        r"b_o \ln(\frac{r_o}{r_o - t_o})} ,\quad A = b_i t_i + t_w (r_o - t_o - r_i - t_i) + b_o t_o"
    ),
    source="boresi-curved",
    example={
        "bending_moment": "118.7 kN*m", "axial_force": "120 kN", "inner_radius": "80 mm", "outer_radius": "300 mm",
        "inner_width": "150 mm", "inner_thickness": "60 mm", "web_thickness": "50 mm", "outer_width": "150 mm",
        "outer_thickness": "40 mm",
    },
    requires=(_WITHIN,),
)  # fmt: skip
def curved_i_section_stress(
    bending_moment: Moment,
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    inner_width: PositiveLength,
    inner_thickness: Length,
    web_thickness: PositiveLength,
    outer_width: PositiveLength,
    outer_thickness: Length,
) -> CurvedBeamStress:
    """Stresses of a curved beam of I section, or of a T section that lacks one flange.

    Parameters
    ----------
    bending_moment
        About the centroid, positive when it straightens the beam [N m, in lbf].
    axial_force
        At the centroid, tension positive [N, lbf].
    inner_radius, outer_radius
        Radii of the two sides from the centre of curvature [mm, in].
    inner_width, inner_thickness
        Width and radial thickness of the inner flange; a thickness of 0 for none [mm, in].
    web_thickness
        Thickness of the web [mm, in].
    outer_width, outer_thickness
        Width and radial thickness of the outer flange; a thickness of 0 for none [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    Raises
    ------
    InputError
        When the flanges are thicker than the section.

    Notes
    -----
    Wide thin flanges bend sideways and carry less than this says.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.  The example is their example
    9.5: 221.6 MPa.

    Examples
    --------
    >>> found = curved_i_section_stress(
    ...     "43.68 kN*m", "120 kN", "72 mm", "240 mm", "120 mm", "48 mm", "24 mm", "24 mm", "0 mm"
    ... )
    >>> found.inner_stress.m
    221.5...
    """
    edges = (inner_radius, inner_radius + inner_thickness, outer_radius - outer_thickness, outer_radius)
    widths = (inner_width, web_thickness, outer_width)
    parts = [rectangle(edges[i], edges[i + 1], widths[i]) for i in range(3)]
    area = parts[0][0] + parts[1][0] + parts[2][0]
    centroid = sum(part[0] * part[1] for part in parts) / area
    return at_both_sides(
        bending_moment,
        axial_force,
        inner_radius,
        outer_radius,
        area,
        centroid,
        parts[0][2] + parts[1][2] + parts[2][2],
    )

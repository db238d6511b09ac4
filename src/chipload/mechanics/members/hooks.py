"""Hooks, C frames and clamps: a curved section pulled by a force beside it."""

from __future__ import annotations

from chipload.mechanics.members.curved_beams import (
    RADII_IN_ORDER,
    CurvedBeamStress,
    at_both_sides,
    rectangle,
    trapezoid,
)
from chipload.units.formulas import formula
from chipload.units.kinds import Length, Offset, PositiveLength, SignedForce

_LINE_OF_LOAD = (
    r"M = F_a (R + d_F) ,\quad \sigma_i = \frac{F_a}{A} + \frac{M (r_0 - r_i)}{A (R - r_0) r_i} ,\quad "
    r"\sigma_o = \frac{F_a}{A} + \frac{M (r_0 - r_o)}{A (R - r_0) r_o}"
)


@formula(
    symbol=r"\sigma_i",
    equation=_LINE_OF_LOAD
    + r" ,\quad r_0 = \frac{A}{\frac{b_i r_o - b_o r_i}{r_o - r_i} \ln(\frac{r_o}{r_i}) - b_i + b_o}",
    source="boresi-curved",
    example={
        "axial_force": "20 kN", "inner_radius": "60 mm", "outer_radius": "160 mm", "inner_width": "60 mm",
        "outer_width": "30 mm", "load_line_distance": "5 mm",
    },
    requires=(RADII_IN_ORDER,),
)  # fmt: skip
def crane_hook_stress(
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    inner_width: PositiveLength,
    outer_width: Length,
    load_line_distance: Offset,
) -> CurvedBeamStress:
    """Stresses in the critical section of a hook whose section is a trapezoid.

    Parameters
    ----------
    axial_force
        Load of the hook; it opens the hook when positive [N, lbf].
    inner_radius, outer_radius
        Radii of the two parallel sides from the centre of curvature [mm, in].
    inner_width, outer_width
        Widths of these sides [mm, in].
    load_line_distance
        Distance of the line of load from the centre of curvature, away from the section; 0 for a load through the
        centre [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    Raises
    ------
    InputError
        When the inner radius is as large as the outer one.

    Notes
    -----
    The section square to the load, where the moment is largest.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., sections 9.2 and 9.3.

    Examples
    --------
    A link of rectangular section under 70 kN of compression, A. C. Ugural and S. K. Fenster, Advanced Strength and
    Applied Elasticity, example 5.5: -176.2 and 88.1 MPa.

    >>> found = crane_hook_stress("-70 kN", "100 mm", "200 mm", "50 mm", "50 mm", "0 mm")
    >>> found.inner_stress.m, found.outer_stress.m
    (-176.2..., 88.1...)
    """
    area, centroid, over_radius = trapezoid(inner_radius, outer_radius, inner_width, outer_width)
    moment = axial_force * (centroid + load_line_distance)
    return at_both_sides(moment, axial_force, inner_radius, outer_radius, area, centroid, over_radius)


@formula(
    symbol=r"\sigma_i",
    equation=_LINE_OF_LOAD + r" ,\quad r_0 = \frac{r_o - r_i}{\ln(\frac{r_o}{r_i})}",
    source="boresi-curved",
    example={
        "axial_force": "9.5 kN", "inner_radius": "30 mm", "outer_radius": "80 mm", "width": "50 mm",
        "load_line_distance": "100 mm",
    },
    requires=(RADII_IN_ORDER,),
)  # fmt: skip
def c_frame_stress(
    axial_force: SignedForce,
    inner_radius: PositiveLength,
    outer_radius: PositiveLength,
    width: PositiveLength,
    load_line_distance: Offset,
) -> CurvedBeamStress:
    """Stresses in the back of a C frame or C clamp of rectangular section.

    Parameters
    ----------
    axial_force
        Force that opens the frame, as the clamping force [N, lbf].
    inner_radius, outer_radius
        Radii of the back from its centre of curvature [mm, in].
    width
        Width across the plane of bending [mm, in].
    load_line_distance
        Distance of the line of force from the centre of curvature, away from the back [mm, in].

    Returns
    -------
    CurvedBeamStress
        Stresses at the inner and outer side, tension positive [MPa], radii of centroid and neutral axis [mm].

    Raises
    ------
    InputError
        When the inner radius is as large as the outer one.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed., section 9.2.  The example is their example
    9.1: 106.2 and -49.3 MPa.

    Examples
    --------
    >>> found = c_frame_stress("9.5 kN", "30 mm", "80 mm", "50 mm", "100 mm")
    >>> found.inner_stress.m, found.outer_stress.m
    (106.1..., -49.3...)
    """
    area, centroid, over_radius = rectangle(inner_radius, outer_radius, width)
    moment = axial_force * (centroid + load_line_distance)
    return at_both_sides(moment, axial_force, inner_radius, outer_radius, area, centroid, over_radius)

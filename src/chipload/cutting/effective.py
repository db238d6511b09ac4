"""Where a rounded or slanted edge cuts: effective diameter and entering angle."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Diameter, Length, PositiveLength
from chipload.units.parameters import Requires

_WITHIN_BALL = Requires(
    ("axial_depth", "diameter"),
    lambda axial_depth, diameter: axial_depth <= diameter / 2 * (1 + 1e-12),
    "the axial depth is more than the radius of the ball; above it the tool cuts with its full diameter",
)
_CORNER_FITS = Requires(
    ("corner_radius", "diameter"),
    lambda corner_radius, diameter: 2 * corner_radius <= diameter * (1 + 1e-12),
    "the corner radius is more than half the diameter",
)


@formula(
    symbol="D_e",
    equation=r"D_e = 2 \sqrt{a_p (D - a_p)}",
    source="dapra-ball",
    example={"diameter": "10 mm", "axial_depth": "0.2 mm"},
    requires=(_WITHIN_BALL,),
)
def ball_effective_diameter(diameter: Diameter, axial_depth: PositiveLength) -> Diameter:
    """Largest diameter at which an upright ball nose cuts.

    Parameters
    ----------
    diameter
        Diameter of the ball [mm, in].
    axial_depth
        Depth along the tool axis, up to the radius [mm, in].

    Returns
    -------
    Quantity
        Effective diameter [mm].

    Raises
    ------
    InputError
        When the axial depth is more than the radius.

    References
    ----------
    Dapra, Ball nose feed, speed and diameter compensation: a 0.5 in ball at 0.1 in cuts at 0.400 in.

    Examples
    --------
    >>> ball_effective_diameter("0.5 in", "0.1 in").to("inch").m
    0.4
    """
    return 2 * np.sqrt(axial_depth * np.maximum(diameter - axial_depth, 0.0))


@formula(
    symbol="D_e",
    equation=r"D_e = D \sin(\min(\beta + \arccos(1 - \frac{2 a_p}{D}), \frac{\pi}{2}))",
    source="sandvik-formulas",
    example={"diameter": "10 mm", "axial_depth": "0.2 mm", "tilt_angle": "15 deg"},
    requires=(
        _WITHIN_BALL,
        Requires(
            ("tilt_angle",),
            lambda tilt_angle: (tilt_angle >= 0) & (tilt_angle <= np.pi / 2),
            "the tilt is from 0 to 90 degrees",
        ),
    ),
)
def tilted_ball_effective_diameter(diameter: Diameter, axial_depth: PositiveLength, tilt_angle: Angle) -> Diameter:
    """Largest diameter at which a ball nose cuts whose axis is tilted towards the feed.

    Parameters
    ----------
    diameter
        Diameter of the ball [mm, in].
    axial_depth
        Depth normal to the surface, up to the radius [mm, in].
    tilt_angle
        Angle between the tool axis and the normal of the surface [°].

    Returns
    -------
    Quantity
        Effective diameter [mm], the full one once the tilt brings the equator into the cut.

    Raises
    ------
    InputError
        When the axial depth is more than the radius, or the tilt is not between 0 and 90°.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> tilted_ball_effective_diameter("10 mm", "0.2 mm", "15 deg").m
    5.189...
    """
    contact = 2 * np.arcsin(np.sqrt(np.minimum(axial_depth / diameter, 1.0)))
    return diameter * np.sin(np.minimum(tilt_angle + contact, np.pi / 2))


@formula(
    symbol="D_e",
    equation=r"D_e = D - 2 r_\epsilon + 2 \sqrt{a (2 r_\epsilon - a)} ,\quad a = \min(a_p, r_\epsilon)",
    source="sandvik-formulas",
    example={"diameter": "10 mm", "corner_radius": "2 mm", "axial_depth": "0.5 mm"},
    requires=(_CORNER_FITS,),
)
def corner_effective_diameter(diameter: Diameter, corner_radius: Length, axial_depth: Length) -> Diameter:
    """Largest diameter at which a bull nose or round-insert cutter cuts.

    Parameters
    ----------
    diameter
        Outer diameter of the cutter [mm, in].
    corner_radius
        Corner radius; half the diameter of a round insert; half the tool's for a ball [mm, in].
    axial_depth
        Depth along the tool axis [mm, in].

    Returns
    -------
    Quantity
        Effective diameter [mm]; from a depth of the corner radius on it is the diameter.

    Raises
    ------
    InputError
        When the corner radius is more than half the diameter.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> corner_effective_diameter("10 mm", "2 mm", "0.5 mm").m
    8.645...
    """
    depth = np.minimum(axial_depth, corner_radius)
    return diameter - 2 * corner_radius + 2 * np.sqrt(depth * (2 * corner_radius - depth))


@formula(
    symbol="D_e",
    equation=r"D_e = D + \frac{2 a_p}{\tan(\kappa_r)}",
    source="sandvik-formulas",
    example={"diameter": "4 mm", "axial_depth": "1 mm", "entering_angle": "45 deg"},
    requires=(
        Requires(
            ("entering_angle",),
            lambda entering_angle: (entering_angle > 0) & (entering_angle <= np.pi / 2),
            "the entering angle is more than 0 and at most 90 degrees",
        ),
    ),
)
def chamfer_effective_diameter(diameter: Diameter, axial_depth: Length, entering_angle: Angle) -> Diameter:
    """Largest diameter at which a chamfer mill or a face mill with a slanted edge cuts.

    Parameters
    ----------
    diameter
        Diameter at the tip, where the edge begins [mm, in].
    axial_depth
        Depth along the tool axis from there [mm, in].
    entering_angle
        Angle of the edge to the plane of the feed: 45° for a 90° chamfer mill [°].

    Returns
    -------
    Quantity
        Effective diameter [mm].

    Raises
    ------
    InputError
        When the entering angle is not above 0 and at most 90°.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.

    Examples
    --------
    >>> chamfer_effective_diameter("4 mm", "1 mm", "45 deg").m
    6.0
    """
    return diameter + 2 * axial_depth * np.cos(entering_angle) / np.sin(entering_angle)


@formula(
    symbol=r"\kappa_r",
    equation=r"\kappa_r = \arccos(1 - \frac{a}{r_\epsilon}) ,\quad a = \min(a_p, r_\epsilon)",
    source="sandvik-formulas",
    example={"axial_depth": "0.762 mm", "corner_radius": "6.35 mm"},
)
def entering_angle_at_depth(axial_depth: Length, corner_radius: PositiveLength) -> Angle:
    """Entering angle of a rounded edge at the depth of cut, where its chip is thickest.

    Parameters
    ----------
    axial_depth
        Depth along the tool axis [mm, in].
    corner_radius
        Corner radius; half the diameter of a round insert or a ball [mm, in].

    Returns
    -------
    Quantity
        Entering angle [°], 90 from a depth of the radius on.

    Notes
    -----
    Makers' feed factors for round inserts, ``1 / sin(kappa)``, use this angle; the mean along the edge is
    `mean_entering_angle`.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is in Dapra's table: a 12.7 mm insert at
    0.762 mm has a feed factor of 2.1.

    Examples
    --------
    >>> entering_angle_at_depth("0.762 mm", "6.35 mm").m  # 1 / sin is 2.105
    28.35...
    """
    return 2 * np.arcsin(np.sqrt(np.minimum(axial_depth / corner_radius, 1.0) / 2))


@formula(
    symbol=r"\kappa_r",
    equation=r"\sin(\kappa_r) = \frac{a_p}{b} ,\quad b = r_\epsilon \kappa + \max(a_p - r_\epsilon, 0)",
    source="sandvik-formulas",
    example={"axial_depth": "1 mm", "corner_radius": "2 mm"},
)
def mean_entering_angle(axial_depth: PositiveLength, corner_radius: Length) -> Angle:
    """Entering angle of the straight edge that cuts the same width and mean thickness as a rounded one.

    Parameters
    ----------
    axial_depth
        Depth along the tool axis, more than nothing [mm, in].
    corner_radius
        Corner radius, 0 for a sharp corner [mm, in].

    Returns
    -------
    Quantity
        Mean entering angle [°]: the chip is ``b`` wide, the length of edge in cut, and ``f_z a_p / b`` thick.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions; the length of edge is plain geometry.

    Examples
    --------
    >>> mean_entering_angle("1 mm", "0 mm").m
    90.0
    """
    arc = 2 * np.arcsin(
        np.sqrt(np.where(corner_radius > 0, np.minimum(axial_depth / np.maximum(corner_radius, 1e-30), 1.0), 0.0) / 2)
    )
    width = corner_radius * arc + np.maximum(axial_depth - corner_radius, 0.0)
    return np.arcsin(np.minimum(axial_depth / width, 1.0))


@formula(
    symbol=r"\kappa_r",
    equation=r"\kappa_r = \frac{\pi}{2} - \psi_r",
    source="iso3002",
    example={"lead_angle": "15 deg"},
)
def entering_angle(lead_angle: Angle) -> Angle:
    """Entering angle of an edge given by its lead angle.

    Parameters
    ----------
    lead_angle
        Angle of the edge to the direction across the feed, as North American catalogues give it [°].

    Returns
    -------
    Quantity
        Entering angle, the complement of the lead angle [°].

    References
    ----------
    ISO 3002-1.

    Examples
    --------
    >>> entering_angle("15 deg").m
    75.0
    """
    return np.pi / 2 - lead_angle

"""The turned surface: the profile of nose and straight edges.

Ideal roughness is what feed and the shape of the edge leave, before any vibration or wear.  A real surface is
one to two times as rough, more for ductile work and low speeds; `finish_factor` stands for that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.finish import geometry
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    FeedPerRev,
    Length,
    Number,
    PositiveLength,
    PositiveRatio,
    Roughness,
)
from chipload.units.parameters import Requires

_EDGES = Requires(
    ("entering_angle", "minor_cutting_edge_angle"),
    lambda entering_angle, minor_cutting_edge_angle: (
        (entering_angle > 0)
        & (minor_cutting_edge_angle > 0)
        & (minor_cutting_edge_angle < np.pi / 2)
        & (entering_angle + minor_cutting_edge_angle < np.pi)
    ),
    "both angles are above 0, that of the minor edge is below 90 degrees, and together they are below 180",
)
_NO_OVERHANG = Requires(
    ("feed_per_rev", "nose_radius", "entering_angle", "minor_cutting_edge_angle"),
    lambda feed_per_rev, nose_radius, entering_angle, minor_cutting_edge_angle: (
        (entering_angle <= np.pi / 2 * (1 + 1e-12))
        | (feed_per_rev * np.sin(minor_cutting_edge_angle) <= nose_radius * (1 + np.sin(minor_cutting_edge_angle)))
    ),
    "an entering angle above 90 degrees at so large a feed leaves peaks that overhang; lower the feed",
)
_ON_MINOR_EDGE = Requires(
    ("feed_per_rev", "nose_radius", "minor_cutting_edge_angle"),
    lambda feed_per_rev, nose_radius, minor_cutting_edge_angle: (
        (minor_cutting_edge_angle > 0)
        & (minor_cutting_edge_angle < np.pi / 2)
        & (feed_per_rev >= 2 * nose_radius * np.sin(minor_cutting_edge_angle) * (1 - 1e-12))
        & (feed_per_rev * np.sin(minor_cutting_edge_angle) <= 2 * nose_radius)
    ),
    "the feed does not reach the minor cutting edge, or passes the nose; use turned_profile_rz, which tells them apart",
)
_ON_BOTH_EDGES = Requires(
    ("feed_per_rev", "nose_radius", "entering_angle", "minor_cutting_edge_angle"),
    lambda feed_per_rev, nose_radius, entering_angle, minor_cutting_edge_angle: (
        feed_per_rev
        >= (1 - 1e-12)
        * geometry.straight_from(nose_radius, *geometry.ordered(entering_angle, minor_cutting_edge_angle))[1]
    ),
    "the feed does not reach both straight edges; use turned_profile_rz, which tells the cases apart",
)


@dataclass(frozen=True)
class TurnedProfile:
    """Height and mean deviation of a turned profile, and how many of the two straight edges take part in it."""

    roughness_rz: Roughness
    roughness_ra: Roughness
    straight_edges: Number


@formula(
    symbol="R_z",
    equation=(
        r"R_z = r_\epsilon (1 - \cos(\kappa_r')) + f_n \sin(\kappa_r') \cos(\kappa_r') "
        r"- \sin(\kappa_r') \sqrt{2 f_n r_\epsilon \sin(\kappa_r') - f_n^2 \sin(\kappa_r')^2}"
    ),
    source="sharma-production",
    example={"feed_per_rev": "0.3 mm/rev", "nose_radius": "0.4 mm", "minor_cutting_edge_angle": "5 deg"},
    requires=(_ON_MINOR_EDGE,),
)
def turned_minor_edge_rz(
    feed_per_rev: FeedPerRev, nose_radius: PositiveLength, minor_cutting_edge_angle: Angle
) -> Roughness:
    """Height of the ideal turned profile where nose and minor cutting edge meet in the peaks.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert [mm, in].
    minor_cutting_edge_angle
        Angle of the minor (end) cutting edge to the feed [°].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed does not reach the minor edge, ``f_n < 2 r sin(minor cutting edge angle)``, or passes the nose.

    Notes
    -----
    Exact as long as the major edge does not reach the peak, ``R_z <= r (1 - cos(entering angle))``.  It is lower
    than ``f**2 / (8 r)``, which gives 28.1 µm in the example.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, p. 572.  The example was compared with the envelope of the
    edge.

    Examples
    --------
    >>> turned_minor_edge_rz("0.3 mm/rev", "0.4 mm", "5 deg").m
    15.17...
    """
    return geometry.peak_on_one_edge(feed_per_rev, nose_radius, minor_cutting_edge_angle)


@formula(
    symbol="R_z",
    equation=(
        r"R_z = \frac{f_n - r_\epsilon \tan(\frac{\kappa_r}{2}) - r_\epsilon \tan(\frac{\kappa_r'}{2})}"
        r"{\frac{1}{\tan(\kappa_r)} + \frac{1}{\tan(\kappa_r')}}"
    ),
    source="boothroyd2006",
    example={
        "feed_per_rev": "0.5 mm/rev",
        "nose_radius": "0.05 mm",
        "entering_angle": "75 deg",
        "minor_cutting_edge_angle": "15 deg",
    },
    requires=(_EDGES, _NO_OVERHANG, _ON_BOTH_EDGES),
)
def turned_straight_edges_rz(
    feed_per_rev: FeedPerRev, nose_radius: Length, entering_angle: Angle, minor_cutting_edge_angle: Angle
) -> Roughness:
    """Height of the ideal turned profile where the two straight cutting edges meet in the peaks.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert, 0 for a sharp point [mm, in].
    entering_angle
        Angle of the major cutting edge to the feed [°].
    minor_cutting_edge_angle
        Angle of the minor (end) cutting edge to the feed [°].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed does not reach both straight edges, the angles are impossible, or the peaks would overhang.

    Notes
    -----
    A sharp point leaves ``f / (cot(entering angle) + cot(minor cutting edge angle))``.

    References
    ----------
    G. Boothroyd and W. A. Knight, Fundamentals of Machining and Machine Tools, 3rd ed., 2006.

    Examples
    --------
    >>> turned_straight_edges_rz("0.5 mm/rev", "0 mm", "75 deg", "15 deg").m
    125.0
    """
    steep, shallow = geometry.ordered(entering_angle, minor_cutting_edge_angle)
    return geometry.peak_on_two_edges(feed_per_rev, nose_radius, steep, shallow)


_PROFILE_EQUATION = (
    r"R_z = K_f h ,\quad h = r_\epsilon - \sqrt{r_\epsilon^2 - \frac{f_n^2}{4}} "
    r"\text{ for } f_n \le 2 r_\epsilon \sin(\kappa_r') ,\quad "
    r"h = r_\epsilon (1 - \cos(\kappa_r')) + f_n \sin(\kappa_r') \cos(\kappa_r') "
    r"- \sin(\kappa_r') \sqrt{2 f_n r_\epsilon \sin(\kappa_r') - f_n^2 \sin(\kappa_r')^2} "
    r"\text{ for } h \le r_\epsilon (1 - \cos(\kappa_r)) ,\quad "
    r"h = \frac{f_n - r_\epsilon \tan(\frac{\kappa_r}{2}) - r_\epsilon \tan(\frac{\kappa_r'}{2})}"
    r"{\frac{1}{\tan(\kappa_r)} + \frac{1}{\tan(\kappa_r')}} \text{ else}"
)
_PROFILE_EXAMPLE = {
    "feed_per_rev": "0.3 mm/rev",
    "nose_radius": "0.4 mm",
    "entering_angle": "75 deg",
    "minor_cutting_edge_angle": "5 deg",
}


@formula(
    symbol="R_z",
    equation=_PROFILE_EQUATION,
    source="boothroyd2006",
    example=_PROFILE_EXAMPLE,
    requires=(_EDGES, _NO_OVERHANG),
)
def turned_profile_rz(
    feed_per_rev: FeedPerRev,
    nose_radius: Length,
    entering_angle: Angle,
    minor_cutting_edge_angle: Angle,
    finish_factor: PositiveRatio = 1.0,
) -> Roughness:
    """Height of the turned profile, whichever parts of the edge cut it.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert, 0 for a sharp point [mm, in].
    entering_angle
        Angle of the major cutting edge to the feed; 95° for a usual 80° insert [°].
    minor_cutting_edge_angle
        Angle of the minor (end) cutting edge to the feed; 5° for the same insert [°].
    finish_factor
        Real over ideal height, known from measured parts; 1 gives the ideal profile.

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the angles are impossible, or an entering angle above 90° meets a feed that leaves overhanging peaks.

    Notes
    -----
    Exact envelope of nose arc and straight edges.  The three cases join without a step in height or slope; which
    one holds is told by `turned_profile`.  Which of the two angles is the larger does not matter.  The peak
    cannot be higher than the depth of cut.  For feeds near the least chip that cuts, see `brammertz_rz`.

    References
    ----------
    G. Boothroyd and W. A. Knight, Fundamentals of Machining and Machine Tools, 3rd ed., 2006.

    Examples
    --------
    >>> turned_profile_rz("0.3 mm/rev", "0.4 mm", "95 deg", "5 deg").m
    15.17...
    """
    return finish_factor * geometry.profile_height(feed_per_rev, nose_radius, entering_angle, minor_cutting_edge_angle)


@formula(
    symbol="R_a",
    equation=r"R_a = \frac{K_f}{f_n} \int_0^{f_n} \left|y - \frac{A}{f_n}\right| dx ,\quad A = \int_0^{f_n} y dx",
    source="qu2003",
    example=_PROFILE_EXAMPLE,
    requires=(_EDGES, _NO_OVERHANG),
)
def turned_profile(
    feed_per_rev: FeedPerRev,
    nose_radius: Length,
    entering_angle: Angle,
    minor_cutting_edge_angle: Angle,
    finish_factor: PositiveRatio = 1.0,
) -> TurnedProfile:
    """Height and mean deviation of the turned profile, and which parts of the edge cut it.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert, 0 for a sharp point [mm, in].
    entering_angle
        Angle of the major cutting edge to the feed [°].
    minor_cutting_edge_angle
        Angle of the minor (end) cutting edge to the feed [°].
    finish_factor
        Real over ideal roughness, known from measured parts; 1 gives the ideal profile.

    Returns
    -------
    TurnedProfile
        Rz and Ra [µm], and the number of straight edges in the profile: 0 where the nose alone cuts it, 1 with
        the flatter of the two edges, 2 with both.

    Raises
    ------
    InputError
        When the angles are impossible, or an entering angle above 90° meets a feed that leaves overhanging peaks.

    Notes
    -----
    Ra is that of the exact profile ``y(x)`` about its mean line, in closed form: the areas under arc and straight
    edges are known.  For a small feed it tends to ``f**2 / (18 sqrt(3) r)``, `turned_ra`; it is not a fixed share
    of the height.  The feed for a wanted Ra is ``turned_profile.solve_for("feed_per_rev", roughness_ra=...)``.

    References
    ----------
    J. Qu and A. J. Shih, Analytical surface roughness parameters of a theoretical profile consisting of elliptical
    arcs, Machining Science and Technology 7 (2003), 281-294, for arcs; the straight edges are added here.

    Examples
    --------
    >>> found = turned_profile("1.2 mm/rev", "0.8 mm", "90 deg", "60 deg")
    >>> found.roughness_rz.m, found.roughness_ra.m, found.straight_edges.m
    (270.8..., 66.3..., 0.0)
    """
    shape = feed_per_rev, nose_radius, entering_angle, minor_cutting_edge_angle
    found = np.broadcast_arrays(
        finish_factor * geometry.profile_height(*shape),
        finish_factor * geometry.profile_ra(*shape),
        geometry.straight_edges(*shape),
    )
    return TurnedProfile(*(np.array(part)[()] for part in found))

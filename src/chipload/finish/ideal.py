"""Ideal roughness: the profile that feed and the shape of the edge leave, before any vibration or wear.

A real surface is one to two times as rough, more for ductile work and low speeds.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, FeedPerRev, FeedPerTooth, Length, PositiveLength, Real, Roughness
from chipload.units.parameters import Requires

_RA_OF_CUSP = 8 / (18 * np.sqrt(3))  # Ra over height of a row of parabolas


def _cusp(radius: Real, spacing: Real) -> Real:
    """Height between circles of `radius` set `spacing` apart, in the form that keeps its digits."""
    half = spacing / 2
    return half**2 / (radius + np.sqrt(radius**2 - half**2))


def _reaches(spacing: str, radius: str, says: str) -> Requires:
    return Requires((spacing, radius), lambda spacing, radius: spacing <= 2 * radius, says)


def _within(spacing: str, says: str) -> Requires:
    return Requires((spacing, "diameter"), lambda spacing, diameter: spacing <= diameter, says)


@formula(
    symbol="R_z",
    equation=r"R_z = r_\epsilon - \sqrt{r_\epsilon^2 - \frac{f_n^2}{4}}",
    source="brammertz1961",
    example={"feed_per_rev": "0.2 mm/rev", "nose_radius": "0.8 mm"},
    requires=(
        _reaches("feed_per_rev", "nose_radius", "the feed is more than twice the nose radius, so the arcs do not meet"),
    ),
)
def turned_rz(feed_per_rev: FeedPerRev, nose_radius: PositiveLength) -> Roughness:
    """Height of the ideal turned profile that the nose radius leaves.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert [mm, in].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed is more than twice the nose radius.

    Notes
    -----
    Exact while only the nose cuts the profile, ``f_n <= 2 r sin(minor cutting edge angle)``: beyond it the true
    profile is lower.  The shop form ``f**2 / (8 r)`` is its limit for a small feed.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).  The example is Mitsubishi Materials', printed as 6.25 µm by the
    shop form.

    Examples
    --------
    >>> turned_rz("0.2 mm/rev", "0.8 mm").m
    6.274...
    """
    return _cusp(nose_radius, feed_per_rev)


@formula(
    symbol="R_a",
    equation=r"R_a = \frac{f_n^2}{18 \sqrt{3} r_\epsilon}",
    source="brammertz1961",
    example={"feed_per_rev": "0.2 mm/rev", "nose_radius": "0.8 mm"},
    requires=(
        _reaches("feed_per_rev", "nose_radius", "the feed is more than twice the nose radius, so the arcs do not meet"),
    ),
)
def turned_ra(feed_per_rev: FeedPerRev, nose_radius: PositiveLength) -> Roughness:
    """Arithmetic mean roughness of the ideal turned profile.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert [mm, in].

    Returns
    -------
    Quantity
        Ra [µm].

    Raises
    ------
    InputError
        When the feed is more than twice the nose radius.

    Notes
    -----
    For feeds well below the nose radius, in the range of `turned_rz`; the common ``f**2 / (32 r)`` is 2.6 %
    lower.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).

    Examples
    --------
    >>> turned_ra("0.2 mm/rev", "0.8 mm").m
    1.603...
    """
    return feed_per_rev**2 / (18 * np.sqrt(3) * nose_radius)


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{f_z^2}{4}}",
    source="martellotti1941",
    example={"feed_per_tooth": "0.1 mm", "diameter": "10 mm"},
    requires=(_within("feed_per_tooth", "the feed per tooth is more than the diameter"),),
)
def milled_wall_rz(feed_per_tooth: FeedPerTooth, diameter: Diameter) -> Roughness:
    """Height of the feed marks on a wall milled with the side of a cutter.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth; the feed per revolution where runout lets one tooth finish the wall [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed is more than the diameter.

    Notes
    -----
    Circular path and no runout.  A radial runout larger than this height, which is the rule, leaves one tooth
    to finish the wall: give the feed per revolution then.

    References
    ----------
    M. E. Martellotti, Trans. ASME 63 (1941), 677-700.

    Examples
    --------
    >>> milled_wall_rz("0.1 mm", "10 mm").m
    0.2500...
    """
    return _cusp(diameter / 2, feed_per_tooth)


@formula(
    symbol="R_z",
    equation=r"R_z = r_\epsilon - \sqrt{r_\epsilon^2 - \frac{f_z^2}{4}}",
    source="brammertz1961",
    example={"feed_per_tooth": "0.1 mm", "corner_radius": "0.5 mm"},
    requires=(
        _reaches(
            "feed_per_tooth", "corner_radius", "the feed is more than twice the corner radius, so the arcs do not meet"
        ),
    ),
)
def milled_floor_rz(feed_per_tooth: FeedPerTooth, corner_radius: PositiveLength) -> Roughness:
    """Height of the feed marks on a floor milled with rounded corners.

    Parameters
    ----------
    feed_per_tooth
        Feed per tooth; the feed per revolution where axial runout lets one tooth finish [mm, in].
    corner_radius
        Corner radius of the cutter [mm, in].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Raises
    ------
    InputError
        When the feed is more than twice the corner radius.

    Notes
    -----
    While only the corner cuts the profile; a wiper flat or the dish of the end leaves less.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961), for the same geometry in turning.

    Examples
    --------
    >>> milled_floor_rz("0.1 mm", "0.5 mm").m
    2.506...
    """
    return _cusp(corner_radius, feed_per_tooth)


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{D}{2} - \sqrt{\frac{D^2}{4} - \frac{a_e^2}{4}}",
    source="sandvik-formulas",
    example={"stepover": "0.5 mm", "diameter": "10 mm"},
    requires=(_within("stepover", "the stepover is more than the diameter of the ball"),),
)
def scallop_height(stepover: Length, diameter: Diameter) -> Roughness:
    """Height of the scallops between neighbouring passes of a ball nose on a flat.

    Parameters
    ----------
    stepover
        Distance between the passes; with the feed per tooth, the scallops along the feed [mm, in].
    diameter
        Diameter of the ball [mm, in].

    Returns
    -------
    Quantity
        Scallop height [µm].

    Raises
    ------
    InputError
        When the stepover is more than the diameter.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Calcady's: a 0.25 in ball stepping
    0.02 in leaves 0.000402 in.

    Examples
    --------
    >>> scallop_height("0.02 in", "0.25 in").to("inch").m
    0.0004006...
    """
    return _cusp(diameter / 2, stepover)


@formula(
    symbol="R_a",
    equation=r"R_a = \frac{8}{18 \sqrt{3}} R_z",
    source="brammertz1961",
    example={"roughness_rz": "6.25 um"},
)
def cusp_ra(roughness_rz: Roughness) -> Roughness:
    """Arithmetic mean roughness of a row of equal cusps.

    Parameters
    ----------
    roughness_rz
        Height of the cusps [µm, µin].

    Returns
    -------
    Quantity
        Ra [µm], 0.2566 of the height.

    Notes
    -----
    Exact for parabolas, and so for arcs whose spacing is small against their radius.  A measured surface has no
    such fixed ratio.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).

    Examples
    --------
    >>> cusp_ra("6.25 um").m
    1.603...
    """
    return _RA_OF_CUSP * roughness_rz

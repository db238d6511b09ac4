"""The turned surface that the nose alone leaves, and the least chip it still cuts."""

from __future__ import annotations

import numpy as np

from chipload.finish.geometry import arc_cusp
from chipload.units.formulas import formula
from chipload.units.kinds import ChipThickness, FeedPerRev, PositiveLength, Roughness
from chipload.units.parameters import Requires, ValidRatio

_ARCS_MEET = Requires(
    ("feed_per_rev", "nose_radius"),
    lambda feed_per_rev, nose_radius: feed_per_rev <= 2 * nose_radius,
    "the feed is more than twice the nose radius, so the arcs do not meet",
)


@formula(
    symbol="R_z",
    equation=r"R_z = r_\epsilon - \sqrt{r_\epsilon^2 - \frac{f_n^2}{4}}",
    source="brammertz1961",
    example={"feed_per_rev": "0.2 mm/rev", "nose_radius": "0.8 mm"},
    requires=(_ARCS_MEET,),
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
    profile is lower, `turned_profile_rz`.  The shop form ``f**2 / (8 r)`` is its limit for a small feed.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).  The example is Mitsubishi Materials', printed as 6.25 µm by the
    shop form.

    Examples
    --------
    >>> turned_rz("0.2 mm/rev", "0.8 mm").m
    6.274...
    """
    return arc_cusp(nose_radius, feed_per_rev)


@formula(
    symbol="R_a",
    equation=r"R_a = \frac{f_n^2}{18 \sqrt{3} r_\epsilon}",
    source="brammertz1961",
    example={"feed_per_rev": "0.2 mm/rev", "nose_radius": "0.8 mm"},
    valid=(
        ValidRatio(
            "feed over nose radius",
            ("feed_per_rev", "nose_radius"),
            lambda feed, radius: feed / radius,
            -np.inf,
            0.6,
            "a parabola no longer stands for the nose; use turned_profile",
        ),
    ),
    requires=(_ARCS_MEET,),
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

    Warns
    -----
    ValidityWarning
        For a feed above 0.6 of the nose radius, where the form is 2 % low and more.

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
    equation=r"R_z = \frac{f_n^2}{8 r_\epsilon} + \frac{h_{min}}{2} (1 + \frac{r_\epsilon h_{min}}{f_n^2})",
    source="brammertz1961",
    example={"feed_per_rev": "0.05 mm/rev", "nose_radius": "0.8 mm", "min_chip_thickness": "2 um"},
)
def brammertz_rz(feed_per_rev: FeedPerRev, nose_radius: PositiveLength, min_chip_thickness: ChipThickness) -> Roughness:
    """Height of a finely turned profile where the edge pushes aside what is too thin to cut.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Nose radius of the insert [mm, in].
    min_chip_thickness
        Least chip thickness at which the edge still cuts [mm, µm].

    Returns
    -------
    Quantity
        Height of the profile [µm].

    Notes
    -----
    Quoted from general literature.  Of use for feeds up to about 0.1 mm; for larger ones it tends to the
    profile of the nose, half the least chip thickness higher.  Below `brammertz_best_feed` a smaller feed
    makes the surface worse.  The least chip thickness is of the order of a third of the radius of the honed
    edge; take it from a test.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).

    Examples
    --------
    >>> brammertz_rz("0.05 mm/rev", "0.8 mm", "2 um").m  # the nose alone would leave 0.39
    2.030...
    """
    skipped = min_chip_thickness / 2 * (1 + nose_radius * min_chip_thickness / feed_per_rev**2)
    return feed_per_rev**2 / (8 * nose_radius) + skipped


@formula(
    symbol="f_n",
    equation=r"f_n = \sqrt{2 r_\epsilon h_{min}}",
    source="brammertz1961",
    example={"nose_radius": "0.8 mm", "min_chip_thickness": "2 um"},
)
def brammertz_best_feed(nose_radius: PositiveLength, min_chip_thickness: ChipThickness) -> FeedPerRev:
    """Feed at which `brammertz_rz` is least.

    Parameters
    ----------
    nose_radius
        Nose radius of the insert [mm, in].
    min_chip_thickness
        Least chip thickness at which the edge still cuts [mm, µm].

    Returns
    -------
    Quantity
        Feed per revolution [mm/rev].

    Notes
    -----
    The height left at this feed is the least chip thickness itself.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961); the minimum of the height there over the feed.

    Examples
    --------
    >>> brammertz_best_feed("0.8 mm", "2 um").m
    0.05656...
    """
    return np.sqrt(2 * nose_radius * min_chip_thickness)

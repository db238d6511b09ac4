"""Smooth turning: the least chip an edge still cuts, and inserts with a wiper."""

from __future__ import annotations

import numpy as np

from chipload.finish import geometry
from chipload.units.formulas import Requires, Valid, formula
from chipload.units.kinds import Angle, ChipThickness, FeedPerRev, Length, PositiveLength, Roughness


@formula(
    symbol="R_z",
    equation=r"R_z = \frac{f_n^2}{8 r_\epsilon} + \frac{h_{min}}{2} (1 + \frac{r_\epsilon h_{min}}{f_n^2})",
    source="brammertz1961",
    example={"feed_per_rev": "0.05 mm/rev", "nose_radius": "0.8 mm", "min_chip_thickness": "2 um"},
    valid=(Valid("feed_per_rev", 0, 1e-4, "the plain profile, turned_profile_rz, holds there"),),
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

    Warns
    -----
    ValidityWarning
        When the feed is above 0.1 mm.

    Notes
    -----
    Quoted from general literature.  Below `brammertz_best_feed` a smaller feed makes the surface worse.  The
    least chip thickness is of the order of a third of the radius of the honed edge; take it from a test.

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


@formula(
    symbol="R_z",
    equation=(
        r"R_z = \max(0, r_\epsilon - \sqrt{r_\epsilon^2 - \frac{(f_n - b_s)^2}{4}}) \text{ for } \theta_s = 0 ,\quad "
        r"R_z \approx f_n \tan(\theta_s) \text{ for } f_n \le b_s"
    ),
    source="grzesik2006",
    example={
        "feed_per_rev": "0.5 mm/rev",
        "nose_radius": "0.8 mm",
        "wiper_length": "0.4 mm",
        "wiper_tilt": "0.1 deg",
    },
    requires=(
        Requires(
            ("feed_per_rev", "wiper_length", "nose_radius"),
            lambda feed_per_rev, wiper_length, nose_radius: feed_per_rev <= wiper_length + 1.9 * nose_radius,
            "the feed passes the wiper and the arcs on its sides",
        ),
        Requires(
            ("wiper_tilt",),
            lambda wiper_tilt: (wiper_tilt >= 0) & (wiper_tilt <= np.pi / 18),
            "the wiper is tilted by 0 to 10 degrees; a straight edge at a larger angle is a minor cutting edge",
        ),
    ),
)
def wiper_rz(
    feed_per_rev: FeedPerRev, nose_radius: PositiveLength, wiper_length: Length, wiper_tilt: Angle = 0.0
) -> Roughness:
    """Height of the ideal profile that an insert with a flat wiper leaves.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    nose_radius
        Radius of the arcs before and behind the wiper [mm, in].
    wiper_length
        Length of the flat [mm, in].
    wiper_tilt
        Angle of the flat to the feed, as it sits on the machine [°].

    Returns
    -------
    Quantity
        Height of the profile [µm], 0 for a flat without tilt that is longer than the feed.

    Raises
    ------
    InputError
        When the feed passes the wiper and the arcs on its sides, or the tilt is not between 0 and 10°.

    Notes
    -----
    Exact envelope of arc, flat and arc; the equation gives the two plain cases.  Real wipers are curved, and
    makers do not publish the curve: a usual rule is half the roughness at the same feed, or the same at twice the
    feed.  Grzesik and Wanat measured like surfaces at 0.1 mm without and 0.2 mm with a wiper.

    References
    ----------
    W. Grzesik and T. Wanat, International Journal of Machine Tools and Manufacture 46 (2006), 1988-1995, for the
    rule; the geometry is plain.

    Examples
    --------
    >>> wiper_rz("0.2 mm/rev", "0.8 mm", "0.4 mm").m
    0.0
    >>> wiper_rz("0.2 mm/rev", "0.8 mm", "0.4 mm", "0.1 deg").m  # 0.2 mm times the tilt is 0.349
    0.309...
    """
    return geometry.flat_height(feed_per_rev, nose_radius, wiper_length, wiper_tilt)

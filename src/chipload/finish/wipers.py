"""Wipers and parallel lands: edges with a flat that smooths its own marks."""

from __future__ import annotations

import numpy as np

from chipload.finish import geometry
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, FeedPerRev, Fraction, Length, PositiveLength, Roughness
from chipload.units.parameters import Requires


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


@formula(
    symbol="f_n",
    equation=r"f_n = k_s b_s",
    source="sandvik-surface",
    example={"wiper_length": "1.5 mm", "wiper_share": 0.8},
)
def wiper_feed_limit(wiper_length: PositiveLength, wiper_share: Fraction = 0.8) -> FeedPerRev:
    """Largest feed per revolution at which a wiper or parallel land still covers its own marks.

    Parameters
    ----------
    wiper_length
        Length of the wiper or parallel land [mm, in].
    wiper_share
        Share of it that one revolution may use; 0.8 after the maker.

    Returns
    -------
    Quantity
        Feed per revolution [mm/rev].

    References
    ----------
    Sandvik Coromant, Milling surface generation: the feed per revolution stays below 80 % of the land.

    Examples
    --------
    >>> wiper_feed_limit("1.5 mm").m
    1.2
    """
    return wiper_share * wiper_length

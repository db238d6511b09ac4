"""Speed, feed, removal rate and time: what the machine does, before any force."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    CuttingSpeed,
    Diameter,
    FeedPerRev,
    FeedPerTooth,
    FeedRate,
    Length,
    RemovalRate,
    SpindleSpeed,
    Time,
)


@formula(
    symbol="n",
    equation=r"n = \frac{v_c}{\pi D}",
    source="iso3002",
    example={"cutting_speed": "300 m/min", "diameter": "10 mm"},
)
def spindle_speed(cutting_speed: CuttingSpeed, diameter: Diameter) -> SpindleSpeed:
    """Spindle speed that moves the edge at `cutting_speed`.

    Parameters
    ----------
    cutting_speed
        Speed of the edge against the work [m/min, sfm].
    diameter
        Diameter at which the edge cuts, of the tool in milling and drilling, of the work in turning [mm, in].

    Returns
    -------
    Quantity
        Spindle speed [rpm], in the broadcast shape of the arguments.

    Notes
    -----
    For a ball nose or a round insert the edge cuts at the effective diameter, see
    `ball_effective_diameter`.

    References
    ----------
    ISO 3002-1, Basic quantities in cutting and grinding.

    Examples
    --------
    >>> spindle_speed("300 m/min", "10 mm").m
    9549.29...
    >>> spindle_speed.si(5.0, 0.010)
    159.15...
    """
    return cutting_speed / (np.pi * diameter)


@formula(
    symbol="v_c",
    equation=r"v_c = \pi D n",
    source="iso3002",
    example={"spindle_speed": "700 rpm", "diameter": "50 mm"},
)
def cutting_speed(spindle_speed: SpindleSpeed, diameter: Diameter) -> CuttingSpeed:
    """Speed of an edge at `diameter` when the spindle turns at `spindle_speed`.

    Parameters
    ----------
    spindle_speed
        Turns in a unit of time [rpm]; Hz and 1/min mean turns.
    diameter
        Diameter at which the edge cuts [mm, in].

    Returns
    -------
    Quantity
        Cutting speed [m/min].

    References
    ----------
    ISO 3002-1.  The example is Mitsubishi Materials' for turning, printed as 110 m/min.

    Examples
    --------
    >>> cutting_speed("700 rpm", "50 mm").m
    109.95...
    """
    return np.pi * diameter * spindle_speed


@formula(
    symbol="v_f",
    equation=r"v_f = f_z z n",
    source="iso3002",
    example={"feed_per_tooth": "0.05 mm", "teeth": 4, "spindle_speed": "9549 rpm"},
)
def feed_rate(feed_per_tooth: FeedPerTooth, teeth: Count, spindle_speed: SpindleSpeed) -> FeedRate:
    """Feed rate of a milling cutter.

    Parameters
    ----------
    feed_per_tooth
        Advance of the cutter from one tooth to the next [mm/tooth, mm, in].
    teeth
        Number of teeth.
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Feed rate of the tool centre [mm/min].

    Notes
    -----
    On a curved path this is the feed of the tool centre, not of the cutting point.

    References
    ----------
    ISO 3002-1.

    Examples
    --------
    >>> feed_rate("0.05 mm", 4, "9549 rpm").m
    1909.8
    """
    return feed_per_tooth * teeth * spindle_speed


@formula(
    symbol="f_z",
    equation=r"f_z = \frac{v_f}{z n}",
    source="iso3002",
    example={"feed_rate": "280 mm/min", "teeth": 12, "spindle_speed": "101.91 rpm"},
)
def feed_per_tooth(feed_rate: FeedRate, teeth: Count, spindle_speed: SpindleSpeed) -> FeedPerTooth:
    """Feed per tooth that a programmed feed rate means.

    Parameters
    ----------
    feed_rate
        Programmed feed of the tool centre [mm/min, ipm].
    teeth
        Number of teeth.
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Feed per tooth [mm/tooth].

    References
    ----------
    ISO 3002-1.  The example is Mitsubishi Materials' for face milling, printed as 0.228 mm.

    Examples
    --------
    >>> feed_per_tooth("280 mm/min", 12, "101.91 rpm").m
    0.2289...
    """
    return feed_rate / (teeth * spindle_speed)


@formula(
    symbol="v_f",
    equation=r"v_f = f_n n",
    source="iso3002",
    example={"feed_per_rev": "0.2 mm/rev", "spindle_speed": "1000 rpm"},
)
def axial_feed_rate(feed_per_rev: FeedPerRev, spindle_speed: SpindleSpeed) -> FeedRate:
    """Feed rate in drilling and turning.

    Parameters
    ----------
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Feed rate [mm/min].

    References
    ----------
    ISO 3002-1.

    Examples
    --------
    >>> axial_feed_rate("0.2 mm/rev", "1000 rpm").m
    200.0
    """
    return feed_per_rev * spindle_speed


@formula(
    symbol="t_c",
    equation=r"t_c = \frac{l}{v_f}",
    source="iso3002",
    example={"length": "100 mm", "feed_rate": "200 mm/min"},
)
def cutting_time(length: Length, feed_rate: FeedRate) -> Time:
    """Time in cut along `length`.

    Parameters
    ----------
    length
        Length of the path, run-in and run-out included [mm, in].
    feed_rate
        Feed along the path [mm/min, ipm].

    Returns
    -------
    Quantity
        Time [s].

    References
    ----------
    ISO 3002-1.  The example is Mitsubishi Materials' for turning: 100 mm at 0.2 mm/rev and 1000 rpm, 0.5 min.

    Examples
    --------
    >>> cutting_time("100 mm", "200 mm/min").to("min").m
    0.5
    """
    return length / feed_rate


@formula(
    symbol="Q",
    equation=r"Q = a_p a_e v_f",
    source="iso3002",
    example={"axial_depth": "10 mm", "radial_depth": "5 mm", "feed_rate": "1910 mm/min"},
)
def milling_removal_rate(axial_depth: Length, radial_depth: Length, feed_rate: FeedRate) -> RemovalRate:
    """Volume a milling cutter removes in a unit of time.

    Parameters
    ----------
    axial_depth
        Depth along the tool axis [mm, in].
    radial_depth
        Width across the feed [mm, in].
    feed_rate
        Feed of the tool centre on a straight path [mm/min, ipm].

    Returns
    -------
    Quantity
        Removal rate [cm³/min].

    Notes
    -----
    Exact for a straight path and a rectangular section; a ball nose in a full slot removes less.

    References
    ----------
    ISO 3002-3.

    Examples
    --------
    >>> milling_removal_rate("10 mm", "5 mm", "1910 mm/min").m
    95.5
    """
    return axial_depth * radial_depth * feed_rate


@formula(
    symbol="Q",
    equation=r"Q = \frac{\pi D^2}{4} v_f",
    source="iso3002",
    example={"diameter": "10 mm", "feed_rate": "160 mm/min"},
)
def drilling_removal_rate(diameter: Diameter, feed_rate: FeedRate) -> RemovalRate:
    """Volume a drill removes from the solid in a unit of time.

    Parameters
    ----------
    diameter
        Diameter of the drill [mm, in].
    feed_rate
        Feed along the axis [mm/min, ipm].

    Returns
    -------
    Quantity
        Removal rate [cm³/min].

    References
    ----------
    ISO 3002-3.  The example is Kalpakjian and Schmid, Manufacturing Engineering and Technology, example 22.2:
    10 mm at 0.2 mm/rev and 800 rpm, 210 mm³/s.

    Examples
    --------
    >>> drilling_removal_rate("10 mm", "160 mm/min").to("mm**3/s").m
    209.4...
    """
    return np.pi * diameter**2 / 4 * feed_rate


@formula(
    symbol="Q",
    equation=r"Q = v_c f_n a_p",
    source="iso3002",
    example={"cutting_speed": "120 m/min", "feed_per_rev": "0.2 mm/rev", "depth_of_cut": "3 mm"},
)
def turning_removal_rate(cutting_speed: CuttingSpeed, feed_per_rev: FeedPerRev, depth_of_cut: Length) -> RemovalRate:
    """Volume a turning tool removes in a unit of time.

    Parameters
    ----------
    cutting_speed
        Cutting speed at the mean diameter of the cut [m/min, sfm].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    depth_of_cut
        Depth on the radius, half of what the diameter loses [mm, in].

    Returns
    -------
    Quantity
        Removal rate [cm³/min].

    Notes
    -----
    Exact with the speed at the mean diameter; with the speed at the outer diameter it is high by about
    depth over diameter.

    References
    ----------
    ISO 3002-3.

    Examples
    --------
    >>> turning_removal_rate("120 m/min", "0.2 mm/rev", "3 mm").m
    72.0
    """
    return cutting_speed * feed_per_rev * depth_of_cut

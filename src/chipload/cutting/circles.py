"""Milling on a circle: the feed of the centre and the width the tool really removes.

On a circle the tool centre runs another length than the edge at the wall, so a feed holds for one of the two only.
"""

from __future__ import annotations

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, FeedRate, Length
from chipload.units.parameters import Requires

TOOL_WITHIN_HOLE = Requires(
    ("wall_diameter", "diameter"),
    lambda wall_diameter, diameter: wall_diameter > diameter,
    "the hole is no larger than the cutter, so there is no circle to run on; take a smaller cutter",
)


@formula(
    symbol="v_f",
    equation=r"v_f = v_{fe} \frac{D_w - D}{D_w}",
    source="sandvik-hrsa",
    example={"edge_feed_rate": "182 mm/min", "wall_diameter": "58 mm", "diameter": "35 mm"},
    requires=(TOOL_WITHIN_HOLE,),
)
def inside_centre_feed(edge_feed_rate: FeedRate, wall_diameter: Diameter, diameter: Diameter) -> FeedRate:
    """Feed of the tool centre inside a circle that gives the edge at the wall a wanted feed.

    Parameters
    ----------
    edge_feed_rate
        Feed at the wall, as on a straight path [mm/min, ipm].
    wall_diameter
        Diameter of the wall after the pass; of an inner thread its major diameter [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Feed rate to program for the tool centre [mm/min], below the one at the wall.

    Raises
    ------
    InputError
        When the cutter is not smaller than the hole.

    Notes
    -----
    Not for a control that compensates the radius and takes the feed at the contour.  The feed at the wall is held; the
    larger engagement of an inner arc, see `concave_engagement_angle`, is another matter.

    References
    ----------
    Sandvik Coromant, Heat resistant super alloys, user's guide, circular milling.  The example is DatumCalc's for a
    thread mill: 8.3 ipm at the edge, 0.562 in and 0.370 in, printed as 2.8 ipm.

    Examples
    --------
    >>> inside_centre_feed("8.3 ipm", "0.562 in", "0.370 in").to("inch/min").m
    2.8355...
    """
    return edge_feed_rate * (wall_diameter - diameter) / wall_diameter


@formula(
    symbol="v_f",
    equation=r"v_f = v_{fe} \frac{D_w + D}{D_w}",
    source="datumcalc-thread",
    example={"edge_feed_rate": "600 mm/min", "wall_diameter": "40 mm", "diameter": "16 mm"},
)
def outside_centre_feed(edge_feed_rate: FeedRate, wall_diameter: Diameter, diameter: Diameter) -> FeedRate:
    """Feed of the tool centre around a boss that gives the edge at the wall a wanted feed.

    Parameters
    ----------
    edge_feed_rate
        Feed at the wall, as on a straight path [mm/min, ipm].
    wall_diameter
        Diameter of the wall after the pass; of an outer thread the one its feed is given at [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Feed rate to program for the tool centre [mm/min], above the one at the wall.

    References
    ----------
    DatumCalc, Thread milling feed compensation: 8.3 ipm at the edge, 0.562 in and 0.370 in, printed as 13.8 ipm.

    Examples
    --------
    >>> outside_centre_feed("8.3 ipm", "0.562 in", "0.370 in").to("inch/min").m
    13.764...
    """
    return edge_feed_rate * (wall_diameter + diameter) / wall_diameter


@formula(
    symbol=r"v_{fe}",
    equation=r"v_{fe} = v_f \frac{D_w}{D_w - D}",
    source="sandvik-hrsa",
    example={"feed_rate": "72 mm/min", "wall_diameter": "58 mm", "diameter": "35 mm"},
    requires=(TOOL_WITHIN_HOLE,),
)
def inside_edge_feed(feed_rate: FeedRate, wall_diameter: Diameter, diameter: Diameter) -> FeedRate:
    """Feed at the wall of a circle inside which the tool centre runs with a programmed feed.

    Parameters
    ----------
    feed_rate
        Programmed feed of the tool centre [mm/min, ipm].
    wall_diameter
        Diameter of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Feed rate at the wall [mm/min]; from it comes the feed per tooth.

    Raises
    ------
    InputError
        When the cutter is not smaller than the hole.

    References
    ----------
    Sandvik Coromant, Heat resistant super alloys, user's guide, circular milling.

    Examples
    --------
    >>> inside_edge_feed("100 mm/min", "20 mm", "10 mm").m
    200.0
    """
    return feed_rate * wall_diameter / (wall_diameter - diameter)


@formula(
    symbol=r"v_{fe}",
    equation=r"v_{fe} = v_f \frac{D_w}{D_w + D}",
    source="datumcalc-thread",
    example={"feed_rate": "840 mm/min", "wall_diameter": "40 mm", "diameter": "16 mm"},
)
def outside_edge_feed(feed_rate: FeedRate, wall_diameter: Diameter, diameter: Diameter) -> FeedRate:
    """Feed at the wall of a boss around which the tool centre runs with a programmed feed.

    Parameters
    ----------
    feed_rate
        Programmed feed of the tool centre [mm/min, ipm].
    wall_diameter
        Diameter of the wall after the pass [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Feed rate at the wall [mm/min]; from it comes the feed per tooth.

    References
    ----------
    DatumCalc, Thread milling feed compensation.

    Examples
    --------
    >>> outside_edge_feed("300 mm/min", "20 mm", "10 mm").m
    200.0
    """
    return feed_rate * wall_diameter / (wall_diameter + diameter)


@formula(
    symbol="a_e",
    equation=r"a_e = \frac{D_w^2 - D_0^2}{4 (D_w - D)}",
    source="plane-geometry",
    example={"wall_diameter": "30 mm", "start_diameter": "26 mm", "diameter": "16 mm"},
    requires=(
        TOOL_WITHIN_HOLE,
        Requires(
            ("wall_diameter", "start_diameter"),
            lambda wall_diameter, start_diameter: start_diameter <= wall_diameter,
            "the hole is larger before the pass than after it; exchange the two diameters",
        ),
    ),
)
def inside_radial_depth(wall_diameter: Diameter, start_diameter: Length, diameter: Diameter) -> Length:
    """Width of the straight cut that removes as much per length of the centre's path as a pass that opens a hole.

    Parameters
    ----------
    wall_diameter
        Diameter of the hole after the pass [mm, in].
    start_diameter
        Diameter of the hole before it, 0 for the solid [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Radial depth [mm], more than half the difference of the diameters; with the feed of the centre it gives the
        exact removal rate.

    Raises
    ------
    InputError
        When the cutter is not smaller than the hole, or the hole does not grow.

    Notes
    -----
    The straight cut of this width has the arc of engagement of the curved one too, `concave_engagement_angle`, so that
    volume and angle hold at once.

    References
    ----------
    Area of the ring over the length of the centre's circle.

    Examples
    --------
    >>> inside_radial_depth("30 mm", "26 mm", "16 mm").m  # 2 mm on the radius
    4.0
    """
    return (wall_diameter - start_diameter) * (wall_diameter + start_diameter) / (4 * (wall_diameter - diameter))


@formula(
    symbol="a_e",
    equation=r"a_e = \frac{D_0^2 - D_w^2}{4 (D_w + D)}",
    source="plane-geometry",
    example={"wall_diameter": "40 mm", "start_diameter": "44 mm", "diameter": "16 mm"},
    requires=(
        Requires(
            ("wall_diameter", "start_diameter"),
            lambda wall_diameter, start_diameter: start_diameter >= wall_diameter,
            "the boss is smaller before the pass than after it; exchange the two diameters",
        ),
    ),
)
def outside_radial_depth(wall_diameter: Diameter, start_diameter: Length, diameter: Diameter) -> Length:
    """Width of the straight cut that removes as much per length of the centre's path as a pass around a boss.

    Parameters
    ----------
    wall_diameter
        Diameter of the boss after the pass [mm, in].
    start_diameter
        Diameter of the boss before it [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Radial depth [mm], less than half the difference of the diameters while that is below the cutter's; with the
        feed of the centre it gives the exact removal rate.

    Raises
    ------
    InputError
        When the boss does not shrink.

    References
    ----------
    Area of the ring over the length of the centre's circle.

    Examples
    --------
    >>> outside_radial_depth("40 mm", "44 mm", "16 mm").m  # 2 mm on the radius
    1.5
    """
    return (start_diameter - wall_diameter) * (start_diameter + wall_diameter) / (4 * (wall_diameter + diameter))

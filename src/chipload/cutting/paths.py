"""Milling on a circle: the feed of the centre, the width the tool really removes, and the way into a hole.

On a circle the tool centre runs another length than the edge at the wall, so a feed holds for one of the two only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Diameter, FeedRate, Length, PositiveLength, PositiveRatio, Real, Time
from chipload.units.parameters import Requires

TOOL_WITHIN_HOLE = Requires(
    ("wall_diameter", "diameter"),
    lambda wall_diameter, diameter: wall_diameter > diameter,
    "the hole is no larger than the cutter, so there is no circle to run on; take a smaller cutter",
)


@dataclass(frozen=True)
class HelicalPath:
    """A helix that the tool centre runs down: its slope, turns, length and time."""

    ramp_angle: Angle
    turns: PositiveRatio
    path_length: Length
    cutting_time: Time


def _on_circle(wall_diameter: Real, diameter: Real, inside: bool) -> Real:
    """Diameter of the circle of the tool centre."""
    return wall_diameter - diameter if inside else wall_diameter + diameter


def _helix(circle: Real, pitch: Real, turns: Real, feed_rate: Real) -> HelicalPath:
    around = np.pi * circle
    length = turns * np.hypot(around, pitch)
    return HelicalPath(np.arctan2(pitch, around), turns, length, length / feed_rate)


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
    The arc of engagement is `concave_engagement_angle`, whose width of equal engagement is close to this one, not the
    same: one holds the volume, the other the angle.

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


@formula(
    symbol=r"\alpha_r",
    equation=r"\alpha_r = \arctan(\frac{a_p}{l})",
    source="plane-geometry",
    example={"axial_depth": "2 mm", "length": "40 mm"},
)
def ramp_angle(axial_depth: Length, length: PositiveLength) -> Angle:
    """Slope of a straight ramp.

    Parameters
    ----------
    axial_depth
        Depth gained along the ramp [mm, in].
    length
        Length of the ramp across the axis [mm, in].

    Returns
    -------
    Quantity
        Ramp angle [°]; the tool's maker gives the largest one it bears.

    References
    ----------
    Right triangle.

    Examples
    --------
    >>> ramp_angle("2 mm", "40 mm").m
    2.862...
    >>> ramp_angle.solve_for("length", ramp_angle="3 deg", axial_depth="2 mm").m
    38.162...
    """
    return np.arctan2(axial_depth, length)


@formula(
    symbol="P",
    equation=r"P = \pi (D_w - D) \tan(\alpha_r)",
    source="plane-geometry",
    example={"ramp_angle": "2 deg", "wall_diameter": "30 mm", "diameter": "16 mm"},
    requires=(
        TOOL_WITHIN_HOLE,
        Requires(
            ("ramp_angle",),
            lambda ramp_angle: (ramp_angle > 0) & (ramp_angle < np.pi / 2),
            "the ramp is more than 0 and less than 90 degrees",
        ),
    ),
)
def helix_pitch(ramp_angle: Angle, wall_diameter: Diameter, diameter: Diameter) -> Length:
    """Depth a turn of a helical entry that has a wanted slope.

    Parameters
    ----------
    ramp_angle
        Slope of the path of the tool centre [°].
    wall_diameter
        Diameter of the hole the helix leaves [mm, in].
    diameter
        Diameter of the cutter [mm, in].

    Returns
    -------
    Quantity
        Pitch, the depth gained in one turn around the hole [mm].

    Raises
    ------
    InputError
        When the cutter is not smaller than the hole, or the ramp is not between 0 and 90°.

    References
    ----------
    A turn of the helix, unrolled.

    Examples
    --------
    >>> helix_pitch("2 deg", "30 mm", "16 mm").m
    1.535...
    """
    return np.pi * (wall_diameter - diameter) * np.tan(ramp_angle)


@formula(
    symbol=r"\alpha_r",
    equation=(
        r"\alpha_r = \arctan(\frac{P}{\pi (D_w - D)}) ,\quad z_h = \frac{t}{P} ,\quad "
        r"l_h = z_h \sqrt{\pi^2 (D_w - D)^2 + P^2} ,\quad t_c = \frac{l_h}{v_f}"
    ),
    source="plane-geometry",
    example={
        "wall_diameter": "30 mm", "diameter": "16 mm", "depth": "10 mm", "pitch": "1.5 mm",
        "feed_rate": "500 mm/min",
    },
    requires=(TOOL_WITHIN_HOLE,),
)  # fmt: skip
def helical_entry(
    wall_diameter: Diameter, diameter: Diameter, depth: PositiveLength, pitch: PositiveLength, feed_rate: FeedRate
) -> HelicalPath:
    """Slope, turns, length and time of a helix down into a hole.

    Parameters
    ----------
    wall_diameter
        Diameter of the hole the helix leaves [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    depth
        Depth of the hole [mm, in].
    pitch
        Depth gained in one turn [mm, in].
    feed_rate
        Feed of the tool centre along the helix [mm/min, ipm].

    Returns
    -------
    HelicalPath
        Ramp angle [°], number of turns, length of the path of the centre [mm] and time [s].

    Raises
    ------
    InputError
        When the cutter is not smaller than the hole.

    Notes
    -----
    A level turn that cleans the floor, ``pi (D_w - D)`` long, is not counted.  A cutter that does not cut over its
    centre leaves a pip in a hole of more than twice its diameter.

    References
    ----------
    A turn of the helix, unrolled.

    Examples
    --------
    >>> path = helical_entry("30 mm", "16 mm", "10 mm", "1.5 mm", "500 mm/min")
    >>> path.ramp_angle.m, path.path_length.m
    (1.95..., 293.386...)
    """
    return _helix(wall_diameter - diameter, pitch, depth / pitch, feed_rate)


@formula(
    symbol="z_h",
    equation=(
        r"z_h = \max(\frac{t}{z_r P}, 1) ,\quad l_h = z_h \sqrt{\pi^2 (D_w \pm D)^2 + P^2} ,\quad "
        r"t_c = \frac{l_h}{v_f} ,\quad \alpha_r = \arctan(\frac{P}{\pi (D_w \pm D)})"
    ),
    source="plane-geometry",
    example={
        "wall_diameter": "20 mm", "diameter": "12 mm", "depth": "24 mm", "pitch": "1.5 mm", "thread_rows": 4,
        "feed_rate": "300 mm/min", "side": "inside",
    },
    requires=(
        Requires(
            ("wall_diameter", "diameter", "side"),
            lambda wall_diameter, diameter, side: (wall_diameter > diameter) | (side == "outside"),
            "the thread is no larger than the cutter; take a smaller cutter",
        ),
    ),
)  # fmt: skip
def thread_milling_path(
    wall_diameter: Diameter,
    diameter: Diameter,
    depth: PositiveLength,
    pitch: PositiveLength,
    thread_rows: PositiveRatio,
    feed_rate: FeedRate,
    *,
    side: Literal["inside", "outside"] = "inside",
) -> HelicalPath:
    """Turns around the thread, length of the path and time of thread milling.

    Parameters
    ----------
    wall_diameter
        Diameter to which the cutter runs: major of an inner, minor of an outer thread [mm, in].
    diameter
        Diameter of the cutter [mm, in].
    depth
        Length of the thread [mm, in].
    pitch
        Pitch of the thread, its lead for one with a single start [mm, in].
    thread_rows
        Threads the cutter has along its axis: 1 for a single row, many for a full-form cutter.
    feed_rate
        Feed of the tool centre [mm/min, ipm].
    side
        "inside" for a nut thread, "outside" for a bolt thread.

    Returns
    -------
    HelicalPath
        Ramp angle [°], turns around the thread, length [mm] and time in cut [s].

    Raises
    ------
    InputError
        When the cutter is not smaller than an inner thread.

    Notes
    -----
    A cutter with enough rows still goes around once.  A broken number of turns is what the thread needs; a program
    with several full-form turns rounds it up.  Running in and out is not counted.

    References
    ----------
    A turn of the helix, unrolled.

    Examples
    --------
    >>> thread_milling_path("20 mm", "12 mm", "24 mm", "1.5 mm", 4, "300 mm/min").turns.m
    4.0
    >>> thread_milling_path("20 mm", "12 mm", "24 mm", "1.5 mm", 20, "300 mm/min").turns.m
    1.0
    """
    turns = np.maximum(depth / (thread_rows * pitch), 1.0)
    return _helix(_on_circle(wall_diameter, diameter, side == "inside"), pitch, turns, feed_rate)

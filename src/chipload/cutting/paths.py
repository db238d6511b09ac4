"""The way into a hole and around a thread: ramps and helices of the tool centre."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.cutting.circles import TOOL_WITHIN_HOLE
from chipload.units.formulas import formula
from chipload.units.kinds import Angle, Diameter, FeedRate, Length, PositiveLength, PositiveRatio, Real, Time
from chipload.units.parameters import Requires


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

"""Lengths and times of moves: straight lines, arcs and helices, canned cycles, and turns of the spindle.

Everything is in metres, seconds and revolutions per second.
"""

from __future__ import annotations

import math
from typing import NamedTuple

RADIUS_SHARE, RADIUS_SLACK, RADIUS_MOST = 1e-3, 5e-6, 5e-4
"""How far the radii at the two ends of an arc may differ, after the rule of LinuxCNC and GRBL: by 0.005 mm, or beyond
that by a thousandth of the radius up to 0.5 mm."""


def sweep_about(
    start: tuple[float, float], end: tuple[float, float], centre: tuple[float, float], clockwise: bool
) -> tuple[float, float] | None:
    """Radius [m] and angle swept [rad] of an arc about a centre; None where the centre does not fit the ends.

    An arc that ends where it starts is a full circle.

    Examples
    --------
    >>> radius, angle = sweep_about((1.0, 0.0), (0.0, 1.0), (0.0, 0.0), clockwise=True)
    >>> round(math.degrees(angle))
    270
    """
    first = math.hypot(start[0] - centre[0], start[1] - centre[1])
    last = math.hypot(end[0] - centre[0], end[1] - centre[1])
    apart = abs(first - last)
    if first == 0 or apart > RADIUS_MOST or (apart > RADIUS_SLACK and apart > RADIUS_SHARE * first):
        return None
    if start == end:
        return first, 2 * math.pi
    begins = math.atan2(start[1] - centre[1], start[0] - centre[0])
    ends = math.atan2(end[1] - centre[1], end[0] - centre[0])
    return first, (begins - ends if clockwise else ends - begins) % (2 * math.pi)


def sweep_of_radius(start: tuple[float, float], end: tuple[float, float], radius: float) -> float | None:
    """Angle swept [rad] by an arc of a radius [m], negative for the one of more than half a turn; None for no arc.

    Examples
    --------
    >>> round(math.degrees(sweep_of_radius((0.0, 0.0), (1.0, 1.0), -1.0)))
    270
    """
    chord = math.hypot(end[0] - start[0], end[1] - start[1])
    if chord == 0 or radius == 0:
        return None
    half = chord / 2 / abs(radius)
    if half > 1:
        if chord / 2 - abs(radius) > RADIUS_SLACK:
            return None
        half = 1.0
    angle = 2 * math.asin(half)
    return angle if radius > 0 else 2 * math.pi - angle


def helix_length(radius: float, angle: float, rise: float) -> float:
    """Length [m] of an arc that rises along its axis.

    Examples
    --------
    >>> helix_length(1.0, 3.0, 4.0)
    5.0
    """
    return math.hypot(radius * angle, rise)


def arc_centre(
    start: tuple[float, float], end: tuple[float, float], radius: float, clockwise: bool
) -> tuple[float, float]:
    """Centre of an arc that is given by its radius, negative for the one of more than half a turn."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    across = (end[0] - start[0], end[1] - start[1])
    chord = math.hypot(*across)
    away = math.sqrt(max(radius * radius - chord * chord / 4, 0.0))
    if clockwise == (radius > 0):
        away = -away
    return middle[0] - across[1] / chord * away, middle[1] + across[0] / chord * away


def seconds_per_turn(first: float, last: float, speed: float, cap: float) -> float:
    """Mean time of a turn [s] over a straight move from one diameter to another at constant cutting speed.

    Parameters
    ----------
    first, last
        Diameters at the ends [m].
    speed
        Cutting speed [m/s].
    cap
        Highest spindle speed [rev/s]; infinite for none.

    Returns
    -------
    float
        Mean of the inverse of the spindle speed, each place along the move weighing the same [s].

    Examples
    --------
    >>> round(seconds_per_turn(0.02, 0.04, math.pi, math.inf), 6)
    0.03
    """
    low, high = sorted((first, last))
    capped = 0.0 if math.isinf(cap) else speed / (math.pi * cap)
    if high <= capped:
        return 1 / cap
    if low >= capped or high == low:
        return math.pi * (low + high) / 2 / speed
    below = (capped - low) / (high - low)
    return below / cap + (1 - below) * math.pi * (capped + high) / 2 / speed


class CycleMoves(NamedTuple):
    """What a canned cycle comes to at one hole: feed down and up, rapids, dwells and the level at which it ends."""

    feed: float
    feed_back: float
    rapid: float
    dwells: int
    pecks: int


def cycle_moves(code: int, retract: float, bottom: float, peck: float | None) -> CycleMoves | None:
    """The moves of a canned cycle from its retract plane to the bottom and back to the retract plane.

    Parameters
    ----------
    code
        73, 74, 76 or 81 to 89.
    retract, bottom
        Levels along the tool axis [m].
    peck
        Depth of a peck [m]; None for none.

    Returns
    -------
    CycleMoves or None
        None for a cycle that needs more than the program says.

    Notes
    -----
    The clearance at which a control begins to feed again after a peck is a setting of the control, and is left out.

    Examples
    --------
    >>> cycle_moves(83, 0.0, -3.0, 1.0)
    CycleMoves(feed=3.0, feed_back=0.0, rapid=9.0, dwells=0, pecks=3)
    """
    depth = retract - bottom
    if not depth > 0:
        return None
    if code in (81, 82, 76, 86):
        return CycleMoves(depth, 0.0, depth, int(code in (82, 76, 86)), 1)
    if code in (84, 74, 85, 89):
        return CycleMoves(depth, depth, 0.0, int(code in (84, 74, 89)), 1)
    if code not in (73, 83) or peck is None or not peck > 0:
        return None
    pecks = math.ceil(depth / peck * (1 - 1e-9))
    between = 2 * peck * (pecks - 1) * pecks / 2 if code == 83 else 0.0
    return CycleMoves(depth, 0.0, depth + between, 0, pecks)

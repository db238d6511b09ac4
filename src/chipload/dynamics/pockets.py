"""The pockets between stability lobes within a machine's range: where depth is large and how sure the speed must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.critical import critical_depths
from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.modes import Structure
from chipload.dynamics.stability import confidence_in, modes_of
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_single


@dataclass(frozen=True)
class Pocket:
    """One pocket.

    Attributes
    ----------
    spindle_speed
        At which the critical depth is largest; the middle, where it stays stable up to the largest depth asked.
    limit_depth
        The critical depth there.
    lowest_speed, highest_speed
        Between which half of that depth stays stable.
    speed_width
        The distance between the two over the speed: how far the speed may be off.
    beyond
        Whether the pocket is stable up to the largest depth asked.
    confidence
        "as the modes", or "low" where a mode was estimated from geometry alone.
    """

    spindle_speed: Any
    limit_depth: Any
    lowest_speed: Any
    highest_speed: Any
    speed_width: float
    beyond: bool
    confidence: str


def best_pockets(
    process: MillingProcess,
    structure: Structure,
    lowest_speed: Any,
    highest_speed: Any,
    max_depth: Any,
    *,
    speeds: int = 200,
    most: int = 5,
) -> list[Pocket]:
    """Speeds of a machine at which a milling cut may go deepest.

    Parameters
    ----------
    process
        Teeth, engagement and coefficients.
    structure
        Modes of the tool, or of tool and part together.
    lowest_speed, highest_speed
        Range of the machine [rpm].
    max_depth
        Largest depth of interest [mm, in].
    speeds
        Number of speeds tried, evenly spread in their logarithm as the lobes are.
    most
        Number of pockets to give.

    Returns
    -------
    list of Pocket
        The deepest first.

    Raises
    ------
    InputError
        When an argument cannot be, with its name.

    Notes
    -----
    See `critical_depth` for the model and the limit at one speed, `stable_probability` for how sure a cut in a pocket
    is.  A pocket is told from its neighbour by a valley at which the limit is below
    three quarters of both.

    References
    ----------
    T. Insperger and G. Stepan, Int. J. Numer. Meth. Engng 61 (2004) 117-141, for the model.

    Examples
    --------
    >>> from chipload.dynamics import Mode
    >>> tool = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
    >>> slot = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
    >>> best = best_pockets(slot, tool, "8000 rpm", "24000 rpm", "6 mm", speeds=60)
    >>> [round(pocket.spindle_speed.m, -3) for pocket in best]
    [23000.0, 14000.0, 9000.0, 19000.0]
    """
    name = "best_pockets"
    modes = modes_of(process, structure, name)
    low = to_single(kinds.SPINDLE_SPEED, lowest_speed, f"{name}, lowest_speed")
    high = to_single(kinds.SPINDLE_SPEED, highest_speed, f"{name}, highest_speed")
    largest = to_single(kinds.POSITIVE_LENGTH, max_depth, f"{name}, max_depth")
    if not low < high:
        raise InputError(f"{name}, highest_speed: it must be above the lowest speed")
    if speeds < 10 or most < 1:
        raise InputError(f"{name}, speeds: {speeds} speeds and {most} pockets; give 10 speeds and 1 pocket at least")
    grid = np.geomspace(low, high, speeds)
    found = critical_depths(process.numbers, modes, grid, largest)
    depth = found.depth
    tops: list[Pocket] = []
    taken = np.zeros(speeds, dtype=bool)
    for peak in np.argsort(-depth, kind="stable"):
        if taken[peak]:
            continue
        valley = _reach(depth, int(peak), 0.75)
        fresh = not taken[valley].any()
        taken[valley] = True
        if not fresh:
            continue
        half = _reach(depth, int(peak), 0.5)
        flat = np.flatnonzero(depth[valley] >= depth[peak] * (1 - 1e-9)) + valley.start
        middle = int(flat[len(flat) // 2])
        tops.append(
            Pocket(
                from_kernel(kinds.SPINDLE_SPEED, float(grid[middle])),
                from_kernel(kinds.LENGTH, float(depth[middle])),
                from_kernel(kinds.SPINDLE_SPEED, float(grid[half.start])),
                from_kernel(kinds.SPINDLE_SPEED, float(grid[half.stop - 1])),
                float((grid[half.stop - 1] - grid[half.start]) / grid[middle]),
                bool(found.beyond[middle]),
                confidence_in(structure),
            )
        )
        if len(tops) == most:
            break
    return tops


def _reach(depth: np.ndarray, peak: int, share: float) -> slice:
    """Neighbours of `peak` whose depth stays at or above `share` of its own."""
    below = depth < share * depth[peak]
    left = np.flatnonzero(below[:peak])
    right = np.flatnonzero(below[peak:])
    return slice(int(left[-1]) + 1 if left.size else 0, peak + int(right[0]) if right.size else len(depth))

"""The lower envelope of stability lobes on a list of speeds."""

from __future__ import annotations

import numpy as np

from chipload.dynamics.modes import Array


def envelope(frequency: Array, limits: Array, phases: Array, teeth: float, speed: Array) -> tuple[Array, Array]:
    """Smallest limit at each of `speed` [turns/s], and the frequency [Hz] that chatters there.

    `limits` and `phases` have a row for every root and a column for every frequency; a limit that is not positive
    does not count.  Lobe k has a point at the speed ``frequency / (teeth (k + phase / 2 pi))``; between two
    neighbours it is straight.  Where no lobe passes the limit is infinite.
    """
    order = np.argsort(speed)
    grid = speed[order]
    ends = (limits > 0) & np.isfinite(limits)
    kept = np.flatnonzero(ends.any(axis=0))  # frequencies at which some root has a limit
    frequency, limits, turns, ends = frequency[kept], limits[:, kept], phases[:, kept] / (2 * np.pi), ends[:, kept]
    both = ends[:, :-1] & ends[:, 1:] & (np.abs(np.diff(turns, axis=1)) < 0.5) & (np.diff(kept) == 1)
    if not both.any() or not grid.size:
        return np.full(speed.shape, np.inf), np.full(speed.shape, np.nan)
    most = int(np.ceil(frequency.max() / (teeth * grid[0]))) + 1
    with np.errstate(divide="ignore"):
        reached = frequency / (teeth * (np.arange(most)[:, None, None] + turns))
    places = np.searchsorted(grid, reached)
    low, high = np.minimum(places[..., :-1], places[..., 1:]), np.maximum(places[..., :-1], places[..., 1:])
    lobe, line, left = np.nonzero((high > low) & both)
    firsts, counts = low[lobe, line, left], (high - low)[lobe, line, left]
    piece = np.repeat(np.arange(lobe.size), counts)
    place = np.arange(piece.size) - np.repeat(np.cumsum(counts) - counts, counts) + firsts[piece]
    lobe, line, left = lobe[piece], line[piece], left[piece]
    start, stop = reached[lobe, line, left], reached[lobe, line, left + 1]
    share = (grid[place] - start) / (stop - start)
    at = limits[line, left] * (1 - share) + limits[line, left + 1] * share
    rings = frequency[left] * (1 - share) + frequency[left + 1] * share
    best = np.full(grid.size, np.inf)
    chatter = np.full(grid.size, np.nan)
    by_limit = np.argsort(-at, kind="stable")  # the smallest is written last
    best[place[by_limit]] = at[by_limit]
    chatter[place[by_limit]] = rings[by_limit]
    found, heard = np.empty_like(best), np.empty_like(chatter)
    found[order], heard[order] = best, chatter
    return found, heard

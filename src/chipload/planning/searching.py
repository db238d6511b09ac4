"""The search for the best point of a space: a grid of all of it, finer grids around the best, and a polish.

Nothing is drawn at random, so that the same question has the same answer.  Every point that is returned was found
feasible by the limits themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.planning.feasible import EDGE, Array, Seen, Space, open_grid
from chipload.planning.goals import Goal

Worth: TypeAlias = Callable[[Seen], Array]
"""How good each point is; minus infinity where it does not count."""

_STARTS = 3
_FINE = {1: 41, 2: 15, 3: 9, 4: 7, 5: 5}
_STEP = 1e-7
"""Of the differences, in shares of a range."""


@dataclass(frozen=True)
class Point:
    """A feasible point: its places along the ranges, and its score."""

    places: tuple[float, ...]
    score: float


def worth_of(goal: Goal) -> Worth:
    """The score of the goal where a point is feasible."""

    def worth(seen: Seen) -> Array:
        score = np.broadcast_to(goal.score(seen.outcome), seen.shape)
        return np.where(seen.feasible & ~np.isnan(score), score, -np.inf)

    return worth


def search(space: Space, goal: Goal, extra: tuple[Point, ...] = ()) -> Point | None:
    """The best feasible point of a goal; None where none was found.

    `extra` are points from which it is polished too.
    """
    worth = worth_of(goal)
    starts = [zoom(space, worth, start, _cells(space), 3) for start in peaks(worth(space.coarse), space, _STARTS)]
    starts += [found for one in extra if (found := zoom(space, worth, one.places, 1e-3, 1)).score > -np.inf]
    if not starts:
        start = least(space, lambda seen: seen.fullest)
        found = zoom(space, worth, start.places, 1e-3, 2)
        if found.score == -np.inf:
            return None
        starts = [found]
    best = max(starts, key=lambda one: one.score)
    for start in _apart(starts):
        polished = polish(space, goal, start)
        if polished.score > best.score:
            best = polished
    return zoom(space, worth, best.places, 0.01, 3, keep=best)


def peaks(worth: Array, space: Space, count: int) -> Iterator[tuple[float, ...]]:
    """Places of the best points of the coarse grid that are no neighbours of each other."""
    flat = worth.ravel()
    usable = np.flatnonzero(flat > -np.inf)
    order = usable[np.argsort(-flat[usable], kind="stable")]
    chosen: list[tuple[int, ...]] = []
    indices = np.array(np.unravel_index(order, worth.shape))
    free = np.ones(order.size, dtype=bool)
    while len(chosen) < count and free.any():
        first = tuple(int(one) for one in indices[:, int(np.argmax(free))])
        chosen.append(first)
        free &= np.abs(indices - np.array(first)[:, None]).max(axis=0) > 2
    for index in chosen:
        yield tuple(float(axis[one]) for axis, one in zip(space.axes, index, strict=True))


def _cells(space: Space) -> float:
    return 1 / (len(space.axes[0]) - 1)


def zoom(
    space: Space, worth: Worth, centre: tuple[float, ...], reach: float, rounds: int, keep: Point | None = None
) -> Point:
    """The best of ever finer grids around a point; `keep` is what has to be beaten."""
    best = keep or Point(centre, -np.inf)
    count = _FINE.get(len(centre), 3)
    for _ in range(rounds):
        axes = []
        for middle in best.places:
            low, high = max(0.0, middle - reach), min(1.0, middle + reach)
            axes.append(np.unique(np.append(np.linspace(low, high, count), middle)))
        found = worth(space.see(open_grid(axes)))
        index = np.unravel_index(int(np.argmax(found)), found.shape)
        if found[index] > best.score:
            best = Point(tuple(float(axis[one]) for axis, one in zip(axes, index, strict=True)), float(found[index]))
        reach *= 0.4
    return best


def least(space: Space, read: Callable[[Seen], Any]) -> Point:
    """Where what `read` tells is least over the points that can be made, with its negative as the score."""

    def worth(seen: Seen) -> Array:
        value = np.broadcast_to(read(seen), seen.shape)
        return np.where(np.broadcast_to(seen.possible, seen.shape) & ~np.isnan(value), -value, -np.inf)

    best = Point((0.0,) * len(space.ranges), -np.inf)
    for start in peaks(worth(space.coarse), space, _STARTS):
        best = max(best, zoom(space, worth, start, _cells(space), 8), key=lambda one: one.score)
    return best


def _apart(starts: list[Point]) -> list[Point]:
    """The starts without those that came to the same place."""
    kept: list[Point] = []
    for one in starts:
        if all(max(abs(a - b) for a, b in zip(one.places, other.places, strict=True)) > 0.02 for other in kept):
            kept.append(one)
    return kept


def polish(space: Space, goal: Goal, start: Point, confidence: float | None = None) -> Point:
    """The best point near a feasible one, by sequential quadratic programming; the start where that gains nothing.

    Parameters
    ----------
    space, goal
        What is sought among what.
    start
        A feasible point.
    confidence
        Share of the samples in which the limits have to hold; None for the limits themselves.
    """
    from scipy.optimize import minimize

    local = _Local(space, goal, confidence)
    found = minimize(
        lambda places: -local.at(places)[0][0],
        np.array(start.places),
        jac=lambda places: -local.at(places)[0][1],
        bounds=[(0.0, 1.0)] * len(start.places),
        constraints={
            "type": "ineq",
            "fun": lambda places: -local.at(places)[1][0],
            "jac": lambda places: -local.at(places)[1][1],
        },
        method="SLSQP",
        options={"maxiter": 20, "ftol": 1e-10},
    )
    if not np.all(np.isfinite(found.x)):
        return start
    # the polish ends a rounding beyond a limit: the way back towards the start is short
    back = np.append(0.0, np.geomspace(1e-11, 1.0, 23))
    line = [
        np.clip(end, 0, 1) + back * (begin - np.clip(end, 0, 1))
        for end, begin in zip(found.x, start.places, strict=True)
    ]
    score = local.worth(line)
    place = int(np.argmax(score))
    if score[place] <= start.score:
        return start
    return Point(tuple(float(axis[place]) for axis in line), float(score[place]))


class _Local:
    """Score and limits at a point with their differences, from one evaluation."""

    def __init__(self, space: Space, goal: Goal, confidence: float | None) -> None:
        self.space, self.goal, self.confidence = space, goal, confidence
        self._key = b""
        self._found: tuple[tuple[Any, Any], tuple[Any, Any]] = ((0.0, 0.0), (0.0, 0.0))

    def at(self, places: NDArray[np.float64]) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        """Score with its gradient, and the logarithms of the utilisations with theirs."""
        key = places.tobytes()
        if key != self._key:
            self._key, self._found = key, self._differences(np.clip(places, 0, 1))
        return self._found

    def _differences(self, places: NDArray[np.float64]) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        steps = np.where(places > 0.5, -_STEP, _STEP)
        points = places[:, None] + np.hstack([np.zeros((places.size, 1)), np.diag(steps)])
        seen = self.space.see(list(points))
        score = np.nan_to_num(np.broadcast_to(self.goal.score(seen.outcome), seen.shape), nan=-1e3)
        if self.confidence is None:
            used = np.array([np.broadcast_to(one, seen.shape) for one in seen.used]).reshape(-1, *seen.shape)
        else:
            used = self.space.chance_fullest(list(points), self.confidence)[None, :]
        # what is not known does not limit; a limit that is far from full is as good as none
        full = np.log(np.clip(np.nan_to_num(used, nan=1e-3), 1e-3, 1e3))
        return (score[0], (score[1:] - score[0]) / steps), (full[:, 0], (full[:, 1:] - full[:, :1]) / steps)

    def worth(self, line: list[Array]) -> Array:
        """Score of points where they are feasible."""
        found = worth_of(self.goal)(self.space.see(line))
        if self.confidence is not None:
            found = np.where(self.space.chance_fullest(line, self.confidence) <= EDGE, found, -np.inf)
        return found


def robust_search(space: Space, goal: Goal, start: Point, confidence: float) -> Point | None:
    """The best point at which every limit holds in a share of the samples; None where none was found.

    Each limit is tightened by the ratio of its quantile to its value at the best point so far, and the search done
    again; then all of them together by the least factor that brings the joint share, and the point is polished with
    the joint quantile itself.
    """
    point, best = start, None
    for _ in range(_ROUNDS):
        places = [np.array([end]) for end in point.places]
        seen = space.see(places)
        _, used = space.sampled(places)
        factors = tuple(
            one * _ratio(sampled, float(np.ravel(value)[0]), confidence)
            for one, sampled, value in zip(space.factors, used, seen.used, strict=True)
        )
        found = _tightened(space.having(factors=factors), space, goal, confidence)
        if found is None:
            break
        point = found
        if best is None or point.score > best.score:
            best = point
    if best is None:
        best = _tightened(space, space, goal, confidence)
    return None if best is None else polish(space, goal, best, confidence)


_ROUNDS = 2
_TIGHTEST = 4.0


def _ratio(sampled: Array, value: float, confidence: float) -> float:
    """Quantile of a limit over its value at a point; 1 where it is not known or does not vary."""
    high = float(np.quantile(sampled, confidence)) if not np.isnan(sampled).any() else np.nan
    return high / value if value > 0 and np.isfinite(high) else 1.0


def _tightened(tight: Space, space: Space, goal: Goal, confidence: float) -> Point | None:
    """The best point of limits tightened together as little as brings the joint share."""

    def holds(point: Point | None) -> bool:
        return point is not None and space.share(point.places) >= confidence

    low, high = 0.0, float(np.log(_TIGHTEST))
    found = search(tight, goal)
    if holds(found):
        return found
    best: Point | None = None
    for _ in range(7):
        middle = (low + high) / 2
        found = search(tight.having(factors=tuple(one * float(np.exp(middle)) for one in tight.factors)), goal)
        if found is None or holds(found):
            high = middle
            best = found or best
        else:
            low = middle
    return best

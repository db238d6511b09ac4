"""The dominant multiplier of a milling cut at many points: growth of the period map, then its eigenvalues.

The map is applied to one start at every point until what grows least has died away, and then a Krylov space of its
images is made, a few columns at a time.  The eigenvalues of the map within that space, and how far they miss, say
where the verdict is certain; the points near the boundary go on with a larger space.  All of it is elementwise on
arrays and eigenvalues of matrices of a few rows, so no threaded library is called.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from chipload.dynamics.milling_process import Array, ProcessNumbers
from chipload.dynamics.period_map import PeriodMap
from chipload.dynamics.step_mesh import make_mesh, steps_for

Complex = NDArray[np.complex128]

_WARM = 2
_SPACES = (8, 14, 22, 32)
_RESTARTS = 3
_MEMORY = 96e6
_POINTS = 2048
_CERTAIN, _CLOSE = 0.02, 1e-6
"""A multiplier counts as found when it misses by less than this share of its distance from 1, or by `_CLOSE`."""


def dominant_multipliers(
    process: ProcessNumbers,
    modes: Array,
    speed: Array,
    depth: Array,
    refine: float = 1.0,
    progress: Callable[[float], None] | None = None,
) -> Complex:
    """Multiplier of largest size over one period, at points of speed [turns/s] and depth [m].

    `modes` are rows of `Structure.numbers`, with a third axis where each point, counted along flattened arrays, has
    its own.  `refine` multiplies the number of steps; `progress` is told the share of points done.
    """
    speed, depth = np.broadcast_arrays(np.asarray(speed, dtype=float), np.asarray(depth, dtype=float))
    shape, speed, depth = speed.shape, speed.ravel(), depth.ravel()
    steps = steps_for(process, float(modes[:, 0].max()), speed, refine)
    found = np.empty(speed.size, dtype=complex)
    done = 0
    for count in np.unique(steps):
        here = np.flatnonzero(steps == count)
        block = points_at_once(process, len(modes), int(count))
        for first in range(0, here.size, block):
            some = here[first : first + block]
            own = modes[:, :, some] if modes.ndim == 3 else modes
            period = PeriodMap(process, own, speed[some], depth[some], int(count))
            found[some] = _dominant(period)
            done += some.size
            if progress is not None:
                progress(done / speed.size)
    return found.reshape(shape)


def points_at_once(process: ProcessNumbers, modes: int, steps: int) -> int:
    """Points in one block so that its arrays stay within `_MEMORY` bytes."""
    mesh = make_mesh(process, steps)
    state = 2 * modes + 2 * len(mesh.needed) * (2 if mesh.keep_velocity else 1)
    numbers = state * (_SPACES[0] + 4) + mesh.steps * (2 * modes + 8)
    return int(np.clip(_MEMORY / (8 * numbers), 1, _POINTS))


def _dominant(period: PeriodMap) -> Complex:
    """Dominant multiplier at every point of `period`."""
    points = period.depth.size
    found = np.zeros(points, dtype=complex)
    state = np.zeros((period.size, points))
    count = 2 * len(period.modes)
    state[:count] = np.random.default_rng(1).standard_normal((count, 1))
    for _ in range(_WARM):
        state = period(state)
        state /= np.sqrt(np.einsum("np,np->p", state, state)) + 1e-300
    open_points = np.arange(points)
    for _ in range(_RESTARTS):
        space = _Space(period, state)
        for size in _SPACES:
            space.grow(size)
            value, miss, start = space.dominant()
            found[open_points] = value
            unsure = miss > np.maximum(_CERTAIN * np.abs(np.abs(value) - 1), _CLOSE)
            if not unsure.any():
                return found
            open_points = open_points[unsure]
            space.keep_only(unsure)
        period, state = space.period, start[:, unsure]
    return found


class _Space:
    """Krylov space at every point: orthonormal columns and the map within them."""

    def __init__(self, period: PeriodMap, state: Array) -> None:
        self.period = period
        self.columns = [state / (np.sqrt(np.einsum("np,np->p", state, state)) + 1e-300)]
        self.within = np.zeros((state.shape[1], _SPACES[-1] + 1, _SPACES[-1]))

    def grow(self, size: int) -> None:
        """Up to `size` columns."""
        for column in range(len(self.columns) - 1, size):
            image = self.period(self.columns[column])
            for row, one in enumerate(self.columns):
                share = np.einsum("np,np->p", one, image)
                self.within[:, row, column] = share
                image -= share * one
            length = np.sqrt(np.einsum("np,np->p", image, image))
            self.within[:, column + 1, column] = length
            image /= length + 1e-300
            self.columns.append(image)

    def dominant(self) -> tuple[Complex, Array, Array]:
        """Largest eigenvalue at every point, by how much it misses, and where to start again."""
        size = len(self.columns) - 1
        values, vectors = np.linalg.eig(self.within[:, :size, :size])
        order = np.argsort(-np.abs(values), axis=1)
        points = np.arange(len(values))
        first = order[:, 0]
        value, vector = values[points, first], vectors[points, :, first]
        miss = self.within[:, size, size - 1] * np.abs(vector[:, -1])
        mixed = np.zeros(vector.shape, dtype=complex)
        for place, weight in enumerate((1.0, 1.0, 0.3, 0.3)):
            mixed += weight * vectors[points, :, order[:, place]]
        shares = mixed.real + mixed.imag
        start = np.zeros_like(self.columns[0])
        for place in range(size):
            start += shares[:, place] * self.columns[place]
        return value.astype(complex), miss, start

    def keep_only(self, which: NDArray[np.bool_]) -> None:
        """Leave out the points whose answer is certain."""
        self.columns = [one[:, which] for one in self.columns]
        self.within = self.within[which]
        self.period = self.period.only(which)

"""Steps of one period of a milling cut: where they lie, and what they need of the period before.

Nodes fall on every angle at which a tooth enters or leaves, so that no step mixes cut and free flight; the directional
factor is its mean over a step, and an arc without a tooth in cut is one step.  A position a pitch ago is itself a node
where the pitch is even, and lies between two nodes otherwise, where the cubic through both positions and velocities
gives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from chipload.dynamics.milling_process import Array, ProcessNumbers

_LEAST_STEPS = 40
_STEPS_PER_CYCLE = 30
_LEAST_IN_A_PIECE = 6


@dataclass(frozen=True)
class Past:
    """Where the position at a node, one delay ago, is found: between two earlier nodes, counted from the last period.

    `weights` are those of position and velocity [per rad] at both, in the order p0, p1, v0, v1; None at a node itself.
    """

    left: int
    weights: tuple[float, float, float, float] | None


@dataclass(frozen=True)
class Mesh:
    """Nodes [rad], mean factors of each step and delay (None in free flight), and the pasts each node needs."""

    angles: Array
    factors: list[dict[int, Array]]
    damping: list[Array | None]
    pasts: list[dict[int, Past]]
    delays: list[float]
    keep_velocity: bool

    @property
    def steps(self) -> int:
        """Number of steps."""
        return len(self.angles) - 1

    @property
    def needed(self) -> list[int]:
        """Nodes of a period that the next one looks back at."""
        found = set()
        for past in self.pasts:
            for one in past.values():
                found |= {one.left} if one.weights is None else {one.left, one.left + 1}
        return sorted(node for node in found if node <= self.steps)


def steps_for(process: ProcessNumbers, highest_frequency: float, speed: Array, refine: float = 1.0) -> Array:
    """Steps in a mean pitch, ``max(40, 30 cycles)``, rounded up to a ladder so that speeds share meshes.

    `speed` in turns a second; the ladder has rungs 10 % apart.
    """
    cycles = highest_frequency / (speed * process.teeth)
    wanted = np.maximum(_LEAST_STEPS, np.ceil(_STEPS_PER_CYCLE * cycles)) * refine
    rung = np.ceil(np.log(wanted / _LEAST_STEPS) / np.log(1.1) - 1e-9)
    return np.ceil(_LEAST_STEPS * 1.1**rung).astype(int)


def make_mesh(process: ProcessNumbers, steps_per_pitch: int) -> Mesh:
    """Mesh of one period of `process` with steps no longer than a mean pitch over `steps_per_pitch`."""
    period, places = process.period, process.places
    longest = 2 * np.pi / process.teeth / steps_per_pitch
    # tooth j is at the angle t - place; in one period every tooth that passes is counted, each with its delay
    edges = np.concatenate([[0.0, period], *((np.array([process.entry, process.exit]) + place) % period
                                             for place in places)])  # fmt: skip
    edges = np.unique(np.round(np.sort(edges), 12))
    edges = edges[np.concatenate([[True], np.diff(edges) > 1e-9])]
    edges[-1] = period
    nodes: list[Array] = [np.array([0.0])]
    for start, end in pairwise(edges):
        cuts = bool(_teeth_in_cut(process, (start + end) / 2))
        count = max(_LEAST_IN_A_PIECE, int(np.ceil((end - start) / longest - 1e-9))) if cuts else 1
        nodes.append(np.linspace(start, end, count + 1)[1:])
    angles = np.concatenate(nodes)
    delays = sorted({round(float(pitch), 12) for pitch in process.pitches})
    factors: list[dict[int, Array]] = []
    damping: list[Array | None] = []
    for start, end in pairwise(angles):
        here: dict[int, Array] = {}
        slowing = np.zeros((2, 2))
        for tooth in _teeth_in_cut(process, (start + end) / 2):
            turn = _angle_of(process, tooth, (start + end) / 2)
            ends = turn - (end - start) / 2, turn + (end - start) / 2
            delay = delays.index(round(float(process.pitches[tooth % process.teeth]), 12))
            here[delay] = here.get(delay, 0.0) + process.mean_factor(*map(np.asarray, ends))
            slowing += process.mean_damping(*map(np.asarray, ends))
        factors.append(here)
        damping.append(slowing if here and process.damping else None)
    pasts: list[dict[int, Past]] = []
    for node in range(len(angles)):
        wanted = set().union(*(factors[step] for step in (node - 1, node) if 0 <= step < len(factors)))
        pasts.append({delay: _past(angles, angles[node] - delays[delay], period) for delay in wanted})
    keep_velocity = any(one.weights is not None for past in pasts for one in past.values())
    return Mesh(angles, factors, damping, pasts, delays, keep_velocity)


def _angle_of(process: ProcessNumbers, tooth: int, turn: float) -> float:
    place = process.places[tooth]
    return float((turn - place) % (2 * np.pi))


def _teeth_in_cut(process: ProcessNumbers, turn: float) -> list[int]:
    return [tooth for tooth in range(process.teeth) if process.entry < _angle_of(process, tooth, turn) < process.exit]


def _past(angles: Array, turn: float, period: float) -> Past:
    """Where `turn`, at or below zero or in this period, is among the nodes of the last period and this one."""
    steps = len(angles) - 1
    shift = 0
    if turn < -1e-9:
        turn, shift = turn + period, 0
    else:
        shift = steps
    nearest = int(np.argmin(np.abs(angles - turn)))
    if abs(angles[nearest] - turn) < 1e-8:
        return Past(nearest + shift, None)
    left = int(np.searchsorted(angles, turn)) - 1
    width = angles[left + 1] - angles[left]
    s = (turn - angles[left]) / width
    return Past(
        left + shift,
        (
            (1 + 2 * s) * (1 - s) ** 2,
            s**2 * (3 - 2 * s),
            s * (1 - s) ** 2 * width,
            s**2 * (s - 1) * width,
        ),
    )

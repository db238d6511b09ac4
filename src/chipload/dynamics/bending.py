"""Static bending of a clamped row of pieces: exact integrals, on plain SI numbers.

From the clamping at x = 0 to the tip the slope and the deflection are

    theta(x) = int_0^x M / (E I) ds + sum M / k_r        w(x) = int_0^x theta ds + int_0^x V / (k G A) ds + sum V / k_t

with the sums over the joints behind x.  A row of loads is solved at once, one column each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.dynamics.elements import Array, Piece

_NODES = 16
_RATIO = 1.25
"""Largest ratio of wall thickness along one panel of a taper, for 16 nodes to reach rounding error."""


@dataclass(frozen=True)
class Load:
    """Force or moment of `size` at x = `start`, or a force spread evenly from `start` to `end`."""

    size: float
    start: float
    end: float
    moment: bool = False

    def inner(self, x: Array) -> tuple[Array, Array]:
        """Shear force and bending moment that the load causes at `x`."""
        if self.moment:
            return np.zeros_like(x), np.where(x <= self.start, self.size, 0.0)
        width = self.end - self.start
        if width == 0:
            return np.where(x <= self.start, self.size, 0.0), self.size * np.maximum(self.start - x, 0.0)
        beyond = np.clip(self.end - x, 0.0, width)
        before = np.maximum(self.start - x, 0.0)
        return self.size * beyond / width, self.size * (beyond**2 / (2 * width) + before)


@dataclass(frozen=True)
class Shape:
    """Deflection by its shares, slope and moment: rows are places, columns loads."""

    bending: Array
    shear: Array
    joints: Array
    slope: Array
    moment: Array

    @property
    def deflection(self) -> Array:
        """All shares together."""
        return self.bending + self.shear + self.joints


def panels(pieces: Sequence[Piece], extra: Array) -> tuple[Array, Array, Array]:
    """Starts and ends of panels with breaks at `extra` and within tapers, and the piece each lies in."""
    edges = np.concatenate([[0.0], np.cumsum([piece.length for piece in pieces])])
    breaks = [edges, extra]
    for piece, at in zip(pieces, edges, strict=False):
        if not piece.uniform:
            first, last = piece.start - piece.bore, piece.end - piece.bore
            count = int(np.ceil(abs(np.log(last / first)) / np.log(_RATIO)))
            walls = np.geomspace(first, last, count + 1)
            breaks.append(at + piece.length * (walls[1:-1] - first) / (last - first))
    joined = np.unique(np.concatenate(breaks))
    close = np.diff(joined) < 1e-13 * edges[-1]
    joined = joined[np.concatenate([[True], ~close])]
    joined[-1] = edges[-1]
    starts, ends = joined[:-1], joined[1:]
    owner = np.clip(np.searchsorted(edges, (starts + ends) / 2) - 1, 0, len(pieces) - 1)
    return starts, ends, owner


def bend(
    pieces: Sequence[Piece],
    joints: Sequence[tuple[float, float, float]],
    loads: Sequence[Load],
    places: Any,
    *,
    shear: bool,
) -> Shape:
    """Shape of the row at `places` under each of `loads`; joints are (x, radial, rotational stiffness)."""
    places = np.atleast_1d(np.asarray(places, dtype=float))
    at_loads = np.array([end for load in loads for end in (load.start, load.end)])
    starts, ends, owner = panels(pieces, np.concatenate([places, at_loads, [joint[0] for joint in joints]]))
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    width = ends - starts
    x = starts[:, None] + width[:, None] * (nodes + 1) / 2
    weight = width[:, None] * weights / 2
    edges = np.concatenate([[0.0], np.cumsum([piece.length for piece in pieces])])
    bending, stiff = np.empty_like(x), np.empty_like(x)
    for index, piece in enumerate(pieces):
        own = owner == index
        section = piece.section(x[own] - edges[index], shear, inertia=False)
        bending[own], stiff[own] = section.bending, section.shear
    force, moment = np.empty((*x.shape, len(loads))), np.empty((*x.shape, len(loads)))
    for column, load in enumerate(loads):
        force[..., column], moment[..., column] = load.inner(x)
    curvature = moment * (weight / bending)[..., None]
    turned = curvature.sum(axis=1)
    sagged = (curvature * (ends[:, None] - x)[..., None]).sum(axis=1)
    sheared = (force * (weight / stiff)[..., None]).sum(axis=1)
    corners = np.concatenate([[0.0], ends])
    slope = np.concatenate([np.zeros((1, len(loads))), np.cumsum(turned, axis=0)])
    sag = np.concatenate([np.zeros((1, len(loads))), np.cumsum(slope[:-1] * width[:, None] + sagged, axis=0)])
    slid = np.concatenate([np.zeros((1, len(loads))), np.cumsum(sheared, axis=0)])
    rows = np.argmin(np.abs(corners[None, :] - places[:, None]), axis=1)
    from_joints, turned_by_joints = np.zeros((places.size, len(loads))), np.zeros((places.size, len(loads)))
    held = np.empty((places.size, len(loads)))
    for column, load in enumerate(loads):
        held[:, column] = load.inner(places)[1]
        for position, radial, rotational in joints:
            v, m = load.inner(np.array([position]))
            beyond = places >= position
            from_joints[:, column] += beyond * (v[0] / radial + m[0] / rotational * (places - position))
            turned_by_joints[:, column] += beyond * (m[0] / rotational)
    return Shape(sag[rows], slid[rows], from_joints, slope[rows] + turned_by_joints, held)

"""The exact bending of a stepped straight beam: forces, couples, springs, hinges and supports that have settled.

Between two places where something happens the beam is prismatic and its load linear, so that with the deflection w
downwards, the turn psi of the section clockwise, the bending moment M sagging and the shear V upwards on the left

    V' = -q    M' = V    psi' = -M / (E I)    w' = psi + V / (k G A)

integrate to polynomials.  Their states at the beginning of all pieces and the reactions are found together from the
joints, the supports and the ends, in lengths of the beam; long chains of spans and tiny pieces then do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chipload.mechanics.beams.beam_supports import Hold
from chipload.mechanics.beams.piecewise import SAME, Array, Piecewise

W, PSI, V, M = range(4)


@dataclass(frozen=True)
class Model:
    """A beam as numbers in SI, its places from the left end.

    `segments` holds length, bending stiffness and shear compliance of each; `spreads` start, end and load there of
    each distributed load; `forces` and `couples` place and value; `holds` place and kind of support.
    """

    segments: Sequence[tuple[float, float, float]]
    holds: Sequence[tuple[float, Hold]]
    hinges: Sequence[float]
    forces: Sequence[tuple[float, float]]
    couples: Sequence[tuple[float, float]]
    spreads: Sequence[tuple[float, float, float, float]]

    @property
    def length(self) -> float:
        """Of the beam."""
        return float(sum(segment[0] for segment in self.segments))


@dataclass(frozen=True)
class Solution:
    """Curves along the beam and the reactions of its supports, upwards and counter-clockwise, in SI."""

    shear: Piecewise
    moment: Piecewise
    rotation: Piecewise
    deflection: Piecewise
    bending_stiffness: Array
    shear_compliance: Array
    segment_index: Array
    reaction_forces: Array
    reaction_moments: Array


@dataclass(frozen=True)
class _Pieces:
    """The beam cut where anything happens, in lengths of the beam."""

    nodes: Array
    segment: Array
    softness: Array
    shear: Array
    load: Array
    load_rise: Array


def freedom(model: Model) -> tuple[int, int]:
    """How many ways the beam can move without bending, and how many holds are more than needed."""
    length = model.length
    rows = []
    hinges = np.asarray(model.hinges, dtype=float) / length
    for place, hold in model.holds:
        x = place / length
        if hold.deflection is not None or hold.stiffness > 0:
            rows.append([1.0, x, *np.maximum(x - hinges, 0.0)])
        if hold.rotation is not None or hold.rotational_stiffness > 0:
            rows.append([0.0, 1.0, *(hinges < x)])
    modes = 2 + len(hinges)
    rank = int(np.linalg.matrix_rank(np.array(rows), tol=1e-10)) if rows else 0
    return modes - rank, len(rows) - rank


def solve(model: Model) -> Solution:
    """The curves and reactions of a beam that is held."""
    length = model.length
    stiffness = max(segment[1] for segment in model.segments)
    pieces = _cut(model, stiffness)
    states, forces, moments = _states(model, pieces, stiffness)
    h = np.diff(pieces.nodes)
    nodes = pieces.nodes * length
    force, moment = stiffness / length**3, stiffness / length**2
    w0, psi0, v0, m0 = states.T
    q0, q1, soft, slip = pieces.load, pieces.load_rise, pieces.softness, pieces.shear
    zero = np.zeros_like(h)
    shear = np.stack([v0, -q0 * h, -q1 * h**2 / 2], axis=1)
    bending = np.stack([m0, v0 * h, -q0 * h**2 / 2, -q1 * h**3 / 6], axis=1)
    powers = np.arange(1, 5)
    turned = np.concatenate([psi0[:, None], -(soft * h)[:, None] * bending / powers], axis=1)
    sunk = np.concatenate([w0[:, None], h[:, None] * turned / np.arange(1, 6)], axis=1)
    slid = (slip * h)[:, None] * np.stack([zero, v0, -q0 * h / 2, -q1 * h**2 / 6], axis=1)
    sunk[:, :4] += slid
    of_segments = np.array([segment[1:] for segment in model.segments])[pieces.segment]
    return Solution(
        shear=Piecewise(nodes, shear * force),
        moment=Piecewise(nodes, bending * moment),
        rotation=Piecewise(nodes, turned / length),
        deflection=Piecewise(nodes, sunk),
        bending_stiffness=of_segments[:, 0],
        shear_compliance=of_segments[:, 1],
        segment_index=pieces.segment,
        reaction_forces=forces * force,
        reaction_moments=moments * moment,
    )


def _cut(model: Model, stiffness: float) -> _Pieces:
    """The pieces of the beam and what is spread on each; moments in units of `stiffness` over the length squared."""
    length = model.length
    ends = np.cumsum([segment[0] for segment in model.segments]) / length
    spreads = np.array(model.spreads, dtype=float).reshape(-1, 4)
    spreads[:, :2] = np.clip(spreads[:, :2] / length, 0.0, 1.0)
    events = [place for group in (model.holds, model.forces, model.couples) for place, _ in group]
    places = np.concatenate([[0.0, 1.0], ends, np.array([*events, *model.hinges]) / length, spreads[:, :2].ravel()])
    places = np.sort(np.clip(places, 0.0, 1.0))
    nodes = places[np.concatenate([[True], np.diff(places) > 2 * SAME])]
    nodes[-1] = 1.0
    middles, h = (nodes[1:] + nodes[:-1]) / 2, np.diff(nodes)
    segment = np.minimum(np.searchsorted(ends, middles), len(ends) - 1)
    properties = np.array([segment[1:] for segment in model.segments])[segment]
    load, end_load = np.zeros_like(h), np.zeros_like(h)
    for start, end, first, last in spreads:
        on = (middles > start) & (middles < end)
        rise = (last - first) / (end - start)
        load += np.where(on, first + rise * (nodes[:-1] - start), 0.0)
        end_load += np.where(on, first + rise * (nodes[1:] - start), 0.0)
    unit = length**4 / stiffness
    return _Pieces(
        nodes,
        segment,
        stiffness / properties[:, 0],
        properties[:, 1] * stiffness / length**2,
        load * unit,
        (end_load - load) / h * unit,
    )


def _states(model: Model, pieces: _Pieces, stiffness: float) -> tuple[Array, Array, Array]:
    """State at the beginning of every piece, and the force and moment of every support."""
    length, count = model.length, len(pieces.nodes) - 1
    unit_force, unit_moment = length**3 / stiffness, length**2 / stiffness

    def node(place: float) -> int:
        return int(np.argmin(np.abs(pieces.nodes - place / length)))

    size = 4 * count + 2 * len(model.holds)
    matrix, right = np.zeros((size, size)), np.zeros(size)
    # First V and M across every node, where those of the last go to nothing; then w and psi across the inner ones.
    after, shift = _transfer(pieces)
    for index in range(count + 1):
        for row, part in ((2 * index, V), (2 * index + 1, M)):
            if index > 0:
                matrix[row, 4 * index - 4 : 4 * index] += after[index - 1, part]
                right[row] -= shift[index - 1, part]
            if index < count:
                matrix[row, 4 * index + part] -= 1.0
    hinged = {node(place) for place in model.hinges}
    for index in range(1, count):
        for part in (W, PSI):
            row = 2 * (count + index) + part
            known = M if part == PSI and index in hinged else part
            matrix[row, 4 * index - 4 : 4 * index] = after[index - 1, known]
            right[row] = -shift[index - 1, known]
            if known == part:
                matrix[row, 4 * index + part] = -1.0
    for place, force in model.forces:
        right[2 * node(place)] += force * unit_force
    for place, couple in model.couples:
        right[2 * node(place) + 1] -= couple * unit_moment
    for number, (place, hold) in enumerate(model.holds):
        index, column = node(place), 4 * count + 2 * number
        matrix[2 * index, column] += 1.0
        matrix[2 * index + 1, column + 1] -= 1.0
        # Seen from the piece on the right, at the last node from the one on the left.
        state = np.zeros((2, size))
        added = np.zeros(2)
        if index < count:
            state[W, 4 * index + W] = state[PSI, 4 * index + PSI] = 1.0
        else:
            state[:, 4 * count - 4 : 4 * count] = after[-1, :2]
            added = shift[-1, :2]
        rows = (
            (W, hold.deflection, hold.stiffness * unit_force, 1.0),
            (PSI, hold.rotation, hold.rotational_stiffness * unit_moment / length, length),
        )
        for part, forced, spring, scale in rows:
            row = column + part
            if forced is not None:
                matrix[row] = state[part]
                right[row] = forced * scale - added[part]
            else:
                matrix[row] = -spring * state[part]
                matrix[row, column + part] = 1.0
                right[row] = spring * added[part]
    scale = np.abs(matrix).max(axis=1)
    found = np.linalg.solve(matrix / scale[:, None], right / scale)
    reactions = found[4 * count :].reshape(-1, 2)
    return found[: 4 * count].reshape(count, 4), reactions[:, 0], reactions[:, 1]


def _transfer(pieces: _Pieces) -> tuple[Array, Array]:
    """State at the end of each piece: matrix on the state at its beginning, and what the load adds."""
    h, soft, slip = np.diff(pieces.nodes), pieces.softness, pieces.shear
    q0, q1 = pieces.load, pieces.load_rise
    after = np.tile(np.eye(4), (len(h), 1, 1))
    after[:, M, V] = h
    after[:, PSI, M] = -soft * h
    after[:, PSI, V] = -soft * h**2 / 2
    after[:, W, PSI] = h
    after[:, W, M] = -soft * h**2 / 2
    after[:, W, V] = -soft * h**3 / 6 + slip * h
    shift = np.zeros((len(h), 4))
    shift[:, V] = -q0 * h - q1 * h**2 / 2
    shift[:, M] = -q0 * h**2 / 2 - q1 * h**3 / 6
    shift[:, PSI] = soft * (q0 * h**3 / 6 + q1 * h**4 / 24)
    shift[:, W] = soft * (q0 * h**4 / 24 + q1 * h**5 / 120) - slip * (q0 * h**2 / 2 + q1 * h**3 / 6)
    return after, shift

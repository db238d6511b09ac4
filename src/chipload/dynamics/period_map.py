"""One period of a milling cut as a linear map, at many speeds and depths together.

Over a step each mode is advanced by its exact exponential, closed in form for its two-by-two block, and the force of
regeneration, mean factor times the change of position, runs straight from one node to the next.  The force at the
end of a step depends on the position it leads to: a system of one or two equations at every point, solved once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chipload.dynamics.milling_process import Array, ProcessNumbers
from chipload.dynamics.step_mesh import Mesh, make_mesh


@dataclass(frozen=True)
class _Step:
    """Exact step of every mode, rows modes and columns points; velocities are over the natural frequency [rad/s].

    `force_start` and `force_end` give the position, `push_start` and `push_end` the velocity.
    """

    keep: Array
    turn: Array
    back: Array
    hold: Array
    force_start: Array
    force_end: Array
    push_start: Array
    push_end: Array


def exact_step(modes: Array, time: Array) -> _Step:
    """Modes as rows of `Structure.numbers` over `time` [s], under a force that runs straight from start to end.

    A third axis of `modes` gives every point its own.
    """
    each = modes if modes.ndim == 3 else modes[:, :, None]
    natural, damping, stiffness = 2 * np.pi * each[:, 0], each[:, 1], each[:, 2]
    rings = natural * np.sqrt(1 - damping**2)
    fall = np.exp(-damping * natural * time)
    sine, cosine = fall * np.sin(rings * time) * natural / rings, fall * np.cos(rings * time)
    keep, hold = cosine + damping * sine, cosine - damping * sine
    lag, whole = 2 * damping / natural, 1 / stiffness
    end = whole * (1 - (lag * (1 - keep) + sine / natural) / time)
    push = whole * (1 - hold - 2 * damping * sine) / (natural * time)
    return _Step(keep, sine, -sine, hold, whole * (1 - keep) - end, end, whole * sine - push, push)


def _sharpened(step: _Step, half: Array) -> _Step:
    """`step` with what straight lines between nodes take from a vibration at the natural frequency given back.

    A polygon through a sine has ``(sin x / x)^2`` of its size, x half the phase of a step (`half`).
    """
    again = (half / np.sin(half)) ** 2
    return replace(
        step,
        force_start=step.force_start * again,
        force_end=step.force_end * again,
        push_start=step.push_start * again,
        push_end=step.push_end * again,
    )


class PeriodMap:
    """The map of one period for `process` and modes, at points of speed [turns/s] and depth [m].

    A state is a column of numbers a point: positions and scaled velocities of the modes, then positions (and
    velocities, where a past lies between nodes) of the tool at the nodes the next period looks back at.
    """

    def __init__(
        self,
        process: ProcessNumbers,
        modes: Array,
        speed: Array,
        depth: Array,
        steps_per_pitch: int,
        mesh: Mesh | None = None,
    ) -> None:
        self.process, self.steps_per_pitch = process, steps_per_pitch
        self.mesh = mesh or make_mesh(process, steps_per_pitch)
        self.modes, self.speed, self.depth = modes, speed, depth
        angle = modes[:, 3] if modes.ndim == 2 else modes[:, 3, 0]  # directions are those of the first point
        along = np.array([np.cos(angle), np.sin(angle)])
        along[np.abs(along) < 1e-12] = 0.0
        base, sizes, _ = np.linalg.svd(along, full_matrices=False)
        self.axes = base[:, sizes > 1e-9 * sizes[0]]  # directions in which the structure moves at all
        if self.axes.shape[1] == 2:
            self.axes = np.eye(2)
        self.weights = (self.axes.T @ along)[:, :, None]  # direction, mode, 1
        self.directions = self.axes.shape[1]
        self.natural = 2 * np.pi * (modes[:, 0] if modes.ndim == 3 else modes[:, 0, None])
        self.turning = 2 * np.pi * speed
        self.nodes = [node for node in self.mesh.needed if node < self.mesh.steps]
        self.kept = self.directions * (2 if self.mesh.keep_velocity else 1)
        self.size = 2 * len(modes) + self.kept * len(self.nodes)
        self._prepare()

    def _prepare(self) -> None:
        widths = np.diff(self.mesh.angles)
        made: dict[tuple[float, bool], _Step] = {}
        self.each: list[_Step] = []
        self.answers: list[Any] = []
        project = self.axes.T
        half = self.natural / self.turning / 2
        self.factors = [{key: project @ one @ self.axes for key, one in here.items()} for here in self.mesh.factors]
        self.wholes: list[Any] = [sum(here.values()) if here else None for here in self.factors]
        self.slowing: list[Any] = [None if one is None else project @ one @ self.axes for one in self.mesh.damping]
        for number, width in enumerate(widths):
            whole = self.wholes[number]
            key = (round(float(width), 11), whole is None)
            if key not in made:
                step = exact_step(self.modes, width / self.turning)
                made[key] = step if whole is None else _sharpened(step, half * width)
            self.each.append(made[key])
            self.answers.append(None if whole is None else self._answer(made[key], whole, self.slowing[number]))

    def _answer(self, step: _Step, whole: Array, slowing: Array | None) -> Array:
        """Depth times the inverse that turns the force a free end would see into the force at the end."""
        size = self.directions
        given = np.einsum("imo,jmo,mp->ijp", self.weights, self.weights, step.force_end)
        matrix = np.eye(size)[:, :, None] - self.depth * np.einsum("ij,jkp->ikp", whole, given)
        if slowing is not None:
            pushed = np.einsum("imo,jmo,mp->ijp", self.weights, self.weights, step.push_end * self.natural)
            matrix -= self.depth / self.turning * np.einsum("ij,jkp->ikp", slowing, pushed)
        if size == 1:
            return self.depth / matrix
        (a, b), (c, d) = matrix
        return self.depth / (a * d - b * c) * np.array([[d, -b], [-c, a]])

    def _at_tip(self, modal: Array) -> Array:
        """Motion of the tool, a row a direction, from that of the modes."""
        if self.directions == 1 and len(self.modes) == 1:
            return self.weights[0, 0, 0] * modal
        found: Array = (self.weights * modal).sum(axis=1)
        return found

    def _on_modes(self, force: Array) -> Array:
        """Force along each mode from that on the tool."""
        if self.directions == 1:
            return self.weights[0] * force
        return self.weights[0] * force[0] + self.weights[1] * force[1]

    def _past(self, number: int, node: int, tips: list[Any], rates: list[Any]) -> Array:
        past = self.mesh.pasts[node][number]
        if past.weights is None:
            found: Array = tips[past.left]
            return found
        p0, p1, v0, v1 = past.weights
        left, right = past.left, past.left + 1
        return p0 * tips[left] + p1 * tips[right] + v0 * rates[left] + v1 * rates[right]

    def _pull(self, step: int, node: int, tip: Array, rate: Any, tips: list[Any], rates: list[Any]) -> Array:
        """Force per depth at `node` with the factors of `step`."""
        factors, whole = self.factors[step], self.wholes[step]
        if self.directions == 1:
            pull = whole[0, 0] * tip
            for number, factor in factors.items():
                pull -= factor[0, 0] * self._past(number, node, tips, rates)
            if self.slowing[step] is not None:
                pull += self.slowing[step][0, 0] * rate
            return pull
        pull = whole @ tip
        for number, factor in factors.items():
            pull -= factor @ self._past(number, node, tips, rates)
        if self.slowing[step] is not None:
            pull += self.slowing[step] @ rate
        return pull

    def __call__(self, state: Array) -> Array:
        """The state one period later, rows numbers and columns points."""
        count, steps = len(self.modes), self.mesh.steps
        position, velocity = state[:count], state[count : 2 * count]
        tips: list[Any] = [None] * (2 * steps + 1)
        rates: list[Any] = [None] * (2 * steps + 1)
        rated = self.mesh.keep_velocity or any(one is not None for one in self.slowing)
        for place, node in enumerate(self.nodes):
            first = 2 * count + self.kept * place
            tips[node] = state[first : first + self.directions]
            if self.mesh.keep_velocity:
                rates[node] = state[first + self.directions : first + self.kept]
        tips[steps] = self._at_tip(position)
        if rated:
            rates[steps] = self._at_tip(velocity * self.natural) / self.turning
        for number, (step, answer) in enumerate(zip(self.each, self.answers, strict=True)):
            node = steps + number
            moved = step.keep * position
            moved += step.turn * velocity
            swung = step.back * position
            swung += step.hold * velocity
            if answer is not None:
                pull = self._pull(number, number, tips[node], rates[node], tips, rates)
                start = self._on_modes(self.depth * pull)
                moved += step.force_start * start
                swung += step.push_start * start
                tip = self._at_tip(moved)
                rate = self._at_tip(swung * self.natural) / self.turning if rated else None
                free = self._pull(number, number + 1, tip, rate, tips, rates)
                end = self._on_modes(np.einsum("ijp,jp->ip", answer, free) if len(free) > 1 else answer[0, 0] * free)
                moved += step.force_end * end
                swung += step.push_end * end
            position, velocity = moved, swung
            tips[node + 1] = self._at_tip(position)
            if rated:
                rates[node + 1] = self._at_tip(velocity * self.natural) / self.turning
        result = np.empty_like(state)
        result[:count], result[count : 2 * count] = position, velocity
        for place, node in enumerate(self.nodes):
            first = 2 * count + self.kept * place
            result[first : first + self.directions] = tips[steps + node]
            if self.mesh.keep_velocity:
                result[first + self.directions : first + self.kept] = rates[steps + node]
        return result

    def matrix(self) -> Array:
        """The map of the only point as a dense matrix, one application to every unit state."""
        return self(np.eye(self.size))

    def only(self, which: NDArray[np.bool_]) -> PeriodMap:
        """The same map at some of its points."""
        modes = self.modes[:, :, which] if self.modes.ndim == 3 else self.modes
        return PeriodMap(
            self.process, modes, self.speed[which], self.depth[which], self.steps_per_pitch, mesh=self.mesh
        )

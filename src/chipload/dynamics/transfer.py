r"""Harmonic motion of a row of pieces: exact transfer and dynamic-stiffness matrices, on plain SI numbers.

With w the displacement, theta the turn of the section, V the shear force and M the bending moment at a cut,

    w' = theta + V / (k G A)    theta' = M / (E I)    V' = -m omega^2 w    M' = -V - J omega^2 theta

is a linear system whose solution over a panel is a matrix T, an entire function of omega^2; its power series is
integrated at Gauss points, over panels so short that both reach rounding error.  Chains of panels give the dynamic
stiffness D of the whole against the motions of its two ends, stable for any frequency, where a product of all T would
lose its digits to growing waves.  Matrices are scaled to the length and a stiffness of the row, so that displacements
and turns compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.dynamics.bending import panels
from chipload.dynamics.elements import Array, Joint, Piece

Matrices: TypeAlias = NDArray[Any]
"""Real or complex, frequencies on the first axis."""

_PANEL, _GROUP = 0.6, 1.2
"""Largest phase of a wave along a panel and along a group of panels.

Below 1.2 a group that is clamped at one end has no natural frequency of its own yet, which the count relies on.
"""
_POWERS = 10
_NODES = 14
"""Terms in the square of the frequency and Gauss points: with phases up to 0.6 both reach rounding error."""


@dataclass(frozen=True)
class _Panel:
    """A stretch of one piece, with its smallest stiffness and largest mass."""

    piece: Piece
    start: float
    width: float
    bending: float
    shear: float
    mass: float
    rotary: float
    joint: Joint | None = None
    kept: bool = False
    """Whether its start is a place asked for, and so begins a group."""

    def joined(self, other: _Panel) -> _Panel:
        """What both together are bounded by."""
        return _Panel(
            self.piece,
            self.start,
            self.width + other.width,
            min(self.bending, other.bending),
            min(self.shear, other.shear),
            max(self.mass, other.mass),
            max(self.rotary, other.rotary),
        )

    def phase(self, omega: float) -> float:
        """Phase of bending and shear waves along the panel, an upper bound."""
        bending = (omega**2 * self.mass / self.bending) ** 0.25
        return float(self.width * (bending + omega * np.sqrt(self.mass / self.shear + self.rotary / self.bending)))


class Row:
    """Pieces and joints of a stack, for motion at any frequency.

    `damped` takes the losses of materials and joints along, which makes every matrix complex.
    """

    def __init__(
        self, pieces: Sequence[Piece], joints: Sequence[tuple[float, Joint]], *, shear: bool, damped: bool
    ) -> None:
        self.pieces, self.joints, self.shear = tuple(pieces), tuple(joints), shear
        self.damped = damped and (
            any(piece.loss for piece in pieces) or any(any(joint.numbers[2:]) for _, joint in joints)
        )
        self.edges = np.concatenate([[0.0], np.cumsum([piece.length for piece in pieces])])
        self.length = float(self.edges[-1])
        sections = [piece.section(np.array([0.0, piece.length]), shear, inertia=True) for piece in pieces]
        self.stiffness = float(min(np.min(section.bending) for section in sections))
        self.heaviest = float(max(np.max(section.mass) for section in sections))

    def panels(self, omega: float, places: Any = ()) -> list[_Panel]:
        """Panels short enough for `omega`, broken at joints and `places`."""
        asked = np.asarray(places, dtype=float).reshape(-1)
        breaks = np.concatenate([asked, [at for at, _ in self.joints]])
        found: list[_Panel] = []
        for start, end, owner in zip(*panels(self.pieces, breaks), strict=True):
            piece = self.pieces[owner]
            ends = np.array([start, end]) - self.edges[owner]
            section = piece.section(ends, self.shear, inertia=True)
            whole = _Panel(
                piece, ends[0], end - start, float(np.min(section.bending)), float(np.min(section.shear)),
                float(np.max(section.mass)), float(np.max(section.rotary)),
            )  # fmt: skip
            count = max(1, int(np.ceil(whole.phase(omega) / _PANEL)))
            joint = next((joint for at, joint in self.joints if abs(at - start) < 1e-12 * self.length), None)
            kept = bool(np.any(np.abs(asked - start) < 1e-12 * self.length))
            for index in range(count):
                first = index == 0
                found.append(
                    _Panel(
                        piece, whole.start + index * whole.width / count, whole.width / count, whole.bending,
                        whole.shear, whole.mass, whole.rotary, joint if first else None, kept and first,
                    )
                )  # fmt: skip
        return found

    def groups(self, omega: float, places: Any = (), *, bounded: bool = True) -> list[list[_Panel]]:
        """Panels in groups that are multiplied up.

        `bounded` groups surely have no frequency of their own; others go by the phases of their panels alone, which
        keeps a short stiff part together with its neighbours and so more digits.
        """
        out: list[list[_Panel]] = []
        so_far: _Panel | None = None
        phase = 0.0
        for panel in self.panels(omega, places):
            merged = panel if so_far is None else so_far.joined(panel)
            phase += panel.phase(omega)
            total = merged.phase(omega) if bounded else phase
            apart = panel.kept or (bounded and panel.joint is not None)
            if not out or apart or total > _GROUP:
                out.append([panel])
                so_far, phase = panel, panel.phase(omega)
            else:
                out[-1].append(panel)
                so_far = merged
        if not bounded and not np.size(places) and len(out) > 1:
            last = out.pop()
            out[-1].extend(last)
        return out

    def transfer(self, group: Sequence[_Panel], omega: Array, top: float) -> Matrices:
        """T of a group for each angular frequency up to `top`."""
        total: Matrices | None = None
        for panel in group:
            if panel.joint is not None:
                step = self._across(panel.joint, omega)
                total = step if total is None else step @ total
            step = self._along(panel, omega, top)
            total = step if total is None else step @ total
        assert total is not None
        return total

    def stiffness_of(self, transfer: Matrices) -> Matrices:
        """Dynamic stiffness of a group against the motions of its ends."""
        t11, t12, t21, t22 = (
            transfer[:, :2, :2], transfer[:, :2, 2:], transfer[:, 2:, :2], transfer[:, 2:, 2:],
        )  # fmt: skip
        inverse = _inverse(t12)
        out = np.empty_like(transfer)
        out[:, :2, :2] = inverse @ t11
        out[:, :2, 2:] = -inverse
        out[:, 2:, :2] = t21 - t22 @ inverse @ t11
        out[:, 2:, 2:] = t22 @ inverse
        return out

    def ends(self, omega: Array) -> Matrices:
        """Scaled dynamic stiffness of the whole row, 4 x 4, base first."""
        total: Matrices | None = None
        top = float(np.max(omega, initial=0.0))
        for group in self.groups(top, bounded=False):
            own = self.stiffness_of(self.transfer(group, omega, top))
            total = own if total is None else _condensed(total, own)
        assert total is not None
        return total

    def tip(self, omega: Array, *, clamped: bool) -> Matrices:
        """Scaled dynamic stiffness of the tip, 2 x 2, with the base clamped or free."""
        top = float(np.max(omega, initial=0.0))
        return self._from_base(self.groups(top, bounded=False), omega, top, clamped)[0]

    def count(self, omega: Array, top: float, *, clamped: bool) -> NDArray[np.int64]:
        """Natural frequencies below each angular frequency up to `top`, those of the rigid body among them.

        After Wittrick and Williams (1971): the negative eigenvalues met while the chain is condensed.
        """
        tip, pivots = self._from_base(self.groups(top), omega, top, clamped)
        return np.asarray(_negative(tip) + sum((_negative(pivot) for pivot in pivots), start=0))

    def _from_base(
        self, groups: Sequence[Sequence[_Panel]], omega: Array, top: float, clamped: bool
    ) -> tuple[Matrices, list[Matrices]]:
        """Stiffness of the tip with all nodes behind it taken out, and the stiffness of each as it was taken out."""
        tip: Matrices | None = None
        pivots: list[Matrices] = []
        for group in groups:
            own = self.stiffness_of(self.transfer(group, omega, top))
            if tip is None and clamped:
                tip = own[:, 2:, 2:]
                continue
            pivot = own[:, :2, :2] if tip is None else tip + own[:, :2, :2]
            pivots.append(pivot)
            tip = own[:, 2:, 2:] - own[:, 2:, :2] @ _inverse(pivot) @ own[:, :2, 2:]
        assert tip is not None
        return tip, pivots

    def shape(self, omega: float, places: Array, *, clamped: bool) -> Array:
        """Displacement of the mode at `omega` at `places`, 1 at the tip."""
        groups = self.groups(omega, places)
        size = 2 * (len(groups) + 1)
        whole = np.zeros((size, size))
        at = np.array([omega])
        for index, group in enumerate(groups):
            whole[2 * index : 2 * index + 4, 2 * index : 2 * index + 4] += self.stiffness_of(
                self.transfer(group, at, omega)
            )[0]
        fixed = 2 if clamped else 0
        values, vectors = np.linalg.eigh((whole + whole.T)[fixed:, fixed:] / 2)
        motion = np.concatenate([np.zeros(fixed), vectors[:, np.argmin(np.abs(values))]])[::2]
        nodes = np.concatenate([[0.0], np.cumsum([sum(panel.width for panel in group) for group in groups])])
        rows = np.argmin(np.abs(nodes[None, :] - places[:, None]), axis=1)
        out: Array = motion[rows] / motion[-1]
        return out

    def scaled(self, matrices: Matrices) -> Matrices:
        """Receptances of scaled units in SI: pairs of displacement and turn by pairs of force and moment."""
        factors = np.tile([self.length, 1.0], matrices.shape[-1] // 2)
        return matrices * (factors[:, None] * factors) * (self.length / self.stiffness)

    # -- one step ------------------------------------------------------------------------------------

    def _across(self, joint: Joint, omega: Array) -> Matrices:
        sideways, turning = joint.compliance(omega) if self.damped else _plain(joint)
        out = np.zeros((omega.size, 4, 4), dtype=complex if self.damped else float)
        out[:] = np.eye(4)
        out[:, 0, 2] = sideways * self.stiffness / self.length**3
        out[:, 1, 3] = turning * self.stiffness / self.length
        return out

    def _along(self, panel: _Panel, omega: Array, top: float) -> Matrices:
        modulus = 1 + 1j * panel.piece.loss if self.damped else 1.0
        share = (omega / top) ** 2 / modulus if top else np.zeros(omega.shape) / modulus
        start = 0.0 if panel.piece.uniform else panel.start
        powers, reference = _series(panel.piece, start, panel.width, top, self.shear)
        step = np.broadcast_to(powers[-1], (omega.size, 4, 4)).astype(share.dtype)
        for power in powers[-2::-1]:
            step = step * share[:, None, None] + power
        ratio = reference / self.stiffness * modulus
        stretch = self.length / panel.width
        scale = np.array([1 / stretch, 1.0, ratio * stretch**2, ratio * stretch])
        out: Matrices = step * scale[:, None] / scale
        return out


@lru_cache(maxsize=2048)
def _series(piece: Piece, start: float, width: float, top: float, shear: bool) -> tuple[Array, float]:
    """T of a panel as a power series of the square of the frequency over `top`, and the stiffness it is scaled to."""
    nodes, weights, integral = _gauss()
    section = piece.section(start + width * nodes, shear, inertia=True)
    reference = float(np.broadcast_to(section.bending, nodes.shape)[0])
    still, moving = np.zeros((_NODES, 4, 4)), np.zeros((_NODES, 4, 4))
    still[:, 0, 1] = 1.0
    still[:, 0, 2] = reference / (section.shear * width**2)
    still[:, 1, 3] = reference / section.bending
    still[:, 3, 2] = -1.0
    moving[:, 2, 0] = -(top**2) * section.mass * width**4 / reference
    moving[:, 3, 1] = -(top**2) * section.rotary * width**2 / reference
    powers = np.zeros((_POWERS, 4, 4))
    before = np.zeros((_NODES, 4, 4))
    for order in range(_POWERS):
        driven = moving @ before
        first = np.eye(4) * (order == 0)
        state = first + np.tensordot(integral, driven, 1)
        for _ in range(3):  # without inertia the chain from force to displacement has no more links
            state = first + np.tensordot(integral, driven + still @ state, 1)
        powers[order] = first + np.tensordot(weights, driven + still @ state, 1)
        before = state
    powers.flags.writeable = False
    return powers, reference


def _plain(joint: Joint) -> tuple[float, float]:
    return 1 / joint.numbers[0], 1 / joint.numbers[1]


@cache
def _gauss() -> tuple[Array, Array, Array]:
    """Gauss points on 0 to 1, their weights, and the matrix that integrates from 0 to each point."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    nodes, weights = (nodes + 1) / 2, weights / 2
    legendre = np.polynomial.legendre.legvander(2 * nodes - 1, _NODES)
    basis = np.linalg.inv(legendre[:, :_NODES])
    orders = np.arange(_NODES)
    rising = np.empty((_NODES, _NODES))
    rising[:, 0] = nodes
    rising[:, 1:] = (legendre[:, 2:] - legendre[:, : _NODES - 1]) / (2 * (2 * orders[1:] + 1))
    return nodes, weights, rising @ basis


def _inverse(matrix: Matrices) -> Matrices:
    """Inverse of 2 x 2 matrices, by their determinant."""
    (a, b), (c, d) = (matrix[:, 0, 0], matrix[:, 0, 1]), (matrix[:, 1, 0], matrix[:, 1, 1])
    out = np.empty_like(matrix)
    out[:, 0, 0], out[:, 0, 1], out[:, 1, 0], out[:, 1, 1] = d, -b, -c, a
    out /= (a * d - b * c)[:, None, None]
    return out


def _condensed(behind: Matrices, ahead: Matrices) -> Matrices:
    """Two chains joined and the node between them taken out."""
    free = _inverse(behind[:, 2:, 2:] + ahead[:, :2, :2])
    out = np.empty_like(behind)
    out[:, :2, :2] = behind[:, :2, :2] - behind[:, :2, 2:] @ free @ behind[:, 2:, :2]
    out[:, :2, 2:] = -behind[:, :2, 2:] @ free @ ahead[:, :2, 2:]
    out[:, 2:, :2] = -ahead[:, 2:, :2] @ free @ behind[:, 2:, :2]
    out[:, 2:, 2:] = ahead[:, 2:, 2:] - ahead[:, 2:, :2] @ free @ ahead[:, :2, 2:]
    return out


def _negative(matrix: Matrices) -> NDArray[np.int64]:
    symmetric = (matrix + np.swapaxes(matrix, 1, 2)) / 2
    return np.asarray((np.linalg.eigvalsh(symmetric) < 0).sum(axis=-1), dtype=np.int64)


def natural_omegas(row: Row, number: int, *, clamped: bool) -> Array:
    """The lowest `number` angular natural frequencies above those of the rigid body."""
    skipped = 0 if clamped else 2
    high = np.sqrt(row.stiffness / row.heaviest) / row.length**2
    while row.count(np.array([high]), high, clamped=clamped)[0] < number + skipped:
        high *= 2
    wanted = np.arange(skipped, skipped + number)
    low, top = np.zeros(number), np.full(number, high)
    shares = np.linspace(0, 1, 26)[1:-1]
    while np.max((top - low) / top) > 4e-15:
        grid = low[:, None] + (top - low)[:, None] * shares
        counts = row.count(grid.reshape(-1), high, clamped=clamped).reshape(grid.shape)
        above = counts > wanted[:, None]
        narrower_top = np.where(above, grid, np.inf).min(axis=1)
        narrower_low = np.where(~above & (grid < narrower_top[:, None]), grid, -np.inf).max(axis=1)
        before = top - low
        low, top = np.maximum(low, narrower_low), np.minimum(top, narrower_top)
        if np.all(top - low >= before):
            break
    out: Array = (low + top) / 2
    return out

"""Forces and torque of an end mill against the angle of rotation: the mechanistic model.

x points along the feed, y normal to it, z along the tool axis; angles are those of `engagement`.  Tooth j follows
tooth j - 1, and a helix lets the edge lag by ``2 z tan(helix) / D`` at the height z above the tip:

    theta_j(z) = angle - 2 pi j / teeth - 2 z tan(helix) / D

    dF_t = (K_tc h + K_te) dz    dF_r = (K_rc h + K_re) dz    dF_a = (K_ac h + K_ae) dz
    F_x = -F_t cos - F_r sin     F_y = F_t sin - F_r cos      F_z = F_a    torque = F_t D / 2

Kienzle's law puts ``k h**(1 - m)`` in the place of ``K_c h + K_e``.  With an eccentricity e the radius of a tooth is
off by ``e cos(lambda + 2 pi j / teeth + 2 z tan(helix) / D)``, and its chip is what the teeth before have left,

    h_j = max(0, min over m of (m f_z sin(theta) + r_j - r_{j-m}))

so a tooth that misses the work passes its feed on to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]

_H0 = 1e-3  # Kienzle's constants hold with h in millimetres
_POINTS = 1 << 18
"""Numbers in one array at a time: about 2 MB each, so that a long question stays in tens of MB."""
_STRAIGHT = 1e-9
"""Lag [rad/m] of a straight edge; none at all would divide by zero."""
_DEPTH_NODES, _ARC_NODES = 16, 48


@dataclass(frozen=True)
class LinearCoefficients:
    """Mechanistic coefficients: cutting ones in Pa against the chip, edge ones in N/m of edge.  May be arrays."""

    tangential_cutting: Any
    radial_cutting: Any
    axial_cutting: Any = 0.0
    tangential_edge: Any = 0.0
    radial_edge: Any = 0.0
    axial_edge: Any = 0.0


@dataclass(frozen=True)
class KienzleConstants:
    """Kienzle's constants of the three directions, specific forces in Pa at a chip of 1 mm.  May be arrays."""

    kc11: Any
    mc: Any
    radial_kc11: Any = 0.0
    radial_mc: Any = 0.0
    axial_kc11: Any = 0.0
    axial_mc: Any = 0.0


Coefficients: TypeAlias = LinearCoefficients | KienzleConstants


@dataclass(frozen=True)
class MillingForces:
    """Forces [N] and torque [N m] against the angle of rotation [rad], and what they come to over a turn.

    The curves have the angles on their last axis; means are exact integrals over a turn, not of the samples.
    """

    angle: Array
    force_x: Array
    force_y: Array
    force_z: Array
    torque: Array
    mean_force_x: Any
    mean_force_y: Any
    mean_force_z: Any
    mean_torque: Any

    @property
    def force(self) -> Array:
        """Resultant across the axis, which bends the tool."""
        return np.hypot(self.force_x, self.force_y)

    @property
    def peak_force(self) -> Any:
        """Largest resultant across the axis."""
        return self.force.max(axis=-1)

    @property
    def peak_torque(self) -> Any:
        """Largest torque."""
        return self.torque.max(axis=-1)

    @property
    def torque_ripple(self) -> Any:
        """Largest less smallest torque, over the mean; 0 for an even cut, and where nothing is cut."""
        swing = self.torque.max(axis=-1) - self.torque.min(axis=-1)
        mean = np.asarray(self.mean_torque)
        return np.divide(swing, mean, out=np.zeros(np.shape(swing)), where=mean != 0)[()]


def milling_forces(
    coefficients: Coefficients,
    feed_per_tooth: ArrayLike,
    axial_depth: ArrayLike,
    entry_angle: ArrayLike,
    exit_angle: ArrayLike,
    diameter: ArrayLike,
    teeth: ArrayLike,
    helix_angle: ArrayLike = 0.0,
    eccentricity: ArrayLike = 0.0,
    eccentricity_angle: ArrayLike = 0.0,
    *,
    angles: int | ArrayLike = 720,
) -> MillingForces:
    """Forces and torque of an end mill over a turn, on plain SI numbers or arrays.

    Parameters
    ----------
    coefficients
        Linear or Kienzle's [Pa, N/m].
    feed_per_tooth
        Feed per tooth [m].
    axial_depth
        Depth along the tool axis [m].
    entry_angle, exit_angle
        Where a tooth enters and leaves, ``0 <= entry <= exit <= pi`` [rad].
    diameter
        Diameter of the cutter [m].
    teeth
        Number of teeth, evenly pitched.
    helix_angle
        Helix angle of the edges, below 90° [rad].
    eccentricity
        Distance of the tool axis from that of rotation, half the total indicator reading [m].
    eccentricity_angle
        Direction of the eccentricity, ahead of tooth 0 at its tip [rad].
    angles
        Number of even steps of one turn, or the angles themselves [rad].

    Returns
    -------
    MillingForces
        Curves of the broadcast shape of the arguments with the angles behind; means without.

    Notes
    -----
    Circular path, entering angle of 90°, rigid tool.  Runout is parallel to the axis, changes the chip but neither
    entry nor exit, and the lever of the torque stays half the diameter.  Without runout the integral over the depth
    of linear coefficients is closed, and that of Kienzle's is by Gauss-Legendre over each engaged piece of edge; with
    runout both are, where a chip may end within a piece, to about three digits.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 2.
    W. A. Kline and R. E. DeVor, The effect of runout on cutting geometry and forces in end milling, Int. J. Machine
    Tool Design and Research 23 (1983) 123-140.

    Examples
    --------
    >>> steel = LinearCoefficients(1800e6, 600e6, 200e6, 25e3, 30e3, 3e3)
    >>> slot = milling_forces(steel, 1e-4, 2e-3, 0.0, np.pi, 10e-3, 4)
    >>> float(slot.mean_force_y)  # N a (Ktc c / 4 + Kte / pi)
    423.66...
    """
    names = list(type(coefficients).__dataclass_fields__)
    cut = [feed_per_tooth, axial_depth, entry_angle, exit_angle, diameter, teeth, helix_angle]
    given = [*cut, eccentricity, eccentricity_angle, *(getattr(coefficients, name) for name in names)]
    columns = np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in given))
    shape = columns[0].shape
    turn: Array = _turn(angles) if isinstance(angles, int) else np.asarray(angles, dtype=np.float64)
    table = np.array([column.reshape(-1) for column in columns])
    count = table.shape[1]
    curves, means = np.empty((4, count, turn.size)), np.empty((4, count))
    runout = bool(np.any(table[7]))
    closed = isinstance(coefficients, LinearCoefficients) and not runout
    for number in np.unique(table[5]):
        rows = np.flatnonzero(table[5] == number)
        z = int(number)
        at_once = max(1, _POINTS // (turn.size * z * (1 if closed else _DEPTH_NODES)))
        for start in range(0, rows.size, at_once):
            block = rows[start : start + at_once]
            cutter = _Cutter(type(coefficients), z, runout, table[:, block])
            curves[:, block] = cutter.closed(turn) if closed else cutter.by_quadrature(turn)
            means[:, block] = cutter.means()
    return MillingForces(
        turn, *(curve.reshape(*shape, turn.size) for curve in curves), *(mean.reshape(shape)[()] for mean in means)
    )


class _Cutter:
    """A block of cuts with one number of teeth; cuts run along the first axis."""

    def __init__(self, law: type[Coefficients], teeth: int, runout: bool, table: Array) -> None:
        feed, depth, entry, leaving, diameter, _, helix, eccentricity, direction = table[:9]
        self.linear = law is LinearCoefficients
        self.teeth, self.runout = teeth, runout
        self.feed, self.depth, self.entry, self.leaving, self.radius = feed, depth, entry, leaving, diameter / 2
        self.lag = np.maximum(np.tan(helix) / self.radius, _STRAIGHT)
        self.eccentricity, self.direction, self.constants = eccentricity, direction, table[9:]
        self.pitches = np.arange(teeth) * (2 * np.pi / teeth)

    def windows(self) -> range:
        """How many turns back an edge may still be in the cut: a steep helix winds around."""
        if self.depth.size == 0:
            return range(0)
        return range(max(1, int(np.ceil(np.max((self.leaving + self.lag * self.depth) / (2 * np.pi))))))

    def engaged(self, tips: Array, window: int) -> tuple[Array, Array]:
        """Heights between which the edges whose tips stand at `tips` are in the work; all (cuts, angles, teeth)."""
        lag, depth = self.lag[:, None, None], self.depth[:, None, None]
        entry, leaving = (bound[:, None, None] - 2 * np.pi * window for bound in (self.entry, self.leaving))
        low, high = np.clip((tips - leaving) / lag, 0.0, depth), np.clip((tips - entry) / lag, 0.0, depth)
        return low, high

    def tips(self, turn: Array) -> Array:
        """Where the tip of every tooth stands, from 0 to 2 pi; (angles, teeth)."""
        return np.mod(turn[:, None] - self.pitches, 2 * np.pi)

    def closed(self, turn: Array) -> tuple[Array, Array, Array, Array]:
        """Curves for linear coefficients without runout: the integrals over the height have closed forms."""
        tips = self.tips(turn)
        shape = (self.feed.size, turn.size)
        length, sine, cosine, sine2, cosine2 = (np.zeros(shape) for _ in range(5))
        lag = self.lag[:, None, None]
        for window in self.windows():
            low, high = self.engaged(tips, window)
            edge = high - low
            middle = tips - lag * (low + high) / 2
            half = lag * edge / 2
            within = edge * np.sinc(half / np.pi)
            sin, cos = np.sin(middle), np.cos(middle)
            twice = within * np.cos(half)  # edge times sinc of the doubled angle
            length += edge.sum(axis=-1)
            sine += (within * sin).sum(axis=-1)
            cosine += (within * cos).sum(axis=-1)
            sine2 += (twice * (2 * sin * cos)).sum(axis=-1)
            cosine2 += (twice * (1 - 2 * sin * sin)).sum(axis=-1)
        return self.from_integrals(length, sine, cosine, (length - cosine2) / 2, sine2 / 2)

    def from_integrals(
        self, length: Array, sine: Array, cosine: Array, sine_squared: Array, sine_cosine: Array
    ) -> tuple[Array, Array, Array, Array]:
        """Forces and torque of linear coefficients from the integrals over the engaged edge."""
        behind = (slice(None), *(None,) * (length.ndim - 1))
        tc, rc, ac, te, re, ae = (constant[behind] for constant in self.constants)
        feed, radius = self.feed[behind], self.radius[behind]
        return (
            -feed * (tc * sine_cosine + rc * sine_squared) - te * cosine - re * sine,
            feed * (tc * sine_squared - rc * sine_cosine) + te * sine - re * cosine,
            feed * ac * sine + ae * length,
            radius * (feed * tc * sine + te * length),
        )

    def by_quadrature(self, turn: Array) -> Array:
        """Curves by Gauss-Legendre over each engaged piece of edge."""
        nodes, weights = _gauss(_DEPTH_NODES)
        tips = self.tips(turn)
        total = np.zeros((4, self.feed.size, turn.size))
        for window in self.windows():
            low, high = self.engaged(tips, window)
            edge = (high - low)[..., None]
            heights = low[..., None] + edge * nodes
            theta = tips[..., None] - self.lag[:, None, None, None] * heights
            total += self.summed(theta, heights, edge * weights)
        return total

    def means(self) -> Any:
        """Means over a turn: at each height a tooth passes the whole engagement once."""
        arc = self.leaving - self.entry
        share = self.teeth * self.depth / (2 * np.pi)
        if self.linear and not self.runout:
            (low, high), (low2, high2) = (self.entry, self.leaving), (2 * self.entry, 2 * self.leaving)
            integrals = (
                arc,
                np.cos(low) - np.cos(high),
                np.sin(high) - np.sin(low),
                arc / 2 - (np.sin(high2) - np.sin(low2)) / 4,
                (np.cos(low2) - np.cos(high2)) / 4,
            )
            return self.from_integrals(*(share * integral for integral in integrals))
        nodes, weights = _gauss(_ARC_NODES)
        heights, of_heights = _gauss(_DEPTH_NODES) if self.runout else (np.array([0.5]), np.array([1.0]))
        teeth = self.teeth if self.runout else 1
        # (cuts, arc, teeth, heights), as in the curves
        theta = (self.entry[:, None] + arc[:, None] * nodes)[:, :, None, None]
        above = np.broadcast_to(
            self.depth[:, None, None, None] * heights, (self.feed.size, nodes.size, teeth, heights.size)
        )
        weight = (arc[:, None] * weights)[:, :, None, None] * of_heights * (share / teeth)[:, None, None, None]
        return self.summed(theta, above, weight).sum(axis=-1)

    def summed(self, theta: Array, heights: Array, weights: Array) -> Array:
        """Forces of pieces of edge, summed over teeth and heights, the last two axes."""
        sin, cos = np.sin(theta), np.cos(theta)
        chip = self.chip(sin, heights)
        tangential, radial, axial = (per_length * weights for per_length in self.per_length(chip))
        parts = (
            -tangential * cos - radial * sin,
            tangential * sin - radial * cos,
            axial,
            tangential * self.radius[:, None, None, None],
        )
        return np.array([part.sum(axis=(-2, -1)) for part in parts])

    def chip(self, sin: Array, heights: Array) -> Array:
        """Chip thickness; 0 where a tooth misses the work."""
        advance = self.feed[:, None, None, None] * sin
        if not self.runout:
            return np.maximum(np.broadcast_to(advance, np.broadcast_shapes(advance.shape, heights.shape)), 0.0)
        eccentricity = self.eccentricity[:, None, None, None]
        own = self.direction[:, None, None, None] + self.pitches[:, None] + self.lag[:, None, None, None] * heights
        radius = eccentricity * np.cos(own)
        chip = self.teeth * advance  # a whole turn back the same tooth has cut
        for back in range(1, self.teeth):
            before = eccentricity * np.cos(own - 2 * np.pi * back / self.teeth)
            chip = np.minimum(chip, back * advance + radius - before)
        return np.maximum(chip, 0.0)

    def per_length(self, chip: Array) -> tuple[Array, Array, Array]:
        """Tangential, radial and axial force on a unit of edge."""
        constants = [constant[:, None, None, None] for constant in self.constants]
        if self.linear:
            cuts = chip > 0
            tc, rc, ac, te, re, ae = constants
            return tc * chip + te * cuts, rc * chip + re * cuts, ac * chip + ae * cuts
        one, two, three = (
            k * _H0 * (chip / _H0) ** (1 - m) if np.any(k) else np.zeros_like(chip)
            for k, m in zip(constants[::2], constants[1::2], strict=True)
        )
        return one, two, three


def _turn(steps: int) -> Array:
    return np.arange(steps, dtype=np.float64) * (2 * np.pi / steps)


def _gauss(points: int) -> tuple[Array, Array]:
    """Nodes and weights of Gauss-Legendre on 0 to 1."""
    nodes, weights = np.polynomial.legendre.leggauss(points)
    return (nodes + 1) / 2, weights / 2

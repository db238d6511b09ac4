"""Polynomials in pieces along a line: values from either side of a joint, and their exact extremes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.polynomial import polynomial
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Side: TypeAlias = Literal["left", "right"]

SAME = 1e-12
"""Places nearer to each other than this share of the whole are one place."""


@dataclass(frozen=True, eq=False)
class Piecewise:
    """A curve over `nodes`; row i of `coefficients` holds, from the lowest power, those of piece i.

    Each piece is a polynomial of the share t of its length that has been passed, from 0 to 1.
    """

    nodes: Array
    coefficients: Array

    def __call__(self, x: Any, side: Side = "right") -> Any:
        """Values at `x`; at a joint those of the piece on its `side`."""
        x = np.asarray(x, dtype=float)
        reach = SAME * (self.nodes[-1] - self.nodes[0])
        last = len(self.nodes) - 2
        if side == "right":
            index = np.searchsorted(self.nodes - reach, x, side="right") - 1
        else:
            index = np.searchsorted(self.nodes + reach, x, side="left") - 1
        index = np.clip(index, 0, last)
        share = np.clip((x - self.nodes[index]) / (self.nodes[index + 1] - self.nodes[index]), 0.0, 1.0)
        value = np.zeros(x.shape)
        for power in range(self.coefficients.shape[1] - 1, -1, -1):
            value = value * share + self.coefficients[index, power]
        return value[()]

    def scaled(self, factor: Any) -> Piecewise:
        """The curve times `factor`, one for all or one for each piece."""
        return Piecewise(self.nodes, self.coefficients * np.reshape(factor, (-1, 1)))

    def derivative(self) -> Piecewise:
        """Slope of the curve."""
        powers = np.arange(1, self.coefficients.shape[1])
        return Piecewise(self.nodes, self.coefficients[:, 1:] * powers / np.diff(self.nodes)[:, None])

    def candidates(self) -> tuple[Array, Array]:
        """Places and values at the ends of all pieces and wherever the slope vanishes inside one."""
        places: list[float] = []
        values: list[float] = []
        for start, end, row in zip(self.nodes, self.nodes[1:], self.coefficients, strict=False):
            for share in (0.0, *_flat_places(row), 1.0):
                places.append(start + share * (end - start))
                values.append(float(polynomial.polyval(share, row)))
        found = np.array(values)
        found[np.abs(found) <= SAME * np.abs(found).max()] = 0.0
        return np.array(places), found

    def highest(self) -> tuple[float, float]:
        """Largest value and the leftmost place where the curve has it."""
        places, values = self.candidates()
        at = int(np.argmax(values >= values.max() - 10 * SAME * np.abs(values).max()))
        return float(values[at]), float(places[at])

    def lowest(self) -> tuple[float, float]:
        """Smallest value and the leftmost place where the curve has it."""
        value, place = self.scaled(-1.0).highest()
        return 0.0 - value, place


def _flat_places(row: Array) -> list[float]:
    """Where between 0 and 1 the slope of the polynomial `row` vanishes."""
    slope = polynomial.polyder(row)
    size = np.abs(slope).max()
    if size <= 1e-13 * np.abs(row).max():
        return []
    keep = np.flatnonzero(np.abs(slope) > 1e-14 * size)[-1] + 1
    roots = polynomial.polyroots(slope[:keep])
    real = roots.real[np.abs(roots.imag) < 1e-7]
    return sorted(float(root) for root in real if 0.0 < root < 1.0)

"""Charts of stress concentration as polynomials: K = C1 + C2 s + C3 s² + C4 s³.

Each C is ``a + b sqrt(q) + c q`` with q the depth of the notch over its radius, and s is twice the depth over the
full width.  A chart has one set of constants up to q = 2 and another above.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units.kinds import Real
from chipload.units.parameters import Requires, ValidWhere

Rows = tuple[tuple[float, float, float], ...]

JOINT = 2.0
"""Depth over radius at which the second set of constants takes over."""


@dataclass(frozen=True)
class Chart:
    """One chart: constants for blunt and sharp notches, and the depths over radius that it spans."""

    blunt: Rows
    sharp: Rows
    low: float
    high: float

    def factor(self, depth_ratio: Real, share: Real) -> Real:
        """Stress concentration for depth over radius and twice the depth over the full width."""
        factor: Real = np.where(
            depth_ratio <= JOINT, _cubic(self.blunt, depth_ratio, share), _cubic(self.sharp, depth_ratio, share)
        )[()]
        return factor

    def spans(self, depth_ratio: Real) -> Any:
        """Whether the chart was drawn for this depth over radius."""
        return (depth_ratio >= self.low * (1 - 1e-12)) & (depth_ratio <= self.high * (1 + 1e-12))


def _cubic(rows: Rows, depth_ratio: Real, share: Real) -> Real:
    root = np.sqrt(depth_ratio)
    total: Real = 0.0
    for a, b, c in reversed(rows):
        total = total * share + a + b * root + c * depth_ratio
    return total


def notch(large: Real, small: Real, radius: Real) -> tuple[Real, Real]:
    """Depth over radius, and twice the depth over the full width."""
    return (large - small) / (2 * radius), (large - small) / large


def within(charts: dict[str, Chart], large: str, small: str) -> ValidWhere:
    """The depths over radius that a chart spans, by the names of the two sections."""
    return ValidWhere(
        (large, small, "notch_radius", "load"),
        _drawn(charts),
        "the depth over the radius is outside the chart; compute the notch by finite elements",
    )


def _drawn(charts: dict[str, Chart]) -> Callable[..., Any]:
    def holds(large: Real, small: Real, radius: Real, load: str) -> Any:
        return charts[load].spans(notch(large, small, radius)[0])

    return holds


def smaller(large: str, small: str) -> Requires:
    """A notch leaves less than the full section."""
    return Requires(
        (small, large),
        lambda narrow, wide: narrow < wide,
        "the section at the notch must be smaller than the full one",
    )


ROUND_CUBIC = (
    r"K_t = C_1 + C_2 s + C_3 s^2 + C_4 s^3 ,\quad s = \frac{D_l - D_s}{D_l} ,\quad "
    r"C_i = a_i + b_i \sqrt{q} + c_i q ,\quad q = \frac{D_l - D_s}{2 r_n}"
)
FLAT_CUBIC = ROUND_CUBIC.replace("D_l", "w_l").replace("D_s", "w_s")

_FILLET_TORSION: Rows = (
    (0.905, 0.783, -0.075), (-0.437, -1.969, 0.553), (1.557, 1.073, -0.578), (-1.061, 0.171, 0.086),
)  # fmt: skip

SHAFT_FILLET: dict[str, Chart] = {
    "tension": Chart(
        ((0.926, 1.157, -0.099), (0.012, -3.036, 0.961), (-0.302, 3.977, -1.744), (0.365, -2.098, 0.878)),
        ((1.200, 0.860, -0.022), (-1.805, -0.346, -0.038), (2.198, -0.486, 0.165), (-0.593, -0.028, -0.106)),
        0.1, 20.0,
    ),
    "bending": Chart(
        ((0.947, 1.206, -0.131), (0.022, -3.405, 0.915), (0.869, 1.777, -0.555), (-0.810, 0.422, -0.260)),
        ((1.232, 0.832, -0.008), (-3.813, 0.968, -0.260), (7.423, -4.868, 0.869), (-3.839, 3.070, -0.600)),
        0.1, 20.0,
    ),
    "torsion": Chart(_FILLET_TORSION, _FILLET_TORSION, 0.25, 4.0),
}  # fmt: skip

SHAFT_GROOVE: dict[str, Chart] = {
    "tension": Chart(
        ((0.89, 2.208, -0.094), (-0.923, -6.678, 1.638), (2.893, 6.448, -2.516), (-1.912, -1.944, 0.963)),
        ((1.037, 1.967, 0.002), (-2.679, -2.980, -0.053), (3.090, 2.124, 0.165), (-0.424, -1.153, -0.106)),
        0.1, 50.0,
    ),
    "bending": Chart(
        ((0.455, 3.354, -0.769), (0.891, -12.721, 4.593), (0.286, 15.481, -6.392), (-0.632, -6.115, 2.568)),
        ((0.935, 1.922, 0.004), (-0.552, -5.327, 0.086), (0.754, 6.281, -0.121), (-0.138, -2.876, 0.031)),
        0.25, 50.0,
    ),
    "torsion": Chart(
        ((1.245, 0.264, 0.491), (-3.030, 3.269, -3.633), (7.199, -11.286, 8.318), (-4.414, 7.753, -5.176)),
        ((1.651, 0.614, 0.040), (-4.794, -0.314, -0.217), (8.457, -0.962, 0.389), (-4.314, 0.662, -0.212)),
        0.25, 50.0,
    ),
}  # fmt: skip

FLAT_FILLET: dict[str, Chart] = {
    "tension": Chart(
        ((1.006, 1.008, -0.044), (-0.115, -0.584, 0.315), (0.245, -1.006, -0.257), (-0.135, 0.582, -0.017)),
        ((1.020, 1.009, -0.048), (-0.065, -0.165, -0.007), (-3.459, 1.266, -0.016), (3.505, -2.109, 0.069)),
        0.1, 20.0,
    ),
    "bending": Chart(
        ((1.006, 0.967, 0.013), (-0.270, -2.372, 0.708), (0.662, 1.157, -0.908), (-0.405, 0.249, 0.200)),
        ((1.058, 1.002, -0.038), (-3.652, 1.639, -0.436), (6.170, -5.687, 1.175), (-2.558, 3.046, -0.701)),
        0.1, 20.0,
    ),
}  # fmt: skip

FLAT_NOTCHES: dict[str, Chart] = {
    "tension": Chart(
        ((0.850, 2.628, -0.413), (-1.119, -4.826, 2.575), (3.563, -0.514, -2.402), (-2.294, 2.713, 0.240)),
        ((0.833, 2.069, -0.009), (2.732, -4.157, 0.176), (-8.859, 5.327, -0.320), (6.294, -3.239, 0.154)),
        0.1, 50.0,
    ),
    "bending": Chart(
        ((0.723, 2.845, -0.504), (-1.836, -5.746, 1.314), (7.254, -1.885, 1.646), (-5.140, 4.785, -2.456)),
        ((0.833, 2.069, -0.009), (0.024, -5.383, 0.126), (-0.856, 6.460, -0.199), (0.999, -3.146, 0.082)),
        0.25, 50.0,
    ),
}  # fmt: skip

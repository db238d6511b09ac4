"""Least limits of chatter at one spindle speed, found by scanning the chatter frequency: no formula of the library."""

from __future__ import annotations

import cmath
from collections.abc import Callable, Iterator
from math import atan, cos, floor, pi, sin

from scipy.optimize import brentq


def _response(ratio: float, damping: float) -> complex:
    """Receptance of one mode times its stiffness at a frequency over the natural one."""
    return 1 / complex(1 - ratio**2, 2 * damping * ratio)


def _crossings(phase: Callable[[float], float], low: float, high: float) -> Iterator[float]:
    """Where a phase, in turns, passes whole numbers, between two frequency ratios."""
    steps = 200_000
    before, at = low, phase(low)
    for step in range(1, steps + 1):
        after = low + (high - low) * step / steps
        now = phase(after)
        for whole in range(floor(min(at, now)) + 1, floor(max(at, now)) + 1):
            yield brentq(lambda ratio, whole=whole: phase(ratio) - whole, before, after, xtol=1e-16, rtol=1e-15)
        before, at = after, now


def turning_width(turns: float, coefficient: float, frequency: float, stiffness: float, damping: float) -> float:
    """Tlusty: -1 / (2 K Re G) where the waves left before meet the vibration with the phase that chatters."""

    def phase(ratio: float) -> float:
        # exp(-i omega T) = 1 + 1 / (K b G) with K b = -1 / (2 Re G) is -exp(-2 i arg G)
        return ratio * frequency / turns - 0.5 - cmath.phase(_response(ratio, damping)) / pi

    return min(
        -stiffness / (2 * coefficient * _response(ratio, damping).real)
        for ratio in _crossings(phase, 1 + 1e-9, 3.0)
    )  # fmt: skip


def milling_depth(
    turns: float, teeth: int, entry: float, exit_: float, tangential: float, radial: float,
    frequency: float, stiffness: float, damping: float,
) -> float:  # fmt: skip
    """Altintas and Budak in closed form: both eigenvalues, every lobe."""
    share = radial / tangential

    def between(of: Callable[[float], float]) -> float:
        return (of(exit_) - of(entry)) / 2

    xx = between(lambda a: cos(2 * a) - 2 * share * a + share * sin(2 * a))
    xy = between(lambda a: -sin(2 * a) - 2 * a + share * cos(2 * a))
    yx = between(lambda a: -sin(2 * a) + 2 * a + share * cos(2 * a))
    yy = between(lambda a: -cos(2 * a) - 2 * share * a - share * sin(2 * a))
    depths = []
    for sign in (-1, 1):

        def eigenvalue(ratio: float, sign: int = sign) -> complex:
            response = _response(ratio, damping) / stiffness
            square, line = response**2 * (xx * yy - xy * yx), response * (xx + yy)
            return -(line + sign * cmath.sqrt(line**2 - 4 * square)) / (2 * square)

        def phase(ratio: float) -> float:
            value = eigenvalue(ratio)
            epsilon = pi - 2 * atan(value.imag / value.real)
            return ratio * frequency / (turns * teeth) - epsilon / (2 * pi)

        for ratio in _crossings(phase, 0.2, 3.0):
            value = eigenvalue(ratio)
            depth = -2 * pi * value.real / (teeth * tangential) * (1 + (value.imag / value.real) ** 2)
            if depth > 0:
                depths.append(depth)
    return min(depths)

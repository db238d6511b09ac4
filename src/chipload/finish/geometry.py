"""The profile that an edge leaves when it passes again and again at the same spacing.

An edge here is an arc with a straight edge on either side, tangent to it.  Between two passes the surface is
bounded by the leading side of the earlier one and the trailing side of the later one, and the two sides meet
in the peak.  A side is described by how far it reaches from its lowest point at a height, and by the area
below it; height and mean deviation of any such profile follow from the two.
"""

from __future__ import annotations

import numpy as np

from chipload.units.kinds import Real

_TINY = 1e-150
_RIGHT = np.pi / 2


def arc_cusp(radius: Real, spacing: Real) -> Real:
    """Height between circles of `radius` set `spacing` apart, in the form that keeps its digits."""
    half = spacing / 2
    return half**2 / (radius + np.sqrt(np.maximum(radius**2 - half**2, 0.0)))


def _cotangent(angle: Real) -> Real:
    return np.cos(angle) / np.maximum(np.sin(angle), _TINY)


def _rise(radius: Real, angle: Real) -> Real:
    """Height at which the arc ends and the straight edge at `angle` to the feed begins."""
    return 2 * radius * np.sin(angle / 2) ** 2


def straight_from(radius: Real, steep: Real, shallow: Real) -> tuple[Real, Real]:
    """Spacings from which the first and the second straight edge take part in the profile."""
    first = 2 * radius * np.sin(shallow)
    second = radius * (np.sin(steep) + (1 - np.cos(shallow) * np.cos(steep)) / np.maximum(np.sin(shallow), _TINY))
    return first, second


def peak_on_one_edge(spacing: Real, radius: Real, shallow: Real) -> Real:
    """Height of the peak between an arc and a straight edge."""
    sine = np.sin(shallow)
    run = spacing * np.cos(shallow) - np.sqrt(np.maximum(spacing * sine * (2 * radius - spacing * sine), 0.0))
    return _rise(radius, shallow) + sine * run


def peak_on_two_edges(spacing: Real, radius: Real, steep: Real, shallow: Real) -> Real:
    """Height of the peak between two straight edges."""
    cut_off = radius * (np.tan(steep / 2) + np.tan(shallow / 2))
    return (spacing - cut_off) / (_cotangent(steep) + _cotangent(shallow))


def ordered(one: Real, other: Real) -> tuple[Real, Real]:
    """The steeper and the shallower of two edges; one that leans over leaves what an upright one does."""
    return np.minimum(np.maximum(one, other), _RIGHT), np.minimum(one, other)


def profile_height(spacing: Real, radius: Real, one: Real, other: Real) -> Real:
    """Height of the profile of an arc between straight edges at the angles `one` and `other` to the feed."""
    steep, shallow = ordered(one, other)
    first, second = straight_from(radius, steep, shallow)
    # the smallest spacing stands in where a case does not apply, so that nothing is divided by zero
    arcs = arc_cusp(np.maximum(radius, spacing / 2), spacing)
    with_one = peak_on_one_edge(spacing, radius, shallow)
    with_two = peak_on_two_edges(spacing, radius, steep, shallow)
    return np.where(spacing <= first, arcs, np.where(spacing <= second, with_one, with_two))[()]


def straight_edges(spacing: Real, radius: Real, one: Real, other: Real) -> Real:
    """How many of the two straight edges take part in the profile."""
    first, second = straight_from(radius, *ordered(one, other))
    return np.add(spacing > first, spacing > second, dtype=float)[()]


def _angle_less_sine(angle: Real) -> Real:
    """``angle - sin(angle)`` with all its digits, for angles from 0 to pi."""
    square = np.minimum(angle, 1.0) ** 2
    series = np.zeros_like(square)
    for n in range(19, 1, -2):
        series = (1 - series) * square / (n * (n - 1))
    return np.where(angle < 1, series * np.minimum(angle, 1.0), angle - np.sin(angle))


def _side(height: Real, radius: Real, angle: Real) -> tuple[Real, Real]:
    """Reach of one side of the edge up to `height`, and the area below it."""
    end = _rise(radius, angle)
    on_arc = np.minimum(height, end)
    turned = 2 * np.arcsin(np.sqrt(np.minimum(on_arc / np.maximum(2 * radius, _TINY), 1.0)))
    beyond = np.maximum(height - end, 0.0) * _cotangent(angle)
    reach = radius * np.sin(turned) + beyond
    below_arc = radius**2 * (_angle_less_sine(2 * turned) / 4 - _angle_less_sine(turned))
    return reach, below_arc + beyond * (height + end) / 2


def profile_ra(spacing: Real, radius: Real, one: Real, other: Real) -> Real:
    """Mean deviation of the profile from its mean line."""
    steep, shallow = ordered(one, other)
    height = profile_height(spacing, radius, one, other)
    mean = (_side(height, radius, steep)[1] + _side(height, radius, shallow)[1]) / spacing
    reach_one, below_one = _side(mean, radius, steep)
    reach_two, below_two = _side(mean, radius, shallow)
    return 2 * (mean * (reach_one + reach_two) - below_one - below_two) / spacing


def flat_height(spacing: Real, radius: Real, flat: Real, tilt: Real) -> Real:
    """Height of the profile of two arcs of `radius` joined by a flat that rises behind the lowest point."""
    run, lift = flat * np.cos(tilt), flat * np.sin(tilt)
    end = _rise(radius, tilt) + lift
    second = np.sqrt(np.maximum(end * (2 * radius - end), 0.0)) + radius * np.sin(tilt) + run
    arcs = arc_cusp(np.maximum(radius, spacing / 2), spacing)
    on_flat = peak_on_one_edge(spacing, radius, tilt)
    # past the flat two equal circles meet, their centres `across` and `lift` apart
    across = np.maximum(spacing - run, 0.0)
    apart = np.maximum(np.hypot(across, lift), _TINY)
    root = np.sqrt(np.maximum(radius**2 - apart**2 / 4, 0.0))
    past = lift / 2 + radius * lift**2 / (apart * (apart + across)) + apart * across / (4 * (radius + root))
    return np.where(spacing <= 2 * radius * np.sin(tilt), arcs, np.where(spacing <= second, on_flat, past))[()]

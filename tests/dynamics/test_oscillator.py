"""The single oscillator: against numerical integration of its motion, and limits."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from chipload.dynamics import (
    amplitude_decay,
    damped_frequency,
    dynamic_amplification,
    half_power_bandwidth,
    log_decrement,
    oscillator_frequency,
    oscillator_period,
    transmissibility,
    undamped_response,
)


def test_free_motion_integrated() -> None:
    """Time and height of two peaks one after the other give damped frequency and decrement."""
    mass, stiffness, ratio = 2.0, 800.0, 0.05
    natural = np.sqrt(stiffness / mass)
    course = solve_ivp(
        lambda _t, y: [y[1], -2 * ratio * natural * y[1] - natural**2 * y[0]], (0, 1.0), [0.0, 1.0],
        events=lambda _t, y: y[1], rtol=1e-11, atol=1e-13,
    )  # fmt: skip
    (first, _low, second), peaks = course.t_events[0][:3], course.y_events[0][:3, 0]
    frequency = oscillator_frequency.si(stiffness, mass)
    np.testing.assert_allclose(damped_frequency.si(frequency, ratio), 1 / (second - first), rtol=1e-7)
    np.testing.assert_allclose(log_decrement.si(ratio), np.log(peaks[0] / peaks[2]), rtol=1e-7)
    np.testing.assert_allclose(amplitude_decay.si(frequency, ratio, second - first), log_decrement.si(ratio), rtol=1e-7)


@given(st.floats(0.05, 5), st.floats(0.01, 0.9))
def test_harmonic_motion_by_complex_numbers(ratio: float, damping: float) -> None:
    response = 1 / (1 - ratio**2 + 2j * damping * ratio)
    np.testing.assert_allclose(dynamic_amplification.si(ratio, damping), abs(response), rtol=1e-12)
    np.testing.assert_allclose(
        transmissibility.si(ratio, damping), abs(response * (1 + 2j * damping * ratio)), rtol=1e-12
    )


@given(st.floats(0.001, 0.01))
def test_bandwidth_is_where_power_halves(damping: float) -> None:
    ends = np.linspace(0.95, 1.05, 200001)
    height = dynamic_amplification.si(ends, damping)
    wide = np.ptp(ends[height >= height.max() / np.sqrt(2)])
    np.testing.assert_allclose(half_power_bandwidth.si(1.0, damping), wide, rtol=2e-3)


@given(st.floats(1, 1e7), st.floats(1e-3, 1e3))
def test_period_is_one_over_frequency_and_a_slow_force_is_static(stiffness: float, mass: float) -> None:
    frequency = oscillator_frequency.si(stiffness, mass)
    np.testing.assert_allclose(oscillator_period.si(stiffness, mass) * frequency, 1, rtol=1e-12)
    np.testing.assert_allclose(undamped_response.si(10.0, stiffness, mass, frequency * 1e-6), 10 / stiffness, rtol=1e-9)

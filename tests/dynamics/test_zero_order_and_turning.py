"""Closed forms against published numbers, against each other, and against the map of one period."""

from __future__ import annotations

import time

import numpy as np
import pytest

from chipload import Quantity
from chipload.dynamics import (
    Material,
    MillingProcess,
    Mode,
    Structure,
    TipResponse,
    boring_bar,
    critical_depth,
    stable_width_at_any_speed,
    stack_modes,
    turning_limit,
    zero_order_limit,
)
from chipload.errors import InputError

TOOL = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
SLOT = MillingProcess(2, "0 deg", "180 deg", "600 MPa", "200 MPa")
SPEEDS = ["5000 rpm", "8000 rpm", "10000 rpm", "15000 rpm", "20000 rpm", "25000 rpm"]
# zero-order limits of the benchmark, mm
TABLE = {
    1.0: [0.370, 0.569, 0.307, 0.373, 1.557, 5.804],
    0.5: [0.922, 0.869, 3.018, 5.202, 0.794, 1.077],
    0.1: [1.438, 1.355, 4.707, 8.112, 1.238, 1.679],
}


def down(share: float) -> MillingProcess:
    return MillingProcess(2, f"{np.degrees(np.arccos(2 * share - 1)):.15g} deg", "180 deg", "600 MPa", "200 MPa")


@pytest.mark.parametrize("share", TABLE)
def test_zero_order_table(share: float) -> None:
    found = zero_order_limit(down(share), TOOL, SPEEDS)
    np.testing.assert_allclose(found.limit_depth.to("mm").m, TABLE[share], rtol=0.003)


def test_floor_of_the_benchmark() -> None:
    assert zero_order_limit(down(1.0), TOOL, "9000 rpm").lowest_depth.to("mm").m == pytest.approx(0.298, rel=0.002)


def test_two_equal_directions_in_a_slot_do_not_need_x_and_y_named() -> None:
    """Modes turned by 45 degrees are the same structure where both directions have one mode."""
    pair = Structure([Mode("600 Hz", 0.03, "5 N/um", direction=d) for d in ("x", "y")])
    turned = Structure([Mode("600 Hz", 0.03, "5 N/um", direction=d) for d in ("45 deg", "135 deg")])
    for method in (zero_order_limit, lambda *given: critical_depth(*given, "10 mm")):
        one, other = (method(down(0.5), tool, SPEEDS).limit_depth.m for tool in (pair, turned))
        np.testing.assert_allclose(one, other, rtol=1e-3)


def test_zero_order_with_many_teeth_in_cut_is_the_verdict() -> None:
    """With eight teeth in a slot four are always in cut, the factors hardly vary, and the mean is the whole truth."""
    tool = Structure(
        [Mode("600 Hz", 0.035, "5.6 N/um", direction="x"), Mode("660 Hz", 0.035, "5.715 N/um", direction="y")]
    )
    slot = MillingProcess(8, "0 deg", "180 deg", "600 MPa", "42 MPa")
    speeds = ["1500 rpm", "2500 rpm", "3500 rpm", "5000 rpm"]
    preview = zero_order_limit(slot, tool, speeds).limit_depth.m
    verdict = critical_depth(slot, tool, speeds, "6 mm").limit_depth.m
    np.testing.assert_allclose(preview, verdict, rtol=0.02)


def test_a_measured_response_stands_in_for_modes() -> None:
    tool = Structure([Mode("600 Hz", 0.035, "5.6 N/um", direction="x"), Mode("660 Hz", 0.03, "5 N/um", direction="y")])
    steps = Quantity(np.linspace(200, 1500, 2601), "Hz")
    measured = TipResponse(steps, tool.receptance(steps, "x"), tool.receptance(steps, "y"))
    for method in (lambda one: zero_order_limit(down(0.5), one, SPEEDS).limit_depth,
                   lambda one: turning_limit(one, "1000 MPa", SPEEDS).limit_width):  # fmt: skip
        np.testing.assert_allclose(method(tool).m, method(measured).m, rtol=0.005)


def test_only_positive_depths() -> None:
    speeds = Quantity(np.linspace(800, 40000, 3000), "rpm")
    tool = Structure([Mode("600 Hz", 0.035, "5.6 N/um", direction="x"), Mode("660 Hz", 0.03, "5 N/um", direction="y")])
    found = zero_order_limit(down(0.3), tool, speeds)
    assert (found.limit_depth.m > 0).all()
    assert found.limit_depth.m.min() >= found.lowest_depth.m * (1 - 1e-9)


def test_envelope_is_quick() -> None:
    speeds = Quantity(np.linspace(3000, 25000, 300), "rpm")
    times = []
    for _ in range(15):
        start = time.perf_counter()
        zero_order_limit(down(0.5), TOOL, speeds)
        times.append(time.perf_counter() - start)
    assert min(times) < 5e-3


def test_floor_of_turning_is_published() -> None:
    """Altintas, Manufacturing Automation, example of chapter 4: a mode at 30 degrees, 7.319 mm."""
    bar = Structure([Mode("250 Hz", 0.012, "226 N/um", direction="30 deg")])
    found = turning_limit(bar, "1000 MPa", ["1000 rpm", "4000 rpm"])
    assert found.lowest_width.to("mm").m == pytest.approx(7.319, rel=1e-3)
    assert (found.limit_width.m >= found.lowest_width.m).all()


def test_turning_lobes_solve_the_characteristic_equation() -> None:
    """1 + K b G (1 - exp(-i w tau)) is zero at the limit, at the speed and frequency given."""
    bar = Structure([Mode("250 Hz", 0.02, "20 N/um", direction="x"), Mode("420 Hz", 0.03, "40 N/um", direction="x")])
    speeds = Quantity(np.array([700.0, 1500.0, 3300.0, 6000.0]), "rpm")
    found = turning_limit(bar, "2000 MPa", speeds)
    response = bar.receptance(found.chatter_frequency, "x").to("m/N").m
    turn = 2 * np.pi * found.chatter_frequency.m * 60 / speeds.m
    left = 1 + 2000e6 * found.limit_width.to("m").m * response * (1 - np.exp(-1j * turn))
    np.testing.assert_allclose(np.abs(left), 0, atol=2e-2)


def test_estimated_modes_say_so_and_a_measured_response_does_not() -> None:
    """From the geometry of a bar to the limit of width, with what is not known of it."""
    bar = boring_bar("25 mm", "100 mm", Material("210 GPa", 0.3, "7.85 g/cm**3"))
    mode = stack_modes(bar, 1)[0]
    tool = Structure([mode.mode(0.02, "x")])
    speeds = ["1000 rpm", "2500 rpm"]
    found = turning_limit(tool, "2000 MPa", speeds)
    floor = stable_width_at_any_speed(mode.modal_stiffness, 0.02, "2000 MPa").m
    assert found.lowest_width.m == pytest.approx(floor, rel=1e-3)
    steps = Quantity(np.linspace(300, 3000, 2001), "Hz")
    measured = TipResponse(steps, tool.receptance(steps, "x"), 0)
    for method in (lambda one: turning_limit(one, "2000 MPa", speeds), lambda one: zero_order_limit(SLOT, one, speeds)):
        assert method(tool).confidence.startswith("low")
        assert method(measured).confidence == "as the modes"


def test_no_speed_has_no_limit() -> None:
    none = Quantity(np.array([]), "rpm")
    assert zero_order_limit(SLOT, TOOL, none).limit_depth.m.shape == (0,)
    found = turning_limit(TOOL, "1000 MPa", none)
    assert found.limit_width.m.shape == found.chatter_frequency.m.shape == (0,)
    assert found.lowest_width.m == pytest.approx(turning_limit(TOOL, "1000 MPa", "3000 rpm").lowest_width.m)


def test_a_force_that_pulls_into_the_cut_is_another_limit() -> None:
    """The thickness points out of the work: turned round, its limit is that of -G."""
    bar = Structure([Mode("250 Hz", 0.012, "226 N/um", direction="x")])
    right, wrong = (
        turning_limit(bar, "1000 MPa", "3000 rpm", thickness_angle=a).lowest_width.m for a in ("0 deg", "180 deg")
    )
    k, z = 226e6, 0.012
    assert right == pytest.approx(1e3 * 2 * k * z * (1 + z) / 1000e6, rel=1e-3)
    assert wrong == pytest.approx(1e3 * 2 * k * z * (1 - z) / 1000e6, rel=1e-3)


def test_uneven_teeth_are_refused() -> None:
    uneven = MillingProcess(2, "0 deg", "90 deg", "600 MPa", "200 MPa", pitch_angles=["170 deg", "190 deg"])
    with pytest.raises(InputError, match="pitch_angles"):
        zero_order_limit(uneven, TOOL, "5000 rpm")

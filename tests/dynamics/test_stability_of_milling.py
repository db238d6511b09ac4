"""Multipliers against the dense map, islands, uneven pitch, one thread, and input that cannot be."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload import Quantity
from chipload.dynamics import (
    MillingProcess,
    Mode,
    Structure,
    TipResponse,
    best_pockets,
    critical_depth,
    milling_stability,
    simulate_milling,
    stability_band,
    stability_diagram,
    stable_probability,
    turning_limit,
)
from chipload.dynamics.multipliers import dominant_multipliers
from chipload.dynamics.period_map import PeriodMap
from chipload.dynamics.step_mesh import steps_for
from chipload.errors import InputError

ONE = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
THREE = Structure(
    [Mode("922 Hz", 0.02, "1.34 N/um", direction="x"), Mode("700 Hz", 0.02, "3 N/um"), Mode("1300 Hz", 0.03, "4 N/um")]
)


def down(share: float, teeth: int = 2, **more: object) -> MillingProcess:
    entry = np.degrees(np.arccos(2 * share - 1))
    return MillingProcess(teeth, f"{entry:.15g} deg", "180 deg", "600 MPa", "200 MPa", **more)


@settings(max_examples=25, deadline=None)
@given(
    st.floats(0.05, 1.0), st.integers(1, 5), st.floats(4000, 24000), st.floats(0.05, 4.0), st.booleans(),
    st.sampled_from([ONE, THREE]),
)  # fmt: skip
def test_iteration_finds_what_the_dense_map_holds(
    share: float, teeth: int, rpm: float, depth: float, uneven: bool, tool: Structure
) -> None:
    more = {}
    if uneven and teeth > 1:
        shift = np.where(np.arange(teeth) % 2, 7.0, -7.0)
        shift[-1] -= shift.sum()
        more["pitch_angles"] = Quantity(360 / teeth + shift, "deg")
    cut = down(share, teeth, **more).numbers
    speed = np.array([rpm / 60])
    found = abs(dominant_multipliers(cut, tool.numbers, speed, depth * 1e-3)[0])
    steps = int(steps_for(cut, tool.numbers[:, 0].max(), speed)[0])
    dense = PeriodMap(cut, tool.numbers, speed, np.array([depth * 1e-3]), steps).matrix()
    right = np.abs(np.linalg.eigvals(dense)).max()
    assert abs(found - right) < 1e-5 + 0.05 * abs(right - 1)
    assert (found < 1) == (right < 1) or abs(right - 1) < 1e-5


def test_an_island_below_the_boundary_is_found() -> None:
    """At 18 200 rpm chatter between 0.87 and 1.2 mm lies below a boundary near 3.2 mm; nine depths step over it."""
    process, depths = down(0.1), Quantity(np.linspace(0, 12, 10)[1:], "mm")
    coarse = milling_stability(process, ONE, "18200 rpm", depths)
    assert coarse.stable.tolist() == [True, True] + [False] * 7
    inside = milling_stability(process, ONE, "18200 rpm", Quantity([0.8, 1.0, 1.4, 2.9, 3.5], "mm"))
    assert inside.stable.tolist() == [True, False, True, True, False]
    assert 0.8 < critical_depth(process, ONE, "18200 rpm", "12 mm").limit_depth.to("mm").m < 1.0


def test_flip_and_hopf_are_told_apart() -> None:
    flip = milling_stability(down(0.1), ONE, "10000 rpm", "2.6 mm")
    hopf = milling_stability(down(0.1), ONE, "20000 rpm", "1.5 mm")
    assert (flip.kind, hopf.kind) == ("flip", "hopf")
    assert flip.multiplier.imag == 0
    # a flip vibrates at an odd multiple of half the tooth frequency
    odd = flip.vibration_frequency.m / (10000 / 60 * 2 / 2)
    assert odd == pytest.approx(round(odd), abs=1e-9)
    assert round(odd) % 2 == 1
    assert 850 < hopf.vibration_frequency.m < 1000


def test_equal_pitches_by_hand_are_an_even_cutter() -> None:
    plain = milling_stability(down(0.4, 3), THREE, "9000 rpm", ["0.5 mm", "2 mm"])
    given = milling_stability(down(0.4, 3, pitch_angles=["120 deg"] * 3), THREE, "9000 rpm", ["0.5 mm", "2 mm"])
    np.testing.assert_allclose(given.multiplier, plain.multiplier, rtol=1e-12)


def test_nearly_even_teeth_are_nearly_an_even_cutter() -> None:
    """Over a turn the map of an even cutter is that of a tooth, applied for every tooth."""
    even = milling_stability(down(0.4, 3), ONE, "9000 rpm", ["0.5 mm", "1 mm", "2 mm"])
    nearly = down(0.4, 3, pitch_angles=["120.001 deg", "119.999 deg", "120 deg"])
    uneven = milling_stability(nearly, ONE, "9000 rpm", ["0.5 mm", "1 mm", "2 mm"])
    np.testing.assert_allclose(uneven.spectral_radius.m, even.spectral_radius.m**3, rtol=2e-3)


def test_uneven_teeth_raise_the_limit_they_are_made_for() -> None:
    """Budak's rule: a phase of half a wave between neighbours, 360/4 +- 11 degrees at 922 Hz and 4000 rpm."""
    tool, speed = Structure([Mode("922 Hz", 0.03, "20 N/um")]), "4000 rpm"
    waves = 922 * 60 / 4000
    step = 360 / waves / 2
    pitches = Quantity([90 - step / 2, 90 + step / 2] * 2, "deg")
    plain = critical_depth(down(0.5, 4), tool, speed, "30 mm").limit_depth
    tuned = critical_depth(down(0.5, 4, pitch_angles=pitches), tool, speed, "30 mm").limit_depth
    assert tuned > 1.5 * plain


def test_process_damping_raises_the_limit_at_low_speed_more() -> None:
    damped = down(0.5, process_damping="100 N/mm", diameter="10 mm")
    speeds = ["3000 rpm", "20000 rpm"]
    ratio = (
        critical_depth(damped, ONE, speeds, "12 mm").limit_depth
        / critical_depth(down(0.5), ONE, speeds, "12 mm").limit_depth
    ).m
    assert ratio[0] > ratio[1] > 1


def test_a_diagram_does_not_depend_on_its_neighbours_and_tells_its_progress() -> None:
    shares: list[float] = []
    speeds, depths = Quantity(np.linspace(6000, 20000, 12), "rpm"), Quantity(np.linspace(0.1, 3, 9), "mm")
    whole = stability_diagram(down(0.2), THREE, speeds, depths, progress=shares.append)
    part = stability_diagram(down(0.2), THREE, speeds[3:5], depths[2:], progress=None)
    np.testing.assert_allclose(part.multiplier, whole.multiplier[3:5, 2:], rtol=1e-9)
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert set(np.unique(whole.kind)) <= {"stable", "hopf", "flip", "fold"}


def test_one_thread_does_the_work() -> None:
    speeds, depths = Quantity(np.linspace(6000, 20000, 40), "rpm"), Quantity(np.linspace(0.1, 3, 40), "mm")
    wall, processor = time.perf_counter(), time.process_time()
    stability_diagram(down(0.5), THREE, speeds, depths)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    assert processor < 1.3 * wall


def test_an_estimated_mode_says_low_confidence() -> None:
    guess = Structure([Mode("922 Hz", 0.02, "1.3 N/um", estimated=True)])
    assert milling_stability(down(0.5), guess, "9000 rpm", "1 mm").confidence.startswith("low")
    assert milling_stability(down(0.5), ONE, "9000 rpm", "1 mm").confidence == "as the modes"


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: Mode("922 Hz", -0.01, "1 N/um"), "damping_ratio: -0.01 was given"),
        (lambda: Mode("922 Hz", 0, "1 N/um"), "damping_ratio"),
        (lambda: Mode("922 Hz", 0.01), "neither was given; give the modal stiffness or the modal mass"),
        (lambda: Mode("922 Hz", 0.01, "1 N/um", "1 kg"), "both were given"),
        (lambda: Mode("922 Hz", 0.01, "0 N/um"), "modal_stiffness"),
        (lambda: Mode("922 mm", 0.01, "1 N/um"), "natural_frequency"),
        (lambda: Mode("922 Hz", 0.01, "1 kg"), "modal_stiffness"),
        (lambda: Mode(float("nan"), 0.01, "1 N/um"), "natural_frequency"),
        (lambda: Structure([]), "one Mode at least"),
        (lambda: TipResponse(Quantity([1.0, np.nan, 3.0], "Hz"), 0, Quantity([1, 2, 3], "um/N")), "not a number"),
        (lambda: TipResponse(Quantity([1.0, 3.0, 2.0], "Hz"), 0, Quantity([1, 2, 3], "um/N")), "do not rise"),
        (lambda: TipResponse(Quantity([1.0, 2.0, 3.0], "Hz"), 0, Quantity([1j, 2j, 3j], "um/N")), "the mode is missed"),
        (lambda: TipResponse(Quantity([1.0, 2.0, 3.0], "Hz"), 0, Quantity([1, 2], "um/N")), "one for each"),
        (lambda: TipResponse(Quantity([1.0, 2.0, 3.0], "Hz"), 0, 0), "nothing moves"),
        (lambda: MillingProcess(2, "90 deg", "10 deg", "600 MPa", "200 MPa"), "entry_angle"),
        (lambda: down(0.5, 2, pitch_angles=["100 deg", "200 deg"]), "a turn has 360"),
        (lambda: down(0.5, process_damping="5 N/mm"), "diameter"),
        (lambda: milling_stability(down(0.5), ONE, "-5 rpm", "1 mm"), "spindle_speed"),
        (lambda: milling_stability(ONE, down(0.5), "5 rpm", "1 mm"), "milling_stability, process: give a MillingProc"),
        (lambda: critical_depth(down(0.5), ONE.modes[0], "5 rpm", "1 mm"), "critical_depth, structure: give a Struct"),
        (lambda: critical_depth(down(0.5), ONE, "5 rpm", ["1 mm", "2 mm"]), "max_depth: an array was given"),
        (lambda: stability_diagram(down(0.5), "tool", "5 rpm", "1 mm"), "stability_diagram, structure: give a"),
        (lambda: best_pockets(down(0.5), "tool", "5 rpm", "9 rpm", "1 mm"), "best_pockets, structure: give a Struct"),
        (lambda: best_pockets(down(0.5), ONE, ["5 rpm", "6 rpm"], "9 rpm", "1 mm"), "lowest_speed: an array was"),
        (lambda: stable_probability(down(0.5), ONE.modes[0], "5 rpm", "1 mm", coefficient_uncertainty=0.1),
         "stable_probability, structure: give a Structure"),
        (lambda: stable_probability(down(0.5), ONE, ["5 rpm", "6 rpm"], "1 mm", coefficient_uncertainty=0.1),
         "spindle_speed: an array was given"),
        (lambda: stability_band(down(0.5), "tool", "5 rpm", "1 mm", coefficient_uncertainty=0.1),
         "stability_band, structure: give a Structure"),
        (lambda: simulate_milling(down(0.5), ONE.modes[0], "5 rpm", "1 mm", "0.1 mm"),
         "simulate_milling, structure: give a Structure"),
        (lambda: turning_limit(ONE, ["1 GPa", "2 GPa"], "5 rpm"), "cutting_coefficient: an array was given"),
        (lambda: turning_limit(ONE, "1 GPa", "5 rpm", force_angle=["1 deg", "2 deg"]), "force_angle: an array was"),
        (lambda: Structure(["tool"]), "a str is no Mode; StackMode.mode makes one"),
        (lambda: TipResponse(["1 Hz", "2 Hz"], 0, Quantity([1, 2], "um/N")), "three frequencies at least"),
    ],
)  # fmt: skip
def test_input_that_cannot_be(call: object, says: str) -> None:
    with pytest.raises(InputError) as caught:
        call()
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)

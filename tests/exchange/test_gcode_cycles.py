"""Canned cycles: feed, rapids, levels and repeats by hand, in millimetres."""

import pytest

from chipload.exchange.gcode.dialects import dialect
from chipload.exchange.gcode.running import Run

START = "G21 G90 G94 G17\nT1 M6\nS1000 M3\nG0 X0. Y0. Z50.\n"
MM = pytest.approx


def read(text, control="fanuc"):
    run = Run(dialect(control))
    run.read(START.splitlines())
    run.tally.rapid_travel, run.tally.unknown_rapids = 0.0, 0
    tally = run.read(text.splitlines())
    return run.state, tally


def sums(tally):
    return tally.tools[1].length * 1e3, tally.rapid_travel * 1e3


def test_drilling_back_to_the_start_level():
    state, tally = read("G98 G81 X10. Y5. Z-20. R2. F100\nX30.\nG80")
    # feed 22 twice; rapids: 10 across, 48 down, 22 + 48 up, 20 across, 48 down, 70 up
    assert sums(tally) == MM((44, 10 + 48 + 70 + 20 + 48 + 70))
    assert state.position["Z"] * 1e3 == MM(50)
    assert tally.tools[1].time == MM(44 / 100 * 60)


def test_drilling_back_to_the_retract_plane():
    state, tally = read("G99 G81 X10. Y5. Z-20. R2. F100\nX30.\nG80")
    assert sums(tally) == MM((44, 10 + 48 + 22 + 20 + 0 + 22))
    assert state.position["Z"] * 1e3 == MM(2)


def test_pecks():
    _, tally = read("G98 G83 X0. Y0. Z-10. R2. Q5. F100")
    # pecks to 5, 10, 12: out and in 5, out and in 10, out 12, and 48 down and up
    assert sums(tally) == MM((12, 2 * 5 + 2 * 10 + 12 + 48 + 48))
    _, tally = read("G98 G73 X0. Y0. Z-10. R2. Q5. F100")
    assert sums(tally) == MM((12, 12 + 48 + 48))


def test_a_peck_without_a_depth_is_told():
    _, tally = read("G98 G83 X0. Y0. Z-10. R2. F100")
    assert "cycles G83 without a depth or a peck that fit" in tally.notes
    assert tally.tools[1].unknown_moves == 1


def test_dwell_at_the_bottom():
    _, tally = read("G98 G82 X0. Y0. Z-10. R2. P500 F100\nX5.\nG80")
    assert tally.dwell == MM(1.0)


def test_tapping_feeds_in_and_out():
    _, tally = read("G98 G84 X0. Y0. Z-10. R5. F1250")
    assert sums(tally) == MM((30, 90))
    assert tally.tools[1].span("feed_per_rev", "tap").high * 1e3 == MM(1.25)
    assert tally.tools[1].depth * 1e3 == MM(15)


def test_levels_of_an_incremental_cycle_and_its_repeats():
    # R is 48 below the start, Z 22 below R, and each of three holes lies 10 further
    state, tally = read("G91 G99 G81 X10. Z-22. R-48. K3 F100\nG80 G90")
    assert sums(tally)[0] == MM(66)
    assert sums(tally)[1] == MM(30 + 48 + 3 * 22)
    assert (state.position["X"] * 1e3, state.position["Z"] * 1e3) == MM((30, 2))


def test_levels_and_feed_are_kept_until_g80():
    _, tally = read("G99 G81 X10. Z-20. R2. F100\nX20. Z-30.\nX30.\nG80\nX40.\n")
    assert sums(tally)[0] == MM(22 + 32 + 32)
    assert tally.notes["moves whose kind (G0, G1, ...) is not known"].line == 5


def test_no_hole_for_no_repeats_and_for_blocks_without_axes():
    _, tally = read("G99 G81 X10. Z-20. R2. K0 F100\nF200\nX20.\nG80")
    assert sums(tally)[0] == MM(22)


def test_one_cycle_after_another_keeps_the_start_level():
    state, tally = read("G99 G81 X10. Z-20. R2. F100\nG98 G82 X20. Z-20. R2. F100\nG80")
    assert state.position["Z"] * 1e3 == MM(50)
    assert sums(tally)[0] == MM(44)


def test_a_cycle_in_another_plane_is_told():
    _, tally = read("G18 G81 X10. Z-20. R2. F100\nG17")
    assert "the cycle G81 in this dialect or plane" in tally.notes


def test_a_level_that_is_a_variable_is_told():
    _, tally = read("G99 G81 X10. Z#5 R2. F100\nG80")
    assert "cycles whose depth is not known" in tally.notes
    assert tally.tools[1].unknown_moves == 1

"""What a program has set so far: each trap of a modal language is a test."""

import math

import pytest

from chipload.exchange.gcode.dialects import dialect
from chipload.exchange.gcode.running import Run

IPM = 0.0254 / 60
MM_MIN = 0.001 / 60


def read(text, control="linuxcnc", unit=None):
    """A program read; its tally, with the state at the end as `state`."""
    run = Run(dialect(control), unit)
    tally = run.read(text.splitlines())
    return run.state, tally


def use(tally, tool=1):
    return tally.tools[tool]


def feeds(tally, tool=1, kind="side"):
    span = use(tally, tool).span("feed_rate", kind)
    return span.low, span.high


START = "G21 G90 G94 G17\nT1 M6\nS3000 M3\nG0 X0 Y0 Z0\n"


def test_a_feed_before_the_unit_on_one_line_has_the_unit_of_the_line():
    _, tally = read(START.replace("G21 ", "") + "G1 X1 F10 G20\n")
    assert feeds(tally) == pytest.approx((10 * IPM,) * 2)


def test_a_speed_and_feed_behind_the_move_on_one_line_hold_for_the_move():
    _, tally = read(START + "X10 G1 F600 S6000\n")
    span = use(tally).span("spindle_speed", "side")
    assert (span.low, *feeds(tally)) == pytest.approx((100.0, 600 * MM_MIN, 600 * MM_MIN))


def test_lengths_follow_a_switch_of_units_and_the_place_stays():
    _, tally = read(START + "G1 X25.4 F600\nG20\nF20\nX2\n")
    assert use(tally).length == pytest.approx(0.0508)
    assert use(tally).time == pytest.approx(25.4 / 600 * 60 + 1 / 20 * 60)


def test_a_feed_does_not_outlive_its_unit():
    _, tally = read(START + "G1 X10 F600\nG20\nX2\n")
    flag = tally.flags["feed-inherited", 1]
    assert (flag.line, flag.detail) == (7, "the unit changed")
    assert use(tally).unknown_moves == 1


def test_a_feed_does_not_outlive_its_mode():
    _, tally = read(START + "G1 X10 F600\nG95\nX20\n")
    assert tally.flags["feed-inherited", 1].detail == "the feed mode changed"


def test_a_feed_is_inherited_over_a_tool_change():
    _, tally = read(START + "G1 X10 F600\nT2 M6\nS2000 M3\nG1 X20\nX30\nT3 M6\nS900 M3\nG1 X1 F50\n")
    flag = tally.flags["feed-inherited", 2]
    assert (flag.line, flag.count) == (8, 2)
    assert ("feed-inherited", 3) not in tally.flags
    assert not any(rule == "speed-inherited" for rule, _ in tally.flags)


def test_a_speed_is_inherited_over_a_tool_change():
    _, tally = read(START + "G1 X10 F600\nT2 M6\nM3\nG1 X20 F200\n")
    assert tally.flags["speed-inherited", 2].line == 8


def test_a_feed_given_before_the_first_tool_is_not_inherited():
    _, tally = read("G21 F600\nT1 M6\nS3000 M3\nG0 X0 Y0 Z0\nG1 X10\n")
    assert not tally.flags


def test_a_change_to_the_tool_in_the_spindle_is_no_change():
    _, tally = read(START + "G1 X10 F600\nT1 M6\nM3\nG1 X20\n")
    assert not tally.flags
    assert tally.tool_changes == 1


def test_a_change_stops_the_spindle():
    _, tally = read(START + "G1 X10 F600\nT2 M6\nS2000\nG1 X20 F500\n")
    assert tally.flags["spindle-off", 2].line == 8


def test_a_tool_waits_for_its_change():
    state, tally = read(START + "G1 X10 F600\nT7\nX20\n")
    assert (state.tool, state.selected) == (1, 7)
    assert list(tally.tools) == [1]


def test_a_tool_that_is_never_changed_to_is_told():
    _, tally = read("G21\nT4\nS1000 M3\nG0 X0 Y0 Z0\nG1 X5 F100\n")
    assert tally.flags["tool-not-changed", 4].line == 5


def test_without_blanks_and_in_lower_case():
    _, tally = read("g21g90g94g17\nt1m6\ns3000m3\ng0x0y0z0\ng1x10f900\n")
    assert feeds(tally) == pytest.approx((900 * MM_MIN,) * 2)
    assert use(tally).length == pytest.approx(0.010)


def test_increments():
    state, tally = read(START + "G1 X10 F600\nG91 X5 Y-3\nX5\nG90 X0\n")
    assert use(tally).length == pytest.approx(0.010 + math.hypot(0.005, 0.003) + 0.005 + 0.020)
    assert (state.position["X"], state.position["Y"]) == pytest.approx((0.0, -0.003))


def test_an_arc_in_increments():
    _, tally = read(START + "G1 X10 F600\nG91\nG3 X-10 Y10 I-10 J0\n")
    assert use(tally).length == pytest.approx(0.010 + math.pi / 2 * 0.010)


def test_a_full_circle_has_no_end():
    _, tally = read(START + "G1 X10 F600\nG2 I-10\n")
    assert use(tally).length == pytest.approx(0.010 + 2 * math.pi * 0.010)


def test_turns_of_a_circle():
    _, tally = read(START + "G1 X10 F600\nG2 I-10 P3\n")
    assert use(tally).length == pytest.approx(0.010 + 3 * 2 * math.pi * 0.010)


@pytest.mark.parametrize(("radius", "share"), [("R10", 0.25), ("R-10", 0.75)])
def test_an_arc_by_its_radius(radius, share):
    _, tally = read(START + f"G1 X10 F600\nG3 X0 Y10 {radius}\n")
    assert use(tally).length == pytest.approx(0.010 + share * 2 * math.pi * 0.010)


def test_a_helix():
    _, tally = read(START + "G1 X10 F600\nG3 X-10 Y0 Z-4 I-10 J0\n")
    assert use(tally).length == pytest.approx(0.010 + math.hypot(math.pi * 0.010, 0.004))


def test_an_arc_with_absolute_centre():
    _, tally = read(START + "G1 X10 F600\nG90.1\nG3 X0 Y10 I0 J0\nG91.1\nG2 X10 Y0 I0 J-10\n")
    assert use(tally).length == pytest.approx(0.010 + math.pi / 2 * 0.010 * 2)


@pytest.mark.parametrize(
    ("plane", "arc"), [("G18", "G2 X0 Z10 I-10 K0"), ("G18", "G3 X0 Z-10 I-10 K0"), ("G17", "G3 X0 Y10 I-10 J0")]
)
def test_a_quarter_in_another_plane(plane, arc):
    # from X to Z is against the clock about +Y, as Z to X is with it
    _, tally = read(START + f"G1 X10 F600\n{plane} {arc}\n")
    assert use(tally).length == pytest.approx(0.010 + math.pi / 2 * 0.010)


def test_an_arc_whose_centre_does_not_fit_is_not_measured():
    _, tally = read(START + "G1 X10 F600\nG3 X0 Y11 I-10 J0\nG1 X1\n")
    assert "arcs whose centre or radius does not fit their ends" in tally.notes
    assert use(tally).unknown_moves == 1
    assert use(tally).length == pytest.approx(0.011)


def test_inverse_time():
    # 10 mm at 20 a minute: 3 s, and so 200 mm/min
    _, tally = read(START + "G93\nG1 X10 F20\nX15 F20\n")
    assert use(tally).time == pytest.approx(6.0)
    assert feeds(tally) == pytest.approx((100 * MM_MIN, 200 * MM_MIN))


def test_feed_per_revolution():
    _, tally = read(START + "G95\nG1 X10 F0.2\n")
    assert feeds(tally) == pytest.approx((0.2 * 3000 * MM_MIN,) * 2)
    assert use(tally).time == pytest.approx(10 / 600 * 60)


@pytest.mark.parametrize("end", ["G41 D1", "G42"])
def test_cutter_compensation_is_told(end):
    _, tally = read(START + f"{end} G1 X10 F600\nX20\nG40\n")
    assert "cutter compensation" in tally.notes
    assert use(tally).length == pytest.approx(0.020)


def test_the_spindle_stands_still():
    _, tally = read("G21\nT1 M6\nS3000\nG0 X0 Y0 Z0\nG1 X10 F600\nX20\nM3 X30\nM5\nX40\n")
    flag = tally.flags["spindle-off", 1]
    assert (flag.line, flag.last, flag.count) == (5, 9, 3)


@pytest.mark.parametrize(("control", "flagged"), [("linuxcnc", True), ("fanuc", False)])
def test_whether_the_spindle_stops_before_the_move_of_its_block(control, flagged):
    _, tally = read("G21\nT1 M6\nS3000 M3\nG0 X0. Y0. Z0.\nG1 X10. F600. M5\n", control)
    assert (("spindle-off", 1) in tally.flags) is flagged


def test_a_spindle_without_speed_and_a_cut_without_feed():
    _, tally = read("G21\nT1 M6\nM3\nG0 X0 Y0 Z0\nG1 X10\n")
    assert tally.flags["no-feed", 1].line == 5
    _, tally = read("G21\nT1 M6\nM3\nG0 X0 Y0 Z0\nG1 X10 F100\n")
    assert tally.flags["no-speed", 1].line == 5


def test_a_plunge_at_the_feed_of_the_cut():
    _, tally = read(START + "G1 Z-2 F600\nX10\nX20\n")
    assert tally.flags["plunge-feed", 1].line == 5
    _, tally = read(START + "G1 Z-2 F200\nX10 F600\n")
    assert ("plunge-feed", 1) not in tally.flags
    _, tally = read(START + "G1 Z-2 F600\nG0 Z5\nG1 X10\n")
    assert ("plunge-feed", 1) not in tally.flags


def test_what_calls_may_change_is_not_known_behind_them():
    _, tally = read(START + "G1 X10 F600\nM98 P1000\nX20\nG1 X30\nG1 X40 F100 S500 M3\n")
    assert not tally.flags
    assert "calls of subprograms and cycles" in tally.notes
    assert use(tally).length == pytest.approx(0.020)
    assert feeds(tally) == pytest.approx((100 * MM_MIN, 600 * MM_MIN))


def test_a_variable_leaves_its_word_unknown_and_no_other():
    _, tally = read(START + "#1=5\nG1 X10 F#1\nX20\nF300 X30\nX#1\nY5\nX40\nX50\n")
    assert "variables" in tally.notes
    assert not tally.flags
    assert use(tally).length == pytest.approx(0.010 + 0.005 + 0.010)


def test_the_body_of_a_subprogram_is_not_read():
    _, tally = read(START + "o100 sub\nG1 X999 F1\no100 endsub\nG1 X10 F600\n")
    assert feeds(tally) == pytest.approx((600 * MM_MIN,) * 2)
    assert "O-words: subprograms, branches and loops" in tally.notes


@pytest.mark.parametrize("end", ["M30", "M2", "%"])
def test_nothing_is_read_behind_the_end(end):
    _, tally = read(f"%\n{START}G1 X10 F600\n{end}\nO200\nG1 X999 F1\nM99\n")
    assert use(tally).length == pytest.approx(0.010)
    assert tally.notes["what follows the end of the program, such as subprograms"].count == 3


def test_a_unit_that_is_not_given_is_not_guessed():
    _, tally = read(START.replace("G21 ", "") + "G1 X10 F600\n")
    assert "lengths and feeds before the unit is given (G20 or G21)" in tally.notes
    assert use(tally).length == 0
    _, tally = read(START.replace("G21 ", "") + "G1 X10 F600\n", unit=0.0254)
    assert use(tally).length == pytest.approx(0.254)


@pytest.mark.parametrize("code", ["G28 Z0", "G53 G0 Z0", "G54", "G10 L2 P1 X5"])
def test_the_place_is_not_known_behind_positions_of_the_machine_and_offsets(code):
    _, tally = read(START + f"G1 X10 F600\n{code}\nG1 X20 Y5 Z-1\nX30\n")
    assert use(tally).unknown_moves == 1
    assert use(tally).length == pytest.approx(0.020)


def test_the_zero_is_set():
    _, tally = read(START + "G1 X10 F600\nG92 X0\nG1 X5\n")
    assert use(tally).length == pytest.approx(0.015)


def test_a_dwell_is_no_move():
    state, tally = read(START + "G4 P2.5\nG1 X10 F600\nG4 P1\n")
    assert tally.dwell == pytest.approx(3.5)
    assert state.position["X"] == pytest.approx(0.010)


def test_a_slash_is_read_and_told():
    _, tally = read(START + "/G1 X10 F600\n")
    assert use(tally).length == pytest.approx(0.010)
    assert any("slash" in reason for reason in tally.notes)


def test_a_rotary_axis_is_not_measured():
    _, tally = read(START + "G1 X10 F600\nX20 A90\nX30\n")
    assert use(tally).unknown_moves == 1
    assert use(tally).length == pytest.approx(0.020)
    assert "moves of rotary and further axes" in tally.notes


@pytest.mark.parametrize("code", ["G16", "G68 X0 Y0 R30", "G51 X0 Y0 P2"])
def test_bent_coordinates_are_not_measured(code):
    _, tally = read(START + f"G1 X10. F600.\n{code}\nG1 X20.\n", "haas", 0.001)
    assert use(tally).length == pytest.approx(0.010)
    assert use(tally).unknown_moves == 1


def test_an_unknown_code_with_axes_moves_nothing():
    _, tally = read(START + "G1 X10 F600\nG5 X20 Y20 I0 J3 P0 Q-3\nX30\nG1 X40 Y40 Z0\nX50\n")
    assert "code G5" in tally.notes
    assert use(tally).length == pytest.approx(0.020)


def test_runs_of_plain_moves_are_what_single_moves_are():
    """The quick reading of plain lines gives what the full one gives, which odd spacing forces."""
    lines = [
        "G1 X5 Y2 F700",
        "X7",
        "Y9 Z-1",
        "G0 X1 Y1",
        "X20",
        "G1 X3",
        "G2 X5 Y5 I2 J0",
        "G3 X9 Y5 I2 J0 Z-3",
        "X20 Y5 I2",
    ]
    quick = read(START + "\n".join(lines))[1]
    slow = read(START + "\n".join(line.replace("X", "X + ").replace("G", "G 0") for line in lines))[1]
    assert use(quick).length == pytest.approx(use(slow).length)
    assert use(quick).time == pytest.approx(use(slow).time)
    assert quick.rapid_travel == pytest.approx(slow.rapid_travel)
    assert quick.notes.keys() == slow.notes.keys()
    assert feeds(quick) == pytest.approx(feeds(slow))

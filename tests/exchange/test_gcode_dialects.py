"""What controls read differently, and what is left unread where the control is not named."""

import math

import pytest

from chipload.errors import UnknownNameError
from chipload.exchange.gcode.dialects import DIALECTS, dialect
from chipload.exchange.gcode.running import Run

MM_MIN = 0.001 / 60
START = "G21 G90 G94 G17\nT1 M6\nS3000 M3\nG0 X0. Y0. Z0.\n"
POINT = "numbers without a decimal point, which this dialect reads by a setting of the control"


def read(text, control=None, unit=None):
    run = Run(dialect(control), unit)
    tally = run.read(text.splitlines())
    return run.state, tally


def test_names():
    assert dialect(None).name == "common"
    assert dialect(" Fanuc ").name == "fanuc"
    with pytest.raises(UnknownNameError, match="'heidenhain' is not known; choose from common, fanuc"):
        dialect("heidenhain")


@pytest.mark.parametrize(("control", "known"), [("fanuc", False), ("haas", False), (None, False), ("linuxcnc", True)])
def test_a_length_without_a_point_is_told_not_guessed(control, known):
    _, tally = read(START + "G1 X100 F600.\n", control)
    assert (POINT not in tally.notes) is known
    assert tally.tools[1].length == pytest.approx(0.100 if known else 0.0)


@pytest.mark.parametrize(
    ("control", "unit", "known"),
    [("fanuc", 21, True), ("fanuc", 20, False), ("haas", 21, False), (None, 21, False), ("grbl", 20, True)],
)
def test_a_feed_without_a_point(control, unit, known):
    text = START.replace("G21", f"G{unit}").replace("M6", "M6" if control != "grbl" else "")
    _, tally = read(text + "G1 X1. F600\n", control)
    assert (POINT not in tally.notes) is known
    assert (tally.tools[1].time > 0) is known
    assert not tally.flags


def test_zero_needs_no_point():
    _, tally = read("G21 G90\nT1 M6\nS3000 M3\nG0 X0 Y0 Z0\nG1 X10. F600.\n", "fanuc")
    assert not tally.notes


@pytest.mark.parametrize(
    ("control", "word", "seconds"),
    [
        ("fanuc", "P1500", 1.5), ("fanuc", "X1.5", 1.5), ("haas", "P1.5", 1.5), ("linuxcnc", "P1500", 1500),
        ("grbl", "P2", 2), (None, "P1.5", 1.5), ("siemens", "F1.5", 1.5), ("siemens", "S100", 2.0),
    ],
)  # fmt: skip
def test_dwells(control, word, seconds):
    _, tally = read(f"S3000 M3\nG4 {word}\n", control)
    assert tally.dwell == pytest.approx(seconds)


def test_a_dwell_that_dialects_read_differently_is_told():
    _, tally = read("S3000 M3\nG4 P1500\n")
    assert tally.unknown_dwells == 1
    assert "dwells without a decimal point, which dialects read as seconds or milliseconds" in tally.notes


def test_grbl_begins_in_mm_and_takes_a_tool_at_once():
    state, tally = read("S10000 M3\nT3\nG0 X0 Y0 Z0\nG1X10F900\n", "grbl")
    assert state.tool == 3
    assert tally.tools[3].length == pytest.approx(0.010)


def test_grbl_has_no_cycles():
    _, tally = read("S10000 M3\nG0 X0 Y0 Z5\nG81 X1 Y1 Z-5 R1 F100\nX20\nG1 X1 F100\n", "grbl")
    assert tally.notes["the cycle G81 in this dialect or plane"].count == 1
    assert tally.notes["moves whose kind (G0, G1, ...) is not known"].count == 1


def test_siemens_units():
    _, tally = read(
        "G710 G90 G17 G94\nT1 M6\nS3000 M3\nG0 X0 Y0 Z0\nG1 X10 F600 ; (rough)\nG2 X10 Y20 CR=10\n", "siemens"
    )
    assert tally.tools[1].length == pytest.approx(0.010 + math.pi * 0.010)
    assert tally.tools[1].time == pytest.approx(tally.tools[1].length / 0.010)
    _, tally = read("G71 G90 G17 G94\nT1 M6\nS3000 M3\nG0 X0 Y0 Z0\nG1 X10 F600\n", "siemens")
    assert "feeds under G70 or G71, which leave the feed in the unit of the machine" in tally.notes
    assert tally.tools[1].time == 0


def test_a_cycle_of_siemens_is_a_call():
    _, tally = read('G710\nT1 M6\nS3000 M3\nMSG("drill")\nMCALL CYCLE81(5,0,2,-10)\nX10 Y10\n', "siemens")
    assert tally.notes["calls of subprograms and cycles"].count == 1


def test_a_lathe_of_fanuc():
    text = (
        "G21 G18\nG50 S2000\nT0101\nG96 S200 M3\nG0 X60. Z2.\nG99 G1 Z-30. F0.2\nX80.\nU4. W-2.\nG97 S500\nT0202\n"
        "G98 G1 X100. Z0. F100.\n"
    )
    state, tally = read(text, "fanuc-lathe")
    assert list(tally.tools) == [1, 2]
    speeds = tally.tools[1].span("spindle_speed", "turn")
    across = tally.tools[1].span("cutting_speed", "turn")
    # 200 m/min on 60 mm is 1061 rpm, on 84 mm 758
    assert speeds.high * 60 == pytest.approx(200 / (math.pi * 0.060))
    assert speeds.low * 60 == pytest.approx(200 / (math.pi * 0.084))
    assert (across.low, across.high) == pytest.approx((200 / 60, 200 / 60))
    # 32 mm at 60 mm; 10 mm on the radius from 60 to 80; 2 mm by 2 mm at 82 in the mean; each at 0.2 mm a turn
    turns = [(32, 60), (10, 70), (math.hypot(2, 2), 82)]
    seconds = sum(way / 0.2 * math.pi * mean / 200e3 * 60 for way, mean in turns)
    assert tally.tools[1].time == pytest.approx(seconds)
    assert state.plane == 18


def test_the_cap_holds_the_spindle_at_the_centre():
    _, tally = read("G21\nG50 S2000\nT0101\nG96 S200 M3\nG0 X60. Z0.\nG99 G1 X0. F0.2\n", "fanuc-lathe")
    speeds = tally.tools[1].span("spindle_speed", "turn")
    assert speeds.high == pytest.approx(2000 / 60)
    assert ("no-cap", 1) not in tally.flags
    _, tally = read("G21\nT0101\nG96 S200 M3\nG0 X60. Z0.\nG99 G1 X0. F0.2\n", "fanuc-lathe")
    assert ("no-cap", 1) in tally.flags


def test_a_cap_of_zero_is_none():
    _, tally = read("G21\nG50 S0\nT0101\nG96 S200 M3\nG0 X60. Z0.\nG99 G1 X0. F0.2\n", "fanuc-lathe")
    assert ("no-cap", 1) in tally.flags


def test_a_hole_at_constant_cutting_speed_has_no_known_speed():
    _, tally = read(START.replace("Z0.", "Z5.") + "G96 S100 D3000\nG95 G81 X10 Y0 Z-5 R2 F0.1\n", "linuxcnc")
    assert tally.tools[1].time == 0
    assert tally.tools[1].unknown_moves == 1


def test_cycles_of_a_lathe_are_told():
    text = "G21\nT0101\nG97 S500 M3\nG0 X50. Z2.\nG99 F0.2\nG90 X48. Z-20.\nX46.\nG76 P010060 Q100 R0.05\nG1 Z5.\n"
    _, tally = read(text, "fanuc-lathe")
    assert "code G90" in tally.notes
    assert tally.tools[1].length == 0


def test_a_lathe_of_linuxcnc_has_its_cap_as_d():
    state, tally = read("G21 G18 G90\nT1 M6\nG96 D2500 S100 M3\nG0 X20 Z0\nG95 G1 Z-10 F0.1\n", "linuxcnc")
    assert state.cap == pytest.approx(2500 / 60)
    assert tally.tools[1].span("spindle_speed", "turn").high * 60 == pytest.approx(100 / (math.pi * 0.040))


def test_g96_in_inches_is_feet():
    state, _ = read("G20\nG96 S400\n", "fanuc-lathe")
    assert state.speed == pytest.approx(400 * 0.3048 / 60)


def test_a_rigid_tap_of_linuxcnc():
    _, tally = read(START.replace("Z0.", "Z5.") + "G33.1 Z-10 K1.25\n", "linuxcnc")
    use = tally.tools[1]
    assert use.span("feed_per_rev", "tap").high == pytest.approx(0.00125)
    assert use.time == pytest.approx(2 * 15 / 1.25 / 3000 * 60)


@pytest.mark.parametrize(
    ("start", "known"),
    [("G21 G18 G99", False), ("G21 G99", False), ("G21 G17 G98", True), ("G21 G94 G99", True), ("G21\nG17\nG98", True)],
)
def test_g99_may_be_the_feed_of_a_lathe(start, known):
    _, tally = read(f"{start}\nT1 M6\nS500 M3\nG0 X0. Y0. Z0.\nG1 X10. F0.2\n")
    assert (tally.tools[1].time > 0) is known
    assert not tally.flags


def test_every_dialect_reads_its_own_start():
    for name in DIALECTS:
        _, tally = read("G0 X0. Y0.\nM30\n", name)
        assert tally.blocks == 2

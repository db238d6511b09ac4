"""Programs of each dialect against tools, materials and machines."""

import math
from pathlib import Path

import pytest

import chipload as cl
from chipload import cutting
from chipload.errors import InputError, UnknownNameError
from chipload.exchange.gcode import RULES, check_program

PROGRAMS = Path(__file__).parent / "gcode_programs"
MILL = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
SMALL = cl.EndMill(diameter="3.175 mm", teeth=2, stickout="15 mm", flute_length="12 mm")
DRILL = cl.Drill(diameter="8.5 mm", stickout="80 mm", flute_length="70 mm", material="hss")
TAP = cl.Tap(thread="M10x1.5", kind="spiral flute")
TOOLS = {1: MILL, 2: DRILL, 3: TAP}
START = "G21 G90 G94 G17\nT1 M6\nS3000 M3\nG0 X0. Y0. Z5.\n"


def program(name):
    return (PROGRAMS / name).read_text(encoding="utf-8")


def rules(found):
    return [(one.rule, one.tool, one.line) for one in found.findings]


def span(found, name, tool=1):
    (report,) = [one for one in found.tools if one.number == tool]
    (one,) = [one for one in report.spans if one.name == name]
    return one


def test_a_plate_on_fanuc():
    found = check_program(program("plate_fanuc.nc"), TOOLS, material="4140", machine="haas-vf2", dialect="fanuc")
    assert [tool.number for tool in found.tools] == [1, 2, 3]
    assert rules(found) == []
    assert found.tool_changes == 3
    # 4 + 110 + half a circle of 10 + 110, then two holes of 27, then two threads of 23 in and out
    assert [tool.cut_length * 1e3 for tool in found.tools] == pytest.approx([4 + 220 + math.pi * 10, 54, 92])
    mill, drill, tap = found.tools
    assert mill.cut_time == pytest.approx((4 / 200 + (220 + math.pi * 10) / 500) * 60)
    assert drill.cut_time == pytest.approx(54 / 45 * 60)
    assert tap.cut_time == pytest.approx(92 / 375 * 60)
    assert (span(found, "spindle_speed").low_line, span(found, "feed_rate").high_line) == (14, 15)


def test_chip_load_and_cutting_speed_are_those_of_the_formulas():
    found = check_program(program("plate_fanuc.nc"), TOOLS, material="4140", dialect="fanuc")
    assert span(found, "feed_per_tooth").high == pytest.approx(
        cutting.feed_per_tooth("500 mm/min", 4, "2500 rpm").m / 1e3
    )
    assert span(found, "cutting_speed").high * 60 == pytest.approx(cutting.cutting_speed("2500 rpm", "10 mm").m)
    assert span(found, "feed_per_rev", 2).high * 1e3 == pytest.approx(45 / 300)
    assert span(found, "feed_per_rev", 3).high * 1e3 == pytest.approx(1.5)


def test_a_shaft_on_a_lathe():
    tool = cl.TurningTool(material="coated carbide", nose_radius="0.8 mm")
    found = check_program(program("shaft_fanuc_lathe.nc"), {1: tool}, material="4140", dialect="fanuc-lathe")
    speeds = span(found, "spindle_speed")
    assert speeds.high * 60 == pytest.approx(2500)
    assert speeds.low * 60 == pytest.approx(180 / (math.pi * 0.052))
    assert span(found, "feed_per_rev").low * 1e3 == pytest.approx(0.2)
    assert span(found, "feed_per_rev").high * 1e3 == pytest.approx(0.3)
    assert span(found, "cutting_speed").high * 60 == pytest.approx(180)
    assert rules(found) == []


def test_a_pocket_on_linuxcnc():
    found = check_program(program("pocket_linuxcnc.ngc"), {1: SMALL}, material="6061-T6", dialect="linuxcnc")
    helix = math.hypot(math.pi * 10, 2)
    # the move by a variable is of no known length
    assert found.tools[0].cut_length * 1e3 == pytest.approx(5 + helix + math.pi * 10 + 10 + 10 + 10)
    assert found.dwell_time == pytest.approx(0.5)
    reasons = {str(one.reason) for one in found.not_evaluated}
    assert {"variables", "O-words: subprograms, branches and loops"} <= reasons
    assert found.tools[0].unknown_moves == 1


def test_a_sign_on_grbl():
    found = check_program(program("sign_grbl.nc"), {1: SMALL}, material="6061-T6", dialect="grbl")
    assert found.tools[0].cut_length * 1e3 == pytest.approx(4 + 200)
    assert span(found, "feed_per_tooth").high * 1e3 == pytest.approx(900 / 10000 / 2)
    assert not any(one.rule in ("tool-unknown", "tool-differs") for one in found.findings)


def test_a_bracket_on_haas_in_inches():
    tools = {5: cl.EndMill(diameter="1/2 in", teeth=3, stickout="1.5 in", flute_length="1 in"), 6: MILL}
    found = check_program(program("bracket_haas.nc"), tools, material="6061-T6", machine="haas-vf2", dialect="haas")
    assert ("spindle-too-fast", 6, 18) in rules(found)
    assert ("feed-inherited", 6, 18) in rules(found)
    assert span(found, "feed_per_tooth", 5).high / 0.0254 == pytest.approx(40 / 6000 / 3)
    assert any("slash" in str(one.reason) for one in found.not_evaluated)


def test_a_cover_on_siemens():
    found = check_program(program("cover_siemens.mpf"), {1: MILL}, material="4140", dialect="siemens")
    assert found.tools[0].cut_length * 1e3 == pytest.approx(6 + 50 + math.pi * 10 + 50)
    assert any("calls" in str(one.reason) for one in found.not_evaluated)


@pytest.mark.parametrize(
    ("feed", "expected"), [("F9600.", "overload"), ("F12.", "rubbing"), ("F700.", None)]
)  # fmt: skip
def test_chip_load_against_the_tables(feed, expected):
    found = check_program(START + f"G1 Z-1. F100.\nX50. {feed}\n", TOOLS, material="4140", dialect="fanuc")
    assert rules(found) == ([(expected, 1, 6)] if expected else [])


def test_an_edge_radius_tells_the_least_chip():
    blunt = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm", edge_radius="200 um")
    text = START + "G1 Z-1. F100.\nX50. F700.\n"
    found = check_program(text, {1: blunt}, material="4140", dialect="fanuc")
    # 0.058 mm is less than 0.3 of 0.2 mm
    assert rules(found) == [("rubbing", 1, 6)]


def test_cutting_speed_against_the_tables():
    found = check_program(START.replace("3000", "18000") + "G1 X50. F4000.\n", TOOLS, material="4140", dialect="fanuc")
    assert ("cutting-speed", 1, 5) in rules(found)


@pytest.mark.parametrize(("feed", "wrong"), [("F375.", False), ("F375.004", True), ("F374.", True), ("F370", True)])
def test_the_feed_of_a_tap(feed, wrong):
    text = f"G21 G90 G94\nT3 M6\nS250 M3\nG0 X0. Y0. Z5.\nG84 X0. Y0. Z-15. R5. {feed}\n"
    found = check_program(text, TOOLS, dialect="fanuc")
    assert rules(found) == ([("tap-feed", 3, 5)] if wrong else [])


def test_the_feed_of_a_tap_to_its_rounding():
    # 1/4-20 at 437 rpm is 554.99 mm/min, which is written to whole millimetres
    tap = cl.Tap(thread="1/4-20", kind="spiral flute")
    text = "G21 G90 G94\nT3 M6\nS437 M3\nG0 X0. Y0. Z5.\nG84 X0. Y0. Z-15. R5. F{}\n"
    assert not check_program(text.format(555), {3: tap}, dialect="fanuc").findings
    assert rules(check_program(text.format(556), {3: tap}, dialect="fanuc")) == [("tap-feed", 3, 5)]


def test_the_feed_of_a_tap_per_revolution():
    text = "G21 G90\nT3 M6\nS250 M3\nG0 X0. Y0. Z5.\nG95 G84 X0. Y0. Z-15. R5. F{}\n"
    assert not check_program(text.format("1.5"), TOOLS, dialect="linuxcnc").findings
    assert rules(check_program(text.format("1.25"), TOOLS, dialect="linuxcnc")) == [("tap-feed", 3, 5)]


def test_power_and_torque_of_a_drill_are_those_of_its_plan():
    found = check_program(program("plate_fanuc.nc"), TOOLS, material="4140", machine="haas-vf2", dialect="fanuc")
    job = cl.Drilling(
        material="4140", tool=DRILL, machine="haas-vf2", depth="27 mm", spindle_speed="300 rpm", feed_rate="45 mm/min"
    )
    expected = cl.plan(job)
    bounds = {one.name: one for one in found.tools[1].bounds}
    assert bounds["power"].value == pytest.approx(expected.outcome.motor_power)
    assert bounds["torque"].value == pytest.approx(expected.outcome.torque)
    assert not bounds["power"].most


def test_power_of_a_mill_is_bounded_by_a_slot_over_its_flutes():
    text = START + "G1 Z-1. F100.\nX50. F240.\n"
    found = check_program(text, TOOLS, material="6061-T6", machine="haas-vf2", dialect="fanuc")
    (bound,) = [one for one in found.tools[0].bounds if one.name == "power"]
    assert bound.most
    for radial, axial in (("10 mm", "25 mm"), ("5 mm", "25 mm"), ("10 mm", "3 mm")):
        job = cl.Milling(
            material="6061-T6", tool=MILL, machine="haas-vf2", radial_depth=radial, axial_depth=axial,
            spindle_speed="3000 rpm", feed_rate="240 mm/min",
        )  # fmt: skip
        assert cl.plan(job).outcome.motor_power <= bound.value * (1 + 1e-9)


def test_an_engagement_judges_the_load():
    text = START + "G1 Z-1. F100.\nX50. F1200.\n"
    heavy = {1: {"radial_depth": "10 mm", "axial_depth": "25 mm"}}
    found = check_program(text, TOOLS, material="4140", machine="haas-vf2", dialect="fanuc", engagement=heavy)
    # in a slot the tables end at 0.07 mm, and elsewhere at 0.12 mm
    assert {one.rule for one in found.findings} == {"limit", "overload"}
    assert any("power" in str(one.message) for one in found.findings)
    light = {1: {"radial_depth": "0.5 mm", "axial_depth": "2 mm"}}
    found = check_program(text, TOOLS, material="4140", machine="haas-vf2", dialect="fanuc", engagement=light)
    assert not any(one.rule == "limit" for one in found.findings)
    bounds = {one.name: one for one in found.tools[0].bounds}
    assert not bounds["power"].most


def test_a_tool_the_table_does_not_hold_or_holds_otherwise():
    found = check_program(START + "G1 X5. F300.\n", {2: DRILL}, dialect="fanuc")
    assert rules(found) == [("tool-unknown", 1, 5)]
    found = check_program("(T1 D=12. CR=0.)\n" + START + "G1 X5. F300.\n", TOOLS, dialect="fanuc")
    assert rules(found) == [("tool-differs", 1, 6)]
    found = check_program(START + "G1 X5. F300.\n", dialect="fanuc")
    assert found.clean


def test_limits_of_the_machine():
    text = START.replace("S3000", "S9000") + "G1 X5. F20000.\n"
    found = check_program(text, TOOLS, machine="haas-vf2", dialect="fanuc")
    assert rules(found) == [("feed-too-fast", 1, 5), ("spindle-too-fast", 1, 5)]


def test_rapids_take_the_time_of_their_longest_axis():
    text = START + "G1 X5. F300.\nG0 X55. Y30. Z10.\n"
    found = check_program(text, TOOLS, dialect="fanuc", rapid_rate="3000 mm/min")
    assert found.rapid_time == pytest.approx(1.0)
    found = check_program(text, TOOLS, dialect="fanuc")
    assert math.isnan(found.rapid_time)
    assert any("no rapid rate" in str(one.reason) for one in found.not_evaluated)


def test_a_plunge_of_a_drill_is_its_work():
    text = "G21 G90 G94\nT2 M6\nS300 M3\nG0 X0. Y0. Z5.\nG1 Z-10. F45.\nX1.\n"
    assert not any(one.rule == "plunge-feed" for one in check_program(text, TOOLS, dialect="fanuc").findings)
    text = text.replace("T2", "T1")
    assert ("plunge-feed", 1, 5) in rules(check_program(text, TOOLS, dialect="fanuc"))


def test_what_is_taken_for_granted_is_said():
    found = check_program("G21\nT1 M6\nS3000 M3\nG0 X0. Y0. Z5.\nG1 X5. F300.\n", TOOLS, dialect="fanuc")
    said = " ".join(found.assumptions)
    assert all(code in said for code in ("G90", "G94", "G17"))


@pytest.mark.parametrize("text", ["", "\n\n", "hello world\nthis is no program\n", "0 BEGIN PGM A MM\n1 L X+10 FMAX\n"])
def test_what_is_no_program_is_refused(text):
    with pytest.raises(InputError, match="no G-code"):
        check_program(text)


def test_names_that_no_table_holds():
    with pytest.raises(UnknownNameError, match="unobtainium"):
        check_program(START, material="unobtainium")
    with pytest.raises(UnknownNameError, match="no-mill"):
        check_program(START, machine="no-mill")
    with pytest.raises(InputError, match="units"):
        check_program(START, units="furlong")


def test_every_rule_that_is_found_is_in_the_list():
    from chipload.exchange.gcode.checking import _FLAGS, _KEYS

    assert {_KEYS.get(rule, rule) for rule in _FLAGS} <= set(RULES)

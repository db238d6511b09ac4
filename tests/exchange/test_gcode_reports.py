"""The check as text, JSON and SARIF."""

import json
from pathlib import Path

import pytest

import chipload as cl
from chipload.exchange.gcode import RULES, check_program

PROGRAMS = Path(__file__).parent / "gcode_programs"


@pytest.fixture(scope="module")
def found():
    tools = {5: cl.EndMill(diameter="1/2 in", teeth=3, stickout="1.5 in", flute_length="1 in")}
    text = (PROGRAMS / "bracket_haas.nc").read_text(encoding="utf-8")
    return check_program(text, tools, material="6061-T6", machine="haas-vf2", dialect="haas", name="a part/bracket.nc")


def test_the_text_tells_ranges_with_lines_findings_and_what_is_left_out(found):
    text = found.describe()
    assert text.startswith("a part/bracket.nc: 22 lines, read as Haas mill\n")
    assert "spindle speed: 6000 rpm (line 9)" in text
    assert "T6: 9000 rpm is above the highest spindle speed of Haas VF-2, 8100 rpm" in text
    assert "[feed-inherited]" in text
    assert "not evaluated\n" in text
    assert "taken for granted\n" in text
    assert str(found) == text


def test_the_text_speaks_inch(found):
    assert "feed rate: 10.0 in/min (line 9) to 40.0 in/min (line 10)" in found.describe("inch")
    assert "feed rate: 254 mm/min (line 9) to 1016 mm/min (line 10)" in found.describe()


def test_a_clean_program_says_so():
    found = check_program("G21 G90 G17 G94\nT1 M6\nS3000 M3\nG0 X0. Y0. Z0.\nG1 X10. F300.\n", dialect="fanuc")
    assert "nothing found" in found.describe()
    assert found.clean
    assert found.to_sarif()["runs"][0]["results"] == []


def test_json_holds_what_the_records_hold(found):
    plain = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert plain["clean"] is False
    assert plain["tool_changes"] == 2
    (mill,) = [tool for tool in plain["tools"] if tool["number"] == 5]
    chip = mill["ranges"]["feed_per_tooth"]
    assert (chip["unit"], chip["high_line"]) == ("mm/tooth", 10)
    assert chip["high"] == pytest.approx(40 * 25.4 / 6000 / 3)
    assert {one["rule"] for one in plain["findings"]} >= {"spindle-too-fast", "feed-inherited", "tool-unknown"}
    assert all(one["line"] >= 1 for one in plain["findings"])


def test_json_has_no_nan_where_little_is_known():
    found = check_program("G1 X10. F300.\nG2 X3. I1.\nM98 P1\nX[#1]\n")
    json.dumps(found.to_dict(), allow_nan=False)
    json.dumps(found.to_sarif(), allow_nan=False)


def test_sarif_is_a_log_of_2_1_0(found):
    """The members that the standard requires, and the references between them."""
    log = json.loads(json.dumps(found.to_sarif(), allow_nan=False))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "chipload"
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    assert len(run["results"]) == len(found.findings)
    for result, finding in zip(run["results"], found.findings, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"] == str(finding.message)
        (place,) = result["locations"]
        assert place["physicalLocation"]["region"]["startLine"] == finding.line
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20part/bracket.nc"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert len(invocation["toolExecutionNotifications"]) == len(found.not_evaluated)

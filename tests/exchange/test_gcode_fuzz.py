"""Whatever text comes in, only the typed error comes out."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import chipload as cl
from chipload.errors import InputError
from chipload.exchange.gcode import DIALECTS, check_program

TOOLS = {
    1: cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm", edge_radius="10 um"),
    2: cl.Drill(diameter="8.5 mm", stickout="80 mm", flute_length="70 mm", material="hss"),
    3: cl.Tap(thread="M10x1.5", kind="spiral flute"),
    4: cl.TurningTool(nose_radius="0.8 mm"),
}
NUMBERS = st.one_of(
    st.integers(-50, 200).map(str),
    st.floats(-200, 200).map(lambda value: f"{value:.3f}"),
    st.sampled_from(
        ["0", "0.", "-0", "1.", "99999999", "1e9", "999999999999", "#1", "[#1+2]", "[[", "", "-", ".", "+.5"]
    ),
)
LETTERS = st.sampled_from(list("GGGGMMXYZIJKRFSTPQNLKABCUVWHDE/%()O;#=[]"))
WORDS = st.tuples(LETTERS, NUMBERS).map("".join)
G_CODES = (
    0,
    1,
    2,
    3,
    4,
    17,
    18,
    19,
    20,
    21,
    28,
    33,
    33.1,
    41,
    50,
    53,
    54,
    68,
    73,
    76,
    80,
    81,
    83,
    84,
    90,
    91,
    92,
    93,
    94,
    95,
    96,
    97,
    98,
    99,
)
CODES = st.sampled_from(
    [f"G{code}" for code in G_CODES]
    + [
        "M3",
        "M5",
        "M6",
        "M30",
        "M98",
        "T1",
        "T2",
        "T3",
        "T4",
        "T0404",
        "S1000",
        "S0",
        "F100.",
        "F0.2",
        "F0",
        "L0",
        "K3",
        "P2",
        "Q1.",
        "R1.",
        "Z-5.",
    ]
)
LINES = st.lists(st.one_of(CODES, CODES, WORDS), max_size=7).map(" ".join)
PROGRAMS = st.lists(LINES, max_size=25).map("\n".join)
START = "G21 G90 G94 G17 T1 M6\nS3000 M3\nG0 X0. Y0. Z5.\nF500.\n"


def check(text, control):
    try:
        found = check_program(text, TOOLS, material="4140", machine="haas-vf2", dialect=control)
    except InputError:
        return None
    json.dumps(found.to_dict(), allow_nan=False)
    json.dumps(found.to_sarif(), allow_nan=False)
    assert found.describe("inch")
    assert 0 <= found.cycle_time < 1e18
    assert all(1 <= one.line <= found.lines for one in found.findings)
    return found


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(PROGRAMS, PROGRAMS.map(START.__add__)), control=st.sampled_from(sorted(DIALECTS)))
def test_programs_of_random_words(text, control):
    check(text, control)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=400), control=st.sampled_from(sorted(DIALECTS)))
def test_random_text(text, control):
    check(text, control)
    check("G1" + text, control)


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(LINES, max_size=15), blanks=st.sampled_from(["", " ", "\t"]), lower=st.booleans())
def test_blanks_and_case_mean_nothing(lines, blanks, lower):
    lines = [line for line in lines if not set(line) & set("();%")]
    spaced = "\n".join(blanks.join(line.split(" ")) for line in lines)
    one, other = (
        check(START + "\n".join(lines), "linuxcnc"),
        check(START + (spaced.lower() if lower else spaced), "linuxcnc"),
    )
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.cycle_time, one.tools, one.findings) == (other.cycle_time, other.tools, other.findings)

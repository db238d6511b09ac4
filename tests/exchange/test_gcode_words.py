"""Lines of programs become words."""

import math

import pytest

from chipload.errors import InputError
from chipload.exchange.gcode.words import LONGEST_LINE, numbered, read_block


def words(line, **options):
    return [(word.letter, word.value) for word in read_block(line, 1, **options).words]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("G1X1F900", [("G", 1), ("X", 1), ("F", 900)]),
        ("g01 x-1.5 y.25", [("G", 1), ("X", -1.5), ("Y", 0.25)]),
        ("N100 G0 X + 1 . 5", [("G", 0), ("X", 1.5)]),
        ("G1 (in (X9.) Y2.", [("G", 1), ("Y", 2)]),
        ("X1. ; Y2.", [("X", 1)]),
        ("G43.1 Z+0.", [("G", 43.1), ("Z", 0)]),
        ("%", []),
        ("", []),
        ("O1234 (NAME)", [("O", 1234)]),
    ],
)
def test_words(line, expected):
    assert words(line) == expected


def test_a_semicolon_in_a_comment_starts_none_and_the_text_is_kept():
    block = read_block("G1 (a; b) X2. ; c (d) X9.")
    assert [(word.letter, word.value) for word in block.words] == [("G", 1), ("X", 2)]
    assert block.comments == ["a; b", "c (d) X9."]
    assert block.unread == ""


def test_a_comment_that_is_not_closed_takes_the_rest_and_is_told():
    block = read_block("G1 X1. (oops Y2.")
    assert [word.letter for word in block.words] == ["G", "X"]
    assert block.unread == "a comment is not closed"


@pytest.mark.parametrize("line", ["/G1 X1.", " / G1 X1.", "/2 G1 X1."])
def test_a_slash_is_told_and_the_block_read(line):
    block = read_block(line)
    assert block.skipped
    assert [word.letter for word in block.words] == ["G", "X"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("#101=5.", "variable"),
        ("#<depth> = [1+2]", "variable"),
        ("R1=10", "variable"),
        ("IF [#1 EQ 2] GOTO 10", "branch or loop"),
        ("WHILE[#1LT5]DO1", "branch or loop"),
        ("GOTO 100", "branch or loop"),
        ("o100 sub", "O-word"),
        ("O<bore> call [1] [2]", "O-word"),
        ("CYCLE81(5,0,2,-10)", "not G-code"),
        ("$H", "not G-code"),
        ("X1.2.3", "not G-code"),
        ("X-", "not G-code"),
        ("BEGIN PGM TEST MM", "not G-code"),
        ("G1 X99999999999", "a number is too large"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(line, reason):
    assert read_block(line).unread == reason


def test_a_call_of_siemens_is_no_comment():
    block = read_block("CYCLE81(5,0,2,-10) ; drill", round_comments=False)
    assert block.unread == "call"
    assert block.comments == ["drill"]
    assert not block.words


def test_named_words_of_siemens():
    assert words("G2 X10 Y5 CR=12.5", round_comments=False) == [("G", 2), ("X", 10), ("Y", 5), ("CR", 12.5)]
    assert words("LIMS=3000", round_comments=False) == [("LIMS", 3000)]


@pytest.mark.parametrize("line", ["G1 X#101 Y2.", "G1 X[#1+[2*3]] Y2.", "G1 X-#<x> Y2.", "G1 X#[#1] Y2."])
def test_a_word_with_a_variable_is_kept_without_a_value(line):
    block = read_block(line)
    assert block.unread == "macro expression"
    assert [word.letter for word in block.words] == ["G", "X", "Y"]
    assert math.isnan(block.words[1].value)
    assert block.words[2].value == 2


@pytest.mark.parametrize("line", ["G1 X[#1", "G1 X#", "G1 X]", "[", "#"])
def test_half_an_expression_is_not_read(line):
    assert not read_block(line).words


def test_what_is_no_text_is_refused():
    with pytest.raises(InputError, match="line 7 holds a NUL"):
        read_block("G1\0X1", 7)
    with pytest.raises(InputError, match="line 2 has more than"):
        list(numbered(["G1", "X" * (LONGEST_LINE + 1)]))


def test_whether_a_number_has_a_point_is_kept():
    assert [word.has_point for word in read_block("X1 Y1. Z.5").words] == [False, True, True]

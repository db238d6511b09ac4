"""A line of a program becomes a block: words, comments, and what cannot be read."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from chipload.errors import InputError

LONGEST_LINE = 20_000
"""Characters after which a line is no block of a program; the longest blocks of controls have some hundreds."""

_LARGEST = 1e9
"""Beyond any length, speed or number of a control."""

_NUMBER = r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)"
_WORD = re.compile(rf"([A-Z])({_NUMBER})")
_WORDS = re.compile(rf"(?:[A-Z]{_NUMBER})*")
_NAMED = re.compile(rf"([A-Z]{{1,8}}\d*)=({_NUMBER})|([A-Z])({_NUMBER})")
_ALL_NAMED = re.compile(rf"(?:[A-Z]{{1,8}}\d*={_NUMBER}|[A-Z]{_NUMBER})*")
_COMMENT = re.compile(r"\(([^)]*+)\)|;(.*)|\((.*)")
_LINE_COMMENT = re.compile(r";(.*)")
_BLANKS = re.compile(r"\s+")
_CONTROL_WORD = re.compile(r"GOTO|(?:IF|WHILE|DO|END|ELSE|ENDIF|LOOP|ENDLOOP|FOR|ENDFOR|REPEAT|UNTIL|THEN)(?![A-Z])")
_O_WORD = re.compile(r"O(?:<[^>]*>|\d+)(?:\[|[A-Z])")
_ASSIGNMENT = re.compile(r"(?:#.*|R\d+)=")


class Word(NamedTuple):
    """A letter and its number; `value` is NaN where the number is a variable or an expression."""

    letter: str
    value: float
    text: str

    @property
    def has_point(self) -> bool:
        """True where the number is written with a decimal point."""
        return "." in self.text


@dataclass(slots=True)
class Block:
    """One line of a program.

    Attributes
    ----------
    number
        Of the line in the file, from 1.
    words
        Letters with their numbers, as they stand, without the block number.
    comments
        What stands in round brackets or behind a semicolon.
    skipped
        True where the block begins with a slash, which a switch at the control leaves out.
    unread
        Why the block, or a part of it, cannot be read; "" where all of it is words.
    text
        The line.
    """

    number: int
    words: list[Word] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    skipped: bool = False
    unread: str = ""
    text: str = ""


def numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of a program with their numbers.

    Raises
    ------
    InputError
        For a line that is too long, or that is no text.
    """
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise InputError(
                f"program: line {number} has more than {LONGEST_LINE} characters; that is no block of a program"
            )
        yield number, line


def read_block(line: str, number: int = 1, round_comments: bool = True) -> Block:
    """Read one line.

    Parameters
    ----------
    line
        The text; blanks and the case of letters do not matter.
    number
        Of the line in the file.
    round_comments
        True where round brackets hold a comment, as everywhere but on Siemens controls.

    Returns
    -------
    Block
        See there.

    Raises
    ------
    InputError
        For a line that holds a NUL, as a file that is no text does.

    Examples
    --------
    >>> block = read_block("n10g1x1F900 (roughing)")
    >>> [(word.letter, word.value) for word in block.words], block.comments
    ([('G', 1.0), ('X', 1.0), ('F', 900.0)], ['roughing'])
    """
    if "\0" in line:
        raise InputError(f"program: line {number} holds a NUL character; that is no text, so give the program itself")
    block = Block(number, text=line.strip())
    plain = _without_comments(line, block, round_comments)
    plain = _BLANKS.sub("", plain).upper()
    if plain.startswith("/"):
        block.skipped = True
        plain = plain.lstrip("/0123456789") if plain[1:2].isdigit() else plain.lstrip("/")
    if not plain or plain.startswith("%"):
        return block
    if _WORDS.fullmatch(plain):
        block.words = [_word(letter, text, block) for letter, text in _WORD.findall(plain) if letter != "N"]
        return block
    if not round_comments and _ALL_NAMED.fullmatch(plain):
        block.words = [
            _word(name or letter, text or digits, block)
            for name, text, letter, digits in _NAMED.findall(plain)
            if letter != "N"
        ]
        return block
    _read_with_variables(plain, block)
    return block


def _without_comments(line: str, block: Block, round_comments: bool) -> str:
    if "(" not in line and ";" not in line:
        return line

    def keep(match: re.Match[str]) -> str:
        block.comments.append(next(text for text in match.groups() if text is not None).strip())
        if round_comments and match.group(3) is not None:
            block.unread = "a comment is not closed"
        return ""

    return (_COMMENT if round_comments else _LINE_COMMENT).sub(keep, line)


def _word(letter: str, text: str, block: Block) -> Word:
    value = float(text)
    if not abs(value) < _LARGEST:
        block.unread = "a number is too large"
        value = math.nan
    return Word(letter, value, text)


def _read_with_variables(plain: str, block: Block) -> None:
    """Words whose numbers are variables or expressions are kept without a value; the rest is not read."""
    start = re.match(r"N\d+", plain)
    rest = plain[start.end() :] if start else plain
    if _O_WORD.match(rest):
        block.unread = "O-word"
        return
    if _CONTROL_WORD.match(rest):
        block.unread = "branch or loop"
        return
    if _ASSIGNMENT.match(rest):
        block.unread = "variable"
        return
    if rest.startswith("MSG("):
        block.comments.append(rest[4:].rstrip(")"))
        return
    if "(" in rest:
        block.unread = "call"
        return
    at = 0
    while at < len(rest):
        match = _WORD.match(rest, at)
        if match is not None:
            block.words.append(_word(match[1], match[2], block))
            at = match.end()
            continue
        end = _end_of_expression(rest, at + 1) if "A" <= rest[at] <= "Z" else at
        if end <= at + 1:
            block.words.clear()
            block.unread = "not G-code"
            return
        block.words.append(Word(rest[at], math.nan, rest[at + 1 : end]))
        block.unread = "macro expression"
        at = end


def _end_of_expression(text: str, at: int) -> int:
    """End of a variable "#101", "#<name>", "#[...]", an expression "[...]" or a parameter "=R1" from `at` on."""
    start = at
    while at < len(text) and text[at] in "-+#=R":
        at += 1
    if at < len(text) and text[at] == "[":
        depth = 0
        for place in range(at, len(text)):
            depth += (text[place] == "[") - (text[place] == "]")
            if depth == 0:
                return place + 1
        return start
    if at > start and at < len(text) and text[at] == "<":
        end = text.find(">", at)
        return start if end < 0 else end + 1
    if at == start or text[at - 1] not in "#R":
        return start
    digits = at
    while at < len(text) and text[at].isdigit():
        at += 1
    return start if at == digits else at

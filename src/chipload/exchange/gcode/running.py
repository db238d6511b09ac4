"""Reading a program from its first line to its last: the modal state, and what each block moves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from chipload.exchange.gcode import moves
from chipload.exchange.gcode.comments import tool_of_comment
from chipload.exchange.gcode.dialects import Dialect
from chipload.exchange.gcode.modal import AXES, MOTIONS, OFF, ON, UNKNOWN, State
from chipload.exchange.gcode.motion import Motions, is_cycle
from chipload.exchange.gcode.tally import Tally
from chipload.exchange.gcode.timing import Cutting
from chipload.exchange.gcode.words import Block, numbered, read_block

_PLAIN = (
    r"\s*(?:N\d++\s*)?(?:G0?([0123])\s*)?(?:X({0})\s*)?(?:Y({0})\s*)?(?:Z({0})\s*)?"
    r"(?:I({0})\s*)?(?:J({0})\s*)?(?:F(\d++(?:\.\d*+)?)\s*)?"
)
_ANY = re.compile(_PLAIN.format(r"[-+]?(?:\d{1,9}+(?:\.\d*+)?|\.\d++)"), re.IGNORECASE)
_POINTED = re.compile(_PLAIN.format(r"[-+]?(?:\d{1,9}+\.\d*+|\.\d++)"), re.IGNORECASE)

_NEUTRAL_M = frozenset({0, 1, 7, 8, 9, 10, 11, 19, 29, 48, 49, 50, 51, 52, 53, 60, 61})
_CALLS_M = frozenset({97, 98})
_ENDS_M = frozenset({2, 30, 99})
_OWN_AXES = frozenset({10, 51, 52, 68})
"""Codes whose axis words are not where to go."""
_CALLS_G = frozenset({65, 66, 67})
_SAID = {
    "units": "lengths and feeds before the unit is given (G20 or G21)",
    "point": "numbers without a decimal point, which this dialect reads by a setting of the control",
    "dwell": "dwells without a decimal point, which dialects read as seconds or milliseconds",
    "feed unit": "feeds under G70 or G71, which leave the feed in the unit of the machine",
    "feed mode": "feeds before the feed mode is given (per minute or per revolution)",
}


class Run:
    """One reading of a program.

    Parameters
    ----------
    dialect
        How the control reads.
    unit
        Metres a unit where the program does not say; None to leave it open.
    """

    def __init__(self, dialect: Dialect, unit: float | None = None) -> None:
        self.state = State(dialect, unit, unit)
        self.tally = Tally()
        self.cutting = Cutting(self.state, self.tally)
        self.motions = Motions(self.state, self.tally, self.cutting)
        self.ended = False
        self.inside_sub = 0
        self._plain = _ANY if dialect.whole_lengths else _POINTED

    def read(self, lines: Iterable[str]) -> Tally:
        """Read all lines.

        Most lines of a long program are moves in the plane that change nothing else; those are added up in
        `_read_plain`, and any other line goes through the full reading.
        """
        number = 0
        source = numbered(lines)
        for number, line in source:
            self._read_line(line, number)
            while self._is_plain():
                stopped = self._read_plain(source, number)
                number = stopped[0]
                if stopped[1] is None:
                    break
                self._read_line(stopped[1], number)
        self.tally.lines = number
        return self.tally

    def _is_plain(self) -> bool:
        state = self.state
        if state.motion not in (0, 1, 2, 3) or not state.absolute or state.bent or self.ended or self.inside_sub:
            return False
        if state.unit is None or state.dialect.lathe or state.constant_speed or state.feed_mode == "inverse":
            return False
        if state.centres_absolute or state.plane != 17 or not self.cutting.steady:
            return False
        x, y, z = state.position.values()
        return x == x and y == y and z == z

    def _read_plain(self, source: Iterator[tuple[int, str]], number: int) -> tuple[int, str | None]:
        """Add up moves in the plane until a line that is anything else, which is given back with its number."""
        match, state = self._plain.fullmatch, self.state
        unit, motion, feed_text = state.unit or 0.0, f"{state.motion:g}", self.cutting.feed_text
        x, y, z = (state.position[axis] for axis in AXES)
        length = travel = 0.0
        cuts = rapids = first = 0
        rapid_first = False
        line: str | None
        for number, line in source:
            found = match(line)
            if found is None:
                break
            code, to_x, to_y, to_z, i, j, feed = found.groups()
            if (to_x is None and to_y is None) or (feed is not None and feed != feed_text):
                break
            kind = code or motion
            new_x = x if to_x is None else float(to_x) * unit
            new_y = y if to_y is None else float(to_y) * unit
            new_z = z if to_z is None else float(to_z) * unit
            if kind == "1" and i is None and j is None:
                dx, dy, dz = new_x - x, new_y - y, new_z - z
                if not dx and not dy:
                    break
                length += math.sqrt(dx * dx + dy * dy + dz * dz)
            elif kind == "0" and i is None and j is None:
                travel += max(abs(new_x - x), abs(new_y - y), abs(new_z - z))
                rapids += 1
                rapid_first = rapid_first or not cuts
                x, y, z, motion = new_x, new_y, new_z, kind
                continue
            elif kind in "23" and (i is not None or j is not None):
                centre = (x + float(i or 0) * unit, y + float(j or 0) * unit)
                arc = moves.sweep_about((x, y), (new_x, new_y), centre, kind == "2")
                if arc is None:
                    break
                length += moves.helix_length(arc[0], arc[1], new_z - z)
            else:
                break
            if not cuts:
                first = number
            cuts += 1
            x, y, z, motion = new_x, new_y, new_z, kind
        else:
            line = None
        self._add_plain(cuts, length, first, rapids, travel, rapid_first)
        if cuts or rapids:
            state.position = {"X": x, "Y": y, "Z": z}
            state.motion = float(motion)
        return number, line

    def _add_plain(self, cuts: int, length: float, first: int, rapids: int, travel: float, rapid_first: bool) -> None:
        self.tally.blocks += cuts + rapids
        self.tally.words += cuts + rapids
        if rapids:
            self.tally.rapid(travel, rapids)
        if rapids and rapid_first:
            self.cutting.rapid()
        if cuts:
            self.cutting.cut("side", length, first, count=cuts)
        if rapids:
            self.cutting.rapid()

    def _read_line(self, line: str, number: int) -> None:
        block = read_block(line, number, self.state.dialect.round_comments)
        for text in block.comments:
            self._read_comment(text)
        if line.lstrip().startswith("%"):
            if self.tally.words:
                self.ended = True
            return
        if not block.words and not block.unread:
            return
        if self.ended:
            self.tally.skip("what follows the end of the program, such as subprograms", number, block.text)
            return
        if self._skips(block) or self.inside_sub:
            return
        self.tally.blocks += 1
        self.tally.words += len(block.words)
        self._read_block(block)
        if self.state.notes:
            for note in dict.fromkeys(self.state.notes):
                self.tally.skip(_SAID[note], number, block.text)
            self.state.notes.clear()

    def _skips(self, block: Block) -> bool:
        """Note what cannot be read; True where nothing of the block is left to evaluate."""
        if block.skipped:
            self.tally.skip(
                "whether blocks with a slash are left out; they are read as if they were not", block.number, block.text
            )
        reason = block.unread
        if not reason:
            return False
        if reason == "O-word":
            text = block.text.casefold()
            if text.endswith("endsub"):
                self.inside_sub = max(self.inside_sub - 1, 0)
            elif text.endswith("sub"):
                self.inside_sub += 1
            self.tally.skip("O-words: subprograms, branches and loops", block.number, block.text)
            if "call" in text:
                self.state.forget()
            return True
        said = {
            "branch or loop": "branches and loops; the blocks are read straight through",
            "variable": "variables",
            "macro expression": "macro expressions and variables in words",
            "call": "calls of subprograms and cycles",
            "not G-code": "text that is not G-code",
            "a comment is not closed": "comments that are not closed; the rest of the line is taken as comment",
            "a number is too large": "numbers that are too large",
        }[reason]
        self.tally.skip(said, block.number, block.text)
        if reason in ("call", "not G-code"):
            self.state.forget()
        return not block.words

    def _read_comment(self, text: str) -> None:
        told = tool_of_comment(text)
        if told is not None and len(self.tally.comments) < 1000:
            self.tally.comments[told[0]] = told[1]

    def _read_block(self, block: Block) -> None:
        state = self.state
        codes = [round(word.value, 3) for word in block.words if word.letter == "G"]
        m_codes = [word.value for word in block.words if word.letter == "M"]
        if any(code != code for code in (*codes, *m_codes)):
            state.forget()
            return
        if any(code in _CALLS_G for code in codes) or any(code in _CALLS_M for code in m_codes):
            self.tally.skip("calls of subprograms and cycles", block.number, block.text)
            state.forget()
            return
        for said in state.set_modes(codes, block):
            self.tally.skip(said, block.number, block.text)
        self._set_values(block, codes)
        self._set_tool(block, m_codes)
        self._set_spindle(block, m_codes)
        if state.dialect.stop_first and 5 in m_codes:
            state.spindle = OFF
        self._move(block, codes)
        if 5 in m_codes:
            state.spindle = OFF
        if any(code in _ENDS_M for code in m_codes):
            self.ended = True

    def _set_values(self, block: Block, codes: list[float]) -> None:
        state = self.state
        caps = any(code in state.dialect.cap_codes for code in codes)
        for word in block.words:
            if word.letter == "F" and 4 not in codes:
                state.set_feed(word)
                self.cutting.feed_text = word.text
            elif word.letter == "S" and 4 not in codes:
                state.set_speed(word, caps)
            elif word.letter == "LIMS" or (word.letter == "D" and 96 in codes):
                state.set_speed(word, cap=True)
            elif (len(word.letter) > 1 and word.letter != "CR") or word.letter == "E":
                self.tally.skip(f"the word {word.letter}", block.number, block.text)

    def _set_tool(self, block: Block, m_codes: list[float]) -> None:
        state = self.state
        kind = state.dialect.tool_change
        for word in block.words:
            if word.letter != "T":
                continue
            number = int(word.value) if 0 <= word.value < 1e8 else None
            if kind == "turret" and number is not None and len(word.text) > 2:
                number //= 100
            state.selected = number
            if kind != "M6" and number != 0:
                self._change(number)
                if kind == "turret":
                    state.position = dict.fromkeys(AXES, UNKNOWN)
        if 6 in m_codes and kind == "M6":
            if state.selected is None:
                self.tally.skip("tool changes whose tool is not named", block.number, block.text)
            self._change(state.selected)

    def _change(self, number: int | None) -> None:
        before = self.state.changes
        self.state.change_tool(number)
        self.tally.tool_changes += self.state.changes - before
        self.cutting.rapid()

    def _set_spindle(self, block: Block, m_codes: list[float]) -> None:
        for code in m_codes:
            if code in (3, 4):
                self.state.spindle = ON
            elif code not in _NEUTRAL_M and code not in _ENDS_M and code not in (5, 6):
                self.tally.skip(f"code M{code:g}", block.number, block.text)

    def _move(self, block: Block, codes: list[float]) -> None:
        state = self.state
        axes = {word.letter for word in block.words if word.letter in "XYZABCUVW"}
        motion = [code for code in codes if code in MOTIONS]
        if motion:
            self.motions.set_motion(motion[-1])
        if 4 in codes:
            self._dwell(block)
            return
        if 28 in codes or 30 in codes or 53 in codes:
            for axis in (axes & set(AXES)) or AXES:
                state.position[axis] = UNKNOWN
            self.tally.skip("ways to positions of the machine (G28, G30, G53)", block.number, block.text)
            self.tally.unknown_rapids += 1
            return
        if 92 in codes or (50 in codes and state.dialect.lathe):
            if state.dialect.lathe and 92 in codes:
                self.tally.skip("code G92", block.number, block.text)
                state.position = dict.fromkeys(AXES, UNKNOWN)
            elif axes:
                state.position.update(state.words_of(block, AXES))
            return
        if any(code in _OWN_AXES for code in codes):
            return
        letters = {word.letter for word in block.words}
        circle = state.motion in (2, 3) and letters & set("IJK")
        if axes or circle or (is_cycle(state.motion) and "R" in letters):
            self.motions.go(block, axes)

    def _dwell(self, block: Block) -> None:
        state = self.state
        for word in block.words:
            if word.letter == "P" or (word.letter in "XU" and state.dialect.dwell == "point tells"):
                time = state.seconds(word)
            elif word.letter == "F" and not state.dialect.round_comments:
                time = word.value
            elif word.letter == "S" and not state.dialect.round_comments:
                speed = state.speed
                time = word.value / speed if speed and not state.constant_speed else UNKNOWN
            else:
                continue
            if time >= 0:
                self.tally.dwell += time
            else:
                self.tally.unknown_dwells += 1

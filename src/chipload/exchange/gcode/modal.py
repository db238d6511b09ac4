"""What a program has set so far: units, feed mode, speed, tool, plane, position.

None means that the program has not said it; NaN that it has been said and cannot be known, as behind a macro.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from chipload.exchange.gcode.dialects import INCH, Dialect
from chipload.exchange.gcode.words import Block, Word

UNKNOWN = math.nan
MINUTE = 60.0
_FOOT = 0.3048
_LENGTHS = frozenset("XYZUVWIJKRQ")
AXES = "XYZ"

_PLANES = {17: ("X", "Y", "Z"), 18: ("Z", "X", "Y"), 19: ("Y", "Z", "X")}
CENTRES = {"X": "I", "Y": "J", "Z": "K"}
MOTIONS = frozenset({0, 1, 2, 3, 32, 33, 33.1, 73, 74, 76, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89})
_SHIFTS = frozenset({10, 52, 92.1, 92.2, 92.3, 54, 54.1, 55, 56, 57, 58, 59, 59.1, 59.2, 59.3, 500})
_TOOL_SHIFTS = frozenset({43, 43.1, 43.2, 44, 49})
_NEUTRAL = frozenset(
    {4, 9, 40, 41, 42, 41.1, 42.1, 61, 61.1, 62, 64, 60, 601, 602, 603, 5.1, 8.1, 187, 103, 91.1, 69, 15}
)
SIDE_OF_PATH = frozenset({41, 42, 41.1, 42.1})
BENT = {16: "polar coordinates", 68: "rotated coordinates", 51: "scaled coordinates", 7: "diameter mode"}
"""Codes after which lengths are not those that are written, until they are cancelled."""
_STRAIGHT = {15: 16, 69: 68, 50: 51, 8: 7}
OFF, ON = "off", "on"


@dataclass(slots=True)
class State:
    """The modal state of a control while it reads a program.

    Attributes
    ----------
    dialect
        How the control reads.
    unit, feed_unit
        Metres a unit of length, and of the feed.
    absolute, centres_absolute
        G90 or G91, and the same for the centres of arcs.
    feed_mode
        "minute", "turn" or "inverse".
    plane
        Axes in the plane of arcs, and the one across it.
    motion
        Code of the motion.
    feed
        In m/s, m/rev or 1/s after the feed mode; with `feed_step`, half of the last digit that it is written with.
    feed_tool, feed_stale
        Tool change at which the feed was given, counted, and why it does not hold any more ("" where it does).
    constant_speed
        True for G96.
    speed
        Spindle speed [rev/s], or the cutting speed [m/s] under G96.
    speed_tool
        Tool change at which the speed was given.
    cap
        Highest spindle speed [rev/s] under G96.
    spindle
        "on", "off", or "" where it cannot be known.
    tool, selected
        Number in the spindle, and number that waits for its change.
    changes
        Tool changes so far.
    position
        Of each axis [m]; of a lathe, X on the radius.
    bent
        Codes of coordinates that are not those written.
    cycle
        R, Z, Q and P of a canned cycle, in m and s.
    retract_high
        True for G98.
    given
        Which of "distance", "plane" and "feed mode" the program has said.
    units
        All units that the program has used.
    notes
        Why words of the block that is read are not known.
    """

    dialect: Dialect
    unit: float | None = None
    feed_unit: float | None = None
    absolute: bool = True
    centres_absolute: bool = False
    feed_mode: str | None = None
    plane: int = 17
    motion: float | None = None
    feed: float | None = None
    feed_step: float = 0.0
    feed_tool: int = 0
    feed_stale: str = ""
    constant_speed: bool = False
    speed: float | None = None
    speed_tool: int = 0
    cap: float = math.inf
    spindle: str = OFF
    tool: int | None = None
    selected: int | None = None
    changes: int = 0
    position: dict[str, float] = field(default_factory=lambda: dict.fromkeys(AXES, UNKNOWN))
    bent: set[float] = field(default_factory=set)
    cycle: dict[str, float] = field(default_factory=dict)
    retract_high: bool = True
    given: set[str] = field(default_factory=set)
    units: set[float] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.unit is None:
            self.unit = self.feed_unit = self.dialect.start_unit
        if self.unit is not None:
            self.units.add(self.unit)
        if self.dialect.lathe:
            self.plane = 18
        else:
            self.feed_mode = "minute"

    @property
    def axes(self) -> tuple[str, str, str]:
        """Axes of the plane of arcs, and the one across it."""
        return _PLANES[self.plane]

    def length(self, word: Word) -> float:
        """Metres of a word that is a length; NaN where it depends on what is not known."""
        if self.unit is None:
            self.notes.append("units")
            return UNKNOWN
        if not (self.dialect.whole_lengths or word.has_point or word.value == 0) and word.value == word.value:
            self.notes.append("point")
            return UNKNOWN
        return word.value * self.unit

    def seconds(self, word: Word) -> float:
        """Seconds of a dwell."""
        if self.dialect.dwell == "seconds" or word.has_point or word.value == 0:
            return word.value
        if self.dialect.dwell == "point tells":
            return word.value / 1000
        self.notes.append("dwell")
        return UNKNOWN

    def forget(self) -> None:
        """Forget what a call of something that is not read may have changed."""
        self.position = dict.fromkeys(AXES, UNKNOWN)
        self.feed = self.speed = UNKNOWN
        self.feed_step, self.feed_stale = 0.0, ""
        self.feed_tool = self.speed_tool = self.changes
        self.spindle, self.motion = "", UNKNOWN
        self.cycle = {}

    def set_modes(self, codes: list[float], block: Block) -> Iterator[str]:
        """Apply the codes of a block that say how its words are meant; yields codes that are not evaluated."""
        units, modes = dict(self.dialect.units), dict(self.dialect.feed_modes)
        for code in codes:
            if code in units:
                self._set_unit(units[int(code)], split=code in self.dialect.split_units)
            elif code in modes:
                self._set_feed_mode(modes[int(code)])
            elif code in (98, 99) and self.dialect.return_codes:
                self.retract_high = code == 98
                if self._may_be_a_lathe(codes):
                    self.feed_mode = None
                    yield "feeds behind G98 or G99: the retract of a cycle on a mill, the feed mode on a lathe"
            elif code in (90, 91) and not self.dialect.lathe:
                self.absolute = code == 90
                self.given.add("distance")
            elif code == 90.1:
                self.centres_absolute = True
            elif code == 91.1:
                self.centres_absolute = False
            elif code in _PLANES:
                self.plane = int(code)
                self.given.add("plane")
            elif code in (96, 97):
                self._set_speed_mode(constant=code == 96)
            elif code in _SHIFTS or code in _TOOL_SHIFTS:
                self._shift(code, block)
            elif code == 8 and self.dialect.name != "linuxcnc":
                continue
            elif code in BENT and not (code == 7 and self.dialect.name != "linuxcnc"):
                self.bent.add(code)
                yield BENT[int(code)]
            elif code in _STRAIGHT and not (code == 50 and self.dialect.cap_codes & {50} and _has(block, "S")):
                if code in (50, 8) or _STRAIGHT[int(code)] in self.bent:
                    self.position = dict.fromkeys(AXES, UNKNOWN)
                self.bent.discard(_STRAIGHT[int(code)])
            elif code in SIDE_OF_PATH:
                yield "cutter compensation"
            elif code not in MOTIONS and code not in _NEUTRAL and code not in (28, 30, 53, 92, 50):
                yield f"code G{code:g}"
                if any(word.letter in "XYZUW" for word in block.words):
                    self.position = dict.fromkeys(AXES, UNKNOWN)
                    self.motion = UNKNOWN

    def _may_be_a_lathe(self, codes: list[float]) -> bool:
        """True where the control is not named and nothing tells a mill: no G17, no feed mode of mills, no cycle."""
        if self.dialect.name != "common" or "feed mode" in self.given:
            return False
        mills = any(code in (17, 94, 95) or 73 <= code <= 89 for code in codes) or (
            "plane" in self.given and self.plane == 17
        )
        return not mills and not (self.motion is not None and 80 < self.motion <= 89)

    def _set_unit(self, unit: float, split: bool) -> None:
        if unit != self.unit and self.feed is not None:
            self.feed_stale = "the unit changed"
        self.unit = unit
        self.units.add(unit)
        self.feed_unit = None if split else unit

    def _set_feed_mode(self, mode: str) -> None:
        if mode != self.feed_mode and self.feed is not None:
            self.feed_stale = "the feed mode changed"
        self.feed_mode = mode
        self.given.add("feed mode")

    def _set_speed_mode(self, constant: bool) -> None:
        if constant != self.constant_speed:
            self.speed = None if self.speed is None else UNKNOWN
        self.constant_speed = constant

    def _shift(self, code: float, block: Block) -> None:
        """An offset moves the zero by what the program does not say."""
        for axis in "Z" if code in _TOOL_SHIFTS else AXES:
            self.position[axis] = UNKNOWN

    def set_feed(self, word: Word) -> None:
        """Read an F in the unit and the mode of its block."""
        self.feed_tool, self.feed_stale, self.feed_step = self.changes, "", 0.0
        if self.feed_mode == "inverse":
            self.feed = word.value / MINUTE
            return
        if self.feed_unit is None or self.feed_mode is None:
            self.notes.append("units" if self.unit is None else "feed unit" if self.feed_mode else "feed mode")
            self.feed = UNKNOWN
            return
        whole = self.dialect.whole_feeds
        metric = self.feed_mode == "minute" and self.feed_unit != INCH
        if not (word.has_point or whole == "as written" or (whole == "metric only" and metric)):
            self.notes.append("point")
            self.feed = UNKNOWN
            return
        scale = self.feed_unit / MINUTE if self.feed_mode == "minute" else self.feed_unit
        self.feed = word.value * scale
        decimals = len(word.text.partition(".")[2])
        self.feed_step = 0.5 * 10.0**-decimals * scale

    def set_speed(self, word: Word, cap: bool) -> None:
        """Read an S: a spindle speed, a cutting speed, or the cap of the spindle speed."""
        if cap:
            self.cap = math.inf if word.value <= 0 else word.value / MINUTE  # a cap of zero takes the cap off
            return
        self.speed_tool = self.changes
        if not self.constant_speed:
            self.speed = word.value / MINUTE
        elif self.unit is None:
            self.notes.append("units")
            self.speed = UNKNOWN
        else:
            self.speed = word.value * (_FOOT if self.unit == INCH else 1.0) / MINUTE

    def change_tool(self, number: int | None) -> None:
        """A tool goes into the spindle."""
        if self.dialect.tool_change == "M6":
            self.spindle = OFF
        if number is not None and number == self.tool:
            return
        self.tool = number
        self.changes += 1

    def target(self, block: Block) -> dict[str, float]:
        """Where the axis words of a block lead to [m]."""
        found = dict(self.position)
        for word in block.words:
            letter = word.letter
            if letter in AXES:
                size = self.length(word)
                if self.dialect.lathe and letter == "X":
                    size /= 2
                found[letter] = size if self.absolute else self.position[letter] + size
            elif self.dialect.lathe and letter in "UW":
                axis, share = ("X", 0.5) if letter == "U" else ("Z", 1.0)
                found[axis] = self.position[axis] + self.length(word) * share
        return found

    def words_of(self, block: Block, letters: str) -> dict[str, float]:
        """Values of the words of some letters, lengths in metres."""
        return {
            word.letter: self.length(word) if word.letter in _LENGTHS else word.value
            for word in block.words
            if word.letter in letters
        }


def _has(block: Block, letter: str) -> bool:
    return any(word.letter == letter for word in block.words)

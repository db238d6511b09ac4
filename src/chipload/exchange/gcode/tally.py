"""What a program comes to, tool by tool: ranges with their lines, lengths, times, flags, and what was not evaluated."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from chipload.errors import InputError

MOST_TOOLS = 10_000
"""Tools after which a text is no program of a machine."""
_MOST_REASONS = 200


@dataclass(frozen=True, slots=True)
class Condition:
    """One setting of the machine: spindle speed [rev/s], feed rate [m/s], its rounding [m/s], and the line."""

    spindle_speed: float
    feed_rate: float
    feed_step: float
    line: int


@dataclass(slots=True)
class Range:
    """Lowest and highest of a value, and the conditions at which they occur."""

    low: float = math.inf
    high: float = -math.inf
    low_at: Condition | None = None
    high_at: Condition | None = None

    def add(self, value: float, at: Condition) -> None:
        """Take a value in; one that is not known leaves the range as it is."""
        if value < self.low:
            self.low, self.low_at = value, at
        if value > self.high:
            self.high, self.high_at = value, at


@dataclass(slots=True)
class Flag:
    """Something found while reading: its first and last line, how often, and what it is about."""

    line: int
    last: int
    count: int
    detail: str


@dataclass(slots=True)
class Note:
    """Something that is not evaluated: its first line, how often, and the text of the first."""

    line: int
    count: int
    text: str


@dataclass(slots=True)
class ToolUse:
    """What one tool does.

    Attributes
    ----------
    number
        Of the tool; None where the program does not say it.
    line
        First line that cuts with it.
    ranges
        By kind of cut ("side", "plunge", "retract", "axial", "hole", "tap", "turn", "thread"), then by value:
        "spindle_speed", "feed_rate", "feed_per_rev" and, of turning, "cutting_speed".
    depth
        Deepest hole of a canned cycle, from its retract plane [m].
    length, time, moves
        Of the moves at the feed [m, s], and their number.
    unknown_moves
        Moves at the feed whose length or time is not known.
    """

    number: int | None
    line: int
    ranges: dict[str, dict[str, Range]] = field(default_factory=dict)
    depth: float = 0.0
    length: float = 0.0
    time: float = 0.0
    moves: int = 0
    unknown_moves: int = 0

    def record(self, kind: str, at: Condition, feed_per_rev: float, cutting_speed: float | None = None) -> None:
        """Take in the condition of a cut."""
        ranges = self.ranges.get(kind)
        if ranges is None:
            ranges = self.ranges[kind] = {
                name: Range() for name in ("spindle_speed", "feed_rate", "feed_per_rev", "cutting_speed")
            }
        ranges["spindle_speed"].add(at.spindle_speed, at)
        ranges["feed_rate"].add(at.feed_rate, at)
        ranges["feed_per_rev"].add(feed_per_rev, at)
        if cutting_speed is not None:
            ranges["cutting_speed"].add(cutting_speed, at)

    def span(self, name: str, *kinds: str) -> Range:
        """Range of a value over some kinds of cut, or over all."""
        ends: list[tuple[float, Condition]] = []
        for kind in kinds or tuple(self.ranges):
            one = self.ranges.get(kind, {}).get(name)
            if one is not None and one.low_at is not None and one.high_at is not None:
                ends += [(one.low, one.low_at), (one.high, one.high_at)]
        found = Range()
        for value, at in sorted(ends, key=lambda end: end[1].line):
            found.add(value, at)
        return found


@dataclass(slots=True)
class Tally:
    """Everything a reading of a program leaves behind."""

    tools: dict[int | None, ToolUse] = field(default_factory=dict)
    flags: dict[tuple[str, int | None], Flag] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    comments: dict[int, float] = field(default_factory=dict)
    lines: int = 0
    blocks: int = 0
    words: int = 0
    tool_changes: int = 0
    rapid_travel: float = 0.0
    unknown_rapids: int = 0
    dwell: float = 0.0
    unknown_dwells: int = 0

    def use(self, tool: int | None, line: int) -> ToolUse:
        """The record of a tool."""
        found = self.tools.get(tool)
        if found is None:
            if len(self.tools) >= MOST_TOOLS:
                raise InputError(f"program: line {line} names more than {MOST_TOOLS} tools; that is no program")
            found = self.tools[tool] = ToolUse(tool, line)
        return found

    def flag(self, rule: str, tool: int | None, line: int, detail: str = "", count: int = 1) -> None:
        """Note something found."""
        found = self.flags.get((rule, tool))
        if found is None:
            self.flags[rule, tool] = Flag(line, line, count, detail)
        else:
            found.last = line
            found.count += count

    def skip(self, reason: str, line: int, text: str = "", count: int = 1) -> None:
        """Note something that is not evaluated."""
        found = self.notes.get(reason)
        if found is not None:
            found.count += count
        elif len(self.notes) >= _MOST_REASONS:
            further = self.notes.setdefault("further codes", Note(line, 0, text[:80]))
            further.count += count
        else:
            self.notes[reason] = Note(line, count, text[:80])

    def rapid(self, travel: float, count: int = 1) -> None:
        """Take in rapids by the way of their longest axis [m]."""
        if travel == travel:
            self.rapid_travel += travel
        else:
            self.unknown_rapids += count

"""What a check of a program finds, in records that reports are written from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from chipload.units.kinds import Kind
from chipload.units.messages import Message

Level = Literal["error", "warning"]

RULES: dict[str, tuple[Level, str]] = {
    "spindle-off": ("error", "a cut while the spindle stands still"),
    "no-speed": ("error", "a cut before a spindle speed is given"),
    "no-feed": ("error", "a cut before a feed is given"),
    "feed-inherited": ("warning", "a cut at a feed that was given for something else"),
    "speed-inherited": ("warning", "a cut at a speed that was given for another tool"),
    "tool-not-changed": ("warning", "a tool is selected and never changed to"),
    "tool-unknown": ("warning", "a tool that the tool table does not hold"),
    "tool-differs": ("warning", "a tool whose diameter in the program is not that of the tool table"),
    "no-speed-cap": ("warning", "constant cutting speed without a highest spindle speed"),
    "spindle-too-fast": ("error", "a spindle speed above that of the machine"),
    "spindle-too-slow": ("error", "a spindle speed below that of the machine"),
    "feed-too-fast": ("error", "a feed above that of the machine"),
    "rubbing": ("warning", "a chip load below that of the tables, at which the edge rubs"),
    "overload": ("warning", "a chip load above that of the tables"),
    "cutting-speed": ("warning", "a cutting speed above that of the tables"),
    "limit": ("warning", "a limit of the tool or the machine that the cut exceeds"),
    "tap-feed": ("error", "a feed of a tap that is not its pitch"),
    "plunge-feed": ("warning", "a plunge at the feed of the cut that follows it"),
}
"""Level and meaning of each rule."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or to be looked at.

    Attributes
    ----------
    rule
        Key of `RULES`.
    tool
        Number of the tool; None where the program does not say it.
    line
        Where it is, or where it is worst.
    count
        How many moves it is true of; 0 where only the worst was looked at.
    message
        The sentence, in the units of whoever reads it.
    """

    rule: str
    tool: int | None
    line: int
    count: int
    message: Message

    @property
    def level(self) -> Level:
        """How sure it is: "error" or "warning"."""
        return RULES[self.rule][0]


@dataclass(frozen=True)
class NotEvaluated:
    """Something that was not evaluated: why, its first line and text, and how often (0 for no line)."""

    reason: Message
    line: int
    count: int
    text: str


@dataclass(frozen=True)
class Span:
    """The range of a value over the cuts of a tool, in kernel units, with the lines of its ends.

    `allowed` is the range of the tables or the machine, NaN at an open end, and `source` where that comes from.
    """

    name: str
    label: str
    kind: Kind
    low: float
    high: float
    low_line: int
    high_line: int
    allowed: tuple[float, float] = (math.nan, math.nan)
    source: str = ""


@dataclass(frozen=True)
class ToolReport:
    """What one tool does in the program.

    Attributes
    ----------
    number, line
        Of the tool, and the first line that cuts with it.
    description
        Of the tool in the tool table; "" where it is not there.
    spans
        Ranges of speed, feed, chip load, cutting speed.
    bounds
        Quantities whose engagement is given or bounded: name to label, kind, value, allowed, and whether it is the
        value or the most it can be.
    cut_length, cut_time, unknown_moves
        Of the moves at the feed [m, s], without those whose length or time is not known.
    """

    number: int | None
    line: int
    description: str
    spans: tuple[Span, ...]
    bounds: tuple[Bound, ...]
    cut_length: float
    cut_time: float
    moves: int
    unknown_moves: int


@dataclass(frozen=True)
class Bound:
    """A quantity of the hardest cut of a tool against its limit; `most` where it is the most that it can be."""

    name: str
    label: str
    kind: Kind
    value: float
    allowed: float
    most: bool
    line: int


@dataclass(frozen=True)
class ProgramCheck:
    """What the check of a program comes to.

    Attributes
    ----------
    name, dialect
        Of the program, and how it was read.
    lines
        In the program.
    tools
        One report for each tool that cuts.
    findings
        What is wrong or to be looked at, by line.
    not_evaluated
        What could not be checked, and why.
    assumptions
        What was taken for granted because the program leaves it open.
    cut_time, rapid_time, dwell_time
        Times [s]; the rapid time is NaN where no rapid rate is known.
    tool_changes
        Their number; the time of a change is not counted.
    """

    name: str
    dialect: str
    lines: int
    tools: tuple[ToolReport, ...]
    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    assumptions: tuple[Message, ...]
    cut_time: float
    rapid_time: float
    dwell_time: float
    tool_changes: int

    @property
    def clean(self) -> bool:
        """True where nothing was found."""
        return not self.findings

    @property
    def cycle_time(self) -> float:
        """Time of cuts, rapids and dwells [s], without what is not known."""
        return self.cut_time + self.dwell_time + (0.0 if math.isnan(self.rapid_time) else self.rapid_time)

    def describe(self, system: str = "metric") -> str:
        """The check as text, in metric or inch units."""
        from chipload.exchange.gcode.reports import as_text

        return as_text(self, system)

    def __str__(self) -> str:
        return self.describe()

    def to_dict(self) -> dict[str, Any]:
        """The check as plain values, in the units of the trade."""
        from chipload.exchange.gcode.reports import as_dict

        return as_dict(self)

    def to_sarif(self) -> dict[str, Any]:
        """The check as a log of SARIF 2.1.0."""
        from chipload.exchange.gcode.reports import as_sarif

        return as_sarif(self)

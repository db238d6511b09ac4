"""One tool of a program against the tool table, the tables and the machine."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chipload import cutting
from chipload.catalog import Catalog, Machine
from chipload.errors import InputError
from chipload.exchange.gcode.findings import Finding, Span, ToolReport
from chipload.exchange.gcode.loads import Loads, loads_of
from chipload.exchange.gcode.ranges import Allowed, diameter_of, feed_allowed, speed_allowed, teeth_of
from chipload.exchange.gcode.tally import Condition, Range, ToolUse
from chipload.planning.jobs import Limits
from chipload.planning.rules import figure_source
from chipload.planning.tools import Drill, EndMill, Reamer, Tap, ThreadMill
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.kinds import Kind
from chipload.units.messages import Message

_SLACK = 1e-9
_DIAMETER_SLACK = 0.01
"""Share by which a diameter in a comment may differ from the tool table's, as both are rounded."""
_ALL = ("side", "plunge", "retract", "axial", "hole", "tap", "turn", "thread")


class ToolCheck:
    """What one tool does, and what is wrong with it.

    Parameters
    ----------
    use
        What the program does with the tool.
    tool
        Of the tool table; None where it is not there.
    table_given
        True where there is a tool table.
    material, machine_name, machine
        What is cut, and on what.
    engagement
        How the tool cuts; None where it is not known.
    told_diameter
        Diameter [m] that a comment of the program tells; None for none.
    tables
        The catalog.
    """

    def __init__(
        self,
        use: ToolUse,
        tool: Tool | None,
        table_given: bool,
        material: str | None,
        machine: Machine | None,
        machine_name: str | None,
        engagement: Mapping[str, Any] | None,
        told_diameter: float | None,
        tables: Catalog,
    ) -> None:
        self.use, self.tool, self.material, self.machine, self.tables = use, tool, material, machine, tables
        self.engagement, self.machine_name, self.told_diameter = engagement, machine_name, told_diameter
        self.table_given = table_given
        self.name = "no tool named" if use.number is None else f"T{use.number}"
        self.findings: list[Finding] = []
        self.skipped: list[Message] = []
        self.assumed: list[Message] = []

    def report(self) -> ToolReport:
        """Everything about the tool; fills `findings`, `skipped` and `assumed`."""
        self._check_the_table()
        loads = Loads()
        if self.tool is not None and self.material is not None:
            loads = loads_of(self.tool, self.use, self.material, self.machine_name, self.engagement, self.tables)
            self.skipped += loads.skipped
            self.assumed += loads.assumed
            for limit, line in loads.broken:
                self._find(
                    "limit", line, "{} is exceeded: {} with {} allowed ({})",
                    limit.label, (limit.kind, limit.value), (limit.kind, limit.allowed), limit.source,
                )  # fmt: skip
        spans = [span for span in (self._speed(), self._feed(), self._load(loads), self._cutting_speed()) if span]
        if isinstance(self.tool, Tap):
            self._check_pitch(self.tool)
        use = self.use
        return ToolReport(
            use.number, use.line, "" if self.tool is None else self.tool.describe(), tuple(spans),
            tuple(loads.bounds), use.length, use.time, use.moves, use.unknown_moves,
        )  # fmt: skip

    def _find(self, rule: str, line: int, template: str, *parts: Any) -> None:
        said = Message.of("{}: " + template, self.name, *parts)
        self.findings.append(Finding(rule, self.use.number, line, 0, said))

    def _check_the_table(self) -> None:
        if self.tool is None:
            if self.table_given and self.use.number is not None:
                self._find("tool-unknown", self.use.line, "the tool table does not hold it")
            if self.use.number is None:
                self.skipped.append(Message("tool: the cuts before a tool is named are held against no tool"))
            return
        across = diameter_of(self.tool)
        if self.told_diameter and across and abs(across / self.told_diameter - 1) > _DIAMETER_SLACK:
            self._find(
                "tool-differs", self.use.line, "the program says a diameter of {}, the tool table {}",
                (kinds.DIAMETER, self.told_diameter), (kinds.DIAMETER, across),
            )  # fmt: skip

    def _speed(self) -> Span | None:
        found = self._span("spindle_speed", "spindle speed", kinds.SPINDLE_SPEED, self.use.span("spindle_speed", *_ALL))
        if found is None or self.machine is None:
            return found
        lowest, highest = self.machine.find("spindle_speed_min"), self.machine.find("spindle_speed_max")
        allowed = (
            math.nan if lowest is None else lowest.value,
            math.nan if highest is None else highest.value,
        )  # fmt: skip
        if highest is not None and found.high > highest.value * (1 + _SLACK):
            self._find(
                "spindle-too-fast", found.high_line, "{} is above the highest spindle speed of {}, {} ({})",
                (kinds.SPINDLE_SPEED, found.high), self.machine.title, (kinds.SPINDLE_SPEED, highest.value),
                figure_source(highest),
            )  # fmt: skip
        if lowest is not None and found.low < lowest.value * (1 - _SLACK):
            self._find(
                "spindle-too-slow", found.low_line, "{} is below the lowest spindle speed of {}, {} ({})",
                (kinds.SPINDLE_SPEED, found.low), self.machine.title, (kinds.SPINDLE_SPEED, lowest.value),
                figure_source(lowest),
            )  # fmt: skip
        return replace(found, allowed=allowed, source="" if highest is None else figure_source(highest))

    def _feed(self) -> Span | None:
        found = self._span("feed_rate", "feed rate", kinds.FEED_RATE, self.use.span("feed_rate", *_ALL))
        figure = None if self.machine is None else self.machine.find("feed_max")
        if found is None or figure is None or self.machine is None:
            return found
        if found.high > figure.value * (1 + _SLACK):
            self._find(
                "feed-too-fast", found.high_line, "{} is above the highest feed of {}, {} ({})",
                (kinds.FEED_RATE, found.high), self.machine.title, (kinds.FEED_RATE, figure.value),
                figure_source(figure),
            )  # fmt: skip
        return replace(found, allowed=(math.nan, figure.value), source=figure_source(figure))

    def _main(self) -> tuple[str, ...]:
        """Kinds of cut that the chip load of the tool is meant for."""
        if isinstance(self.tool, (EndMill, ThreadMill)):
            return ("side",)
        if isinstance(self.tool, (Drill, Reamer)):
            return ("hole", "plunge")
        if isinstance(self.tool, Tap):
            return ("tap",)
        return ("side", "hole", "turn")

    def _load(self, loads: Loads) -> Span | None:
        """Feed per tooth of mills, per revolution of the others, against the tables."""
        tool = self.tool
        whole = self.use.span("feed_per_rev", *self._main())
        if isinstance(tool, (EndMill, ThreadMill)):
            teeth = teeth_of(tool) or 1.0
            found = self._span("feed_per_tooth", "feed per tooth", kinds.FEED_PER_TOOTH, whole, 1 / teeth)
        else:
            found = self._span("feed_per_rev", "feed per revolution", kinds.FEED_PER_REV, whole)
        if found is None or tool is None or self.material is None or isinstance(tool, (Tap, ThreadMill)):
            return found
        allowed = feed_allowed(tool, self.tables.material(self.material), self.tables)
        if loads.feed_range is not None:
            allowed = Allowed(*loads.feed_range)
        elif isinstance(tool, EndMill):
            self.assumed.append(
                Message(
                    f"{self.name}: the feed is held against the ranges of the tables for every width of cut, as its "
                    "engagement is not given; a narrow cut may be fed faster"
                )
            )
        if not allowed.source:
            self.skipped.append(
                Message(f"{self.name}: chip load, as the tables hold no feed for this tool and material")
            )
        self.assumed += [Message(f"{self.name}: {note}") for note in allowed.notes]
        allowed = self._with_the_edge(allowed, tool)
        self._judge_the_load(found, allowed)
        return replace(found, allowed=(allowed.low, allowed.high), source=allowed.source)

    def _with_the_edge(self, allowed: Allowed, tool: Tool) -> Allowed:
        """A chip is never thicker than the feed, so that a feed below the least chip rubs whatever the engagement."""
        if tool.edge_si is None:
            return allowed
        least = tool.edge_si * Limits().si("min_chip_share")
        if least <= allowed.low:
            return allowed
        return replace(allowed, low=least, source=f"{allowed.source} | least chip of the edge radius".strip(" |"))

    def _judge_the_load(self, found: Span, allowed: Allowed) -> None:
        if found.low < allowed.low * (1 - _SLACK):
            self._find(
                "rubbing", found.low_line,
                f"a {found.label} of {{}} is below {{}}, and an edge rubs under too thin a chip ({{}})",
                (found.kind, found.low), (found.kind, allowed.low), allowed.source,
            )  # fmt: skip
        if found.high > allowed.high * (1 + _SLACK):
            self._find(
                "overload", found.high_line, f"a {found.label} of {{}} is above {{}} ({{}})",
                (found.kind, found.high), (found.kind, allowed.high), allowed.source,
            )  # fmt: skip

    def _cutting_speed(self) -> Span | None:
        tool = self.tool
        turned = self.use.span("cutting_speed", "turn")
        across = None if tool is None else self._across(tool)
        if turned.high_at is not None:
            found = self._span("cutting_speed", "cutting speed", kinds.CUTTING_SPEED, turned)
        elif across is not None:
            per_turn = float(cutting.cutting_speed.si(1.0, across))
            speeds = self.use.span("spindle_speed", *self._main(), "plunge", "hole")
            found = self._span("cutting_speed", "cutting speed", kinds.CUTTING_SPEED, speeds, per_turn)
        else:
            return None
        if found is None or tool is None or self.material is None:
            return found
        allowed = speed_allowed(tool, self.tables.material(self.material), self.tables)
        if not allowed.source:
            self.skipped.append(
                Message(f"{self.name}: cutting speed, as the tables hold none for this tool and material")
            )
            return found
        if found.high > allowed.high * (1 + _SLACK):
            self._find(
                "cutting-speed", found.high_line, "a cutting speed of {} is above {} ({})",
                (kinds.CUTTING_SPEED, found.high), (kinds.CUTTING_SPEED, allowed.high), allowed.source,
            )  # fmt: skip
        return replace(found, allowed=(allowed.low, allowed.high), source=allowed.source)

    def _across(self, tool: Tool) -> float | None:
        """Diameter at which the cutting speed of a tool that turns holds [m]."""
        if isinstance(tool, Tap):
            try:
                return self.tables.thread(tool.thread).major_diameter
            except InputError:
                return None
        return diameter_of(tool)

    def _check_pitch(self, tap: Tap) -> None:
        """The feed of a tap is its pitch in a turn, to the rounding of the F that is written."""
        advance = self.use.span("feed_per_rev", "tap")
        try:
            pitch = self.tables.thread(tap.thread).pitch
        except InputError as error:
            self.skipped.append(Message(f"{self.name}: feed of the tap; {error.problems[0]}"))
            return
        for value, at in ((advance.low, advance.low_at), (advance.high, advance.high_at)):
            if at is None or abs(value - pitch) <= at.feed_step / at.spindle_speed + pitch * _SLACK:
                continue
            self._find(
                "tap-feed", at.line, "the tap advances {} in a turn, and its pitch is {}; at {} it needs {}",
                (kinds.LENGTH, value), (kinds.LENGTH, pitch), (kinds.SPINDLE_SPEED, at.spindle_speed),
                (kinds.FEED_RATE, float(cutting.tapping_feed_rate.si(pitch, at.spindle_speed))),
            )  # fmt: skip
            return
        if advance.low_at is None and self.use.moves:
            self.skipped.append(Message(f"{self.name}: feed of the tap, as no tapping cycle with a known feed uses it"))

    @staticmethod
    def _span(name: str, label: str, kind: Kind, whole: Range, factor: float = 1.0) -> Span | None:
        low, high = whole.low_at, whole.high_at
        if low is None or high is None:
            return None
        return Span(name, label, kind, whole.low * factor, whole.high * factor, _line(low), _line(high))


def _line(at: Condition) -> int:
    return at.line

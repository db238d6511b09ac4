"""The check of a program as text, as plain values, and as SARIF 2.1.0 for the tools that show findings in an editor."""

from __future__ import annotations

import math
from typing import Any

from chipload.exchange.gcode.findings import RULES, Bound, Finding, ProgramCheck, Span, ToolReport
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.kinds import Kind
from chipload.units.trace import show

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(check: ProgramCheck, system: str = "metric") -> str:
    """The check as people read it."""
    lines = [f"{check.name}: {check.lines} lines, read as {check.dialect}", ""]
    for tool in check.tools:
        lines += _tool_text(tool, system)
    lines.append(_times(check))
    lines.append("")
    if check.findings:
        lines.append(f"{len(check.findings)} to look at")
        lines += [
            f"  line {found.line:>6}  {found.level:7}  {found.message.describe(system)}  [{found.rule}]"
            for found in check.findings
        ]
    else:
        lines.append("nothing found")
    if check.not_evaluated:
        lines += ["", "not evaluated"]
        for skipped in check.not_evaluated:
            where = "" if not skipped.line else f" (line {skipped.line}: {skipped.text}; {_times_said(skipped.count)})"
            lines.append(f"  {skipped.reason.describe(system)}{where}")
    if check.assumptions:
        lines += ["", "taken for granted"]
        lines += [f"  {said.describe(system)}" for said in check.assumptions]
    return "\n".join(lines)


def _tool_text(tool: ToolReport, system: str) -> list[str]:
    name = "no tool named" if tool.number is None else f"T{tool.number}"
    lines = [f"{name}  {tool.description}".rstrip()]
    lines += [f"  {_span_text(span, system)}" for span in tool.spans]
    lines += [f"  {_bound_text(bound, system)}" for bound in tool.bounds]
    unknown = f", {tool.unknown_moves} of its {tool.moves} moves not timed" if tool.unknown_moves else ""
    length = show(kinds.LENGTH, tool.cut_length, system)
    lines += [f"  at the feed: {length}, {_clock(tool.cut_time)}{unknown}", ""]
    return lines


def _span_text(span: Span, system: str) -> str:
    low, high = show(span.kind, span.low, system), show(span.kind, span.high, system)
    told = (
        f"{low} (line {span.low_line})"
        if low == high
        else f"{low} (line {span.low_line}) to {high} (line {span.high_line})"
    )  # fmt: skip
    ends = [show(span.kind, end, system) if not math.isnan(end) else "" for end in span.allowed]
    allowed = f"; {ends[0] or '…'} to {ends[1] or '…'} by {span.source}" if any(ends) and span.source else ""
    return f"{span.label}: {told}{allowed}"


def _bound_text(bound: Bound, system: str) -> str:
    word = "at most " if bound.most else ""
    value, allowed = show(bound.kind, bound.value, system), show(bound.kind, bound.allowed, system)
    return f"{bound.label}: {word}{value} of {allowed} (line {bound.line})"


def _times(check: ProgramCheck) -> str:
    rapid = "rapids not known" if math.isnan(check.rapid_time) else f"rapids {_clock(check.rapid_time)}"
    return (
        f"cycle time {_clock(check.cycle_time)}: cuts {_clock(check.cut_time)}, {rapid}, dwells "
        f"{_clock(check.dwell_time)}; {check.tool_changes} tool changes and all acceleration not counted"
    )


def _clock(seconds: float) -> str:
    """Seconds as people say them."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min {rest:02} s" if hours else f"{minutes} min {rest:02} s"


def _times_said(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _value(kind: Kind, value: float) -> float | None:
    """A number in the metric unit of the trade; None where it is not known."""
    return float(from_kernel(kind, value).magnitude) if math.isfinite(value) else None


def as_dict(check: ProgramCheck) -> dict[str, Any]:
    """The check as plain values: metric units of the trade, times in seconds, null for what is not known."""
    return {
        "program": check.name,
        "dialect": check.dialect,
        "lines": check.lines,
        "clean": check.clean,
        "cycle_time": check.cycle_time,
        "cut_time": check.cut_time,
        "rapid_time": None if math.isnan(check.rapid_time) else check.rapid_time,
        "dwell_time": check.dwell_time,
        "tool_changes": check.tool_changes,
        "tools": [_tool_dict(tool) for tool in check.tools],
        "findings": [
            {
                "rule": found.rule, "level": found.level, "tool": found.tool, "line": found.line,
                "count": found.count, "message": str(found.message),
            }
            for found in check.findings
        ],
        "not_evaluated": [
            {"reason": str(one.reason), "line": one.line or None, "count": one.count, "text": one.text}
            for one in check.not_evaluated
        ],
        "assumptions": [str(said) for said in check.assumptions],
    }  # fmt: skip


def _tool_dict(tool: ToolReport) -> dict[str, Any]:
    return {
        "number": tool.number,
        "description": tool.description,
        "line": tool.line,
        "cut_length": _value(kinds.LENGTH, tool.cut_length),
        "cut_time": tool.cut_time,
        "moves": tool.moves,
        "moves_not_timed": tool.unknown_moves,
        "ranges": {
            span.name: {
                "unit": span.kind.metric.label,
                "low": _value(span.kind, span.low), "low_line": span.low_line,
                "high": _value(span.kind, span.high), "high_line": span.high_line,
                "allowed_low": _value(span.kind, span.allowed[0]), "allowed_high": _value(span.kind, span.allowed[1]),
                "source": span.source,
            }
            for span in tool.spans
        },
        "loads": {
            bound.name: {
                "unit": bound.kind.metric.label, "value": _value(bound.kind, bound.value),
                "allowed": _value(bound.kind, bound.allowed), "at_most": bound.most, "line": bound.line,
            }
            for bound in tool.bounds
        },
    }  # fmt: skip


def as_sarif(check: ProgramCheck) -> dict[str, Any]:
    """The check as a log of SARIF 2.1.0 (OASIS): one run, a rule for each kind of finding, a result for each finding.

    What was not evaluated are notifications of the run, so that a clean log does not look like a full check.
    """
    from chipload import __version__

    rules = list(RULES)
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "chipload",
                        "version": __version__,
                        "rules": [
                            {
                                "id": rule,
                                "shortDescription": {"text": words},
                                "defaultConfiguration": {"level": level},
                            }
                            for rule, (level, words) in RULES.items()
                        ],
                    }
                },
                "artifacts": [{"location": {"uri": _uri(check.name)}}],
                "results": [_result(found, rules, check.name) for found in check.findings],
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {
                                "level": "note",
                                "message": {"text": f"not evaluated: {one.reason}"},
                                **({"locations": [_place(check.name, one.line)]} if one.line else {}),
                            }
                            for one in check.not_evaluated
                        ],
                    }
                ],
            }
        ],
    }


def _result(found: Finding, rules: list[str], name: str) -> dict[str, Any]:
    return {
        "ruleId": found.rule,
        "ruleIndex": rules.index(found.rule),
        "level": found.level,
        "message": {"text": str(found.message)},
        "locations": [_place(name, found.line)],
    }


def _place(name: str, line: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(name), "index": 0},
            "region": {"startLine": line},
        }
    }


def _uri(name: str) -> str:
    """A relative reference: blanks and signs that a URI does not allow are written with a percent sign."""
    from urllib.parse import quote

    return quote(name.replace("\\", "/"))

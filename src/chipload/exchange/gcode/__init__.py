"""Programs of machines checked: speeds, feeds and chip loads tool by tool; nothing is ever changed in them."""

from chipload.exchange.gcode.checking import check_program
from chipload.exchange.gcode.dialects import DIALECTS, Dialect
from chipload.exchange.gcode.findings import RULES, Bound, Finding, NotEvaluated, ProgramCheck, Span, ToolReport

__all__ = [
    "DIALECTS",
    "RULES",
    "Bound",
    "Dialect",
    "Finding",
    "NotEvaluated",
    "ProgramCheck",
    "Span",
    "ToolReport",
    "check_program",
]

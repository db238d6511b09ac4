"""Programs of machines checked: speeds, feeds and chip loads tool by tool; nothing is ever changed in them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chipload.exchange.gcode.checking import check_program
    from chipload.exchange.gcode.dialects import DIALECTS, Dialect
    from chipload.exchange.gcode.findings import RULES, Bound, Finding, NotEvaluated, ProgramCheck, Span, ToolReport

_HOMES = {
    "check_program": "checking",
    "DIALECTS": "dialects",
    "Dialect": "dialects",
    **dict.fromkeys(("RULES", "Bound", "Finding", "NotEvaluated", "ProgramCheck", "Span", "ToolReport"), "findings"),
}
"""Names load at first use, so that the command line starts without the tables."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


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

"""Tool tables in the plainest form: a JSON object from the number of a tool to its fields."""

from __future__ import annotations

import json
from typing import Any

from chipload.errors import InputError
from chipload.planning import tools
from chipload.planning.tools.tool import Tool

KINDS: dict[str, type[Tool]] = {
    "boring bar": tools.BoringBar,
    "drill": tools.Drill,
    "end mill": tools.EndMill,
    "grooving tool": tools.GroovingTool,
    "reamer": tools.Reamer,
    "tap": tools.Tap,
    "thread mill": tools.ThreadMill,
    "threading tool": tools.ThreadingTool,
    "turning tool": tools.TurningTool,
}


def read_tool_table(text: str) -> dict[int, Tool]:
    """Tool number to tool.

    Parameters
    ----------
    text
        JSON: ``{"1": {"kind": "end mill", "diameter": "10 mm", "teeth": 4, ...}}``, each with the fields of its
        tool; the kind of a tap is its field "tap".

    Raises
    ------
    InputError
        For a text that is not such a table, with one sentence for each bad tool.

    Examples
    --------
    >>> text = '{"5": {"kind": "tap", "thread": "M6x1", "tap": "spiral point"}}'
    >>> read_tool_table(text)[5].describe()
    'M6x1 tap, spiral point (hss)'
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"tools: the text is not JSON: {error}") from None
    if not isinstance(given, dict):
        raise InputError('tools: a tool table is an object from number to tool, like {"1": {"kind": "end mill", ...}}')
    found: dict[int, Tool] = {}
    problems: list[str] = []
    for key, fields in given.items():
        try:
            number = _number(key)
            found[number] = _tool(fields)
        except InputError as error:
            problems += [f"T{key}.{problem}" for problem in error.problems]
    if problems:
        raise InputError(problems)
    return found


def _number(key: str) -> int:
    if not (key.isascii() and key.isdigit() and len(key) < 9):
        raise InputError(f"number: {key!r} is no number of a tool; give a whole one")
    return int(key)


def _tool(fields: Any) -> Tool:
    if not isinstance(fields, dict):
        raise InputError("tool: it is no object with the fields of a tool")
    fields = dict(fields)
    kind = fields.pop("kind", None)
    made = KINDS.get(str(kind))
    if made is None:
        raise InputError(f"kind: {kind!r} is not known; choose from {', '.join(KINDS)}")
    if made is tools.Tap and "tap" in fields:
        fields["kind"] = fields.pop("tap")
    tool: Tool = made.model_validate(fields)
    return tool

"""A page of every command with the help it prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chipload.commands.command_line import parser_for
from making.markdown import code


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    text = ["# Commands", "Every command prints this with `--help`."]
    for name, command in _children(parser_for()).items():
        text += [f"(command-{name})=\n## chipload {name}", code(command.format_help().splitlines(), "text")]
        for inner, one in _children(command).items():
            text += [f"### chipload {name} {inner}", code(one.format_help().splitlines(), "text")]
    yield "commands", "\n\n".join(text)


def _children(of: Any) -> dict[str, Any]:
    of.fill()
    return {name: one for action in of.subcommands() for name, one in (action.choices or {}).items()}

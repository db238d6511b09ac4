"""The commands of `chipload`, one small module for each; nothing heavy is loaded before a command is known.

`COMMANDS` and `JOINING` are the one place where a command is entered, those of other packages too.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

COMMANDS: dict[str, str] = {
    "plan": "chipload.commands.plan",
    "sweep": "chipload.commands.sweep",
    "optimise": "chipload.commands.optimise",
    "stability": "chipload.commands.stability",
    "finish": "chipload.commands.finish",
    "calibrate": "chipload.commands.calibrate",
    "check": "chipload.exchange.gcode.command",
    "formula": "chipload.commands.formula",
    "materials": "chipload.commands.materials",
    "tools": "chipload.commands.tools",
    "machines": "chipload.commands.machines",
    "catalog": "chipload.commands.catalog",
    "app": "chipload.commands.app",
    "completion": "chipload.commands.completion",
}
"""Module of every command, whose `add_commands(commands)` adds it to the subcommands of `chipload`."""

JOINING: dict[str, tuple[str, ...]] = {
    "tools": ("chipload.exchange.tool_commands",),
}
"""Modules whose `add_commands(commands)` add to the subcommands of a group, such as those of `chipload tools`."""


def add_all(commands: Any, names: Iterable[str] = tuple(COMMANDS)) -> None:
    """Add the commands of these names, loading their modules and no other."""
    for module in dict.fromkeys(COMMANDS[name] for name in names):
        import_module(module).add_commands(commands)


def join(group: str, commands: Any) -> None:
    """Add what other packages bring to the subcommands of a group."""
    for module in JOINING[group]:
        import_module(module).add_commands(commands)

"""`chipload completion`: what a shell needs to complete our commands and options."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload completion bash > ~/.local/share/bash-completion/completions/chipload
  chipload completion zsh > ~/.zfunc/_chipload          # with fpath+=~/.zfunc before compinit"""


def add_commands(commands: Any) -> None:
    """Add `completion`."""
    completion = commands.add_parser(
        "completion", help="completion of commands and options in a shell", epilog=_EXAMPLES
    )
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="the shell")
    completion.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    try:
        import shtab
    except ModuleNotFoundError:
        raise InputError(
            'completion: this needs shtab, which is not installed; run: pip install "chipload[completion]"'
        ) from None
    from chipload.commands.command_line import parser_for

    parser = parser_for()
    _fill(parser)
    print(shtab.complete(parser, shell=given.shell))
    return 0


def _fill(parser: Any) -> None:
    """Let every parser below add what it waits with: the script is made once and knows it all."""
    parser.fill()
    for action in parser.subcommands():
        for one in dict.fromkeys(action.choices.values()):
            _fill(one)

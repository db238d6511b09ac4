"""The parser of the whole command line."""

from __future__ import annotations

from collections.abc import Sequence

from chipload import __version__
from chipload.commands import COMMANDS, add_all
from chipload.commands.parser import Parser

_STATUS = "exit status: 0 all is well; 1 a limit is broken or nothing was found; 2 an input cannot be used"


def parser_for(words: Sequence[str] = ()) -> Parser:
    """The parser of a command line: of the command that it names, or of all of them."""
    parser = Parser(
        prog="chipload", description="Speeds, feeds, forces, stability and finish of a cut.", epilog=_STATUS
    )
    parser.add_argument("-V", "--version", action="version", version=f"chipload {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    named = [word for word in words[:1] if word in COMMANDS]
    add_all(commands, named or COMMANDS)
    return parser

"""The parser of every command: an error is a sentence, and what is dear to list is listed when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from chipload.errors import InputError

Filling = Callable[["Parser"], None]


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes raise `InputError`, and whose arguments may wait until they are needed.

    Attributes
    ----------
    gathers
        Name of a positional argument of any number that takes words between the options too.
    otherwise
        Subcommand that is meant where none is named.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, **options)
        self.gathers: str | None = None
        self.otherwise: str | None = None
        self._filling: Filling | None = None

    def filled_by(self, filling: Filling) -> None:
        """Let `filling` add the arguments when the parser is first used."""
        self._filling = filling

    def fill(self) -> None:
        """Add the arguments that are still waiting."""
        filling, self._filling = self._filling, None
        if filling is not None:
            filling(self)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse's, with the arguments that waited."""
        self.fill()
        words = list(sys.argv[1:] if args is None else args)
        if self.otherwise is not None and not self._named(words):
            words.insert(0, self.otherwise)
        given, rest = super().parse_known_args(words, namespace)
        if self.gathers is not None:
            # argparse closes a list of words at the first option, so that later ones are left over
            gathered = [word for word in rest if not word.startswith("-")]
            setattr(given, self.gathers, [*getattr(given, self.gathers), *gathered])
            rest = [word for word in rest if word.startswith("-")]
        return given, rest

    def error(self, message: str) -> Any:
        """Raise instead of leaving the program.

        Raises
        ------
        InputError
            Always.
        """
        raise InputError(f"{message}; see {self.prog} --help")

    def _named(self, words: Sequence[str]) -> bool:
        names = {name for action in self.subcommands() for name in action.choices or ()}
        return not words or bool({"-h", "--help"} & set(words)) or words[0] in names

    def subcommands(self) -> list[argparse.Action]:
        """The actions that choose a subcommand, one or none."""
        return [action for action in self._actions if action.nargs == argparse.PARSER]


def add_output(parser: Any, inch: bool = True) -> None:
    """Add `--json` and `--inch`."""
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="print JSON instead of a table")
    if inch:
        group.add_argument("--inch", action="store_true", help="show inch units")

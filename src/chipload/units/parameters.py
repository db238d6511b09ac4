"""What a formula says of its arguments: their kinds, the conditions between them, the ranges it holds in."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from chipload.errors import InputError
from chipload.units import boundary
from chipload.units.kinds import Kind


@dataclass(frozen=True)
class Valid:
    """The range of one argument in which a formula was shown to hold, in the kernel unit.

    `instead` says what a user should do outside it.
    """

    name: str
    low: float
    high: float
    instead: str


@dataclass(frozen=True)
class ValidRatio:
    """The range of a plain number made of several arguments, such as depth over diameter, in which a formula holds.

    `of` takes the kernel values of `names`; `words` says what it is.
    """

    words: str
    names: tuple[str, ...]
    of: Callable[..., Any]
    low: float
    high: float
    instead: str


@dataclass(frozen=True)
class ValidWhere:
    """A condition between arguments in which a formula was shown to hold; outside it a call warns.

    `holds` takes the kernel values of `names`; `says` is the sentence for the user, with the remedy.
    """

    names: tuple[str, ...]
    holds: Callable[..., Any]
    says: str


@dataclass(frozen=True)
class Requires:
    """A condition between arguments without which the question has no answer.

    `holds` takes the kernel values of `names`; `says` is the sentence for the user.
    """

    names: tuple[str, ...]
    holds: Callable[..., Any]
    says: str


@dataclass(frozen=True)
class Parameter:
    """One argument of a formula: a quantity of a kind, or one of several words."""

    name: str
    kind: Kind | None
    choices: tuple[str, ...]
    default: Any
    converter: boundary.Converter | None

    def reader(self) -> Callable[[Any], Any]:
        """How what is given becomes a kernel value; a default is one already."""
        name, default, convert = self.name, self.default, self.converter
        if convert is None:
            return self._read_option
        read = convert.read
        if default is inspect.Parameter.empty:
            return lambda given: read(given, name)
        return lambda given: given if given is default else read(given, name)

    def _read_option(self, given: Any) -> Any:
        if given in self.choices:
            return given
        raise InputError(f"{self.name}: {given!r} is not one of {', '.join(self.choices)}")


def kind_in(hint: Any) -> Kind:
    """The kind that an annotation carries."""
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Kind):
            return extra
    raise TypeError(f"{hint!r} is annotated with no kind of quantity")


def read_parameter(name: str, hint: Any, default: Any) -> Parameter:
    """The argument `name` from its annotation."""
    if get_origin(hint) is Annotated:
        kind = kind_in(hint)
        return Parameter(name, kind, (), default, boundary.converter(kind))
    if get_origin(hint) is Literal:
        return Parameter(name, None, get_args(hint), default, None)
    raise TypeError(f"{name} is annotated with neither a kind of quantity nor a choice")

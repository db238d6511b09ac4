"""One number or text of a record at a time: from the file's key to our name, and back without loss.

What is understood is taken out of the record; what is not, or what is written in another way than we write it, stays in
it.  On the way back a value that still reads the same is given back as it was written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from chipload.errors import InputError
from chipload.exchange.items import Problem
from chipload.exchange.vocabulary import magnitude, quantity
from chipload.units.kinds import Kind
from chipload.units.notation import read_number

ABSENT: Any = object()
_NUMBERS = (float, int)


class NotUsableError(Exception):
    """A value that is there but cannot be what its key says; the text is the reason."""


class Entry(Protocol):
    """One value of a record: where it stands, what we call it, and how it is read and written."""

    @property
    def place(self) -> str:
        """The file's key."""
        ...

    @property
    def name(self) -> str:
        """Our name."""
        ...

    def read(self, raw: Any, system: str) -> Any:
        """The value; None where nothing is given."""
        ...

    def write(self, value: Any, system: str) -> Any:
        """What the file says for it."""
        ...


@dataclass(frozen=True, slots=True)
class Key:
    """A number of a record: the file's key, our name, its kind, and whether zero is a value or stands for none."""

    place: str
    name: str
    kind: Kind
    zero: bool = False

    def read(self, raw: Any, system: str) -> Any:
        """The value of what stands in the file; None where nothing is given.

        Raises
        ------
        NotUsableError
            For what cannot be such a value.
        """
        number = plain_number(raw)
        if number is None or (number == 0 and not self.zero):
            return None
        if number == 0:
            return quantity(self.kind, 0.0, system)
        if self.kind.whole and not number.is_integer():
            raise NotUsableError(f"{raw!r} is no whole number")
        if number < self.kind.low or (number == self.kind.low and self.kind.above):
            raise NotUsableError(f"{raw!r} cannot be; it is {self.kind.bounds_text}")
        return quantity(self.kind, number, system)

    def write(self, value: Any, system: str) -> Any:
        """The number for the file."""
        number = magnitude(self.kind, value, system)
        return int(number) if self.kind.whole else number


@dataclass(frozen=True, slots=True)
class Word:
    """A text of a record: the file's key, our name, and how a word of the file becomes one of ours and back."""

    place: str
    name: str
    ours: Callable[[str], str | None] = lambda text: text or None
    theirs: Callable[[str], str | None] = lambda text: text

    def read(self, raw: Any, system: str) -> Any:
        """The word; None where nothing is given or it is not known."""
        if raw is None:
            return None
        if not isinstance(raw, str):
            raise NotUsableError(f"{raw!r} is no text")
        return self.ours(raw)

    def write(self, value: Any, system: str) -> Any:
        """The word for the file; the key is left out where there is none."""
        found = self.theirs(value)
        return ABSENT if found is None else found


def plain_number(raw: Any) -> float | None:
    """The number in a value of a file; None for a null and an empty text.

    Raises
    ------
    NotUsableError
        For a value that is no finite number.
    """
    if raw is None:
        return None
    if type(raw) is float and math.isfinite(raw):
        return raw
    if isinstance(raw, str):
        if not raw.strip():
            return None
        try:
            number = read_number(raw)
        except InputError as error:
            raise NotUsableError(str(error)) from None
    elif isinstance(raw, (int, float)) and not isinstance(raw, bool):
        number = float(raw)
    else:
        raise NotUsableError(f"{shown(raw)} is no number")
    if not math.isfinite(number):
        raise NotUsableError(f"{shown(raw)} is no finite number")
    return number


def flag(raw: Any) -> bool | None:
    """A Boolean, written as one, as "true" or "false", or as 1 or 0; None for anything else."""
    if isinstance(raw, str):
        return {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False}.get(raw.strip().lower())
    return bool(raw) if isinstance(raw, (bool, int, float)) else None


def shown(raw: Any) -> str:
    """A value for a sentence, never longer than a line."""
    text = repr(raw)
    return text if len(text) <= 60 else f"{text[:57]}..."


def take(
    record: dict[str, Any], keys: Iterable[Entry], system: str, label: str, problems: list[Problem]
) -> dict[str, Any]:
    """Values by our name; what they were read from is taken out of `record` where we would write it the same."""
    found: dict[str, Any] = {}
    for key in keys:
        raw = record.get(key.place, ABSENT)
        if raw is ABSENT:
            continue
        try:
            value = key.read(raw, system)
        except NotUsableError as error:
            problems.append(Problem(label, key.place, raw, f"{error}; it is kept as it stands and not used"))
            continue
        if value is None:
            continue
        found[key.name] = value
        plain = type(raw) in _NUMBERS and type(key) is Key  # read and written in one unit, a number stays what it is
        if plain or same(raw, key.write(value, system)):
            del record[key.place]
    return found


def give(record: dict[str, Any], keys: Iterable[Entry], values: Mapping[str, Any], system: str) -> None:
    """Write values into `record`; what stands there and reads the same stays as it is."""
    for key in keys:
        value = values.get(key.name)
        raw = record.get(key.place, ABSENT)
        before = None
        if raw is not ABSENT:
            try:
                before = key.read(raw, system)
            except NotUsableError:
                before = None
        empty = value is None or value == ""
        if raw is not ABSENT and ((empty and before is None) or (not empty and same(before, value))):
            continue
        if empty:
            record.pop(key.place, None)
            continue
        written = key.write(value, system)
        if written is ABSENT:
            record.pop(key.place, None)
        else:
            record[key.place] = written


def same(one: Any, other: Any) -> bool:
    """Equal, and of one sort: 10 and 10.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool) or isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    try:
        return bool(one == other)
    except (ValueError, TypeError):
        return False

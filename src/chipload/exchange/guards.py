"""Files of others are read with limits: size, depth, members of an archive; nothing but `LibraryError` comes out."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NoReturn, ParamSpec, TypeAlias, TypeVar

from chipload.errors import ChiploadError, InputError

P = ParamSpec("P")
R = TypeVar("R")

Given: TypeAlias = "str | Path | bytes"
"""A file by its path, or its content."""

LARGEST = 128 * 1024 * 1024
"""Bytes of a file or of a member of an archive; libraries of ten thousand tools have about 20 MB."""
DEEPEST = 40
"""Levels of JSON; a Fusion library has about eight."""
MOST_PARTS = 4_000_000
"""Lists and objects of JSON; ten thousand tools of Fusion have about a hundred thousand."""
MOST_ITEMS = 200_000
"""Tools of a library, lines of a table."""
MOST_MEMBERS = 1000
HIGHEST_RATIO = 250
"""Unpacked over packed size: text of tools packs to a tenth or a fiftieth, a bomb to a thousandth."""
LONGEST_NUMBER = 40
"""Digits of a whole number; no figure of a tool needs more."""

ZIP_MAGIC = b"PK\x03\x04"
SQLITE_MAGIC = b"SQLite format 3\x00"
_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""With which a text in UTF-16 begins."""

_NO_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))
_BRACKETS = re.compile(rb'"[^"]*+"?|[\[{]|[\]}]')


_PARSERS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, OSError, RecursionError, MemoryError,
    csv.Error, sqlite3.Error,
)  # fmt: skip
"""What the parsers of the standard library raise for files that are not what they seem."""


class LibraryError(InputError):
    """A file that cannot be read or written as a tool library; a bad tool alone is a problem of the library."""


def guarded(function: Callable[P, R]) -> Callable[P, R]:
    """Let nothing but `LibraryError` out of a reader or writer, whatever a file does to the parsers below."""

    @wraps(function)
    def call(*given: P.args, **options: P.kwargs) -> R:
        try:
            return function(*given, **options)
        except LibraryError:
            raise
        except ChiploadError as error:
            raise LibraryError(str(error)) from error
        except _PARSERS as error:
            raise LibraryError(
                f"the file: it cannot be used as a tool library ({type(error).__name__}: {error}); check it in the "
                "program it comes from"
            ) from error

    return call


@contextmanager
def no_collecting() -> Iterator[None]:
    """No search for garbage meanwhile: a large library makes a million objects and no cycles, and each search costs."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def not_too_many(items: Collection[Any]) -> None:
    """Refuse a library of more than `MOST_ITEMS` items.

    Raises
    ------
    LibraryError
        For such a library.
    """
    if len(items) > MOST_ITEMS:
        raise LibraryError(f"the file: it has {len(items)} items, more than {MOST_ITEMS}; split the library")


def read_bytes(given: Given, largest: int = LARGEST) -> bytes:
    """The content of a file, or the bytes given, held to `largest` bytes.

    Raises
    ------
    LibraryError
        For a file that is not there, cannot be read or is too large.
    """
    if isinstance(given, bytes):
        content = given
    else:
        try:
            with Path(given).open("rb") as file:
                content = file.read(largest + 1)
        except (OSError, ValueError) as error:
            raise LibraryError(f"path: the file cannot be read ({error}); check its name") from None
    if len(content) > largest:
        raise LibraryError(f"the file: it has more than {largest >> 10} kB; split it")
    return content


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write a file whole.

    Raises
    ------
    LibraryError
        Where it cannot be written.
    """
    place = Path(path)
    try:
        place.write_bytes(content)
    except (OSError, ValueError) as error:
        raise LibraryError(f"path: the file cannot be written ({error}); choose another place") from None
    return place


def as_text(content: bytes) -> str:
    """The text of a file: UTF-8 with or without its mark, UTF-16 by its mark, else the Windows code page.

    Raises
    ------
    LibraryError
        For bytes that are no text.
    """
    encodings = ("utf-16",) if content[:2] in _MARKS else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
        break
    raise LibraryError("the file: it is no text; give a tool library as its program saves it")


def lines_of(content: bytes) -> list[str]:
    """The lines of a text, however they end; an empty last one is none."""
    if content.count(b"\n") + content.count(b"\r") > 2 * MOST_ITEMS:
        raise LibraryError(f"the file: it has more than {MOST_ITEMS} lines; split the library")
    lines = re.split(r"\r\n|\r|\n", as_text(content))
    return lines[:-1] if lines[-1] == "" else lines


@dataclass(frozen=True)
class Parsed:
    """JSON that was parsed already, to find out what it is; whoever reads it takes it apart."""

    document: Any


def parse_json(content: bytes | Parsed) -> Any:
    """JSON held to `DEEPEST` levels, with finite numbers and no key twice.

    Raises
    ------
    LibraryError
        For a text that is none.
    """
    if isinstance(content, Parsed):
        return content.document
    text = as_text(content)
    _check_depth(content if content[:2] not in _MARKS else text.encode("utf-8", "surrogatepass"))
    try:
        return json.loads(text, parse_constant=_refuse, parse_int=_whole, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise LibraryError(f"the file: it is not JSON ({error}); save it again from its program") from None


def _check_depth(content: bytes) -> None:
    """Refuse JSON that is too deep before it is parsed: what is no bracket goes, then what is left of the texts."""
    bare = content.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _NO_BRACKETS).replace(b'""', b"")
    if bare.count(b"{") + bare.count(b"[") > MOST_PARTS:
        raise LibraryError(f"the file: its JSON has more than {MOST_PARTS} lists and objects; split the library")
    depth = 0
    for found in _BRACKETS.finditer(bare):
        bracket = found[0]
        if bracket in (b"[", b"{"):
            depth += 1
            if depth > DEEPEST:
                raise LibraryError(f"the file: its JSON is more than {DEEPEST} levels deep; no tool library is")
        elif bracket in (b"]", b"}"):
            depth -= 1


def _refuse(text: str) -> NoReturn:
    raise LibraryError(f"the file: {text} is no number of JSON; save it again from its program")


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise LibraryError(f"the file: a whole number has {len(text)} digits; no figure of a tool does")
    return int(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise LibraryError(f"the file: its JSON has the key {twice[:60]!r} twice in one place; keep one of them")
    return found


def render_json(value: Any, *, indent: int | None = 1) -> bytes:
    """JSON in plain ASCII, so that every program reads it.

    Raises
    ------
    LibraryError
        For a number that is not finite, or a value JSON has no word for.
    """
    try:
        return json.dumps(value, indent=indent, allow_nan=False).encode("ascii") + b"\n"
    except (ValueError, TypeError) as error:
        raise LibraryError(f"library: it cannot be written as JSON ({error}); leave that value out") from None


def unpack(content: bytes, member: str) -> bytes:
    """One member of a ZIP archive by its name; nothing is ever extracted to a path.

    Raises
    ------
    LibraryError
        For an archive that is damaged, encrypted, a bomb, names a path outside itself or has no such member.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise LibraryError(f"the file: its archive has {len(infos)} members; a library has few")
            for info in infos:
                _check_member(info)
            found = [info for info in infos if info.filename == member]
            if len(found) != 1:
                raise LibraryError(f"the file: its archive has {member!r} {len(found)} times, not once")
            with archive.open(found[0]) as file:
                unpacked = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError, ValueError) as error:
        if isinstance(error, LibraryError):
            raise
        raise LibraryError(f"the file: its archive cannot be read ({error}); save it again") from None
    if len(unpacked) > LARGEST:
        raise LibraryError(f"the file: unpacked it has more than {LARGEST >> 20} MB; split the library")
    return unpacked


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    if not is_inside(name):
        raise LibraryError(f"the file: its archive names {name!r}, a path outside itself; it is not opened")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise LibraryError(f"the file: {name!r} is packed in a way no tool library uses; save it again")
    if info.file_size > LARGEST or info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        raise LibraryError(
            f"the file: {name!r} says it unpacks from {info.compress_size} to {info.file_size} bytes; it is not opened"
        )


def is_inside(name: str) -> bool:
    """True for a relative path that stays below its folder, on every system."""
    if "\x00" in name or PureWindowsPath(name).drive or PurePosixPath(name).is_absolute() or name.startswith("\\"):
        return False
    return ".." not in PureWindowsPath(name).parts


def pack(member: str, content: bytes) -> bytes:
    """A ZIP archive of one member; the same content gives the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()

"""The tool table of LinuxCNC, `tool.tbl`: one line a tool, in the units of the machine, which the file does not say."""

from __future__ import annotations

import re
from typing import Any

from chipload.exchange.building import with_tool
from chipload.exchange.checks import check_item
from chipload.exchange.guards import LibraryError, lines_of
from chipload.exchange.items import Item, Library, Problem
from chipload.exchange.keys import Key, NotUsableError, plain_number, shown
from chipload.exchange.vocabulary import SIZES, magnitude

FORMAT = "linuxcnc"
_WORD = re.compile(r"([A-Za-z])\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?=$|[\sA-Za-z])")
_SIZES = {
    "D": Key("D", "diameter", SIZES["diameter"]),
    "Z": Key("Z", "offset_z", SIZES["offset_z"], zero=True),
    "X": Key("X", "offset_x", SIZES["offset_x"], zero=True),
    "Y": Key("Y", "offset_y", SIZES["offset_y"], zero=True),
    "U": Key("U", "offset_u", SIZES["offset_u"], zero=True),
    "V": Key("V", "offset_v", SIZES["offset_v"], zero=True),
    "W": Key("W", "offset_w", SIZES["offset_w"], zero=True),
    "I": Key("I", "front_angle", SIZES["front_angle"], zero=True),
    "J": Key("J", "back_angle", SIZES["back_angle"], zero=True),
}
_KEPT = frozenset("PABCQ")
"""Words without a size of ours: pocket, offsets of the turning axes, orientation of a lathe tool."""


def read(content: bytes, system: str) -> Library:
    """A tool table in the units of `system`.

    Of a lathe tool D is the nose diameter; it is read as a diameter, and a word Q or I tells it from a mill.

    Raises
    ------
    LibraryError
        For a text without a single line of a tool.
    """
    problems: list[Problem] = []
    items: list[Item] = []
    comments: list[list[Any]] = []
    for line, text in enumerate(lines_of(content), 1):
        if not text.strip() or text.lstrip().startswith(";"):
            comments.append([len(items), text])
            continue
        items.append(_read_line(text, line, system, problems))
    if not any(item.number is not None for item in items):
        raise LibraryError(
            "the file: no line names a tool and its pocket, like 'T1 P1 D6.35 ;end mill'; give a tool table"
        )
    extra = {FORMAT: {"lines": comments, "system": system}}
    return Library(tuple(items), tuple(problems), format=FORMAT, extra=extra)


def _read_line(text: str, line: int, system: str, problems: list[Problem]) -> Item:
    body, _, remark = text.partition(";")
    words = _WORD.findall(body)
    label = f"line {line}"
    letters = [letter.upper() for letter, _ in words]
    number = next((_whole(value) for letter, value in words if letter.upper() == "T"), None)
    rest = _WORD.sub("", body).strip()
    if number is None or rest or len(set(letters)) < len(letters):
        said = f"{shown(text)} is no line of a tool; it has T and P once, and letters with numbers; it is kept"
        problems.append(Problem(label, "line", text, said))
        return Item("other", extra={FORMAT: {"line": text, "system": system}})
    sizes: dict[str, Any] = {}
    for letter, value in words:
        key = _SIZES.get(letter.upper())
        if key is None:
            if letter.upper() not in _KEPT and letter.upper() != "T":
                problems.append(Problem(label, letter, value, f"the word {letter!r} is not known; it is kept"))
            continue
        try:
            found = key.read(value, system)
        except NotUsableError as error:
            problems.append(Problem(label, letter, value, f"{error}; it is kept as it stands and not used"))
            continue
        if found is not None:
            sizes[key.name] = found
    if "P" not in letters:
        problems.append(Problem(label, "P", None, "the pocket is missing; LinuxCNC wants one of every tool"))
    item = Item("other", number, remark.strip(), sizes=sizes, extra={FORMAT: {"line": text, "system": system}})
    item = with_tool(item, problems)
    problems += check_item(item)
    return item


def _whole(value: str) -> int | None:
    try:
        found = plain_number(value)
    except NotUsableError:
        return None
    return int(found) if found is not None and found >= 0 and found.is_integer() and found < 1e9 else None


def write(library: Library, problems: list[Problem], *, system: str = "metric") -> bytes:
    """A tool table in the units of `system`: number, pocket, offsets, diameter and the name as a remark.

    A line that was read in these units and still says the same is given back as it was.
    """
    lines: list[str] = []
    kept = dict(library.extra.get(FORMAT, {}))
    comments = list(kept.get("lines", ())) if isinstance(kept.get("lines", ()), (list, tuple)) else []
    for place, item in enumerate(library.items):
        lines += [text for before, text in comments if before == place]
        written = _write_line(item, place + 1, system, problems)
        if written is not None:
            lines.append(written)
    lines += [text for before, text in comments if before >= len(library.items)]
    text = "".join(f"{line}\n" for line in lines)
    return text.encode("utf-8")


def _write_line(item: Item, pocket: int, system: str, problems: list[Problem]) -> str | None:
    stored = item.extra.get(FORMAT)
    values = {key.name: item.size(key.name) for key in _SIZES.values()}
    words: dict[str, str] = {}
    if isinstance(stored, dict) and isinstance(stored.get("line"), str):
        text = stored["line"]
        before = _read_line(text, pocket, str(stored.get("system", system)), [])
        if before.number is None and item.number is None:
            return text
        if _unchanged(item, before) and stored.get("system") == system:
            return text
        words = {letter.upper(): value for letter, value in _WORD.findall(text.partition(";")[0])}
    if item.number is None:
        problems.append(Problem(item.label, "number", None, "a tool table needs a number; it is left out"))
        return None
    words["T"] = str(item.number)
    words.setdefault("P", str(pocket))
    for letter, key in _SIZES.items():
        value = values[key.name]
        words.pop(letter, None)
        if value is not None:
            words[letter] = f"{magnitude(key.kind, value, system):.10g}"
    remark = _remark(item)
    if item.presets:
        problems.append(Problem(item.label, "presets", None, "a tool table has no place for speeds and feeds"))
    body = " ".join(f"{letter}{words[letter]}" for letter in sorted(words, key=_order))
    return f"{body} ;{remark}" if remark else body


def _order(letter: str) -> int:
    known = "TPXYZABCUVWDIJQ"
    return known.index(letter) if letter in known else len(known)


def _unchanged(item: Item, before: Item) -> bool:
    return (item.number, item.name) == (before.number, before.name) and all(
        item.size(key.name) == before.size(key.name) for key in _SIZES.values()
    )


def _remark(item: Item) -> str:
    """The name in plain characters on one line; the mark of a remark cannot stand in it."""
    text = item.name or ("" if item.tool is None else item.tool.describe())
    plain = text.encode("ascii", "replace").decode("ascii").replace(";", ",")
    return " ".join(plain.split())

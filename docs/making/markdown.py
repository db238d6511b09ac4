"""Markdown of texts that were not written as Markdown: docstrings, titles of sources, cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([\\*_{}\[\]<>#|$~!^])")
_CODE = re.compile(r"(``[^`]+``|`[^`]+`)")


def escaped(text: object) -> str:
    """`text` as Markdown that shows it as it is; what stands between backticks stays code."""
    parts = _CODE.split(" ".join(str(text).split()))
    return "".join(
        f"`{part.strip('`')}`".replace("|", r"\|") if place % 2 else _MARKUP.sub(r"\\\1", part)
        for place, part in enumerate(parts)
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [f"| {' | '.join(head)} |", "|" + " --- |" * len(head)]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def paragraphs(lines: Iterable[str]) -> str:
    """Paragraphs of a docstring, its lines joined; an item of a list stays one."""
    found: list[str] = []
    fresh = True
    for line in lines:
        text = line.strip()
        if not text:
            fresh = True
        elif fresh or text.startswith(("- ", "* ")):
            found.append(text)
            fresh = False
        else:
            found[-1] += " " + text
    items = (f"- {escaped(text[2:])}" if text.startswith(("- ", "* ")) else escaped(text) for text in found)
    return "\n\n".join(items)


def code(lines: Iterable[str], language: str = "python") -> str:
    """A block of code."""
    return "\n".join([f"```{language}", *lines, "```"])


def contents(pages: Iterable[str], depth: int = 1) -> str:
    """A table of contents of pages."""
    return "\n".join(["```{toctree}", f":maxdepth: {depth}", "", *pages, "```"])

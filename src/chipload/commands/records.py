"""Records of the tables on the terminal: every figure with its tier and source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from chipload.commands.words import table

Line = tuple[str, str, str, str, tuple[str, ...]]
"""What it is, its value, what it was stated for, its tier and the keys of its sources."""


def figures_as_text(record: Any, system: str, more: Sequence[Line] = ()) -> str:
    """Every figure of a record as a table, and the sources below it."""
    lines: list[Line] = [
        (one.prop.replace("_", " "), one.show(system), one.subject, one.tier, one.source) for one in record.figures
    ]
    return lines_as_text([*lines, *more], record.name)


def lines_as_text(lines: Sequence[Line], name: str) -> str:
    """Figures as a table, and the sources below it; of what it was stated for only where it is not `name`."""
    rows = [
        (what, value, tier + ("" if subject == name else f" of {subject}"), ", ".join(keys))
        for what, value, subject, tier, keys in lines
    ]
    keys = list(dict.fromkeys(key for line in lines for key in line[4]))
    return "\n".join([table(rows), "", "sources", *(f"  {key}: {words}" for key, words in cited(keys).items())])


def cited(keys: Iterable[str]) -> dict[str, str]:
    """What the keys of sources stand for."""
    from chipload.catalog import default

    sources = default().sources
    return {key: " ".join(filter(None, (str(sources[key]), sources[key].address))) for key in keys}


def record_as_dict(record: Any) -> dict[str, Any]:
    """A record as plain values: its figures in the unit of the trade."""
    figures = [
        {
            "property": one.prop,
            "value": float(getattr(one.quantity, "magnitude", one.quantity)),
            "unit": one.kind.metric.unit if one.kind else one.unit,
            "tier": one.tier,
            "subject": one.subject,
            "source": list(one.source),
            "note": one.note,
        }
        for one in record.figures
    ]
    keys = dict.fromkeys(key for one in record.figures for key in one.source)
    return {"name": record.name, "title": record.title, "figures": figures, "sources": cited(keys)}

"""Records of the tables as HTML, for a notebook; every text is escaped, own tables hold what their owner wrote."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chipload.catalog.records import Record


def record_as_html(record: Record) -> str:
    """Every figure of a record with its tier and the keys of its sources."""
    head = ("", "", "tier", "source", "")
    rows = [
        (
            figure.prop.replace("_", " "), figure.show(),
            figure.tier if figure.subject == record.name else f"{figure.tier} of {figure.subject}",
            ", ".join(figure.source), figure.note,
        )
        for figure in record.figures
    ]  # fmt: skip
    return f"<p><b>{html.escape(record.title)}</b> ({html.escape(record.name)})</p>{table_as_html([head, *rows])}"


def table_as_html(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text as a table, whose first row and first column are heads."""
    head, *lines = rows
    first = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    rest = "".join(
        f"<tr><th style='text-align:left'>{html.escape(line[0])}</th>"
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in line[1:])
        + "</tr>"
        for line in lines
    )
    return f"<table><tr>{first}</tr>{rest}</table>"

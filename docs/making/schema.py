"""A page of the JSON Schema of chipload's own tool library."""

from __future__ import annotations

import json
from collections.abc import Iterator

from chipload.exchange import library_schema
from making.markdown import code


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    text = [
        "---\norphan: true\n---\n\n# Schema of a tool library",
        "`chipload.exchange.library_schema()` gives it.",
        code(json.dumps(library_schema(), indent=2).splitlines(), "json"),
    ]
    yield "schema", "\n\n".join(text)

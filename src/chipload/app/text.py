"""Texts on a page: what a person typed is never read as markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#$~|:!+-])")


def literal(text: str) -> str:
    """`text` as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))


def sentence(text: str) -> str:
    """`text` with a capital at its beginning and a full stop, as Markdown."""
    whole = text.strip()
    if whole.partition(" ")[0].strip(":,").replace("-", "").isalpha():  # "kc1.1" and "mc 0.25" keep their case
        whole = whole[:1].upper() + whole[1:]
    return literal(whole if whole.endswith((".", "!", "?")) else whole + ".")

"""What a person typed, kept as typed: how it reads, how the other system of units shows it, how a link writes it.

The text is never replaced by a converted one.  A bare number belongs to the system it was typed in; the other
system shows a converted view of it, and switching back shows the very text again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chipload.errors import InputError
from chipload.units import from_kernel, show, to_kernel
from chipload.units.kinds import Kind
from chipload.units.notation import read_number, read_quantity

_SHARE = re.compile(r"(?P<number>[\d.,]+)\s*(?P<sign>%|[x×*]?\s*[dD])")
_THREAD = re.compile(r"[mM]\s*\d")


@dataclass(frozen=True)
class Entry:
    """A text and the system of units it was typed in."""

    text: str
    system: str = "metric"


def is_bare(text: str, kind: Kind) -> bool:
    """True for a number without the unit that its kind needs."""
    if not kind.unit:
        return False
    try:
        return read_quantity(text, kind.sizes)[1] is None
    except InputError:
        return False


def value(entry: Entry, kind: Kind, label: str) -> float:
    """Kernel value of the entry; an error names `label`."""
    return float(to_kernel(kind, entry.text.strip(), label, system=entry.system))


def share_of_diameter(text: str) -> float | None:
    """The share in "50 %", "0.5xD" or "2D"; None for any other text."""
    match = _SHARE.fullmatch(text.strip())
    if match is None:
        return None
    number = read_number(match["number"])
    return number / 100 if match["sign"] == "%" else number


def view(entry: Entry, kind: Kind, system: str) -> str:
    """The text to show in `system`."""
    if entry.system == system or not is_bare(entry.text, kind):
        return entry.text
    try:
        found = from_kernel(kind, value(entry, kind, ""), system)
    except InputError:
        return entry.text
    return f"{found.magnitude:.6g}"


def unit_text(kind: Kind, system: str) -> str:
    """Unit of `system` as a link writes it and the parser reads it."""
    display = kind.display(system)
    return display.label if display.label.isascii() else display.unit


def canonical(entry: Entry, kind: Kind) -> str:
    """The entry as a text that means the same in either system."""
    text = entry.text.strip()
    return f"{text} {unit_text(kind, entry.system)}" if is_bare(text, kind) else text


def from_canonical(text: str, kind: Kind, system: str) -> Entry:
    """The entry of a canonical text; the unit that `system` shows anyway is dropped."""
    bare = text.strip().removesuffix(unit_text(kind, system)).strip() if kind.unit else text.strip()
    return Entry(bare if is_bare(bare, kind) else text.strip(), system)


def reading(amount: float, text: str, kind: Kind) -> str:
    """How a text was read, in both systems: "= 6.350 mm = 0.2500 in"."""
    both = dict.fromkeys((show(kind, amount, "metric"), show(kind, amount, "inch")))
    note = ", the nominal diameter" if kind.sizes and _THREAD.match(text.strip()) else ""
    return "".join(f"= {one} " for one in both).strip() + note

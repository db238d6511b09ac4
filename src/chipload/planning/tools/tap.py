"""Taps."""

from __future__ import annotations

from chipload.planning.fields import PositiveField, PositiveLengthField
from chipload.planning.tools.tool import Tool

ROLL_FORM = "roll form"
"""Kind of tap, in the words of the tables, that presses the thread instead of cutting it."""


class Tap(Tool):
    """A tap, which cuts a thread or presses it.

    Parameters
    ----------
    thread
        Name of the thread in the tables, like "M10x1.5", "M10" or "1/4-20 UNC".
    kind
        Kind of tap in the tables of tap factors: "straight flute, 5 threads chamfer",
        "straight flute, 1.5 threads chamfer", "spiral flute", "spiral point" or "roll form".
    material
        "hss", "carbide" or another cutting material of the tables.
    flute_length
        Length of the threaded part with flutes, where the depth is to be held against it.
    chamfer_threads
        Threads of the chamfer, which leave no full thread at the bottom of a blind hole.

    Examples
    --------
    >>> Tap(thread="M10x1.5", kind="spiral point").describe()
    'M10x1.5 tap, spiral point (hss)'
    """

    thread: str
    kind: str
    material: str = "hss"
    flute_length: PositiveLengthField | None = None
    chamfer_threads: PositiveField | None = None

    @property
    def forms(self) -> bool:
        """True where the thread is pressed, not cut."""
        return self.kind == ROLL_FORM

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.thread} tap, {self.kind} ({self.material})"

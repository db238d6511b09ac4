"""Where a warning points: at the code of the user, not at the house."""

from __future__ import annotations

import sys


def to_the_caller(*houses: str) -> int:
    """How far up the stack the first code is that stands in none of `houses`, such as "chipload.units"."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_globals["__name__"].startswith(tuple(f"{house}." for house in houses)):
        level, frame = level + 1, frame.f_back
    return level

"""The ranges of the tables for a milling cut of any shape: they are printed by the share of the width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from chipload.catalog import Choice, choose
from chipload.planning.milling.cut import MillingCut, radial_share, slotted
from chipload.planning.prepared import Prepared


def style_of(cut: MillingCut, slot: bool) -> str:
    """Name of the style in the tables."""
    return cut.style or ("slot" if slot else "side")


def speed_range(prepared: Prepared, style: str, share: float) -> Choice | None:
    """Range of cutting speed for a style and a share of the width."""
    asked = prepared.material.material_class.name, style, prepared.job.tool.material
    return choose(prepared.tables.speeds, *asked, radial_share=share)


def feed_range(prepared: Prepared, style: str, share: float) -> Choice | None:
    """Range of feed per tooth for a style and a share of the width."""
    asked = prepared.material.material_class.name, style, prepared.job.tool.material
    diameter = float(prepared.job.tool.si("diameter"))
    return choose(prepared.tables.feeds, *asked, radial_share=share, diameter=diameter)


Lookup = Callable[[Prepared, str, float], "Choice | None"]


def by_width(prepared: Prepared, look_up: Lookup, cut: MillingCut) -> Iterator[tuple[Any, Choice | None]]:
    """Where in a cut of any shape which range holds."""
    share, slot = np.asarray(radial_share(cut)), slotted(cut)
    if share.ndim == 0 and slot.ndim == 0:
        yield np.True_, look_up(prepared, style_of(cut, bool(slot)), float(share))
        return
    share, slot = np.broadcast_arrays(share, slot)
    held: dict[Any, tuple[Any, Choice | None]] = {}
    for one in np.unique(slot):
        style = style_of(cut, bool(one))
        for width in np.unique(share[slot == one]):
            choice = look_up(prepared, style, float(width))
            key = None if choice is None else (id(choice.row), choice.high)
            here = (share == width) & (slot == one)
            held[key] = (here | held[key][0] if key in held else here), choice
    yield from held.values()

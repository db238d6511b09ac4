"""The ranges of the tables for a cut on the lathe: speeds by feed, feeds by depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from chipload.catalog import Choice, choose
from chipload.catalog.records import CuttingRanges
from chipload.planning.prepared import Prepared
from chipload.units.kinds import Real

_ANY_TURNING = ("turning", "finish turning", "rough turning")
_TABLES = {
    "turning": _ANY_TURNING,
    "facing": _ANY_TURNING,
    "boring": ("boring", *_ANY_TURNING),
    "grooving": ("grooving", "parting"),
    "parting": ("parting", "grooving"),
}
"""Operations of the tables for one of a job, the closest first."""
Lookup = Callable[[Prepared, float], "Choice | None"]


def speed_range(prepared: Prepared, feed: float) -> Choice | None:
    """Range of cutting speed at a feed per revolution [m]."""
    return _closest(prepared, prepared.tables.turning_speeds, feed=feed)


def feed_range(prepared: Prepared, depth: float) -> Choice | None:
    """Range of feed per revolution at a depth of cut [m]."""
    return _closest(prepared, prepared.tables.turning_feeds, depth_of_cut=depth)


def ranges_anywhere(prepared: Prepared) -> tuple[Choice | None, Choice | None]:
    """A range of speed and one of feed per revolution that the tables have at any feed and depth, if at all."""
    tables = prepared.tables
    return _closest(prepared, tables.turning_speeds), _closest(prepared, tables.turning_feeds)


def _closest(prepared: Prepared, rows: CuttingRanges, **conditions: float) -> Choice | None:
    job = prepared.job
    stage = getattr(job, "stage", None)
    names: tuple[str, ...] = _TABLES[job.operation]
    wanted, own = names[0], {names[0]}
    if stage is not None:
        names = (f"{stage} turning",)
        if job.operation != "boring":
            wanted, own = names[0], {names[0], "turning"}
    for name in names:
        found = choose(rows, prepared.material.material_class.name, name, job.tool.material, **conditions)
        if found is not None:
            if found.row.operation in own:
                return found
            note = f"the tables have no range for {wanted} here; that of {found.row.operation} stands in"
            return replace(found, notes=(*found.notes, note))
    return None


def tops(prepared: Prepared, look_up: Lookup, condition: Real) -> Real:
    """Top of the range that holds at each value of the condition, as a plan of it finds; NaN where there is none."""
    values = np.asarray(condition, dtype=float)
    high = np.full(values.shape, np.nan)
    for one in np.unique(values):
        choice = look_up(prepared, float(one))
        high[values == one] = np.nan if choice is None else choice.high
    found: Any = high[()]
    return found

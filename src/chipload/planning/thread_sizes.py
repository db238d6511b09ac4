"""Sizes of the thread that a job makes: of the tables by its name, or given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload import cutting
from chipload.catalog import Catalog
from chipload.errors import InputError
from chipload.planning.milling.cut import speeds as milling_speeds
from chipload.planning.prepared import Said
from chipload.units import kinds
from chipload.units.kinds import Real
from chipload.units.messages import Message

PROFILE_ANGLE = np.pi / 3
"""Angle of the profile of ISO metric and unified threads [rad]."""
CREST_SHARES = {"outside": 1 / 8, "inside": 1 / 4}
"""Flat that the basic profile of ISO 68-1 leaves on the crest, over the pitch, where the groove opens."""
_SYSTEMS = ("unc", "unf", "unef")


@dataclass(frozen=True)
class ThreadSizes:
    """Major diameter and pitch [m], and the hole that the tables name for a cutting tap."""

    major_diameter: float
    pitch: float
    tap_drill: float | None


def named_thread(name: str, tables: Catalog, said: Said) -> ThreadSizes:
    """The sizes of a thread of the tables; "1/4-20 UNC" is read with and without its series.

    Raises
    ------
    UnknownNameError
        For a thread no table holds.
    InputError
        Where the series written is not that of the thread.
    """
    words = name.split()
    series = words[-1].casefold() if len(words) > 1 and words[-1].casefold() in _SYSTEMS else ""
    found = tables.thread(" ".join(words[:-1]) if series else name)
    if series and not found.system.casefold().startswith(series):
        raise InputError(f"thread: {found.name} is {found.system}, not {words[-1]}; write it without the series")
    said.assume(
        f"{found.name} is {{}} with a pitch of {{}} ({'; '.join(found.source)}, {found.tier})",
        (kinds.DIAMETER, found.major_diameter), (kinds.LENGTH, found.pitch),
    )  # fmt: skip
    return ThreadSizes(found.major_diameter, found.pitch, found.tap_drill)


def job_thread(job: Any, tables: Catalog, said: Said) -> ThreadSizes:
    """The sizes of a job that names a thread or gives its major diameter and pitch.

    Raises
    ------
    InputError
        Where the thread is deeper than its radius.
    """
    if job.thread is not None:
        return named_thread(job.thread, tables, said)
    major, pitch = job.si("major_diameter"), job.si("pitch")
    if pitch * 5 / 8 * np.sqrt(3) >= major:
        raise InputError(
            Message.of(
                "pitch: with {} the thread is deeper than the radius of {}; check pitch and diameter",
                (kinds.LENGTH, pitch), (kinds.LENGTH, major / 2),
            )
        )  # fmt: skip
    return ThreadSizes(major, pitch, None)


def thread_named_once(job: Any) -> list[str]:
    """A sentence where a thread is neither named nor sized, or both."""
    sizes = [name for name in ("major_diameter", "pitch") if getattr(job, name) is not None]
    if job.thread is not None and sizes:
        return [f"{sizes[0]}: the thread {job.thread!r} says it; leave out one of the two"]
    if job.thread is None and len(sizes) < 2:
        return ["thread: it is missing; give a name like 'M10x1.5', or major_diameter and pitch"]
    return []


def whole_depth(side: str, pitch: float) -> float:
    """Depth of the full profile on the radius [m]."""
    formula = cutting.external_thread_depth if side == "outside" else cutting.internal_thread_depth
    return float(formula.si(pitch))


def speeds(cut: Any, across: Real) -> tuple[Real, Real]:
    """Cutting speed and spindle speed at the diameter `across`, whichever of them is set."""
    return milling_speeds(cut, across)


@dataclass(frozen=True)
class Groove:
    """The groove of one pitch at a depth: its section, its edge and its width."""

    area: Real
    edge_length: Real
    width: Real


def groove(depth: Real, whole: Real, pitch: Real, crest_share: Real) -> Groove:
    """The groove that a tool of the 60° profile has cut at `depth`, on its way to the `whole` depth [m].

    The flank width of the tool at the whole depth leaves the crest of the profile; what is left at its tip is counted
    as a flat. The rounded root of the design profile of ISO 68-1 has a section 0.7 % less at the whole depth.
    """
    slope = np.tan(PROFILE_ANGLE / 2)
    flat = np.maximum((1 - crest_share) * pitch - 2 * whole * slope, 0.0)
    return Groove(
        depth * (depth * slope + flat), flat + 2 * depth / np.cos(PROFILE_ANGLE / 2), flat + 2 * depth * slope
    )

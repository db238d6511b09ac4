"""From a thread milling job and the tables to a cut: figures looked up, and all that is assumed said."""

from __future__ import annotations

import math
from typing import Any

from chipload.catalog import Catalog
from chipload.errors import InputError, MissingFigureError
from chipload.planning.lookups import (
    common_inputs,
    elastic_modulus,
    force_constants,
    holder_stiffness,
    named,
    poisson_ratio,
    speed_setting,
)
from chipload.planning.milling.preparing import CORE_FRACTIONS, RADIAL_RATIOS
from chipload.planning.prepared import Prepared, Said, Setting
from chipload.planning.thread_milling.cut import ThreadMillingCut, depth_of, possible, width_of
from chipload.planning.thread_milling.job import ThreadMilling
from chipload.planning.thread_sizes import CREST_SHARES, ThreadSizes, job_thread, whole_depth
from chipload.planning.tools import ThreadMill
from chipload.units import kinds
from chipload.units.messages import Message

_CORE_FRACTION = ThreadMill.model_fields["core_fraction"].default
_RADIAL_RATIO = ThreadMilling.model_fields["radial_force_ratio"].default


def prepare(job: ThreadMilling, tables: Catalog) -> Prepared:
    """Look up what the job names.

    Raises
    ------
    UnknownNameError
        For a material, thread, machine or holder no table holds.
    MissingFigureError
        Where the tables lack a figure the plan cannot do without, as they do for an open speed or feed.
    """
    said = Said()
    found = named(job, tables)
    sizes = job_thread(job, tables, said)
    tool = job.tool
    _check_pitch(job, sizes)
    kienzle, force_spread = force_constants(found.material, "milling", tables, said)
    modulus, modulus_spread = elastic_modulus(job, tables)
    speed, speed_set = speed_setting(job, None, tool.si("diameter"), found.machine, said)
    feed, feed_set = _feed_setting(job)
    depth = job.si_or("thread_depth")
    cut = ThreadMillingCut(
        **common_inputs(job, found, kienzle, tool.si_or("rake_angle"), None, tables, said),
        side=job.side,
        major_diameter=sizes.major_diameter,
        pitch=sizes.pitch,
        crest_share=CREST_SHARES[job.side],
        hole_diameter=job.si_or("hole_diameter"),
        thread_depth=whole_depth(job.side, sizes.pitch) if depth is None and job.hole_diameter is None else depth,
        thread_length=job.si("thread_length"),
        threads=job.si("threads"),
        diameter=tool.si("diameter"),
        teeth=tool.si("teeth"),
        rows=float(tool.rows),
        cutting_speed=speed.get("cutting_speed"),
        spindle_speed=speed.get("spindle_speed"),
        feed_per_tooth=feed.get("feed_per_tooth"),
        feed_rate=feed.get("feed_rate"),
        radial_force_ratio=job.si("radial_force_ratio"),
        stickout=tool.si("stickout"),
        flute_length=tool.si("flute_length"),
        shank_diameter=tool.shank_si,
        core_fraction=tool.si("core_fraction"),
        youngs_modulus=modulus,
        poisson_ratio=poisson_ratio(job, tables, said),
        holder_stiffness=holder_stiffness(job, found.holder, "holder_stiffness", "radial_stiffness"),
        holder_rotational_stiffness=holder_stiffness(
            job, found.holder, "holder_rotational_stiffness", "rotational_stiffness"
        ),
    )
    _check_fit(cut)
    if math.isinf(float(cut.holder_stiffness)) and math.isinf(float(cut.holder_rotational_stiffness)):
        said.assume("holder and spindle are taken as rigid; measured stiffness would add to the deflection")
    said.assume("the thread is milled to its whole depth in one pass, without the way in and out")
    said.assume("the flutes bend as those of an end mill do")
    spreads = [force_spread]
    if cut.core_fraction == _CORE_FRACTION:
        spreads.append(CORE_FRACTIONS)
    if cut.radial_force_ratio == _RADIAL_RATIO:
        spreads.append(RADIAL_RATIOS)
    if modulus_spread is not None:
        spreads.append(modulus_spread)
    return Prepared(
        job, cut, tables, found.material, found.machine, found.holder, (speed_set, feed_set), tuple(spreads),
        tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


def _feed_setting(job: ThreadMilling) -> tuple[dict[str, Any], Setting]:
    given = next((name for name in ("feed_per_tooth", "feed_rate") if getattr(job, name) is not None), None)
    if given is None:
        raise MissingFigureError(
            f"feed_per_tooth: the tables hold no feed of thread mills for {job.material}; give one, like 0.03 mm"
        )
    kind = ThreadMilling.kind_of(given)
    assert kind is not None
    return {given: job.si(given)}, Setting(given, given.replace("_", " "), kind, True, None)


def _check_pitch(job: ThreadMilling, sizes: ThreadSizes) -> None:
    if job.tool.pitch is not None and not math.isclose(job.tool.si("pitch"), sizes.pitch, rel_tol=1e-6):
        raise InputError(
            Message.of(
                "tool.pitch: a mill with many rows of {} cannot cut a pitch of {}; take one of that pitch, or one with "
                "a single row",
                (kinds.LENGTH, job.tool.si("pitch")), (kinds.LENGTH, sizes.pitch),
            )
        )  # fmt: skip


def _check_fit(cut: ThreadMillingCut) -> None:
    depth, length = float(depth_of(cut)), kinds.LENGTH
    if not 0 < 2 * depth < float(cut.major_diameter):
        raise InputError(
            Message.of(
                "thread_depth: a depth of {} cannot be in a thread of {}; check depth, hole and diameter",
                (length, max(depth, 0.0)), (length, cut.major_diameter),
            )
        )  # fmt: skip
    hole = float(cut.major_diameter) - 2 * depth
    if cut.side == "inside" and float(cut.diameter) >= hole:
        raise InputError(
            Message.of(
                "tool.diameter: a mill of {} does not go into a hole of {}; take a smaller one",
                (length, cut.diameter), (length, hole),
            )
        )  # fmt: skip
    if not possible(cut):
        raise InputError(
            Message.of(
                "tool.diameter: the cut is {} wide, more than a mill of {}; take a larger one",
                (length, width_of(cut)), (length, cut.diameter),
            )
        )  # fmt: skip

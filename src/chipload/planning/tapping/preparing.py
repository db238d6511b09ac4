"""From a tapping job and the tables to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

import math

from chipload import cutting
from chipload.catalog import Catalog, Kienzle, Material, choose
from chipload.catalog.constants import TapFactor, TappingForce
from chipload.errors import InputError, MissingFigureError
from chipload.planning.lookups import common_inputs, named, speed_setting
from chipload.planning.prepared import Prepared, Said, Spread
from chipload.planning.tapping.cut import TappingCut, hole_and_share
from chipload.planning.tapping.job import Tapping
from chipload.planning.thread_sizes import ThreadSizes, named_thread
from chipload.planning.tools.tap import ROLL_FORM
from chipload.units import kinds
from chipload.units.messages import Message

_COMPARED_WITH = "spiral flute"
"""Cutting tap whose torque that of a forming tap is a multiple of; its factor lies amid those of the tables."""


def prepare(job: Tapping, tables: Catalog) -> Prepared:
    """Look up what the job names, and fill in what it leaves open.

    Raises
    ------
    UnknownNameError
        For a material, thread, machine or holder no table holds.
    MissingFigureError
        Where the tables lack a figure the plan cannot do without.
    """
    said = Said()
    found = named(job, tables)
    sizes = named_thread(job.tool.thread, tables, said)
    law, spreads = _force(job, found.material, tables, said)
    factor, factor_spread = _factor(job, tables, said)
    cut = TappingCut(
        **common_inputs(job, found, law, None, "tapping", tables, said),
        forms=job.tool.forms,
        major_diameter=sizes.major_diameter,
        pitch=sizes.pitch,
        hole_diameter=_hole(job, sizes, said),
        thread_percentage=job.si_or("thread_percentage"),
        torque_hole=_torque_hole(job, sizes, said),
        tap_factor=factor,
        thread_length=job.si("thread_length"),
        chamfer_threads=math.nan if job.tool.chamfer_threads is None else job.tool.si("chamfer_threads"),
        approach=job.si_or("approach", 0.0) or 0.0,
        holes=job.si("holes"),
        cutting_speed=None,
        spindle_speed=None,
    )
    _check_hole(cut, said)
    _check_chamfer(cut)
    choice = choose(tables.hole_speeds, found.material.material_class.name, "tapping", job.tool.material)
    speed, speed_set = speed_setting(job, choice, sizes.major_diameter, found.machine, said)
    said.assume(
        "the time counts each hole in and out at one speed, over thread and approach, without the time in which the "
        "spindle reverses; going from hole to hole is idle time"
    )
    said.assume(
        "the stress in the tap is that of a round rod of the minor diameter; the flutes are a notch in it, which the "
        "share of the strength allows for"
    )
    return Prepared(
        job, cut.having(**speed), tables, found.material, found.machine, found.holder, (speed_set,),
        (*spreads, factor_spread), tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


def _force(job: Tapping, material: Material, tables: Catalog, said: Said) -> tuple[Kienzle, tuple[Spread, ...]]:
    """The specific force of tapping as a law without the rise for thin chips, and its spread where it is of a table."""
    if job.specific_cutting_force is not None:
        given = job.si("specific_cutting_force")
        return Kienzle(material.name, "tapping", given, 0.0, None, None, None, "measured", (), ""), ()
    row = _force_row(material, tables)
    said.assume(
        f"the specific force of tapping {{}} is that of {row.subject} ({'; '.join(row.source)}, {row.tier}); its "
        "spread is taken as that of the constants of other cuts",
        (kinds.STRESS, row.kc),
    )  # fmt: skip
    law = Kienzle(row.subject, "tapping", row.kc, 0.0, None, None, None, row.tier, row.source, row.note)
    log_sd = tables.spreads.get(("kc11", row.tier), 0.0)
    return law, (Spread("kc11", "specific force of tapping", log_sd=log_sd),)


def _force_row(material: Material, tables: Catalog) -> TappingForce:
    for subject in (material.name, material.material_class.name):
        for row in tables.tapping.get(subject, ()):
            return row
    raise MissingFigureError(
        f"specific_cutting_force: the tables hold none of tapping for {material.title} or its class; give one, "
        "or add a row to a tapping.csv of your own"
    )


def _factor(job: Tapping, tables: Catalog, said: Said) -> tuple[float, Spread]:
    """The factor of the kind of tap, and the range that the tables state for it."""
    rows = {row.tap: row for row in tables.tap_factors}
    kind = job.tool.kind
    if kind not in rows:
        words = "; ".join(repr(name) for name in rows)
        raise InputError(f"tool.kind: {kind!r} is in no table of tap factors; there are {words}")
    low, high = _ends(rows[kind])
    factor = rows[kind].factor
    if job.tool.forms:
        cuts = [row for name, row in rows.items() if name != ROLL_FORM]
        said.assume(
            f"a forming tap takes {low:g} to {high:g} times the torque of a cutting one ("
            f"{'; '.join(rows[kind].source)}, {rows[kind].tier}), here of a {_COMPARED_WITH} tap in the hole of a "
            "cutting tap; how the torque changes with the hole of a forming tap is not known"
        )
        factor *= rows[_COMPARED_WITH].factor
        low, high = low * min(row.factor for row in cuts), high * max(row.factor for row in cuts)
    else:
        said.assume(
            f"the factor of the kind of tap is {factor:g}, of {low:g} to {high:g} over materials and pitches "
            f"({'; '.join(rows[kind].source)}, {rows[kind].tier})"
        )
    return factor, Spread("tap_factor", "factor of the kind of tap", low=low, high=high)


def _ends(row: TapFactor) -> tuple[float, float]:
    return (row.factor if row.low is None else row.low), (row.factor if row.high is None else row.high)


def _hole(job: Tapping, sizes: ThreadSizes, said: Said) -> float | None:
    """The hole of the job, or that of the tables where the job leaves it open; None where it follows."""
    if job.hole_diameter is not None:
        return job.si("hole_diameter")
    if job.thread_percentage is not None:
        return None
    if job.tool.forms:
        raise MissingFigureError(
            "hole_diameter: the tables hold no hole for forming taps; give it as the tap maker states it, or a "
            "thread_percentage"
        )
    return _table_drill(job, sizes, said)


def _table_drill(job: Tapping, sizes: ThreadSizes, said: Said) -> float:
    if sizes.tap_drill is None:
        raise MissingFigureError(
            f"hole_diameter: the tables hold no drill for {job.tool.thread}; give one, or a thread_percentage"
        )
    said.assume("the hole of a cutting tap is the drill of the tables, {}", (kinds.DIAMETER, sizes.tap_drill))
    return sizes.tap_drill


def _torque_hole(job: Tapping, sizes: ThreadSizes, said: Said) -> float:
    """The hole of the cutting tap that a forming one is compared with; not used for a cutting tap."""
    return _table_drill(job, sizes, said) if job.tool.forms else float("nan")


def _check_hole(cut: TappingCut, said: Said) -> None:
    hole = float(hole_and_share(cut)[0])
    if not hole < float(cut.major_diameter):
        raise InputError(
            Message.of(
                "hole_diameter: a hole of {} leaves nothing to a thread of {}; give the drill before tapping",
                (kinds.DIAMETER, hole), (kinds.DIAMETER, cut.major_diameter),
            )
        )  # fmt: skip
    minor = float(cutting.basic_minor_diameter.si(cut.major_diameter, cut.pitch))
    if hole < minor * (1 - 1e-9) and not cut.forms:
        said.warn(
            "the hole of {} is below the minor diameter of {} of the basic profile, which is the least that a nut "
            "thread may have (iso68-1); drill larger",
            (kinds.DIAMETER, hole), (kinds.DIAMETER, minor),
        )  # fmt: skip
    if hole <= float(cutting.tap_drill.si(cut.major_diameter, cut.pitch, 1.0)):
        raise InputError(
            Message.of(
                "hole_diameter: a hole of {} leaves more than a full thread of {}, so the tap would cut with its "
                "core; drill larger",
                (kinds.DIAMETER, hole), (kinds.DIAMETER, cut.major_diameter),
            )
        )  # fmt: skip


def _check_chamfer(cut: TappingCut) -> None:
    chamfer = float(cut.chamfer_threads * cut.pitch)
    if chamfer >= float(cut.thread_length):
        raise InputError(
            Message.of(
                "thread_length: the chamfer of the tap takes {} of {}, so no full thread is cut; tap deeper or take a "
                "tap with a shorter chamfer",
                (kinds.LENGTH, chamfer), (kinds.LENGTH, cut.thread_length),
            )
        )  # fmt: skip

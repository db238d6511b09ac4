"""From a threading job and the tables to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

from chipload.catalog import Catalog, choose
from chipload.errors import InputError, MissingFigureError
from chipload.planning.lookups import common_inputs, force_constants, named, speed_setting
from chipload.planning.prepared import Prepared, Said
from chipload.planning.thread_sizes import CREST_SHARES, job_thread, whole_depth
from chipload.planning.threading.cut import ThreadingCut
from chipload.planning.threading.job import Threading
from chipload.units import kinds
from chipload.units.messages import Message


def prepare(job: Threading, tables: Catalog) -> Prepared:
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
    sizes = job_thread(job, tables, said)
    kienzle, force_spread = force_constants(found.material, "turning", tables, said)
    if job.passes is None and job.first_infeed is None:
        raise MissingFigureError(
            "passes: the tables hold no number of passes for threads; give passes, or first_infeed like 0.25 mm"
        )
    depth = job.si_or("thread_depth") or whole_depth(job.side, sizes.pitch)
    _check_depth(job, depth, sizes.major_diameter)
    cut = ThreadingCut(
        **common_inputs(job, found, kienzle, job.tool.si_or("rake_angle"), None, tables, said),
        major_diameter=sizes.major_diameter,
        pitch=sizes.pitch,
        crest_share=CREST_SHARES[job.side],
        thread_depth=depth,
        thread_length=job.si("thread_length"),
        run=job.si_or("run", 0.0) or 0.0,
        starts=job.si("starts"),
        passes=job.si_or("passes"),
        first_infeed=job.si_or("first_infeed"),
        cutting_speed=None,
        spindle_speed=None,
    )
    choice = choose(
        tables.turning_speeds, found.material.material_class.name, "threading", job.tool.material,
        feed=sizes.pitch * job.si("starts"),
    )  # fmt: skip
    speed, speed_set = speed_setting(job, choice, sizes.major_diameter, found.machine, said)
    said.assume("the infeed is square to the axis, and each pass goes as deep as one of equal sections of a V would")
    said.assume("the rounded tip of the tool is counted as the flat that the profile leaves it")
    said.assume("the time counts the passes without the returns, which are idle time")
    return Prepared(
        job, cut.having(**speed), tables, found.material, found.machine, found.holder, (speed_set,), (force_spread,),
        tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


def _check_depth(job: Threading, depth: float, major: float) -> None:
    if 2 * depth >= major:
        raise InputError(
            Message.of(
                "thread_depth: {} is not less than the radius of {}; check depth and diameter",
                (kinds.LENGTH, depth), (kinds.LENGTH, major / 2),
            )
        )  # fmt: skip
    if job.first_infeed is not None and job.si("first_infeed") > depth * (1 + 1e-9):
        raise InputError(
            Message.of(
                "first_infeed: {} is more than the whole depth of {}; begin with less",
                (kinds.LENGTH, job.si("first_infeed")), (kinds.LENGTH, depth),
            )
        )  # fmt: skip

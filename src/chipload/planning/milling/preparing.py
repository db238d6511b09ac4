"""From a milling job and the tables to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

import math
from typing import Any

from chipload import cutting
from chipload.catalog import Catalog, Choice
from chipload.errors import InputError, MissingFigureError
from chipload.planning.lookups import (
    common_inputs,
    elastic_modulus,
    force_constants,
    holder_stiffness,
    known,
    named,
    poisson_ratio,
    recommended,
    speed_setting,
)
from chipload.planning.milling.cut import (
    MillingCut,
    effective_diameter,
    feeds,
    radial_share,
    speeds,
    thickest_entering_angle,
)
from chipload.planning.milling.job import Milling
from chipload.planning.milling.ranges import feed_range, speed_range, style_of
from chipload.planning.prepared import Prepared, Said, Setting, Spread
from chipload.planning.tools import EndMill
from chipload.units import kinds
from chipload.units.messages import Message

CORE_FRACTIONS = Spread("core_fraction", "stiffness of the flutes", low=0.75, high=0.88)
"""Reported stiffness-equivalent diameters of fluted tools, over the diameter."""
RADIAL_RATIOS = Spread("radial_force_ratio", "ratio of radial to tangential force", low=0.2, high=0.5)
"""Reported ratios of radial to tangential force."""
_CORE_FRACTION = EndMill.model_fields["core_fraction"].default
_RADIAL_RATIO = Milling.model_fields["radial_force_ratio"].default


def prepare(job: Milling, tables: Catalog) -> Prepared:
    """Look up what the job names, and fill in what it leaves open.

    Raises
    ------
    UnknownNameError
        For a material, machine, holder or tool material no table holds.
    MissingFigureError
        Where the tables lack a figure the plan cannot do without.
    """
    said = Said()
    found = named(job, tables)
    kienzle, force_spread = force_constants(found.material, "milling", tables, said)
    modulus, modulus_spread = elastic_modulus(job, tables)
    tool = job.tool
    cut = MillingCut(
        **common_inputs(job, found, kienzle, tool.si_or("rake_angle"), None, tables, said),
        style=None if job.style is None and job.cut_style != "ball" else job.cut_style,
        diameter=tool.si("diameter"),
        teeth=tool.si("teeth"),
        corner_radius=tool.corner_si,
        entering_angle=tool.entering_si,
        radial_depth=job.si("radial_depth"),
        axial_depth=job.si("axial_depth"),
        offset=job.offset_si,
        cutting_speed=None,
        spindle_speed=None,
        feed_per_tooth=None,
        feed_rate=None,
        cut_length=job.si_or("cut_length"),
        volume=job.si_or("volume"),
        radial_force_ratio=job.si("radial_force_ratio"),
        stickout=tool.si("stickout"),
        flute_length=tool.si("flute_length"),
        shank_diameter=tool.shank_si,
        neck_diameter=tool.shank_si if tool.neck_diameter is None else tool.si("neck_diameter"),
        neck_length=tool.neck_si,
        core_fraction=tool.si("core_fraction"),
        youngs_modulus=modulus,
        poisson_ratio=poisson_ratio(job, tables, said),
        holder_stiffness=holder_stiffness(job, found.holder, "holder_stiffness", "radial_stiffness"),
        holder_rotational_stiffness=holder_stiffness(
            job, found.holder, "holder_rotational_stiffness", "rotational_stiffness"
        ),
        workpiece_stiffness=known(job, "workpiece_stiffness", math.inf),
        direction=job.direction,
        natural_frequency=known(job, "natural_frequency"),
        modal_stiffness=known(job, "modal_stiffness"),
        damping_ratio=known(job, "damping_ratio"),
        clamping_force=known(job, "clamping_force"),
        grip_friction=known(job, "grip_friction"),
        friction_faces=job.si("friction_faces"),
        safety_factor=job.si("safety_factor"),
    )
    _check_width(job, cut, said)
    prepared = Prepared(job, cut, tables, found.material, found.machine, found.holder, (), (), (), ())
    style, share = style_of(cut, job.cut_style == "slot"), float(radial_share(cut))
    across = float(effective_diameter(cut))
    speed, speed_set = speed_setting(job, speed_range(prepared, style, share), across, found.machine, said)
    cut = cut.having(**speed)
    feed, feed_set = _feed_setting(prepared.having(cut=cut), feed_range(prepared, style, share), share, said)
    cut = cut.having(**feed)
    if math.isinf(float(cut.holder_stiffness)) and math.isinf(float(cut.holder_rotational_stiffness)):
        said.assume("holder and spindle are taken as rigid; measured stiffness would add to the deflection")
    _say_of_chatter_and_clamping(job, said)
    spreads = [force_spread]
    if cut.core_fraction == _CORE_FRACTION:
        spreads.append(CORE_FRACTIONS)
    if cut.radial_force_ratio == _RADIAL_RATIO:
        spreads.append(RADIAL_RATIOS)
    if modulus_spread is not None:
        spreads.append(modulus_spread)
    return prepared.having(
        cut=cut, settings=(speed_set, feed_set), spreads=tuple(spreads), assumptions=tuple(said.assumptions),
        warnings=tuple(said.warnings),
    )  # fmt: skip


def _say_of_chatter_and_clamping(job: Milling, said: Said) -> None:
    """What is held against the mode and the clamping given, and what would let it be."""
    if job.natural_frequency is None:
        said.assume(
            "chatter is not checked: give natural_frequency, modal_stiffness and damping_ratio of the tool tip, as a "
            "tap test measures them"
        )
    else:
        said.assume(
            "chatter is checked with one mode, the same along and across the feed, evenly pitched teeth without helix "
            "and the slope of the force at the mean chip; between lobes of a narrow cut the limit may be 1.4 to 2 "
            "times too high"
        )
    if job.clamping_force is None:
        said.assume("whether the clamping holds is not checked: give clamping_force and grip_friction of the vice")
    else:
        said.assume("the clamping holds the side force, with no force that lifts the part: a helix pulls up besides")


def _check_width(job: Milling, cut: MillingCut, said: Said) -> None:
    """A rounded tool is narrower at a small depth: a slot is that wide, and no wider pass can be cut."""
    across, width = float(effective_diameter(cut)), float(cut.radial_depth)
    if width <= across * (1 + 1e-9):
        return
    if job.cut_style == "slot":
        said.assume(
            "the slot is {} wide at its top: at a depth of {} only the corner of the tool cuts",
            (kinds.LENGTH, across), (kinds.LENGTH, cut.axial_depth),
        )  # fmt: skip
        return
    raise InputError(
        Message.of(
            "radial_depth: at a depth of {} this tool is only {} wide, less than {}; step over less or cut deeper",
            (kinds.LENGTH, cut.axial_depth), (kinds.LENGTH, across), (kinds.LENGTH, width),
        )
    )  # fmt: skip


def _feed_setting(
    prepared: Prepared, choice: Choice | None, share: float, said: Said
) -> tuple[dict[str, Any], Setting]:
    """The feed per tooth [m] or feed rate [m/s] of the job, recommended where it is open."""
    job: Any = prepared.job
    cut: Any = prepared.cut
    given = next((name for name in ("feed_per_tooth", "feed_rate") if getattr(job, name) is not None), None)
    if given is not None:
        kind = Milling.kind_of(given)
        assert kind is not None
        return {given: job.si(given)}, Setting(given, given.replace("_", " "), kind, True, choice)
    if choice is None:
        raise MissingFigureError(
            f"feed_per_tooth: the tables hold no feed for {job.material} with {job.tool.material}; "
            "give one, like 0.05 mm"
        )
    wanted = recommended("feed per tooth", kinds.FEED_PER_TOOTH, choice, job.si("boldness"), said)
    across = effective_diameter(cut)
    factor = 1.0
    if cut.style in (None, "side", "ball") and share < 0.5 and choice.row.any_width:
        kappa = thickest_entering_angle(cut)
        factor = float(cutting.chip_thinning_factor.si(cut.radial_depth, across, kappa))
        said.assume(
            f"the feed is raised by {factor:.2f} for chip thinning: the table's holds for any width, and this brings "
            "the largest chip back to that of a full-width cut"
        )
        wanted *= factor
    _, spindle_speed = speeds(cut, across)
    figure = None if prepared.machine is None else prepared.machine.find("feed_max")
    if figure is not None and float(cutting.feed_rate.si(wanted, cut.teeth, spindle_speed)) > figure.value:
        wanted = float(feeds(cut.having(feed_rate=figure.value), spindle_speed)[0])
        said.warn(
            "the recommended feed is held to {} by the highest feed rate of {}",
            (kinds.FEED_PER_TOOTH, wanted), (kinds.FEED_RATE, figure.value),
        )  # fmt: skip
    setting = Setting("feed_per_tooth", "feed per tooth", kinds.FEED_PER_TOOTH, False, choice, factor)
    return {"feed_per_tooth": wanted}, setting

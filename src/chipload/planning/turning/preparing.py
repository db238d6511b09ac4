"""From a job of the lathe and the tables to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from chipload.catalog import Catalog, Choice
from chipload.errors import MissingFigureError
from chipload.planning.lookups import (
    Named,
    common_inputs,
    force_constants,
    known,
    named,
    recommended,
    speed_setting,
)
from chipload.planning.prepared import Prepared, Said, Setting, Spread
from chipload.planning.tools import BoringBar, GroovingTool, TurningTool
from chipload.planning.turning.cut import (
    TurningCut,
    faces,
    largest_diameter,
    plunges,
    speeds,
    surface_speed_kept,
)
from chipload.planning.turning.lathe import LatheJob
from chipload.planning.turning.ranges import feed_range, speed_range
from chipload.units import kinds

FEED_RATIOS = Spread("feed_force_ratio", "feed force over cutting force", low=0.43, high=0.6)
"""Reported for edges nearly square to the feed: 0.43 measured in roughing, 0.5 as the rule, 0.5 to 0.6 in boring."""
PASSIVE_RATIOS = Spread("passive_force_ratio", "passive force over cutting force", low=0.17, high=0.3)
"""Reported for the same edges: 0.17 measured in roughing, 0.25 as the rule, 0.25 to 0.3 in boring."""
_FEED_RATIO, _PASSIVE_RATIO = 0.5, 0.25
_SQUARE = (math.radians(75), math.radians(105))
"""Entering angles for which the ratios were reported."""
_STEEL = "1045"
"""Material whose elastic modulus stands for that of steel shanks, blades and bars."""


def prepare(job: LatheJob, tables: Catalog) -> Prepared:
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
    tables.tool_material(job.tool.material)
    if found.machine is not None and not any(word in found.machine.type for word in ("lathe", "turn")):
        said.warn(f"{found.machine.title} is a {found.machine.type}, not a lathe; take a machine that turns the work")
    kienzle, force_spread = force_constants(found.material, "turning", tables, said)
    tool: Any = job.tool
    plunging = isinstance(tool, GroovingTool)
    cut = TurningCut(
        **common_inputs(job, found, kienzle, tool.si_or("rake_angle"), None if plunging else "turning", tables, said),
        operation=job.operation,
        support=getattr(job, "support", None),
        diameter=job.si("diameter"),
        inner_diameter=known(job, "inner_diameter", 0.0) if job.operation in ("facing", "parting") else math.nan,
        depth_of_cut=known(job, "depth_of_cut"),
        groove_depth=known(job, "groove_depth"),
        width=known(tool, "width"),
        cutting_speed=None,
        spindle_speed=None,
        max_spindle_speed=known(job, "max_spindle_speed", math.inf),
        feed_per_rev=math.nan,
        cut_length=known(job, "cut_length"),
        entering_angle=math.pi / 2 if plunging else tool.entering_si,
        nose_radius=known(tool, "nose_radius"),
        feed_force_ratio=known(job, "feed_force_ratio"),
        passive_force_ratio=0.0 if plunging else known(job, "passive_force_ratio"),
        overhang=known(tool, "overhang"),
        **_body(tool, tables, said),
        part_length=known(job, "part_length"),
        cut_position=known(job, "cut_position"),
        part_bore=known(job, "part_bore", 0.0),
        part_modulus=_part_modulus(job, found, said),
        gripping_diameter=known(job, "gripping_diameter"),
        grip_friction=known(job, "grip_friction"),
        safety_factor=job.si("safety_factor"),
        natural_frequency=known(job, "natural_frequency"),
        modal_stiffness=known(job, "modal_stiffness"),
        damping_ratio=known(job, "damping_ratio"),
        orientation_factor=job.si("orientation_factor"),
    )
    cut, ratio_spreads = _with_ratios(job, cut, said)
    prepared = Prepared(job, cut, tables, found.material, found.machine, found.holder, (), (), (), ())
    feed, feed_set = _feed_setting(prepared, said)
    cut = cut.having(feed_per_rev=feed)
    prepared = prepared.having(cut=cut)
    across = float(largest_diameter(cut))
    speed, speed_set = speed_setting(job, speed_range(prepared, feed), across, found.machine, said)
    cut = _with_cap(cut.having(**speed), found, said)
    _say_of_the_nose(job, cut, said)
    if job.natural_frequency is None:
        said.assume(
            "chatter is not checked: give natural_frequency, modal_stiffness and damping_ratio of the mode that yields "
            "most"
        )
    else:
        said.assume("chatter is checked with one mode, a straight edge and the slope of the force at the chip")
    if job.clamping_force is None:
        said.assume("the grip is not checked: give clamping_force, gripping_diameter and grip_friction of the chuck")
    return prepared.having(
        cut=cut, settings=(speed_set, feed_set), spreads=(force_spread, *ratio_spreads),
        assumptions=tuple(said.assumptions), warnings=tuple(said.warnings),
    )  # fmt: skip


def _say_of_the_nose(job: LatheJob, cut: TurningCut, said: Said) -> None:
    """What a nose does that is not in the numbers, and what is not known without one."""
    if cut.feed_per_rev > 2 * cut.nose_radius:
        said.warn(
            "the feed of {} is more than twice the nose radius of {}, so the cut leaves a thread; its roughness is not "
            "known",
            (kinds.FEED_PER_REV, cut.feed_per_rev), (kinds.LENGTH, cut.nose_radius),
        )  # fmt: skip
    if cut.depth_of_cut < cut.nose_radius:
        said.warn(
            "the depth of {} is less than the nose radius of {}, so the edge pushes outwards: the passive force is a "
            "larger share than is reported for deeper cuts; give passive_force_ratio where you know it",
            (kinds.LENGTH, cut.depth_of_cut), (kinds.LENGTH, cut.nose_radius),
        )  # fmt: skip


def _body(tool: TurningTool | BoringBar | GroovingTool, tables: Catalog, said: Said) -> dict[str, float]:
    """Section and elastic modulus of what carries the insert; NaN where it is not given."""
    bar = isinstance(tool, BoringBar)
    height, width = ("blade_height", "blade_thickness") if isinstance(tool, GroovingTool) else (
        "shank_height", "shank_width"
    )  # fmt: skip
    section = {
        "bar_diameter": known(tool, "bar_diameter"),
        "bar_bore": known(tool, "bar_bore", 0.0),
        "body_height": known(tool, height),
        "body_width": known(tool, width),
    }
    shaped = bar or not math.isnan(section["body_height"])
    return {**section, "body_modulus": _modulus(tool, tables, said) if shaped else math.nan}


def _modulus(tool: TurningTool | BoringBar | GroovingTool, tables: Catalog, said: Said) -> float:
    if tool.youngs_modulus is not None:
        return float(tool.si("youngs_modulus"))
    made_of = tool.bar_material if isinstance(tool, BoringBar) else "steel"
    if made_of == "carbide":
        figure = tables.tool_material("carbide").find("youngs_modulus")
    else:
        figure = tables.material(_STEEL).find("youngs_modulus") if made_of == "steel" else None
    if figure is None:
        said.assume(f"the deflection of the bar is not known: give the elastic modulus of this {made_of} bar")
        return math.nan
    said.assume(
        "the elastic modulus of the " + made_of + " that carries the insert is taken as {} ({})",
        (kinds.MODULUS, figure.value), "; ".join(figure.source),
    )  # fmt: skip
    said.assume("the tool is taken as clamped rigidly")
    return figure.value


def _part_modulus(job: LatheJob, found: Named, said: Said) -> float:
    if getattr(job, "support", None) is None:
        return math.nan
    figure = found.material.find("youngs_modulus")
    if figure is None:
        said.warn("the deflection of the part is not known: the tables hold no elastic modulus of this material")
        return math.nan
    said.assume(
        "the part bends with an elastic modulus of {} ({}); chuck and centres are taken as rigid",
        (kinds.MODULUS, figure.value), "; ".join(figure.source),
    )  # fmt: skip
    if getattr(job, "cut_position", None) is None:
        said.assume("the part is taken where it gives way most; cut_position names another place")
    return figure.value


def _with_ratios(job: LatheJob, cut: TurningCut, said: Said) -> tuple[TurningCut, list[Spread]]:
    """The cut with its force ratios: those of the job, or what is reported where the edge is like those reported."""
    if plunges(cut):
        if job.feed_force_ratio is None:
            said.warn(
                "the feed force is not known, nor what it does: the tables hold no ratio for plunging; give "
                "feed_force_ratio"
            )
        return cut, []
    reported = _SQUARE[0] - 1e-9 <= float(cut.entering_angle) <= _SQUARE[1] + 1e-9
    spreads = []
    values = {}
    for name, value, spread in (
        ("feed_force_ratio", _FEED_RATIO, FEED_RATIOS), ("passive_force_ratio", _PASSIVE_RATIO, PASSIVE_RATIOS)
    ):  # fmt: skip
        if getattr(job, name) is not None:
            continue
        word = name.replace("_", " ")
        if not reported:
            said.warn(
                f"the {word} is not known for this entering angle: ratios are reported for 75 to 105° only; give {name}"
            )
            continue
        values[name] = value
        spreads.append(spread)
        said.assume(
            f"the {word} is taken as {value:g}, reported from {spread.low:g} to {spread.high:g} "
            "(isakov2013; boring-basics)"
        )
    return cut.having(**values), spreads


def _feed_setting(prepared: Prepared, said: Said) -> tuple[float, Setting]:
    """The feed per revolution [m] of the job, recommended where it is open."""
    job, cut = prepared.job, prepared.cut
    choice: Choice | None = None if plunges(cut) else feed_range(prepared, float(cut.depth_of_cut))
    if job.feed_per_rev is not None:
        return job.si("feed_per_rev"), Setting("feed_per_rev", "feed per revolution", kinds.FEED_PER_REV, True, choice)
    if choice is None:
        what = f"{job.operation} {job.material} with {job.tool.material}" + ("" if plunges(cut) else " at this depth")
        raise MissingFigureError(f"feed_per_rev: the tables hold no feed for {what}; give one, like 0.1 mm/rev")
    wanted = recommended("feed per revolution", kinds.FEED_PER_REV, choice, job.si("boldness"), said)
    return wanted, Setting("feed_per_rev", "feed per revolution", kinds.FEED_PER_REV, False, choice)


def _with_cap(cut: TurningCut, found: Named, said: Said) -> TurningCut:
    """The cut with what caps its spindle: towards the axis that is the machine where the job names no cap."""
    given = cut.spindle_speed is not None
    if faces(cut) and math.isinf(float(cut.max_spindle_speed)):
        highest = None if found.machine is None else found.machine.find("spindle_speed_max")
        if highest is not None:
            cut = cut.having(max_spindle_speed=highest.value)
            if not given:
                said.assume(
                    "the spindle keeps the surface speed up to the {} of the machine; give max_spindle_speed for the "
                    "cap of the chuck or the program",
                    (kinds.SPINDLE_SPEED, highest.value),
                )  # fmt: skip
    if given:
        return cut
    if faces(cut) and not surface_speed_kept(cut):
        said.assume(
            "the spindle speed is taken as constant, as no cap is known for a cut to the centre; give "
            "max_spindle_speed for constant surface speed"
        )
    assert cut.cutting_speed is not None
    reached = float(speeds(cut)[0])
    if reached < float(np.asarray(cut.cutting_speed)) * (1 - 1e-9):
        said.warn(
            "the spindle is held to {}, so the cutting speed is {} instead of {}",
            (kinds.SPINDLE_SPEED, cut.max_spindle_speed), (kinds.CUTTING_SPEED, reached),
            (kinds.CUTTING_SPEED, cut.cutting_speed),
        )  # fmt: skip
    return cut

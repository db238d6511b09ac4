"""From a drilling job and the tables to a cut: figures looked up, what is open recommended, and all of it said."""

from __future__ import annotations

import math

from chipload import cutting
from chipload.catalog import Catalog, Choice, choose
from chipload.catalog.cutting_data import STAND_INS
from chipload.planning.drilling.cut import DrillingCut
from chipload.planning.drilling.job import Drilling
from chipload.planning.holes.cut import feeds, lead_in, speeds
from chipload.planning.holes.preparing import (
    FEED_FORCE_FACTOR,
    FEED_FORCE_FACTORS,
    feed_setting,
    hole_inputs,
    say_of_the_time,
    scaled,
)
from chipload.planning.lookups import (
    common_inputs,
    elastic_modulus,
    force_constants,
    named,
    speed_setting,
)
from chipload.planning.prepared import Prepared, Said, Spread
from chipload.planning.tools.drill import Drill
from chipload.units import kinds

CORE_FRACTIONS = Spread("core_fraction", "stiffness of the flutes", low=0.5, high=0.6)
"""Reported diameters of the rod that buckles like a twist drill, over the diameter."""
_CORE_FRACTION = Drill.model_fields["core_fraction"].default
_TWIST_DRILLS = ("hss", "cobalt hss")
"""Tool materials of the drills that the factors for deep holes were printed for."""
_USUAL_POINT = math.radians(118.0)
_STANDARD_CHISEL, _SPLIT_CHISEL = 0.18, 0.03
"""Length of the chisel edge over the diameter, of a point as it is ground and of a split one."""
_FACTORS_END, _FACTORS_BEGIN = 6.0, 3.0


def prepare(job: Drilling, tables: Catalog) -> Prepared:
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
    kienzle, force_spread = force_constants(found.material, "drilling", tables, said)
    modulus, modulus_spread = elastic_modulus(job, tables)
    cut = DrillingCut(
        **common_inputs(job, found, kienzle, None, "drilling", tables, said),
        **hole_inputs(job),
        point_angle=_point_angle(job, tables, said),
        pilot_diameter=job.si_or("pilot_diameter", 0.0) or 0.0,
        youngs_modulus=modulus,
        length_factor=job.si("length_factor"),
    )
    asked = found.material.material_class.name, "drilling", job.tool.material
    speeds_range = choose(tables.hole_speeds, *asked, length=job.depth_ratio)
    feeds_range = choose(tables.hole_feeds, *asked, length=job.depth_ratio, diameter=float(job.tool.si("diameter")))
    speeds_range, feeds_range = _for_the_depth(job, speeds_range, feeds_range, said)
    speed, speed_set = speed_setting(job, speeds_range, float(job.tool.si("diameter")), found.machine, said)
    cut = cut.having(**speed)
    feed, feed_set = feed_setting(cut, job, feeds_range, found.machine, said)
    cut = cut.having(**feed)
    _say_of_the_thrust(job, cut, said)
    _say_of_the_drill(job, said)
    say_of_the_time(
        cut, float(lead_in(cut)), "point" if job.pilot_diameter is None else "point outside the pilot", said
    )
    spreads = [force_spread]
    if cut.feed_force_factor == FEED_FORCE_FACTOR:
        spreads.append(FEED_FORCE_FACTORS)
    if cut.core_fraction == _CORE_FRACTION:
        spreads.append(CORE_FRACTIONS)
    if modulus_spread is not None:
        spreads.append(modulus_spread)
    return Prepared(
        job, cut, tables, found.material, found.machine, found.holder, (speed_set, feed_set), tuple(spreads),
        tuple(said.assumptions), tuple(said.warnings),
    )  # fmt: skip


def _point_angle(job: Drilling, tables: Catalog, said: Said) -> float:
    """Full angle of the point [rad]: the job's, that of the standard drills of the material, or the usual one."""
    if job.tool.point_angle is not None:
        return job.tool.si("point_angle")
    for material in (job.tool.material, *STAND_INS.get(job.tool.material, ())):
        rows = [
            row
            for row in tables.tools
            if row.kind == "drill" and row.tool_material == material and row.point_angle is not None
        ]
        angles = {row.point_angle for row in rows}
        if len(angles) == 1:
            angle = angles.pop()
            assert angle is not None
            said.assume(
                f"the point angle of {{}} is that of drills of {material} after {rows[0].standard} "
                f"({'; '.join(rows[0].source)}, {rows[0].tier})",
                (kinds.ANGLE, angle),
            )
            return angle
    said.assume("the point angle is taken as {}; the tables tell none for this drill", (kinds.ANGLE, _USUAL_POINT))
    return _USUAL_POINT


def _for_the_depth(
    job: Drilling, speed: Choice | None, feed: Choice | None, said: Said
) -> tuple[Choice | None, Choice | None]:
    """The ranges lowered for a deep hole, where the tables do not print them for its depth."""
    ratio, diameter = job.depth_ratio, float(job.tool.si("diameter"))
    if ratio < _FACTORS_BEGIN * (1 - 1e-12):
        return speed, feed
    if job.tool.material not in _TWIST_DRILLS:
        said.assume(
            f"speed and feed of the tables are not lowered for a depth of {ratio:.3g} diameters: the factors known "
            "hold for twist drills of high-speed steel"
        )
        return speed, feed
    if ratio > _FACTORS_END * (1 + 1e-9):
        said.warn(
            f"the hole is {ratio:.3g} diameters deep, and the factors for deep holes end at {_FACTORS_END:g}; use a "
            "drill made for deep holes with the data of its maker, or drill in pecks"
        )
    # the factors stay where they are beyond six diameters
    depth = min(float(job.si("depth")), _FACTORS_END * diameter)
    lowered = []
    for choice, word, factor in (
        (speed, "speed", float(cutting.deep_hole_speed_factor.si(depth, diameter))),
        (feed, "feed", float(cutting.deep_hole_feed_factor.si(depth, diameter))),
    ):
        if choice is None or "length" in choice.row.where:
            lowered.append(choice)
            continue
        said.assume(
            f"the {word} range of the tables is lowered by a factor of {factor:.3g} for a depth of {ratio:.3g} "
            "diameters (drilling-guide)"
        )
        lowered.append(scaled(choice, factor))
    return lowered[0], lowered[1]


def _say_of_the_thrust(job: Drilling, cut: DrillingCut, said: Said) -> None:
    """What the feed force stands for, and what a chisel edge would add."""
    said.assume(
        f"the feed force is {job.feed_force_factor:g} of the cutting force; force and torque hold for sharp edges with "
        "a thinned point and clear flutes, without the friction of chips in a deep hole"
    )
    if job.pilot_diameter is None and job.tool.material in _TWIST_DRILLS:
        said.assume(
            f"an unthinned point, with a chisel edge of {_STANDARD_CHISEL:g} of the diameter, presses "
            f"{_chisel_ratio(cut):.2g} times as hard as a split one of {_SPLIT_CHISEL:g} (Shaw and Oxford); give such "
            "a drill a larger feed_force_factor"
        )


def _say_of_the_drill(job: Drilling, said: Said) -> None:
    """What stands for the drill in torsion and in buckling."""
    held = "held at the tip by its hole" if job.length_factor < 1 else "held by nothing at the tip"
    said.assume(
        f"a round rod of {job.tool.core_fraction:g} of the diameter stands for the drill in torsion and buckling; it "
        f"buckles over {job.length_factor:g} of its stick-out, clamped in the holder and {held}, without runout"
    )


def _chisel_ratio(cut: DrillingCut) -> float:
    """Thrust of an unthinned over that of a split point, which does not depend on the material."""
    feed, _ = feeds(cut, speeds(cut)[1])

    def thrust(chisel: float) -> float:
        found = cutting.chisel_coefficients.si(chisel)
        return float(
            cutting.shaw_oxford_thrust.si(1.0, feed, cut.diameter, found.thrust_coefficient, found.web_coefficient, 1.0)
        )

    return thrust(_STANDARD_CHISEL) / thrust(_SPLIT_CHISEL)

"""Turning jobs: longitudinal turning, facing, boring, grooving and parting."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CuttingSpeedField,
    DiameterField,
    FeedPerRevField,
    ForceField,
    LengthField,
    PositiveField,
    PositiveLengthField,
    SpindleSpeedField,
)
from chipload.planning.jobs import Job
from chipload.planning.tools import BoringBar, GroovingTool, TurningTool
from chipload.planning.tools.turning_tool import given_in_part
from chipload.units import kinds
from chipload.units.messages import Message

Support = Literal["chuck", "chuck and centre", "between centres"]
Stage = Literal["rough", "finish"]


class LatheJob(Job):
    """Base of the jobs in which the work turns.

    Parameters
    ----------
    diameter
        Of the work before the cut; of the bore before the cut in boring.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.  The cutting speed is that at the largest diameter in cut.
    feed_per_rev
        Advance in one turn; a recommended one where it is open and the tables hold one.
    max_spindle_speed
        Cap on the spindle speed, of the chuck or as programmed with G50 or G92.
    feed_force_ratio, passive_force_ratio
        Feed and passive force over the cutting force.
    clamping_force, gripping_diameter, grip_friction
        Gripping force of all jaws at speed, the diameter they grip and the friction there; given together they are
        held against the gripping force that the cut needs.
    safety_factor
        Of the grip; 2 is the least that chuck makers ask for.
    """

    EITHER: ClassVar[dict[str, str]] = {"cutting_speed": "spindle_speed", "spindle_speed": "cutting_speed"}

    diameter: DiameterField
    cutting_speed: CuttingSpeedField | None = None
    spindle_speed: SpindleSpeedField | None = None
    feed_per_rev: FeedPerRevField | None = None
    max_spindle_speed: SpindleSpeedField | None = None
    feed_force_ratio: PositiveField | None = None
    passive_force_ratio: PositiveField | None = None
    clamping_force: ForceField | None = None
    gripping_diameter: DiameterField | None = None
    grip_friction: PositiveField | None = None
    safety_factor: PositiveField = 2.0

    @model_validator(mode="after")
    def _possible(self) -> LatheJob:
        problems = [
            *self._set_twice(),
            *self._life_known_in_part(),
            *given_in_part(self, ("clamping_force", "gripping_diameter", "grip_friction"), "the check of the grip"),
            *self._shape_problems(),
        ]
        if problems:
            raise InputError(problems)
        return self

    def _shape_problems(self) -> list[str]:
        """What cannot be of work, cut and tool together."""
        raise NotImplementedError


class HeldJob(LatheJob):
    """Base of the jobs on a slender part that gives way to the tool.

    Parameters
    ----------
    support
        "chuck", "chuck and centre" or "between centres"; with the length it tells how far the part gives way.
    part_length
        From the chuck to the free end or the centre, or from centre to centre.
    cut_position
        Distance of the cut from the chuck or the first centre; where the part gives way most unless given.
    part_bore
        Diameter of a bore along the part; none unless given.
    """

    support: Support | None = None
    part_length: PositiveLengthField | None = None
    cut_position: PositiveLengthField | None = None
    part_bore: LengthField | None = None

    def _part_problems(self, outside: float) -> list[str]:
        """What cannot be of a part that is `outside` thick after the cut [m]."""
        length = kinds.LENGTH
        problems = given_in_part(self, ("support", "part_length"), "the deflection of the part")
        if self.cut_position is not None and self.part_length is None:
            problems.append("part_length: the place of the cut needs the length of the part; give support and length")
        elif self.cut_position is not None and self.si("cut_position") > self.si("part_length") * (1 + 1e-12):
            problems.append(
                Message.of(
                    "cut_position: {} is beyond the end of a part of {}; measure from the chuck or the first centre",
                    (length, self.si("cut_position")), (length, self.si("part_length")),
                )
            )  # fmt: skip
        if self.part_bore is not None and 0 < outside <= self.si("part_bore"):
            problems.append(
                Message.of(
                    "part_bore: a bore of {} leaves no wall under {} after the cut; give the bore of the part",
                    (length, self.si("part_bore")), (length, outside),
                )
            )  # fmt: skip
        return problems


class Turning(HeldJob):
    """Longitudinal turning of the outside.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The turning tool.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the work before the cut.
    depth_of_cut
        On the radius: half of what the diameter loses.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  The cutting speed holds at the diameter before the cut.
    cut_length
        Length of the path at the feed, all passes together; tells time, wear and cost.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    support, part_length, cut_position, part_bore
        How the part is held, for its deflection; see `HeldJob`.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["turning"] = "turning"
    tool: TurningTool
    depth_of_cut: PositiveLengthField
    cut_length: PositiveLengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        left = self.si("diameter") - 2 * self.si("depth_of_cut")
        return _to_the_centre("depth_of_cut", self) + self._part_problems(left)


class Facing(LatheJob):
    """Facing from the outside towards the centre, at constant surface speed where a cutting speed is set.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The turning tool.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter, inner_diameter
        Where the pass begins and ends; 0 for the centre.
    depth_of_cut
        Along the axis.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  A cutting speed is kept as the diameter shrinks, up to
        the cap; a spindle speed stays what it is.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["facing"] = "facing"
    tool: TurningTool
    depth_of_cut: PositiveLengthField
    inner_diameter: LengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        return _inwards(self)


class Boring(LatheJob):
    """Boring out a hole with a boring bar.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The boring bar.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the bore before the cut.
    depth_of_cut
        On the radius: half of what the bore gains.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Feed, and one of the speeds; recommended where open.  The cutting speed holds at the diameter after the cut.
    cut_length
        Length of the path at the feed, all passes together; tells time, wear and cost.
    stage
        "rough" or "finish", for the ranges of the tables; any that fit the depth unless given.
    feed_force_ratio, passive_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["boring"] = "boring"
    tool: BoringBar
    depth_of_cut: PositiveLengthField
    cut_length: PositiveLengthField | None = None
    stage: Stage | None = None

    def _shape_problems(self) -> list[str]:
        bar, bore = self.tool.si("bar_diameter"), self.si("diameter")
        if bar < bore:
            return []
        return [
            Message.of(
                "diameter: a bar of {} does not enter a bore of {}; take a thinner bar or drill larger",
                (kinds.LENGTH, bar), (kinds.LENGTH, bore),
            )
        ]  # fmt: skip


class Grooving(HeldJob):
    """Plunging a groove as wide as the insert into the outside.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The grooving tool.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter
        Of the work before the cut.
    groove_depth
        On the radius.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Radial feed, and one of the speeds.  A cutting speed is kept as the diameter shrinks, up to the cap.
    support, part_length, cut_position, part_bore
        How the part is held, for its deflection; see `HeldJob`.
    feed_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`; a straight edge makes no passive force.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["grooving"] = "grooving"
    tool: GroovingTool
    groove_depth: PositiveLengthField

    def _shape_problems(self) -> list[str]:
        left = self.si("diameter") - 2 * self.si("groove_depth")
        too_deep = _to_the_centre("groove_depth", self)
        return [
            *(too_deep or _reaches(self.tool, self.si("groove_depth"), "groove_depth")),
            *self._part_problems(left),
            *_no_passive_force(self),
        ]


class Parting(LatheJob):
    """Parting off a bar or a tube.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The parting tool.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    diameter, inner_diameter
        Of bar or tube: where the cut begins and ends; 0 for the centre.
    feed_per_rev, cutting_speed, spindle_speed, max_spindle_speed
        Radial feed, and one of the speeds.  A cutting speed is kept as the diameter shrinks, up to the cap.
    feed_force_ratio, clamping_force, gripping_diameter, grip_friction, safety_factor
        See `LatheJob`; a straight edge makes no passive force.

    Raises
    ------
    InputError
        For a cut that cannot be, with one sentence for each problem.
    """

    operation: Literal["parting"] = "parting"
    tool: GroovingTool
    inner_diameter: LengthField | None = None

    def _shape_problems(self) -> list[str]:
        problems = _inwards(self)
        if not problems:
            inner = self.si_or("inner_diameter", 0.0) or 0.0
            problems += _reaches(self.tool, (self.si("diameter") - inner) / 2, "diameter")
        return problems + _no_passive_force(self)


def _to_the_centre(field: str, job: LatheJob) -> list[str]:
    depth, radius = job.si(field), job.si("diameter") / 2
    if depth < radius:
        return []
    return [
        Message.of(
            field + ": {} is not less than the radius of {}; it is counted on the radius, so cut less deep",
            (kinds.LENGTH, depth), (kinds.LENGTH, radius),
        )
    ]  # fmt: skip


def _inwards(job: Facing | Parting) -> list[str]:
    inner, outer = job.si_or("inner_diameter", 0.0) or 0.0, job.si("diameter")
    if inner < outer:
        return []
    return [
        Message.of(
            "inner_diameter: {} is not less than the diameter of {}; the pass runs inwards, so exchange them",
            (kinds.LENGTH, inner), (kinds.LENGTH, outer),
        )
    ]  # fmt: skip


def _reaches(tool: GroovingTool, depth: float, field: str) -> list[str]:
    overhang = tool.si_or("overhang")
    if overhang is None or depth <= overhang * (1 + 1e-12):
        return []
    return [
        Message.of(
            field + ": the blade stands out {} and does not reach {} deep; clamp it longer",
            (kinds.LENGTH, overhang), (kinds.LENGTH, depth),
        )
    ]  # fmt: skip


def _no_passive_force(job: LatheJob) -> list[str]:
    if job.passive_force_ratio is None:
        return []
    return ["passive_force_ratio: a straight edge that plunges makes none; leave it out"]

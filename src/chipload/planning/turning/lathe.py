"""What the jobs of the lathe have in common, and what cannot be of them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    CuttingSpeedField,
    DampingRatioField,
    DiameterField,
    FeedPerRevField,
    ForceField,
    FrequencyField,
    LengthField,
    PositiveField,
    PositiveLengthField,
    SpindleSpeedField,
    StiffnessField,
)
from chipload.planning.jobs import Job, mode_problems
from chipload.planning.tools import GroovingTool
from chipload.planning.tools.turning_tool import given_in_part
from chipload.units import kinds
from chipload.units.messages import Message

Support = Literal["chuck", "chuck and centre", "between centres"]


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
    natural_frequency, modal_stiffness, damping_ratio
        Of the mode of tool or part that yields most; given together the width of cut is held against chatter.
    orientation_factor
        Cosine from that mode to the chip thickness times cosine from it to the cutting force; 1, all in line, is the
        safe side.
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
    natural_frequency: FrequencyField | None = None
    modal_stiffness: StiffnessField | None = None
    damping_ratio: DampingRatioField | None = None
    orientation_factor: PositiveField = 1.0

    @model_validator(mode="after")
    def _possible(self) -> LatheJob:
        problems = [
            *self._set_twice(),
            *self._life_known_in_part(),
            *self._held_in_a_holder(),
            *given_in_part(self, ("clamping_force", "gripping_diameter", "grip_friction"), "the check of the grip"),
            *mode_problems(self),
            *self._shape_problems(),
        ]
        if problems:
            raise InputError(problems)
        return self

    def _held_in_a_holder(self) -> list[str]:
        if self.holder is None:
            return []
        return ["holder: the tool of a lathe stands in none of the tables; leave it out and give the tool its overhang"]

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


def to_the_centre(field: str, job: LatheJob) -> list[str]:
    """A sentence where a depth on the radius leaves no core."""
    depth, radius = job.si(field), job.si("diameter") / 2
    if depth < radius:
        return []
    return [
        Message.of(
            field + ": {} is not less than the radius of {}; it is counted on the radius, so cut less deep",
            (kinds.LENGTH, depth), (kinds.LENGTH, radius),
        )
    ]  # fmt: skip


def inwards(job: LatheJob, inner: float) -> list[str]:
    """A sentence where a pass towards the axis begins inside where it ends, at `inner` [m]."""
    outer = job.si("diameter")
    if inner < outer:
        return []
    return [
        Message.of(
            "inner_diameter: {} is not less than the diameter of {}; the pass runs inwards, so exchange them",
            (kinds.LENGTH, inner), (kinds.LENGTH, outer),
        )
    ]  # fmt: skip


def reaches(tool: GroovingTool, depth: float, field: str) -> list[str]:
    """A sentence where the blade does not reach as deep as the cut [m]."""
    overhang = tool.si_or("overhang")
    if overhang is None or depth <= overhang * (1 + 1e-12):
        return []
    return [
        Message.of(
            field + ": the blade stands out {} and does not reach {} deep; clamp it longer",
            (kinds.LENGTH, overhang), (kinds.LENGTH, depth),
        )
    ]  # fmt: skip


def no_passive_force(job: LatheJob) -> list[str]:
    """A sentence where a passive force is given for an edge that makes none."""
    if job.passive_force_ratio is None:
        return []
    return ["passive_force_ratio: a straight edge that plunges makes none; leave it out"]

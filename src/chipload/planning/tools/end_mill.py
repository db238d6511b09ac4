"""End mills, ball noses and face mills."""

from __future__ import annotations

import math

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    AngleField,
    CountField,
    DiameterField,
    FractionField,
    LengthField,
    PositiveLengthField,
    StressField,
)
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.messages import Message


class EndMill(Tool):
    """An end mill: square, bull nose, ball nose or a face mill, by its corner radius and entering angle.

    Parameters
    ----------
    diameter
        Cutting diameter; of a ball nose, that of the ball.
    teeth
        Number of teeth.
    stickout
        Length from the holder to the tip.
    flute_length
        Length of the flutes.
    shank_diameter
        Diameter of the shank; that of the flutes unless given.
    material
        "carbide", "coated carbide", "hss" or another cutting material of the tables.
    corner_radius
        0 for a square end mill, half the diameter for a ball nose.
    neck_diameter, neck_length
        Of a relieved neck behind the flutes.
    entering_angle
        90° for a shoulder mill, 45° for a common face mill.
    rake_angle
        Rake of the edge; corrects the force where the table states its reference rake.
    edge_radius
        Rounding of the edge; lets the plan check for rubbing.
    youngs_modulus
        Overrides the table's figure for `material`.
    core_fraction
        Diameter of the solid rod that bends like the flutes, over the diameter.
    fatigue_strength
        Amplitude of reversed bending that the tool stands for ever, as its maker states it; lets the plan check for
        fatigue.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> tool = EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> tool.shape
    'square end mill'
    """

    diameter: DiameterField
    teeth: CountField
    stickout: PositiveLengthField
    flute_length: PositiveLengthField
    shank_diameter: DiameterField | None = None
    corner_radius: LengthField | None = None
    neck_diameter: DiameterField | None = None
    neck_length: LengthField | None = None
    entering_angle: AngleField | None = None
    rake_angle: AngleField | None = None
    core_fraction: FractionField = 0.8
    fatigue_strength: StressField | None = None

    @model_validator(mode="after")
    def _possible(self) -> EndMill:
        problems: list[str] = []
        diameter, stickout, flutes = self.si("diameter"), self.si("stickout"), self.si("flute_length")
        length = kinds.LENGTH
        if flutes > stickout * (1 + 1e-12):
            problems.append(
                Message.of(
                    "flute_length: flutes of {} are longer than the stick-out of {}, so the holder would grip them; "
                    "give a longer stick-out or a tool with shorter flutes",
                    (length, flutes), (length, stickout),
                )
            )  # fmt: skip
        elif flutes + self.neck_si > stickout * (1 + 1e-12):
            problems.append(
                Message.of(
                    "neck_length: flutes and neck of {} are longer than the stick-out of {}; give a longer stick-out "
                    "or a shorter neck",
                    (length, flutes + self.neck_si), (length, stickout),
                )
            )  # fmt: skip
        if (self.neck_diameter is None) != (self.neck_length is None):
            problems.append(
                "neck_length: a neck needs both its diameter and its length; give neck_diameter and neck_length"
            )
        elif self.neck_diameter is not None and self.si("neck_diameter") > max(diameter, self.shank_si) * (1 + 1e-12):
            problems.append("neck_diameter: the neck is thicker than the tool; give the relieved diameter")
        if self.corner_si > diameter / 2 * (1 + 1e-9):
            problems.append(
                Message.of(
                    "corner_radius: {} is more than half the diameter of {}; a ball nose has half the diameter",
                    (length, self.corner_si), (length, diameter),
                )
            )  # fmt: skip
        angle = self.entering_si
        if not math.radians(5) <= angle <= math.pi / 2 + 1e-12:
            problems.append(
                f"entering_angle: {math.degrees(angle):g}° is not between 5 and 90°; a shoulder mill has 90°, "
                "and a lead angle is its complement"
            )
        if problems:
            raise InputError(problems)
        return self

    @property
    def corner_si(self) -> float:
        """Corner radius [m]."""
        return 0.0 if self.corner_radius is None else self.si("corner_radius")

    @property
    def shank_si(self) -> float:
        """Shank diameter [m]."""
        return self.si("diameter" if self.shank_diameter is None else "shank_diameter")

    @property
    def neck_si(self) -> float:
        """Length of the neck [m]."""
        return 0.0 if self.neck_length is None else self.si("neck_length")

    @property
    def entering_si(self) -> float:
        """Entering angle of the straight edge [rad]."""
        return math.pi / 2 if self.entering_angle is None else self.si("entering_angle")

    @property
    def is_ball(self) -> bool:
        """True where the corner takes the whole radius."""
        return self.corner_si >= self.si("diameter") / 2 * (1 - 1e-9)

    @property
    def shape(self) -> str:
        """What the tool is called."""
        if self.is_ball:
            return "ball nose"
        if self.corner_si > 0:
            return "bull nose"
        return "square end mill" if self.entering_si > math.radians(89) else "face mill"

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.diameter:g~P} {self.shape} with {self.teeth:g} teeth ({self.material})"

"""Thread mills."""

from __future__ import annotations

import math

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import (
    AngleField,
    CountField,
    DiameterField,
    FractionField,
    PositiveLengthField,
    StressField,
)
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.messages import Message


class ThreadMill(Tool):
    """A thread mill of the 60° profile, with a single row of teeth or with many.

    Parameters
    ----------
    diameter
        Cutting diameter, over the tips of the profile.
    teeth
        Number of teeth around.
    stickout
        Length from the holder to the tip.
    flute_length
        Length of the profile along the axis.
    pitch
        Of a mill with many rows, which cuts this pitch only; None for a single row that cuts any.
    shank_diameter
        Diameter of the shank; that of the mill unless given.
    material
        "carbide", "coated carbide", "hss" or another cutting material of the tables.
    rake_angle
        Rake of the edge; corrects the force where the table states its reference rake.
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
    >>> mill = ThreadMill(diameter="8 mm", teeth=4, stickout="30 mm", flute_length="18 mm", pitch="1.5 mm")
    >>> mill.rows
    12
    """

    diameter: DiameterField
    teeth: CountField
    stickout: PositiveLengthField
    flute_length: PositiveLengthField
    pitch: PositiveLengthField | None = None
    shank_diameter: DiameterField | None = None
    rake_angle: AngleField | None = None
    core_fraction: FractionField = 0.8
    fatigue_strength: StressField | None = None

    @model_validator(mode="after")
    def _possible(self) -> ThreadMill:
        flutes, stickout = self.si("flute_length"), self.si("stickout")
        problems: list[str] = []
        if flutes > stickout * (1 + 1e-12):
            problems.append(
                Message.of(
                    "flute_length: flutes of {} are longer than the stick-out of {}, so the holder would grip them; "
                    "give a longer stick-out or a tool with shorter flutes",
                    (kinds.LENGTH, flutes), (kinds.LENGTH, stickout),
                )
            )  # fmt: skip
        if self.pitch is not None and self.si("pitch") > flutes * (1 + 1e-9):
            problems.append(
                Message.of(
                    "pitch: {} is longer than the flutes of {}; leave the pitch out for a mill with a single row",
                    (kinds.LENGTH, self.si("pitch")), (kinds.LENGTH, flutes),
                )
            )  # fmt: skip
        if problems:
            raise InputError(problems)
        return self

    @property
    def shank_si(self) -> float:
        """Shank diameter [m]."""
        return self.si("diameter" if self.shank_diameter is None else "shank_diameter")

    @property
    def rows(self) -> int:
        """Threads along the axis."""
        return 1 if self.pitch is None else math.floor(self.si("flute_length") / self.si("pitch") * (1 + 1e-9))

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        rows = "a single row" if self.pitch is None else f"{self.rows} rows"
        return f"{self.diameter:g~P} thread mill with {self.teeth:g} teeth and {rows} ({self.material})"

"""Machine reamers."""

from __future__ import annotations

import math
from typing import Any

from pydantic import Field, model_validator

from chipload.errors import InputError
from chipload.planning.fields import AngleField, CountField, FractionField
from chipload.planning.tools.round_tool import RoundTool


class Reamer(RoundTool):
    """A machine reamer, which cuts with the chamfer at its tip.

    Parameters
    ----------
    diameter
        Diameter of the hole it makes.
    teeth
        Number of flutes.
    stickout
        Length from the holder to the tip.
    flute_length
        Length of the flutes.
    shank_diameter
        Diameter of the shank; that of the flutes unless given.
    entering_angle
        Angle of the chamfer to the axis: 45° is the standard of machine reamers.
    core_fraction
        Diameter of the solid rod that is as strong as the flutes, over the diameter; shallow flutes leave 0.75 to
        0.88.
    material, edge_radius, youngs_modulus
        See `chipload.planning.tools.Tool`.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> tool = Reamer(diameter="10 mm", teeth=6, stickout="80 mm", flute_length="38 mm", material="hss")
    >>> tool.describe()
    '10 mm reamer with 6 teeth (hss)'
    """

    teeth: CountField
    entering_angle: AngleField = Field(default="45 deg", validate_default=True)
    core_fraction: FractionField = 0.8

    @model_validator(mode="after")
    def _possible(self) -> Reamer:
        problems: list[Any] = self._impossible_lengths()
        if not 0 < self.si("entering_angle") <= math.pi / 2 * (1 + 1e-12):
            problems.append(
                f"entering_angle: {math.degrees(self.si('entering_angle')):g}° is not between 0 and 90°; it is the "
                "angle of the chamfer to the axis, like 45°"
            )
        if problems:
            raise InputError(problems)
        return self

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.diameter:g~P} reamer with {self.teeth:g} teeth ({self.material})"

"""Twist drills and solid carbide drills."""

from __future__ import annotations

import math
from typing import Any

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import AngleField, CountField, FractionField
from chipload.planning.tools.round_tool import RoundTool


class Drill(RoundTool):
    """A drill with main edges that meet at a point.

    Parameters
    ----------
    diameter
        Diameter of the hole it makes.
    stickout
        Length from the holder to the tip.
    flute_length
        Length of the flutes, the point included.
    shank_diameter
        Diameter of the shank; that of the flutes unless given.
    teeth
        Number of main edges.
    point_angle
        Full angle of the point; that of the standard drills of `material` unless given.
    core_fraction
        Diameter of the solid rod that bends like the flutes about their weakest axis, over the diameter; reported
        for twist drills as 0.5 to 0.6; a carbide drill with a thick web has more.
    material, edge_radius, youngs_modulus
        See `chipload.planning.tools.Tool`.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> tool = Drill(diameter="10 mm", stickout="100 mm", flute_length="87 mm", material="hss")
    >>> tool.describe()
    '10 mm drill (hss)'
    """

    teeth: CountField = 2
    point_angle: AngleField | None = None
    core_fraction: FractionField = 0.55

    @model_validator(mode="after")
    def _possible(self) -> Drill:
        problems: list[Any] = self._impossible_lengths()
        if self.point_angle is not None and not 0 < self.si("point_angle") <= math.pi * (1 + 1e-12):
            problems.append(
                f"point_angle: {math.degrees(self.si('point_angle')):g}° is no full angle of a point; it is more than "
                "0 and at most 180°, like 118°"
            )
        if problems:
            raise InputError(problems)
        return self

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.diameter:g~P} drill ({self.material})"

"""Turning tools: an insert on a shank."""

from __future__ import annotations

import math

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import AngleField, PositiveLengthField, Record
from chipload.planning.tools.tool import Tool


class Insert(Tool):
    """Base of the tools with a turning insert: its nose, its angles and the length of its edge."""

    nose_radius: PositiveLengthField | None = None
    entering_angle: AngleField | None = None
    rake_angle: AngleField | None = None
    edge_length: PositiveLengthField | None = None

    @property
    def entering_si(self) -> float:
        """Entering angle of the straight edge [rad]."""
        return math.pi / 2 if self.entering_angle is None else self.si("entering_angle")

    def _angle_problems(self) -> list[str]:
        if 5 <= math.degrees(self.entering_si) <= 175:
            return []
        return [f"entering_angle: {math.degrees(self.entering_si):g}° is not between 5 and 175°; most tools have 95°"]

    def _nose_words(self) -> str:
        return "" if self.nose_radius is None else f" with a nose of {self.nose_radius:g~P}"


class TurningTool(Insert):
    """A turning tool for outside and face: an insert on a rectangular shank.

    Parameters
    ----------
    material
        Of the insert: "carbide", "coated carbide", "hss" or another cutting material of the tables.
    nose_radius
        Of the insert; tells the roughness, and makes the chip thinner at a small depth.
    entering_angle
        From the feed to the edge; 90° unless given.
    rake_angle
        Rake of the edge; corrects the force where the table states its reference rake.
    edge_length
        Usable length of the edge, which the cut must not be wider than.
    shank_height, shank_width, overhang
        Of the steel shank, height along the cutting force, and its free length; they tell how far the tip gives way.
    edge_radius
        Rounding of the edge; lets the plan check for rubbing.
    youngs_modulus
        Of the shank.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> TurningTool(material="coated carbide", nose_radius="0.8 mm").describe()
    'turning tool with a nose of 0.8 mm (coated carbide)'
    """

    shank_height: PositiveLengthField | None = None
    shank_width: PositiveLengthField | None = None
    overhang: PositiveLengthField | None = None

    @model_validator(mode="after")
    def _possible(self) -> TurningTool:
        problems = self._angle_problems() + given_in_part(
            self, ("shank_height", "shank_width", "overhang"), "the deflection of a shank"
        )
        if problems:
            raise InputError(problems)
        return self

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"turning tool{self._nose_words()} ({self.material})"


def given_in_part(record: Record, parts: tuple[str, ...], what: str) -> list[str]:
    """A sentence where fields that belong together are given in part."""
    missing = [name for name in parts if getattr(record, name) is None]
    if missing and len(missing) < len(parts):
        return [f"{missing[0]}: {what} needs {', '.join(parts)}; give {', '.join(missing)} too"]
    return []

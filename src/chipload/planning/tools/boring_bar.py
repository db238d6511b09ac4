"""Boring bars: an insert at the end of a round bar."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import DiameterField, LengthField, PositiveLengthField
from chipload.planning.tools.turning_tool import Insert

BarMaterial = Literal["steel", "carbide", "heavy metal", "damped steel", "damped carbide"]


class BoringBar(Insert):
    """A boring bar: an insert at the end of a round bar.

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
    bar_diameter, overhang
        Of the bar, and its free length.
    bar_bore
        Diameter of a coolant bore along the bar; none unless given.
    bar_material
        What the bar is of: "steel", "carbide", "heavy metal", "damped steel" or "damped carbide".
    edge_radius
        Rounding of the edge; lets the plan check for rubbing.
    youngs_modulus
        Of the bar; that of the tables for steel and carbide unless given.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> BoringBar(bar_diameter="25 mm", overhang="100 mm", nose_radius="0.4 mm").describe()
    '25 mm steel boring bar with a nose of 0.4 mm (carbide)'
    """

    bar_diameter: DiameterField
    overhang: PositiveLengthField
    bar_bore: LengthField | None = None
    bar_material: BarMaterial = "steel"

    @model_validator(mode="after")
    def _possible(self) -> BoringBar:
        problems = self._angle_problems()
        if self.bar_bore is not None and self.si("bar_bore") >= self.si("bar_diameter"):
            problems.append("bar_bore: the bore leaves no wall of the bar; it must be smaller than the bar")
        if problems:
            raise InputError(problems)
        return self

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.bar_diameter:g~P} {self.bar_material} boring bar{self._nose_words()} ({self.material})"

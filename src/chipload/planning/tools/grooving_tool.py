"""Grooving and parting tools: a straight insert on a blade."""

from __future__ import annotations

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import AngleField, PositiveLengthField
from chipload.planning.tools.tool import Tool
from chipload.planning.tools.turning_tool import given_in_part
from chipload.units import kinds
from chipload.units.messages import Message


class GroovingTool(Tool):
    """A grooving or parting tool: an insert with a straight edge on a blade.

    Parameters
    ----------
    width
        Of the insert and so of the groove.
    material
        Of the insert: "carbide", "coated carbide", "hss" or another cutting material of the tables.
    overhang
        Free length of the blade, which the groove cannot be deeper than.
    blade_height, blade_thickness
        Of the steel blade, height along the cutting force; with the overhang they tell how far the tip gives way.
    rake_angle
        Rake of the edge; corrects the force where the table states its reference rake.
    edge_radius
        Rounding of the edge; lets the plan check for rubbing.
    youngs_modulus
        Of the blade.

    Raises
    ------
    InputError
        For a tool that cannot be, with one sentence for each problem.

    Examples
    --------
    >>> GroovingTool(width="3 mm", material="coated carbide").describe()
    '3 mm grooving tool (coated carbide)'
    """

    width: PositiveLengthField
    overhang: PositiveLengthField | None = None
    blade_height: PositiveLengthField | None = None
    blade_thickness: PositiveLengthField | None = None
    rake_angle: AngleField | None = None

    @model_validator(mode="after")
    def _possible(self) -> GroovingTool:
        problems: list[str] = []
        if self.blade_height is not None or self.blade_thickness is not None:
            problems += given_in_part(
                self, ("blade_height", "blade_thickness", "overhang"), "the deflection of a blade"
            )
        if self.blade_thickness is not None and self.si("blade_thickness") > self.si("width") * (1 + 1e-9):
            problems.append(
                Message.of(
                    "blade_thickness: a blade of {} does not enter a groove of {}; give a thinner blade or a wider "
                    "insert",
                    (kinds.LENGTH, self.si("blade_thickness")), (kinds.LENGTH, self.si("width")),
                )
            )  # fmt: skip
        if problems:
            raise InputError(problems)
        return self

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"{self.width:g~P} grooving tool ({self.material})"

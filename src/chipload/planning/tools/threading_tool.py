"""Tools for single-point threading."""

from __future__ import annotations

from chipload.planning.fields import AngleField
from chipload.planning.tools.tool import Tool


class ThreadingTool(Tool):
    """A threading tool or insert of the full 60° profile, fed in square to the axis.

    Parameters
    ----------
    material
        "coated carbide", "carbide", "hss" or another cutting material of the tables.
    rake_angle
        Rake of the edge; corrects the force where the table states its reference rake.
    edge_radius
        Rounding of the edge; lets the plan check the last pass for rubbing.

    Examples
    --------
    >>> ThreadingTool().describe()
    'threading tool (coated carbide)'
    """

    material: str = "coated carbide"
    rake_angle: AngleField | None = None

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        return f"threading tool ({self.material})"

"""What drills and reamers have in common."""

from __future__ import annotations

from typing import Any

from chipload.planning.fields import DiameterField, PositiveLengthField
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.messages import Message


class RoundTool(Tool):
    """Base of the tools that follow their own axis into a hole.

    Parameters
    ----------
    diameter
        Diameter of the hole it makes.
    stickout
        Length from the holder to the tip.
    flute_length
        Length of the flutes.
    shank_diameter
        Diameter of the shank; that of the flutes unless given.
    """

    diameter: DiameterField
    stickout: PositiveLengthField
    flute_length: PositiveLengthField
    shank_diameter: DiameterField | None = None

    @property
    def shank_si(self) -> float:
        """Shank diameter [m]."""
        return self.si("diameter" if self.shank_diameter is None else "shank_diameter")

    def _impossible_lengths(self) -> list[Any]:
        """A sentence where the flutes do not fit into the stick-out."""
        stickout, flutes = self.si("stickout"), self.si("flute_length")
        if flutes <= stickout * (1 + 1e-12):
            return []
        return [
            Message.of(
                "flute_length: flutes of {} are longer than the stick-out of {}, so the holder would grip them; "
                "give a longer stick-out or a tool with shorter flutes",
                (kinds.LENGTH, flutes), (kinds.LENGTH, stickout),
            )
        ]  # fmt: skip

"""What every tool has."""

from __future__ import annotations

from chipload.planning.fields import ModulusField, Record, SmallLengthField


class Tool(Record):
    """Base of the tools: a cutting material, and where it is known the rounding of the edge.

    Parameters
    ----------
    material
        "carbide", "coated carbide", "hss" or another cutting material of the tables.
    edge_radius
        Rounding of the edge; lets the plan check for rubbing.
    youngs_modulus
        Overrides the table's figure for `material`.
    """

    material: str = "carbide"
    edge_radius: SmallLengthField | None = None
    youngs_modulus: ModulusField | None = None

    @property
    def edge_si(self) -> float | None:
        """Radius of the edge [m]; None where it is not given."""
        return None if self.edge_radius is None else self.si("edge_radius")

    def describe(self) -> str:
        """The tool in a few words, as a plan's title shows it."""
        raise NotImplementedError

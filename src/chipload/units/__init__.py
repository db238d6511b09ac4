"""The ground: kinds of quantity, shop notation, the boundary and `@formula`."""

from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.formulas import FORMULAS, Formula, formula
from chipload.units.kinds import KINDS, Kind
from chipload.units.parameters import Requires, Valid
from chipload.units.registry import registry
from chipload.units.trace import Step, Working, show, working

__all__ = [
    "FORMULAS",
    "KINDS",
    "Formula",
    "Kind",
    "Requires",
    "Step",
    "Valid",
    "Working",
    "formula",
    "from_kernel",
    "registry",
    "show",
    "to_kernel",
    "working",
]

"""Limits and fits by rule, tolerance stacks."""

from chipload.mechanics.fits.iso286_rule import (
    deviation_by_rule,
    tolerance_by_rule,
    tolerance_unit,
)
from chipload.mechanics.fits.limits import (
    FitLimits,
    InterferenceLimits,
    fit_limits,
    interference_limits,
)
from chipload.mechanics.fits.tolerance_stack import (
    Dimension,
    StackLimits,
    ToleranceStack,
)

__all__ = [
    "Dimension", "FitLimits", "InterferenceLimits", "StackLimits", "ToleranceStack", "deviation_by_rule",
    "fit_limits", "interference_limits", "tolerance_by_rule", "tolerance_unit",
]  # fmt: skip

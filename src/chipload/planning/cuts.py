"""What the cuts of all operations have in common: inputs that may be set in either of two ways, and results by kind."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

import numpy as np

from chipload import cutting
from chipload.units.kinds import Kind, Real


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Everything a cut is computed from, in kernel units; any field may be an array.

    Fields that set the same thing, as a cutting speed and a spindle speed do, stand side by side: one of them has a
    value, the other is None.  What is not known is NaN.
    """

    EITHER: ClassVar[dict[str, str]] = {}

    kc11: Real
    mc: Real
    width_exponent: Real
    measured_width: Real
    speed_exponent: Real
    measured_speed: Real
    rake_factor: Real
    wear_factor: Real
    efficiency: Real
    reference_speed: Real
    reference_life: Real
    taylor_exponent: Real
    cost_per_hour: Real
    edge_cost: Real
    tool_change_time: Real
    idle_time: Real

    def having(self, **changed: Any) -> Self:
        """The same cut with some inputs changed, to arrays if wished; the other of a pair is left open."""
        opened: dict[str, Any] = {
            other: None
            for name, other in self.EITHER.items()
            if changed.get(name) is not None and changed.get(other) is None
        }
        return replace(self, **opened, **{name: value for name, value in changed.items() if name not in opened})


def specific_force(cut: Cut, chip_thickness: Real, chip_width: Real, cutting_speed: Real) -> Real:
    """Specific cutting force at a chip and a speed, with what a calibration found of width and speed."""
    kc11 = cut.kc11
    if np.any(cut.width_exponent) or np.any(cut.speed_exponent):
        kc11 = kc11 * cutting.condition_factor.si(
            chip_width, cutting_speed, cut.width_exponent, cut.measured_width, cut.speed_exponent, cut.measured_speed
        )
    return cutting.specific_cutting_force.si(chip_thickness, kc11, cut.mc, cut.rake_factor, cut.wear_factor)


def unknown(value: Real) -> bool:
    """True where nothing is known of a value, so that nothing is computed from it and no working is written."""
    return bool(np.all(np.isnan(value)))


@cache
def kinds_of(outcome: type) -> dict[str, Kind]:
    """Kind of every result of an outcome, by name, in the order in which they are shown."""
    hints = get_type_hints(outcome, include_extras=True)
    return {
        part.name: next(mark for mark in hints[part.name].__metadata__ if isinstance(mark, Kind))
        for part in fields(outcome)
    }

"""Hooke's law of an isotropic body on tensors of plain numbers, for `StressState.strain` and `StrainState.stress`."""

from __future__ import annotations

from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.states import tensors
from chipload.mechanics.states.states import spread
from chipload.mechanics.states.tensors import Tensor
from chipload.units.boundary import to_kernel
from chipload.units.kinds import RATIO, TEMPERATURE_RISE, THERMAL_EXPANSION
from chipload.units.parameters import Requires

RATIO_OF_STIFFNESS = Requires(
    ("poisson_ratio",),
    lambda poisson_ratio: (poisson_ratio > -1) & (poisson_ratio < 0.5),
    "Poisson's ratio lies between -1 and 0.5, about 0.3 for metals; at 0.5 nothing could be squeezed",
)
"""For what divides by 1 - 2 nu."""
RATIO_OF_COMPLIANCE = Requires(
    ("poisson_ratio",),
    lambda poisson_ratio: (poisson_ratio > -1) & (poisson_ratio <= 0.5),
    "Poisson's ratio lies above -1 and is 0.5 at most, about 0.3 for metals",
)
"""For what holds of a body that cannot be squeezed too."""


def checked_ratio(given: Any, name: str, *, stiff: bool) -> Any:
    """Poisson's ratio, if it can be."""
    ratio = to_kernel(RATIO, given, name)
    rule = RATIO_OF_STIFFNESS if stiff else RATIO_OF_COMPLIANCE
    if not np.all(rule.holds(ratio)):
        raise InputError(f"{name}: {rule.says} (given: {given})")
    return ratio


def strain_of(stress: Tensor, youngs_modulus: Any, poisson_ratio: Any) -> Tensor:
    """Strain of a stress."""
    modulus, ratio = spread(youngs_modulus), spread(poisson_ratio)
    trace = spread(3 * tensors.mean(stress))
    return ((1 + ratio) * stress - ratio * trace * np.eye(3)) / modulus


def stress_of(strain: Tensor, youngs_modulus: Any, poisson_ratio: Any) -> Tensor:
    """Stress of a strain."""
    modulus, ratio = spread(youngs_modulus), spread(poisson_ratio)
    trace = spread(3 * tensors.mean(strain))
    return modulus / (1 + ratio) * (strain + ratio / (1 - 2 * ratio) * trace * np.eye(3))


def thermal_part(thermal_expansion: Any, temperature_rise: Any, said: str) -> Tensor:
    """Strain of a free rise in temperature, alike in all directions; none where neither is given."""
    if thermal_expansion is None and temperature_rise is None:
        return np.zeros((3, 3))
    if thermal_expansion is None or temperature_rise is None:
        missing = "thermal_expansion" if thermal_expansion is None else "temperature_rise"
        raise InputError(f"{said}, {missing}: it is missing; give the expansion and the rise together")
    expansion = to_kernel(THERMAL_EXPANSION, thermal_expansion, f"{said}, thermal_expansion")
    rise = to_kernel(TEMPERATURE_RISE, temperature_rise, f"{said}, temperature_rise")
    return spread(np.asarray(expansion * rise)) * np.eye(3)

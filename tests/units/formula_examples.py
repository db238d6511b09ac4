"""Arguments for the suite every formula runs through: its own example, and one with every argument given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pint

import chipload as cl
import chipload.cutting
import chipload.dynamics
import chipload.finish
import chipload.mechanics
from chipload.units import Formula, from_kernel

NAMES = sorted(name for name in cl.FORMULAS if name.split(".")[0] in ("cutting", "dynamics", "finish", "mechanics"))

# Arguments with a default that an example leaves out; away from the values at which a derivative is zero.
OPTIONAL: dict[str, Any] = {
    "entering_angle": "60 deg",
    "offset": "2 mm",
    "reference_rake": "4 deg",
    "rake_factor": 0.95,
    "wear_factor": 1.2,
    "teeth": 3,
    "load_position": "3 mm",
    "neck_diameter": "9 mm",
    "neck_length": "5 mm",
    "core_fraction": 0.78,
    "poisson_ratio": 0.25,
    "holder_stiffness": "20 N/um",
    "holder_rotational_stiffness": "20 kN*m/rad",
    "finish_factor": 1.3,
    "limit_load_factor": 3.5,
    "bore": "8 mm",
    "tilt_direction": "40 deg",
    "member_mass": "0.06 kg",
}


def kernel_values(formula: Formula[..., Any], given: dict[str, Any]) -> dict[str, Any]:
    return {name: formula.read(name, value) for name, value in given.items()}


def example(name: str) -> dict[str, Any]:
    """Kernel values of the formula's example."""
    return kernel_values(cl.FORMULAS[name], cl.FORMULAS[name].example)


def full_example(name: str) -> dict[str, Any]:
    """Kernel values with every argument given."""
    formula = cl.FORMULAS[name]
    values = example(name)
    # a zero tells nothing of a trend
    unset = [key for key in formula.parameters if key not in values or values[key] == 0]
    given = {key: OPTIONAL[key] for key in unset}
    return {key: formula.read(key, {**formula.example, **given}[key]) for key in formula.parameters}


def quantities(formula: Formula[..., Any], values: dict[str, Any], system: str = "metric") -> dict[str, Any]:
    """Kernel values as quantities in the trade's units; options as they are.

    The units are those of `system`, converted by pint from the metric ones.
    """
    made: dict[str, Any] = {}
    for name, value in values.items():
        kind = formula.kind_of(name)
        if kind is None:
            made[name] = value
            continue
        metric = from_kernel(kind, value)
        made[name] = metric if system == "metric" else metric.to(kind.inch.unit)
    return made


def parts(formula: Formula[..., Any], result: Any) -> list[Any]:
    """Results one by one: quantities, or kernel values."""
    return [getattr(result, name) for name in formula.results] if len(formula.results) > 1 else [result]


def magnitudes(formula: Formula[..., Any], result: Any) -> list[Any]:
    """Magnitudes of the quantities of a result, in the units it came in."""
    return [part.magnitude for part in parts(formula, result)]


def spread(formula: Formula[..., Any], values: dict[str, Any], count: int = 3) -> dict[str, Any]:
    """Arrays of values close to the example, each argument with an order of its own."""
    arrays: dict[str, Any] = {}
    for place, (name, value) in enumerate(values.items()):
        kind = formula.kind_of(name)
        if kind is None:
            arrays[name] = value
        elif kind.whole:
            arrays[name] = np.roll(value + np.arange(count) % 5, place)
        else:
            arrays[name] = value * np.roll(np.linspace(0.98, 1.015, count), place)
    return arrays


def at(formula: Formula[..., Any], arrays: dict[str, Any], index: Any) -> dict[str, Any]:
    """One point of the arrays, as plain floats."""
    return {name: value if formula.kind_of(name) is None else float(value[index]) for name, value in arrays.items()}


def is_quantity(value: Any) -> bool:
    return isinstance(value, pint.Quantity)

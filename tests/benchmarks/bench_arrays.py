"""A million points against plain numpy on the same kernel: `python tests/benchmarks/bench_arrays.py`.

The limited ones compare with the kernel on arrays that are in SI already: units, checks and output included, the
call may cost no more than the limit times that.  The cheap ones move more memory than they compute; they are
shown against numpy doing the same conversions too.
"""

from __future__ import annotations

import sys
import timeit
from typing import Any

import numpy as np

import chipload as cl
import chipload.cutting
from chipload.units import boundary

POINTS = 1_000_000
LIMIT = 1.4
REPEATS = 15


def linear(low: float, high: float, unit: str) -> Any:
    return cl.Quantity(np.linspace(low, high, POINTS), unit)


def questions() -> dict[str, tuple[Any, dict[str, Any], bool]]:
    cutting = cl.cutting
    return {
        "specific_cutting_force (h and kc11 arrays)": (
            cutting.specific_cutting_force,
            {"chip_thickness": linear(0.06, 0.5, "mm"), "kc11": linear(1500.0, 2500.0, "MPa"), "mc": 0.25},
            True,
        ),
        "tooth_force (kc, h and edge arrays)": (
            cutting.tooth_force,
            {
                "specific_cutting_force": linear(1500.0, 3500.0, "MPa"),
                "mean_chip_thickness": linear(0.06, 0.5, "mm"),
                "axial_depth": cl.Quantity(5.0, "mm"),
                "entering_angle": linear(45.0, 90.0, "deg"),
            },
            True,
        ),
        "mean_chip_thickness (fz and ae arrays)": (
            cutting.mean_chip_thickness,
            {
                "feed_per_tooth": linear(0.02, 0.2, "mm"),
                "radial_depth": linear(0.5, 10.0, "mm"),
                "diameter": cl.Quantity(10.0, "mm"),
            },
            True,
        ),
        "spindle_speed (vc array)": (
            cutting.spindle_speed,
            {"cutting_speed": linear(50.0, 500.0, "m/min"), "diameter": cl.Quantity(10.0, "mm")},
            False,
        ),
        "tooth_force (kc and h arrays)": (
            cutting.tooth_force,
            {
                "specific_cutting_force": linear(1500.0, 3500.0, "MPa"),
                "mean_chip_thickness": linear(0.06, 0.5, "mm"),
                "axial_depth": cl.Quantity(5.0, "mm"),
            },
            False,
        ),
        "milling_power (kc and vf arrays)": (
            cutting.milling_power,
            {
                "specific_cutting_force": linear(1500.0, 3500.0, "MPa"),
                "axial_depth": cl.Quantity(2.0, "mm"),
                "radial_depth": cl.Quantity(8.0, "mm"),
                "feed_rate": linear(100.0, 900.0, "mm/min"),
            },
            False,
        ),
        "max_chip_thickness (ae array)": (
            cutting.max_chip_thickness,
            {
                "feed_per_tooth": cl.Quantity(0.1, "mm"),
                "radial_depth": linear(0.5, 10.0, "mm"),
                "diameter": cl.Quantity(10.0, "mm"),
            },
            False,
        ),
    }


def best(calls: dict[str, Any]) -> dict[str, float]:
    """Best time in milliseconds, the candidates measured in turn."""
    found = dict.fromkeys(calls, float("inf"))
    for call in calls.values():
        call()
    for _ in range(REPEATS):
        for name, call in calls.items():
            found[name] = min(found[name], timeit.timeit(call, number=1) * 1e3)
    return found


def converting(formula: Any, given: dict[str, Any]) -> Any:
    """Plain numpy with the same conversions in and out, and no check."""
    scaled = {}
    for name, value in given.items():
        if hasattr(value, "magnitude"):
            factor = boundary.converter(formula.kind_of(name)).factor(value._units, name, value)
            scaled[name] = (value.magnitude, factor)
        else:
            scaled[name] = (value, 1.0)
    out = 1 / cl.units.to_kernel(formula.result_kinds[0], cl.Quantity(1.0, formula.result_kinds[0].metric.unit))

    def call() -> Any:
        return formula.kernel(**{name: value * factor for name, (value, factor) in scaled.items()}) * out

    return call


def main() -> int:
    bad = 0
    print(f"{'':46}{'numpy, SI':>11}{'numpy, units':>14}{'chipload':>10}{'x SI':>7}{'x units':>9}   limit")
    for name, (formula, given, limited) in questions().items():
        si = {key: formula.read(key, value) for key, value in given.items()}
        times = best(
            {
                "si": lambda f=formula, a=si: f.kernel(**a),
                "units": converting(formula, given),
                "ours": lambda f=formula, a=given: f(**a),
            }
        )
        ratio, units = times["ours"] / times["si"], times["ours"] / times["units"]
        broken = limited and ratio > LIMIT
        bad += broken
        limit = f"{LIMIT}{'  BROKEN' if broken else ''}" if limited else ""
        print(
            f"{name:46}{times['si']:9.2f}ms{times['units']:12.2f}ms{times['ours']:8.2f}ms"
            f"{ratio:7.2f}{units:9.2f}   {limit}"
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

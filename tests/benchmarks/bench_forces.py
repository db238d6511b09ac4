"""Forces against the angle: one turn and ten thousand cuts: `python tests/benchmarks/bench_forces.py`."""

from __future__ import annotations

import sys
import timeit
import tracemalloc
from typing import Any

import numpy as np

from chipload.cutting import KienzleConstants, LinearCoefficients, milling_forces

STEEL = LinearCoefficients(1800e6, 600e6, 200e6, 25e3, 30e3, 3e3)
KIENZLE = KienzleConstants(1700e6, 0.25, 600e6, 0.3)
CUT = (5e-3, 0.0, np.pi / 2, 10e-3, 4, np.pi / 6)
MANY = np.linspace(5e-5, 2e-4, 10_000)
MEGABYTES = 200


def questions() -> dict[str, tuple[Any, int, float | None]]:
    """Call, repeats and limit in milliseconds; the limit is for linear coefficients."""
    return {
        "one turn, 720 angles, linear": (lambda: milling_forces(STEEL, 1e-4, *CUT), 50, 1.0),
        "one turn, 720 angles, linear, runout": (lambda: milling_forces(STEEL, 1e-4, *CUT, 5e-6), 20, None),
        "one turn, 720 angles, Kienzle": (lambda: milling_forces(KIENZLE, 1e-4, *CUT), 20, None),
        "1e4 cuts, 72 angles, linear": (lambda: milling_forces(STEEL, MANY, *CUT, angles=72), 3, 1500.0),
        "1e4 cuts, 36 angles, Kienzle": (lambda: milling_forces(KIENZLE, MANY, *CUT, angles=36), 1, 10_000.0),
    }


def main() -> int:
    bad = 0
    for name, (call, repeats, limit) in questions().items():
        time = min(timeit.repeat(call, number=1, repeat=repeats)) * 1e3
        tracemalloc.start()
        call()
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        broken = peak > MEGABYTES or (limit is not None and time > limit)
        bad += broken
        shown = "" if limit is None else f"   limit {limit:g} ms"
        print(f"{name:40}{time:10.2f} ms{peak:8.1f} MB{shown}{'  BROKEN' if broken else ''}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""A plan with its intervals for every operation, every rule on; chatter on slow, usual and fast modes."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "planning"))

from jobs_of_operations import JOBS

import chipload as cl

LIMIT = 15e-3
"""Seconds of one plan with its intervals, median."""
REPEATS = 25
MODES = {"slow": "80 Hz", "usual": "900 Hz", "fast": "6000 Hz"}
CLAMPED = {
    "milling": {"clamping_force": "8 kN", "grip_friction": 0.15, "workpiece_stiffness": "30 N/um"},
    "turning": {"clamping_force": "20 kN", "gripping_diameter": "60 mm", "grip_friction": 0.2},
}


def seconds(job: Any) -> float:
    """Median time of a plan, every interval of it in it."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        cl.plan(job)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _given(job: Any) -> dict[str, Any]:
    """What a job was told, to make another of it."""
    return {name: getattr(job, name) for name in job.model_fields_set}


def main() -> int:
    worst = 0.0
    for name, job in JOBS.items():
        fields = type(job).model_fields
        clamped = type(job)(**{**_given(job), **CLAMPED.get(name, {})})
        told = {"with all but chatter": seconds(clamped)}
        if "natural_frequency" in fields:
            for mode, frequency in MODES.items():
                shaken = {"natural_frequency": frequency, "modal_stiffness": "20 N/um", "damping_ratio": 0.03}
                told[f"{mode} mode"] = seconds(type(job)(**{**_given(clamped), **shaken}))
        print(f"plan of {name}: " + ", ".join(f"{key} {value * 1e3:.1f} ms" for key, value in told.items()))
        worst = max(worst, *told.values())
    print(f"longest median {worst * 1e3:.1f} ms, limit {LIMIT * 1e3:.0f}")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())

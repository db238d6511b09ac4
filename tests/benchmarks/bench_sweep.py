"""Sweeps of nine outputs, in one run.

1e7 points against the same evaluation on materialised inputs; the same results expanded over all axes against writing
as many arrays once; and the memory of 1e8 points that go to disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

import chipload as cl
from chipload.planning.milling import evaluate
from chipload.planning.swept import Swept

LIMIT, EXPANDED_LIMIT, MEMORY_LIMIT = 0.25, 4.5, 1e9
OUTPUTS = (
    "spindle_speed", "feed_rate", "removal_rate", "mean_chip_thickness", "specific_cutting_force", "side_force",
    "power", "torque", "deflection",
)  # fmt: skip
AXES = {
    "radial_depth": cl.Quantity(np.linspace(0.5, 9.5, 100), "mm"),
    "axial_depth": cl.Quantity(np.linspace(1, 20, 100), "mm"),
    "cutting_speed": cl.Quantity(np.linspace(50, 400, 100), "m/min"),
    "feed_per_tooth": cl.Quantity(np.linspace(0.01, 0.1, 10), "mm"),
}


def job_of_the_sweep() -> cl.Milling:
    tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    return cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
                      cutting_speed="300 m/min", feed_per_tooth="0.05 mm")  # fmt: skip


def expand(found: Any) -> dict[str, np.ndarray]:
    """Every result over every axis, as arrays of their own."""
    whole = found.power
    return {name: np.array(found[name].broadcast_like(whole).transpose(*AXES).values, order="C") for name in OUTPUTS}


def written_once(like: dict[str, np.ndarray]) -> float:
    """Seconds that writing as many arrays of the same size takes."""
    started = time.perf_counter()
    arrays = [np.full(array.shape, 1.5) for array in like.values()]
    seconds = time.perf_counter() - started
    assert all(array.flat[-1] == 1.5 for array in arrays)
    return seconds


def streamed() -> None:
    """1e8 points to disk, in a process of its own that tells its peak memory and time."""
    import resource

    axes = {**AXES, "feed_per_tooth": cl.Quantity(np.linspace(0.01, 0.1, 100), "mm")}
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        found = cl.sweep(job_of_the_sweep(), axes, outputs=OUTPUTS, limits=False, to=Path(folder) / "cuts.zarr")
        seconds = time.perf_counter() - started
        points = found.power.size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"points": points, "seconds": seconds, "peak": peak}))


def main() -> int:
    # First, while this process is small: a child's peak begins with its parent's.
    child = subprocess.run([sys.executable, __file__, "streamed"], check=True, capture_output=True, text=True)
    told = json.loads(child.stdout)
    job = job_of_the_sweep()
    cl.sweep(job, axial_depth=["1 mm"])
    best_ours = best_naive = best_expanded = best_written = np.inf
    for _ in range(3):
        started = time.perf_counter()
        found = cl.sweep(job, AXES, outputs=OUTPUTS, limits=False)
        best_ours = min(best_ours, time.perf_counter() - started)
        full = expand(found)
        best_expanded = min(best_expanded, time.perf_counter() - started)
        best_written = min(best_written, written_once(full))
        del full
    cut = Swept.of(job, (), OUTPUTS, False, cl.catalog.default()).prepared.cut
    grid = np.meshgrid(*(axis.to_base_units().m for axis in AXES.values()), indexing="ij")
    values = dict(zip(AXES, (part.ravel() for part in grid), strict=True))
    for _ in range(2):
        started = time.perf_counter()
        outcome = evaluate(cut.having(**values))
        best_naive = min(best_naive, time.perf_counter() - started)
    np.testing.assert_allclose(found.power.transpose(*AXES).values.ravel() * 1e3, outcome.power, rtol=1e-12)
    del outcome, values, grid
    ratio, wide = best_ours / best_naive, best_expanded / best_written
    print(f"{'1e7 points, nine outputs':32s}{best_ours:8.2f} s   naive {best_naive:8.2f} s   "
          f"ratio {ratio:.3f}, limit {LIMIT}")  # fmt: skip
    print(f"{'the same over all axes':32s}{best_expanded:8.2f} s   written once {best_written:.2f} s   "
          f"ratio {wide:.2f}, limit {EXPANDED_LIMIT}")  # fmt: skip
    print(f"{told['points']:.0e} points to disk{told['seconds']:22.2f} s   peak {told['peak'] / 1e6:.0f} MB, "
          f"limit {MEMORY_LIMIT / 1e6:.0f} MB")  # fmt: skip
    return 0 if ratio <= LIMIT and wide <= EXPANDED_LIMIT and told["peak"] <= MEMORY_LIMIT else 1


if __name__ == "__main__":
    sys.exit(streamed() if sys.argv[1:] == ["streamed"] else main())

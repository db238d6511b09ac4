"""An optimum of three and four fields against the best of a grid of 1e6 points, in one run."""

from __future__ import annotations

import math
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "planning"))

from optima_for_tests import brute_force, random_job

import chipload as cl
from chipload.errors import NoFeasiblePointError

LIMIT = 0.3
"""Seconds of an optimisation with its best plan."""
WORST = 1e-3
"""Share by which the grid may be better."""


def main() -> int:
    _ = cl.optimise(*random_job(0)[:2]).best  # imports and tables
    times, behind, infeasible = [], [], 0
    for seed in range(20):
        job, over, goal = random_job(seed)
        started = time.perf_counter()
        try:
            found = cl.optimise(job, over, goal=goal)
            _ = found.best
        except NoFeasiblePointError:
            found = None
        times.append(time.perf_counter() - started)
        best = brute_force(job, over, goal, 1_000_000)
        if found is None:
            infeasible += 1
            behind.append(0.0 if best == -math.inf else math.inf)
        else:
            behind.append(math.expm1(best - float(found.goal.score(found.best.outcome))))
    print(
        f"optimise, 20 jobs of 3 and 4 fields: median {statistics.median(times) * 1e3:.0f} ms, longest "
        f"{max(times) * 1e3:.0f} ms, limit {LIMIT * 1e3:.0f}; the grid of 1e6 is better by {max(behind):+.2e} at most, "
        f"limit {WORST:.0e}; {infeasible} without a feasible point"
    )
    return 0 if max(times) <= LIMIT and max(behind) <= WORST else 1


if __name__ == "__main__":
    raise SystemExit(main())

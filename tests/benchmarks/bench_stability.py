"""A stability diagram, 200 speeds by 100 depths, and the naive method: `python tests/benchmarks/bench_stability.py`.

The naive method makes a matrix exponential for every step, multiplies dense matrices over the period and takes the
eigenvalues of the product.  It would need several minutes for each whole diagram and most of an hour to converge, so
it answers random samples of the points: a small one with the steps of ours, for the time of a point, and a larger one
with twice the steps, for the verdicts.  A verdict that differs where the naive radius is within `ON_THE_BOUNDARY` of 1
is shown apart: there neither has enough steps to tell.  Both run on one thread; all of it takes about two minutes.
"""

from __future__ import annotations

import os
import resource
import sys
import time

import numpy as np
from scipy.linalg import expm

from chipload import Quantity
from chipload.dynamics import MillingProcess, Mode, Structure, stability_diagram, zero_order_limit
from chipload.dynamics.step_mesh import steps_for

TOOL = Structure([Mode("922 Hz", 0.011, modal_mass="0.03993 kg", direction="x")])
NATURAL, DAMPING, MASS, TANGENTIAL, RADIAL, TEETH = 2 * np.pi * 922, 0.011, 0.03993, 6e8, 2e8, 2
SPEEDS, DEPTHS = np.linspace(5000, 25000, 200), np.linspace(0.04, 4, 100)
CASES = {"slot": 0.0, "down milling, half the diameter": np.pi / 2, "down milling, a tenth": np.arccos(-0.8)}
TIMED, JUDGED = 100, 400
ON_THE_BOUNDARY = 0.005
FASTER, ENVELOPE_MS, MEGABYTES = 40, 5.0, 500


def naive(entry: float, speed: float, depth: float, steps: int) -> float:
    """Spectral radius by semi-discretisation as it is written down: Insperger and Stepan 2004, zeroth order, mean."""
    step = 1 / (speed * TEETH * steps)
    size = steps + 2
    product = np.eye(size)
    turn = 2 * np.pi * speed * step
    for number in range(steps):
        angles = turn * (number + (np.arange(20) + 0.5) / 20)
        factor = 0.0
        for tooth in range(TEETH):
            phi = (angles + 2 * np.pi * tooth / TEETH) % (2 * np.pi)
            inside = (phi > entry) & (phi < np.pi)
            factor += np.mean(inside * (TANGENTIAL * np.cos(phi) + RADIAL * np.sin(phi)) * np.sin(phi))
        push = depth * factor / MASS
        matrix = np.array([[0.0, 1.0], [-(NATURAL**2) - push, -2 * DAMPING * NATURAL]])
        keep = expm(matrix * step)
        given = (keep - np.eye(2)) @ np.linalg.solve(matrix, [0.0, push])
        one = np.zeros((size, size))
        one[:2, :2], one[:2, -2], one[:2, -1], one[2, 0] = keep, given / 2, given / 2, 1.0
        one[np.arange(3, size), np.arange(2, size - 1)] = 1.0
        product = one @ product
    return float(np.abs(np.linalg.eigvals(product)).max())


def main() -> int:
    broken = False
    random = np.random.default_rng(0)
    for name, entry in CASES.items():
        process = MillingProcess(TEETH, Quantity(entry, "rad"), "180 deg", "600 MPa", "200 MPa")
        start, cpu = time.perf_counter(), time.process_time()
        diagram = stability_diagram(process, TOOL, Quantity(SPEEDS, "rpm"), Quantity(DEPTHS, "mm"))
        ours, ours_cpu = time.perf_counter() - start, time.process_time() - cpu
        rows, columns = random.integers(len(SPEEDS), size=JUDGED), random.integers(len(DEPTHS), size=JUDGED)
        steps = steps_for(process.numbers, 922.0, SPEEDS / 60)
        points = [(entry, SPEEDS[i] / 60, DEPTHS[j] * 1e-3, int(steps[i])) for i, j in zip(rows, columns, strict=True)]
        start = time.perf_counter()
        for point in points[:TIMED]:
            naive(*point)
        theirs = (time.perf_counter() - start) / TIMED
        base = np.array([naive(*point[:3], 2 * point[3]) for point in points])
        differs = (base < 1) != diagram.stable[rows, columns]
        on_it = int((differs & (np.abs(base - 1) < ON_THE_BOUNDARY)).sum())
        wrong = int(differs.sum()) - on_it
        factor = theirs / (ours / diagram.stable.size)
        bad = factor < FASTER or wrong > 0
        broken |= bad
        each = ours / diagram.stable.size * 1e6
        print(f"{name:34}{ours:7.2f} s, {ours_cpu:.2f} s of processor, {each:.0f} us a point", end="")
        print(f"; naive {theirs * 1e6:.0f} us, {factor:.0f} times as long", end="")
        print(f"; of {JUDGED} verdicts {wrong} differ, {on_it} on the boundary{'  BROKEN' if bad else ''}")
        speeds = Quantity(np.linspace(5000, 25000, 400), "rpm")
        times = []
        for _ in range(20):
            start = time.perf_counter()
            zero_order_limit(process, TOOL, speeds)
            times.append((time.perf_counter() - start) * 1e3)
        bad = min(times) > ENVELOPE_MS
        broken |= bad
        print(f"{'  zero-order envelope, 400 speeds':34}{min(times):7.2f} ms{'  BROKEN' if bad else ''}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bad = peak > MEGABYTES
    print(f"{'peak memory of the process':34}{peak:7.0f} MB{'  BROKEN' if bad else ''}")
    return 1 if broken or bad else 0


if __name__ == "__main__":
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # read when numpy is loaded, so the program starts again
        one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | one)
    sys.exit(main())

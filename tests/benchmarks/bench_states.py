"""A million stress states against `numpy.linalg.eigvalsh`: `python tests/benchmarks/bench_states.py`."""

from __future__ import annotations

import sys
import timeit
from typing import Any

import numpy as np

from chipload.mechanics import StressState
from chipload.mechanics.states import tensors

COUNT = 1_000_000
LIMIT = 1.5
"""Longest time of principal values and von Mises together, over that of eigvalsh on the same stack."""


def stack() -> Any:
    entries = np.random.default_rng(1).normal(size=(COUNT, 3, 3)) * 1e8
    return (entries + entries.swapaxes(-1, -2)) / 2


def best(call: Any) -> float:
    return min(timeit.repeat(call, number=1, repeat=3))


def main() -> int:
    tensor = stack()
    state = StressState.of(tensor)

    def kernels() -> None:
        tensors.principal_values(tensor)
        tensors.von_mises(*tensors.components(tensor))

    def quantities() -> None:
        _ = state.principal_values, state.von_mises_stress

    reference = best(lambda: np.linalg.eigvalsh(tensor))
    print(f"{'eigvalsh':36}{reference * 1e3:10.1f} ms")
    bad = 0
    for name, call in (("kernels", kernels), ("StressState, as quantities", quantities)):
        time = best(call)
        ratio = time / reference
        bad += ratio > LIMIT
        print(
            f"{name:36}{time * 1e3:10.1f} ms   ratio {ratio:.2f}, limit {LIMIT:g}{'  BROKEN' if ratio > LIMIT else ''}"
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

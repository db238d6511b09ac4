"""How long `chipload --help` takes, and a plan from a shell: `python tests/benchmarks/bench_command.py`.

Medians of ten runs, beside those of an interpreter that does nothing.  The help may take no more than 0.2 s.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 10
LIMIT = 0.2
PLAN = [
    "plan", "mill", "material=6061-T6", "diameter=10mm", "teeth=4", "stickout=30mm", "flute_length=25mm",
    "radial_depth=5mm", "axial_depth=5mm",
]  # fmt: skip
LINES = {
    "an interpreter that does nothing": ["-c", "pass"],
    "chipload --help": ["-m", "chipload", "--help"],
    "chipload plan --help": ["-m", "chipload", "plan", "--help"],
    "chipload plan mill ...": ["-m", "chipload", *PLAN],
}


def seconds(words: list[str]) -> float:
    """Median of the runs of a command line, its first run apart."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> int:
    """Print the medians; 1 where the help takes too long."""
    taken = {name: seconds(words) for name, words in LINES.items()}
    bare = taken["an interpreter that does nothing"]
    for name, one in taken.items():
        print(f"{name:34}  {one * 1e3:7.1f} ms   {one / bare:5.1f} times the bare interpreter")
    return int(taken["chipload --help"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

"""Importing chipload against importing numpy, each in fresh processes: `python tests/benchmarks/bench_import.py`.

`chipload.cutting` is shown without a limit; it brings numpy itself.
"""

from __future__ import annotations

import subprocess
import sys

REPEATS = 15
LIMIT = 1.5
HEAVY = ("pint", "scipy", "pydantic")
SCRIPT = "import time; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"


def seconds(code: str) -> float:
    script = SCRIPT.format(code=code)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout)


def loaded(code: str) -> set[str]:
    script = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def main() -> int:
    codes = ["import numpy", "import chipload", "import chipload.cutting", "import chipload, pint"]
    best = dict.fromkeys(codes, float("inf"))
    for _ in range(REPEATS):  # in turn, so that a slow moment of the machine meets all of them
        for code in codes:
            best[code] = min(best[code], seconds(code))
    numpy = best["import numpy"]
    print(f"{'':28}{'best ms':>10}{'x numpy':>10}   limit")
    bad = 0
    for code in codes:
        ratio = best[code] / numpy
        limited = code == "import chipload"
        broken = limited and ratio > LIMIT
        bad += broken
        limit = f"{LIMIT}{'  BROKEN' if broken else ''}" if limited else ""
        print(f"{code:28}{best[code] * 1e3:10.1f}{ratio:10.2f}   {limit}")
    for code in ("import chipload", "import chipload.cutting"):
        found = [name for name in HEAVY if name in loaded(code)]
        bad += bool(found)
        print(f"{code}: {'loads ' + ', '.join(found) if found else 'loads neither ' + ', '.join(HEAVY)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""The check of a program of a million lines: time and memory.

Run `python tests/benchmarks/bench_gcode.py`; it prints a table and exits 1 when a limit is broken.
"""

import resource
import sys
import time
from collections.abc import Iterator

import chipload as cl
from chipload.exchange.gcode import check_program

LINES = 1_000_000
SECONDS, MEGABYTES = 5.0, 100.0
START = ("G21 G90 G94 G17\n", "T1 M6\n", "S8000 M3\n", "G0 X0. Y0. Z5.\n", "G1 Z-1. F300.\n", "G1 X1. F900.\n")


def surface() -> Iterator[str]:
    """Straight moves in three axes, as over a freely formed surface."""
    yield from START
    for i in range(LINES):
        yield f"X{i % 97}.123 Y{i % 89}.345 Z-{i % 7}.25\n"


def contours() -> Iterator[str]:
    """Lines, arcs and rapids in the plane, each with its code and some with their feed."""
    yield from START
    for i in range(LINES // 5):
        x, y = f"{i % 97}.123", f"{i % 89}.5"
        yield f"N{i} G1 X{x} Y{y} F900.\n"
        yield f"G2 X{x} Y{i % 89 + 2}.5 I0. J1.\n"
        yield f"G1 X{x} Y{i % 91}.25\n"
        yield f"G0 X{i % 83}.5 Y{i % 79}.5\n"
        yield f"G1 X{i % 83}.75 Y{i % 79}.5\n"


def plunges() -> Iterator[str]:
    """Blocks that all go through the full reading: each third one moves along the tool alone, with its own feed."""
    yield from START
    for i in range(LINES // 3):
        yield f"G1 Z-{i % 5}.5 F300.\n"
        yield f"X{i % 97}.123 F{900 + i % 50}.\n"
        yield "G0 Z5.\n"


def peak() -> float:
    """Most memory that the process has had [MB]."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure, print, judge."""
    mill = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    check_program(START, {1: mill}, material="4140", machine="haas-vf2", dialect="fanuc")
    before, broken = peak(), False
    print(f"{'':34}{'check':>10}{'reading alone':>16}{'ratio':>8}   limit")
    for label, program, limit in (
        ("surface", surface, SECONDS),
        ("contours with arcs", contours, SECONDS),
        ("every block with another feed", plunges, None),
    ):
        begins = time.perf_counter()
        for _ in program():
            pass
        alone = time.perf_counter() - begins
        begins = time.perf_counter()
        check_program(program(), {1: mill}, material="4140", machine="haas-vf2", dialect="fanuc")
        here = time.perf_counter() - begins - alone
        broken = broken or (limit is not None and here > limit)
        print(f"{label:34}{here:>8.2f} s{alone:>14.2f} s{here / alone:>8.1f}   {f'{limit:g} s' if limit else 'none'}")
    grown = peak() - before
    print(f"{'memory beyond the first check':34}{grown:>7.1f} MB{'':>24}   {MEGABYTES:g} MB")
    return int(broken or grown > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())

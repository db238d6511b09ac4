"""One call with quantities, every formula, against pint's own `wraps`: `python tests/benchmarks/bench_units.py`."""

from __future__ import annotations

import sys
import timeit
from typing import Any

import chipload as cl
import chipload.cutting
import chipload.finish
import chipload.mechanics
from chipload.units import registry

LIMITED = ("specific_cutting_force", "spindle_speed", "milling_power", "tooth_force")
MICROSECONDS = 12.0
SHARE_OF_WRAPS = 1 / 3
REPEATS, CALLS = 9, 3000


def arguments(formula: Any) -> list[Any]:
    """The example as quantities in the trade's units, in order; plain numbers stay plain."""
    given = []
    for name in formula.parameters:
        if name not in formula.example:
            break
        kind = formula.kind_of(name)
        value = formula.read(name, formula.example[name])
        given.append(value if kind is None or not kind.unit else cl.units.from_kernel(kind, value))
    return given


def wrapped(formula: Any, given: list[Any]) -> Any:
    """The same kernel behind `UnitRegistry.wraps`."""
    # wraps takes a unit for every parameter, and none for a plain number or one that is left out
    units: list[str | None] = []
    for place, name in enumerate(formula.parameters):
        kind = formula.kind_of(name)
        units.append(kind.unit if place < len(given) and kind is not None and kind.unit else None)
    return registry().wraps(formula.result_kinds[0].unit or None, units)(formula.kernel)


def best(calls: dict[str, Any]) -> dict[str, float]:
    """Best time of a call in microseconds, the candidates measured in turn."""
    found = dict.fromkeys(calls, float("inf"))
    for _ in range(REPEATS):
        for name, call in calls.items():
            found[name] = min(found[name], timeit.timeit(call, number=CALLS) / CALLS * 1e6)
    return found


def candidates(formula: Any) -> dict[str, Any]:
    """The kernel, our call, and the kernel behind wraps where that is one number without options."""
    options = {key: value for key, value in formula.example.items() if formula.kind_of(key) is None}
    given = arguments(formula)
    measured = given[: len(given) - len(options)]
    plain = [formula.read(key, value) for key, value in zip(formula.parameters, measured, strict=False)]
    calls = {
        "kernel": lambda: formula.kernel(*plain, **options),
        "ours": lambda: formula(*measured, **options),
    }
    if len(formula.results) == 1 and not options:
        by_wraps = wrapped(formula, measured)
        calls["wraps"] = lambda: by_wraps(*measured)
    return calls


def main() -> int:
    bad = 0
    print(f"{'':40}{'kernel us':>10}{'chipload us':>13}{'wraps us':>10}{'share':>7}   limit")
    for name, formula in sorted(cl.FORMULAS.items()):
        if name.split(".")[0] not in ("cutting", "dynamics", "finish", "mechanics"):
            continue
        limited = formula.__name__ in LIMITED
        times = best(candidates(formula))
        ours, wraps = times["ours"], times.get("wraps", float("nan"))
        broken = limited and not (ours <= MICROSECONDS and ours < SHARE_OF_WRAPS * wraps)
        bad += broken
        limit = f"{MICROSECONDS:.0f} us, 1/3 of wraps{'  BROKEN' if broken else ''}" if limited else ""
        print(f"{name:40}{times['kernel']:10.2f}{ours:13.2f}{wraps:10.1f}{ours / wraps:7.2f}   {limit}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

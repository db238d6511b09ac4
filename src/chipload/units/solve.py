"""Which input gives the wanted output: a bracketed root, for one question or a whole array of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.errors import InputError, SolveError
from chipload.units import boundary, trace
from chipload.units.kinds import Kind

if TYPE_CHECKING:
    from chipload.units.formulas import Formula

_JUMP, _NOISE, _CLOSE = 1e-6, 1e-12, 1e-9
"""What may be missed at a root, over the less and the more of what is missed at the ends and over the wanted value."""
_SCAN = 257
"""Points at which the bracket is looked at for changes of sign before the root is refined."""


def solve(formula: Formula[..., Any], unknown: str, bracket: tuple[Any, Any] | None, known: dict[str, Any]) -> Any:
    """See `Formula.solve_for`."""
    target, wanted, values = _read(formula, unknown, known)
    kind = formula.kind_of(unknown)
    assert kind is not None
    low, high = _bracket(formula, unknown, kind, bracket)
    logarithmic = low > 0 and high / low > 100
    try:
        wanted, *arrays = np.broadcast_arrays(wanted, *values.values())
    except ValueError:
        shapes = {target: np.shape(wanted), **{name: np.shape(value) for name, value in values.items()}}
        raise formula.misfit(shapes) from None
    shape = wanted.shape
    flat = {name: np.ravel(array) for name, array in zip(values, arrays, strict=True)}
    options = {
        name: formula.read(name, known[name])
        for name in formula.parameters
        if name in known and formula.kind_of(name) is None
    }

    def miss(at: Any, wanted: Any, *given: Any) -> Any:
        point = np.exp(at) if logarithmic else at
        inputs = {**dict(zip(flat, given, strict=True)), **options, unknown: point}
        with np.errstate(all="ignore"):
            result = formula.kernel(**inputs)
            gap = (getattr(result, target) if len(formula.results) > 1 else result) - wanted
            for rule in formula.requires:  # a value that cannot be is no solution
                held = rule.holds(*(inputs.get(name, formula.default(name)) for name in rule.names))
                gap = np.where(held, gap, np.nan)
        return gap

    scan = np.geomspace(low, high, _SCAN) if logarithmic else np.linspace(low, high, _SCAN)
    wanted = np.ravel(wanted)
    given = tuple(flat.values())
    grid = np.tile((np.log(scan) if logarithmic else scan)[:, None], wanted.size)
    grid, seen = _with_edges(miss, grid, (wanted, *given))
    # An exact hit on a grid point counts for the interval on its right, the last point for its left.
    crosses = (np.sign(seen[:-1]) * np.sign(seen[1:]) < 0) | (seen[:-1] == 0)
    crosses[-1] |= seen[-1] == 0
    row, one = np.nonzero(crosses)
    roots = np.full(crosses.shape, np.nan)
    roots[row, one] = _refine(
        miss, (grid[row, one], grid[row + 1, one]), (seen[row, one], seen[row + 1, one]), wanted[one],
        (wanted[one], *(array[one] for array in given)),
    )  # fmt: skip
    crosses = np.isfinite(roots)
    count = crosses.sum(axis=0)
    if np.any(count == 0):
        raise SolveError(
            f"{formula.__name__}, {unknown}: no value between {trace.show(kind, low)} and {trace.show(kind, high)} "
            f"gives {target} {trace.show(_result_kind(formula, target), float(wanted[count == 0][0]))}; "
            "check the wanted value or give bracket=(low, high)"
        )
    if np.any(count > 1):
        many = int(np.argmax(count > 1))
        places = roots[:, many][crosses[:, many]]
        about = " and ".join(trace.show(kind, float(np.exp(at) if logarithmic else at)) for at in places)
        raise SolveError(
            f"{formula.__name__}, {unknown}: {int(count[many])} values fit, about {about}; "
            "give bracket=(low, high) around one"
        )
    first = crosses.argmax(axis=0)
    root = roots[first, np.arange(wanted.size)]
    found = np.exp(root) if logarithmic else root
    if formula.validity:
        inputs = {**dict(zip(flat, given, strict=True)), **options, unknown: found}
        formula.warn(formula.validity.said([inputs.get(name, formula.default(name)) for name in formula.parameters]))
    return boundary.from_kernel(kind, found.reshape(shape) if shape else float(found[0]))


def _with_edges(miss: Callable[..., Any], grid: Any, args: tuple[Any, ...]) -> tuple[Any, Any]:
    """The grid and what is missed on it, with a row at every edge of what can be, where a root could hide."""
    seen = np.broadcast_to(miss(grid, *args), grid.shape)
    defined = np.isfinite(seen)
    rows = np.flatnonzero((defined[:-1] != defined[1:]).any(axis=1))
    edges = []
    for row in rows:
        on_edge = defined[row] != defined[row + 1]
        inside = np.where(defined[row], grid[row], grid[row + 1])
        outside = np.where(defined[row], grid[row + 1], grid[row])
        for _ in range(60):
            middle = (inside + outside) / 2
            good = np.isfinite(miss(middle, *args)) | ~on_edge
            inside, outside = np.where(good, middle, inside), np.where(good, outside, middle)
        edges.append(np.where(on_edge, inside, (grid[row] + grid[row + 1]) / 2))
    if edges:
        grid = np.insert(grid, rows + 1, np.array(edges), axis=0)
        seen = np.broadcast_to(miss(grid, *args), grid.shape)
    return grid, seen


def _refine(miss: Any, ends: tuple[Any, Any], seen: tuple[Any, Any], wanted: Any, args: tuple[Any, ...]) -> Any:
    """The roots between `ends`, where `seen` is missed; NaN where the formula only jumps over the wanted value.

    At a pole or a step the sign changes as it does at a root, but what is missed does not go to zero.
    """
    if not np.size(wanted):
        return np.empty(0)
    from scipy.optimize import elementwise

    result = elementwise.find_root(miss, ends, args=args, tolerances={"xrtol": 1e-15, "xatol": 0.0})
    near, far = np.sort(np.abs(seen), axis=0)
    allowed = np.max([_JUMP * near, _CLOSE * np.abs(wanted), np.where(np.isfinite(far), _NOISE * far, 0.0)], axis=0)
    with np.errstate(invalid="ignore"):
        return np.where(result.success & (np.abs(result.f_x) <= allowed), result.x, np.nan)


def _read(formula: Formula[..., Any], unknown: str, known: dict[str, Any]) -> tuple[str, Any, dict[str, Any]]:
    """Name and kernel value of the wanted result, and kernel values of the known arguments."""
    if unknown not in formula.parameters or formula.kind_of(unknown) is None:
        raise InputError(
            f"{formula.__name__}: {unknown!r} is not an argument to solve for; it takes {', '.join(formula.parameters)}"
        )
    targets = [name for name in formula.results if name in known]
    if len(targets) != 1:
        raise InputError(f"{formula.__name__}: give the wanted result, {' or '.join(formula.results)}, once")
    stray = set(known) - set(formula.parameters) - set(targets)
    if stray or unknown in known:
        raise InputError(
            f"{formula.__name__}: {', '.join(sorted(stray) or [unknown])} is not to be given here; "
            f"it takes {', '.join(formula.parameters)} without {unknown}, and {targets[0]}"
        )
    missing = [
        name
        for name, parameter in formula.signature.parameters.items()
        if name not in known and name != unknown and parameter.default is parameter.empty
    ]
    if missing:
        raise InputError(f"{formula.__name__}: {', '.join(missing)} is missing")
    wanted = boundary.to_kernel(_result_kind(formula, targets[0]), known[targets[0]], targets[0])
    values = {
        name: formula.read(name, known[name])
        for name in formula.parameters
        if name in known and formula.kind_of(name) is not None
    }
    return targets[0], wanted, values


def _result_kind(formula: Formula[..., Any], target: str) -> Kind:
    return formula.result_kinds[formula.results.index(target)]


def _bracket(
    formula: Formula[..., Any], unknown: str, kind: Kind, bracket: tuple[Any, Any] | None
) -> tuple[float, float]:
    if bracket is not None:
        low, high = (float(boundary.to_kernel(kind, end, f"bracket of {unknown}")) for end in bracket)
        if not low < high:
            raise InputError(f"{formula.__name__}, bracket: the first end must be below the second")
        return low, high
    if kind.whole:
        return 1.0, 1000.0
    typical = abs(float(formula.read(unknown, formula.example.get(unknown, formula.default(unknown)))))
    if typical == 0 or not np.isfinite(typical):  # a default of none or of no limit tells nothing of what is usual
        typical = abs(float(boundary.to_kernel(kind, kind.example)))
    if kind.low == 0:  # six decades either side of what is usual
        return typical * 1e-6, min(typical * 1e6, kind.high)
    return max(kind.low, -10 * typical), min(kind.high, 10 * typical)

"""The best cut within ranges and limits: global on a grid, polished, the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import numpy as np

from chipload.catalog import Catalog, default
from chipload.errors import InputError, NoFeasiblePointError
from chipload.planning.axes import with_values
from chipload.planning.feasible import Range, Space
from chipload.planning.goals import Goal
from chipload.planning.jobs import Job
from chipload.planning.operations import Operation, operation_of
from chipload.planning.optimum import Candidate, Optimum
from chipload.planning.rules import Rule, fixed, result
from chipload.planning.searching import least, robust_search, search
from chipload.units.boundary import to_single
from chipload.units.messages import Message

_BY_DEPTH = ("radial_depth", "axial_depth", "depth_of_cut")


def optimise(
    job: Job,
    over: Mapping[str, Any] | None = None,
    *,
    goal: str | Mapping[str, float] = "removal_rate",
    within: Mapping[str, tuple[Any, Any]] | None = None,
    confidence: float | None = None,
    catalog: Catalog | None = None,
) -> Optimum:
    """Find the best cut within ranges, subject to every limit of the plan.

    Parameters
    ----------
    job
        What stays as it is.
    over
        By the name of a field: a pair of the lowest and the highest value for a number of the cut, as
        ``{"axial_depth": ("1 mm", "20 mm")}``, or a list of alternatives for any other field, as
        ``{"tool": [first, second]}``.  A speed or feed that the job leaves open and that is not named here is sought
        in the range of the tables.
    goal
        "removal_rate", "cost", "time" or "tool_life", or several with weights, as ``{"cost": 0.5, "time": 0.5}``: one
        per cent of each counts by its weight.
    within
        The user's own bounds on results, as ``{"roughness_rz": (None, "5 um")}``.
    confidence
        Share of the samples of what is uncertain in which all limits have to hold; None for the limits themselves.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    Optimum
        The best point with its plan, named picks, the limits that bind and what each costs.

    Raises
    ------
    InputError
        For a field, range or goal that cannot be.
    NoFeasiblePointError
        Where no point holds every limit; it says which limit excludes it and by how much.

    Notes
    -----
    A limit that is not known somewhere does not exclude; the plan of the optimum says so.  The grid is coarse and
    the finer grids and the polish start from its best cells, so that a feasible island narrower than a cell of the
    coarse grid may be missed.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  machine="haas-vf2")
    >>> found = cl.optimise(job, {"axial_depth": ("2 mm", "20 mm"), "feed_per_tooth": ("0.03 mm", "0.12 mm")})
    >>> found.best.feasible, sorted(found.binding)
    (True, ['deflection', 'spindle_speed'])
    """
    tables = default() if catalog is None else catalog
    wanted = Goal.read(goal)
    if confidence is not None and not 0 < confidence < 1:
        raise InputError(f"optimise, confidence: {confidence!r} is no share; give one between 0 and 1, like 0.9")
    ranges, choices = _read(job, dict(over or {}))
    candidates, problems = [], []
    for choice in product(*choices.values()):
        named = dict(zip(choices, choice, strict=True))
        try:
            space = _space(with_values(job, named) if named else job, ranges, within, tables)
        except InputError as error:
            if len(choices) == 0:
                raise
            problems.append((named, error))
            continue
        candidates.append(Candidate(named, space))
    if not candidates:
        raise InputError([f"optimise, {_words(named)}: {problem}" for named, e in problems for problem in e.problems])
    _check_goal(wanted, candidates)
    found = []
    for one in candidates:
        point = search(one.space, wanted)
        if point is not None and confidence is not None:
            point = robust_search(one.space, wanted, point, confidence)
        if point is not None:
            found.append((one, point))
    if not found:
        raise NoFeasiblePointError([_why(one, confidence) for one in candidates])
    best = max(found, key=lambda pair: pair[1].score)
    return Optimum(job, wanted, confidence, tuple(candidates), *best, tables)


def _read(job: Job, over: dict[str, Any]) -> tuple[dict[str, tuple[Any, Any]] | None, dict[str, tuple[Any, ...]]]:
    """The ranges, None for those of the tables, and the alternatives."""
    operation = operation_of(job)
    ranges: dict[str, tuple[Any, Any]] = {}
    choices: dict[str, tuple[Any, ...]] = {}
    for name, given in over.items():
        homes = (operation.job, operation.tool)
        if not any(name in home.model_fields for home in homes):
            fields = ", ".join(field for home in homes for field in home.model_fields)
            raise InputError(f"optimise, {name}: there is no such field; there are {fields}")
        if operation.job.EITHER.get(name) in over:
            raise InputError(f"optimise, {name}: it and {operation.job.EITHER[name]} set the same thing; keep one")
        if isinstance(given, str) or not hasattr(given, "__len__") or len(given) == 0:
            raise InputError(f"optimise, {name}: {given!r} is neither a pair of ends nor a list of alternatives")
        if name in operation.swept:
            if len(given) != 2:
                raise InputError(f"optimise, {name}: give the lowest and the highest value, not {len(given)} values")
            ranges[name] = (given[0], given[1])
        else:
            choices[name] = tuple(given)
    return ranges or None, choices


def _space(
    job: Job, given: dict[str, tuple[Any, Any]] | None, within: Mapping[str, tuple[Any, Any]] | None, tables: Catalog
) -> Space:
    operation = operation_of(job)
    if given:
        for corner in product(*given.values()):
            # what cannot be shows at the ends; what is open there is set by the range
            job = with_values(job, dict(zip(given, corner, strict=True)))
    prepared = operation.prepare(job, tables)
    ranges = [_range(operation, name, ends) for name, ends in (given or {}).items()]
    ranges += _open_ranges(prepared, {one.name for one in ranges})
    if not ranges:
        raise InputError(
            "optimise, over: the job leaves nothing open that the tables have a range for; give ranges, like "
            'over={"feed_per_tooth": ("0.02 mm", "0.1 mm")}'
        )
    rules = (*operation.rules(prepared), *_own_rules(operation, within or {}))
    return Space(operation, prepared, tuple(ranges), rules, (1.0,) * len(rules))


def _range(operation: Operation, name: str, ends: tuple[Any, Any]) -> Range:
    home: Any = operation.job if name in operation.job.model_fields else operation.tool
    kind = home.kind_of(name)
    assert kind is not None
    low, high = (to_single(kind, end, f"optimise, {name}") for end in ends)
    if not low < high:
        raise InputError(f"optimise, {name}: the range from {ends[0]} to {ends[1]} is empty; give the lower end first")
    return Range(name, kind, low, high)


def _open_ranges(prepared: Any, named: set[str]) -> list[Range]:
    """The ranges of the tables for what the job leaves open; a single value is a range of no width."""
    return [
        Range(one.name, one.kind, one.choice.low * one.factor, one.choice.high * one.factor)
        for one in prepared.settings
        if not one.given and one.choice is not None and one.name not in named
    ]


def _own_rules(operation: Operation, within: Mapping[str, tuple[Any, Any]]) -> list[Rule]:
    found = []
    for name, ends in within.items():
        kind = operation.kinds.get(name)
        if kind is None:
            raise InputError(f"within, {name}: it is no result of a plan; there are {', '.join(operation.kinds)}")
        if not isinstance(ends, (tuple, list)) or len(ends) != 2 or all(end is None for end in ends):
            raise InputError(
                f'within, {name}: give a lowest and a highest value, one of them None, like (None, "5 um")'
            )
        for end, lower in zip(ends, (True, False), strict=True):
            if end is not None:
                label = f"own {'lower' if lower else 'upper'} bound on {name.replace('_', ' ')}"
                value = to_single(kind, end, f"within, {name}")
                found.append(Rule(f"own_{name}", label, kind, "own", result(name), fixed(value), lower))
    return found


def _check_goal(goal: Goal, candidates: list[Candidate]) -> None:
    """The goal is known, and is not one that a thinner cut alone would better."""
    for one in candidates:
        unknown = goal.unknown_part(one.space.coarse.outcome)
        if unknown is not None:
            raise InputError(f"optimise, goal: {unknown}")
        deep = [place.name for place in one.space.ranges if place.name in _BY_DEPTH]
        of_path = getattr(one.space.prepared.cut, "cut_length", None) is not None
        timed = [name for name, _ in goal.weights if name in ("cost", "cutting_time")]
        if deep and timed and of_path:
            raise InputError(
                f"optimise, goal: over {deep[0]} the length of the path says nothing of the work done, so the least "
                f"{timed[0].replace('_', ' ')} would be the thinnest cut; give the job a volume instead of a cut_length"
            )


def _why(one: Candidate, confidence: float | None) -> Message | str:
    """Which limit excludes every point of a candidate, and by how much."""
    space = one.space
    where = f" with {_words(one.choice)}" if one.choice else ""
    points = {
        place: least(space, lambda seen, place=place: seen.used[place])  # type: ignore[misc]
        for place in range(len(space.rules))
    }
    lowest = {place: -point.score for place, point in points.items() if np.isfinite(point.score)}
    if not lowest:
        return f"optimise: no point of the ranges{where} can be cut at all; widen them"
    place = max(lowest, key=lambda one: lowest[one])
    if lowest[place] > 1:
        return (
            f"optimise: no point of the ranges{where} holds every limit; {space.rules[place].label} is at "
            f"{lowest[place]:.0%} at its best, so it excludes them alone; widen the ranges or relax it"
        )
    at = least(space, lambda seen: seen.fullest)
    seen = space.see([np.array([end]) for end in at.places])
    used = [float(np.nan_to_num(np.ravel(share)[0])) for share in seen.used]
    first, second = sorted(range(len(used)), key=lambda one: -used[one])[:2]
    if used[first] <= 1 and confidence is not None:
        return (
            f"optimise: no point of the ranges{where} holds every limit in {confidence:.0%} of the samples; the limits "
            "themselves can be held, so lower the confidence or calibrate"
        )
    labels = space.rules[first].label, space.rules[second].label
    return (
        f"optimise: no point of the ranges{where} holds every limit; where they come nearest {labels[0]} is at "
        f"{used[first]:.0%} and {labels[1]} at {used[second]:.0%}; widen the ranges or relax one"
    )


def _words(named: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{name} {value.describe() if hasattr(value, 'describe') else value}" for name, value in named.items()
    )

"""What an optimisation found: the best cut, named picks, what binds and what each limit costs."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from chipload.catalog import Catalog
from chipload.planning.axes import with_values
from chipload.planning.feasible import EDGE, Seen, Space
from chipload.planning.goals import Goal
from chipload.planning.jobs import Job
from chipload.planning.plans import Plan, plan
from chipload.planning.searching import Point, peaks, robust_search, search, worth_of, zoom
from chipload.units.boundary import converter
from chipload.units.trace import show

if TYPE_CHECKING:
    import xarray

_FULL = 0.999
"""Utilisation from which a limit counts as binding at the optimum."""
_RELAXED = 1.1
_SAFE_SHARE = 0.5


@dataclass(frozen=True)
class Candidate:
    """One choice of the alternatives, with its space."""

    choice: dict[str, Any]
    space: Space


@dataclass(frozen=True)
class Pick:
    """A cut that was picked: why, the values of what was free, and its plan."""

    why: str
    values: dict[str, Any]
    plan: Plan

    def __str__(self) -> str:
        return f"{_shown(self.values)}: {self.why}"


@dataclass(frozen=True)
class Pareto:
    """Cuts of which none is both cheaper and faster than another, the fastest first: time [s], cost and values."""

    time: NDArray[np.float64]
    cost: NDArray[np.float64]
    values: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Optimum:
    """What an optimisation found; print it for a summary.

    Attributes
    ----------
    job
        What was asked.
    goal
        What was sought.
    confidence
        Share of the samples in which all limits hold at `best`; None for the limits themselves.
    """

    job: Job
    goal: Goal
    confidence: float | None
    _candidates: tuple[Candidate, ...] = field(repr=False)
    _chosen: Candidate = field(repr=False)
    _point: Point = field(repr=False)
    _tables: Catalog = field(repr=False)

    @cached_property
    def values(self) -> dict[str, Any]:
        """Values of what was free at the best point, as quantities."""
        return self._values(self._chosen, self._point)

    @cached_property
    def best(self) -> Plan:
        """The plan of the best point."""
        return self._plan(self._chosen, self._point)

    @cached_property
    def binding(self) -> tuple[str, ...]:
        """Names of the limits that are full at the best point."""
        return tuple(limit.name for limit in self.best.limits if limit.known and limit.utilisation > _FULL)

    @cached_property
    def picks(self) -> dict[str, Pick]:
        """Named picks: the "fastest", the "cheapest" where the cost is known, a "safe" and a "balanced" one.

        The safe pick has the most room to its fullest limit among the cuts that reach half of the goal at least; the
        balanced one is the best of the goal with every limit kept half-way between the safe pick's and full.
        """
        found: dict[str, Pick] = {}
        wanted = (("fastest", "removal_rate", "the most removal"), ("cheapest", "cost", "the least cost"))
        for name, goal, why in wanted:
            pick = self._best_of(Goal.read(goal), why)
            if pick is not None:
                found[name] = pick
        safe = self._safest()
        full = self._fullest(self._chosen, safe)
        found["safe"] = Pick(
            f"no limit above {full:.0%}, for half of the goal at least", self._values(self._chosen, safe),
            self._plan(self._chosen, safe),
        )  # fmt: skip
        kept = (full + 1) / 2
        space = self._chosen.space
        tighter = space.having(factors=tuple(one / kept for one in space.factors))
        balanced = search(tighter, self.goal, (safe,)) or safe
        found["balanced"] = Pick(
            f"the best with no limit above {kept:.0%}", self._values(self._chosen, balanced),
            self._plan(self._chosen, balanced),
        )  # fmt: skip
        return found

    @cached_property
    def prices(self) -> dict[str, float]:
        """What each limit costs: by how much the goal would gain, as a share, if it alone were 10 % wider.

        For several goals with weights it is their weighted gain.  A limit that does not bind costs nothing.
        """
        space = self._chosen.space
        seen = space.see([np.array([end]) for end in self._point.places])
        found: dict[str, float] = {}
        for place, rule in enumerate(space.rules):
            gain = 0.0
            if float(np.nan_to_num(np.ravel(seen.used[place])[0])) > _FULL:
                wider = search(space.scaled(rule.name, 1 / _RELAXED), self.goal, (self._point,))
                gain = 0.0 if wider is None else max(0.0, math.expm1(wider.score - self._point.score))
            found[rule.name] = max(gain, found.get(rule.name, 0.0))
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    @cached_property
    def pareto(self) -> Pareto | None:
        """The cuts that trade cost against time; None where either is not known."""
        points: list[tuple[float, float, dict[str, Any]]] = []
        for one in self._candidates:
            for weight in np.linspace(0, 1, 9):
                goal = Goal.read({"cost": max(float(weight), 1e-6), "time": max(1 - float(weight), 1e-6)})
                if goal.unknown_part(one.space.coarse.outcome) is not None:
                    return None
                point = search(one.space, goal)
                if point is not None:
                    outcome = one.space.see([np.array(end) for end in point.places]).outcome
                    points.append((float(outcome.cutting_time), float(outcome.cost), self._values(one, point)))
        points.sort(key=lambda one: one[:2])
        kept: list[tuple[float, float, dict[str, Any]]] = []
        for seconds, amount, values in points:
            if not kept or amount < kept[-1][1] * (1 - 1e-9):
                kept.append((seconds, amount, values))
        return Pareto(
            np.array([one[0] for one in kept]), np.array([one[1] for one in kept]), tuple(one[2] for one in kept)
        )

    def region(self, points: int = 41) -> xarray.Dataset:
        """Utilisation of every limit and `feasible` over a grid of the ranges, with the best choice of alternatives.

        Parameters
        ----------
        points
            Number of values along each range.
        """
        from chipload.planning.sweeps import sweep
        from chipload.units.registry import registry

        axes: dict[str, Any] = {}
        for one in self._chosen.space.ranges:
            values = np.asarray(one.at(np.linspace(0, 1, points)))
            scale = converter(one.kind).outputs["metric"].scale
            axes[one.name] = registry().Quantity(values * scale, one.kind.metric.unit) if one.kind.unit else values
        job = with_values(self.job, self._chosen.choice) if self._chosen.choice else self.job
        return sweep(job, axes, catalog=self._tables)

    def describe(self, system: str = "metric") -> str:
        """The optimum as a readable table in metric or inch units."""
        lines = [f"The best cut for the {self.goal}: {_shown(self.values, self._kinds(), system)}"]
        if self.confidence is not None:
            lines.append(f"All limits hold in {self.confidence:.0%} of the samples of what is uncertain.")
        lines += ["", self.best.describe(system), "", "Other picks"]
        lines += [
            f"  {name}: {_shown(pick.values, self._kinds(), system)}; {pick.why}" for name, pick in self.picks.items()
        ]
        costly = [f"  {name}: {gain:+.1%}" for name, gain in self.prices.items() if gain > 5e-4]
        lines += ["", "What 10 % more of a limit would gain", *(costly or ["  nothing"])]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.describe())}</pre>"

    def to_dict(self) -> dict[str, Any]:
        """The optimum as plain values."""
        return {
            "goal": str(self.goal),
            "confidence": self.confidence,
            "values": _plain(self.values),
            "binding": list(self.binding),
            "prices": self.prices,
            "picks": {name: {"why": pick.why, "values": _plain(pick.values)} for name, pick in self.picks.items()},
            "best": self.best.to_dict(),
        }

    def _kinds(self) -> dict[str, Any]:
        return {one.name: one.kind for one in self._chosen.space.ranges}

    def _values(self, one: Candidate, point: Point) -> dict[str, Any]:
        pairs = zip(one.space.ranges, point.places, strict=True)
        return {**one.choice, **{each.name: each.quantity(float(each.at(place))) for each, place in pairs}}

    def _plan(self, one: Candidate, point: Point) -> Plan:
        return plan(with_values(self.job, self._values(one, point)), self._tables)

    def _best_of(self, goal: Goal, why: str) -> Pick | None:
        """The best of another goal over all alternatives; None where it is not known or held nowhere."""
        found: list[tuple[Candidate, Point]] = []
        for one in self._candidates:
            if goal.unknown_part(one.space.coarse.outcome) is None:
                point = search(one.space, goal)
                if point is not None and self.confidence is not None:
                    point = robust_search(one.space, goal, point, self.confidence)
                if point is not None:
                    found.append((one, point))
        if not found:
            return None
        chosen, point = max(found, key=lambda pair: pair[1].score)
        return Pick(why, self._values(chosen, point), self._plan(chosen, point))

    def _safest(self) -> Point:
        least = self._point.score + math.log(_SAFE_SHARE)
        reached = worth_of(self.goal)

        def room(seen: Seen) -> NDArray[np.float64]:
            return np.where(reached(seen) >= least, -seen.fullest, -np.inf)

        space = self._chosen.space
        best = Point(self._point.places, -self._fullest(self._chosen, self._point))
        for start in peaks(room(space.coarse), space, 3):
            best = max(best, zoom(space, room, start, 0.15, 8), key=lambda point: point.score)
        return zoom(space, room, best.places, 0.15, 8, keep=best)

    def _fullest(self, one: Candidate, point: Point) -> float:
        seen = one.space.see([np.array([end]) for end in point.places])
        return min(float(seen.fullest[0]), EDGE)


def _shown(values: dict[str, Any], kinds: dict[str, Any] | None = None, system: str = "metric") -> str:
    from chipload.units.boundary import to_kernel

    parts = []
    for name, value in values.items():
        kind = (kinds or {}).get(name)
        if kind is not None:
            text = show(kind, to_kernel(kind, value, name), system)
        else:
            text = value.describe() if hasattr(value, "describe") else str(value)
        parts.append(f"{name.replace('_', ' ')} {text}")
    return ", ".join(parts)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    from chipload.planning.fields import QuantityOf

    return {
        name: value.model_dump(mode="json") if hasattr(value, "model_dump") else QuantityOf.write(value)
        for name, value in values.items()
    }

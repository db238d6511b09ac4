"""Which uncertain input a result owes its interval to, and what a change at the machine does to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.planning.uncertainty import SAMPLES, interval, sample

if TYPE_CHECKING:
    from chipload.planning.plans import Plan

_SEED = 20240229
_STEP = 1e-4
_MEASURED = "measured"
"""Tier of a force constant that was fitted to three cuts of the shop's own."""


@dataclass(frozen=True)
class Share:
    """What one uncertain input does to a result.

    Attributes
    ----------
    field, label
        The input, for code and for people.
    first
        First-order Sobol index: share of the variance that would go if this input alone were known.
    total
        Total Sobol index: share that would stay if all the others were known.
    """

    field: str
    label: str
    first: float
    total: float


@dataclass(frozen=True)
class Effect:
    """What one thing that is set does to a result: `elasticity` per cent of it for one per cent of the setting."""

    name: str
    label: str
    elasticity: float


@dataclass(frozen=True)
class Sensitivity:
    """What a result depends on: the uncertain inputs by the variance they cause, and the settings by elasticity."""

    name: str
    shares: tuple[Share, ...]
    effects: tuple[Effect, ...]

    def __str__(self) -> str:
        lines = [f"{self.name.replace('_', ' ')}: what its interval comes from"]
        lines += [f"  {one.label}: {_percent(one.first)} alone, {_percent(one.total)} in all" for one in self.shares]
        if not self.shares:
            lines.append("  nothing that is uncertain enters it")
        lines.append("and what a change of 1 % does to it")
        lines += [f"  {one.label}: {one.elasticity:+.2f} %" for one in self.effects]
        return "\n".join(lines)


@dataclass(frozen=True)
class WorthOfCalibration:
    """What three cuts measured in this set-up would buy for a result.

    Attributes
    ----------
    name
        Of the result.
    now, after
        Factor from the middle to the ends of its interval, 1 where it is certain.
    narrower
        How many times narrower its logarithm would be.
    """

    name: str
    now: float
    after: float
    narrower: float

    def __str__(self) -> str:
        return (
            f"{self.name.replace('_', ' ')}: known within a factor of {self.now:.2f} now, of {self.after:.2f} after "
            f"three measured cuts of this set-up, {self.narrower:.1f} times narrower"
        )


def sensitivity(plan: Plan, name: str) -> Sensitivity:
    """What a result of a plan depends on.

    The indices are Sobol's, of the result over the spreads of the plan, by the estimators of Saltelli (2010) on
    scrambled Sobol points with a fixed seed; the elasticities are differences of the one evaluation.

    Parameters
    ----------
    plan
        The plan.
    name
        Of one of its results.

    Returns
    -------
    Sensitivity
        Inputs and settings, the strongest first; those that do nothing are left out.

    Raises
    ------
    InputError
        For a name that is no result, or a result that is not known.

    References
    ----------
    A. Saltelli et al., Computer Physics Communications 181, 2010.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> found = cl.plan(job).sensitivity("power")
    >>> [one.label for one in found.shares], round(found.shares[0].total, 3)
    (['force constant kc1.1'], 1.0)
    """
    _check(plan, name)
    shares = sorted(_shares(plan, name), key=lambda one: -one.total)
    effects = sorted(_effects(plan, name), key=lambda one: -abs(one.elasticity))
    return Sensitivity(
        name,
        tuple(one for one in shares if one.total > 1e-9),
        tuple(one for one in effects if abs(one.elasticity) > 1e-6),
    )


def worth_of_calibration(plan: Plan, name: str) -> WorthOfCalibration:
    """What three cuts measured in the set-up of a plan would buy for a result.

    The spread of the force constant is replaced by that of a constant fitted to three cuts, as the tables of spreads
    state it; the other inputs stay as uncertain as they are.  A constant that is measured already gains nothing.

    Parameters
    ----------
    plan
        The plan.
    name
        Of one of its results.

    Returns
    -------
    WorthOfCalibration
        The factor now and after.

    Raises
    ------
    InputError
        For a name that is no result, or a result that is not known or may be 0.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> job = cl.Milling(material="6061-T6", tool=tool, radial_depth="5 mm", axial_depth="10 mm",
    ...                  cutting_speed="300 m/min", feed_per_tooth="0.05 mm")
    >>> print(cl.plan(job).worth_of_calibration("power"))
    power: known within a factor of 1.92 now, of 1.34 after three measured cuts of this set-up, 2.2 times narrower
    """
    _check(plan, name)
    measured = plan.catalog.spreads[("kc11", _MEASURED)]
    spreads = plan.prepared.spreads
    after = tuple(
        type(one)(one.field, one.label, log_sd=min(one.log_sd, measured)) if one.field == "kc11" else one
        for one in spreads
    )
    ends = [_ends(plan, name, some) for some in (spreads, after)]
    if not all(low > 0 for low, _ in ends):
        raise InputError(f"{name}: it may be 0, so a factor does not tell how well it is known; take another result")
    now, then = (math.log(high / low) / 2 for low, high in ends)
    return WorthOfCalibration(name, math.exp(now), math.exp(then), now / then if then > 0 else 1.0)


def _check(plan: Plan, name: str) -> None:
    kinds = plan.operation.kinds
    if name not in kinds:
        raise InputError(f"name: a plan has no {name!r}; its numbers are {', '.join(kinds)}")
    if np.isnan(getattr(plan.outcome, name)):
        raise InputError(f"name: the {name.replace('_', ' ')} of this plan is not known; see its assumptions")


def _ends(plan: Plan, name: str, spreads: Any) -> tuple[float, float]:
    cut = sample(plan.prepared.having(spreads=spreads))
    return interval(getattr(plan.operation.evaluate(cut), name))


def _shares(plan: Plan, name: str) -> list[Share]:
    from scipy.stats import sobol_indices, uniform

    spreads = plan.prepared.spreads
    cut = plan.prepared.cut

    def result(shares: NDArray[np.float64]) -> NDArray[np.float64]:
        inside = np.clip(shares, 1e-12, 1 - 1e-12)  # a log-normal has no value at the ends
        values = {one.field: one.values(getattr(cut, one.field), row) for one, row in zip(spreads, inside, strict=True)}
        found = getattr(plan.operation.evaluate(cut.having(**values)), name)
        return np.array(np.broadcast_to(found, shares.shape[1:]))

    low, high = _ends(plan, name, spreads)
    if math.isclose(low, high, rel_tol=1e-12):
        return []
    if len(spreads) == 1:
        return [Share(spreads[0].field, spreads[0].label, 1.0, 1.0)]
    found = sobol_indices(func=result, n=4 * SAMPLES, dists=[uniform()] * len(spreads), rng=_SEED)
    return [
        Share(one.field, one.label, float(first), float(total))
        for one, first, total in zip(spreads, found.first_order, found.total_order, strict=True)
    ]


def _effects(plan: Plan, name: str) -> list[Effect]:
    operation, cut = plan.operation, plan.prepared.cut
    found = []
    for lever in operation.levers:
        now = getattr(cut, lever.name)
        if now is None or not np.isfinite(now) or now == 0:
            continue
        ends = now * np.array([1 - _STEP, 1 + _STEP])
        values = np.broadcast_to(getattr(operation.evaluate(cut.having(**{lever.name: ends})), name), (2,))
        middle = float(getattr(plan.outcome, name))
        slope = 0.0 if middle == 0 else float(values[1] - values[0]) / middle / (2 * _STEP)
        found.append(Effect(lever.name, lever.word.split(" ", 1)[1], slope))
    return found


def _percent(share: float) -> str:
    return f"{min(max(share, 0.0), 1.0):.0%}"  # an estimate may lie a little outside

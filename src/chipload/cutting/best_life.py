"""Tool lives and speeds that make a part cheapest, quickest or most profitable.

Amounts of money are plain numbers, all in one currency; what an hour costs is a plain number too and says so in
its name, `cost_per_hour`.  Times keep their units.
"""

from __future__ import annotations

import numpy as np

from chipload.cutting.economics import HOUR, NO_NEGATIVE_COST
from chipload.units.formulas import formula
from chipload.units.kinds import CuttingSpeed, Fraction, PositiveRatio, Ratio, Real, Time, ToolLife
from chipload.units.parameters import Requires

_EXPONENT = Requires(
    ("taylor_exponent",),
    lambda taylor_exponent: taylor_exponent < 1,
    "with an exponent of 1 or more no speed is best: the faster the better",
)


_SOMETHING_TO_SAVE = Requires(
    ("tool_change_time", "edge_cost"),
    lambda tool_change_time, edge_cost: tool_change_time + edge_cost > 0,
    "where changing an edge takes no time and costs nothing, no speed is best: the faster the better",
)


_CHANGE_TAKES_TIME = Requires(
    ("tool_change_time",),
    lambda tool_change_time: tool_change_time > 0,
    "where changing an edge takes no time, no speed is best: the faster the better",
)


@formula(
    symbol="T",
    equation=r"T = (\frac{1}{n_T} - 1) (t_{ch} + \frac{K_e}{K_h})",
    source="ghosh-mallik",
    example={"tool_change_time": "2 min", "edge_cost": 2.5, "cost_per_hour": 9, "taylor_exponent": 0.25},
    requires=(_EXPONENT, NO_NEGATIVE_COST, _SOMETHING_TO_SAVE),
)
def least_cost_life(
    tool_change_time: Time, edge_cost: Ratio, cost_per_hour: PositiveRatio, taylor_exponent: Fraction
) -> ToolLife:
    """Tool life at which a part costs least.

    Parameters
    ----------
    tool_change_time
        Time to change an edge [min].
    edge_cost
        Cost of one edge, regrinding included; a plain number in one currency.
    cost_per_hour
        Cost of machine and operator an hour; a plain number in the same currency.
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Tool life [min].

    Raises
    ------
    InputError
        For an exponent of 1, a negative cost, or a change of edge that takes no time and costs nothing.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 26, p. 268: the speed for this life is
    27.42 m/min with a constant of 75 m/min.

    Examples
    --------
    >>> least_cost_life("2 min", 2.5, 9, 0.25).m
    56.0
    """
    return (1 / taylor_exponent - 1) * (tool_change_time + edge_cost / cost_per_hour * HOUR)


@formula(
    symbol="T",
    equation=r"T = (\frac{1}{n_T} - 1) t_{ch}",
    source="ghosh-mallik",
    example={"tool_change_time": "2 min", "taylor_exponent": 0.25},
    requires=(_EXPONENT, _CHANGE_TAKES_TIME),
)
def most_production_life(tool_change_time: Time, taylor_exponent: Fraction) -> ToolLife:
    """Tool life at which most parts are made in a unit of time.

    Parameters
    ----------
    tool_change_time
        Time to change an edge [min].
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Tool life [min].

    Raises
    ------
    InputError
        For an exponent of 1, or a change of edge that takes no time.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 28, p. 271: the speed for this life is
    47.92 m/min with a constant of 75 m/min.

    Examples
    --------
    >>> most_production_life("2 min", 0.25).m
    6.0
    """
    return (1 / taylor_exponent - 1) * tool_change_time


@formula(
    symbol="v_c",
    equation=r"v_c = v_{ref} (\frac{T_{ref}}{(1/n_T - 1) (t_{ch} + K_e / K_h)})^{n_T}",
    source="ghosh-mallik",
    example={
        "reference_speed": "75 m/min", "reference_life": "1 min", "tool_change_time": "2 min", "edge_cost": 2.5,
        "cost_per_hour": 9, "taylor_exponent": 0.25,
    },
    requires=(_EXPONENT, NO_NEGATIVE_COST, _SOMETHING_TO_SAVE),
)  # fmt: skip
def least_cost_speed(
    reference_speed: CuttingSpeed,
    reference_life: ToolLife,
    tool_change_time: Time,
    edge_cost: Ratio,
    cost_per_hour: PositiveRatio,
    taylor_exponent: Fraction,
) -> CuttingSpeed:
    """Cutting speed at which a part costs least.

    Parameters
    ----------
    reference_speed, reference_life
        A speed at which the life is known [m/min, min].
    tool_change_time
        Time to change an edge [min].
    edge_cost
        Cost of one edge; a plain number in one currency.
    cost_per_hour
        Cost of machine and operator an hour; a plain number in the same currency.
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Cutting speed [m/min].

    Raises
    ------
    InputError
        As `least_cost_life`.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 26, p. 268: 27.42 m/min.

    Examples
    --------
    >>> least_cost_speed("75 m/min", "1 min", "2 min", 2.5, 9, 0.25).m
    27.41...
    """
    life = (1 / taylor_exponent - 1) * (tool_change_time + edge_cost / cost_per_hour * HOUR)
    return reference_speed * (reference_life / life) ** taylor_exponent


@formula(
    symbol="v_c",
    equation=r"v_c = v_{ref} (\frac{T_{ref}}{(1/n_T - 1) t_{ch}})^{n_T}",
    source="ghosh-mallik",
    example={
        "reference_speed": "75 m/min", "reference_life": "1 min", "tool_change_time": "2 min",
        "taylor_exponent": 0.25,
    },
    requires=(_EXPONENT, _CHANGE_TAKES_TIME),
)  # fmt: skip
def most_production_speed(
    reference_speed: CuttingSpeed, reference_life: ToolLife, tool_change_time: Time, taylor_exponent: Fraction
) -> CuttingSpeed:
    """Cutting speed at which most parts are made in a unit of time.

    Parameters
    ----------
    reference_speed, reference_life
        A speed at which the life is known [m/min, min].
    tool_change_time
        Time to change an edge [min].
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Cutting speed [m/min].

    Raises
    ------
    InputError
        As `most_production_life`.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 28, p. 271: 47.92 m/min.

    Examples
    --------
    >>> most_production_speed("75 m/min", "1 min", "2 min", 0.25).m
    47.92...
    """
    life = (1 / taylor_exponent - 1) * tool_change_time
    return reference_speed * (reference_life / life) ** taylor_exponent


@formula(
    symbol="T",
    equation=(
        r"T = (\frac{1}{n_T} - 1) t_{ch} + \frac{K_e}{I_p} (\frac{1}{n_T} t_c + (\frac{1}{n_T} - 1) t_{id}) ,\quad "
        r"t_c = t_{ref} (\frac{T}{T_{ref}})^{n_T}"
    ),
    source="ignou-economics",
    example={
        "reference_life": "60 min", "reference_time": "3 min", "tool_change_time": "2 min", "idle_time": "5 min",
        "edge_cost": 3, "income_per_part": 10, "taylor_exponent": 0.25,
    },
    requires=(_EXPONENT, NO_NEGATIVE_COST, _CHANGE_TAKES_TIME),
)  # fmt: skip
def best_profit_life(
    reference_life: ToolLife,
    reference_time: Time,
    tool_change_time: Time,
    idle_time: Time,
    edge_cost: Ratio,
    income_per_part: PositiveRatio,
    taylor_exponent: Fraction,
) -> ToolLife:
    """Tool life at which the profit an hour is highest.

    Parameters
    ----------
    reference_life, reference_time
        Life of an edge, and time in cut of a part, at one and the same speed [min, s].
    tool_change_time
        Time to change an edge [min].
    idle_time
        Time of the part outside the cut [s].
    edge_cost
        Cost of one edge; a plain number in one currency.
    income_per_part
        Income from a part without its material; a plain number in the same currency.
    taylor_exponent
        See `taylor_life`.

    Returns
    -------
    Quantity
        Tool life [min].

    Raises
    ------
    InputError
        For an exponent of 1, a negative cost, or a change of edge that takes no time.

    Notes
    -----
    The condition that profit an hour, as unit 10 of the source defines it, no longer changes with speed; what the
    machine costs an hour drops out of it.  The root is unique and is found by Newton's method.

    References
    ----------
    Indira Gandhi National Open University, BME-003, unit 10, for the criterion.

    Examples
    --------
    >>> best_profit_life("60 min", "3 min", "2 min", "5 min", 3, 10, 0.25).m
    12.9...
    """
    inverse = 1 / taylor_exponent
    constant = (inverse - 1) * (tool_change_time + edge_cost / income_per_part * idle_time)
    slope = edge_cost / income_per_part * inverse * reference_time / reference_life**taylor_exponent
    # T - constant - slope T**n is convex and rises from this bound on, so Newton's steps come down to the root.
    life: Real = np.maximum(2 * constant, (2 * slope) ** (1 / (1 - taylor_exponent)))
    for _ in range(60):
        power = slope * life**taylor_exponent
        life = life - (life - constant - power) / (1 - taylor_exponent * power / life)
    return life

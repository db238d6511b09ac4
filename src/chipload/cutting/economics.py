"""Time, cost and profit of a part.

Amounts of money are plain numbers, all in one currency; what an hour costs is a plain number too and says so in
its name, `cost_per_hour`.  Times keep their units.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import PositiveRatio, Ratio, Time, ToolLife
from chipload.units.parameters import Requires

HOUR = 3600.0


@dataclass(frozen=True)
class PartTime:
    """Time of a part and the share of it that changing edges takes."""

    time_per_part: Time
    tool_change_share: Time


@dataclass(frozen=True)
class PartCost:
    """Cost of a part without its material, and what it is made of."""

    cost_per_part: Ratio
    machine_cost: Ratio
    tool_change_cost: Ratio
    tool_edge_cost: Ratio
    idle_cost: Ratio


NO_NEGATIVE_COST = Requires(("edge_cost",), lambda edge_cost: edge_cost >= 0, "an edge does not cost less than nothing")


@formula(
    symbol="t_p",
    equation=r"t_p = t_c + t_{id} + t_{cp} ,\quad t_{cp} = \frac{t_c}{T} t_{ch}",
    source="ignou-economics",
    example={"cutting_time": "3 min", "tool_life": "56 min", "tool_change_time": "2 min", "idle_time": "5 min"},
)
def part_time(cutting_time: Time, tool_life: ToolLife, tool_change_time: Time, idle_time: Time) -> PartTime:
    """Time of a part, edge changes included.

    Parameters
    ----------
    cutting_time
        Time in cut of the part [s].
    tool_life
        Life of an edge, in time in cut [min].
    tool_change_time
        Time to change an edge [min].
    idle_time
        Time of the part outside the cut [s].

    Returns
    -------
    PartTime
        Time of the part, and the share of edge changes in it [s].

    References
    ----------
    Indira Gandhi National Open University, BME-003, unit 10.

    Examples
    --------
    >>> part_time("3 min", "60 min", "2 min", "5 min").time_per_part.to("min").m
    8.1
    """
    change = cutting_time / tool_life * tool_change_time
    total = cutting_time + idle_time + change
    return PartTime(total, np.broadcast_to(change, np.shape(total))[()])


@formula(
    symbol="K_p",
    equation=(
        r"K_p = K_m + K_{ch} + K_{ep} + K_{id} ,\quad K_m = K_h t_c ,\quad K_{ch} = K_h \frac{t_c}{T} t_{ch} ,\quad "
        r"K_{ep} = \frac{t_c}{T} K_e ,\quad K_{id} = K_h t_{id}"
    ),
    source="ignou-economics",
    example={
        "cutting_time": "3 min", "tool_life": "60 min", "tool_change_time": "2 min", "idle_time": "5 min",
        "edge_cost": 3, "cost_per_hour": 30,
    },
    requires=(NO_NEGATIVE_COST,),
)  # fmt: skip
def part_cost(
    cutting_time: Time,
    tool_life: ToolLife,
    tool_change_time: Time,
    idle_time: Time,
    edge_cost: Ratio,
    cost_per_hour: PositiveRatio,
) -> PartCost:
    """Cost of a part without its material, and what it is made of.

    Parameters
    ----------
    cutting_time
        Time in cut of the part [s].
    tool_life
        Life of an edge, in time in cut [min].
    tool_change_time
        Time to change an edge [min].
    idle_time
        Time of the part outside the cut [s].
    edge_cost
        Cost of one edge; a plain number in one currency.
    cost_per_hour
        Cost of machine and operator an hour; a plain number in the same currency.

    Returns
    -------
    PartCost
        Cost of the part and its shares, plain numbers in the same currency.

    Raises
    ------
    InputError
        For a negative cost.

    References
    ----------
    Indira Gandhi National Open University, BME-003, unit 10.

    Examples
    --------
    >>> found = part_cost("3 min", "60 min", "2 min", "5 min", 3, 30)
    >>> [round(share.m, 6) for share in (found.machine_cost, found.tool_change_cost, found.idle_cost)]
    [1.5, 0.05, 2.5]
    >>> found.cost_per_part.m
    4.2
    """
    rate = cost_per_hour / HOUR
    edges = cutting_time / tool_life
    machine, change, edge, idle = (
        rate * cutting_time,
        rate * edges * tool_change_time,
        edges * edge_cost,
        rate * idle_time,
    )
    total = machine + change + edge + idle
    shares = (np.broadcast_to(share, np.shape(total))[()] for share in (machine, change, edge, idle))
    return PartCost(total, *shares)


@formula(
    symbol="P_h",
    equation=r"P_h = \frac{I_p - K_p}{t_p}",
    source="ignou-economics",
    example={"income_per_part": 10, "cost_per_part": 4.2, "time_per_part": "8.1 min"},
    requires=(
        Requires(("time_per_part",), lambda time_per_part: time_per_part > 0, "a part takes some time"),
    ),
)  # fmt: skip
def profit_per_hour(income_per_part: Ratio, cost_per_part: Ratio, time_per_part: Time) -> Ratio:
    """Profit an hour, negative for a loss.

    Parameters
    ----------
    income_per_part
        Income from a part without its material; a plain number in one currency.
    cost_per_part
        Cost of the part without its material, in the same currency, see `part_cost`.
    time_per_part
        Time of the part, see `part_time` [s].

    Returns
    -------
    Quantity
        Profit an hour; a plain number in the same currency.

    Raises
    ------
    InputError
        For a part that takes no time.

    References
    ----------
    Indira Gandhi National Open University, BME-003, unit 10, equation 6.

    Examples
    --------
    >>> profit_per_hour(10, 4, "6 min").m
    60.0
    """
    return (income_per_part - cost_per_part) / time_per_part * HOUR

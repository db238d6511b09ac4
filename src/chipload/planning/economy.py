"""Time, tool life and cost of a cut, the same for every operation."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from chipload import cutting
from chipload.planning.cuts import Cut, unknown
from chipload.units.kinds import Real


class Worth(NamedTuple):
    """Time in cut [s], life of an edge in time in cut [s] and cost; NaN where it is not known."""

    cutting_time: Real
    tool_life: Real
    cost: Real


def worth(cut: Cut, cutting_speed: Real, cutting_time: Real) -> Worth:
    """What a cut takes, wears and costs.

    The life is Taylor's from the known one of the cut; the cost counts machine, edges and their changes.
    """
    life: Any = np.nan
    if not unknown(cut.reference_life):
        life = cutting.taylor_life.si(cutting_speed, cut.reference_speed, cut.reference_life, cut.taylor_exponent)
    if unknown(cutting_time) or unknown(life) or unknown(cut.cost_per_hour):
        return Worth(cutting_time, life, np.nan)
    cost = cutting.part_cost.si(
        cutting_time, life, cut.tool_change_time, cut.idle_time, cut.edge_cost, cut.cost_per_hour
    )
    return Worth(cutting_time, life, cost.cost_per_part)

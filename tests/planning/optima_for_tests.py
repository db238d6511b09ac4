"""Random jobs with ranges and goals, and the best point of a brute-force grid over them."""

from __future__ import annotations

from typing import Any

import numpy as np

import chipload as cl
from chipload.planning.goals import Goal
from chipload.planning.operations import operation_of

GOALS: tuple[Any, ...] = (
    "removal_rate", "cost", {"removal_rate": 0.5, "tool_life": 0.5}, {"cost": 0.3, "removal_rate": 0.7},
)  # fmt: skip
MATERIALS = ("6061-T6", "1045", "304", "Ti-6Al-4V", "GG25", "42CrMo4")


def random_job(seed: int) -> tuple[cl.Milling, dict[str, Any], Any]:
    """A milling job, its ranges and a goal."""
    rng = np.random.default_rng(seed)
    diameter = float(rng.choice([6, 8, 10, 12, 16, 20]))
    given: dict[str, Any] = {}
    if seed % 4 == 3:
        given["corner_radius"] = f"{diameter * rng.choice([0.05, 0.1])} mm"
    if seed % 3 == 0:
        given["edge_radius"] = "8 um"
    tool = cl.EndMill(
        diameter=f"{diameter} mm", teeth=int(rng.integers(2, 6)), stickout=f"{diameter * rng.uniform(2.5, 5)} mm",
        flute_length=f"{diameter * 2.2} mm", **given,
    )  # fmt: skip
    job = cl.Milling(
        material=str(rng.choice(MATERIALS)), tool=tool, machine=[None, "haas-vf2"][seed % 2],
        radial_depth=f"{diameter * 0.3} mm", axial_depth=f"{diameter * 0.5} mm", cutting_speed="100 m/min",
        feed_per_tooth="0.03 mm", limits={"deflection": f"{rng.uniform(10, 60)} um"}, volume="50 cm**3",
        reference_speed="100 m/min", reference_life="30 min", taylor_exponent=0.25,
        economy={"cost_per_hour": 60, "edge_cost": 12},
    )  # fmt: skip
    over: dict[str, Any] = {
        "cutting_speed": ("20 m/min", "400 m/min"), "feed_per_tooth": ("0.005 mm", "0.3 mm"),
        "axial_depth": ("0.2 mm", f"{2 * diameter} mm"),
    }  # fmt: skip
    if seed % 2:
        over["radial_depth"] = ("0.2 mm", f"{0.8 * diameter} mm")
    return job, over, GOALS[(seed // 2) % 4]


def brute_force(job: cl.Milling, over: dict[str, Any], goal: Any, points: int) -> float:
    """The best score of a grid of about `points`, straight from evaluation and rules; minus infinity for none."""
    operation = operation_of(job)
    prepared = operation.prepare(job, cl.catalog.default())
    count = round(points ** (1 / len(over)))
    best = -np.inf
    for space in (np.geomspace, np.linspace):
        values = {}
        for place, (name, ends) in enumerate(over.items()):
            low, high = (cl.Quantity(end).to_base_units().m for end in ends)
            column = [1] * len(over)
            column[place] = -1
            values[name] = space(low, high, count).reshape(column)
        cut = prepared.cut.having(**values)
        outcome = operation.evaluate(cut)
        holds = np.asarray(operation.possible(cut))
        for rule in operation.rules(prepared):
            holds = holds & ~(np.asarray(rule.utilisation(cut, outcome)) > 1)
        score = np.where(holds, Goal.read(goal).score(outcome), -np.inf)
        best = max(best, float(np.nanmax(score)))
    return best

"""Optima: against brute force, the same every time, never infeasible, and what cannot be."""

import numpy as np
import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS
from optima_for_tests import brute_force, random_job

import chipload as cl
from chipload.errors import InputError, NoFeasiblePointError
from chipload.planning.operations import OPERATIONS

KNOWN = {
    "reference_speed": "300 m/min", "reference_life": "30 min", "taylor_exponent": 0.25, "volume": "50 cm**3",
    "economy": {"cost_per_hour": 60, "edge_cost": 12},
}  # fmt: skip
OVER = {
    "axial_depth": ("2 mm", "20 mm"), "feed_per_tooth": ("0.03 mm", "0.12 mm"),
    "cutting_speed": ("60 m/min", "400 m/min"),
}  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return cl.optimise(make(**KNOWN), OVER)


@pytest.mark.parametrize("seed", range(20))
def test_no_point_of_a_grid_is_better(seed):
    job, over, goal = random_job(seed)
    best = brute_force(job, over, goal, 60_000)
    try:
        found = cl.optimise(job, over, goal=goal)
    except NoFeasiblePointError:
        assert best == -np.inf
        return
    assert float(found.goal.score(found.best.outcome)) >= best - 1e-3
    assert found.best.feasible
    again = cl.optimise(job, over, goal=goal)
    assert {name: value.m for name, value in again.values.items()} == {
        name: value.m for name, value in found.values.items()
    }


def test_the_plan_has_the_digits_of_the_search(found):
    chosen, point = found._chosen, found._point
    outcome = chosen.space.see([np.array(end) for end in point.places]).outcome
    for name in found.best.operation.kinds:
        assert float(getattr(outcome, name)) == pytest.approx(
            float(getattr(found.best.outcome, name)), rel=1e-12, nan_ok=True
        )


def test_every_pick_is_feasible_and_does_what_it_says(found):
    picks = found.picks
    assert set(picks) == {"fastest", "cheapest", "safe", "balanced"}
    assert all(pick.plan.feasible for pick in picks.values())
    assert picks["fastest"].plan.removal_rate.m >= max(pick.plan.removal_rate.m for pick in picks.values()) * (1 - 1e-9)
    assert picks["cheapest"].plan.cost.m <= min(pick.plan.cost.m for pick in picks.values()) * (1 + 1e-9)
    fullest = {name: pick.plan.binding.utilisation for name, pick in picks.items()}
    assert fullest["safe"] == min(fullest.values())
    assert fullest["safe"] < fullest["balanced"] < 1
    assert picks["safe"].plan.removal_rate.m >= found.best.removal_rate.m / 2 * (1 - 1e-9)


def test_a_pick_without_a_known_cost_is_left_out():
    assert "cheapest" not in cl.optimise(make(), OVER).picks


def test_the_price_of_a_limit_is_what_it_gains_when_it_is_wider(found):
    assert set(found.binding) == {"deflection", "spindle_speed"}
    wider = cl.optimise(make(**KNOWN, limits={"deflection": "22 um"}), OVER)
    gain = wider.best.removal_rate.m / found.best.removal_rate.m - 1
    assert found.prices["deflection"] == pytest.approx(gain, abs=1e-3)
    assert found.prices["power"] == 0
    assert next(iter(found.prices)) in found.binding


def test_the_front_trades_cost_against_time():
    job = make(machine=None, **{**KNOWN, "reference_life": "3 min"})
    front = cl.optimise(job, OVER, goal="cost").pareto
    assert len(front.time) > 3
    assert np.all(np.diff(front.time) > 0)
    assert np.all(np.diff(front.cost) < 0)
    assert cl.optimise(make(), OVER).pareto is None


def test_a_robust_optimum_holds_in_the_share_of_the_samples(found):
    sure = cl.optimise(make(**KNOWN), OVER, confidence=0.9)
    assert all(limit.confidence >= 0.9 for limit in sure.best.limits if limit.known)
    assert sure.best.removal_rate.m < found.best.removal_rate.m


def test_own_bounds_are_kept(found):
    bound = cl.optimise(make(**KNOWN), OVER, within={"roughness_rz": (None, "0.1 um"), "tool_life": ("40 min", None)})
    assert bound.best.roughness_rz.to("um").m <= 0.1 * (1 + 1e-9)
    assert bound.best.tool_life.to("min").m >= 40 * (1 - 1e-9)
    assert bound.best.removal_rate.m < found.best.removal_rate.m


def test_a_tool_is_chosen_from_a_list(found):
    first = make().tool
    second = cl.EndMill(diameter="12 mm", teeth=3, stickout="30 mm", flute_length="25 mm")
    chosen = cl.optimise(make(**KNOWN), {**OVER, "tool": [first, second]})
    alone = [cl.optimise(make(**KNOWN).model_copy(update={"tool": tool}), OVER) for tool in (first, second)]
    assert chosen.best.removal_rate.m == pytest.approx(max(one.best.removal_rate.m for one in alone), rel=1e-6)
    assert chosen.values["tool"] == second


def test_what_is_left_open_is_sought_in_the_ranges_of_the_tables():
    job = make(cutting_speed=None, feed_per_tooth=None, machine=None, axial_depth="1 mm")
    found = cl.optimise(job)
    assert set(found.values) == {"cutting_speed", "feed_per_tooth"}
    choice = found.best.prepared.settings[0].choice
    assert choice is not None
    assert found.best.outcome.cutting_speed <= choice.high * (1 + 1e-12)
    deeper = cl.optimise(job, {"axial_depth": ("0.5 mm", "8 mm")})
    assert set(deeper.values) == {"axial_depth", "cutting_speed", "feed_per_tooth"}
    assert deeper.best.removal_rate.m > found.best.removal_rate.m


def test_the_region_is_a_grid_of_the_ranges(found):
    region = found.region(9)
    assert dict(region.sizes) == {"axial_depth": 9, "feed_per_tooth": 9, "cutting_speed": 9}
    assert 0 < float(region.feasible.mean()) < 1


def test_a_summary_is_printed_in_both_systems(found):
    assert "The best cut for the most removal rate: axial depth 3.02" in str(found)
    assert "in/tooth" in found.describe("inch")
    assert found.to_dict()["binding"] == list(found.binding)


@pytest.mark.parametrize("name", ["drilling", "turning", "boring", "reaming", "facing"])
def test_other_operations_are_optimised_too(name):
    assert name in OPERATIONS
    job = JOBS[name]
    feed = "feed_per_rev"
    found = cl.optimise(job, {feed: ("0.02 mm/rev", "0.6 mm/rev")}, goal="removal_rate")
    assert found.best.feasible
    at_the_end = abs(found.values[feed].to("mm/rev").m - 0.6) < 1e-6
    assert found.binding or at_the_end


def test_where_no_point_is_feasible_the_limit_is_named():
    with pytest.raises(NoFeasiblePointError, match=r"deflection is at \d+% at its best, so it excludes them alone"):
        cl.optimise(make(limits={"deflection": "0.1 um"}), OVER)
    with pytest.raises(NoFeasiblePointError, match=r"they come nearest .* is at \d+% and .* at \d+%"):
        cl.optimise(make(), OVER, within={"removal_rate": ("400 cm**3/min", None)})


@pytest.mark.parametrize(
    ("over", "options", "problem"),
    [
        ({"colour": ("1 mm", "2 mm")}, {}, "optimise, colour: there is no such field"),
        ({"axial_depth": ("5 mm", "2 mm")}, {}, "optimise, axial_depth: the range from 5 mm to 2 mm is empty"),
        ({"axial_depth": ("2 s", "5 mm")}, {}, "axial_depth"),
        ({"axial_depth": ("2 mm", "5 mm", "7 mm")}, {}, "give the lowest and the highest value, not 3"),
        ({"axial_depth": "2 mm"}, {}, "neither a pair of ends nor a list"),
        ({"tool": []}, {}, "neither a pair of ends nor a list"),
        ({"cutting_speed": ("60 m/min", "90 m/min"), "spindle_speed": ("2000 rpm", "4000 rpm")}, {}, "keep one"),
        ({}, {}, "the job leaves nothing open"),
        (OVER, {"goal": "beauty"}, "there is no 'beauty'; there are removal_rate, cost, time, tool_life"),
        (OVER, {"goal": {"cost": -1}}, "the weight -1 of cost cannot be"),
        (OVER, {"goal": "cost"}, "the cost is not known; it takes"),
        (OVER, {"confidence": 90}, "confidence: 90 is no share"),
        (OVER, {"within": {"colour": (None, 1)}}, "within, colour: it is no result"),
        (OVER, {"within": {"roughness_rz": (None, "5 s")}}, "roughness_rz"),
        (OVER, {"within": {"roughness_rz": "5 um"}}, "give a lowest and a highest value"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(over, options, problem):
    with pytest.raises(InputError, match=problem):
        cl.optimise(make(), over, **options)


def test_the_least_cost_over_a_depth_needs_the_work_to_be_known():
    job = make(**{**KNOWN, "volume": None, "cut_length": "1 m"})
    with pytest.raises(InputError, match="give the job a volume instead of a cut_length"):
        cl.optimise(job, OVER, goal="cost")

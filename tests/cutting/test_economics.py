"""Economics: the closed forms are the extremes of the costs, times and profits they are said to be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from chipload import cutting
from chipload.errors import InputError

EXPONENTS = st.floats(0.1, 0.6)
CHANGES = st.floats(10.0, 600.0)
EDGES = st.floats(0.1, 50.0)
RATES = st.floats(5.0, 300.0)
REFERENCE_SPEED, REFERENCE_LIFE, REFERENCE_TIME = 2.0, 900.0, 180.0


def at_speed(speed: float, exponent: float) -> tuple[float, float]:
    """Time in cut of a part and life of an edge."""
    return REFERENCE_TIME * REFERENCE_SPEED / speed, cutting.taylor_life.si(
        speed, REFERENCE_SPEED, REFERENCE_LIFE, exponent
    )


def best(function, centre: float) -> float:
    """Speed at the minimum, looked for a factor of 3 around `centre`."""
    found = minimize_scalar(
        lambda x: function(np.exp(x)), bounds=(np.log(centre / 3), np.log(centre * 3)), method="bounded",
        options={"xatol": 1e-10},
    )  # fmt: skip
    return float(np.exp(found.x))


@given(EXPONENTS, CHANGES, EDGES, RATES)
def test_the_least_cost_speed_costs_least(exponent: float, change: float, edge: float, rate: float) -> None:
    speed = cutting.least_cost_speed.si(REFERENCE_SPEED, REFERENCE_LIFE, change, edge, rate, exponent)
    life = cutting.least_cost_life.si(change, edge, rate, exponent)
    assert at_speed(speed, exponent)[1] == pytest.approx(life, rel=1e-9, abs=0)

    def cost(v: float) -> float:
        time, life = at_speed(v, exponent)
        return cutting.part_cost.si(time, life, change, 0.0, edge, rate).cost_per_part

    assert best(cost, speed) == pytest.approx(speed, rel=1e-4, abs=0)


@given(EXPONENTS, CHANGES)
def test_the_most_production_speed_takes_least_time(exponent: float, change: float) -> None:
    speed = cutting.most_production_speed.si(REFERENCE_SPEED, REFERENCE_LIFE, change, exponent)
    assert at_speed(speed, exponent)[1] == pytest.approx(
        cutting.most_production_life.si(change, exponent), rel=1e-9, abs=0
    )

    def time(v: float) -> float:
        in_cut, life = at_speed(v, exponent)
        return cutting.part_time.si(in_cut, life, change, 0.0).time_per_part

    assert best(time, speed) == pytest.approx(speed, rel=1e-4, abs=0)


@given(EXPONENTS, CHANGES, EDGES, st.floats(20.0, 500.0), st.floats(0.0, 600.0), RATES)
def test_the_best_profit_life_earns_most(
    exponent: float, change: float, edge: float, income: float, idle: float, rate: float
) -> None:
    """Whatever the machine costs an hour."""
    life = cutting.best_profit_life.si(REFERENCE_LIFE, REFERENCE_TIME, change, idle, edge, income, exponent)
    speed = cutting.taylor_speed.si(life, REFERENCE_SPEED, REFERENCE_LIFE, exponent)

    def loss(v: float) -> float:
        in_cut, life = at_speed(v, exponent)
        time = cutting.part_time.si(in_cut, life, change, idle).time_per_part
        cost = cutting.part_cost.si(in_cut, life, change, idle, edge, rate).cost_per_part
        return -cutting.profit_per_hour.si(income, cost, time)

    assert best(loss, speed) == pytest.approx(speed, rel=1e-3, abs=0)


def test_free_edges_make_all_three_agree() -> None:
    most = cutting.most_production_life("2 min", 0.25).m
    assert cutting.least_cost_life("2 min", 0, 60, 0.25).m == most
    found = cutting.best_profit_life("60 min", "3 min", "2 min", "5 min", 0, 10, 0.25).m
    assert found == pytest.approx(most, rel=1e-12, abs=0)


@given(st.floats(1, 1e4), st.floats(10, 1e4), CHANGES, st.floats(0, 1e3), EDGES, RATES)
def test_the_shares_of_cost_are_the_cost(
    time: float, life: float, change: float, idle: float, edge: float, rate: float
) -> None:
    found = cutting.part_cost.si(time, life, change, idle, edge, rate)
    shares = found.machine_cost + found.tool_change_cost + found.tool_edge_cost + found.idle_cost
    assert found.cost_per_part == pytest.approx(shares, rel=1e-12, abs=0)
    hours = cutting.part_time.si(time, life, change, idle).time_per_part / 3600
    assert found.cost_per_part - found.tool_edge_cost == pytest.approx(rate * hours, rel=1e-9, abs=0)


def test_questions_without_an_answer() -> None:
    with pytest.raises(InputError, match="the faster the better"):
        cutting.least_cost_life("2 min", 3, 60, 1)
    with pytest.raises(InputError, match="the faster the better"):
        cutting.least_cost_life("0 min", 0, 60, 0.25)
    with pytest.raises(InputError, match="the faster the better"):
        cutting.most_production_life("0 min", 0.25)
    with pytest.raises(InputError, match="less than nothing"):
        cutting.least_cost_life("2 min", -1, 60, 0.25)

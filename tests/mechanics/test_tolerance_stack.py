"""Chains of dimensions: worst case and root sum square against each other, simulation against exact sums."""

from __future__ import annotations

from math import erfc, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import catalog
from chipload.errors import InputError
from chipload.mechanics import Dimension, ToleranceStack


def chain(*tolerances: float, **more: Any) -> ToleranceStack:
    return ToleranceStack(
        [Dimension(f"part {place}", "10 mm", f"{one} mm", **more) for place, one in enumerate(tolerances)]
    )


def test_a_clearance_by_hand() -> None:
    """A shaft of 20 -0.02 -0.04 with two washers of 2 ±0.05 in a gap of 24.1 +0.2 0."""
    stack = ToleranceStack(
        [
            Dimension("gap", "24.1 mm", "0.2 mm", "0 mm"),
            Dimension("shaft", "19.97 mm", "0.01 mm", direction=-1),
            Dimension("left washer", "2 mm", "0.05 mm", direction=-1),
            Dimension("right washer", "2 mm", "0.05 mm", direction=-1),
        ]
    )
    worst = stack.worst_case()
    assert worst.lower.m == pytest.approx(24.1 - 19.98 - 2.05 - 2.05, abs=1e-12)
    assert worst.upper.m == pytest.approx(24.3 - 19.96 - 1.95 - 1.95, abs=1e-12)
    normal = stack.statistical()
    half = sqrt(0.1**2 + 0.01**2 + 2 * 0.05**2)
    assert normal.middle.m == pytest.approx(0.23, abs=1e-12)
    assert normal.nominal.m == pytest.approx(0.13, abs=1e-12)
    assert normal.tolerance.m == pytest.approx(half, rel=1e-12)
    assert normal.contributions["gap"] == pytest.approx(0.01 / half**2, rel=1e-12)
    assert worst.contributions["gap"] == pytest.approx(0.1 / 0.21, rel=1e-12)


def test_a_fit_is_a_chain_of_two() -> None:
    hole, shaft = catalog.tolerance_zone("25 mm", "H7"), catalog.tolerance_zone("25 mm", "g6")
    worst = ToleranceStack(
        [
            Dimension.between("hole", hole.least, hole.largest),
            Dimension.between("shaft", shaft.least, shaft.largest, direction=-1),
        ]
    ).worst_case()
    fit = catalog.fit("25 H7/g6")
    assert worst.lower.to("um").m == pytest.approx(fit.min_clearance.m, abs=1e-6)
    assert worst.upper.to("um").m == pytest.approx(fit.max_clearance.m, abs=1e-6)


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=10))
def test_statistics_lie_inside_the_worst_case(tolerances: list[float]) -> None:
    stack = chain(*tolerances)
    worst, normal = stack.worst_case(), stack.statistical()
    assert worst.tolerance.m / sqrt(len(tolerances)) * (1 - 1e-12) <= normal.tolerance.m
    assert normal.tolerance.m <= worst.tolerance.m * (1 + 1e-12)
    assert sum(worst.contributions.values()) == pytest.approx(1, rel=1e-12)
    assert sum(normal.contributions.values()) == pytest.approx(1, rel=1e-12)
    assert normal.outside == pytest.approx(erfc(3 / sqrt(2)), rel=1e-9)


def test_capability_and_inflation() -> None:
    plain, better = chain(0.1, 0.1).statistical(), chain(0.1, 0.1, capability=1.5).statistical()
    assert better.tolerance.m == pytest.approx(plain.tolerance.m / 1.5, rel=1e-12)
    assert chain(0.1, 0.1).statistical(inflation=1.5).tolerance.m == pytest.approx(1.5 * plain.tolerance.m, rel=1e-12)
    assert chain(0.1).statistical(sigmas=4.0).tolerance.m == pytest.approx(0.1 * 4 / 3, rel=1e-12)


def test_probability_outside_a_wanted_gap() -> None:
    found = chain(0.3).statistical(lower="9.9 mm", upper="10.2 mm")
    assert found.outside == pytest.approx(0.5 * (erfc(1 / sqrt(2)) + erfc(2 / sqrt(2))), rel=1e-12)


@pytest.mark.parametrize(("shape", "divisor"), [("normal", 3.0), ("uniform", sqrt(3)), ("triangular", sqrt(6))])
def test_simulated_spread_is_that_of_the_distribution(shape: str, divisor: float) -> None:
    stack = chain(0.1, 0.2, 0.05, distribution=shape)
    drawn = stack.simulate(200_000, seed=3)
    exact = sqrt(0.1**2 + 0.2**2 + 0.05**2) / divisor
    assert drawn.deviation.m == pytest.approx(exact, rel=0.01)
    assert stack.statistical().deviation.m == pytest.approx(exact, rel=1e-12)
    for name, share in stack.statistical().contributions.items():
        assert drawn.contributions[name] == pytest.approx(share, abs=0.01)


def test_two_uniform_dimensions_make_a_triangle() -> None:
    """The sum of two equal uniform values: a fraction (1 - x)^2 / 2 lies more than x half-ranges above the middle."""
    stack = chain(0.1, 0.1, distribution="uniform")
    drawn = stack.simulate(400_000, seed=1, lower="19.9 mm", upper="20.1 mm")
    assert drawn.outside == pytest.approx(0.25, abs=4 * sqrt(0.25 * 0.75 / 400_000))
    assert drawn.lower.m > stack.worst_case().lower.m
    assert drawn.upper.m < stack.worst_case().upper.m


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second, other = (chain(0.1, 0.2).simulate(1000, seed=seed) for seed in (5, 5, 6))
    assert first.lower == second.lower
    assert first.lower != other.lower


def test_unequal_tolerances_move_the_middle() -> None:
    drawn = ToleranceStack([Dimension("rod", "50 mm", "0.3 mm", "0.1 mm")]).simulate(100_000, seed=2)
    assert drawn.middle.m == pytest.approx(50.1, abs=0.002)


def test_an_exact_dimension_has_no_spread() -> None:
    stack = chain(0.0)
    assert stack.worst_case().contributions == {"part 0": 0.0}
    assert stack.statistical().outside == 0
    assert stack.simulate(10).tolerance.m == 0
    assert np.all(Dimension("a", "1 mm", "0 mm", distribution="uniform").draw(3, np.random.default_rng(0)) == 1e-3)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: ToleranceStack([]), "one dimension at least"),
        (lambda: ToleranceStack([Dimension("a", "1 mm", "0.1 mm")] * 2), "one name"),
        (lambda: Dimension("a", "1 mm", "0.1 mm", direction=2), "neither 1"),
        (lambda: Dimension("a", "1 mm", "0.1 mm", distribution="bent"), "normal, uniform, triangular"),
        (lambda: Dimension("a", "1 mm", "-0.1 mm"), "Dimension, a, plus"),
        (lambda: Dimension.between("a", "2 mm", "1 mm"), "exchange"),
        (lambda: chain(0.1).simulate(1), "two assemblies"),
        (lambda: chain(0.1).simulate(coverage=1.0), "coverage"),
        (lambda: chain(0.1).statistical(lower="11 mm", upper="9 mm"), "exchange"),
        (lambda: chain(0.1).simulate(lower="11 mm", upper="9 mm"), "exchange"),
        (lambda: chain(0.1).statistical(sigmas=0), "sigmas"),
    ],
)
def test_bad_chains_are_explained(make: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        make()


def test_several_values_where_one_is_asked_for() -> None:
    with pytest.raises(InputError, match="Dimension, gap, nominal: an array was given; give a single value"):
        Dimension("gap", ["50 mm", "51 mm"], "0.1 mm")


@pytest.mark.parametrize("count", [1, 1000.5, "many", None])
def test_a_count_of_assemblies_that_is_none(count: Any) -> None:
    with pytest.raises(InputError, match="draw two assemblies at least"):
        ToleranceStack([Dimension("gap", "50 mm", "0.1 mm")]).simulate(count=count)

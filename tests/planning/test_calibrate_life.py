"""Taylor's constants from a log of tool lives."""

import datetime
import math

import numpy as np
import pytest

import chipload as cl
from chipload.catalog import Catalog
from chipload.errors import InputError

SPEEDS = np.array([100.0, 125.0, 150.0, 175.0, 200.0, 225.0])


def fit(speeds, lives, **options):
    return cl.calibrate_life(
        [f"{one} m/min" for one in speeds], [f"{one} min" for one in lives], "1045", "carbide", **options
    )


def test_published_pair_of_lives():
    """Sharma, A Textbook of Production Engineering, Example 14.7: n 0.224, C 68.4 m/min."""
    found = cl.calibrate_life(["25 m/min", "35 m/min"], ["90 min", "20 min"], "1045", "hss")
    assert found.exponent == pytest.approx(0.224, rel=2e-3)
    assert found.speed_at_one_minute * 60 == pytest.approx(68.4, rel=2e-3)


def test_the_truth_lies_within_the_uncertainty_that_is_claimed():
    rng = np.random.default_rng(3)
    exponents, constants, lives = [], [], []
    for _ in range(300):
        n, c = 0.25, 400.0
        truth = (c / SPEEDS) ** (1 / n)
        found = fit(SPEEDS, truth * np.exp(rng.normal(0, 0.2, len(SPEEDS))))
        exponents.append(abs(found.exponent - n) <= 1.645 * found.exponent_sd)
        constants.append(abs(math.log(found.speed_at_one_minute * 60 / c)) <= 1.645 * found.speed_log_sd)
        following = truth * np.exp(rng.normal(0, 0.2, len(SPEEDS)))
        lives.append(np.mean(np.abs(np.log(following * 60 / np.array(found.fitted))) <= math.log(found.factor)))
    assert 0.85 <= np.mean(exponents) <= 0.96
    assert 0.85 <= np.mean(constants) <= 0.96
    # No interval is narrower than the factor 1.75, which is wider than this noise needs.
    assert np.mean(lives) >= 0.9
    assert found.factor >= 1.75 - 1e-9


def test_a_broken_edge_is_named_and_hardly_moves_the_exponent():
    lives = (400 / SPEEDS) ** 4
    lives[3] *= 0.1
    found = fit(SPEEDS, lives)
    assert found.outliers == (3,)
    assert found.exponent == pytest.approx(0.25, abs=0.02)


def test_saved_constants_are_read_back_with_day_data_and_spread(tmp_path):
    found = fit(SPEEDS, (400 / SPEEDS) ** 4)
    found.save(tmp_path, note="grade X", on=datetime.date(2026, 3, 4))
    tables = Catalog(tmp_path)
    assert tables.problems == ()
    row = tables.tool_life["1045"][0]
    assert (row.tier, row.tool_material, row.operation) == ("measured", "carbide", "turning")
    assert row.exponent == pytest.approx(0.25, rel=1e-4)
    assert row.log_sd == pytest.approx(found.spread, rel=1e-3)
    assert "2026-03-04" in row.note
    assert "100 m/min 256 min" in row.note


@pytest.mark.parametrize(
    ("speeds", "lives", "says"),
    [
        ([100], [30], "two or more"),
        ([100, 100], [30, 20], "all the same"),
        ([100, 150], [30], "one life for each speed"),
        ([100, 150], [20, 40], "below -1"),
        ([100, -150], [20, 40], "speed"),
        ([100, 150], [20, 0], "life"),
    ],
)
def test_a_log_that_tells_nothing_is_refused(speeds, lives, says):
    with pytest.raises(InputError, match=says):
        fit(speeds, lives)

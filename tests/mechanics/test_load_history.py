"""Rainflow count and damage of a history; the published count of ASTM E1049, and a count by another rule."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chipload as cl
from chipload import mechanics as m
from chipload.errors import InputError

ASTM = [-2.0, 1.0, -3.0, 5.0, -1.0, 3.0, -4.0, 4.0, -2.0]


def megapascal(values: object) -> object:
    return cl.Quantity(np.asarray(values, dtype=float), "MPa")


def test_miner_adds_shares_of_life() -> None:
    assert m.miner_damage([10, 20], [100, np.inf]).m == pytest.approx(0.1, rel=1e-12)
    for counts, lives, word in (
        ([-1], [10], "counts"), ([1], [0], "lives"), ([np.nan], [1], "counts"), (["many"], [1], "plain numbers"),
        ([1, 2, 3], [10, 20], "do not fit together"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=word):
            m.miner_damage(counts, lives)


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rainflow", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'chipload\[fatigue\]'"):
        m.count_cycles(megapascal(ASTM))


def test_a_history_is_that_of_one_part() -> None:
    history = megapascal([1.0, 2.0, 0.0, 5.0])
    three = megapascal([1020.0, 900.0, 800.0])
    with pytest.raises(InputError, match="fatigue_strength_coefficient: a history damages one part"):
        m.history_damage(history, m.BasquinCurve(three, -0.1), "none")
    with pytest.raises(InputError, match="strength: a history damages one part"):
        m.history_damage(history, m.BasquinCurve("1020 MPa", -0.1), "goodman", three)
    with pytest.raises(InputError, match="give a SteelCurve or BasquinCurve"):
        m.history_damage(history, "1020 MPa", "none")  # type: ignore[arg-type]


class TestCounted:
    @pytest.fixture(autouse=True)
    def _library(self) -> None:
        pytest.importorskip("rainflow")

    def test_astm_e1049(self) -> None:
        """ASTM E1049-85, figure 6, as the test-suite of the package rainflow pins it."""
        ranges, counts = m.count_cycles(megapascal(ASTM)).by_range()
        np.testing.assert_allclose(ranges.magnitude, [3, 4, 6, 8, 9], rtol=1e-12)
        np.testing.assert_allclose(counts, [0.5, 1.5, 0.5, 1.0, 0.5], rtol=1e-12)

    def test_ranges_that_differ_by_rounding_are_one(self) -> None:
        history = cl.Quantity([5.1, 9.3, 5.1, 9.3, 5.1, 9.3, 2.4, 6.6, 2.4], "ksi")
        ranges, counts = m.count_cycles(history).by_range()
        np.testing.assert_allclose(ranges.to("ksi").magnitude, [4.2, 6.9], rtol=1e-12)
        np.testing.assert_allclose(counts, [3.5, 0.5], rtol=1e-12)
        ranges, counts = m.count_cycles(megapascal([5.0, 5.0])).by_range()
        assert ranges.magnitude.size == counts.size == 0

    def test_the_cycles_are_where_they_say(self) -> None:
        counted = m.count_cycles(megapascal(ASTM))
        stress = np.array(ASTM)
        first, second = stress[counted.starts], stress[counted.ends]
        np.testing.assert_allclose(counted.stress_range.magnitude, np.abs(first - second), rtol=1e-12)
        np.testing.assert_allclose(counted.mean_stress.magnitude, (first + second) / 2, rtol=1e-12)
        np.testing.assert_allclose(counted.stress_amplitude.magnitude, np.abs(first - second) / 2, rtol=1e-12)

    @given(st.lists(st.integers(-50, 50), min_size=1, max_size=40))
    def test_a_closed_history_against_the_rule_of_four_points(self, inner: list[int]) -> None:
        """From peak to peak every cycle closes, and the count of four points finds the same ones."""
        history = [60.0, *(float(value) for value in inner), 60.0]
        if min(history) == 60.0:
            return
        counted = m.count_cycles(megapascal(history))
        whole = np.repeat(counted.stress_range.magnitude, np.round(2 * counted.counts).astype(int))
        expected = np.repeat(by_four_points(history), 2)
        np.testing.assert_allclose(np.sort(whole), np.sort(expected), rtol=1e-12)

    @given(st.lists(st.floats(-300, 300), min_size=3, max_size=30, unique=True), st.integers(2, 4))
    def test_points_between_reversals_do_no_harm(self, history: list[float], times: int) -> None:
        fine = np.interp(np.arange(0, (len(history) - 1) * times + 1) / times, np.arange(len(history)), history)
        few, many = m.count_cycles(megapascal(history)), m.count_cycles(megapascal(fine))
        assert few.counts.sum() == many.counts.sum()
        np.testing.assert_allclose(
            np.sort(few.stress_range.magnitude), np.sort(many.stress_range.magnitude), rtol=1e-9, atol=1e-9
        )

    def test_two_stresses_are_half_a_cycle_and_a_plateau_none(self) -> None:
        one = m.count_cycles(megapascal([0, 100]))
        assert (one.counts.tolist(), one.stress_range.magnitude.tolist()) == ([0.5], [100.0])
        assert m.count_cycles(megapascal([5, 5, 5])).counts.size == 0
        for bad in (megapascal([1]), megapascal([[1, 2], [3, 4]])):
            with pytest.raises(InputError, match="row of two"):
                m.count_cycles(bad)

    def test_a_constant_history_lives_as_long_as_the_curve_says(self) -> None:
        steel = m.SteelCurve("650 MPa", "325 MPa")
        history = megapascal([400, -400] * 50 + [400])
        found = m.history_damage(history, steel, "none")
        life = m.sn_cycles("400 MPa", "650 MPa", "325 MPa").m
        assert found.damage.m == pytest.approx(50 / life, rel=1e-9)
        assert found.repetitions.m == pytest.approx(life / 50, rel=1e-9)

    @pytest.mark.parametrize(
        ("rule", "strength", "by_hand"),
        [
            ("goodman", "551 MPa", 172 / (1 - 178 / 551)),
            ("gerber", "551 MPa", 172 / (1 - (178 / 551) ** 2)),
            ("soderberg", "413 MPa", 172 / (1 - 178 / 413)),
            ("asme elliptic", "413 MPa", 172 / np.sqrt(1 - (178 / 413) ** 2)),
            ("morrow", "900 MPa", 172 / (1 - 178 / 900)),
            ("swt", None, np.sqrt(350 * 172)),
            ("none", None, 172),
        ],
    )
    def test_each_rule(self, rule: str, strength: str | None, by_hand: float) -> None:
        curve = m.BasquinCurve("1020 MPa", -0.138)
        found = m.history_damage(megapascal([350, 6, 350]), curve, rule, strength)
        np.testing.assert_allclose(found.reversed_amplitude.magnitude, by_hand, rtol=1e-9)
        assert found.damage.m == pytest.approx(2 * 0.5 / (0.5 * (by_hand / 1020) ** (-1 / 0.138)), rel=1e-9)

    def test_the_example_of_the_docs(self) -> None:
        block = megapascal([0, 400, -400, 300, 0])
        found = m.history_damage(block, m.BasquinCurve("1020 MPa", -0.138), "swt")
        assert found.repetitions.m == pytest.approx(674.7296764435154, rel=1e-12)

    def test_small_cycles_do_a_steel_no_damage(self) -> None:
        found = m.history_damage(megapascal([100, -100, 100]), m.SteelCurve("650 MPa", "325 MPa"), "none")
        assert (found.damage.m, found.repetitions.m) == (0.0, np.inf)

    def test_a_bad_question_is_explained(self) -> None:
        curve = m.SteelCurve("650 MPa", "325 MPa")
        with pytest.raises(InputError, match="needs the tensile strength"):
            m.history_damage(megapascal(ASTM), curve, "goodman")
        with pytest.raises(InputError, match="is not one of none, goodman"):
            m.history_damage(megapascal(ASTM), curve, "murphy")


def by_four_points(history: list[float]) -> list[float]:
    """Ranges of the cycles that four points in a row close; the two outer ends left at last are one more."""
    turns = [history[0]]
    for value in history[1:]:
        if value == turns[-1]:
            continue
        if len(turns) > 1 and (turns[-1] - turns[-2]) * (value - turns[-1]) > 0:
            turns[-1] = value
        else:
            turns.append(value)
    ranges, stack = [], []
    for value in turns:
        stack.append(value)
        while len(stack) >= 4:
            outer, inner, last = abs(stack[-3] - stack[-4]), abs(stack[-2] - stack[-3]), abs(stack[-1] - stack[-2])
            if not (inner <= outer and inner <= last):
                break
            ranges.append(inner)
            del stack[-3:-1]
    assert len(stack) == 3
    return [*ranges, abs(stack[0] - stack[1])]

"""Hardness conversion: the rows as printed, there and back, and the edges of the tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import catalog
from chipload.catalog.hardness import SCALES, read_hardness_text
from chipload.errors import InputError

ROWS = catalog.default().hardness


def convert(number: float, given_scale: str, scale: str) -> float:
    return catalog.convert_hardness(f"{number:.12f} {given_scale}", scale).value.m


def test_every_row_comes_back_as_printed() -> None:
    for row in ROWS:
        numbers = {scale: value for scale, value in row.values.items() if scale in SCALES}
        for given_scale, number in numbers.items():
            for scale, expected in numbers.items():
                if scale != given_scale:
                    found = catalog.convert_hardness(f"{number} {given_scale}", scale)
                    answers = {found.standard: found.value.m, **found.others}
                    assert answers[row.standard] == pytest.approx(expected, rel=1e-9), (row, scale)


@given(st.floats(20, 68), st.sampled_from(["HV", "HRA"]))
def test_there_and_back_in_the_c_range(number: float, scale: str) -> None:
    assert convert(convert(number, "HRC", scale), scale, "HRC") == pytest.approx(number, rel=1e-8)


@given(st.floats(55, 100))
def test_there_and_back_in_the_b_range(number: float) -> None:
    assert convert(convert(number, "HRB", "HV"), "HV", "HRB") == pytest.approx(number, rel=1e-8)


@given(st.floats(20, 67.9), st.floats(0.01, 0.1))
def test_harder_is_harder_on_every_scale(number: float, step: float) -> None:
    for scale in ("HV", "HRA"):
        assert convert(number + step, "HRC", scale) > convert(number, "HRC", scale)


def test_the_two_standards_agree_in_the_c_range() -> None:
    """Within half a Rockwell C and 1.2 % in Vickers: what a conversion can be trusted to, at best."""
    for number in np.arange(21, 68, 0.5):
        found = catalog.convert_hardness(f"{number} HRC", "HV")
        assert found.spread is not None
        assert found.spread / found.value.m < 0.012
        back = catalog.convert_hardness(f"{found.value.m:.9f} HV", "HRC")
        assert back.spread is not None
        assert back.spread < 0.5


def test_where_the_tables_of_e140_meet_the_brinell_numbers_differ() -> None:
    found = catalog.convert_hardness("240 HV", "HB")
    assert found.standard == "ASTM E140 table 1"
    assert found.value.m == pytest.approx(228, abs=0.2)
    assert found.others["ASTM E140 table 2"] == 240


def test_strength_grows_with_hardness_and_is_about_3_2_vickers() -> None:
    strengths = [catalog.tensile_strength_from_hardness(f"{one} HV").tensile_strength.m for one in range(80, 651, 10)]
    assert all(np.diff(strengths) > 0)
    for vickers, strength in zip(range(80, 651, 10), strengths, strict=True):
        assert strength / vickers == pytest.approx(3.25, rel=0.04)
    by_rockwell = catalog.tensile_strength_from_hardness("40.8 HRC").tensile_strength.m
    assert by_rockwell == pytest.approx(1290, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("45 HRC", (45, "HRC")), ("HRC 45", (45, "HRC")), ("45HRC", (45, "HRC")), ("220 HBW 10/3000", (220, "HB")),
        ("300 HV10", (300, "HV")), ("52,5 hrc", (52.5, "HRC")), ("90 HRBW", (90, "HRB")), ("180 BHN", (180, "HB")),
    ],
)  # fmt: skip
def test_hardness_as_people_write_it(text: str, read: tuple[float, str]) -> None:
    assert read_hardness_text(text) == read


@pytest.mark.parametrize(
    ("hardness", "scale", "words"),
    [
        ("45", "HV", "like 45 HRC"),
        ("hard", "HV", "like 45 HRC"),
        ("4" * 100_000 + " HRC", "HV", "like 45 HRC"),
        ("4..5 HRC", "HV", "not a number"),
        (45, "HV", "like 45 HRC"),
        ("45 HRC", None, "None"),
        ("45 HRD", "HV", "HRD"),
        ("45 HRC", "HK", "HK"),
        ("70 HRC", "HV", "from 20 to 68"),
        ("15 HRC", "HV", "from 20 to 68"),
        ("65 HRC", "HB", "from 20 to 59"),
        ("60 HRB", "HRC", "cannot be converted"),
        ("45 HRC", "HRC", "already"),
        ("1000 HV", "HRC", "cannot be converted"),
    ],
)
def test_outside_the_tables_it_is_refused(hardness: Any, scale: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        catalog.convert_hardness(hardness, scale)


def test_strength_outside_the_table() -> None:
    with pytest.raises(InputError, match="80 to 650 HV"):
        catalog.tensile_strength_from_hardness("700 HV")


def test_what_may_be_stated() -> None:
    found = catalog.convert_hardness("41.3 HRC", "HV")
    assert found.rounded == "405 HV"
    assert "no substitute" in str(found)
    assert all(key in catalog.default().sources for key in found.source)


@pytest.mark.parametrize("text", ["220 HBW 10/3000", "220 HBW 5/750", "220 HBW 2.5/187.5", "220 HBW 1/30", "220 HB"])
def test_brinell_numbers_of_one_load_factor_are_alike(text: str) -> None:
    assert read_hardness_text(text) == (220, "HB")


@pytest.mark.parametrize("text", ["100 HBW 10/500", "100 HBW 5/250", "100 HB 10/1000/15"])
def test_a_brinell_number_of_another_load_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="another load than the tables"):
        read_hardness_text(text)

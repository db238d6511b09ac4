"""The tables of ISO 286 and ISO 2768: published limits, the rule behind them, and what they refuse."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chipload import catalog
from chipload.errors import InputError
from chipload.mechanics import deviation_by_rule, fit_limits, interference_limits, tolerance_by_rule, tolerance_unit

# Limits in µm as ISO 286-2 prints them: size, class, upper, lower.
PRINTED = [
    (25, "H7", 21, 0), (25, "g6", -7, -20), (25, "p6", 35, 22), (25, "f7", -20, -41), (25, "k6", 15, 2),
    (25, "n6", 28, 15), (25, "s6", 48, 35), (25, "u6", 61, 48), (25, "h6", 0, -13), (25, "d9", -65, -117),
    (25, "c11", -110, -240), (25, "H11", 130, 0), (25, "F8", 53, 20), (25, "G7", 28, 7), (25, "E9", 92, 40),
    (25, "K7", 6, -15), (25, "M7", 0, -21), (25, "N7", -7, -28), (25, "P7", -14, -35), (25, "K8", 10, -23),
    (25, "K6", 2, -11), (25, "N9", 0, -52), (25, "P6", -18, -31), (25, "R7", -20, -41), (25, "S7", -27, -48),
    (25, "JS7", 10.5, -10.5), (20, "x6", 67, 54), (25, "x6", 77, 64), (20, "z6", 86, 73), (25, "z6", 101, 88),
    (40, "r6", 50, 34), (50, "m6", 25, 9), (10, "f7", -13, -28), (6, "g6", -4, -12), (3, "K7", 0, -10),
    (100, "u6", 146, 124), (200, "g6", -15, -44), (300, "M6", -9, -41), (500, "H7", 63, 0), (18, "js6", 5.5, -5.5),
    (12, "e8", -32, -59), (60, "M6", -5, -24), (90, "F7", 71, 36), (2, "N9", -4, -29), (5, "N9", 0, -30),
    (50, "j5", 6, -5), (50, "j7", 15, -10), (50, "J8", 24, -15), (1000, "h6", 0, -56), (2500, "p7", 370, 195),
]  # fmt: skip
STEPS = catalog.default().tolerance_grades
FINE = catalog.default().fundamental_deviations
GRADES = [f"IT{grade}" for grade in ("01", "0", *range(1, 19))]


@pytest.mark.parametrize(("size", "name", "upper", "lower"), PRINTED)
def test_limits_are_the_printed_ones(size: float, name: str, upper: float, lower: float) -> None:
    zone = catalog.tolerance_zone(f"{size} mm", name)
    assert (zone.upper.to("um").m, zone.lower.to("um").m) == pytest.approx((upper, lower), abs=1e-9)
    assert zone.largest.m == pytest.approx(size + upper / 1e3, abs=1e-9)


def test_the_steps_join_without_a_gap() -> None:
    for steps in (STEPS, FINE):
        assert steps[0].over == 0
        assert steps[-1].up_to == pytest.approx(3.15)
        for before, after in pairwise(steps):
            assert before.up_to == after.over
    ends = {step.up_to for step in FINE}
    assert {step.up_to for step in STEPS} <= ends


def test_grades_grow_with_size_and_grade() -> None:
    for before, after in pairwise(STEPS):
        for name, value in after.values.items():
            assert value >= before.values[name]
    for step in STEPS:
        values = list(step.values.values())
        assert all(fine < coarse for fine, coarse in pairwise(values))
        assert list(step.values) == (GRADES if step.up_to <= 0.5 else GRADES[2:])


def test_every_fifth_grade_is_ten_times_as_coarse() -> None:
    """The R5 series: ten times in five grades, exactly so from IT6 on but for one rounded step of IT6."""
    apart = []
    for step in STEPS:
        for grade in range(6, 14):
            ratio = step.values[f"IT{grade + 5}"] / step.values[f"IT{grade}"]
            if abs(ratio - 10) > 1e-9:
                apart.append((round(step.up_to * 1e3), grade, round(ratio, 3)))
            assert 9 < ratio < 10.5
    assert {size for size, grade, _ in apart if grade > 7} == set()


def test_fundamental_deviations_are_in_order() -> None:
    """From a to zc the shaft grows, at every size."""
    letters = [*"abc", "cd", *"de", "ef", "f", "fg", *"gkmnprstuvxyz", "za", "zb", "zc"]
    for step in FINE:
        values = [step.values[letter] for letter in letters if letter in step.values]
        assert all(low <= high for low, high in pairwise(values)), step.up_to


@pytest.mark.parametrize("grade", range(5, 19))
def test_the_rule_of_grades_agrees_with_the_table(grade: int) -> None:
    """Above 3 mm from IT5 on within 8.5 %, half of them within 2 %; below 3 mm the table was made by hand."""
    misses = []
    for step in STEPS[1:]:
        size = f"{step.up_to * 1e3} mm"
        table, rule = catalog.tolerance_grade(size, grade).m, tolerance_by_rule(size, grade).m
        misses.append(abs(rule / table - 1))
    assert max(misses) < 0.085
    assert np.median(misses) < 0.02


@pytest.mark.parametrize("grade", ["01", "0", 1, 2, 3, 4])
def test_the_rule_of_fine_grades_is_near_the_table(grade: Any) -> None:
    misses = []
    for step in STEPS:
        if f"IT{grade}" in step.values:
            size = f"{step.up_to * 1e3} mm"
            misses.append(abs(tolerance_by_rule(size, grade).m / catalog.tolerance_grade(size, grade).m - 1))
    assert max(misses) < 0.27
    assert np.median(misses) < 0.05


@pytest.mark.parametrize("letter", [*"abc", "cd", *"de", "ef", "f", "fg", *"gmnprstuvxyz", "za", "zb", "zc"])
def test_the_rule_of_letters_agrees_with_the_table(letter: str) -> None:
    """Above 10 mm within 1 µm and 9 %, half of them within 1 µm and 3 % (cd 5 %); below, by hand."""
    misses = []
    for step in FINE[3:]:
        if letter in step.values:
            size = f"{step.up_to * 1e3} mm"
            rule, table = deviation_by_rule(size, letter).to("um").m, step.values[letter] * 1e6
            misses.append(max(abs(rule - table) - 1, 0) / abs(table))
    assert max(misses) < (0.13 if letter == "c" else 0.09)
    assert np.median(misses) < (0.05 if letter == "cd" else 0.03)


def test_most_of_the_tables_is_the_rule() -> None:
    """Cells within 2.5 % or 1 µm of the rule: 264 of 280 grades from IT5 above 3 mm, 603 of 688 letters above 10 mm."""
    near = {"grades": [0, 0], "letters": [0, 0]}
    for step in STEPS[1:]:
        for name in list(step.values)[-14:]:
            rule = tolerance_by_rule(f"{step.up_to * 1e3} mm", name).m
            near["grades"][0] += abs(rule / (step.values[name] * 1e6) - 1) < 0.025
            near["grades"][1] += 1
    for step in FINE[3:]:
        for letter in set(step.values) - {"j5_j6", "j7", "j8", "J6", "J7", "J8"}:
            rule, table = deviation_by_rule(f"{step.up_to * 1e3} mm", letter).to("um").m, step.values[letter] * 1e6
            near["letters"][0] += abs(rule - table) <= max(1.0, 0.025 * abs(table))
            near["letters"][1] += 1
    assert near == {"grades": [264, 280], "letters": [603, 688]}


def test_k_by_the_rule() -> None:
    for step in STEPS:
        size = f"{step.up_to * 1e3} mm"
        rule = deviation_by_rule(size, "k").to("um").m
        assert rule == pytest.approx(catalog.fundamental_deviation(size, "k", 6).to("um").m, abs=0.75)


def test_the_unit_by_hand() -> None:
    assert tolerance_unit("100 mm").m == pytest.approx(0.45 * 100 ** (1 / 3) + 0.1, rel=1e-12)
    assert tolerance_unit("1000 mm").m == pytest.approx(6.1, rel=1e-12)
    with pytest.raises(InputError, match="3150"):
        tolerance_unit("4 m")


SIZES = st.floats(1.5, 3150)
BOTH = st.sampled_from([("f", 7), ("g", 6), ("h", 6), ("d", 9), ("e", 8)])


@given(SIZES, BOTH)
def test_hole_and_shaft_basis_give_the_same_clearances(size: float, running: tuple[str, int]) -> None:
    letter, grade = running
    hole_basis = catalog.fit(f"{size} H{grade + 1}/{letter}{grade}")
    shaft_basis = catalog.fit(f"{size} {letter.upper()}{grade + 1}/h{grade}")
    for name in ("max_clearance", "min_clearance"):
        assert getattr(hole_basis, name).m == pytest.approx(getattr(shaft_basis, name).m, abs=1e-9)


@given(st.floats(3.001, 500), st.sampled_from(["n", "p", "r", "s", "u"]))
def test_interference_fits_of_grade_seven_mirror_too(size: float, letter: str) -> None:
    """That is what the correction of holes to IT7 is for."""
    hole_basis = catalog.fit(f"{size} H7/{letter}6")
    shaft_basis = catalog.fit(f"{size} {letter.upper()}7/h6")
    for name in ("max_interference", "min_interference", "max_clearance"):
        assert getattr(hole_basis, name).m == pytest.approx(getattr(shaft_basis, name).m, abs=1e-9)


@given(SIZES, st.sampled_from(["H7/g6", "H7/k6", "H7/p6", "F8/h6", "JS7/js6", "H8/u8"]))
def test_a_fit_is_the_difference_of_its_limits(size: float, classes: str) -> None:
    fit = catalog.fit(f"{size} {classes}")
    found = fit_limits(fit.hole.least, fit.hole.largest, fit.shaft.least, fit.shaft.largest)
    for name in ("max_clearance", "min_clearance", "max_interference", "min_interference"):
        assert getattr(fit, name).m == pytest.approx(getattr(found, name).m, abs=1e-6)
    kinds = {"clearance": fit.max_interference.m == 0, "interference": fit.max_clearance.m == 0}
    assert kinds.get(fit.kind, fit.max_clearance.m > 0 and fit.max_interference.m > 0)


def test_fits_in_words() -> None:
    assert str(catalog.fit("Ø25 H7/g6")) == "25 H7/g6: clearance fit, 7 to 41 µm clearance"
    assert str(catalog.fit("25H7/k6")) == "25 H7/k6: transition fit, 15 µm interference to 19 µm clearance"
    assert str(catalog.fit("25 mm H7/s6")) == "25 H7/s6: interference fit, 14 to 48 µm interference"
    assert catalog.fit("25 H7/h6").kind == "clearance"
    assert catalog.fit("1 in H7/g6").nominal_size.to("mm").m == pytest.approx(25.4)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: catalog.fit("25 g6/H7"), "hole and shaft"),
        (lambda: catalog.fit("H7"), "25 H7/g6"),
        (lambda: catalog.fit(" " * 100_000 + "25 H7/g6"), "25 H7/g6"),
        (lambda: catalog.fit(None), "None"),
        (lambda: catalog.fit("1..5 H7/g6"), "fit, size"),
        (lambda: catalog.tolerance_zone("20 mm", None), "None"),
        (lambda: catalog.general_tolerance("20 mm", None), "None"),
        (lambda: catalog.fit("4000 H7/g6"), "3150"),
        (lambda: catalog.fit("25 H19/g6"), "tolerance class"),
        (lambda: catalog.fit("25 Q7/g6"), "no letter"),
        (lambda: catalog.tolerance_zone("20 mm", "t6"), "over 24 up to 3150 mm, not at 20 mm"),
        (lambda: catalog.tolerance_zone("600 mm", "zc6"), "over 0 up to 500 mm"),
        (lambda: catalog.tolerance_zone("60 mm", "cd6"), "up to 50 mm"),
        (lambda: catalog.tolerance_zone("1 mm", "a11"), "up to 1 mm"),
        (lambda: catalog.tolerance_zone("1 mm", "N9"), "up to 1 mm"),
        (lambda: catalog.tolerance_zone("10 mm", "j8"), "over 0 up to 3 mm"),
        (lambda: catalog.tolerance_zone("10 mm", "j9"), "j9 at no size"),
        (lambda: catalog.tolerance_zone("10 mm", "P2"), "from IT3 on"),
        (lambda: catalog.tolerance_zone("10 mm", "Zc6"), "no tolerance class"),
        (lambda: catalog.tolerance_grade("600 mm", "IT0"), "no IT0 for 600 mm"),
        (lambda: catalog.tolerance_grade("60 mm", "IT19"), "IT01, IT0 and IT1 to IT18"),
        (lambda: catalog.tolerance_grade(["60 mm", "70 mm"], 7), "single one"),
        (lambda: catalog.fundamental_deviation("60 mm", "JS", 7), "evenly"),
        (lambda: tolerance_by_rule("600 mm", "IT01"), "500 mm"),
        (lambda: deviation_by_rule("600 mm", "x"), "up to 500 mm"),
        (lambda: deviation_by_rule("20 mm", "j"), "no formula"),
        (lambda: interference_limits("100 mm", "20 um", "50 um", basis="hole"), "exchange"),
        (lambda: catalog.general_tolerance("100 mm", "k"), "f, m, c, v"),
        (lambda: catalog.general_tolerance("100 mm", "m", "thread"), "linear, radius, angle"),
        (lambda: catalog.general_tolerance("0.3 mm", "m"), "no tolerance m"),
        (lambda: catalog.general_tolerance("3000 mm", "f"), "no tolerance f"),
    ],
)
def test_what_the_standard_does_not_have_is_refused(call: Any, words: str) -> None:
    with pytest.raises(InputError, match=words):
        call()


def test_rules_broadcast_over_sizes() -> None:
    import chipload as cl

    sizes = cl.Quantity(np.array([5.0, 18.0, 400.0]), "mm")
    together = tolerance_by_rule(sizes, 7).m
    np.testing.assert_allclose(together, [tolerance_by_rule(f"{one} mm", 7).m for one in (5, 18, 400)], rtol=1e-12)


@pytest.mark.parametrize(
    ("size", "name", "feature", "printed"),
    [
        (0.5, "m", "linear", 0.1), (3, "c", "linear", 0.2), (3.001, "c", "linear", 0.3),
        (150, "ISO 2768-mK", "linear", 0.5),
        (4000, "v", "linear", 8), (2, "c", "radius", 0.4), (1000, "f", "radius", 1),
    ],
)  # fmt: skip
def test_general_tolerances(size: float, name: str, feature: str, printed: float) -> None:
    assert catalog.general_tolerance(f"{size} mm", name, feature).m == pytest.approx(printed, rel=1e-12)


def test_general_tolerances_grow_with_size_and_class() -> None:
    rows = catalog.default().general_tolerances
    for feature, sign in (("linear", 1), ("radius", 1), ("angle", -1)):
        steps = [row for row in rows if row.feature == feature]
        for before, after in pairwise(steps):
            assert before.up_to == after.over
            for name, value in after.values.items():
                assert sign * value >= sign * before.values.get(name, value)
        for step in steps:
            assert all(fine <= coarse for fine, coarse in pairwise(step.values.values()))


@pytest.mark.parametrize(
    ("size", "tolerance_class", "half"), [(100, "js1", 1.25), (5, "js2", 0.75), (2, "JS01", 0.15), (5, "js3", 1.25)]
)
def test_half_of_a_fine_tolerance_is_not_rounded(size: float, tolerance_class: str, half: float) -> None:
    zone = catalog.tolerance_zone(f"{size} mm", tolerance_class)
    assert zone.upper.to("um").m == pytest.approx(half, abs=1e-6)
    assert zone.lower.to("um").m == pytest.approx(-half, abs=1e-6)
    assert (zone.largest - zone.nominal_size).to("um").m == pytest.approx(half, abs=1e-6)


def test_a_fit_with_half_of_a_fine_tolerance() -> None:
    assert catalog.fit("100 H4/js1").max_interference.m == pytest.approx(1.25, rel=1e-9)


def test_words_for_what_cannot_be_looked_up() -> None:
    with pytest.raises(InputError, match="general_tolerance, size: an array was given; give a single value"):
        catalog.general_tolerance(["25 mm", "3 mm"], "m")
    with pytest.raises(InputError, match="'None' is no letter of ISO 286"):
        catalog.fundamental_deviation("25 mm", None, 7)

"""The working: every formula evaluated inside the block, with what went in and what came out."""

from __future__ import annotations

import asyncio
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from formula_examples import NAMES, full_example

import chipload as cl
import chipload.mechanics
from chipload.errors import InputError, ValidityWarning
from chipload.units import working


def test_a_quantity_call_is_collected() -> None:
    with working() as steps:
        cl.cutting.spindle_speed("300 m/min", "10 mm")
    (step,) = steps
    assert step.name == "spindle_speed"
    assert step.inputs == {"cutting_speed": 5.0, "diameter": 0.01}
    assert step.result == pytest.approx(5 / (np.pi * 0.01), rel=1e-15, abs=0)
    assert step.depth == 0
    assert step.symbol == "n"
    assert step.source == "iso3002"
    assert step.equation == r"n = \frac{v_c}{\pi D}"
    assert step.notes == ()


def test_a_kernel_call_is_collected() -> None:
    with working() as steps:
        found = cl.cutting.spindle_speed.si(5.0, diameter=0.01)
    assert [step.name for step in steps] == ["spindle_speed"]
    assert steps[0].inputs == {"cutting_speed": 5.0, "diameter": 0.01}
    assert steps[0].result == found


def test_nested_calls_come_first_and_deeper() -> None:
    with working() as steps:
        cl.cutting.feed_for_max_chip("0.06 mm", "1 mm", "10 mm")
    assert [(step.name, step.depth) for step in steps] == [
        ("chip_thinning_factor", 1),
        ("feed_for_max_chip", 0),
    ]
    with working() as steps:
        cl.cutting.feed_for_mean_chip.si(3e-5, 1e-3, 10e-3)
    assert [(step.name, step.depth) for step in steps] == [("engagement_angle", 1), ("feed_for_mean_chip", 0)]


def test_the_text_indents_what_is_nested() -> None:
    with working() as steps:
        cl.cutting.feed_for_max_chip("0.06 mm", "1 mm", "10 mm")
    first, second = str(steps).splitlines()
    assert first.startswith("  K_h = ")
    assert second.startswith("f_z = ")


def test_options_and_defaults_are_in_the_working() -> None:
    with working() as steps:
        cl.cutting.side_engagement("2 mm", "10 mm", direction="up")
        cl.cutting.mean_chip_thickness("0.1 mm", "1 mm", "10 mm")
    assert steps["side_engagement"].inputs["direction"] == "up"
    assert "up" in str(steps["side_engagement"])
    assert steps["mean_chip_thickness"].inputs["entering_angle"] == np.pi / 2
    assert "90.0°" in str(steps["mean_chip_thickness"])


def test_nothing_is_collected_outside() -> None:
    cl.cutting.spindle_speed("300 m/min", "10 mm")
    with working() as steps:
        pass
    cl.cutting.spindle_speed("300 m/min", "10 mm")
    assert len(steps) == 0
    assert str(steps) == ""


def test_an_inner_block_keeps_its_own() -> None:
    with working() as outer:
        cl.cutting.spindle_speed("300 m/min", "10 mm")
        with working() as inner:
            cl.cutting.cutting_time("100 mm", "200 mm/min")
        cl.cutting.cutting_speed("700 rpm", "50 mm")
    assert [step.name for step in outer] == ["spindle_speed", "cutting_speed"]
    assert [step.name for step in inner] == ["cutting_time"]


def test_the_block_ends_when_it_raises() -> None:
    with pytest.raises(InputError), working() as steps:
        cl.cutting.spindle_speed("300 m/min", "0 mm")
    assert len(steps) == 0
    cl.cutting.spindle_speed("300 m/min", "10 mm")
    assert len(steps) == 0


def test_depth_survives_an_error() -> None:
    with working() as steps:
        with pytest.raises(InputError):
            cl.cutting.feed_for_max_chip("0.06 mm", "11 mm", "10 mm")
        with pytest.raises(TypeError):
            cl.cutting.feed_for_max_chip.si("not", "numbers", "at all")
        cl.cutting.spindle_speed("300 m/min", "10 mm")
    assert steps["spindle_speed"].depth == 0


def test_access_by_position_and_name() -> None:
    with working() as steps:
        cl.cutting.spindle_speed("300 m/min", "10 mm")
        cl.cutting.spindle_speed("300 m/min", "20 mm")
    assert len(steps) == 2
    assert steps[0].inputs["diameter"] == 0.01
    assert steps["spindle_speed"].inputs["diameter"] == 0.02  # the last one
    with pytest.raises(KeyError):
        steps["no_such_formula"]


def test_threads_do_not_mix() -> None:
    ready = threading.Barrier(2)
    seen: dict[str, list[str]] = {}

    def run(who: str, formula: str, *args: str) -> None:
        with working() as steps:
            for _ in range(50):
                ready.wait()
                getattr(cl.cutting, formula)(*args)
        seen[who] = [step.name for step in steps]

    threads = [
        threading.Thread(target=run, args=("a", "spindle_speed", "300 m/min", "10 mm")),
        threading.Thread(target=run, args=("b", "cutting_time", "100 mm", "200 mm/min")),
    ]
    with working() as own:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert seen == {"a": ["spindle_speed"] * 50, "b": ["cutting_time"] * 50}
    assert len(own) == 0


def test_tasks_do_not_mix() -> None:
    async def run(formula: str, *args: str) -> list[str]:
        with working() as steps:
            for _ in range(3):
                getattr(cl.cutting, formula)(*args)
                await asyncio.sleep(0)
        return [step.name for step in steps]

    async def both() -> list[list[str]]:
        return await asyncio.gather(
            run("spindle_speed", "300 m/min", "10 mm"), run("cutting_time", "100 mm", "200 mm/min")
        )

    # in a thread of its own, which has no event loop yet, whatever ran before
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(lambda: asyncio.run(both())).result()
    assert found == [["spindle_speed"] * 3, ["cutting_time"] * 3]


def test_text_in_metric_and_inch() -> None:
    with working() as steps:
        cl.cutting.feed_rate("0.002 ipt", 4, "3000 rpm")
    (step,) = steps
    assert str(step) == step.describe("metric")
    metric, inch = step.describe("metric"), step.describe("inch")
    for text in (metric, inch):
        assert text.startswith("v_f = f_z z n ")
        assert "n = 3000 rpm" in text
        assert "z = 4" in text
    assert "f_z = 0.0508 mm/tooth" in metric
    assert "v_f = 610 mm/min" in metric
    assert "f_z = 0.00200 in/tooth" in inch
    assert "v_f = 24.0 in/min" in inch


def test_numbers_of_a_record() -> None:
    with working() as steps:
        cl.cutting.face_engagement("40 mm", "80 mm")
    given, found = steps[0].numbers()
    assert given == [("a_e", "40.000 mm"), ("D", "80.000 mm"), ("e", "0.000 mm")]
    assert found == [("φ₁", "60.0°"), ("φ₂", "120.0°"), ("φ_s", "60.0°")]


def test_arrays_show_their_range() -> None:
    speeds = cl.Quantity(np.array([100.0, 300.0, 200.0]), "m/min")
    with working() as steps:
        cl.cutting.spindle_speed(speeds, "10 mm")
    assert "100.0 … 300.0 m/min" in str(steps[0])
    assert "3183 … 9549 rpm" in str(steps[0])


def test_a_small_number_is_not_shown_as_zero() -> None:
    with working() as steps:
        cl.cutting.axial_feed_rate("1 um", "10 rpm")
    assert "v_f = 0.01 mm/min" in str(steps[0])


def test_a_long_array_is_one_step() -> None:
    speeds = cl.Quantity(np.linspace(100.0, 300.0, 200_000), "m/min")
    plain = cl.cutting.spindle_speed(speeds, "10 mm")
    with working() as steps:
        traced = cl.cutting.spindle_speed(speeds, "10 mm")
    assert len(steps) == 1
    np.testing.assert_allclose(traced.magnitude, plain.magnitude, rtol=1e-15)


def test_a_rigid_holder_is_told_in_words() -> None:
    with working() as steps:
        cl.mechanics.tool_deflection("100 N", "10 mm", "10 mm", "40 mm", "25 mm", "600 GPa")
    text = str(steps[0])
    assert "rigid" in text
    assert "inf" not in text
    assert "9.79" in text


class TestValidity:
    """Kienzle's constants are tabulated from 0.05 to 2.5 mm."""

    @pytest.mark.parametrize("chip", ["0.0499 mm", "2.51 mm", "0.001 mm"])
    def test_the_quantity_call_warns(self, chip: str) -> None:
        with pytest.warns(ValidityWarning, match=r"chip thickness .*0\.0500 to 2\.5000 mm|0\.0500 mm to 2\.5000 mm"):
            cl.cutting.specific_cutting_force(chip, "1700 MPa", 0.25)

    def test_an_array_with_one_thin_chip_warns_once(self) -> None:
        chips = cl.Quantity(np.array([0.1, 0.01, 0.2, 0.02]), "mm")
        with pytest.warns(ValidityWarning) as caught:
            cl.cutting.specific_cutting_force(chips, "1700 MPa", 0.25)
        assert len(caught) == 1

    def test_a_long_array_warns_once(self) -> None:
        chips = cl.Quantity(np.full(300_000, 0.01), "mm")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            cl.cutting.specific_cutting_force(chips, "1700 MPa", 0.25)
        assert [warning.category for warning in caught] == [ValidityWarning]

    def test_the_warning_points_at_the_caller(self) -> None:
        for size in (1, 300_000):
            chips = cl.Quantity(np.full(size, 0.01), "mm")
            with pytest.warns(ValidityWarning) as caught:
                cl.cutting.specific_cutting_force(chips, "1700 MPa", 0.25)
            assert {warning.filename for warning in caught} == {__file__}

    @pytest.mark.parametrize("chip", ["0.05 mm", "0.1 mm", "2.5 mm"])
    def test_within_the_range_nothing_is_said(self, chip: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with working() as steps:
                cl.cutting.specific_cutting_force(chip, "1700 MPa", 0.25)
        assert steps[0].notes == ()

    def test_the_note_is_in_the_working(self) -> None:
        with pytest.warns(ValidityWarning), working() as steps:
            cl.cutting.specific_cutting_force("0.01 mm", "1700 MPa", 0.25)
        (note,) = steps[0].notes
        assert "0.0100 mm" in note
        assert "0.0500 mm" in note
        assert "margin" in note

    def test_the_kernel_says_it_in_the_working_only(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with working() as steps:
                cl.cutting.specific_cutting_force.si(1e-5, 1.7e9, 0.25)
        assert len(steps[0].notes) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_shows_its_working(name: str) -> None:
    formula = cl.FORMULAS[name]
    with working() as steps:
        formula.si(**full_example(name))
    text = {system: steps[formula.__name__].describe(system) for system in ("metric", "inch")}
    for shown in text.values():
        assert shown.startswith(formula.plain_equation)
        for parameter in formula.parameters:
            if formula.kind_of(parameter) is not None:
                assert f"{formula.plain_symbol(parameter)} = " in shown
    kinds = [formula.kind_of(key) for key in formula.parameters if formula.kind_of(key)] + list(formula.result_kinds)
    assert (text["metric"] == text["inch"]) == all(kind.metric == kind.inch for kind in kinds)

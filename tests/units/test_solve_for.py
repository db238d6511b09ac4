"""solve_for undoes every formula, in every argument its result depends on."""

from __future__ import annotations

import contextlib
from typing import Any

import numpy as np
import pytest
from formula_examples import NAMES, full_example, parts, quantities, spread

import chipload as cl
from chipload.errors import InputError, SolveError, ValidityWarning
from chipload.units import Formula, from_kernel

PAIRS = [
    (name, parameter)
    for name in NAMES
    for parameter in cl.FORMULAS[name].parameters
    if cl.FORMULAS[name].kind_of(parameter) is not None
]

# At the example, no result changes with these.  The largest stress of the tool sits where the flutes begin:
# there the lever is flute length minus load position, whatever the stick-out, the shank and the neck.
# A spindle that keeps the surface speed does not feel its cap.
INDEPENDENT = {
    ("mechanics.tool_stress", "stickout"),
    ("mechanics.tool_stress", "shank_diameter"),
    ("mechanics.tool_stress", "neck_diameter"),
    ("mechanics.tool_stress", "neck_length"),
    # The major edge takes no part in the example; a runout below that of a single tooth hides the number of teeth.
    ("finish.turned_profile", "entering_angle"),
    ("finish.turned_profile_rz", "entering_angle"),
    ("finish.finishing_feed", "teeth"),
    # A grade is a step.
    ("finish.roughness_grade", "roughness_ra"),
    ("cutting.capped_spindle_speed", "max_spindle_speed"),
    # A factor by steps.
    ("cutting.deep_hole_feed_factor", "depth"),
    ("cutting.deep_hole_feed_factor", "diameter"),
    # The tension of the example is nearer to its strength than the compression.
    ("mechanics.rankine_safety", "minor_principal_stress"),
    ("mechanics.rankine_safety", "compressive_strength"),
    # The flanks of the key of the example need more length than its section.
    ("mechanics.key_length", "key_width"),
    ("mechanics.key_length", "allowable_shear_stress"),
}


def results_at(formula: Formula[..., Any], values: dict[str, Any]) -> list[float]:
    return [float(part) for part in parts(formula, formula.si(**values))]


def dependent_result(formula: Formula[..., Any], values: dict[str, Any], parameter: str) -> str | None:
    """Name of the first result that changes when the argument does."""
    base = results_at(formula, values)
    step = 1.0 if formula.kind_of(parameter).whole else 0.01 * values[parameter]
    for change in (step, -step):
        moved = results_at(formula, {**values, parameter: values[parameter] + change})
        for result, before, after in zip(formula.results, base, moved, strict=True):
            if abs(after - before) > 1e-9 * abs(before):
                return result
    return None


class SeveralFitError(Exception):
    """More than one value gives the wanted result."""


def solve(formula: Formula[..., Any], parameter: str, question: dict[str, Any]) -> Any:
    """The answer without a bracket, or SeveralFitError where one must be given."""
    try:
        return formula.solve_for(parameter, **question)
    except SolveError as error:
        if "values fit" in str(error) and "bracket" in str(error):
            raise SeveralFitError from error
        raise


def assert_same(found: Any, expected: Any) -> None:
    assert found.units == expected.units
    assert found.magnitude == pytest.approx(expected.magnitude, rel=1e-9, abs=0)


@pytest.mark.parametrize(("name", "parameter"), sorted(set(PAIRS) - INDEPENDENT))
def test_round_trip(name: str, parameter: str) -> None:
    formula, values = cl.FORMULAS[name], full_example(name)
    result = dependent_result(formula, values, parameter)
    assert result is not None
    given = quantities(formula, values)
    wanted = formula(**given)
    wanted = getattr(wanted, result) if len(formula.results) > 1 else wanted
    known = {key: value for key, value in given.items() if key != parameter}
    question = {**known, result: wanted}
    with contextlib.suppress(SeveralFitError):
        found = solve(formula, parameter, question)
        assert_same(found, given[parameter])
        return
    ends = tuple(from_kernel(formula.kind_of(parameter), values[parameter] * times) for times in (0.8, 1.25))
    assert_same(formula.solve_for(parameter, bracket=ends, **question), given[parameter])


@pytest.mark.parametrize(("name", "parameter"), sorted(INDEPENDENT))
def test_the_list_of_independent_arguments_is_right(name: str, parameter: str) -> None:
    formula = cl.FORMULAS[name]
    assert dependent_result(formula, full_example(name), parameter) is None


def test_the_bracket_need_not_be_given_for_an_argument_outside_the_example() -> None:
    """Where the example leaves an argument out, its default tells what is usual."""
    wear = cl.cutting.specific_cutting_force.solve_for(
        "wear_factor", specific_cutting_force="2210 MPa", chip_thickness="1 mm", kc11="1700 MPa", mc=0.25
    )
    assert wear.magnitude == pytest.approx(1.3, rel=1e-12, abs=0)


def test_by_hand() -> None:
    found = cl.cutting.spindle_speed.solve_for("diameter", spindle_speed="1000 rpm", cutting_speed="100 m/min")
    assert found.to("mm").magnitude == pytest.approx(100 / np.pi, rel=1e-12, abs=0)


@pytest.mark.parametrize("name", ["cutting.spindle_speed", "cutting.tooth_force", "finish.turned_ra"])
def test_arrays(name: str) -> None:
    formula = cl.FORMULAS[name]
    given = quantities(formula, spread(formula, full_example(name), 50))
    unknown = formula.parameters[0]
    wanted = formula(**given)
    known = {key: value for key, value in given.items() if key != unknown}
    found = formula.solve_for(unknown, **known, **{formula.results[0]: wanted})
    np.testing.assert_allclose(found.magnitude, given[unknown].magnitude, rtol=1e-11)


def test_a_broadcast_question() -> None:
    speeds = cl.units.registry().Quantity(np.array([[1000.0], [2000.0]]), "rpm")
    cutting = cl.units.registry().Quantity(np.array([100.0, 200.0, 300.0]), "m/min")
    found = cl.cutting.spindle_speed.solve_for("diameter", spindle_speed=speeds, cutting_speed=cutting)
    expected = cutting.magnitude / (np.pi * speeds.magnitude) * 1000
    np.testing.assert_allclose(found.to("mm").magnitude, expected, rtol=1e-12)


def test_two_values_are_told_and_neither_is_guessed() -> None:
    """A turning chip is as thick at 30 degrees as at 150."""
    question = {"feed_per_rev": "0.2 mm", "turning_chip_thickness": "0.1 mm"}
    with pytest.raises(SolveError, match="values fit"):
        cl.cutting.turning_chip_thickness.solve_for("entering_angle", bracket=("1 deg", "179 deg"), **question)
    for low, high, expected in ((1, 90, 30.0), (90, 179, 150.0)):
        found = cl.cutting.turning_chip_thickness.solve_for(
            "entering_angle", bracket=(f"{low} deg", f"{high} deg"), **question
        )
        assert found.magnitude == pytest.approx(expected, rel=1e-12, abs=0)


def test_no_value() -> None:
    with pytest.raises(SolveError, match="no value"):
        cl.cutting.engagement_angle.solve_for(
            "radial_depth", engagement_angle="170 deg", diameter="10 mm", bracket=("1 mm", "5 mm")
        )


@pytest.mark.parametrize(
    ("unknown", "known", "words"),
    [
        ("colour", {"spindle_speed": "1 rpm", "diameter": "1 mm"}, "colour"),
        ("diameter", {"cutting_speed": "1 m/min"}, "spindle_speed"),
        ("diameter", {"spindle_speed": "1 rpm"}, "cutting_speed is missing"),
        ("diameter", {"spindle_speed": "1 rpm", "cutting_speed": "1 m/min", "teeth": 3}, "teeth"),
        ("diameter", {"spindle_speed": "1 rpm", "cutting_speed": "1 m/min", "diameter": "1 mm"}, "diameter"),
        ("diameter", {"spindle_speed": "1 kg", "cutting_speed": "1 m/min"}, "spindle_speed"),
    ],
)
def test_a_bad_question_is_explained(unknown: str, known: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        cl.cutting.spindle_speed.solve_for(unknown, **known)


def test_a_bracket_the_wrong_way_round() -> None:
    with pytest.raises(InputError, match="bracket"):
        cl.cutting.spindle_speed.solve_for(
            "diameter", bracket=("9 mm", "1 mm"), spindle_speed="1 rpm", cutting_speed="1 m/min"
        )


@pytest.mark.parametrize("times", [-1.0, -0.5])
def test_a_pole_is_no_solution(times: float) -> None:
    """The response changes its sign at resonance without going through the values between."""
    formula = cl.FORMULAS["dynamics.undamped_response"]
    known = {key: value for key, value in formula.example.items() if key != "modal_stiffness"}
    with pytest.raises(SolveError, match="no value"):
        formula.solve_for("modal_stiffness", undamped_response=formula(**formula.example) * times, **known)


def test_a_pole_that_runs_to_infinity_is_no_solution() -> None:
    formula = cl.FORMULAS["mechanics.curved_trapezoid_stress"]
    known = {key: value for key, value in formula.example.items() if key != "outer_radius"}
    with pytest.raises(SolveError, match="no value"):
        formula.solve_for("outer_radius", inner_stress=-formula(**formula.example).inner_stress, **known)


def test_a_step_is_no_solution() -> None:
    """The speed factor drops from 1 to 0.9 at three diameters."""
    with pytest.raises(SolveError, match="no value"):
        cl.cutting.deep_hole_speed_factor.solve_for("depth", deep_hole_speed_factor=0.95, diameter="10 mm")
    found = cl.cutting.deep_hole_speed_factor.solve_for("depth", deep_hole_speed_factor=[0.85, 0.75], diameter="10 mm")
    np.testing.assert_allclose(found.to("mm").magnitude, [35.0, 45.0], rtol=1e-9)


def test_a_wanted_zero_is_found_where_it_is() -> None:
    found = cl.mechanics.pin_over_vee.solve_for(
        "vee_width", pin_over_vee="0 mm", measuring_pin_diameter="10 mm", included_angle="90 deg"
    )
    assert found.to("mm").magnitude == pytest.approx(10 * (1 + np.sqrt(2)), rel=1e-12, abs=0)


def test_an_option_takes_part_in_the_conditions() -> None:
    """A wall of 16 MPa holds 15 MPa by the greatest stress; by the greatest strain it could not."""
    known = {"internal_pressure": "15 MPa", "inner_radius": "125 mm", "poisson_ratio": 0.27}
    wall = cl.mechanics.thick_wall_thickness(allowable_stress="16 MPa", theory="lame", **known)
    found = cl.mechanics.thick_wall_thickness.solve_for(
        "allowable_stress", thick_wall_thickness=wall, theory="lame", **known
    )
    assert found.to("MPa").magnitude == pytest.approx(16, rel=1e-9)
    with pytest.raises(InputError, match="theory: 'tresca' is not one of"):
        cl.mechanics.thick_wall_thickness.solve_for(
            "allowable_stress", thick_wall_thickness=wall, theory="tresca", **known
        )


def test_shapes_that_do_not_fit_are_explained() -> None:
    with pytest.raises(InputError, match=r"spindle_speed \(2,\), cutting_speed \(3,\) do not fit"):
        cl.cutting.spindle_speed.solve_for(
            "diameter", spindle_speed=["1000 rpm", "2000 rpm"], cutting_speed=["1 m/min", "2 m/min", "3 m/min"]
        )


def test_no_questions_have_no_answers() -> None:
    none = cl.Quantity(np.array([]), "rpm")
    found = cl.cutting.spindle_speed.solve_for("diameter", spindle_speed=none, cutting_speed="100 m/min")
    assert found.magnitude.shape == (0,)


def test_an_answer_outside_the_range_of_the_formula_warns() -> None:
    known = {"reference_speed": "18 m/min", "reference_life": "180 min", "taylor_exponent": 0.125}
    with pytest.warns(ValidityWarning, match=r"cutting speed over reference speed 2\.340") as caught:
        cl.cutting.taylor_life.solve_for("cutting_speed", taylor_life="0.2 min", **known)
    assert caught[0].filename == __file__

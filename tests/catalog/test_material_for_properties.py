"""`material="1045"` where a formula asks for properties: one door, the tables' own figures, nothing silent."""

from __future__ import annotations

import warnings

import pytest

import chipload as cl
from chipload.catalog.properties import of_material
from chipload.errors import EstimateWarning, InputError, MissingFigureError, UnknownNameError

BAR = ("100 N", "10 mm", "10 mm", "40 mm", "0 mm")


def test_it_stands_for_the_figures_of_the_tables() -> None:
    steel = cl.catalog.material("1045")
    named = cl.mechanics.tool_deflection(*BAR, material="1045")
    given = cl.mechanics.tool_deflection(
        *BAR, steel.figure("youngs_modulus").quantity, poisson_ratio=steel.figure("poisson_ratio").quantity
    )
    assert named == given


def test_any_usual_name_works_and_a_cutting_material_too() -> None:
    assert cl.mechanics.tool_deflection(*BAR, material="C45") == cl.mechanics.tool_deflection(*BAR, material="1045")
    carbide = cl.mechanics.tool_deflection(*BAR, material="carbide")
    assert carbide.bending < cl.mechanics.tool_deflection(*BAR, material="1045").bending / 2


def test_what_is_given_goes_before_the_material() -> None:
    given = cl.mechanics.tool_deflection(*BAR, "100 GPa", material="1045")
    ratio = given.bending / cl.mechanics.tool_deflection(*BAR, material="1045").bending
    assert ratio.m == pytest.approx(2.1, rel=1e-12, abs=0)


def test_solving_takes_it_too() -> None:
    stickout = cl.mechanics.tool_deflection.solve_for(
        "stickout", material="1045", deflection="50 um", force="100 N", diameter="10 mm", shank_diameter="10 mm",
        flute_length="0 mm",
    )  # fmt: skip
    back = cl.mechanics.tool_deflection("100 N", "10 mm", "10 mm", stickout, "0 mm", material="1045")
    assert back.deflection.m == pytest.approx(50.0, rel=1e-9, abs=0)


def test_what_is_solved_for_is_not_filled_in() -> None:
    modulus = cl.mechanics.tool_deflection.solve_for(
        "youngs_modulus", material="1045", deflection="50 um", force="100 N", diameter="10 mm",
        shank_diameter="10 mm", stickout="40 mm", flute_length="0 mm",
    )  # fmt: skip
    assert modulus.to("GPa").m < 100  # a steel of 210 would bend 22 um


def test_the_working_says_which_figure_and_whose() -> None:
    with cl.working() as steps:
        cl.mechanics.tool_deflection(*BAR, material="1045")
    assert str(steps).startswith("youngs modulus 210.0 GPa of AISI 1045 carbon steel (S58)")


def test_an_estimate_or_a_class_value_warns() -> None:
    marked = next(
        material.name
        for material in cl.catalog.default().materials.values()
        if (figure := material.find("youngs_modulus")) is not None and figure.tier == "class"
    )
    with pytest.warns(EstimateWarning, match=r"^youngs_modulus: .* class value; give your own figure"):
        of_material(marked, ["youngs_modulus"], [])
    with pytest.warns(EstimateWarning) as caught:
        cl.mechanics.tool_deflection(*BAR, material=marked)
    assert {warning.filename for warning in caught} == {__file__}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        of_material("1045", ["youngs_modulus"], [])


def test_a_figure_that_is_missing_is_named() -> None:
    lacking = next(
        material for material in cl.catalog.default().materials.values() if material.find("yield_strength") is None
    )
    with pytest.raises(MissingFigureError, match=r"^yield_strength: the tables hold no yield strength of .*; give it"):
        of_material(lacking.name, ["yield_strength"], ["yield_strength"])
    assert of_material(lacking.name, ["yield_strength"], []) == {}


@pytest.mark.parametrize("given", [3, None, ["1045"]])
def test_no_name(given: object) -> None:
    with pytest.raises(InputError, match=r"^material: .* is no name of a material"):
        cl.mechanics.tool_deflection(*BAR, material=given)


def test_an_unknown_name_lists_those_like_it() -> None:
    with pytest.raises(UnknownNameError, match=r"^material: '1054' is in no table; names like it are"):
        cl.mechanics.tool_deflection(*BAR, material="1054")


def test_a_formula_that_asks_for_no_property_says_so() -> None:
    with pytest.raises(InputError, match=r"^spindle_speed, material: nothing that is left open"):
        cl.cutting.spindle_speed("100 m/min", "10 mm", material="1045")


def test_states_beams_and_stacks_take_it_too() -> None:
    state = cl.mechanics.StressState.plane("80 MPa", "-40 MPa", "25 MPa")
    steel = cl.catalog.material("1045")
    given = state.strain(steel.figure("youngs_modulus").quantity, steel.figure("poisson_ratio").quantity)
    named = state.strain(material="1045")
    assert named.close_to(given)
    assert named.stress(material="1045").close_to(state)
    bar = cl.mechanics.Segment.round("200 mm", "20 mm", material="1045")
    assert bar.youngs_modulus == steel.figure("youngs_modulus").quantity
    assert bar.density.m == pytest.approx(steel.figure("density").quantity.m, rel=1e-12, abs=0)
    flat = cl.mechanics.Segment.rectangular("200 mm", "20 mm", "10 mm", material="1045", youngs_modulus="200 GPa")
    assert flat.youngs_modulus.m == 200
    carbide = cl.dynamics.Material.of(material="carbide")
    modulus = cl.catalog.tool_material("carbide").figure("youngs_modulus").quantity
    assert carbide.youngs_modulus.m == pytest.approx(modulus.m, rel=1e-12, abs=0)
    with pytest.raises(InputError, match="is in no table"):
        cl.mechanics.Segment.round("200 mm", "20 mm", material="nothing")


def test_what_is_given_twice_or_too_much_is_told() -> None:
    with pytest.raises(InputError, match="multiple values for argument 'diameter'"):
        cl.mechanics.round_bar_mass("10 mm", "1 m", diameter="20 mm", material="1045")
    with pytest.raises(InputError, match="too many positional arguments"):
        cl.mechanics.round_bar_mass("10 mm", "1 m", "7.85 g/cm**3", "1 kg", material="1045")
    with pytest.raises(TypeError, match="multiple values for argument 'length'"):
        cl.mechanics.Segment.round("200 mm", "20 mm", length="300 mm", material="1045")

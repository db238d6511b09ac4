"""Formulas, tables and about under AppTest."""

from __future__ import annotations

import pytest

import chipload as cl
from chipload import cutting, dynamics, finish, mechanics  # noqa: F401 - they fill the registry
from chipload.app.formulas_page import _list_of as list_of


@pytest.mark.parametrize("name", ["milling", "formulas", "tables", "about"])
@pytest.mark.parametrize("system", ["metric", "inch"])
def test_page_runs(open_page, name, system):
    page = open_page(name, u=system)
    assert not page.exception
    assert all(one.value.startswith("**Limited by") for one in page.error)


def test_every_formula_is_listed_in_its_room(open_page):
    page = open_page("formulas")
    for room in ("cutting", "mechanics", "dynamics", "finish"):
        made_here = [made for name, made in cl.FORMULAS.items() if name.startswith(f"{room}.")]
        if not made_here:
            continue
        box = next(one for one in page.expander if one.label.startswith(room.capitalize()))
        assert box.label == f"{room.capitalize()}: {len(made_here)} formulas"
        listed = list_of(made_here).replace("\\", "")
        assert all(made.plain_equation in listed for made in made_here)


@pytest.mark.parametrize("name", list(cl.FORMULAS))
def test_calculator_gives_result_of_example(open_page, name):
    page = open_page("formulas")
    page.selectbox(key="w_formula").set_value(name).run()
    assert not page.exception
    assert not page.error
    made = cl.FORMULAS[name]
    found = made(**made.example)
    parts = [getattr(found, part) for part in made.results] if len(made.results) > 1 else [found]
    from chipload.units import show, to_kernel

    wanted = [show(kind, to_kernel(kind, part), "metric") for kind, part in zip(made.result_kinds, parts, strict=True)]
    assert [metric.value for metric in page.metric] == wanted
    assert made.equation.strip() in [one.value.strip("$\n ") for one in page.latex]
    captions = " ".join(one.value for one in page.caption).replace("\\", "")
    assert cl.catalog.source(made.source).title in captions


def test_calculator_says_what_is_wrong(open_page):
    page = open_page("formulas")
    page.text_input(key="w_spindle_speed-diameter").set_value("-3").run()
    assert page.error[0].value.replace("\\", "").startswith("Diameter D: '-3' cannot be")
    assert not page.metric
    page.text_input(key="w_spindle_speed-diameter").set_value("8").run()
    page.segmented_control(key="w_system").set_value("inch").run()
    assert page.text_input(key="w_spindle_speed-diameter").value == "0.314961"


def test_calculator_shows_what_has_no_limit(open_page):
    page = open_page("formulas")
    page.selectbox(key="w_formula").set_value("mechanics.sn_cycles").run()
    page.text_input(key="w_sn_cycles-stress_amplitude").set_value("200").run()
    assert [metric.value for metric in page.metric] == ["no limit"]


def test_calculator_offers_every_word_of_an_option(open_page):
    page = open_page("formulas")
    page.selectbox(key="w_formula").set_value("mechanics.surface_factor").run()
    before = page.metric[0].value
    page.selectbox(key="w_surface_factor-finish").set_value("as forged").run()
    assert float(page.metric[0].value) < float(before)


def test_calculator_reads_a_thermometer(open_page):
    page = open_page("formulas")
    page.selectbox(key="w_formula").set_value("mechanics.temperature_factor").run()
    metric = page.metric[0].value
    page.segmented_control(key="w_system").set_value("inch").run()
    assert page.text_input(key="w_temperature_factor-temperature").value == "572"
    assert page.metric[0].value == metric


def test_tables_are_searched(open_page):
    page = open_page("tables")
    page.text_input(key="w_search").set_value("3.3211 density").run()
    frame = page.dataframe[0].value
    assert set(frame["Name"]) == {"Aluminium 6061-T6"}
    assert set(frame["Figure"]) == {"density"}
    for table in ("Machines", "Tool materials", "Holders"):
        page.selectbox(key="w_table").set_value(table).run()
        page.text_input(key="w_search").set_value("").run()
        assert not page.exception
        assert len(page.dataframe[0].value) > 2

"""The milling page under AppTest: its digits, its units, its messages and its link."""

from __future__ import annotations

import json
import re
from dataclasses import astuple

import numpy as np
import pytest

import chipload as cl
from chipload.app import jobs, link
from chipload.app.entries import Entry, canonical, from_canonical, share_of_diameter, view
from chipload.app.fields import FIELDS
from chipload.planning import Economy
from chipload.planning.rendering import result_rows
from chipload.units import to_kernel

SYSTEMS = ("metric", "inch")


def script_job(**changed):
    given = {
        "material": "6061-T6",
        "tool": cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm", shank_diameter="10 mm"),
        "machine": "generic-vmc-40",
        "radial_depth": "2 mm",
        "axial_depth": "6 mm",
    }
    return cl.Milling(**{**given, **changed})


def shown(page):
    """Every value on the page, by label without its unit."""
    fields = {field.label.partition(" (")[0]: field.value for field in page.text_input}
    return fields | {metric.label: metric.value for metric in page.metric}


def errors(page):
    assert not page.exception, [one.value for one in page.exception]
    said = [re.sub(r"\\(.)", r"\1", one.value) for one in page.error]
    return [one for one in said if not one.startswith("**Limited by")]  # the verdict on a cut beyond a limit


def field(page, name):
    return page.text_input(key=f"w_{name}")


def switch(page, system):
    return page.segmented_control(key="w_system").set_value(system).run()


@pytest.mark.parametrize("system", SYSTEMS)
def test_page_shows_digits_of_printed_plan(open_page, system):
    page = open_page(u=system, vc="300 m/min", fz="0.05 mm/tooth", machine="haas-vf2")
    plan = cl.plan(script_job(cutting_speed="300 m/min", feed_per_tooth="0.05 mm", machine="haas-vf2"))
    rows = result_rows(plan, system)
    text = plan.describe(system)
    assert all(row.value in text for row in rows)
    metrics = [metric.value for metric in page.metric]
    values = {row.value for row in rows}
    assert len(metrics) == 12
    assert set(metrics) <= values
    page.session_state["open_numbers"] = True
    page.run()
    table = next(one.value for one in page.markdown if one.value.startswith("| Number"))
    for row in rows:
        assert f"| {row.value} |".replace("|", "") in table.replace("\\", "").replace("|", "")


def test_first_job_is_default_of_script(open_page):
    page = open_page()
    rows = {row.label: row.value for row in result_rows(cl.plan(script_job()))}
    values = shown(page)
    assert values["Spindle speed"] == rows["spindle speed"]
    assert values["Deflection of tip"] == rows["deflection of the tip"]
    assert not page.query_params


def test_fifty_switches_leave_everything(open_page):
    page = open_page()
    for name, text in (("d", "12,7"), ("ae", "1/8"), ("ap", "250 thou"), ("vc", "317.3")):
        field(page, name).set_value(text).run()
    before = shown(page)
    links = dict(page.query_params)
    for number in range(50):
        switch(page, SYSTEMS[(number + 1) % 2])
    assert shown(page) == before
    assert dict(page.query_params) == links


def test_edit_in_same_rerun_as_switch_is_kept(open_page):
    page = open_page()
    field(page, "ae").set_value("2")
    switch(page, "inch")
    assert field(page, "ae").value == "0.0787402"
    assert page.session_state["entries"]["ae"] == Entry("2", "metric")


def test_field_of_closed_part_is_not_read_in_other_units(open_page):
    page = open_page(max_defl="40 um")
    assert field(page, "max_defl").value == "40 um"
    field(page, "max_defl").set_value("35").run()
    page.session_state["open_shop"] = False
    page.run()
    for system in ("inch", "metric", "inch", "metric"):
        switch(page, system)
    assert page.session_state["entries"]["max_defl"] == Entry("35", "metric")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("12", "= 12.000 mm = 0.4724 in"),
        ("12,5", "= 12.500 mm = 0.4921 in"),
        ("1/4", "= 6.350 mm = 0.2500 in"),
        ("1-1/2 in", "= 38.100 mm = 1.5000 in"),
        ("#7", "= 5.105 mm = 0.2010 in"),
        ("F", "= 6.528 mm = 0.2570 in"),
        ("M6x1", "= 6.000 mm = 0.2362 in, the nominal diameter"),
        ("250 thou", "= 6.350 mm = 0.2500 in"),
        ('0.25"', "= 6.350 mm = 0.2500 in"),
    ],
)
def test_reading_stands_below_diameter(open_page, text, reading):
    page = open_page(d=text, ae="1 mm", ap="1 mm")
    assert field(page, "d").value == text
    assert reading in [one.value.replace("\\", "") for one in page.caption]
    assert not errors(page)


def test_share_of_diameter(open_page):
    page = open_page()
    field(page, "ae").set_value("20 %").run()
    field(page, "ap").set_value("0.6xD").run()
    rows = {row.label: row.value for row in result_rows(cl.plan(script_job()))}
    assert shown(page)["Removal rate"] == rows["material removal rate"]
    assert [share_of_diameter(text) for text in ("0,5xD", "2 D", "D", "3 mm")] == [0.5, 2, None, None]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"material": "unobtainium"}, "Material: 'unobtainium' is in no table"),
        ({"machine": "lathe-of-heaven"}, "Machine: 'lathe-of-heaven' is in no table"),
        ({"tool": "cheese"}, "Tool material: 'cheese' is in no table"),
        ({"holder": "string"}, "Holder: 'string' is in no table"),
        ({"flutes": "40 mm"}, "Flute length: flutes of 40.000 mm are longer than the stick-out"),
        ({"ae": "12 mm"}, "Radial depth ae: 12.000 mm is more than the diameter"),
        ({"ap": "30 mm"}, "Axial depth ap: 30.000 mm is not less than the stick-out"),
        ({"z": "0"}, "Number of teeth: '0' cannot be"),
        ({"z": "2.5"}, "Number of teeth: '2.5' cannot be"),
        ({"d": "-3"}, "Diameter: '-3' cannot be"),
        ({"d": "nan"}, "Diameter: 'nan' does not start with a number"),
        ({"d": "inf"}, "Diameter: 'inf' does not start with a number"),
        ({"d": "1e999"}, "Diameter: inf is "),
        ({"d": "5 kW"}, "Diameter: '5 kW' is not a diameter"),
        ({"d": "none"}, "Diameter: nothing was given"),
        ({"d": "1,234"}, "Diameter: '1,234' can mean 1234 or 1.234"),
        ({"ae": "0 %"}, "Radial depth ae: "),
        ({"vc": "5 mm"}, "Cutting speed: '5 mm' is not a cutting speed"),
        ({"vc": "100 m/min", "n": "3000 rpm"}, "Cutting speed: it and the spindle speed set the same thing"),
        ({"style": "slot"}, "Kind of cut: a slot is as wide as the tool"),
        ({"style": "sideways"}, "Kind of cut: 'sideways' is not one of"),
        ({"shape": "bull"}, "Corner radius: a bull nose has one"),
        ({"shape": "face"}, "Entering angle: a face mill has one"),
        ({"neck_d": "8 mm"}, "Neck length: a neck needs both"),
        ({"shape": "teapot"}, "Shape: 'teapot' is not one of"),
    ],
)
def test_bad_input_is_said_and_hides_results(open_page, parameters, sentence):
    page = open_page(**parameters)
    said = errors(page)
    assert any(one.startswith(sentence) for one in said), said
    assert all("\n" not in one and one.endswith((".", '"."', "?")) for one in said), said
    assert not page.metric
    assert not [one for one in page.markdown if "rpm" in one.value]


def test_results_come_back_when_mended(open_page):
    page = open_page(ae="12 mm")
    assert errors(page)
    field(page, "ae").set_value("5").run()
    assert not errors(page)
    assert len(page.metric) == 12


def test_typing_one_speed_empties_the_other(open_page):
    page = open_page(vc="100 m/min")
    field(page, "n").set_value("4000").run()
    assert field(page, "vc").value == ""
    assert field(page, "vc").placeholder == "comes to 125.7 m/min"
    assert shown(page)["Cutting speed"] == "125.7 m/min"


def test_empty_speed_shows_recommended(open_page):
    page = open_page()
    rows = {row.name: row.value for row in result_rows(cl.plan(script_job()))}
    assert field(page, "n").placeholder == f"recommended {rows['spindle_speed']}"
    assert field(page, "fz").placeholder == f"recommended {rows['feed_per_tooth']}"


@pytest.mark.parametrize("alias", ["3.3211", "AlMg1SiCu", "6061"])
def test_any_usual_name_finds_material(open_page, alias):
    page = open_page(material=alias)
    assert page.selectbox(key="w_material").value == "6061-t6"
    offered = page.selectbox(key="w_material").options
    assert any(alias in option for option in offered)


@pytest.mark.parametrize("shape", ["square", "bull", "ball", "face"])
@pytest.mark.parametrize("direction", ["down", "up"])
def test_every_shape_draws(open_page, shape, direction):
    page = open_page(shape=shape, direction=direction, corner="1 mm", entering="45 deg", tool="coated carbide")
    if shape == "bull":
        page = open_page(shape=shape, direction=direction, corner="1 mm", tool="coated carbide")
    assert not errors(page)
    assert len(page.metric) == 12
    assert sum("data:image/svg" in str(one.proto.body) for one in page.get("html")) == 2


def test_working_names_equation_and_source(open_page):
    page = open_page()
    page.session_state["open_working"] = True
    page.run()
    text = next(one.value for one in page.markdown if one.value.startswith("**1"))
    assert "\\frac{v_c}{\\pi D}" in text
    assert text.count("Source: ") >= 15
    assert cl.catalog.source("kops1990").title in text.replace("\\", "")


def test_unknown_part_of_link_is_said(open_page):
    page = open_page(colour="red", d="9" * 200)
    assert not errors(page)
    assert len(page.info) == 2
    assert field(page, "d").value == "10"


def test_markup_in_a_link_stays_text(open_page):
    page = open_page(material="[x](http://example.com) **b** $a$")
    assert "\\[x\\]" in page.error[0].value
    assert "\\*\\*b\\*\\*" in page.error[0].value


def test_corrupt_own_table_is_shown(open_page, tmp_path, monkeypatch):
    cl.catalog.default.cache_clear()
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "material_figures.csv").write_text(
        "subject,property,value,low,high,unit,tier,source,note\n6061-t6,density,heavy,,,kg/m^3,measured,,\n"
    )
    monkeypatch.setenv("CHIPLOAD_DATA", str(folder))
    page = open_page()
    said = [one.value.replace("\\", "") for one in page.warning]
    assert any("material_figures.csv, line 2" in one for one in said), said
    assert not errors(page)


JOBS = [
    {},
    {"cutting_speed": "400 sfm", "feed_rate": "33.25 in/min", "machine": None, "holder": "er-collet",
     "direction": "up"},
    {
        "tool": {
            "diameter": "1/2", "teeth": 3, "stickout": "2 in", "flute_length": "1 in", "material": "coated carbide",
            "corner_radius": "0.03 in", "neck_diameter": "0.48 in", "neck_length": "0.25 in", "rake_angle": "12 deg",
            "edge_radius": "8 um", "youngs_modulus": "580 GPa", "core_fraction": 0.78,
        },
        "style": "side", "wear_factor": 1.3, "radial_force_ratio": 0.4, "holder_stiffness": "21.5 N/um",
        "holder_rotational_stiffness": "18 kN*m/rad", "spindle_speed": "3217 rpm",
        "limits": {"deflection": "1 thou", "tool_stress_share": 0.2, "power_share": 0.9, "min_chip_share": 0.5},
    },
    {"tool": {"diameter": "10 mm", "teeth": 2, "stickout": "45 mm", "flute_length": "20 mm", "corner_radius": "5 mm"},
     "radial_depth": "0.3 mm", "axial_depth": "0.5 mm"},
    {"tool": {"diameter": "50 mm", "teeth": 5, "stickout": "60 mm", "flute_length": "12 mm", "entering_angle": "45 deg",
              "material": "coated carbide"},
     "radial_depth": "35 mm", "axial_depth": "2 mm", "style": "face", "offset": "-4 mm"},
    {"tool": {"diameter": "50 mm", "teeth": 5, "stickout": "60 mm", "flute_length": "12 mm", "entering_angle": "45 deg",
              "material": "coated carbide"},
     "radial_depth": "35 mm", "axial_depth": "2 mm"},
]  # fmt: skip


def same_numbers(plan, wanted):
    np.testing.assert_array_equal(astuple(plan.outcome), astuple(wanted.outcome))  # NaN is equal to NaN here


@pytest.mark.parametrize("changed", JOBS)
def test_job_survives_page_and_link(open_page, changed):
    job = script_job(**changed)
    inputs = jobs.from_job(cl.Milling.model_validate_json(job.model_dump_json()))
    found = jobs.solve(inputs)
    assert found.plan is not None, found.problems
    wanted = cl.plan(job)
    same_numbers(found.plan, wanted)
    assert found.plan.limits == wanted.limits
    for system in SYSTEMS:
        again, same_system, notes = link.read(link.write(inputs, system))
        assert (same_system, notes) == (system, ())
        same_numbers(jobs.solve(again).plan, wanted)
    page = open_page(**link.write(inputs, "inch"))
    assert not errors(page)
    rows = {row.value for row in result_rows(wanted, "inch")}
    assert {metric.value for metric in page.metric} <= rows


def test_every_field_of_a_job_has_an_input():
    inside = {"tool": cl.EndMill, "limits": cl.Limits, "economy": Economy}

    def paths(model, start=()):
        for name in model.model_fields:
            if name in inside:
                yield from paths(inside[name], (name,))
            elif name != "operation":
                yield (*start, name)

    from chipload.app.fields import NAMED

    assert set(paths(cl.Milling)) == {one.path for one in NAMED if one.path}


@pytest.mark.parametrize("name", list(FIELDS))
def test_canonical_text_reads_back_to_same_float(name):
    kind = FIELDS[name].kind
    for system in SYSTEMS:
        entry = Entry("7" if kind.whole else "0.3", system)
        text = canonical(entry, kind)
        assert to_kernel(kind, text, "it") == to_kernel(kind, entry.text, "it", system=system)
        assert from_canonical(text, kind, system) == entry
        other = view(entry, kind, SYSTEMS[1 - SYSTEMS.index(system)])
        assert float(other) > 0


def test_opened_file_is_the_job(open_page):
    page = open_page()
    data = script_job(**JOBS[2]).model_dump_json().encode()
    page.file_uploader(key="w_job_file").set_value(("job.json", data, "application/json")).run()
    assert not errors(page)
    assert field(page, "n").value == "3217"
    assert field(page, "wear").value == "1.3"


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", json.dumps({"material": "6061"}).encode()])
def test_file_that_is_no_job_changes_nothing(open_page, data):
    page = open_page()
    before = shown(page)
    page.file_uploader(key="w_job_file").set_value(("job.json", data, "application/json")).run()
    assert errors(page)
    assert all(one.startswith("The file is no job: ") for one in errors(page))
    assert shown(page) == before


def test_problems_speak_the_units_of_the_page(open_page):
    page = open_page(u="inch", ae="15 mm")
    (said,) = errors(page)
    assert said.startswith("Radial depth ae: 0.5906 in is more than the diameter of 0.3937 in")

"""`chipload materials`, `tools`, `machines` and `catalog`: what the tables hold, with sources."""

import pytest

import chipload as cl

TABLES = cl.catalog.default()


def test_materials_by_name_group_and_range(run):
    ran = run("materials", "en", "aw", "6061")
    assert ran.status == 0
    assert "Aluminium 6061-T6" in ran.out
    assert "7075-t6" in run("materials", "--group", "N", "--range", "tensile_strength=500 MPa..").out
    assert "gjl" in run("materials", "--range", "hardness_brinell=150..260", "--group", "K").out
    assert len(run("materials", "list", "--json").json) == len(TABLES.materials)
    assert run("materials", "unobtainium").status == 1


def test_a_material_with_its_sources(run):
    ran = run("materials", "show", "AISI 1045")
    assert ran.status == 0
    material = cl.catalog.material("1045")
    assert all(key in ran.out for figure in material.figures for key in figure.source)
    assert "kc1.1" in ran.out
    told = run("materials", "show", "1045", "--json").json
    assert {one["property"] for one in told["figures"]} == {one.prop for one in material.figures}
    assert set(told["sources"]) == {key for one in material.figures for key in one.source}
    assert run("materials", "show", "1045", "--inch").out != ran.out


def test_materials_side_by_side(run):
    ran = run("materials", "compare", "6061", "304")
    assert ran.status == 0
    assert "2350 MPa" in ran.out
    assert run("materials", "compare", "6061", "304", "--json").json["kc1.1"]["304"] == "2350 MPa"


@pytest.mark.parametrize("text", ["tensile_strength", "tensile_strength=3", "smell=1..2", "density=1 kg..2 kg"])
def test_a_bad_range_is_a_sentence(run, text):
    assert run("materials", "--range", text).is_refused()


def test_tools_by_series_and_diameter(run):
    ran = run("tools", "list", "din-338", "--diameter", "6 mm")
    assert ran.status == 0
    assert "57.000 mm" in ran.out
    assert len(run("tools", "list", "--json").json) == len(TABLES.tools)
    assert run("tools", "list", "unobtainium").status == 1


def test_a_tool_with_its_sources(run):
    ran = run("tools", "show", "DIN 338", "6 mm")
    assert ran.status == 0
    assert "tool-lists: " in ran.out
    shown = run("tools", "show", "din-338", "6 mm", "--json").json
    assert [one["flute_length_mm"] for one in shown] == [57]
    assert "2.2441 in" in run("tools", "show", "din-338", "6 mm", "--inch").out


def test_machines_by_name_and_one_with_its_sources(run):
    ran = run("machines", "vf2")
    assert (ran.status, "Haas VF-2" in ran.out) == (0, True)
    assert len(run("machines", "--json").json) == len(TABLES.machines)
    assert run("machines", "unobtainium").status == 1
    shown = run("machines", "show", "haas-vf2")
    assert shown.status == 0
    assert "122.000 N·m up to 1753 rpm" in shown.out
    assert "chipload-estimate: " in shown.out
    told = run("machines", "show", "haas-vf2", "--json").json
    assert max(told["curves"][1]["torque_nm"]) == 122


@pytest.mark.parametrize("name", TABLES.machines)
def test_every_machine_is_shown(run, name):
    assert run("machines", "show", name).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["materials", "show", "unobtainium"], "unobtainium"),
        (["materials", "compare", "304", "unobtainium"], "unobtainium"),
        (["materials", "--smell", "3"], "--smell"),
        (["machines", "show", "unobtainium"], "unobtainium"),
        (["machines", "show"], "name"),
        (["tools"], "ACTION"),
        (["tools", "list", "--diameter", "6"], "diameter"),
        (["tools", "show", "unobtainium"], "is in no table"),
        (["tools", "show", "din-338", "6.01 mm"], "has none of 6.01 mm"),
        (["catalog", "--smell"], "--smell"),
        (["catalog", "--template", "/dev/null/own"], "/dev/null/own cannot be used"),
    ],
)
def test_what_is_not_there_is_a_sentence(run, words, said):
    ran = run(*words)
    assert ran.is_refused(), ran.err
    assert said in ran.err


def test_the_catalog_tells_shares_and_gaps(run):
    ran = run("catalog")
    assert ran.status == 0
    assert "kc1.1 of their own" in ran.out
    assert "(100%)" in ran.out
    assert "1018: no " in run("catalog", "--gaps").out
    assert any(one.startswith("1018: no ") for one in run("catalog", "--gaps", "--json").json)
    assert sum(run("catalog", "--json").json["materials"].values()) == len(TABLES.materials)


def test_a_template_and_what_is_wrong_with_it(run, tmp_path):
    ran = run("catalog", "--template", tmp_path / "own", "--of", "6061")
    assert (ran.status, "tables in" in ran.out) == (0, True)
    again = run("catalog", "--template", tmp_path / "own")
    assert again.is_refused()
    assert "already" in again.err


def test_bad_rows_are_status_1(run, tmp_path, monkeypatch):
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path))
    cl.catalog.default.cache_clear()
    try:
        assert run("catalog", "--problems").status == 0
        (tmp_path / "materials.csv").write_text("name\nstrange\n", encoding="utf-8")
        cl.catalog.default.cache_clear()
        ran = run("catalog", "--problems")
        assert (ran.status, "materials.csv" in ran.out) == (1, True)
    finally:
        cl.catalog.default.cache_clear()

"""The shop's own tables: theirs win, and a bad row costs only itself."""

import pytest

from chipload import catalog
from chipload.catalog.loading import COLUMNS

HEADER = {file: ",".join(columns) for file, columns in COLUMNS.items()}
FIGURES = HEADER["material_figures.csv"]
SOURCES = HEADER["sources.csv"] + "\nshop,Our own tests,The shop,2026,,measurement,A\n"


@pytest.fixture
def load(tmp_path):
    def load_tables(**tables):
        (tmp_path / "sources.csv").write_text(SOURCES, encoding="utf-8")
        for name, text in tables.items():
            (tmp_path / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        return catalog.Catalog(tmp_path)

    return load_tables


def reasons(tables):
    return [str(problem) for problem in tables.problems]


def test_own_figures_win(load):
    tables = load(kienzle=HEADER["kienzle.csv"] + "\n6061-t6,milling,690,MPa,0.23,,,,measured,shop,dynamometer\n")
    assert reasons(tables) == []
    assert tables.material("6061").kienzle[0].kc11 == 690e6
    assert tables.material("6061").kienzle[0].tier == "measured"


def test_an_own_material_and_machine(load):
    tables = load(
        materials=HEADER["materials.csv"] + "\nshopium,Shopium 9,N,vdi-22,cast,house alloy,\n",
        aliases=HEADER["aliases.csv"] + "\nS9,shopium,common\n",
        material_figures=FIGURES + "\nshopium,density,2.9,,,g/cm**3,measured,shop,\n",
        machines=HEADER["machines.csv"] + "\nold-faithful,Old Faithful,,knee mill,R8,\n",
        machine_figures=FIGURES + "\nold-faithful,spindle_speed_max,2720,,,rpm,maker,shop,\n",
    )
    assert reasons(tables) == []
    assert tables.material("s9").figure("density").value == pytest.approx(2900)
    assert tables.machine("Old Faithful").figure("spindle_speed_max").value == pytest.approx(2720 / 60)


def test_a_table_saved_by_a_spreadsheet(load):
    text = FIGURES.replace(",", ";") + "\r\n6061-t6;density;2,71;;;g/cm**3;measured;shop;\r\n"
    tables = load(material_figures=b"\xef\xbb\xbf" + text.encode())
    assert reasons(tables) == []
    assert tables.material("6061").figure("density").value == pytest.approx(2710)


BAD_ROWS = [
    ("6061-t6,density,heavy,,,g/cm**3,measured,shop,", "'heavy' is not a number"),
    ("6061-t6,density,2.7,,,furlong,measured,shop,", "unit 'furlong'|is not a density"),
    ("6061-t6,density,2.7,,,mm,measured,shop,", "is not a density"),
    ("6061-t6,density,-2.7,,,g/cm**3,measured,shop,", "greater than zero"),
    ("6061-t6,density,2.7,2.8,2.9,g/cm**3,measured,shop,", "between low"),
    ("6061-t6,density,2.7,,,g/cm**3,guessed,shop,", "tier 'guessed' is not one of"),
    ("6061-t6,density,2.7,,,g/cm**3,measured,nobody,", "source 'nobody' is not in sources.csv"),
    ("6061-t6,density,2.7,,,g/cm**3,measured,,", "'source' is empty"),
    ("kryptonite,density,2.7,,,g/cm**3,measured,shop,", "'kryptonite' is not a name"),
    ("6061-t6,smell,2.7,,,g/cm**3,measured,shop,", "'smell' is not a property"),
    ("6061-t6,hardness_brinell,95,,,HRC,measured,shop,", "scale HB"),
    ("6061-t6,density", "as many cells"),
    ('6061-t6,density,2.7,,,g/cm**3,measured,shop,"=HYPERLINK(1)"', "'note' begins like a formula"),
    ("6061-t6,density,=1+1,,,g/cm**3,measured,shop,", "'value' begins like a formula"),
]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS)
def test_a_bad_row_is_reported_and_the_rest_loads(load, row, reason):
    import re

    good = "6061-t6,density,2.71,,,g/cm**3,measured,shop,"
    tables = load(material_figures="\n".join([FIGURES, row, good, ""]))
    assert len(tables.problems) == 1
    problem = tables.problems[0]
    assert problem.file == "material_figures.csv"
    assert problem.line == 2
    assert re.search(reason, problem.reason), problem.reason
    assert tables.material("6061").figure("density").value == pytest.approx(2710)
    assert len(tables.materials) >= 40


def test_a_missing_column_is_named(load):
    tables = load(material_figures="subject,property,value\n6061-t6,density,2.7\n")
    assert len(tables.problems) == 1
    assert "unit" in tables.problems[0].reason
    assert tables.material("6061").figure("density").value == pytest.approx(2700)


@pytest.mark.parametrize("junk", [b"\xff\xfe\x00\x01\x02", b"", b"\x00" * 64, b'"open quote\nand so on'])
def test_a_corrupt_table_leaves_the_shipped_ones(load, junk):
    tables = load(material_figures=junk)
    assert tables.problems
    assert tables.problems[0].file == "material_figures.csv"
    assert tables.material("6061").figure("density").value == pytest.approx(2700)


def test_an_oversized_table_is_refused_unread(load):
    tables = load(material_figures=FIGURES.encode() + b"\n" + b"x" * (51 * 1024 * 1024))
    assert "larger than" in tables.problems[0].reason


def test_a_name_twice_in_one_table_is_reported(load):
    row = "\nshopium,Shopium,N,vdi-22,cast,house alloy,"
    tables = load(materials=HEADER["materials.csv"] + row + row + "\n")
    assert any("'shopium' is in the table twice" in reason for reason in reasons(tables))


def test_a_curve_that_goes_back_is_reported(load):
    head = HEADER["machine_curves.csv"]
    tables = load(
        machine_curves=f"{head}\nhaas-vf2,continuous,single,100,50,measured,shop,\nhaas-vf2,continuous,single,90,50,measured,shop,\n"
    )
    assert any("rising speed" in reason for reason in reasons(tables))


def test_the_folder_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path))
    assert catalog.user_folder() == tmp_path
    monkeypatch.delenv("CHIPLOAD_DATA")
    assert catalog.user_folder().name == "chipload"

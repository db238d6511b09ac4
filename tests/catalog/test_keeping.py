"""Templates, checked uploads and kept tables: nothing of the user's is ever lost."""

import csv

import pytest

from chipload import catalog
from chipload.catalog.loading import COLUMNS
from chipload.catalog.own import check_table, export_template, keep_table
from chipload.errors import InputError, TableError, UnknownNameError

FIGURES = ",".join(COLUMNS["material_figures.csv"])
SOURCE = ",".join(COLUMNS["sources.csv"]) + "\nshop,Our own tests,The shop,2026,,measurement,A\n"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CHIPLOAD_DATA", str(tmp_path / "own"))
    return tmp_path / "own"


def test_an_empty_template_has_every_table_and_loads(tmp_path):
    written = export_template(tmp_path / "new")
    assert {path.name for path in written} == set(COLUMNS)
    for path in written:
        with path.open(encoding="utf-8", newline="") as text:
            assert tuple(next(csv.reader(text))) == COLUMNS[path.name]
    assert catalog.Catalog(tmp_path / "new").problems == ()


def test_a_template_of_a_material_changes_nothing_until_it_is_edited(tmp_path):
    export_template(tmp_path / "new", ["6061-T6", "haas-vf2"])
    before, after = catalog.Catalog(), catalog.Catalog(tmp_path / "new")
    assert after.problems == ()
    assert after.material("6061").figure("density") == before.material("6061").figure("density")
    assert after.material("6061").aliases == before.material("6061").aliases
    assert after.machine("haas-vf2").torque(30.0) == before.machine("haas-vf2").torque(30.0)
    table = tmp_path / "new" / "material_figures.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("density,2700", "density,2701"), encoding="utf-8")
    assert catalog.Catalog(tmp_path / "new").material("6061").figure("density").value == 2701


def test_a_template_never_overwrites(tmp_path):
    export_template(tmp_path)
    with pytest.raises(InputError, match=r"holds sources.csv and \d+ more tables already"):
        export_template(tmp_path)
    with pytest.raises(UnknownNameError):
        export_template(tmp_path / "other", ["unobtainium"])


def test_an_upload_is_counted_and_its_bad_rows_told(own_folder):
    own_folder.mkdir()
    (own_folder / "sources.csv").write_text(SOURCE, encoding="utf-8")
    good, bad = "6061-t6,density,2.71,,,g/cm**3,measured,shop,", "6061-t6,density,heavy,,,g/cm**3,measured,shop,"
    rows, problems = check_table("material_figures.csv", "\n".join([FIGURES, good, bad, ""]).encode())
    assert rows == 1
    assert [problem.line for problem in problems] == [3]
    assert list(own_folder.iterdir()) == [own_folder / "sources.csv"]  # a check keeps nothing


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"x" * (51 * 1024 * 1024)])
def test_a_useless_upload_has_no_rows(content):
    rows, problems = check_table("material_figures.csv", content)
    assert rows == 0
    assert problems


def test_a_file_that_is_no_table_is_refused():
    for call in (check_table, keep_table):
        with pytest.raises(InputError, match="file: 'passwd' is no table; a table has one of the names"):
            call("passwd", b"")
    with pytest.raises(InputError, match="is no table"):
        keep_table("../sources.csv", b"")


def test_a_kept_table_counts_and_the_one_before_stays(own_folder):
    first, second = FIGURES.encode() + b"\n", FIGURES.encode() + b"\n# second\n"
    assert keep_table("material_figures.csv", first) == own_folder / "material_figures.csv"
    keep_table("material_figures.csv", second)
    keep_table("material_figures.csv", first)
    assert (own_folder / "material_figures.csv").read_bytes() == first
    assert (own_folder / "material_figures.before-1").read_bytes() == first
    assert (own_folder / "material_figures.before-2").read_bytes() == second


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(TableError, match="cannot be kept in"):
        keep_table("sources.csv", b"", tmp_path / "file" / "below")

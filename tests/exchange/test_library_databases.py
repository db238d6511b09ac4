"""Tool tables of CAMotics and databases of Vectric, made here by hand; read only."""

import json
import sqlite3

import pytest

from chipload.exchange import LibraryError, read_library, write_library

CAMOTICS = {
    "1": {"units": "metric", "shape": "Cylindrical", "length": 10, "diameter": 3, "description": "mill"},
    "2": {"units": "imperial", "shape": "Ballnose", "length": 0.5, "diameter": 0.25, "description": ""},
    "02": {"units": "metric", "shape": "Spoon", "length": None, "diameter": "3,5", "more": 1},
    "4": {"units": "cubits", "shape": "Conical", "length": 1, "diameter": 1},
    "5": "nothing",
}


def test_a_tool_table_of_camotics(tmp_path):
    library = read_library(json.dumps(CAMOTICS).encode())
    mill, ball, spoon, cone, nothing = library.items
    assert (mill.number, mill.name, mill.kind) == (1, "mill", "flat end mill")
    assert mill.si("flute_length") == pytest.approx(0.010, rel=1e-12)
    assert ball.si("diameter") == pytest.approx(6.35e-3, rel=1e-12)
    assert spoon.si("diameter") == pytest.approx(3.5e-3, rel=1e-12)
    assert spoon.extra["camotics"]["more"] == 1
    assert cone.size("diameter") is None
    assert nothing.extra["camotics"]["raw"] == "nothing"
    fields = [one.field for one in library.problems]
    assert {"shape", "units", "tool", "number"} <= set(fields)
    with pytest.raises(LibraryError, match="only read"):
        write_library(library, tmp_path / "out.ctbl")


def test_a_number_that_is_no_number():
    assert read_library(b'{"x": {"units": "metric"}}', format="camotics").problems[0].field == "number"
    with pytest.raises(LibraryError):
        read_library(b"[]", format="camotics")


SCHEMA = """
CREATE TABLE tool_geometry (id TEXT PRIMARY KEY, name_format TEXT, notes TEXT, tool_type INTEGER, units INTEGER,
  diameter REAL, included_angle REAL, flat_diameter REAL, num_flutes INTEGER, flute_length REAL, thread_pitch REAL,
  tip_radius REAL, picture BLOB);
CREATE TABLE tool_cutting_data (id TEXT PRIMARY KEY, rate_units INTEGER, feed_rate REAL, plunge_rate REAL,
  spindle_speed INTEGER, spindle_dir INTEGER, stepdown REAL, stepover REAL, length_units INTEGER, tool_number INTEGER,
  notes TEXT);
CREATE TABLE tool_entity (id TEXT, material_id TEXT, machine_id TEXT, tool_geometry_id TEXT, tool_cutting_data_id TEXT);
CREATE TABLE material (id TEXT, name TEXT);
INSERT INTO material VALUES ('m', 'oak');
INSERT INTO tool_geometry VALUES ('a', 'end mill', 'note', 1, 0, 6.0, NULL, NULL, 2, 20.0, NULL, NULL, x'0001');
INSERT INTO tool_geometry VALUES ('b', 'ball', NULL, 0, 1, 0.25, NULL, NULL, 2, 1.0, NULL, NULL, NULL);
INSERT INTO tool_geometry VALUES ('c', NULL, 5, 77, 9, '3,5', NULL, NULL, 'x', 9e999, NULL, NULL, NULL);
INSERT INTO tool_cutting_data VALUES ('k', 1, 30.0, 10.0, 18000, 0, 3.0, 2.4, 0, 7, NULL);
INSERT INTO tool_entity VALUES ('e', 'm', 'x', 'a', 'k');
INSERT INTO tool_entity VALUES ('f', NULL, 'x', 'b', 'gone');
"""


def database(statements, tmp_path, journal="delete"):
    path = tmp_path / "tools.vtdb"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.executescript(statements)
    connection.close()
    return path


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_database_of_vectric(journal, tmp_path):
    path = database(SCHEMA, tmp_path, journal)
    before = path.read_bytes()
    library = read_library(path)
    assert library.format == "vectric"
    mill, ball, odd = library.items
    assert (mill.number, mill.name, mill.note, mill.kind) == (7, "end mill", "note", "flat end mill")
    assert mill.si("diameter") == pytest.approx(6e-3, rel=1e-12)
    (preset,) = mill.presets
    assert (preset.material, preset.spindle_speed.m, preset.axial_depth.m) == ("oak", 18000.0, 3.0)
    assert preset.feed_rate is None  # the unit is a code that is not published
    assert preset.extra["vectric"]["feed_rate"] == 30.0
    assert ball.si("diameter") == pytest.approx(6.35e-3, rel=1e-12)
    assert (odd.kind, odd.size("diameter")) == ("other", None)
    assert {"rate_units", "tool_type", "units"} <= {one.field for one in library.problems}
    assert path.read_bytes() == before
    write_library(library, tmp_path / "own.json")
    assert read_library(tmp_path / "own.json").items == library.items


ENDLESS = """
CREATE VIEW tool_cutting_data AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id FROM n;
CREATE TABLE tool_entity (id TEXT);
CREATE TABLE tool_geometry (id TEXT);
"""
HUGE = """
CREATE TABLE tool_cutting_data (id TEXT);
CREATE TABLE tool_geometry (id TEXT);
CREATE TABLE tool_entity (id TEXT, x TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000))));
WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 1000) INSERT INTO tool_entity (id)
  SELECT id FROM n;
"""


@pytest.mark.parametrize(
    ("statements", "said"),
    [("CREATE TABLE other (id)", "no table"), (ENDLESS, "no table"), (HUGE, "too large"),
     (HUGE.replace("1000000", "20000000").replace("LIMIT 1000", "LIMIT 1"), "cannot be read")],
)  # fmt: skip
def test_a_database_that_is_not_read(statements, said, tmp_path):
    with pytest.raises(LibraryError, match=said):
        read_library(database(statements, tmp_path))


def test_a_damaged_database(tmp_path):
    content = database(SCHEMA, tmp_path).read_bytes()
    for cut in (100, 1000, 5000):
        with pytest.raises(LibraryError):
            read_library(content[:cut])

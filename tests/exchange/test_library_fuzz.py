"""Random bytes, texts, JSON and damaged libraries in every reader: a library or `LibraryError`, and nothing else."""

import copy
import json
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chipload.exchange import LibraryError, formats, read_library, read_material_card, write_library
from chipload.exchange.guards import pack
from chipload.exchange.own_json import write

FORMATS = st.none() | st.sampled_from(formats())
UNITS = st.sampled_from([None, "mm", "inch"])
NUMBERS = st.floats() | st.integers() | st.sampled_from(["1,5", "1.5 mm", "-1", "1e999", "true", "", "  ", "0", "1/2"])
SCALARS = st.none() | st.booleans() | NUMBERS | st.text(max_size=12)
NAMES = st.sampled_from([
    "data", "version", "items", "chipload_library", "tools", "parameter", "attribute", "type", "unit", "units", "kind",
    "geometry", "post-process", "start-values", "presets", "number", "DC", "NOF", "LCF", "shape", "shape-type", "nr",
    "path", "Diameter", "Flutes", "Chipload", "tool", "sizes", "extra", "diameter", "teeth", "stickout", "1", "name",
    "material", "fusion", "own", "own-csv", "raw", "cells", "surplus", "self", "BMC", "description", "n", "v_c", "f_z",
])  # fmt: skip
WORDS = st.sampled_from([
    "flat end mill", "drill", "tap", "ball end mill", "face mill", "millimeters", "inches", "metric", "imperial",
    "Cylindrical", "EndMill", "Drill", "Tap", "endmill.fcstd", "carbide", "hss", "M6x1", "spiral point", "5 mm",
])  # fmt: skip
JSON = st.recursive(
    SCALARS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=8),
    max_leaves=25,
)
SHELLS = st.sampled_from([
    lambda inner: {"data": [inner], "version": 36}, lambda inner: {"data": inner}, lambda inner: {"1": inner},
    lambda inner: {"chipload_library": 1, "items": [inner]},
    lambda inner: {"parameter": inner, "shape": "endmill.fcstd"},
    lambda inner: {"tools": [inner]}, lambda inner: inner,
    lambda inner: {"data": [{"type": "flat end mill", "unit": "inches", "geometry": inner, "post-process": inner}]},
    lambda inner: {"data": [{"type": "drill", "unit": "millimeters", "start-values": {"presets": [inner]}}]},
    lambda inner: {"chipload_library": 1, "items": [{"kind": "flat end mill", "tool": inner, "sizes": inner,
                                                     "extra": inner, "presets": [inner]}]},
])  # fmt: skip
HEADERS = st.sampled_from([
    "kind,number,name,diameter [mm],teeth,stickout [in],flute length [mm],more,preset,feed rate [m/min],preset more",
    "number,vendor,model,name,type,diameter,flutelength,numflutes,stickout,metric,feedrate,rpm,material",
    "Number,Comment,Tool_type_id,Tool_material_id,Coating_id,Diameter,Diameter_m,Flute_N,Flute_Len,Stickout,Doc",
])  # fmt: skip
CELLS = st.sampled_from(["flat end mill", "tap", "end", "SolidEndMill", "1", "0", "true", "-1", '{"tool": {"x": 1}}',
                         '{"extra": {"own-csv": {"cells": 5}}}', "[[", '"', "\n"]) | NUMBERS.map(str)  # fmt: skip
LETTERS = st.sampled_from("TPXZDIJQABt p;+-.0159\n\r\t ")


def survives(content, format=None, units=None):
    """Whatever was read is written in every format, and that is read again."""
    try:
        library = read_library(content, format, units)
    except LibraryError:
        return
    assert all(one.reason for one in library.problems)
    assert all(str(one) and item.describe() for item in library for one in library.problems[:3])
    with TemporaryDirectory() as folder:
        for target, ending in (("own", ".json"), ("own-csv", ".csv"), ("fusion", ".json"), ("linuxcnc", ".tbl"),
                               ("freecad", ".fctl"), ("carbide", ".csv")):  # fmt: skip
            path = Path(folder) / target / f"a{ending}"
            path.parent.mkdir()
            try:
                write_library(library, path, target)
                again = read_library(path, target, "mm")
            except LibraryError:
                continue
            if target == "own":
                told = [[(item.kind, item.number, item.name, item.tool, item.sizes) for item in one]
                        for one in (again, library)]  # fmt: skip
                assert told[0] == told[1]


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=300), format=FORMATS, units=UNITS)
def test_random_bytes(content, format, units):
    survives(content, format, units)


@settings(max_examples=50, deadline=None)
@given(
    content=st.binary(max_size=200), magic=st.sampled_from([b"PK\x03\x04", b"SQLite format 3\x00", b"\xff\xfe", b"{"])
)
def test_random_bytes_behind_a_known_beginning(content, magic):
    survives(magic + content)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=200), format=FORMATS, units=UNITS)
def test_random_text(text, format, units):
    survives(text.encode("utf-8", "surrogatepass"), format, units)


@settings(max_examples=400, deadline=None)
@given(inner=JSON, shell=SHELLS, format=FORMATS)
def test_random_json(inner, shell, format):
    survives(json.dumps(shell(inner)).encode(), format)


@settings(max_examples=40, deadline=None)
@given(inner=JSON, shell=SHELLS)
def test_random_json_in_an_archive(inner, shell):
    survives(pack("tools.json", json.dumps(shell(inner)).encode()))


@settings(max_examples=200, deadline=None)
@given(header=HEADERS, rows=st.lists(st.lists(CELLS, max_size=13), max_size=5), separator=st.sampled_from(",;\t"),
       units=UNITS)  # fmt: skip
def test_random_tables(header, rows, separator, units):
    lines = [header.replace(",", separator), *(separator.join(row) for row in rows)]
    survives("\n".join(lines).encode(), None, units)


@settings(max_examples=200, deadline=None)
@given(text=st.text(LETTERS, max_size=120), units=UNITS)
def test_random_tool_tables(text, units):
    survives(b"T1 P1\n" + text.encode(), None, units)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=80) | st.text("abc:[]{}#&*!|>-\n \"'%@`?,0123456789", max_size=120))
def test_random_cards(text):
    for content in (text, "General: {Name: x}\nModels: {Machinability: {SurfaceSpeedHSS: " + text + "}}"):
        try:
            card = read_material_card(content.encode("utf-8", "surrogatepass"))
        except LibraryError:
            continue
        assert isinstance(card.name, str)


GOOD = {
    "chipload_library": 1, "items": [
        {"kind": "flat end mill", "number": 1, "tool": {"type": "EndMill", "diameter": "10.0 mm", "teeth": 4.0,
                                                       "stickout": "30.0 mm", "flute_length": "25.0 mm"}},
        {"kind": "tap", "number": 2, "tool": {"type": "Tap", "thread": "M6", "kind": "spiral point"}},
    ],
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(places=st.lists(st.integers(0, 10**6), max_size=6), values=st.lists(st.integers(0, 255), min_size=6, max_size=6))
def test_damaged_libraries(places, values):
    content = bytearray(json.dumps(GOOD).encode())
    for place, value in zip(places, values, strict=False):
        content[place % len(content)] = value
    survives(bytes(content))


@settings(max_examples=100, deadline=None)
@given(places=st.lists(st.integers(0, 10**6), min_size=1, max_size=20), values=st.binary(min_size=20, max_size=20))
def test_damaged_databases(places, values):
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE tool_geometry (id, tool_type, units, diameter); CREATE TABLE tool_entity (tool_geometry_id);"
        "CREATE TABLE tool_cutting_data (id, feed_rate); INSERT INTO tool_geometry VALUES (1, 1, 0, 6.0);"
    )
    content = bytearray(connection.serialize())
    connection.close()
    for place, value in zip(places, values, strict=False):
        content[place % len(content)] = value
    survives(bytes(content), "vectric")


@settings(max_examples=150, deadline=None)
@given(extra=JSON, place=st.sampled_from(["own", "own-csv", "fusion", "linuxcnc", "freecad", "carbide"]))
def test_what_a_file_brings_along_for_another_format_is_not_trusted(extra, place):
    document = copy.deepcopy(GOOD)
    document["items"][0]["extra"] = {place: extra}
    document["items"][0]["presets"] = [{"name": "a", "extra": {place: extra}}]
    document["extra"] = {place: extra}
    survives(json.dumps(document).encode())


@pytest.mark.parametrize("format", formats())
def test_nothing_is_no_library(format):
    with pytest.raises(LibraryError):
        read_library(b"", format, "mm")


def test_a_library_that_was_read_is_written_whole():
    assert json.loads(write(read_library(json.dumps(GOOD).encode()), [])) == GOOD

"""Tool libraries of Fusion, hand-written: both unit systems, gaps, surplus, wrong sorts, presets, and the way back."""

import copy
import json
import math

import pytest

from chipload.exchange import LibraryError, read_library, write_library
from chipload.exchange.fusion import write


def preset(turns, diameter, rate, plunge, **other):
    """A milling preset whose numbers agree; `diameter` in mm."""
    return {
        "name": "rough", "guid": "0f0e0d0c-0b0a-4908-8706-050403020100", "n": turns, "n_ramp": turns,
        "v_c": math.pi * diameter * turns / 1000, "v_f": rate, "f_z": rate / (turns * 4), "v_f_plunge": plunge,
        "f_n": plunge / turns, "v_f_leadIn": rate, "ramp-angle": 2.0, "use-stepdown": True, "stepdown": 5.0,
        "use-stepover": False, "stepover": 9.0, "tool-coolant": "flood",
        "material": {"category": "all", "query": "steel", "use-hardness": False}, **other,
    }  # fmt: skip


METRIC = {
    "BMC": "carbide", "description": "rough 10", "vendor": "a maker", "product-id": "E-10", "type": "flat end mill",
    "guid": "{00010203-0405-4607-8809-0a0b0c0d0e0f}", "unit": "millimeters", "surplus": [1, None, {"deep": "kept"}],
    "geometry": {
        "DC": 10.0, "NOF": 4, "LCF": 25, "LB": 30.0, "OAL": 72.0, "SFDM": 10.0, "HAND": "true", "CSP": "false",
        "RE": 0, "shoulder-length": None, "assemblyGaugeLength": 30.0,
    },
    "post-process": {"number": 3, "comment": "", "length-offset": 3, "live": True},
    "start-values": {"presets": [preset(3000.0, 10.0, 1200.0, 400.0)]},
}  # fmt: skip
INCH = {
    "BMC": "hss", "description": "half inch", "type": "ball end mill", "unit": "inches",
    "geometry": {"DC": 0.5, "NOF": 2, "LCF": 1.0, "LB": 1.5, "OAL": 3.0, "SFDM": 0.5},
    "post-process": {"number": 4},
    "start-values": {"presets": [{"name": "soft", "n": 4000.0, "v_c": math.pi * 0.5 * 4000 / 12, "v_f": 24.0,
                                  "f_z": 0.003, "v_f_plunge": 8.0, "f_n": 0.002}]},
}  # fmt: skip
DRILL = {
    "BMC": "hss", "description": "8.5", "type": "drill", "unit": "millimeters",
    "geometry": {"DC": 8.5, "NOF": 2, "LCF": 75.0, "LB": 80.0, "SIG": 118.0},
    "post-process": {"number": 5},
    "start-values": {"presets": [
        {"name": "per turn", "n": 1000.0, "v_c": 26.7, "f_n": 0.2, "use-feed-per-revolution": "true"},
        {"name": "per minute", "n": 1000.0, "v_c": 26.7, "f_n": 9.9, "v_f_plunge": 180.0,
         "use-feed-per-revolution": False},
    ]},
}  # fmt: skip
HOLDER = {"type": "holder", "description": "ER16", "unit": "millimeters", "gaugeLength": 60.0, "segments": [
    {"height": 10.0, "lower-diameter": 20.0, "upper-diameter": 28.0}]}  # fmt: skip


def read(*records, version=36):
    return read_library(json.dumps({"data": list(records), "version": version}).encode())


def test_a_metric_mill():
    library = read(METRIC)
    (item,) = library.items
    assert library.format == "fusion"
    assert library.problems == ()
    assert (item.number, item.name, item.vendor, item.product, item.kind) == (
        3, "rough 10", "a maker", "E-10", "flat end mill",
    )  # fmt: skip
    assert str(item.tool.diameter) == "10.0 millimeter"
    assert item.tool.material == "carbide"
    assert item.si("overall_length") == pytest.approx(0.072, rel=1e-12)
    (found,) = item.presets
    assert found.feed_per_tooth.m == pytest.approx(0.1, rel=1e-12)
    assert found.axial_depth.m == 5.0
    assert found.radial_depth is None  # use-stepover is false
    assert found.feed_per_rev is None  # f_n of a milling preset is the plunge feed a turn
    assert found.material == "steel"


def test_an_inch_ball_keeps_its_inches():
    (item,) = read(INCH).items
    assert str(item.tool.diameter) == "0.5 inch"
    assert item.tool.is_ball
    assert item.tool.si("corner_radius") == pytest.approx(0.00635, rel=1e-12)
    (found,) = item.presets
    assert found.feed_rate.to("mm/min").m == pytest.approx(24 * 25.4, rel=1e-12)
    assert found.cutting_speed.to("ft/min").m == pytest.approx(523.6, rel=1e-4)


def test_feeds_of_a_drill_are_those_its_preset_uses():
    (item,) = read(DRILL).items
    per_turn, per_minute = item.presets
    assert per_turn.feed_per_rev.m == 0.2
    assert per_turn.feed_rate is None
    assert per_minute.feed_per_rev is None
    assert per_minute.feed_rate.m == 180.0


def test_what_does_not_agree_is_told_and_not_changed():
    record = copy.deepcopy(METRIC)
    record["start-values"]["presets"][0] |= {"v_c": 200.0, "f_n": 0.4, "f_z": 0.3}
    record["geometry"]["LCF"] = 80.0
    library = read(record)
    fields = {one.field for one in library.problems}
    assert {"cutting_speed", "feed_per_tooth", "f_n", "flute_length"} <= fields
    assert library.items[0].presets[0].cutting_speed.m == 200.0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"type": "tea pot"}, "type"), ({"type": None}, "type"), ({"type": ["flat end mill"]}, "type"),
        ({"unit": "furlongs"}, "unit"), ({"unit": None}, "unit"), ({"geometry": None}, "diameter"),
        ({"geometry": "none"}, "geometry"), ({"geometry": {"DC": -1.0}}, "DC"), ({"geometry": {"DC": True}}, "DC"),
        ({"geometry": {"NOF": 2.5}}, "NOF"), ({"geometry": {"NOF": "two"}}, "NOF"), ({"vendor": 5}, "vendor"),
        ({"post-process": {"number": "x"}}, "number"), ({"post-process": {"number": -4}}, "number"),
        ({"start-values": {"presets": 5}}, "presets"), ({"start-values": {"presets": [1]}}, "presets"),
        ({"BMC": "unspecified"}, "material"),
    ],
)  # fmt: skip
def test_a_bad_record_is_told_and_kept(change, field):
    record = {**copy.deepcopy(METRIC), **change}
    library = read(record, DRILL)
    assert len(library) == 2
    assert library.items[1].tool is not None
    assert field in {one.field for one in library.problems}
    assert json.loads(write(library, [], packed=False)) == {"data": [record, DRILL], "version": 36}


def test_a_record_of_one_unknown_key_is_kept():
    assert json.loads(write(read({"raw": 5}), [], packed=False))["data"] == [{"raw": 5}]


@pytest.mark.parametrize("raw", [None, 5, "tool", [], [{}], [[1]]])
def test_an_entry_that_is_no_record_is_kept(raw):
    library = read(raw, METRIC)
    assert library.problems[0].field == "entry"
    assert json.loads(write(library, [], packed=False))["data"] == [raw, METRIC]


def test_a_number_that_is_there_twice():
    library = read(METRIC, INCH | {"post-process": {"number": 3}})
    assert [one.field for one in library.problems] == ["number"]
    assert "its own" in library.problems[0].reason


def test_a_text_with_a_decimal_comma_is_a_number():
    record = copy.deepcopy(METRIC)
    record["geometry"]["DC"] = "10,0"
    library = read(record)
    assert library.items[0].si("diameter") == pytest.approx(0.010, rel=1e-12)
    assert json.loads(write(library, [], packed=False))["data"] == [record]


@pytest.mark.parametrize("ending", [".json", ".tools"])
def test_a_file_comes_back_as_it_was(ending, tmp_path):
    document = {"data": [METRIC, INCH, DRILL, HOLDER], "version": 33, "more": {"of": "it"}}
    source, target = tmp_path / "in.json", tmp_path / f"out{ending}"
    source.write_text(json.dumps(document))
    library = read_library(source)
    assert write_library(library, target) == ()
    again = read_library(target)
    assert again.items == library.items
    assert target.read_bytes().startswith(b"PK") == (ending == ".tools")
    assert json.loads(write(again, [], packed=False)) == document


def test_a_changed_number_alone_changes():
    library = read(METRIC)
    item = library.items[0].completed(teeth=5)
    (record,) = json.loads(write(library.with_items((item,)), [], packed=False))["data"]
    wanted = copy.deepcopy(METRIC)
    wanted["geometry"]["NOF"] = 5
    assert record == wanted


@pytest.mark.parametrize("content", [b"[]", b'{"data": {}}', b'{"version": 3}', b"PK\x03\x04", b"\xff\xfe\x00"])
def test_no_library(content):
    with pytest.raises(LibraryError):
        read_library(content, format="fusion")

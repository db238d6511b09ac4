"""The library of this project as JSON, held against its published schema."""

import json

import jsonschema
import pytest

from chipload.exchange import Item, Library, LibraryError, Preset, library_schema, read_library, write_library
from chipload.exchange.own_json import write

FULL = {
    "chipload_library": 1, "name": "shop",
    "items": [
        {"kind": "flat end mill", "number": 1, "name": "mill",
         "tool": {"type": "EndMill", "diameter": "0.5 inch", "teeth": 4, "stickout": "38.1 mm", "flute_length": "1 in",
                  "corner_radius": "0.5 mm"},
         "presets": [{"name": "6061", "cutting_speed": "800 ft/min", "feed_per_tooth": "0.05 mm"}],
         "sizes": {"overall_length": "3 inch"}, "extra": {"other": {"a": [1, None]}}},
        {"kind": "tap", "number": 2, "tool": {"type": "Tap", "thread": "M6", "kind": "spiral point"}},
        {"kind": "holder", "name": "collet"},
    ],
}  # fmt: skip


def read(document):
    return read_library(json.dumps(document).encode())


def test_it_is_read_whole():
    library = read(FULL)
    assert library.problems == ()
    assert library.name == "shop"
    assert str(library.items[0].tool.diameter) == "0.5 inch"
    assert library.items[0].presets[0].cutting_speed.m == 800.0
    assert set(library.tools()) == {1, 2}


def test_it_comes_back_and_keeps_to_the_schema(tmp_path):
    jsonschema.Draft202012Validator.check_schema(library_schema())
    path = tmp_path / "shop.json"
    library = read(FULL)
    assert write_library(library, path) == ()
    assert read_library(path) == library
    jsonschema.validate(json.loads(path.read_text()), library_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"chipload_library": 1, "items": [{"kind": "spoon"}]}, library_schema())


BAD = [
    (5, "item"),
    ({"kind": None, "raw": 5}, "kind"),
    ({"kind": "spoon", "extra": {"own": {"raw": 5}, "x": 1}}, "kind"),
    ({"kind": "spoon"}, "kind"),
    ({"kind": None}, "kind"),
    ({"kind": "drill", "number": -1}, "number"),
    ({"kind": "drill", "number": True}, "number"),
    ({"kind": "drill", "name": 5}, "name"),
    ({"kind": "drill", "sizes": 5}, "sizes"),
    ({"kind": "drill", "sizes": {"diameter": 5}}, "diameter"),
    ({"kind": "drill", "sizes": {"diameter": "5 kg"}}, "diameter"),
    ({"kind": "drill", "tool": 5}, "tool"),
    ({"kind": "drill", "tool": {"type": "Spoon"}}, "tool"),
    ({"kind": "drill", "tool": {"type": []}}, "tool"),
    ({"kind": "drill", "tool": {"type": "Drill", "diameter": "5 mm"}}, "tool"),
    ({"kind": "drill", "tool": {"type": "Drill", "self": 1}}, "tool"),
    ({"kind": "drill", "presets": 5}, "presets"),
    ({"kind": "drill", "presets": [5]}, "presets"),
    ({"kind": "drill", "presets": [{"feed_rate": "fast"}]}, "feed_rate"),
]


@pytest.mark.parametrize(("record", "field"), BAD)
def test_a_bad_item_is_told_and_kept(record, field):
    document = {"chipload_library": 1, "items": [record, *FULL["items"]], "more": {"kept": True}}
    library = read(document)
    assert field in {one.field for one in library.problems}
    assert len(library) == 4
    assert library.items[1].tool is not None
    written = json.loads(write(library, []))
    assert read(written) == library
    assert written["items"][0] == record if isinstance(record, int) else record.items() <= written["items"][0].items()
    assert written["more"] == {"kept": True}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"chipload_library": 2, "items": []}, "newer"), ({"chipload_library": True, "items": []}, "version"),
        ({"chipload_library": 1}, "items"), ({"chipload_library": 1, "items": [None] * 200_001}, "split"),
    ],
)  # fmt: skip
def test_no_library(document, said):
    with pytest.raises(LibraryError, match=said):
        read(document)


def test_a_number_that_is_not_finite_is_not_written():
    with pytest.raises(LibraryError, match="JSON"):
        write(Library((Item("drill", extra={"mine": {"a": float("nan")}}),)), [])


def test_a_tool_is_completed_where_the_file_leaves_it_open():
    item = read({"chipload_library": 1, "items": [{"kind": "other", "sizes": {"diameter": "6 mm"}}]}).items[0]
    found = item.completed(kind="flat end mill", teeth=2, stickout="20 mm", flute_length="10 mm")
    assert found.tool.describe() == "6 mm square end mill with 2 teeth (carbide)"
    assert Preset("x").values() == {}

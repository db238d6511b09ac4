"""Tool bits, libraries and material cards of FreeCAD: units in each value, old and unknown shapes, files beside."""

import json

import pytest

from chipload.exchange import LibraryError, read_library, read_material_card, write_library

MILL = {
    "version": 2, "name": "6 mm mill", "shape": "endmill.fcstd", "shape-type": "Endmill", "surplus": True,
    "parameter": {
        "Diameter": "6,0 mm", "Flutes": "3", "Length": "57.0000 mm", "ShankDiameter": "6.0000 mm",
        "CuttingEdgeHeight": "13.0000 mm", "Chipload": "0.03 mm", "Material": "Carbide", "SpindleDirection": "Forward",
    },
    "attribute": {"btl-stickout": "20 mm", "other": "kept"},
}  # fmt: skip
INCH_DRILL = {
    "version": 1, "name": "quarter drill", "shape": "drill.fcstd",
    "parameter": {
        "Diameter": "0.25 in", "Length": "4 in", "TipAngle": "118.0000 \u00b0", "Chipload": "0 mm", "Material": "HSS",
        "Flutes": None,
    },
    "attribute": {},
}  # fmt: skip
OLD_TORUS = {
    "version": 1, "name": "old torus", "shape": "torus.fcstd",
    "parameter": {"Diameter": "10 mm", "TorusRadius": "1 mm", "ShaftDiameter": "10 mm", "Flutes": "x"},
}  # fmt: skip
STRANGE = {"version": 2, "name": "strange", "shape": "spoon.fcstd", "parameter": {"Bowl": "3 mm"}, "attribute": {}}
BITS = {"mill.fctb": MILL, "drill.fctb": INCH_DRILL, "torus.fctb": OLD_TORUS, "strange.fctb": STRANGE}


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "Bit").mkdir()
    (tmp_path / "Library").mkdir()
    for name, record in BITS.items():
        (tmp_path / "Bit" / name).write_text(json.dumps(record))
    entries = [{"nr": number, "path": name} for number, name in enumerate(BITS, 1)]
    entries += [{"nr": 9, "path": "../Bit/mill.fctb"}, {"nr": 10, "path": "gone.fctb"}, {"nr": "x", "path": None}, 5]
    path = tmp_path / "Library" / "shop.fctl"
    path.write_text(json.dumps({"version": 1, "label": "Shop", "tools": entries, "more": 1}))
    return path


def test_a_mill_with_a_decimal_comma():
    (item,) = read_library(json.dumps(MILL).encode()).items
    assert item.tool.si("diameter") == pytest.approx(6e-3, rel=1e-12)
    assert (item.tool.teeth, item.tool.material, str(item.tool.stickout)) == (3, "carbide", "20.0 millimeter")
    assert item.presets[0].feed_per_tooth.m == 0.03


def test_a_library_reads_its_bits_and_no_other_file(shop):
    library = read_library(shop)
    assert library.name == "Shop"
    assert [item.number for item in library] == [1, 2, 3, 4, 9, 10, None, None]
    drill, torus, strange = library.items[1:4]
    assert str(drill.size("diameter")) == "0.25 inch"
    assert drill.presets == ()
    assert drill.material == "hss"
    assert torus.kind == "bull nose end mill"
    assert str(torus.size("corner_radius")) == "1.0 millimeter"
    assert strange.kind == "other"
    fields = [(one.item, one.field) for one in library.problems]
    assert ("T3 old torus", "Flutes") in fields
    assert [one.reason for one in library.problems if one.item.startswith("T9")] == [
        "'../Bit/mill.fctb' is no bare name of a tool bit, so no file is opened"
    ]
    assert any("not there" in one.reason for one in library.problems if one.item.startswith("T10"))


def test_a_library_comes_back_as_it_was(shop, tmp_path):
    library = read_library(shop)
    target = tmp_path / "copy" / "Library" / "shop.fctl"
    target.parent.mkdir(parents=True)
    write_library(library, target)
    assert json.loads(target.read_text()) == json.loads(shop.read_text())
    for name, record in BITS.items():
        assert json.loads((tmp_path / "copy" / "Bit" / name).read_text()) == record
    assert sorted(one.name for one in (tmp_path / "copy" / "Bit").iterdir()) == sorted(BITS)


def test_one_bit_comes_back_and_changes_where_it_is_told(tmp_path):
    path = tmp_path / "mill.fctb"
    path.write_text(json.dumps(MILL))
    library = read_library(path)
    write_library(library, path)
    assert json.loads(path.read_text()) == MILL
    changed = library.with_items((library.items[0].completed(teeth=4),))
    write_library(changed, path)
    assert json.loads(path.read_text()) == {**MILL, "parameter": {**MILL["parameter"], "Flutes": "4"}}
    with pytest.raises(LibraryError, match="one tool"):
        write_library(library.with_items(library.items * 2), path)


def test_no_bit_is_written_outside_its_folder(tmp_path):
    library = read_library(json.dumps(MILL).encode())
    kept = {"bit": dict(library.items[0].extra["freecad"]["bit"]), "entry": {"nr": 1, "path": "../../out.fctb"}}
    item = type(library.items[0])(**{**vars(library.items[0]), "extra": {"freecad": kept}})
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    write_library(library.with_items((item,)), folder / "shop.fctl")
    assert not list(tmp_path.glob("**/out.fctb"))
    assert [one.name for one in folder.glob("*.fctb")] == ["6_mm_mill.fctb"]


CARD = b"""\
# speeds of a handbook, force moved to no rake
General:
  Name: "Low alloy"
  Description: "a steel"
  License: CC-BY-3.0
Models:
  Machinability:
    UUID: 9d81fcb2-bf81-48e3-bb57-d45ecf380096
    SurfaceSpeedCarbide: '389 m/min'
    SurfaceSpeedHSS: "20,5 m/min"
    UnitCuttingForce: '2809 N/mm^2'
    ChipThicknessExponent: 0.24
"""


def test_a_material_card():
    card = read_material_card(CARD)
    assert (card.name, card.note) == ("Low alloy", "a steel")
    assert card.cutting_speed_carbide.m == 389.0
    assert card.cutting_speed_hss.m == 20.5
    assert card.unit_cutting_force.to("MPa").m == pytest.approx(2809.0, rel=1e-12)
    assert card.chip_thickness_exponent == 0.24
    assert card.remarks == ("speeds of a handbook, force moved to no rake",)
    assert card.extra["Models"]["Machinability"] == {"UUID": "9d81fcb2-bf81-48e3-bb57-d45ecf380096"}


def test_the_other_words_of_a_card_and_a_bad_figure():
    card = read_material_card(
        CARD.replace(b"UnitCuttingForce", b"SpecificCuttingForce")
        .replace(b"ChipThicknessExponent: 0.24", b"MaterialConstant: '0.26'")
        .replace(b"389 m/min", b"fast")
    )
    assert card.unit_cutting_force.to("MPa").m == pytest.approx(2809.0, rel=1e-12)
    assert card.chip_thickness_exponent == 0.26
    assert [one.field for one in card.problems] == ["SurfaceSpeedCarbide"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: [", "no card"), (b"5", "no card"), (b"General: {Name: x}", "machinability"),
        (b"a: &x [1]\nb: *x", "refers"), (b"a: " + b"[" * 100_000, "levels"), (b"a: " + b"{b: " * 5_000, "levels"),
        (b"a: !!python/object/apply:os.system ['true']", "no card"), (b"# " * 200_000, "kB"), (b"\x00", "no text"),
        (b"Models: {Machinability: 2020-99-99}", "cannot be used"),
    ],
)  # fmt: skip
def test_no_card(content, said):
    with pytest.raises(LibraryError, match=said):
        read_material_card(content)

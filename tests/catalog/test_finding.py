"""Search, comparison and the count of what the tables hold."""

import pytest

from chipload import catalog
from chipload.errors import InputError, UnknownNameError


def names(found):
    return [material.name for material in found]


def test_search_by_any_part_of_any_name():
    assert "6061-t6" in names(catalog.search("AW-6061"))
    assert names(catalog.search("sus 304"))[0] == "304"
    assert catalog.search("no such thing at all") == []


def test_search_by_group_and_family():
    assert {material.iso_group for material in catalog.search(iso_group="s")} == {"S"}
    assert all("tool steel" in material.family for material in catalog.search(family="Tool Steel"))
    assert len(catalog.search()) == len(catalog.default().materials)


def test_search_by_a_range_of_a_property():
    strong = catalog.search(iso_group="N", tensile_strength=("500 MPa", None))
    assert "7075-t6" in names(strong)
    assert "6061-t6" not in names(strong)
    for material in strong:
        assert material.figure("tensile_strength").value >= 500e6
    assert names(catalog.search("7075", tensile_strength=("72 ksi", "90 ksi"))) == ["7075-t6"]


def test_a_material_without_the_figure_does_not_fit():
    for material in catalog.search(endurance_limit=(None, None)):
        assert material.find("endurance_limit") is not None


@pytest.mark.parametrize(
    ("ranges", "says"),
    [
        ({"smell": (1, 2)}, "smell: the tables hold no such property"),
        ({"density": "2.7 g/cm**3"}, "density: give the lowest and the highest"),
        ({"density": (1, 2)}, "density: 1 was given without a unit"),
        ({"density": ("3 mm", None)}, "density: '3 mm' is not a density"),
    ],
)
def test_a_bad_range_is_a_sentence(ranges, says):
    with pytest.raises(InputError, match=says.replace("*", r"\*")):
        catalog.search(**ranges)


def test_materials_side_by_side():
    found = catalog.compare("6061-T6", "1.4301")
    text = str(found)
    assert "Aluminium 6061-T6" in text
    assert "2.700 g/cm³" in text
    assert "800 MPa (class value)" in text
    assert "2350 MPa" in text
    assert "lb/in³" in found.describe("inch")
    with pytest.raises(UnknownNameError):
        catalog.compare()


def test_a_frame_where_pandas_is_present():
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = catalog.compare("6061-T6", "304").to_frame()
    assert frame.loc["density", "6061-t6"] == 2700


def test_the_count_adds_up():
    tables = catalog.default()
    found = catalog.coverage()
    assert found.count == len(tables.materials)
    assert found.own_force + found.class_force + found.no_force == found.count
    assert found.sourced == found.figures > 1000
    assert "have a source and a tier (100%)" in str(found)
    for prop, (own, stood) in found.properties.items():
        held = sum(material.find(prop) is not None for material in tables.materials.values())
        assert own + stood == held, prop
    assert any(gap.startswith("1018: no ") for gap in found.gaps)

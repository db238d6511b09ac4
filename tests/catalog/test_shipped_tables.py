"""The shipped tables: every row sound, every figure with a source."""

import csv

import pytest

from chipload import catalog
from chipload.catalog.loading import COLUMNS
from chipload.catalog.reading import fold
from chipload.data_files import data_folder

BANDS = {  # plausible values in kernel units
    "density": (800, 20000),
    "youngs_modulus": (0.2e9, 1.2e12),
    "shear_modulus": (0.1e9, 5e11),
    "poisson_ratio": (0.1, 0.5),
    "yield_strength": (5e6, 3e9),
    "tensile_strength": (8e6, 3.5e9),
    "elongation": (0, 6),
    "thermal_expansion": (1e-6, 2.5e-4),
    "thermal_conductivity": (0.05, 2200),
    "specific_heat": (100, 2500),
}


@pytest.fixture(scope="module")
def tables():
    return catalog.Catalog()


def rows(file):
    with (data_folder() / file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_no_row_is_left_out(tables):
    assert [str(problem) for problem in tables.problems] == []


def test_there_is_a_first_real_set(tables):
    groups = [material.iso_group for material in tables.materials.values()]
    assert len(groups) >= 40
    for group in "PMKNSH":
        assert groups.count(group) >= 3, group
    assert sum(bool(machine.curves) for machine in tables.machines.values()) >= 6
    assert {"carbide", "coated carbide", "hss"} <= set(tables.tool_materials)
    assert len(tables.holders) >= 3


def test_every_material_can_be_planned_with(tables):
    for material in tables.materials.values():
        usable = [constant for constant in material.kienzle if constant.mc is not None]
        assert usable, material.name
        assert 50e6 < usable[0].kc11 < 6e9, material.name
        assert 0.05 <= usable[0].mc <= 0.45, material.name


@pytest.mark.parametrize(
    "file", [name for name, columns in COLUMNS.items() if "source" in columns and "tier" in columns]
)
def test_every_figure_has_a_source_and_a_tier(file, tables):
    found = rows(file)
    assert found
    for row in found:
        assert row["tier"] in catalog.TIERS
        assert row["source"]
        assert all(source in tables.sources for source in row["source"].split(";"))


def test_every_table_has_the_columns_it_must(tables):
    for file, columns in COLUMNS.items():
        with (data_folder() / file).open(encoding="utf-8", newline="") as text:
            assert set(columns) <= set(next(csv.reader(text))), file


def test_figures_are_plausible(tables):
    for record in [*tables.materials.values(), *tables.tool_materials.values()]:
        for figure in record.figures:
            low, high = BANDS.get(figure.prop, (0, float("inf")))
            assert low <= figure.value <= high, (record.name, figure.prop, figure.value)


def test_aliases_are_unique():
    names = [fold(row["material"]) for row in rows("materials.csv")] + [
        fold(row["alias"]) for row in rows("aliases.csv")
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "material"),
    [
        ("6061-T6", "6061-t6"), ("6061", "6061-t6"), ("3.3211", "6061-t6"), ("A96061", "6061-t6"),
        ("en aw 6061", "6061-t6"),
        ("C45", "1045"), ("1.4301", "304"), ("SUS304", "304"), ("X5CrNi18-10", "304"), ("42CrMo4", "4140-qt"),
        ("Ti6Al4V", "ti-6al-4v"), ("1.2344", "h13"),
    ],
)  # fmt: skip
def test_usual_names_find_a_material(tables, name, material):
    assert tables.material(name).name == material


def test_speeds_and_feeds_run_from_low_to_high(tables):
    for row in (*tables.speeds, *tables.feeds):
        assert 0 < row.low <= row.high
    for row in tables.speeds:
        assert 0.05 <= row.low <= row.high <= 70, row  # 3 to 4200 m/min


def test_curves_reach_from_lowest_to_highest_speed(tables):
    for machine in tables.machines.values():
        highest = machine.figure("spindle_speed_max").value
        assert machine.torque(highest) > 0, machine.name


def test_a_torque_curve_read_at_its_points_and_between():
    machine = catalog.machine("pm-25mv-servo")
    assert machine.torque(3000 / 60) == pytest.approx(2.6)
    assert machine.torque(4000 / 60) == pytest.approx((2.6 + 1.5) / 2)


def test_two_gears_give_the_better_of_both():
    machine = catalog.machine("tormach-pcnc440")
    assert machine.torque(1000 / 60) > 2  # low belt
    assert 0 < machine.torque(9000 / 60) < 1  # high belt only


def test_a_grade_without_its_own_figure_takes_that_of_its_class(tables):
    material = tables.material("6061-T6")
    assert material.kienzle[0].subject == "vdi-22"
    assert material.kienzle[0].tier == "class"
    assert material.figure("yield_strength").subject == "6061-t6"


def test_an_unknown_name_lists_names_like_it(tables):
    with pytest.raises(LookupError, match="6061-t6") as caught:
        tables.material("6061-T66")
    assert "6061-t6" in caught.value.near
    with pytest.raises(LookupError, match="no table"):
        tables.machine("zzzz")

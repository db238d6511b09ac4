"""The measured cuts: the table as it is shipped, and what a bad row is told."""

import csv

import numpy as np
import pytest

from chipload.data_files import data_folder
from chipload.errors import InputError, TableError, UnknownNameError
from chipload.surrogate import Cuts, load
from chipload.surrogate.cuts import STAND_IN_RADIUS
from chipload.surrogate.data import PROCESSES


@pytest.fixture(scope="module")
def rows():
    with (data_folder() / "roughness.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def turning():
    return load()


def test_all_of_it_is_there(rows):
    assert len(rows) == 1336
    assert len({row["dataset"] for row in rows}) == 28
    counts = {process: len(load(process)) for process in PROCESSES}
    assert counts["turning"] == 953
    assert sum(counts.values()) == 1336


def test_two_sets_that_share_an_author_are_one_laboratory(turning):
    one = {
        name: set(turning.laboratory[turning.dataset == name]) for name in ("turn_s55c_lin2001", "turn_s45c_lee_tarng")
    }
    assert len(set.union(*one.values())) == 1
    assert len(set(turning.dataset)) == len(set(turning.laboratory)) + 1 == 19


def test_columns_are_in_si(turning, rows):
    first = next(row for row in rows if row["dataset"] == "turn_aisi1045_hindawi2560253")
    cut = turning[turning.dataset == "turn_aisi1045_hindawi2560253"][0]
    assert cut.feed[0] == pytest.approx(float(first["feed_mm_per_rev"]) / 1000)
    assert cut.nose_radius[0] == pytest.approx(float(first["nose_radius_mm"]) / 1000)
    assert cut.cutting_speed[0] == pytest.approx(float(first["cutting_speed_m_per_min"]) / 60)
    assert cut.roughness[0] == pytest.approx(float(first["roughness_ra_um"]) / 1e6)
    assert set(turning.coolant) == {"", "dry", "flood"}


def test_a_radius_that_contradicts_the_roughness_is_not_trained_on(turning, rows):
    contradicted = {row["dataset"] for row in rows if row["nose_radius_secondary_mm"] and not row["nose_radius_mm"]}
    assert len(contradicted) == 4
    for name in contradicted:
        assert np.isnan(turning.nose_radius[turning.dataset == name]).all()


def test_the_stand_in_is_the_median_of_the_stated_radii(turning):
    assert np.nanmedian(turning.nose_radius) == STAND_IN_RADIUS
    assert turning.radius_assumed.sum() == np.isnan(turning.nose_radius).sum() > 0
    assert np.isfinite(turning.ideal()).all()


def test_the_ideal_value_is_that_of_the_nose():
    cuts = Cuts.of(feed=0.2e-3, nose_radius=[0.8e-3, np.nan], process=["turning", "turning"])
    np.testing.assert_allclose(cuts.ideal(), 0.2e-3**2 / (18 * 3**0.5 * 0.8e-3))
    assert np.isnan(Cuts.of(feed=0.2e-3, process="end milling").ideal()).all()


def test_weights_follow_the_tier_and_shared_readings(rows):
    """One Ra for several rows counts once."""
    whole = {"A": 1.0, "B": 0.75, "C": 0.4}
    groups = {}
    for row in rows:
        key = (row["dataset"], row["cutting_speed_m_per_min"], row["feed_mm_per_rev"], row["depth_of_cut_mm"])
        groups.setdefault(key, []).append(row)
        if row["dataset"] != "emill_aa6061_brezocnik_lou":
            assert float(row["weight"]) == whole[row["tier"]]
    shared = [group for key, group in groups.items() if key[0] == "emill_aa6061_brezocnik_lou"]
    for group in shared:
        readings = {row["roughness_ra_um"] for row in group}
        assert sum(float(row["weight"]) for row in group) == pytest.approx(len(readings), rel=1e-3)


def test_replicates_share_a_setting(turning):
    for name, settings in (("turn_en9_gavali", 9), ("turn_s45c_lee_tarng", 27), ("turn_hb217_core25718000", 64)):
        assert len(set(turning.setting[turning.dataset == name])) == settings
    slender = turning[turning.dataset == "turn_aisi12l14_slender"]
    assert len(slender) == 204
    assert len(set(slender.setting)) < 20  # position along the bar and wear are not known to a model


def test_no_setting_is_shared_by_two_laboratories(turning):
    owners = {}
    for setting, laboratory in zip(turning.setting, turning.laboratory, strict=True):
        assert owners.setdefault(setting, laboratory) == laboratory


def test_picking_and_joining(turning):
    part = turning[turning.laboratory == "L03"]
    assert len(part) == 108
    assert len(part[3]) == 1
    assert len(Cuts.concat([part[:5], part[[7, 9]]])) == 7
    assert len(Cuts.concat([])) == 0
    np.testing.assert_array_equal(Cuts.concat([part[:50], part[50:]]).roughness, part.roughness)


def test_columns_that_do_not_fit_are_refused():
    with pytest.raises(InputError, match="'speed' is not a column of cuts"):
        Cuts.of(speed=3)
    with pytest.raises(InputError, match="of one length"):
        Cuts.of(feed=[1e-4, 2e-4], nose_radius=[1e-3, 2e-3, 3e-3])


def test_an_unknown_process_names_those_there_are():
    with pytest.raises(UnknownNameError, match="'shaping' is not in the table; it holds turning"):
        load("shaping")


@pytest.fixture
def spoilt(rows, tmp_path):
    """A table of three rows, the last of them spoilt."""

    def make(drop=None, **cells):
        table = [dict(row) for row in rows if row["dataset"] == "turn_en9_gavali"][:3]
        table[-1].update(cells)
        for row in table:
            if drop:
                row[drop.rsplit("_", 1)[0]] = row.pop(drop)
        path = tmp_path / "mine.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table[0])
            writer.writeheader()
            writer.writerows(table)
        return path

    return make


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"roughness_ra_um": "0"}, "roughness_ra_um is 0; a measured Ra is above zero"),
        ({"roughness_ra_um": ""}, "roughness_ra_um is empty"),
        ({"roughness_ra_um": "rough"}, "rough"),
        ({"roughness_ra_um": "140"}, "outside the plausible 0.02 to 50; check figure and unit"),
        ({"feed_mm_per_rev": "25"}, "feed_mm_per_rev is 25, outside"),
        ({"source": "nobody"}, "the source 'nobody' is not in sources.csv"),
        ({"tier": "Z"}, "the tier 'Z' is not one of A, B, C"),
        ({"iso_group": "steel"}, "the iso_group 'steel' is not one of P, M"),
        ({"process": "shaping"}, "the process 'shaping' is not one of turning"),
        ({"weight": "7"}, "the weight 7 does not lie"),
        ({"lab_group": ""}, "the cell 'lab_group' is empty"),
    ],
    ids=lambda value: next(iter(value.items()))[0] if isinstance(value, dict) else "",
)
def test_a_bad_row_is_named_with_its_line(spoilt, cells, reason):
    with pytest.raises(TableError) as caught:
        load(path=spoilt(**cells))
    assert str(caught.value).startswith("mine.csv, line 4: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_column_without_its_unit_is_missed(spoilt):
    with pytest.raises(TableError, match=r"mine.csv, line 1: the column feed_mm_per_rev is missing"):
        load(path=spoilt(drop="feed_mm_per_rev"))

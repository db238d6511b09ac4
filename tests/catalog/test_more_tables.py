"""Rules for every row of the tables beyond materials and machines, and the checks of bad rows."""

import itertools
import math

import pytest

from chipload import catalog
from chipload.catalog.constants import MODELS
from chipload.catalog.ranges import RANGES
from chipload.errors import UnknownNameError

RANGE_TABLES = ("speeds", "feeds", "hole_speeds", "hole_feeds", "turning_speeds", "turning_feeds")


@pytest.fixture(scope="module")
def tables():
    return catalog.Catalog()


@pytest.mark.parametrize("name", RANGE_TABLES)
def test_ranges_are_ordered_sourced_and_plausible(tables, name):
    rows = getattr(tables, name)
    assert len(rows) >= 60
    low, high = (0.01, 70) if "speeds" in name else (1e-6, 3e-3)  # m/s; m, or a share of the diameter
    for row in rows:
        assert row.tier in catalog.TIERS
        assert row.source
        assert all(source in tables.sources for source in row.source)
        assert 0 < row.low <= row.high
        if not row.per_diameter:
            assert low <= row.low <= row.high <= high, row
        for least, most in row.where.values():
            assert 0 <= least <= most


def test_feed_grows_with_diameter_within_a_series(tables):
    """A row whose printed figures fall says so in its note."""
    series = {}
    for row in (*tables.feeds, *tables.hole_feeds):
        if row.per_diameter or "diameter" not in row.where or "falls" in row.note or "fall" in row.note:
            continue
        width = row.where.get("radial_share"), row.where.get("length")
        series.setdefault(
            (row.material_class, row.operation, row.tool_material, row.source, width, row.note), []
        ).append(row)
    compared = 0
    for rows in series.values():
        rows.sort(key=lambda row: row.where["diameter"])
        for small, large in itertools.pairwise(rows):
            if small.where["diameter"] != large.where["diameter"]:
                assert small.high <= large.high * (1 + 1e-9), (small, large)
                compared += 1
    assert compared > 200


def test_operations_are_those_of_the_table(tables):
    for name, file in zip(RANGE_TABLES, ("cutting_speeds.csv", "feeds.csv", "hole_speeds.csv", "hole_feeds.csv",
                                         "turning_speeds.csv", "turning_feeds.csv"), strict=True):  # fmt: skip
        assert {row.operation for row in getattr(tables, name)} <= set(RANGES[file].operations)


def test_holes_and_turning_are_covered(tables):
    drilled = {row.material_class for row in tables.hole_speeds if row.operation == "drilling"}
    turned = {row.material_class for row in tables.turning_speeds}
    for material_class in ("vdi-1", "vdi-6", "vdi-14", "vdi-15", "vdi-22", "vdi-37"):
        assert material_class in drilled
        assert material_class in turned
    choice = catalog.choose(tables.hole_feeds, "vdi-22", "drilling", "hss", diameter=0.010, length=3)
    assert choice is not None
    assert 0.05e-3 < choice.low <= choice.high < 0.6e-3


def test_high_efficiency_and_ball_milling_have_rows(tables):
    operations = {row.operation for row in tables.speeds}
    assert {"side", "slot", "face", "ball", "high-efficiency"} <= operations


def test_flow_stress_sets_are_complete_enough_to_use(tables):
    needed = {"johnson-cook": {"A", "B", "n", "C", "m"}, "hollomon": {"n"}, "basquin": {"exponent"}}
    counted = dict.fromkeys(MODELS, 0)
    for sets in tables.flow_stress.values():
        for one in sets:
            assert needed.get(one.model, set()) <= set(one.values), one
            counted[one.model] += 1
            if one.model == "johnson-cook":
                assert 50e6 < one.values["A"] < 2.5e9
                assert 0 < one.values["n"] < 1
            if one.model == "hollomon" and "K" in one.values:
                assert 50e6 < one.values["K"] < 3e9
    assert counted["johnson-cook"] >= 12
    assert counted["hollomon"] >= 25


def test_tool_life_and_coefficients(tables):
    for found in tables.tool_life.values():
        for one in found:
            assert 0.05 < one.exponent < 0.8
            assert one.speed_at_one_minute is None or 0.05 < one.speed_at_one_minute < 60
    for found in tables.milling_coefficients.values():
        for one in found:
            assert any(value is not None for value in (*one.cutting, *one.edge)), one
            assert all(50e6 < value < 5e9 for value in one.cutting[:2] if value is not None), one
            assert all(0 <= value < 100e3 for value in one.edge if value is not None), one
    assert tables.tapping["1045"][0].kc == pytest.approx(3900e6)
    assert all(factor.low is None or factor.low <= factor.factor for factor in tables.tap_factors)


def test_threads_fit_together(tables):
    assert len(tables.threads) > 100
    for thread in tables.threads.values():
        depth = 5 / 8 * math.sqrt(3) / 2 * thread.pitch  # ISO 68-1: minor = major - 2 * 5/8 H, H = sqrt(3)/2 P
        if thread.minor_diameter is not None:
            assert thread.minor_diameter == pytest.approx(thread.major_diameter - 2 * depth, abs=0.02e-3), thread.name
        if thread.tap_drill is not None:
            assert thread.tap_drill < thread.major_diameter
        clearances = [thread.clearance_close, thread.clearance_medium, thread.clearance_free]
        given = [one for one in clearances if one is not None]
        assert given == sorted(given)
        assert all(one > thread.major_diameter for one in given)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("M6", "M6x1"), ("m6 x 1", "M6x1"), ("M6×1", "M6x1"), ("1/4-20", "1/4-20"), ("#10-32", "#10-32")],
)
def test_a_thread_by_its_usual_names(tables, asked, name):
    assert tables.thread(asked).name == name


def test_an_unknown_thread_lists_names_like_it(tables):
    with pytest.raises(UnknownNameError, match=r"thread: 'M6x9' is in no table; names like it are .*M6x1"):
        tables.thread("M6x9")


def test_published_thread_figures(tables):
    """ISO 724 and the common tap drills, from any bolt table."""
    m10 = tables.thread("M10")
    assert m10.pitch == pytest.approx(1.5e-3)
    assert m10.tap_drill == pytest.approx(8.5e-3)
    assert m10.stress_area == pytest.approx(58.0e-6, rel=2e-3)
    quarter = tables.thread("1/4-20")
    assert quarter.pitch == pytest.approx(1.27e-3)
    assert quarter.major_diameter == pytest.approx(6.35e-3)


def test_tool_series(tables):
    kinds = {tool.kind for tool in tables.tools}
    assert {"end mill", "drill", "tap"} <= kinds
    drills = [tool for tool in tables.tools if tool.series == "din-338"]
    by_size = sorted(drills, key=lambda tool: tool.diameter)
    for small, large in itertools.pairwise(by_size):
        assert small.flute_length <= large.flute_length
        assert small.overall_length <= large.overall_length
    ten = next(tool for tool in drills if tool.diameter == pytest.approx(0.010))
    assert (ten.flute_length, ten.overall_length) == (pytest.approx(0.087), pytest.approx(0.133))  # DIN 338


def test_number_and_letter_drills():
    from chipload.units.notation import drill_sizes

    sizes = drill_sizes()
    assert len(sizes) == 80 + 26
    numbers = [sizes[f"#{number}"] for number in range(1, 81)]
    assert numbers == sorted(numbers, reverse=True)
    letters = [sizes[letter] for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert letters == sorted(letters)
    assert (sizes["#7"], sizes["F"], sizes["Z"]) == (0.201, 0.257, 0.413)


def test_lathes_and_centres_are_among_the_machines(tables):
    types = " ".join(machine.type for machine in tables.machines.values())
    for word in ("lathe", "knee mill", "bench mill", "router", "5-axis", "high-speed", "vertical machining centre"):
        assert word in types, word
    assert len(tables.machines) >= 12
    assert all(machine.curves for machine in tables.machines.values())


def test_an_estimate_is_derated_and_marked(tables):
    starting = [row for row in tables.speeds if row.tier == "estimated"] + [
        row for row in tables.feeds if row.tier == "estimated"
    ]
    for row in starting:
        assert catalog.Choice(row.low, row.high, row).at() == row.low
    machine = tables.machine("haas-vf2")
    assert machine.figure("power").estimated
    assert machine.figure("power").mark == " (estimated)"

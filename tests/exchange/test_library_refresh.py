"""Presets for a whole library: plans written back, held to limits, in agreement with each other and with the plan."""

import json
import math

import pytest

import chipload as cl
from chipload.errors import InputError
from chipload.exchange import Item, Library, Preset, Usual, read_library, refresh, usual_job, write_library
from chipload.planning import Drill, EndMill, Milling, Reamer, Tap, ThreadMill, plan


def record(number, kind, diameter, unit, presets=(), **geometry):
    scale = {"millimeters": 1.0, "inches": 25.4}[unit]
    size = diameter / scale
    return {
        "BMC": "carbide", "description": f"tool {number}", "type": kind, "unit": unit, "kept": [number],
        "geometry": {"DC": size, "NOF": 4 if "mill" in kind else 2, "LCF": 3 * size, "LB": 3.5 * size, "OAL": 9 * size,
                     **geometry},
        "post-process": {"number": number}, "start-values": {"presets": list(presets)},
    }  # fmt: skip


OWN_DEPTHS = {"name": "6061-T6", "n": 1.0, "f_z": 1.0, "use-stepdown": True, "stepdown": 3.0, "use-stepover": True,
              "stepover": 2.0, "tool-coolant": "mist", "mine": "kept"}  # fmt: skip
OTHER = {"name": "wood", "n": 18000.0, "v_f": 5000.0}
RECORDS = [
    record(1, "flat end mill", 10.0, "millimeters", [OTHER, OWN_DEPTHS]),
    record(2, "ball end mill", 12.7, "inches"),
    {**record(3, "drill", 8.5, "millimeters", SIG=118.0), "BMC": "hss"},
    {"type": "holder", "description": "collet"},
    record(4, "flat end mill", 10.0, "millimeters", NOF=None),
]


@pytest.fixture(scope="module")
def library():
    return read_library(json.dumps({"data": RECORDS, "version": 36}).encode())


@pytest.fixture(scope="module")
def found(library):
    return refresh(library, "6061-T6", "haas-vf2")


def test_every_tool_gets_its_preset(library, found):
    assert [[preset.name for preset in item.presets] for item in found] == [
        ["wood", "6061-T6"], ["6061-T6"], ["6061-T6"], [], [],
    ]  # fmt: skip
    assert found.items[0].presets[0] == library.items[0].presets[0]
    assert [one.reason for one in found.problems if one.item == "T4 tool 4"][-1].endswith("so it gets no preset")
    assert library.items[1].presets == ()


def test_a_preset_is_what_the_plan_says(found):
    item = found.items[0]
    preset = item.presets[1]
    job = Milling(material="6061-T6", machine="haas-vf2", tool=item.tool, radial_depth="2 mm", axial_depth="3 mm")
    planned = plan(job)
    assert (preset.axial_depth.m, preset.radial_depth.m) == (3.0, 2.0)  # the depths that the preset had
    assert preset.spindle_speed.m == math.floor(planned.spindle_speed.to("rpm").m)
    assert preset.feed_per_tooth.m <= planned.feed_per_tooth.to("mm").m
    assert preset.feed_per_tooth.m == pytest.approx(planned.feed_per_tooth.to("mm").m, rel=1e-3)


def test_the_numbers_of_a_preset_agree(found):
    for item in found.items[:3]:
        preset = item.presets[-1]
        turns, diameter = preset.spindle_speed.m, item.si("diameter") * 1000
        assert preset.cutting_speed.m == pytest.approx(math.pi * diameter * turns / 1000, rel=1e-7)
        if item.kind == "drill":
            assert preset.feed_rate.m == pytest.approx(preset.feed_per_rev.m * turns, rel=1e-7)
        else:
            assert preset.feed_rate.m == pytest.approx(preset.feed_per_tooth.m * turns * item.si("teeth"), rel=1e-7)
            assert preset.plunge_feed_rate.m == pytest.approx(0.33 * preset.feed_rate.m, rel=1e-6)


def test_it_goes_back_to_fusion_with_everything_else(library, found, tmp_path):
    path = tmp_path / "out.json"
    assert write_library(found, path) == ()
    again = json.loads(path.read_text())["data"]
    changed = again[0]["start-values"]["presets"]
    assert changed[0] == OTHER
    assert (changed[1]["mine"], changed[1]["tool-coolant"], changed[1]["stepdown"]) == ("kept", "mist", 3.0)
    assert [one.get("kept") for one in again] == [[1], [2], [3], None, [4]]
    assert again[3] == RECORDS[3]
    assert again[4] == RECORDS[4]
    inch = again[1]["start-values"]["presets"][0]
    assert inch["v_c"] == pytest.approx(math.pi * 0.5 * inch["n"] / 12, rel=1e-7)
    assert inch["f_z"] == pytest.approx(inch["v_f"] / (inch["n"] * 4), rel=1e-7)
    assert inch["f_n"] == pytest.approx(inch["v_f_plunge"] / inch["n"], rel=1e-9)
    depth = found.items[1].presets[0].axial_depth.to("mm").m
    assert 0.1 * 6.35 <= depth < 6.35  # less than usual, for the deflection of a slender ball nose
    assert inch["stepdown"] == pytest.approx(depth / 25.4, rel=1e-9)
    assert any("instead of" in one.reason for one in found.problems if one.item == "T2 tool 2")
    drill = again[2]["start-values"]["presets"][0]
    assert drill["use-feed-per-revolution"] is True
    assert drill["v_f_plunge"] == pytest.approx(drill["f_n"] * drill["n"], rel=1e-7)
    reread = read_library(path)
    assert not {"cutting_speed", "feed_per_tooth", "f_n"} & {one.field for one in reread.problems}


def test_refreshing_twice_changes_nothing(found):
    assert refresh(found, "6061-T6", "haas-vf2").items == found.items


def test_a_machine_holds_the_speed_down(library):
    free = refresh(library, "6061-T6").items[0].presets[1].spindle_speed.m
    held = refresh(library, "6061-T6", "haas-vf2").items[0].presets[1].spindle_speed.m
    assert held <= 8100 <= free


def test_a_plan_that_breaks_a_limit_makes_no_preset():
    thin = EndMill(diameter="2 mm", teeth=2, stickout="60 mm", flute_length="50 mm")
    found = refresh(Library((Item("flat end mill", 1, tool=thin),)), "Ti-6Al-4V", usual=Usual(1.0, 20.0))
    assert found.items[0].presets == ()
    assert "breaks a limit" in found.problems[-1].reason


def test_taps_reamers_and_what_needs_its_own_job():
    tap = Item("tap", 1, tool=Tap(thread="M10", kind="spiral point"))
    reamer = Item(
        "reamer", 2, tool=Reamer(diameter="10 mm", teeth=6, stickout="80 mm", flute_length="38 mm", material="hss")
    )
    thread_mill = Item("thread mill", 3, tool=ThreadMill(diameter="8 mm", teeth=3, stickout="30 mm",
                                                         flute_length="20 mm", pitch="1.5 mm"))  # fmt: skip
    library = Library((tap, reamer, thread_mill))
    found = refresh(library, "1018")
    (preset,) = found.items[0].presets
    assert preset.cutting_speed.m == pytest.approx(math.pi * 10 * preset.spindle_speed.m / 1000, rel=1e-7)
    assert set(preset.values()) == {"spindle_speed", "cutting_speed"}  # the feed of a tap is its pitch
    assert [item.presets for item in found.items[1:]] == [(), ()]
    assert any("reaming_allowance" in str(one) for one in found.problems)
    assert any("needs to know its part" in str(one) for one in found.problems)
    assert refresh(library, "1018", usual=Usual(reaming_allowance="0.2 mm")).items[1].presets


def test_a_job_of_ones_own():
    item = Item("flat end mill", 1, tool=EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm"))

    def slot(item, material, machine, usual):
        return Milling(material=material, machine=machine, tool=item.tool, radial_depth="10 mm", axial_depth="0.5 mm")

    found = refresh(Library((item,)), "4140", jobs=slot, name="slots")
    assert (found.items[0].presets[0].name, found.items[0].presets[0].radial_depth.m) == ("slots", 10.0)
    assert "4140" in found.items[0].presets[0].note


def test_a_drill_does_not_drill_deeper_than_its_flutes():
    drill = Item("drill", 1, tool=Drill(diameter="10 mm", stickout="60 mm", flute_length="20 mm"))
    assert usual_job(drill, "4140", None, Usual()).depth.to("mm").m == pytest.approx(15.0, rel=1e-12)


@pytest.mark.parametrize(
    "given", [{"radial_share": 1.2}, {"radial_share": 0}, {"axial_share": float("nan")}, {"plunge_share": "a third"},
              {"hole_depth_share": True}],
)  # fmt: skip
def test_shares_that_cannot_be(given):
    with pytest.raises(InputError, match=next(iter(given))):
        Usual(**given)


def test_names_that_no_table_holds(library):
    for names in (("unobtainium", None), ("4140", "no machine")):
        with pytest.raises(InputError):
            refresh(library, *names)
    assert Preset("x").name == "x"
    assert cl.EndMill is EndMill

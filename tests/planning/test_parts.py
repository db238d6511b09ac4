"""Parts: times, tools and costs against a hand calculation, and what cannot be."""

import json
import math

import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS, LIFE

import chipload as cl
from chipload.errors import InputError

OUTSIDE = make(cut_length="2 m", cutting_speed="200 m/min", axial_depth="4 mm", **LIFE)
POCKET = make(cut_length="1 m", cutting_speed="200 m/min", axial_depth="2 mm", radial_depth="10 mm", **LIFE)
HOLES = JOBS["drilling"]


def part(**changed):
    operations = [
        {"label": "outside", "job": OUTSIDE, "moves": "20 s"},
        {"label": "pocket", "job": POCKET},
        {"label": "holes", "job": HOLES.model_dump(mode="json"), "moves": "8 s"},
    ]
    given = {
        "name": "bracket", "operations": operations, "quantity": 25, "tool_swap_time": "6 s", "loading_time": "45 s",
        "setup_time": "20 min",
    }  # fmt: skip
    return cl.Part(**{**given, **changed})


def test_times_are_those_of_a_hand_calculation():
    found = cl.plan_part(part())
    feed = 0.05 * 4 * 200e3 / (math.pi * 10)  # mm/min
    holes = cl.plan(HOLES).cutting_time.m
    # two tools change places twice a part: to the mill after the drill of the part before, and to the drill
    assert found.times == pytest.approx((2000 / feed * 60 + 20 + 6, 1000 / feed * 60, holes + 8 + 6), rel=1e-9)
    one = 3000 / feed * 60 + holes + 28 + 12 + 45
    assert found.time_per_part.to("s").m == pytest.approx(one, rel=1e-9)
    assert found.time_of_batch.to("min").m == pytest.approx(20 + 25 * one / 60, rel=1e-9)
    assert found.bottleneck == 0


def test_one_tool_is_never_changed():
    found = cl.plan_part(part(operations=[{"label": "a", "job": OUTSIDE}, {"label": "b", "job": POCKET}]))
    assert sum(found.times) == pytest.approx(sum(one.cutting_time.m for one in found.plans), rel=1e-12)
    assert [use.labels for use in found.tools] == [("a", "b")]


def test_tools_and_edges():
    found = cl.plan_part(part())
    mill, drill = found.tools
    assert mill.labels == ("outside", "pocket")
    life = 30 * 60 * (100 / 200) ** (1 / 0.25)  # Taylor, from the known life of 30 min at 100 m/min
    assert mill.edges == pytest.approx(mill.cutting_time / life, rel=1e-9)
    assert drill.labels == ("holes",)


def test_the_cost_is_the_sum_and_is_said_to_lack_what_it_lacks():
    found = cl.plan_part(part())
    assert found.cost_per_part == pytest.approx(sum(one.cost.m for one in found.plans), rel=1e-12)
    assert f"cost {found.cost_per_part:.2f}" in str(found)
    unknown = cl.plan_part(part(operations=[{"label": "rough", "job": make(cut_length="1 m")}]))
    assert math.isnan(unknown.cost_per_part)
    assert "economy or a known life is missing for rough" in str(unknown)
    assert unknown.to_dict()["cost_per_part"] is None


def test_the_part_tells_what_stops_the_longest_operation_and_what_is_exceeded():
    text = cl.plan_part(part()).describe("inch")
    assert "outside takes longest; what stops it first is" in text
    found = cl.plan_part(part(operations=[{"label": "deep", "job": make({"stickout": "60 mm"}, cut_length="1 m")}]))
    assert not found.feasible
    assert "deep: deflection: " in str(found)


def test_every_operation_goes_into_a_part_and_back():
    whole = cl.Part(name="all", operations=[{"label": name, "job": job} for name, job in JOBS.items()])
    again = cl.Part.model_validate_json(whole.model_dump_json())
    assert again == whole
    found = cl.plan_part(again)
    plain = json.loads(found.to_json())
    assert [one["job"]["operation"] for one in plain["plans"]] == list(JOBS)
    assert plain["time_per_part_s"] == pytest.approx(sum(cl.plan(job).cutting_time.m for job in JOBS.values()))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"operations": []}, "operations: there is none"),
        ({"operations": [{"label": "a", "job": 3}]}, r"operations\.0\.job: 3 is no job"),
        ({"operations": [{"label": "a", "job": {"operation": "welding"}}]}, "there is no 'welding'"),
        ({"operations": [{"label": "a", "job": OUTSIDE}, {"label": "a", "job": POCKET}]}, "'a' is the label of two"),
        ({"operations": [{"job": OUTSIDE}]}, r"operations\.0\.label: it is missing"),
        ({"tool_swap_time": "6 mm"}, "tool_swap_time: "),
        ({"quantity": 0}, "quantity: "),
        (
            {"operations": [{"label": "a", "job": {**HOLES.model_dump(mode="json"), "depth": "-3 mm"}}]},
            r"operations\.0\.job\.depth: ",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(changed, problem):
    with pytest.raises(InputError, match=problem):
        part(**changed)


def test_an_operation_without_a_path_has_no_time():
    with pytest.raises(InputError, match=r"operations\.0\.job\.cut_length: 'a' has no time"):
        cl.plan_part(part(operations=[{"label": "a", "job": make()}]))


def test_an_operation_that_cannot_be_planned_is_named():
    with pytest.raises(InputError, match=r"operations\.0\.job\.material: "):
        cl.plan_part(part(operations=[{"label": "a", "job": make(material="unobtainium", cut_length="1 m")}]))

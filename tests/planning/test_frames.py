"""Jobs from pandas frames, and plans and sweeps as frames."""

import math

import pandas
import pytest
from jobs_for_tests import make
from jobs_of_operations import JOBS

import chipload as cl
from chipload.errors import InputError
from chipload.planning.filling import filled

SHARED = {"material": "6061-T6", "machine": "haas-vf2", "radial_depth": "1 mm", "axial_depth": "6 mm"}
TOOLS = pandas.DataFrame(
    {
        "diameter [mm]": [6, 10.5], "teeth": [3, 4], "stickout [mm]": [20, 30], "flute_length": ["13 mm", "7/8 in"],
        "tool.material": ["hss", None], "cutting speed [m/min]": [math.nan, 250],
    },
    index=["T1", "T2"],
)  # fmt: skip


def test_a_row_is_a_job():
    first, second = cl.jobs_of_frame(TOOLS, SHARED)
    tool = cl.EndMill(diameter="6 mm", teeth=3, stickout="20 mm", flute_length="13 mm", material="hss")
    assert first == cl.Milling(tool=tool, **SHARED)
    tool = cl.EndMill(diameter="10.5 mm", teeth=4, stickout="30 mm", flute_length="7/8 in")
    assert second == cl.Milling(tool=tool, cutting_speed="250 m/min", **SHARED)


@pytest.mark.parametrize("name", JOBS)
def test_a_job_of_any_operation_is_shared(name):
    frame = pandas.DataFrame({"boldness": [0.25, 0.75]})
    cautious, bold = cl.jobs_of_frame(frame, JOBS[name])
    assert (cautious.boldness, bold.boldness) == (0.25, 0.75)
    assert cautious.tool == JOBS[name].tool
    assert {**cautious.model_dump(), "boldness": None} == {**JOBS[name].model_dump(), "boldness": None}


def test_what_a_column_replaces_is_left_out():
    shared = make(cutting_speed="200 m/min")
    (job,) = cl.jobs_of_frame(pandas.DataFrame({"spindle_speed [rpm]": [3000]}), shared)
    assert job.cutting_speed is None
    assert cl.plan(job).spindle_speed.m_as("rpm") == pytest.approx(3000)
    assert filled({"feed_rate": "1 m/min"}, {"feed_per_tooth": "0.1 mm"}) == {"feed_per_tooth": "0.1 mm"}


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ({"smell": [1]}, "smell: milling has no such field"),
        ({"diameter [mm": [1]}, "the head 'diameter [mm'"),
        ({"teeth": [1], "tool.teeth": [2]}, "tool.teeth is there twice"),
        ({"diameter [mm]": [6, -1]}, "frame, row 1: tool.diameter"),
        ({"diameter": [6]}, "frame, row 0: tool.diameter"),
    ],
)
def test_a_bad_frame_is_a_sentence(frame, said):
    with pytest.raises(InputError) as refused:
        cl.jobs_of_frame(pandas.DataFrame(frame), make())
    assert said in str(refused.value)


def test_plans_side_by_side_hold_the_numbers_of_each():
    plans = [cl.plan(job) for job in cl.jobs_of_frame(TOOLS, SHARED)]
    frame = cl.frame_of_plans(plans)
    assert list(frame["spindle_speed [rpm]"]) == [one.spindle_speed.m for one in plans]
    assert list(frame["feasible"]) == [one.feasible for one in plans]
    assert list(frame["binding"]) == [one.binding.name for one in plans]
    with pytest.raises(InputError, match="plans: there is none"):
        cl.frame_of_plans([])


@pytest.mark.parametrize("name", JOBS)
def test_a_plan_as_a_frame_holds_what_applies(name):
    plan = cl.plan(JOBS[name])
    frame = plan.to_frame()
    assert set(frame.index) == {one for one in plan.operation.kinds if not math.isnan(getattr(plan, one).m)}
    for one, row in frame.iterrows():
        assert row["value"] == getattr(plan, one).m
        assert (row["low"], row["high"]) == tuple(end.m for end in plan.intervals[one])


def test_a_sweep_as_a_frame_has_a_row_for_each_point():
    found = cl.sweep(make(), radial_depth=["1 mm", "2 mm"], axial_depth=["3 mm", "4 mm", "5 mm"])
    frame = cl.frame_of_sweep(found)
    assert len(frame) == 6
    power = frame.set_index(["radial_depth [mm]", "axial_depth [mm]"])["power [kW]"]
    assert power[2, 5] == float(found.power.sel(radial_depth=2, axial_depth=5))

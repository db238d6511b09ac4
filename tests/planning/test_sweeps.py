"""A sweep against the plan of each of its points, its shapes, and input that cannot be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("xarray", reason="labelled results need xarray, which is not installed")

import chipload as cl
from chipload.errors import InputError, UnitError, UnknownNameError
from chipload.planning import blocks
from chipload.planning.axes import with_values
from chipload.planning.milling import MILLING
from chipload.units import from_kernel

TOOL = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
JOB = cl.Milling(
    material="6061-T6", tool=TOOL, machine="haas-vf2", radial_depth="5 mm", axial_depth="10 mm",
    cutting_speed="200 m/min", feed_per_tooth="0.05 mm",
)  # fmt: skip


def agrees_with_the_plan(found, job, **point) -> None:
    """Every result and utilisation at a point of the sweep is that of the plan of the same job."""
    planned = cl.plan(with_values(job, point))
    here = found.sel({name: str(value) for name, value in point.items() if name in found.dims and name == "material"})
    here = here.sel({name: value.m for name, value in point.items() if name != "material"}, method="nearest")
    for name, kind in MILLING.kinds.items():
        expected = from_kernel(kind, getattr(planned.outcome, name)).m
        np.testing.assert_allclose(here[name].item(), expected, rtol=1e-12, err_msg=name)
    for limit in planned.limits:
        np.testing.assert_allclose(here[f"utilisation_{limit.name}"].item(), limit.utilisation, rtol=1e-12)
    assert bool(here.feasible.item()) is planned.feasible


@settings(max_examples=10, deadline=None)
@given(
    width=st.floats(0.2, 10), depth=st.floats(0.5, 20), speed=st.floats(60, 240), feed=st.floats(0.01, 0.12),
    material=st.sampled_from(["6061-T6", "1045", "304"]),
)  # fmt: skip
def test_a_point_of_a_sweep_is_its_plan(width, depth, speed, feed, material) -> None:
    point = {
        "material": material, "radial_depth": cl.Quantity(width, "mm"), "axial_depth": cl.Quantity(depth, "mm"),
        "cutting_speed": cl.Quantity(speed, "m/min"), "feed_per_tooth": cl.Quantity(feed, "mm"),
    }  # fmt: skip
    axes = {name: cl.Quantity(np.array([value.m * 0.7, value.m]), value.units)
            for name, value in point.items() if name != "material"}  # fmt: skip
    found = cl.sweep(JOB, axes, material=["7075-T6", material])
    agrees_with_the_plan(found, JOB, **point)


@pytest.mark.parametrize("fixed", [{"spindle_speed": "6000 rpm"}, {"feed_rate": "900 mm/min"}])
def test_a_speed_or_a_feed_given_for_the_machine_follows_the_axes(fixed) -> None:
    job = with_values(JOB, fixed)
    ball = with_values(job, {"corner_radius": "5 mm", "radial_depth": "0.5 mm"})
    found = cl.sweep(ball, axial_depth=["0.5 mm", "1 mm", "3 mm"])
    for depth in (0.5, 1.0, 3.0):
        agrees_with_the_plan(found, ball, axial_depth=cl.Quantity(depth, "mm"))
    assert len(np.unique(found.feed_per_tooth if "feed_rate" in fixed else found.cutting_speed)) == 3


def test_what_is_open_is_held_at_the_recommendation_of_the_job() -> None:
    job = cl.Milling(material="6061-T6", tool=TOOL, radial_depth="5 mm", axial_depth="10 mm")
    found = cl.sweep(job, axial_depth=["5 mm", "10 mm"])
    planned = cl.plan(job)
    assert found.feed_per_tooth.dims == ()
    assert found.feed_per_tooth.item() == pytest.approx(planned.feed_per_tooth.m, rel=1e-12)
    assert found.power.sel(axial_depth=10).item() == pytest.approx(planned.power.m, rel=1e-12)


def test_a_result_keeps_only_the_axes_it_depends_on() -> None:
    found = cl.sweep(JOB, radial_depth=["2 mm", "5 mm"], stickout=["30 mm", "40 mm", "50 mm"])
    assert found.spindle_speed.dims == ()
    assert found.removal_rate.dims == ("radial_depth",)
    assert found.deflection.dims == ("radial_depth", "stickout")
    assert found.power.attrs["units"] == "kW"
    assert found.radial_depth.attrs["units"] == "mm"


@pytest.mark.parametrize("block", [1, 3, 7, 100])
def test_blocks_give_what_the_whole_gives(monkeypatch, block) -> None:
    axes = {
        "cutting_speed": cl.Quantity(np.linspace(50, 240, 5), "m/min"),
        "axial_depth": cl.Quantity(np.linspace(1, 20, 4), "mm"), "stickout": ["30 mm", "45 mm"],
    }  # fmt: skip
    whole = cl.sweep(JOB, axes)
    monkeypatch.setattr(blocks, "BLOCK", block)
    done = []
    parts = cl.sweep(JOB, axes, progress=done.append)
    for name in whole.data_vars:
        expanded = whole[name].broadcast_like(parts[name]).transpose(*parts[name].dims)
        np.testing.assert_array_equal(parts[name], expanded)
    assert done[-1] == pytest.approx(1.0, rel=1e-12, abs=0)
    assert done == sorted(done)


def test_a_ball_nose_that_is_narrower_than_the_step_cannot_cut_it() -> None:
    ball = cl.EndMill(diameter="10 mm", teeth=2, stickout="30 mm", flute_length="20 mm", corner_radius="5 mm")
    job = with_values(JOB, {"radial_depth": "4 mm", "axial_depth": "3 mm"}).model_copy(update={"tool": ball})
    found = cl.sweep(job, axial_depth=["0.1 mm", "3 mm"])
    assert np.isnan(found.power.sel(axial_depth=0.1))
    assert not found.feasible.sel(axial_depth=0.1)
    assert found.power.sel(axial_depth=3.0) > 0


def test_what_progress_raises_stops_the_sweep() -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cl.sweep(JOB, axial_depth=["1 mm", "2 mm"], progress=stop)


def test_only_what_is_wanted_comes_back() -> None:
    found = cl.sweep(JOB, axial_depth=["1 mm", "2 mm"], outputs=["power", "torque"], limits=False)
    assert set(found.data_vars) == {"power", "torque"}


@pytest.mark.parametrize(
    ("axes", "kind", "says"),
    [
        ({}, InputError, "axes: there is none"),
        ({"radial_depth": []}, InputError, "radial_depth: the axis is empty"),
        ({"radial_depth": cl.Quantity([1.0, 2.0], "kg")}, UnitError, "radial_depth: .* is not a length"),
        ({"radial_depth": ["2 mm", "50 mm"]}, InputError, "radial_depth: 50.000 mm is more than the diameter"),
        ({"radial_depth": "2 mm"}, InputError, "a list or a one-dimensional array"),
        ({"radialdepth": ["2 mm"]}, InputError, "radialdepth: there is no such field"),
        ({"cutting_speed": ["9 m/min"], "spindle_speed": ["9 rpm"]}, InputError, "set the same thing"),
        ({"material": ["nothing of the kind"]}, UnknownNameError, "material: 'nothing of the kind' is in no table"),
        ({"axial_depth": ["-1 mm"]}, InputError, "axial_depth"),
    ],
)
def test_bad_axes(axes, kind, says) -> None:
    with pytest.raises(kind, match=says):
        cl.sweep(JOB, axes)


def test_an_unknown_output() -> None:
    with pytest.raises(InputError, match="outputs: 'pow' is no result of a plan"):
        cl.sweep(JOB, axial_depth=["1 mm"], outputs=["pow"])

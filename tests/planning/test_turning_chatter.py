"""Chatter as a limit of the lathe: numbers of the formula room, trends, and what is said."""

import numpy as np
import pytest
from jobs_of_operations import JOBS

import chipload as cl
from chipload.dynamics import stable_width_at_any_speed
from chipload.errors import InputError

MODE = {"natural_frequency": "250 Hz", "modal_stiffness": "30 N/um", "damping_ratio": 0.03}
LATHE = ("turning", "facing", "boring", "grooving", "parting")


def with_mode(name, **changed):
    job = JOBS[name]
    return type(job)(**{**{one: getattr(job, one) for one in job.model_fields_set}, **MODE, **changed})


def chatter(job):
    return next(one for one in cl.plan(job).limits if one.name == "chatter")


@pytest.mark.parametrize("name", LATHE)
def test_the_width_is_held_to_the_lobes(name):
    plan = cl.plan(with_mode(name, orientation_factor=0.6))
    found = next(one for one in plan.limits if one.name == "chatter")
    slope = float((1 - plan.prepared.cut.mc) * plan.outcome.specific_cutting_force)
    floor = stable_width_at_any_speed.si(30e6, 0.03, slope, 0.6)
    width = cl.dynamics.single_mode_turning_width(
        plan.spindle_speed, cl.Quantity(slope, "Pa"), "250 Hz", "30 N/um", 0.03, 0.6
    )
    assert found.allowed == pytest.approx(width.to("m").m, rel=1e-12)
    assert found.allowed >= floor * (1 - 1e-12)
    assert found.value >= getattr(plan.prepared.cut, "width" if name in ("grooving", "parting") else "depth_of_cut")


@pytest.mark.parametrize("name", LATHE)
def test_a_stiffer_mode_takes_a_wider_cut(name):
    base, stiffer = (chatter(with_mode(name, modal_stiffness=f"{one} N/um")) for one in (30, 60))
    assert stiffer.allowed == pytest.approx(2 * base.allowed, rel=1e-12)
    np.testing.assert_allclose(stiffer.utilisation, base.utilisation / 2, rtol=1e-12)


def test_what_is_given_in_part_is_refused():
    with pytest.raises(InputError, match="damping_ratio: the check for chatter needs"):
        with_mode("turning", damping_ratio=None)


def test_what_is_not_checked_is_said():
    assert any("chatter is not checked" in text for text in cl.plan(JOBS["turning"]).assumptions)
    assert not any("chatter is not checked" in text for text in cl.plan(with_mode("turning")).assumptions)

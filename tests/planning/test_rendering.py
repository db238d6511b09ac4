"""A plan as text, HTML and JSON: the same rows everywhere."""

import html
import json

import pytest
from jobs_for_tests import make

import chipload as cl
from chipload.planning.rendering import result_rows


@pytest.fixture(scope="module")
def plan():
    return cl.plan(make())


@pytest.mark.parametrize("system", ["metric", "inch"])
def test_text_shows_every_row(plan, system):
    text = plan.describe(system)
    for row in result_rows(plan, system):
        assert row.label in text
        assert row.value in text
        assert row.interval in text
    assert str(plan) == plan.describe("metric")
    assert "bound by deflection" in text
    assert all(limit.label in text for limit in plan.limits)


def test_the_digits_are_those_of_the_trade(plan):
    shown = {row.name: row.value for row in result_rows(plan)}
    assert shown["spindle_speed"] == "9549 rpm"
    assert shown["feed_rate"] == "1910 mm/min"
    assert shown["mean_chip_thickness"] == "0.0318 mm"
    inch = {row.name: row.value for row in result_rows(plan, "inch")}
    assert inch["feed_rate"] == "75.2 in/min"
    assert inch["cutting_speed"] == "984 sfm"


def test_inch_text_speaks_inch_throughout(plan):
    text = plan.describe("inch")
    rest = text.split("\n", 1)[1]
    assert " mm" not in rest
    assert "m/min" not in rest
    assert "MPa" not in rest


def test_html_escapes_and_shows_every_row(plan):
    page = plan._repr_html_()
    for row in result_rows(plan):
        assert html.escape(row.value) in page
    hostile = cl.plan(make(machine=None))
    assert "<script" not in hostile._repr_html_()


def test_json_is_plain_and_complete(plan):
    found = json.loads(plan.to_json())
    assert found["results"]["spindle_speed"]["value"] == plan.spindle_speed.m
    assert found["results"]["power"]["low"] == plan.intervals["power"][0].m
    assert found["binding"] == plan.binding.name
    assert cl.Milling.model_validate(found["job"]) == plan.job
    unknown = next(limit for limit in found["limits"] if limit["name"] == "torque")
    assert unknown["utilisation"] is None


def test_a_number_that_does_not_apply_is_left_out():
    plan = cl.plan(make(style="face"))
    assert "roughness_rz" not in {row.name for row in result_rows(plan)}
    assert json.loads(plan.to_json())["results"]["roughness_rz"] is None


def test_an_unknown_number_is_named(plan):
    with pytest.raises(AttributeError):
        plan.sparkle  # noqa: B018

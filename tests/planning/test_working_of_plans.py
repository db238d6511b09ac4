"""The working of a plan in full, with the sources of its catalog."""

from __future__ import annotations

import pytest
from jobs_for_tests import make

import chipload as cl
from chipload.errors import InputError


@pytest.fixture(scope="module")
def plan() -> cl.Plan:
    return cl.plan(make())


def test_every_source_is_told_in_full(plan: cl.Plan) -> None:
    text = plan.show_working()
    for step in plan.working:
        source = plan.catalog.source(step.source)
        assert source.title in text
        assert source.author in text
        assert source.address in text


def test_what_was_assumed_comes_first(plan: cl.Plan) -> None:
    head, _, _ = plan.show_working().partition("\n1. ")
    assert head.splitlines()[1:] == [f"  - {text}" for text in plan.assumptions]


def test_every_step_is_there_in_every_form(plan: cl.Plan) -> None:
    count = len(plan.working)
    assert plan.show_working("html").count('<th scope="row"') == count
    assert plan.show_working("latex").count(r"\item[]") == count
    assert plan.show_working("text").count("   gives ") == count


def test_the_system_is_followed(plan: cl.Plan) -> None:
    assert "984 sfm" in plan.show_working("text", "inch")
    assert "300.0 m/min" in plan.show_working("text")


def test_showing_it_changes_nothing(plan: cl.Plan) -> None:
    before = str(plan.working)
    plan.show_working("html")
    assert str(plan.working) == before
    assert plan.working.taken == []


def test_another_form_is_refused(plan: cl.Plan) -> None:
    with pytest.raises(InputError, match="show_working, form: 'pdf' is not known; choose from text, html, latex"):
        plan.show_working("pdf")

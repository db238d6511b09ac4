"""What a notebook shows of each thing a person works with."""

import dataclasses
import html
from html.parser import HTMLParser

import pytest
from jobs_for_tests import make

import chipload as cl

HOSTILE = "<script>alert(1)</script>"


class Balanced(HTMLParser):
    """Reads a page, and fails where a tag is closed that is not open."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(page):
    reader = Balanced()
    reader.feed(page)
    assert reader.open == []
    return reader


def things():
    tables = cl.catalog.default()
    plan = cl.plan(make())
    cuts = [cl.Measured(make(feed_per_tooth=f"{feed} mm"), power="2 kW") for feed in (0.05, 0.1)]
    part = cl.Part(name=HOSTILE, operations=[{"label": HOSTILE, "job": make(cut_length="1 m")}])
    return {
        "plan": plan,
        "working": plan.working,
        "optimum": cl.optimise(make(spindle_speed="8000 rpm", cutting_speed=None), {"axial_depth": ("1 mm", "5 mm")}),
        "part": cl.plan_part(part),
        "material": tables.material("1045"),
        "machine": tables.machine("haas-vf2"),
        "comparison": cl.catalog.compare("1045", "304"),
        "calibration": cl.calibrate(cuts),
        "lives": cl.calibrate_life(["25 m/min", "35 m/min"], ["90 min", "20 min"], "1045", "hss"),
    }


THINGS = things()


@pytest.mark.parametrize("name", THINGS)
def test_it_shows_itself_as_html_that_is_whole(name):
    page = read(THINGS[name]._repr_html_())
    assert page.tags
    assert "script" not in page.tags


def test_a_material_shows_every_figure_with_its_source():
    material = THINGS["material"]
    page = material._repr_html_()
    for figure in material.figures:
        assert html.escape(figure.show()) in page
        assert all(key in page for key in figure.source)


def test_what_an_owner_wrote_into_a_table_is_text():
    page = dataclasses.replace(THINGS["material"], title=HOSTILE)._repr_html_()
    assert "script" not in read(page).tags
    assert html.escape(HOSTILE) in page
    assert html.escape(HOSTILE) in THINGS["part"]._repr_html_()

"""What only a browser shows: typing, switching, sharing, the width of a phone, and silence on the network."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser

JOB = "/?" + "&".join(
    f"{name}={quote(text)}"
    for name, text in {"d": "7.93751234 mm", "ae": "1/8", "vc": "317.3 m/min", "fz": "0.0513 mm/tooth"}.items()
)


def expect(locator):
    from playwright.sync_api import expect as wait_for

    return wait_for(locator)


def metric(page, label):
    return page.get_by_test_id("stMetric").filter(has_text=label).get_by_test_id("stMetricValue")


def switch(page, system, settle):
    page.get_by_role("radio", name={"metric": "mm", "inch": "inch"}[system], exact=True).click()
    unit = {"metric": "mm", "inch": "in"}[system]
    page.get_by_label(f"Diameter ({unit})", exact=True).wait_for()
    settle(page)


def values(page):
    page.get_by_label("Feed per tooth").first.wait_for()
    fields = page.locator("input[type=text]").evaluate_all("all => all.map(one => [one.ariaLabel, one.value])")
    return fields, page.get_by_test_id("stMetricValue").all_inner_texts()


def test_24_switches_leave_every_value(new_page, settle):
    page = new_page(JOB)
    expect(metric(page, "Spindle speed")).to_have_text("12724 rpm")
    before = values(page)
    assert len(before[0]) > 12
    for number in range(24):
        switch(page, ("inch", "metric")[number % 2], settle)
    assert values(page) == before


def test_edit_without_enter_then_switch_is_kept(new_page, settle):
    page = new_page()
    page.get_by_label("Radial depth ae (mm)", exact=True).fill("3")
    page.get_by_role("radio", name="inch", exact=True).click()
    expect(page.get_by_label("Radial depth ae (in)", exact=True)).to_have_value("0.11811")
    switch(page, "metric", settle)
    expect(page.get_by_label("Radial depth ae (mm)", exact=True)).to_have_value("3")
    assert "ae=3%20mm" in page.url or "ae=3+mm" in page.url


def test_decimal_comma_is_a_decimal(new_page):
    page = new_page()
    box = page.get_by_label("Diameter (mm)", exact=True)
    box.click()
    box.press("Control+a")
    page.keyboard.type("12,5")
    box.press("Enter")
    expect(page.get_by_text("= 12.500 mm = 0.4921 in")).to_be_visible()
    expect(metric(page, "Spindle speed")).to_have_text("8276 rpm")


def test_shared_link_reproduces_job(new_page, settle):
    first = new_page()
    for label, text in (("Diameter (mm)", "1/2"), ("Axial depth ap (mm)", "6,35"), ("Spindle speed (rpm)", "4321")):
        first.get_by_label(label, exact=True).fill(text)
        first.get_by_label(label, exact=True).press("Enter")
        settle(first)
    expect(metric(first, "Spindle speed")).to_have_text("4321 rpm")
    switch(first, "inch", settle)
    wanted = values(first)
    second = new_page(first.url[first.url.index("/", 8) :])
    expect(metric(second, "Spindle speed")).to_have_text("4321 rpm")
    settle(second)
    assert values(second)[1] == wanted[1]


def test_link_shown_is_the_address(new_page):
    page = new_page(JOB)
    page.get_by_text("Share or save this job").click()
    shown = page.get_by_test_id("stCode").inner_text().strip()
    again = new_page(shown[shown.index("/", 8) :])
    expect(metric(again, "Spindle speed")).to_have_text("12724 rpm")


def test_saved_job_opens_again(new_page, tmp_path):
    page = new_page(JOB)
    page.get_by_text("Share or save this job").click()
    with page.expect_download() as saved:
        page.get_by_text("Save the job as a file").click()
    file = tmp_path / "job.json"
    saved.value.save_as(file)
    assert json.loads(file.read_text())["tool"]["diameter"] == "7.93751234 mm"
    other = new_page()
    other.get_by_text("Share or save this job").click()
    other.locator("input[type=file]").set_input_files(file)
    expect(metric(other, "Spindle speed")).to_have_text("12724 rpm")


def test_bad_input_says_so_and_shows_no_number(new_page):
    page = new_page(JOB)
    box = page.get_by_label("Flute length (mm)", exact=True)
    box.fill("45")
    box.press("Enter")
    expect(page.get_by_text("flutes of 45.000 mm are longer than the stick-out")).to_be_visible()
    expect(page.get_by_test_id("stMetric")).to_have_count(0)
    assert page.get_by_text("Traceback").count() == 0
    box.fill("25")
    box.press("Enter")
    expect(metric(page, "Spindle speed")).to_have_text("12724 rpm")


def test_alias_finds_material(new_page, settle):
    page = new_page()
    page.get_by_label("Material", exact=True).click()
    page.keyboard.type("1.4301")
    page.get_by_role("option", name="AISI 304 stainless steel · ").first.click()
    settle(page)
    assert "material=304" in page.url


def test_value_survives_visit_to_another_page(new_page, visit):
    page = new_page(JOB)
    visit(page, "Tables", "Tables")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    visit(page, "Cut", "Milling")
    expect(metric(page, "Spindle speed")).to_have_text("12724 rpm")
    expect(page.get_by_label("Diameter (mm)", exact=True)).to_have_value("7.93751234")


@pytest.mark.parametrize("path", [JOB, "/formulas", "/tables", "/about"])
def test_phone_needs_no_sideways_scroll(new_page, path):
    page = new_page(path, viewport={"width": 375, "height": 812}, is_mobile=True, has_touch=True)
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    )
    assert wide <= 375
    if path == JOB:
        expect(metric(page, "Spindle speed")).to_be_in_viewport()
        expect(page.get_by_text("Limited by").first).to_be_in_viewport()


def test_labels_are_unique_and_pictures_have_words(new_page):
    page = new_page(JOB)
    labels = page.locator("input[type=text]").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert all(labels)
    assert len(set(labels)) == len(labels)
    expect(page.locator("img")).to_have_count(2)
    alts = page.locator("img").evaluate_all("all => all.map(one => [one.alt, one.naturalWidth])")
    assert all(len(alt) > 40 and width > 100 for alt, width in alts)

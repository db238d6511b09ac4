"""The shop's own tables on the page: checked, kept, compared, taken away."""

from __future__ import annotations

import io
import zipfile

import pytest

from chipload import catalog
from chipload.app.own_tables import _template
from chipload.catalog.loading import COLUMNS

HEADER = ",".join(COLUMNS["kienzle.csv"])
GOOD = "6061-t6,milling,690,MPa,0.23,,,,measured,S10,our dynamometer"
BAD = "6061-t6,milling,heavy,MPa,0.23,,,,measured,S10,"


def upload(page, name, *rows):
    content = "\n".join([HEADER, *rows, ""]).encode()
    page.file_uploader[0].upload(name, content, "text/csv").run()
    return page


def said(page):
    return " ".join(one.value for one in (*page.markdown, *page.warning, *page.error)).replace("\\", "")


def test_an_upload_is_checked_and_kept(open_page):
    page = upload(open_page("tables"), "kienzle.csv", GOOD, BAD)
    assert not page.exception
    assert "1 row can be used, 1 left out" in said(page)
    assert "kienzle.csv, line 3: 'heavy' is not a number" in said(page)
    assert catalog.default().material("6061").kienzle[0].kc11 == 800e6  # a check keeps nothing
    page.button(key="w_keep_table").click().run()
    assert not page.exception
    assert (catalog.user_folder() / "kienzle.csv").is_file()
    assert catalog.default().material("6061").kienzle[0].kc11 == 690e6


@pytest.mark.parametrize("name", ["notes.csv", "materials (1).csv"])
def test_a_file_that_is_no_table_is_a_sentence(open_page, name):
    page = upload(open_page("tables"), name, GOOD)
    assert not page.exception
    assert "is no table; a table has one of the names" in said(page)
    assert not [button for button in page.button if button.key == "w_keep_table"]


def test_nothing_to_keep_where_no_row_is_good(open_page):
    page = upload(open_page("tables"), "kienzle.csv", BAD)
    assert "0 rows can be used" in said(page)
    assert not [button for button in page.button if button.key == "w_keep_table"]


def test_the_template_holds_every_table():
    with zipfile.ZipFile(io.BytesIO(_template())) as archive:
        assert set(archive.namelist()) == set(COLUMNS)
        assert archive.read("kienzle.csv").decode().strip() == HEADER


def test_materials_side_by_side(open_page):
    page = open_page("tables")
    page.multiselect(key="w_compare").set_value(["6061-t6", "304"]).run()
    assert not page.exception
    frame = page.dataframe[1].value
    assert list(frame.columns) == ["Figure", "Aluminium 6061-T6", "AISI 304 stainless steel"]
    assert frame.set_index("Figure").loc["kc1.1", "Aluminium 6061-T6"] == "800 MPa (class value)"

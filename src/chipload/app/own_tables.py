"""The shop's own tables on the page: check an upload, keep it, take a template away."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from chipload import catalog
from chipload.app.text import literal
from chipload.catalog.own import check_table, export_template, keep_table
from chipload.errors import ChiploadError


def show() -> None:
    """Draw the section."""
    folder = literal(str(catalog.user_folder()))
    st.markdown(f"Tables of the same shape as the shipped ones win over them. Yours are kept in {folder}.")
    st.download_button("Download empty tables", _template, "chipload-tables.zip", "application/zip", on_click="ignore")
    given = st.file_uploader("Table to check (a CSV file with the name of a table)", type="csv", key="w_own_table")
    if given is None:
        return
    content = given.getvalue()
    try:
        rows, problems = check_table(given.name, content)
    except ChiploadError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return
    for problem in problems[:20]:
        st.warning(literal(str(problem)), icon=":material/warning:")
    used = "1 row can be used" if rows == 1 else f"{rows} rows can be used"
    st.markdown(f"{used}, {len(problems)} left out.")
    if rows:
        st.button("Keep this table", on_click=_keep, args=(given.name, content), key="w_keep_table")


def _keep(name: str, content: bytes) -> None:
    try:
        place = keep_table(name, content)
    except ChiploadError as error:
        st.toast(literal(str(error)), icon=":material/error:")
        return
    catalog.default.cache_clear()
    st.toast(f"Kept as {literal(str(place))}; it counts from now on.", icon=":material/check:")


def _template() -> bytes:
    """Every table with its header, as a ZIP file."""
    packed = io.BytesIO()
    with TemporaryDirectory() as name, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in export_template(Path(name)):
            archive.write(file, file.name)
    return packed.getvalue()

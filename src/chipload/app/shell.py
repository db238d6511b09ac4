"""The frame of every page: navigation, the unit switch, and what is wrong with the user's own tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from chipload import catalog
from chipload.app import state
from chipload.app.navigation import GROUPS, PLACES, Place
from chipload.app.text import literal
from chipload.errors import TableError

VIEWS = Path(__file__).with_name("views")

_STYLE = """<style>
[data-testid="stMainBlockContainer"] {padding: 3.6rem 1.5rem 3rem; max-width: 84rem;}
[data-testid="stCaptionContainer"] p {font-size: .8rem; line-height: 1.25;}
[data-testid="stMetricDelta"] {background: none; padding: 0; max-width: 100%;}
[data-testid="stMetricDelta"] p {white-space: normal; overflow: visible;}
[data-testid="stMetricValue"] {font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums;}
[data-testid="stMetricValue"] > div, [data-testid="stMetricLabel"] p {white-space: normal; overflow: visible;}
.st-key-numbers {display: grid; grid-template-columns: repeat(auto-fill, minmax(9.2rem, 1fr)); gap: .7rem .8rem;}
.st-key-numbers > div {width: auto; min-width: 0;}
.st-key-inputs {gap: .6rem;}
.st-key-bar {display: none;}
.st-key-inputs [data-testid="stCaptionContainer"] {margin-top: -.75rem; min-height: 1rem;}
@media (max-width: 639px) {
  .st-key-bar {display: block; position: fixed; left: 0; right: 0; bottom: 0; width: 100%; z-index: 99;
    padding: .6rem 1rem;
    background: var(--st-secondary-background-color, #f1f4f7); border-top: 1px solid rgba(128, 140, 155, .5);}
}
@media (min-width: 640px) {
  .st-key-bench > div > [data-testid="stHorizontalBlock"], .st-key-bench > [data-testid="stHorizontalBlock"]
  {flex-direction: row-reverse;}
}
</style>"""


def run() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="chipload", layout="wide")
    state.begin()
    st.html(_STYLE)
    page = st.navigation(
        {group: [_page(place) for place in PLACES if place.group == group] for group in GROUPS},
        position="top",
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.markdown(f"### {page.title}", width="content")
        state.unit_switch()
    if _tables_usable():
        page.run()


def _page(place: Place) -> Any:
    file = VIEWS / f"{place.view}.py"
    return st.Page(file, title=place.title, url_path=place.view, default=place is PLACES[0])


def _tables_usable() -> bool:
    """Say what is wrong with the tables; False where nothing can be looked up at all."""
    try:
        problems = catalog.default().problems
    except TableError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return False
    if problems:
        folder = literal(str(catalog.user_folder()))
        count = f"{len(problems)} row was" if len(problems) == 1 else f"{len(problems)} rows were"
        st.warning(
            f"Your own tables: {count} left out. Mend them in {folder} and start again.\n\n"
            + "\n".join(f"- {literal(str(problem))}" for problem in problems[:20]),
            icon=":material/warning:",
        )
    return True

"""The tables, to look up and to search: every figure with its tier and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from chipload import catalog
from chipload.app import own_tables, state
from chipload.catalog import TIERS, Catalog, Figure
from chipload.units import kinds
from chipload.units import show as shown

Row = dict[str, str]


def show() -> None:
    """Draw the page."""
    tables = catalog.default()
    which = state.choice_field("table", "Table", {name: name for name in TABLES}, first="Materials")
    sought = st.text_input("Search", placeholder="6061, 3.3211, density, Haas …", autocomplete="off", key="w_search")
    rows = list(TABLES.get(which, materials)(tables, state.system()))
    words = sought.casefold().split()
    found = [row for row in rows if all(word in " ".join(row.values()).casefold() for word in words)]
    st.caption(f"{len(found)} of {len(rows)} figures. Tiers, the most trusted first: {', '.join(TIERS)}.")
    st.dataframe(found, hide_index=True, height=560)
    with st.expander("Materials side by side"):
        _side_by_side(tables)
    with st.expander("Your own tables"):
        own_tables.show()


def _side_by_side(tables: Catalog) -> None:
    titles = {name: record.title for name, record in tables.materials.items()}
    chosen = st.multiselect("Materials to compare", list(titles), format_func=titles.__getitem__, key="w_compare")
    if chosen:
        found = catalog.compare(*chosen)
        st.dataframe(
            [
                {"Figure": label, **dict(zip((titles[name] for name in chosen), cells, strict=True))}
                for label, cells in found.rows(state.system())
            ],
            hide_index=True,
        )


def materials(tables: Catalog, system: str) -> Iterable[Row]:
    """Figures of the materials, the constants of the cutting force included."""
    for record in tables.materials.values():
        names = {"Name": record.title, "Also": ", ".join(record.aliases)}
        for kienzle in record.kienzle:
            exponent = "" if kienzle.mc is None else f", mc {kienzle.mc:g}"
            yield {
                **names,
                "Figure": f"specific force kc1.1, {kienzle.operation}",
                "Value": shown(kinds.STRESS, kienzle.kc11, system) + exponent,
                "Tier": kienzle.tier,
                "Source": _titles(tables, kienzle.source),
                "Note": kienzle.note,
            }
        yield from _figures(tables, names, record.figures, system)


def machines(tables: Catalog, system: str) -> Iterable[Row]:
    """Figures of the machines."""
    for record in tables.machines.values():
        names = {"Name": record.title, "Also": f"{record.maker}, {record.type}, {record.taper}"}
        yield from _figures(tables, names, record.figures, system)


def tool_materials(tables: Catalog, system: str) -> Iterable[Row]:
    """Figures of the cutting materials."""
    for record in tables.tool_materials.values():
        yield from _figures(tables, {"Name": record.title, "Also": record.name}, record.figures, system)


def holders(tables: Catalog, system: str) -> Iterable[Row]:
    """Figures of the holders."""
    for record in tables.holders.values():
        yield from _figures(tables, {"Name": record.title, "Also": record.clamping}, record.figures, system)


TABLES: dict[str, Callable[[Catalog, str], Iterable[Row]]] = {
    "Materials": materials,
    "Machines": machines,
    "Tool materials": tool_materials,
    "Holders": holders,
}


def _figures(tables: Catalog, names: Row, figures: Iterable[Figure], system: str) -> Iterable[Row]:
    for figure in figures:
        yield {
            **names,
            "Figure": figure.prop.replace("_", " "),
            "Value": figure.show(system),
            "Tier": figure.tier,
            "Source": _titles(tables, figure.source),
            "Note": figure.note,
        }


def _titles(tables: Catalog, keys: Iterable[str]) -> str:
    return "; ".join(str(tables.sources.get(key, key)) for key in keys)

"""The session: one store of what was typed and chosen; every widget is a view of it, seeded on every run.

A widget's own state is never the truth.  An edit that reaches the server together with a switch of units is
committed in the units it was typed in before anything is converted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from chipload.app import link
from chipload.app.entries import Entry, view
from chipload.app.jobs import Inputs, material_name
from chipload.units.kinds import Kind

SYSTEMS = ("metric", "inch")


def begin() -> None:
    """Begin a run; fill the store of a new session from the address."""
    session = st.session_state
    session["kinds"] = {}  # of the fields drawn in this run: a field that is gone has nothing to commit
    session["excludes"] = {}
    if "entries" in session:
        return
    inputs, session["system"], session["notes"] = link.read(st.query_params.to_dict())
    put(inputs)


def put(inputs: Inputs) -> None:
    """Make `inputs` those of the milling page; other pages keep theirs."""
    session = st.session_state
    session["entries"] = {**session.get("entries", {}), **inputs.entries}
    session["choices"] = {**session.get("choices", {}), **inputs.choices}


def inputs() -> Inputs:
    """The inputs of the milling page as they stand."""
    return Inputs(st.session_state["entries"], st.session_state["choices"])


def system() -> str:
    """The system of units shown."""
    return str(st.session_state["system"])


def entry(name: str, first: Entry) -> Entry:
    """What was typed for `name`; `first` unless anything was."""
    found: Entry = st.session_state["entries"].setdefault(name, first)
    return found


def _commit(name: str) -> None:
    """Take over what the widget of `name` holds, unless that is only the view of what is stored."""
    session = st.session_state
    text = session.get(f"w_{name}")
    if text is None or name not in session["kinds"]:
        return
    entries = session["entries"]
    if text == view(entries[name], session["kinds"][name], system()):
        return
    entries[name] = Entry(text, system())
    other = session["excludes"].get(name)
    if other and text.strip():
        entries[other] = Entry("", system())


def _commit_choice(name: str) -> None:
    chosen = st.session_state.get(f"w_{name}")
    if chosen is not None:
        st.session_state["choices"][name] = material_name(chosen) if name == "material" else chosen


def _switch() -> None:
    session = st.session_state
    for name in session["kinds"]:
        _commit(name)
    session["system"] = session.get("w_system") or session["system"]
    for name, kind in session["kinds"].items():  # a callback of a field may still follow: let it find nothing new
        session[f"w_{name}"] = view(session["entries"][name], kind, system())


def unit_switch() -> None:
    """The control that switches the system of units of every page."""
    st.session_state["w_system"] = system()
    st.segmented_control(
        "Units",
        SYSTEMS,
        label_visibility="collapsed",
        key="w_system",
        on_change=_switch,
        format_func={"metric": "mm", "inch": "inch"}.__getitem__,
    )


def text_field(
    name: str,
    label: str,
    kind: Kind,
    *,
    first: Entry,
    help: str | None = None,
    placeholder: str = "",
    excludes: str = "",
) -> str:
    """A text field for a quantity of `kind`; returns the text shown."""
    session = st.session_state
    session["kinds"][name] = kind
    session["excludes"][name] = excludes
    unit = kind.display(system()).label
    shown = session[f"w_{name}"] = view(entry(name, first), kind, system())
    st.text_input(
        f"{label} ({unit})" if unit else label,
        key=f"w_{name}",
        help=help,
        placeholder=placeholder,
        autocomplete="off",
        on_change=_commit,
        args=(name,),
    )
    return str(shown)


def choice_field(name: str, label: str, options: Mapping[str, str], *, first: str, open: bool = False) -> str:
    """A list; a stored value it does not hold is shown as it is, so that a message can name it.

    `open` lets the user type what is not listed.
    """
    session = st.session_state
    chosen = str(session["choices"].setdefault(name, first))
    offered: Sequence[str] = tuple(options) if chosen in options else (*options, chosen)
    session[f"w_{name}"] = chosen
    more: dict[str, Any] = {"accept_new_options": True, "filter_mode": "contains"} if open else {}
    st.selectbox(
        label,
        offered,
        key=f"w_{name}",
        format_func=lambda option: options.get(option, option),
        on_change=_commit_choice,
        args=(name,),
        **more,
    )
    return chosen


def section(name: str, label: str, expanded: bool = False) -> DeltaGenerator | None:
    """A part of the page that is drawn only while it is open; None while it is closed."""
    box = st.expander(label, expanded=expanded, key=f"open_{name}", on_change="rerun")
    return box if box.open else None

"""Every formula with equation, symbols, units and source, and a small calculator for each."""

from __future__ import annotations

import re
import warnings
from typing import Any

import streamlit as st

from chipload import catalog, cutting, dynamics, finish, mechanics
from chipload.app import state
from chipload.app.entries import Entry, from_canonical, reading, value
from chipload.app.text import literal, sentence
from chipload.errors import InputError
from chipload.units import FORMULAS, Formula, from_kernel
from chipload.units import show as shown
from chipload.units.equation import plain
from chipload.units.glossary import SYMBOLS
from chipload.units.messages import describe

ROOMS = {
    room.__name__.rpartition(".")[2]: (room.__doc__ or "").partition("\n")[0]
    for room in (cutting, mechanics, dynamics, finish)
}
"""The rooms and what each is about."""

AnyFormula = Formula[..., Any]


def show() -> None:
    """Draw the page."""
    names = {name: f"{_title(made)} — {made.plain_equation}" for name, made in FORMULAS.items()}
    chosen = state.choice_field("formula", "Formula", names, first="cutting.spindle_speed")
    if chosen in FORMULAS:
        _calculator(FORMULAS[chosen])
        _symbols(FORMULAS[chosen])
    st.subheader("All formulas")
    for room, about in ROOMS.items():
        made_here = [made for name, made in FORMULAS.items() if name.startswith(f"{room}.")]
        box = state.section(f"room_{room}", f"{room.capitalize()}: {len(made_here)} formulas") if made_here else None
        if box is not None:
            box.caption(literal(about))
            box.markdown(_list_of(made_here))


def _list_of(formulas: list[AnyFormula]) -> str:
    """Title and equation of each; one element, however many there are."""
    lines = ["| Formula | Equation |", "|:--|:--|"]
    lines += [f"| {literal(_title(made))} | {literal(made.plain_equation)} |" for made in formulas]
    return "\n".join(lines)


def _title(made: AnyFormula) -> str:
    words = made.__name__.replace("_", " ").replace(" rz", " Rz").replace(" ra", " Ra")
    return words[:1].upper() + words[1:]


def _about(made: AnyFormula) -> str:
    """First line of the docstring; an argument it names in code reads as words."""
    first = (made.__doc__ or "").partition("\n")[0]
    return re.sub(r"`(\w+)`", lambda named: named[1].replace("_", " "), first)


def _symbols(made: AnyFormula) -> None:
    """What each symbol of the formula means and in which unit it is shown."""
    system = state.system()
    lines = ["| Symbol | Meaning | Unit |", "|:--|:--|:--|"]
    for name in made.parameters:
        kind = made.kind_of(name)
        unit = "" if kind is None else kind.display(system).label
        symbol, words = SYMBOLS.get(name, ("", name.replace("_", " ")))
        lines.append(f"| {literal(plain(symbol))} | {literal(words)} | {literal(unit)} |")
    lines += [
        f"| **{literal(symbol)}** | **{literal(words)}** | {literal(kind.display(system).label)} |"
        for symbol, words, kind in _results(made)
    ]
    st.markdown("\n".join(lines))


def _results(made: AnyFormula) -> list[tuple[str, str, Any]]:
    """Symbol, words and kind of each result."""
    found = []
    for name, kind in zip(made.results, made.result_kinds, strict=True):
        own = name == made.__name__
        symbol = made.plain_symbol(None if own else name)
        words = SYMBOLS[name][1] if name in SYMBOLS else name.replace("_", " ")
        found.append((symbol, words, kind))
    return found


def _calculator(made: AnyFormula) -> None:
    system = state.system()
    with st.container(border=True, key="inputs"):
        st.markdown(sentence(_about(made)))
        st.latex(made.equation)
        given: dict[str, Any] = {}
        problems: list[str] = []
        columns: Any = ()
        for place, name in enumerate(made.parameters):
            if place % 3 == 0:  # one row after the other, so that the Tab key goes along rows
                columns = st.columns(3)
            with columns[place % 3]:
                try:
                    given.update(_argument(made, name))
                except InputError as error:
                    problems += error.problems
        if problems:
            for problem in problems:
                st.error(sentence(problem), icon=":material/error:")
            return
        _answer(made, given, system)


def _argument(made: AnyFormula, name: str) -> dict[str, Any]:
    """The argument as the formula takes it; nothing for one left empty that has a default."""
    kind = made.kind_of(name)
    parameter = made.signature.parameters[name]
    symbol, words = SYMBOLS.get(name, ("", name.replace("_", " ")))
    label = f"{words.partition(',')[0].partition(';')[0].capitalize()} {plain(symbol)}".strip()
    key = f"{made.__name__}-{name}"
    first = made.example.get(name, "" if parameter.default is parameter.empty else parameter.default)
    if kind is None:
        offered = {option: option.replace("_", " ") for option in made.choices_of(name)}
        return {name: state.choice_field(key, label, offered, first=str(first))}
    optional = parameter.default is not parameter.empty
    start = from_canonical(str(first), kind, "metric") if name in made.example else Entry("")
    usual = shown(kind, parameter.default, state.system()) if optional else ""
    text = state.text_field(key, label, kind, first=start, placeholder=usual)
    if optional and not text.strip():
        return {}
    amount = value(state.entry(key, start), kind, label)
    if kind.unit:
        st.caption(literal(reading(amount, text, kind)))
    return {name: from_kernel(kind, amount) if kind.unit else amount}


def _answer(made: AnyFormula, given: dict[str, Any], system: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `notes` says the same, in the units shown
            made(**given)
        arguments = made.signature.bind(**given)
        arguments.apply_defaults()
        values = {name: made.read(name, amount) for name, amount in arguments.arguments.items()}
    except InputError as error:
        for problem in error.problems:
            st.error(sentence(problem.removeprefix(f"{made.__name__}, ")), icon=":material/error:")
        return
    with st.container(key="numbers"):
        for (symbol, words, kind), part in zip(_results(made), made.parts(made.si(**values)), strict=True):
            st.metric(f"{words.partition(',')[0].capitalize()} {symbol}", shown(kind, part, system))
    for note in made.notes(values):
        st.warning(sentence(describe(note, system)), icon=":material/warning:")
    st.caption(f"Source: {literal(str(catalog.source(made.source)))}")

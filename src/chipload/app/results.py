"""A plan on the page: numbers, what limits the cut, warnings, and the working."""

from __future__ import annotations

import html
from dataclasses import fields, is_dataclass

import streamlit as st

from chipload.app.text import literal, sentence
from chipload.catalog import Catalog
from chipload.planning import Limit, Plan
from chipload.planning.rendering import DISCLAIMER, ResultRow, result_rows
from chipload.units import Step
from chipload.units.glossary import SYMBOLS
from chipload.units.messages import describe

HEADLINE = {
    "spindle_speed": "Spindle speed",
    "feed_rate": "Feed rate",
    "cutting_speed": "Cutting speed",
    "feed_per_tooth": "Feed per tooth",
    "mean_chip_thickness": "Chip thickness, mean",
    "max_chip_thickness": "Chip thickness, max",
    "removal_rate": "Removal rate",
    "tangential_force": "Cutting force",
    "torque": "Torque",
    "motor_power": "Motor power",
    "side_force": "Side force on tool",
    "deflection": "Deflection of tip",
}
"""The numbers shown large, in the order in which they are read."""

_HELP = {
    "feed_per_tooth": "As programmed. The chip is thinner where the width of cut is less than half the diameter.",
    "tangential_force": "Mean tangential force of all teeth together.",
    "side_force": "Bends the tool: from the force on the teeth in cut and its radial part.",
    "motor_power": "What the motor must give, losses of the drive included.",
}
_OF_MACHINE = {"motor_power": "power", "torque": "torque", "spindle_speed": "spindle_speed", "feed_rate": "feed_rate"}
CLOSE = 0.8
"""Utilisation from which a limit is called close."""


def numbers(plan: Plan, system: str) -> None:
    """The headline numbers, each with its interval."""
    rows = {row.name: row for row in result_rows(plan, system)}
    with st.container(key="numbers"):
        for name, label in HEADLINE.items():
            row = rows[name]
            st.metric(
                label,
                row.value,
                delta=_below(plan, row),
                delta_color="off",
                delta_arrow="off",
                help=_HELP.get(name),
            )
    st.caption(
        "Below a number: where the truth lies nine times in ten, or the share of the machine's limit that is used. "
        f"**{literal(DISCLAIMER)}**"
    )


def _below(plan: Plan, row: ResultRow) -> str | None:
    """Interval of a number, or its share of what the machine gives."""
    share = next((limit for limit in plan.limits if limit.name == _OF_MACHINE.get(row.name) and limit.known), None)
    part = f"{share.utilisation:.0%} of limit" if share else ""
    return " · ".join(text for text in (row.interval.rsplit(" ", 1)[0], part) if text) or None


def verdict(plan: Plan, system: str) -> None:
    """One line: what stops this cut first, and what would free it."""
    limit = plan.binding
    head = f"**Limited by {literal(limit.label)}: {limit.utilisation:.0%}**"
    remedy = f" {sentence(describe(limit.remedy, system))}" if limit.remedy else ""
    tail = f" of what is allowed.{remedy}"
    if not limit.known:
        st.warning("**No limit of this cut is known.**", icon=":material/help:")
    elif limit.broken:
        st.error(head + tail, icon=":material/error:")
    elif limit.utilisation >= CLOSE:
        st.warning(head + tail, icon=":material/warning:")
    else:
        st.success(head + tail, icon=":material/check_circle:")


def limit_bars(plan: Plan, system: str) -> None:
    """Every limit as a bar, the fullest first; a sign and a word say what the colour says."""
    bars = "".join(_bar(one, system) for one in plan.limits)
    st.html(f'<div role="list" aria-label="Limits, the fullest first">{bars}</div>')


def _bar(limit: Limit, system: str) -> str:
    sign, word, colour = _state(limit)
    share = min(limit.utilisation, 1.0) if limit.known else 0.0
    label, _, rest = limit.describe(system).partition(": ")
    detail = rest.partition(", ")[2] if limit.known else rest
    percent = f"{limit.utilisation:.0%}" if limit.known else ""
    return (
        f'<div role="listitem" title="{html.escape(limit.source)}" style="margin:0 0 .5rem">'
        '<div style="display:flex;gap:.5rem;justify-content:space-between;font-size:.87rem;line-height:1.3">'
        f'<span><span aria-hidden="true" style="display:inline-block;width:1.15em;text-align:center;border-radius:50%;'
        f'background:{colour};color:#fff;font-weight:700;margin-right:.4em">{sign}</span>'
        f"{html.escape(label)} <b>{percent}</b> {word}</span>"
        f'<span style="opacity:.8;text-align:right">{html.escape(detail)}</span></div>'
        '<div style="height:.35rem;border-radius:.2rem;background:rgba(128,140,155,.28)">'
        f'<div style="height:100%;width:{share:.1%};border-radius:.2rem;background:{colour}"></div></div></div>'
    )


def _state(limit: Limit) -> tuple[str, str, str]:
    if not limit.known:
        return "?", "", "#6b7785"
    if limit.broken:
        return "×", "exceeded", "#c62828"
    if limit.utilisation >= CLOSE:
        return "!", "close", "#b26a00"
    return "✓", "fine", "#2e7d32"


def warnings(plan: Plan, system: str) -> None:
    """What to look at, each with what to do; the verdict has said the first already."""
    said = [text for text in plan.warnings if not text.startswith(f"{plan.binding.label} is exceeded")]
    if said:
        st.warning("\n".join(f"- {sentence(describe(text, system))}" for text in said), icon=":material/warning:")


def assumptions(plan: Plan, system: str) -> None:
    """What was taken from tables or assumed, the sources of it by title."""
    texts = [_with_titles(describe(text, system), plan.catalog) for text in plan.assumptions]
    st.markdown("\n".join(f"- {sentence(text)}" for text in texts))


def _with_titles(text: str, tables: Catalog) -> str:
    """`text` with "(S14, tier maker)" as "(title of S14, tier maker)"."""
    head, bracket, rest = text.rpartition("(")
    keys, comma, tier = rest.partition(", tier ")
    if not (bracket and comma):
        return text
    titles = [str(tables.sources.get(key, key)) for key in keys.split("; ")]
    return f"{head}({'; '.join(titles)}, tier {tier}"


def all_numbers(plan: Plan, system: str) -> None:
    """Every number of the plan, the same digits as its text."""
    lines = ["| Number | Value | 90 % interval |", "|:--|--:|--:|"]
    lines += [
        f"| {literal(row.label)} | {literal(row.value)} | {literal(row.interval)} |"
        for row in result_rows(plan, system)
    ]
    st.markdown("\n".join(lines))


def working(plan: Plan, system: str) -> None:
    """How each number came about: equation, numbers, source; one element, as forty would double the page's time."""
    steps = (step for step in plan.working if step.depth == 0)
    st.markdown("\n\n".join(_step(place, step, plan.catalog, system) for place, step in enumerate(steps, start=1)))


def _step(place: int, step: Step, tables: Catalog, system: str) -> str:
    given, found = step.numbers(system)
    inputs = [SYMBOLS[name][0] for name in step.inputs]
    results = [SYMBOLS[part.name][0] for part in fields(step.result)] if is_dataclass(step.result) else [step.symbol]
    lines = [
        f"**{place}\\. {_title(step)}**",
        f"$$\n{step.equation}\n$$",
        f"with {_pairs(inputs, given)}  \ngives **{_pairs(results, found)}**",
        *(f":material/warning: {sentence(describe(note, system))}" for note in step.notes),
        f":small[:gray[Source: {literal(str(tables.source(step.source)))}]]",
    ]
    return "\n\n".join(lines)


def _pairs(symbols: list[str], shown: list[tuple[str, str]]) -> str:
    return ", ".join(f"${symbol}$ = {literal(value)}" for symbol, (_, value) in zip(symbols, shown, strict=True))


def _title(step: Step) -> str:
    names = [part.name for part in fields(step.result)] if is_dataclass(step.result) else [step.name]
    words = SYMBOLS[names[0]][1] if names[0] in SYMBOLS else step.name.replace("_", " ").replace(" rz", " Rz")
    return literal(words[:1].upper() + words[1:])

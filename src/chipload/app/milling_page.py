"""The milling page: inputs beside the plan they come to; on a phone the plan comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote, urlencode

import streamlit as st

from chipload.app import jobs, link, pictures, results, state
from chipload.app.entries import reading
from chipload.app.fields import CHOICES, FIELDS, default_of
from chipload.app.text import literal, sentence
from chipload.errors import InputError
from chipload.planning import Milling, Plan
from chipload.units import kinds, to_kernel
from chipload.units.trace import show as shown

_DARK_INK = "#e8edf2"
_MORE = ("corner", "entering", "rake", "neck_d", "neck", "edge", "core", "modulus", "fatigue")
_COST = ("bold", "length", "volume", "life_v", "life", "taylor", "rate", "edge_cost", "change", "idle")
_RIG = ("k_part", "f_mode", "k_mode", "zeta", "clamp", "mu", "faces", "safety")
_SHOP = (
    "wear", "kr", "kt", "ktheta", "max_defl", "max_stress", "max_fatigue", "max_power", "estimated_share", "min_chip",
    "max_rz", "min_life", "max_rise", "max_fill",
)  # fmt: skip


def _bench(outcome: jobs.Outcome) -> None:
    """Results and inputs of an outcome."""
    with st.container(key="bench"):
        right, left = st.columns([11, 9], gap="large")
    with right, st.container(key="results"):
        if outcome.plan is None:
            _problems(outcome.problems)
        else:
            _results(outcome.plan)
    with left, st.container(key="inputs", gap="small"):
        _inputs(outcome)


def show() -> None:
    """Draw the page."""
    inputs = state.inputs()
    for note in st.session_state["notes"]:
        st.info(sentence(note), icon=":material/info:")
    outcome = jobs.solve(inputs, system=state.system())
    _bench(outcome)
    if outcome.plan is not None:
        _details(outcome.plan)
    _sharing(inputs, None if outcome.plan is None else outcome.plan.job)
    _bar(outcome.plan)


def _problems(problems: tuple[str, ...]) -> None:
    """Why there is no plan; numbers of an earlier job are never shown for it."""
    for problem in problems:
        st.error(sentence(problem), icon=":material/error:")
    st.caption("No numbers until this is mended.")


def _results(plan: Plan) -> None:
    system = state.system()
    results.numbers(plan, system)
    results.verdict(plan, system)
    results.warnings(plan, system)
    st.markdown("**Limits, the fullest first**")
    results.limit_bars(plan, system)


def _bar(plan: Plan | None) -> None:
    """On a phone, the numbers one watches while typing, at the lower edge of the screen."""
    with st.container(key="bar"):
        if plan is None:
            st.markdown("**No numbers**, see the message at the top")
            return
        outcome, system = plan.outcome, state.system()
        speed = shown(kinds.SPINDLE_SPEED, outcome.spindle_speed, system)
        feed = shown(kinds.FEED_RATE, outcome.feed_rate, system)
        limit = plan.binding
        st.markdown(f"**{literal(speed)}** · **{literal(feed)}** · {literal(limit.label)} {limit.utilisation:.0%}")


def _details(plan: Plan) -> None:
    system = state.system()
    ink = _DARK_INK if st.context.theme.type == "dark" else pictures.INK
    left, right = st.columns(2)
    for box, picture in (
        (left, pictures.engagement(plan, system, ink)),
        (right, pictures.bent_tool(plan, system, ink)),
    ):
        with box.container(border=True, height="stretch"):
            st.html(picture.tag)
            st.caption(literal(picture.words))
    with st.expander("Taken from tables or assumed", expanded=True):
        results.assumptions(plan, system)
    for name, label, draw in (
        ("working", "The working: every number with equation and source", results.working),
        ("numbers", "All numbers", results.all_numbers),
    ):
        part = state.section(name, label)
        if part is not None:
            with part:
                draw(plan, system)


def _sharing(inputs: jobs.Inputs, job: Milling | None) -> None:
    parameters = link.write(inputs, state.system())
    if st.query_params.to_dict() != parameters:
        st.query_params.from_dict(parameters)
    with st.expander("Share or save this job"):
        base = (st.context.url or "").partition("?")[0].rstrip("/") + "/"
        st.caption("A link that opens this job")
        st.code(
            base + ("?" + urlencode(parameters, safe="/", quote_via=quote) if parameters else ""),
            language=None,
            wrap_lines=True,
        )
        if job is not None:
            st.download_button(
                "Save the job as a file",
                job.model_dump_json(indent=2),
                "job.json",
                "application/json",
                on_click="ignore",
            )
        st.file_uploader("Open a job file", type="json", key="w_job_file", on_change=_open_job)
        for problem in st.session_state.get("file_problems", ()):
            st.error(sentence(problem), icon=":material/error:")


def _open_job() -> None:
    """Take over the job of an uploaded file; one that cannot be used changes nothing."""
    session = st.session_state
    session["file_problems"] = ()
    file = session.get("w_job_file")
    if file is None:
        return
    try:
        job: Milling = Milling.model_validate_json(file.getvalue())
    except InputError as error:
        session["file_problems"] = tuple(f"The file is no job: {jobs.explain(problem)}" for problem in error.problems)
        return
    inputs = jobs.from_job(job)
    state.put(inputs)
    session["notes"] = ()
    for name, fields in (("tool", _MORE), ("cost", _COST), ("rig", _RIG), ("shop", _SHOP)):
        session[f"open_{name}"] = any(inputs.entries[field].text for field in fields)


# -- inputs --------------------------------------------------------------------------------------------


def _inputs(outcome: jobs.Outcome) -> None:
    shape = state.inputs().choices["shape"]
    quantity: Callable[[str], None] = lambda name: _quantity(name, outcome)  # noqa: E731
    _choice("material")
    _row(_choice, "machine", "holder")
    st.markdown("**Tool**")
    _row(_choice, "shape", "tool")
    special = {"bull": ("corner",), "face": ("entering",)}.get(shape, ())
    _row(quantity, "d", "z", *special)
    _row(quantity, "stickout", "flutes", "shank")
    st.markdown("**Cut**")
    _row(quantity, "ae", "ap")
    _row(_choice, "style", "direction")
    if jobs.used(state.inputs(), FIELDS["offset"]):
        _row(quantity, "offset")
    st.markdown("**Speed and feed**, empty for a value from the tables")
    _row(quantity, "vc", "n")
    _row(quantity, "fz", "vf")
    more = [name for name in _MORE if name not in special and jobs.used(state.inputs(), FIELDS[name])]
    _closed("tool", "More about the tool", quantity, more)
    _closed("cost", "Boldness, time and cost", quantity, _COST)
    _closed("rig", "Part, clamping and vibration", quantity, _RIG)
    _closed("shop", "Wear, holder and limits of the shop", quantity, _SHOP)


def _closed(name: str, label: str, draw: Callable[[str], None], fields: Sequence[str]) -> None:
    """Fields that are seldom needed; in view from the start where a link fills one."""
    entries = state.inputs().entries
    box = state.section(name, label, expanded=any(entries[field].text for field in fields))
    if box is not None:
        with box:
            for place in range(0, len(fields), 2):
                _row(draw, *fields[place : place + 2])


def _row(draw: Callable[[str], None], *names: str) -> None:
    """One row of fields, so that the Tab key goes along rows."""
    for name, column in zip(names, st.columns(max(2, len(names))), strict=False):
        with column:
            draw(name)


def _choice(name: str) -> None:
    choice = CHOICES[name]
    state.choice_field(name, choice.label, jobs.options(name), first=choice.default, open=choice.open)


def _quantity(name: str, outcome: jobs.Outcome) -> None:
    """A field, and below it how its text was read."""
    field = FIELDS[name]
    text = state.text_field(
        name, field.label, field.kind, first=field.entry, help=field.help,
        placeholder=_placeholder(name, outcome.plan), excludes=field.excludes,
    )  # fmt: skip
    if name in outcome.marked:
        st.caption(":red[:material/error: Cannot be used, see the message]")
    elif text.strip() and field.kind.unit:
        st.caption(literal(reading(outcome.amounts[name], text, field.kind)))


def _placeholder(name: str, plan: Plan | None) -> str:
    """What an empty field comes to."""
    field, system = FIELDS[name], state.system()
    if field.excludes:
        if plan is None:
            return "from the tables"
        amount = shown(field.kind, getattr(plan.outcome, field.path[-1]), system)
        other = state.inputs().entries[field.excludes].text.strip()
        return f"comes to {amount}" if other else f"recommended {amount}"
    if field.empty or not field.optional:
        return field.empty
    usual = default_of(field)
    if usual is None:
        return ""
    return shown(field.kind, to_kernel(field.kind, usual, name), system)

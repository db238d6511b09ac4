"""The check of a program: what it does tool by tool, against the tool table, the material and the machine."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from chipload.catalog import Catalog, Machine, default
from chipload.errors import InputError
from chipload.exchange.gcode.dialects import INCH, MILLIMETRE
from chipload.exchange.gcode.dialects import dialect as dialect_of
from chipload.exchange.gcode.findings import Finding, NotEvaluated, ProgramCheck, ToolReport
from chipload.exchange.gcode.running import Run
from chipload.exchange.gcode.tally import Flag, Tally
from chipload.exchange.gcode.tool_check import ToolCheck
from chipload.planning.tools import EndMill
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.messages import Message

UNITS = {"mm": MILLIMETRE, "inch": INCH}

_FLAGS = {
    "spindle-off": "the spindle stands still",
    "no-speed": "the spindle turns, but no speed is given before",
    "no-feed": "no feed is given",
    "feed-inherited": "the feed is that of another tool",
    "speed-inherited": "the spindle speed is that of another tool",
    "tool-not-changed": "the tool is selected, but no M6 changes to it before this cut",
    "no-cap": "constant cutting speed (G96) has no highest spindle speed, so the spindle runs up towards the centre",
    "plunge-feed": "the plunge runs at the feed of the cut that follows it",
}
_KEYS = {"no-cap": "no-speed-cap"}


def check_program(
    program: str | Iterable[str],
    tools: Mapping[int, Tool] | None = None,
    *,
    material: str | None = None,
    machine: str | None = None,
    dialect: str | None = None,
    units: str | None = None,
    rapid_rate: Any = None,
    engagement: Mapping[int, Mapping[str, Any]] | None = None,
    name: str = "program",
    catalog: Catalog | None = None,
) -> ProgramCheck:
    r"""Check the speeds and feeds of a program; it is read, never changed.

    Parameters
    ----------
    program
        The text, or its lines.
    tools
        Tool number to tool, as `chipload.EndMill`, `chipload.Drill` or `chipload.Tap`.
    material
        Any usual name of a material of the tables; without it, no chip load, cutting speed or power is judged.
    machine
        A machine of the tables, for its highest speed, feed, power and rapids.
    dialect
        "fanuc", "fanuc-lathe", "haas", "linuxcnc", "grbl" or "siemens"; None for what all of them agree on.
    units
        "mm" or "inch" for a program that does not say; None leaves its lengths and feeds unread.
    rapid_rate
        Of each axis; that of the machine unless given.
    engagement
        Tool number to the fields of a milling job that say how it cuts, as ``{"radial_depth": "2 mm",
        "axial_depth": "10 mm"}``.
    name
        What the report calls the program.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    ProgramCheck
        Ranges with their lines, findings, times, and what was not evaluated.

    Raises
    ------
    InputError
        For a text that is no program, and for a name that no table holds.

    Notes
    -----
    Lengths are those written: without cutter compensation, without rounding of corners, without acceleration.  Every
    move at the feed counts as a cut, as a program does not tell where the material is.  A rapid takes the time of its
    longest axis.

    Examples
    --------
    >>> import chipload as cl
    >>> mill = cl.EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> text = "G21 G90 G94\nT1 M6\nS3000 M3\nG0 X0. Y0. Z5.\nG1 Z-2. F200.\nG1 X100. F9600.\nM30"
    >>> found = check_program(text, {1: mill}, material="4140", dialect="fanuc")
    >>> [(one.rule, one.line) for one in found.findings]
    [('overload', 6)]
    """
    reads = dialect_of(dialect)
    tables = default() if catalog is None else catalog
    at_hand = None if machine is None else tables.machine(machine)
    if material is not None:
        tables.material(material)
    run = Run(reads, _unit(units))
    tally = run.read(program.splitlines() if isinstance(program, str) else program)
    _refuse_what_is_no_program(tally)
    findings = _flagged(tally, tools or {})
    reports: list[ToolReport] = []
    skipped = [NotEvaluated(Message(reason), note.line, note.count, note.text) for reason, note in tally.notes.items()]
    assumptions = _assumptions(run, tally)
    diameters = _told_diameters(run, tally)
    for number, use in tally.tools.items():
        asked = -1 if number is None else number
        one = ToolCheck(
            use, (tools or {}).get(asked), bool(tools), material, at_hand, machine, (engagement or {}).get(asked),
            diameters.get(asked), tables,
        )  # fmt: skip
        reports.append(one.report())
        findings += one.findings
        skipped += [NotEvaluated(reason, 0, 0, "") for reason in one.skipped]
        assumptions += one.assumed
    if material is None:
        skipped.append(NotEvaluated(Message("chip load, cutting speed and power, as no material is named"), 0, 0, ""))
    rapid = _rapid_rate(rapid_rate, at_hand)
    skipped += _unknown_times(tally, rapid)
    return ProgramCheck(
        name=name,
        dialect=reads.title,
        lines=tally.lines,
        tools=tuple(reports),
        findings=tuple(sorted(findings, key=lambda one: (one.line, one.rule))),
        not_evaluated=tuple(skipped),
        assumptions=tuple(dict.fromkeys(assumptions)),
        cut_time=sum(use.time for use in tally.tools.values()),
        rapid_time=tally.rapid_travel / rapid,
        dwell_time=tally.dwell,
        tool_changes=tally.tool_changes,
    )


def _unit(units: str | None) -> float | None:
    if units is None:
        return None
    if units not in UNITS:
        raise InputError(f"units: {units!r} is not known; choose mm or inch, or leave it out")
    return UNITS[units]


def _refuse_what_is_no_program(tally: Tally) -> None:
    unread = tally.notes.get("text that is not G-code")
    if not tally.words or (unread is not None and unread.count > tally.blocks):
        first = f", as in line {unread.line}: {unread.text!r}" if unread is not None else ""
        raise InputError(
            f"program: it holds no G-code that can be read{first}; give a program in ISO code, not in a language of "
            "one maker"
        )


def _flagged(tally: Tally, tools: Mapping[int, Tool]) -> list[Finding]:
    found = []
    for (rule, number), flag in tally.flags.items():
        tool = tools.get(number) if number is not None else None
        if rule == "plunge-feed" and tool is not None and not isinstance(tool, EndMill):
            continue
        found.append(Finding(_KEYS.get(rule, rule), number, flag.line, flag.count, _sentence(rule, number, flag)))
    return found


def _sentence(rule: str, number: int | None, flag: Flag) -> Message:
    said = _FLAGS[rule]
    if rule == "feed-inherited" and flag.detail != "another tool":
        said = f"the feed was given before {flag.detail.removeprefix('the ').replace(' changed', '')} changed"
        said = f"{said}, and controls differ in what then becomes of it"
    times = "" if flag.count == 1 else f" ({flag.count} moves, the last from line {flag.last})"
    return Message(f"{tool_name(number)}: {said}{times}")


def tool_name(number: int | None) -> str:
    """What a report calls a tool."""
    return "no tool named" if number is None else f"T{number}"


def _assumptions(run: Run, tally: Tally) -> list[Message]:
    """What holds at the start of a program that does not say it."""
    state = run.state
    if not tally.tools or state.dialect.lathe:
        return [Message("X is taken as a diameter")] if state.dialect.lathe else []
    said = []
    for key, words in (
        ("distance", "coordinates are taken as absolute (G90)"),
        ("feed mode", "feeds are taken as per minute (G94)"),
        ("plane", "arcs are taken as in the XY plane (G17)"),
    ):
        if key not in state.given:
            said.append(Message(f"{words} until the program says otherwise"))
    if state.dialect.start_unit is not None:
        said.append(Message(f"lengths are taken as mm until the program says otherwise, as {state.dialect.title} does"))
    return said


def _told_diameters(run: Run, tally: Tally) -> dict[int, float]:
    """Diameters [m] that comments tell, where the program has one unit only."""
    if len(run.state.units) != 1:
        return {}
    (unit,) = run.state.units
    return {number: size * unit for number, size in tally.comments.items()}


def _rapid_rate(given: Any, machine: Machine | None) -> float:
    if given is not None:
        return float(to_kernel(kinds.FEED_RATE, given, "rapid_rate"))
    figure = None if machine is None else machine.find("rapid_feed")
    return math.nan if figure is None else figure.value


def _unknown_times(tally: Tally, rapid: float) -> list[NotEvaluated]:
    """What the cycle time leaves out."""
    said = []
    if math.isnan(rapid) and tally.rapid_travel:
        said.append("the time of rapids, as no rapid rate is known; name a machine or give one")
    if tally.unknown_rapids:
        said.append(f"the time of {tally.unknown_rapids} rapids whose start or end is not known")
    if tally.unknown_dwells:
        said.append(f"the time of {tally.unknown_dwells} dwells")
    moves = sum(use.unknown_moves for use in tally.tools.values())
    if moves:
        said.append(f"the time of {moves} moves at the feed whose length, feed or speed is not known")
    return [NotEvaluated(Message(words), 0, 0, "") for words in said]

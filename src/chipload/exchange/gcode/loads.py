"""Power and the other limits of the hardest cuts of a tool, through the plans of the operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chipload.catalog import Catalog
from chipload.errors import InputError
from chipload.exchange.gcode.findings import Bound
from chipload.exchange.gcode.tally import Condition, ToolUse
from chipload.planning import Drilling, Milling, Tapping, plan
from chipload.planning.limits import Limit
from chipload.planning.plans import Plan
from chipload.planning.tools import Drill, EndMill, Tap
from chipload.planning.tools.tool import Tool
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.messages import Message

_ELSEWHERE = frozenset(
    {"cutting_speed", "chip_load", "feed_per_rev", "spindle_speed", "spindle_speed_min", "feed_rate", "flute_length",
     "rubbing", "roughness_rz"}
)  # fmt: skip
"""Limits that are looked at over every cut, not only the hardest, or that need a depth the program does not say."""
_BY_ENGAGEMENT = ("power", "torque")


@dataclass
class Loads:
    """What the plans of the hardest cuts say.

    Attributes
    ----------
    broken
        Limits that are exceeded, with the line.
    bounds
        Power and torque against what the machine has.
    skipped
        Why something is not evaluated.
    assumed
        What the plans took for granted of the engagement.
    feed_ranges
        Low and high end of the feed range of the tables, with its source, where the engagement is given.
    """

    broken: list[tuple[Limit, int]] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    skipped: list[Message] = field(default_factory=list)
    assumed: list[Message] = field(default_factory=list)
    feed_range: tuple[float, float, str] | None = None


def loads_of(
    tool: Tool,
    use: ToolUse,
    material: str,
    machine: str | None,
    engagement: Mapping[str, Any] | None,
    tables: Catalog,
) -> Loads:
    """Plan the hardest cuts of a tool.

    Parameters
    ----------
    tool, use
        The tool, and what the program does with it.
    material, machine
        By their names in the tables.
    engagement
        Fields of a milling job that say how the tool is engaged, `radial_depth` and `axial_depth`; None where it is
        not known, for the most power that the flutes can take.
    tables
        The catalog.
    """
    found = Loads()
    name = f"T{use.number}"
    if isinstance(tool, (Drill, Tap)):
        if use.depth <= 0:
            found.skipped.append(Message(f"{name}: force and power, as no cycle tells the depth of its holes"))
            return found
        found.assumed.append(
            Message(f"{name}: the depth of a hole is counted from the retract plane of its cycle to its bottom")
        )
        job: type[Any] = Drilling if isinstance(tool, Drill) else Tapping
        depth = "depth" if isinstance(tool, Drill) else "thread_length"
        base: dict[str, Any] = {depth: from_kernel(kinds.LENGTH, use.depth)}
        conditions = _hardest(use, "hole" if isinstance(tool, Drill) else "tap")
    elif isinstance(tool, EndMill):
        job, conditions = Milling, _hardest(use, "side")
        base = dict(engagement) if engagement is not None else _full(tool)
    else:
        found.skipped.append(Message(f"{name}: force and power, which a program does not tell of a {_word(tool)}"))
        return found
    most = isinstance(tool, EndMill) and engagement is None
    for at in conditions:
        set_at = {"spindle_speed": from_kernel(kinds.SPINDLE_SPEED, at.spindle_speed)}
        if job is not Tapping:
            set_at["feed_rate"] = from_kernel(kinds.FEED_RATE, at.feed_rate)
        try:
            made = plan(job(material=material, tool=tool, machine=machine, **base, **set_at), tables)
        except InputError as error:
            found.skipped.append(Message(f"{name}: force and power; {error.problems[0]}"))
            return found
        _take(found, made, at, most)
    found.bounds = _worst(found.bounds)
    if most:
        _judge_the_most(found, name, machine)
    return found


def _hardest(use: ToolUse, kind: str) -> list[Condition]:
    """The cuts with the highest feed per revolution, feed rate and speed: forces, power and speed are highest there."""
    spans = (use.span(name, kind) for name in ("feed_per_rev", "feed_rate", "spindle_speed"))
    ends = [span.high_at for span in spans if span.high_at is not None]
    return list({(at.spindle_speed, at.feed_rate): at for at in ends}.values())


def _full(tool: EndMill) -> dict[str, Any]:
    """A slot over the whole flutes: no cut of the tool takes more."""
    return {"radial_depth": tool.diameter, "axial_depth": tool.flute_length, "style": "slot"}


def _take(found: Loads, made: Plan, at: Condition, most: bool) -> None:
    for limit in made.limits:
        if limit.name in _BY_ENGAGEMENT and limit.known:
            found.bounds.append(
                Bound(limit.name, limit.label, limit.kind, limit.value, limit.allowed, most, at.line)
            )  # fmt: skip
        if limit.broken and not most and limit.name not in _ELSEWHERE:
            found.broken.append((limit, at.line))
    if most:
        return
    choice = made.settings[-1].choice
    if choice is None or not hasattr(made.outcome, "feed_per_tooth"):
        return
    thinning = made.outcome.feed_per_tooth / made.outcome.max_chip_thickness if choice.row.any_width else 1.0
    source = f"{'; '.join(choice.row.source)}, {choice.row.tier}"
    found.feed_range = (float(choice.low * thinning), float(choice.high * thinning), source)


def _worst(bounds: list[Bound]) -> list[Bound]:
    """Of each quantity the one nearest to its limit."""
    worst: dict[str, Bound] = {}
    for bound in bounds:
        held = worst.get(bound.name)
        if held is None or bound.value / bound.allowed > held.value / held.allowed:
            worst[bound.name] = bound
    return list(worst.values())


def _judge_the_most(found: Loads, name: str, machine: str | None) -> None:
    """A bound tells something only where it is below the limit."""
    if machine is None:
        found.skipped.append(Message(f"{name}: power and torque, as no machine is named"))
        return
    over = [bound for bound in found.bounds if bound.value > bound.allowed]
    found.bounds = [bound for bound in found.bounds if bound.value <= bound.allowed]
    if over:
        words = " and ".join(bound.name for bound in over)
        found.skipped.append(
            Message(f"{name}: {words}, as the radial and axial depth of its cuts are not given and a slot over the "
                    "whole flutes would need too much")
        )  # fmt: skip
    found.skipped.append(
        Message(f"{name}: deflection and stress of the tool, as the radial and axial depth of its cuts are not given")
    )


def _word(tool: Tool) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in type(tool).__name__)
    return words.strip()

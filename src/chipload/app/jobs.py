"""From what was typed to a job, and back; every problem as a sentence with the label of its field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from chipload.app.entries import Entry, canonical, from_canonical, share_of_diameter, value
from chipload.app.fields import CHOICES, FIELDS, LABELS, NAMED, NONE, SHAPES, Field, default_of
from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.planning import Milling, Plan, plan
from chipload.planning.fields import QuantityOf
from chipload.units import from_kernel
from chipload.units.messages import describe

_NAMES = {path.rsplit(".", 1)[-1]: label for path, label in LABELS.items()}
_WHOLE = re.compile(r"\.0(?=$|\s)")
_NAME = re.compile(rf"\b({'|'.join(name for name in _NAMES if '_' in name)})\b")


@dataclass(frozen=True)
class Inputs:
    """Everything the milling page was told."""

    entries: Mapping[str, Entry]
    choices: Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """A plan, or the sentences that say why there is none."""

    plan: Plan | None
    amounts: Mapping[str, float]
    problems: tuple[str, ...] = ()
    marked: frozenset[str] = frozenset()


def used(inputs: Inputs, field: Field) -> bool:
    """False for a field that the shape of the tool or the kind of cut leaves no use for."""
    shape = inputs.choices["shape"]
    match field.name:
        case "corner":
            return shape in ("bull", "face")
        case "entering":
            return shape != "ball"
        case "offset":
            return _style(inputs) == "face"
    return True


def amounts(inputs: Inputs) -> tuple[dict[str, float], dict[str, str]]:
    """Kernel value of every field that was filled in, and a sentence for each that cannot be read."""
    found: dict[str, float] = {}
    wrong: dict[str, str] = {}
    for field in FIELDS.values():  # the diameter is the first, so a share of it can be read
        entry = inputs.entries[field.name]
        if not used(inputs, field) or (field.optional and not entry.text.strip()):
            continue
        try:
            share = share_of_diameter(entry.text) if field.share else None
            if share is None:
                found[field.name] = value(entry, field.kind, field.label)
            elif "d" in found:
                found[field.name] = share * found["d"]
        except InputError as error:
            wrong[field.name] = error.problems[0]
    return found, wrong


def build(inputs: Inputs, found: Mapping[str, float]) -> Milling:
    """The job of readable inputs.

    Raises
    ------
    InputError
        For a job that cannot be.
    """
    given: dict[str, Any] = {"tool": {}, "limits": {}}
    for name, amount in found.items():
        field, entry = FIELDS[name], inputs.entries[name]
        whole: Any = amount
        if field.share and share_of_diameter(entry.text) is not None:
            whole = from_kernel(field.kind, amount, entry.system)
        elif field.kind.unit:
            whole = canonical(entry, field.kind)
        _put(given, field.path, whole)
    for choice in CHOICES.values():
        chosen = inputs.choices[choice.name]
        if choice.path and chosen != NONE:
            _put(given, choice.path, chosen)
    given["style"] = None if (style := _style(inputs)) == "auto" else style
    shape = inputs.choices["shape"]
    if shape not in SHAPES:
        raise InputError(f"shape: {shape!r} is not one of {', '.join(SHAPES)}; choose one")
    if shape == "ball":
        given["tool"]["corner_radius"] = from_kernel(FIELDS["corner"].kind, found["d"] / 2)
    elif shape == "bull" and "corner" not in found:
        raise InputError("tool.corner_radius: a bull nose has one; give it, like 1 mm")
    elif shape == "face" and "entering" not in found:
        raise InputError("tool.entering_angle: a face mill has one; give it, like 45 deg")
    return Milling(**given)


def solve(inputs: Inputs, tables: Catalog | None = None, system: str = "metric") -> Outcome:
    """The plan of the inputs, or what is wrong with them in the units of `system`."""
    found, wrong = amounts(inputs)
    if wrong:
        return Outcome(None, found, tuple(wrong.values()), frozenset(wrong))
    tables = default() if tables is None else tables
    problems = _unknown(inputs, tables)
    try:
        job = build(inputs, found)
        if not problems:
            return Outcome(plan(job, tables), found)
    except InputError as error:
        problems += error.problems
    marked = {_path(problem) for problem in problems}
    names = (one.name for one in NAMED if ".".join(one.path) in marked)
    return Outcome(None, found, tuple(explain(describe(problem, system)) for problem in problems), frozenset(names))


def _unknown(inputs: Inputs, tables: Catalog) -> list[str]:
    """A sentence for each name that stands in no table."""
    found: list[str] = []
    look_ups = {
        "material": tables.material,
        "machine": tables.machine,
        "holder": tables.holder,
        "tool": tables.tool_material,
    }
    for name, look_up in look_ups.items():
        if inputs.choices[name] != NONE:
            try:
                look_up(inputs.choices[name])
            except InputError as error:
                found += error.problems
    return found


def explain(problem: str) -> str:
    """A sentence of the job with the labels of the page for the names of the code."""
    path = _path(problem)
    rest = problem[len(path) + 2 :] if path else problem
    rest = _NAME.sub(lambda match: f"“{_NAMES[match[0]]}”", rest)
    return f"{LABELS.get(path, _NAMES.get(path, path))}: {rest}" if path else rest


def from_job(job: Milling) -> Inputs:
    """The inputs that give `job` again."""
    entries = {}
    for field in FIELDS.values():
        part: Any = job
        for step in field.path:
            part = getattr(part, step, None)  # a job without costs has none of their fields
        given, usual = QuantityOf.write(part), QuantityOf.write(default_of(field)) if field.optional else None
        text = "" if given is None or given == usual else str(given)
        entries[field.name] = from_canonical(_WHOLE.sub("", text), field.kind, "metric")
    choices = {}
    for choice in CHOICES.values():
        if choice.path:
            owner: Any = job.tool if choice.path[0] == "tool" else job
            choices[choice.name] = getattr(owner, choice.path[-1]) or choice_when_empty(choice.name)
    shape = {"ball nose": "ball", "bull nose": "bull", "face mill": "face"}.get(job.tool.shape, "square")
    if shape == "face" and job.style is None:
        choices["style"] = job.cut_style  # the page takes a face mill for a face cut unless told
    return Inputs(entries, {**choices, "shape": shape, "material": material_name(job.material)})


def choice_when_empty(name: str) -> str:
    """What a list shows where the job says nothing."""
    return "auto" if name == "style" else NONE


@cache
def options(name: str) -> dict[str, str]:
    """What the list `name` offers."""
    return CHOICES[name].options(default())


def material_name(text: str) -> str:
    """Name of the material that `text` is any usual name of; an unknown one stays as it is."""
    try:
        return default().material(text).name
    except InputError:
        return text


def _style(inputs: Inputs) -> str:
    style = inputs.choices["style"]
    return "face" if style == "auto" and inputs.choices["shape"] == "face" else style


def _path(problem: str) -> str:
    head = problem.partition(": ")[0]
    return head if head in LABELS or head in _NAMES else ""


def _put(given: dict[str, Any], path: tuple[str, ...], whole: Any) -> None:
    for step in path[:-1]:
        given = given.setdefault(step, {})
    given[path[-1]] = whole

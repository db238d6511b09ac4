"""Speeds and feeds for a whole library at once: a plan for every tool, written back as its preset."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from chipload import cutting
from chipload.catalog import Catalog, default
from chipload.errors import InputError
from chipload.exchange.fusion_presets import PLUNGE_SHARE
from chipload.exchange.items import Item, Library, Preset, Problem
from chipload.exchange.vocabulary import PRESET_NUMBERS, SILENT, SIZES, magnitude, quantity
from chipload.planning import Drill, Drilling, EndMill, Job, Milling, Plan, Reamer, Reaming, Tap, Tapping, plan
from chipload.units.boundary import from_kernel, to_kernel

LEAST_SHARE = 0.1
"""Share of the usual axial depth below which a mill is too slender for a usual cut, so that it gets no preset."""


@dataclass(frozen=True)
class Usual:
    """The cut that a preset is planned for, where the tool has no preset that says its depths.

    Every default is a choice of this project that a shop replaces by its own, and the note of the preset tells it.

    Attributes
    ----------
    radial_share
        Radial depth over the diameter of a mill.  At half the diameter the thickest chip is the feed per tooth itself.
    axial_share
        Axial depth over the diameter, as far as the flutes reach.
    hole_depth_share
        Depth of a hole over its diameter, as far as three quarters of the flutes reach.  Up to three diameters no
        factor for deep holes applies.
    thread_length_share
        Depth of a thread over its diameter; speeds do not depend on it, the torque at the bottom does.
    reaming_allowance
        What a reamer takes off the diameter; without it no reamer is planned, since no table says it.
    plunge_share
        Plunge over cutting feed rate of a mill.  0.33 is what FreeCAD takes for a vertical feed unless told.

    Examples
    --------
    >>> Usual(axial_share=1.0).radial_share
    0.5
    """

    radial_share: float = 0.5
    axial_share: float = 0.5
    hole_depth_share: float = 3.0
    thread_length_share: float = 1.5
    reaming_allowance: Any = None
    plunge_share: float = PLUNGE_SHARE

    def __post_init__(self) -> None:
        most = {"radial_share": 1.0, "axial_share": math.inf, "hole_depth_share": math.inf,
                "thread_length_share": math.inf, "plunge_share": 1.0}  # fmt: skip
        problems = [
            f"{name}: {getattr(self, name)!r} cannot be; give a number above 0" + (" up to 1" if high == 1 else "")
            for name, high in most.items()
            if not _is_share(getattr(self, name), high)
        ]
        if problems:
            raise InputError(problems)


def _is_share(value: Any, high: float) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and math.isfinite(value) and 0 < value <= high


JobMaker: TypeAlias = Callable[[Item, str, "str | None", Usual], Job]
"""From an item, a material, a machine and the usual cut to the job that its preset is planned by."""


def usual_job(item: Item, material: str, machine: str | None, usual: Usual) -> Job:
    """The job a preset is planned by, with speed and feed left open.

    The depths are those of the preset of that name, else of `usual`.

    Raises
    ------
    InputError
        For an item without a tool, or of a kind that `usual` does not say enough for.

    Examples
    --------
    >>> mill = EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> usual_job(Item("flat end mill", 1, tool=mill), "4140", None, Usual()).radial_depth.m
    5.0
    """
    tool = item.tool
    where: dict[str, Any] = {"material": material, "machine": machine, "tool": tool}
    if isinstance(tool, EndMill):
        wide, deep = _own_depths(item, material)
        diameter = tool.si("diameter")
        if wide is None:
            wide = _length(usual.radial_share * diameter)
        if deep is None:
            deep = _length(min(usual.axial_share * diameter, tool.si("flute_length")))
        return Milling(**where, radial_depth=wide, axial_depth=deep)
    if isinstance(tool, (Drill, Reamer)):
        depth = _length(min(usual.hole_depth_share * tool.si("diameter"), 0.75 * tool.si("flute_length")))
        if isinstance(tool, Drill):
            return Drilling(**where, depth=depth)
        if usual.reaming_allowance is None:
            raise InputError("reaming_allowance: no table says what a reamer takes off; give it, like '0.2 mm'")
        taken = float(to_kernel(PRESET_NUMBERS["radial_depth"], usual.reaming_allowance, "reaming_allowance"))
        return Reaming(**where, depth=depth, pilot_diameter=_length(tool.si("diameter") - taken))
    if isinstance(tool, Tap):
        thread = default().thread(tool.thread)
        length = usual.thread_length_share * thread.major_diameter
        return Tapping(**where, thread_length=_length(min(length, tool.si_or("flute_length") or math.inf)))
    if tool is None:
        raise InputError("tool: the file does not say enough for one; give what is missing by `completed`")
    raise InputError(f"kind: a {item.kind} needs to know its part; give `jobs` a function that makes its job")


def _own_depths(item: Item, name: str) -> tuple[Any, Any]:
    for preset in item.presets:
        if _is_named(preset, name):
            return preset.radial_depth, preset.axial_depth
    return None, None


def _length(metres: float) -> Any:
    return from_kernel(SIZES["stickout"], metres)


def _is_named(preset: Preset, name: str) -> bool:
    return preset.name.strip().casefold() == name.strip().casefold()


def refresh(
    library: Library, material: str, machine: str | None = None, *, usual: Usual | None = None,
    jobs: JobMaker = usual_job, name: str | None = None, catalog: Catalog | None = None,
) -> Library:  # fmt: skip
    """A library with a preset for a material, and a machine, on every tool that can be planned.

    Parameters
    ----------
    library
        Of any format; a library of Fusion takes the presets back with everything else it has.
    material
        Any usual name of a material of the tables.
    machine
        A machine of the tables, to whose limits the presets are held.
    usual
        The cut a preset is for, where the tool has no preset of that name with depths of its own.
    jobs
        What makes the job of an item, for tools or cuts that `usual_job` does not know.
    name
        Of the presets; the material unless given.  A preset of that name is replaced and keeps what it has besides.
    catalog
        Tables to look names up in; the shipped ones and the user's own unless given.

    Returns
    -------
    Library
        With the presets, and a problem for each tool that got none and for each warning of its plan.

    Raises
    ------
    InputError
        For a material or machine that no table holds.

    Notes
    -----
    Spindle speeds are rounded down to whole turns a minute and feeds per tooth or turn to four digits, so that no
    limit is passed by rounding.  Where the usual axial depth of a mill breaks a limit, less of it is taken, down to a
    tenth; depths that a preset has are its own and stay.

    The cutting speed of a preset holds at the diameter of the tool, as programs of others have it.  A plan with a limit
    that is broken makes no preset.

    Examples
    --------
    >>> mill = EndMill(diameter="10 mm", teeth=4, stickout="30 mm", flute_length="25 mm")
    >>> library = refresh(Library((Item("flat end mill", 1, tool=mill),)), "6061-T6", "haas-vf2")
    >>> preset = library.items[0].presets[0]
    >>> preset.name, preset.axial_depth.m, preset.spindle_speed.m <= 8100
    ('6061-T6', 5.0, True)
    """
    tables = default() if catalog is None else catalog
    tables.material(material)
    if machine is not None:
        tables.machine(machine)
    chosen, title = usual or Usual(), name or material
    problems: list[Problem] = []
    items = tuple(
        item if item.kind in SILENT else _refreshed(item, material, machine, chosen, jobs, title, tables, problems)
        for item in library.items
    )
    return library.with_items(items, tuple(problems))


def _refreshed(
    item: Item, material: str, machine: str | None, usual: Usual, jobs: JobMaker, name: str, tables: Catalog,
    problems: list[Problem],
) -> Item:  # fmt: skip
    named = replace(item, presets=tuple(replace(one, name=material) if _is_named(one, name) else one
                                        for one in item.presets))  # fmt: skip
    try:
        found = plan(jobs(named, material, machine, usual), tables)
        if jobs is usual_job and _own_depths(named, material)[1] is None:
            found = _held(item, found, tables, problems)
    except InputError as error:
        problems += [Problem(item.label, "preset", None, f"{said}, so it gets no preset") for said in error.problems]
        return item
    problems += [Problem(item.label, "preset", None, str(said)) for said in found.warnings]
    if not found.feasible:
        broken = ", ".join(limit.label for limit in found.limits if limit.broken)
        problems.append(
            Problem(item.label, "preset", None, f"the plan breaks a limit ({broken}), so it gets no preset")
        )
        return item
    numbers = _numbers(item, found, usual)
    said = f"planned for {material}" + (f" on {machine}" if machine else "") + _depths(found)
    place = next((at for at, one in enumerate(item.presets) if _is_named(one, name)), None)
    if place is None:
        return replace(item, presets=(*item.presets, Preset(name, said, material, **numbers)))
    old = item.presets[place]
    cleared = dict.fromkeys(PRESET_NUMBERS)
    new = replace(old, note=said, material=old.material or material, **{**cleared, **numbers})
    return replace(item, presets=(*item.presets[:place], new, *item.presets[place + 1 :]))


def _held(item: Item, found: Plan, tables: Catalog, problems: list[Problem]) -> Plan:
    """The plan of a mill with less axial depth where the usual one breaks a limit, down to `LEAST_SHARE` of it."""
    first = job = found.job
    if not isinstance(job, Milling):
        return found
    lowest = LEAST_SHARE * first.si("axial_depth")
    while not found.feasible:
        fullest = max(limit.utilisation for limit in found.limits if limit.broken)
        depth = _floor(job.si("axial_depth") * 0.97 / fullest, 3)
        if depth < lowest:
            return found
        job = job.model_copy(update={"axial_depth": _length(depth)})
        found = plan(job, tables)
    if job is not first:
        said = (
            f"the axial depth is {job.axial_depth:.4g~P} instead of {first.axial_depth:.4g~P}, so that its limits hold"
        )
        problems.append(Problem(item.label, "preset", None, said))
    return found


def _depths(found: Plan) -> str:
    job = found.job
    words = {"radial_depth": "radial depth", "axial_depth": "axial depth", "depth": "hole depth",
             "thread_length": "thread length"}  # fmt: skip
    said = [f"{word} {getattr(job, field):.6g~P}" for field, word in words.items() if hasattr(job, field)]
    return ", " + ", ".join(said) if said else ""


def _numbers(item: Item, found: Plan, usual: Usual) -> dict[str, Any]:
    """Numbers of a preset from a plan, rounded to the safe side and in agreement with each other."""
    speed = magnitude(PRESET_NUMBERS["spindle_speed"], found.spindle_speed, "metric")
    turning = _of("spindle_speed", math.floor(speed) if speed >= 1 else speed)
    numbers = {"spindle_speed": turning}
    turns = float(to_kernel(PRESET_NUMBERS["spindle_speed"], turning, "spindle_speed"))
    diameter = item.si("diameter")
    if diameter is None and isinstance(item.tool, Tap):
        diameter = default().thread(item.tool.thread).major_diameter
    if diameter is not None:
        at_rim = float(cutting.cutting_speed.si(turns, diameter))
        numbers["cutting_speed"] = from_kernel(PRESET_NUMBERS["cutting_speed"], at_rim)
    feeds = {"milling": "feed_per_tooth", "drilling": "feed_per_rev", "reaming": "feed_per_rev"}
    feed_name = feeds.get(found.job.operation)
    if feed_name is None:
        return numbers
    kind = PRESET_NUMBERS[feed_name]
    feed = _of(feed_name, _floor(magnitude(kind, getattr(found, feed_name), "metric")))
    numbers[feed_name] = feed
    teeth = found.job.tool.si("teeth") if feed_name == "feed_per_tooth" else 1.0
    rate = float(to_kernel(kind, feed, feed_name)) * teeth * turns
    numbers["feed_rate"] = _from_si("feed_rate", rate)
    if found.job.operation == "milling":
        numbers["plunge_feed_rate"] = _from_si("plunge_feed_rate", rate * usual.plunge_share)
        numbers["axial_depth"], numbers["radial_depth"] = found.job.axial_depth, found.job.radial_depth
    return numbers


def _floor(number: float, digits: int = 4) -> float:
    """The number with so many digits, rounded down."""
    if number <= 0:
        return number
    step = 10.0 ** (math.floor(math.log10(number)) + 1 - digits)
    return float(f"{math.floor(number / step * (1 + 1e-12)) * step:.{digits}g}")


def _of(name: str, number: float) -> Any:
    return quantity(PRESET_NUMBERS[name], float(number), "metric")


def _from_si(name: str, value: float) -> Any:
    kind = PRESET_NUMBERS[name]
    return _of(name, float(f"{magnitude(kind, from_kernel(kind, value), 'metric'):.8g}"))

"""`chipload tools`: sizes of standard tool series; libraries of tools join here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from chipload.commands import join
from chipload.commands.parser import add_output
from chipload.commands.words import print_json, system_of, table
from chipload.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from chipload.catalog.series import SeriesTool

_LENGTHS = ("diameter", "flute_length", "overall_length", "shank_diameter", "corner_radius")
_ANGLES = ("helix_angle", "point_angle")


def add_commands(commands: Any) -> None:
    """Add `tools`."""
    tools = commands.add_parser("tools", help="sizes of standard tools, and libraries of tools")
    tools.filled_by(_fill)


def _fill(tools: Any) -> None:
    chosen = tools.add_subparsers(dest="action", metavar="ACTION", required=True)
    find = chosen.add_parser("list", help="find standard tools by series, kind and diameter")
    find.add_argument("text", nargs="*", default=[], help="part of series, standard, kind or cutting material")
    find.gathers = "text"
    find.add_argument("--diameter", help='of the tool, like "6 mm" or 1/4')
    add_output(find)
    find.set_defaults(run=_list)
    show = chosen.add_parser("show", help="a series, or one size of it, with its sources")
    show.add_argument("series", help="name of the series, such as din-338")
    show.add_argument("diameter", nargs="?", help="of the tool; all sizes unless given")
    add_output(show)
    show.set_defaults(run=_show)
    join("tools", chosen)


def _list(given: argparse.Namespace) -> int:
    from chipload.catalog import default

    every = default().tools
    wanted = [word.casefold() for word in given.text]
    found = [
        one
        for one in every
        if all(word in f"{one.series} {one.standard} {one.kind} {one.tool_material}".casefold() for word in wanted)
        and _is_of(one, given.diameter)
    ]
    _print(found, given)
    if not given.json:
        print(f"{len(found)} of {len(every)} standard tools")
    return 0 if found else 1


def _show(given: argparse.Namespace) -> int:
    from chipload.catalog import default
    from chipload.catalog.reading import fold
    from chipload.commands.records import cited

    series = [one for one in default().tools if fold(given.series) in (fold(one.series), fold(one.standard))]
    if not series:
        names = ", ".join(dict.fromkeys(one.series for one in default().tools))
        raise UnknownNameError(f"series: {given.series!r} is in no table; there are {names}")
    found = [one for one in series if _is_of(one, given.diameter)]
    if not found:
        raise InputError(f"diameter: the series has none of {given.diameter}; leave it out to see the sizes")
    _print(found, given)
    if not given.json:
        keys = dict.fromkeys(key for one in found for key in one.source)
        notes = dict.fromkeys(one.note for one in found if one.note)
        print("\n".join(["", *notes, "sources", *(f"  {key}: {words}" for key, words in cited(keys).items())]))
    return 0


def _is_of(tool: SeriesTool, diameter: str | None) -> bool:
    from chipload.units import kinds
    from chipload.units.boundary import to_single

    if diameter is None:
        return True
    wanted = to_single(kinds.DIAMETER, diameter, "diameter")
    return tool.diameter is not None and abs(tool.diameter - wanted) < 1e-9


def _print(found: list[SeriesTool], given: argparse.Namespace) -> None:
    from chipload.units import kinds
    from chipload.units.trace import show

    if given.json:
        print_json([_as_dict(one) for one in found])
        return
    parts = {**dict.fromkeys(_LENGTHS, kinds.LENGTH), **dict.fromkeys(_ANGLES, kinds.ANGLE)}
    shown = [name for name in parts if any(getattr(one, name) is not None for one in found)]
    rows = [("series", "kind", "teeth", *(name.replace("_", " ") for name in shown), "cutting material", "tier")]
    for one in found:
        sizes = [
            "" if getattr(one, name) is None else show(parts[name], getattr(one, name), system_of(given))
            for name in shown
        ]
        rows.append((one.series, one.kind, str(one.teeth or ""), *sizes, one.tool_material, one.tier))
    print(table(rows))


def _as_dict(tool: SeriesTool) -> dict[str, Any]:
    """A size as plain values: lengths in mm, angles in degrees."""
    import math

    lengths = {f"{name}_mm": getattr(tool, name) for name in _LENGTHS}
    angles = {f"{name}_deg": getattr(tool, name) for name in _ANGLES}
    return {
        "series": tool.series, "kind": tool.kind, "standard": tool.standard, "teeth": tool.teeth,
        **{name: None if value is None else round(value * 1e3, 9) for name, value in lengths.items()},
        **{name: None if value is None else round(math.degrees(value), 9) for name, value in angles.items()},
        "tool_material": tool.tool_material, "tier": tool.tier, "source": list(tool.source), "note": tool.note,
    }  # fmt: skip

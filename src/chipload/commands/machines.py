"""`chipload machines`: find machines, and show one with its sources."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.parser import add_output
from chipload.commands.records import Line, figures_as_text, record_as_dict
from chipload.commands.words import print_json, system_of, table


def add_commands(commands: Any) -> None:
    """Add `machines`."""
    machines = commands.add_parser("machines", help="find machines, or show one with its spindle")
    machines.otherwise = "list"
    chosen = machines.add_subparsers(dest="action", metavar="ACTION", required=True)
    find = chosen.add_parser("list", help="find by name, maker and type; the word may be left out")
    find.add_argument("text", nargs="*", default=[], help="part of name, maker, type or taper")
    find.gathers = "text"
    add_output(find, inch=False)
    find.set_defaults(run=_list)
    show = chosen.add_parser("show", help="every figure of a machine with its source")
    show.add_argument("name", help="name of the machine")
    add_output(show)
    show.set_defaults(run=_show)


def _list(given: argparse.Namespace) -> int:
    from chipload import catalog

    every = catalog.default().machines.values()
    wanted = [word.casefold() for word in given.text]
    found = [
        one
        for one in every
        if all(word in f"{one.name} {one.title} {one.maker} {one.type} {one.taper}".casefold() for word in wanted)
    ]
    if given.json:
        print_json(
            [
                {"name": one.name, "title": one.title, "maker": one.maker, "type": one.type, "taper": one.taper}
                for one in found
            ]
        )
    else:
        print(table([(one.name, one.title, one.type, one.taper) for one in found]))
        print(f"{len(found)} of {len(every)} machines")
    return 0 if found else 1


def _show(given: argparse.Namespace) -> int:
    from chipload import catalog
    from chipload.units import kinds
    from chipload.units.trace import show

    found, system = catalog.machine(given.name), system_of(given)
    if given.json:
        curves = [
            {
                "rating": one.rating, "gear": one.gear, "rpm": [60 * speed for speed in one.speeds],
                "torque_nm": list(one.torques), "tier": one.tier, "source": list(one.source), "note": one.note,
            }
            for one in found.curves
        ]  # fmt: skip
        about = {"maker": found.maker, "type": found.type, "taper": found.taper, "note": found.note}
        print_json({**record_as_dict(found), **about, "curves": curves})
        return 0
    torque: list[Line] = []
    for one in found.curves:
        most = max(one.torques)
        speed = max(s for s, t in zip(one.speeds, one.torques, strict=True) if t == most)
        value = f"{show(kinds.TORQUE, most, system)} up to {show(kinds.SPINDLE_SPEED, speed, system)}"
        torque.append((f"torque, {one.rating}, gear {one.gear}", value, found.name, one.tier, one.source))
    print(f"{found.title} ({found.name}): {found.maker} {found.type}, {found.taper}")
    print(f"\n{figures_as_text(found, system, torque)}")
    return 0

"""`chipload materials`: find materials, show one with its sources, set some side by side."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.parser import add_output
from chipload.commands.records import figures_as_text, record_as_dict
from chipload.commands.words import print_json, span, system_of


def add_commands(commands: Any) -> None:
    """Add `materials`."""
    materials = commands.add_parser("materials", help="find materials, show one, or set some side by side")
    materials.otherwise = "list"
    chosen = materials.add_subparsers(dest="action", metavar="ACTION", required=True)
    find = chosen.add_parser("list", help="find by name, group and property; the word may be left out")
    find.add_argument("text", nargs="*", default=[], help="part of any name")
    find.gathers = "text"
    find.add_argument("--group", help="ISO group: P, M, K, N, S, H or O")
    find.add_argument("--family", help="part of the family, such as aluminium")
    find.add_argument(
        "--range", action="append", default=[], metavar="PROPERTY=LOW..HIGH", dest="ranges",
        help='values of a property, such as "tensile_strength=400 MPa..600 MPa"; leave an end out for no limit',
    )  # fmt: skip
    add_output(find, inch=False)
    find.set_defaults(run=_list)
    show = chosen.add_parser("show", help="every figure of a material with its source")
    show.add_argument("name", help="any usual name")
    add_output(show)
    show.set_defaults(run=_show)
    compare = chosen.add_parser("compare", help="materials side by side")
    compare.add_argument("names", nargs="+", help="any usual names")
    add_output(compare)
    compare.set_defaults(run=_compare)


def _list(given: argparse.Namespace) -> int:
    from chipload import catalog

    ranges = {name: (_end(low), _end(high)) for name, (low, high) in (span(text, "range") for text in given.ranges)}
    found = catalog.search(" ".join(given.text), iso_group=given.group, family=given.family, **ranges)
    if given.json:
        print_json(
            [
                {"name": one.name, "iso_group": one.iso_group, "title": one.title, "condition": one.condition}
                for one in found
            ]
        )
    else:
        for material in found:
            print(f"{material.name:24}  {material.iso_group}  {material.title}, {material.condition}")
        print(f"{len(found)} of {len(catalog.default().materials)} materials")
    return 0 if found else 1


def _end(text: str | None) -> str | float | None:
    """An end of a range: a quantity, a number on a scale such as a hardness, or nothing."""
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        return text


def _show(given: argparse.Namespace) -> int:
    from chipload import catalog

    found = catalog.material(given.name)
    constants = found.usable_kienzle()
    if given.json:
        print_json(
            {
                **record_as_dict(found),
                "iso_group": found.iso_group, "class": found.material_class.name, "condition": found.condition,
                "family": found.family, "aliases": list(found.aliases), "note": found.note,
                "kienzle": [
                    {
                        "subject": one.subject, "kc11_mpa": one.kc11 / 1e6, "mc": one.mc, "tier": one.tier,
                        "source": list(one.source), "note": one.note,
                    }
                    for one in constants
                ],
            }
        )  # fmt: skip
        return 0
    from chipload.units import kinds
    from chipload.units.trace import show

    force = [
        ("kc1.1", f"{show(kinds.STRESS, one.kc11, system_of(given))}, mc {one.mc:g}", one.subject, one.tier, one.source)
        for one in constants
    ]
    head = f"{found.title} ({found.name}), {found.condition}\n{found.iso_group}, {found.material_class.title}"
    also = f"\nalso called {', '.join(found.aliases)}" if found.aliases else ""
    print(f"{head}{also}\n\n{figures_as_text(found, system_of(given), force)}")
    return 0


def _compare(given: argparse.Namespace) -> int:
    from chipload import catalog

    found = catalog.compare(*given.names)
    if given.json:
        system = system_of(given)
        titles = [one.name for one in found.materials]
        print_json({label: dict(zip(titles, cells, strict=True)) for label, cells in found.rows(system)})
    else:
        print(found.describe(system_of(given)))
    return 0

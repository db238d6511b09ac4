"""The command `chipload tools`: a tool library read, turned into another format, or given presets for a material."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chipload.exchange.items import Item, Library, Problem

UNITS = ("mm", "inch")


def add_commands(commands: Any) -> None:
    """Add `read`, `convert` and `presets` to the subcommands of `chipload tools`.

    Parameters
    ----------
    commands
        The subcommands of `tools`, as `ArgumentParser.add_subparsers` returns them.
    """
    read = commands.add_parser("read", help="list the tools of a library and what is wrong with them")
    read.add_argument("file", help="tool library or tool table, of any program that is known")
    read.add_argument("--json", action="store_true", help="print tools and problems as JSON")
    read.set_defaults(run=_read)

    convert = commands.add_parser("convert", help="write a library in another format")
    convert.add_argument("file", help="tool library or tool table, of any program that is known")
    convert.add_argument("out", help="file to write; its ending tells the format")
    convert.set_defaults(run=_convert)

    presets = commands.add_parser("presets", help="plan speeds and feeds for every tool and write them as presets")
    presets.add_argument("file", help="tool library, of any program that is known")
    presets.add_argument("out", help="file to write")
    presets.add_argument("--material", required=True, help="what is cut, by any usual name")
    presets.add_argument("--machine", help="machine of the tables, to whose limits the presets are held")
    presets.add_argument("--name", help="name of the presets; the material unless given")
    for name, what in (
        ("radial-share", "radial depth over the diameter of a mill"),
        ("axial-share", "axial depth over the diameter of a mill"),
        ("hole-depth-share", "depth of a hole over its diameter"),
    ):
        presets.add_argument(f"--{name}", type=float, metavar="SHARE", help=f"{what}, where no preset says it")
    presets.add_argument("--reaming-allowance", metavar="LENGTH", help='what a reamer takes off, such as "0.2 mm"')
    presets.set_defaults(run=_presets)

    for parser in (read, convert, presets):
        parser.add_argument("--format", dest="reads", help="format of the library; found out unless given")
        parser.add_argument("--units", choices=UNITS, help="units of a table that does not say them")
        if parser is not read:
            parser.add_argument("--to", help="format to write; by the ending unless given")
            parser.add_argument(
                "--out-units",
                choices=UNITS,
                default="mm",
                help="units to write where the tools bring none; mm unless given",
            )


def _library(given: argparse.Namespace) -> Library:
    from chipload.exchange.libraries import read_library

    return read_library(given.file, given.reads, given.units)


def _read(given: argparse.Namespace) -> int:
    """Tools to the standard output, problems too; 1 where there are any."""
    library = _library(given)
    if given.json:
        print(json.dumps(_plain(library), ensure_ascii=False, indent=2))
        return 1 if library.problems else 0
    for item in library.items:
        presets = f", {len(item.presets)} presets" if len(item.presets) > 1 else (", 1 preset" if item.presets else "")
        print(f"{item.describe()}{presets}")
    usable = sum(item.tool is not None for item in library.items)
    print(f"{len(library.items)} items, {usable} of them tools to plan with, {len(library.problems)} problems")
    for problem in library.problems:
        print(f"  {problem}")
    return 1 if library.problems else 0


def _plain(library: Library) -> dict[str, Any]:
    from chipload.exchange.own_json import write

    document = json.loads(write(library, []))
    problems = [{"item": one.item, "field": one.field, "reason": one.reason} for one in library.problems]
    return {**document, "problems": problems}


def _convert(given: argparse.Namespace) -> int:
    from chipload.exchange.libraries import write_library

    library = _library(given)
    lost = write_library(library, given.out, given.to, given.out_units)
    _tell((*library.problems, *lost))
    print(f"{given.out}: {_count(library.items)}")
    return 1 if lost else 0


def _presets(given: argparse.Namespace) -> int:
    from chipload.exchange.libraries import write_library
    from chipload.exchange.refreshing import Usual, refresh

    library = _library(given)
    names = ("radial_share", "axial_share", "hole_depth_share", "reaming_allowance")
    usual = Usual(**{name: value for name in names if (value := getattr(given, name)) is not None})
    found = refresh(library, given.material, given.machine, usual=usual, name=given.name)
    lost = write_library(found, given.out, given.to or library.format, given.out_units)
    _tell((*found.problems, *lost))
    new = sum(one.presets != before.presets for one, before in zip(found.items, library.items, strict=True))
    print(f"{given.out}: {_count(found.items)}, {new} of them with new speeds and feeds")
    return 0 if new else 1


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _count(items: tuple[Item, ...]) -> str:
    return f"{len(items)} item{'' if len(items) == 1 else 's'}"

"""The command `chipload check`: a program against a tool table, a material and a machine."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from chipload.errors import InputError

if TYPE_CHECKING:
    from chipload.planning.tools.tool import Tool

_STATUS = "exit status: 0 a clean program; 1 there are findings; 2 an input cannot be used"

DIALECT_NAMES = ("common", "fanuc", "fanuc-lathe", "haas", "linuxcnc", "grbl", "siemens")


def add_commands(commands: Any) -> None:
    """Add `check`.

    Parameters
    ----------
    commands
        What `ArgumentParser.add_subparsers` returns.
    """
    parser = commands.add_parser("check", help="check the speeds and feeds of a G-code program", epilog=_STATUS)
    parser.add_argument("program", help="file with the program, or - for standard input")
    parser.add_argument("--tools", metavar="FILE", help="tool library or tool table, of any program that is known")
    parser.add_argument("--tool-units", choices=("mm", "inch"), help="units of a tool table that does not say them")
    parser.add_argument("--material", help="what is cut, by any usual name")
    parser.add_argument("--machine", help="machine of the tables, for speeds, feeds, power and rapids")
    parser.add_argument("--dialect", choices=DIALECT_NAMES, help="control; what all agree on unless given")
    parser.add_argument("--units", choices=("mm", "inch"), help="units of a program that does not say them")
    parser.add_argument("--rapid", metavar="RATE", help='rapid rate of an axis, such as "25 m/min"')
    parser.add_argument(
        "--engaged", action="append", default=[], metavar="T=RADIAL,AXIAL",
        help='how a mill is engaged, such as "1=2 mm,10 mm"; judges power, deflection and chip load by it',
    )  # fmt: skip
    parser.add_argument("--inch", action="store_true", help="show inch units")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where something was not evaluated, too")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the check as JSON")
    form.add_argument("--sarif", action="store_true", help="print the check as SARIF 2.1.0")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Run the command: 0 for a clean program, 1 for one with findings; what cannot be read is an `InputError`."""
    from chipload.exchange.gcode.checking import check_program

    tools = None if given.tools is None else _tools(given.tools, given.tool_units)
    engagement = dict(_engaged(text) for text in given.engaged)
    options = {
        "material": given.material, "machine": given.machine, "dialect": given.dialect, "units": given.units,
        "rapid_rate": given.rapid, "engagement": engagement, "name": given.program,
    }  # fmt: skip
    if given.program == "-":
        found = check_program(sys.stdin, tools, **options)
    else:
        try:
            with open(given.program, encoding="utf-8", errors="replace") as lines:
                found = check_program(lines, tools, **options)
        except OSError as error:
            raise InputError(f"program: the file {given.program!r} cannot be read ({error.strerror})") from None
    if given.json:
        print(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
    elif given.sarif:
        print(json.dumps(found.to_sarif(), ensure_ascii=False, indent=2))
    else:
        print(found.describe("inch" if given.inch else "metric"))
    return 0 if found.clean and not (given.strict and found.not_evaluated) else 1


def _tools(path: str, units: Any) -> dict[int, Tool]:
    """Tools of a library by their number; what leaves one of them out is told on the standard error."""
    from chipload.exchange.libraries import read_library

    library = read_library(path, units=units)
    for item in library.items:
        if item.number is not None and item.tool is None and item.kind not in ("holder", "probe"):
            said = next((str(one) for one in library.problems if one.item == item.label), None)
            said = said or f"{item.label}: the file does not say enough for a tool to check by"
            print(f"tools: {said}", file=sys.stderr)
    return library.tools()


def _engaged(text: str) -> tuple[int, dict[str, Any]]:
    """A tool number and the depths at which it cuts."""
    number, equals, depths = text.partition("=")
    parts = [part.strip() for part in depths.split(",")]
    if not equals or not number.strip().isdecimal() or len(parts) != 2:
        raise InputError(f'engaged: {text!r} does not say how a tool cuts; write one like "1=2 mm,10 mm"')
    return int(number), {"radial_depth": parts[0], "axial_depth": parts[1]}

"""The command `chipload`: the pages in the browser; plans, materials and tables on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from chipload import __version__
from chipload.errors import ChiploadError, InputError
from chipload.exchange.gcode.command import add_arguments as add_check_arguments
from chipload.exchange.tool_commands import add_commands as add_tool_commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code, 2 for an input that cannot be used."""
    given = _parser().parse_args(arguments)
    try:
        code: int = given.run(given)
    except ChiploadError as error:
        print(f"chipload: {error}", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chipload", description="Speeds, feeds, forces and deflection of a cut.")
    parser.add_argument("--version", action="version", version=f"chipload {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)

    app = commands.add_parser("app", help="open the pages in the browser")
    app.add_argument("--port", type=int, help="port to serve on; Streamlit's own choice unless given")
    app.add_argument("--address", default="localhost", help="address to listen on; this computer alone unless given")
    app.add_argument("--no-browser", action="store_true", help="serve without opening a browser")
    app.set_defaults(run=_serve)

    plan = commands.add_parser("plan", help="print the plan of a job saved from the page")
    plan.add_argument("job", help="file with the job as JSON, or - for standard input")
    plan.add_argument("--inch", action="store_true", help="show inch units")
    plan.add_argument("--json", action="store_true", help="print the plan as JSON")
    plan.set_defaults(run=_print_plan)

    materials = commands.add_parser("materials", help="find materials, or set some side by side")
    materials.add_argument("text", nargs="*", help="part of a name; with --compare, the names to set side by side")
    materials.add_argument("--compare", action="store_true", help="show the named materials side by side")
    materials.add_argument("--group", help="ISO group: P, M, K, N, S, H or O")
    materials.add_argument("--family", help="part of the family, such as aluminium")
    materials.add_argument(
        "--range", action="append", default=[], metavar="PROPERTY=LOW..HIGH", dest="ranges",
        help='values of a property, such as "tensile_strength=400 MPa..600 MPa"; leave an end out for no limit',
    )  # fmt: skip
    materials.add_argument("--inch", action="store_true", help="show inch units")
    materials.set_defaults(run=_print_materials)

    catalog = commands.add_parser("catalog", help="what the tables hold, what they lack, and a template of your own")
    catalog.add_argument("--gaps", action="store_true", help="list what is missing")
    catalog.add_argument("--problems", action="store_true", help="list the rows of your own tables that are left out")
    catalog.add_argument("--template", metavar="FOLDER", help="write every table with its header into a folder")
    catalog.add_argument(
        "--of", action="append", default=[], metavar="NAME", help="copy the rows of a material or machine into it"
    )
    catalog.set_defaults(run=_print_catalog)

    check = commands.add_parser("check", help="check the speeds and feeds of a G-code program")
    add_check_arguments(check)
    add_tool_commands(commands)
    return parser


def _serve(given: argparse.Namespace) -> int:
    from chipload.app.launch import serve

    return serve(given.port, browser=not given.no_browser, address=given.address)


def _print_plan(given: argparse.Namespace) -> int:
    from chipload.planning import plan
    from chipload.planning.operations import job_from_json

    try:
        text = sys.stdin.read() if given.job == "-" else Path(given.job).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"job: the file {given.job!r} cannot be read ({error}); give a job saved from the page"
        ) from None
    found = plan(job_from_json(text))
    print(found.to_json(indent=2) if given.json else found.describe("inch" if given.inch else "metric"))
    return 0


def _print_materials(given: argparse.Namespace) -> int:
    from chipload import catalog

    if given.compare:
        print(catalog.compare(*given.text).describe("inch" if given.inch else "metric"))
        return 0
    ranges = dict(_range(text) for text in given.ranges)
    found = catalog.search(" ".join(given.text), iso_group=given.group, family=given.family, **ranges)
    for material in found:
        print(f"{material.name:24}  {material.iso_group}  {material.title}, {material.condition}")
    print(f"{len(found)} of {len(catalog.default().materials)} materials")
    return 0 if found else 1


def _range(text: str) -> tuple[str, tuple[str | float | None, str | float | None]]:
    prop, equals, ends = text.partition("=")
    low, dots, high = ends.partition("..")
    if not equals or not dots:
        raise InputError(f'range: {text!r} is no range; write one like "tensile_strength=400 MPa..600 MPa"')
    return prop.strip(), (_end(low), _end(high))


def _end(text: str) -> str | float | None:
    """An end of a range: a quantity, a number on a scale such as a hardness, or nothing."""
    try:
        return float(text)
    except ValueError:
        return text.strip() or None


def _print_catalog(given: argparse.Namespace) -> int:
    from chipload import catalog

    if given.template:
        from chipload.catalog.own import export_template

        written = export_template(Path(given.template), given.of)
        print(f"{len(written)} tables in {given.template}; name that folder in CHIPLOAD_DATA to use them")
        return 0
    if given.problems:
        problems = catalog.default().problems
        print("\n".join(map(str, problems)) or f"no row of {catalog.user_folder()} is left out")
        return 1 if problems else 0
    found = catalog.coverage()
    print("\n".join(found.gaps) if given.gaps else found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

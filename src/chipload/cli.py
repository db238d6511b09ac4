"""The command `chipload`: the pages in the browser, and the plan of a job file on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from chipload import __version__
from chipload.errors import ChiploadError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code, 2 for an input that cannot be used."""
    given = _parser().parse_args(arguments)
    try:
        if given.command == "app":
            from chipload.app.launch import serve

            return serve(given.port, browser=not given.no_browser, address=given.address)
        return _print_plan(given.job, "inch" if given.inch else "metric", given.json)
    except ChiploadError as error:
        print(f"chipload: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chipload", description="Speeds, feeds, forces and deflection of a cut.")
    parser.add_argument("--version", action="version", version=f"chipload {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    app = commands.add_parser("app", help="open the pages in the browser")
    app.add_argument("--port", type=int, help="port to serve on; Streamlit's own choice unless given")
    app.add_argument("--address", default="localhost", help="address to listen on; this computer alone unless given")
    app.add_argument("--no-browser", action="store_true", help="serve without opening a browser")
    plan = commands.add_parser("plan", help="print the plan of a job saved from the page")
    plan.add_argument("job", help="file with the job as JSON, or - for standard input")
    plan.add_argument("--inch", action="store_true", help="show inch units")
    plan.add_argument("--json", action="store_true", help="print the plan as JSON")
    return parser


def _print_plan(file: str, system: str, as_json: bool) -> int:
    from chipload.errors import InputError
    from chipload.planning import Milling, plan

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"job: the file {file!r} cannot be read ({error}); give a job saved from the page") from None
    found = plan(Milling.model_validate_json(text))
    print(found.to_json(indent=2) if as_json else found.describe(system))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

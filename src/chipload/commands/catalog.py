"""`chipload catalog`: how far the tables reach, and a template of one's own."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any


def add_commands(commands: Any) -> None:
    """Add `catalog`."""
    catalog = commands.add_parser("catalog", help="what the tables hold, what they lack, and a template of your own")
    catalog.add_argument("--gaps", action="store_true", help="list what is missing")
    catalog.add_argument("--problems", action="store_true", help="list the rows of your own tables that are left out")
    catalog.add_argument("--template", metavar="FOLDER", help="write every table with its header into a folder")
    catalog.add_argument(
        "--of", action="append", default=[], metavar="NAME", help="copy the rows of a material or machine into it"
    )
    catalog.add_argument("--json", action="store_true", help="print JSON instead of text")
    catalog.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    from chipload import catalog
    from chipload.commands.words import print_json

    if given.template:
        from chipload.catalog.own import export_template

        written = export_template(Path(given.template), given.of)
        if given.json:
            print_json([str(one) for one in written])
        else:
            print(f"{len(written)} tables in {given.template}; name that folder in CHIPLOAD_DATA to use them")
        return 0
    if given.problems:
        problems = [str(one) for one in catalog.default().problems]
        if given.json:
            print_json(problems)
        else:
            print("\n".join(problems) or f"no row of {catalog.user_folder()} is left out")
        return 1 if problems else 0
    found = catalog.coverage()
    if given.json:
        print_json(list(found.gaps) if given.gaps else asdict(found))
    else:
        print("\n".join(found.gaps) if given.gaps else found)
    return 0

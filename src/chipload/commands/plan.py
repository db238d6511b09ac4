"""`chipload plan`: the plan of a cut."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.jobs import add_operations, job_of
from chipload.commands.parser import add_output
from chipload.commands.words import print_json, system_of

_EXAMPLES = """examples:
  chipload plan milling material=6061-T6 diameter=10mm teeth=4 stickout=30mm flute_length=25mm \\
                        radial_depth=5mm axial_depth=10mm machine=haas-vf2
  chipload plan job.json "cutting_speed=800 sfm" --inch
  chipload plan - --json < job.json

exit status: 0 every known limit holds; 1 one is broken; 2 an input cannot be used"""


def add_commands(commands: Any) -> None:
    """Add `plan`."""
    plan = commands.add_parser(
        "plan", help="plan a cut: speeds, feeds, force, power, deflection, limits", epilog=_EXAMPLES
    )
    add_operations(plan, _run, _options)


def _options(parser: Any) -> None:
    add_output(parser)
    parser.add_argument("--working", action="store_true", help="print how each number came about, in full")


def _run(given: argparse.Namespace) -> int:
    from chipload.planning import plan

    found = plan(job_of(given))
    if given.json:
        print_json(found.to_dict())
    elif given.working:
        print(found.show_working("text", system_of(given)))
    else:
        print(found.describe(system_of(given)))
    return 0 if found.feasible else 1

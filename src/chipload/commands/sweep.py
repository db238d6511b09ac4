"""`chipload sweep`: one cut over named axes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from chipload.commands.jobs import add_operations, job_of
from chipload.commands.words import axes, print_json
from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload sweep job.json --axis "radial_depth=1:5:9 mm" --axis material=304 --axis material=316 --outputs power
  chipload sweep job.json --axis "stickout=30:60:31 mm" --axis "axial_depth=1:20:96 mm" --to cuts.zarr

exit status: 0 a point holds every known limit; 1 none does; 2 an input cannot be used"""


def add_commands(commands: Any) -> None:
    """Add `sweep`."""
    sweep = commands.add_parser(
        "sweep", help="a cut over ranges of its fields, as a table or on disk", epilog=_EXAMPLES
    )
    add_operations(sweep, _run, _options)


def _options(parser: Any) -> None:
    parser.add_argument(
        "--axis", action="append", default=[], metavar="NAME=START:STOP:COUNT UNIT", dest="axes",
        help="evenly spaced values of a field of the job or its tool; NAME=VALUE, repeated, for single ones",
    )  # fmt: skip
    parser.add_argument("--outputs", metavar="NAME,NAME", help="results wanted; all unless given")
    parser.add_argument("--to", metavar="FILE", help="file that ends in .csv, .parquet or .zarr; printed as CSV if not")
    parser.add_argument("--json", action="store_true", help="print a list of points as JSON")


def _run(given: argparse.Namespace) -> int:
    from chipload.planning import sweep
    from chipload.planning.frames import frame_of_sweep

    if not given.axes:
        raise InputError('axis: there is none; give one at least, like --axis "radial_depth=1:5:9 mm"')
    asked = axes(given.axes, "axis")
    job = job_of(given, {name: values[0] for name, values in asked.items()})
    outputs = None if given.outputs is None else [one.strip().replace("-", "_") for one in given.outputs.split(",")]
    on_disk = given.to is not None and Path(given.to).suffix in (".parquet", ".zarr")
    if given.to is not None and not on_disk and Path(given.to).suffix != ".csv":
        raise InputError(f"to: {given.to!r} ends in none of .csv, .parquet and .zarr; give one that does")
    try:
        found = sweep(job, asked, outputs=outputs, to=given.to if on_disk else None)
    except ModuleNotFoundError as error:
        raise InputError(str(error)) from None
    if on_disk:
        print(f"{given.to} is written", file=sys.stderr)
        return 0 if isinstance(found, Path) or bool(found["feasible"].any()) else 1
    frame = frame_of_sweep(found)
    if given.json:
        print_json(frame.to_dict("records"))
    elif given.to is None:
        print(frame.to_csv(index=False), end="")
    else:
        try:
            frame.to_csv(given.to, index=False)
        except OSError as error:
            raise InputError(f"to: {given.to!r} cannot be written ({error}); give another file") from None
    return 0 if bool(found["feasible"].any()) else 1

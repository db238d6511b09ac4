"""`chipload calibrate`: constants of the shop's own, from a log of cuts or of tool lives."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.logs import read_log
from chipload.commands.parser import add_output
from chipload.commands.words import print_json, read_text, system_of
from chipload.errors import InputError

_EXAMPLES = """A log is a CSV with a head and a line for each cut or edge, units in the head or in the cells:

  feed_per_tooth [mm];axial_depth [mm];power [kW]
  0.05;10;1.10
  0.10;10;1.85

examples:
  chipload calibrate force log.csv --job job.json --save
  chipload calibrate life lives.csv --material 1045 --tool-material hss"""


def add_commands(commands: Any) -> None:
    """Add `calibrate`."""
    calibrate = commands.add_parser("calibrate", help="constants of your own from measured cuts", epilog=_EXAMPLES)
    chosen = calibrate.add_subparsers(dest="what", metavar="WHAT", required=True)
    force = chosen.add_parser("force", help="kc1.1 and mc from measured powers, torques or forces")
    force.add_argument("log", metavar="CSV", help="fields of the job that differ, and one measured result; or -")
    force.add_argument("--job", required=True, metavar="FILE", help="file with the job that the cuts share, as JSON")
    force.add_argument("--uncertainty", default="0", metavar="SHARE", help="of the instrument, 0.05 for 5 %%")
    force.set_defaults(run=_force)
    life = chosen.add_parser("life", help="Taylor's constants from tool lives")
    life.add_argument("log", metavar="CSV", help="columns cutting_speed and tool_life; or -")
    life.add_argument("--material", required=True, help="that was cut")
    life.add_argument("--tool-material", required=True, help="that cut it")
    life.add_argument("--operation", default="turning", help="as the tables call it (turning)")
    life.set_defaults(run=_life)
    for one in (force, life):
        one.add_argument("--save", action="store_true", help="keep the constants among your own tables")
        one.add_argument("--note", default="", help="what to remember of it, as the tool")
        add_output(one)


def _force(given: argparse.Namespace) -> int:
    from chipload.planning import Measured, calibrate
    from chipload.planning.axes import with_values
    from chipload.planning.operations import job_from_json, operation_of

    if given.job == given.log == "-":
        raise InputError("job: the log comes from standard input already; give the job as a file")
    job = job_from_json(read_text(given.job, "job"))
    operation = operation_of(job)
    fields = {*operation.job.model_fields, *operation.tool.model_fields}
    cuts = []
    for place, line in enumerate(read_log(given.log), 1):
        uncertainty = line.pop("uncertainty", given.uncertainty)
        own = {name: value for name, value in line.items() if name in fields}
        measured: dict[str, Any] = {name: value for name, value in line.items() if name not in fields}
        try:
            cuts.append(Measured(with_values(job, own) if own else job, uncertainty=uncertainty, **measured))
        except InputError as error:
            raise InputError([f"log, cut {place}: {problem}" for problem in error.problems]) from None
    found = calibrate(cuts)
    if given.json:
        print_json(_force_as_dict(found))
    else:
        print(found.describe(system_of(given)))
    _save(found, given)
    return 0


def _force_as_dict(found: Any) -> dict[str, Any]:
    return {
        "material": found.material, "operation": found.operation, "kc11_mpa": found.kc11 / 1e6, "mc": found.mc,
        "kc11_log_sd": found.kc11_log_sd, "mc_sd": found.mc_sd, "mc_fitted": found.mc_fitted,
        "before": {"kc11_mpa": found.before[0] / 1e6, "mc": found.before[1], "log_sd": found.before[2]},
        "factor": found.factor, "narrowing": found.narrowing, "outliers": [place + 1 for place in found.outliers],
        "readings": [
            {
                "name": one.name, "measured": one.measured, "before": one.before, "after": one.after,
                "unit": one.kind.unit or "1", "outlier": one.outlier,
            }
            for one in found.readings
        ],
        "assumptions": list(found.assumptions),
    }  # fmt: skip


def _life(given: argparse.Namespace) -> int:
    from chipload.planning import calibrate_life

    lines = read_log(given.log)
    wanted = ("cutting_speed", "tool_life")
    for place, line in enumerate(lines, 1):
        if set(line) != set(wanted):
            raise InputError(f"log, edge {place}: it has {', '.join(line)}; it needs {' and '.join(wanted)}, no more")
    speeds, lives = ([line[name] for line in lines] for name in wanted)
    found = calibrate_life(speeds, lives, given.material, given.tool_material, given.operation)
    if given.json:
        print_json(
            {
                "material": found.material, "tool_material": found.tool_material, "operation": found.operation,
                "n": found.exponent, "n_sd": found.exponent_sd, "C_m_per_min": found.speed_at_one_minute * 60,
                "C_log_sd": found.speed_log_sd, "factor": found.factor,
                "outliers": [place + 1 for place in found.outliers],
            }
        )  # fmt: skip
    else:
        print(found.describe(system_of(given)))
    _save(found, given)
    return 0


def _save(found: Any, given: argparse.Namespace) -> None:
    """Keep what was found where that was asked for; where it is goes beside JSON, not into it."""
    if given.save:
        import sys

        print(f"kept in {found.save(note=given.note)}", file=sys.stderr)

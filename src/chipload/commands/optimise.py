"""`chipload optimise`: the best cut within ranges and limits."""

from __future__ import annotations

import argparse
from typing import Any

from chipload.commands.jobs import add_operations, job_of
from chipload.commands.parser import add_output
from chipload.commands.words import pair, pairs, print_json, span, system_of
from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload optimise job.json --over "axial_depth=1 mm..20 mm" --over "feed_per_tooth=0.02 mm..0.1 mm"
  chipload optimise job.json --goal cost=1,time=2 --within "roughness_rz=..5 um" --confidence 0.9

exit status: 0 a best cut was found; 1 no cut holds every limit; 2 an input cannot be used"""


def add_commands(commands: Any) -> None:
    """Add `optimise`."""
    optimise = commands.add_parser("optimise", help="the best cut within ranges and limits", epilog=_EXAMPLES)
    add_operations(optimise, _run, _options)


def _options(parser: Any) -> None:
    add_output(parser)
    group = parser.add_argument_group("what is sought")
    group.add_argument(
        "--over", action="append", default=[], metavar="NAME=LOW..HIGH",
        help="range of a number of the cut; NAME=VALUE, repeated, for alternatives of another field; what the job "
        "leaves open in the ranges of the tables unless given",
    )  # fmt: skip
    group.add_argument(
        "--goal", default="removal_rate", metavar="GOAL",
        help="removal_rate, cost, time or tool_life, or several with weights, as cost=1,time=2",
    )  # fmt: skip
    group.add_argument(
        "--within", action="append", default=[], metavar="RESULT=LOW..HIGH", help="bounds of your own on a result"
    )
    group.add_argument("--confidence", type=float, metavar="SHARE", help="share of the samples that hold every limit")


def _run(given: argparse.Namespace) -> int:
    from chipload.planning import optimise

    over = _over(given.over)
    job = job_of(given, {name: values[0] for name, values in over.items()})
    found = optimise(
        job, over, goal=_goal(given.goal), within=dict(span(text, "within") for text in given.within),
        confidence=given.confidence,
    )  # fmt: skip
    if given.json:
        print_json(found.to_dict())
    else:
        print(found.describe(system_of(given)))
    return 0


def _over(texts: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for text in texts:
        if ".." in text:
            name, (low, high) = span(text, "over")
            if low is None or high is None:
                raise InputError(f"over, {name}: {text!r} lacks an end; give the lowest and the highest value")
            if name in found:
                raise InputError(f"over, {name}: it is given twice; keep one")
            found[name] = (low, high)
            continue
        name, value = pair(text, "over")
        if isinstance(found.get(name), tuple):
            raise InputError(f"over, {name}: it is given as a range and as a value; keep one")
        found.setdefault(name, []).append(value)
    return found


def _goal(text: str) -> Any:
    if "=" not in text:
        return text.strip().replace("-", "_")
    weights: dict[str, float] = {}
    for name, value in pairs(text.split(","), "goal").items():
        try:
            weights[name] = float(value)
        except ValueError:
            raise InputError(f"goal, {name}: the weight {value!r} is no number; give one like 0.5") from None
    return weights

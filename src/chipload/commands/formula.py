"""`chipload formula`: any formula of the library, called or solved for one of its arguments."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from chipload.commands.evaluating import Evaluated, formula_named, formulas, solvable, words_of
from chipload.commands.parser import add_output
from chipload.commands.words import pairs, print_json, system_of, table
from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload formula                                                        # all of them
  chipload formula --search "spindle speed"
  chipload formula spindle_speed                                          # what it takes
  chipload formula spindle_speed "cutting_speed=120 m/min" diameter=1/2in
  chipload formula spindle_speed "spindle_speed=3000 rpm" "cutting_speed=400 sfm"   # the diameter that gives it
  chipload formula rz_band --json"""


def add_commands(commands: Any) -> None:
    """Add `formula`."""
    formula = commands.add_parser("formula", help="any formula: list, explain, call, solve", epilog=_EXAMPLES)
    formula.add_argument("name", nargs="?", metavar="NAME", help="as spindle_speed or cutting.spindle_speed")
    formula.add_argument("fields", nargs="*", default=[], metavar="NAME=VALUE", help="arguments, or a wanted result")
    formula.gathers = "fields"
    formula.add_argument("--search", metavar="TEXT", help="list the formulas with this in name or words")
    formula.add_argument("--solve-for", metavar="NAME", help="argument to find; the only missing one unless given")
    formula.add_argument("--between", nargs=2, metavar=("LOW", "HIGH"), help="ends to look for it between")
    formula.add_argument("--working", action="store_true", help="print the working in full")
    add_output(formula)
    formula.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    if given.name is None or given.search is not None:
        return _list(given.search or "", given.json)
    formula = formula_named(given.name)
    if not given.fields:
        return _explain(formula, given.json)
    asked = pairs(given.fields, "argument")
    unknown = solvable(formula, asked, given.solve_for)
    if unknown is None and given.between is not None:
        raise InputError("between: nothing is to be found; name an argument with --solve-for, or leave it out")
    found = Evaluated(formula, asked, unknown, given.between)
    if given.json:
        print_json(found.to_dict())
        return 0
    print(found.steps.to_text(system_of(given)) if given.working else found.describe(system_of(given)))
    for note in found.notes:
        print(f"note: {note}", file=sys.stderr)
    return 0


def _list(text: str, as_json: bool) -> int:
    wanted = text.casefold().replace("_", " ").split()
    found = {
        name: one
        for name, one in sorted(formulas().items())
        if all(word in f"{name} {words_of(one)}".casefold().replace("_", " ") for word in wanted)
    }
    if as_json:
        print_json(
            [{"name": name, "words": words_of(one), "equation": one.plain_equation} for name, one in found.items()]
        )
    else:
        print(table([(name, words_of(one)) for name, one in found.items()]))
        print(f"{len(found)} of {len(formulas())} formulas")
    return 0 if found else 1


def _explain(formula: Any, as_json: bool) -> int:
    names = formula.parameters
    kinds = {name: formula.kind_of(name) for name in names}
    words = {
        name: f'{kind.name}, like "{kind.example}"' if kind else f"one of {', '.join(formula.choices_of(name))}"
        for name, kind in kinds.items()
    }
    needed = [name for name, one in formula.signature.parameters.items() if one.default is one.empty]
    if as_json:
        print_json(
            {
                "formula": formula.qualified_name, "words": words_of(formula), "equation": formula.plain_equation,
                "source": formula.source, "arguments": words, "required": needed, "results": list(formula.results),
            }
        )  # fmt: skip
        return 0
    print(f"{formula.qualified_name}: {words_of(formula)}\n  {formula.plain_equation}\n")
    print(table([(f"  {name}", words[name], "" if name in needed else "may be left out") for name in names]))
    print(f"\ngives {', '.join(formula.results)}   source: {formula.source}")
    return 0

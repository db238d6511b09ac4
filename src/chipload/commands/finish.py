"""`chipload finish`: every formula of the surface that what is known of the cut allows."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from chipload.commands.evaluating import Evaluated, formulas, words_of
from chipload.commands.parser import add_output
from chipload.commands.words import pairs, print_json, system_of
from chipload.errors import InputError

_EXAMPLES = """examples:
  chipload finish "feed_per_rev=0.2 mm" "nose_radius=0.8 mm"          # turned
  chipload finish "feed_per_tooth=0.1 mm" diameter=10mm                # a milled wall
  chipload finish "stepover=0.4 mm" diameter=6mm                       # cusps of a ball nose

What comes out is the ideal profile; the real surface is rougher. `chipload formula NAME ...` solves one of them for the
feed that a roughness allows."""


def add_commands(commands: Any) -> None:
    """Add `finish`."""
    finish = commands.add_parser("finish", help="the surface that feed and edge leave", epilog=_EXAMPLES)
    finish.add_argument("fields", nargs="*", default=[], metavar="NAME=VALUE", help="what is known of cut and edge")
    finish.gathers = "fields"
    finish.add_argument("--limit", metavar="RZ", help="largest Rz that will do; exit status 1 where one is above it")
    add_output(finish)
    finish.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> int:
    from chipload.units import kinds
    from chipload.units.boundary import to_kernel, to_single

    asked = pairs(given.fields, "cut")
    if not asked:
        raise InputError('cut: nothing is known of it; give what is, like "feed_per_rev=0.2 mm" "nose_radius=0.8 mm"')
    limit = None if given.limit is None else to_single(kinds.ROUGHNESS, given.limit, "limit")
    every = [one for name, one in formulas().items() if name.startswith("finish.")]
    known = sorted({name for one in every for name in one.parameters})
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise InputError(f"{unknown[0]}: no formula of the surface takes it; they take {', '.join(known)}")
    found = [
        Evaluated(one, {name: asked[name] for name in one.parameters if name in asked})
        for one in _fitting(every, asked)
    ]
    idle = [name for name in asked if not any(name in one.formula.parameters for one in found)]
    if idle:
        fit = [one for one in every if idle[0] in one.parameters]
        needs = "; ".join(f"{one.__name__} takes {', '.join(one.parameters)}" for one in fit[:3])
        raise InputError(f"{idle[0]}: no formula of the surface can be evaluated with it alone; {needs}")
    if given.json:
        print_json([one.to_dict() for one in found])
    else:
        print("\n\n".join(f"{words_of(one.formula)}\n{one.describe(system_of(given))}" for one in found))
        for note in dict.fromkeys(note for one in found for note in one.notes):
            print(f"note: {note}", file=sys.stderr)
    heights = [
        float(to_kernel(kinds.ROUGHNESS, value, name))
        for one in found
        for name, value in zip(one.formula.results, one.formula.parts(one.result), strict=True)
        if name.endswith("rz")
    ]
    if limit is not None and not heights:
        raise InputError("limit: none of what is known here tells an Rz; give feed and edge, or leave the limit out")
    return 1 if limit is not None and max(heights) > limit else 0


def _fitting(every: list[Any], asked: dict[str, str]) -> list[Any]:
    """The formulas whose arguments are all known."""
    return [
        one
        for one in every
        if all(
            name in asked or parameter.default is not parameter.empty
            for name, parameter in one.signature.parameters.items()
        )
        and any(name in asked for name in one.parameters)
    ]

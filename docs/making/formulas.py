"""A page for each module of formulas, from the registry: equation, symbols, units, conditions, source, example."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from latex2mathml.converter import convert
from numpydoc.docscrape import NumpyDocString

import chipload as cl
from chipload.units.glossary import SYMBOLS
from making.markdown import code, contents, escaped, paragraphs, table

ROOMS = ("cutting", "mechanics", "dynamics", "finish")


def anchor(name: str) -> str:
    """Where a formula stands on its page."""
    return "formula-" + name.replace("_", "-").replace(".", "-")


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    made = sorted(cl.FORMULAS.items(), key=lambda item: (_home(item[1]), item[1].kernel.__code__.co_firstlineno))
    homes = {home: list(group) for home, group in groupby(made, key=lambda item: _home(item[1]))}
    for home, group in homes.items():
        module = sys.modules[f"chipload.{home}"]
        head, _, rest = (module.__doc__ or "").partition("\n\n")
        words = home.rpartition(".")[2].replace("_", " ").capitalize()
        text = [f"# {words}", escaped(head), paragraphs(rest.splitlines())]
        text += [entry(name, formula) for name, formula in group]
        yield f"formulas/{home}", "\n\n".join(filter(None, text))
    for room in ROOMS:
        here = [home for home in homes if home.startswith(f"{room}.")]
        about = (sys.modules[f"chipload.{room}"].__doc__ or "").partition("\n")[0]
        count = sum(len(homes[home]) for home in here)
        text = [f"# {room.capitalize()}", escaped(about), f"{count} formulas.", contents(here)]
        yield f"formulas/{room}", "\n\n".join(text)
    yield "formulas/index", _index(made)


def _home(formula: Any) -> str:
    return str(formula.kernel.__module__).removeprefix("chipload.")


def _index(made: list[tuple[str, Any]]) -> str:
    """Every formula with its equation, by name."""
    rows = (
        (f"[{escaped(_title(name))}](#{anchor(name)})", f"`{formula.plain_equation}`".replace("|", r"\|"))
        for name, formula in sorted(made)
    )
    return "\n\n".join(
        [
            "# Formulas",
            f"{len(made)} formulas, each with units at the door and a kernel in plain SI behind `.si`; `.solve_for` "
            "solves any of them for any of its inputs. Each page below is one module.",
            contents(ROOMS),
            "## By name",
            table(("Formula", "Equation"), rows),
        ]
    )


def _title(name: str) -> str:
    words = name.rpartition(".")[2].replace("_", " ").replace(" rz", " Rz").replace(" ra", " Ra")
    return words[:1].upper() + words[1:]


def entry(name: str, formula: Any) -> str:
    """One formula."""
    doc = NumpyDocString(formula.kernel.__doc__ or "")
    text = [
        f"({anchor(name)})=\n## {_title(name)}",
        f"`chipload.{name}({', '.join(formula.parameters)})`",
        paragraphs(doc["Summary"]),
        f"```{{raw}} html\n{convert(formula.equation, display='block')}\n```",
        _symbols(formula, doc),
        _conditions(formula),
        paragraphs(doc["Notes"]),
        f"Source: {escaped(cl.catalog.source(formula.source))} (`{formula.source}`)",
        code((line for line in doc["Examples"] if line), "pycon") if doc["Examples"] else "",
    ]
    return "\n\n".join(filter(None, text))


def _symbols(formula: Any, doc: NumpyDocString) -> str:
    meant = {name.strip(): " ".join(part.desc) for part in doc["Parameters"] for name in part.name.split(",")}
    rows = []
    for name in formula.parameters:
        kind = formula.kind_of(name)
        symbol, words = SYMBOLS.get(name, ("", name.replace("_", " ")))
        units = ("", "") if kind is None else (kind.display("metric").label, kind.display("inch").label)
        default = formula.signature.parameters[name].default
        usual = "" if default is formula.signature.empty else f"`{default!r}`"
        rows.append(
            (f"`{name}`", _symbol(formula, name, symbol), escaped(meant.get(name, words)), *map(escaped, units), usual)
        )
    for name, kind in zip(formula.results, formula.result_kinds, strict=True):
        own = name == formula.__name__
        words = SYMBOLS[name][1] if name in SYMBOLS else name.replace("_", " ")
        symbol = formula.plain_symbol(None if own else name)
        units = (kind.display(system).label for system in ("metric", "inch"))
        rows.append((f"**{escaped(name)}**", escaped(symbol), escaped(words), *map(escaped, units), ""))
    return table(("Name", "Symbol", "What it is", "Metric", "Inch", "Unless given"), rows)


def _symbol(formula: Any, name: str, latex: str) -> str:
    return escaped(formula.plain_symbol(name)) if latex else ""


def _conditions(formula: Any) -> str:
    """Where the formula holds, and what it refuses."""
    lines = [f"- It warns outside its range: {escaped(text)}." for text in _ranges(formula)]
    lines += [f"- It refuses: {escaped(rule.says)}." for rule in formula.requires]
    return "\n".join(lines)


def _ranges(formula: Any) -> Iterator[str]:
    from chipload.units import show
    from chipload.units.kinds import RATIO

    for rule in formula.valid:
        if hasattr(rule, "says"):
            yield rule.says
            continue
        kind = formula.kind_of(rule.name) if hasattr(rule, "name") else RATIO
        what = rule.name.replace("_", " ") if hasattr(rule, "name") else rule.words
        ends = [show(kind, end, "metric") for end in (rule.low, rule.high) if abs(end) != float("inf")]
        if len(ends) == 2:
            span = f"{ends[0]} to {ends[1]}"
        else:
            span = f"{'at least' if rule.high == float('inf') else 'at most'} {ends[0]}"
        yield f"{what} {span}; {rule.instead}"

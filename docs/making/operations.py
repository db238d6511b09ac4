"""A page for each operation, from its job, its results and the limits that its plans are held against."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from numpydoc.docscrape import NumpyDocString

import chipload as cl
from chipload.planning import Economy, Limits
from chipload.planning.jobs import Job
from chipload.planning.operations import OPERATIONS, Operation, operation_of
from chipload.units.glossary import SYMBOLS
from making.formulas import anchor
from making.markdown import contents, escaped, paragraphs, table

SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "planning"


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    sys.path.insert(0, str(SAMPLES))
    from jobs_of_operations import JOBS

    yield (
        "operations/index",
        "\n\n".join(
            [
                "# Operations",
                "A job says what is cut, with what and on what; a plan is what it comes to. Quantities take any "
                "notation of the shop; what is left open is recommended from the tables, what is given is honoured.",
                contents(OPERATIONS),
                "## Fields that every job has",
                _fields(Job),
                "## Limits of the shop",
                paragraphs(NumpyDocString(Limits.__doc__ or "")["Summary"]),
                _fields(Limits),
                "## What time costs",
                _fields(Economy),
            ]
        ),
    )
    for name in OPERATIONS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            plan = cl.plan(JOBS[name])
        yield f"operations/{name}", _page(operation_of(name), plan)


def _page(operation: Operation, plan: Any) -> str:
    package = sys.modules[operation.job.__module__.rpartition(".")[0]]
    evaluation = " ".join((operation.evaluate.__doc__ or "").split())
    job = operation.job
    text = [
        f"(operation-{operation.name.replace('_', '-')})=\n# {operation.name.replace('_', ' ').capitalize()}",
        paragraphs(NumpyDocString(job.__doc__ or "")["Summary"]),
        paragraphs((package.__doc__ or "").splitlines()),
        f"How it is computed: {escaped(evaluation)}",
        f"`chipload.{job.__name__}`, tool `chipload.{operation.tool.__name__}`.",
        "## Job",
        _fields(job, without=frozenset(Job.model_fields)),
        "## Tool",
        paragraphs(NumpyDocString(operation.tool.__doc__ or "")["Summary"]),
        _fields(operation.tool),
        "## Results",
        table(
            ("Result", "What it is", "Metric", "Inch"),
            (
                (f"`{name}`", escaped(operation.labels.get(name) or _words(name)), *_units(kind))
                for name, kind in operation.kinds.items()
            ),
        ),
        "## Models",
        "What a plan of this operation calls, in the order of its working; each formula says where it holds.",
        table(("Formula", "Equation", "Source"), _models(plan)),
        "## Limits of a plan",
        "Those of a sample job; others join where a job names a machine, a mode, a clamping or a limit of the shop.",
        table(("Limit", "Source"), ((escaped(one.label), escaped(one.source)) for one in _by_name(plan.limits))),
        "## What would free a limit",
        ", ".join(lever.word for lever in operation.levers) + ".",
    ]
    return "\n\n".join(text)


def _models(plan: Any) -> Iterator[tuple[str, str, str]]:
    told: set[str] = set()
    for step in plan.working:
        made = next((f for name, f in cl.FORMULAS.items() if name.endswith(f".{step.name}")), None)
        if made is not None and step.name not in told:
            told.add(step.name)
            yield (
                f"[{escaped(step.name.replace('_', ' '))}](#{anchor(made.qualified_name)})",
                f"`{made.plain_equation}`".replace("|", r"\|"),
                escaped(str(cl.catalog.source(made.source))),
            )


def _by_name(limits: Any) -> list[Any]:
    return sorted(limits, key=lambda one: str(one.name))


def _words(name: str) -> str:
    return SYMBOLS[name][1] if name in SYMBOLS else name.replace("_", " ")


def _units(kind: Any) -> tuple[str, str]:
    if kind is None:
        return "", ""
    return escaped(kind.display("metric").label), escaped(kind.display("inch").label)


def _fields(model: Any, without: frozenset[str] = frozenset()) -> str:
    """Fields of a record with what its docstring says of them."""
    meant: dict[str, str] = {}
    for home in reversed(model.__mro__):
        if home.__doc__ and issubclass(home, object):
            for part in NumpyDocString(home.__doc__)["Parameters"]:
                meant |= {name.strip(): " ".join(part.desc) for name in part.name.split(",")}
    rows = []
    for name, field in model.model_fields.items():
        if name in without or name == "operation":
            continue
        usual = "needed" if field.is_required() else field.get_default(call_default_factory=True)
        shown = "" if usual is None or hasattr(usual, "model_fields") else escaped(usual)
        rows.append((f"`{name}`", escaped(meant.get(name, _words(name))), *_units(model.kind_of(name)), shown))
    return table(("Field", "What it is", "Metric", "Inch", "Unless given"), rows)

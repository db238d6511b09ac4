"""Jobs on the command line: the options of every operation from the fields of its job, and back to a job."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from chipload.commands.parser import Parser
from chipload.commands.words import pairs, read_text
from chipload.errors import InputError

Run = Callable[[argparse.Namespace], int]
Options = Callable[[Any], None]

VERBS = {
    "milling": "mill", "drilling": "drill", "reaming": "ream", "turning": "turn", "facing": "face", "boring": "bore",
    "grooving": "groove", "tapping": "tap", "thread_milling": "thread-mill",
}  # fmt: skip
"""Shorter names of operations."""

_FIELD = "field:"
_FILE = "file"


def add_operations(parser: Parser, run: Run, options: Options) -> None:
    """Let a command take a job of any operation: by its fields, from a file, or from standard input.

    Parameters
    ----------
    parser
        Of the command; it is filled when it is used.
    run
        What the command does.
    options
        Adds the options that the command has besides the job.
    """
    parser.filled_by(lambda one: _add(one, run, options))
    parser.otherwise = _FILE


def _add(parser: Parser, run: Run, options: Options) -> None:
    from chipload.planning.operations import OPERATIONS, operation_of

    chosen = parser.add_subparsers(dest="operation", metavar="OPERATION", required=True)
    for name in OPERATIONS:
        words = (inspect.getdoc(operation_of(name).job) or "").split("\n\n")[0].replace("\n", " ")
        aliases = [VERBS[name]] if name in VERBS else []
        one = chosen.add_parser(
            name, aliases=aliases, help=_escaped(words), description=words,
            usage="%(prog)s [--FIELD VALUE ...] [FIELD=VALUE ...] [options]",
        )  # fmt: skip
        one.filled_by(partial(_add_fields, name=name, options=options))
        one.set_defaults(run=run, operation=name)
    file = chosen.add_parser(_FILE, help="a job as JSON in a file, or - for standard input; the word may be left out")
    file.add_argument("job", metavar="FILE", help="file with the job as JSON, as a plan or the page writes it; or -")
    _add_pairs(file, "of the job or its tool to change")
    options(file)
    file.set_defaults(run=run, operation=_FILE)


def _add_pairs(parser: Any, words: str) -> None:
    parser.add_argument("fields", nargs="*", default=[], metavar="FIELD=VALUE", help=f"field {words}")
    parser.gathers = "fields"


def _add_fields(parser: Parser, name: str, options: Options) -> None:
    """An option for every field of the job, its tool, its costs and its limits."""
    from chipload.planning.filling import PARTS
    from chipload.planning.jobs import Economy, Limits
    from chipload.planning.operations import operation_of

    _add_pairs(parser, 'of the job or its tool, as "axial_depth=10 mm" or "tool.material=hss"')
    options(parser)
    operation = operation_of(name)
    group = parser.add_argument_group("job")
    plain = [one for one in operation.job.model_fields if one not in (*PARTS, "operation")]
    for field in plain:
        _add_field(group, operation.job, field, f"{_FIELD}{field}", [_option(field)])
    for part, model in zip(PARTS, (operation.tool, Economy, Limits), strict=True):
        group = parser.add_argument_group(part)
        for field in model.model_fields:
            spellings = [_option(f"{part}_{field}")]
            if part == "tool" and field not in operation.job.model_fields:
                spellings.insert(0, _option(field))
            _add_field(group, model, field, f"{_FIELD}{part}.{field}", spellings)


def _add_field(group: Any, model: Any, field: str, dest: str, spellings: list[str]) -> None:
    kind = model.kind_of(field)
    words = _words_of(model, field)
    default = model.model_fields[field].default
    if model.model_fields[field].is_required():
        words = f"{words} (required)"
    elif default is not None and isinstance(default, (str, int, float)):
        words = f"{words} ({default} unless given)"
    group.add_argument(
        *spellings, dest=dest, metavar=None if _choices(model, field) else kind.example if kind else "NAME",
        choices=_choices(model, field), help=_escaped(words),
    )  # fmt: skip


def _choices(model: Any, field: str) -> tuple[str, ...] | None:
    """The words a field may have; None where it is no choice of words."""
    hint = model.model_fields[field].annotation
    for one in (hint, *get_args(hint)):
        if get_origin(one) is Literal:
            return tuple(get_args(one))
    return None


def _words_of(model: type, field: str) -> str:
    """What the docstring of a model, or of the base that has the field from, says of it."""
    for one in model.__mro__:
        text = inspect.cleandoc(one.__dict__.get("__doc__") or "")
        parameters = re.search(r"Parameters\n-+\n(.*?)(?:\n\n\w+\n-+\n|\Z)", text, re.DOTALL)
        for names, words in re.findall(r"^(\w[\w, ]*)\n((?:[ ]{4}.*\n?)+)", parameters[1] if parameters else "", re.M):
            said = " ".join(words.split())
            if field in names.split(", ") and not said.startswith("See "):
                return said
    return field.replace("_", " ")


def _option(field: str) -> str:
    return f"--{field.replace('_', '-')}"


def _escaped(words: str) -> str:
    return words.replace("%", "%%")


def job_values(given: argparse.Namespace, otherwise: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Plain values of the job that was typed, or read with what was typed in its place.

    Parameters
    ----------
    given
        What was typed.
    otherwise
        Values by name for fields that a job must have and that were not typed.

    Raises
    ------
    InputError
        For a field that is not there or comes twice, or a file that is no job.
    """
    from chipload.planning.filling import filled, path_of, put
    from chipload.planning.operations import operation_of

    values = _read(given.job) if given.operation == _FILE else {"operation": given.operation}
    operation = operation_of(str(values.get("operation", "milling")))
    typed = {
        name.removeprefix(_FIELD): value
        for name, value in vars(given).items()
        if name.startswith(_FIELD) and value is not None
    }
    for name, value in pairs(given.fields).items():
        path = path_of(operation, name)
        if path in typed:
            raise InputError(f"{name}: it is given twice, {typed[path]!r} and {value!r}; keep one")
        typed[path] = value
    values = filled(values, typed)
    for name, value in (otherwise or {}).items():
        home = operation.job if name in operation.job.model_fields else operation.tool
        needed = name in home.model_fields and home.model_fields[name].is_required()
        part = values if home is operation.job else values.get("tool") or {}
        if needed and part.get(name) is None:
            put(values, path_of(operation, name), value)
    values.setdefault("tool", {})
    return values


def job_of(given: argparse.Namespace, otherwise: Mapping[str, str] | None = None) -> Any:
    """The job that was typed; see `job_values`."""
    from chipload.planning.operations import job_from

    return job_from(job_values(given, otherwise))


def _read(name: str) -> dict[str, Any]:
    from chipload.planning.operations import OPERATIONS, job_from_json

    if name != "-" and not Path(name).exists() and not Path(name).suffix:
        raise InputError(
            f"operation: {name!r} is neither an operation nor a file with a job; there are {', '.join(OPERATIONS)}"
        )
    job = job_from_json(read_text(name, "job"))
    return {"operation": job.operation, **job.model_dump(mode="json", exclude_unset=True)}

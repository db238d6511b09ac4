"""What planning knows of an operation, and the operations there are.

An operation brings its job, its cut, one evaluation and its limits; plans, intervals, sweeps, optima and parts are
written once over that.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.catalog import Catalog
from chipload.errors import InputError
from chipload.planning.cuts import kinds_of
from chipload.planning.jobs import Job
from chipload.planning.prepared import Prepared
from chipload.units.kinds import Kind

if TYPE_CHECKING:
    from chipload.planning.rules import Rule


@dataclass(frozen=True)
class Lever:
    """What a person at the machine can change to free a limit.

    `reach` says how far a factor on it can go for a cut: the factor itself, one nearer to 1, or None where it does
    not move.
    """

    name: str
    word: str
    kind: Kind
    reach: Callable[[Any, float], float | None] = lambda cut, factor: factor


@dataclass(frozen=True)
class Hold:
    """A recommended setting that is held to the limits named, never below the range of the tables."""

    setting: str
    limits: tuple[str, ...]


def _always(cut: Any) -> Any:
    return np.True_


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes
    ----------
    name
        As in the field `operation` of its jobs.
    job, outcome
        Their types.
    prepare
        From a job and the tables to a cut ready to be evaluated.
    evaluate
        The one evaluation: from a cut of any shape to its outcome.
    rules
        The limits that apply to a prepared cut.
    levers
        What can be changed at the machine, in the order in which a tie is decided.
    holds
        What is recommended and then held to which limits, in order.
    swept
        Fields of the job or its tool that go into the cut as numbers, so that a whole axis is evaluated at once.
    possible
        Where a cut of any shape can be made at all.
    labels
        Words for results where those of the glossary do not do.
    title
        What is cut and how, after material, tool and machine.
    """

    name: str
    job: type[Job]
    outcome: type
    prepare: Callable[[Any, Catalog], Prepared]
    evaluate: Callable[[Any], Any]
    rules: Callable[[Any], Iterator[Rule]]
    levers: tuple[Lever, ...]
    holds: tuple[Hold, ...]
    swept: tuple[str, ...]
    possible: Callable[[Any], Any] = _always
    labels: Mapping[str, str] = field(default_factory=dict)
    title: Callable[[Any], str] = lambda prepared: prepared.job.operation

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Kind of every result by name, in the order in which they are shown."""
        return kinds_of(self.outcome)

    @property
    def tool(self) -> Any:
        """Type of the tool of its jobs."""
        return self.job.model_fields["tool"].annotation


OPERATIONS: dict[str, str] = {
    "milling": "chipload.planning.milling:MILLING",
    "drilling": "chipload.planning.drilling:DRILLING",
    "reaming": "chipload.planning.reaming:REAMING",
    "turning": "chipload.planning.turning:TURNING",
    "facing": "chipload.planning.turning:FACING",
    "boring": "chipload.planning.turning:BORING",
    "grooving": "chipload.planning.turning:GROOVING",
    "parting": "chipload.planning.turning:PARTING",
    "tapping": "chipload.planning.tapping:TAPPING",
    "threading": "chipload.planning.threading:THREADING",
    "thread_milling": "chipload.planning.thread_milling:THREAD_MILLING",
}
"""Where the operations live, by name; one is imported when it is first asked for."""


def operation_of(job: Job | str) -> Operation:
    """The operation of a job, or of its name.

    Raises
    ------
    InputError
        For a name there is no operation of.
    """
    name = job if isinstance(job, str) else job.operation
    if name not in OPERATIONS:
        raise InputError(f"operation: there is no {name!r}; there are {', '.join(OPERATIONS)}")
    home, _, attribute = OPERATIONS[name].partition(":")
    found: Operation = getattr(import_module(home), attribute)
    return found


def job_from(values: Mapping[str, Any]) -> Any:
    """The job of any operation from its plain values; milling unless `operation` says otherwise.

    Raises
    ------
    InputError
        For values that are no job.
    """
    name = values.get("operation", "milling") if isinstance(values, Mapping) else None
    if not isinstance(name, str):
        raise InputError(f"it: {values!r} is no job; give its fields by name, as Job.model_dump(mode='json') has them")
    return operation_of(name).job.model_validate(values)


def job_from_json(text: str) -> Any:
    """The job of any operation from its JSON, as `model_dump_json` writes it.

    Raises
    ------
    InputError
        For a text that is no JSON or no job.
    """
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"the text is not JSON: {error}") from None
    except RecursionError:
        raise InputError(
            "the text is no job: it is nested too deep; give one as Job.model_dump_json writes it"
        ) from None
    return job_from(values)

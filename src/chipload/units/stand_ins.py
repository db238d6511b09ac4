"""A name that stands for several arguments of a formula at once, such as `material="1045"`.

A formula takes numbers and knows no table.  `STAND_INS` says who answers for such a name; he is loaded when he is
first asked for the arguments that were not given, so that nobody pays for tables without wanting them.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import Any, TypeAlias, TypeVar

from chipload.errors import InputError
from chipload.units import trace

R = TypeVar("R")

Answer: TypeAlias = tuple[Any, str]
"""A quantity and where it is from, in words."""

StandIn: TypeAlias = Callable[[Any, Collection[str], Collection[str]], Mapping[str, Answer]]
"""Takes what was given, the names of the arguments that are open, and which of them have no default."""

STAND_INS: dict[str, str] = {"material": "chipload.catalog.properties:of_material"}
"""Who answers for which word, as module and function."""


_ONLY_WITH = {"thermal_expansion": "temperature_rise"}
"""What is open only where its companion is given."""


def _answering(word: str) -> StandIn:
    module, name = STAND_INS[word].split(":")
    found: StandIn = getattr(importlib.import_module(module), name)
    return found


def filled_in(
    given: Mapping[str, Any], wanted: Collection[str], required: Collection[str], asker: str
) -> dict[str, Any]:
    """`given` with every stand-in replaced by the arguments it stands for.

    Parameters
    ----------
    given
        Arguments by name, the stand-ins among them.
    wanted
        Every argument that may be filled in.
    required
        Those without a default.
    asker
        What an error calls the one who asks.

    Raises
    ------
    InputError
        When a stand-in answers for nothing that is asked.
    """
    rest = {name: value for name, value in given.items() if name in wanted or name not in STAND_INS}
    for word, value in given.items():
        if word in rest:
            continue
        still = [name for name in wanted if name not in rest]
        found = _answering(word)(value, still, [name for name in required if name in still])
        if not found:
            raise InputError(f"{asker}, {word}: nothing that is left open is a property of {value!r}; leave it out")
        for name, (quantity, origin) in found.items():
            rest[name] = quantity
            collected = trace.CURRENT.get()
            if collected is not None:
                collected.taken.append(f"{name.replace('_', ' ')} {origin}")
    return rest


def takes_stand_ins(function: Callable[..., R]) -> Callable[..., R]:
    """Let a stand-in be given to a function or method that is no formula, for the arguments it leaves open."""
    signature = inspect.signature(function)
    parameters = signature.parameters
    required = [name for name, one in parameters.items() if one.default is one.empty]

    @wraps(function)
    def asking(*args: Any, **kwargs: Any) -> R:
        if STAND_INS.keys().isdisjoint(kwargs):
            return function(*args, **kwargs)
        words = {name: value for name, value in kwargs.items() if name in STAND_INS and name not in parameters}
        named = {name: value for name, value in kwargs.items() if name not in words}
        given = {**signature.bind_partial(*args, **named).arguments, **words}
        wanted = [name for name in parameters if name not in _ONLY_WITH or _ONLY_WITH[name] in given]
        return function(**filled_in(given, wanted, required, function.__qualname__))

    return asking

"""Objects whose fields are quantities: read once at the door, kept as quantities, and at hand in coherent SI."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from chipload.errors import InputError
from chipload.units.boundary import from_kernel, to_single
from chipload.units.kinds import Kind
from chipload.units.parameters import kind_in


@cache
def kinds_of(owner: Any) -> dict[str, Kind]:
    """Kind of every field of `owner` that is annotated with one."""
    hints = get_type_hints(owner, include_extras=True)
    return {name: kind_in(hint) for name, hint in hints.items() if hasattr(hint, "__metadata__")}


def read_one(kind: Kind, value: Any, name: str) -> float:
    """One number of `kind` in SI; a plain zero needs no unit.

    Raises
    ------
    InputError
        When `value` is not one quantity of the kind.
    """
    if isinstance(value, int | float) and value == 0 and not kind.above:
        return 0.0
    return to_single(kind, value, name)


@dataclass(frozen=True, repr=False)
class Measured:
    """Base of frozen dataclasses whose annotated fields are quantities; None stays None."""

    def __post_init__(self) -> None:
        """Read every field."""
        plain: dict[str, float | None] = {}
        problems: list[str] = []
        owner: Any = type(self)
        for name, kind in kinds_of(owner).items():
            given = getattr(self, name)
            if given is None:
                plain[name] = None
                continue
            try:
                plain[name] = read_one(kind, given, f"{type(self).__name__}, {name}")
            except InputError as error:
                problems.extend(error.problems)
                continue
            object.__setattr__(self, name, from_kernel(kind, plain[name]))
        if problems:
            raise InputError(problems)
        object.__setattr__(self, "_si", plain)

    def si(self, name: str) -> Any:
        """Field `name` in coherent SI, exactly as it was read; None where it was not given."""
        return self._si[name]  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        shown = ", ".join(f"{part.name}={_shown(getattr(self, part.name))}" for part in fields(self) if part.repr)
        return f"{type(self).__name__}({shown})"


def _shown(value: Any) -> str:
    return f"{value:.6g~P}" if hasattr(value, "magnitude") else repr(value)

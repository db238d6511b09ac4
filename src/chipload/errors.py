"""What chipload says when it cannot answer: one sentence that names the field, what was given and the remedy."""

from __future__ import annotations

from collections.abc import Iterable


class ChiploadError(Exception):
    """Base of every error chipload raises on purpose."""


class InputError(ChiploadError, ValueError):
    """An input that cannot be used; `problems` holds one sentence for each.

    All bad arguments of a call are reported at once, so that a user mends them in one go.
    """

    def __init__(self, problems: str | Iterable[str]) -> None:
        self.problems: tuple[str, ...] = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(self.problems))


class UnitError(InputError, TypeError):
    """A value whose unit is missing, unknown, of the wrong kind or from a foreign unit registry."""


class NotationError(InputError):
    """A text that is not a quantity in shop notation, or could mean two."""


class UnknownNameError(InputError, LookupError):
    """A name that stands in no table; `near` lists the names that look like it."""

    def __init__(self, problem: str, near: Iterable[str] = ()) -> None:
        self.near: tuple[str, ...] = tuple(near)
        super().__init__(problem)


class MissingFigureError(InputError):
    """A figure the tables do not hold and nothing may be guessed for."""


class SolveError(InputError):
    """`solve_for` found no value, or more than one, in the bracket."""


class NoFeasiblePointError(InputError):
    """No point of the ranges holds every limit; it says which limit excludes it and by how much."""


class TableError(ChiploadError, ValueError):
    """A table that cannot be read; a bad row alone is a problem of the load, not an error."""


class ValidityWarning(UserWarning):
    """A result outside the range in which its model was shown to hold."""


class EstimateWarning(UserWarning):
    """A figure of the tables that is an estimate or stands for a whole class."""

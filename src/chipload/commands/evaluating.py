"""Formulas on the command line: found by name, called or solved with what was typed, and shown."""

from __future__ import annotations

import difflib
import inspect
import warnings
from collections.abc import Mapping
from typing import Any

from chipload.errors import InputError, UnknownNameError


def formulas() -> dict[str, Any]:
    """Every formula by its qualified name."""
    import chipload

    found: dict[str, Any] = chipload.FORMULAS
    return found


def formula_named(name: str) -> Any:
    """The formula of a name, with its room or without.

    Raises
    ------
    UnknownNameError
        For a name no formula has; it lists those that look like it.
    """
    wanted = name.replace("-", "_")
    every = formulas()
    if wanted in every:
        return every[wanted]
    by_name = {one.__name__: one for one in every.values()}
    if wanted in by_name:
        return by_name[wanted]
    near = difflib.get_close_matches(wanted.rpartition(".")[2], by_name, n=5, cutoff=0.5)
    like = f"names like it are {', '.join(near)}" if near else "chipload formula lists them all"
    raise UnknownNameError(f"formula: there is no {name!r}; {like}", near)


def words_of(formula: Any) -> str:
    """What a formula is, in a line."""
    return (inspect.getdoc(formula) or "").split("\n\n")[0].replace("\n", " ")


class Evaluated:
    """A formula with the numbers that went in and came out.

    Attributes
    ----------
    notes
        What is to be said of the validity.
    solved
        Name and quantity of the argument that was sought; None for a plain call.
    """

    def __init__(self, formula: Any, given: Mapping[str, str], unknown: str | None = None, between: Any = None) -> None:
        from chipload.units.trace import working

        self.formula = formula
        self.solved: tuple[str, Any] | None = None
        asked: dict[str, Any] = dict(given)
        if unknown is not None:
            value = formula.solve_for(unknown, bracket=between, **asked)
            self.solved = unknown, value
            asked = {
                name: one for name, one in asked.items() if name not in formula.results or name in formula.parameters
            }
            asked[unknown] = value
        with warnings.catch_warnings(record=True) as caught, working() as steps:
            warnings.simplefilter("always")
            self.result = formula(**asked)
        self.steps = steps
        self.notes = tuple(dict.fromkeys(str(one.message) for one in caught))

    def describe(self, system: str) -> str:
        """What was found, with the equation and its source."""
        step = self.steps[self.formula.__name__]
        given, found = step.numbers(system)
        if self.solved is not None:
            symbol = self.formula.plain_symbol(self.solved[0])
            found = [(symbol, dict(given)[symbol])]
        lines = [
            f"{symbol} = {value}   {name.replace('_', ' ')}"
            for (symbol, value), name in zip(
                found, [self.solved[0]] if self.solved else self.formula.results, strict=True
            )
        ]
        return "\n".join([*lines, f"  {step.describe(system)}", f"  source: {self.formula.source}"])

    def to_dict(self) -> dict[str, Any]:
        """What was found as plain values."""
        step = self.steps[self.formula.__name__]
        results = dict(zip(self.formula.results, self.formula.parts(self.result), strict=True))
        return {
            "formula": self.formula.qualified_name,
            "equation": self.formula.plain_equation,
            "source": self.formula.source,
            "solved": None if self.solved is None else {self.solved[0]: plain(self.solved[1])},
            "results": {name: plain(value) for name, value in results.items()},
            "inputs": {name: shown(self.formula.kind_of(name), value) for name, value in step.inputs.items()},
            "notes": list(self.notes),
        }


def shown(kind: Any, value: Any) -> Any:
    """A kernel value as plain values in the unit of the trade; an option as it is."""
    from chipload.units.boundary import from_kernel

    return value if kind is None or value is None or isinstance(value, str) else plain(from_kernel(kind, value))


def plain(quantity: Any) -> Any:
    """A quantity as its value and unit."""
    import numpy as np

    magnitude = np.asarray(getattr(quantity, "magnitude", quantity), dtype=float)
    return {
        "value": magnitude.tolist(),
        "unit": f"{getattr(quantity, 'units', ''):~C}" if hasattr(quantity, "units") else "",
    }


def solvable(formula: Any, given: Mapping[str, str], asked: str | None) -> str | None:
    """The argument to solve for: the one that was asked for, or the one that is missing where a result is given.

    Raises
    ------
    InputError
        Where a result is given and not one argument is missing but several, or none.
    """
    if asked is not None:
        return asked.replace("-", "_")
    targets = [name for name in formula.results if name in given and name not in formula.parameters]
    if not targets or "material" in given:
        return None
    missing = [
        name for name, one in formula.signature.parameters.items() if name not in given and one.default is one.empty
    ]
    if len(missing) != 1:
        said = ", ".join(missing) if missing else "none"
        raise InputError(
            f"{formula.__name__}: {targets[0]} is given, so one argument is to be found, but {said} is open; name it "
            "with --solve-for and give the others"
        )
    return missing[0]

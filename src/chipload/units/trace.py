"""The working: every formula evaluated inside a `with working()` block, in the order it was finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.units.boundary import from_kernel
from chipload.units.kinds import Kind

if TYPE_CHECKING:
    from chipload.units.formulas import Formula
    from chipload.units.messages import Message
    from chipload.units.written import Citable


@dataclass(frozen=True)
class Step:
    """One formula evaluated: what went in, what came out, and what is to be said of it.

    Values are kernel values; `describe` shows them in a system of units.
    """

    formula: Formula[..., Any]
    inputs: dict[str, Any]
    result: Any
    depth: int
    notes: tuple[Message, ...] = ()

    @property
    def name(self) -> str:
        """Name of the formula."""
        return self.formula.__name__

    @property
    def symbol(self) -> str:
        """Symbol of the result, in LaTeX."""
        return self.formula.symbol

    @property
    def equation(self) -> str:
        """Equation, in LaTeX."""
        return self.formula.equation

    @property
    def source(self) -> str:
        """Key of the source in the table of sources."""
        return self.formula.source

    def numbers(self, system: str = "metric") -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Inputs and results as pairs of plain symbol and shown value."""
        given = [
            (self.formula.plain_symbol(name), show(self.formula.kind_of(name), value, system))
            for name, value in self.inputs.items()
        ]
        if is_dataclass(self.result):
            found = [
                (self.formula.plain_symbol(part.name), show(kind, getattr(self.result, part.name), system))
                for part, kind in zip(fields(self.result), self.formula.result_kinds, strict=True)
            ]
        else:
            found = [(self.formula.plain_symbol(None), show(self.formula.result_kinds[0], self.result, system))]
        return given, found

    def describe(self, system: str = "metric") -> str:
        """The step as one line: equation, numbers, result."""
        given, found = self.numbers(system)
        return (
            f"{self.formula.plain_equation}   with "
            + ", ".join(f"{symbol} = {value}" for symbol, value in given)
            + "   gives "
            + ", ".join(f"{symbol} = {value}" for symbol, value in found)
        )

    def substituted(self, system: str = "metric") -> str:
        r"""The equation with the numbers put in, in LaTeX, every number with its unit.

        Examples
        --------
        >>> import chipload as cl
        >>> with cl.working() as steps:
        ...     _ = cl.cutting.spindle_speed("300 m/min", "10 mm")
        >>> print(steps[0].substituted())
        n = \frac{300.0\,\mathrm{m/min}}{\pi (10.000\,\mathrm{mm})}
        """
        from chipload.units.written import with_numbers

        return with_numbers(self, system)

    def __str__(self) -> str:
        return self.describe()


@dataclass
class Working:
    """The steps collected so far, and the figures taken from tables for them; iterate, index or print it."""

    steps: list[Step] = field(default_factory=list)
    depth: int = 0
    taken: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, index: int | str) -> Step:
        """Step by position, or the last one of the formula named `index`."""
        if isinstance(index, int):
            return self.steps[index]
        for step in reversed(self.steps):
            if step.name == index:
                return step
        raise KeyError(index)

    def __str__(self) -> str:
        return "\n".join([*self.taken, *("  " * step.depth + str(step) for step in self.steps)])

    def to_text(self, system: str = "metric", sources: Mapping[str, Citable] | None = None) -> str:
        """The working in full as text: each step with equation, numbers, result and source.

        Parameters
        ----------
        system
            "metric" or "inch".
        sources
            What each key of a source stands for, such as `catalog.sources`; the keys alone unless given.

        Examples
        --------
        >>> import chipload as cl
        >>> with cl.working() as steps:
        ...     _ = cl.cutting.spindle_speed("300 m/min", "10 mm")
        >>> print(steps.to_text())
        1. Spindle speed, n
           equation  n = v_c / (π D)
           numbers   n = (300.0 m/min) / (π (10.000 mm))
           gives     n = 9549 rpm
           source    iso3002
        """
        from chipload.units.written import as_text

        return as_text(self, system, sources)

    def to_html(self, system: str = "metric", sources: Mapping[str, Citable] | None = None) -> str:
        """The working in full as an HTML table; see `to_text`.

        Equations are MathML where `latex2mathml` is installed (`pip install chipload[report]`), a line of text
        where it is not.
        """
        from chipload.units.written import as_html

        return as_html(self, system, sources)

    def to_latex(self, system: str = "metric", sources: Mapping[str, Citable] | None = None) -> str:
        """The working in full as LaTeX for the body of a document that loads `amsmath`; see `to_text`."""
        from chipload.units.written import as_latex

        return as_latex(self, system, sources)

    def _repr_html_(self) -> str:
        return self.to_html()


CURRENT: ContextVar[Working | None] = ContextVar("chipload_working", default=None)


@contextmanager
def working() -> Iterator[Working]:
    """Collect the working of every formula called in the block, by quantity or `.si`, nested calls included.

    Examples
    --------
    >>> import chipload as cl
    >>> with cl.working() as steps:
    ...     _ = cl.cutting.spindle_speed("300 m/min", "10 mm")
    >>> print(steps)
    n = v_c / (π D)   with v_c = 300.0 m/min, D = 10.000 mm   gives n = 9549 rpm
    """
    collected = Working()
    token = CURRENT.set(collected)
    try:
        yield collected
    finally:
        CURRENT.reset(token)


def show(kind: Kind | None, value: Any, system: str = "metric") -> str:
    """A kernel value as people read it: unit of the trade, digits of the trade."""
    if kind is None or isinstance(value, (str, bool)) or value is None:
        return str(value)
    display = kind.display(system)
    magnitude = np.asarray(from_kernel(kind, value, system).magnitude, dtype=float)
    if np.all(np.isinf(magnitude)):
        return "rigid" if "stiffness" in kind.name else "no limit"
    if magnitude.ndim:
        if magnitude.size == 0:
            return "no values"
        low, high = (_digits(float(end), display.decimals) for end in (magnitude.min(), magnitude.max()))
        return f"{low} … {high} {display.label}".rstrip()
    gap = "" if display.label == "°" else " "
    return f"{_digits(float(magnitude), display.decimals)}{gap}{display.label}".rstrip()


def _digits(number: float, decimals: int) -> str:
    """Fixed decimals, or three significant digits where those would hide the number."""
    if number != 0 and abs(number) < 10.0**-decimals:
        return f"{number:.3g}"
    return f"{number:.{decimals}f}"

"""`@formula`: one function on plain SI numbers becomes the public, unit-aware one.

The kernel below the decorator is what a reader holds against the textbook.  The decorator adds units at the
door, the symbol, equation and source, a place in the registry of formulas, `.si`, `.solve_for` and the
working.
"""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, get_type_hints

import numpy as np

from chipload.errors import InputError, ValidityWarning
from chipload.units import boundary, trace
from chipload.units import equation as equations
from chipload.units.callers import to_the_caller
from chipload.units.glossary import SYMBOLS
from chipload.units.kinds import Kind
from chipload.units.messages import Message
from chipload.units.parameters import Requires, kind_in, read_parameter
from chipload.units.stand_ins import STAND_INS, filled_in
from chipload.units.validity import Rule, Validity

P = ParamSpec("P")
R = TypeVar("R")

FORMULAS: dict[str, Formula[..., Any]] = {}
"""Every formula by its qualified name, `cutting.spindle_speed`; a room adds its own when it is imported."""

_BLOCK = 1 << 16
"""Points evaluated at a time on long arrays: what passes between conversion, check and kernel stays in cache."""


class Formula(Generic[P, R]):
    """A formula of the field: call it with quantities, or `.si` with plain SI numbers.

    Attributes
    ----------
    si
        The kernel: plain SI numbers or arrays in and out, no units, no checks.
    symbol, equation
        In LaTeX.
    source
        Key in the table of sources.
    example
        Arguments that work, as texts.
    valid, requires
        Ranges outside which a call warns, and conditions without which it raises.
    """

    __name__: str
    __qualname__: str

    def __init__(
        self,
        kernel: Callable[P, R],
        symbol: str,
        equation: str,
        source: str,
        example: Mapping[str, Any],
        valid: tuple[Rule, ...],
        requires: tuple[Requires, ...],
    ) -> None:
        update_wrapper(self, kernel)
        self.kernel = kernel
        self.symbol, self.equation, self.source = symbol, equation, source
        self.__doc__ = equations.in_docstring(kernel.__doc__ or "", equation)
        self.example = dict(example)
        self.valid, self.requires = valid, requires
        room = kernel.__module__.split(".")[1] if kernel.__module__.startswith("chipload.") else kernel.__module__
        self.qualified_name = f"{room}.{kernel.__name__}"
        hints = get_type_hints(kernel, include_extras=True)
        self.signature = inspect.signature(kernel)
        self._parameters = tuple(
            read_parameter(name, hints[name], parameter.default)
            for name, parameter in self.signature.parameters.items()
        )
        self._by_name = {parameter.name: parameter for parameter in self._parameters}
        self._record: Any = hints["return"] if is_dataclass(hints["return"]) else None
        if self._record is None:
            self.result_kinds: tuple[Kind, ...] = (kind_in(hints["return"]),)
        else:
            parts = get_type_hints(self._record, include_extras=True)
            self.result_kinds = tuple(kind_in(parts[part.name]) for part in fields(self._record))
        self._converters = tuple(boundary.converter(kind) for kind in self.result_kinds)
        positional = [p for p in self.signature.parameters.values() if p.kind is not p.KEYWORD_ONLY]
        options = tuple(self._by_name)[len(positional) :]
        self._apply: Callable[..., R] = kernel
        if options:
            at = len(positional)
            self._apply = lambda *values: kernel(*values[:at], **dict(zip(options, values[at:], strict=True)))
        self._defaults = tuple(parameter.default for parameter in self._parameters)
        self._required = sum(default is inspect.Parameter.empty for default in self._defaults)
        self._positional = len(positional)
        self._readers = tuple(parameter.reader() for parameter in self._parameters)
        self.validity = Validity(self.__name__, {one.name: one.kind for one in self._parameters}, valid)
        self._conditions = tuple((rule, [self._index(name) for name in rule.names]) for rule in requires)

    @cached_property
    def writers(self) -> tuple[boundary.Output, ...]:
        """How each result becomes a quantity."""
        return tuple(converter.outputs["metric"] for converter in self._converters)

    # A descriptor without __set__ counts as a routine: help() then documents the formula, not the class.
    def __get__(self, instance: object, owner: type | None = None) -> Formula[P, R]:
        return self

    # -- the public call -----------------------------------------------------------------------------

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The result as a quantity, or a record of quantities."""
        if kwargs or len(args) != len(self._parameters):
            args = (
                args + self._defaults[len(args) :]
                if self._only_defaults_left_out(args, kwargs)
                else self._bind(args, kwargs)
            )
        longest = 0
        for given in args:
            magnitude = getattr(given, "_magnitude", given)
            if type(magnitude) is np.ndarray:
                longest = max(longest, magnitude.size)
            elif type(magnitude) is list or type(magnitude) is tuple:
                longest = max(longest, len(magnitude))
        if longest:
            self._check_shapes(args)
            if longest > _BLOCK and trace.CURRENT.get() is None:
                from chipload.units.blocks import evaluate_in_blocks

                return evaluate_in_blocks(self, args, _BLOCK)
        try:
            values = [read(given) for read, given in zip(self._readers, args, strict=True)]
        except InputError:
            self.complain(args)
            raise
        result = self.compute(values)
        if self.validity:
            self.warn(self.validity.said(values))
        if self._record is None:
            return self.writers[0].out(result)
        return self.pack(writer.out(part) for writer, part in zip(self.writers, self.parts(result), strict=True))

    def compute(self, values: list[Any]) -> R:
        """Kernel values of the result, where the conditions between the arguments hold."""
        for rule, indices in self._conditions:
            holds = rule.holds(*[values[index] for index in indices])
            if holds is not True and not np.all(holds):
                self._refuse(rule, values)
        collected = trace.CURRENT.get()
        return self._apply(*values) if collected is None else self._recorded(collected, values)

    def warn(self, said: Iterable[Message]) -> None:
        """Warn of what is to be said of the validity of a call."""
        for one in said:
            warnings.warn(one, ValidityWarning, stacklevel=to_the_caller("chipload.units"))

    @property
    def si(self) -> Callable[P, R]:
        """The kernel on plain SI numbers or arrays: no units, no checks; part of the working if one is collected."""
        return self._si

    def _si(self, *args: P.args, **kwargs: P.kwargs) -> R:
        collected = trace.CURRENT.get()
        if collected is None:
            return self.kernel(*args, **kwargs)
        bound = self.signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return self._recorded(collected, list(bound.arguments.values()))

    def solve_for(self, unknown: str, *, bracket: tuple[Any, Any] | None = None, **known: Any) -> Any:
        """Value of the argument `unknown` for which the formula gives what is asked.

        Parameters
        ----------
        unknown
            Name of the argument to find.
        bracket
            Lowest and highest value to look between; needed where more than one value fits.
        **known
            The other arguments, and the wanted result by the formula's own name (for a formula with several
            results, by the name of one of them).

        Raises
        ------
        SolveError
            When no value fits, or more than one does.

        Examples
        --------
        >>> from chipload.cutting import spindle_speed
        >>> spindle_speed.solve_for("diameter", spindle_speed="3000 rpm", cutting_speed="400 sfm").to("inch").m
        0.50929581...
        """
        from chipload.units.solve import solve

        return solve(self, unknown, bracket, self.with_stand_ins(known, unknown))

    # -- what others ask of it -----------------------------------------------------------------------

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the arguments, in order."""
        return tuple(self._by_name)

    def kind_of(self, name: str) -> Kind | None:
        """Kind of the argument `name`; None for an option."""
        return self._by_name[name].kind

    def choices_of(self, name: str) -> tuple[str, ...]:
        """Words the option `name` may have; empty for a quantity."""
        return self._by_name[name].choices

    def default(self, name: str) -> Any:
        """Kernel value an argument has unless it is given."""
        return self._by_name[name].default

    @property
    def results(self) -> tuple[str, ...]:
        """Names of the results: the formula's own, or the fields of its record."""
        if self._record is None:
            return (self.__name__,)
        return tuple(part.name for part in fields(self._record))

    def parts(self, result: Any) -> tuple[Any, ...]:
        """The results one by one."""
        return (result,) if self._record is None else tuple(getattr(result, name) for name in self.results)

    def pack(self, parts: Iterable[Any]) -> Any:
        """The results in the shape the formula gives them: alone, or in its record."""
        found = tuple(parts)
        return found[0] if self._record is None else self._record(*found)

    @property
    def plain_equation(self) -> str:
        """Equation as one line of text."""
        return equations.plain(self.equation)

    def plain_symbol(self, name: str | None) -> str:
        """Symbol of an argument or of a field of the record; of the result itself for None."""
        if name is None:
            return equations.plain(self.symbol)
        return equations.plain(SYMBOLS[name][0]) if name in SYMBOLS else name.replace("_", " ")

    def notes(self, values: Mapping[str, Any]) -> tuple[Message, ...]:
        """What is to be said of the validity of a call with these kernel values."""
        return tuple(self.validity.said([values[name] for name in self._by_name]))

    def read(self, name: str, given: Any) -> Any:
        """Kernel value of what was given for the argument `name`."""
        return self._readers[self._index(name)](given)

    def __repr__(self) -> str:
        units = ", ".join(kind.metric.label or "-" for kind in self.result_kinds)
        return f"{self.__name__}({', '.join(self.parameters)}):  {self.plain_equation}   [{units}]   ({self.source})"

    def __reduce__(self) -> str:
        return self.__qualname__  # pickled by its name, as a function is

    # -- inside --------------------------------------------------------------------------------------

    def _only_defaults_left_out(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """True for the common call that needs no binding, which costs more than the formula."""
        return not kwargs and self._required <= len(args) <= self._positional

    def with_stand_ins(self, given: dict[str, Any], unknown: str | None = None) -> dict[str, Any]:
        """`given` with `material="1045"` and the like replaced by the arguments it stands for."""
        if not any(name in STAND_INS and name not in self._by_name for name in given):
            return given
        wanted = [one.name for one in self._parameters if one.kind is not None and one.name != unknown]
        required = [one.name for one in self._parameters if one.default is inspect.Parameter.empty]
        return filled_in(given, wanted, required, self.__name__)

    def _bind(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        words = {name: kwargs[name] for name in kwargs if name in STAND_INS and name not in self._by_name}
        bind = self.signature.bind_partial if words else self.signature.bind
        try:
            bound = bind(*args, **{name: value for name, value in kwargs.items() if name not in words})
        except TypeError as error:
            raise InputError(f"{self.__name__}: {error}; it takes {', '.join(self.parameters)}") from None
        if words:
            return self._bind((), self.with_stand_ins({**bound.arguments, **words}))
        bound.apply_defaults()
        return tuple(bound.arguments.values())

    def complain(self, args: tuple[Any, ...]) -> None:
        """Raise with the problems of all arguments, not of the first alone; return where each can be read."""
        problems: list[str] = []
        kinds: list[type[InputError]] = []
        for parameter, given in zip(self._parameters, args, strict=True):
            try:
                self.read(parameter.name, given)
            except InputError as error:
                problems.extend(f"{self.__name__}, {problem}" for problem in error.problems)
                kinds.append(type(error))
        if problems:
            raise (kinds[0] if len(set(kinds)) == 1 else InputError)(problems) from None

    def _check_shapes(self, args: tuple[Any, ...]) -> None:
        shapes = {
            parameter.name: boundary.shape_of(given) for parameter, given in zip(self._parameters, args, strict=True)
        }
        try:
            np.broadcast_shapes(*shapes.values())
        except ValueError:
            raise self.misfit(shapes) from None

    def misfit(self, shapes: Mapping[str, tuple[int, ...]]) -> InputError:
        """What to raise for arrays of these shapes."""
        arrays = ", ".join(f"{name} {shape}" for name, shape in shapes.items() if shape)
        return InputError(f"{self.__name__}: the shapes of {arrays} do not fit together; make them broadcast")

    def _refuse(self, rule: Requires, values: list[Any]) -> None:
        shown = ", ".join(f"{name} {trace.show(self.kind_of(name), values[self._index(name)])}" for name in rule.names)
        raise InputError(f"{self.__name__}, {rule.names[0]}: {rule.says} (given: {shown})")

    def _index(self, name: str) -> int:
        return tuple(self._by_name).index(name)

    def _recorded(self, collected: trace.Working, values: list[Any]) -> R:
        collected.depth += 1
        try:
            result = self._apply(*values)
        finally:
            collected.depth -= 1
        inputs = dict(zip(self._by_name, values, strict=True))
        collected.steps.append(trace.Step(self, inputs, result, collected.depth, self.notes(inputs)))
        return result


def formula(
    *,
    symbol: str,
    equation: str,
    source: str,
    example: Mapping[str, Any],
    valid: tuple[Rule, ...] = (),
    requires: tuple[Requires, ...] = (),
) -> Callable[[Callable[P, R]], Formula[P, R]]:
    """Make a kernel a public formula.

    Parameters
    ----------
    symbol, equation
        In LaTeX; the equation names the symbols of the glossary.
    source
        Key of the source in the table of sources.
    example
        Arguments that work, as texts or numbers; for the docs, the pages and the tests.
    valid
        Ranges and conditions outside which a call warns with `ValidityWarning`.
    requires
        Conditions between arguments without which a call raises `InputError`.
    """

    def decorate(kernel: Callable[P, R]) -> Formula[P, R]:
        made = Formula(kernel, symbol, equation, source, example, valid, requires)
        FORMULAS[made.qualified_name] = made
        return made

    return decorate

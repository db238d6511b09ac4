"""The boundary: a quantity, a text or a plain number becomes a kernel value, and a kernel value a quantity.

It decides once what a turn is.  The registry counts a revolution as 2 pi radians, so that ``60 rpm`` and
``60 1/min`` differ there by 2 pi; here a spindle speed in rpm, rev/s, rad/s or deg/s converts by its
angle, and Hz and 1/min mean turns.  A kernel never sees the angle.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.errors import InputError, NotationError, UnitError
from chipload.units.kinds import Kind, Real
from chipload.units.notation import is_unit_text, read_quantity
from chipload.units.registry import registry

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pint import Quantity
    from pint.util import UnitsContainer

_HUGE = float(np.finfo(float).max)
_ROUNDING = 1e-10
"""Kelvin."""


class Converter:
    """Reads values of one kind into kernel numbers and writes kernel numbers as quantities.

    The factor of every unit met is kept, so that a call costs a look-up and a multiplication.
    """

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.factors: dict[UnitsContainer, float] = {}
        self.low, self.high = max(kind.low, -_HUGE), min(kind.high, _HUGE)
        self.plain = not kind.unit

    # -- in ------------------------------------------------------------------------------------------

    def read(self, value: Any, name: str, system: str | None = None) -> Real:
        """`value` in the kernel unit; `name` is the parameter an error speaks of.

        A plain number is read in the units that `system` displays, or refused where `system` is None and
        the kind has a unit.
        """
        number: Any = float(value) if self.plain and type(value) in (float, int) else None
        try:
            if number is None and value._REGISTRY is registry():
                magnitude = value._magnitude
                if type(magnitude) is float or (type(magnitude) is np.ndarray and magnitude.dtype == np.float64):
                    number = magnitude * self.factors[value._units]
        except (AttributeError, KeyError):
            pass  # no quantity, or a unit not met before
        if number is None:
            number = self._read_other(value, name, system)
        if type(number) is float and self.low < number <= self.high and (not self.kind.whole or number.is_integer()):
            return number
        return self.checked(number, name, value)

    def _read_other(self, value: Any, name: str, system: str | None) -> Any:
        if hasattr(value, "_magnitude") and hasattr(value, "_units"):
            if value._REGISTRY is not registry():
                raise UnitError(_foreign(name, value))
            return self.scaled(_as_floats(value._magnitude, name), value._units, name, value)
        if isinstance(value, str):
            return self._read_text(value, name, system)
        if isinstance(value, (list, tuple)):
            items = [self.read(item, name, system) for item in value]
            if len({np.shape(item) for item in items}) > 1:
                raise InputError(f"{name}: the rows of the list are not alike; give each as many values")
            return np.array(items, dtype=float)
        if value is None or isinstance(value, bool):
            raise InputError(
                f"{name}: nothing usable was given ({value!r}); give {self.kind.name} like {self._example}"
            )
        number = _as_floats(value, name)
        if not self.kind.unit:
            return number
        if system is not None:
            return self.scaled(number, _container(self.kind.display(system).unit), name, value)
        shown = f"{float(number):g}" if np.ndim(number) == 0 else "an array of plain numbers"
        raise UnitError(f"{name}: {shown} was given without a unit; {self.kind.name} needs one, like {self._example}")

    def read_in(self, number: float, unit: str, name: str) -> float:
        """`number` of the unit written `unit` in the kernel unit; for tables, where the two stand apart."""
        text = f"{number:g} {unit}"
        value = self.scaled(number, _parse_unit(unit, name, text, self._example), name, text)
        self.admit(value, (value, value), name, text)
        return value

    def split(self, value: Any, name: str) -> tuple[Any, float]:
        """Magnitude of an array and the factor that brings it to the kernel unit."""
        if not hasattr(value, "_units"):
            return self._read_other(value, name, None), 1.0
        if value._REGISTRY is not registry():
            raise UnitError(_foreign(name, value))
        return _as_floats(value._magnitude, name), self.factor(value._units, name, value)

    def _read_text(self, text: str, name: str, system: str | None) -> float:
        try:
            number, unit = read_quantity(text, self.kind.sizes)
        except NotationError as error:
            raise NotationError(f"{name}: {error}; give {self.kind.name} like {self._example}") from None
        if unit is None:
            if not self.kind.unit:
                return number
            if system is None:
                raise UnitError(f"{name}: {text!r} has no unit; give {self.kind.name} with one, like {self._example}")
            unit = self.kind.display(system).unit
        return self.scaled(number, _parse_unit(unit, name, text, self._example), name, text)

    def scaled(self, number: Any, unit: UnitsContainer, name: str, given: object) -> Any:
        """`number` of `unit` in the kernel unit."""
        return number * self.factor(unit, name, given)

    def factor(self, unit: UnitsContainer, name: str, given: object) -> float:
        """How many kernel units one `unit` is.

        Raises
        ------
        UnitError
            When `unit` measures something else.
        """
        known = self.factors.get(unit)
        if known is not None:
            return known
        if self.kind.unit == "K" and any(not registry()._units[word].is_multiplicative for word in unit):
            raise UnitError(
                f"{name}: {_shown(given)} is a reading of a thermometer, not {self.kind.name}; "
                f'give the difference, like {self._example}, "25 delta_degC" or "45 delta_degF"'
            )
        size, root = _root(unit)
        for counted in (self.kind.unit, *self.kind.also):
            own_size, own_root = _root(_container(counted))
            if root == own_root:
                factor = self.factors[unit] = float(size / own_size)
                return factor
        raise UnitError(
            f"{name}: {_shown(given)} is not {self.kind.name}; give one like {self._example}{_mil_hint(unit)}"
        )

    @property
    def _example(self) -> str:
        return f'"{self.kind.example}"'

    def checked(self, number: Any, name: str, given: object) -> Real:
        """`number`, in the kernel unit, if it can exist; raises `InputError` otherwise."""
        number = float(number) if np.ndim(number) == 0 else np.asarray(number, dtype=float)
        self.admit(number, extremes(number), name, given)
        return number

    def admit(self, number: Real, ends: tuple[float, float], name: str, given: object) -> None:
        """Raise `InputError` unless `number`, which runs between `ends`, can exist."""
        kind, (low, high) = self.kind, ends
        if low > high:
            return  # an empty array
        good = low > self.low or (low == self.low and not kind.above)
        if not (good and high <= self.high):
            bad = _first_bad(number, kind)
            if not np.isfinite(bad):
                raise InputError(f"{name}: {bad} is no number to cut with; give {kind.name} like {self._example}")
            shown = _shown(given) if isinstance(number, float) else f"{bad:g} {kind.unit}".rstrip()
            raise InputError(f"{name}: {shown} cannot be; {kind.name} is {kind.bounds_text}, like {self._example}")
        if kind.whole and not np.all(np.floor(number) == number):
            raise InputError(
                f"{name}: {_shown(given)} cannot be; {kind.name} is {kind.bounds_text}, like {self._example}"
            )

    # -- out -----------------------------------------------------------------------------------------

    def write(self, value: Any, system: str = "metric") -> Quantity[Any]:
        """Kernel `value` as a quantity in the units that `system` displays."""
        return self.outputs[system].out(value)

    @cached_property
    def outputs(self) -> dict[str, Output]:
        """How each system of units writes this kind."""
        return {system: self._output(self.kind.display(system).unit) for system in ("metric", "inch")}

    def _output(self, unit: str) -> Output:
        return Output(_container(unit), 1.0 / self.factor(_container(unit), "result", unit))

    def out(self, value: Any) -> Quantity[Any]:
        """Kernel `value` as a quantity in the metric unit of the trade."""
        return self.outputs["metric"].out(value)


class Output:
    """Writes kernel values as quantities of one unit."""

    def __init__(self, container: UnitsContainer, scale: float) -> None:
        self.container, self.scale = container, scale
        if abs(self.scale - round(self.scale)) < 1e-9 * self.scale:
            self.scale = float(round(self.scale))  # 60.00000000000001 rpm a turn per second is 60
        self.quantity = registry().Quantity

    def out(self, value: Any) -> Any:
        """Kernel `value` as a quantity."""
        magnitude = value * self.scale
        if type(magnitude) is not float and np.ndim(magnitude) == 0:
            magnitude = complex(magnitude) if np.iscomplexobj(magnitude) else float(magnitude)
        return self.make(magnitude)

    def fill(self, value: Any, out: NDArray[np.float64]) -> None:
        """Write the magnitudes of kernel values into `out`."""
        np.multiply(value, self.scale, out=out)

    def make(self, magnitude: Any) -> Any:
        """A quantity of this unit; Quantity(value, unit) would spend 3 us on what it may have been given."""
        quantity: Any = object.__new__(self.quantity)
        quantity._magnitude = magnitude
        quantity._units = self.container
        return quantity


class ThermometerConverter(Converter):
    """Reads and writes temperatures by a thermometer, whose zero is not the zero of the kernel unit.

    `factors` stays empty, so that every reading goes the way of pint's own conversion.
    """

    def scaled(self, number: Any, unit: UnitsContainer, name: str, given: object) -> Any:
        """`number` of `unit` in kelvin."""
        self._check(unit, name, given)
        kelvin = registry().convert(number, unit, _container(self.kind.unit))
        # Absolute zero in degF comes out a rounding error off zero.
        return np.where(np.abs(kelvin) < _ROUNDING, 0.0, kelvin)[()]

    def split(self, value: Any, name: str) -> tuple[Any, float]:
        """Kelvin of an array, which nothing more has to scale."""
        return self._read_other(value, name, None), 1.0

    def _check(self, unit: UnitsContainer, name: str, given: object) -> None:
        if any(word.startswith("delta_") for word in unit):
            raise UnitError(
                f"{name}: {_shown(given)} is a difference, not {self.kind.name}; give a reading like {self._example}"
            )
        if registry().get_dimensionality(unit) != registry().get_dimensionality(_container(self.kind.unit)):
            raise UnitError(f"{name}: {_shown(given)} is not {self.kind.name}; give one like {self._example}")

    def _output(self, unit: str) -> Output:
        return ThermometerOutput(_container(unit), _container(self.kind.unit))


class ThermometerOutput(Output):
    """Writes temperatures as a thermometer shows them."""

    def __init__(self, container: UnitsContainer, kernel: UnitsContainer) -> None:
        super().__init__(container, 1.0)
        self.kernel = kernel

    def out(self, value: Any) -> Any:
        """Kernel `value` as a quantity."""
        magnitude = registry().convert(value, self.kernel, self.container)
        return self.make(float(magnitude) if np.ndim(magnitude) == 0 else magnitude)

    def fill(self, value: Any, out: NDArray[np.float64]) -> None:
        """Write the magnitudes of kernel values into `out`."""
        out[...] = registry().convert(value, self.kernel, self.container)


def extremes(number: Real) -> tuple[float, float]:
    """Lowest and highest of a number or an array; NaN where the array holds one, so two passes find everything."""
    if type(number) is float:
        return number, number
    if np.ndim(number) == 0:
        return float(number), float(number)
    assert isinstance(number, np.ndarray)
    if number.size == 0:
        return np.inf, -np.inf  # nothing is outside anything
    return float(np.minimum.reduce(number, axis=None)), float(np.maximum.reduce(number, axis=None))


def shape_of(given: Any) -> tuple[int, ...]:
    """Shape of what was given: a quantity, an array, a text, or a list of any of them."""
    magnitude = getattr(given, "_magnitude", given)
    if isinstance(magnitude, (list, tuple)):
        return (len(magnitude), *shape_of(magnitude[0])) if magnitude else (0,)
    return np.shape(magnitude)


@cache
def converter(kind: Kind) -> Converter:
    """The converter of `kind`, one for the process."""
    return ThermometerConverter(kind) if kind.absolute else Converter(kind)


def to_kernel(kind: Kind, value: Any, name: str = "value", system: str | None = None) -> Real:
    """`value`, a quantity, a text or a plain number, in the kernel unit of `kind`.

    Examples
    --------
    >>> from chipload.units.kinds import SPINDLE_SPEED
    >>> [to_kernel(SPINDLE_SPEED, text) for text in ("60 rpm", "1 Hz", "360 deg/s")]
    [1.0, 1.0, 1.0]
    """
    return converter(kind).read(value, name, system)


def to_single(kind: Kind, value: Any, name: str = "value", system: str | None = None) -> float:
    """As `to_kernel`, where one value is asked for and an array is refused."""
    found = to_kernel(kind, value, name, system)
    if np.ndim(found):
        raise InputError(f'{name}: an array was given; give a single value, like "{kind.example}"')
    return float(found)


def from_kernel(kind: Kind, value: Any, system: str = "metric") -> Quantity[Any]:
    """Kernel `value` of `kind` as a quantity in the trade's unit of `system`."""
    return converter(kind).write(value, system)


@lru_cache(maxsize=1024)
def _container(unit: str) -> UnitsContainer:
    container: UnitsContainer = registry().parse_units(unit)._units
    return container


def _root(unit: UnitsContainer) -> tuple[float, UnitsContainer]:
    size, root = registry()._get_root_units(unit)
    return float(size), root  # type: ignore[arg-type]


def _parse_unit(unit: str, name: str, text: str, example: str) -> UnitsContainer:
    registry()
    try:
        if not is_unit_text(unit):
            raise ValueError(unit)
        container = _container(unit)
    except Exception:  # pint raises a dozen types for a unit it cannot read, some of them from tokenize
        raise UnitError(f"{name}: the unit {unit!r} in {text!r} is not known; give a value like {example}") from None
    return container


def _as_floats(value: Any, name: str) -> Any:
    if np.iscomplexobj(value):
        raise InputError(f"{name}: a complex number cannot be; give a real one")
    if np.ma.is_masked(value):
        raise InputError(f"{name}: the array has masked values; leave them out first")
    try:
        number = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise UnitError(
            f"{name}: {type(value).__name__} {value!r} is neither a quantity, a text nor a number"
        ) from None
    return float(number) if number.ndim == 0 else number


def _first_bad(number: Any, kind: Kind) -> float:
    flat = np.ravel(number)
    low = flat <= kind.low if kind.above else flat < kind.low
    return float(flat[low | (flat > kind.high) | ~np.isfinite(flat)][0])


def _shown(given: object) -> str:
    if isinstance(given, str):
        return repr(given)
    if np.ndim(getattr(given, "_magnitude", given)) > 0:  # type: ignore[arg-type]
        return f"an array in {given.units}" if hasattr(given, "units") else "an array"
    return str(given)


def _mil_hint(unit: UnitsContainer) -> str:
    return '; a "mil" is an angle here, the length is "thou"' if "mil" in unit else ""


def _foreign(name: str, value: Any) -> str:
    return (
        f"{name}: {value} belongs to another unit registry than chipload's; make it with chipload.Quantity, "
        "or call pint.set_application_registry before the first use of chipload"
    )

"""What stress and strain states share: reading components, turning the axes, principal values, superposition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.states import tensors
from chipload.mechanics.states.tensors import Tensor
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import ANGLE, RATIO, Kind

Self = TypeVar("Self", bound="TensorState")

_SYMMETRIC = 1e-9
"""Largest difference of two mirrored entries, as a share of the largest entry, that is taken for rounding."""
_AXES = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}
_ENTRIES = ("xx", "yy", "zz", "xy", "yz", "zx")


@dataclass(frozen=True)
class Invariants:
    """Invariants of a state as quantities: trace, sum of the principal minors, determinant."""

    first: Any
    second: Any
    third: Any


@dataclass(frozen=True, init=False, eq=False, repr=False)
class TensorState:
    """A symmetric tensor, or a stack of them, that does not change.

    Attributes
    ----------
    tensor
        Read-only array in SI with the indices on its last two axes.
    """

    tensor: Tensor

    kind: ClassVar[Kind]
    """Kind of the components."""
    square, cube = RATIO, RATIO
    """Kinds of their squares and cubes."""
    names: ClassVar[tuple[str, ...]]
    """Names of the components xx, yy, zz, xy, yz, zx."""
    shear_factor: ClassVar[float]
    """What is given as a shear over the entry of the tensor: 2 for the angles of strain."""

    def _fill(self, given: dict[str, Any]) -> None:
        """Set the tensor from components by name; those that are missing are zero."""
        said = type(self).__name__
        values = [0.0 if one is None else to_kernel(self.kind, one, f"{said}, {name}") for name, one in given.items()]
        fitting(said, zip(given, values, strict=True))
        xx, yy, zz, xy, yz, zx = values
        half = 1 / self.shear_factor
        self._set(tensors.tensor_of(xx, yy, zz, half * xy, half * yz, half * zx))

    def _set(self, tensor: Tensor) -> None:
        kept = np.array(tensor, dtype=float)
        kept.setflags(write=False)
        object.__setattr__(self, "tensor", kept)

    @classmethod
    def of(cls: type[Self], tensor: Tensor) -> Self:
        """The state of a symmetric array in SI, unchecked; `from_tensor` is the checked way."""
        made = object.__new__(cls)
        made._set(tensor)
        return made

    @classmethod
    def from_tensor(cls: type[Self], tensor: Any, unit: str = "") -> Self:
        """The state of 3 x 3 components, or of a stack of them on the last two axes.

        Parameters
        ----------
        tensor
            A quantity, or plain numbers in `unit`; the entries of a strain off the diagonal are half the angle.
        unit
            Unit of plain numbers, like "MPa".

        Raises
        ------
        InputError
            When it is not 3 x 3 or not symmetric.
        """
        name = f"{cls.__name__}.from_tensor, tensor"
        if unit and not hasattr(tensor, "_units"):
            one = to_kernel(cls.kind, f"1 {unit}", name)
            tensor = from_kernel(cls.kind, np.asarray(tensor, dtype=float) * one)
        values = np.asarray(to_kernel(cls.kind, tensor, name))
        if values.shape[-2:] != (3, 3):
            raise InputError(f"{name}: its shape is {values.shape}; give 3 x 3 components on the last two axes")
        differs = np.abs(values - np.swapaxes(values, -1, -2))
        if values.size and np.any(differs > _SYMMETRIC * np.abs(values).max(axis=(-2, -1), keepdims=True)):
            place = np.unravel_index(differs.argmax(), differs.shape)
            row, column = sorted(int(index) for index in place[-2:])
            upper, lower = (
                f"{from_kernel(cls.kind, values[(*place[:-2], *pair)]):.6g~P}"
                for pair in ((row, column), (column, row))
            )
            axes = "xyz"
            raise InputError(
                f"{name}: it is not symmetric, the entry {axes[row]}{axes[column]} is {upper} and "
                f"{axes[column]}{axes[row]} is {lower}; make them equal"
            )
        return cls.of((values + np.swapaxes(values, -1, -2)) / 2)

    @classmethod
    def from_principal(cls: type[Self], first: Any, second: Any = None, third: Any = None) -> Self:
        """The state with these principal values along x, y and z; missing ones are zero."""
        given = dict(zip(("first", "second", "third"), (first, second, third), strict=True))
        name = f"{cls.__name__}.from_principal"
        values = [0.0 if one is None else to_kernel(cls.kind, one, f"{name}, {key}") for key, one in given.items()]
        fitting(name, zip(given, values, strict=True))
        return cls.of(tensors.tensor_of(values[0], values[1], values[2], 0.0, 0.0, 0.0))

    # -- what it says of itself ----------------------------------------------------------------------

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the stack; empty for one state."""
        return self.tensor.shape[:-2]

    def __getitem__(self: Self, index: Any) -> Self:
        if not self.shape:
            raise InputError(f"{type(self).__name__}: it is one state, not a stack; there is nothing to index")
        places = np.arange(self.tensor.size // 9).reshape(self.shape)[index]
        return self.of(self.tensor.reshape(-1, 3, 3)[places])

    def __repr__(self) -> str:
        said, unit = type(self).__name__, self.kind.metric.label
        if self.shape:
            return f"<{said}: a stack of {' x '.join(str(size) for size in self.shape)}>"
        values = self.components()
        shown = ", ".join(f"{name} {value.magnitude:.6g}" for name, value in zip(_ENTRIES, values, strict=True))
        return f"<{said}{f' [{unit}]' if unit else ''}: {shown}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).of, (np.array(self.tensor),)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and np.array_equal(self.tensor, other.tensor)

    def __hash__(self) -> int:
        return hash((type(self), self.shape, (self.tensor + 0.0).tobytes()))

    def close_to(self, other: Any, tolerance: float = 1e-9) -> bool:
        """True where the states differ by no more than `tolerance` of their largest component."""
        if type(other) is not type(self):
            return False
        self._fits("other state", other.tensor[..., 0, 0])
        largest = max(float(np.abs(one.tensor).max(initial=0.0)) for one in (self, other))
        return bool(np.all(np.abs(self.tensor - other.tensor) <= tolerance * largest))

    def _fits(self, *named: Any) -> None:
        """Refuse values, each after its name, whose shapes do not broadcast with that of the stack."""
        pairs = zip(named[::2], named[1::2], strict=True)
        fitting(type(self).__name__, (("state", self.tensor[..., 0, 0]), *pairs))

    def _out(self, value: Any, kind: Kind | None = None) -> Any:
        return from_kernel(kind or self.kind, np.array(value) if np.ndim(value) else value)

    def components(self) -> tuple[Any, ...]:
        """Components xx, yy, zz, xy, yz, zx as quantities."""
        factors = (1.0, 1.0, 1.0, *[self.shear_factor] * 3)
        return tuple(self._out(f * one) for f, one in zip(factors, tensors.components(self.tensor), strict=True))

    # -- superposition -------------------------------------------------------------------------------

    __array_ufunc__ = None  # an array times a state asks the state

    def __add__(self: Self, other: Any) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        self._fits("other state", other.tensor[..., 0, 0])
        return self.of(self.tensor + other.tensor)

    def __sub__(self: Self, other: Any) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        self._fits("other state", other.tensor[..., 0, 0])
        return self.of(self.tensor - other.tensor)

    def __radd__(self: Self, other: Any) -> Self:
        """Nothing plus a state, so that `sum` works."""
        return self if isinstance(other, int) and other == 0 else NotImplemented

    def __neg__(self: Self) -> Self:
        return self.of(-self.tensor)

    def __mul__(self: Self, factor: Any) -> Self:
        if isinstance(factor, TensorState):
            return NotImplemented
        value = to_kernel(RATIO, factor, f"{type(self).__name__}, factor")
        self._fits("factor", value)
        return self.of(self.tensor * spread(value))

    __rmul__ = __mul__

    def __truediv__(self: Self, divisor: Any) -> Self:
        if isinstance(divisor, TensorState):
            return NotImplemented
        value = to_kernel(RATIO, divisor, f"{type(self).__name__}, divisor")
        if np.any(np.asarray(value) == 0):
            raise InputError(f"{type(self).__name__}, divisor: a state cannot be divided by 0; give another number")
        self._fits("divisor", value)
        return self.of(self.tensor / spread(value))

    # -- axes ----------------------------------------------------------------------------------------

    def rotate(self: Self, angle: Any = None, axis: Any = "z", *, matrix: Any = None) -> Self:
        """The same state with its components along turned axes.

        Parameters
        ----------
        angle
            Angle by which the axes are turned, counter-clockwise seen against `axis` [°].
        axis
            "x", "y", "z", or three numbers along the axis of turning.
        matrix
            Instead of an angle: the new axes as rows, in the old ones.

        Raises
        ------
        InputError
            When the axis has no direction, or the rows of the matrix are not of length one, at right angles and
            right-handed.
        """
        said = f"{type(self).__name__}.rotate"
        if (angle is None) == (matrix is None):
            raise InputError(f"{said}, angle: give either an angle or a matrix")
        if matrix is not None:
            axes = checked_axes(matrix, f"{said}, matrix")
            self._fits("matrix", axes[..., 0, 0])
            return self.of(tensors.rotated(self.tensor, axes))
        along = unit_vector(_AXES.get(axis, axis) if isinstance(axis, str) else axis, f"{said}, axis")
        turned = to_kernel(ANGLE, angle, f"{said}, angle")
        fitting(said, (("state", self.tensor[..., 0, 0]), ("angle", turned), ("axis", along[..., 0])))
        axes = tensors.axes_turned(turned, along)
        return self.of(tensors.rotated(self.tensor, axes))

    @property
    def principal_values(self) -> Any:
        """Principal values, largest first, on the last axis."""
        return self._out(tensors.principal_values(self.tensor))

    @property
    def principal_directions(self) -> Tensor:
        """Unit vectors of the principal values as rows, right-handed; `rotate` takes them as its matrix."""
        return tensors.principal_directions(self.tensor)

    @property
    def deviator(self: Self) -> Self:
        """The state without its mean: what changes the shape."""
        return self.of(tensors.deviator(self.tensor))

    @property
    def invariants(self) -> Invariants:
        """Trace, sum of the principal minors, and determinant."""
        first, second, third = tensors.invariants(self.tensor)
        return Invariants(self._out(first), self._out(second, self.square), self._out(third, self.cube))

    @property
    def deviator_invariants(self) -> Invariants:
        """Invariants of the deviator: zero, J2 (positive, the negative of the sum of minors) and J3."""
        second, third = tensors.deviator_invariants(self.tensor)
        zero = np.zeros(self.shape)
        return Invariants(self._out(zero), self._out(second, self.square), self._out(third, self.cube))

    def _largest_difference(self) -> Any:
        roots = tensors.deviator_principal_values(self.tensor)
        return roots[..., 0] - roots[..., 2]

    def _in_plane_difference(self) -> Any:
        xx, yy, _, xy, *_ = tensors.components(self.tensor)
        return np.hypot(xx - yy, 2 * xy)


def fitting(said: str, named: Iterable[tuple[str, Any]]) -> None:
    """Refuse values, each with its name, whose shapes do not broadcast."""
    shapes = [(name, np.shape(value)) for name, value in named]
    try:
        np.broadcast_shapes(*(shape for _, shape in shapes))
    except ValueError:
        arrays = ", ".join(f"{name} {shape}" for name, shape in shapes if shape)
        raise InputError(f"{said}: the shapes of {arrays} do not fit together; make them broadcast") from None


def spread(value: Any) -> Any:
    """`value`, one for each state of a stack, so that it fits the components."""
    return value if np.ndim(value) == 0 else np.asarray(value)[..., None, None]


def unit_vector(given: Any, name: str) -> Tensor:
    """The direction of three plain numbers, or of a stack of them."""
    try:
        vector = np.asarray(given, dtype=float)
    except (TypeError, ValueError):
        vector = np.empty(0)
    if vector.shape[-1:] != (3,):
        raise InputError(f"{name}: {given!r} is no direction; give three numbers along it")
    length = np.linalg.norm(vector, axis=-1, keepdims=True)
    if not np.all((length > 0) & np.isfinite(length)):
        raise InputError(f"{name}: {given!r} has no direction; give three numbers that are not all zero")
    return vector / length


def checked_axes(given: Any, name: str) -> Tensor:
    """Rows of `given`, if they are right-handed axes."""
    try:
        axes = np.asarray(given, dtype=float)
    except (TypeError, ValueError):
        raise InputError(f"{name}: it is not an array of plain numbers; give the new axes as rows") from None
    if axes.shape[-2:] != (3, 3):
        raise InputError(f"{name}: its shape is {axes.shape}; give 3 x 3 numbers, the new axes as rows")
    if not np.all(np.abs(axes @ np.swapaxes(axes, -1, -2) - np.eye(3)) < 1e-9):
        raise InputError(f"{name}: its rows are not of length one at right angles; give the new axes as rows")
    if not np.all(np.linalg.det(axes) > 0):
        raise InputError(f"{name}: its rows are left-handed, a mirror image; turn one of them round")
    return axes

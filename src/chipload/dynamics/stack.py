"""A stack of cylinders, tapers, flutes, blades and joints, from the spindle or holder to the tip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np

from chipload.dynamics.bending import Load, Shape, bend
from chipload.dynamics.elements import Element, Joint, Piece
from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel, to_single

Theory: TypeAlias = Literal["timoshenko", "euler"]


@dataclass(frozen=True)
class PointForce:
    """A side force at a distance from the tip."""

    force: Any
    from_tip: Any = "0 mm"


@dataclass(frozen=True)
class SpreadForce:
    """A side force spread evenly from `from_tip` over a `length` towards the holder, as where flutes cut."""

    force: Any
    length: Any
    from_tip: Any = "0 mm"


@dataclass(frozen=True)
class PointMoment:
    """A moment at a distance from the tip, positive where it bends the tip like a positive force."""

    moment: Any
    from_tip: Any = "0 mm"


@dataclass(frozen=True)
class BentStack:
    """A stack under load, at the places asked for; lengths from the tip, deflection and slope along the force."""

    from_tip: Any
    deflection: Any
    slope: Any
    bending_moment: Any
    bending: Any
    shear: Any
    joints: Any
    stack: Stack


@dataclass(frozen=True, init=False)
class Stack:
    """A row of elements from the spindle or holder end to the tip; nothing of it can be changed.

    Parameters
    ----------
    elements
        `Cylinder`, `Taper`, `Fluted`, `Blade` and `Joint`.  A `Joint` at the front holds the whole on the ground.

    Raises
    ------
    InputError
        When there is no solid part, or a joint at the tip with nothing on it.

    Notes
    -----
    Small deflections of straight, coaxial parts; between the parts plane sections stay together unless a `Joint`
    stands there.  Static answers hold below about a third of the first natural frequency.

    References
    ----------
    L. Kops and D. T. Vo, CIRP Annals 39 (1990) 93-96, for flutes.  G. R. Cowper, J. Appl. Mech. 33 (1966) 335-340,
    for shear.

    Examples
    --------
    >>> from chipload.dynamics import Cylinder, Fluted, Material, Stack
    >>> carbide = Material("600 GPa", 0.22)
    >>> mill = Stack([Cylinder("15 mm", "10 mm", material=carbide), Fluted("25 mm", "10 mm", material=carbide)])
    >>> mill.bend("100 N", theory="euler").deflection.m
    9.792...
    """

    elements: tuple[Element, ...]

    def __init__(self, elements: Iterable[Element]) -> None:
        row = tuple(elements)
        for element in row:
            if not isinstance(element, Element):
                raise InputError(
                    f"Stack, elements: {element!r} is no part of a stack; "
                    "give Cylinder, Taper, Fluted, Blade or Joint, from the spindle to the tip"
                )
        if not row or isinstance(row[-1], Joint):
            raise InputError(
                "Stack, elements: the last one, at the tip, must be solid; a joint there would hold nothing"
            )
        object.__setattr__(self, "elements", row)

    def __add__(self, other: Stack) -> Stack:
        """Join `other` rigidly to the tip of this stack."""
        return Stack((*self.elements, *other.elements))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The solid parts in SI numbers."""
        return tuple(element.piece for element in self.elements if not isinstance(element, Joint))

    @cached_property
    def joints(self) -> tuple[tuple[float, Joint], ...]:
        """The joints, each with its place from the base [m]."""
        found, at = [], 0.0
        for element in self.elements:
            if isinstance(element, Joint):
                found.append((at, element))
            else:
                at += element.piece.length
        return tuple(found)

    @cached_property
    def metres(self) -> float:
        """Length as a plain number."""
        return float(sum(piece.length for piece in self.pieces))

    @property
    def length(self) -> Any:
        """Length from base to tip."""
        return from_kernel(kinds.LENGTH, self.metres)

    @property
    def mass(self) -> Any:
        """Mass of all parts."""
        nodes, weights = np.polynomial.legendre.leggauss(4)
        total = 0.0
        for piece in self.pieces:
            section = piece.section(piece.length * (nodes + 1) / 2, shear=False, inertia=True)
            total += float(np.sum(section.mass * weights)) * piece.length / 2
        return from_kernel(kinds.MASS, total)

    # -- static --------------------------------------------------------------------------------------

    def bend(self, loads: Any, *, at: Any = "0 mm", theory: Theory = "timoshenko") -> BentStack:
        """Deflection and slope of the stack, held at its base, under loads in one plane.

        Parameters
        ----------
        loads
            A force at the tip, or one or several of `PointForce`, `SpreadForce` and `PointMoment`.
        at
            Distances from the tip at which to answer [mm, in].
        theory
            "timoshenko" with shear, or "euler" without.

        Returns
        -------
        BentStack
            Deflection, its shares, slope and bending moment at each place.

        Raises
        ------
        InputError
            When a load or a place lies beyond the stack.
        """
        row = [self._load(load) for load in _as_list(loads)]
        from_tip = to_kernel(kinds.LENGTH, at, "Stack.bend, at")
        places = self.metres - np.asarray(from_tip, dtype=float)
        self._refuse_beyond(from_tip, "at")
        shape = self.shape(row, places.reshape(-1), theory)
        size = np.shape(from_tip)

        def write(kind: kinds.Kind, columns: Any) -> Any:
            return from_kernel(kind, columns.sum(axis=1).reshape(size)[()])

        return BentStack(
            from_kernel(kinds.LENGTH, from_tip),
            write(kinds.GROWTH, shape.deflection),
            write(kinds.SLOPE, shape.slope),
            write(kinds.MOMENT, shape.moment),
            write(kinds.GROWTH, shape.bending),
            write(kinds.GROWTH, shape.shear),
            write(kinds.GROWTH, shape.joints),
            self,
        )

    def shape(self, loads: list[Load], places: Any, theory: Theory = "timoshenko") -> Shape:
        """`bend` on plain SI numbers, `places` from the base, one column a load."""
        joints = [(at, joint.numbers[0], joint.numbers[1]) for at, joint in self.joints]
        return bend(self.pieces, joints, loads, places, shear=shear_of(theory))

    def tip_stiffness(self, from_tip: Any = "0 mm", *, theory: Theory = "timoshenko") -> Any:
        """Force over deflection at a place, the tip unless another is given; infinite at a rigid base."""
        place = to_single(kinds.LENGTH, from_tip, "Stack.tip_stiffness, from_tip")
        self._refuse_beyond(place, "from_tip")
        x = self.metres - place
        found = self.shape([Load(1.0, x, x)], x, theory).deflection[0, 0]
        with np.errstate(divide="ignore"):
            return from_kernel(kinds.STIFFNESS, float(1 / found))

    def _load(self, load: Any) -> Load:
        where = f"Stack.bend, {type(load).__name__}"
        if isinstance(load, PointMoment):
            place = self._place(load.from_tip, where)
            return Load(to_single(kinds.MOMENT, load.moment, f"{where}, moment"), place, place, moment=True)
        if isinstance(load, PointForce):
            place = self._place(load.from_tip, where)
            return Load(to_single(kinds.SIGNED_FORCE, load.force, f"{where}, force"), place, place)
        if isinstance(load, SpreadForce):
            near = self._place(load.from_tip, where)
            width = to_single(kinds.POSITIVE_LENGTH, load.length, f"{where}, length")
            if width > near * (1 + 1e-12):
                raise InputError(f"{where}, length: the force is spread over more than the stack; give a shorter one")
            return Load(to_single(kinds.SIGNED_FORCE, load.force, f"{where}, force"), max(near - width, 0.0), near)
        force = to_single(kinds.SIGNED_FORCE, load, "Stack.bend, loads")
        return Load(force, self.metres, self.metres)

    def _place(self, from_tip: Any, where: str) -> float:
        distance = to_single(kinds.LENGTH, from_tip, f"{where}, from_tip")
        if distance >= self.metres:
            raise InputError(
                f"{where}, from_tip: {1e3 * distance:g} mm is beyond the stack of {1e3 * self.metres:g} mm; "
                "a load acts between its base and its tip"
            )
        return self.metres - distance

    def _refuse_beyond(self, from_tip: Any, name: str) -> None:
        if np.any(np.asarray(from_tip) > self.metres * (1 + 1e-12)):
            raise InputError(f"{name}: a place lies beyond the stack of {1e3 * self.metres:g} mm; measure from the tip")


def shear_of(theory: str) -> bool:
    """Whether the theory has shear; refuses a word that is none."""
    if theory not in ("timoshenko", "euler"):
        raise InputError(f'theory: {theory!r} is not known; give "timoshenko" (with shear) or "euler" (without)')
    return theory == "timoshenko"


def _as_list(loads: Any) -> list[Any]:
    return list(loads) if isinstance(loads, list | tuple) else [loads]

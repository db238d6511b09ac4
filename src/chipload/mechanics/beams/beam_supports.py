"""What holds a beam: pins, rollers, clamped ends, slides and springs, with what they give way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from chipload.errors import InputError
from chipload.mechanics.measured import Measured
from chipload.units.kinds import ANGLE, LENGTH, OFFSET, ROTATIONAL_STIFFNESS, STIFFNESS


@dataclass(frozen=True, repr=False)
class Pin(Measured):
    """A support that holds the beam up and down and lets it turn; a bearing of a shaft.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    settlement
        How far the support has moved downwards [mm, in].

    Examples
    --------
    >>> Pin("1.2 m", settlement="0.5 mm")
    Pin(position=1200 mm, settlement=0.5 mm)
    """

    position: Annotated[Any, LENGTH]
    settlement: Annotated[Any, OFFSET] = 0.0


@dataclass(frozen=True, repr=False)
class Roller(Pin):
    """A pin that also moves along the beam; the same to loads across the beam.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    settlement
        How far the support has moved downwards [mm, in].
    """


@dataclass(frozen=True, repr=False)
class Fixed(Measured):
    """A clamping: the beam neither moves nor turns.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    settlement
        How far the clamping has moved downwards [mm, in].
    rotation
        How far the clamping has turned clockwise [°].

    Examples
    --------
    >>> Fixed("0 m")
    Fixed(position=0 mm, settlement=0 mm, rotation=0 deg)
    """

    position: Annotated[Any, LENGTH]
    settlement: Annotated[Any, OFFSET] = 0.0
    rotation: Annotated[Any, ANGLE] = 0.0


@dataclass(frozen=True, repr=False)
class Guided(Measured):
    """A slide: the beam moves up and down but does not turn; the middle of a beam cut at its symmetry.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    rotation
        How far the slide has turned clockwise [°].

    Examples
    --------
    >>> Guided("500 mm").position.m
    500.0
    """

    position: Annotated[Any, LENGTH]
    rotation: Annotated[Any, ANGLE] = 0.0


@dataclass(frozen=True, repr=False)
class Spring(Measured):
    """An elastic support: a bearing that gives, or a clamping that turns a little.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    stiffness
        Against a movement up or down; none unless given [N/µm, lbf/thou].
    rotational_stiffness
        Against a turn; none unless given [kN m/rad].

    Raises
    ------
    InputError
        When neither stiffness is given.

    Examples
    --------
    >>> Spring("0 mm", stiffness="50 N/um").stiffness.m
    50.0
    """

    position: Annotated[Any, LENGTH]
    stiffness: Annotated[Any, STIFFNESS] = None
    rotational_stiffness: Annotated[Any, ROTATIONAL_STIFFNESS] = None

    def __post_init__(self) -> None:
        """Read every field and see that there is a spring."""
        super().__post_init__()
        if self.stiffness is None and self.rotational_stiffness is None:
            raise InputError("Spring, stiffness: neither stiffness nor rotational_stiffness is given; give one or both")


@dataclass(frozen=True, repr=False)
class Hinge(Measured):
    """A joint of the beam itself, which carries shear force but no bending moment.

    Parameters
    ----------
    position
        From the left end of the beam [mm, in].
    """

    position: Annotated[Any, LENGTH]


Support: TypeAlias = Pin | Roller | Fixed | Guided | Spring


@dataclass(frozen=True)
class Hold:
    """How a support acts, in SI: the movement and turn it forces, or its springs."""

    deflection: float | None = None
    rotation: float | None = None
    stiffness: float = 0.0
    rotational_stiffness: float = 0.0


def hold_of(support: Support) -> Hold:
    """What `support` does to the beam."""
    if isinstance(support, Pin):
        return Hold(deflection=support.si("settlement"))
    if isinstance(support, Fixed):
        return Hold(deflection=support.si("settlement"), rotation=support.si("rotation"))
    if isinstance(support, Guided):
        return Hold(rotation=support.si("rotation"))
    return Hold(
        stiffness=support.si("stiffness") or 0.0, rotational_stiffness=support.si("rotational_stiffness") or 0.0
    )

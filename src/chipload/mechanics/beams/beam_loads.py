"""What acts on a beam: forces, distributed loads and couples.

Loads are positive downwards, couples positive clockwise when the beam is seen with x to the right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeAlias

from chipload.errors import InputError
from chipload.mechanics.measured import Measured
from chipload.units.kinds import LENGTH, LINE_LOAD, MOMENT, SIGNED_FORCE


@dataclass(frozen=True, repr=False)
class PointLoad(Measured):
    """A force at one place.

    Parameters
    ----------
    force
        Positive downwards [N, lbf].
    position
        From the left end of the beam [mm, in].

    Examples
    --------
    >>> PointLoad("12 kN", "2.5 m")
    PointLoad(force=12000 N, position=2500 mm)
    """

    force: Annotated[Any, SIGNED_FORCE]
    position: Annotated[Any, LENGTH]


@dataclass(frozen=True, repr=False)
class DistributedLoad(Measured):
    """A load spread between two places, uniform or varying linearly.

    Parameters
    ----------
    line_load
        Load on a length at `start`, positive downwards [N/mm, lbf/in].
    start, end
        From the left end of the beam; the whole beam where they are left out [mm, in].
    end_line_load
        Load on a length at `end`; that of the start unless given [N/mm, lbf/in].

    Raises
    ------
    InputError
        When the end is not to the right of the start.

    Examples
    --------
    >>> DistributedLoad("0 N/m", "0 m", "2 m", end_line_load="500 N/m").end_line_load.m
    0.5
    """

    line_load: Annotated[Any, LINE_LOAD]
    start: Annotated[Any, LENGTH] = 0.0
    end: Annotated[Any, LENGTH] = None
    end_line_load: Annotated[Any, LINE_LOAD] = None

    def __post_init__(self) -> None:
        """Read every field and see that the end is behind the start."""
        super().__post_init__()
        if self.end is not None and self.si("end") <= self.si("start"):
            raise InputError(
                f"DistributedLoad, end: {self.end:g~P} is not to the right of start {self.start:g~P}; "
                "give the left place first"
            )


@dataclass(frozen=True, repr=False)
class MomentLoad(Measured):
    """A couple at one place.

    Parameters
    ----------
    moment
        Positive clockwise, so that it raises the bending moment to its right [N m, in lbf].
    position
        From the left end of the beam [mm, in].

    Examples
    --------
    >>> MomentLoad("-50 N*m", "0 mm").moment.m
    -50.0
    """

    moment: Annotated[Any, MOMENT]
    position: Annotated[Any, LENGTH]


Load: TypeAlias = PointLoad | DistributedLoad | MomentLoad


def scaled(load: Load, factor: float) -> Load:
    """`factor` times the load."""
    if isinstance(load, PointLoad):
        return replace(load, force=load.force * factor)
    if isinstance(load, MomentLoad):
        return replace(load, moment=load.moment * factor)
    end = None if load.end_line_load is None else load.end_line_load * factor
    return replace(load, line_load=load.line_load * factor, end_line_load=end)

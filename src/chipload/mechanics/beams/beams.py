"""The straight beam: its parts, what holds it and what loads it.

One convention throughout.  x runs from the left end to the right.  Loads, deflections and settlements are positive
downwards; couples and slopes clockwise.  Reactions are positive upwards, their moments counter-clockwise.  The shear
force is that of what lies to the left, upwards positive, so that it is the slope of the bending moment; a bending
moment is positive where the beam sags and its underside is stretched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.beams.beam_loads import DistributedLoad, Load, MomentLoad, PointLoad
from chipload.mechanics.beams.beam_segments import Segment
from chipload.mechanics.beams.beam_solution import Model, freedom
from chipload.mechanics.beams.beam_supports import Fixed, Guided, Hinge, Hold, Pin, Roller, Spring, Support, hold_of
from chipload.units import kinds
from chipload.units.boundary import from_kernel

if TYPE_CHECKING:
    from chipload.mechanics.beams.beam_result import BeamResult

STANDARD_GRAVITY = 9.80665
"""Acceleration of free fall [m/s²] adopted by the General Conference on Weights and Measures in 1901."""

_NEAR = 1e-9
"""Places nearer to each other than this share of the beam are the same place, and so far a load may stand off it."""
_T = TypeVar("_T")


@dataclass(frozen=True, init=False, repr=False)
class Beam:
    """A straight beam of one or several prismatic parts, on any supports, under any loads across it.

    Parameters
    ----------
    segments
        A `Segment`, or several from left to right, each beginning where the one before it ends.
    supports
        `Pin`, `Roller`, `Fixed`, `Guided` and `Spring` supports.
    loads
        `PointLoad`, `DistributedLoad` and `MomentLoad`; their effects add.
    hinges
        `Hinge`, or its place alone: where the beam is jointed and carries no moment [mm, in].

    Raises
    ------
    InputError
        When something stands off the beam, two supports stand at one place, or the supports let the beam move.

    Notes
    -----
    Small deflections and elastic material; plane sections.  Loads and deflection positive downwards, couples and
    slopes clockwise, reactions upwards and their moments counter-clockwise, sagging moments positive.

    References
    ----------
    S. P. Timoshenko, Strength of Materials, part I, 3rd ed., 1955.

    Examples
    --------
    >>> bar = Segment("22 ft", "1700 ksi", "14352 inch**4")
    >>> loads = DistributedLoad("1500 lbf/ft"), PointLoad("12000 lbf", "9 ft")
    >>> found = Beam.simply_supported(bar, loads).solve()
    >>> [round(reaction.force.to("lbf").m) for reaction in found.reactions]
    [23591, 21409]
    >>> found.highest_moment.value.to("lbf*ft").m
    151568.1...
    """

    segments: tuple[Segment, ...]
    supports: tuple[Support, ...]
    loads: tuple[Load, ...] = ()
    hinges: tuple[Hinge, ...] = ()

    def __init__(
        self,
        segments: Segment | Iterable[Segment],
        supports: Support | Iterable[Support],
        loads: Load | Iterable[Load] = (),
        hinges: Any = (),
    ) -> None:
        joints = hinges if isinstance(hinges, tuple | list) else (hinges,)
        object.__setattr__(self, "segments", _all_of(segments, (Segment,), "segments"))
        object.__setattr__(self, "supports", _all_of(supports, (Pin, Fixed, Guided, Spring), "supports"))
        object.__setattr__(self, "loads", _all_of(loads, (PointLoad, DistributedLoad, MomentLoad), "loads"))
        object.__setattr__(self, "hinges", tuple(each if isinstance(each, Hinge) else Hinge(each) for each in joints))
        if not self.segments:
            raise InputError("Beam, segments: there is none; give one Segment at least")
        self._refuse_what_is_off_the_beam()
        self._refuse_the_same_place()
        self._refuse_to_move()

    # -- common beams --------------------------------------------------------------------------------

    @classmethod
    def cantilever(cls, segments: Segment | Iterable[Segment], loads: Load | Iterable[Load] = ()) -> Beam:
        """Clamped at its left end, free at its right."""
        return cls(segments, Fixed(0.0), loads)

    @classmethod
    def simply_supported(cls, segments: Segment | Iterable[Segment], loads: Load | Iterable[Load] = ()) -> Beam:
        """On a pin at its left end and a roller at its right."""
        parts, end = _whole(segments)
        return cls(parts, (Pin(0.0), Roller(end)), loads)

    @classmethod
    def fixed_fixed(cls, segments: Segment | Iterable[Segment], loads: Load | Iterable[Load] = ()) -> Beam:
        """Clamped at both ends."""
        parts, end = _whole(segments)
        return cls(parts, (Fixed(0.0), Fixed(end)), loads)

    @classmethod
    def propped(cls, segments: Segment | Iterable[Segment], loads: Load | Iterable[Load] = ()) -> Beam:
        """Clamped at its left end, on a roller at its right."""
        parts, end = _whole(segments)
        return cls(parts, (Fixed(0.0), Roller(end)), loads)

    @classmethod
    def on_supports(
        cls, segments: Segment | Iterable[Segment], positions: Iterable[Any], loads: Load | Iterable[Load] = ()
    ) -> Beam:
        """On a pin at the first of `positions` and rollers at the others: overhanging, continuous, or a shaft."""
        places = list(positions)
        return cls(segments, [Pin(place) if at == 0 else Roller(place) for at, place in enumerate(places)], loads)

    # -- variations ----------------------------------------------------------------------------------

    def with_loads(self, *loads: Load) -> Beam:
        """The same beam with `loads` in addition to those it has."""
        return Beam(self.segments, self.supports, (*self.loads, *loads), self.hinges)

    def with_self_weight(self) -> Beam:
        """The same beam, lying across the pull of gravity, with its own weight in addition.

        Raises
        ------
        InputError
            When a segment has no area or no density.
        """
        weights: list[Load] = []
        start = 0.0
        for at, segment in enumerate(self.segments):
            for name in ("area", "density"):
                if segment.si(name) is None:
                    raise InputError(f"Beam, segments[{at}], {name}: it is not given; its own weight needs it")
            end = start + segment.si("length")
            weight = segment.si("area") * segment.si("density") * STANDARD_GRAVITY
            places = from_kernel(kinds.LENGTH, start), from_kernel(kinds.LENGTH, end)
            weights.append(DistributedLoad(from_kernel(kinds.LINE_LOAD, weight), *places))
            start = end
        return self.with_loads(*weights)

    # -- answers -------------------------------------------------------------------------------------

    @property
    def length(self) -> Any:
        """Of the whole beam."""
        return from_kernel(kinds.LENGTH, self._end)

    @property
    def statically_determinate(self) -> bool:
        """True where equilibrium alone gives the reactions."""
        return freedom(self.model())[1] == 0

    def solve(self, *, shear: bool = False) -> BeamResult:
        """Reactions, shear force, bending moment, slope and deflection.

        Parameters
        ----------
        shear
            True to add the deflection from shear (Timoshenko's beam), for which every segment needs an area, a
            shear coefficient and a shear modulus.

        Raises
        ------
        InputError
            When the answer needs a stiffness that is not given.
        """
        from chipload.mechanics.beams.beam_result import BeamResult

        return BeamResult.of(self, shear)

    def model(self, shear: bool = False) -> Model:
        """The beam as numbers in SI; where no stiffness is given, one that only the deflection depends on."""
        segments = []
        for at, segment in enumerate(self.segments):
            compliance = 0.0
            if shear:
                if segment.shear_stiffness is None:
                    name = next(name for name in ("area", "shear_coefficient", "shear_modulus") if not segment.si(name))
                    raise InputError(
                        f"Beam, segments[{at}], {name}: it is not given; the deflection from shear needs it"
                    )
                compliance = 1 / segment.shear_stiffness
            segments.append((segment.si("length"), segment.bending_stiffness or 1.0, compliance))
        end = self._end
        spreads = []
        for load in self.loads:
            if isinstance(load, DistributedLoad):
                first = load.si("line_load")
                last = first if load.end_line_load is None else load.si("end_line_load")
                spreads.append((load.si("start"), end if load.end is None else load.si("end"), first, last))
        return Model(
            segments,
            [(support.si("position"), hold_of(support)) for support in self.supports],
            self._joints,
            [(load.si("position"), load.si("force")) for load in self.loads if isinstance(load, PointLoad)],
            [(load.si("position"), load.si("moment")) for load in self.loads if isinstance(load, MomentLoad)],
            spreads,
        )

    # -- inside --------------------------------------------------------------------------------------

    @property
    def _end(self) -> float:
        return float(sum(segment.si("length") for segment in self.segments))

    @property
    def _joints(self) -> list[float]:
        return [hinge.si("position") for hinge in self.hinges]

    def _refuse_what_is_off_the_beam(self) -> None:
        end = self._end
        places = [(f"hinges[{at}], position", place) for at, place in enumerate(self._joints)]
        places += [(f"supports[{at}], position", one.si("position")) for at, one in enumerate(self.supports)]
        for at, load in enumerate(self.loads):
            for name in ("start", "end") if isinstance(load, DistributedLoad) else ("position",):
                if load.si(name) is not None:
                    places.append((f"loads[{at}], {name}", load.si(name)))
        problems = [
            f"Beam, {name}: {_shown(place)} is off the beam, which ends at {_shown(end)}"
            for name, place in places
            if place > end * (1 + _NEAR)
        ]
        problems += [
            f"Beam, loads[{at}], start: {_shown(load.si('start'))} is the end of the beam; give a place before it"
            for at, load in enumerate(self.loads)
            if isinstance(load, DistributedLoad) and load.end is None and load.si("start") >= end
        ]
        problems += [
            f"Beam, {name}: {_shown(place)} is an end of the beam, where a hinge joins nothing; leave it out"
            for name, place in places
            if name.startswith("hinges") and min(place, abs(end - place)) <= _NEAR * end
        ]
        if problems:
            raise InputError(problems)

    def _refuse_the_same_place(self) -> None:
        near = _NEAR * self._end
        hinges = np.array(self._joints)
        held = sorted((support.si("position"), at) for at, support in enumerate(self.supports))
        for (place, first), (other, second) in pairwise(held):
            if other - place <= near:
                raise InputError(
                    f"Beam, supports[{max(first, second)}], position: {_shown(other)} is the place of "
                    f"supports[{min(first, second)}]; put them apart or leave one out"
                )
        if len(hinges) > 1 and np.diff(np.sort(hinges)).min() <= near:
            raise InputError("Beam, hinges: two are at the same place; leave one out")
        for at, load in enumerate(self.loads):
            if isinstance(load, MomentLoad) and np.any(np.abs(hinges - load.si("position")) <= near):
                raise InputError(
                    f"Beam, loads[{at}], position: {load.position:g~P} is a hinge, where a couple acts on either side; "
                    "put it a little to the left or right"
                )
        for at, support in enumerate(self.supports):
            hold = hold_of(support)
            turns = hold.rotation is not None or hold.rotational_stiffness > 0
            if turns and np.any(np.abs(hinges - support.si("position")) <= near):
                raise InputError(
                    f"Beam, supports[{at}], position: {support.position:g~P} is a hinge, whose two sides turn apart; "
                    "use a Pin there, or put the hinge a little to the left or right"
                )

    def _refuse_to_move(self) -> None:
        model = self.model()
        free, _ = freedom(model)
        if not free:
            return
        if not self.supports:
            raise InputError("Beam, supports: there is none, so the beam would fall; give supports")
        upright = [place for place, hold in model.holds if _carries(hold)]
        turning = any(hold.rotation is not None or hold.rotational_stiffness > 0 for _, hold in model.holds)
        if not upright:
            says = "none holds the beam up, so it would fall; add a Pin, a Roller or a Fixed support"
        elif len(upright) == 1 and not turning:
            says = (
                f"the beam could turn about its only support at {_shown(upright[0])}; "
                "add another, or make it Fixed"
            )  # fmt: skip
        else:
            says = (
                f"{free} more would be needed, for between its hinges a part of the beam could move without bending; "
                "add supports or leave out hinges"
            )
        raise InputError(f"Beam, supports: {says}")

    def __repr__(self) -> str:
        return (
            f"Beam({self.length:g~P}: {len(self.segments)} segments, {len(self.supports)} supports, "
            f"{len(self.loads)} loads, {len(self.hinges)} hinges)"
        )


def _carries(hold: Hold) -> bool:
    return hold.deflection is not None or hold.stiffness > 0


def _all_of(given: _T | Iterable[_T], classes: tuple[type, ...], name: str) -> tuple[_T, ...]:
    """What was given, alone or several, as a tuple of the right things."""
    several: Sequence[Any] = (given,) if isinstance(given, classes) else tuple(given)  # type: ignore[arg-type]
    for at, one in enumerate(several):
        if not isinstance(one, classes):
            words = ", ".join(each.__name__ for each in classes)
            raise InputError(f"Beam, {name}[{at}]: {one!r} cannot be there; give one of {words}")
    return tuple(several)


def _whole(segments: Segment | Iterable[Segment]) -> tuple[tuple[Segment, ...], Any]:
    """The segments as a tuple and where the last ends."""
    parts = _all_of(segments, (Segment,), "segments")
    return parts, from_kernel(kinds.LENGTH, float(sum(part.si("length") for part in parts)))


def _shown(place: float) -> str:
    return f"{from_kernel(kinds.LENGTH, place):.6g~P}"

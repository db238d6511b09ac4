"""What a solved beam answers: reactions, curves along it, their extremes, stresses and energy, as quantities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.beams.beam_solution import Model, Solution, freedom, solve
from chipload.mechanics.beams.beam_supports import Support
from chipload.mechanics.beams.piecewise import Piecewise, Side
from chipload.units import kinds
from chipload.units.boundary import from_kernel, to_kernel
from chipload.units.kinds import Kind

if TYPE_CHECKING:
    from chipload.mechanics.beams.beams import Beam


@dataclass(frozen=True)
class Reaction:
    """What a support does to the beam: a force, upwards positive, and a moment, counter-clockwise positive."""

    support: Support
    position: Any
    force: Any
    moment: Any


@dataclass(frozen=True)
class Extreme:
    """An extreme value along the beam and the leftmost place where it is reached."""

    value: Any
    position: Any


@dataclass(frozen=True, repr=False, eq=False)
class BeamResult:
    """The solved beam.

    Attributes
    ----------
    beam
        What was solved, with its loads.
    shear_included
        True where the deflection from shear is included.
    factor
        By what everything was scaled, see `scaled`.

    Notes
    -----
    Curves take places `x` from the left end as quantities, texts or arrays.  Where a curve jumps, under a force, a
    couple or at a hinge, it gives the value on the right unless ``side="left"`` is asked.
    """

    beam: Beam
    shear_included: bool
    solution: Solution
    factor: float = 1.0

    @classmethod
    def of(cls, beam: Beam, shear: bool) -> BeamResult:
        """Solve `beam`."""
        model = beam.model(shear)
        _refuse_unknown_stiffness(beam, model)
        return cls(beam, shear, solve(model))

    # -- curves --------------------------------------------------------------------------------------

    def shear(self, x: Any, side: Side = "right") -> Any:
        """Shear force at `x`: what acts on the left part, upwards positive."""
        return self._at(kinds.SIGNED_FORCE, self.solution.shear, x, side)

    def moment(self, x: Any, side: Side = "right") -> Any:
        """Bending moment at `x`, sagging positive."""
        return self._at(kinds.MOMENT, self.solution.moment, x, side)

    def slope(self, x: Any, side: Side = "right") -> Any:
        """Slope of the beam's axis at `x`, clockwise positive."""
        return self._at(kinds.ANGLE, self._slope(), x, side)

    def rotation(self, x: Any, side: Side = "right") -> Any:
        """Turn of the section at `x`, clockwise positive: the slope less what shear adds to it."""
        self._refuse_without_stiffness()
        return self._at(kinds.ANGLE, self.solution.rotation, x, side)

    def deflection(self, x: Any) -> Any:
        """Deflection at `x`, downwards positive."""
        self._refuse_without_stiffness()
        return self._at(kinds.OFFSET, self.solution.deflection, x, "right")

    def bending_stress(self, x: Any, section_modulus: Any = None, side: Side = "right") -> Any:
        """Bending stress on the underside at `x`, tension positive: the moment over the section modulus.

        The modulus is that of each segment unless `section_modulus` is given for the whole beam.
        """
        return self._at(kinds.SIGNED_STRESS, self._stress(section_modulus), x, side)

    # -- extremes ------------------------------------------------------------------------------------

    @property
    def highest_shear(self) -> Extreme:
        """Largest shear force."""
        return self._extreme(kinds.SIGNED_FORCE, self.solution.shear.highest())

    @property
    def lowest_shear(self) -> Extreme:
        """Smallest, or most negative, shear force."""
        return self._extreme(kinds.SIGNED_FORCE, self.solution.shear.lowest())

    @property
    def largest_shear(self) -> Extreme:
        """Shear force of the largest size, with its sign."""
        return self._largest(kinds.SIGNED_FORCE, self.solution.shear)

    @property
    def highest_moment(self) -> Extreme:
        """Largest bending moment: where the beam sags most."""
        return self._extreme(kinds.MOMENT, self.solution.moment.highest())

    @property
    def lowest_moment(self) -> Extreme:
        """Smallest, or most negative, bending moment: where the beam hogs most."""
        return self._extreme(kinds.MOMENT, self.solution.moment.lowest())

    @property
    def largest_moment(self) -> Extreme:
        """Bending moment of the largest size, with its sign."""
        return self._largest(kinds.MOMENT, self.solution.moment)

    @property
    def highest_deflection(self) -> Extreme:
        """Largest deflection downwards."""
        self._refuse_without_stiffness()
        return self._extreme(kinds.OFFSET, self.solution.deflection.highest())

    @property
    def lowest_deflection(self) -> Extreme:
        """Smallest deflection, or the largest upwards."""
        self._refuse_without_stiffness()
        return self._extreme(kinds.OFFSET, self.solution.deflection.lowest())

    @property
    def largest_deflection(self) -> Extreme:
        """Deflection of the largest size, with its sign."""
        self._refuse_without_stiffness()
        return self._largest(kinds.OFFSET, self.solution.deflection)

    @property
    def largest_slope(self) -> Extreme:
        """Slope of the largest size, with its sign."""
        return self._largest(kinds.ANGLE, self._slope())

    def largest_bending_stress(self, section_modulus: Any = None) -> Extreme:
        """Bending stress of the largest size on the underside, with its sign; see `bending_stress`."""
        return self._largest(kinds.SIGNED_STRESS, self._stress(section_modulus))

    # -- the rest ------------------------------------------------------------------------------------

    @property
    def reactions(self) -> tuple[Reaction, ...]:
        """Force and moment of every support, in the order in which they were given."""
        forces, moments = self.solution.reaction_forces, self.solution.reaction_moments
        return tuple(
            Reaction(
                support,
                support.position,
                from_kernel(kinds.SIGNED_FORCE, float(force)),
                from_kernel(kinds.MOMENT, float(moment)),
            )
            for support, force, moment in zip(self.beam.supports, forces, moments, strict=True)
        )

    @property
    def strain_energy(self) -> Any:
        """Energy stored in the beam itself, without that of springs."""
        self._refuse_without_stiffness()
        found = self.solution
        share, weight = np.polynomial.legendre.leggauss(4)  # exact for the square of a cubic
        places = found.moment.nodes[:-1, None] + np.diff(found.moment.nodes)[:, None] * (share + 1) / 2
        density = (
            found.moment(places) ** 2 / found.bending_stiffness[:, None]
            + found.shear(places) ** 2 * found.shear_compliance[:, None]
        ) / 2
        return from_kernel(kinds.ENERGY, float(np.sum(density @ weight * np.diff(found.moment.nodes) / 2)))

    def scaled(self, factor: float) -> BeamResult:
        """The result for `factor` times all loads and settlements."""
        found = self.solution
        return replace(
            self,
            factor=self.factor * factor,
            solution=replace(
                found,
                shear=found.shear.scaled(factor),
                moment=found.moment.scaled(factor),
                rotation=found.rotation.scaled(factor),
                deflection=found.deflection.scaled(factor),
                reaction_forces=found.reaction_forces * factor,
                reaction_moments=found.reaction_moments * factor,
            ),
        )

    def __repr__(self) -> str:
        moment = self.largest_moment
        return f"BeamResult({self.beam!r}, largest moment {moment.value:.6g~P} at {moment.position:.6g~P})"

    # -- inside --------------------------------------------------------------------------------------

    def _at(self, kind: Kind, curve: Piecewise, x: Any, side: Side) -> Any:
        if side not in ("left", "right"):
            raise InputError(f"side: {side!r} is not one of left, right")
        places = self._places(x)
        return from_kernel(kind, curve(places, side))

    def _places(self, x: Any) -> Any:
        plain_zero = isinstance(x, int | float) and x == 0
        places = np.asarray(0.0 if plain_zero else to_kernel(kinds.LENGTH, x, "x"))
        end = self.solution.moment.nodes[-1]
        if places.size and places.max() > end * (1 + 1e-9):
            off = from_kernel(kinds.LENGTH, float(places.max()))
            raise InputError(f"x: {off:.6g~P} is off the beam, which ends at {self.beam.length:.6g~P}")
        return places

    def _extreme(self, kind: Kind, found: tuple[float, float]) -> Extreme:
        return Extreme(from_kernel(kind, found[0]), from_kernel(kinds.LENGTH, found[1]))

    def _largest(self, kind: Kind, curve: Piecewise) -> Extreme:
        high, low = curve.highest(), curve.lowest()
        margin = 1e-11 * max(abs(high[0]), abs(low[0]))
        return self._extreme(kind, high if high[0] >= -low[0] - margin else low)

    def _slope(self) -> Piecewise:
        self._refuse_without_stiffness()
        return self.solution.deflection.derivative()

    def _stress(self, section_modulus: Any) -> Piecewise:
        if section_modulus is not None:
            return self.solution.moment.scaled(1 / to_kernel(kinds.VOLUME, section_modulus, "section_modulus"))
        moduli = [segment.si("section_modulus") for segment in self.beam.segments]
        if None in moduli:
            raise InputError(
                f"Beam, segments[{moduli.index(None)}], section_modulus: it is not given; "
                "give it there, or one for the whole beam here"
            )
        return self.solution.moment.scaled(1 / np.array(moduli)[self.solution.segment_index])

    def _refuse_without_stiffness(self) -> None:
        for at, segment in enumerate(self.beam.segments):
            if segment.bending_stiffness is None:
                raise InputError(
                    f"Beam, segments[{at}], youngs_modulus: it is not given with second_moment; how the beam bends "
                    "depends on them, forces and moments alone do not"
                )


def _refuse_unknown_stiffness(beam: Beam, model: Model) -> None:
    """Refuse a question whose forces depend on a stiffness that is not given."""
    unknown = [at for at, segment in enumerate(beam.segments) if segment.bending_stiffness is None]
    if unknown and freedom(model)[1] > 0:
        raise InputError(
            f"Beam, segments[{unknown[0]}], youngs_modulus: it is not given with second_moment; the beam has more "
            "supports than equilibrium needs, so its reactions depend on them"
        )

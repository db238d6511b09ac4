"""The parts of a stepped beam: each prismatic, with what it resists bending and shear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.measured import Measured, read_one
from chipload.units import kinds
from chipload.units.boundary import from_kernel
from chipload.units.stand_ins import takes_stand_ins


@dataclass(frozen=True, repr=False)
class Segment(Measured):
    """A prismatic part of a beam.

    Parameters
    ----------
    length
        Of the part [mm, in].
    youngs_modulus, second_moment
        May be left out where only forces and moments are asked of a statically determinate beam [GPa, mm⁴].
    section_modulus
        For bending stresses [mm³, in³].
    area, shear_coefficient, shear_modulus
        For the deflection from shear; the coefficient is the share of the area that carries it, below 1
        [mm², -, GPa].
    density
        For the weight of the beam itself [g/cm³].

    Raises
    ------
    InputError
        When a value cannot be, or one of Young's modulus and second moment is given without the other.

    Examples
    --------
    >>> Segment("2 m", "200 GPa", "1.71e6 mm**4").second_moment.m
    1710000.0
    >>> Segment.round("100 mm", "20 mm", "206 GPa").section_modulus.m
    785.398...
    """

    length: Annotated[Any, kinds.POSITIVE_LENGTH]
    youngs_modulus: Annotated[Any, kinds.MODULUS] = None
    second_moment: Annotated[Any, kinds.SECOND_MOMENT] = None
    section_modulus: Annotated[Any, kinds.VOLUME] = None
    area: Annotated[Any, kinds.AREA] = None
    shear_coefficient: Annotated[Any, kinds.POSITIVE_RATIO] = None
    shear_modulus: Annotated[Any, kinds.MODULUS] = None
    density: Annotated[Any, kinds.DENSITY] = None

    def __post_init__(self) -> None:
        """Read every field and see that stiffness is given whole or not at all."""
        super().__post_init__()
        if (self.youngs_modulus is None) != (self.second_moment is None):
            missing = "youngs_modulus" if self.youngs_modulus is None else "second_moment"
            raise InputError(f"Segment, {missing}: it is not given but its companion is; give both or neither")
        if self.shear_coefficient is not None and self.si("shear_coefficient") > 1:
            raise InputError(
                f"Segment, shear_coefficient: {self.si('shear_coefficient'):g} is above 1; give the share of the area "
                "that carries shear, the inverse of a form factor like 1.2"
            )

    @classmethod
    @takes_stand_ins
    def round(
        cls,
        length: Any,
        diameter: Any,
        youngs_modulus: Any,
        inner_diameter: Any = 0.0,
        poisson_ratio: Any = None,
        density: Any = None,
    ) -> Segment:
        """Part of a round bar, shaft or tube.

        Parameters
        ----------
        length, diameter, inner_diameter
            The inner diameter is that of a bore [mm, in].
        youngs_modulus
            [GPa].
        poisson_ratio
            For the deflection from shear, with the coefficient of Cowper (1966).
        density
            For its own weight [g/cm³].

        Notes
        -----
        ``material="1045"`` may stand for the last three.
        """
        outer = read_one(kinds.DIAMETER, diameter, "Segment, diameter")
        inner = read_one(kinds.LENGTH, inner_diameter, "Segment, inner_diameter")
        if inner >= outer:
            raise InputError("Segment, inner_diameter: the bore is not smaller than the diameter; give a smaller one")
        ratio = _poisson(poisson_ratio)
        second_moment = np.pi * (outer**4 - inner**4) / 64
        bore = inner / outer
        coefficient = (
            None
            if ratio is None
            else 6 * (1 + ratio) * (1 + bore**2) ** 2
            / ((7 + 6 * ratio) * (1 + bore**2) ** 2 + (20 + 12 * ratio) * bore**2)
        )  # fmt: skip
        return cls._made(
            length, youngs_modulus, second_moment, second_moment / (outer / 2), np.pi * (outer**2 - inner**2) / 4,
            coefficient, ratio, density,
        )  # fmt: skip

    @classmethod
    @takes_stand_ins
    def rectangular(
        cls,
        length: Any,
        width: Any,
        height: Any,
        youngs_modulus: Any,
        poisson_ratio: Any = None,
        density: Any = None,
    ) -> Segment:
        """Part of a bar of rectangular section, bent in the direction of its height.

        Parameters
        ----------
        length, width, height
            [mm, in].
        youngs_modulus
            [GPa].
        poisson_ratio
            For the deflection from shear, with the coefficient of Cowper (1966).
        density
            For its own weight [g/cm³].

        Notes
        -----
        ``material="1045"`` may stand for the last three.
        """
        across = read_one(kinds.DIAMETER, width, "Segment, width")
        high = read_one(kinds.DIAMETER, height, "Segment, height")
        ratio = _poisson(poisson_ratio)
        coefficient = None if ratio is None else 10 * (1 + ratio) / (12 + 11 * ratio)
        return cls._made(
            length, youngs_modulus, across * high**3 / 12, across * high**2 / 6, across * high, coefficient, ratio,
            density,
        )  # fmt: skip

    @classmethod
    def _made(
        cls,
        length: Any,
        youngs_modulus: Any,
        second_moment: float,
        section_modulus: float,
        area: float,
        coefficient: float | None,
        poisson_ratio: float | None,
        density: Any,
    ) -> Segment:
        shear_modulus = None
        if poisson_ratio is not None:
            young = read_one(kinds.MODULUS, youngs_modulus, "Segment, youngs_modulus")
            shear_modulus = from_kernel(kinds.MODULUS, young / (2 * (1 + poisson_ratio)))
        return cls(
            length,
            youngs_modulus,
            from_kernel(kinds.SECOND_MOMENT, second_moment),
            from_kernel(kinds.VOLUME, section_modulus),
            from_kernel(kinds.AREA, area),
            coefficient,
            shear_modulus,
            density,
        )

    @property
    def bending_stiffness(self) -> float | None:
        """Young's modulus times second moment [N m²], None where they are not given."""
        return None if self.youngs_modulus is None else self.si("youngs_modulus") * self.si("second_moment")

    @property
    def shear_stiffness(self) -> float | None:
        """Shear coefficient times shear modulus times area [N], None where they are not all given."""
        parts = [self.si(name) for name in ("shear_coefficient", "shear_modulus", "area")]
        return None if None in parts else float(np.prod(parts))


def _poisson(value: Any) -> float | None:
    if value is None:
        return None
    ratio = read_one(kinds.RATIO, value, "Segment, poisson_ratio")
    if not 0 <= ratio <= 0.5:
        raise InputError(f"Segment, poisson_ratio: {ratio:g} is not between 0 and 0.5")
    return ratio

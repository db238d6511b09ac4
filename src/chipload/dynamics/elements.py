"""The parts a stack is made of, from the spindle to the tip: cylinders, tapers, flutes, blades, joints.

An element reads quantities or texts where it is made and keeps plain SI numbers for the solvers.  The shear
coefficients are those of Cowper (1966) for solid and hollow circles and for rectangles.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chipload.errors import InputError
from chipload.mechanics import round_second_moment
from chipload.units import kinds
from chipload.units.boundary import to_single
from chipload.units.stand_ins import takes_stand_ins

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Material:
    """What a part of a stack is made of; figures come from a table or a certificate, none is assumed.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus [GPa].
    poisson_ratio
        Needed for shear (Timoshenko).
    density
        Needed for frequencies and receptances [g/cm³].
    loss_factor
        Hysteretic damping of the material, twice the damping ratio of a mode.
    """

    youngs_modulus: Any
    poisson_ratio: Any = None
    density: Any = None
    loss_factor: Any = 0.0

    @classmethod
    @takes_stand_ins
    def of(
        cls, youngs_modulus: Any, poisson_ratio: Any = None, density: Any = None, loss_factor: Any = 0.0
    ) -> Material:
        """The material by its properties, or by its name in the tables.

        Examples
        --------
        >>> Material.of(material="carbide").density.m
        14.5
        """
        return cls(youngs_modulus, poisson_ratio, density, loss_factor)


@dataclass(frozen=True)
class Section:
    """Stiffness and mass of cross-sections, SI numbers or arrays along a piece."""

    bending: Any
    """E I [N m²]."""
    shear: Any
    """k G A [N]; infinite without shear."""
    mass: Any
    """Mass on a unit of length [kg/m]."""
    rotary: Any
    """Rotary inertia on a unit of length [kg m]."""


@dataclass(frozen=True)
class Piece:
    """One stretch of a stack in SI numbers: outer size from `start` to `end`, or a rectangle."""

    name: str
    length: float
    start: float
    end: float
    bore: float
    modulus: float
    poisson: float | None
    density: float | None
    loss: float
    mass_area: float | None = None
    """Area that carries mass [m²], where it differs from the one that bends; NaN where it is not known."""
    width: float = 0.0
    """Width of a rectangle across the bending; `start` is its height.  0 for a round piece."""

    @property
    def uniform(self) -> bool:
        """Whether the section is the same all along."""
        return self.start == self.end

    def section(self, x: Any, shear: bool, inertia: bool) -> Section:
        """The section at `x` from the start of the piece."""
        moment: Any
        size = self.start + (self.end - self.start) * np.asarray(x, dtype=float) / self.length
        if self.width:
            area, moment = self.width * size, self.width * size**3 / 12
        else:
            area = np.pi * (size**2 - self.bore**2) / 4
            moment = round_second_moment.si(size, self.bore)
        stiff: Any = np.inf
        if shear:
            stiff = self._shear_coefficient(size) * self.modulus / (2 * (1 + self._needed_poisson())) * area
        mass: Any = 0.0
        rotary: Any = 0.0
        if inertia:
            density = self._needed_density()
            mass = density * (area if self.mass_area is None else self._needed_mass_area() + 0 * area)
            rotary = density * moment if shear else 0.0 * moment
        return Section(self.modulus * moment, stiff, mass, rotary)

    def _shear_coefficient(self, size: Any) -> Any:
        nu = self._needed_poisson()
        if self.width:
            return 10 * (1 + nu) / (12 + 11 * nu)
        hollow = (self.bore / size) ** 2
        square = (1 + hollow) ** 2
        return 6 * (1 + nu) * square / ((7 + 6 * nu) * square + (20 + 12 * nu) * hollow)

    def _needed_poisson(self) -> float:
        if self.poisson is None:
            raise InputError(f'{self.name}: shear needs its poisson_ratio; give one, or ask for theory="euler"')
        return self.poisson

    def _needed_density(self) -> float:
        if self.density is None:
            raise InputError(f'{self.name}: a motion needs its density; give one, like "14.5 g/cm**3"')
        return self.density

    def _needed_mass_area(self) -> float:
        assert self.mass_area is not None
        if np.isnan(self.mass_area):
            raise InputError(
                f"{self.name}: a motion needs its area_fraction, the area of the fluted section over that of the "
                "full circle; real ones run from about 0.6 to 0.8"
            )
        return self.mass_area


@dataclass(frozen=True)
class _Solid(ABC):
    """What all solid parts share: a material, given as one or by its figures."""

    material: Material | None = field(default=None, kw_only=True)
    youngs_modulus: Any = field(default=None, kw_only=True)
    poisson_ratio: Any = field(default=None, kw_only=True)
    density: Any = field(default=None, kw_only=True)
    loss_factor: Any = field(default=None, kw_only=True)
    piece: Piece = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "piece", self._made())

    @abstractmethod
    def _made(self) -> Piece:
        """The part in SI numbers."""

    def _read(self, kind: kinds.Kind, name: str) -> float:
        return to_single(kind, getattr(self, name), f"{type(self).__name__}, {name}")

    def _piece(self, start: float, end: float, bore: float, **more: Any) -> Piece:
        name = type(self).__name__
        figures: dict[str, Any] = {}
        for key in ("youngs_modulus", "poisson_ratio", "density", "loss_factor"):
            own = getattr(self, key)
            figures[key] = own if own is not None else getattr(self.material, key, None)
        if figures["youngs_modulus"] is None:
            raise InputError(
                f'{name}, youngs_modulus: give it, or a material that has one, like Material.of(material="carbide")'
            )
        read: dict[str, Any] = {
            "modulus": to_single(kinds.MODULUS, figures["youngs_modulus"], f"{name}, youngs_modulus"),
            "poisson": _optional(kinds.RATIO, figures["poisson_ratio"], f"{name}, poisson_ratio"),
            "density": _optional(kinds.DENSITY, figures["density"], f"{name}, density"),
            "loss": _optional(kinds.RATIO, figures["loss_factor"], f"{name}, loss_factor") or 0.0,
        }
        if read["loss"] < 0:
            raise InputError(f"{name}, loss_factor: {read['loss']:g} would feed energy in; give zero or more")
        if read["poisson"] is not None and not -1 < read["poisson"] <= 0.5:
            raise InputError(f"{name}, poisson_ratio: {read['poisson']:g} cannot be; it is between -1 and 0.5")
        if not more.get("width") and bore >= min(start, end):
            raise InputError(f"{name}, bore: the bore leaves no wall; it must be smaller than the diameter")
        return Piece(name, self._read(kinds.POSITIVE_LENGTH, "length"), start, end, bore, **read, **more)


@dataclass(frozen=True)
class Cylinder(_Solid):
    """A cylinder, solid or with a bore.

    Examples
    --------
    >>> Cylinder("30 mm", "10 mm", youngs_modulus="600 GPa", poisson_ratio=0.22).piece.length
    0.03
    """

    length: Any
    diameter: Any
    bore: Any = "0 mm"

    def _made(self) -> Piece:
        size = self._read(kinds.DIAMETER, "diameter")
        return self._piece(size, size, self._read(kinds.LENGTH, "bore"))


@dataclass(frozen=True)
class Taper(_Solid):
    """A cone from `start_diameter` at the side of the spindle to `end_diameter`, solid or with a straight bore."""

    length: Any
    start_diameter: Any
    end_diameter: Any
    bore: Any = "0 mm"

    def _made(self) -> Piece:
        start, end = self._read(kinds.DIAMETER, "start_diameter"), self._read(kinds.DIAMETER, "end_diameter")
        return self._piece(start, end, self._read(kinds.LENGTH, "bore"))


@dataclass(frozen=True)
class Fluted(_Solid):
    """A fluted length: bends like a solid rod of `core_fraction` times the diameter.

    The default is the measured one of Kops and Vo (1990); values from 0.75 to 0.88 are reported.  `area_fraction` is
    the area of the section over that of the full circle; it carries the mass, and only motions need it.
    """

    length: Any
    diameter: Any
    core_fraction: Any = 0.80
    area_fraction: Any = None

    def _made(self) -> Piece:
        diameter = self._read(kinds.DIAMETER, "diameter")
        core = self._read(kinds.FRACTION, "core_fraction") * diameter
        share = np.nan if self.area_fraction is None else self._read(kinds.FRACTION, "area_fraction")
        return self._piece(core, core, 0.0, mass_area=share * np.pi * diameter**2 / 4)


@dataclass(frozen=True)
class Blade(_Solid):
    """A rectangular length, as of a grooving or parting blade; `height` lies along the force."""

    length: Any
    width: Any
    height: Any

    def _made(self) -> Piece:
        height = self._read(kinds.POSITIVE_LENGTH, "height")
        return self._piece(height, height, 0.0, width=self._read(kinds.POSITIVE_LENGTH, "width"))


@dataclass(frozen=True)
class Joint:
    """A flexible joint between what lies behind (the ground, for the first element) and the next part.

    Parameters
    ----------
    stiffness, rotational_stiffness
        Against a side force and a moment; None is rigid [N/µm, kN m/rad].
    damping, rotational_damping
        Viscous damping [N s/m, N m s/rad]; a direction taken as rigid has none.
    loss_factor
        Hysteretic damping of both.
    """

    stiffness: Any = None
    rotational_stiffness: Any = None
    damping: Any = 0.0
    rotational_damping: Any = 0.0
    loss_factor: Any = 0.0
    numbers: tuple[float, float, float, float, float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wanted = (
            ("stiffness", kinds.STIFFNESS),
            ("rotational_stiffness", kinds.ROTATIONAL_STIFFNESS),
            ("damping", kinds.VISCOUS_DAMPING),
            ("rotational_damping", kinds.ROTATIONAL_DAMPING),
            ("loss_factor", kinds.RATIO),
        )
        read: list[float] = []
        for name, kind in wanted:
            given = getattr(self, name)
            if name.endswith("stiffness") and given is None:
                read.append(np.inf)
            elif name.endswith("damping") and isinstance(given, int | float) and given == 0:
                read.append(0.0)
            else:
                read.append(to_single(kind, given, f"Joint, {name}"))
        if read[4] < 0:
            raise InputError(f"Joint, loss_factor: {read[4]:g} would feed energy in; give zero or more")
        object.__setattr__(self, "numbers", tuple(read))

    def compliance(self, omega: Any) -> tuple[Any, Any]:
        """Compliance against force and moment at the angular frequency `omega`; 0 where it is rigid."""
        stiff, turning, damping, turning_damping, loss = self.numbers
        found = []
        for k, c in ((stiff, damping), (turning, turning_damping)):
            damped = loss or c
            found.append(
                0.0 * omega if np.isinf(k) else 1 / (k * (1 + 1j * loss) + 1j * omega * c if damped else k + 0 * omega)
            )
        return found[0], found[1]


Element: TypeAlias = Cylinder | Taper | Fluted | Blade | Joint


def _optional(kind: kinds.Kind, value: Any, name: str) -> float | None:
    return None if value is None else to_single(kind, value, name)

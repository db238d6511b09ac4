"""The kinds of quantity chipload speaks of: one table for the boundary, the pages, the docs and the tests.

A kind names its units as text; they are resolved at the first quantity, so that a formula room can be
imported without a units library.  `Length` and its companions are the annotations of kernels: to a type
checker they are plain numbers or arrays, at run time they carry their `Kind`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

import numpy as np
from numpy.typing import NDArray

Real: TypeAlias = float | NDArray[np.float64]
"""What kernels take and give: a float or an array of floats, in coherent SI."""


@dataclass(frozen=True)
class Display:
    """How one system of units shows a kind: the unit as the registry reads it, as people write it, decimals."""

    unit: str
    label: str
    decimals: int


@dataclass(frozen=True, eq=False)
class Kind:
    """One kind of quantity.

    Attributes
    ----------
    name
        In words, as an error says it: "a length".
    unit
        Unit of the kernels; coherent SI, except that a turn and a tooth are counted as one.
    metric, imperial
        What each system of units shows; None where inch shops use the metric one too.  Results come metric.
    example
        A spelling that works, for error messages.
    also
        Units that count as the kernel unit although the registry tells them apart: a hertz is a turn a
        second here, and a feed per tooth may be given in millimetres.
    low, high, above
        Values that can exist, in the kernel unit; `above` excludes `low` itself.
    whole
        True for a count.
    sizes
        True where drill and thread sizes ("#7", "M6x1") and bare fractions of an inch make sense.
    absolute
        True for the reading of a thermometer, whose units differ by their zero and not by a factor alone.
    """

    name: str
    unit: str
    metric: Display
    imperial: Display | None
    example: str
    also: tuple[str, ...] = ()
    low: float = -np.inf
    high: float = np.inf
    above: bool = False
    whole: bool = False
    sizes: bool = False
    absolute: bool = False

    def __repr__(self) -> str:
        return f"<Kind {self.name} [{self.metric.label}]>"

    @property
    def inch(self) -> Display:
        """What an inch shop is shown."""
        return self.imperial or self.metric

    def display(self, system: str) -> Display:
        """Display of this kind in `system`, "metric" or "inch"."""
        return self.inch if system == "inch" else self.metric

    @property
    def bounds_text(self) -> str:
        """The admissible values in words, empty when every finite number is admissible."""
        if self.absolute:
            return "not below absolute zero, -273.15 degC"
        if self.whole:
            return f"a whole number from {self.low:g}"
        if np.isfinite(self.low) and np.isfinite(self.high):
            return f"between {self.low:g} and {self.high:g}"
        if self.low == 0:
            return "greater than zero" if self.above else "zero or more"
        return ""


LENGTH = Kind("a length", "m", Display("mm", "mm", 3), Display("inch", "in", 4), "12.5 mm", low=0, sizes=True)
POSITIVE_LENGTH = Kind(
    "a length", "m", Display("mm", "mm", 3), Display("inch", "in", 4), "12.5 mm", low=0, above=True, sizes=True
)
DIAMETER = Kind(
    "a diameter", "m", Display("mm", "mm", 3), Display("inch", "in", 4), "10 mm", low=0, above=True, sizes=True
)
OFFSET = Kind("an offset", "m", Display("mm", "mm", 3), Display("inch", "in", 4), "-2.5 mm", sizes=True)
CHIP_THICKNESS = Kind("a chip thickness", "m", Display("mm", "mm", 4), Display("inch", "in", 5), "0.05 mm", low=0)
SMALL_LENGTH = Kind("a small length", "m", Display("micrometer", "µm", 2), Display("thou", "thou", 3), "8 um", low=0)
ROUGHNESS = Kind("a roughness", "m", Display("micrometer", "µm", 3), Display("microinch", "µin", 1), "1.6 um", low=0)
CUTTING_SPEED = Kind(
    "a cutting speed", "m/s", Display("m/min", "m/min", 1), Display("foot/min", "sfm", 0), "120 m/min",
    low=0, above=True,
)  # fmt: skip
SPINDLE_SPEED = Kind(
    "a spindle speed", "turn/s", Display("rpm", "rpm", 0), None, "3000 rpm", also=("1/s",), low=0, above=True
)
FEED_PER_TOOTH = Kind(
    "a feed per tooth", "m/tooth", Display("mm/tooth", "mm/tooth", 4), Display("inch/tooth", "in/tooth", 5),
    "0.05 mm", also=("m",), low=0, above=True,
)  # fmt: skip
FEED_PER_REV = Kind(
    "a feed per revolution", "m/turn", Display("mm/turn", "mm/rev", 4), Display("inch/turn", "in/rev", 5),
    "0.2 mm/rev", also=("m",), low=0, above=True,
)  # fmt: skip
FEED_RATE = Kind(
    "a feed rate", "m/s", Display("mm/min", "mm/min", 0), Display("inch/min", "in/min", 1), "600 mm/min",
    low=0, above=True,
)  # fmt: skip
REMOVAL_RATE = Kind(
    "a removal rate", "m**3/s", Display("cm**3/min", "cm³/min", 2), Display("inch**3/min", "in³/min", 3),
    "40 cm**3/min", low=0,
)  # fmt: skip
ANGLE = Kind("an angle", "rad", Display("deg", "°", 1), None, "45 deg")
TIME = Kind("a time", "s", Display("s", "s", 1), None, "30 s", low=0)
FORCE = Kind("a force", "N", Display("N", "N", 1), Display("lbf", "lbf", 1), "250 N", low=0)
TORQUE = Kind("a torque", "N*m", Display("N*m", "N·m", 3), Display("inch*lbf", "in·lbf", 2), "4 N*m", low=0)
POWER = Kind("a power", "W", Display("kW", "kW", 3), Display("horsepower", "hp", 3), "1.5 kW", low=0)
STRESS = Kind("a stress", "Pa", Display("MPa", "MPa", 0), Display("ksi", "ksi", 1), "1700 MPa", low=0)
MODULUS = Kind(
    "an elastic modulus", "Pa", Display("GPa", "GPa", 1), Display("ksi", "ksi", 0), "600 GPa", low=0, above=True
)
STIFFNESS = Kind(
    "a stiffness", "N/m", Display("N/um", "N/µm", 2), Display("lbf/thou", "lbf/thou", 1), "20 N/um",
    low=0, above=True,
)  # fmt: skip
ROTATIONAL_STIFFNESS = Kind(
    "a rotational stiffness", "N*m/rad", Display("kN*m/rad", "kN·m/rad", 1), Display("kN*m/rad", "kN·m/rad", 1),
    "20 kN*m/rad", also=("N*m",), low=0, above=True,
)  # fmt: skip
DENSITY = Kind(
    "a density", "kg/m**3", Display("g/cm**3", "g/cm³", 3), Display("lb/inch**3", "lb/in³", 4), "2.7 g/cm**3",
    low=0, above=True,
)  # fmt: skip
THERMAL_EXPANSION = Kind("a thermal expansion", "1/K", Display("micrometer/m/K", "µm/(m·K)", 1), None, "23.6e-6 1/K")
CONDUCTIVITY = Kind(
    "a thermal conductivity", "W/(m*K)", Display("W/(m*K)", "W/(m·K)", 1), None, "167 W/(m*K)", low=0, above=True
)
SPECIFIC_HEAT = Kind(
    "a specific heat", "J/(kg*K)", Display("J/(kg*K)", "J/(kg·K)", 0), None, "896 J/(kg*K)", low=0, above=True
)
RATIO = Kind("a plain number", "", Display("", "", 3), None, "0.25")
POSITIVE_RATIO = Kind("a plain number", "", Display("", "", 3), None, "0.25", low=0, above=True)
FRACTION = Kind("a fraction", "", Display("", "", 3), None, "0.8", low=0, high=1, above=True)
TOOL_LIFE = Kind("a tool life", "s", Display("min", "min", 1), None, "15 min", low=0, above=True)
WEAR_RATE = Kind(
    "a wear rate", "m/s", Display("micrometer/min", "µm/min", 2), Display("thou/min", "thou/min", 3), "10 um/min",
    low=0, above=True,
)  # fmt: skip
TEMPERATURE_RISE = Kind("a temperature difference", "K", Display("K", "K", 1), Display("delta_degF", "°F", 1), "25 K")
DIFFUSIVITY = Kind(
    "a thermal diffusivity", "m**2/s", Display("mm**2/s", "mm²/s", 2), None, "14 mm**2/s", low=0, above=True
)
VOLUMETRIC_HEAT = Kind(
    "a volumetric heat capacity", "J/(m**3*K)", Display("J/(cm**3*K)", "J/(cm³·K)", 3), None, "3.8 J/(cm**3*K)",
    low=0, above=True,
)  # fmt: skip
GROWTH = Kind("a growth in length", "m", Display("micrometer", "µm", 1), Display("thou", "thou", 2), "20 um")
FLOW = Kind(
    "a flow", "m**3/s", Display("L/min", "L/min", 2), Display("gallon/min", "gpm", 3), "10 L/min", low=0, above=True
)
MASS = Kind("a mass", "kg", Display("kg", "kg", 3), Display("lb", "lb", 3), "1.2 kg", low=0, above=True)
COUNT = Kind("a count", "", Display("", "", 0), None, "4", also=("tooth",), low=1, whole=True)
NUMBER = Kind("a number", "", Display("", "", 0), None, "2", low=0, whole=True)

FORCE_COMPONENT = Kind("a force component", "N", Display("N", "N", 1), Display("lbf", "lbf", 1), "-250 N")
TORQUE_COMPONENT = Kind("a torque", "N*m", Display("N*m", "N·m", 3), Display("inch*lbf", "in·lbf", 2), "4 N*m")
FORCE_COEFFICIENT = Kind("a cutting coefficient", "Pa", Display("MPa", "MPa", 0), Display("ksi", "ksi", 1), "1800 MPa")
EDGE_COEFFICIENT = Kind(
    "an edge coefficient", "N/m", Display("N/mm", "N/mm", 1), Display("lbf/inch", "lbf/in", 1), "25 N/mm"
)
AREA = Kind("an area", "m**2", Display("mm**2", "mm²", 3), Display("inch**2", "in²", 5), "25 mm**2", low=0)
SIGNED_FORCE = Kind("a force with a sign", "N", Display("N", "N", 1), Display("lbf", "lbf", 1), "-250 N")
STRAIN_RATE = Kind("a strain rate", "1/s", Display("1/s", "1/s", 0), None, "1e4 1/s", low=0)
GRAIN_DENSITY = Kind(
    "a number of grains on an area", "1/m**2", Display("1/mm**2", "1/mm²", 2), Display("1/inch**2", "1/in²", 0),
    "2 1/mm**2", low=0, above=True,
)  # fmt: skip
SPECIFIC_REMOVAL_RATE = Kind(
    "a removal rate on the width", "m**2/s", Display("mm**2/s", "mm³/(mm·s)", 3),
    Display("inch**2/min", "in³/(in·min)", 4), "5 mm**2/s", low=0,
)  # fmt: skip

SIGNED_STRESS = Kind("a stress with a sign", "Pa", Display("MPa", "MPa", 1), Display("ksi", "ksi", 2), "-80 MPa")
STRAIN = Kind("a strain", "", Display("", "", 6), None, "0.0012")
LINE_LOAD = Kind("a load on a length", "N/m", Display("N/mm", "N/mm", 3), Display("lbf/inch", "lbf/in", 2), "2 N/mm")
MOMENT = Kind("a moment", "N*m", Display("N*m", "N·m", 2), Display("inch*lbf", "in·lbf", 1), "-120 N*m")
SECOND_MOMENT = Kind(
    "a second moment of area", "m**4", Display("mm**4", "mm⁴", 1), Display("inch**4", "in⁴", 5), "490 mm**4",
    low=0, above=True,
)  # fmt: skip
VOLUME = Kind(
    "a volume", "m**3", Display("mm**3", "mm³", 1), Display("inch**3", "in³", 4), "98 mm**3", low=0, above=True
)
ENERGY = Kind("an energy", "J", Display("J", "J", 3), Display("inch*lbf", "in·lbf", 2), "2.5 J", low=0)
ENERGY_DENSITY = Kind(
    "an energy on a volume", "J/m**3", Display("kJ/m**3", "kJ/m³", 2), Display("inch*lbf/inch**3", "in·lbf/in³", 3),
    "120 kJ/m**3", low=0,
)  # fmt: skip
CYCLES = Kind("a number of cycles", "", Display("", "", 0), None, "1e6", low=0, above=True)
PRODUCT_OF_AREA = Kind(
    "a product of area", "m**4", Display("mm**4", "mm⁴", 1), Display("inch**4", "in⁴", 5), "-240 mm**4"
)

FREQUENCY = Kind("a frequency", "Hz", Display("Hz", "Hz", 1), None, "922 Hz", low=0, above=True)
DAMPING_RATIO = Kind("a damping ratio", "", Display("", "", 4), None, "0.02", low=0, high=1)
SIGNED_MODULUS = Kind(
    "a stiffness modulus with a sign", "Pa", Display("GPa", "GPa", 2), Display("ksi", "ksi", 0), "-20 GPa"
)
SQUARED_STRESS = Kind(
    "a square of a stress", "Pa**2", Display("MPa**2", "MPa²", 1), Display("ksi**2", "ksi²", 2), "25 MPa**2"
)
CUBED_STRESS = Kind(
    "a cube of a stress", "Pa**3", Display("MPa**3", "MPa³", 1), Display("ksi**3", "ksi³", 2), "125 MPa**3"
)
CURVATURE_RADIUS = Kind(
    "a radius of curvature", "m", Display("mm", "mm", 3), Display("inch", "in", 4), "25 mm", sizes=True
)
SPRING_RATE = Kind(
    "a spring rate", "N/m", Display("N/mm", "N/mm", 3), Display("lbf/inch", "lbf/in", 2), "12 N/mm", low=0, above=True
)
TORSION_SPRING_RATE = Kind(
    "a torsion spring rate", "N*m/rad", Display("N*mm/rad", "N·mm/rad", 2), Display("inch*lbf/rad", "in·lbf/rad", 3),
    "30 N*mm/rad", also=("N*m",), low=0, above=True,
)  # fmt: skip
TEMPERATURE = Kind(
    "a temperature", "K", Display("degC", "°C", 1), Display("degF", "°F", 1), "25 degC", low=0, absolute=True
)
CURVATURE = Kind("a curvature", "1/m", Display("1/m", "1/m", 4), Display("1/foot", "1/ft", 4), "0.5 1/m")
SLOPE = Kind("a slope", "rad", Display("mrad", "mrad", 4), None, "0.2 mrad")
VISCOUS_DAMPING = Kind("a viscous damping", "N*s/m", Display("N*s/m", "N·s/m", 1), None, "120 N*s/m", low=0)
ROTATIONAL_DAMPING = Kind(
    "a rotational damping", "N*m*s/rad", Display("N*m*s/rad", "N·m·s/rad", 2), None, "0.5 N*m*s/rad",
    also=("N*m*s",), low=0,
)  # fmt: skip
RECEPTANCE = Kind("a receptance", "m/N", Display("um/N", "µm/N", 4), Display("thou/lbf", "thou/lbf", 4), "0.05 um/N")
MOBILITY = Kind("a mobility", "m/s/N", Display("mm/s/N", "mm/(s·N)", 4), None, "0.3 mm/s/N")
ACCELERANCE = Kind("an accelerance", "m/s**2/N", Display("m/s**2/N", "m/(s²·N)", 4), None, "12 m/s**2/N")
CROSS_RECEPTANCE = Kind("a cross receptance", "1/N", Display("1/N", "1/N", 9), None, "1e-6 1/N")
ROTATIONAL_RECEPTANCE = Kind(
    "a rotational receptance", "rad/(N*m)", Display("rad/(N*m)", "rad/(N·m)", 9), None, "1e-4 rad/(N*m)",
    also=("1/(N*m)",),
)  # fmt: skip
ADDED_MASS = Kind("a mass", "kg", Display("kg", "kg", 3), Display("lb", "lb", 3), "0.06 kg", low=0)
MASS_PER_LENGTH = Kind(
    "a mass on a length", "kg/m", Display("kg/m", "kg/m", 3), Display("lb/inch", "lb/in", 4), "0.6 kg/m",
    low=0, above=True,
)  # fmt: skip
ROTARY_INERTIA = Kind(
    "a moment of inertia", "kg*m**2", Display("kg*m**2", "kg·m²", 4), Display("lb*inch**2", "lb·in²", 3),
    "0.02 kg*m**2", low=0, above=True,
)  # fmt: skip
DAMPING_COEFFICIENT = Kind(
    "a damping coefficient", "N*s/m", Display("N*s/m", "N·s/m", 1), Display("lbf*s/inch", "lbf·s/in", 3), "20 N*s/m",
    low=0, above=True,
)  # fmt: skip
POISSON_RATIO = Kind("a Poisson's ratio", "", Display("", "", 3), None, "0.3", low=0, high=0.5)
SHARE = Kind("a share", "", Display("", "", 3), None, "0.5", low=0, high=1)
AMOUNT = Kind("an amount of money", "", Display("", "", 2), None, "3.5", low=0)

KINDS: dict[str, Kind] = {name: value for name, value in globals().items() if isinstance(value, Kind)}

Share: TypeAlias = Annotated[Real, SHARE]
Amount: TypeAlias = Annotated[Real, AMOUNT]
Length: TypeAlias = Annotated[Real, LENGTH]
PositiveLength: TypeAlias = Annotated[Real, POSITIVE_LENGTH]
Diameter: TypeAlias = Annotated[Real, DIAMETER]
Offset: TypeAlias = Annotated[Real, OFFSET]
ChipThickness: TypeAlias = Annotated[Real, CHIP_THICKNESS]
SmallLength: TypeAlias = Annotated[Real, SMALL_LENGTH]
Roughness: TypeAlias = Annotated[Real, ROUGHNESS]
CuttingSpeed: TypeAlias = Annotated[Real, CUTTING_SPEED]
SpindleSpeed: TypeAlias = Annotated[Real, SPINDLE_SPEED]
FeedPerTooth: TypeAlias = Annotated[Real, FEED_PER_TOOTH]
FeedPerRev: TypeAlias = Annotated[Real, FEED_PER_REV]
FeedRate: TypeAlias = Annotated[Real, FEED_RATE]
RemovalRate: TypeAlias = Annotated[Real, REMOVAL_RATE]
Angle: TypeAlias = Annotated[Real, ANGLE]
Time: TypeAlias = Annotated[Real, TIME]
Force: TypeAlias = Annotated[Real, FORCE]
Torque: TypeAlias = Annotated[Real, TORQUE]
Power: TypeAlias = Annotated[Real, POWER]
Stress: TypeAlias = Annotated[Real, STRESS]
Modulus: TypeAlias = Annotated[Real, MODULUS]
Stiffness: TypeAlias = Annotated[Real, STIFFNESS]
RotationalStiffness: TypeAlias = Annotated[Real, ROTATIONAL_STIFFNESS]
Density: TypeAlias = Annotated[Real, DENSITY]
Ratio: TypeAlias = Annotated[Real, RATIO]
PositiveRatio: TypeAlias = Annotated[Real, POSITIVE_RATIO]
Fraction: TypeAlias = Annotated[Real, FRACTION]
Count: TypeAlias = Annotated[Real, COUNT]
Number: TypeAlias = Annotated[Real, NUMBER]
ForceComponent: TypeAlias = Annotated[Real, FORCE_COMPONENT]
TorqueComponent: TypeAlias = Annotated[Real, TORQUE_COMPONENT]
ForceCoefficient: TypeAlias = Annotated[Real, FORCE_COEFFICIENT]
EdgeCoefficient: TypeAlias = Annotated[Real, EDGE_COEFFICIENT]
Area: TypeAlias = Annotated[Real, AREA]
SignedForce: TypeAlias = Annotated[Real, SIGNED_FORCE]
StrainRate: TypeAlias = Annotated[Real, STRAIN_RATE]
GrainDensity: TypeAlias = Annotated[Real, GRAIN_DENSITY]
SpecificRemovalRate: TypeAlias = Annotated[Real, SPECIFIC_REMOVAL_RATE]
ToolLife: TypeAlias = Annotated[Real, TOOL_LIFE]
WearRate: TypeAlias = Annotated[Real, WEAR_RATE]
TemperatureRise: TypeAlias = Annotated[Real, TEMPERATURE_RISE]
Diffusivity: TypeAlias = Annotated[Real, DIFFUSIVITY]
VolumetricHeat: TypeAlias = Annotated[Real, VOLUMETRIC_HEAT]
SpecificHeat: TypeAlias = Annotated[Real, SPECIFIC_HEAT]
Conductivity: TypeAlias = Annotated[Real, CONDUCTIVITY]
ThermalExpansion: TypeAlias = Annotated[Real, THERMAL_EXPANSION]
Growth: TypeAlias = Annotated[Real, GROWTH]
Flow: TypeAlias = Annotated[Real, FLOW]
Mass: TypeAlias = Annotated[Real, MASS]
SignedStress: TypeAlias = Annotated[Real, SIGNED_STRESS]
Strain: TypeAlias = Annotated[Real, STRAIN]
LineLoad: TypeAlias = Annotated[Real, LINE_LOAD]
Moment: TypeAlias = Annotated[Real, MOMENT]
SecondMoment: TypeAlias = Annotated[Real, SECOND_MOMENT]
Volume: TypeAlias = Annotated[Real, VOLUME]
Energy: TypeAlias = Annotated[Real, ENERGY]
EnergyDensity: TypeAlias = Annotated[Real, ENERGY_DENSITY]
Cycles: TypeAlias = Annotated[Real, CYCLES]
DampingRatio: TypeAlias = Annotated[Real, DAMPING_RATIO]
ProductOfArea: TypeAlias = Annotated[Real, PRODUCT_OF_AREA]
SignedModulus: TypeAlias = Annotated[Real, SIGNED_MODULUS]
CurvatureRadius: TypeAlias = Annotated[Real, CURVATURE_RADIUS]
Frequency: TypeAlias = Annotated[Real, FREQUENCY]
SpringRate: TypeAlias = Annotated[Real, SPRING_RATE]
TorsionSpringRate: TypeAlias = Annotated[Real, TORSION_SPRING_RATE]
Temperature: TypeAlias = Annotated[Real, TEMPERATURE]
Curvature: TypeAlias = Annotated[Real, CURVATURE]
Slope: TypeAlias = Annotated[Real, SLOPE]
AddedMass: TypeAlias = Annotated[Real, ADDED_MASS]
MassPerLength: TypeAlias = Annotated[Real, MASS_PER_LENGTH]
RotaryInertia: TypeAlias = Annotated[Real, ROTARY_INERTIA]
DampingCoefficient: TypeAlias = Annotated[Real, DAMPING_COEFFICIENT]
PoissonRatio: TypeAlias = Annotated[Real, POISSON_RATIO]

"""Heat of the cut: temperature of the chip, where the heat goes, and how far it lets things grow.

Every temperature here is a difference; add the temperature of the surroundings yourself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import Requires, formula
from chipload.units.kinds import (
    Angle,
    Conductivity,
    CuttingSpeed,
    Density,
    Diffusivity,
    Flow,
    Fraction,
    Growth,
    Mass,
    PositiveLength,
    Power,
    Real,
    SpecificHeat,
    Stress,
    TemperatureRise,
    ThermalExpansion,
    Time,
    VolumetricHeat,
)

_COOK_FACTOR, _COOK_EXPONENT = 0.4, 0.333  # as printed in the source


@dataclass(frozen=True)
class HeatSplit:
    """Where the heat of the cut goes."""

    chip_heat: Power
    tool_heat: Power
    work_heat: Power


@formula(
    symbol="c_v",
    equation=r"c_v = \rho c",
    source="incropera-transients",
    example={"density": "2900 kg/m**3", "specific_heat": "1000 J/(kg*K)"},
)
def volumetric_heat_capacity(density: Density, specific_heat: SpecificHeat) -> VolumetricHeat:
    """Heat that warms a unit of volume by one kelvin.

    Parameters
    ----------
    density
        Density [g/cm³].
    specific_heat
        Specific heat [J/(kg K)].

    Returns
    -------
    Quantity
        Volumetric heat capacity [J/(cm³ K)].

    References
    ----------
    F. P. Incropera and others, Fundamentals of Heat and Mass Transfer.

    Examples
    --------
    >>> volumetric_heat_capacity("2900 kg/m**3", "1000 J/(kg*K)").m
    2.9
    """
    return density * specific_heat


@formula(
    symbol="a",
    equation=r"a = \frac{\lambda}{c_v}",
    source="incropera-transients",
    example={"thermal_conductivity": "43.6 W/(m*K)", "volumetric_heat_capacity": "3.6 J/(cm**3*K)"},
)
def thermal_diffusivity(thermal_conductivity: Conductivity, volumetric_heat_capacity: VolumetricHeat) -> Diffusivity:
    """Thermal diffusivity of a material.

    Parameters
    ----------
    thermal_conductivity
        Thermal conductivity [W/(m K)].
    volumetric_heat_capacity
        See `volumetric_heat_capacity` [J/(cm³ K)].

    Returns
    -------
    Quantity
        Thermal diffusivity [mm²/s].

    References
    ----------
    F. P. Incropera and others, Fundamentals of Heat and Mass Transfer.

    Examples
    --------
    >>> thermal_diffusivity("50 W/(m*K)", "4 J/(cm**3*K)").m
    12.5
    """
    return thermal_conductivity / volumetric_heat_capacity


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = 0.4 \frac{k_c}{c_v} (\frac{v_c h}{a})^{0.333}",
    source="S10",
    example={
        "specific_cutting_force": "1038 MPa", "cutting_speed": "100 m/min", "chip_thickness": "0.5 mm",
        "volumetric_heat_capacity": "3 J/(cm**3*K)", "thermal_diffusivity": "50 mm**2/s",
    },
)  # fmt: skip
def chip_tool_temperature_rise(
    specific_cutting_force: Stress,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_diffusivity: Diffusivity,
) -> TemperatureRise:
    """Mean rise of temperature between chip and tool, after Cook.

    Parameters
    ----------
    specific_cutting_force
        Specific cutting force, the energy that a unit of volume takes [MPa, which is J/cm³].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness
        Chip thickness before it is cut [mm, in].
    volumetric_heat_capacity, thermal_diffusivity
        Of the work [J/(cm³ K), mm²/s].

    Returns
    -------
    Quantity
        Rise above the temperature of the work [K].

    Notes
    -----
    An order of magnitude, for a continuous cut without coolant; a milling edge cools between cuts and stays below.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, on cutting temperature: 353 K for this example.

    Examples
    --------
    >>> chip_tool_temperature_rise("1038 MPa", "100 m/min", "0.5 mm", "3 J/(cm**3*K)", "50 mm**2/s").m
    353.1...
    """
    thermal_number = cutting_speed * chip_thickness / thermal_diffusivity
    return _COOK_FACTOR * specific_cutting_force / volumetric_heat_capacity * thermal_number**_COOK_EXPONENT


def _heat_into_work(
    cutting_speed: Real, chip_thickness: Real, heat_capacity: Real, conductivity: Real, shear_angle: Real
) -> Real:
    """Share of the heat of the shear plane that stays in the work."""
    thermal_number = heat_capacity * cutting_speed * chip_thickness / conductivity
    return 0.15 * np.log(27.5 / (thermal_number * np.tan(shear_angle)))


_SHEAR_ANGLE = Requires(
    ("shear_angle",),
    lambda shear_angle: (shear_angle > 0) & (shear_angle < np.pi / 2),
    "the shear angle lies between 0 and 90 degrees",
)


@formula(
    symbol=r"\Delta T",
    equation=(
        r"\Delta T = (1 - q_w) \frac{P_s}{c_v v_c h w} ,\quad "
        r"q_w = 0.15 \ln(\frac{27.5 \lambda}{c_v v_c h \tan(\phi_n)})"
    ),
    source="ghosh-mallik",
    example={
        "shear_power": "733.3 W", "cutting_speed": "2 m/s", "chip_thickness": "0.25 mm", "chip_width": "2 mm",
        "volumetric_heat_capacity": "3.6144 J/(cm**3*K)", "thermal_conductivity": "43.6 W/(m*K)",
        "shear_angle": "18.4349 deg",
    },
    requires=(
        _SHEAR_ANGLE,
        Requires(
            (
                "cutting_speed", "chip_thickness", "volumetric_heat_capacity", "thermal_conductivity", "shear_angle",
            ),
            lambda *values: (_heat_into_work(*values) >= 0) & (_heat_into_work(*values) <= 1),
            "the share of heat into the work comes out below 0 or above 1: speed and chip are outside the range of "
            "the law",
        ),
    ),
)  # fmt: skip
def shear_plane_temperature_rise(
    shear_power: Power,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_conductivity: Conductivity,
    shear_angle: Angle,
) -> TemperatureRise:
    """Rise of temperature that a chip has from the shear plane.

    Parameters
    ----------
    shear_power
        Power spent on the shear plane: all of the cutting power but `rake_face_temperature_rise`'s share [kW].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness, chip_width
        Thickness and width of the chip before it is cut [mm, in].
    volumetric_heat_capacity, thermal_conductivity
        Of the work [J/(cm³ K), W/(m K)].
    shear_angle
        Shear angle [°].

    Returns
    -------
    Quantity
        Rise above the temperature of the work [K].

    Raises
    ------
    InputError
        For a shear angle outside 0 to 90°, and where the law gives the work less than none or more than all of
        the heat.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 4.6, p. 199.

    Examples
    --------
    >>> shear_plane_temperature_rise("733.3 W", "2 m/s", "0.25 mm", "2 mm", "3.6144 J/(cm**3*K)",
    ...                              "43.6 W/(m*K)", "18.4349 deg").m
    181.9...
    """
    into_work = _heat_into_work(
        cutting_speed, chip_thickness, volumetric_heat_capacity, thermal_conductivity, shear_angle
    )
    flow = volumetric_heat_capacity * cutting_speed * chip_thickness * chip_width
    return (1 - into_work) * shear_power / flow


@formula(
    symbol=r"\Delta T",
    equation=(
        r"\Delta T = \frac{1.13 P_f}{w \sqrt{c_v v_c h \lambda (1 + \tan(\phi_n - \gamma))}}"
    ),
    source="ghosh-mallik",
    example={
        "friction_power": "400 W", "cutting_speed": "2 m/s", "chip_thickness": "0.25 mm", "chip_width": "2 mm",
        "volumetric_heat_capacity": "3.6144 J/(cm**3*K)", "thermal_conductivity": "43.6 W/(m*K)",
        "shear_angle": "18.4349 deg", "rake_angle": "5 deg",
    },
    requires=(
        _SHEAR_ANGLE,
        Requires(
            ("shear_angle", "rake_angle"),
            lambda shear_angle, rake_angle: abs(shear_angle - rake_angle + np.pi / 8) < 3 * np.pi / 8,
            "shear angle less rake must lie between -45 and 45 degrees",
        ),
    ),
)  # fmt: skip
def rake_face_temperature_rise(
    friction_power: Power,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_conductivity: Conductivity,
    shear_angle: Angle,
    rake_angle: Angle,
) -> TemperatureRise:
    """Largest rise of temperature that friction on the rake face adds.

    Parameters
    ----------
    friction_power
        Friction force on the rake face times the speed of the chip [kW].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness, chip_width
        Thickness and width of the chip before it is cut [mm, in].
    volumetric_heat_capacity, thermal_conductivity
        Of the work [J/(cm³ K), W/(m K)].
    shear_angle, rake_angle
        Shear angle and rake [°].

    Returns
    -------
    Quantity
        Rise above that of the shear plane, see `shear_plane_temperature_rise` [K].

    Raises
    ------
    InputError
        For a shear angle outside 0 to 90°, or too far from the rake.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 4.6, p. 199.

    Examples
    --------
    >>> rake_face_temperature_rise("400 W", "2 m/s", "0.25 mm", "2 mm", "3.6144 J/(cm**3*K)", "43.6 W/(m*K)",
    ...                            "18.4349 deg", "0 deg").m
    697.3...
    """
    root = np.sqrt(
        volumetric_heat_capacity * cutting_speed * chip_thickness * thermal_conductivity
        * (1 + np.tan(shear_angle - rake_angle))
    )  # fmt: skip
    return 1.13 * friction_power / (chip_width * root)


@formula(
    symbol="P_w",
    equation=r"P_w = P_c (1 - q_c - q_t) ,\quad P_{ch} = q_c P_c ,\quad P_{tl} = q_t P_c",
    source="S10",
    example={"power": "2 kW", "chip_share": 0.8, "tool_share": 0.1},
    requires=(
        Requires(
            ("chip_share", "tool_share"),
            lambda chip_share, tool_share: chip_share + tool_share <= 1,
            "chip and tool together take more than all of the heat",
        ),
    ),
)
def heat_split(power: Power, chip_share: Fraction, tool_share: Fraction) -> HeatSplit:
    """Heat into chip, tool and part.

    Parameters
    ----------
    power
        Power at the edge, all of which becomes heat [kW].
    chip_share, tool_share
        Shares of the heat that go into chip and tool; the part takes the rest.

    Returns
    -------
    HeatSplit
        Heat into chip, tool and part in a unit of time [kW].

    Raises
    ------
    InputError
        When the shares are more than the whole.

    Notes
    -----
    Quoted from general literature: chip 0.75 to 0.9, tool 0.05 to 0.1, more into the chip at high speed.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, on cutting temperature.

    Examples
    --------
    >>> round(heat_split("2 kW", 0.8, 0.1).work_heat.m, 9)
    0.2
    """
    work = (1 - chip_share - tool_share) * power
    chip, tool = (np.broadcast_to(share * power, np.shape(work))[()] for share in (chip_share, tool_share))
    return HeatSplit(chip, tool, work)


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = \frac{P_w t_c}{m_w c}",
    source="incropera-transients",
    example={
        "work_heat": "0.2 kW", "cutting_time": "60 s", "part_mass": "2 kg", "specific_heat": "896 J/(kg*K)",
    },
)  # fmt: skip
def bulk_temperature_rise(
    work_heat: Power, cutting_time: Time, part_mass: Mass, specific_heat: SpecificHeat
) -> TemperatureRise:
    """Rise of the mean temperature of a part that gives no heat away.

    Parameters
    ----------
    work_heat
        Heat into the part in a unit of time, see `heat_split` [kW].
    cutting_time
        Time in cut [s].
    part_mass
        Mass of the part [kg].
    specific_heat
        Of the part [J/(kg K)].

    Returns
    -------
    Quantity
        Rise [K]; coolant and clamping take heat away, so an upper bound of the mean.

    References
    ----------
    F. P. Incropera and others, Fundamentals of Heat and Mass Transfer, balance of energy.

    Examples
    --------
    >>> bulk_temperature_rise("0.2 kW", "60 s", "2 kg", "1000 J/(kg*K)").m
    6.0
    """
    return work_heat * cutting_time / (part_mass * specific_heat)


@formula(
    symbol=r"\Delta l",
    equation=r"\Delta l = \alpha_l l_w \Delta T",
    source="incropera-transients",
    example={"thermal_expansion": "17e-6 1/K", "part_length": "200 mm", "temperature_rise": "25 K"},
)
def thermal_growth(
    thermal_expansion: ThermalExpansion, part_length: PositiveLength, temperature_rise: TemperatureRise
) -> Growth:
    """Growth of a part that is free to grow.

    Parameters
    ----------
    thermal_expansion
        Coefficient of linear thermal expansion [µm/(m K)].
    part_length
        Length of the part [mm, in].
    temperature_rise
        Difference of its temperature to that of the measure, negative for a colder part [K].

    Returns
    -------
    Quantity
        Growth [µm].

    References
    ----------
    The example is the heat expansion calculator of Carbide-Tooling: 85 µm for a shaft of 304.

    Examples
    --------
    >>> thermal_growth("17e-6 1/K", "200 mm", "25 K").m
    85.0...
    """
    return thermal_expansion * part_length * temperature_rise


@formula(
    symbol=r"\Delta l",
    equation=r"\Delta l = \Delta l_e (1 - \exp(-\frac{t}{\tau_T}))",
    source="incropera-transients",
    example={"final_growth": "30 um", "elapsed_time": "10 min", "time_constant": "20 min"},
    requires=(
        Requires(("time_constant",), lambda time_constant: time_constant > 0, "a change takes some time"),
    ),
)  # fmt: skip
def spindle_growth(final_growth: Growth, elapsed_time: Time, time_constant: Time) -> Growth:
    """Growth of a spindle while it warms up, a lag of first order.

    Parameters
    ----------
    final_growth
        Growth once the temperature has settled, as measured [µm].
    elapsed_time
        Time since the start [min].
    time_constant
        Time in which 63 % of the growth happens, as measured [min].

    Returns
    -------
    Quantity
        Growth [µm].

    Raises
    ------
    InputError
        For a time constant of zero.

    Notes
    -----
    One heat capacity and one resistance; both figures are measured at the speed in question.  A real spindle has
    a fast part, the bearings, and a slow one, the head.

    References
    ----------
    F. P. Incropera and others, Fundamentals of Heat and Mass Transfer, lumped transients.

    Examples
    --------
    >>> spindle_growth("30 um", "20 min", "20 min").m
    18.96...
    """
    return -final_growth * np.expm1(-elapsed_time / time_constant)


@formula(
    symbol="Q_k",
    equation=r"Q_k = \frac{P_c}{\rho c \Delta T}",
    source="incropera-transients",
    example={
        "power": "5 kW", "temperature_rise": "5 K", "density": "1000 kg/m**3", "specific_heat": "4180 J/(kg*K)",
    },
    requires=(
        Requires(("temperature_rise", "power"), lambda rise, power: (rise > 0) & (power > 0),
                 "the coolant must warm up to carry heat away, and there must be heat to carry"),
    ),
)  # fmt: skip
def coolant_flow(
    power: Power, temperature_rise: TemperatureRise, density: Density, specific_heat: SpecificHeat
) -> Flow:
    """Flow of coolant that carries a power away.

    Parameters
    ----------
    power
        Power that the coolant carries [kW].
    temperature_rise
        How much the coolant may warm up [K].
    density, specific_heat
        Of the coolant [g/cm³, J/(kg K)].

    Returns
    -------
    Quantity
        Flow [L/min].

    Raises
    ------
    InputError
        For a rise of zero or less, or no power.

    References
    ----------
    F. P. Incropera and others, Fundamentals of Heat and Mass Transfer, balance of energy of a stream.

    Examples
    --------
    >>> coolant_flow("4.18 kW", "10 K", "1000 kg/m**3", "4180 J/(kg*K)").m
    6.0
    """
    return power / (density * specific_heat * temperature_rise)

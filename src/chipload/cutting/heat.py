"""Where the heat of the cut goes, and how far it lets things grow.

Every temperature here is a difference; add the temperature of the surroundings yourself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Conductivity,
    Density,
    Diffusivity,
    Flow,
    Fraction,
    Growth,
    Mass,
    PositiveLength,
    Power,
    SpecificHeat,
    TemperatureRise,
    ThermalExpansion,
    Time,
    VolumetricHeat,
)
from chipload.units.parameters import Requires


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

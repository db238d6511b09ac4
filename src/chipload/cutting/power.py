"""Power, torque and the force between them: one closes exactly on the other."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Count,
    CuttingSpeed,
    FeedPerTooth,
    FeedRate,
    Force,
    Fraction,
    Length,
    Power,
    SpindleSpeed,
    Stress,
    Torque,
)


@formula(
    symbol="P_c",
    equation=r"P_c = k_c a_p a_e v_f",
    source="sandvik-formulas",
    example={
        "specific_cutting_force": "1800 MPa", "axial_depth": "2 mm", "radial_depth": "80 mm",
        "feed_rate": "280 mm/min",
    },
)  # fmt: skip
def milling_power(
    specific_cutting_force: Stress, axial_depth: Length, radial_depth: Length, feed_rate: FeedRate
) -> Power:
    """Power at the edge in milling.

    Parameters
    ----------
    specific_cutting_force
        At the mean chip thickness [MPa].
    axial_depth
        Depth along the tool axis [mm, in].
    radial_depth
        Width across the feed [mm, in].
    feed_rate
        Feed rate [mm/min, ipm].

    Returns
    -------
    Quantity
        Power [kW], without the losses of the machine.

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Mitsubishi Materials' for face milling:
    1.68 kW at the motor with an efficiency of 0.8.

    Examples
    --------
    >>> milling_power("1800 MPa", "2 mm", "80 mm", "280 mm/min").m
    1.344
    """
    return specific_cutting_force * axial_depth * radial_depth * feed_rate


@formula(
    symbol="M_c",
    equation=r"M_c = \frac{k_c a_p a_e f_z z}{2 \pi}",
    source="iso3002",
    example={
        "specific_cutting_force": "1800 MPa", "axial_depth": "2 mm", "radial_depth": "80 mm",
        "feed_per_tooth": "0.2 mm", "teeth": 12,
    },
)  # fmt: skip
def milling_torque(
    specific_cutting_force: Stress,
    axial_depth: Length,
    radial_depth: Length,
    feed_per_tooth: FeedPerTooth,
    teeth: Count,
) -> Torque:
    """Mean torque of a milling cutter: the energy of the chips of one turn over the angle of a turn.

    Parameters
    ----------
    specific_cutting_force
        At the mean chip thickness [MPa].
    axial_depth
        Depth along the tool axis [mm, in].
    radial_depth
        Width across the feed [mm, in].
    feed_per_tooth
        Advance from tooth to tooth [mm, in].
    teeth
        Number of teeth.

    Returns
    -------
    Quantity
        Torque [N m]; at any spindle speed the power of `milling_power` is this torque times that speed.

    Notes
    -----
    A mean over a whole turn: with few teeth in cut the torque of an instant is higher, see `milling_forces`.

    References
    ----------
    ISO 3002-4: energy of a turn, k_c times the volume a_p a_e f_z z that is removed in it.

    Examples
    --------
    >>> milling_torque("1800 MPa", "2 mm", "80 mm", "0.2 mm", 12).m
    110.0079
    """
    return specific_cutting_force * axial_depth * radial_depth * feed_per_tooth * teeth / (2 * np.pi)


@formula(
    symbol="P_c",
    equation=r"P_c = F_c v_c",
    source="iso3002",
    example={"cutting_force": "1860 N", "cutting_speed": "120 m/min"},
)
def cutting_power(cutting_force: Force, cutting_speed: CuttingSpeed) -> Power:
    """Power at the edge from force and speed.

    Parameters
    ----------
    cutting_force
        Force along the cutting speed [N, lbf].
    cutting_speed
        Cutting speed [m/min, sfm].

    Returns
    -------
    Quantity
        Power [kW].

    References
    ----------
    ISO 3002-4.  The example is P. C. Sharma, A Textbook of Production Engineering, example 14.3: 567 N at 2 m/s.

    Examples
    --------
    >>> cutting_power("567 N", "2 m/s").m
    1.134
    """
    return cutting_force * cutting_speed


@formula(
    symbol="M_c",
    equation=r"M_c = \frac{P_c}{2 \pi n}",
    source="iso3002",
    example={"power": "3 kW", "spindle_speed": "9549 rpm"},
)
def spindle_torque(power: Power, spindle_speed: SpindleSpeed) -> Torque:
    """Torque that a power takes at a spindle speed.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    spindle_speed
        Turns in a unit of time [rpm].

    Returns
    -------
    Quantity
        Torque [N m].

    References
    ----------
    ISO 3002-4.

    Examples
    --------
    >>> spindle_torque("1 kW", "9549.297 rpm").m
    1.0
    """
    return power / (2 * np.pi * spindle_speed)


@formula(
    symbol="F_c",
    equation=r"F_c = \frac{P_c}{v_c}",
    source="iso3002",
    example={"power": "3 kW", "cutting_speed": "300 m/min"},
)
def tangential_force(power: Power, cutting_speed: CuttingSpeed) -> Force:
    """Mean tangential force of all teeth together, over a whole turn.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    cutting_speed
        Cutting speed [m/min, sfm].

    Returns
    -------
    Quantity
        Force [N]; for a milling cutter the force on a tooth in cut times the mean number of teeth in cut.

    References
    ----------
    ISO 3002-4.

    Examples
    --------
    >>> tangential_force("3 kW", "300 m/min").m
    600.0
    """
    return power / cutting_speed


@formula(
    symbol="P_{mot}",
    equation=r"P_{mot} = \frac{P_c}{\eta}",
    source="sandvik-formulas",
    example={"power": "1.344 kW", "efficiency": 0.8},
)
def motor_power(power: Power, efficiency: Fraction) -> Power:
    """Power the spindle motor must give for a power at the edge.

    Parameters
    ----------
    power
        Power at the edge [kW, hp].
    efficiency
        Share of the motor's power that arrives, above 0 to 1.

    Returns
    -------
    Quantity
        Motor power [kW].

    References
    ----------
    Sandvik Coromant, Milling formulas and definitions.  The example is Mitsubishi Materials' for face milling.

    Examples
    --------
    >>> motor_power("1.344 kW", 0.8).m
    1.68
    """
    return power / efficiency

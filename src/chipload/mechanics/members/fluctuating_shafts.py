"""Diameter of a solid round shaft whose bending and torsion fluctuate."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, PositiveRatio, Stress, Torque


@formula(
    symbol="d_a",
    equation=(
        r"d_a^3 = \frac{32 S}{\pi S_y} \sqrt{(M_m + M_a \frac{S_y}{S_e})^2 + "
        r"\frac{3}{4} (T_m + T_a \frac{S_y}{S_e})^2}"
    ),
    source="sadhu-design",
    example={
        "mean_moment": "375 N*m", "moment_amplitude": "125 N*m", "mean_torque": "270 N*m",
        "torque_amplitude": "130 N*m", "yield_strength": "400 MPa", "endurance_limit": "172.8 MPa",
        "safety_factor": 2.0,
    },
)  # fmt: skip
def fluctuating_shaft_diameter(
    mean_moment: Torque,
    moment_amplitude: Torque,
    mean_torque: Torque,
    torque_amplitude: Torque,
    yield_strength: Stress,
    endurance_limit: Stress,
    safety_factor: PositiveRatio,
) -> Diameter:
    """Diameter of a shaft under fluctuating bending and torsion, by Soderberg's line and the distortion energy.

    Parameters
    ----------
    mean_moment, moment_amplitude
        Mean and half the range of the bending moment [N m, in lbf].
    mean_torque, torque_amplitude
        Mean and half the range of the torque [N m, in lbf].
    yield_strength
        Of the shaft [MPa, ksi].
    endurance_limit
        Of the part in bending, with notch, surface and size in it [MPa, ksi].
    safety_factor
        Wanted.

    Returns
    -------
    Quantity
        Diameter [mm].

    Notes
    -----
    Yield and endurance in shear are taken in one ratio, 0.577 of those in tension.

    References
    ----------
    The example is S. Singh, Machine Design-I, example 6.2: 34.81 mm.

    Examples
    --------
    >>> fluctuating_shaft_diameter("375 N*m", "125 N*m", "270 N*m", "130 N*m", "400 MPa", "172.8 MPa", 2.0).m
    34.81...
    """
    ratio = yield_strength / endurance_limit
    moment, torque = mean_moment + ratio * moment_amplitude, mean_torque + ratio * torque_amplitude
    equivalent = np.sqrt(moment**2 + 0.75 * torque**2)
    return (32 * safety_factor * equivalent / (np.pi * yield_strength)) ** (1 / 3)

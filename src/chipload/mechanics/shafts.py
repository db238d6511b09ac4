"""Solid round shafts: stress under bending and torsion, and the diameter for loads that fluctuate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Moment, PositiveRatio, Stress, Torque


@dataclass(frozen=True)
class ShaftStress:
    """Bending, torsion and von Mises stress at the surface of a solid shaft."""

    bending_stress: Stress
    torsion_stress: Stress
    von_mises_stress: Stress


@formula(
    symbol=r"\sigma_v",
    equation=(
        r"\sigma_v = \sqrt{\sigma_b^2 + 3 \tau_t^2} ,\quad \sigma_b = \frac{32 M}{\pi d_a^3} ,\quad "
        r"\tau_t = \frac{16 M_c}{\pi d_a^3}"
    ),
    source="sarkar-strength",
    example={"bending_moment": "500 N*m", "torque": "400 N*m", "shaft_diameter": "40 mm"},
)
def shaft_stress(bending_moment: Moment, torque: Torque, shaft_diameter: Diameter) -> ShaftStress:
    """Nominal stresses at the surface of a solid round shaft.

    Parameters
    ----------
    bending_moment
        Bending moment; its sign plays no part [N m, in lbf].
    torque
        Torque on the shaft [N m, in lbf].
    shaft_diameter
        Diameter of the shaft [mm, in].

    Returns
    -------
    ShaftStress
        Bending, torsion and von Mises stress [MPa].

    References
    ----------
    The example is B. K. Sarkar, Strength of Materials, problem 7.14: 40.53 MPa.

    Examples
    --------
    >>> shaft_stress("0 N*m", "7957.75 N*m", "10 cm").torsion_stress.m
    40.52...
    """
    modulus = np.pi * shaft_diameter**3 / 32
    bending, torsion = np.abs(bending_moment) / modulus, torque / (2 * modulus)
    return ShaftStress(bending + 0 * torsion, torsion + 0 * bending, np.sqrt(bending**2 + 3 * torsion**2))


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

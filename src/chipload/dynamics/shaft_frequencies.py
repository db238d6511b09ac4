"""Natural frequencies of shafts with rotors, in closed form, and whirling."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics import round_second_moment
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Frequency,
    Mass,
    Modulus,
    PositiveLength,
    PositiveRatio,
    RotaryInertia,
    SmallLength,
    SpindleSpeed,
    Stress,
)
from chipload.units.parameters import Requires


@formula(
    symbol="f_n",
    equation=r"f_n = \frac{1}{2 \pi} \sqrt{\frac{3 E I L}{m a^2 b^2}} ,\quad I = \pi D^4 / 64 ,\quad L = a + b",
    source="sarkar-tm",
    example={
        "mass": "100 kg", "diameter": "60 mm", "near_length": "0.6 m", "far_length": "0.3 m",
        "youngs_modulus": "200 GPa",
    },
)  # fmt: skip
def supported_shaft_mass_frequency(
    mass: Mass, diameter: Diameter, near_length: PositiveLength, far_length: PositiveLength, youngs_modulus: Modulus
) -> Frequency:
    """Natural frequency of a mass on a light round shaft in two bearings.

    Parameters
    ----------
    mass
        On the shaft [kg].
    diameter
        Of the shaft [mm, in].
    near_length, far_length
        From the mass to the two bearings [mm, in].
    youngs_modulus
        Of the shaft [GPa].

    Returns
    -------
    Quantity
        Natural frequency of bending, which is the critical speed in turns per second [Hz].

    Notes
    -----
    Bearings that let the shaft turn freely, shaft without mass.

    References
    ----------
    B. K. Sarkar, Theory of Machines, chapter 11, illustration 2: 51.9 Hz.

    Examples
    --------
    >>> supported_shaft_mass_frequency("100 kg", "60 mm", "0.6 m", "0.3 m", "200 GPa").m
    51.9...
    """
    inertia = round_second_moment.si(diameter)
    stiffness = 3 * youngs_modulus * inertia * (near_length + far_length) / (near_length * far_length) ** 2
    return np.sqrt(stiffness / mass) / (2 * np.pi)


@dataclass(frozen=True)
class FixedShaftFrequencies:
    """Natural frequencies of a flywheel along its shaft, across it, and about it."""

    longitudinal_frequency: Frequency
    transverse_frequency: Frequency
    torsional_frequency: Frequency


@formula(
    symbol="f_n",
    equation=(
        r"f_l = \frac{1}{2 \pi} \sqrt{\frac{E A L}{m a b}} ,\quad "
        r"f_t = \frac{1}{2 \pi} \sqrt{\frac{3 E I L^3}{m a^3 b^3}} ,\quad "
        r"f_\phi = \frac{1}{2 \pi} \sqrt{\frac{G I_p L}{m k_d^2 a b}} ,\quad L = a + b"
    ),
    source="sarkar-tm",
    example={
        "mass": "450 kg", "disc_radius_of_gyration": "0.5 m", "diameter": "50 mm", "near_length": "0.9 m",
        "far_length": "0.6 m", "youngs_modulus": "200 GPa", "shear_modulus": "84 GPa",
    },
)  # fmt: skip
def fixed_shaft_frequencies(
    mass: Mass,
    disc_radius_of_gyration: PositiveLength,
    diameter: Diameter,
    near_length: PositiveLength,
    far_length: PositiveLength,
    youngs_modulus: Modulus,
    shear_modulus: Modulus,
) -> FixedShaftFrequencies:
    """Natural frequencies of a flywheel on a light round shaft fixed at both ends.

    Parameters
    ----------
    mass, disc_radius_of_gyration
        Of the flywheel, about the shaft [kg, mm].
    diameter
        Of the shaft [mm, in].
    near_length, far_length
        From the flywheel to the two ends [mm, in].
    youngs_modulus, shear_modulus
        Of the shaft [GPa].

    Returns
    -------
    FixedShaftFrequencies
        Along, across and about the shaft [Hz].

    Notes
    -----
    Shaft without mass; the tilting of the flywheel is left out of the transverse one.

    References
    ----------
    B. K. Sarkar, Theory of Machines, chapter 11, illustration 3.  T. Bevan, The Theory of Machines, chapter 15,
    example 2.

    Examples
    --------
    >>> fixed_shaft_frequencies("450 kg", "0.5 m", "50 mm", "0.9 m", "0.6 m", "200 GPa", "84 GPa").torsional_frequency.m
    5.67...
    """
    area, inertia = np.pi * diameter**2 / 4, round_second_moment.si(diameter)
    span, product = near_length + far_length, near_length * far_length
    along = youngs_modulus * area * span / product
    across = 3 * youngs_modulus * inertia * span**3 / product**3
    about = shear_modulus * 2 * inertia * span / product
    turn = 2 * np.pi
    return FixedShaftFrequencies(
        np.sqrt(along / mass) / turn,
        np.sqrt(across / mass) / turn,
        np.sqrt(about / mass) / disc_radius_of_gyration / turn,
    )


@formula(
    symbol="f_n",
    equation=(
        r"f_n = \frac{1}{2 \pi} \sqrt{\frac{G I_p}{l_e} (\frac{1}{J_1} + \frac{i^2}{J_2})} ,\quad "
        r"l_e = l_1 + i^2 l_2 (\frac{d_1}{d_2})^4 ,\quad I_p = \pi d_1^4 / 32"
    ),
    source="sarkar-tm",
    example={
        "first_inertia": "400 kg*m**2", "second_inertia": "1400 kg*m**2", "first_shaft_length": "0.18 m",
        "second_shaft_length": "0.45 m", "first_shaft_diameter": "45 mm", "second_shaft_diameter": "90 mm",
        "speed_ratio": 3, "shear_modulus": "84 GPa",
    },
)  # fmt: skip
def geared_rotors_frequency(
    first_inertia: RotaryInertia,
    second_inertia: RotaryInertia,
    first_shaft_length: PositiveLength,
    second_shaft_length: PositiveLength,
    first_shaft_diameter: Diameter,
    second_shaft_diameter: Diameter,
    speed_ratio: PositiveRatio,
    shear_modulus: Modulus,
) -> Frequency:
    """Torsional natural frequency of two rotors on two shafts with gears between them.

    Parameters
    ----------
    first_inertia, second_inertia
        Moments of inertia of the rotors about their shafts [kg m²].
    first_shaft_length, second_shaft_length
        Of the shafts from rotor to gear [mm, in].
    first_shaft_diameter, second_shaft_diameter
        Of the shafts [mm, in].
    speed_ratio
        Speed of the first shaft over that of the second.
    shear_modulus
        Of the shafts [GPa].

    Returns
    -------
    Quantity
        Natural frequency [Hz].

    Notes
    -----
    The second shaft is referred to the first: its inertia divided and its compliance multiplied by the square of the
    ratio.  Gears and shafts without inertia, no backlash.

    References
    ----------
    B. K. Sarkar, Theory of Machines, chapter 11, illustration 12: 4.2 Hz.

    Examples
    --------
    >>> geared_rotors_frequency(
    ...     "400 kg*m**2", "1400 kg*m**2", "0.18 m", "0.45 m", "45 mm", "90 mm", 3, "84 GPa").m
    4.2...
    """
    shafts = first_shaft_diameter / second_shaft_diameter
    length = first_shaft_length + speed_ratio**2 * second_shaft_length * shafts**4
    stiffness = shear_modulus * np.pi * first_shaft_diameter**4 / 32 / length
    return np.sqrt(stiffness * (1 / first_inertia + speed_ratio**2 / second_inertia)) / (2 * np.pi)


@dataclass(frozen=True)
class WhirlRange:
    """Critical speed, and the speeds between which whirling strains the shaft too far."""

    critical_speed: SpindleSpeed
    lowest_barred_speed: SpindleSpeed
    highest_barred_speed: SpindleSpeed


@formula(
    symbol="n_c",
    equation=(
        r"n_c = \frac{1}{2 \pi} \sqrt{\frac{192 E I}{m L^3}} ,\quad n_{1,2} = \frac{n_c}{\sqrt{1 \pm e_m / y}} ,\quad "
        r"y = \frac{\sigma_b L^2}{12 E D}"
    ),
    source="sarkar-tm",
    example={
        "mass": "15 kg", "mass_eccentricity": "0.3 mm", "diameter": "15 mm", "span": "1 m",
        "youngs_modulus": "200 GPa", "bending_stress": "70 MPa",
    },
    requires=(
        Requires(
            ("mass_eccentricity", "diameter", "span", "youngs_modulus", "bending_stress"),
            lambda mass_eccentricity, diameter, span, youngs_modulus, bending_stress: (
                mass_eccentricity < bending_stress * span**2 / (12 * youngs_modulus * diameter)
            ),
            "the eccentricity alone strains the shaft to the stress that is allowed at any speed above the critical "
            "one; balance the rotor, or take a stouter shaft",
        ),
    ),
)  # fmt: skip
def whirl_range(
    mass: Mass,
    mass_eccentricity: SmallLength,
    diameter: Diameter,
    span: PositiveLength,
    youngs_modulus: Modulus,
    bending_stress: Stress,
) -> WhirlRange:
    """Speeds to keep away from: a mass at the middle of a round shaft fixed at both ends.

    Parameters
    ----------
    mass
        At the middle of the shaft [kg].
    mass_eccentricity
        Distance of its centre of gravity from the axis [µm, mm].
    diameter, span
        Of the shaft [mm, in].
    youngs_modulus
        Of the shaft [GPa].
    bending_stress
        Stress that whirling may cause [MPa].

    Returns
    -------
    WhirlRange
        Critical speed and the ends of the range [rpm].

    Raises
    ------
    InputError
        When the eccentricity is as large as the deflection that the stress allows.

    Notes
    -----
    Shaft without mass and damping; y is the deflection at which the stress is reached, with the moment F L / 8 at
    the middle and the ends.

    References
    ----------
    B. K. Sarkar, Theory of Machines, chapter 11, illustration 13: 762.3, 709.6 and 829.0 rpm, rounded.

    Examples
    --------
    >>> whirl_range("15 kg", "0.3 mm", "15 mm", "1 m", "200 GPa", "70 MPa").critical_speed.m
    761.65...
    """
    inertia = round_second_moment.si(diameter)
    critical = np.sqrt(192 * youngs_modulus * inertia / (mass * span**3)) / (2 * np.pi)
    share = mass_eccentricity * 12 * youngs_modulus * diameter / (bending_stress * span**2)
    return WhirlRange(critical, critical / np.sqrt(1 + share), critical / np.sqrt(1 - share))

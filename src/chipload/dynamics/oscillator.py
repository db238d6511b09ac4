"""One mass on one spring with a damper: how fast it rings, how long, and how far a force moves it."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    DampingCoefficient,
    DampingRatio,
    Force,
    Frequency,
    Growth,
    Mass,
    PositiveRatio,
    Ratio,
    Stiffness,
    Time,
)
from chipload.units.parameters import Requires, Valid

_DAMPED = Requires(
    ("damping_ratio",),
    lambda damping_ratio: damping_ratio < 1,
    "a body with critical damping or more does not swing; give a ratio below 1",
)
_OFF_RESONANCE = Requires(
    ("frequency_ratio", "damping_ratio"),
    lambda frequency_ratio, damping_ratio: (damping_ratio > 0) | (frequency_ratio != 1),
    "without damping nothing bounds the motion at resonance; give a damping ratio above 0",
)


@formula(
    symbol="f_n",
    equation=r"f_n = \frac{1}{2 \pi} \sqrt{\frac{k_m}{m_m}}",
    source="mclean-nelson",
    example={"modal_stiffness": "1.34 N/um", "modal_mass": "0.03993 kg"},
)
def oscillator_frequency(modal_stiffness: Stiffness, modal_mass: Mass) -> Frequency:
    """Undamped natural frequency of a mass on a spring.

    Parameters
    ----------
    modal_stiffness
        Stiffness of the spring [N/µm].
    modal_mass
        Mass that moves [kg].

    Returns
    -------
    Quantity
        Natural frequency [Hz].

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, chapter 19.  The second example is their problem 19-2, a
    weight of 35 lbf on 18 lbf/in, which they give as a period of 0.45 s.

    Examples
    --------
    >>> oscillator_frequency("1.34 N/um", "0.03993 kg").m
    921.9...
    >>> 1 / oscillator_frequency("18 lbf/in", "35 lb").m
    0.445...
    """
    return np.sqrt(modal_stiffness / modal_mass) / (2 * np.pi)


@formula(
    symbol="T_n",
    equation=r"T_n = 2 \pi \sqrt{\frac{m_m}{k_m}}",
    source="mclean-nelson",
    example={"modal_stiffness": "18 lbf/in", "modal_mass": "35 lb"},
)
def oscillator_period(modal_stiffness: Stiffness, modal_mass: Mass) -> Time:
    """Time of one free swing of a mass on a spring.

    Parameters
    ----------
    modal_stiffness
        Stiffness of the spring [N/µm].
    modal_mass
        Mass that moves [kg].

    Returns
    -------
    Quantity
        Period [s].

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, problem 19-2: 0.45 s.

    Examples
    --------
    >>> oscillator_period("18 lbf/in", "35 lb").m
    0.445...
    """
    return 2 * np.pi * np.sqrt(modal_mass / modal_stiffness)


@formula(
    symbol=r"\zeta",
    equation=r"\zeta = \frac{c_d}{2 \sqrt{k_m m_m}}",
    source="mclean-nelson",
    example={"damping_coefficient": "20 N*s/m", "modal_stiffness": "1.34 N/um", "modal_mass": "0.03993 kg"},
)
def damping_ratio_of_damper(
    damping_coefficient: DampingCoefficient, modal_stiffness: Stiffness, modal_mass: Mass
) -> PositiveRatio:
    """Damping ratio that a viscous damper gives a mass on a spring; 1 is critical.

    Parameters
    ----------
    damping_coefficient
        Force over speed of the damper [N s/m].
    modal_stiffness
        Stiffness of the spring [N/µm].
    modal_mass
        Mass that moves [kg].

    Returns
    -------
    Quantity
        Damping ratio.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, problem 19-19, where 0.5 lbf s/in, 20 lbf/in and 12 lbf give
    24.0 rad/s for the damped frequency.

    Examples
    --------
    >>> damping_ratio_of_damper("0.5 lbf*s/in", "20 lbf/in", "12 lb").m
    0.317...
    """
    return damping_coefficient / (2 * np.sqrt(modal_stiffness * modal_mass))


@formula(
    symbol="f_d",
    equation=r"f_d = f_n \sqrt{1 - \zeta^2}",
    source="mclean-nelson",
    example={"natural_frequency": "922 Hz", "damping_ratio": 0.1},
    requires=(_DAMPED,),
)
def damped_frequency(natural_frequency: Frequency, damping_ratio: DampingRatio) -> Frequency:
    """Frequency at which a damped body swings freely.

    Parameters
    ----------
    natural_frequency
        Undamped [Hz].
    damping_ratio
        Share of critical damping.

    Returns
    -------
    Quantity
        Damped frequency [Hz].

    Raises
    ------
    InputError
        When the damping is critical.

    References
    ----------
    T. Bevan, The Theory of Machines, chapter 15, example 4: 4.424 Hz without and 4.398 Hz with damping.

    Examples
    --------
    >>> damped_frequency("4.424 Hz", 0.10966).m
    4.397...
    """
    return natural_frequency * np.sqrt(1 - damping_ratio**2)


@formula(
    symbol=r"\Lambda",
    equation=r"\Lambda = \frac{2 \pi \zeta}{\sqrt{1 - \zeta^2}}",
    source="mclean-nelson",
    example={"damping_ratio": 0.05},
    requires=(_DAMPED,),
)
def log_decrement(damping_ratio: DampingRatio) -> Ratio:
    """Logarithm of the ratio of two swings, one after the other; solve for the damping ratio of a measured one.

    Parameters
    ----------
    damping_ratio
        Share of critical damping.

    Returns
    -------
    Quantity
        Logarithmic decrement.

    Raises
    ------
    InputError
        When the damping is critical.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, problem 19-20: 2.095 for 0.316, with rounded intermediates.

    Examples
    --------
    >>> log_decrement(0.316).m
    2.092...
    """
    return 2 * np.pi * damping_ratio / np.sqrt(1 - damping_ratio**2)


@formula(
    symbol=r"\Lambda_t",
    equation=r"\Lambda_t = 2 \pi f_n \zeta t",
    source="mclean-nelson",
    example={"natural_frequency": "922 Hz", "damping_ratio": 0.011, "elapsed_time": "0.02 s"},
)
def amplitude_decay(natural_frequency: Frequency, damping_ratio: DampingRatio, elapsed_time: Time) -> Ratio:
    """Logarithm of the ratio by which a free vibration has fallen after a time.

    Parameters
    ----------
    natural_frequency
        Undamped [Hz].
    damping_ratio
        Share of critical damping.
    elapsed_time
        Time since the first amplitude [s].

    Returns
    -------
    Quantity
        Logarithm of first over later amplitude.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, problem 19-20: 25.4 rad/s, 0.316 and 0.261 s give 2.095.

    Examples
    --------
    >>> amplitude_decay("4.0425 Hz", 0.316, "0.261 s").m
    2.094...
    """
    return 2 * np.pi * natural_frequency * damping_ratio * elapsed_time


@formula(
    symbol="V",
    equation=r"V = \frac{1}{\sqrt{(1 - r_f^2)^2 + (2 \zeta r_f)^2}}",
    source="mclean-nelson",
    example={"frequency_ratio": 0.8, "damping_ratio": 0.05},
    requires=(_OFF_RESONANCE,),
)
def dynamic_amplification(frequency_ratio: PositiveRatio, damping_ratio: DampingRatio = 0.0) -> PositiveRatio:
    """How many times the static deflection a harmonic force moves a body.

    Parameters
    ----------
    frequency_ratio
        Frequency of the force over the natural one.
    damping_ratio
        Share of critical damping.

    Returns
    -------
    Quantity
        Amplification: 1 for a slow force, 1 over twice the damping ratio at resonance.

    Raises
    ------
    InputError
        At resonance without damping.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, chapter 19.

    Examples
    --------
    >>> dynamic_amplification(1, 0.02).m
    25.0
    """
    return 1 / np.sqrt((1 - frequency_ratio**2) ** 2 + (2 * damping_ratio * frequency_ratio) ** 2)


@formula(
    symbol="T_r",
    equation=r"T_r = \sqrt{\frac{1 + (2 \zeta r_f)^2}{(1 - r_f^2)^2 + (2 \zeta r_f)^2}}",
    source="mclean-nelson",
    example={"frequency_ratio": 3, "damping_ratio": 0.05},
    requires=(_OFF_RESONANCE,),
)
def transmissibility(frequency_ratio: PositiveRatio, damping_ratio: DampingRatio = 0.0) -> PositiveRatio:
    """Share of a vibration that a spring and damper pass on, of force to the ground or of motion from it.

    Parameters
    ----------
    frequency_ratio
        Frequency over the natural one.
    damping_ratio
        Share of critical damping.

    Returns
    -------
    Quantity
        Transmissibility: below 1 from a ratio of the root of 2 on, whatever the damping.

    Raises
    ------
    InputError
        At resonance without damping.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, chapter 19.

    Examples
    --------
    >>> transmissibility(2**0.5, 0.3).m
    1.0
    """
    damper = (2 * damping_ratio * frequency_ratio) ** 2
    return np.sqrt((1 + damper) / ((1 - frequency_ratio**2) ** 2 + damper))


@formula(
    symbol="x",
    equation=r"x = \frac{F}{k_m - m_m (2 \pi f)^2}",
    source="mclean-nelson",
    example={"force": "9 N", "modal_stiffness": "6000 N/m", "modal_mass": "5 kg", "frequency": "1 Hz"},
    requires=(
        Requires(
            ("modal_stiffness", "modal_mass", "frequency"),
            lambda modal_stiffness, modal_mass, frequency: modal_stiffness != modal_mass * (2 * np.pi * frequency) ** 2,
            "the force has the natural frequency, at which nothing but damping bounds the motion",
        ),
    ),
)
def undamped_response(force: Force, modal_stiffness: Stiffness, modal_mass: Mass, frequency: Frequency) -> Growth:
    """Amplitude of a mass on a spring under a harmonic force; negative where it swings against the force.

    Parameters
    ----------
    force
        Amplitude of the force [N, lbf].
    modal_stiffness
        Stiffness of the spring [N/µm].
    modal_mass
        Mass that moves [kg].
    frequency
        Of the force [Hz].

    Returns
    -------
    Quantity
        Amplitude [µm].

    Raises
    ------
    InputError
        At resonance.

    Notes
    -----
    Without damping; within a few widths of the resonance the true amplitude is smaller.

    References
    ----------
    W. G. McLean and E. W. Nelson, Engineering Mechanics, problem 19-24: 1.551 mm at 1 Hz.

    Examples
    --------
    >>> undamped_response("9 N", "6000 N/m", "5 kg", "1 Hz").to("mm").m
    1.551...
    """
    return force / (modal_stiffness - modal_mass * (2 * np.pi * frequency) ** 2)


@formula(
    symbol=r"\Delta f",
    equation=r"\Delta f = 2 \zeta f_n",
    source="altintas2012",
    example={"natural_frequency": "922 Hz", "damping_ratio": 0.011},
    valid=(Valid("damping_ratio", 0.0, 0.1, "fit the whole response instead"),),
)
def half_power_bandwidth(natural_frequency: Frequency, damping_ratio: DampingRatio) -> Frequency:
    """Width of a resonance at 1 over the root of 2 of its height; solve for the damping ratio of a measured one.

    Parameters
    ----------
    natural_frequency
        Undamped [Hz].
    damping_ratio
        Share of critical damping.

    Returns
    -------
    Quantity
        Width [Hz].

    Warns
    -----
    ValidityWarning
        Above a damping ratio of 0.1, where the peak is no longer even.

    References
    ----------
    Y. Altintas, Manufacturing Automation, 2nd ed., Cambridge University Press, 2012, chapter 3.

    Examples
    --------
    >>> half_power_bandwidth("922 Hz", 0.011).m
    20.28...
    """
    return 2 * damping_ratio * natural_frequency

"""One mass on one spring with a damper, left to itself: how fast it rings and how soon it is still."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    DampingCoefficient,
    DampingRatio,
    Frequency,
    Mass,
    PositiveRatio,
    Ratio,
    Stiffness,
    Time,
)
from chipload.units.parameters import Requires

_DAMPED = Requires(
    ("damping_ratio",),
    lambda damping_ratio: damping_ratio < 1,
    "a body with critical damping or more does not swing; give a ratio below 1",
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

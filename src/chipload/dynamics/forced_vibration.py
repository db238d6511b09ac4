"""One mass on one spring with a damper under a harmonic force: how far it moves and what it passes on."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import DampingRatio, Force, Frequency, Growth, Mass, PositiveRatio, Stiffness
from chipload.units.parameters import Requires, Valid

_OFF_RESONANCE = Requires(
    ("frequency_ratio", "damping_ratio"),
    lambda frequency_ratio, damping_ratio: (damping_ratio > 0) | (frequency_ratio != 1),
    "without damping nothing bounds the motion at resonance; give a damping ratio above 0",
)


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

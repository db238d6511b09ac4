"""Natural frequencies in closed form: uniform beams, a mass on a beam or shaft, geared rotors, whirling."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    AddedMass,
    Count,
    Frequency,
    Mass,
    MassPerLength,
    Modulus,
    PositiveLength,
    Real,
    SecondMoment,
    Stiffness,
)

Support = Literal["clamped-free", "free-free", "simply supported", "clamped-clamped", "clamped-supported"]

# The first roots of the frequency equations; from the sixth on their limits hold to 1e-8.
_ROOTS: dict[str, tuple[tuple[float, ...], float]] = {
    "clamped-free": (
        (1.8751040687119611, 4.6940911329741746, 7.854757438237613, 10.995540734875467, 14.137168391046471), -0.5,
    ),
    "free-free": (
        (4.730040744862704, 7.853204624095838, 10.995607838001671, 14.137165491257464, 17.278759657399481), 0.5,
    ),
    "simply supported": ((), 0.0),
    "clamped-supported": (
        (3.9266023120479188, 7.0685827456287321, 10.210176122813031, 13.351768777754093, 16.493361431346414), 0.25,
    ),
}  # fmt: skip
_ROOTS["clamped-clamped"] = _ROOTS["free-free"]


def _roots(support: str, mode_number: Real) -> Real:
    known, shift = _ROOTS[support]
    number = np.asarray(mode_number, dtype=float)
    limit = (number + shift) * np.pi
    if not known:
        return limit
    count = len(known)
    # between whole numbers too, so that a mode can be solved for
    return np.where(number <= count, np.interp(number, np.arange(1, count + 1), known), limit)


@formula(
    symbol="f_n",
    equation=r"f_n = \frac{\lambda_i^2}{2 \pi L^2} \sqrt{\frac{E I}{\mu_l}}",
    source="blevins1979",
    example={
        "youngs_modulus": "210 GPa", "second_moment": "490 mm**4", "mass_per_length": "0.6 kg/m", "span": "100 mm",
        "mode_number": 3, "support": "clamped-free",
    },
)  # fmt: skip
def uniform_beam_frequency(
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
    mass_per_length: MassPerLength,
    span: PositiveLength,
    mode_number: Count,
    support: Support,
) -> Frequency:
    r"""Natural frequency of a slender uniform beam.

    Parameters
    ----------
    youngs_modulus
        Elastic modulus [GPa].
    second_moment
        Of the section about the axis of bending [mm^4].
    mass_per_length
        Mass on a unit of length [kg/m].
    span
        Length [mm, in].
    mode_number
        1 for the lowest; of a free beam, the lowest that bends.
    support
        How the ends are held.

    Returns
    -------
    Quantity
        Natural frequency [Hz].

    Notes
    -----
    Bending alone (Euler and Bernoulli): shear and rotary inertia lower the higher modes and those of stout beams; a
    `Stack` has both.  The roots are those of the frequency equations, such as ``cos x cosh x = -1``.

    References
    ----------
    R. D. Blevins, Formulas for Natural Frequency and Mode Shape, 1979, table 8-1.

    Examples
    --------
    A steel bar of 10 mm by 200 mm:

    >>> uniform_beam_frequency("200 GPa", "490.87 mm**4", "0.61654 kg/m", "200 mm", 1, "clamped-free").m
    176.5...
    """
    root = _roots(support, mode_number)
    return (root**2 / (2 * np.pi * span**2) * np.sqrt(youngs_modulus * second_moment / mass_per_length))[()]


@formula(
    symbol="f_n",
    equation=r"f_n = \frac{1}{2 \pi} \sqrt{\frac{3 E I}{L^3 (m_t + \frac{33}{140} m_b)}}",
    source="blevins1979",
    example={"tip_mass": "0.2 kg", "youngs_modulus": "210 GPa", "second_moment": "490 mm**4", "span": "100 mm"},
)
def cantilever_mass_frequency(
    tip_mass: Mass,
    youngs_modulus: Modulus,
    second_moment: SecondMoment,
    span: PositiveLength,
    member_mass: AddedMass = 0.0,
) -> Frequency:
    """Lowest natural frequency of a cantilever with a mass at its tip.

    Parameters
    ----------
    tip_mass
        Mass at the tip [kg].
    youngs_modulus
        Elastic modulus [GPa].
    second_moment
        Of the section [mm^4].
    span
        Length [mm, in].
    member_mass
        Mass of the cantilever itself; none unless given [kg].

    Returns
    -------
    Quantity
        Natural frequency [Hz].

    Notes
    -----
    Rayleigh's method with the static shape: 33/140 of the mass of the cantilever counts, exact for none and 1.5 %
    high for nothing but it.

    References
    ----------
    R. D. Blevins, Formulas for Natural Frequency and Mode Shape, 1979.

    Examples
    --------
    >>> cantilever_mass_frequency("0.2 kg", "210 GPa", "490 mm**4", "100 mm").m
    197.7...
    """
    carried = tip_mass + 33 / 140 * member_mass
    return np.sqrt(3 * youngs_modulus * second_moment / (span**3 * carried)) / (2 * np.pi)


@formula(
    symbol="f_n",
    equation=r"f_n = \frac{1}{2 \pi} \sqrt{\frac{k}{m}}",
    source="blevins1979",
    example={"stiffness": "20 N/um", "mass": "0.5 kg"},
)
def mass_on_spring_frequency(stiffness: Stiffness, mass: Mass) -> Frequency:
    """Natural frequency of a mass on a spring.

    Parameters
    ----------
    stiffness
        Of the spring [N/µm].
    mass
        On it [kg].

    Returns
    -------
    Quantity
        Natural frequency [Hz].

    References
    ----------
    R. D. Blevins, Formulas for Natural Frequency and Mode Shape, 1979.

    Examples
    --------
    >>> mass_on_spring_frequency("20 N/um", "0.5 kg").m
    1006.5...
    """
    return np.sqrt(stiffness / mass) / (2 * np.pi)


@formula(
    symbol="f_n",
    equation=r"\frac{1}{f_n^2} = \frac{1}{f_1^2} + \frac{1}{f_2^2}",
    source="blevins1979",
    example={"first_frequency": "900 Hz", "second_frequency": "1500 Hz"},
)
def dunkerley_frequency(first_frequency: Frequency, second_frequency: Frequency) -> Frequency:
    """Lowest natural frequency from those with one mass, or one compliance, at a time (Dunkerley).

    Parameters
    ----------
    first_frequency, second_frequency
        Of the system with one part of its mass or compliance each [Hz].

    Returns
    -------
    Quantity
        Natural frequency of both together, a lower bound [Hz].

    References
    ----------
    S. Dunkerley, On the whirling and vibration of shafts, Phil. Trans. Royal Society A 185 (1894) 279-360.

    Examples
    --------
    >>> dunkerley_frequency("300 Hz", "400 Hz").m
    240.0...
    """
    return first_frequency * second_frequency / np.hypot(first_frequency, second_frequency)

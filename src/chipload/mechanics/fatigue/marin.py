"""Endurance limit of a steel part: that of a polished specimen, times the factors of Marin."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Fraction, PositiveLength, PositiveRatio, Real, Stress, Temperature
from chipload.units.parameters import Requires, Valid

MEGAPASCAL = 1e6
SURFACES: dict[str, tuple[float, float]] = {
    "ground": (1.58, -0.085),
    "machined": (4.51, -0.265),
    "hot rolled": (57.7, -0.718),
    "as forged": (272.0, -0.995),
}
"""Factor and exponent of the tensile strength in MPa, Shigley's table 6-2; cold drawn counts as machined."""

LOADINGS: dict[str, float] = {"bending": 1.0, "axial": 0.85, "torsion": 0.59}
"""Load factors of Shigley's equation 6-26; torsion's turns a limit of normal stress into one of shear stress."""

_LARGEST_SMALL = 0.051
"""Diameter in metres up to which the first of the two size laws holds."""


@formula(
    symbol="S'_e",
    equation=r"S'_e = \min(0.5 S_u ,\, 700 \mathrm{MPa})",
    source="shigley-fatigue",
    example={"tensile_strength": "690 MPa"},
    requires=(
        Requires(
            ("tensile_strength",), lambda tensile_strength: tensile_strength > 0,
            "a steel has a tensile strength above zero",
        ),
    ),
)  # fmt: skip
def specimen_endurance_limit(tensile_strength: Stress) -> Stress:
    """Estimated endurance limit of a polished steel specimen in rotating bending.

    Parameters
    ----------
    tensile_strength
        Ultimate tensile strength of the steel [MPa, ksi].

    Returns
    -------
    Stress
        Stress amplitude that it bears without end [MPa, ksi].

    Raises
    ------
    InputError
        When the strength is zero.

    Notes
    -----
    Mean of many steels, with a standard deviation of some 14 %; no estimate for cast iron, nor for aluminium and
    copper, which have no endurance limit.  A test is worth more.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, 9th ed., chapter 6;
    equation 6-70 for the scatter.

    Examples
    --------
    >>> specimen_endurance_limit("690 MPa").m
    345.0
    """
    return np.minimum(0.5 * tensile_strength, 700.0 * MEGAPASCAL)


@formula(
    symbol="k_a",
    equation=r"k_a = \min(a S_u^b ,\, 1)",
    source="shigley-fatigue",
    example={"tensile_strength": "690 MPa", "finish": "machined"},
    requires=(
        Requires(
            ("tensile_strength",), lambda tensile_strength: tensile_strength > 0,
            "a steel has a tensile strength above zero",
        ),
    ),
)  # fmt: skip
def surface_factor(
    tensile_strength: Stress, finish: Literal["ground", "machined", "hot rolled", "as forged"]
) -> PositiveRatio:
    """Factor of the surface on the endurance limit of a steel.

    Parameters
    ----------
    tensile_strength
        Ultimate tensile strength of the steel [MPa, ksi].
    finish
        How the surface was made; cold drawn counts as machined.

    Returns
    -------
    PositiveRatio
        Factor, at most 1.

    Raises
    ------
    InputError
        When the strength is zero.

    Notes
    -----
    Factor a and exponent b for the strength in MPa are 1.58 and -0.085 (ground), 4.51 and -0.265 (machined or
    cold drawn), 57.7 and -0.718 (hot rolled), 272 and -0.995 (as forged).  The data are those of Lipson and Noll
    with their scatter; later editions of the book fit them anew and differ by some per cent.  The law would pass
    1 for weak steels, where it has no data; 1 is the polished specimen.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-19 and table 6-2.

    Examples
    --------
    >>> surface_factor("690 MPa", "machined").m
    0.7978...
    """
    factor, exponent = SURFACES[finish]
    return np.minimum(factor * (tensile_strength / MEGAPASCAL) ** exponent, 1.0)


@formula(
    symbol="k_b",
    equation=r"k_b = 1.24 d_e^{-0.107} ,\quad d_e \le 51 \mathrm{mm} ;\quad k_b = 1.51 d_e^{-0.157}",
    source="shigley-fatigue",
    example={"equivalent_diameter": "32 mm"},
    valid=(Valid("equivalent_diameter", 0.00279, 0.254, "test a part of that size"),),
)
def size_factor(equivalent_diameter: Diameter) -> PositiveRatio:
    """Factor of size on the endurance limit of a round bar in rotating bending or torsion.

    Parameters
    ----------
    equivalent_diameter
        Diameter of the turning bar, or the equivalent one of another section [mm, in].

    Returns
    -------
    PositiveRatio
        Factor; 1 at 7.62 mm, the size of the specimen.

    Warns
    -----
    ValidityWarning
        Below 2.79 mm and above 254 mm.

    Notes
    -----
    The diameter is in mm in the equation.  Under axial load there is no effect of size: take 1.  The two laws do
    not quite meet at 51 mm.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-20.

    Examples
    --------
    >>> size_factor("32 mm").m, size_factor("2.5 in").m
    (0.8557..., 0.7869...)
    """
    millimetres = equivalent_diameter * 1e3
    small, large = 1.24 * millimetres**-0.107, 1.51 * millimetres**-0.157
    return np.where(equivalent_diameter <= _LARGEST_SMALL * (1 + 1e-12), small, large)[()]


@formula(
    symbol="d_e",
    equation=r"d_e = 0.370 d",
    source="shigley-fatigue",
    example={"diameter": "50 mm"},
)
def equivalent_diameter_standing(diameter: Diameter) -> Diameter:
    """Equivalent diameter of a round bar that is bent to and fro without turning.

    Parameters
    ----------
    diameter
        Of the bar [mm, in].

    Returns
    -------
    Diameter
        Diameter of the turning bar with as much metal above 95 % of the largest stress [mm, in].

    Notes
    -----
    For `size_factor`.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-9.

    Examples
    --------
    >>> equivalent_diameter_standing("50 mm").m
    18.5
    """
    return 0.370 * diameter


@formula(
    symbol="d_e",
    equation=r"d_e = 0.808 \sqrt{b h}",
    source="shigley-fatigue",
    example={"width": "20 mm", "height": "40 mm"},
)
def equivalent_diameter_rectangle(width: PositiveLength, height: PositiveLength) -> Diameter:
    """Equivalent diameter of a rectangular bar in bending.

    Parameters
    ----------
    width, height
        Of the section [mm, in].

    Returns
    -------
    Diameter
        Diameter of the turning bar with as much metal above 95 % of the largest stress [mm, in].

    Notes
    -----
    For `size_factor`.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., section 6-9.

    Examples
    --------
    >>> equivalent_diameter_rectangle("20 mm", "20 mm").m
    16.16
    """
    return 0.808 * np.sqrt(width * height)


@formula(
    symbol="k_d",
    equation=(
        r"k_d = 0.975 + 0.432 \cdot 10^{-3} \theta - 0.115 \cdot 10^{-5} \theta^2 + "
        r"0.104 \cdot 10^{-8} \theta^3 - 0.595 \cdot 10^{-12} \theta^4"
    ),
    source="shigley-fatigue",
    example={"temperature": "300 degC"},
    valid=(Valid("temperature", (70 + 459.67) * 5 / 9 - 0.15, (1000 + 459.67) * 5 / 9, "test the steel at that heat"),),
)
def temperature_factor(temperature: Temperature) -> PositiveRatio:
    """Factor of temperature on the endurance limit of a steel, where the limit at room temperature is known.

    Parameters
    ----------
    temperature
        Of the part at work [°C, °F].

    Returns
    -------
    PositiveRatio
        Factor: the tensile strength then over that at room temperature.

    Warns
    -----
    ValidityWarning
        Outside 70 °F to 1000 °F (21 °C to 538 °C).

    Notes
    -----
    The temperature is in °F in the equation, which is a fit to the mean strength of hot carbon and alloy steels.
    Creep comes on top, and a hot steel has no endurance limit.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-27.

    Examples
    --------
    >>> temperature_factor("550 degF").m
    0.98...
    """
    hot = temperature * 9 / 5 - 459.67
    return 0.975 + 0.432e-3 * hot - 0.115e-5 * hot**2 + 0.104e-8 * hot**3 - 0.595e-12 * hot**4


@formula(
    symbol="k_e",
    equation=r"k_e = 1 - 0.08 z ,\quad \Phi(z) = R",
    source="shigley-fatigue",
    example={"reliability": 0.9},
    requires=(
        Requires(
            ("reliability",), lambda reliability: reliability < 1,
            "nothing survives with certainty; give a share below 1, like 0.999",
        ),
    ),
)  # fmt: skip
def reliability_factor(reliability: Fraction) -> PositiveRatio:
    """Factor on the endurance limit for a share of parts that is to survive.

    Parameters
    ----------
    reliability
        Share of parts that survive; 0.5 is the mean.

    Returns
    -------
    PositiveRatio
        Factor.

    Raises
    ------
    InputError
        When certainty is asked for.

    Notes
    -----
    A normal scatter with a standard deviation of 8 % of the endurance limit.  The tails of a normal law beyond
    some 0.999 are hope rather than knowledge.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., table 6-5: 0.897 at 90 %, 0.814 at 99 %.

    Examples
    --------
    >>> reliability_factor(0.9).m, reliability_factor(0.99).m
    (0.8974..., 0.8138...)
    """
    from scipy.special import ndtri

    factor: Real = 1 - 0.08 * ndtri(reliability)
    return factor


@formula(
    symbol="S_e",
    equation=r"S_e = k_a k_b k_c k_d k_e k_f S'_e",
    source="shigley-fatigue",
    example={
        "specimen_endurance_limit": "345 MPa", "surface_factor": 0.798, "size_factor": 0.86, "load_factor": 0.85,
        "temperature_factor": 0.98, "reliability_factor": 0.814, "miscellaneous_factor": 0.9,
    },
)  # fmt: skip
def endurance_limit(
    specimen_endurance_limit: Stress,
    surface_factor: PositiveRatio = 1.0,
    size_factor: PositiveRatio = 1.0,
    load_factor: PositiveRatio = 1.0,
    temperature_factor: PositiveRatio = 1.0,
    reliability_factor: PositiveRatio = 1.0,
    miscellaneous_factor: PositiveRatio = 1.0,
) -> Stress:
    """Endurance limit of a part, with the factors of Marin.

    Parameters
    ----------
    specimen_endurance_limit
        Of a polished specimen in rotating bending [MPa, ksi].
    surface_factor, size_factor, load_factor, temperature_factor, reliability_factor
        Each 1 unless given; load factors are in `LOADINGS`.
    miscellaneous_factor
        All else: residual stress, corrosion, plating; or one over a fatigue notch factor, where the stress is
        not multiplied by it.

    Returns
    -------
    Stress
        Stress amplitude that the part bears without end [MPa, ksi].

    Notes
    -----
    With the load factor of torsion 0.59 the limit is one of shear stress; where stresses are combined after von
    Mises, leave that factor at 1.

    References
    ----------
    J. Marin, Mechanical Behavior of Engineering Materials, 1962.  Shigley's Mechanical Engineering Design, 9th
    ed., equation 6-18.  The example is Sadhu Singh, Machine Design I, example 4.3: 45.5 MPa with a notch of 1.688.

    Examples
    --------
    >>> endurance_limit("220 MPa", 0.82, 0.85, 0.577, 1.0, 0.868, 1 / 1.688).m
    45.49...
    """
    return (
        specimen_endurance_limit * surface_factor * size_factor * load_factor * temperature_factor
        * reliability_factor * miscellaneous_factor
    )  # fmt: skip

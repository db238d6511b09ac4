"""How much of a stress concentration counts in fatigue."""

from __future__ import annotations

from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Length, PositiveLength, PositiveRatio, Ratio, Stress
from chipload.units.parameters import Requires, Valid, ValidWhere

_KSI = 6894757.293168361
_INCH = 0.0254
_LARGEST_IN_TORSION = 200 * _KSI * (1 + 1e-9)
_CUBICS = {"bending": (0.246, -3.08e-3, 1.51e-5, -2.67e-8), "torsion": (0.190, -2.51e-3, 1.35e-5, -2.67e-8)}
"""Root of Neuber's length in inches by powers of the tensile strength in ksi."""


@formula(
    symbol="a_N",
    equation=r"\sqrt{a_N} = 0.246 - 3.08 \cdot 10^{-3} S_u + 1.51 \cdot 10^{-5} S_u^2 - 2.67 \cdot 10^{-8} S_u^3",
    source="shigley-fatigue",
    example={"tensile_strength": "690 MPa", "loading": "bending"},
    valid=(
        Valid("tensile_strength", 340e6, 1724e6, "take the notch as fully sensitive, q = 1, or test"),
        ValidWhere(
            ("tensile_strength", "loading"),
            lambda strength, loading: (strength <= _LARGEST_IN_TORSION) | (loading != "torsion"),
            "the chart for torsion, which this fits, ends at 1379 MPa (200 ksi); take the notch as fully sensitive, "
            "q = 1, or test",
        ),
    ),
)
def neuber_notch_constant(tensile_strength: Stress, loading: Literal["bending", "torsion"] = "bending") -> Length:
    """Length of Neuber for the notch sensitivity of a steel.

    Parameters
    ----------
    tensile_strength
        Ultimate tensile strength [MPa, ksi].
    loading
        Bending, which stands for axial load too, or torsion.

    Returns
    -------
    Length
        The length, about that of a few grains [mm, in].

    Warns
    -----
    ValidityWarning
        Outside 340 to 1724 MPa (50 to 250 ksi); in torsion above 1379 MPa (200 ksi), where the chart ends.

    Notes
    -----
    Strength in ksi and length in inches in the equation, which is that for bending; for torsion its numbers are
    0.190, -2.51e-3, 1.35e-5 and -2.67e-8.  A fit to the curves of Peterson for steels.  Where it falls below zero, past
    its range, the length is zero and the notch fully sensitive.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equations 6-35a and 6-35b.

    Examples
    --------
    >>> neuber_notch_constant("100 ksi").to("inch").m ** 0.5
    0.0622...
    """
    strength = tensile_strength / _KSI
    c0, c1, c2, c3 = _CUBICS[loading]
    return np.maximum(c0 + strength * (c1 + strength * (c2 + strength * c3)), 0.0) ** 2 * _INCH


@formula(
    symbol="q",
    equation=r"q = \frac{1}{1 + \sqrt{a_N / r_n}}",
    source="shigley-fatigue",
    example={"notch_radius": "3 mm", "notch_constant": "0.1 mm"},
)
def neuber_notch_sensitivity(notch_radius: PositiveLength, notch_constant: Length) -> PositiveRatio:
    """Notch sensitivity by the length of Neuber.

    Parameters
    ----------
    notch_radius
        Radius at the root of the notch [mm, in].
    notch_constant
        Of the material, see `neuber_notch_constant` [mm, in].

    Returns
    -------
    PositiveRatio
        1 where the whole stress concentration counts, near 0 where none of it does.

    Notes
    -----
    For notches of radii that machining leaves; for a crack use fracture mechanics.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-33.

    Examples
    --------
    >>> neuber_notch_sensitivity("4 mm", "1 mm").m
    0.66666...
    """
    return 1 / (1 + np.sqrt(notch_constant / notch_radius))


@formula(
    symbol="q",
    equation=r"q = \frac{1}{1 + a_P / r_n}",
    source="peterson1959",
    example={"notch_radius": "3 mm", "notch_length": "0.2 mm"},
)
def peterson_notch_sensitivity(notch_radius: PositiveLength, notch_length: Length) -> PositiveRatio:
    """Notch sensitivity by the length of Peterson.

    Parameters
    ----------
    notch_radius
        Radius at the root of the notch [mm, in].
    notch_length
        Of the material, from tests [mm, in].

    Returns
    -------
    PositiveRatio
        1 where the whole stress concentration counts, near 0 where none of it does.

    Notes
    -----
    Not the length of Neuber: the two laws fit the same tests with lengths of their own.

    References
    ----------
    R. E. Peterson, Notch-sensitivity, in G. Sines and J. L. Waisman, Metal Fatigue, McGraw-Hill, 1959.

    Examples
    --------
    >>> peterson_notch_sensitivity("4 mm", "1 mm").m
    0.8
    """
    return 1 / (1 + notch_length / notch_radius)


@formula(
    symbol="K_f",
    equation=r"K_f = 1 + q (K_t - 1)",
    source="shigley-fatigue",
    example={"stress_concentration": 1.8, "notch_sensitivity": 0.86},
    requires=(
        Requires(
            ("stress_concentration",), lambda factor: factor >= 1,
            "a notch raises the stress; the factor is 1 or more",
        ),
        Requires(
            ("notch_sensitivity",), lambda q: (q >= 0) & (q <= 1),
            "no more counts than there is; a notch sensitivity is from 0 to 1",
        ),
    ),
)  # fmt: skip
def fatigue_notch_factor(stress_concentration: PositiveRatio, notch_sensitivity: Ratio) -> PositiveRatio:
    """Fatigue notch factor, by which a notch lowers the endurance limit.

    Parameters
    ----------
    stress_concentration
        Theoretical stress concentration factor, of normal or of shear stress.
    notch_sensitivity
        From 0 to 1.

    Returns
    -------
    PositiveRatio
        Factor for the nominal stress, or for the endurance limit to be divided by: not both.

    Raises
    ------
    InputError
        When the factor is below 1 or the sensitivity not from 0 to 1.

    Notes
    -----
    For long lives; towards a thousand cycles a ductile metal feels the notch less.

    References
    ----------
    Shigley's Mechanical Engineering Design, 9th ed., equation 6-32.  The example is Sadhu Singh, Machine Design
    I, example 4.3.

    Examples
    --------
    >>> fatigue_notch_factor(1.8, 0.86).m
    1.688
    """
    return 1 + notch_sensitivity * (stress_concentration - 1)

"""From one measure of roughness to another: heights, mean deviations, grades, and profiles given as ordinates.

A conversion is exact for a profile of known shape.  For a measured surface of unknown shape there is none, only
a band.  Roughness in µin is read and given like any other unit: ``"63 uin"`` and ``.to("microinch")``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import Count, PositiveRatio, Roughness
from chipload.units.parameters import Requires

RA_OF_PARABOLAS = 8 / (18 * np.sqrt(3))
"""Mean deviation over height of a row of parabolas."""

_RA_SHARE = {"triangle": 1 / 4, "cusp": RA_OF_PARABOLAS, "sine": 1 / np.pi}
_RQ_SHARE = {"triangle": 1 / (2 * np.sqrt(3)), "cusp": 2 / (3 * np.sqrt(5)), "sine": 1 / (2 * np.sqrt(2))}
_GRADES = np.array([0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.3, 12.5, 25.0, 50.0]) * 1e-6
_ROUNDING = 1.02
"""Grades are rounded in µm and in µin: 32 µin are 0.813 µm and grade N6 of 0.8 µm all the same."""


@dataclass(frozen=True)
class RoughnessBand:
    """Lowest and highest Rz to expect of a surface whose Ra is known."""

    lowest_rz: Roughness
    highest_rz: Roughness


@formula(
    symbol="R_a",
    equation=r"R_a = \frac{8}{18 \sqrt{3}} R_z",
    source="brammertz1961",
    example={"roughness_rz": "6.25 um"},
)
def cusp_ra(roughness_rz: Roughness) -> Roughness:
    """Arithmetic mean roughness of a row of equal cusps.

    Parameters
    ----------
    roughness_rz
        Height of the cusps [µm, µin].

    Returns
    -------
    Quantity
        Ra [µm], 0.2566 of the height.

    Notes
    -----
    Exact for parabolas, and so for arcs whose spacing is small against their radius.  A measured surface has no
    such fixed ratio.

    References
    ----------
    P. H. Brammertz, Industrie-Anzeiger 83 (1961).

    Examples
    --------
    >>> cusp_ra("6.25 um").m
    1.603...
    """
    return RA_OF_PARABOLAS * roughness_rz


@formula(
    symbol="R_a",
    equation=r"R_a = k R_z ,\quad k = \frac{1}{4}, \frac{4}{9 \sqrt{3}}, \frac{1}{\pi}",
    source="qu2003",
    example={"roughness_rz": "6.3 um", "shape": "triangle"},
)
def ideal_ra(roughness_rz: Roughness, *, shape: Literal["triangle", "cusp", "sine"]) -> Roughness:
    """Arithmetic mean roughness of a regular profile of known shape.

    Parameters
    ----------
    roughness_rz
        Height of the profile [µm, µin].
    shape
        "triangle" for straight edges, "cusp" for arcs whose spacing is small against their radius, "sine".

    Returns
    -------
    Quantity
        Ra [µm]: 0.25, 0.2566 or 0.3183 of the height.

    References
    ----------
    J. Qu and A. J. Shih, Machining Science and Technology 7 (2003), 281-294, for arcs; the others are integrals.

    Examples
    --------
    >>> ideal_ra("6.3 um", shape="sine").m
    2.005...
    """
    return _RA_SHARE[shape] * roughness_rz


@formula(
    symbol="R_q",
    equation=r"R_q = k R_z ,\quad k = \frac{1}{2 \sqrt{3}}, \frac{2}{3 \sqrt{5}}, \frac{1}{2 \sqrt{2}}",
    source="qu2003",
    example={"roughness_rz": "6.3 um", "shape": "triangle"},
)
def ideal_rq(roughness_rz: Roughness, *, shape: Literal["triangle", "cusp", "sine"]) -> Roughness:
    """Root mean square roughness of a regular profile of known shape.

    Parameters
    ----------
    roughness_rz
        Height of the profile [µm, µin].
    shape
        "triangle" for straight edges, "cusp" for arcs whose spacing is small against their radius, "sine".

    Returns
    -------
    Quantity
        Rq, also called RMS [µm]: 0.2887, 0.2981 or 0.3536 of the height.

    References
    ----------
    J. Qu and A. J. Shih, Machining Science and Technology 7 (2003), 281-294, for arcs; the others are integrals.

    Examples
    --------
    >>> ideal_rq("6.3 um", shape="cusp").m
    1.878...
    """
    return _RQ_SHARE[shape] * roughness_rz


@formula(
    symbol="R_z",
    equation=r"R_z = k_1 R_a \dots k_2 R_a",
    source="cuttingtoolsai-finish",
    example={"roughness_ra": "1.6 um", "lowest_ratio": 4, "highest_ratio": 7},
    requires=(
        Requires(
            ("lowest_ratio", "highest_ratio"),
            lambda lowest_ratio, highest_ratio: lowest_ratio <= highest_ratio,
            "the lowest ratio is above the highest",
        ),
    ),
)
def rz_band(roughness_ra: Roughness, lowest_ratio: PositiveRatio, highest_ratio: PositiveRatio) -> RoughnessBand:
    """Band of Rz to expect of a measured surface of which only Ra is known.

    Parameters
    ----------
    roughness_ra
        Arithmetic mean roughness [µm, µin].
    lowest_ratio, highest_ratio
        Rz over Ra of surfaces made in the same way; 4 to 7 is a usual rule for machined profiles.

    Returns
    -------
    RoughnessBand
        Lowest and highest Rz [µm].

    Raises
    ------
    InputError
        When the lowest ratio is above the highest.

    Notes
    -----
    A rule of the trade, no law: where the drawing calls for Rz, measure Rz.  The ratios are arguments because
    they differ from shop to shop.  An ideal turned profile has 3.9; of 204 means measured on slender turned bars
    of 12L14, 90 % lie between 3.7 and 6.3, the median at 4.9.

    References
    ----------
    cuttingtoolsai.eu, Surface finish: Rz about 4 to 7 times Ra for typical machined profiles.  M. Costa Pereira et
    al., AISI 12L14 data set, for the measured means.

    Examples
    --------
    >>> rz_band("1.6 um", 4, 7).highest_rz.m
    11.2
    """
    both = np.broadcast_arrays(lowest_ratio * roughness_ra, highest_ratio * roughness_ra)
    return RoughnessBand(*(np.array(end)[()] for end in both))


@formula(
    symbol="R_a",
    equation=r"R_a = 0.025 \cdot 2^{N - 1} \text{ µm, rounded}",
    source="iso1302-copy",
    example={"roughness_grade": 7},
    requires=(
        Requires(
            ("roughness_grade",),
            lambda roughness_grade: (roughness_grade >= 1) & (roughness_grade <= 12),
            "the grades are N1 to N12",
        ),
    ),
)
def grade_ra(roughness_grade: Count) -> Roughness:
    """Highest Ra of a roughness grade N1 to N12.

    Parameters
    ----------
    roughness_grade
        Number of the grade, 7 for N7.

    Returns
    -------
    Quantity
        Ra [µm], rounded as the standard has it: 6.3, 12.5, 25 and 50 from N9 on.

    Raises
    ------
    InputError
        When the grade is not from 1 to 12.

    Notes
    -----
    Grades stand on older drawings only; today's give the value.

    References
    ----------
    ISO 1302:1992, table of roughness grades, in a public copy.

    Examples
    --------
    >>> grade_ra(9).m
    6.3
    >>> round(grade_ra(7).to("microinch").m)
    63
    """
    return np.asarray(np.exp(np.interp(roughness_grade, np.arange(1, 13), np.log(_GRADES))), dtype=float)[()]


@formula(
    symbol="N",
    equation=r"N = \min(i) \text{ with } R_a \le R_{a,i}",
    source="iso1302-copy",
    example={"roughness_ra": "1.2 um"},
    requires=(
        Requires(
            ("roughness_ra",),
            lambda roughness_ra: roughness_ra <= _GRADES[-1] * _ROUNDING,
            "the roughness is above that of the coarsest grade, N12",
        ),
    ),
)
def roughness_grade(roughness_ra: Roughness) -> Count:
    """Finest roughness grade N1 to N12 that a surface meets.

    Parameters
    ----------
    roughness_ra
        Arithmetic mean roughness [µm, µin].

    Returns
    -------
    Quantity
        Number of the grade, 7 for N7.

    Raises
    ------
    InputError
        When the roughness is above that of N12.

    Notes
    -----
    A grade is met up to 2 % above its value, so that the round figures in µm and in µin belong to the same one.

    References
    ----------
    ISO 1302:1992, table of roughness grades, in a public copy.

    Examples
    --------
    >>> roughness_grade("1.2 um").m, roughness_grade("63 uin").m
    (7.0, 7.0)
    """
    return np.asarray(1 + np.searchsorted(_GRADES * _ROUNDING, roughness_ra), dtype=float)[()]


def ordinates_ra(ordinates: Any) -> Any:
    """Arithmetic mean roughness of a profile given by its ordinates.

    Parameters
    ----------
    ordinates
        Evenly spaced heights from the mean line, an array or a quantity that holds one; the last axis runs along
        the profile.

    Returns
    -------
    float, array or quantity
        Ra, in the unit of the ordinates.

    Notes
    -----
    Heights from another line are first set on their mean line: ``heights - heights.mean()``.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, Example 11.2, p. 436.

    Examples
    --------
    >>> heights = np.array([0.15, 0.25, 0.35, 0.25, 0.3, 0.15, 0.1, 0.3, 0.35, 0.1])
    >>> round(float(ordinates_ra(heights)), 3)
    0.23
    """
    return np.mean(np.abs(ordinates), axis=-1)


def ordinates_rq(ordinates: Any) -> Any:
    """Root mean square roughness of a profile given by its ordinates.

    Parameters
    ----------
    ordinates
        Evenly spaced heights from the mean line, an array or a quantity that holds one; the last axis runs along
        the profile.

    Returns
    -------
    float, array or quantity
        Rq, in the unit of the ordinates.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, Example 11.2, p. 436.

    Examples
    --------
    >>> heights = np.array([0.15, 0.25, 0.35, 0.25, 0.3, 0.15, 0.1, 0.3, 0.35, 0.1])
    >>> round(float(ordinates_rq(heights)), 3)
    0.248
    """
    return np.sqrt(np.mean(np.square(ordinates), axis=-1))

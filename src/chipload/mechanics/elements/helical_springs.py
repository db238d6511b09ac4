"""Helical compression and extension springs of round wire: rate, stress, coils, buckling, surge and energy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Force,
    Length,
    Modulus,
    PositiveLength,
    PositiveRatio,
    Real,
    SpringRate,
    Stress,
)
from chipload.units.parameters import Requires, Valid, ValidWhere


@dataclass(frozen=True)
class CoilCount:
    """All the coils of a spring, its length when they touch, and its pitch."""

    total_coils: PositiveRatio
    solid_length: Length
    coil_pitch: Length


_INDEX = Valid("spring_index", 4.0, 12.0, "such a spring is hard to wind below and floppy above; choose another wire")
INDEX_WHERE = ValidWhere(
    ("coil_diameter", "spring_wire_diameter"),
    lambda coil, wire: (coil >= 4 * wire * (1 - 1e-12)) & (coil <= 12 * wire * (1 + 1e-12)),
    "the spring index is outside 4 to 12, hard to wind below and floppy above; choose another wire",
)
COIL_HOLDS_WIRE = Requires(
    ("coil_diameter", "spring_wire_diameter"),
    lambda coil, wire: coil > wire,
    "the coil must be larger than its wire",
)


@formula(
    symbol="K_w",
    equation=r"K_w = \frac{4 C - 1}{4 C - 4} + \frac{0.615}{C}",
    source="shigley-springs",
    example={"spring_index": 6.0},
    valid=(_INDEX,),
    requires=(Requires(("spring_index",), lambda index: index > 1, "the index of a spring is above 1"),),
)
def wahl_factor(spring_index: PositiveRatio) -> PositiveRatio:
    """Stress factor of a helical spring for curvature and direct shear, after Wahl.

    Parameters
    ----------
    spring_index
        Mean diameter of the coils over that of the wire.

    Returns
    -------
    Quantity
        Factor on the torsion stress of a straight wire.

    Raises
    ------
    InputError
        When the index is not above 1.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-2.  The example is U. C.
    Jindal, Machine Design, example 8-1.

    Examples
    --------
    >>> wahl_factor(6.0).m
    1.2525
    """
    return (4 * spring_index - 1) / (4 * spring_index - 4) + 0.615 / spring_index


@formula(
    symbol="K_B",
    equation=r"K_B = \frac{4 C + 2}{4 C - 3}",
    source="shigley-springs",
    example={"spring_index": 6.0},
    valid=(_INDEX,),
    requires=(Requires(("spring_index",), lambda index: index > 1, "the index of a spring is above 1"),),
)
def bergstrasser_factor(spring_index: PositiveRatio) -> PositiveRatio:
    """Stress factor of a helical spring for curvature and direct shear, after Bergsträsser.

    Parameters
    ----------
    spring_index
        Mean diameter of the coils over that of the wire.

    Returns
    -------
    Quantity
        Factor on the torsion stress of a straight wire, within 1 % of Wahl's.

    Raises
    ------
    InputError
        When the index is not above 1.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, equation 10-5.

    Examples
    --------
    >>> bergstrasser_factor(6.0).m
    1.238...
    """
    return (4 * spring_index + 2) / (4 * spring_index - 3)


@formula(
    symbol="k_s",
    equation=r"k_s = \frac{G d_w^4}{8 D_w^3 N_a}",
    source="shigley-springs",
    example={
        "spring_wire_diameter": "5 mm", "coil_diameter": "30 mm", "active_coils": 15.0, "shear_modulus": "84 GPa",
    },
    valid=(INDEX_WHERE,),
    requires=(COIL_HOLDS_WIRE,),
)  # fmt: skip
def helical_spring_rate(
    spring_wire_diameter: Diameter, coil_diameter: Diameter, active_coils: PositiveRatio, shear_modulus: Modulus
) -> SpringRate:
    """Rate of a helical compression or extension spring.

    Parameters
    ----------
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    active_coils
        Coils that take part.
    shear_modulus
        Of the wire [GPa].

    Returns
    -------
    Quantity
        Force over deflection [N/mm].

    Raises
    ------
    InputError
        When the coil is not larger than the wire.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 10-3.  The example is U. C.
    Jindal, Machine Design, example 8-1: 16.2 N/mm.

    Examples
    --------
    >>> helical_spring_rate("5 mm", "30 mm", 15.0, "84 GPa").m
    16.203...
    """
    return shear_modulus * spring_wire_diameter**4 / (8 * coil_diameter**3 * active_coils)


Correction = Literal["wahl", "bergstrasser", "shear"]


@formula(
    symbol=r"\tau_w",
    equation=r"\tau_w = K \frac{8 F D_w}{\pi d_w^3}",
    source="shigley-springs",
    example={
        "force": "140 N", "spring_wire_diameter": "3 mm", "coil_diameter": "18 mm", "correction": "wahl",
    },
    valid=(INDEX_WHERE,),
    requires=(COIL_HOLDS_WIRE,),
)  # fmt: skip
def helical_spring_stress(
    force: Force, spring_wire_diameter: Diameter, coil_diameter: Diameter, correction: Correction
) -> Stress:
    """Largest shear stress in the wire of a helical spring.

    Parameters
    ----------
    force
        Force on the spring [N, lbf].
    spring_wire_diameter
        Diameter of the wire [mm, in].
    coil_diameter
        Mean diameter of the coils [mm, in].
    correction
        "wahl" or "bergstrasser" for curvature and direct shear, as under changing load; "shear" for direct shear
        alone, 1 + d/(2 D), as under a steady load.

    Returns
    -------
    Quantity
        Shear stress on the inside of the coil [MPa].

    Raises
    ------
    InputError
        When the coil is not larger than the wire.

    Warns
    -----
    ValidityWarning
        When the index is outside 4 to 12.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, sections 10-1 and 10-2.

    Examples
    --------
    >>> helical_spring_stress("140 N", "3 mm", "18 mm", "wahl").m
    297.6...
    """
    index = coil_diameter / spring_wire_diameter
    factor = {"wahl": wahl_factor.si, "bergstrasser": bergstrasser_factor.si, "shear": _shear_factor}[correction](index)
    return factor * 8 * force * coil_diameter / (np.pi * spring_wire_diameter**3)


def _shear_factor(spring_index: Real) -> Real:
    return 1 + 0.5 / spring_index


CoilEnds = Literal["plain", "plain ground", "squared", "squared ground"]
_ADDED: dict[str, tuple[float, float, float, float]] = {
    # coils added, wires added to their stack in the solid length, wires off the free length, coils for the pitch
    "plain": (0.0, 1.0, 1.0, 0.0),
    "plain ground": (1.0, 0.0, 0.0, 1.0),
    "squared": (2.0, 1.0, 3.0, 0.0),
    "squared ground": (2.0, 0.0, 2.0, 0.0),
}


@formula(
    symbol="N_t",
    equation=(
        r"N_t = N_a + c_1 ,\quad l_s = d_w (N_t + c_2) ,\quad p_w = \frac{l_0 - c_3 d_w}{N_a + c_4}"
    ),
    source="shigley-springs",
    example={
        "active_coils": 8.0, "spring_wire_diameter": "7 mm", "free_length": "110 mm", "coil_ends": "squared ground",
    },
    requires=(
        Requires(
            ("free_length", "active_coils", "spring_wire_diameter", "coil_ends"),
            lambda length, coils, wire, ends: length > wire * (coils + sum(_ADDED[ends][:2])),
            "the spring is shorter than its coils laid together; give a longer free length",
        ),
    ),
)  # fmt: skip
def spring_coils(
    active_coils: PositiveRatio, spring_wire_diameter: Diameter, free_length: PositiveLength, coil_ends: CoilEnds
) -> CoilCount:
    """Total coils, solid length and pitch of a compression spring for its kind of ends.

    Parameters
    ----------
    active_coils
        Coils that take part.
    spring_wire_diameter
        Diameter of the wire [mm, in].
    free_length
        Length of the spring without load [mm, in].
    coil_ends
        "plain", "plain ground", "squared" (closed) or "squared ground".

    Returns
    -------
    CoilCount
        Total coils, length when all coils touch and pitch [mm].

    Raises
    ------
    InputError
        When the spring is shorter than its coils.

    Notes
    -----
    The numbers c₁ to c₄ are 0, 1, 1, 0 for plain, 1, 0, 0, 1 for plain ground, 2, 1, 3, 0 for squared and 2, 0, 2, 0
    for squared ground ends.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, table 10-1.

    Examples
    --------
    >>> found = spring_coils(8.0, "7 mm", "110 mm", "squared ground")
    >>> found.total_coils.m, found.solid_length.m
    (10.0, 70.0...)
    """
    coils, wires, off, more = _ADDED[coil_ends]
    total = active_coils + coils + 0 * free_length * spring_wire_diameter
    pitch = (free_length - off * spring_wire_diameter) / (active_coils + more)
    return CoilCount(total, spring_wire_diameter * (total + wires), pitch)

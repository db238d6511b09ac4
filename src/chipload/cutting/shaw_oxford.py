"""Thrust and torque of twist drills after Shaw and Oxford, with the chisel edge.

The laws are dimensional: the handbook tabulates the work material factor for inches and pounds.  Read as a
pressure, with the inch as reference length, it holds in any units.
"""

from __future__ import annotations

from dataclasses import dataclass

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    FeedPerRev,
    Force,
    Fraction,
    PositiveRatio,
    Ratio,
    Stress,
    Torque,
)
from chipload.units.parameters import Valid

_INCH = 0.0254  # reference length of the tabulated factor


@dataclass(frozen=True)
class ChiselCoefficients:
    """What the chisel edge does to torque (A) and thrust (B and J)."""

    torque_coefficient: PositiveRatio
    thrust_coefficient: PositiveRatio
    web_coefficient: Ratio


@formula(
    symbol=r"B",
    equation=(
        r"A = \frac{1 - c^2}{(1 + c)^{0.2}} + 3.2 c^{1.8} ,\quad "
        r"B = \frac{1 - c}{(1 + c)^{0.2}} + 2.2 c^{0.8} ,\quad J = c^2"
    ),
    source="shaw1957",
    example={"chisel_ratio": 0.18},
    valid=(Valid("chisel_ratio", 0.03, 0.40, "measure the thrust instead"),),
)
def chisel_coefficients(chisel_ratio: Fraction) -> ChiselCoefficients:
    """Coefficients of the chisel edge for torque, thrust and the thrust of the web.

    Parameters
    ----------
    chisel_ratio
        Length of the chisel edge over the diameter: 0.18 for a standard point, 0.03 for a split one.

    Returns
    -------
    ChiselCoefficients
        A for the torque, B and J for the thrust.

    Warns
    -----
    ValidityWarning
        Outside 0.03 to 0.40, the range of the printed table.

    Notes
    -----
    The printed table agrees within 0.9 % for A and B; its J is rounded, and 0.030 for a ratio of 0.18 where the
    square is 0.0324.

    References
    ----------
    M. C. Shaw and C. J. Oxford, On the drilling of metals II, Trans. ASME 79 (1957) 139-148; Machinery's Handbook,
    31st ed., estimating drilling thrust, torque and power, prints A 1.085, B 1.355 and J 0.030 for 0.18.

    Examples
    --------
    >>> found = chisel_coefficients(0.18)
    >>> found.torque_coefficient.m, found.thrust_coefficient.m
    (1.082..., 1.351...)
    """
    shape = (1 + chisel_ratio) ** 0.2
    return ChiselCoefficients(
        (1 - chisel_ratio**2) / shape + 3.2 * chisel_ratio**1.8,
        (1 - chisel_ratio) / shape + 2.2 * chisel_ratio**0.8,
        chisel_ratio**2,
    )


@formula(
    symbol=r"F_f",
    equation=(r"F_f = K_d K_w (2 B f_n^{0.8} D^{0.8} l_0^{0.4} + J D^2) ,\quad " r"l_0 = 25.4 mm"),
    source="shaw1957",
    example={
        "work_material_factor": "24000 psi",
        "feed_per_rev": "0.008 in/rev",
        "diameter": "0.875 in",
        "thrust_coefficient": 1.355,
        "web_coefficient": 0.03,
        "wear_factor": 1.3,
    },
)
def shaw_oxford_thrust(
    work_material_factor: Stress,
    feed_per_rev: FeedPerRev,
    diameter: Diameter,
    thrust_coefficient: PositiveRatio,
    web_coefficient: Ratio,
    wear_factor: PositiveRatio,
) -> Force:
    """Thrust of a twist drill, after Shaw and Oxford.

    Parameters
    ----------
    work_material_factor
        Factor of the work material as tabulated for inches, taken as a pressure [psi, MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter of the tool [mm, in].
    thrust_coefficient
        Coefficient B of the chisel edge, see `chisel_coefficients`.
    web_coefficient
        Coefficient J of the chisel edge.
    wear_factor
        1 for a sharp drill, 1.30 for one to be sharpened.

    Returns
    -------
    Quantity
        Force along the axis [N].

    Notes
    -----
    High-speed steel drills, in holes up to about three diameters deep.

    References
    ----------
    M. C. Shaw and C. J. Oxford, On the drilling of metals II, Trans. ASME 79 (1957) 139-148; Machinery's Handbook,
    31st ed., estimating drilling thrust, torque and power. Its example, a worn 7/8 in drill in steel of 200 HB:
    2313 lbf.

    Examples
    --------
    >>> shaw_oxford_thrust("24000 psi", "0.008 in/rev", "0.875 in", 1.355, 0.030, 1.30).to("lbf").m
    231...
    """
    edges = 2 * thrust_coefficient * feed_per_rev**0.8 * diameter**0.8 * _INCH**0.4
    return work_material_factor * wear_factor * (edges + web_coefficient * diameter**2)


@formula(
    symbol=r"M_c",
    equation=r"M_c = K_d K_w A f_n^{0.8} D^{1.8} l_0^{0.4} ,\quad l_0 = 25.4 mm",
    source="shaw1957",
    example={
        "work_material_factor": "24000 psi",
        "feed_per_rev": "0.008 in/rev",
        "diameter": "0.875 in",
        "torque_coefficient": 1.085,
        "wear_factor": 1.3,
    },
)
def shaw_oxford_torque(
    work_material_factor: Stress,
    feed_per_rev: FeedPerRev,
    diameter: Diameter,
    torque_coefficient: PositiveRatio,
    wear_factor: PositiveRatio,
) -> Torque:
    """Torque of a twist drill, after Shaw and Oxford.

    Parameters
    ----------
    work_material_factor
        Factor of the work material as tabulated for inches, taken as a pressure [psi, MPa].
    feed_per_rev
        Advance in one turn [mm/rev, mm, ipr].
    diameter
        Diameter of the tool [mm, in].
    torque_coefficient
        Coefficient A of the chisel edge, see `chisel_coefficients`.
    wear_factor
        1 for a sharp drill, 1.30 for one to be sharpened.

    Returns
    -------
    Quantity
        Torque [N m].

    Notes
    -----
    High-speed steel drills, in holes up to about three diameters deep.

    References
    ----------
    M. C. Shaw and C. J. Oxford, On the drilling of metals II, Trans. ASME 79 (1957) 139-148; Machinery's Handbook,
    31st ed., estimating drilling thrust, torque and power. Its example, a worn 7/8 in drill in steel of 200 HB: 559
    in lbf.

    Examples
    --------
    >>> shaw_oxford_torque("24000 psi", "0.008 in/rev", "0.875 in", 1.085, 1.30).to("lbf*inch").m
    55...
    """
    return work_material_factor * wear_factor * torque_coefficient * feed_per_rev**0.8 * diameter**1.8 * _INCH**0.4

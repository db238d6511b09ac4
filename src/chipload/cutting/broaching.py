"""Broaching: pitch of the teeth, teeth in the cut, force."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    ChipThickness,
    Count,
    Force,
    Length,
    PositiveLength,
    PositiveRatio,
    Ratio,
    Stress,
)


@formula(
    symbol=r"p_b",
    equation=r"p_b = k_p \sqrt{l \cdot 1 mm}",
    source="sharma-pe",
    example={"length": "35 mm", "pitch_factor": 1.75},
)
def broach_tooth_pitch(length: Length, pitch_factor: PositiveRatio) -> Length:
    """Distance from tooth to tooth that gives a broach room for its chips.

    Parameters
    ----------
    length
        Length of the surface broached [mm, in].
    pitch_factor
        Factor, about 1.75 with lengths in millimetres.

    Returns
    -------
    Quantity
        Pitch of the teeth [mm].

    Notes
    -----
    A rule of design; at least two teeth should be in the cut.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, example 15.3: 10.35 mm.

    Examples
    --------
    >>> broach_tooth_pitch("35 mm", 1.75).m
    10.353...
    """
    return pitch_factor * np.sqrt(length * 1e-3)


@formula(
    symbol=r"z_e",
    equation=r"z_e = \frac{l}{p_b}",
    source="sharma-pe",
    example={"length": "35 mm", "tooth_pitch": "10.35 mm"},
)
def teeth_along(length: Length, tooth_pitch: PositiveLength) -> Ratio:
    """Mean number of teeth of a broach or a saw in the cut.

    Parameters
    ----------
    length
        Length of the cut [mm, in].
    tooth_pitch
        Distance from tooth to tooth [mm, in].

    Returns
    -------
    Quantity
        Number of teeth; the largest is the next whole number.

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, chapter 15.

    Examples
    --------
    >>> teeth_along("35 mm", "10 mm").m
    3.5
    """
    return length / tooth_pitch


@formula(
    symbol=r"F_c",
    equation=r"F_c = k_c s_z b z K_w",
    source="sharma-pe",
    example={
        "specific_cutting_force": "4000 MPa",
        "rise_per_tooth": "0.05 mm",
        "chip_width": "20 mm",
        "teeth": 3,
        "wear_factor": 1.3,
    },
)
def broaching_force(
    specific_cutting_force: Stress,
    rise_per_tooth: ChipThickness,
    chip_width: Length,
    teeth: Count,
    wear_factor: PositiveRatio,
) -> Force:
    """Force that pulls or pushes a broach.

    Parameters
    ----------
    specific_cutting_force
        At a chip as thick as the rise [MPa].
    rise_per_tooth
        Rise from tooth to tooth, on the radius for a round broach [mm, in].
    chip_width
        Width of a tooth, the circumference for a round broach [mm, in].
    teeth
        Largest number of teeth in the cut.
    wear_factor
        1 for sharp teeth; the source takes 1.3.

    Returns
    -------
    Quantity
        Force [N].

    References
    ----------
    P. C. Sharma, A Textbook of Production Engineering, example 15.3.

    Examples
    --------
    >>> broaching_force("4000 MPa", "0.05 mm", "20 mm", 3, 1.3).m
    15600.0
    """
    return specific_cutting_force * rise_per_tooth * chip_width * teeth * wear_factor

"""Chip flow and rake where the edge is inclined to the cutting velocity."""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
)
from chipload.units.parameters import Requires

_EDGE = Requires(
    ("normal_rake", "inclination_angle", "chip_flow_angle"),
    lambda normal_rake, inclination_angle, chip_flow_angle: (
        (abs(normal_rake) < np.pi / 2) & (abs(inclination_angle) < np.pi / 2) & (abs(chip_flow_angle) < np.pi / 2)
    ),
    "rake, inclination and chip flow must lie between -90 and 90 degrees",
)


@formula(
    symbol=r"\eta_c",
    equation=r"\eta_c = \lambda_s",
    source="stabler1951",
    example={"inclination_angle": "15 deg"},
)
def stabler_chip_flow(inclination_angle: Angle) -> Angle:
    """Direction of chip flow on the rake face in oblique cutting, after Stabler.

    Parameters
    ----------
    inclination_angle
        Inclination of the edge to the perpendicular of the cutting velocity [°].

    Returns
    -------
    Quantity
        Chip flow angle, equal to the inclination [°].

    Notes
    -----
    A first approximation: measured angles differ by several degrees and depend on rake and friction too.

    References
    ----------
    G. V. Stabler, The fundamental geometry of cutting tools, Proc. IMechE 165 (1951) 14-26.

    Examples
    --------
    >>> stabler_chip_flow("15 deg").m
    15.0
    """
    return 1.0 * inclination_angle


@formula(
    symbol=r"\gamma_e",
    equation=r"\sin(\gamma_e) = \sin(\lambda_s) \sin(\eta_c) + \cos(\lambda_s) \cos(\eta_c) \sin(\gamma_n)",
    source="stabler1951",
    example={"normal_rake": "10 deg", "inclination_angle": "30 deg", "chip_flow_angle": "25 deg"},
    requires=(_EDGE,),
)
def effective_rake(normal_rake: Angle, inclination_angle: Angle, chip_flow_angle: Angle) -> Angle:
    """Rake in the plane of cutting velocity and chip flow.

    Parameters
    ----------
    normal_rake
        Rake in the plane normal to the edge [°].
    inclination_angle
        Inclination of the edge to the perpendicular of the cutting velocity [°].
    chip_flow_angle
        Angle on the rake face between the flow of the chip and the normal of the edge [°].

    Returns
    -------
    Quantity
        Effective rake [°].

    Raises
    ------
    InputError
        When an angle is not between -90 and 90°.

    Notes
    -----
    Plain geometry: the sine is the part of the direction of chip flow along the cutting velocity. With the flow of
    Stabler the effective rake of a well inclined edge is far above the normal rake.

    References
    ----------
    G. V. Stabler, The fundamental geometry of cutting tools, Proc. IMechE 165 (1951) 14-26, for the angles.

    Examples
    --------
    >>> effective_rake("10 deg", "30 deg", "30 deg").m
    22.3...
    """
    along = np.sin(inclination_angle) * np.sin(chip_flow_angle)
    across = np.cos(inclination_angle) * np.cos(chip_flow_angle) * np.sin(normal_rake)
    return np.arcsin(np.clip(along + across, -1.0, 1.0))

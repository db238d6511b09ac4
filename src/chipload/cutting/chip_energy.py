"""The energy of cutting: shearing, friction on the rake face, and their shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.cutting.force_circle import force_circle
from chipload.cutting.orthogonal import CHIP_FORMS
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Force,
    PositiveLength,
    PositiveRatio,
    Ratio,
    SignedForce,
    Stress,
)
from chipload.units.parameters import Requires

_SOME_FORCE = Requires(
    ("cutting_force",), lambda cutting_force: cutting_force > 0, "the share needs a cutting force above zero"
)


@dataclass(frozen=True)
class SpecificEnergies:
    """Work on a volume removed: of shearing, of friction on the rake face, and both."""

    shear_energy: Stress
    friction_energy: Stress
    total_energy: Stress


@formula(
    symbol=r"u_c",
    equation=(
        r"u_{sh} = \frac{F_{sh} v_{sh}}{v_c h b} ,\quad "
        r"u_\gamma = \frac{F_\gamma v_{ch}}{v_c h b} ,\quad u_c = u_{sh} + u_\gamma = \frac{F_c}{h b}"
    ),
    source="merchant1945",
    example={
        "cutting_force": "1600 N",
        "thrust_force": "850 N",
        "chip_thickness": "0.2 mm",
        "chip_width": "2 mm",
        "shear_angle": "29 deg",
        "rake_angle": "10 deg",
    },
    requires=(CHIP_FORMS,),
)
def specific_energies(
    cutting_force: Force,
    thrust_force: SignedForce,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    shear_angle: Angle,
    rake_angle: Angle,
) -> SpecificEnergies:
    """Specific energies of shearing and friction, and their sum.

    Parameters
    ----------
    cutting_force
        Force along the cutting velocity [N, lbf].
    thrust_force
        Force across the cutting velocity, in the plane of the cut; negative when the tool is drawn in [N, lbf].
    chip_thickness
        Thickness of the chip before it forms, more than nothing [mm, in].
    chip_width
        Width of the chip, the length of edge in cut [mm, in].
    shear_angle
        Angle between the shear plane and the cutting velocity [°].
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    SpecificEnergies
        Energies on the volume removed [MPa, which is J/cm³]; the total is the specific cutting force.

    Raises
    ------
    InputError
        When the angles leave no room for a chip.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 14.10: 4000 N/mm² in all.

    Examples
    --------
    >>> specific_energies("1600 N", "850 N", "0.2 mm", "2 mm", "29 deg", "10 deg").total_energy.m
    4000.0
    """
    forces = force_circle.kernel(cutting_force, thrust_force, shear_angle, rake_angle)
    section = chip_thickness * chip_width * np.cos(shear_angle - rake_angle)
    shearing = forces.shear_force * np.cos(rake_angle) / section
    friction = forces.friction_force * np.sin(shear_angle) / section
    return SpecificEnergies(shearing, friction, shearing + friction)


@formula(
    symbol=r"e_\gamma",
    equation=r"e_\gamma = r_c \frac{F_c \sin(\gamma) + F_{cN} \cos(\gamma)}{F_c}",
    source="merchant1945",
    example={"cutting_force": "556.25 N", "thrust_force": "222.5 N", "chip_ratio": 0.5546, "rake_angle": "10 deg"},
    requires=(_SOME_FORCE,),
)
def friction_energy_share(
    cutting_force: Force, thrust_force: SignedForce, chip_ratio: PositiveRatio, rake_angle: Angle
) -> Ratio:
    """Share of the energy that goes into friction on the rake face.

    Parameters
    ----------
    cutting_force
        Force along the cutting velocity, more than nothing [N, lbf].
    thrust_force
        Force across the cutting velocity, in the plane of the cut; negative when the tool is drawn in [N, lbf].
    chip_ratio
        Chip thickness before over after the cut, see `chip_ratio`.
    rake_angle
        Rake of the edge [°].

    Returns
    -------
    Quantity
        Share of the whole, 0 to 1.

    Raises
    ------
    InputError
        When the cutting force is nothing.

    References
    ----------
    M. E. Merchant, J. Appl. Phys. 16 (1945) 267-275. The example is P. C. Sharma, A Textbook of Production
    Engineering, example 14.16: 31.48 %.

    Examples
    --------
    >>> friction_energy_share("556.25 N", "222.5 N", 0.55459, "10 deg").m
    0.314...
    """
    return chip_ratio * (np.sin(rake_angle) + thrust_force / cutting_force * np.cos(rake_angle))

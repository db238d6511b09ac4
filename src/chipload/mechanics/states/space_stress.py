"""The general state of stress: principal stresses, and the equivalent stresses of von Mises and Tresca."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.alike import together
from chipload.mechanics.states import tensors
from chipload.units.formulas import formula
from chipload.units.kinds import SignedStress, Stress

_PLANE = {"normal_stress_x": "60 MPa", "normal_stress_y": "40 MPa", "shear_stress_xy": "15 MPa"}
_EXAMPLE = {
    "normal_stress_x": "90 MPa", "normal_stress_y": "20 MPa", "normal_stress_z": "30 MPa",
    "shear_stress_xy": "25 MPa", "shear_stress_yz": "12 MPa", "shear_stress_zx": "18 MPa",
}  # fmt: skip


@dataclass(frozen=True)
class PrincipalStresses:
    """Principal stresses and the largest shear stress."""

    major_principal_stress: SignedStress
    middle_principal_stress: SignedStress
    minor_principal_stress: SignedStress
    max_shear_stress: Stress


@formula(
    symbol=r"\sigma_1",
    equation=(
        r"\sigma^3 - I_1 \sigma^2 + I_2 \sigma - I_3 = 0 ,\quad \sigma_1 \ge \sigma_2 \ge \sigma_3 "
        r",\quad \tau_m = \frac{\sigma_1 - \sigma_3}{2}"
    ),
    source="shigley-design",
    example=_EXAMPLE,
)
def principal_stresses(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    normal_stress_z: SignedStress,
    shear_stress_xy: SignedStress,
    shear_stress_yz: SignedStress,
    shear_stress_zx: SignedStress,
) -> PrincipalStresses:
    """Principal stresses of a general state of stress, and its largest shear stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, normal_stress_z
        Normal stresses, tension positive [MPa, ksi].
    shear_stress_xy, shear_stress_yz, shear_stress_zx
        Shear stresses [MPa, ksi].

    Returns
    -------
    PrincipalStresses
        Principal stresses, largest first, and the largest shear stress [MPa].

    Notes
    -----
    The coefficients of the cubic are the invariants.  It is solved so that equal roots lose no digits; for the
    directions see `StressState`.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 3-7.

    Examples
    --------
    >>> principal_stresses("3 MPa", "3 MPa", "-1 MPa", "2 MPa", "0 MPa", "0 MPa").major_principal_stress.m
    5.0
    """
    six = (normal_stress_x, normal_stress_y, normal_stress_z, shear_stress_xy, shear_stress_yz, shear_stress_zx)
    first, second, third = tensors.principal_of(*six)
    reduced = tensors.principal_of(*six, with_mean=False)
    return PrincipalStresses(*together(first, second, third, (reduced[0] - reduced[2]) / 2))


@formula(
    symbol=r"\sigma_v",
    equation=(
        r"\sigma_v = \sqrt{\frac{(\sigma_x - \sigma_y)^2 + (\sigma_y - \sigma_z)^2 + (\sigma_z - \sigma_x)^2}{2} "
        r"+ 3 (\tau_{xy}^2 + \tau_{yz}^2 + \tau_{zx}^2)}"
    ),
    source="shigley-design",
    example=_EXAMPLE,
)
def von_mises_stress(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    normal_stress_z: SignedStress,
    shear_stress_xy: SignedStress,
    shear_stress_yz: SignedStress,
    shear_stress_zx: SignedStress,
) -> Stress:
    """Equivalent stress of von Mises of a general state.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, normal_stress_z
        Normal stresses, tension positive [MPa, ksi].
    shear_stress_xy, shear_stress_yz, shear_stress_zx
        Shear stresses [MPa, ksi].

    Returns
    -------
    Quantity
        Stress of a bar in tension that distorts as much [MPa].

    Notes
    -----
    For ductile metals of equal strength in tension and compression.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-5.

    Examples
    --------
    >>> von_mises_stress("0 MPa", "0 MPa", "0 MPa", "100 MPa", "0 MPa", "0 MPa").m
    173.20...
    """
    return tensors.von_mises(
        normal_stress_x, normal_stress_y, normal_stress_z, shear_stress_xy, shear_stress_yz, shear_stress_zx
    )


@formula(
    symbol=r"\sigma_v",
    equation=r"\sigma_v = \sqrt{\sigma_x^2 - \sigma_x \sigma_y + \sigma_y^2 + 3 \tau_{xy}^2}",
    source="shigley-design",
    example=_PLANE,
)
def plane_von_mises_stress(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress
) -> Stress:
    """Equivalent stress of von Mises of plane stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].

    Returns
    -------
    Quantity
        Stress of a bar in tension that distorts as much [MPa].

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-5.  The example is 5-1 b,
    where 100 ksi over it is 1.70.

    Examples
    --------
    >>> plane_von_mises_stress("60 ksi", "40 ksi", "-15 ksi").to("ksi").m
    58.94...
    """
    return tensors.von_mises(normal_stress_x, normal_stress_y, 0.0, shear_stress_xy, 0.0, 0.0)


@formula(
    symbol=r"\sigma_{tr}",
    equation=r"\sigma_{tr} = \sigma_1 - \sigma_3",
    source="shigley-design",
    example=_EXAMPLE,
)
def tresca_stress(
    normal_stress_x: SignedStress,
    normal_stress_y: SignedStress,
    normal_stress_z: SignedStress,
    shear_stress_xy: SignedStress,
    shear_stress_yz: SignedStress,
    shear_stress_zx: SignedStress,
) -> Stress:
    """Equivalent stress of Tresca of a general state.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, normal_stress_z
        Normal stresses, tension positive [MPa, ksi].
    shear_stress_xy, shear_stress_yz, shear_stress_zx
        Shear stresses [MPa, ksi].

    Returns
    -------
    Quantity
        Stress of a bar in tension with the same largest shear stress [MPa].

    Notes
    -----
    Above the stress of von Mises by 15.5 % at most.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-4.

    Examples
    --------
    >>> tresca_stress("0 MPa", "0 MPa", "0 MPa", "100 MPa", "0 MPa", "0 MPa").m
    200.0
    """
    reduced = tensors.principal_of(
        normal_stress_x, normal_stress_y, normal_stress_z, shear_stress_xy, shear_stress_yz, shear_stress_zx,
        with_mean=False,
    )  # fmt: skip
    return reduced[0] - reduced[2]


@formula(
    symbol=r"\sigma_{tr}",
    equation=r"\sigma_{tr} = \max(\sigma_{p1}, 0) - \min(\sigma_{p2}, 0)",
    source="shigley-design",
    example=_PLANE,
)
def plane_tresca_stress(
    normal_stress_x: SignedStress, normal_stress_y: SignedStress, shear_stress_xy: SignedStress
) -> Stress:
    """Equivalent stress of Tresca of plane stress.

    Parameters
    ----------
    normal_stress_x, normal_stress_y, shear_stress_xy
        Stresses, tension positive [MPa, ksi].

    Returns
    -------
    Quantity
        Stress of a bar in tension with the same largest shear stress [MPa].

    Notes
    -----
    The zero across the plane counts as a principal stress.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 5-4.  The example is 5-1 b,
    where 100 ksi over it is 1.47.

    Examples
    --------
    >>> plane_tresca_stress("60 ksi", "40 ksi", "-15 ksi").to("ksi").m
    68.02...
    """
    middle = (normal_stress_x + normal_stress_y) / 2
    radius = np.hypot((normal_stress_x - normal_stress_y) / 2, shear_stress_xy)
    return np.maximum(2 * radius, np.abs(middle) + radius)

"""The orthotropic ply in plane stress: its stiffness along the fibres and at an angle, and its constants there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.errors import InputError
from chipload.mechanics.alike import together
from chipload.mechanics.states.states import fitting
from chipload.units.boundary import to_kernel
from chipload.units.formulas import formula
from chipload.units.kinds import MODULUS, RATIO, Angle, Modulus, Ratio, Real, SignedModulus
from chipload.units.parameters import Requires

_BOUNDS = Requires(
    ("major_poisson_ratio", "longitudinal_modulus", "transverse_modulus"),
    lambda ratio, along, across: ratio**2 < along / across,
    "the square of this Poisson's ratio must be below the ratio of the moduli, or the ply would give energy away; "
    "check that it belongs to a pull along the fibres",
)
_PLY = {
    "longitudinal_modulus": "181 GPa", "transverse_modulus": "10.3 GPa", "ply_shear_modulus": "7.17 GPa",
    "major_poisson_ratio": 0.28,
}  # fmt: skip


@dataclass(frozen=True)
class PlyStiffness:
    """Reduced stiffness of a ply along its fibres; 1 along, 2 across, 6 shear."""

    stiffness_11: Modulus
    stiffness_12: SignedModulus
    stiffness_22: Modulus
    stiffness_66: Modulus


@dataclass(frozen=True)
class RotatedPlyStiffness:
    """Reduced stiffness of a ply along x and y, at an angle to its fibres."""

    rotated_stiffness_11: Modulus
    rotated_stiffness_12: SignedModulus
    rotated_stiffness_22: Modulus
    rotated_stiffness_16: SignedModulus
    rotated_stiffness_26: SignedModulus
    rotated_stiffness_66: Modulus


@dataclass(frozen=True)
class OffAxisConstants:
    """Constants of a ply as a test along x and y would measure them; the couplings are shear strain over strain."""

    off_axis_modulus_x: Modulus
    off_axis_modulus_y: Modulus
    off_axis_shear_modulus: Modulus
    off_axis_poisson_ratio: Ratio
    shear_coupling_x: Ratio
    shear_coupling_y: Ratio


def _reduced(along: Real, across: Real, shear: Real, ratio: Real) -> tuple[Real, Real, Real, Real]:
    rest = 1 - ratio**2 * across / along
    return along / rest, ratio * across / rest, across / rest, shear


@formula(
    symbol="Q_{11}",
    equation=(
        r"Q_{11} = \frac{E_1}{1 - \nu_{12} \nu_{21}} ,\quad Q_{12} = \frac{\nu_{12} E_2}{1 - \nu_{12} \nu_{21}} "
        r",\quad Q_{22} = \frac{E_2}{1 - \nu_{12} \nu_{21}} ,\quad Q_{66} = G_{12} "
        r",\quad \nu_{21} = \nu_{12} \frac{E_2}{E_1}"
    ),
    source="kaw-composites",
    example=_PLY,
    requires=(_BOUNDS,),
)
def ply_stiffness(
    longitudinal_modulus: Modulus, transverse_modulus: Modulus, ply_shear_modulus: Modulus, major_poisson_ratio: Ratio
) -> PlyStiffness:
    """Reduced stiffness of a ply along its fibres.

    Parameters
    ----------
    longitudinal_modulus, transverse_modulus
        Along and across the fibres [GPa].
    ply_shear_modulus
        In the plane of the ply [GPa].
    major_poisson_ratio
        Contraction across the fibres over the strain along them, under a pull along them.

    Returns
    -------
    PlyStiffness
        Stiffnesses [GPa].

    Raises
    ------
    InputError
        When Poisson's ratio is too large for the two moduli.

    Notes
    -----
    Plane stress, linear.

    References
    ----------
    A. K. Kaw, Mechanics of Composite Materials, 2nd ed., CRC Press, 2006.  The example is 2.6, graphite and epoxy:
    181.8, 2.897, 10.35 and 7.17 GPa.

    Examples
    --------
    >>> found = ply_stiffness("181 GPa", "10.3 GPa", "7.17 GPa", 0.28)
    >>> found.stiffness_11.m, found.stiffness_12.m, found.stiffness_22.m
    (181.8..., 2.89..., 10.3...)
    """
    return PlyStiffness(
        *together(*_reduced(longitudinal_modulus, transverse_modulus, ply_shear_modulus, major_poisson_ratio))
    )


@formula(
    symbol="Q'_{11}",
    equation=(
        r"Q'_{11} = Q_{11} c^4 + Q_{22} s^4 + 2 (Q_{12} + 2 Q_{66}) s^2 c^2 ,\quad c = \cos(\theta_f) "
        r",\quad s = \sin(\theta_f)"
    ),
    source="kaw-composites",
    example={**_PLY, "fibre_angle": "60 deg"},
    requires=(_BOUNDS,),
)
def rotated_ply_stiffness(
    longitudinal_modulus: Modulus,
    transverse_modulus: Modulus,
    ply_shear_modulus: Modulus,
    major_poisson_ratio: Ratio,
    fibre_angle: Angle,
) -> RotatedPlyStiffness:
    """Reduced stiffness of a ply along x and y, its fibres at an angle to x.

    Parameters
    ----------
    longitudinal_modulus, transverse_modulus
        Along and across the fibres [GPa].
    ply_shear_modulus
        In the plane of the ply [GPa].
    major_poisson_ratio
        Contraction across the fibres over the strain along them, under a pull along them.
    fibre_angle
        From x to the fibres, counter-clockwise [°].

    Returns
    -------
    RotatedPlyStiffness
        Stiffnesses [GPa].

    Raises
    ------
    InputError
        When Poisson's ratio is too large for the two moduli.

    Notes
    -----
    Plane stress, linear; shear strain as the full angle.

    References
    ----------
    A. K. Kaw, Mechanics of Composite Materials, 2nd ed., CRC Press, 2006.  The example is 2.7: 23.65, 32.46, 109.4,
    20.05, 54.19 and 36.74 GPa.

    Examples
    --------
    >>> found = rotated_ply_stiffness("181 GPa", "10.3 GPa", "7.17 GPa", 0.28, "60 deg")
    >>> found.rotated_stiffness_22.m, found.rotated_stiffness_16.m
    (109.3..., 20.0...)
    """
    q11, q12, q22, q66 = _reduced(longitudinal_modulus, transverse_modulus, ply_shear_modulus, major_poisson_ratio)
    c, s = np.cos(fibre_angle), np.sin(fibre_angle)
    along, across = q11 - q12 - 2 * q66, q22 - q12 - 2 * q66
    mixed = 2 * (q12 + 2 * q66) * s**2 * c**2
    return RotatedPlyStiffness(
        *together(
            q11 * c**4 + q22 * s**4 + mixed,
            (q11 + q22 - 4 * q66) * s**2 * c**2 + q12 * (c**4 + s**4),
            q11 * s**4 + q22 * c**4 + mixed,
            along * c**3 * s - across * s**3 * c,
            along * c * s**3 - across * s * c**3,
            (q11 + q22 - 2 * q12 - 2 * q66) * s**2 * c**2 + q66 * (c**4 + s**4),
        )
    )


@formula(
    symbol="E_x",
    equation=(
        r"\frac{1}{E_x} = \frac{c^4}{E_1} + (\frac{1}{G_{12}} - \frac{2 \nu_{12}}{E_1}) s^2 c^2 + \frac{s^4}{E_2} "
        r",\quad c = \cos(\theta_f) ,\quad s = \sin(\theta_f)"
    ),
    source="kaw-composites",
    example={**_PLY, "fibre_angle": "30 deg"},
    requires=(_BOUNDS,),
)
def off_axis_constants(
    longitudinal_modulus: Modulus,
    transverse_modulus: Modulus,
    ply_shear_modulus: Modulus,
    major_poisson_ratio: Ratio,
    fibre_angle: Angle,
) -> OffAxisConstants:
    """Elastic constants of a ply along x and y, its fibres at an angle to x.

    Parameters
    ----------
    longitudinal_modulus, transverse_modulus
        Along and across the fibres [GPa].
    ply_shear_modulus
        In the plane of the ply [GPa].
    major_poisson_ratio
        Contraction across the fibres over the strain along them, under a pull along them.
    fibre_angle
        From x to the fibres, counter-clockwise [°].

    Returns
    -------
    OffAxisConstants
        Moduli [GPa], Poisson's ratio of a pull along x, and the shear strain over the strain along the pull, for
        pulls along x and y.

    Raises
    ------
    InputError
        When Poisson's ratio is too large for the two moduli.

    Notes
    -----
    Plane stress, linear, free to shear; some books print the coupling with the opposite sign or on another modulus.

    References
    ----------
    A. K. Kaw, Mechanics of Composite Materials, 2nd ed., CRC Press, 2006, section 2.7.

    Examples
    --------
    >>> off_axis_constants("181 GPa", "10.3 GPa", "7.17 GPa", 0.28, "90 deg").off_axis_modulus_x.m
    10.3
    """
    s11, s22, s66 = 1 / longitudinal_modulus, 1 / transverse_modulus, 1 / ply_shear_modulus
    s12 = -major_poisson_ratio * s11
    c, s = np.cos(fibre_angle), np.sin(fibre_angle)
    c2, s2, both = c**2, s**2, (s * c) ** 2
    along, across = 2 * s11 - 2 * s12 - s66, 2 * s22 - 2 * s12 - s66
    x = s11 * c2**2 + (2 * s12 + s66) * both + s22 * s2**2
    y = s11 * s2**2 + (2 * s12 + s66) * both + s22 * c2**2
    xy = s12 * (s2**2 + c2**2) + (s11 + s22 - s66) * both
    shear = 2 * (2 * s11 + 2 * s22 - 4 * s12 - s66) * both + s66 * (s2**2 + c2**2)
    return OffAxisConstants(
        *together(
            1 / x, 1 / y, 1 / shear, -xy / x,
            (along * s * c * c2 - across * s * c * s2) / x,
            (along * s * c * s2 - across * s * c * c2) / y,
        )
    )  # fmt: skip


@formula(
    symbol=r"\nu_{21}",
    equation=r"\nu_{21} = \nu_{12} \frac{E_2}{E_1}",
    source="kaw-composites",
    example={key: _PLY[key] for key in ("longitudinal_modulus", "transverse_modulus", "major_poisson_ratio")},
    requires=(_BOUNDS,),
)
def minor_poisson_ratio(
    longitudinal_modulus: Modulus, transverse_modulus: Modulus, major_poisson_ratio: Ratio
) -> Ratio:
    """Second Poisson's ratio of a ply, by reciprocity.

    Parameters
    ----------
    longitudinal_modulus, transverse_modulus
        Along and across the fibres [GPa].
    major_poisson_ratio
        Contraction across the fibres over the strain along them, under a pull along them.

    Returns
    -------
    Quantity
        Contraction along the fibres over the strain across them, under a pull across them.

    Raises
    ------
    InputError
        When Poisson's ratio is too large for the two moduli.

    References
    ----------
    A. K. Kaw, Mechanics of Composite Materials, 2nd ed., CRC Press, 2006.  The example is 2.6: 0.01593.

    Examples
    --------
    >>> minor_poisson_ratio("181 GPa", "10.3 GPa", 0.28).m
    0.01593...
    """
    return major_poisson_ratio * transverse_modulus / longitudinal_modulus


def check_reciprocity(
    longitudinal_modulus: Any,
    transverse_modulus: Any,
    major_poisson_ratio: Any,
    minor_poisson_ratio: Any,
    *,
    tolerance: float = 0.02,
) -> None:
    """Refuse four measured constants of a ply that no elastic ply can have together.

    Parameters
    ----------
    longitudinal_modulus, transverse_modulus
        Along and across the fibres [GPa].
    major_poisson_ratio, minor_poisson_ratio
        Of a pull along and a pull across the fibres.
    tolerance
        By how much the two ratios over their moduli may differ, relative.

    Raises
    ------
    InputError
        When they are not reciprocal within the tolerance.

    Examples
    --------
    >>> check_reciprocity("181 GPa", "10.3 GPa", 0.28, 0.0159)
    """
    said = "check_reciprocity"
    along = to_kernel(MODULUS, longitudinal_modulus, f"{said}, longitudinal_modulus")
    across = to_kernel(MODULUS, transverse_modulus, f"{said}, transverse_modulus")
    major = to_kernel(RATIO, major_poisson_ratio, f"{said}, major_poisson_ratio")
    minor = to_kernel(RATIO, minor_poisson_ratio, f"{said}, minor_poisson_ratio")
    names = ("longitudinal_modulus", "transverse_modulus", "major_poisson_ratio", "minor_poisson_ratio")
    fitting(said, zip(names, (along, across, major, minor), strict=True))
    wanted, given = np.broadcast_arrays(major * across / along, minor)
    off = np.abs(given - wanted) > tolerance * np.abs(wanted)
    if np.any(off):
        raise InputError(
            f"{said}, minor_poisson_ratio: {float(given[off][0]):.4g} does not go with the others, by reciprocity it "
            f"is {float(wanted[off][0]):.4g}; check which pull each ratio belongs to"
        )

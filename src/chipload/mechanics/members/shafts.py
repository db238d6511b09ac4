"""Round shafts that bend and twist at once: stresses at the surface, equivalent moments, and the diameter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.mechanics.members.torsion import BORE_RATIO_BELOW_ONE
from chipload.units.formulas import formula
from chipload.units.kinds import Diameter, Length, Moment, PositiveRatio, Ratio, SignedForce, SignedStress, Stress
from chipload.units.parameters import Requires

_BORE_WITHIN = Requires(
    ("bore", "diameter"),
    lambda bore, diameter: bore < diameter,
    "the bore is as wide as the outside; give a smaller bore, or 0 for a solid shaft",
)


@dataclass(frozen=True)
class EquivalentMoments:
    """The torque and the bending moment that stand for both acting together."""

    equivalent_torque: Moment
    equivalent_moment: Moment


@dataclass(frozen=True)
class CombinedShaftStress:
    """Stresses at the surface of a shaft, at the side that bending pulls."""

    normal_stress: SignedStress
    torsion_stress: SignedStress
    major_principal_stress: SignedStress
    max_shear_stress: SignedStress
    von_mises_stress: SignedStress


@formula(
    symbol="M_{te}",
    equation=(
        r"M_{te} = \sqrt{(C_m M)^2 + (C_t M_t)^2} ,\quad M_{be} = \frac{C_m M + M_{te}}{2}"
    ),
    source="asme-shafting",
    example={
        "bending_moment": "500 N*m", "twisting_moment": "400 N*m", "bending_shock_factor": 1.5,
        "torsion_shock_factor": 1.2,
    },
    requires=(
        Requires(
            ("bending_moment",),
            lambda moment: moment >= 0,
            "give the bending moment as a positive number; it turns with the shaft",
        ),
    ),
)  # fmt: skip
def equivalent_shaft_moments(
    bending_moment: Moment,
    twisting_moment: Moment,
    bending_shock_factor: PositiveRatio = 1.0,
    torsion_shock_factor: PositiveRatio = 1.0,
) -> EquivalentMoments:
    """Equivalent torque and bending moment of a round shaft that bends and twists.

    Parameters
    ----------
    bending_moment
        Bending moment [N m, in lbf].
    twisting_moment
        Twisting moment [N m, in lbf].
    bending_shock_factor, torsion_shock_factor
        Factors for shock and fatigue of the ASME code; 1.5 and 1.0 for a turning shaft under gradual load.

    Returns
    -------
    EquivalentMoments
        Torque with the same largest shear stress, and bending moment with the same largest normal stress [N m].

    Raises
    ------
    InputError
        When the bending moment is negative.

    References
    ----------
    ASME code for the design of transmission shafting, B17c, 1927, as quoted in machine design textbooks.

    Examples
    --------
    >>> found = equivalent_shaft_moments("300 N*m", "400 N*m")
    >>> found.equivalent_torque.m, found.equivalent_moment.m
    (500.0, 400.0)
    """
    bending = bending_shock_factor * bending_moment
    torque = np.hypot(bending, torsion_shock_factor * twisting_moment)
    return EquivalentMoments(torque, (bending + torque) / 2)


@formula(
    symbol="D",
    equation=r"D = (\frac{16}{\pi \tau_{all} (1 - k_i^4)} \sqrt{(C_m M)^2 + (C_t M_t)^2})^{1/3}",
    source="asme-shafting",
    example={
        "bending_moment": "500 N*m", "twisting_moment": "400 N*m", "shear_limit": "55 MPa",
        "bending_shock_factor": 1.5, "torsion_shock_factor": 1.2, "bore_ratio": 0.4,
    },
    requires=(BORE_RATIO_BELOW_ONE,),
)  # fmt: skip
def asme_shaft_diameter(
    bending_moment: Moment,
    twisting_moment: Moment,
    shear_limit: Stress,
    bending_shock_factor: PositiveRatio = 1.0,
    torsion_shock_factor: PositiveRatio = 1.0,
    bore_ratio: Ratio = 0.0,
) -> Diameter:
    """Diameter of a shaft that bends and twists, by the largest shear stress after the ASME code.

    Parameters
    ----------
    bending_moment
        Bending moment [N m, in lbf].
    twisting_moment
        Twisting moment [N m, in lbf].
    shear_limit
        Shear stress not to be exceeded; the code takes the lesser of 0.3 yield and 0.18 tensile strength, times 0.75
        with a keyway [MPa].
    bending_shock_factor, torsion_shock_factor
        Factors for shock and fatigue; 1.5 and 1.0 for a turning shaft under gradual load, up to 3.0 for heavy shock.
    bore_ratio
        Bore over outside diameter, 0 where solid.

    Returns
    -------
    Quantity
        Outside diameter [mm].

    Raises
    ------
    InputError
        When the bore is not below the outside diameter.

    Notes
    -----
    No axial force.  A design against fatigue needs the notches and the surface, which this leaves to the factors.

    References
    ----------
    ASME code for the design of transmission shafting, B17c, 1927, as quoted in machine design textbooks.

    Examples
    --------
    Without bending it is the diameter for torsion alone.

    >>> asme_shaft_diameter("0 N*m", "569.7 N*m", "41.37 MPa").m
    41.2...
    """
    torque = np.hypot(bending_shock_factor * bending_moment, torsion_shock_factor * twisting_moment)
    return np.cbrt(16 * torque / (np.pi * shear_limit * (1 - bore_ratio**4)))


@formula(
    symbol=r"\sigma_v",
    equation=(
        r"\sigma_v = \sqrt{\sigma^2 + 3 \tau_t^2} ,\quad \sigma = \frac{4 F_a}{\pi (D^2 - d_i^2)} + "
        r"\frac{32 M D}{\pi (D^4 - d_i^4)} ,\quad \tau_t = \frac{16 M_t D}{\pi (D^4 - d_i^4)} ,\quad "
        r"\tau_m = \sqrt{(\frac{\sigma}{2})^2 + \tau_t^2} ,\quad \sigma_1 = \frac{\sigma}{2} + \tau_m"
    ),
    source="roark",
    example={
        "axial_force": "10 kN", "bending_moment": "500 N*m", "twisting_moment": "400 N*m", "diameter": "50 mm",
        "bore": "20 mm",
    },
    requires=(_BORE_WITHIN,),
)  # fmt: skip
def combined_shaft_stress(
    axial_force: SignedForce,
    bending_moment: Moment,
    twisting_moment: Moment,
    diameter: Diameter,
    bore: Length = 0.0,
) -> CombinedShaftStress:
    """Stresses at the surface of a round shaft under axial force, bending and torsion together.

    Parameters
    ----------
    axial_force
        Force along the shaft, tension positive [N, lbf].
    bending_moment
        Bending moment, positive where the stress is wanted on the pulled side [N m, in lbf].
    twisting_moment
        Twisting moment [N m, in lbf].
    diameter
        Outside diameter [mm, in].
    bore
        Diameter of the bore, 0 where solid [mm, in].

    Returns
    -------
    CombinedShaftStress
        Normal and torsion stress, largest principal and shear stress, and equivalent stress of von Mises [MPa].

    Raises
    ------
    InputError
        When the bore is as wide as the outside.

    Notes
    -----
    Nominal: notches raise it.  In a turning shaft bending alternates at every point, torsion does not.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., chapters 8 and 10.

    Examples
    --------
    >>> combined_shaft_stress("0 N", "300 N*m", "400 N*m", "40 mm").max_shear_stress.m
    39.78...
    """
    ring = np.pi * (diameter**4 - bore**4)
    normal = 4 * axial_force / (np.pi * (diameter**2 - bore**2)) + 32 * bending_moment * diameter / ring
    torsion = 16 * twisting_moment * diameter / ring
    largest = np.hypot(normal / 2, torsion)
    return CombinedShaftStress(normal, torsion, normal / 2 + largest, largest, np.sqrt(normal**2 + 3 * torsion**2))

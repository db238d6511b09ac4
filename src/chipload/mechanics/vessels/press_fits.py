"""Press and shrink fits: pressure and stress from the interference, what they hold, and how to join them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Diameter,
    Force,
    Length,
    Modulus,
    PoissonRatio,
    PositiveLength,
    PositiveRatio,
    Real,
    SignedStress,
    SmallLength,
    Stress,
    Torque,
)
from chipload.units.parameters import Requires


@dataclass(frozen=True)
class PressFitStress:
    """The stresses that decide a press fit, tension positive."""

    hub_hoop_stress: SignedStress
    hub_von_mises_stress: Stress
    shaft_hoop_stress: SignedStress
    shaft_bore_hoop_stress: SignedStress


HUB = Requires(
    ("hub_outer_diameter", "joint_diameter"),
    lambda outer, joint: outer > joint,
    "the hub has no wall; its outer diameter must be larger than that of the joint",
)
SHAFT = Requires(
    ("shaft_bore_diameter", "joint_diameter"),
    lambda bore, joint: bore < joint,
    "the shaft has no wall; its bore must be smaller than the joint",
)
GEOMETRY = {"joint_diameter": "50 mm", "hub_outer_diameter": "80 mm", "shaft_bore_diameter": "20 mm"}
MATERIALS = {
    "hub_modulus": "100 GPa", "shaft_modulus": "210 GPa", "hub_poisson_ratio": 0.26, "shaft_poisson_ratio": 0.3,
}  # fmt: skip


def _compliance(joint: Real, outer: Real, bore: Real, e_hub: Real, e_shaft: Real, nu_hub: Real, nu_shaft: Real) -> Real:
    """Diametral interference that a unit of pressure takes up."""
    hub = ((outer**2 + joint**2) / (outer**2 - joint**2) + nu_hub) / e_hub
    shaft = ((joint**2 + bore**2) / (joint**2 - bore**2) - nu_shaft) / e_shaft
    return joint * (hub + shaft)


@formula(
    symbol="p_j",
    equation=(
        r"p_j = \frac{\delta_j}{d_j (\frac{1}{E_h} (\frac{D_h^2 + d_j^2}{D_h^2 - d_j^2} + \nu_h) + "
        r"\frac{1}{E_s} (\frac{d_j^2 + d_b^2}{d_j^2 - d_b^2} - \nu_s))}"
    ),
    source="shigley-fits",
    example={"interference": "40 um", **GEOMETRY, **MATERIALS},
    requires=(HUB, SHAFT),
)
def press_fit_pressure(
    interference: SmallLength,
    joint_diameter: Diameter,
    hub_outer_diameter: Diameter,
    hub_modulus: Modulus,
    shaft_modulus: Modulus,
    hub_poisson_ratio: PoissonRatio,
    shaft_poisson_ratio: PoissonRatio,
    shaft_bore_diameter: Length = 0.0,
) -> Stress:
    """Pressure between hub and shaft of a press or shrink fit.

    Parameters
    ----------
    interference
        Diameter of the shaft less that of the hole before joining, less what smoothing takes [µm, thou].
    joint_diameter
        Diameter of the joint [mm, in].
    hub_outer_diameter
        Outer diameter of the hub [mm, in].
    hub_modulus, shaft_modulus
        Elastic moduli [GPa].
    hub_poisson_ratio, shaft_poisson_ratio
        Of hub and shaft.
    shaft_bore_diameter
        Diameter of a bore through the shaft, 0 for a solid one [mm, in].

    Returns
    -------
    Quantity
        Pressure [MPa].

    Raises
    ------
    InputError
        When hub or shaft has no wall.

    Notes
    -----
    Elastic, plane stress, hub and shaft of the same length; a shaft that stands out of the hub raises the pressure
    at the edge.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 3-16.  The example is that of
    aionlinecalculator.com: 51.2 MPa.

    Examples
    --------
    >>> press_fit_pressure("0.04 mm", "50 mm", "80 mm", "210 GPa", "210 GPa", 0.3, 0.3).m
    51.1...
    """
    return interference / _compliance(
        joint_diameter, hub_outer_diameter, shaft_bore_diameter,
        hub_modulus, shaft_modulus, hub_poisson_ratio, shaft_poisson_ratio,
    )  # fmt: skip


@formula(
    symbol=r"\sigma_{h,h}",
    equation=(
        r"\sigma_{h,h} = p_j \frac{D_h^2 + d_j^2}{D_h^2 - d_j^2} ,\quad "
        r"\sigma_{h,s} = - p_j \frac{d_j^2 + d_b^2}{d_j^2 - d_b^2} ,\quad "
        r"\sigma_{h,b} = - p_j \frac{2 d_j^2}{d_j^2 - d_b^2}"
    ),
    source="shigley-fits",
    example={"contact_pressure": "50 MPa", **GEOMETRY},
    requires=(HUB, SHAFT),
)
def press_fit_stress(
    contact_pressure: Stress,
    joint_diameter: Diameter,
    hub_outer_diameter: Diameter,
    shaft_bore_diameter: Length = 0.0,
) -> PressFitStress:
    """Stresses in hub and shaft of a press or shrink fit.

    Parameters
    ----------
    contact_pressure
        Pressure in the joint [MPa, ksi].
    joint_diameter
        Diameter of the joint [mm, in].
    hub_outer_diameter
        Outer diameter of the hub [mm, in].
    shaft_bore_diameter
        Diameter of a bore through the shaft, 0 for a solid one [mm, in].

    Returns
    -------
    PressFitStress
        Hoop stress of the hub at the joint with its von Mises stress, hoop stress of the shaft at the joint, and
        hoop stress at the bore of the shaft, or in the middle of a solid one [MPa].

    Raises
    ------
    InputError
        When hub or shaft has no wall.

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 3-16.  The example is that of
    aionlinecalculator.com: 117 MPa.

    Examples
    --------
    >>> press_fit_stress("51.2 MPa", "50 mm", "80 mm").hub_hoop_stress.m
    116.8...
    """
    joint, outer, bore = joint_diameter**2, hub_outer_diameter**2, shaft_bore_diameter**2
    hub = contact_pressure * (outer + joint) / (outer - joint)
    shaft = -contact_pressure * (joint + bore) / (joint - bore)
    at_bore = np.where(bore > 0, -2 * contact_pressure * joint / (joint - bore), -contact_pressure)
    mises = np.sqrt(hub**2 + hub * contact_pressure + contact_pressure**2)
    return PressFitStress(hub, mises, shaft, at_bore[()])


_HOLDING = {
    "contact_pressure": "51.2 MPa", "joint_diameter": "50 mm", "joint_length": "40 mm", "joint_friction": 0.12,
}  # fmt: skip


@formula(
    symbol="F_j",
    equation=r"F_j = \pi d_j l_j \mu_j p_j",
    source="shigley-fits",
    example=_HOLDING,
)
def press_fit_force(
    contact_pressure: Stress, joint_diameter: Diameter, joint_length: PositiveLength, joint_friction: PositiveRatio
) -> Force:
    """Axial force that a press fit holds by friction.

    Parameters
    ----------
    contact_pressure
        Pressure in the joint [MPa, ksi].
    joint_diameter, joint_length
        Of the joint [mm, in].
    joint_friction
        Coefficient of friction in the joint.

    Returns
    -------
    Quantity
        Axial force at which it slips, without safety [N].

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 7-8.  The example is that of
    aionlinecalculator.com: 38.6 kN.

    Examples
    --------
    >>> press_fit_force("51.2 MPa", "50 mm", "40 mm", 0.12).to("kN").m
    38.60...
    """
    return np.pi * joint_diameter * joint_length * joint_friction * contact_pressure


@formula(
    symbol="T_j",
    equation=r"T_j = \frac{\pi}{2} d_j^2 l_j \mu_j p_j",
    source="shigley-fits",
    example=_HOLDING,
)
def press_fit_torque(
    contact_pressure: Stress, joint_diameter: Diameter, joint_length: PositiveLength, joint_friction: PositiveRatio
) -> Torque:
    """Torque that a press fit holds by friction.

    Parameters
    ----------
    contact_pressure
        Pressure in the joint [MPa, ksi].
    joint_diameter, joint_length
        Of the joint [mm, in].
    joint_friction
        Coefficient of friction in the joint.

    Returns
    -------
    Quantity
        Torque at which it slips, without safety [N m].

    References
    ----------
    R. G. Budynas and J. K. Nisbett, Shigley's Mechanical Engineering Design, section 7-8.  The example is that of
    aionlinecalculator.com: 965 N m.

    Examples
    --------
    >>> press_fit_torque("51.2 MPa", "50 mm", "40 mm", 0.12).m
    965.0...
    """
    return np.pi / 2 * joint_diameter**2 * joint_length * joint_friction * contact_pressure

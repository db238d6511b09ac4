"""Joining and smoothing of press fits, and what they lose by spinning."""

from __future__ import annotations

import numpy as np

from chipload.mechanics.vessels.press_fits import GEOMETRY, HUB, MATERIALS, SHAFT
from chipload.mechanics.vessels.rotating import TURN
from chipload.units.formulas import formula
from chipload.units.kinds import (
    Density,
    Diameter,
    Growth,
    Length,
    Modulus,
    PoissonRatio,
    PositiveRatio,
    Real,
    Roughness,
    SmallLength,
    SpindleSpeed,
    TemperatureRise,
    ThermalExpansion,
)
from chipload.units.parameters import Requires


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = \frac{\delta_j + c_j}{\alpha_l d_j}",
    source="boresi-cylinders",
    example={
        "interference": "0.144 mm", "joining_clearance": "0.05 mm", "joint_diameter": "50 mm",
        "thermal_expansion": "11.7e-6 1/K",
    },
    requires=(
        Requires(
            ("thermal_expansion", "joint_diameter"), lambda expansion, _diameter: expansion > 0,
            "the part must grow with heat; give an expansion above zero",
        ),
    ),
)  # fmt: skip
def joining_temperature_rise(
    interference: SmallLength,
    joining_clearance: SmallLength,
    joint_diameter: Diameter,
    thermal_expansion: ThermalExpansion,
) -> TemperatureRise:
    """How much hotter than the shaft the hub must be to slip on.

    Parameters
    ----------
    interference
        Diameter of the shaft less that of the hole at one temperature, the largest of the fit [µm, thou].
    joining_clearance
        Clearance on the diameter wanted while joining [µm, thou].
    joint_diameter
        Diameter of the joint [mm, in].
    thermal_expansion
        Of the part that is heated, the hub, or cooled, the shaft [µm/(m K)].

    Returns
    -------
    Quantity
        Temperature difference [K]: the hub is heated, or the shaft cooled, by this much.

    Raises
    ------
    InputError
        When the expansion is not above zero.

    Notes
    -----
    The tempering temperature of the hub limits the heat, and the mean expansion to a low temperature is smaller than
    that at room temperature.

    References
    ----------
    A. P. Boresi and R. J. Schmidt, Advanced Mechanics of Materials, 6th ed.  The example is 11.3: 331.6 K.

    Examples
    --------
    >>> joining_temperature_rise("0.144 mm", "0.05 mm", "50 mm", "11.7e-6 1/K").m
    331.6...
    """
    return (interference + joining_clearance) / (thermal_expansion * joint_diameter)


@formula(
    symbol=r"\delta_R",
    equation=r"\delta_R = k_R (R_{z,s} + R_{z,h})",
    source="din7190-mesys",
    example={"shaft_rz": "6.3 um", "hub_rz": "10 um", "smoothing_share": 0.4},
)
def smoothing_loss(shaft_rz: Roughness, hub_rz: Roughness, smoothing_share: PositiveRatio) -> SmallLength:
    """Interference that is lost when joining presses the roughness flat.

    Parameters
    ----------
    shaft_rz, hub_rz
        Peak-to-valley height Rz of the two surfaces [µm].
    smoothing_share
        Share of the summed heights that is lost: 0.4 by DIN 7190-1:2017, 0.8 by the edition before it.

    Returns
    -------
    Quantity
        Loss of interference on the diameter [µm].

    References
    ----------
    DIN 7190-1, as told in the manual of MESYS.

    Examples
    --------
    >>> smoothing_loss("6.3 um", "10 um", 0.4).m
    6.52...
    """
    return smoothing_share * (shaft_rz + hub_rz)


_SPIN = {
    **GEOMETRY, **MATERIALS, "hub_density": "7200 kg/m**3", "shaft_density": "7850 kg/m**3",
}  # fmt: skip


def _loss_per_square(
    joint: Real, outer: Real, bore: Real, e_hub: Real, e_shaft: Real, nu_hub: Real, nu_shaft: Real, rho_hub: Real,
    rho_shaft: Real,
) -> Real:  # fmt: skip
    """Diametral interference lost at an angular velocity of one, by the discs that hub and shaft are."""
    hub = rho_hub / (16 * e_hub) * joint * ((3 + nu_hub) * outer**2 + (1 - nu_hub) * joint**2)
    shaft = rho_shaft / (16 * e_shaft) * joint * ((3 + nu_shaft) * bore**2 + (1 - nu_shaft) * joint**2)
    return hub - shaft


@formula(
    symbol=r"\Delta \delta",
    equation=(
        r"\Delta \delta = \frac{\omega^2 d_j}{16} (\frac{\rho_h}{E_h} ((3 + \nu_h) D_h^2 + (1 - \nu_h) d_j^2) - "
        r"\frac{\rho_s}{E_s} ((3 + \nu_s) d_b^2 + (1 - \nu_s) d_j^2)) ,\quad \omega = 2 \pi n"
    ),
    source="roark",
    example={"spindle_speed": "12000 rpm", **_SPIN},
    requires=(HUB, SHAFT),
)
def press_fit_speed_loss(
    spindle_speed: SpindleSpeed,
    joint_diameter: Diameter,
    hub_outer_diameter: Diameter,
    hub_modulus: Modulus,
    shaft_modulus: Modulus,
    hub_poisson_ratio: PoissonRatio,
    shaft_poisson_ratio: PoissonRatio,
    hub_density: Density,
    shaft_density: Density,
    shaft_bore_diameter: Length = 0.0,
) -> Growth:
    """Interference that a press fit loses by spinning.

    Parameters
    ----------
    spindle_speed
        Speed of rotation [rpm].
    joint_diameter
        Diameter of the joint [mm, in].
    hub_outer_diameter
        Outer diameter of the hub [mm, in].
    hub_modulus, shaft_modulus
        Elastic moduli [GPa].
    hub_poisson_ratio, shaft_poisson_ratio
        Of hub and shaft.
    hub_density, shaft_density
        Of hub and shaft [g/cm³].
    shaft_bore_diameter
        Diameter of a bore through the shaft, 0 for a solid one [mm, in].

    Returns
    -------
    Quantity
        Growth of the hole less growth of the shaft, on the diameter [µm]; the interference less this gives the
        pressure at speed with `press_fit_pressure`.

    Raises
    ------
    InputError
        When hub or shaft has no wall.

    Notes
    -----
    Hub and shaft as free discs of even thickness, superposed; a long shaft grows a little less than a disc.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., section 16.2.

    Examples
    --------
    >>> press_fit_speed_loss("12000 rpm", "50 mm", "80 mm", "210 GPa", "210 GPa", 0.3, 0.3,
    ...                      "7850 kg/m**3", "7850 kg/m**3").m
    3.89...
    """
    return (TURN * spindle_speed) ** 2 * _loss_per_square(
        joint_diameter, hub_outer_diameter, shaft_bore_diameter,
        hub_modulus, shaft_modulus, hub_poisson_ratio, shaft_poisson_ratio, hub_density, shaft_density,
    )  # fmt: skip


def _loosens(
    joint: Real, outer: Real, e_hub: Real, e_shaft: Real, nu_hub: Real, nu_shaft: Real, rho_hub: Real,
    rho_shaft: Real, bore: Real,
) -> object:  # fmt: skip
    return _loss_per_square(joint, outer, bore, e_hub, e_shaft, nu_hub, nu_shaft, rho_hub, rho_shaft) > 0


@formula(
    symbol="n_l",
    equation=r"n_l = n \sqrt{\frac{\delta_j}{\Delta \delta}}",
    source="roark",
    example={"interference": "40 um", **_SPIN},
    requires=(
        HUB,
        SHAFT,
        Requires(
            (
                "joint_diameter", "hub_outer_diameter", "hub_modulus", "shaft_modulus", "hub_poisson_ratio",
                "shaft_poisson_ratio", "hub_density", "shaft_density", "shaft_bore_diameter",
            ),
            _loosens,
            "the shaft grows more than the hub, so that no speed loosens this fit",
        ),
    ),
)  # fmt: skip
def press_fit_loosening_speed(
    interference: SmallLength,
    joint_diameter: Diameter,
    hub_outer_diameter: Diameter,
    hub_modulus: Modulus,
    shaft_modulus: Modulus,
    hub_poisson_ratio: PoissonRatio,
    shaft_poisson_ratio: PoissonRatio,
    hub_density: Density,
    shaft_density: Density,
    shaft_bore_diameter: Length = 0.0,
) -> SpindleSpeed:
    """Speed at which a press fit has lost all its pressure.

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
    hub_density, shaft_density
        Of hub and shaft [g/cm³].
    shaft_bore_diameter
        Diameter of a bore through the shaft, 0 for a solid one [mm, in].

    Returns
    -------
    Quantity
        Speed [rpm].

    Raises
    ------
    InputError
        When hub or shaft has no wall, or no speed loosens the fit.

    Notes
    -----
    The pressure falls with the square of the speed: at 0.7 of this speed half is left.

    References
    ----------
    W. C. Young and R. G. Budynas, Roark's Formulas for Stress and Strain, 7th ed., section 16.2.

    Examples
    --------
    >>> press_fit_loosening_speed("0.04 mm", "50 mm", "80 mm", "210 GPa", "210 GPa", 0.3, 0.3,
    ...                           "7850 kg/m**3", "7850 kg/m**3").m
    38450.6...
    """
    loss = _loss_per_square(
        joint_diameter, hub_outer_diameter, shaft_bore_diameter,
        hub_modulus, shaft_modulus, hub_poisson_ratio, shaft_poisson_ratio, hub_density, shaft_density,
    )  # fmt: skip
    return np.sqrt(interference / loss) / TURN

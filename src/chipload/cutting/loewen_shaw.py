"""Mean temperatures of shear plane and rake face after Loewen and Shaw: moving and stationary bands of heat.

The chip carries the heat of the shear plane away as it is made, the work meets it as a moving band; the chip meets
the friction on the rake face as a moving band, the tool as a stationary one.  Either side of a contact must have the
same mean temperature, which gives the share of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Conductivity,
    CuttingSpeed,
    Diffusivity,
    Fraction,
    PositiveLength,
    PositiveRatio,
    Ratio,
    Real,
    Stress,
    TemperatureRise,
    VolumetricHeat,
)
from chipload.units.parameters import Requires, ValidRatio

_MOVING_BAND = 4 / (3 * np.sqrt(np.pi))
"""Mean rise under a fast moving band is this times q l / (k sqrt(L)), half-length l; printed as 0.754."""
_SLOWEST = 5.0
"""Thermal number from which the form for a fast band holds within a few percent."""


def _thermal_number(speed: Real, half_length: Real, diffusivity: Real) -> Real:
    return speed * half_length / (2 * diffusivity)


def _shear_number(cutting_speed: Real, chip_thickness: Real, shear_strain: Real, diffusivity: Real) -> Real:
    """Thermal number of the band on the shear plane: speed of the band and its length are v and h times strain."""
    return _thermal_number(cutting_speed * shear_strain, chip_thickness / 2, diffusivity)


def _chip_number(cutting_speed: Real, chip_ratio: Real, contact_length: Real, diffusivity: Real) -> Real:
    return _thermal_number(cutting_speed * chip_ratio, contact_length / 2, diffusivity)


@formula(
    symbol=r"q_s",
    equation=r"q_s = \frac{1}{1 + 1.328 \sqrt{\frac{a \gamma_s}{v_c h}}}",
    source="loewen1954",
    example={
        "cutting_speed": "120 m/min", "chip_thickness": "0.2 mm", "shear_strain": 2.5,
        "thermal_diffusivity": "12 mm**2/s",
    },
    valid=(
        ValidRatio(
            "thermal number of the shear plane",
            ("cutting_speed", "chip_thickness", "shear_strain", "thermal_diffusivity"),
            _shear_number, _SLOWEST, np.inf,
            "at such a speed the work is warmed ahead of the shear plane; take the share as a lower bound",
        ),
    ),
)  # fmt: skip
def shear_heat_share(
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    shear_strain: PositiveRatio,
    thermal_diffusivity: Diffusivity,
) -> Fraction:
    """Share of the heat of the shear plane that leaves with the chip, after Loewen and Shaw.

    Parameters
    ----------
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness
        Chip thickness before it is cut [mm, in].
    shear_strain
        Shear strain of the chip.
    thermal_diffusivity
        Of the work [mm²/s].

    Returns
    -------
    Quantity
        The share of the chip; the work keeps the rest.

    Warns
    -----
    ValidityWarning
        For a thermal number ``v h strain / (4 a)`` below 5.

    References
    ----------
    E. G. Loewen and M. C. Shaw, On the analysis of cutting-tool temperatures, Transactions of the ASME 76 (1954)
    217-231; the moving band after J. C. Jaeger (1942).

    Examples
    --------
    >>> shear_heat_share("120 m/min", "0.2 mm", 2.5, "12 mm**2/s").m
    0.733...
    """
    number = _shear_number(cutting_speed, chip_thickness, shear_strain, thermal_diffusivity)
    # Chip and work are as warm: q u / c = (1 - q) B (v h / 2) / (c a sqrt(L)) u, with v h / a = 4 L / strain.
    return 1 / (1 + shear_strain / (2 * _MOVING_BAND * np.sqrt(number)))


@formula(
    symbol=r"A_m",
    equation=(
        r"A_m = \frac{x^2 y \operatorname{arsinh}(y / x) + x y^2 \operatorname{arsinh}(x / y) "
        r"+ (x^3 + y^3 - (x^2 + y^2)^{1.5}) / 3}{\pi l_c x y} ,\quad x = 2 l_c ,\quad y = b"
    ),
    source="loewen1954",
    example={"contact_length": "0.5 mm", "chip_width": "3 mm"},
)
def contact_area_factor(contact_length: PositiveLength, chip_width: PositiveLength) -> PositiveRatio:
    """Mean rise under the stationary contact of a chip, over ``q l / k`` of the tool.

    Parameters
    ----------
    contact_length
        Length of contact between chip and rake face [mm, in].
    chip_width
        Width of the chip [mm, in].

    Returns
    -------
    Quantity
        The factor, larger the wider the contact.

    Notes
    -----
    Exact for a rectangle of even heat on a half-space; the flank is taken as a plane of symmetry, so that a contact
    up to the edge is half of one twice as long.

    References
    ----------
    E. G. Loewen and M. C. Shaw, Transactions of the ASME 76 (1954) 217-231; the stationary rectangle after
    J. C. Jaeger (1942).

    Examples
    --------
    >>> contact_area_factor("0.5 mm", "3 mm").m
    1.52...
    """
    x, y = 2 * contact_length, chip_width
    potential = x**2 * y * np.arcsinh(y / x) + x * y**2 * np.arcsinh(x / y) + (x**3 + y**3 - (x**2 + y**2) ** 1.5) / 3
    return potential / (np.pi * contact_length * x * y)


@dataclass(frozen=True)
class LoewenShawRise:
    """Mean rises of temperature above the work, and the shares of the heat that go with the chip."""

    shear_plane_rise: TemperatureRise
    rake_face_rise: TemperatureRise
    shear_share: Fraction
    friction_share: Ratio


def _balance(
    friction_energy: Real,
    cutting_speed: Real,
    chip_thickness: Real,
    chip_width: Real,
    contact_length: Real,
    shear_strain: Real,
    shear_energy: Real,
    heat_capacity: Real,
    conductivity: Real,
    tool_conductivity: Real,
) -> Any:
    """True where friction alone could make the tool as hot as the chip arrives."""
    share = shear_heat_share.kernel(cutting_speed, chip_thickness, shear_strain, conductivity / heat_capacity)
    flow = friction_energy * cutting_speed * chip_thickness
    return share * shear_energy / heat_capacity <= (
        flow * contact_area_factor.kernel(contact_length, chip_width) / tool_conductivity
    )


_EXAMPLE = {
    "cutting_speed": "120 m/min", "chip_thickness": "0.2 mm", "chip_width": "3 mm", "contact_length": "0.6 mm",
    "chip_ratio": 0.4, "shear_strain": 2.5, "shear_energy": "1800 MPa", "friction_energy": "600 MPa",
    "volumetric_heat_capacity": "3.8 J/(cm**3*K)", "thermal_conductivity": "45 W/(m*K)",
    "tool_conductivity": "80 W/(m*K)",
}  # fmt: skip


@formula(
    symbol=r"\Delta T",
    equation=(
        r"\Delta T_s = q_s \frac{u_{sh}}{c_v} ,\quad "
        r"\Delta T_f = \Delta T_s + 0.377 \frac{q_f u_\gamma v_c h}{\lambda \sqrt{L}} "
        r"= (1 - q_f) \frac{u_\gamma v_c h A_m}{\lambda_t} ,\quad "
        r"L = \frac{v_c r_c l_c c_v}{4 \lambda}"
    ),
    source="loewen1954",
    example=_EXAMPLE,
    valid=(
        ValidRatio(
            "thermal number of the shear plane",
            ("cutting_speed", "chip_thickness", "shear_strain", "volumetric_heat_capacity", "thermal_conductivity"),
            lambda speed, thickness, strain, heat, conductivity: _shear_number(
                speed, thickness, strain, conductivity / heat
            ),
            _SLOWEST, np.inf,
            "at such a speed the work is warmed ahead of the shear plane; take the rise there as a lower bound",
        ),
        ValidRatio(
            "thermal number of the chip on the rake face",
            ("cutting_speed", "chip_ratio", "contact_length", "volumetric_heat_capacity", "thermal_conductivity"),
            lambda speed, ratio, length, heat, conductivity: _chip_number(speed, ratio, length, conductivity / heat),
            _SLOWEST, np.inf,
            "the chip moves too slowly for a moving band of heat; take Cook's form for an order of magnitude",
        ),
    ),
    requires=(
        Requires(
            (
                "friction_energy", "cutting_speed", "chip_thickness", "chip_width", "contact_length", "shear_strain",
                "shear_energy", "volumetric_heat_capacity", "thermal_conductivity", "tool_conductivity",
            ),
            _balance,
            "the chip arrives hotter than friction could make the tool, so that the two cannot balance; "
            "check the friction energy and the conductivity of the tool",
        ),
    ),
)  # fmt: skip
def loewen_shaw_temperature_rise(
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    contact_length: PositiveLength,
    chip_ratio: PositiveRatio,
    shear_strain: PositiveRatio,
    shear_energy: Stress,
    friction_energy: Stress,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_conductivity: Conductivity,
    tool_conductivity: Conductivity,
) -> LoewenShawRise:
    """Mean rise of temperature on the shear plane and on the rake face, after Loewen and Shaw.

    Parameters
    ----------
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness, chip_width
        Thickness and width of the chip before it is cut [mm, in].
    contact_length
        Length of contact between chip and rake face [mm, in].
    chip_ratio
        Thickness of the chip before over after the cut.
    shear_strain
        Shear strain of the chip.
    shear_energy, friction_energy
        Work of shearing and of friction on the volume removed, see `specific_energies` [MPa, which is J/cm³].
    volumetric_heat_capacity, thermal_conductivity
        Of the work [J/(cm³ K), W/(m K)].
    tool_conductivity
        Thermal conductivity of the tool [W/(m K)].

    Returns
    -------
    LoewenShawRise
        Rise on the shear plane and on the rake face above the temperature of the work [K], and the shares of the
        heat of shearing and of friction that the chip carries away.

    Raises
    ------
    InputError
        When the chip arrives hotter than friction could make the tool.

    Warns
    -----
    ValidityWarning
        For a thermal number of the shear plane or of the chip below 5.

    Notes
    -----
    Orthogonal cut, continuous chip, sharp edge, no coolant, steady state.  Conductivity and heat capacity change
    with temperature: put in their values near the temperature found, and once more until they agree.

    References
    ----------
    E. G. Loewen and M. C. Shaw, On the analysis of cutting-tool temperatures, Transactions of the ASME 76 (1954)
    217-231.

    Examples
    --------
    >>> found = loewen_shaw_temperature_rise("120 m/min", "0.2 mm", "3 mm", "0.6 mm", 0.4, 2.5, "1800 MPa",
    ...                                      "600 MPa", "3.8 J/(cm**3*K)", "45 W/(m*K)", "80 W/(m*K)")
    >>> found.shear_plane_rise.m, found.rake_face_rise.m
    (347..., 852...)
    """
    diffusivity = thermal_conductivity / volumetric_heat_capacity
    shear_share = shear_heat_share.si(cutting_speed, chip_thickness, shear_strain, diffusivity)
    shear_rise = shear_share * shear_energy / volumetric_heat_capacity
    flow = friction_energy * cutting_speed * chip_thickness
    number = _chip_number(cutting_speed, chip_ratio, contact_length, diffusivity)
    chip = _MOVING_BAND / 2 * flow / (thermal_conductivity * np.sqrt(number))
    tool = flow * contact_area_factor.si(contact_length, chip_width) / tool_conductivity
    friction_share = (tool - shear_rise) / (tool + chip)
    rake_rise = shear_rise + friction_share * chip
    shear_rise, shear_share = (np.broadcast_to(one, np.shape(rake_rise))[()] for one in (shear_rise, shear_share))
    return LoewenShawRise(shear_rise, rake_rise, shear_share, friction_share)

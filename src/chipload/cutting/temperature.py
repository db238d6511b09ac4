"""Temperature of the chip: what shear and friction add to that of the work.

Every temperature here is a difference; add the temperature of the work yourself.
"""

from __future__ import annotations

import numpy as np

from chipload.units.formulas import formula
from chipload.units.kinds import (
    Angle,
    Conductivity,
    CuttingSpeed,
    Diffusivity,
    PositiveLength,
    Power,
    Real,
    Stress,
    TemperatureRise,
    VolumetricHeat,
)
from chipload.units.parameters import Requires, ValidRatio

_COOK_FACTOR, _COOK_EXPONENT = 0.4, 0.333  # as printed in the source


@formula(
    symbol=r"\Delta T",
    equation=r"\Delta T = 0.4 \frac{k_c}{c_v} (\frac{v_c h}{a})^{0.333}",
    source="S10",
    example={
        "specific_cutting_force": "1038 MPa", "cutting_speed": "100 m/min", "chip_thickness": "0.5 mm",
        "volumetric_heat_capacity": "3 J/(cm**3*K)", "thermal_diffusivity": "50 mm**2/s",
    },
    valid=(
        ValidRatio(
            "thermal number", ("cutting_speed", "chip_thickness", "thermal_diffusivity"),
            lambda speed, thickness, diffusivity: speed * thickness / diffusivity, 5.0, np.inf,
            "heat then runs ahead of so slow a cut, and the law gives too much",
        ),
    ),
)  # fmt: skip
def chip_tool_temperature_rise(
    specific_cutting_force: Stress,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_diffusivity: Diffusivity,
) -> TemperatureRise:
    """Mean rise of temperature between chip and tool, after Cook.

    Parameters
    ----------
    specific_cutting_force
        Specific cutting force, the energy that a unit of volume takes [MPa, which is J/cm³].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness
        Chip thickness before it is cut [mm, in].
    volumetric_heat_capacity, thermal_diffusivity
        Of the work [J/(cm³ K), mm²/s].

    Returns
    -------
    Quantity
        Rise above the temperature of the work [K].

    Warns
    -----
    ValidityWarning
        For a thermal number ``v h / a`` below 5.

    Notes
    -----
    An order of magnitude, for a continuous cut without coolant; a milling edge cools between cuts and stays below.

    References
    ----------
    M. P. Groover, Fundamentals of Modern Manufacturing, on cutting temperature: 353 K for this example.

    Examples
    --------
    >>> chip_tool_temperature_rise("1038 MPa", "100 m/min", "0.5 mm", "3 J/(cm**3*K)", "50 mm**2/s").m
    353.1...
    """
    thermal_number = cutting_speed * chip_thickness / thermal_diffusivity
    return _COOK_FACTOR * specific_cutting_force / volumetric_heat_capacity * thermal_number**_COOK_EXPONENT


def _heat_into_work(
    cutting_speed: Real, chip_thickness: Real, heat_capacity: Real, conductivity: Real, shear_angle: Real
) -> Real:
    """Share of the heat of the shear plane that stays in the work."""
    thermal_number = heat_capacity * cutting_speed * chip_thickness / conductivity
    return 0.15 * np.log(27.5 / (thermal_number * np.tan(shear_angle)))


_SHEAR_ANGLE = Requires(
    ("shear_angle",),
    lambda shear_angle: (shear_angle > 0) & (shear_angle < np.pi / 2),
    "the shear angle lies between 0 and 90 degrees",
)


@formula(
    symbol=r"\Delta T",
    equation=(
        r"\Delta T = (1 - q_w) \frac{P_s}{c_v v_c h b} ,\quad "
        r"q_w = 0.15 \ln(\frac{27.5 \lambda}{c_v v_c h \tan(\phi_c)})"
    ),
    source="ghosh-mallik",
    example={
        "shear_power": "733.3 W", "cutting_speed": "2 m/s", "chip_thickness": "0.25 mm", "chip_width": "2 mm",
        "volumetric_heat_capacity": "3.6144 J/(cm**3*K)", "thermal_conductivity": "43.6 W/(m*K)",
        "shear_angle": "18.4349 deg",
    },
    requires=(
        _SHEAR_ANGLE,
        Requires(
            (
                "cutting_speed", "chip_thickness", "volumetric_heat_capacity", "thermal_conductivity", "shear_angle",
            ),
            lambda *values: (_heat_into_work(*values) >= 0) & (_heat_into_work(*values) <= 1),
            "the share of heat into the work comes out below 0 or above 1: speed and chip are outside the range of "
            "the law",
        ),
    ),
)  # fmt: skip
def shear_plane_temperature_rise(
    shear_power: Power,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_conductivity: Conductivity,
    shear_angle: Angle,
) -> TemperatureRise:
    """Rise of temperature that a chip has from the shear plane.

    Parameters
    ----------
    shear_power
        Power spent on the shear plane: all of the cutting power but `rake_face_temperature_rise`'s share [kW].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness, chip_width
        Thickness and width of the chip before it is cut [mm, in].
    volumetric_heat_capacity, thermal_conductivity
        Of the work [J/(cm³ K), W/(m K)].
    shear_angle
        Shear angle [°].

    Returns
    -------
    Quantity
        Rise above the temperature of the work [K].

    Raises
    ------
    InputError
        For a shear angle outside 0 to 90°, and where the law gives the work less than none or more than all of
        the heat.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 4.6, p. 199.

    Examples
    --------
    >>> shear_plane_temperature_rise("733.3 W", "2 m/s", "0.25 mm", "2 mm", "3.6144 J/(cm**3*K)",
    ...                              "43.6 W/(m*K)", "18.4349 deg").m
    181.9...
    """
    into_work = _heat_into_work(
        cutting_speed, chip_thickness, volumetric_heat_capacity, thermal_conductivity, shear_angle
    )
    flow = volumetric_heat_capacity * cutting_speed * chip_thickness * chip_width
    return (1 - into_work) * shear_power / flow


@formula(
    symbol=r"\Delta T",
    equation=(
        r"\Delta T = \frac{1.13 P_f}{b \sqrt{c_v v_c h \lambda (1 + \tan(\phi_c - \gamma))}}"
    ),
    source="ghosh-mallik",
    example={
        "friction_power": "400 W", "cutting_speed": "2 m/s", "chip_thickness": "0.25 mm", "chip_width": "2 mm",
        "volumetric_heat_capacity": "3.6144 J/(cm**3*K)", "thermal_conductivity": "43.6 W/(m*K)",
        "shear_angle": "18.4349 deg", "rake_angle": "5 deg",
    },
    requires=(
        _SHEAR_ANGLE,
        Requires(
            ("shear_angle", "rake_angle"),
            lambda shear_angle, rake_angle: abs(shear_angle - rake_angle + np.pi / 8) < 3 * np.pi / 8,
            "shear angle less rake must lie between -45 and 45 degrees",
        ),
    ),
)  # fmt: skip
def rake_face_temperature_rise(
    friction_power: Power,
    cutting_speed: CuttingSpeed,
    chip_thickness: PositiveLength,
    chip_width: PositiveLength,
    volumetric_heat_capacity: VolumetricHeat,
    thermal_conductivity: Conductivity,
    shear_angle: Angle,
    rake_angle: Angle,
) -> TemperatureRise:
    """Largest rise of temperature that friction on the rake face adds.

    Parameters
    ----------
    friction_power
        Friction force on the rake face times the speed of the chip [kW].
    cutting_speed
        Cutting speed [m/min, sfm].
    chip_thickness, chip_width
        Thickness and width of the chip before it is cut [mm, in].
    volumetric_heat_capacity, thermal_conductivity
        Of the work [J/(cm³ K), W/(m K)].
    shear_angle, rake_angle
        Shear angle and rake [°].

    Returns
    -------
    Quantity
        Rise above that of the shear plane, see `shear_plane_temperature_rise` [K].

    Raises
    ------
    InputError
        For a shear angle outside 0 to 90°, or too far from the rake.

    References
    ----------
    A. Ghosh and A. K. Mallik, Manufacturing Science, chapter 4, problem 4.6, p. 199.

    Examples
    --------
    >>> rake_face_temperature_rise("400 W", "2 m/s", "0.25 mm", "2 mm", "3.6144 J/(cm**3*K)", "43.6 W/(m*K)",
    ...                            "18.4349 deg", "0 deg").m
    697.3...
    """
    root = np.sqrt(
        volumetric_heat_capacity * cutting_speed * chip_thickness * thermal_conductivity
        * (1 + np.tan(shear_angle - rake_angle))
    )  # fmt: skip
    return 1.13 * friction_power / (chip_width * root)

"""Cylinders, discs and press fits."""

from chipload.mechanics.vessels.cylinder_yield import (
    Autofrettage,
    autofrettage,
    cylinder_collapse_pressure,
    cylinder_yield_pressure,
)
from chipload.mechanics.vessels.joining import (
    joining_temperature_rise,
    press_fit_loosening_speed,
    press_fit_speed_loss,
    smoothing_loss,
)
from chipload.mechanics.vessels.press_fits import (
    PressFitStress,
    press_fit_force,
    press_fit_pressure,
    press_fit_stress,
    press_fit_torque,
)
from chipload.mechanics.vessels.pressure_shells import (
    SeamStress,
    ThinCylinder,
    ThinSphere,
    helical_seam_stress,
    thick_wall_thickness,
    thin_cylinder,
    thin_sphere,
    vessel_wall_thickness,
)
from chipload.mechanics.vessels.rotating import (
    DiscState,
    RingState,
    disc_burst_speed,
    disc_yield_speed,
    rotating_disc,
    rotating_ring,
    rotating_solid_disc,
)
from chipload.mechanics.vessels.thick_cylinders import (
    CylinderStress,
    SphereStress,
    thick_cylinder,
    thick_cylinder_growth,
    thick_sphere,
)

__all__ = [
    "Autofrettage", "CylinderStress", "DiscState", "PressFitStress", "RingState", "SeamStress", "SphereStress",
    "ThinCylinder", "ThinSphere", "autofrettage", "cylinder_collapse_pressure", "cylinder_yield_pressure",
    "disc_burst_speed", "disc_yield_speed", "helical_seam_stress", "joining_temperature_rise", "press_fit_force",
    "press_fit_loosening_speed", "press_fit_pressure", "press_fit_speed_loss", "press_fit_stress", "press_fit_torque",
    "rotating_disc", "rotating_ring", "rotating_solid_disc", "smoothing_loss", "thick_cylinder",
    "thick_cylinder_growth", "thick_sphere", "thick_wall_thickness", "thin_cylinder", "thin_sphere",
    "vessel_wall_thickness",
]  # fmt: skip

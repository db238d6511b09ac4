"""Formulas of the strength of materials: for now, the tool as a stepped beam."""

from chipload.mechanics.cylinder_yield import (
    Autofrettage,
    autofrettage,
    cylinder_collapse_pressure,
    cylinder_yield_pressure,
)
from chipload.mechanics.disc_springs import (
    DiscSpringStress,
    disc_spring_force,
    disc_spring_stress,
)
from chipload.mechanics.flat_notches import (
    ellipse_hole_concentration,
    flat_fillet_concentration,
    flat_hole_concentration,
    flat_notches_concentration,
    notched_bar_stress,
    notched_beam_stress,
)
from chipload.mechanics.helical_springs import (
    CoilCount,
    bergstrasser_factor,
    helical_spring_rate,
    helical_spring_stress,
    spring_coils,
    wahl_factor,
)
from chipload.mechanics.hertz import (
    LineContact,
    PointContact,
    contact_modulus,
    cylinder_contact,
    sphere_contact,
)
from chipload.mechanics.hertz_ellipse import (
    EllipseContact,
    ellipse_contact,
)
from chipload.mechanics.joining import (
    joining_temperature_rise,
    press_fit_loosening_speed,
    press_fit_speed_loss,
    smoothing_loss,
)
from chipload.mechanics.keys import (
    KeyStress,
    coupling_bolt_shear_stress,
    cross_pin_shear_stress,
    key_length,
    key_stress,
    pin_bearing_stress,
    pin_shear_stress,
    spline_bearing_stress,
)
from chipload.mechanics.leaf_springs import (
    LeafSpring,
    laminated_leaf_spring,
    leaf_spring_deflection,
    leaf_spring_radius,
)
from chipload.mechanics.press_fits import (
    PressFitStress,
    press_fit_force,
    press_fit_pressure,
    press_fit_stress,
    press_fit_torque,
)
from chipload.mechanics.pressure_shells import (
    SeamStress,
    ThinCylinder,
    ThinSphere,
    helical_seam_stress,
    thick_wall_thickness,
    thin_cylinder,
    thin_sphere,
    vessel_wall_thickness,
)
from chipload.mechanics.rotating import (
    DiscState,
    RingState,
    disc_burst_speed,
    disc_yield_speed,
    rotating_disc,
    rotating_ring,
    rotating_solid_disc,
)
from chipload.mechanics.shaft_notches import (
    cross_hole_concentration,
    keyseat_concentration,
    shaft_fillet_concentration,
    shaft_groove_concentration,
)
from chipload.mechanics.shafts import ShaftStress, fluctuating_shaft_diameter, shaft_stress
from chipload.mechanics.spring_checks import (
    spring_buckling_deflection,
    spring_fatigue_safety,
    spring_surge_frequency,
    spring_wire_energy,
)
from chipload.mechanics.spring_hooks import (
    HookStress,
    extension_hook_stress,
    simple_hook_stress,
    wire_tensile_strength,
)
from chipload.mechanics.thick_cylinders import (
    CylinderStress,
    SphereStress,
    thick_cylinder,
    thick_cylinder_growth,
    thick_sphere,
)
from chipload.mechanics.tool import (
    ToolDeflection,
    ToolStress,
    tool_deflection,
    tool_stress,
)
from chipload.mechanics.torsion_springs import (
    SpiralSpring,
    spiral_spring,
    torsion_spring_rate,
    torsion_spring_stress,
)

__all__ = ["ToolDeflection", "ToolStress", "tool_deflection", "tool_stress"]
__all__ += [
    "Autofrettage",
    "CoilCount",
    "CylinderStress",
    "DiscSpringStress",
    "DiscState",
    "EllipseContact",
    "HookStress",
    "KeyStress",
    "LeafSpring",
    "LineContact",
    "PointContact",
    "PressFitStress",
    "RingState",
    "SeamStress",
    "ShaftStress",
    "SphereStress",
    "SpiralSpring",
    "ThinCylinder",
    "ThinSphere",
    "autofrettage",
    "bergstrasser_factor",
    "contact_modulus",
    "coupling_bolt_shear_stress",
    "cross_hole_concentration",
    "cross_pin_shear_stress",
    "cylinder_collapse_pressure",
    "cylinder_contact",
    "cylinder_yield_pressure",
    "disc_burst_speed",
    "disc_spring_force",
    "disc_spring_stress",
    "disc_yield_speed",
    "ellipse_contact",
    "ellipse_hole_concentration",
    "extension_hook_stress",
    "flat_fillet_concentration",
    "flat_hole_concentration",
    "flat_notches_concentration",
    "fluctuating_shaft_diameter",
    "helical_seam_stress",
    "helical_spring_rate",
    "helical_spring_stress",
    "joining_temperature_rise",
    "key_length",
    "key_stress",
    "keyseat_concentration",
    "laminated_leaf_spring",
    "leaf_spring_deflection",
    "leaf_spring_radius",
    "notched_bar_stress",
    "notched_beam_stress",
    "pin_bearing_stress",
    "pin_shear_stress",
    "press_fit_force",
    "press_fit_loosening_speed",
    "press_fit_pressure",
    "press_fit_speed_loss",
    "press_fit_stress",
    "press_fit_torque",
    "rotating_disc",
    "rotating_ring",
    "rotating_solid_disc",
    "shaft_fillet_concentration",
    "shaft_groove_concentration",
    "shaft_stress",
    "simple_hook_stress",
    "smoothing_loss",
    "sphere_contact",
    "spiral_spring",
    "spline_bearing_stress",
    "spring_buckling_deflection",
    "spring_coils",
    "spring_fatigue_safety",
    "spring_surge_frequency",
    "spring_wire_energy",
    "thick_cylinder",
    "thick_cylinder_growth",
    "thick_sphere",
    "thick_wall_thickness",
    "thin_cylinder",
    "thin_sphere",
    "torsion_spring_rate",
    "torsion_spring_stress",
    "vessel_wall_thickness",
    "wahl_factor",
    "wire_tensile_strength",
]

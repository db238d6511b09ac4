"""Bars, shafts, columns, curved members and plates; the tool as a stepped beam."""

from chipload.mechanics.members.annular_plates import (
    AnnularPlate,
    annular_plate,
)
from chipload.mechanics.members.axial import (
    axial_elongation,
    axial_stiffness,
    axial_stress,
    hanging_bar_elongation,
    hanging_bar_stress,
    taper_bar_elongation,
)
from chipload.mechanics.members.columns import (
    ColumnStrength,
    column_critical_stress,
    column_regime,
    column_strength,
    euler_load,
    round_column_diameter,
    slenderness_ratio,
    square_column_side,
    transition_slenderness,
)
from chipload.mechanics.members.curved_beams import (
    CurvedBeamStress,
    curved_beam_stress,
    curved_rectangle_stress,
    curved_round_stress,
    curved_trapezoid_stress,
)
from chipload.mechanics.members.curved_profiles import (
    curved_i_section_stress,
)
from chipload.mechanics.members.eccentric_columns import (
    EccentricCompression,
    eccentric_column_deflection,
    eccentric_compression_stress,
    kern_distance,
    secant_load,
    secant_stress,
)
from chipload.mechanics.members.fluctuating_shafts import (
    fluctuating_shaft_diameter,
)
from chipload.mechanics.members.hooks import (
    c_frame_stress,
    crane_hook_stress,
)
from chipload.mechanics.members.rectangular_plates import (
    ClampedRectangularPlate,
    RectangularPlate,
    clamped_rectangular_plate,
    supported_rectangular_plate,
    supported_rectangular_plate_point_load,
)
from chipload.mechanics.members.round_plates import (
    ClampedPlate,
    SupportedPlate,
    clamped_round_plate,
    clamped_round_plate_point_load,
    flexural_rigidity,
    supported_round_plate,
    supported_round_plate_point_load,
)
from chipload.mechanics.members.shafts import (
    CombinedShaftStress,
    EquivalentMoments,
    asme_shaft_diameter,
    combined_shaft_stress,
    equivalent_shaft_moments,
)
from chipload.mechanics.members.shared_loads import (
    HeldBar,
    SharedLoad,
    held_bar,
    shared_axial_load,
)
from chipload.mechanics.members.stepped import (
    SteppedBar,
    SteppedShaft,
    stepped_bar,
    stepped_shaft,
)
from chipload.mechanics.members.thin_walls import (
    closed_wall_stress,
    closed_wall_torsion_constant,
    open_wall_stress,
    open_wall_torsion_constant,
)
from chipload.mechanics.members.tool import (
    ToolDeflection,
    ToolStress,
    tool_deflection,
    tool_stress,
)
from chipload.mechanics.members.torsion import (
    HeldShaft,
    held_shaft,
    shaft_diameter,
    shaft_diameter_for_twist,
    torsion_stress,
    torsional_stiffness,
    twist_angle,
)
from chipload.mechanics.members.torsion_shapes import (
    ellipse_torsion_constant,
    ellipse_torsion_stress,
    rectangle_torsion_constant,
    rectangle_torsion_stress,
    triangle_torsion_constant,
    triangle_torsion_stress,
)

__all__ = [
    "AnnularPlate", "ClampedPlate", "ClampedRectangularPlate", "ColumnStrength", "CombinedShaftStress",
    "CurvedBeamStress", "EccentricCompression", "EquivalentMoments", "HeldBar", "HeldShaft", "RectangularPlate",
    "SharedLoad", "SteppedBar", "SteppedShaft", "SupportedPlate", "ToolDeflection", "ToolStress", "annular_plate",
    "asme_shaft_diameter", "axial_elongation", "axial_stiffness", "axial_stress", "c_frame_stress",
    "clamped_rectangular_plate", "clamped_round_plate", "clamped_round_plate_point_load", "closed_wall_stress",
    "closed_wall_torsion_constant", "column_critical_stress", "column_regime", "column_strength",
    "combined_shaft_stress", "crane_hook_stress", "curved_beam_stress", "curved_i_section_stress",
    "curved_rectangle_stress", "curved_round_stress", "curved_trapezoid_stress", "eccentric_column_deflection",
    "eccentric_compression_stress", "ellipse_torsion_constant", "ellipse_torsion_stress", "equivalent_shaft_moments",
    "euler_load", "flexural_rigidity", "fluctuating_shaft_diameter", "hanging_bar_elongation", "hanging_bar_stress",
    "held_bar", "held_shaft", "kern_distance", "open_wall_stress", "open_wall_torsion_constant",
    "rectangle_torsion_constant", "rectangle_torsion_stress", "round_column_diameter", "secant_load", "secant_stress",
    "shaft_diameter", "shaft_diameter_for_twist", "shared_axial_load", "slenderness_ratio", "square_column_side",
    "stepped_bar", "stepped_shaft", "supported_rectangular_plate", "supported_rectangular_plate_point_load",
    "supported_round_plate", "supported_round_plate_point_load", "taper_bar_elongation", "tool_deflection",
    "tool_stress", "torsion_stress", "torsional_stiffness", "transition_slenderness", "triangle_torsion_constant",
    "triangle_torsion_stress", "twist_angle",
]  # fmt: skip

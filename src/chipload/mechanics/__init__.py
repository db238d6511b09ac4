"""Formulas of the strength of materials: for now, the tool as a stepped beam."""

from chipload.mechanics.bolt_groups import BoltGroupShear, bolt_group_shear
from chipload.mechanics.bolted_joints import BoltedJoint, BoltFatigue, bolt_fatigue, bolted_joint
from chipload.mechanics.bolts import (
    ThreadStripping,
    metric_stress_area,
    nut_factor,
    thread_stripping,
    tightening_torque,
    unified_stress_area,
)
from chipload.mechanics.dovetails import dovetail_between_pins, dovetail_over_pins, dovetail_wide_width
from chipload.mechanics.hole_circles import HoleCircle, bolt_circle, chord_length, hole_centre_distance
from chipload.mechanics.iso286_rule import deviation_by_rule, tolerance_by_rule, tolerance_unit
from chipload.mechanics.joint_stiffness import (
    bolt_stiffness,
    clamped_stiffness,
    frustum_stiffness,
    load_share,
    member_stiffness,
)
from chipload.mechanics.limits import FitLimits, InterferenceLimits, fit_limits, interference_limits
from chipload.mechanics.masses import (
    ball_mass,
    hexagon_bar_mass,
    plate_mass,
    ring_mass,
    round_bar_mass,
    square_bar_mass,
    tube_mass,
)
from chipload.mechanics.power_screws import lowering_torque, raising_torque, screw_efficiency, self_locking_friction
from chipload.mechanics.shop_geometry import (
    CompoundAngle,
    across_corners,
    arc_radius,
    compound_angle,
    pin_over_vee,
    sine_bar_height,
)
from chipload.mechanics.tapers import (
    tailstock_offset,
    taper_end_radius,
    taper_from_balls,
    taper_from_rollers,
    taper_half_angle,
    taper_ratio,
)
from chipload.mechanics.tolerance_stack import Dimension, StackLimits, ToleranceStack
from chipload.mechanics.tool import (
    ToolDeflection,
    ToolStress,
    tool_deflection,
    tool_stress,
)

__all__ = ["ToolDeflection", "ToolStress", "tool_deflection", "tool_stress"]
__all__ += [
    "BoltFatigue",
    "BoltGroupShear",
    "BoltedJoint",
    "CompoundAngle",
    "Dimension",
    "FitLimits",
    "HoleCircle",
    "InterferenceLimits",
    "StackLimits",
    "ThreadStripping",
    "ToleranceStack",
    "across_corners",
    "arc_radius",
    "ball_mass",
    "bolt_circle",
    "bolt_fatigue",
    "bolt_group_shear",
    "bolt_stiffness",
    "bolted_joint",
    "chord_length",
    "clamped_stiffness",
    "compound_angle",
    "deviation_by_rule",
    "dovetail_between_pins",
    "dovetail_over_pins",
    "dovetail_wide_width",
    "fit_limits",
    "frustum_stiffness",
    "hexagon_bar_mass",
    "hole_centre_distance",
    "interference_limits",
    "load_share",
    "lowering_torque",
    "member_stiffness",
    "metric_stress_area",
    "nut_factor",
    "pin_over_vee",
    "plate_mass",
    "raising_torque",
    "ring_mass",
    "round_bar_mass",
    "screw_efficiency",
    "self_locking_friction",
    "sine_bar_height",
    "square_bar_mass",
    "tailstock_offset",
    "taper_end_radius",
    "taper_from_balls",
    "taper_from_rollers",
    "taper_half_angle",
    "taper_ratio",
    "thread_stripping",
    "tightening_torque",
    "tolerance_by_rule",
    "tolerance_unit",
    "tube_mass",
    "unified_stress_area",
]

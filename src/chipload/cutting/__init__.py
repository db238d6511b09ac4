"""Formulas of the cut: speed and feed, engagement, chip thickness, force, torque and power."""

from chipload.cutting.arcs import (
    concave_engagement_angle,
    concave_radial_depth,
    convex_engagement_angle,
    convex_radial_depth,
    radial_depth_for_engagement,
)
from chipload.cutting.best_life import (
    best_profit_life,
    least_cost_life,
    least_cost_speed,
    most_production_life,
    most_production_speed,
)
from chipload.cutting.bias import (
    chip_over_edge_radius,
    mean_chip_bias,
    minimum_chip_thickness,
    rubbing_share,
    true_tooth_force,
)
from chipload.cutting.broaching import broach_tooth_pitch, broaching_force, teeth_along
from chipload.cutting.chip import (
    chip_thinning_factor,
    feed_for_max_chip,
    feed_for_mean_chip,
    max_chip_thickness,
    mean_chip_thickness,
    mean_chip_thickness_between,
)
from chipload.cutting.chip_energy import SpecificEnergies, friction_energy_share, specific_energies
from chipload.cutting.chuck import (
    chuck_gripping_force,
    chuck_permissible_speed,
    chuck_standstill_force,
    jaw_centrifugal_force,
)
from chipload.cutting.circles import (
    inside_centre_feed,
    inside_edge_feed,
    inside_radial_depth,
    outside_centre_feed,
    outside_edge_feed,
    outside_radial_depth,
)
from chipload.cutting.coefficients import (
    KienzleLaw,
    LinearLaw,
    MeanForces,
    identify_coefficients,
    kienzle_from_linear,
    linearised_kienzle,
    slot_mean_forces,
)
from chipload.cutting.curves import MillingForceCurves, milling_force_curves
from chipload.cutting.deep_holes import deep_hole_feed_factor, deep_hole_speed_factor
from chipload.cutting.drill_thrust import (
    drill_buckling_load,
    drilling_feed_force,
    enlarging_feed_force,
    enlarging_removal_rate,
    enlarging_torque,
    tungaloy_drilling_thrust,
    tungaloy_drilling_torque,
)
from chipload.cutting.drilling import drilling_chip_thickness, drilling_power, drilling_torque, enlarging_power
from chipload.cutting.economics import PartCost, PartTime, part_cost, part_time, profit_per_hour
from chipload.cutting.effective import (
    ball_effective_diameter,
    chamfer_effective_diameter,
    corner_effective_diameter,
    entering_angle,
    entering_angle_at_depth,
    mean_entering_angle,
    tilted_ball_effective_diameter,
)
from chipload.cutting.engagement import (
    Engagement,
    approach_length,
    engagement_angle,
    face_engagement,
    side_engagement,
    teeth_in_cut,
)
from chipload.cutting.facing import (
    ForceComponents,
    cap_diameter,
    capped_spindle_speed,
    chip_slenderness,
    facing_time,
    grooving_force,
    mean_cut_diameter,
    turning_force_components,
)
from chipload.cutting.force import condition_factor, rake_factor, side_force, specific_cutting_force, tooth_force
from chipload.cutting.force_circle import (
    ForceCircle,
    OrthogonalForces,
    force_circle,
    friction_angle,
    friction_coefficient,
    orthogonal_forces,
    shear_area,
    shear_stress,
)
from chipload.cutting.grinding import (
    equivalent_chip_thickness,
    grinding_chip_thickness,
    grinding_contact_length,
    ground_surface_temperature_rise,
    specific_removal_rate,
)
from chipload.cutting.heat import (
    HeatSplit,
    bulk_temperature_rise,
    coolant_flow,
    heat_split,
    spindle_growth,
    thermal_diffusivity,
    thermal_growth,
    volumetric_heat_capacity,
)
from chipload.cutting.hole_shape import countersink_depth, drill_point_length
from chipload.cutting.instantaneous import KienzleConstants, LinearCoefficients, MillingForces, milling_forces
from chipload.cutting.kinematics import (
    axial_feed_rate,
    cutting_speed,
    cutting_time,
    drilling_removal_rate,
    feed_per_tooth,
    feed_rate,
    milling_removal_rate,
    spindle_speed,
    turning_removal_rate,
)
from chipload.cutting.life import in_cut_share, interrupted_cut_life, parts_per_edge, wear_limited_life
from chipload.cutting.loewen_shaw import contact_area_factor, loewen_shaw_temperature_rise, shear_heat_share
from chipload.cutting.oblique import effective_rake, stabler_chip_flow
from chipload.cutting.orthogonal import (
    chip_ratio,
    chip_velocity,
    lee_shaffer_shear_angle,
    merchant_shear_angle,
    shear_angle,
    shear_strain,
    shear_strain_rate,
    shear_velocity,
)
from chipload.cutting.paths import HelicalPath, helical_entry, helix_pitch, ramp_angle, thread_milling_path
from chipload.cutting.plunging import plunge_engagement_angle, plunge_removal_rate
from chipload.cutting.power import (
    cutting_power,
    milling_power,
    milling_torque,
    motor_power,
    spindle_torque,
    tangential_force,
)
from chipload.cutting.rounded_feed import feed_for_rounded_edge
from chipload.cutting.sawing import mean_sawing_width, sawing_feed_rate
from chipload.cutting.shaw_oxford import (
    ChiselCoefficients,
    chisel_coefficients,
    shaw_oxford_thrust,
    shaw_oxford_torque,
)
from chipload.cutting.tapping import (
    form_tap_drill,
    simple_tapping_torque,
    tap_drill,
    tapping_feed_rate,
    tapping_torque,
    thread_percentage,
)
from chipload.cutting.taylor import (
    extended_taylor_life,
    taylor_constant,
    taylor_exponent,
    taylor_life,
    taylor_life_from_constant,
    taylor_speed,
)
from chipload.cutting.temperature import (
    chip_tool_temperature_rise,
    rake_face_temperature_rise,
    shear_plane_temperature_rise,
)
from chipload.cutting.thread_checks import (
    best_wire,
    external_thread_shear_area,
    internal_thread_shear_area,
    size_over_wires,
)
from chipload.cutting.threading import infeed_depth, maker_infeed_depth, passes_for_first_infeed, threading_time
from chipload.cutting.threads import (
    basic_minor_diameter,
    basic_pitch_diameter,
    external_thread_depth,
    internal_thread_depth,
    thread_helix_angle,
    thread_lead,
)
from chipload.cutting.turning import turning_chip_thickness, turning_force
from chipload.cutting.workholding import (
    GripSafety,
    grip_safety,
    screw_torque,
    strap_clamp_force,
    thin_wall_deflection,
    torque_clamping_force,
    vice_clamping_force,
)

__all__ = [
    "ChiselCoefficients", "Engagement", "ForceCircle", "ForceComponents", "GripSafety", "HeatSplit", "HelicalPath",
    "KienzleConstants", "KienzleLaw", "LinearCoefficients", "LinearLaw", "MeanForces", "MillingForceCurves",
    "MillingForces", "OrthogonalForces", "PartCost", "PartTime", "SpecificEnergies", "approach_length",
    "axial_feed_rate", "ball_effective_diameter", "basic_minor_diameter", "basic_pitch_diameter", "best_profit_life",
    "best_wire", "broach_tooth_pitch", "broaching_force", "bulk_temperature_rise", "cap_diameter",
    "capped_spindle_speed", "chamfer_effective_diameter", "chip_over_edge_radius", "chip_ratio", "chip_slenderness",
    "chip_thinning_factor", "chip_tool_temperature_rise", "chip_velocity", "chisel_coefficients",
    "chuck_gripping_force", "chuck_permissible_speed", "chuck_standstill_force", "concave_engagement_angle",
    "concave_radial_depth", "condition_factor", "contact_area_factor", "convex_engagement_angle", "convex_radial_depth",
    "coolant_flow", "corner_effective_diameter", "countersink_depth", "cutting_power", "cutting_speed", "cutting_time",
    "deep_hole_feed_factor", "deep_hole_speed_factor", "drill_buckling_load", "drill_point_length",
    "drilling_chip_thickness", "drilling_feed_force", "drilling_power", "drilling_removal_rate", "drilling_torque",
    "effective_rake", "engagement_angle", "enlarging_feed_force", "enlarging_power", "enlarging_removal_rate",
    "enlarging_torque",
    "entering_angle", "entering_angle_at_depth", "equivalent_chip_thickness", "extended_taylor_life",
    "external_thread_depth", "external_thread_shear_area", "face_engagement", "facing_time", "feed_for_max_chip",
    "feed_for_mean_chip", "feed_for_rounded_edge", "feed_per_tooth", "feed_rate", "force_circle", "form_tap_drill",
    "friction_angle", "friction_coefficient", "friction_energy_share", "grinding_chip_thickness",
    "grinding_contact_length", "grip_safety", "grooving_force", "ground_surface_temperature_rise", "heat_split",
    "helical_entry", "helix_pitch", "identify_coefficients", "in_cut_share", "infeed_depth", "inside_centre_feed",
    "inside_edge_feed", "inside_radial_depth", "internal_thread_depth", "internal_thread_shear_area",
    "interrupted_cut_life", "jaw_centrifugal_force", "kienzle_from_linear", "least_cost_life", "least_cost_speed",
    "lee_shaffer_shear_angle", "linearised_kienzle", "loewen_shaw_temperature_rise", "maker_infeed_depth",
    "max_chip_thickness", "mean_chip_bias", "mean_chip_thickness", "mean_chip_thickness_between", "mean_cut_diameter",
    "mean_entering_angle", "mean_sawing_width", "merchant_shear_angle", "milling_force_curves", "milling_forces",
    "milling_power", "milling_removal_rate", "milling_torque", "minimum_chip_thickness", "most_production_life",
    "most_production_speed", "motor_power", "orthogonal_forces", "outside_centre_feed", "outside_edge_feed",
    "outside_radial_depth", "part_cost", "part_time", "parts_per_edge", "passes_for_first_infeed",
    "plunge_engagement_angle", "plunge_removal_rate", "profit_per_hour", "radial_depth_for_engagement",
    "rake_face_temperature_rise", "rake_factor", "ramp_angle", "rubbing_share", "sawing_feed_rate", "screw_torque",
    "shaw_oxford_thrust", "shaw_oxford_torque", "shear_angle", "shear_area", "shear_heat_share",
    "shear_plane_temperature_rise", "shear_strain", "shear_strain_rate", "shear_stress", "shear_velocity",
    "side_engagement", "side_force", "simple_tapping_torque", "size_over_wires", "slot_mean_forces",
    "specific_cutting_force", "specific_energies", "specific_removal_rate", "spindle_growth", "spindle_speed",
    "spindle_torque", "stabler_chip_flow", "strap_clamp_force", "tangential_force", "tap_drill", "tapping_feed_rate",
    "tapping_torque", "taylor_constant", "taylor_exponent", "taylor_life", "taylor_life_from_constant",
    "taylor_speed", "teeth_along", "teeth_in_cut", "thermal_diffusivity", "thermal_growth", "thin_wall_deflection",
    "thread_helix_angle", "thread_lead", "thread_milling_path", "thread_percentage", "threading_time",
    "tilted_ball_effective_diameter", "tooth_force", "torque_clamping_force", "true_tooth_force",
    "tungaloy_drilling_thrust", "tungaloy_drilling_torque", "turning_chip_thickness", "turning_force",
    "turning_force_components", "turning_removal_rate", "vice_clamping_force", "volumetric_heat_capacity",
    "wear_limited_life",
]  # fmt: skip

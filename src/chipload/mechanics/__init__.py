"""Formulas of the strength of materials: for now, the tool as a stepped beam."""

from chipload.mechanics.annular_plates import AnnularPlate, annular_plate
from chipload.mechanics.axial import (
    axial_elongation,
    axial_stiffness,
    axial_stress,
    hanging_bar_elongation,
    hanging_bar_stress,
    taper_bar_elongation,
)
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
from chipload.mechanics.columns import (
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
from chipload.mechanics.curved_beams import (
    CurvedBeamStress,
    curved_beam_stress,
    curved_rectangle_stress,
    curved_round_stress,
    curved_trapezoid_stress,
)
from chipload.mechanics.curved_profiles import curved_i_section_stress
from chipload.mechanics.dovetails import dovetail_between_pins, dovetail_over_pins, dovetail_wide_width
from chipload.mechanics.eccentric_columns import (
    EccentricCompression,
    eccentric_column_deflection,
    eccentric_compression_stress,
    kern_distance,
    secant_load,
    secant_stress,
)
from chipload.mechanics.elastic_constants import ElasticConstants, bulk_modulus, elastic_constants, shear_modulus
from chipload.mechanics.fracture import (
    CoulombStrengths,
    coulomb_mohr_safety,
    coulomb_strengths,
    modified_mohr_safety,
    mohr_coulomb_safety,
    rankine_safety,
)
from chipload.mechanics.held_bars import HeldBars, held_bars
from chipload.mechanics.hole_circles import HoleCircle, bolt_circle, chord_length, hole_centre_distance
from chipload.mechanics.hooke import NormalStrains, NormalStresses, hooke_shear_stress, hooke_strains, hooke_stresses
from chipload.mechanics.hooks import c_frame_stress, crane_hook_stress
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
from chipload.mechanics.mohr import MohrCircle, MohrCircles, mohr_circle, mohr_circles
from chipload.mechanics.plane_hooke import (
    PlaneStrains,
    PlaneStrainStresses,
    PlaneStresses,
    PlaneStressStrains,
    plane_strain_strains,
    plane_strain_stresses,
    plane_stress_strains,
    plane_stress_stresses,
)
from chipload.mechanics.plane_strains import (
    PlanePrincipalStrains,
    RosetteStrains,
    RotatedStrain,
    delta_rosette,
    plane_principal_strains,
    plane_strain_rotation,
    rectangular_rosette,
)
from chipload.mechanics.plane_stress import (
    PlaneMohrCircle,
    PlanePrincipalStresses,
    PlaneShearStresses,
    RotatedStress,
    plane_mohr_circle,
    plane_principal_stresses,
    plane_shear_stresses,
    plane_stress_rotation,
)
from chipload.mechanics.ply import (
    OffAxisConstants,
    PlyStiffness,
    RotatedPlyStiffness,
    check_reciprocity,
    minor_poisson_ratio,
    off_axis_constants,
    ply_stiffness,
    rotated_ply_stiffness,
)
from chipload.mechanics.power_screws import lowering_torque, raising_torque, screw_efficiency, self_locking_friction
from chipload.mechanics.rectangular_plates import (
    ClampedRectangularPlate,
    RectangularPlate,
    clamped_rectangular_plate,
    supported_rectangular_plate,
    supported_rectangular_plate_point_load,
)
from chipload.mechanics.round_plates import (
    ClampedPlate,
    SupportedPlate,
    clamped_round_plate,
    clamped_round_plate_point_load,
    flexural_rigidity,
    supported_round_plate,
    supported_round_plate_point_load,
)
from chipload.mechanics.section_moments import (
    PrincipalSecondMoments,
    principal_second_moments,
    radius_of_gyration,
    rectangle_first_moment,
    section_modulus,
    shifted_second_moment,
)
from chipload.mechanics.section_polygons import polygon_section
from chipload.mechanics.section_shapes import (
    angle_section,
    channel_section,
    ellipse_section,
    hexagon_section,
    hollow_rectangle_section,
    i_section,
    rectangle_section,
    round_section,
    semicircle_section,
    tee_section,
    trapezoid_section,
    triangle_section,
)
from chipload.mechanics.sections import Section, SectionNumbers
from chipload.mechanics.shafts import (
    CombinedShaftStress,
    EquivalentMoments,
    asme_shaft_diameter,
    combined_shaft_stress,
    equivalent_shaft_moments,
)
from chipload.mechanics.shape_moments import (
    ellipse_second_moment,
    hexagon_second_moment,
    i_section_second_moment,
    rectangle_second_moment,
    rectangle_section_modulus,
    round_polar_moment,
    round_second_moment,
    round_section_modulus,
    triangle_second_moment,
)
from chipload.mechanics.shared_loads import HeldBar, SharedLoad, held_bar, shared_axial_load
from chipload.mechanics.shop_geometry import (
    CompoundAngle,
    across_corners,
    arc_radius,
    compound_angle,
    pin_over_vee,
    sine_bar_height,
)
from chipload.mechanics.space_stress import (
    PrincipalStresses,
    plane_tresca_stress,
    plane_von_mises_stress,
    principal_stresses,
    tresca_stress,
    von_mises_stress,
)
from chipload.mechanics.states import Invariants
from chipload.mechanics.stepped import SteppedBar, SteppedShaft, stepped_bar, stepped_shaft
from chipload.mechanics.strain_energy import StrainEnergyDensity, strain_energy_density
from chipload.mechanics.strain_states import StrainState
from chipload.mechanics.stress_states import StressState, Traction
from chipload.mechanics.tapers import (
    tailstock_offset,
    taper_end_radius,
    taper_from_balls,
    taper_from_rollers,
    taper_half_angle,
    taper_ratio,
)
from chipload.mechanics.thermal import (
    JoinedBars,
    gap_bar_stress,
    joined_bars_thermal,
    restrained_bar_stress,
    restrained_block_stress,
    restrained_plate_stress,
    thermal_strain,
)
from chipload.mechanics.thin_walls import (
    closed_wall_stress,
    closed_wall_torsion_constant,
    open_wall_stress,
    open_wall_torsion_constant,
)
from chipload.mechanics.tolerance_stack import Dimension, StackLimits, ToleranceStack
from chipload.mechanics.tool import ToolDeflection, ToolStress, tool_deflection, tool_stress
from chipload.mechanics.torsion import (
    HeldShaft,
    held_shaft,
    shaft_diameter,
    shaft_diameter_for_twist,
    torsion_stress,
    torsional_stiffness,
    twist_angle,
)
from chipload.mechanics.torsion_shapes import (
    ellipse_torsion_constant,
    ellipse_torsion_stress,
    rectangle_torsion_constant,
    rectangle_torsion_stress,
    triangle_torsion_constant,
    triangle_torsion_stress,
)
from chipload.mechanics.yielding import drucker_prager_safety, tresca_safety, von_mises_safety

__all__ = [
    "AnnularPlate", "BoltFatigue", "BoltGroupShear", "BoltedJoint", "ClampedPlate", "ClampedRectangularPlate",
    "ColumnStrength", "CombinedShaftStress", "CompoundAngle", "CoulombStrengths", "CurvedBeamStress", "Dimension",
    "EccentricCompression", "ElasticConstants", "EquivalentMoments", "FitLimits", "HeldBar", "HeldBars", "HeldShaft",
    "HoleCircle", "InterferenceLimits", "Invariants", "JoinedBars", "MohrCircle", "MohrCircles", "NormalStrains",
    "NormalStresses", "OffAxisConstants", "PlaneMohrCircle", "PlanePrincipalStrains", "PlanePrincipalStresses",
    "PlaneShearStresses", "PlaneStrainStresses", "PlaneStrains", "PlaneStressStrains", "PlaneStresses",
    "PlyStiffness", "PrincipalSecondMoments", "PrincipalStresses", "RectangularPlate", "RosetteStrains",
    "RotatedPlyStiffness", "RotatedStrain", "RotatedStress", "Section", "SectionNumbers", "SharedLoad", "StackLimits",
    "SteppedBar", "SteppedShaft", "StrainEnergyDensity", "StrainState", "StressState", "SupportedPlate",
    "ThreadStripping", "ToleranceStack", "ToolDeflection", "ToolStress", "Traction", "across_corners",
    "angle_section", "annular_plate", "arc_radius", "asme_shaft_diameter", "axial_elongation", "axial_stiffness",
    "axial_stress", "ball_mass", "bolt_circle", "bolt_fatigue", "bolt_group_shear", "bolt_stiffness", "bolted_joint",
    "bulk_modulus", "c_frame_stress", "channel_section", "check_reciprocity", "chord_length",
    "clamped_rectangular_plate", "clamped_round_plate", "clamped_round_plate_point_load", "clamped_stiffness",
    "closed_wall_stress", "closed_wall_torsion_constant", "column_critical_stress", "column_regime",
    "column_strength", "combined_shaft_stress", "compound_angle", "coulomb_mohr_safety", "coulomb_strengths",
    "crane_hook_stress", "curved_beam_stress", "curved_i_section_stress", "curved_rectangle_stress",
    "curved_round_stress", "curved_trapezoid_stress", "delta_rosette", "deviation_by_rule", "dovetail_between_pins",
    "dovetail_over_pins", "dovetail_wide_width", "drucker_prager_safety", "eccentric_column_deflection",
    "eccentric_compression_stress", "elastic_constants", "ellipse_second_moment", "ellipse_section",
    "ellipse_torsion_constant", "ellipse_torsion_stress", "equivalent_shaft_moments", "euler_load", "fit_limits",
    "flexural_rigidity", "frustum_stiffness", "gap_bar_stress", "hanging_bar_elongation", "hanging_bar_stress",
    "held_bar", "held_bars", "held_shaft", "hexagon_bar_mass", "hexagon_second_moment", "hexagon_section",
    "hole_centre_distance", "hollow_rectangle_section", "hooke_shear_stress", "hooke_strains", "hooke_stresses",
    "i_section", "i_section_second_moment", "interference_limits", "joined_bars_thermal", "kern_distance",
    "load_share", "lowering_torque", "member_stiffness", "metric_stress_area", "minor_poisson_ratio",
    "modified_mohr_safety", "mohr_circle", "mohr_circles", "mohr_coulomb_safety", "nut_factor", "off_axis_constants",
    "open_wall_stress", "open_wall_torsion_constant", "pin_over_vee", "plane_mohr_circle", "plane_principal_strains",
    "plane_principal_stresses", "plane_shear_stresses", "plane_strain_rotation", "plane_strain_strains",
    "plane_strain_stresses", "plane_stress_rotation", "plane_stress_strains", "plane_stress_stresses",
    "plane_tresca_stress", "plane_von_mises_stress", "plate_mass", "ply_stiffness", "polygon_section",
    "principal_second_moments", "principal_stresses", "radius_of_gyration", "raising_torque", "rankine_safety",
    "rectangle_first_moment", "rectangle_second_moment", "rectangle_section", "rectangle_section_modulus",
    "rectangle_torsion_constant", "rectangle_torsion_stress", "rectangular_rosette", "restrained_bar_stress",
    "restrained_block_stress", "restrained_plate_stress", "ring_mass", "rotated_ply_stiffness", "round_bar_mass",
    "round_column_diameter", "round_polar_moment", "round_second_moment", "round_section", "round_section_modulus",
    "screw_efficiency", "secant_load", "secant_stress", "section_modulus", "self_locking_friction",
    "semicircle_section", "shaft_diameter", "shaft_diameter_for_twist", "shared_axial_load", "shear_modulus",
    "shifted_second_moment", "sine_bar_height", "slenderness_ratio", "square_bar_mass", "square_column_side",
    "stepped_bar", "stepped_shaft", "strain_energy_density", "supported_rectangular_plate",
    "supported_rectangular_plate_point_load", "supported_round_plate", "supported_round_plate_point_load",
    "tailstock_offset", "taper_bar_elongation", "taper_end_radius", "taper_from_balls", "taper_from_rollers",
    "taper_half_angle", "taper_ratio", "tee_section", "thermal_strain", "thread_stripping", "tightening_torque",
    "tolerance_by_rule", "tolerance_unit", "tool_deflection", "tool_stress", "torsion_stress", "torsional_stiffness",
    "transition_slenderness", "trapezoid_section", "tresca_safety", "tresca_stress", "triangle_second_moment",
    "triangle_section", "triangle_torsion_constant", "triangle_torsion_stress", "tube_mass", "twist_angle",
    "unified_stress_area", "von_mises_safety", "von_mises_stress",
]  # fmt: skip

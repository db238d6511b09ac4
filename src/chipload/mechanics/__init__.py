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
from chipload.mechanics.cylinder_yield import (
    Autofrettage,
    autofrettage,
    cylinder_collapse_pressure,
    cylinder_yield_pressure,
)
from chipload.mechanics.disc_springs import DiscSpringStress, disc_spring_force, disc_spring_stress
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
from chipload.mechanics.flat_notches import (
    ellipse_hole_concentration,
    flat_fillet_concentration,
    flat_hole_concentration,
    flat_notches_concentration,
    notched_bar_stress,
    notched_beam_stress,
)
from chipload.mechanics.fluctuating_shafts import fluctuating_shaft_diameter
from chipload.mechanics.fracture import (
    CoulombStrengths,
    coulomb_mohr_safety,
    coulomb_strengths,
    modified_mohr_safety,
    mohr_coulomb_safety,
    rankine_safety,
)
from chipload.mechanics.held_bars import HeldBars, held_bars
from chipload.mechanics.helical_springs import (
    CoilCount,
    bergstrasser_factor,
    helical_spring_rate,
    helical_spring_stress,
    spring_coils,
    wahl_factor,
)
from chipload.mechanics.hertz import LineContact, PointContact, contact_modulus, cylinder_contact, sphere_contact
from chipload.mechanics.hertz_ellipse import EllipseContact, ellipse_contact
from chipload.mechanics.hole_circles import HoleCircle, bolt_circle, chord_length, hole_centre_distance
from chipload.mechanics.hooke import NormalStrains, NormalStresses, hooke_shear_stress, hooke_strains, hooke_stresses
from chipload.mechanics.hooks import c_frame_stress, crane_hook_stress
from chipload.mechanics.iso286_rule import deviation_by_rule, tolerance_by_rule, tolerance_unit
from chipload.mechanics.joining import (
    joining_temperature_rise,
    press_fit_loosening_speed,
    press_fit_speed_loss,
    smoothing_loss,
)
from chipload.mechanics.joint_stiffness import (
    bolt_stiffness,
    clamped_stiffness,
    frustum_stiffness,
    load_share,
    member_stiffness,
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
from chipload.mechanics.rectangular_plates import (
    ClampedRectangularPlate,
    RectangularPlate,
    clamped_rectangular_plate,
    supported_rectangular_plate,
    supported_rectangular_plate_point_load,
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
from chipload.mechanics.shaft_notches import (
    cross_hole_concentration,
    keyseat_concentration,
    shaft_fillet_concentration,
    shaft_groove_concentration,
)
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
from chipload.mechanics.spring_checks import (
    spring_buckling_deflection,
    spring_fatigue_safety,
    spring_surge_frequency,
    spring_wire_energy,
)
from chipload.mechanics.spring_hooks import HookStress, extension_hook_stress, simple_hook_stress, wire_tensile_strength
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
from chipload.mechanics.thick_cylinders import (
    CylinderStress,
    SphereStress,
    thick_cylinder,
    thick_cylinder_growth,
    thick_sphere,
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
from chipload.mechanics.torsion_springs import SpiralSpring, spiral_spring, torsion_spring_rate, torsion_spring_stress
from chipload.mechanics.yielding import drucker_prager_safety, tresca_safety, von_mises_safety

__all__ = [
    "AnnularPlate", "Autofrettage", "BoltFatigue", "BoltGroupShear", "BoltedJoint", "ClampedPlate",
    "ClampedRectangularPlate", "CoilCount", "ColumnStrength", "CombinedShaftStress", "CompoundAngle",
    "CoulombStrengths", "CurvedBeamStress", "CylinderStress", "Dimension", "DiscSpringStress", "DiscState",
    "EccentricCompression", "ElasticConstants", "EllipseContact", "EquivalentMoments", "FitLimits", "HeldBar",
    "HeldBars", "HeldShaft", "HoleCircle", "HookStress", "InterferenceLimits", "Invariants", "JoinedBars",
    "KeyStress", "LeafSpring", "LineContact", "MohrCircle", "MohrCircles", "NormalStrains", "NormalStresses",
    "OffAxisConstants", "PlaneMohrCircle", "PlanePrincipalStrains", "PlanePrincipalStresses", "PlaneShearStresses",
    "PlaneStrainStresses", "PlaneStrains", "PlaneStressStrains", "PlaneStresses", "PlyStiffness", "PointContact",
    "PressFitStress", "PrincipalSecondMoments", "PrincipalStresses", "RectangularPlate", "RingState",
    "RosetteStrains", "RotatedPlyStiffness", "RotatedStrain", "RotatedStress", "SeamStress", "Section",
    "SectionNumbers", "SharedLoad", "SphereStress", "SpiralSpring", "StackLimits", "SteppedBar",
    "SteppedShaft", "StrainEnergyDensity", "StrainState", "StressState", "SupportedPlate", "ThinCylinder",
    "ThinSphere", "ThreadStripping", "ToleranceStack", "ToolDeflection", "ToolStress", "Traction", "across_corners",
    "angle_section", "annular_plate", "arc_radius", "asme_shaft_diameter", "autofrettage", "axial_elongation",
    "axial_stiffness", "axial_stress", "ball_mass", "bergstrasser_factor", "bolt_circle", "bolt_fatigue",
    "bolt_group_shear", "bolt_stiffness", "bolted_joint", "bulk_modulus", "c_frame_stress", "channel_section",
    "check_reciprocity", "chord_length", "clamped_rectangular_plate", "clamped_round_plate",
    "clamped_round_plate_point_load", "clamped_stiffness", "closed_wall_stress", "closed_wall_torsion_constant",
    "column_critical_stress", "column_regime", "column_strength", "combined_shaft_stress", "compound_angle",
    "contact_modulus", "coulomb_mohr_safety", "coulomb_strengths", "coupling_bolt_shear_stress", "crane_hook_stress",
    "cross_hole_concentration", "cross_pin_shear_stress", "curved_beam_stress", "curved_i_section_stress",
    "curved_rectangle_stress", "curved_round_stress", "curved_trapezoid_stress", "cylinder_collapse_pressure",
    "cylinder_contact", "cylinder_yield_pressure", "delta_rosette", "deviation_by_rule", "disc_burst_speed",
    "disc_spring_force", "disc_spring_stress", "disc_yield_speed", "dovetail_between_pins", "dovetail_over_pins",
    "dovetail_wide_width", "drucker_prager_safety", "eccentric_column_deflection", "eccentric_compression_stress",
    "elastic_constants", "ellipse_contact", "ellipse_hole_concentration", "ellipse_second_moment", "ellipse_section",
    "ellipse_torsion_constant", "ellipse_torsion_stress", "equivalent_shaft_moments", "euler_load",
    "extension_hook_stress", "fit_limits", "flat_fillet_concentration", "flat_hole_concentration",
    "flat_notches_concentration", "flexural_rigidity", "fluctuating_shaft_diameter", "frustum_stiffness",
    "gap_bar_stress", "hanging_bar_elongation", "hanging_bar_stress", "held_bar", "held_bars", "held_shaft",
    "helical_seam_stress", "helical_spring_rate", "helical_spring_stress", "hexagon_bar_mass",
    "hexagon_second_moment", "hexagon_section", "hole_centre_distance", "hollow_rectangle_section",
    "hooke_shear_stress", "hooke_strains", "hooke_stresses", "i_section", "i_section_second_moment",
    "interference_limits", "joined_bars_thermal", "joining_temperature_rise", "kern_distance", "key_length",
    "key_stress", "keyseat_concentration", "laminated_leaf_spring", "leaf_spring_deflection", "leaf_spring_radius",
    "load_share", "lowering_torque", "member_stiffness", "metric_stress_area", "minor_poisson_ratio",
    "modified_mohr_safety", "mohr_circle", "mohr_circles", "mohr_coulomb_safety", "notched_bar_stress",
    "notched_beam_stress", "nut_factor", "off_axis_constants", "open_wall_stress", "open_wall_torsion_constant",
    "pin_bearing_stress", "pin_over_vee", "pin_shear_stress", "plane_mohr_circle", "plane_principal_strains",
    "plane_principal_stresses", "plane_shear_stresses", "plane_strain_rotation", "plane_strain_strains",
    "plane_strain_stresses", "plane_stress_rotation", "plane_stress_strains", "plane_stress_stresses",
    "plane_tresca_stress", "plane_von_mises_stress", "plate_mass", "ply_stiffness", "polygon_section",
    "press_fit_force", "press_fit_loosening_speed", "press_fit_pressure", "press_fit_speed_loss", "press_fit_stress",
    "press_fit_torque", "principal_second_moments", "principal_stresses", "radius_of_gyration", "raising_torque",
    "rankine_safety", "rectangle_first_moment", "rectangle_second_moment", "rectangle_section",
    "rectangle_section_modulus", "rectangle_torsion_constant", "rectangle_torsion_stress", "rectangular_rosette",
    "restrained_bar_stress", "restrained_block_stress", "restrained_plate_stress", "ring_mass",
    "rotated_ply_stiffness", "rotating_disc", "rotating_ring", "rotating_solid_disc", "round_bar_mass",
    "round_column_diameter", "round_polar_moment", "round_second_moment", "round_section", "round_section_modulus",
    "screw_efficiency", "secant_load", "secant_stress", "section_modulus", "self_locking_friction",
    "semicircle_section", "shaft_diameter", "shaft_diameter_for_twist", "shaft_fillet_concentration",
    "shaft_groove_concentration", "shared_axial_load", "shear_modulus", "shifted_second_moment",
    "simple_hook_stress", "sine_bar_height", "slenderness_ratio", "smoothing_loss", "sphere_contact", "spiral_spring",
    "spline_bearing_stress", "spring_buckling_deflection", "spring_coils", "spring_fatigue_safety",
    "spring_surge_frequency", "spring_wire_energy", "square_bar_mass", "square_column_side", "stepped_bar",
    "stepped_shaft", "strain_energy_density", "supported_rectangular_plate", "supported_rectangular_plate_point_load",
    "supported_round_plate", "supported_round_plate_point_load", "tailstock_offset", "taper_bar_elongation",
    "taper_end_radius", "taper_from_balls", "taper_from_rollers", "taper_half_angle", "taper_ratio", "tee_section",
    "thermal_strain", "thick_cylinder", "thick_cylinder_growth", "thick_sphere", "thick_wall_thickness",
    "thin_cylinder", "thin_sphere", "thread_stripping", "tightening_torque", "tolerance_by_rule", "tolerance_unit",
    "tool_deflection", "tool_stress", "torsion_spring_rate", "torsion_spring_stress", "torsion_stress",
    "torsional_stiffness", "transition_slenderness", "trapezoid_section", "tresca_safety", "tresca_stress",
    "triangle_second_moment", "triangle_section", "triangle_torsion_constant", "triangle_torsion_stress", "tube_mass",
    "twist_angle", "unified_stress_area", "vessel_wall_thickness", "von_mises_safety", "von_mises_stress",
    "wahl_factor", "wire_tensile_strength",
]  # fmt: skip

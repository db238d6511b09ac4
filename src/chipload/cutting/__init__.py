"""Formulas of the cut: speed and feed, engagement, chip thickness, force, torque and power."""

from chipload.cutting.chip import (
    chip_thinning_factor,
    feed_for_max_chip,
    feed_for_mean_chip,
    max_chip_thickness,
    mean_chip_thickness,
    mean_chip_thickness_between,
)
from chipload.cutting.drilling import drilling_chip_thickness, drilling_power, drilling_torque
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
    engagement_angle,
    face_engagement,
    side_engagement,
    teeth_in_cut,
)
from chipload.cutting.force import rake_factor, side_force, specific_cutting_force, tooth_force
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
from chipload.cutting.power import cutting_power, milling_power, motor_power, spindle_torque, tangential_force
from chipload.cutting.turning import turning_chip_thickness, turning_force

__all__ = [
    "Engagement",
    "axial_feed_rate",
    "ball_effective_diameter",
    "chamfer_effective_diameter",
    "chip_thinning_factor",
    "corner_effective_diameter",
    "cutting_power",
    "cutting_speed",
    "cutting_time",
    "drilling_chip_thickness",
    "drilling_power",
    "drilling_removal_rate",
    "drilling_torque",
    "engagement_angle",
    "entering_angle",
    "entering_angle_at_depth",
    "face_engagement",
    "feed_for_max_chip",
    "feed_for_mean_chip",
    "feed_per_tooth",
    "feed_rate",
    "max_chip_thickness",
    "mean_chip_thickness",
    "mean_chip_thickness_between",
    "mean_entering_angle",
    "milling_power",
    "milling_removal_rate",
    "motor_power",
    "rake_factor",
    "side_engagement",
    "side_force",
    "specific_cutting_force",
    "spindle_speed",
    "spindle_torque",
    "tangential_force",
    "teeth_in_cut",
    "tilted_ball_effective_diameter",
    "tooth_force",
    "turning_chip_thickness",
    "turning_force",
    "turning_removal_rate",
]

"""Geometry and masses of the shop: tapers, dovetails, hole circles, sine bars."""

from chipload.mechanics.shop.dovetails import (
    dovetail_between_pins,
    dovetail_over_pins,
    dovetail_wide_width,
)
from chipload.mechanics.shop.hole_circles import (
    HoleCircle,
    bolt_circle,
    chord_length,
    hole_centre_distance,
)
from chipload.mechanics.shop.masses import (
    ball_mass,
    hexagon_bar_mass,
    plate_mass,
    ring_mass,
    round_bar_mass,
    square_bar_mass,
    tube_mass,
)
from chipload.mechanics.shop.shop_geometry import (
    CompoundAngle,
    across_corners,
    arc_radius,
    compound_angle,
    pin_over_vee,
    sine_bar_height,
)
from chipload.mechanics.shop.tapers import (
    tailstock_offset,
    taper_end_radius,
    taper_from_balls,
    taper_from_rollers,
    taper_half_angle,
    taper_ratio,
)

__all__ = [
    "CompoundAngle", "HoleCircle", "across_corners", "arc_radius", "ball_mass", "bolt_circle", "chord_length",
    "compound_angle", "dovetail_between_pins", "dovetail_over_pins", "dovetail_wide_width", "hexagon_bar_mass",
    "hole_centre_distance", "pin_over_vee", "plate_mass", "ring_mass", "round_bar_mass", "sine_bar_height",
    "square_bar_mass", "tailstock_offset", "taper_end_radius", "taper_from_balls", "taper_from_rollers",
    "taper_half_angle", "taper_ratio", "tube_mass",
]  # fmt: skip

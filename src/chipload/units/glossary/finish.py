"""What the finish of a surface speaks of."""

from __future__ import annotations

from chipload.units.glossary.entry import Words

WORDS: Words = {
    "nose_radius": (r"r_\epsilon", "nose radius"),
    "roughness_ra": ("R_a", "arithmetic mean roughness"),
    "roughness_rz": ("R_z", "mean peak-to-valley height; the ideal profile's height"),
    "minor_cutting_edge_angle": (r"\kappa_r'", "angle of the minor (end) cutting edge to the feed"),
    "dish_angle": (r"\kappa_d", "angle of dished end teeth to the floor"),
    "straight_edges": ("z_s", "number of straight edges that take part in the profile"),
    "finish_factor": ("K_f", "real over ideal roughness"),
    "min_chip_thickness": ("h_{min}", "least chip thickness at which the edge still cuts"),
    "wiper_length": ("b_s", "length of a wiper or parallel land"),
    "wiper_tilt": (r"\theta_s", "angle of a wiper or parallel land to the feed"),
    "wiper_share": ("k_s", "share of a wiper that one revolution may use"),
    "radial_runout": ("s_r", "radius of the longest tooth less that of the shortest"),
    "axial_runout": ("s_a", "height of the lowest tooth against the highest, along the axis"),
    "ideal_rz": ("R_{z,0}", "height of the marks of equal teeth"),
    "one_tooth_rz": ("R_{z,1}", "height of the marks of one tooth that cuts alone"),
    "finishing_feed": ("f_{eff}", "feed per tooth that leaves the same marks without runout"),
    "roughness_rq": ("R_q", "root mean square roughness"),
    "roughness_grade": ("N", "roughness grade, 1 to 12"),
    "lowest_ratio": ("k_1", "lowest Rz over Ra to expect"),
    "highest_ratio": ("k_2", "highest Rz over Ra to expect"),
    "lowest_rz": ("R_{z,min}", "lowest Rz to expect"),
    "highest_rz": ("R_{z,max}", "highest Rz to expect"),
}

"""Formulas of the surface: the profile an ideal edge leaves."""

from chipload.finish.conversion import (
    cusp_ra,
    grade_ra,
    ideal_ra,
    ideal_rq,
    ordinates_ra,
    ordinates_rq,
    roughness_grade,
    rz_band,
)
from chipload.finish.floors import milled_floor, milled_floor_rz, milled_land_floor
from chipload.finish.milling import finishing_feed, milled_wall, milled_wall_rz, milled_wall_trochoid_rz
from chipload.finish.nose import brammertz_best_feed, brammertz_rz, turned_ra, turned_rz
from chipload.finish.scallops import ball_surface_rz, scallop_height
from chipload.finish.turning import (
    turned_minor_edge_rz,
    turned_profile,
    turned_profile_rz,
    turned_straight_edges_rz,
)
from chipload.finish.wipers import wiper_feed_limit, wiper_rz

__all__ = ["cusp_ra", "milled_floor_rz", "milled_wall_rz", "scallop_height", "turned_ra", "turned_rz"]
__all__ += ["ball_surface_rz", "brammertz_best_feed", "brammertz_rz", "finishing_feed", "grade_ra", "ideal_ra"]
__all__ += ["ideal_rq", "milled_floor", "milled_land_floor", "milled_wall", "milled_wall_trochoid_rz", "ordinates_ra"]
__all__ += ["ordinates_rq", "roughness_grade", "rz_band", "turned_minor_edge_rz", "turned_profile", "turned_profile_rz"]
__all__ += ["turned_straight_edges_rz", "wiper_feed_limit", "wiper_rz"]

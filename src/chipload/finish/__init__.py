"""Formulas of the surface: the profile an ideal edge leaves."""

from chipload.finish.ideal import (
    cusp_ra,
    milled_floor_rz,
    milled_wall_rz,
    scallop_height,
    turned_ra,
    turned_rz,
)

__all__ = ["cusp_ra", "milled_floor_rz", "milled_wall_rz", "scallop_height", "turned_ra", "turned_rz"]

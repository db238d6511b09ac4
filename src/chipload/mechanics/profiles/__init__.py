"""Sections of members: their properties, from shapes, compounds and outlines."""

from chipload.mechanics.profiles.section_moments import (
    PrincipalSecondMoments,
    principal_second_moments,
    radius_of_gyration,
    rectangle_first_moment,
    section_modulus,
    shifted_second_moment,
)
from chipload.mechanics.profiles.section_polygons import (
    polygon_section,
)
from chipload.mechanics.profiles.section_shapes import (
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
from chipload.mechanics.profiles.sections import (
    Section,
    SectionNumbers,
)
from chipload.mechanics.profiles.shape_moments import (
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

__all__ = [
    "PrincipalSecondMoments", "Section", "SectionNumbers", "angle_section", "channel_section",
    "ellipse_second_moment", "ellipse_section", "hexagon_second_moment", "hexagon_section",
    "hollow_rectangle_section", "i_section", "i_section_second_moment", "polygon_section", "principal_second_moments",
    "radius_of_gyration", "rectangle_first_moment", "rectangle_second_moment", "rectangle_section",
    "rectangle_section_modulus", "round_polar_moment", "round_second_moment", "round_section",
    "round_section_modulus", "section_modulus", "semicircle_section", "shifted_second_moment", "tee_section",
    "trapezoid_section", "triangle_second_moment", "triangle_section",
]  # fmt: skip

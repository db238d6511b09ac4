"""Elastic bodies: constants, Hooke, plies, thermal stress, energy."""

from chipload.mechanics.elastic.elastic_constants import (
    ElasticConstants,
    bulk_modulus,
    elastic_constants,
    shear_modulus,
)
from chipload.mechanics.elastic.held_bars import (
    HeldBars,
    held_bars,
)
from chipload.mechanics.elastic.hooke import (
    NormalStrains,
    NormalStresses,
    hooke_shear_stress,
    hooke_strains,
    hooke_stresses,
)
from chipload.mechanics.elastic.plane_hooke import (
    PlaneStrains,
    PlaneStrainStresses,
    PlaneStresses,
    PlaneStressStrains,
    plane_strain_strains,
    plane_strain_stresses,
    plane_stress_strains,
    plane_stress_stresses,
)
from chipload.mechanics.elastic.ply import (
    OffAxisConstants,
    PlyStiffness,
    RotatedPlyStiffness,
    check_reciprocity,
    minor_poisson_ratio,
    off_axis_constants,
    ply_stiffness,
    rotated_ply_stiffness,
)
from chipload.mechanics.elastic.thermal import (
    JoinedBars,
    gap_bar_stress,
    joined_bars_thermal,
    restrained_bar_stress,
    restrained_block_stress,
    restrained_plate_stress,
    thermal_strain,
)

__all__ = [
    "ElasticConstants", "HeldBars", "JoinedBars", "NormalStrains", "NormalStresses", "OffAxisConstants",
    "PlaneStrainStresses", "PlaneStrains", "PlaneStressStrains", "PlaneStresses", "PlyStiffness",
    "RotatedPlyStiffness", "bulk_modulus", "check_reciprocity", "elastic_constants",
    "gap_bar_stress", "held_bars", "hooke_shear_stress", "hooke_strains", "hooke_stresses", "joined_bars_thermal",
    "minor_poisson_ratio", "off_axis_constants", "plane_strain_strains", "plane_strain_stresses",
    "plane_stress_strains", "plane_stress_stresses", "ply_stiffness", "restrained_bar_stress",
    "restrained_block_stress", "restrained_plate_stress", "rotated_ply_stiffness", "shear_modulus",
    "thermal_strain",
]  # fmt: skip

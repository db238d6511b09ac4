"""Straight beams on any supports, closed forms, stresses of the section."""

from chipload.mechanics.beams.beam_cases import (
    SimpleBeamCase,
    simple_beam_centre_load,
    simple_beam_load,
    simple_beam_uniform_load,
)
from chipload.mechanics.beams.beam_loads import DistributedLoad, MomentLoad, PointLoad
from chipload.mechanics.beams.beam_result import BeamResult, Extreme, Reaction
from chipload.mechanics.beams.beam_segments import Segment
from chipload.mechanics.beams.beam_supports import Fixed, Guided, Hinge, Pin, Roller, Spring
from chipload.mechanics.beams.beams import Beam
from chipload.mechanics.beams.cantilever_cases import (
    CantileverCase,
    cantilever_end_load,
    cantilever_end_moment,
    cantilever_intermediate_load,
    cantilever_uniform_load,
)
from chipload.mechanics.beams.flexure import (
    BentRound,
    bending_curvature,
    bent_over_drum,
    flexural_stress,
    rectangular_bending_stress,
    round_bending_stress,
    section_bending_stress,
)
from chipload.mechanics.beams.further_beam_cases import (
    EndMomentCase,
    OverhangCase,
    TwoLoadCase,
    overhanging_beam_end_load,
    simple_beam_end_moment,
    simple_beam_two_loads,
)
from chipload.mechanics.beams.held_beam_cases import (
    FixedBeamCase,
    ProppedBeamCase,
    fixed_beam_centre_load,
    fixed_beam_uniform_load,
    propped_beam_centre_load,
    propped_beam_uniform_load,
)
from chipload.mechanics.beams.transverse_shear import (
    rectangular_shear_stress,
    round_shear_stress,
    transverse_shear_stress,
)

__all__ = [
    "Beam", "BeamResult", "BentRound", "CantileverCase", "DistributedLoad", "EndMomentCase", "Extreme", "Fixed",
    "FixedBeamCase", "Guided", "Hinge", "MomentLoad", "OverhangCase", "Pin", "PointLoad", "ProppedBeamCase",
    "Reaction", "Roller", "Segment", "SimpleBeamCase", "Spring", "TwoLoadCase", "bending_curvature", "bent_over_drum",
    "cantilever_end_load", "cantilever_end_moment", "cantilever_intermediate_load", "cantilever_uniform_load",
    "fixed_beam_centre_load", "fixed_beam_uniform_load", "flexural_stress", "overhanging_beam_end_load",
    "propped_beam_centre_load", "propped_beam_uniform_load", "rectangular_bending_stress", "rectangular_shear_stress",
    "round_bending_stress", "round_shear_stress", "section_bending_stress", "simple_beam_centre_load",
    "simple_beam_end_moment", "simple_beam_load", "simple_beam_two_loads", "simple_beam_uniform_load",
    "transverse_shear_stress",
]  # fmt: skip

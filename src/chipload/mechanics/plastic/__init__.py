"""Plastic flow: tensile tests, flow laws and their fit, notches beyond yield."""

from chipload.mechanics.plastic.flow_fit import (
    FlowFit,
    fit_flow_law,
)
from chipload.mechanics.plastic.hardening import (
    NeckingPoint,
    adiabatic_rise,
    hollomon_stress,
    ludwik_stress,
    mean_flow_stress,
    necking_point,
    plastic_work,
    voce_stress,
)
from chipload.mechanics.plastic.johnson_cook import (
    johnson_cook_stress,
)
from chipload.mechanics.plastic.ramberg_osgood import (
    NotchRange,
    NotchState,
    StrainParts,
    neuber_notch,
    neuber_range,
    ramberg_osgood_strain,
    ramberg_osgood_stress,
)
from chipload.mechanics.plastic.true_stress import (
    engineering_strain,
    engineering_stress,
    reduction_of_area,
    true_strain,
    true_strain_from_reduction,
    true_stress,
    true_stress_from_force,
)

__all__ = [
    "FlowFit", "NeckingPoint", "NotchRange", "NotchState", "StrainParts", "adiabatic_rise", "engineering_strain",
    "engineering_stress", "fit_flow_law", "hollomon_stress", "johnson_cook_stress", "ludwik_stress",
    "mean_flow_stress", "necking_point", "neuber_notch", "neuber_range", "plastic_work", "ramberg_osgood_strain",
    "ramberg_osgood_stress", "reduction_of_area", "true_strain", "true_strain_from_reduction", "true_stress",
    "true_stress_from_force", "voce_stress",
]  # fmt: skip

"""Stress and strain at a point: states, Mohr, yield and fracture."""

from chipload.mechanics.states.fracture import (
    CoulombStrengths,
    coulomb_mohr_safety,
    coulomb_strengths,
    modified_mohr_safety,
    mohr_coulomb_safety,
    rankine_safety,
)
from chipload.mechanics.states.mohr import (
    MohrCircle,
    MohrCircles,
    mohr_circle,
    mohr_circles,
)
from chipload.mechanics.states.plane_strains import (
    PlanePrincipalStrains,
    RosetteStrains,
    RotatedStrain,
    delta_rosette,
    plane_principal_strains,
    plane_strain_rotation,
    rectangular_rosette,
)
from chipload.mechanics.states.plane_stress import (
    PlaneMohrCircle,
    PlanePrincipalStresses,
    PlaneShearStresses,
    RotatedStress,
    plane_mohr_circle,
    plane_principal_stresses,
    plane_shear_stresses,
    plane_stress_rotation,
)
from chipload.mechanics.states.space_stress import (
    PrincipalStresses,
    plane_tresca_stress,
    plane_von_mises_stress,
    principal_stresses,
    tresca_stress,
    von_mises_stress,
)
from chipload.mechanics.states.states import (
    Invariants,
)
from chipload.mechanics.states.strain_energy import (
    StrainEnergyDensity,
    strain_energy_density,
)
from chipload.mechanics.states.strain_states import (
    StrainState,
)
from chipload.mechanics.states.stress_states import (
    StressState,
    Traction,
)
from chipload.mechanics.states.yielding import (
    drucker_prager_safety,
    tresca_safety,
    von_mises_safety,
)

__all__ = [
    "CoulombStrengths",
    "Invariants",
    "MohrCircle",
    "MohrCircles",
    "PlaneMohrCircle",
    "PlanePrincipalStrains",
    "PlanePrincipalStresses",
    "PlaneShearStresses",
    "PrincipalStresses",
    "RosetteStrains",
    "RotatedStrain",
    "RotatedStress",
    "StrainEnergyDensity",
    "StrainState",
    "StressState",
    "Traction",
    "coulomb_mohr_safety",
    "coulomb_strengths",
    "delta_rosette",
    "drucker_prager_safety",
    "modified_mohr_safety",
    "mohr_circle",
    "mohr_circles",
    "mohr_coulomb_safety",
    "plane_mohr_circle",
    "plane_principal_strains",
    "plane_principal_stresses",
    "plane_shear_stresses",
    "plane_strain_rotation",
    "plane_stress_rotation",
    "plane_tresca_stress",
    "plane_von_mises_stress",
    "principal_stresses",
    "rankine_safety",
    "rectangular_rosette",
    "strain_energy_density",
    "tresca_safety",
    "tresca_stress",
    "von_mises_safety",
    "von_mises_stress",
]  # fmt: skip

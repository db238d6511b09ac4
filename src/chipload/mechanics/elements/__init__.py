"""Springs, keys and pins."""

from chipload.mechanics.elements.disc_springs import (
    DiscSpringStress,
    disc_spring_force,
    disc_spring_stress,
)
from chipload.mechanics.elements.helical_springs import (
    CoilCount,
    bergstrasser_factor,
    helical_spring_rate,
    helical_spring_stress,
    spring_coils,
    wahl_factor,
)
from chipload.mechanics.elements.keys import (
    KeyStress,
    coupling_bolt_shear_stress,
    cross_pin_shear_stress,
    key_length,
    key_stress,
    pin_bearing_stress,
    pin_shear_stress,
    spline_bearing_stress,
)
from chipload.mechanics.elements.leaf_springs import (
    LeafSpring,
    laminated_leaf_spring,
    leaf_spring_deflection,
    leaf_spring_radius,
)
from chipload.mechanics.elements.spring_checks import (
    spring_buckling_deflection,
    spring_fatigue_safety,
    spring_surge_frequency,
    spring_wire_energy,
)
from chipload.mechanics.elements.spring_hooks import (
    HookStress,
    extension_hook_stress,
    simple_hook_stress,
    wire_tensile_strength,
)
from chipload.mechanics.elements.torsion_springs import (
    SpiralSpring,
    spiral_spring,
    torsion_spring_rate,
    torsion_spring_stress,
)

__all__ = [
    "CoilCount", "DiscSpringStress", "HookStress", "KeyStress", "LeafSpring", "SpiralSpring", "bergstrasser_factor",
    "coupling_bolt_shear_stress", "cross_pin_shear_stress", "disc_spring_force", "disc_spring_stress",
    "extension_hook_stress", "helical_spring_rate", "helical_spring_stress", "key_length", "key_stress",
    "laminated_leaf_spring", "leaf_spring_deflection", "leaf_spring_radius", "pin_bearing_stress", "pin_shear_stress",
    "simple_hook_stress", "spiral_spring", "spline_bearing_stress", "spring_buckling_deflection", "spring_coils",
    "spring_fatigue_safety", "spring_surge_frequency", "spring_wire_energy", "torsion_spring_rate",
    "torsion_spring_stress", "wahl_factor", "wire_tensile_strength",
]  # fmt: skip

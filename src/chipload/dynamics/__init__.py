"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

__all__: list[str] = []

from chipload.dynamics.elements import Blade, Cylinder, Fluted, Joint, Material, Taper
from chipload.dynamics.modes import StackMode, natural_frequencies, stack_modes
from chipload.dynamics.receptance import (
    EndReceptances,
    TipReceptance,
    couple,
    end_receptances,
    holder_receptance,
    join,
    tip_receptance,
)
from chipload.dynamics.stack import BentStack, PointForce, PointMoment, SpreadForce, Stack
from chipload.dynamics.stacks import boring_bar, end_mill, grooving_blade, twist_drill

__all__ += [
    "BentStack", "Blade", "Cylinder", "Fluted", "Joint", "Material", "PointForce", "PointMoment", "SpreadForce",
    "Stack", "Taper", "boring_bar", "end_mill", "grooving_blade", "twist_drill",
]  # fmt: skip
__all__ += [
    "EndReceptances", "StackMode", "TipReceptance", "couple", "end_receptances", "holder_receptance", "join",
    "natural_frequencies", "stack_modes", "tip_receptance",
]  # fmt: skip

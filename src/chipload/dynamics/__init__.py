"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.modes import Mode, Structure
from chipload.dynamics.stability import (
    CriticalDepth,
    MillingStability,
    StabilityDiagram,
    critical_depth,
    milling_stability,
    stability_diagram,
)

__all__: list[str] = []

__all__ += [
    "CriticalDepth", "MillingProcess", "MillingStability", "Mode", "StabilityDiagram", "Structure", "critical_depth",
    "milling_stability", "stability_diagram",
]  # fmt: skip

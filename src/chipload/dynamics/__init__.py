"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.milling_simulation import MillingSimulation, simulate_milling
from chipload.dynamics.modes import Mode, Structure
from chipload.dynamics.responses import FrequencyResponse
from chipload.dynamics.stability import (
    CriticalDepth,
    MillingStability,
    StabilityDiagram,
    critical_depth,
    milling_stability,
    stability_diagram,
)
from chipload.dynamics.turning_stability import TurningLimit, stable_width_at_any_speed, turning_limit
from chipload.dynamics.zero_order import ZeroOrderLimit, zero_order_limit

__all__: list[str] = []

__all__ += [
    "CriticalDepth", "FrequencyResponse", "MillingProcess", "MillingSimulation", "MillingStability", "Mode",
    "StabilityDiagram", "Structure", "TurningLimit", "ZeroOrderLimit", "critical_depth", "milling_stability",
    "simulate_milling", "stability_diagram", "stable_width_at_any_speed", "turning_limit", "zero_order_limit",
]  # fmt: skip

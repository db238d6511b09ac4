"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

from chipload.dynamics.forced_vibration import (
    dynamic_amplification,
    half_power_bandwidth,
    transmissibility,
    undamped_response,
)
from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.milling_simulation import MillingSimulation, simulate_milling
from chipload.dynamics.modes import Mode, Structure
from chipload.dynamics.oscillator import (
    amplitude_decay,
    damped_frequency,
    damping_ratio_of_damper,
    log_decrement,
    oscillator_frequency,
    oscillator_period,
)
from chipload.dynamics.pockets import Pocket, best_pockets
from chipload.dynamics.responses import FrequencyResponse
from chipload.dynamics.stability import (
    CriticalDepth,
    MillingStability,
    StabilityDiagram,
    critical_depth,
    milling_stability,
    stability_diagram,
)
from chipload.dynamics.stability_uncertainty import (
    StabilityBand,
    StableProbability,
    stability_band,
    stable_probability,
)
from chipload.dynamics.turning_stability import TurningLimit, stable_width_at_any_speed, turning_limit
from chipload.dynamics.zero_order import ZeroOrderLimit, zero_order_limit

__all__: list[str] = []

__all__ += [
    "CriticalDepth", "FrequencyResponse", "MillingProcess", "MillingSimulation", "MillingStability", "Mode", "Pocket",
    "StabilityBand", "StabilityDiagram", "StableProbability", "Structure", "TurningLimit", "ZeroOrderLimit",
    "amplitude_decay", "best_pockets", "critical_depth", "damped_frequency", "damping_ratio_of_damper",
    "dynamic_amplification", "half_power_bandwidth", "log_decrement", "milling_stability", "oscillator_frequency",
    "oscillator_period", "simulate_milling", "stability_band", "stability_diagram", "stable_probability",
    "stable_width_at_any_speed", "transmissibility", "turning_limit", "undamped_response", "zero_order_limit",
]  # fmt: skip

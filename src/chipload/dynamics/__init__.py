"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

from chipload.dynamics.elements import Blade, Cylinder, Fluted, Joint, Material, Taper
from chipload.dynamics.forced_vibration import (
    dynamic_amplification,
    half_power_bandwidth,
    transmissibility,
    undamped_response,
)
from chipload.dynamics.frf import FrequencyResponse, average_taps, frequency_response
from chipload.dynamics.frf_files import read_frf_csv, read_frf_uff
from chipload.dynamics.member_frequencies import (
    cantilever_mass_frequency,
    dunkerley_frequency,
    mass_on_spring_frequency,
    uniform_beam_frequency,
)
from chipload.dynamics.milling_process import MillingProcess
from chipload.dynamics.milling_simulation import MillingSimulation, simulate_milling
from chipload.dynamics.modal_fit import FittedMode, ModalFit, fit_modes
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
from chipload.dynamics.receptance import (
    EndReceptances,
    TipReceptance,
    couple,
    end_receptances,
    holder_receptance,
    join,
    tip_receptance,
)
from chipload.dynamics.responses import TipResponse
from chipload.dynamics.shaft_frequencies import (
    FixedShaftFrequencies,
    WhirlRange,
    fixed_shaft_frequencies,
    geared_rotors_frequency,
    supported_shaft_mass_frequency,
    whirl_range,
)
from chipload.dynamics.single_mode import single_mode_milling_depth, single_mode_turning_width
from chipload.dynamics.stability import (
    CriticalDepth,
    MillingStability,
    StabilityDiagram,
    critical_depth,
    milling_stability,
    stability_diagram,
)
from chipload.dynamics.stability_uncertainty import StabilityBand, StableProbability, stability_band, stable_probability
from chipload.dynamics.stack import BentStack, PointForce, PointMoment, SpreadForce, Stack
from chipload.dynamics.stack_modes import StackMode, natural_frequencies, stack_modes
from chipload.dynamics.stacks import boring_bar, end_mill, grooving_blade, twist_drill
from chipload.dynamics.tool_errors import (
    BoringBarError,
    OverhangUse,
    boring_bar_error,
    boring_bar_overhang,
    thin_floor_deflection,
    tip_runout,
)
from chipload.dynamics.turned_parts import (
    TurnedPartError,
    between_centres_part_error,
    centres_and_steady_part_error,
    chuck_and_centre_part_error,
    chuck_and_steady_part_error,
    chucked_part_error,
)
from chipload.dynamics.turning_stability import TurningLimit, stable_width_at_any_speed, turning_limit
from chipload.dynamics.wall_error import WallError, wall_error
from chipload.dynamics.zero_order import ZeroOrderLimit, zero_order_limit

__all__ = [
    "BentStack",
    "Blade",
    "BoringBarError",
    "CriticalDepth",
    "Cylinder",
    "EndReceptances",
    "FittedMode",
    "FixedShaftFrequencies",
    "Fluted",
    "FrequencyResponse",
    "Joint",
    "Material",
    "MillingProcess",
    "MillingSimulation",
    "MillingStability",
    "ModalFit",
    "Mode",
    "OverhangUse",
    "Pocket",
    "PointForce",
    "PointMoment",
    "SpreadForce",
    "StabilityBand",
    "StabilityDiagram",
    "StableProbability",
    "Stack",
    "StackMode",
    "Structure",
    "Taper",
    "TipReceptance",
    "TipResponse",
    "TurnedPartError",
    "TurningLimit",
    "WallError",
    "WhirlRange",
    "ZeroOrderLimit",
    "amplitude_decay",
    "average_taps",
    "best_pockets",
    "between_centres_part_error",
    "boring_bar",
    "boring_bar_error",
    "boring_bar_overhang",
    "cantilever_mass_frequency",
    "centres_and_steady_part_error",
    "chuck_and_centre_part_error",
    "chuck_and_steady_part_error",
    "chucked_part_error",
    "couple",
    "critical_depth",
    "damped_frequency",
    "damping_ratio_of_damper",
    "dunkerley_frequency",
    "dynamic_amplification",
    "end_mill",
    "end_receptances",
    "fit_modes",
    "fixed_shaft_frequencies",
    "frequency_response",
    "geared_rotors_frequency",
    "grooving_blade",
    "half_power_bandwidth",
    "holder_receptance",
    "join",
    "log_decrement",
    "mass_on_spring_frequency",
    "milling_stability",
    "natural_frequencies",
    "oscillator_frequency",
    "oscillator_period",
    "read_frf_csv",
    "read_frf_uff",
    "simulate_milling",
    "single_mode_milling_depth",
    "single_mode_turning_width",
    "stability_band",
    "stability_diagram",
    "stable_probability",
    "stable_width_at_any_speed",
    "stack_modes",
    "supported_shaft_mass_frequency",
    "thin_floor_deflection",
    "tip_receptance",
    "tip_runout",
    "transmissibility",
    "turning_limit",
    "twist_drill",
    "undamped_response",
    "uniform_beam_frequency",
    "wall_error",
    "whirl_range",
    "zero_order_limit",
]  # fmt: skip

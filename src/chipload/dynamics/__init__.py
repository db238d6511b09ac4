"""What bends, what rings, and where it is safe to run: stacks of cylinders, receptances, stability of cutting."""

__all__: list[str] = []

from chipload.dynamics.elements import Blade, Cylinder, Fluted, Joint, Material, Taper
from chipload.dynamics.frf import FrequencyResponse, average_taps, frequency_response
from chipload.dynamics.frf_files import read_frf_csv, read_frf_uff
from chipload.dynamics.member_frequencies import (
    cantilever_mass_frequency,
    dunkerley_frequency,
    mass_on_spring_frequency,
    uniform_beam_frequency,
)
from chipload.dynamics.modal_fit import FittedMode, ModalFit, fit_modes
from chipload.dynamics.stack_modes import StackMode, natural_frequencies, stack_modes
from chipload.dynamics.receptance import (
    EndReceptances,
    TipReceptance,
    couple,
    end_receptances,
    holder_receptance,
    join,
    tip_receptance,
)
from chipload.dynamics.shaft_frequencies import (
    FixedShaftFrequencies,
    WhirlRange,
    fixed_shaft_frequencies,
    geared_rotors_frequency,
    supported_shaft_mass_frequency,
    whirl_range,
)
from chipload.dynamics.stack import BentStack, PointForce, PointMoment, SpreadForce, Stack
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
from chipload.dynamics.wall_error import WallError, wall_error

__all__ += [
    "BentStack", "Blade", "Cylinder", "Fluted", "Joint", "Material", "PointForce", "PointMoment", "SpreadForce",
    "Stack", "Taper", "boring_bar", "end_mill", "grooving_blade", "twist_drill",
]  # fmt: skip
__all__ += [
    "EndReceptances", "StackMode", "TipReceptance", "couple", "end_receptances", "holder_receptance", "join",
    "natural_frequencies", "stack_modes", "tip_receptance",
]  # fmt: skip
__all__ += [
    "BoringBarError", "FixedShaftFrequencies", "OverhangUse", "TurnedPartError", "WhirlRange",
    "between_centres_part_error", "boring_bar_error", "boring_bar_overhang", "cantilever_mass_frequency",
    "centres_and_steady_part_error", "chuck_and_centre_part_error", "chuck_and_steady_part_error",
    "chucked_part_error", "dunkerley_frequency", "fixed_shaft_frequencies", "geared_rotors_frequency",
    "mass_on_spring_frequency", "supported_shaft_mass_frequency", "thin_floor_deflection", "tip_runout",
    "uniform_beam_frequency", "whirl_range",
]  # fmt: skip
__all__ += [
    "FittedMode", "FrequencyResponse", "ModalFit", "average_taps", "fit_modes", "frequency_response", "read_frf_csv",
    "read_frf_uff",
]  # fmt: skip
__all__ += ["WallError", "wall_error"]

"""What every job has: material, tool, machine, the rules of the shop and what its time costs."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from chipload.planning.fields import (
    AmountField,
    CuttingSpeedField,
    FractionField,
    PositiveField,
    Record,
    RoughnessField,
    ShareField,
    SmallLengthField,
    TemperatureRiseField,
    TimeField,
    ToolLifeField,
)
from chipload.planning.tools.tool import Tool
from chipload.planning.tools.turning_tool import given_in_part


class Limits(Record):
    """What a plan holds a cut against besides the machine; rules of the shop, each open to change.

    Parameters
    ----------
    deflection
        Largest deflection of the tip.
    tool_stress_share
        Share of the transverse rupture strength that the mean load may reach: the peak load of a tooth is about
        twice the mean, and the flutes are a notch.
    tool_fatigue_share
        Share of the fatigue strength of the tool that the mean load may reach, where the tool states it: the peak load
        of a tooth is about twice the mean.
    power_share
        Share of the rated power and of the torque at the speed that may be used.
    estimated_share
        Share of an estimated power, torque or force of a machine that may be used.
    min_chip_share
        Least chip, as a share of the edge radius, below which the edge rubs.
    roughness_rz
        Largest ideal Rz, not limited unless given; the real surface is rougher than the ideal one.
    tool_life
        Shortest life of an edge, in time in cut; not limited unless given.
    temperature_rise
        Largest mean rise of temperature between chip and tool, by Cook's form for a dry cut without a break; not
        limited unless given.
    flute_fill
        Largest share of the room in a flute that the metal of one tooth's cut may take, in milling; curled chips take
        several times the room of the metal.  Not limited unless given.
    """

    deflection: SmallLengthField = Field(default="20 um", validate_default=True)
    tool_stress_share: FractionField = 0.25
    tool_fatigue_share: FractionField = 0.5
    power_share: FractionField = 1.0
    estimated_share: FractionField = 0.8
    min_chip_share: FractionField = 0.3
    roughness_rz: RoughnessField | None = None
    tool_life: ToolLifeField | None = None
    temperature_rise: TemperatureRiseField | None = None
    flute_fill: FractionField | None = None


class Economy(Record):
    """What an hour and an edge cost; plain numbers in one currency.

    Parameters
    ----------
    cost_per_hour
        Of machine and operator.
    edge_cost
        Of one cutting edge, or of one life of a tool that is reground.
    tool_change_time
        To change an edge.
    idle_time
        Time of the operation outside the cut: approach, positioning, loading.
    """

    cost_per_hour: PositiveField
    edge_cost: AmountField = 0.0
    tool_change_time: TimeField = Field(default="1 min", validate_default=True)
    idle_time: TimeField = Field(default="0 s", validate_default=True)


class Job(Record):
    """Base of the jobs; `operation` tells them apart.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        What cuts.
    machine
        A machine of the tables; None for no limits of a machine.
    holder
        A holder of the tables; its stiffness enters where the tables have one.
    boldness
        Where in the range of the tables an open speed or feed is taken: 0 cautious, 1 bold.
    wear_factor
        Factor on force for a worn edge: 1 sharp, 1.2 to 1.8 at 0.3 mm of flank wear.
    reference_speed, reference_life, taylor_exponent
        A speed at which the life of an edge is known, that life, and the exponent of Taylor's law; without them the
        tables are asked.
    economy
        What time and edges cost, for the cost of the cut.
    limits
        Rules of the shop.
    """

    EITHER: ClassVar[dict[str, str]] = {}
    """Fields that set the same thing: of each pair one at most is given."""

    operation: str
    material: str
    tool: Tool
    machine: str | None = None
    holder: str | None = None
    boldness: ShareField = 0.5
    wear_factor: PositiveField = 1.0
    reference_speed: CuttingSpeedField | None = None
    reference_life: ToolLifeField | None = None
    taylor_exponent: FractionField | None = None
    economy: Economy | None = None
    limits: Limits = Field(default_factory=Limits)

    def _set_twice(self) -> list[str]:
        """A sentence for each pair of fields that set the same thing and are both given."""
        words = {name: name.replace("_", " ") for name in (*self.EITHER, *self.EITHER.values())}
        return [
            f"{one}: it and the {words[other]} set the same thing; give one of them"
            for one, other in dict.fromkeys(tuple(sorted(pair)) for pair in self.EITHER.items())
            if getattr(self, one) is not None and getattr(self, other) is not None
        ]

    def _life_known_in_part(self) -> list[str]:
        """A sentence where the known life is given in part."""
        parts = ("reference_speed", "reference_life", "taylor_exponent")
        missing = [name for name in parts if getattr(self, name) is None]
        if missing and len(missing) < len(parts):
            return [f"{missing[0]}: a known life needs {', '.join(parts)}; give {', '.join(missing)} too"]
        return []


def mode_problems(job: Any) -> list[str]:
    """A sentence for what cannot be of the mode that a job is held against for chatter."""
    problems = given_in_part(job, ("natural_frequency", "modal_stiffness", "damping_ratio"), "the check for chatter")
    if job.damping_ratio is not None and not 0 < job.si("damping_ratio") < 1:
        problems.append(
            "damping_ratio: a mode that dies out has more than 0 and less than 1, usually 0.005 to 0.1; give that"
        )
    return problems

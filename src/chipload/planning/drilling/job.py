"""A drilling job."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from chipload.errors import InputError
from chipload.planning.fields import DiameterField, PositiveField
from chipload.planning.holes.job import HoleJob
from chipload.planning.tools.drill import Drill


class Drilling(HoleJob):
    """A hole drilled into the solid, or a pilot hole enlarged with a drill.

    Parameters
    ----------
    material
        Any usual name of a material of the tables.
    tool
        The drill.
    machine, holder, boldness, wear_factor, reference_speed, reference_life, taylor_exponent, economy, limits
        See `chipload.planning.Job`.
    depth
        Depth of the hole at its full diameter; of a through hole, the thickness of the part.  The point goes deeper.
    pilot_diameter
        Diameter of the hole that is there; None for the solid.
    cutting_speed, spindle_speed
        One of them, or neither for a recommended speed.
    feed_per_rev, feed_rate
        One of them, or neither for a recommended feed.
    breakthrough
        How far the full diameter goes beyond the depth, as for a clean exit on the far side.
    approach_length
        Way at the feed before the point touches.
    holes
        Number of equal holes; tells time, wear and cost.
    feed_force_factor
        Feed force over the cutting force; guides say 0.5 to 0.63, and a wide chisel edge adds much.
    length_factor
        Buckling length over the stick-out: 0.7 for a tip that its hole holds, as it does once the whole point cuts
        with the full feed force; 2 for a tip that nothing holds.

    Raises
    ------
    InputError
        For a hole that cannot be, with one sentence for each problem.

    Notes
    -----
    The full feed force acts once the whole point cuts, and its hole then holds the tip: the rod is clamped at one end
    and guided at the other.  E. B. Magrab and D. E. Gilsinn, Buckling loads and natural frequencies of drill bits and
    fluted cutters, 1984, take both ends as clamped, which bears twice as much.

    Examples
    --------
    >>> import chipload as cl
    >>> tool = cl.Drill(diameter="10 mm", stickout="100 mm", flute_length="87 mm", material="hss")
    >>> job = cl.Drilling(material="6061-T6", tool=tool, depth="25 mm", spindle_speed="3000 rpm",
    ...                   feed_per_rev="0.2 mm/rev")
    >>> found = cl.plan(job)
    >>> round(found.feed_rate.m), round(found.removal_rate.m, 1)
    (600, 47.1)
    """

    operation: Literal["drilling"] = "drilling"
    tool: Drill
    pilot_diameter: DiameterField | None = None
    length_factor: PositiveField = 0.7

    @model_validator(mode="after")
    def _possible(self) -> Drilling:
        problems = self._impossible_hole(self.si_or("pilot_diameter") or 0.0)
        if problems:
            raise InputError(problems)
        return self
